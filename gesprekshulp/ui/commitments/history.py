"""What happened to a promise, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from gesprekshulp.domain.commitment import (
    Commitment,
    CommitmentEvent,
    CommitmentState,
    EventKind,
    last_move,
)
from gesprekshulp.domain.dutch_dates import local_day, short_day
from gesprekshulp.ui.widgets.labels import Span
from gesprekshulp.ui.widgets.side_panel import Event

_ICONS = {
    EventKind.MADE: "gesprek",
    EventKind.CHANGED: "potlood",
    EventKind.MOVED: "verzetten",
    EventKind.KEPT: "vink-cirkel",
    EventKind.REOPENED: "ongedaan",
    EventKind.TAKEN_OVER: "overdracht",
    EventKind.DROPPED: "kruis",
    EventKind.CONFIRMED: "vink-cirkel",
}


def history_events(
    promise: Commitment, history: tuple[CommitmentEvent, ...], today: date
) -> list[Event]:
    """A promise's history, newest first, with the day on which it became too late."""
    events: list[Event] = []
    told = False
    for event in history:
        made = _event(event, today)
        if event.kind is EventKind.MOVED:
            made = replace(made, when=f"{made.when} · {_told(event.told, later=told)}")
            told = False
        elif event.told:
            told = True
        events.append(made)
    if promise.is_late(today) and promise.due is not None:
        passed = promise.due + timedelta(days=1)
        events.insert(0, Event("te-laat", "Termijn voorbij", short_day(passed, today), late=True))
    return events


def in_short(promise: Commitment, history: tuple[CommitmentEvent, ...], today: date) -> str:
    """A promise's history on one line; `history` is newest first.

    "Toegezegd op do 12 feb · 2× verzet, laatst op vr 6 mrt naar di 10 mrt: prijs ontbrak nog"
    """
    parts = [f"Toegezegd op {short_day(promise.made_on, today)}"]
    last = {event.kind: event for event in reversed(history)}
    move = last_move(promise, history)
    if promise.moves and move is not None and move.to_day is not None:
        often = f"{promise.moves}× verzet, laatst" if promise.moves > 1 else "verzet"
        on = short_day(local_day(move.at), today)
        parts.append(_because(f"{often} op {on} naar {short_day(move.to_day, today)}", move.text))
    if EventKind.TAKEN_OVER in last:
        parts.append(f"overgenomen door {promise.who}")
    closing = {
        CommitmentState.KEPT: (EventKind.KEPT, "nagekomen"),
        CommitmentState.KEPT_LATE: (EventKind.KEPT, "nagekomen"),
        CommitmentState.DROPPED: (EventKind.DROPPED, "vervallen"),
    }
    if promise.closed_on is not None and promise.state in closing:
        kind, word = closing[promise.state]
        how = last[kind].text if kind in last else ""
        parts.append(_because(f"{word} op {short_day(promise.closed_on, today)}", how))
    return " · ".join(parts)


def _because(what: str, why: str) -> str:
    why = " ".join(why.split())
    return f"{what}: {why}" if why else what


def _with_day(event: CommitmentEvent, today: date) -> tuple[Span, ...]:
    """What happened by itself, such as following an appointment, and the day it gave."""
    words = Span(event.text)
    if event.to_day is None or event.to_day == event.from_day:
        return (words,)
    return (words, Span(": "), Span(short_day(event.to_day, today), bold=True))


def _told(told: bool | None, *, later: bool) -> str:
    """Whether the other side knew of a move, or heard of it later."""
    if told:
        return "verteld"
    if later:
        return "later verteld"
    return "nog niet verteld" if told is None else "niet verteld"


def _event(event: CommitmentEvent, today: date) -> Event:
    when = short_day(local_day(event.at), today)
    icon = _ICONS[event.kind]
    quote = f"“{event.text}”" if event.text else ""
    to_day = short_day(event.to_day, today) if event.to_day else ""
    match event.kind:
        case EventKind.MADE:
            if event.to_day is not None:
                return Event(icon, f"Toegezegd, uiterlijk {to_day}", when)
            return Event(icon, f"Toegezegd, {event.text or 'nog geen dag'}", when)
        case EventKind.MOVED:
            from_day = short_day(event.from_day, today) if event.from_day else ""
            begin = f"Van {from_day} naar " if from_day else "Naar "
            return Event(icon, (Span(begin), Span(to_day, bold=True)), when, quote)
        case EventKind.CHANGED:
            if event.from_day is None and event.to_day is not None and not event.text:
                return Event("agenda", (Span("Dag gekozen: "), Span(to_day, bold=True)), when)
            if event.told:
                return Event("versturen", event.text, when)
            if event.text and not event.text.startswith("was: "):
                return Event("agenda", _with_day(event, today), when)
            return Event(icon, "Gewijzigd", when, event.text)
        case EventKind.KEPT:
            if event.to_day is not None and event.to_day != local_day(event.at):
                title = (Span("Nagekomen op "), Span(to_day, bold=True))
                return Event(icon, title, f"genoteerd {when}", quote)
            return Event(icon, "Nagekomen", when, quote)
        case EventKind.REOPENED:
            return Event(icon, event.text or "Heropend", when)
        case EventKind.TAKEN_OVER:
            return Event(icon, "Overgedragen", when, event.text)
        case EventKind.DROPPED:
            return Event(icon, "Vervallen", when, quote)
        case EventKind.CONFIRMED:
            return Event(icon, event.text or "Bevestigd", when)

"""What stands in the dossier, section by section, as plain rows of text.

Nothing internal is taken: ratings and remarks are not read here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache

from gesprekshulp.domain.appointment import Appointment, Participant, Side
from gesprekshulp.domain.clean import clean
from gesprekshulp.domain.contact import Contact
from gesprekshulp.domain.dossier import Dossier, by_urgency, sixty_seconds
from gesprekshulp.domain.dutch_dates import (
    clock,
    echo,
    lateness,
    local_day,
    long_day,
    short_day,
)

GOAL_OPENING = "Aan het einde van dit gesprek"


class Form(Enum):
    """How the rows of a section are set."""

    FRAME = "kader"
    FACTS = "gegevens"
    TABLE = "tabel"
    BULLETS = "lijst"
    WORDS = "tekst"


class Late(str):
    """The text of a cell about something overdue; its words say so, and it is marked as well."""

    __slots__ = ()


Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with rows under it.

    `rows` is read once and may be long: only what is shown is made. `count` is how many rows there
    are in all, `noun` what one and more of them are called, `shares` how the columns divide the
    width. `lines` is how many lines a cell may take when the dossier must fit; `first` is how many
    rows come before any other section gets more.
    """

    title: str
    form: Form
    rows: Callable[[], Iterator[Row]]
    count: int
    noun: tuple[str, str]
    shares: tuple[int, ...] = (1,)
    heads: tuple[str, ...] = ()
    lines: int = 2
    first: int = 1


def sections(dossier: Dossier, today: date) -> list[Section]:
    """All sections that have something to say, in the order in which they are read."""
    found = (
        _summary(dossier, today),
        _goal(dossier),
        _table(dossier),
        _expectations(dossier),
        _agenda(dossier),
        _commitments(dossier, today),
        _decisions(dossier, today),
        _wishes(dossier, today),
        _contacts(dossier, today),
        _reports(dossier, today),
        _attachments(dossier, today),
    )
    return [section for section in found if section.count]


def appointment_line(appointment: Appointment) -> str:
    """Day, hours and place of the talk on one line."""
    start, end = appointment.starts_at, appointment.ends_at
    day = long_day(local_day(start))
    when = day if appointment.all_day else f"{day}, {clock(start)}–{clock(end)} uur"
    return " · ".join(part for part in (when, _line(appointment.place)) if part)


def _section(
    title: str, form: Form, rows: Iterable[Row], noun: tuple[str, str] = ("regel", "regels"),
    *, shares: tuple[int, ...] = (1,), heads: tuple[str, ...] = (), lines: int = 2, first: int = 1,
) -> Section:  # fmt: skip
    ready = tuple(rows)
    return Section(title, form, lambda: iter(ready), len(ready), noun, shares, heads, lines, first)


def _summary(dossier: Dossier, today: date) -> Section:
    short = sixty_seconds(dossier, today)
    facts = (
        ("Doel", _goal_in_words(short.goal)),
        *(("Toegezegd" if number == 0 else "", said) for number, said in enumerate(short.promised)),
        ("Laatste besluit", short.last_decision),
        ("Let op", short.mind),
    )
    rows = [(label, _line(said)) for label, said in facts if _line(said)]
    return _section("In 60 seconden", Form.FRAME, rows, shares=(17, 83), first=len(rows))


def _goal(dossier: Dossier) -> Section:
    appointment = dossier.appointment
    wished = _line(appointment.wished_outcome)
    texts = (
        _goal_in_words(appointment.goal),
        f"Gewenste uitkomst: {wished}" if wished else "",
    )
    rows = [(text,) for text in texts if text]
    return _section("Doel", Form.WORDS, rows, lines=4, first=len(rows))


def _goal_in_words(goal: str) -> str:
    goal = _line(goal)
    if not goal:
        return ""
    if not goal.lower().startswith(GOAL_OPENING.lower()):
        goal = f"{GOAL_OPENING} {goal}"
    return goal if goal[-1] in ".!?…" else f"{goal}."


def _table(dossier: Dossier) -> Section:
    people = {person.id: person for person in dossier.people}

    def shown(participant: Participant) -> str:
        person = people.get(participant.person_id) if participant.person_id else None
        role = _line(participant.role) or (_line(person.role) if person else "")
        decides = "beslist" if person and person.decides else ""
        about = ", ".join(filter(None, (role, decides)))
        return f"{_line(participant.name)} ({about})" if about else _line(participant.name)

    sides = {Side.CLIENT: "Klant", Side.US: "Wij", Side.THIRD: "Anderen", Side.BOTH: "Anderen"}
    by_side: dict[str, list[str]] = {}
    for participant in dossier.participants:
        if _line(participant.name):
            by_side.setdefault(sides[participant.side], []).append(shown(participant))
    rows = [
        (side, ", ".join(by_side[side])) for side in ("Klant", "Wij", "Anderen") if side in by_side
    ]
    return _section("Aan tafel", Form.FACTS, rows, shares=(17, 83), lines=3, first=len(rows))


def _expectations(dossier: Dossier) -> Section:
    def shown(person: str, words: str, asked: date | None) -> str:
        who = _line(person) or "De klant"
        checked = "" if asked else " (nog niet nagevraagd)"
        return f"{who}: “{_line(words)}”{checked}"

    rows = [
        (shown(item.person, item.words, item.asked_on),)
        for item in dossier.expectations
        if _line(item.words)
    ]
    return _section("Verwachtingen", Form.BULLETS, rows, ("verwachting", "verwachtingen"))


def _agenda(dossier: Dossier) -> Section:
    rows = [
        (
            f"{number}. {_line(item.title)}",
            f"{item.minutes} min",
            item.speaker.value,
        )
        for number, item in enumerate(dossier.agenda, start=1)
    ]
    return _section(
        "Agenda", Form.TABLE, rows, ("agendapunt", "agendapunten"),
        shares=(72, 12, 16), heads=("Punt", "Tijd", "Wie spreekt"), first=4,
    )  # fmt: skip


def _commitments(dossier: Dossier, today: date) -> Section:
    items = by_urgency(dossier.commitments, today)

    # Many promises share a day, and putting a day into words is what costs time in a long list.
    @cache
    def by_day(due: date) -> str:
        text = f"{short_day(due, today)}, {lateness(due, today)}"
        return Late(text) if due < today else text

    def rows() -> Iterator[Row]:
        for item in items:
            when = by_day(item.due) if item.due else _line(item.event) or "nog geen dag"
            yield _line(item.who) or item.side.value, _line(item.what), when

    noun = ("toezegging", "toezeggingen")
    return Section(
        "Open toezeggingen", Form.TABLE, rows, len(items), noun,
        (20, 50, 30), ("Wie", "Wat", "Uiterlijk"), first=5,
    )  # fmt: skip


def _decisions(dossier: Dossier, today: date) -> Section:
    rows = [
        (f"{_phrase(item.text)} ({short_day(item.decided_on, today)}, {item.scope.value})",)
        for item in dossier.decisions
        if item.stands
    ]
    return _section("Besluiten", Form.BULLETS, rows, ("besluit", "besluiten"), first=3)


def _wishes(dossier: Dossier, today: date) -> Section:
    def shown(text: str, need: str, said_on: date) -> str:
        behind = f"; daarachter: {_line(need)}" if _line(need) else ""
        return f"{_phrase(text)} ({short_day(said_on, today)}){behind}"

    rows = [(shown(item.text, item.need, item.said_on),) for item in dossier.wishes]
    return _section("Open wensen", Form.BULLETS, rows, ("wens", "wensen"), first=2)


def _contacts(dossier: Dossier, today: date) -> Section:
    def rows() -> Iterator[Row]:
        for item in dossier.contacts:
            when = f"{short_day(local_day(item.at), today)}, {item.kind.value}"
            yield when, _subject(item), _line(item.outcome) or _line(item.text)

    count = max(dossier.contact_count, len(dossier.contacts)) if dossier.contacts else 0
    return Section(
        "Laatste contacten", Form.TABLE, rows, count, ("contact", "contacten"),
        (21, 34, 45), ("Wanneer", "Waarover", "Uitkomst"), lines=3, first=4,
    )  # fmt: skip


def _subject(item: Contact) -> str:
    subject, person = _line(item.subject), _line(item.person_name)
    return f"{subject} ({person})" if subject and person else subject or person


def _reports(dossier: Dossier, today: date) -> Section:
    rows = [
        (
            (
                f"{short_day(local_day(item.held_at), today)}: {_line(item.title)},"
                f" versie {item.version} ({item.state})"
            ),
        )
        for item in dossier.reports
    ]
    return _section("Vorige verslagen", Form.BULLETS, rows, ("verslag", "verslagen"), first=2)


def _attachments(dossier: Dossier, today: date) -> Section:
    def added(at: datetime) -> str:
        return echo(local_day(at), today)

    rows = [(f"{_line(item.name)} ({added(item.added_at)})",) for item in dossier.attachments]
    return _section("Stukken", Form.BULLETS, rows, ("stuk", "stukken"), first=2)


def _phrase(text: str) -> str:
    """A sentence that goes on: without its full stop."""
    return _line(text).removesuffix(".")


def _line(text: str) -> str:
    # Nearly every text is a plain line already, and seeing that is cheap.
    if text.isprintable() and "  " not in text and text == text.strip():
        return text
    # Cleaned before it is looked at: a text of control characters alone is an empty one.
    return " ".join(clean(text).split())

"""The registers follow the lines of a talk: promises, decisions and wishes.

Nobody fills in a register during a talk. A line of kind toezegging makes its promise, and as long
as its words change the promise changes with them; a field that the adviser filled in by hand stays
as it is. Everything here runs within the transaction that keeps the line.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from gesprekshulp.domain.appointment import Appointment, Side
from gesprekshulp.domain.commitment import WITH_DAY, Commitment, CommitmentEvent, EventKind
from gesprekshulp.domain.decision import Decision, Scope, Wish
from gesprekshulp.domain.dutch_dates import short_day
from gesprekshulp.domain.ids import ClientId, CommitmentId, DecisionId, LineId, WishId, new_id
from gesprekshulp.domain.note import LineKind, NoteLine
from gesprekshulp.domain.yes_brake import hours_in
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.decisions import as_confirmed_before
from gesprekshulp.services.waiting import link_if_planned
from gesprekshulp.storage.archive import Work

if TYPE_CHECKING:
    from gesprekshulp.language.party import Owner

_OUTSIDE = (
    "buiten de opdracht",
    "buiten opdracht",
    "buiten de scope",
    "hoort niet bij",
    "horen niet bij",
    "valt niet onder",
    "vallen niet onder",
    "niet in de opdracht",
    "geen onderdeel van de opdracht",
)
_OWN_WORDS = frozenset(("ik", "wij", "we", "ons", "mij"))


@dataclass(frozen=True, slots=True)
class Voices:
    """Who can be meant by the words of a line: our people, theirs, and their firm.

    `away` are the client's contact persons who are not at the table.
    """

    advisers: tuple[str, ...]
    clients: tuple[str, ...]
    client_name: str = ""
    away: tuple[str, ...] = ()

    @property
    def everybody(self) -> tuple[str, ...]:
        """All people who have a name here."""
        return (*self.advisers, *self.clients, *self.away)

    @property
    def own(self) -> str:
        """The one who types, "ik"."""
        return self.advisers[0] if self.advisers else ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words of a line promise. `start` and `end` are the place of the promise in them.

    `other` is the second day that the same words can mean, `remark` why a day that was named is
    none ("30 februari bestaat niet."), `hours` the work it is.
    """

    side: Side
    who: str
    what: str
    due: date | None = None
    event: str = ""
    start: int = 0
    end: int = 0
    other: date | None = None
    remark: str = ""
    hours: float | None = None

    @property
    def is_vague(self) -> bool:
        """Whether nothing holds it: no day and no event."""
        return self.due is None and not self.event


@dataclass(frozen=True, slots=True)
class Registers:
    """What the lines of one talk made, by line."""

    commitments: dict[LineId, Commitment]
    decisions: dict[LineId, Decision]
    wishes: dict[LineId, Wish]


_SOME_DAY = "morgen"

NO_REGISTERS = Registers({}, {}, {})


def voices(work: Work, appointment: Appointment) -> Voices:
    """The people at the table of an appointment, and who else belongs to either side."""
    people = work.participants.of_appointment(appointment.id)
    office = [adviser.name for adviser in work.advisers.all()]
    own = work.settings.load().own_name
    if not own and (adviser := work.advisers.own()):
        own = adviser.name
    ours = [person.name for person in people if person.side is Side.US]
    if not own and ours:
        own = ours[0]
    # "Steven" in the settings and "Steven van Dalen" at the table are one person.
    others = [name for name in (*ours, *office) if own not in (name, name.split(" ")[0])]
    client = work.clients.find(appointment.client_id)
    theirs = tuple(person.name for person in people if person.side is Side.CLIENT) or _who_expect(
        work, appointment
    )
    contacts = work.people.of_client(client.id) if client else ()
    return Voices(
        tuple(dict.fromkeys(name for name in (own, *others) if name)),
        theirs,
        client.name if client else "",
        tuple(person.name for person in contacts if person.name not in theirs),
    )


def _who_expect(work: Work, appointment: Appointment) -> tuple[str, ...]:
    """Who expects something of a talk, while nobody of the client was put at the table."""
    named = [one.person for one in work.expectations.of_appointment(appointment.id)]
    return tuple(dict.fromkeys(name for name in named if name))


@lru_cache(maxsize=128)
def suggestion(words: str, today: date, at_table: Voices) -> Reading | None:
    """The promise that running words contain, or None. Takes about a millisecond a sentence.

    What was read while it was typed need not be read again when it is kept.
    """
    from gesprekshulp.language.commitments import Table, find_commitments
    from gesprekshulp.language.conditions import condition_of

    words, hours = hours_in(words)
    found = find_commitments(
        words, Table(at_table.advisers, at_table.clients, at_table.away), today
    )
    if not found:
        return None
    first = found[0]
    side = side_of(first.owner)
    term = first.term
    event = term.text if term and first.day is None and _is_event(term) else ""
    if first.day is None and not event:
        event = condition_of(words, first.start, first.end)
    return Reading(
        side,
        first.person or _nobody_named(side, at_table),
        first.action.strip() or " ".join(words.split()),
        first.day,
        event,
        first.start,
        first.end,
        term.other if term and first.day is not None and first.day == term.day else None,
        (term.remark or "") if term and first.day is None else "",
        hours,
    )


def side_of(owner: Owner) -> Side:
    """The side of the table that a promise binds, by the word of the recogniser."""
    return Side({"adviseur": "wij"}.get(owner.value, owner.value))


def promise_in(words: str, today: date, at_table: Voices) -> Reading:
    """What a line of kind toezegging promises; the adviser says that it is one, so it always is."""
    if (found := suggestion(words, today, at_table)) is not None:
        return found
    from gesprekshulp.language.terms import read_term

    words, hours = hours_in(words)
    term = read_term(words, today)
    if term is None and (found := _as_with_a_day(words, today, at_table)) is not None:
        return replace(found, hours=hours)
    first = words.split(maxsplit=1)[0].lower() if words.strip() else ""
    side = Side.US if first in _OWN_WORDS else _side_of(first, at_table)
    return Reading(
        side,
        _named(first, at_table) or _nobody_named(side, at_table),
        " ".join(words.split()).rstrip(" .,"),
        term.day if term else None,
        term.text if term and term.day is None and _is_event(term) else "",
        0,
        len(words),
        term.other if term and term.day else None,
        (term.remark or "") if term and term.day is None else "",
        hours,
    )


def _as_with_a_day(words: str, today: date, at_table: Voices) -> Reading | None:
    """Who does what, in words that are only taken for a promise when a day is named.

    "Annet stuurt de cijfers" may tell of what she always does; as a promise it is hers, not ours.
    """
    from gesprekshulp.language.conditions import condition_of

    found = suggestion(f"{words.rstrip(' .,;')} {_SOME_DAY}", today, at_table)
    if found is None or found.due is None or _SOME_DAY in found.what:
        return None
    event = condition_of(words, 0, len(words))
    return replace(found, due=None, event=event, other=None, remark="", start=0, end=len(words))


def guessed_scope(words: str) -> Scope:
    """Whether a decision says of itself that it lies outside the assignment."""
    plain = words.lower()
    return Scope.OUTSIDE if any(mark in plain for mark in _OUTSIDE) else Scope.INSIDE


def of_appointment(work: Work, appointment_id: str) -> Registers:
    """What the lines of a talk made until now."""
    return Registers(
        {c.line_id: c for c in work.commitments.of_appointment(appointment_id) if c.line_id},
        {d.line_id: d for d in work.decisions.of_appointment(appointment_id) if d.line_id},
        {w.line_id: w for w in work.wishes.of_appointment(appointment_id) if w.line_id},
    )


def follow(
    work: Work,
    clock: Clock,
    appointment: Appointment,
    at_table: Voices,
    line: NoteLine,
    before: NoteLine | None,
) -> None:
    """Let the registers follow one line that was kept; without a client there are none yet."""
    words = line.text.strip()
    kind = line.kind if words else LineKind.NOTE
    drop(work, line.id, but=kind)
    if appointment.client_id is None:
        return
    if kind is LineKind.COMMITMENT:
        _promise(work, clock, appointment, appointment.client_id, at_table, line)
    elif kind is LineKind.DECISION:
        _decision(work, clock, appointment, appointment.client_id, line, before)
    elif kind is LineKind.WISH:
        _wish(work, clock, appointment, appointment.client_id, line, before)


def drop(work: Work, line_id: LineId, but: LineKind | None = None) -> None:
    """Mark what a line made as deleted, except in the register of the kind `but`."""
    if but is not LineKind.COMMITMENT and (promise := work.commitments.of_line(line_id)):
        work.commitments.remove(promise.id)
    if but is not LineKind.DECISION and (decision := work.decisions.of_line(line_id)):
        work.decisions.remove(decision.id)
    if but is not LineKind.WISH and (wish := work.wishes.of_line(line_id)):
        work.wishes.remove(wish.id)


def record_settled(
    work: Work, clock: Clock, appointment_id: str, typing: LineId | None = None
) -> None:
    """Begin the history of each promise that is no longer being typed.

    History is never changed, so it only begins when the words stand. When the day of a promise
    became another one by typing after that, the history says so.
    """
    promises = [
        promise
        for promise in work.commitments.unsettled(appointment_id)
        if promise.line_id != typing
    ]
    if not promises:
        return
    histories = work.commitments.histories([promise.id for promise in promises])
    for promise in promises:
        history = histories.get(promise.id, ())
        if not history:
            day = f"uiterlijk {short_day(promise.due)}" if promise.due else promise.event
            _record(work, clock, promise, EventKind.MADE, day, None)
            link_if_planned(work, clock, promise)
            continue
        known = next((e.to_day for e in history if e.kind in WITH_DAY), None)
        if known != promise.due:
            _record(work, clock, promise, EventKind.CHANGED, "", known)


def _record(
    work: Work,
    clock: Clock,
    promise: Commitment,
    kind: EventKind,
    text: str,
    from_day: date | None,
) -> None:
    work.commitments.record(
        CommitmentEvent(new_id(), promise.id, kind, clock.now(), text, from_day, promise.due)
    )


def _promise(
    work: Work,
    clock: Clock,
    appointment: Appointment,
    client_id: ClientId,
    at_table: Voices,
    line: NoteLine,
) -> None:
    there = work.commitments.of_line(line.id) or work.commitments.removed_of_line(line.id)
    if there is None:
        today = clock.today()
        read = promise_in(line.text, today, at_table)
        work.commitments.save(
            Commitment(
                CommitmentId(_id_for(line, "toezegging")), client_id, read.side, read.who,
                read.what, today, read.due, read.event,
                said=line.text, appointment_id=appointment.id, line_id=line.id, hours=read.hours,
            )
        )  # fmt: skip
        return
    if there.said == line.text:
        work.commitments.save(replace(there, client_id=client_id))
        return
    # What is as the old words said follows the new words; the rest was filled in by hand.
    old = promise_in(there.said, there.made_on, at_table)
    new = promise_in(line.text, there.made_on, at_table)
    by_text_who = (there.side, there.who) == (old.side, old.who)
    # A day that came from the appointment it hangs on still stands as the words said.
    hangs = there.event_appointment_id is not None and there.event == old.event
    by_text_day = hangs or (there.due, there.event) == (old.due, old.event)
    work.commitments.save(
        replace(
            there,
            client_id=client_id,
            side=new.side if by_text_who else there.side,
            who=new.who if by_text_who else there.who,
            what=new.what if there.what == old.what else there.what,
            due=new.due if by_text_day else there.due,
            event=new.event if by_text_day else there.event,
            hours=new.hours if there.hours == old.hours else there.hours,
            said=line.text,
        )
    )


def _decision(
    work: Work,
    clock: Clock,
    appointment: Appointment,
    client_id: ClientId,
    line: NoteLine,
    before: NoteLine | None,
) -> None:
    there = work.decisions.of_line(line.id) or work.decisions.removed_of_line(line.id)
    if there is None:
        there = Decision(
            DecisionId(_id_for(line, "besluit")), client_id, line.text, clock.today(),
            appointment_id=appointment.id, line_id=line.id,
        )  # fmt: skip
    elif before is None or before.kind is not LineKind.DECISION or there.text == before.text:
        there = as_confirmed_before(there, replace(there, text=line.text))
    work.decisions.save(
        replace(
            there,
            client_id=client_id,
            scope=line.scope,
            assignment_id=appointment.assignment_id,
            agenda_item_id=line.agenda_item_id,
        )
    )


def _wish(
    work: Work,
    clock: Clock,
    appointment: Appointment,
    client_id: ClientId,
    line: NoteLine,
    before: NoteLine | None,
) -> None:
    there = work.wishes.of_line(line.id) or work.wishes.removed_of_line(line.id)
    if there is None:
        there = Wish(
            WishId(_id_for(line, "wens")), client_id, line.text, clock.today(),
            appointment_id=appointment.id, line_id=line.id,
        )  # fmt: skip
    elif before is None or before.kind is not LineKind.WISH or there.text == before.text:
        there = replace(there, text=line.text)
    work.wishes.save(replace(there, client_id=client_id))


def _id_for(line: NoteLine, word: str) -> str:
    """One line makes one row in each register, also after a change of kind and back."""
    return str(uuid5(UUID(line.id), word))


def _is_event(term: object) -> bool:
    return getattr(getattr(term, "kind", None), "value", "") == "event"


def _side_of(first: str, at_table: Voices) -> Side:
    if any(first in name.lower().split() for name in (*at_table.clients, *at_table.away)):
        return Side.CLIENT
    return Side.CLIENT if first in ("u", "jullie", "klant", "jij", "je") else Side.US


def _named(first: str, at_table: Voices) -> str:
    return next((name for name in at_table.everybody if first in name.lower().split()), "")


def _nobody_named(side: Side, at_table: Voices) -> str:
    match side:
        case Side.US:
            return at_table.own or "Wij"
        case Side.CLIENT:
            one = len(at_table.clients) == 1
            return at_table.clients[0] if one else at_table.client_name or "Klant"
        case Side.BOTH:
            return ""
        case Side.THIRD:
            return "derde"

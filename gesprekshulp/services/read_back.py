"""The read-back: what was agreed, read aloud at the table, corrected and confirmed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from gesprekshulp.domain.appointment import Appointment, Participant, Side
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.commitment import Commitment, CommitmentEvent, EventKind
from gesprekshulp.domain.decision import Decision
from gesprekshulp.domain.dutch_dates import short_day
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AppointmentId, LineId, new_id
from gesprekshulp.domain.note import LineKind
from gesprekshulp.domain.read_back import ReadBack, ReadBackItem, Verdict, read_back_items
from gesprekshulp.domain.sentences import line_sentence
from gesprekshulp.domain.yes_brake import hours_in
from gesprekshulp.language.spoken import spoken
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.decisions import as_confirmed_before
from gesprekshulp.services.line_registers import of_appointment, record_settled
from gesprekshulp.services.notes import end_within
from gesprekshulp.services.voices import Voices, voices
from gesprekshulp.storage.archive import Archive, Work


@dataclass(frozen=True, slots=True)
class ReadBackCard:
    """What the page of the read-back shows. `last` is the read-back confirmed before, if any.

    `decisions` are those that lines made, by line; `voices` are who can have promised something.
    """

    appointment: Appointment
    client: Client | None
    participants: tuple[Participant, ...]
    items: tuple[ReadBackItem, ...]
    firm_name: str
    own_name: str
    voices: Voices
    last: ReadBack | None = None
    decisions: Mapping[LineId, Decision] = field(default_factory=dict[LineId, Decision])

    @property
    def theirs(self) -> tuple[str, ...]:
        """The client's people, without those who were noted as absent."""
        return tuple(
            person.name
            for person in self.participants
            if person.side is not Side.US and person.present is not False
        )

    @property
    def ours(self) -> tuple[str, ...]:
        """Our people at the table."""
        names = tuple(person.name for person in self.participants if person.side is Side.US)
        return names or ((self.own_name,) if self.own_name else ())


def open_read_back(archive: Archive, clock: Clock, id: AppointmentId) -> ReadBackCard:
    """What there is to read back of a talk, as it stands in the archive now.

    A promise is read aloud by name ("Steven stuurt de offerte."), whoever typed "ik"; its day
    stands below it.
    """
    with archive.reading() as work:
        appointment = work.appointments.get(id)
        made = of_appointment(work, id)
        settings = work.settings.load()
        lines = work.note_lines.of_appointment(id)
        kinds = {line.id: line.kind for line in lines}
        return ReadBackCard(
            appointment,
            work.clients.find(appointment.client_id),
            work.participants.of_appointment(id),
            tuple(
                _spoken(item, clock.today(), kinds[item.line_id])
                for item in read_back_items(
                    lines,
                    tuple(made.commitments.values()),
                    tuple(made.decisions.values()),
                    tuple(made.wishes.values()),
                )
            ),
            settings.firm_name,
            settings.own_name,
            voices(work, appointment),
            next(iter(work.read_backs.of_appointment(id)), None),
            made.decisions,
        )


def _spoken(item: ReadBackItem, today: date, kind: LineKind) -> ReadBackItem:
    promise = item.commitment
    if promise is None:
        words = line_sentence(kind, item.text)
    else:
        name = promise.who.split(maxsplit=1)[0] if promise.who and promise.side is Side.US else ""
        text = _without_hours(item.text) if promise.side is Side.US else item.text
        words = spoken(text, name, promise.due, today)
    return replace(item, text=words, before=words)


def _without_hours(text: str) -> str:
    """What was typed without how much work it is to us ("..., 3 uur werk"): our own affair."""
    words, hours = hours_in(text)
    first = next((old for old, new in zip(text, words, strict=True) if old != new), "")
    # "Ik factureer 3 uur werk" is about those hours.
    return words if hours is not None and first in (",", "(") else text


def confirm(
    archive: Archive,
    clock: Clock,
    id: AppointmentId,
    items: Sequence[ReadBackItem],
    confirmed_by: str,
) -> ReadBack:
    """Keep what was confirmed, by whom and when, and end the talk.

    Corrected lines get their new words, and so do the promises, decisions and wishes they made; a
    promise also takes over who and by when from the item. Raises UserError when a line has no
    answer yet or nobody confirms.
    """
    names = confirmed_by.strip()
    if not names:
        raise UserError("Zet erbij wie er namens de klant bevestigt.")
    open_ = sum(1 for item in items if item.verdict is None)
    if open_:
        what = "1 regel heeft" if open_ == 1 else f"{open_} regels hebben"
        raise UserError(f"{what} nog geen antwoord. Kies bij elke regel Klopt of Anders.")
    if not items:
        raise UserError("Er is niets om te bevestigen: er is nog niets afgesproken of gevraagd.")
    now = clock.now()
    with archive.transaction("Gesprek teruglezen bevestigd") as work:
        record_settled(work, clock, id)
        for item in items:
            _correct_line(work, item)
            _confirm_promise(work, clock, item, names)
            _confirm_decision(work, clock, item, names)
            wish = work.wishes.of_line(item.line_id)
            if wish is not None and item.verdict is Verdict.OTHER:
                work.wishes.save(replace(wish, text=item.text))
        end_within(work, clock, id)
        kept = ReadBack(new_id(), id, now, names, tuple(items))
        return work.read_backs.save(kept, tuple(new_id() for _ in items))


def _correct_line(work: Work, item: ReadBackItem) -> None:
    line = work.note_lines.find(item.line_id)
    if line is None or line.kind.is_internal or item.verdict is not Verdict.OTHER:
        # What was right is read back in other words than were typed; those stay as they are.
        return
    if line.text != item.text:
        work.note_lines.save(line.saying(item.text))


def _confirm_promise(work: Work, clock: Clock, item: ReadBackItem, names: str) -> None:
    before = work.commitments.of_line(item.line_id)
    if before is None:
        return
    after = before
    if item.verdict is Verdict.OTHER and item.commitment is not None:
        said = item.commitment
        after = replace(
            before.with_term(said.due, said.event),
            side=said.side,
            who=said.who or before.who,
            what=_what(before, item),
        )
    if item.verdict is Verdict.OTHER:
        after = replace(after, said=item.text)
    after = work.commitments.save(after)
    if after != replace(before, said=after.said):
        was = _difference(before, after)
        _record(work, clock, after, EventKind.CHANGED, was, before)
    _record(work, clock, after, EventKind.CONFIRMED, f"bij het teruglezen door {names}", after)


def _what(before: Commitment, item: ReadBackItem) -> str:
    """What is promised: the new words when the old ones were the whole line."""
    if item.text == item.before or not item.was_corrected:
        return before.what
    if before.what.rstrip(".") in {old.strip().rstrip(".") for old in (item.before, before.said)}:
        return item.text.strip().rstrip(".")
    return item.commitment.what if item.commitment is not None else before.what


def _difference(before: Commitment, after: Commitment) -> str:
    parts: list[str] = []
    if before.who != after.who:
        parts.append(f"wie: {before.who or 'beiden'} → {after.who or 'beiden'}")
    if before.what != after.what:
        parts.append(f"was: {before.what}")
    if before.due != after.due:
        days = [short_day(day) if day else "geen dag" for day in (before.due, after.due)]
        parts.append(f"dag: {days[0]} → {days[1]}")
    return "; ".join(parts)


def _record(
    work: Work,
    clock: Clock,
    promise: Commitment,
    kind: EventKind,
    text: str,
    before: Commitment,
) -> None:
    work.commitments.record(
        CommitmentEvent(new_id(), promise.id, kind, clock.now(), text, before.due, promise.due)
    )


def _confirm_decision(work: Work, clock: Clock, item: ReadBackItem, names: str) -> None:
    decision = work.decisions.of_line(item.line_id)
    if decision is not None:
        text = item.text if item.verdict is Verdict.OTHER else decision.text
        # That it goes against our advice is asked for in the report: a nod at the table is the
        # decision itself, and for the rest the client reads the reasons and answers on paper.
        said = as_confirmed_before(decision, replace(decision, text=text))
        work.decisions.save(replace(said, confirmed_on=clock.today(), confirmed_by=names))

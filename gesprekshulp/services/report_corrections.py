"""What the client wants otherwise in a report, taken over in the next version or set aside.

A correction goes to where its line comes from: the talk, its people, a register, or the words of
the report itself, so that the next report says it right as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from gesprekshulp.domain.appointment import Appointment, GoalReached
from gesprekshulp.domain.attachment import OwnerKind
from gesprekshulp.domain.decision import Decision, Scope
from gesprekshulp.domain.dutch_dates import local_day
from gesprekshulp.domain.errors import NotFound, UserError
from gesprekshulp.domain.ids import AppointmentId, DecisionId, new_id
from gesprekshulp.domain.report import PartKind, Report, ReportPart
from gesprekshulp.domain.report_answer import Correction
from gesprekshulp.domain.report_line import (
    ADVICE,
    ADVISED,
    AUTHOR,
    CLIENT,
    DAY,
    DECISION,
    EARLIER,
    FILE,
    GOAL_NOTE,
    HEADING,
    HOURS,
    PART,
    PERSON,
    PLACE,
    REACHED,
    TITLE,
    Line,
    PersonSaid,
    read_decision,
    read_hours,
    read_person,
    read_reached,
)
from gesprekshulp.language.terms import read_term
from gesprekshulp.services.appointments import local_moment
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.corrected_people import correct_person
from gesprekshulp.services.decisions import as_confirmed_before
from gesprekshulp.services.report_reading import require_draft
from gesprekshulp.services.waiting import follow_appointment
from gesprekshulp.storage.archive import Archive, Work

# "in maart" is a term as well, but no day on which a talk was held.
_NAMES_A_DAY = re.compile(
    r"\b(\d{1,2}|(maan|dins|woens|donder|vrij|zater|zon)dag)\b", re.IGNORECASE
)


def open_corrections(archive: Archive, appointment_id: AppointmentId) -> tuple[Correction, ...]:
    """Corrections of this report that nobody decided about yet."""
    with archive.reading() as work:
        found: list[Correction] = []
        for report in reversed(work.reports.of_appointment(appointment_id)):
            for answer in work.report_answers.of_report(report.id):
                found += work.report_corrections.of_answer(answer.id)
    return tuple(one for one in found if one.taken is None)


def unreadable(line: Line, said: str, today: date) -> str:
    """Why these words cannot be taken over in this line, as one sentence; empty when they can."""
    if " ".join(said.split()) == line.text:
        return ""
    try:
        match line.place:
            case p if p == DAY:
                _day(said, today)
            case p if p == HOURS:
                _hours(said)
            case p if p == REACHED:
                _reached(said)
            case p if p in (TITLE, CLIENT):
                _filled(said, line.label)
            case p if p.startswith(PERSON) and said.strip():
                _person(said)
            case _:
                pass
    except UserError as error:
        return error.sentence
    return ""


def made_elsewhere(one: Correction) -> bool:
    """Whether a correction is made by hand on another page, and marked as such with `settle`."""
    return one.place.startswith(EARLIER) or one.place in (FILE, AUTHOR)


def take_over(
    archive: Archive, clock: Clock, appointment_id: AppointmentId, correction_id: str
) -> Correction:
    """Put the client's words in the draft, or in the register that its line comes from.

    Raises UserError for words that cannot be read, and for what is changed in its own form, such as
    a promise with who, what and when; after that `settle` marks the correction as taken over.
    """
    with archive.transaction("Correctie overgenomen") as work:
        one = work.report_corrections.get(correction_id)
        report, parts = require_draft(work, clock, appointment_id)
        _TakingOver(work, clock, one, report, parts).do()
        return work.report_corrections.save(replace(one, taken=True))


def settle(archive: Archive, correction_id: str, taken: bool) -> Correction:
    """Mark a correction as taken over by hand, or set it aside."""
    label = "Correctie overgenomen" if taken else "Correctie opzijgelegd"
    with archive.transaction(label) as work:
        one = work.report_corrections.get(correction_id)
        return work.report_corrections.save(replace(one, taken=taken))


@dataclass(frozen=True, slots=True)
class _TakingOver:
    """One correction on its way into the draft of its report."""

    work: Work
    clock: Clock
    one: Correction
    report: Report
    parts: tuple[ReportPart, ...]

    def do(self) -> None:
        kind, colon, key = self.one.place.partition(":")
        acts: dict[str, Callable[[str], None]] = {
            DECISION: self._decision,
            ADVICE: self._reason,
            ADVISED: self._advice,
            PERSON: self._person,
            FILE: self._file,
            HEADING: self._heading,
            PART: self._part,
            TITLE: self._title,
            CLIENT: self._client,
            DAY: self._day,
            HOURS: self._hours,
            PLACE: self._place,
            REACHED: self._reached,
            GOAL_NOTE: self._goal_note,
            AUTHOR: self._author,
        }
        act = acts.get(self.one.place) or acts.get(f"{kind}{colon}")
        if act is None:
            raise UserError("Wijzig de toezegging zelf: wie, wat en wanneer staan in haar vakken.")
        act(key)

    # --- the talk and the client ---

    @property
    def _talk(self) -> Appointment:
        return self.work.appointments.get(self.report.appointment_id)

    def _title(self, _: str) -> None:
        title = _filled(self.one.after, self.one.label)
        self.work.reports.save(replace(self.report, title=title))

    def _client(self, _: str) -> None:
        name = _filled(self.one.after, self.one.label)
        if self._talk.client_id is not None:
            client = self.work.clients.get(self._talk.client_id)
            self.work.clients.save(replace(client, name=name))

    def _day(self, _: str) -> None:
        talk = self._talk
        was = local_day(talk.starts_at)
        day = _day(self.one.after, was)
        if not talk.is_open and day > self.clock.today():
            raise UserError("Het gesprek is al gehouden en kan niet op een latere dag zijn.")
        self._at(
            local_moment(day, talk.starts_at.astimezone().time()),
            local_moment(
                day + (local_day(talk.ends_at) - was), talk.ends_at.astimezone().time()
            ),
        )  # fmt: skip
        self._rows_follow(talk, was, day)

    def _rows_follow(self, talk: Appointment, was: date, day: date) -> None:
        """What was decided, promised and asked for in the talk was so on its day."""
        work = self.work
        work.decisions.save_all(
            replace(row, decided_on=day)
            for row in work.decisions.of_appointment(talk.id) if row.decided_on == was
        )  # fmt: skip
        work.commitments.save_all(
            replace(row, made_on=day)
            for row in work.commitments.of_appointment(talk.id) if row.made_on == was
        )  # fmt: skip
        work.wishes.save_all(
            replace(row, said_on=day)
            for row in work.wishes.of_appointment(talk.id) if row.said_on == was
        )  # fmt: skip

    def _hours(self, _: str) -> None:
        first, last = _hours(self.one.after)
        day = local_day(self._talk.starts_at)
        over = timedelta(days=1 if last < first else 0)
        self._at(local_moment(day, first), local_moment(day + over, last))

    def _at(self, starts_at: datetime, ends_at: datetime) -> None:
        # It was noted wrong: the talk itself was not moved, so nobody is asked why.
        talk = replace(self._talk, starts_at=starts_at, ends_at=ends_at)
        self.work.appointments.save(talk)
        follow_appointment(self.work, self.clock, talk)

    def _place(self, _: str) -> None:
        self.work.appointments.save(replace(self._talk, place=_filled(self.one.after, "Plaats")))

    def _reached(self, _: str) -> None:
        self.work.appointments.save(replace(self._talk, goal_reached=_reached(self.one.after)))

    def _goal_note(self, _: str) -> None:
        self.work.appointments.save(replace(self._talk, goal_note=self.one.after))

    def _author(self, _: str) -> None:
        raise UserError("Wijzig uw naam of die van uw kantoor bij Instellingen.")

    # --- who was there ---

    def _person(self, key: str) -> None:
        said = _person(self.one.after) if self.one.after or not key else None
        correct_person(self.work, self._talk, self.one, said)

    # --- registers ---

    def _decision(self, id: str) -> None:
        text, scope = read_decision(self.one.after)
        if not id:
            self._new_decision(text, scope or Scope.INSIDE)
            return
        before = self.work.decisions.get(DecisionId(id))
        if not text:
            self.work.decisions.remove(before.id)
            return
        same = text.rstrip(".") == before.text.strip().rstrip(".")
        self._save(
            before,
            replace(before, text=before.text if same else text, scope=scope or before.scope),
        )

    def _new_decision(self, text: str, scope: Scope) -> None:
        talk = self._talk
        if talk.client_id is None:
            raise UserError("Kies eerst bij Plannen de klant van deze afspraak.")
        self.work.decisions.save(
            Decision(
                DecisionId(new_id()), talk.client_id, _filled(text, "Besluit"),
                local_day(talk.starts_at), scope, appointment_id=talk.id,
                assignment_id=talk.assignment_id,
            )
        )  # fmt: skip

    def _advice(self, id: str) -> None:
        before, advice = self.work.decisions.get(DecisionId(id)), self.one.after
        # A reason goes against some advice; without advice it says nothing.
        reason = before.advice_reason if advice else ""
        self._save(before, replace(before, advice=advice, advice_reason=reason))

    def _reason(self, id: str) -> None:
        before = self.work.decisions.get(DecisionId(id))
        self._save(before, replace(before, advice_reason=self.one.after))

    def _save(self, before: Decision, after: Decision) -> None:
        if after != before:
            self.work.decisions.save(as_confirmed_before(before, after))

    def _file(self, name: str) -> None:
        if not name:
            raise UserError("Voeg het stuk toe bij Bijlagen; daarna staat het in het verslag.")
        owners = (
            (OwnerKind.APPOINTMENT, self.report.appointment_id),
            (OwnerKind.REPORT, self.report.id),
        )
        files = [file for kind, id in owners for file in self.work.attachments.of(kind, id)]
        file = next((one for one in files if one.name == name and one.in_report), None)
        if file is None:
            raise NotFound(f"“{name}” staat niet meer bij de bijlagen; leg de correctie opzij.")
        said, ending = self.one.after, Path(name).suffix
        if not said:
            self.work.attachments.save(replace(file, in_report=False))
            return
        if ending and not said.lower().endswith(ending.lower()):
            said += ending
        self.work.attachments.save(replace(file, name=said))

    # --- the words of the report ---

    def _found(self, key: str) -> ReportPart:
        kind, _, which = key.partition("|")
        for part in self.parts:
            if part.kind.value == kind and which in (part.agenda_item_id or "", part.heading):
                return part
        raise NotFound(
            f"“{self.one.label}” staat niet meer in het verslag; leg de correctie opzij."
        )

    def _part(self, key: str) -> None:
        part, before, after = self._found(key), self.one.before, self.one.after
        text = part.text
        if before and before in text:
            text = text.replace(before, after, 1)
        elif after:
            text = f"{text.rstrip()}\n\n{after}".strip()
        self.work.report_parts.save(replace(part, text=text.strip("\n"), edited=True))

    def _heading(self, key: str) -> None:
        part = self._found(key)
        heading = _filled(self.one.after, "Kop") if part.kind is PartKind.OWN else self.one.after
        self.work.report_parts.save(replace(part, heading=heading, edited=True))
        if part.kind is PartKind.OWN:
            self._follow(key, f"{part.kind.value}|{heading}")

    def _follow(self, was: str, key: str) -> None:
        """What else the client said about an own part finds it under its other heading."""
        same: Iterable[Correction] = self.work.report_corrections.of_answer(self.one.answer_id)
        self.work.report_corrections.save_all(
            replace(other, place=f"{PART}{key}") for other in same if other.place == f"{PART}{was}"
        )


# --- the client's words, read ---


def _filled(said: str, label: str) -> str:
    words = " ".join(said.split())
    if not words:
        raise UserError(f"“{label}” kan niet leeg zijn; schrijf op hoe het wel moet.")
    return words


def _day(said: str, near: date) -> date:
    """The day that is meant, the nearest one to the day that stood there."""
    if _NAMES_A_DAY.search(said):
        terms = [read_term(said, near - timedelta(days=back)) for back in (3, 60)]
        days = [term.day for term in terms if term is not None and term.day is not None]
        if days:
            return min(days, key=lambda day: abs((day - near).days))
    raise UserError("Schrijf de dag voluit, bijvoorbeeld: woensdag 11 maart 2026.")


def _hours(said: str) -> tuple[time, time]:
    if (found := read_hours(said)) is None:
        raise UserError("Schrijf begin en einde, bijvoorbeeld: 10:00–11:30.")
    return found


def _reached(said: str) -> GoalReached:
    if (found := read_reached(said)) is None:
        raise UserError("Schrijf ja, deels of nee; de uitleg staat in de toelichting.")
    return found


def _person(said: str) -> PersonSaid:
    if (found := read_person(said)) is None:
        raise UserError("Schrijf de naam, bijvoorbeeld: Annet Vos (eigenaar), aanwezig.")
    return found

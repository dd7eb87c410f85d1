"""What is done about a remark: other words put in its place, or the promise that was missing."""

from __future__ import annotations

from dataclasses import replace

from gesprekshulp.domain.appointment import Appointment
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.decision import Decision
from gesprekshulp.domain.dutch_dates import local_day
from gesprekshulp.domain.errors import NotFound
from gesprekshulp.domain.ids import AppointmentId, CommitmentId, DecisionId, new_id
from gesprekshulp.domain.remark import (
    ROW_ADVICE,
    ROW_GOAL_NOTE,
    ROW_HEADING,
    ROW_PLACE,
    ROW_REASON,
    ROW_TITLE,
    Remark,
)
from gesprekshulp.domain.report import PartKind
from gesprekshulp.domain.report_passages import passages_of
from gesprekshulp.language.commitments import Table
from gesprekshulp.language.facts_promises import asked_behind, promised_at
from gesprekshulp.services import commitments, report_parts, report_registers, reports
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.line_promises import promise_in, side_of
from gesprekshulp.services.reports import ReportView
from gesprekshulp.services.voices import voices
from gesprekshulp.storage.archive import Archive


class TextChanged(NotFound):
    """The words of a remark are no longer there."""


def put(
    archive: Archive, clock: Clock, appointment_id: AppointmentId, remark: Remark, words: str
) -> None:
    """Put these words in the place of those of a remark; one handeling, which can be undone.

    A row of the report changes in the register that it comes from. Raises TextChanged when the
    words are gone, and UserError where a text cannot be changed from here.
    """
    view = reports.view(archive, clock, appointment_id)
    text = text_of(view, remark)
    place = remark.place_in(text) if text is not None else None
    if text is None or place is None:
        raise TextChanged(f"“{remark.found}” staat er niet meer; de opmerking is vervallen.")
    _keep(archive, clock, view, remark, text[: place[0]] + words + text[place[1] :])


def text_of(view: ReportView, remark: Remark) -> str | None:
    """The text that a remark is about, as it is now; None when it has gone from the report."""
    for passage in passages_of(view.report.title, view.parts, view.sources):
        if (passage.part, passage.row) == (remark.part, remark.row):
            return passage.text
    return None


def places_to_put(view: ReportView) -> frozenset[tuple[str, str]]:
    """The parts and rows of a report where other words can be put: not in the name of a file."""
    files = {one.id for one in view.parts if one.kind is PartKind.ATTACHMENTS}
    return frozenset(
        (passage.part, passage.row)
        for passage in passages_of(view.report.title, view.parts, view.sources)
        if passage.part not in files or passage.row == ""
    )


def _keep(archive: Archive, clock: Clock, view: ReportView, remark: Remark, text: str) -> None:
    id, part, row = view.sources.appointment.id, remark.part, remark.row
    if row == ROW_TITLE:
        report_parts.rename_report(archive, clock, id, text)
    elif row == ROW_HEADING:
        report_parts.rename_part(archive, clock, id, part, text)
    elif row == ROW_PLACE:
        report_registers.set_place(archive, id, text)
    elif row == ROW_GOAL_NOTE:
        report_registers.answer_goal(archive, id, view.sources.appointment.goal_reached, text)
    elif row == "":
        report_parts.edit_part(archive, clock, id, part, text)
    else:
        _keep_row(archive, clock, row, text)


def _keep_row(archive: Archive, clock: Clock, row: str, text: str) -> None:
    bare = row.removeprefix(ROW_ADVICE).removeprefix(ROW_REASON)
    with archive.reading() as work:
        decision = work.decisions.find(DecisionId(bare))
        promise = work.commitments.find(CommitmentId(bare))
    if decision is not None:
        _keep_decision(archive, decision, row, text)
    elif promise is not None:
        commitments.change(archive, clock, replace(promise, what=text.strip()))
    else:
        raise TextChanged("Deze regel staat niet meer in het verslag.")


def _keep_decision(archive: Archive, decision: Decision, row: str, text: str) -> None:
    if row == decision.id:
        report_registers.change_decision(archive, decision.id, text, decision.scope)
        return
    field = "advice" if row.startswith(ROW_ADVICE) else "advice_reason"
    with archive.transaction("Advies gewijzigd") as work:
        work.decisions.save(replace(decision, **{field: " ".join(text.split())}))


def promise_at(
    archive: Archive, clock: Clock, view: ReportView, remark: Remark
) -> Commitment | None:
    """The promise of a remark, read with the words around it: who does it may stand before it."""
    talk = view.sources.appointment
    alone = promise_of(archive, clock, talk.id, remark.found)
    text = text_of(view, remark)
    place = remark.place_in(text) if text else None
    if alone is None or text is None or place is None:
        return alone
    with archive.reading() as work:
        at_table = voices(work, talk)
        people = work.people.of_client(talk.client_id) if talk.client_id else ()
        colleagues = work.advisers.all()
    # Who was not at the table can be named in the text as well.
    table = Table(
        tuple(dict.fromkeys([*at_table.advisers, *(one.name for one in colleagues)])),
        tuple(dict.fromkeys([*at_table.clients, *(one.name for one in people)])),
    )
    found = promised_at(text, place[0], table, local_day(talk.starts_at))
    if found is None:
        return alone
    what = f"{alone.what} {asked}" if (asked := asked_behind(text, found.end)) else alone.what
    if found.person is None:
        return replace(alone, what=what)
    return replace(alone, what=what, side=side_of(found.owner), who=found.person)


def promise_of(
    archive: Archive, clock: Clock, appointment_id: AppointmentId, words: str
) -> Commitment | None:
    """The promise that these words make, not kept yet; None without a client."""
    with archive.reading() as work:
        talk: Appointment = work.appointments.get(appointment_id)
        at_table = voices(work, talk)
    if talk.client_id is None:
        return None
    day = local_day(talk.starts_at)
    read = promise_in(words, day, at_table)
    return Commitment(
        CommitmentId(new_id()), talk.client_id, read.side, read.who, read.what,
        min(day, clock.today()), read.due, read.event, appointment_id=talk.id,
    )  # fmt: skip

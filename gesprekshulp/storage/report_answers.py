"""The answers of clients to reports, with their corrections, and the reports that wait for one."""

from __future__ import annotations

from datetime import date, datetime

from gesprekshulp.domain.dutch_dates import local_day
from gesprekshulp.domain.ids import AppointmentId, ClientId
from gesprekshulp.domain.report_answer import Correction, ReportAnswer, WaitingReport
from gesprekshulp.storage.mapping import Mapper
from gesprekshulp.storage.repository import Repository, Source

ANSWER = Mapper(ReportAnswer)
CORRECTION = Mapper(Correction)


class ReportAnswers(Repository[ReportAnswer]):
    """What clients said to the versions that they got."""

    def __init__(self, source: Source) -> None:
        super().__init__(source, "report_answers", ANSWER, "antwoord")

    def of_report(self, report_id: str) -> tuple[ReportAnswer, ...]:
        """The answers to one version, newest first."""
        return self.where("report_id = ?", report_id, order="answered_on DESC, created_at DESC")

    def waiting(self, today: date, client_id: str | None = None) -> tuple[WaitingReport, ...]:
        """The newest sent versions whose day to answer has passed in silence, longest ago first."""
        of_client = " AND a.client_id = ?" if client_id else ""
        rows = self._source.rows(
            "SELECT r.appointment_id, a.client_id, c.name, r.title, r.version, r.sent_at,"
            " r.reply_by FROM reports r JOIN appointments a ON a.id = r.appointment_id"
            " JOIN clients c ON c.id = a.client_id"
            " WHERE r.state = 'verstuurd' AND r.deleted_at IS NULL AND r.reply_by < ?"
            " AND a.deleted_at IS NULL AND c.deleted_at IS NULL AND r.sent_at IS NOT NULL"
            " AND NOT EXISTS (SELECT 1 FROM reports n WHERE n.appointment_id = r.appointment_id"
            "  AND n.version > r.version AND n.state <> 'concept' AND n.deleted_at IS NULL)"
            " AND NOT EXISTS (SELECT 1 FROM report_answers s WHERE s.report_id = r.id"
            f"  AND s.deleted_at IS NULL){of_client} ORDER BY r.reply_by, c.name",
            (today.isoformat(), *((client_id,) if client_id else ())),
        )
        return tuple(
            WaitingReport(
                AppointmentId(talk), ClientId(client), name, title, version,
                local_day(datetime.fromisoformat(sent)), date.fromisoformat(reply_by),
            )
            for talk, client, name, title, version, sent, reply_by in rows
        )  # fmt: skip


class Corrections(Repository[Correction]):
    """The lines that clients want otherwise."""

    def __init__(self, source: Source) -> None:
        super().__init__(source, "report_corrections", CORRECTION, "correctie")

    def of_answer(self, answer_id: str) -> tuple[Correction, ...]:
        """The corrections of one answer, in the order of the paper."""
        return self.where("answer_id = ?", answer_id, order="position")

"""Reports, their parts, and read-backs in the archive."""

from __future__ import annotations

from datetime import datetime

from gesprekshulp.domain.dossier import PreviousReport
from gesprekshulp.domain.ids import AppointmentId, LineId, ReportId
from gesprekshulp.domain.read_back import ReadBack, ReadBackItem, ReadBackSection, Verdict
from gesprekshulp.domain.report import Report, ReportPart
from gesprekshulp.storage.mapping import Mapper, moment_text
from gesprekshulp.storage.repository import OfAppointment, Repository, Source

REPORT = Mapper(Report)
PART = Mapper(ReportPart)


class Reports(OfAppointment[Report]):
    """Versions of reports."""

    def __init__(self, source: Source) -> None:
        super().__init__(source, "reports", REPORT, "verslag", "version DESC")

    def latest(self, appointment_id: str) -> Report | None:
        """The newest version of one talk's report."""
        return next(iter(self.of_appointment(appointment_id)), None)

    def latest_of_client(self, client_id: str) -> tuple[tuple[Report, datetime], ...]:
        """The newest version of each of a client's reports, with the start of its talk."""
        rows = self._source.rows(
            f"SELECT {REPORT.select('r')}, a.starts_at FROM appointments a"
            " JOIN reports r ON r.appointment_id = a.id"
            " WHERE a.client_id = ? AND a.deleted_at IS NULL AND r.deleted_at IS NULL"
            " AND r.version = (SELECT max(n.version) FROM reports n"
            "  WHERE n.appointment_id = a.id AND n.deleted_at IS NULL)"
            " ORDER BY a.starts_at DESC",
            (client_id,),
        )
        return tuple((REPORT.read(row), datetime.fromisoformat(row[-1])) for row in rows)

    def previous(
        self, client_id: str, before: datetime | None = None, limit: int = 10
    ) -> tuple[PreviousReport, ...]:
        """Newest versions of the reports of a client's talks before a moment, newest first."""
        moment = moment_text(before) if before else "9999"
        rows = self._source.rows(
            "SELECT r.id, r.appointment_id, r.title, max(r.version), r.state, a.starts_at"
            " FROM appointments a JOIN reports r ON r.appointment_id = a.id"
            " WHERE a.client_id = ? AND a.starts_at < ? AND a.deleted_at IS NULL"
            " AND r.deleted_at IS NULL GROUP BY r.appointment_id"
            f" ORDER BY a.starts_at DESC LIMIT {int(limit)}",
            (client_id, moment),
        )
        return tuple(
            PreviousReport(
                ReportId(row[0]),
                AppointmentId(row[1]),
                row[2],
                row[3],
                row[4],
                datetime.fromisoformat(row[5]),
            )
            for row in rows
        )


class ReportParts(Repository[ReportPart]):
    """The editable parts of reports."""

    def __init__(self, source: Source) -> None:
        super().__init__(source, "report_parts", PART, "onderdeel")

    def of_report(self, report_id: str) -> tuple[ReportPart, ...]:
        """One report's parts in order."""
        return self.where("report_id = ?", report_id, order="position")


class ReadBacks:
    """What was confirmed at tables."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def save(self, read_back: ReadBack, item_ids: tuple[str, ...]) -> ReadBack:
        """Keep a confirmed read-back with its items; `item_ids` are fresh identifiers for them."""
        self._source.write(
            "read_backs",
            [
                {
                    "id": read_back.id,
                    "appointment_id": read_back.appointment_id,
                    "confirmed_at": moment_text(read_back.confirmed_at),
                    "confirmed_by": read_back.confirmed_by,
                }
            ],
        )
        rows: list[dict[str, object]] = [
            {
                "id": id,
                "read_back_id": read_back.id,
                "position": position,
                "line_id": item.line_id,
                "section": item.section.value,
                "text": item.text,
                "before": item.before,
                "verdict": item.verdict.value if item.verdict else None,
            }
            for position, (id, item) in enumerate(zip(item_ids, read_back.items, strict=True))
        ]
        if rows:
            self._source.write("read_back_items", rows)
        return read_back

    def of_appointment(self, appointment_id: str) -> tuple[ReadBack, ...]:
        """One talk's read-backs, newest first."""
        heads = self._source.rows(
            "SELECT id, confirmed_at, confirmed_by FROM read_backs"
            " WHERE appointment_id = ? AND deleted_at IS NULL"
            " ORDER BY confirmed_at DESC, rowid DESC",
            (appointment_id,),
        )
        return tuple(
            ReadBack(
                id,
                AppointmentId(appointment_id),
                datetime.fromisoformat(at),
                by,
                self._items(id),
            )
            for id, at, by in heads
        )

    def _items(self, read_back_id: str) -> tuple[ReadBackItem, ...]:
        rows = self._source.rows(
            "SELECT line_id, section, text, before, verdict FROM read_back_items"
            " WHERE read_back_id = ? AND deleted_at IS NULL ORDER BY position",
            (read_back_id,),
        )
        return tuple(
            ReadBackItem(
                LineId(line), ReadBackSection(section), text, before,
                Verdict(verdict) if verdict else None,
            )
            for line, section, text, before, verdict in rows
        )  # fmt: skip

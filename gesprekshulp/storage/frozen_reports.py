"""Versions of reports as they were sent; triggers refuse to change or remove them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from gesprekshulp.domain.as_data import as_json, from_json
from gesprekshulp.domain.ids import ReportId
from gesprekshulp.domain.report_version import FrozenReport, ReportContent
from gesprekshulp.storage.mapping import moment_text
from gesprekshulp.storage.repository import Source

if TYPE_CHECKING:
    from gesprekshulp.storage.driver import Row

_COLUMNS = (
    "id, report_id, frozen_at, content, content_sha256, file_name, file_sha256, pdf_sha256,"
    " logo_sha256"
)


class FrozenReports:
    """What was sent. The logo stands once among the bytes of all files, not in each version."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def keep(
        self,
        id: str,
        report_id: ReportId,
        at: datetime,
        content: ReportContent,
        file: tuple[str, bytes],
        pdf: bytes | None = None,
    ) -> FrozenReport:
        """Keep a version for good. `file` is the name and the bytes of the Word file."""
        name, word = file
        document = content.document
        logo = document.firm.logo
        bare = replace(content, document=replace(document, firm=replace(document.firm, logo=b"")))
        text = as_json(bare)
        row: dict[str, object] = {
            "id": id,
            "report_id": report_id,
            "frozen_at": moment_text(at),
            "content": text,
            "content_sha256": hashlib.sha256(text.encode()).hexdigest(),
            "file_name": name,
            "file_sha256": self._bytes(word),
            "pdf_sha256": self._bytes(pdf) if pdf is not None else None,
            "logo_sha256": self._bytes(logo) if logo else None,
        }
        self._source.write("frozen_reports", [row])
        return FrozenReport(
            id, report_id, at, content, str(row["content_sha256"]), name,
            str(row["file_sha256"]), str(row["pdf_sha256"] or ""),
        )  # fmt: skip

    def of_report(self, report_id: str) -> tuple[FrozenReport, ...]:
        """What was kept of one version, newest first: more than one when sending was undone."""
        rows = self._source.rows(
            f"SELECT {_COLUMNS} FROM frozen_reports WHERE report_id = ? ORDER BY rowid DESC",
            (report_id,),
        )
        return tuple(map(self._read, rows))

    def newest_of(self, report_id: str) -> FrozenReport | None:
        """What was kept of one version the last time it was sent."""
        rows = self._source.rows(
            f"SELECT {_COLUMNS} FROM frozen_reports WHERE report_id = ?"
            " ORDER BY rowid DESC LIMIT 1",
            (report_id,),
        )
        return self._read(rows[0]) if rows else None

    def _read(self, row: Row) -> FrozenReport:
        id, report_id, at, text, sha, name, file, pdf, logo = row
        content = from_json(ReportContent, text)
        if logo:
            bytes_ = self._source.rows("SELECT bytes FROM blobs WHERE sha256 = ?", (logo,))
            firm = replace(content.document.firm, logo=bytes(bytes_[0][0]))
            content = replace(content, document=replace(content.document, firm=firm))
        return FrozenReport(
            id, ReportId(report_id), datetime.fromisoformat(at), content, sha, name, file, pdf or ""
        )

    def _bytes(self, content: bytes) -> str:
        from gesprekshulp.storage.attachments import Attachments

        return Attachments(self._source).keep_bytes(content)

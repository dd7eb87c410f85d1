"""A version of a report as it was sent: kept word for word, and never changed again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from gesprekshulp.domain.ids import CommitmentId, DecisionId, ReportId
from gesprekshulp.domain.report import PartKind, ReportDocument, ReportPart
from gesprekshulp.domain.report_rules import ReportSources


@dataclass(frozen=True, slots=True)
class ReportContent:
    """What a version says, apart from registers that go on changing.

    The identifiers stand in the order of the document's rows: `decisions` of its decisions,
    `deviations` of those against our advice, `commitments` and `earlier` of its promises. They are
    empty where the document leaves the rows out.
    """

    document: ReportDocument
    parts: tuple[ReportPart, ...]
    decisions: tuple[DecisionId, ...] = ()
    deviations: tuple[DecisionId, ...] = ()
    commitments: tuple[CommitmentId, ...] = ()
    earlier: tuple[CommitmentId, ...] = ()

    def edited(self, kind: PartKind) -> bool:
        """Whether the adviser wrote in a part of this kind."""
        return any(part.kind is kind and part.edited for part in self.parts)


@dataclass(frozen=True, slots=True)
class FrozenReport:
    """A version that left the house.

    `frozen_at` is when it was kept; when it was sent stands on the report. `file_sha256` is that of
    the Word file, `pdf_sha256` of the PDF when one went along (else empty); `content_sha256` that
    of the content as it is kept.
    """

    id: str
    report_id: ReportId
    frozen_at: datetime
    content: ReportContent
    content_sha256: str
    file_name: str
    file_sha256: str
    pdf_sha256: str = ""


def content_of(
    document: ReportDocument, parts: tuple[ReportPart, ...], sources: ReportSources
) -> ReportContent:
    """What a version says now, with the identifiers behind its rows."""
    return ReportContent(
        document=document,
        parts=parts,
        decisions=tuple(one.id for one in sources.decisions) if document.decisions else (),
        deviations=tuple(one.id for one in sources.decisions if one.is_against_advice)
        if document.deviations
        else (),
        commitments=tuple(one.id for one in sources.commitments) if document.commitments else (),
        earlier=tuple(one.commitment.id for one in sources.earlier) if document.earlier else (),
    )

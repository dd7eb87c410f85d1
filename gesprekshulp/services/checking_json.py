"""Nakijken for the command line: remarks, and what is missing, as plain values."""

from __future__ import annotations

from gesprekshulp.domain.ids import AppointmentId
from gesprekshulp.domain.remark import ROW_HEADING, ROW_TITLE
from gesprekshulp.domain.report import PartKind, ReportPart, ReportState
from gesprekshulp.services import reports
from gesprekshulp.services.checking import check
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive

MISSING = "ontbreekt"
"""The rule of what is not filled in yet, which is no remark on words."""


def remarks_json(
    archive: Archive, clock: Clock, appointment_id: AppointmentId
) -> list[dict[str, object]]:
    """What there is to look at again in the newest version of a report, in the order of the paper.

    `van` and `tot` count characters in the text of the part (or of its heading, or its row);
    `houdt_tegen` says whether the report cannot leave like this. A version that was sent gives
    nothing: it can no longer be changed.
    """
    view = reports.view(archive, clock, appointment_id)
    if view.report.state is not ReportState.DRAFT:
        return []
    found: list[dict[str, object]] = [
        {
            "regel": MISSING, "soort": problem.word, "onderdeel": problem.kind.value, "waar": "",
            "van": 0, "tot": 0, "gevonden": "", "reden": problem.sentence, "verbetering": None,
            "houdt_tegen": problem.blocks,
        }
        for problem in view.problems
    ]  # fmt: skip
    by_id = {part.id: part for part in view.parts}
    remarks: list[dict[str, object]] = [
        {
            "regel": one.rule, "soort": one.kind.value,
            "onderdeel": _name(by_id.get(one.part)),
            "waar": {ROW_TITLE: "titel", ROW_HEADING: "kop", "": "tekst"}.get(one.row, one.row),
            "van": one.start, "tot": one.end, "gevonden": one.found, "reden": one.reason,
            "verbetering": one.fix, "houdt_tegen": one.blocks,
        }
        for one in check(archive, clock, appointment_id).remarks
    ]  # fmt: skip
    return found + remarks


def _name(part: ReportPart | None) -> str:
    if part is None:
        return ""
    own = part.kind in (PartKind.OWN, PartKind.DISCUSSED) and part.heading
    return part.heading if own else part.kind.value

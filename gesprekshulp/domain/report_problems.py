"""What is still to be mended in a report before it goes to the client."""

from __future__ import annotations

from dataclasses import dataclass

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import CommitmentId
from gesprekshulp.domain.paper import Paper, PaperKind, rows_in
from gesprekshulp.domain.report import PartKind, ReportPart
from gesprekshulp.domain.report_rules import ReportSources


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. `blocks` keeps the report from being sent; `word` names it in short."""

    kind: PartKind
    word: str
    sentence: str
    blocks: bool = False
    commitment_id: CommitmentId | None = None


class ReportNotReady(UserError):
    """A report that was about to be sent with something in it that may not go out."""


def problems_of(parts: tuple[ReportPart, ...], sources: ReportSources) -> tuple[Problem, ...]:
    """What is still to be mended, in the order of the paper.

    A promise of ours without a day or an event blocks sending, one of an earlier talk as well.
    The client's may stay open: then the report says that no day was agreed on.
    """
    shown = {part.kind: part for part in parts if part.included}
    found: list[Problem] = []
    if any(person.present is None for person in sources.participants):
        found.append(Problem(PartKind.FACTS, "Nog te kiezen", "Kies wie er bij het gesprek waren."))
    goal = shown.get(PartKind.GOAL)
    if goal is not None and not goal.text.strip():
        found.append(Problem(PartKind.GOAL, "Ontbreekt", "Er staat nog geen doel in het verslag."))
    elif goal is not None and sources.appointment.goal_reached is None:
        found.append(
            Problem(PartKind.GOAL, "Nog te kiezen", "Is het doel bereikt? Kies ja, deels of nee.")
        )
    told = any(p.text.strip() for p in parts if p.kind is PartKind.DISCUSSED and p.included)
    if not told and PartKind.DISCUSSED in shown and not (sources.decisions or sources.commitments):
        found.append(
            Problem(PartKind.DISCUSSED, "Ontbreekt", "Er staat nog niet in wat er besproken is.")
        )
    earlier = tuple(promise.commitment for promise in sources.earlier)
    for kind, promises in (
        (PartKind.COMMITMENTS, sources.commitments),
        (PartKind.EARLIER, earlier),
    ):
        if kind in shown:
            found += [_vague(kind, item) for item in promises if _is_ours_and_vague(item)]
    return tuple(found)


def require_ready(problems: tuple[Problem, ...], paper: Paper) -> None:
    """Raise ReportNotReady when something that stands in the paper keeps it from going out."""
    rows = rows_in(paper)
    blocking = [one for one in problems if one.blocks and one.commitment_id in rows]
    if not blocking:
        return
    more = f" (en nog {len(blocking) - 1})" if len(blocking) > 1 else ""
    is_report = paper.kind is PaperKind.REPORT
    what = "Het verslag" if is_report else f"De {paper.kind.value}"
    raise ReportNotReady(
        f"{what} kan zo niet weg: {blocking[0].sentence[0].lower()}{blocking[0].sentence[1:]}"
        f"{more} Kies een dag, of zet erbij waar het op wacht."
    )


def _vague(kind: PartKind, item: Commitment) -> Problem:
    return Problem(
        kind,
        "Vage belofte",
        f"“{item.what}” heeft nog geen dag. Wanneer is het klaar?",
        blocks=True,
        commitment_id=item.id,
    )


def _is_ours_and_vague(item: Commitment) -> bool:
    return item.is_open and item.is_vague and item.side in (Side.US, Side.BOTH)

"""How reliable promises are, and that it stays inside."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path

import gesprekshulp
from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.commitment import CommitmentState
from gesprekshulp.domain.reliability import Quarter, Tally, reliability

TODAY = date(2026, 3, 12)


def tally(state=CommitmentState.KEPT, side=Side.US, number=1, **more):
    values = {"year": 2026, "quarter": 1, "moved": False, "late": False, **more}
    return Tally(side=side, state=state, number=number, **values)


def test_quarters_are_counted_back_over_the_year():
    assert Quarter.of(TODAY) == Quarter(2026, 1)
    assert Quarter(2026, 1).back(1) == Quarter(2025, 4)
    assert Quarter(2025, 4).first_day == date(2025, 10, 1)
    assert Quarter(2025, 4).label == "4e kwartaal 2025"


def test_kept_late_moved_and_dropped_are_told_apart():
    ours = reliability(
        [
            tally(number=6),
            tally(number=1, moved=True),
            tally(CommitmentState.KEPT_LATE, number=2, late=True, days_late=8, longest=5),
            tally(CommitmentState.OPEN, number=1, late=True, days_late=4, longest=4),
            tally(CommitmentState.DROPPED, number=2),
        ],
        TODAY,
        4,
    ).reveal().ours  # fmt: skip
    assert (ours.kept, ours.late, ours.moved, ours.dropped) == (7, 3, 1, 2)
    assert ours.share_kept == 0.7
    assert ours.average_days_late == 4
    assert ours.longest == 5


def test_what_was_promised_together_counts_for_both_and_of_others_for_neither():
    found = reliability(
        [tally(side=Side.BOTH), tally(side=Side.THIRD), tally(side=Side.CLIENT)], TODAY, 1
    ).reveal()
    assert (found.ours.kept, found.theirs.kept) == (1, 2)


def test_every_quarter_stands_there_also_without_anything_in_it():
    found = reliability([tally(year=2025, quarter=2)], TODAY, 4).reveal()
    assert found.quarters[0].quarter.label == "2e kwartaal 2025"
    assert [one.ours.kept for one in found.quarters] == [1, 0, 0, 0]
    assert found.quarters[-1].ours.share_kept is None


def test_the_figures_say_nothing_of_themselves():
    secret = reliability([tally()], TODAY, 1)
    assert "1" not in f"{secret} {secret!r} {secret:>20}"


def test_nothing_that_makes_files_or_reports_knows_them():
    package = Path(gesprekshulp.__file__).parent
    writers = [*package.glob("exchange/**/*.py"), *package.glob("domain/report*.py")]
    writers += [*package.glob("services/report*.py"), package / "services" / "dossier.py"]
    writers += [package / "services" / "messages.py", package / "services" / "commitment_export.py"]
    for path in writers:
        names = [
            node.module or ""
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.ImportFrom)
        ]
        assert not [name for name in names if name.endswith(".reliability")], path

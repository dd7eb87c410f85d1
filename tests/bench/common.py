"""What every row of the bench shares: figures beside their limits, and fair ways to time.

The machine may be busy with other things. So what is compared is measured in turns, one of ours and
one of the other's, and it is the median of the ratios within the pairs that counts.
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

# As the program does: PySide6's hook would look into all that is imported after it, and keep its
# source.
import gesprekshulp.ui  # noqa: E402, F401


@dataclass(frozen=True, slots=True)
class Plan:
    """What to measure on, and how often. `large` and `tenth` are data folders."""

    large: Path
    tenth: Path
    rounds: int


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure beside its limit.

    With `reference` the limit is a number of times that reference, measured in the same run;
    without it the limit is in `unit` itself.
    """

    row: str
    what: str
    unit: str
    value: float
    at_most: float
    reference: float | None = None
    against: str = ""
    ratio: float | None = None
    note: str = ""

    @property
    def passed(self) -> bool:
        """Whether the figure stays within its limit."""
        return (self.value if self.ratio is None else self.ratio) <= self.at_most

    def as_json(self) -> dict[str, object]:
        """The figure as plain values."""
        limit = self.at_most if self.reference is None else self.at_most * self.reference
        return {
            "row": self.row,
            "what": self.what,
            "unit": self.unit,
            "value": round(self.value, 3),
            "limit": round(limit, 3),
            "against": self.against,
            "reference": None if self.reference is None else round(self.reference, 3),
            "ratio": None if self.ratio is None else round(self.ratio, 3),
            "at_most": self.at_most,
            "passed": self.passed,
            "note": self.note,
        }


def milliseconds(act: Callable[[], object]) -> float:
    """How long one call takes, with the garbage collector standing still."""
    gc.collect()
    gc.disable()
    try:
        began = time.perf_counter_ns()
        act()
        return (time.perf_counter_ns() - began) / 1e6
    finally:
        gc.enable()


def in_turns(
    ours: Callable[[], float], other: Callable[[], float], rounds: int
) -> tuple[list[float], list[float]]:
    """Measure two things in turns, each going first as often as the other."""
    mine: list[float] = []
    theirs: list[float] = []
    for number in range(rounds):
        if number % 2:
            theirs.append(other())
            mine.append(ours())
        else:
            mine.append(ours())
            theirs.append(other())
    return mine, theirs


def compared(
    row: str,
    what: str,
    mine: Sequence[float],
    theirs: Sequence[float],
    *,
    against: str,
    at_most: float,
    note: str = "",
) -> Figure:
    """A figure of what was measured in turns: medians, and the median ratio of the pairs."""
    ratio = statistics.median(a / b for a, b in zip(mine, theirs, strict=True))
    return Figure(
        row,
        what,
        "ms",
        statistics.median(mine),
        at_most,
        statistics.median(theirs),
        against,
        ratio,
        note,
    )


def p95(values: Sequence[float]) -> float:
    """The value that 95 in a hundred stay under."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]

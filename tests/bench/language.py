"""Dutch terms beside the `dateparser` package, and the recogniser of promises on labelled notes.

The phrases are those of `tests/language/data/termen.jsonl`. Where `dateparser` is not installed
only our own figures are given.
"""

from __future__ import annotations

import importlib
import json
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from tests.bench.common import ROOT, Figure, Plan

_DATA = ROOT / "tests" / "language" / "data"
_NOTES = ("voorbeeld.jsonl", "ongezien.jsonl")
_ROW = "language"


def figures(plan: Plan) -> list[Figure]:
    """The figures of this row; the archive is not used."""
    return rows(plan.rounds)


def rows(rounds: int = 3) -> list[Figure]:
    """Terms (accuracy and speed) and promises (scores and speed), each beside its limit."""
    return [*_terms(rounds), *_promises(rounds)]


def _read(name: str) -> list[dict[str, Any]]:
    path = Path(_DATA / name)
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _terms(rounds: int) -> list[Figure]:
    from gesprekshulp.language.terms import read_term

    phrases = _read("termen.jsonl")

    def ours(text: str, today: date) -> date | None:
        term = read_term(text, today)
        return term.day if term is not None else None

    wrong, speed = _judged(ours, phrases, rounds)
    theirs = _dateparser()
    note = "dateparser is not installed"
    reference: float | None = None
    if theirs is not None:
        their_wrong, reference = _judged(theirs, phrases, 1)
        note = f"dateparser: {their_wrong:.1f} % wrong, {reference:.3f} ms"
    return [
        Figure(_ROW, f"{len(phrases)} Dutch terms read wrongly", "%", wrong, 2.0, note=note),
        Figure(_ROW, "one term (median)", "ms", speed, 0.5, note=note),
    ]


def _judged(
    read: Callable[[str, date], date | None], phrases: list[dict[str, Any]], rounds: int
) -> tuple[float, float]:
    """The share of phrases read wrongly in per cent, and the median time of one in ms."""
    wrong = 0
    spent: list[float] = []
    for turn in range(rounds):
        for record in phrases:
            today = date.fromisoformat(record["peildatum"])
            began = time.perf_counter_ns()
            found = read(record["tekst"], today)
            spent.append((time.perf_counter_ns() - began) / 1e6)
            if not turn:
                wrong += (found.isoformat() if found else None) != record["termijn"]
    return 100 * wrong / len(phrases), statistics.median(spent)


def _dateparser() -> Callable[[str, date], date | None] | None:
    """A reader of terms by `dateparser`, set as well as it can be; None where it is not there."""
    try:
        package: Any = importlib.import_module("dateparser")
    except ImportError:
        return None

    def read(text: str, today: date) -> date | None:
        settings = {
            "RELATIVE_BASE": datetime(today.year, today.month, today.day, 9),
            "PREFER_DATES_FROM": "future",
            "PREFER_DAY_OF_MONTH": "last",
            "DATE_ORDER": "DMY",
        }
        found: datetime | None = package.parse(text, languages=["nl"], settings=settings)
        return found.date() if found is not None else None

    return read


def _promises(rounds: int) -> list[Figure]:
    from gesprekshulp.language.commitments_stream import commitment_line
    from tests.language.scoring import notes, score

    found: list[Figure] = []
    for name in _NOTES:
        records = notes(name)
        result = score(records)
        note = (
            f"precision {result.precision:.3f}, recall {result.recall:.3f}, door {result.door:.3f},"
            f" termijn {result.termijn:.3f}, vrijblijvend {result.vrijblijvend:.3f}"
        )
        share = 100 * (1 - result.exact)
        found.append(
            Figure(_ROW, f"notes of {name} not exactly right", "%", share, 14.0, note=note)
        )
    records = notes(_NOTES[0])
    spent: list[float] = []
    for _ in range(rounds + 1):
        began = time.perf_counter()
        for record in records:
            commitment_line(record)
        spent.append(1000 * (time.perf_counter() - began) / len(records))
    found.append(Figure(_ROW, "promises of one note", "ms", min(spent), 2.0))
    return found


def main() -> None:
    """Prints the figures of this row alone."""
    for figure in rows():
        mark = "ok  " if figure.passed else "OVER"
        limit = f"at most {figure.at_most} {figure.unit}"
        note = f"  ({figure.note})" if figure.note else ""
        sys.stdout.write(f"{mark} {figure.what}: {figure.value:.3f} {figure.unit}; {limit}{note}\n")


if __name__ == "__main__":
    main()

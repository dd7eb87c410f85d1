"""Scores recognised promises against labelled notes: detection, and each field over the pairs."""

import json
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from typing import Any

from gesprekshulp.language.commitments_stream import commitment_line

DATA = Path(__file__).parent / "data"
FIELDS = ("door", "termijn", "vrijblijvend")


@dataclass(frozen=True, slots=True)
class Score:
    """Shares between 0 and 1; `exact` is the share of notes without any difference."""

    precision: float
    recall: float
    door: float
    termijn: float
    vrijblijvend: float
    exact: float


def notes(name: str) -> list[dict[str, Any]]:
    """The labelled notes of one file."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def score(records: list[dict[str, Any]]) -> Score:
    """How well the recogniser does on labelled notes."""
    hits = extra = missed = exact = 0
    right = dict.fromkeys(FIELDS, 0)
    for record in records:
        gold, found = record["toezeggingen"], commitment_line(record)["toezeggingen"]
        pairs = _pairs(gold, found)
        hits += len(pairs)
        missed += len(gold) - len(pairs)
        extra += len(found) - len(pairs)
        for want, got in pairs:
            for field in FIELDS:
                right[field] += want[field] == got[field]
        exact += len(gold) == len(found) and all(
            want[field] == got[field] for want, got in pairs for field in FIELDS
        )
    return Score(
        hits / max(1, hits + extra),
        hits / max(1, hits + missed),
        *(right[field] / max(1, hits) for field in FIELDS),
        exact / len(records),
    )


def _pairs(gold: list[Any], found: list[Any]) -> list[tuple[Any, Any]]:
    """The pairing of the two lists that agrees most, owner before term before vagueness."""
    swapped = len(gold) > len(found)
    small, large = (found, gold) if swapped else (gold, found)
    orders = (list(zip(small, order, strict=True)) for order in permutations(large, len(small)))
    best = max(orders, key=lambda pairs: [sum(a[f] == b[f] for a, b in pairs) for f in FIELDS])
    return [(b, a) for a, b in best] if swapped else best

"""Constructions of Dutch, each with sentences that bind and sentences that only look like it."""

from datetime import date

import pytest

from gesprekshulp.language.commitments import Table, find_commitments
from tests.language.scoring import notes, score

KINDS = sorted({str(note["soort"]) for note in notes("zinsbouw.jsonl")})


@pytest.mark.parametrize("kind", KINDS)
def test_a_construction_is_read_whatever_its_words(kind: str) -> None:
    records = [note for note in notes("zinsbouw.jsonl") if note["soort"] == kind]
    wrong = [record["tekst"] for record in records if score([record]).exact < 1]
    assert wrong == []


@pytest.mark.parametrize(
    "words",
    ["zowel Jan als ", "Els: lijst (di), ", "de ramen, de deuren en ", "ik regel dat, "],
)
def test_a_construction_repeated_without_end_stops_no_reader(words: str) -> None:
    table = Table(("Anna Smit",), ("Jan van den Bos", "Els Karsten"))
    assert isinstance(find_commitments(words * 2000, table, date(2026, 3, 4)), tuple)

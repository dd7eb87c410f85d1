"""Constructions of Dutch, each with sentences that bind and sentences that only look like it."""

import pytest

from tests.language.scoring import notes, score

KINDS = sorted({str(note["soort"]) for note in notes("zinsbouw.jsonl")})


@pytest.mark.parametrize("kind", KINDS)
def test_a_construction_is_read_whatever_its_words(kind: str) -> None:
    records = [note for note in notes("zinsbouw.jsonl") if note["soort"] == kind]
    wrong = [record["tekst"] for record in records if score([record]).exact < 1]
    assert wrong == []

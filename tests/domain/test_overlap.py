"""Whether internal words stand in another text."""

from __future__ import annotations

import time

from gesprekshulp.domain.overlap import shared_stretches
from gesprekshulp.domain.text import InternalText

SECRET = "Marge op systeem B is beter, niet op sturen"


def found(text: str, secret: str = SECRET) -> list[str]:
    return [text[start:end] for start, end in shared_stretches(secret, text)]


def test_four_words_in_a_row_are_found_whatever_their_capitals_and_marks() -> None:
    assert found("De MARGE, op systeem B, is hoger.") == ["MARGE, op systeem B, is"]


def test_three_words_are_not() -> None:
    assert found("De marge op systeem A.") == []


def test_a_short_secret_counts_when_all_of_it_is_there() -> None:
    assert found("Hij is slecht betaler.", "slecht betaler") == ["slecht betaler"]
    assert found("Hij betaalt.", "betaalt") == []
    assert found("Hij betaalt.", "") == []


def test_a_turn_of_phrase_is_no_quote() -> None:
    assert found("Aan het einde van de week.", "bel aan het einde van de week nog eens") == []


def test_internal_text_tells_only_where_it_is_repeated() -> None:
    text = "Want marge op systeem B is beter."
    assert [text[a:b] for a, b in InternalText(SECRET).repeated_in(text)] == [
        "marge op systeem B is beter"
    ]


def test_long_texts_are_compared_quickly() -> None:
    start = time.process_time()
    shared_stretches("geheime marge " * 2000, "geheime marge van de zaak " * 2000)
    assert time.process_time() - start < 2

"""Texts compared word by word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gesprekshulp.domain.word_diff import Piece, likeness, word_diff

words = st.lists(st.sampled_from(("de", "kassa", "werkt", "niet", ",", "vrijdag", " ")), max_size=9)


def told(before: str, after: str) -> list[tuple[str, str]]:
    return [(one.text, one.piece.value) for one in word_diff(before, after)]


def test_only_the_word_that_changed_is_marked() -> None:
    assert told("We kiezen systeem A.", "We kiezen systeem B.") == [
        ("We kiezen systeem ", "gelijk"), ("A", "weg"), ("B", "nieuw"), (".", "gelijk"),
    ]  # fmt: skip


def test_words_beside_each_other_are_marked_in_one_piece() -> None:
    assert told("over twee dagen", "over drie weken") == [
        ("over ", "gelijk"), ("twee dagen", "weg"), ("drie weken", "nieuw"),
    ]  # fmt: skip


@given(words.map(" ".join), words.map(" ".join))
def test_both_texts_can_be_read_back_from_the_difference(before: str, after: str) -> None:
    found = word_diff(before, after)
    assert "".join(one.text for one in found if one.piece is not Piece.ADDED) == before
    assert "".join(one.text for one in found if one.piece is not Piece.REMOVED) == after


def test_a_text_of_a_hundred_thousand_words_is_told_as_a_whole() -> None:
    found = word_diff("woord " * 100_000, "ander " * 100_000)
    assert [one.piece for one in found] == [Piece.REMOVED, Piece.ADDED]


def test_likeness_says_how_many_words_are_the_same() -> None:
    assert likeness("de kassa werkt", "de kassa werkt") == 1
    assert likeness("de kassa werkt", "iets heel anders") == 0

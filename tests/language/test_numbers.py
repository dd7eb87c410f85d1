import pytest

from gesprekshulp.language.numbers import cardinal, ordinal


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("een", 1),
        ("twaalf", 12),
        ("eenentwintig", 21),
        ("tweeentwintig", 22),
        ("negenennegentig", 99),
        ("honderdtwintig", 120),
        ("tweeduizendzesentwintig", 2026),
        ("anderhalve", 1.5),
        ("tweeenhalve", 2.5),
        ("half", 0.5),
        ("stoel", None),
        ("duizendpoot", None),
    ],
)
def test_numbers_in_words(word: str, value: float | None):
    assert cardinal(word) == value


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("eerste", 1),
        ("derde", 3),
        ("achtste", 8),
        ("vijftiende", 15),
        ("twintigste", 20),
        ("eenentwintigste", 21),
        ("eenendertigste", 31),
        ("eende", None),
    ],
)
def test_ordinals_in_words(word: str, value: int | None):
    assert ordinal(word) == value

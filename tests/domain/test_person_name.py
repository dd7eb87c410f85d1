"""Whether a name that is corrected is still that of the same person."""

from __future__ import annotations

import pytest

from gesprekshulp.domain.person_name import Likeness, likeness, same_name


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Anet Vos", "Annet Vos", Likeness.RESPELLED),
        ("anet  vos", "Anet Vos", Likeness.RESPELLED),
        ("Anet Vos", "Anet Vis", Likeness.RESPELLED),
        ("Joris de Wit", "Joris de Witt", Likeness.RESPELLED),
        ("Loes van Dyk", "Loes van Dijk", Likeness.RESPELLED),
        ("Piet Hendriks", "Piet Hendrickx", Likeness.RESPELLED),
        ("Joris Wit", "Joris de Wit", Likeness.FULLER),
        ("Annet", "Annet Vos", Likeness.FULLER),
        ("A. Vos", "Annet Vos", Likeness.FULLER),
        ("Jan de Vries", "Tom de Vries", Likeness.OTHER),
        ("Kees van Dijk", "Loes van Dijk", Likeness.OTHER),
        ("Kees van Dijk", "Koos van Dijk", Likeness.OTHER),
        ("Tim de Boer", "Tom de Boer", Likeness.OTHER),
        ("Anet Vos", "Anet Kok", Likeness.OTHER),
        ("Anet Vos", "Annet Vis", Likeness.OTHER),
        ("Anet Vos", "Piet Bos", Likeness.OTHER),
        ("B. Vos", "Annet Vos", Likeness.OTHER),
        ("", "Annet Vos", Likeness.OTHER),
    ],
)
def test_a_few_letters_are_a_spelling_and_another_first_name_is_another_person(
    one: str, other: str, how: Likeness
) -> None:
    assert likeness(one, other) is how
    assert likeness(other, one) is how


def test_capitals_and_spaces_make_no_other_name() -> None:
    assert same_name("Annet  vos", "annet Vos")
    assert not same_name("Annet Vos", "Anet Vos")

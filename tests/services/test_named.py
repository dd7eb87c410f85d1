"""Names and addresses as they are kept."""

from __future__ import annotations

import pytest

from gesprekshulp.domain.errors import UserError
from gesprekshulp.services.named import is_email, tidied_name


def test_a_name_is_kept_without_spaces_too_many() -> None:
    assert tidied_name("  Els   de\tBoer ", "els@boer.example", "de collega") == "Els de Boer"


@pytest.mark.parametrize(
    ("name", "email", "words"),
    [(" ", "", "Geef de collega een naam."), ("Els", "els", "“els” is geen e-mailadres")],
)
def test_who_has_no_name_or_a_wrong_address_is_refused(name: str, email: str, words: str) -> None:
    with pytest.raises(UserError, match=words):
        tidied_name(name, email, "de collega")


@pytest.mark.parametrize("text", ["a@b@c", "@b", "a@", "a b@c", "a@b,c@d", "a@b\nc"])
def test_what_is_not_one_address(text: str) -> None:
    assert not is_email(text)

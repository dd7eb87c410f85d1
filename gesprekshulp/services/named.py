"""What clients, contact persons and colleagues have in common: a name, and perhaps an address."""

from __future__ import annotations

from gesprekshulp.domain.errors import UserError


def tidied_name(name: str, email: str, what: str) -> str:
    """The name as it is kept. `what` is who it is of, with its article: "de klant".

    Raises UserError when there is no name, or the mail address is none.
    """
    if email and not is_email(email):
        raise UserError(f"“{email}” is geen e-mailadres; een adres ziet eruit als naam@bedrijf.nl.")
    tidied = " ".join(name.split())
    if not tidied:
        raise UserError(f"Geef {what} een naam.")
    return tidied


def is_email(text: str) -> bool:
    """Whether a text looks like one mail address: something, one @, something."""
    before, _, after = text.strip().partition("@")
    return (
        bool(before and after)
        and not any(sign in text for sign in " ,;<>\n\t")
        and "@" not in after
    )

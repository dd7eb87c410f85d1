"""How clients and contacts are said on a page."""

from __future__ import annotations

from gesprekshulp.domain.client import Client, ClientKind, ClientStatus
from gesprekshulp.domain.contact import ContactKind, ContactNature
from gesprekshulp.domain.decision import WishAnswer
from gesprekshulp.domain.language import Form, Language

STATUS_WORDS = {
    ClientStatus.ACTIVE: "Actief",
    ClientStatus.PROSPECT: "Prospect",
    ClientStatus.DORMANT: "Slapend",
    ClientStatus.LOST: "Verloren",
}
LANGUAGES = ((Language.DUTCH, "Nederlands"), (Language.ENGLISH, "Engels"))
FORMS = ((Form.U, "u"), (Form.JE, "je"))
KIND_WORDS = {ClientKind.ORGANISATION: "Organisatie", ClientKind.PRIVATE: "Particulier"}
CONTACT_WORDS = {
    ContactKind.VISIT: "Bezoek",
    ContactKind.PHONE: "Telefoon",
    ContactKind.LETTER: "Brief",
    ContactKind.MAIL: "E-mail",
    ContactKind.VIDEO: "Videogesprek",
    ContactKind.OTHER: "Anders",
}
CONTACT_ICONS = {
    ContactKind.VISIT: "bezoek",
    ContactKind.PHONE: "telefoon",
    ContactKind.LETTER: "verslag",
    ContactKind.MAIL: "mail",
    ContactKind.VIDEO: "beeld",
    ContactKind.OTHER: "gesprek",
}
NATURE_WORDS = {
    ContactNature.PROBLEM: "Probleem",
    ContactNature.ATTENTION: "Aandacht",
    ContactNature.NEUTRAL: "Neutraal",
}
NATURE_ICONS = {ContactNature.PROBLEM: "let-op", ContactNature.ATTENTION: "aandacht"}
ANSWER_WORDS = {
    WishAnswer.OPEN: "Nog geen antwoord",
    WishAnswer.YES: "Ja",
    WishAnswer.LATER: "Later",
    WishAnswer.NO: "Nee",
}

INTERNAL = "Alleen intern: komt nooit in een verslag."


def facts(client: Client) -> tuple[str, ...]:
    """What stands under the name: trade, size, address, since when."""
    since = ""
    if client.since is not None:
        since = f"klant\u00a0sinds\u00a0{client.since}"
    what = client.trade or (KIND_WORDS[client.kind] if client.kind is ClientKind.PRIVATE else "")
    return tuple(part for part in (what, client.size, client.address, since) if part)


def capital(text: str) -> str:
    """The text with its first letter as a capital."""
    return text[:1].upper() + text[1:]

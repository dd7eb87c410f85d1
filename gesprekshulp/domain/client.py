"""Clients (klanten) and their contact persons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from gesprekshulp.domain.ids import ClientId, PersonId
from gesprekshulp.domain.language import Form, Language
from gesprekshulp.domain.text import NOTHING_INTERNAL, InternalText


class ClientKind(StrEnum):
    """An organisation or a private person."""

    ORGANISATION = "organisatie"
    PRIVATE = "particulier"


class ClientStatus(StrEnum):
    """How the relation stands."""

    PROSPECT = "prospect"
    ACTIVE = "actief"
    DORMANT = "slapend"
    LOST = "verloren"


@dataclass(frozen=True, slots=True)
class Client:
    """An organisation or private person that we advise.

    `since` is the year in which the relation began; `size` is free text ("64 medewerkers").
    `language` and `form` are those of the documents and messages that the client gets.
    """

    id: ClientId
    name: str
    kind: ClientKind = ClientKind.ORGANISATION
    status: ClientStatus = ClientStatus.ACTIVE
    trade: str = ""
    size: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    since: int | None = None
    remarks: InternalText = NOTHING_INTERNAL
    language: Language = Language.DUTCH
    form: Form = Form.U

    @property
    def address(self) -> str:
        """Street and town on one line, as it stands on an invitation."""
        town = " ".join(part for part in (self.postal_code, self.city) if part)
        return ", ".join(part for part in (self.street, town) if part)


@dataclass(frozen=True, slots=True)
class NamedClient:
    """Who is or was a client, for keeping it out of what goes to another."""

    name: str
    email: str
    is_removed: bool
    former: tuple[str, ...] = ()
    """The names that it had before."""
    people: tuple[str, ...] = ()
    """The names of its contact persons."""

    def is_twin_of(self, other: NamedClient) -> bool:
        """Whether it has the same name or mail address: probably one client, entered twice."""
        names = {name.casefold() for name in (other.name, *other.former)}
        mail = self.email.casefold()
        return self.name.casefold() in names or (mail != "" and mail == other.email.casefold())


@dataclass(frozen=True, slots=True)
class ContactPerson:
    """A person at the client. `decides` marks who can say yes."""

    id: PersonId
    client_id: ClientId
    name: str
    role: str = ""
    email: str = ""
    phone: str = ""
    mobile: str = ""
    decides: bool = False
    remarks: InternalText = NOTHING_INTERNAL


class ClientOrder(StrEnum):
    """By what a list of clients can be sorted. The value is the head of its column."""

    NAME = "Naam"
    PLACE = "Plaats"
    STATUS = "Status"
    LAST_CONTACT = "Laatste contact"
    PROMISES = "Toezeggingen"
    NEXT = "Volgende afspraak"


@dataclass(frozen=True, slots=True)
class ClientSummary:
    """A client as it stands in a list.

    `last_contact_at` is the last contact or held talk, `open` and `late` count promises of both
    sides, `next_at` is the start of the next planned talk (`next_all_day` when it has no hour).
    """

    id: ClientId
    name: str
    kind: ClientKind
    status: ClientStatus
    trade: str
    city: str
    last_contact_at: datetime | None
    open: int
    late: int
    next_at: datetime | None
    next_all_day: bool = False

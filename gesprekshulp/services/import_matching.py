"""Recognising what the archive has: by mail address, by name with organisation, by domain."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from gesprekshulp.domain.adviser import Adviser
from gesprekshulp.domain.appointment import Appointment, AppointmentChange, Participant
from gesprekshulp.domain.attachment import Attachment
from gesprekshulp.domain.client import Client, ClientKind, ContactPerson
from gesprekshulp.domain.contact import Contact
from gesprekshulp.domain.settings import Settings
from gesprekshulp.storage.archive import Work

_PUBLIC = frozenset(
    (
        "gmail.com", "googlemail.com", "hotmail.com", "hotmail.nl", "outlook.com", "outlook.nl",
        "live.nl", "live.com", "msn.com", "yahoo.com", "yahoo.nl", "icloud.com", "me.com",
        "mac.com", "aol.com", "proton.me", "protonmail.com", "gmx.net", "gmx.com", "ziggo.nl",
        "kpnmail.nl", "kpnplanet.nl", "planet.nl", "hetnet.nl", "home.nl", "casema.nl", "chello.nl",
        "upcmail.nl", "quicknet.nl", "xs4all.nl", "telfort.nl", "tele2.nl", "online.nl",
        "zonnet.nl",
        "caiway.nl", "delta.nl", "zeelandnet.nl", "solcon.nl", "freeler.nl", "wxs.nl", "tiscali.nl",
        "versatel.nl", "orange.nl", "vodafonevast.nl", "t-mobilethuis.nl", "onsmail.nl",
        "wanadoo.nl",
        "telenet.be", "skynet.be", "proximus.be", "scarlet.be",
    )
)  # fmt: skip
_SHARED = re.compile(
    r"(?:info|administratie|admin|kantoor|post|mail|contact|office|verkoop|sales|inkoop|factu\w*"
    r"|secretariaat|receptie|boekhouding|algemeen|support|service|planning|balie|directie|hr|hallo"
    r"|welkom|bestuur)[\d._-]*@"
)
_LEGAL = re.compile(
    r"\b(?:b ?v|n ?v|v ?o ?f|c ?v|u ?a|stichting|vereniging|coop(?:eratie)?|maatschap|b ?v ?b ?a"
    r"|e ?z|inc|ltd|gmbh|llc|holding)\b"
)
# More than one client with the same domain: no longer a way to recognise either.
_SEVERAL = ""


@lru_cache(maxsize=65536)
def plain_name(name: str) -> str:
    """A name as it is compared: no capitals, accents, punctuation or doubled spaces."""
    text = unicodedata.normalize("NFKD", name.casefold().replace("&", " en "))
    text = "".join(letter for letter in text if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+", text))


@lru_cache(maxsize=65536)
def plain_firm(name: str) -> str:
    """The name of an organisation as it is compared: as `plain_name`, without its legal form."""
    text = plain_name(name)
    return " ".join(_LEGAL.sub(" ", text).split()) or text


def domain_of(address: str) -> str:
    """The domain of a mail address or website when it says whose it is, else nothing."""
    host = re.sub(r"^(?:https?://)?(?:www\.)?", "", address.strip().casefold())
    host = host.rpartition("@")[2].partition("/")[0].partition(":")[0]
    return host if "." in host and host not in _PUBLIC else ""


def is_shared(email: str) -> bool:
    """Whether a mail address is one that several people read, such as info@."""
    return _SHARED.match(email.casefold()) is not None


def is_person_of(person: ContactPerson) -> str:
    """Why something goes to the client of a person, as the end of a sentence about both."""
    return f"{person.name} is daar contactpersoon"


def is_address_of(email: str) -> str:
    """Why something goes to the client of a mail address."""
    return f"{email} is een adres van die klant"


class Draft:
    """The archive as it will be: what is there, and what an import adds and changes.

    Loaded with a few queries; everything after that is looked up in memory.
    """

    def __init__(self, work: Work) -> None:
        self.settings: Settings = work.settings.load()
        self.advisers: tuple[Adviser, ...] = work.advisers.all()
        self.clients: dict[str, Client] = {}
        self.people: dict[str, ContactPerson] = {}
        self._clients_by_name: dict[str, str] = {}
        self._private_by_name: dict[str, str] = {}
        self._clients_by_domain: dict[str, str] = {}
        self._people_by_email: dict[str, list[str]] = {}
        self._people_by_name: dict[tuple[str, str], str] = {}
        self.touched: set[str] = set()
        # What is to be written.
        self.saved_clients: dict[str, Client] = {}
        self.saved_people: dict[str, ContactPerson] = {}
        self.saved_appointments: dict[str, Appointment] = {}
        self.saved_participants: dict[str, Participant] = {}
        self.removed_participants: list[str] = []
        self.traces: list[AppointmentChange] = []
        self.saved_contacts: list[Contact] = []
        self.saved_attachments: list[tuple[Attachment, bytes]] = []
        for client in work.clients.all():
            self._index_client(client)
        for person in work.people.all():
            # A client that was removed leaves its people behind.
            if person.client_id in self.clients:
                self._index_person(person)
        self._domains_before = dict(self._clients_by_domain)
        self._own_emails = {
            email.casefold()
            for email in (self.settings.own_email, *(one.email for one in self.advisers))
            if email
        }
        self._own_domains = {
            domain
            for address in (self.settings.own_email, self.settings.firm_email,
                            self.settings.firm_website)
            if (domain := domain_of(address))
        }  # fmt: skip

    # --- ours ---

    def is_own(self, email: str) -> bool:
        """Whether a mail address is that of the user, a colleague, or our firm."""
        email = email.casefold()
        return bool(email) and (email in self._own_emails or domain_of(email) in self._own_domains)

    def adviser(self, email: str) -> Adviser | None:
        """The adviser with this mail address."""
        email = email.casefold()
        return next((one for one in self.advisers if one.email.casefold() == email), None)

    # --- clients ---

    def client_named(self, name: str) -> Client | None:
        """The client with this name, capitals, accents and legal form aside."""
        id = self._clients_by_name.get(plain_firm(name)) if name else None
        return self.clients[id] if id else None

    def private_client(self, name: str) -> Client | None:
        """The private person with this name, who may share it with an organisation."""
        id = self._private_by_name.get(plain_name(name)) if name else None
        return self.clients[id] if id else None

    def client_of_domain(self, address: str, *, before: bool = False) -> Client | None:
        """The only client whose people have mail addresses at this domain.

        With `before`, as the archive was when the import began: rows of one table then mean the
        same in any order, and the same when the table is read again.
        """
        domain = domain_of(address)
        domains = self._domains_before if before else self._clients_by_domain
        id = domains.get(domain) if domain else None
        return self.clients[id] if id else None

    def client_in(self, text: str) -> Client | None:
        """The only client whose whole name stands in a text, such as the title of an event."""
        words = plain_name(text).split()
        found: set[str] = set()
        for size in range(min(6, len(words)), 0, -1):
            for start in range(len(words) - size + 1):
                part = " ".join(words[start : start + size])
                # A short name may be any word, unless its legal form stands behind it.
                name = plain_firm(part)
                if (size > 1 or len(part) >= 6) and (id := self._clients_by_name.get(name)):
                    found.add(id)
            if found:
                break
        return self.clients[found.pop()] if len(found) == 1 else None

    def keep_client(self, client: Client) -> Client:
        """Add or change a client."""
        self.saved_clients[client.id] = client
        self._index_client(client)
        return client

    def _index_client(self, client: Client) -> None:
        self.clients[client.id] = client
        # Of two clients with the same name the first stays the one that is found.
        self._clients_by_name.setdefault(plain_firm(client.name), client.id)
        if client.kind is ClientKind.PRIVATE:
            self._private_by_name.setdefault(plain_name(client.name), client.id)
        self._index_domain(client.email, client.id)
        self._index_domain(client.website, client.id)

    def _index_domain(self, address: str, client_id: str) -> None:
        if domain := domain_of(address):
            known = self._clients_by_domain.setdefault(domain, client_id)
            if known != client_id:
                self._clients_by_domain[domain] = _SEVERAL

    # --- people ---

    def people_with(self, email: str) -> list[ContactPerson]:
        """Everybody with this mail address."""
        ids = self._people_by_email.get(email.casefold(), ()) if email else ()
        return [self.people[id] for id in ids]

    def person_with(self, email: str) -> ContactPerson | None:
        """The person whom mail at this address reaches, the first when several read it."""
        return next(iter(self.people_with(email)), None)

    def person_at(self, email: str, client_id: str) -> ContactPerson | None:
        """The person with this mail address at a client."""
        return next((one for one in self.people_with(email) if one.client_id == client_id), None)

    def person_named(self, name: str, client_id: str) -> ContactPerson | None:
        """The person with this name at a client."""
        id = self._people_by_name.get((plain_name(name), client_id)) if name else None
        return self.people[id] if id else None

    def keep_person(self, person: ContactPerson) -> ContactPerson:
        """Add or change a person."""
        self.saved_people[person.id] = person
        self._index_person(person)
        return person

    def _index_person(self, person: ContactPerson) -> None:
        earlier = self.people.get(person.id)
        if earlier is not None and earlier.email.casefold() != person.email.casefold():
            # Nobody is recognised any more by an address that was replaced.
            ids = self._people_by_email.get(earlier.email.casefold(), [])
            if person.id in ids:
                ids.remove(person.id)
        if earlier is not None and plain_name(earlier.name) != plain_name(person.name):
            self._people_by_name.pop((plain_name(earlier.name), earlier.client_id), None)
        self.people[person.id] = person
        self._people_by_name.setdefault((plain_name(person.name), person.client_id), person.id)
        if person.email:
            ids = self._people_by_email.setdefault(person.email.casefold(), [])
            if person.id not in ids:
                ids.append(person.id)
            self._index_domain(person.email, person.client_id)

    # --- writing ---

    def write(self, work: Work) -> None:
        """Write everything, in the order in which rows refer to each other."""
        work.clients.save_all(self.saved_clients.values())
        work.people.save_all(self.saved_people.values())
        work.appointments.save_all(self.saved_appointments.values())
        _remove(work, self.removed_participants)
        work.participants.save_all(self.saved_participants.values())
        work.appointment_changes.save_all(self.traces)
        work.contacts.save_all(self.saved_contacts)
        for _, content in self.saved_attachments:
            work.attachments.keep_bytes(content)
        work.attachments.save_all(attachment for attachment, _ in self.saved_attachments)


def _remove(work: Work, ids: Iterable[str]) -> None:
    removed = list(ids)
    for start in range(0, len(removed), 500):
        work.participants.remove(*removed[start : start + 500])

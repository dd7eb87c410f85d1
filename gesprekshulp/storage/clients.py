"""Clients and their people in the archive."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime

from gesprekshulp.domain.attention import Relation
from gesprekshulp.domain.client import (
    Client,
    ClientKind,
    ClientOrder,
    ClientStatus,
    ClientSummary,
    ContactPerson,
    NamedClient,
)
from gesprekshulp.domain.ids import ClientId
from gesprekshulp.storage.mapping import Mapper, moment_text
from gesprekshulp.storage.repository import Repository, Source

CLIENT = Mapper(Client)
PERSON = Mapper(ContactPerson)

_ACCENTED = {
    "a": "àáâãäåÀÁÂÃÄÅ", "c": "çÇ", "e": "èéêëÈÉÊË", "i": "ìíîïÌÍÎÏ", "n": "ñÑ",
    "o": "òóôõöÒÓÔÕÖ", "u": "ùúûüÙÚÛÜ", "y": "ýÿÝ",
}  # fmt: skip

_LAST_CONTACT = (
    "max(coalesce((SELECT x.at FROM contacts x WHERE x.client_id = c.id AND x.deleted_at IS NULL"
    " ORDER BY x.at DESC LIMIT 1), ''), coalesce((SELECT a.starts_at FROM appointments a"
    " WHERE a.client_id = c.id AND a.status IN ('gehouden', 'afgerond') AND a.deleted_at IS NULL"
    " ORDER BY a.starts_at DESC LIMIT 1), ''))"
)
_OPEN = (
    "(SELECT count(*) FROM commitments p WHERE p.client_id = c.id AND p.state = 'open'"
    " AND p.deleted_at IS NULL)"
)
_LATE = (
    "(SELECT count(*) FROM commitments p WHERE p.client_id = c.id AND p.state = 'open'"
    " AND p.deleted_at IS NULL AND p.due < ?)"
)
_NEXT = (
    "(SELECT {} FROM appointments a WHERE a.client_id = c.id AND a.ends_at > ?"
    " AND a.status IN ('gepland', 'bezig') AND a.deleted_at IS NULL"
    " ORDER BY a.starts_at LIMIT 1)"
)
_ORDER: dict[ClientOrder, tuple[str, str]] = {
    # the expression that is sorted by (where it is no column), and the ORDER BY; {way}: up or down
    ClientOrder.NAME: ("0", "c.name {way}"),
    ClientOrder.PLACE: ("0", "c.city = '', c.city COLLATE NOCASE {way}, c.name"),
    ClientOrder.STATUS: (
        "0",
        "CASE c.status WHEN 'actief' THEN 0 WHEN 'prospect' THEN 1 WHEN 'slapend' THEN 2"
        " ELSE 3 END {way}, c.name",
    ),
    ClientOrder.LAST_CONTACT: (_LAST_CONTACT, "sorted = '', sorted {way}, c.name"),
    ClientOrder.PROMISES: (f"{_LATE} * 10000 + {_OPEN}", "sorted {way}, c.name"),
    ClientOrder.NEXT: (_NEXT.format("a.starts_at"), "sorted IS NULL, sorted {way}, c.name"),
}

HAD_SOMETHING = (
    "(EXISTS (SELECT 1 FROM appointments a WHERE a.client_id = clients.id)"
    " OR EXISTS (SELECT 1 FROM commitments p WHERE p.client_id = clients.id)"
    # The two halves have an index each; without that, every contact would be read.
    " OR EXISTS (SELECT 1 FROM contacts c WHERE c.client_id = clients.id AND c.deleted_at IS NULL)"
    " OR EXISTS (SELECT 1 FROM contacts c"
    " WHERE c.client_id = clients.id AND c.deleted_at IS NOT NULL))"
)
_NEVER_WAS = (
    # Making it was undone, and it is not gone by a removal that stands: undo leaves what was
    # changed since, and has no batch of its own.
    "(id IN (SELECT made.row_id FROM batches b JOIN changes made ON made.batch_id = b.id"
    " WHERE b.undone_at IS NOT NULL AND made.table_name = 'clients' AND made.before IS NULL)"
    " AND deleted_at NOT IN (SELECT at FROM batches WHERE undone_at IS NULL))"
)

_OF_CLIENT = (
    "contact_persons", "assignments", "appointments", "contacts", "commitments", "decisions",
    "wishes", "ratings", "attachments",
)  # fmt: skip
_OF_APPOINTMENT = (
    "appointment_changes", "participants", "agenda_items", "expectations", "sendings",
    "note_lines", "reflections", "reports", "read_backs",
)  # fmt: skip
_BELOW = (
    ("report_parts", "report_id", "reports"),
    ("read_back_items", "read_back_id", "read_backs"),
)


def _pattern(word: str) -> str:
    """A GLOB pattern that finds a word anywhere in a text of which ASCII is in small letters."""
    letters: list[str] = []
    for letter in unicodedata.normalize("NFD", word.lower()):
        if unicodedata.combining(letter):
            continue
        accented = _ACCENTED.get(letter, "")
        letters.append(f"[{letter}{accented}]" if accented or letter in "*?[" else letter)
    return f"*{''.join(letters)}*"


def _local_day(moment: str | None) -> date | None:
    return datetime.fromisoformat(moment).astimezone().date() if moment else None


class Clients(Repository[Client]):
    """Organisations and private persons."""

    def __init__(self, source: Source) -> None:
        super().__init__(source, "clients", CLIENT, "klant")

    def by_name(self) -> tuple[Client, ...]:
        """All clients in the order of the alphabet."""
        return self.where(order="name COLLATE NOCASE")

    def named(self, name: str) -> Client | None:
        """The client with exactly this name, capitals aside."""
        return next(iter(self.where("name COLLATE NOCASE = ?", name.strip())), None)

    def last_contact(self, client_id: str) -> datetime | None:
        """When there was last contact with a client, of any kind."""
        rows = self._source.rows(
            "SELECT max(at) FROM contacts WHERE client_id = ? AND deleted_at IS NULL", (client_id,)
        )
        return datetime.fromisoformat(rows[0][0]) if rows[0][0] else None

    def any(self) -> bool:
        """Whether there is any client at all."""
        return bool(self._source.rows("SELECT 1 FROM clients WHERE deleted_at IS NULL LIMIT 1"))

    def relations(self, now: datetime) -> tuple[Relation, ...]:
        """How long ago every active client was spoken to, for the rule of attention."""
        last = (
            "(SELECT x.rowid FROM contacts x WHERE x.client_id = c.id AND x.deleted_at IS NULL"
            " ORDER BY x.at DESC LIMIT 1)"
        )
        rows = self._source.rows(
            "SELECT c.id, c.name, x.at, x.nature, x.subject,"
            " (SELECT min(a.starts_at) FROM appointments a WHERE a.client_id = c.id"
            "  AND a.starts_at > ? AND a.status = 'gepland' AND a.deleted_at IS NULL)"
            f" FROM clients c LEFT JOIN contacts x ON x.rowid = {last}"
            " WHERE c.status = 'actief' AND c.deleted_at IS NULL",
            (moment_text(now),),
        )
        scores: dict[str, list[tuple[int, date]]] = {}
        for id, score, given_on in self._source.rows(
            "SELECT client_id, score, given_on FROM ratings WHERE deleted_at IS NULL"
            " ORDER BY client_id, given_on DESC"
        ):
            scores.setdefault(id, []).append((score, date.fromisoformat(given_on)))
        return tuple(
            Relation(
                ClientId(id),
                name,
                _local_day(at),
                nature == "probleem",
                subject or "",
                tuple(scores.get(id, ())[:2]),
                _local_day(following),
            )
            for id, name, at, nature, subject, following in rows
        )

    def in_list(
        self,
        text: str,
        status: ClientStatus | None,
        order: ClientOrder,
        *,
        descending: bool,
        now: datetime,
        today: date,
    ) -> tuple[ClientId, ...]:
        """The identifiers of clients in which all typed words stand, in the order asked for.

        A word may stand anywhere in the name, the trade or the town, or in the name of a contact
        person; capitals and accents make no difference.
        """
        conditions = ["c.deleted_at IS NULL"]
        parameters: list[object] = []
        for word in text.split()[:8]:
            conditions.append(
                "(lower(c.name) GLOB ? OR lower(c.trade) GLOB ? OR lower(c.city) GLOB ? OR c.id IN"
                " (SELECT p.client_id FROM contact_persons p"
                " WHERE p.deleted_at IS NULL AND lower(p.name) GLOB ?))"
            )
            parameters += [_pattern(word)] * 4
        if status is not None:
            conditions.append("c.status = ?")
            parameters.append(status.value)
        key, by = _ORDER[order]
        before: list[object] = []
        if order is ClientOrder.PROMISES:
            before = [today.isoformat()]
        elif order is ClientOrder.NEXT:
            before = [moment_text(now)]
        by = by.format(way="DESC" if descending else "ASC")
        rows = self._source.rows(
            f"SELECT {key} AS sorted, c.id FROM clients c WHERE {' AND '.join(conditions)}"
            f" ORDER BY {by}, c.id",
            (*before, *parameters),
        )
        return tuple(ClientId(row[1]) for row in rows)

    def summaries(
        self, ids: Sequence[str], now: datetime, today: date
    ) -> dict[ClientId, ClientSummary]:
        """What a list shows of these clients, by identifier; for the visible rows of a list."""
        marks = ", ".join("?" * len(ids))
        rows = self._source.rows(
            "SELECT c.id, c.name, c.kind, c.status, c.trade, c.city,"
            f" {_LAST_CONTACT}, {_OPEN}, {_LATE}, {_NEXT.format('a.starts_at')},"
            f" {_NEXT.format('a.all_day')}"
            f" FROM clients c WHERE c.id IN ({marks}) AND c.deleted_at IS NULL",
            (today.isoformat(), moment_text(now), moment_text(now), *ids),
        )
        return {
            ClientId(id): ClientSummary(
                ClientId(id),
                name,
                ClientKind(kind),
                ClientStatus(status),
                trade,
                city,
                datetime.fromisoformat(last) if last else None,
                open_count,
                late,
                datetime.fromisoformat(following) if following else None,
                bool(all_day),
            )
            for id, name, kind, status, trade, city, last, open_count, late, following, all_day in (
                rows
            )
        }

    def status_counts(self) -> dict[ClientStatus, int]:
        """How many clients there are of each status."""
        rows = self._source.rows(
            "SELECT status, count(*) FROM clients WHERE deleted_at IS NULL GROUP BY status"
        )
        return {ClientStatus(status): number for status, number in rows}

    def alike(self, name: str, email: str) -> tuple[Client, ...]:
        """Clients with this name or this mail address, capitals aside."""
        return self.where(
            "(name = ? COLLATE NOCASE AND ? <> '') OR (email = ? COLLATE NOCASE AND ? <> '')",
            name,
            name,
            email,
            email,
            order="name",
        )

    def remove_whole(self, client_id: str) -> None:
        """Mark a client deleted with everything that hangs on it. Undo brings all of it back."""
        talks = self._ids("appointments", "client_id", [client_id])
        for table in _OF_APPOINTMENT:
            ids = self._ids(table, "appointment_id", talks)
            for below, column, above in _BELOW:
                if above == table:
                    self._source_remove(below, self._ids(below, column, ids))
            self._source_remove(table, ids)
        for table in _OF_CLIENT:
            self._source_remove(table, self._ids(table, "client_id", [client_id]))
        self.remove(client_id)

    def _ids(self, table: str, column: str, owners: Sequence[str]) -> list[str]:
        found: list[str] = []
        for start in range(0, len(owners), 500):
            part = owners[start : start + 500]
            marks = ", ".join("?" * len(part))
            rows = self._source.rows(
                f"SELECT id FROM {table} WHERE {column} IN ({marks}) AND deleted_at IS NULL", part
            )
            found += [str(row[0]) for row in rows]
        return found

    def _source_remove(self, table: str, ids: Sequence[str]) -> None:
        for start in range(0, len(ids), 500):
            self._source.remove(table, ids[start : start + 500])

    def names_of(self, ids: Sequence[str]) -> dict[ClientId, str]:
        """The names of these clients by identifier."""
        rows = self._source.rows(
            f"SELECT id, name FROM clients WHERE id IN ({', '.join('?' * len(ids))})"
            " AND deleted_at IS NULL",
            ids,
        )
        return {ClientId(row[0]): row[1] for row in rows}

    def names(self) -> dict[ClientId, str]:
        """Every client's name by identifier, for lists."""
        rows = self._source.rows("SELECT id, name FROM clients WHERE deleted_at IS NULL")
        return {ClientId(row[0]): row[1] for row in rows}

    def names_ever(self) -> dict[ClientId, NamedClient]:
        """Every client, also of those that were removed: who they were stays private.

        Each with the names that it had before a change that can be undone, as every rename is; not
        those that differ in capitals alone. A removed one was a client when there was a talk (and
        so a report), a promise or a contact. What was undone right after it was made, by hand or as
        an import, never was one. Of contact persons the full names are given, not single words.
        """
        rows = self._source.rows(
            "SELECT id, name, email, deleted_at IS NOT NULL FROM clients"
            f" WHERE deleted_at IS NULL OR ({HAD_SOMETHING} AND NOT {_NEVER_WAS})"
        )
        former: dict[str, list[str]] = {}
        for id, name in self._source.rows("SELECT client_id, name FROM client_names"):
            former.setdefault(id, []).append(name)
        people = self._people_by_client()
        return {
            ClientId(id): NamedClient(
                name,
                email,
                bool(gone),
                tuple(one for one in former.get(id, ()) if one.casefold() != name.casefold()),
                tuple(people.get(id, ())),
            )
            for id, name, email, gone in rows
        }

    def _people_by_client(self) -> dict[str, list[str]]:
        """The names of contact persons, of more words than one; also of who went with a client."""
        # Fifteen thousand names as one text take a tenth of the time that as many rows take.
        ((listed,),) = self._source.rows(
            "SELECT group_concat(client_id || char(31) || name, char(30)) FROM contact_persons p"
            " WHERE (instr(name, ' ') OR instr(name, ',')) AND (deleted_at IS NULL OR deleted_at ="
            " (SELECT c.deleted_at FROM clients c WHERE c.id = p.client_id))"
        )
        people: dict[str, list[str]] = {}
        for line in listed.split("\x1e") if listed else ():
            id, _, name = line.partition("\x1f")
            people.setdefault(id, []).append(name)
        return people


class People(Repository[ContactPerson]):
    """Contact persons."""

    def __init__(self, source: Source) -> None:
        super().__init__(source, "contact_persons", PERSON, "contactpersoon")

    def of_client(self, client_id: str) -> tuple[ContactPerson, ...]:
        """Everybody at one client; who decides first."""
        return self.where("client_id = ?", client_id, order="decides DESC, name COLLATE NOCASE")

    def known_as(self, client_id: str) -> tuple[str, ...]:
        """The names of everybody at one client, also as other clients know them.

        Who has the same mail address and a word of the name in common at two clients, such as an
        accountant, is one person; a colleague behind the same info@ is not.
        """
        own = self.of_client(client_id)
        addresses = tuple(dict.fromkeys(one.email for one in own if one.email))
        marks = ", ".join("?" * len(addresses))
        elsewhere = self.where(f"email IN ({marks})", *addresses) if addresses else ()
        alike = (
            other.name
            for other in elsewhere
            for one in own
            if one.email == other.email and _words(one.name) & _words(other.name)
        )
        return tuple(dict.fromkeys((*(one.name for one in own), *alike)))


def _words(name: str) -> set[str]:
    return {word for word in re.findall(r"\w+", name.casefold()) if len(word) > 2}

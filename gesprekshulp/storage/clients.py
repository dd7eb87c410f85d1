"""Clients, their people, assignments and ratings in the archive."""

from __future__ import annotations

from datetime import date, datetime

from gesprekshulp.domain.adviser import Adviser
from gesprekshulp.domain.assignment import Assignment
from gesprekshulp.domain.attention import Relation
from gesprekshulp.domain.client import Client, ContactPerson
from gesprekshulp.domain.ids import ClientId
from gesprekshulp.domain.rating import Rating
from gesprekshulp.storage.mapping import Mapper, moment_text
from gesprekshulp.storage.repository import Repository, Source

ADVISER = Mapper(Adviser)
CLIENT = Mapper(Client)
PERSON = Mapper(ContactPerson)
ASSIGNMENT = Mapper(Assignment)
RATING = Mapper(Rating)


def _local_day(moment: str | None) -> date | None:
    return datetime.fromisoformat(moment).astimezone().date() if moment else None


class Advisers(Repository[Adviser]):
    """The user and the colleagues."""

    def __init__(self, source: Source) -> None:
        super().__init__(source, "advisers", ADVISER, "adviseur")

    def own(self) -> Adviser | None:
        """The user of this laptop."""
        return next(iter(self.where("is_self = 1")), None)


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

    def names(self) -> dict[ClientId, str]:
        """Every client's name by identifier, for lists."""
        rows = self._source.rows("SELECT id, name FROM clients WHERE deleted_at IS NULL")
        return {ClientId(row[0]): row[1] for row in rows}


class People(Repository[ContactPerson]):
    """Contact persons."""

    def __init__(self, source: Source) -> None:
        super().__init__(source, "contact_persons", PERSON, "contactpersoon")

    def of_client(self, client_id: str) -> tuple[ContactPerson, ...]:
        """Everybody at one client; who decides first."""
        return self.where("client_id = ?", client_id, order="decides DESC, name COLLATE NOCASE")


class Assignments(Repository[Assignment]):
    """What we do for clients."""

    def __init__(self, source: Source) -> None:
        super().__init__(source, "assignments", ASSIGNMENT, "opdracht")

    def of_client(self, client_id: str) -> tuple[Assignment, ...]:
        """One client's assignments, running ones first."""
        return self.where("client_id = ?", client_id, order="state DESC, starts_on DESC")


class Ratings(Repository[Rating]):
    """How satisfied clients are."""

    def __init__(self, source: Source) -> None:
        super().__init__(source, "ratings", RATING, "tevredenheid")

    def of_client(self, client_id: str, limit: int = 12) -> tuple[Rating, ...]:
        """One client's ratings, newest first."""
        return self.where("client_id = ?", client_id, order=f"given_on DESC LIMIT {int(limit)}")

    def of_appointment(self, appointment_id: str) -> Rating | None:
        """The rating given at the close of one talk."""
        return next(iter(self.where("appointment_id = ?", appointment_id)), None)

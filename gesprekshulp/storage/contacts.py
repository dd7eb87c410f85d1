"""Earlier contacts in the archive."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from gesprekshulp.domain.contact import Contact, ContactNature
from gesprekshulp.storage.mapping import Mapper, moment_text
from gesprekshulp.storage.repository import Repository, Source

CONTACT = Mapper(Contact)


class Contacts(Repository[Contact]):
    """Visits, calls, letters and mails."""

    def __init__(self, source: Source) -> None:
        super().__init__(source, "contacts", CONTACT, "contact")

    def of_client(self, client_id: str, limit: int = 50, offset: int = 0) -> tuple[Contact, ...]:
        """One client's contacts, newest first."""
        return self.where(
            "client_id = ?",
            client_id,
            order=f"at DESC LIMIT {int(limit)} OFFSET {int(offset)}",
        )

    def of_nature(self, client_id: str, nature: ContactNature, limit: int) -> tuple[Contact, ...]:
        """One client's contacts because of trouble, or out of attention, newest first."""
        return self.where(
            "client_id = ? AND nature = ?",
            client_id,
            nature.value,
            order=f"at DESC LIMIT {int(limit)}",
        )

    def natures_since(self, client_id: str, moment: datetime) -> dict[ContactNature, int]:
        """How many contacts there were with one client since a moment, by why."""
        rows = self._source.rows(
            "SELECT nature, count(*) FROM contacts WHERE client_id = ? AND at >= ?"
            " AND deleted_at IS NULL GROUP BY nature",
            (client_id, moment_text(moment)),
        )
        return {ContactNature(nature): number for nature, number in rows}

    def count_of_client(self, client_id: str) -> int:
        """How many contacts one client has."""
        return self.count("client_id = ?", client_id)

    def with_source_keys(self, keys: Sequence[str]) -> dict[str, Contact]:
        """Contacts read earlier from these messages, by key."""
        found: dict[str, Contact] = {}
        for start in range(0, len(keys), 500):
            part = keys[start : start + 500]
            marks = ", ".join("?" * len(part))
            for contact in self.where(f"source_key <> '' AND source_key IN ({marks})", *part):
                found[contact.source_key] = contact
        return found

"""Appointments and all that hangs on one, in the archive."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from gesprekshulp.domain.appointment import (
    AgendaItem,
    Appointment,
    AppointmentChange,
    Expectation,
    Participant,
    Sending,
)
from gesprekshulp.storage.mapping import Mapper, moment_text
from gesprekshulp.storage.repository import OfAppointment, Repository, Source

APPOINTMENT = Mapper(Appointment)
CHANGE = Mapper(AppointmentChange)
PARTICIPANT = Mapper(Participant)
AGENDA_ITEM = Mapper(AgendaItem)
EXPECTATION = Mapper(Expectation)
SENDING = Mapper(Sending)

_LONGEST = timedelta(days=31)


class Appointments(Repository[Appointment]):
    """Planned, held and cancelled talks."""

    def __init__(self, source: Source) -> None:
        super().__init__(source, "appointments", APPOINTMENT, "afspraak")

    def between(self, first: datetime, until: datetime) -> tuple[Appointment, ...]:
        """Those that touch the time from `first` up to (not including) `until`, in order.

        No appointment lasts longer than a month; that keeps the search on the index.
        """
        return self.where(
            "starts_at < ? AND ends_at > ? AND starts_at > ?",
            moment_text(until),
            moment_text(first),
            moment_text(first - _LONGEST),
            order="starts_at, title",
        )

    def upcoming(self, now: datetime, limit: int = 20) -> tuple[Appointment, ...]:
        """The next ones that are not over yet, in order."""
        return self.where(
            "ends_at > ? AND starts_at > ? AND status IN ('gepland', 'bezig')",
            moment_text(now),
            moment_text(now - _LONGEST),
            order=f"starts_at LIMIT {int(limit)}",
        )

    def held_since(self, first: datetime) -> tuple[Appointment, ...]:
        """Those that were held since a moment and not rounded off yet, newest first."""
        return self.where(
            "starts_at > ? AND status = 'gehouden'", moment_text(first), order="starts_at DESC"
        )

    def of_client(self, client_id: str) -> tuple[Appointment, ...]:
        """All of one client, newest first."""
        return self.where("client_id = ?", client_id, order="starts_at DESC")

    def next_of_client(self, client_id: str, after: datetime) -> Appointment | None:
        """The client's first planned talk after a moment."""
        found = self.where(
            "client_id = ? AND starts_at > ? AND status = 'gepland'",
            client_id,
            moment_text(after),
            order="starts_at LIMIT 1",
        )
        return next(iter(found), None)

    def first_reported(self, client_ids: Sequence[str]) -> dict[str, datetime]:
        """When the first talk was of which there is a report, by client; for lists."""
        if not client_ids:
            return {}
        marks = ", ".join("?" * len(client_ids))
        # Of each client from the first talk on, and no further than the one looked for.
        rows = self._source.rows(
            "SELECT c.id, (SELECT a.starts_at"
            " FROM appointments a JOIN reports r ON r.appointment_id = a.id"
            " WHERE a.client_id = c.id AND a.deleted_at IS NULL AND r.deleted_at IS NULL"
            f" ORDER BY a.starts_at LIMIT 1) FROM clients c WHERE c.id IN ({marks})",
            tuple(client_ids),
        )
        return {str(client): datetime.fromisoformat(str(first)) for client, first in rows if first}

    def in_order(self) -> tuple[Appointment, ...]:
        """Every appointment, oldest first; for the command line and exports."""
        return self.where(order="starts_at, id")

    def with_uids(self, uids: Sequence[str]) -> tuple[Appointment, ...]:
        """Those read from calendar events with these identifiers."""
        found: list[Appointment] = []
        for start in range(0, len(uids), 500):
            part = uids[start : start + 500]
            marks = ", ".join("?" * len(part))
            found.extend(self.where(f"uid IN ({marks}) AND uid <> ''", *part))
        return tuple(found)


class AppointmentChanges(OfAppointment[AppointmentChange]):
    """Traces of moving and cancelling."""

    def __init__(self, source: Source) -> None:
        super().__init__(source, "appointment_changes", CHANGE, "wijziging", "at DESC")


class Participants(OfAppointment[Participant]):
    """Who is invited and who was there; our own side last."""

    def __init__(self, source: Source) -> None:
        super().__init__(
            source, "participants", PARTICIPANT, "deelnemer", "side = 'wij', created_at, name"
        )


class AgendaItems(OfAppointment[AgendaItem]):
    """The points of agendas."""

    def __init__(self, source: Source) -> None:
        super().__init__(source, "agenda_items", AGENDA_ITEM, "agendapunt", "position")


class Expectations(OfAppointment[Expectation]):
    """What clients expect of talks."""

    def __init__(self, source: Source) -> None:
        super().__init__(source, "expectations", EXPECTATION, "verwachting", "position")


class Sendings(OfAppointment[Sending]):
    """What had to be sent beforehand."""

    def __init__(self, source: Source) -> None:
        super().__init__(source, "sendings", SENDING, "zending", "position")

"""Preparing a talk: goal, expectations, agenda, what is sent beforehand, and what is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from gesprekshulp.domain.appointment import (
    AgendaItem,
    AppointmentChange,
    Expectation,
    Sending,
    Speaker,
)
from gesprekshulp.domain.dossier import Dossier
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AgendaItemId, AppointmentId, new_id
from gesprekshulp.domain.readiness import Readiness
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.dossier import build
from gesprekshulp.storage.archive import Archive

CONTACTS_SHOWN = 6
_MOST_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Preparation:
    """Everything the step Voorbereiden shows. `changes` are newest first."""

    dossier: Dossier
    sendings: tuple[Sending, ...]
    changes: tuple[AppointmentChange, ...]


def preparation(archive: Archive, clock: Clock, id: AppointmentId) -> Preparation:
    """The preparation of one talk as it stands."""
    with archive.reading() as work:
        return Preparation(
            build(work, clock, id, CONTACTS_SHOWN),
            work.sendings.of_appointment(id),
            work.appointment_changes.of_appointment(id),
        )


def mark(archive: Archive, clock: Clock, id: AppointmentId) -> Readiness:
    """What is still missing; asked again after every save."""
    with archive.reading() as work:
        return build(work, clock, id, 1).readiness


def set_goal(archive: Archive, id: AppointmentId, goal: str, wished_outcome: str) -> None:
    """Keep the goal and the wished outcome as they are typed; not remembered for undo."""
    with archive.transaction() as work:
        before = work.appointments.get(id)
        after = replace(before, goal=goal.strip(), wished_outcome=wished_outcome.strip())
        if after != before:
            work.appointments.save(after)


def set_report_read(archive: Archive, clock: Clock, id: AppointmentId, *, read: bool) -> None:
    """Note that the previous report was read, or that it was not after all."""
    label = "Vorig verslag gelezen" if read else "Vorig verslag weer ongelezen"
    with archive.transaction(label) as work:
        appointment = work.appointments.get(id)
        at = clock.now() if read else None
        work.appointments.save(replace(appointment, previous_report_read_at=at))


# Expectations


def add_expectation(
    archive: Archive, appointment_id: AppointmentId, person: str, words: str
) -> Expectation:
    """Note what somebody expects, in that person's words."""
    _require(words, "Schrijf op wat de klant verwacht, in de eigen woorden van de klant.")
    with archive.transaction("Verwachting toegevoegd") as work:
        there = work.expectations.of_appointment(appointment_id)
        return work.expectations.save(
            Expectation(new_id(), appointment_id, _next(there), person.strip(), words.strip())
        )


def change_expectation(archive: Archive, id: str, person: str, words: str) -> Expectation:
    """Say it better."""
    _require(words, "Schrijf op wat de klant verwacht, in de eigen woorden van de klant.")
    with archive.transaction("Verwachting gewijzigd") as work:
        before = work.expectations.get(id)
        return work.expectations.save(replace(before, person=person.strip(), words=words.strip()))


def set_asked(archive: Archive, clock: Clock, id: str, *, asked: bool) -> Expectation:
    """Note that an expectation was checked with the client today, or not after all."""
    with archive.transaction("Verwachting nagevraagd" if asked else "Navraag teruggenomen") as work:
        day = clock.today() if asked else None
        return work.expectations.save(replace(work.expectations.get(id), asked_on=day))


def remove_expectation(archive: Archive, id: str) -> None:
    """Take an expectation away. Can be undone."""
    with archive.transaction("Verwachting verwijderd") as work:
        work.expectations.remove(id)


# Agenda


def add_item(
    archive: Archive,
    appointment_id: AppointmentId,
    title: str,
    minutes: int = 10,
    speaker: Speaker = Speaker.TOGETHER,
) -> AgendaItem:
    """Put a point at the end of the agenda."""
    _require(title, "Geef het agendapunt een naam.")
    with archive.transaction("Agendapunt toegevoegd") as work:
        there = work.agenda_items.of_appointment(appointment_id)
        item = AgendaItem(
            AgendaItemId(new_id()), appointment_id, _next(there), title.strip(), minutes, speaker
        )
        return work.agenda_items.save(item)


def change_item(
    archive: Archive,
    id: AgendaItemId,
    *,
    title: str | None = None,
    minutes: int | None = None,
    speaker: Speaker | None = None,
    typing: bool = False,
) -> AgendaItem:
    """Change what is given of a point. Raises UserError for no name or an impossible length.

    What is still being typed is not remembered for undo.
    """
    if title is not None:
        _require(title, "Geef het agendapunt een naam.")
    if minutes is not None and not 0 <= minutes <= _MOST_MINUTES:
        raise UserError("Een agendapunt duurt 0 tot 1440 minuten.")
    with archive.transaction(None if typing else "Agendapunt gewijzigd") as work:
        item = work.agenda_items.get(id)
        if title is not None:
            item = replace(item, title=title.strip())
        if minutes is not None:
            item = replace(item, minutes=minutes)
        if speaker is not None:
            item = replace(item, speaker=speaker)
        return work.agenda_items.save(item)


def order_items(
    archive: Archive, appointment_id: AppointmentId, ids: Sequence[AgendaItemId]
) -> tuple[AgendaItem, ...]:
    """Put the points in this order; points that are not named stay behind them."""
    wanted = {id: place for place, id in enumerate(ids)}
    with archive.transaction("Agenda in een andere volgorde gezet") as work:
        there = work.agenda_items.of_appointment(appointment_id)
        ordered = sorted(there, key=lambda item: (wanted.get(item.id, len(there)), item.position))
        renumbered = tuple(replace(item, position=n) for n, item in enumerate(ordered))
        known = set(there)
        work.agenda_items.save_all(item for item in renumbered if item not in known)
    return renumbered


def remove_item(archive: Archive, id: AgendaItemId) -> None:
    """Take a point off the agenda. Can be undone."""
    with archive.transaction("Agendapunt verwijderd") as work:
        work.agenda_items.remove(id)


# What is sent beforehand


def add_sending(archive: Archive, appointment_id: AppointmentId, what: str) -> Sending:
    """Note what has to be with the client before the talk."""
    _require(what, "Schrijf op wat er vooraf naar de klant moet.")
    with archive.transaction("Vooraf te sturen toegevoegd") as work:
        there = work.sendings.of_appointment(appointment_id)
        return work.sendings.save(Sending(new_id(), appointment_id, _next(there), what.strip()))


def change_sending(archive: Archive, id: str, what: str) -> Sending:
    """Name it otherwise."""
    _require(what, "Schrijf op wat er vooraf naar de klant moet.")
    with archive.transaction("Vooraf te sturen gewijzigd") as work:
        return work.sendings.save(replace(work.sendings.get(id), what=what.strip()))


def set_sent(archive: Archive, clock: Clock, id: str, *, sent: bool) -> Sending:
    """Note that it was sent today, or not after all."""
    with archive.transaction("Vooraf gestuurd" if sent else "Toch nog niet gestuurd") as work:
        day = clock.today() if sent else None
        return work.sendings.save(replace(work.sendings.get(id), sent_on=day))


def remove_sending(archive: Archive, id: str) -> None:
    """Take it off the list. Can be undone."""
    with archive.transaction("Vooraf te sturen verwijderd") as work:
        work.sendings.remove(id)


class _Placed(Protocol):
    @property
    def position(self) -> int: ...


def _next(there: Sequence[_Placed]) -> int:
    return max((item.position for item in there), default=-1) + 1


def _require(text: str, sentence: str) -> None:
    if not text.strip():
        raise UserError(sentence)

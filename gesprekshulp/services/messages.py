"""Messages to clients as drafts: to whom, from whom, and kept as .eml files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.client import ContactPerson
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.draft import Draft, OutDraft, Reader, Sender
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AppointmentId, ClientId, CommitmentId
from gesprekshulp.domain.move_message import move_message as move_words
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.files import write_file
from gesprekshulp.storage.archive import Archive, Work

_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def move_message(archive: Archive, id: CommitmentId, to: date, reason: str) -> OutDraft:
    """A message to the client that a promise is moved; made before or after moving it.

    Raises ReportLeaks when the reason says something internal, or names another client.
    """
    from gesprekshulp.services.checking_leaks import search_of_client  # the start does without
    from gesprekshulp.services.going_out import message

    with archive.reading() as work:
        promise = work.commitments.get(id)
        was = promise.due
        if was == to:  # moved already
            history = work.commitments.history(id)
            was = next((event.from_day for event in history if event.to_day == to), None)
        reader = reader_of(work, promise.client_id, promise)
        draft = move_words(promise, was, to, reason, reader, sender_of(work))
        leaks = search_of_client(work, promise.client_id, [promise])
    return message(leaks, draft)


def reader_of(work: Work, client_id: ClientId, promise: Commitment | None = None) -> Reader:
    """Who at the client is written to.

    The person who made the promise, else somebody who was at the talk, else who decides, else
    whoever has a mail address, else the client itself.
    """
    people = work.people.of_client(client_id)
    client = work.clients.find(client_id)
    ordered = [*_first_choices(work, people, promise)]
    ordered += [person for person in people if person.decides] + list(people)
    for person in ordered:
        if person.email.strip():
            return Reader(person.name, person.email)
    email = client.email if client else ""
    return Reader(ordered[0].name if ordered else "", email)


def _first_choices(
    work: Work, people: tuple[ContactPerson, ...], promise: Commitment | None
) -> Iterable[ContactPerson]:
    if promise is None:
        return
    if promise.side is Side.CLIENT:
        yield from (person for person in people if person.name == promise.who)
    if promise.appointment_id:
        table = work.participants.of_appointment(AppointmentId(promise.appointment_id))
        present = [one for one in table if one.present is not False and one.side is Side.CLIENT]
        ids = {one.person_id for one in present}
        yield from (person for person in people if person.id in ids)


def sender_of(work: Work) -> Sender:
    """The adviser, from the settings."""
    settings = work.settings.load()
    return Sender(
        settings.own_name,
        settings.firm_name,
        settings.own_email or settings.firm_email,
        settings.own_phone or settings.firm_phone,
    )


def require_addresses(draft: Draft) -> None:
    """Raise UserError for a mail address that a draft cannot be addressed to."""
    from gesprekshulp.exchange.mail_out import unwritable

    email = unwritable(draft)
    if not email:
        return
    if not email.rpartition("@")[0].isascii():
        raise UserError(
            f"Vóór de @ van “{email}” staat een letter met een accent, en dat kan niet in een"
            " concept; kies een ander adres of verstuur het vanuit uw mailprogramma."
        )
    raise UserError(f"“{email}” kan niet in een concept; schrijf het adres als naam@bedrijf.nl.")


def save_draft(clock: Clock, draft: OutDraft, target: Path) -> Path:
    """Write a draft as an .eml file, whole or not at all.

    Raises CannotWrite, and UserError for an address that would be lost.
    """
    require_addresses(draft)
    from gesprekshulp.exchange.mail_out import eml

    if not target.suffix:
        target = target.with_name(f"{target.name}.eml")
    if target.suffix.lower() != ".eml":
        raise UserError(
            f"Een bericht wordt een .eml-bestand; laat “{target.name}” daarop eindigen."
        )
    return write_file(target, eml(draft, clock.now()))


def save_drafts(
    clock: Clock, drafts: Iterable[tuple[str, OutDraft]], folder: Path
) -> tuple[Path, ...]:
    """Write drafts into a folder, each under its name; names that are the same get a number.

    When one cannot be addressed none is written.
    """
    drafts = tuple(drafts)
    for _, draft in drafts:
        require_addresses(draft)
    paths: list[Path] = []
    taken: set[str] = set()
    for name, draft in drafts:
        stem = file_stem(name)
        unique, number = stem, 2
        while unique.casefold() in taken:
            unique, number = f"{stem} {number}", number + 1
        taken.add(unique.casefold())
        paths.append(save_draft(clock, draft, folder / f"{unique}.eml"))
    return tuple(paths)


def file_stem(name: str) -> str:
    """A name that every file system takes."""
    stem = " ".join(_UNSAFE.sub(" ", name).split()).strip(". ")[:80].strip()
    return stem or "Bericht"

"""The people whom a calendar event names: which client they are of, and who takes part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import NAMESPACE_URL, uuid5

from gesprekshulp.domain.appointment import Participant, Side
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.ids import AppointmentId, ClientId
from gesprekshulp.exchange.records import EventRecord, Invitee
from gesprekshulp.services.import_matching import Draft, plain_name


def recognised_client(draft: Draft, record: EventRecord, client_id: str | None) -> Client | None:
    """The client that an event is with: by its people, their domains, its title, or the chosen."""
    others = [one for one in record.people if one.email and not draft.is_own(one.email)]
    votes: dict[ClientId, int] = {}
    for one in others:
        person = draft.person_with(one.email)
        found = draft.clients[person.client_id] if person else draft.client_of_domain(one.email)
        if found is not None:
            # Somebody we know says more than a domain does.
            votes[found.id] = votes.get(found.id, 0) + (2 if person else 1)
    if votes:
        return draft.clients[max(votes, key=lambda id: votes[id])]
    named = draft.client_in(record.title) or draft.client_in(record.place)
    return named or (draft.clients.get(ClientId(client_id)) if client_id else None)


def invited(
    draft: Draft, appointment_id: AppointmentId, record: EventRecord, client: Client | None
) -> tuple[Participant, ...]:
    """Everybody whom the event names, each once: known people linked, our own side as "wij"."""
    found: dict[str, Participant] = {}
    for one in record.people:
        made = _participant(draft, appointment_id, one, client)
        earlier = found.get(made.id)
        if earlier is None or (earlier.present is None and made.present is not None):
            found[made.id] = made
    return tuple(found.values())


def merged(
    there: Sequence[Participant], now: Sequence[Participant]
) -> tuple[list[Participant], list[Participant]]:
    """Who comes in and who goes out when a newer version of the event arrives.

    Only people whom an earlier version of the event brought can go out; whom the adviser added
    by hand stays, and so does everybody of whom it was noted whether he was there.
    """
    known = {_key(one) for one in there} | {plain_name(one.name) for one in there}
    added = [one for one in now if _key(one) not in known and plain_name(one.name) not in known]
    wanted = {_key(one) for one in now}
    removed = [
        one
        for one in there
        if now
        and one.id == _id(one.appointment_id, one.email or one.name)
        and one.present is None
        and _key(one) not in wanted
    ]
    return added, removed


def link_people(
    draft: Draft, there: Sequence[Participant], record: EventRecord, client: Client
) -> None:
    """Tie who was invited before he was known to the person that he turns out to be."""
    if not there:
        return
    now = invited(draft, there[0].appointment_id, record, client)
    known = {one.id: one for one in now if one.person_id}
    for old in there:
        if old.person_id is None and (person := known.get(old.id)) is not None:
            draft.saved_participants[old.id] = replace(
                old, name=person.name, role=old.role or person.role, person_id=person.person_id
            )


def _participant(
    draft: Draft, appointment_id: AppointmentId, one: Invitee, client: Client | None
) -> Participant:
    id = _id(appointment_id, one.email or one.name)
    absent = False if one.declined else None
    if draft.is_own(one.email):
        adviser = draft.adviser(one.email)
        own = one.email.casefold() == draft.settings.own_email.casefold()
        name = adviser.name if adviser else draft.settings.own_name if own else ""
        return Participant(
            id, appointment_id, name or one.name, Side.US,
            adviser.role if adviser else draft.settings.own_role if own else "",
            one.email, adviser_id=adviser.id if adviser else None, present=absent,
        )  # fmt: skip
    if _is_user(draft, one.name):
        settings = draft.settings
        return Participant(
            id, appointment_id, settings.own_name, Side.US, settings.own_role, one.email,
            present=absent,
        )  # fmt: skip
    person = draft.person_with(one.email)
    if person is None and client is not None:
        person = draft.person_named(one.name, client.id)
    return Participant(
        id,
        appointment_id,
        person.name if person else one.name,
        Side.CLIENT,
        person.role if person else one.role,
        one.email or (person.email if person else ""),
        person_id=person.id if person else None,
        present=absent,
    )


def _is_user(draft: Draft, name: str) -> bool:
    """Whether this is the user by name; only when the settings have no mail address to go by."""
    own = draft.settings
    if own.own_email or not own.own_name.strip():
        return False
    return plain_name(name) == plain_name(own.own_name)


def _key(one: Participant) -> str:
    return (one.email or one.name).casefold()


def _id(appointment_id: str, address: str) -> str:
    # The same for the same person at the same appointment, so that a later version of the event
    # knows whom an earlier one brought.
    return str(uuid5(NAMESPACE_URL, f"deelnemer:{appointment_id}:{address.casefold()}"))

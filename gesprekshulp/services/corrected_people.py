"""Who was at the table, as the client corrects it: a name, a function, presence, somebody else."""

from __future__ import annotations

from dataclasses import replace

from gesprekshulp.domain.appointment import Appointment, Participant, Side
from gesprekshulp.domain.errors import NotFound
from gesprekshulp.domain.ids import new_id
from gesprekshulp.domain.person_name import Likeness, likeness, same_name
from gesprekshulp.domain.report_answer import Correction
from gesprekshulp.domain.report_document import name_of
from gesprekshulp.domain.report_line import ABSENT_WORD, PERSON, PersonSaid
from gesprekshulp.storage.archive import Work


def correct_person(work: Work, talk: Appointment, one: Correction, said: PersonSaid | None) -> None:
    """Take over what is said of the person in this line; None when the line is struck.

    Raises NotFound when the person of the line is no longer at the table.
    """
    table = work.participants.of_appointment(talk.id)
    key = one.place.removeprefix(PERSON)
    if not key:
        if said is not None:
            _also_there(work, talk, table, said)
        return
    named = [person for person in table if name_of(person) == key]
    if not named:
        raise NotFound(f"“{key}” staat niet meer bij het gesprek; leg de correctie opzij.")
    was_absent = one.before.endswith(ABSENT_WORD)
    of_line = [person for person in named if (person.present is False) == was_absent]
    if said is not None:
        _corrected(work, talk, table, (of_line or named)[0], said)
    elif of_line:
        # Noted as present by now, he is no longer in the line of the absent that was struck.
        work.participants.remove(of_line[0].id)


def _also_there(
    work: Work, talk: Appointment, table: tuple[Participant, ...], said: PersonSaid
) -> None:
    """Somebody who was lacking among those present; he may have been noted as absent."""
    present = True if said.present is None else said.present
    known = next((person for person in table if same_name(person.name, said.name)), None)
    if known is not None:
        after = replace(known, name=said.name, role=said.role or known.role, present=present)
        work.participants.save(_known(work, known, after))
        return
    new = Participant(new_id(), talk.id, said.name, role=said.role, present=present)
    work.participants.save(_other(work, talk, new))


def _corrected(
    work: Work,
    talk: Appointment,
    table: tuple[Participant, ...],
    before: Participant,
    said: PersonSaid,
) -> None:
    present = before.present if said.present is None else said.present
    there = next((p for p in table if p.id != before.id and same_name(p.name, said.name)), None)
    if there is not None:
        # Not this one but somebody who is at the table already: he is named once.
        work.participants.remove(before.id)
        work.participants.save(replace(there, role=said.role or there.role, present=present))
        return
    how = Likeness.OTHER
    if not _is_anothers(work, talk, before, said.name):
        how = likeness(before.name, said.name)
    if how is Likeness.OTHER:
        after = replace(before, name=said.name, role=said.role, present=present)
        work.participants.save(_other(work, talk, after))
        return
    after = replace(before, name=said.name, role=said.role or before.role, present=present)
    respelled = how is Likeness.RESPELLED
    work.participants.save(_known(work, before, after) if respelled else after)


def _is_anothers(work: Work, talk: Appointment, before: Participant, name: str) -> bool:
    """Whether somebody else than who stood there, of the client or one of us, bears this name."""
    if same_name(before.name, name):
        return False
    people = work.people.of_client(talk.client_id) if talk.client_id else ()
    bearers = [person.id for person in people if same_name(person.name, name)]
    bearers += [one.id for one in work.advisers.all() if same_name(one.name, name)]
    return bool(bearers) and not {before.person_id, before.adviser_id} & set(bearers)


def _known(work: Work, before: Participant, after: Participant) -> Participant:
    """The same person: what is spelled right now is so in the client's dossier too."""
    person = work.people.find(after.person_id) if after.person_id else None
    if person is not None and person.name == before.name:
        role = after.role if person.role == before.role else person.role
        work.people.save(replace(person, name=after.name, role=role))
    return after


def _other(work: Work, talk: Appointment, after: Participant) -> Participant:
    """Somebody else than who stood there: a person of the client's or one of us, if known."""
    people = work.people.of_client(talk.client_id) if talk.client_id else ()
    person = next((p for p in people if same_name(p.name, after.name)), None)
    if person is not None:
        return replace(
            after, side=Side.CLIENT, role=after.role or person.role, email=person.email,
            person_id=person.id, adviser_id=None,
        )  # fmt: skip
    one = next((a for a in work.advisers.all() if same_name(a.name, after.name)), None)
    if one is not None:
        return replace(
            after, side=Side.US, role=after.role or one.role, email=one.email,
            person_id=None, adviser_id=one.id,
        )  # fmt: skip
    return replace(after, email="", person_id=None, adviser_id=None)

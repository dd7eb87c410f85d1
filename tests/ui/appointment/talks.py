"""An appointment with all that belongs to its preparation, for tests of the page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from gesprekshulp.domain.adviser import Adviser
from gesprekshulp.domain.appointment import (
    AgendaItem,
    Appointment,
    Expectation,
    Sending,
    Speaker,
)
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.ids import AdviserId, AgendaItemId, ReportId, new_id
from gesprekshulp.domain.report import Report
from gesprekshulp.storage.archive import Archive
from tests.office import (
    DAY,
    a_client,
    a_commitment,
    a_contact,
    a_decision,
    a_participant,
    a_person,
    an_appointment,
)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What was put in the archive."""

    client: Client
    appointment: Appointment
    earlier: Appointment


def a_talk(archive: Archive) -> Prepared:
    """A talk of which nothing is ready yet: every need but the people is missing."""
    with archive.transaction() as work:
        client = work.clients.save(
            a_client(since=2019, street="Molenstraat 18", city="Heerdam", trade="bakkerij")
        )
        annet = work.people.save(a_person(client, role="eigenaar", decides=True))
        work.people.save(a_person(client, "Joris Vos", email="joris@halm.nl", mobile="06 1234"))
        work.advisers.save(Adviser(AdviserId(new_id()), "Steven", is_self=True))
        talk = work.appointments.save(an_appointment(client))
        work.participants.save(a_participant(talk, person_id=annet.id, role="eigenaar"))
        before = datetime(2026, 2, 12, 9, tzinfo=UTC)
        earlier = work.appointments.save(an_appointment(client, starts_at=before, title="Bezoek"))
        work.reports.save(Report(ReportId(new_id()), earlier.id, "Wat kan beter?"))
        for number, (title, minutes, speaker) in enumerate(
            (
                ("Hoe ging het?", 10, Speaker.CLIENT),
                ("Twee systemen", 15, Speaker.US),
                ("Kiezen", 20, Speaker.TOGETHER),
            )
        ):
            work.agenda_items.save(
                AgendaItem(AgendaItemId(new_id()), talk.id, number, title, minutes, speaker)
            )
        work.expectations.save(
            Expectation(new_id(), talk.id, 0, "Annet", "Ik wil het zien", DAY - timedelta(days=1))
        )
        work.expectations.save(Expectation(new_id(), talk.id, 1, "Joris", "Het moet het doen"))
        work.sendings.save(Sending(new_id(), talk.id, 0, "Offerte"))
        work.commitments.save(
            a_commitment(client, "kostenvergelijking sturen", due=DAY - timedelta(days=2))
        )
        work.commitments.save(a_commitment(client, "voorbeeldbon sturen"))
        work.contacts.save(a_contact(client, outcome="Leverancier belt terug"))
        work.decisions.save(a_decision(client))
    return Prepared(client, talk, earlier)

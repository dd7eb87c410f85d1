"""Good reports get hardly any remark: a false one costs the trust that the right ones need."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from gesprekshulp.domain.appointment import (
    Appointment,
    AppointmentStatus,
    GoalReached,
    Side,
)
from gesprekshulp.services import checking, report_parts
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive
from tests.office import (
    a_client,
    a_commitment,
    a_decision,
    a_participant,
    a_person,
    an_appointment,
)
from tests.services.report_texts import TEXTS, WRONG, Told


def held(archive: Archive, told: Told) -> Appointment:
    """The talk of a report, with its register."""
    client = a_client(told.client)
    talk = an_appointment(
        client,
        goal="weten we wat er moet gebeuren",
        goal_reached=GoalReached.YES,
        status=AppointmentStatus.HELD,
    )
    with archive.transaction() as work:
        work.clients.save(client)
        work.appointments.save(talk)
        for name in told.present:
            work.participants.save(a_participant(talk, name, present=True))
        for name in told.absent:
            work.participants.save(a_participant(talk, name, present=False))
        for who, what, due in told.promises:
            side = Side.US if who == "Steven" else Side.CLIENT
            event = "" if due else "als hij gevonden is"
            work.commitments.save(
                a_commitment(
                    client, what, who=who, side=side, due=due, event=event, appointment_id=talk.id
                )
            )
        work.settings.save(replace(work.settings.load(), own_name="Steven van Dalen"))
    return talk


@pytest.mark.parametrize("told", TEXTS, ids=lambda told: told.client)
def test_a_good_report_gets_no_false_remark(archive: Archive, clock: Clock, told: Told) -> None:
    talk = held(archive, told)
    report_parts.add_part(archive, clock, talk.id, "Wat er besproken is", told.text)
    found = checking.check(archive, clock, talk.id).remarks
    assert [(one.rule, one.found) for one in found] == []


def test_the_reports_are_of_some_length() -> None:
    assert len(TEXTS) == 10
    assert all(len(told.text.split()) > 55 for told in TEXTS)


def test_every_sentence_that_is_wrong_is_found_by_its_rule(archive: Archive, clock: Clock) -> None:
    """The dossier: Annet Vos was there, Joris Vos was not, Willemijn was not invited."""
    client = a_client("Bakkerij De Halm")
    talk = an_appointment(
        client, goal="is er een keuze", goal_reached=GoalReached.YES, status=AppointmentStatus.HELD
    )
    with archive.transaction() as work:
        work.clients.save(client)
        work.appointments.save(talk)
        work.people.save(a_person(client, "Joris Vos"))
        work.people.save(a_person(client, "Willemijn Hendriksen"))
        work.participants.save(a_participant(talk, present=True))
        work.participants.save(a_participant(talk, "Joris Vos", present=False))
        work.commitments.save(a_commitment(client, appointment_id=talk.id, due=date(2026, 3, 20)))
        work.commitments.save(
            a_commitment(
                client, "storingslijst opvragen bij leverancier Kassatech", who="Annet Vos",
                side=Side.CLIENT, appointment_id=talk.id, due=date(2026, 3, 18),
            )
        )  # fmt: skip
        work.decisions.save(
            a_decision(client, "Onderhoud kost € 1.250 per jaar", appointment_id=talk.id)
        )
        work.settings.save(
            replace(work.settings.load(), own_name="Steven van Dalen", firm_name="Van Dalen Advies")
        )
    part = report_parts.add_part(archive, clock, talk.id, "Besproken", "-").id
    missed = []
    for rule, sentence in WRONG:
        report_parts.edit_part(archive, clock, talk.id, part, sentence, typing=True)
        found = {one.rule for one in checking.check(archive, clock, talk.id).remarks}
        if rule not in found:
            missed.append((rule, sentence, sorted(found)))
    assert missed == []

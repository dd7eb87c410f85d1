from __future__ import annotations

from dataclasses import replace

import pytest

from gesprekshulp.domain.appointment import Appointment, AppointmentStatus, Side
from gesprekshulp.domain.errors import NotFound
from gesprekshulp.domain.ids import AppointmentId, ReportId, new_id
from gesprekshulp.domain.report import Report
from gesprekshulp.services import appointments
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.standing import standing
from gesprekshulp.storage.archive import Archive
from tests.office import a_client, a_participant, an_appointment


def planned(archive: Archive, **more: object) -> Appointment:
    with archive.transaction() as work:
        client = work.clients.save(a_client())
        made = work.appointments.save(an_appointment(client, **more))
        work.participants.save(a_participant(made))
    return made


def test_an_appointment_with_client_and_people_is_planned(archive: Archive, clock: Clock) -> None:
    assert standing(archive, clock, planned(archive).id).done == ("plannen",)


def test_one_without_a_client_opens_on_planning(archive: Archive, clock: Clock) -> None:
    with archive.transaction() as work:
        made = work.appointments.save(an_appointment())
    found = standing(archive, clock, made.id)
    assert (found.done, found.next_step) == ((), "plannen")


@pytest.mark.parametrize(
    ("status", "step"),
    [
        (AppointmentStatus.PLANNED, "voorbereiden"),
        (AppointmentStatus.IN_PROGRESS, "gesprek"),
        (AppointmentStatus.HELD, "verslag"),
        (AppointmentStatus.DONE, "nazorg"),
        (AppointmentStatus.CANCELLED, "voorbereiden"),
    ],
)
def test_the_page_opens_on_the_step_that_is_on(
    archive: Archive, clock: Clock, status: AppointmentStatus, step: str
) -> None:
    assert standing(archive, clock, planned(archive, status=status).id).next_step == step


def test_a_report_is_done_when_it_was_exported(archive: Archive, clock: Clock) -> None:
    made = planned(archive, status=AppointmentStatus.HELD)
    report = Report(ReportId(new_id()), made.id, "Verslag")
    with archive.transaction() as work:
        work.reports.save(report)
    assert standing(archive, clock, made.id).done == ("plannen", "voorbereiden", "gesprek")
    with archive.transaction() as work:
        work.reports.save(replace(report, exported_at=clock.now()))
    assert "verslag" in standing(archive, clock, made.id).done


def test_a_cancelled_appointment_says_who_and_why(archive: Archive, clock: Clock) -> None:
    made = planned(archive)
    appointments.cancel(archive, clock, made.id, by=Side.CLIENT, who="Annet Vos", reason="ziek")
    change = standing(archive, clock, made.id).cancelled
    assert change is not None
    assert (change.by, change.who, change.reason) == (Side.CLIENT, "Annet Vos", "ziek")


def test_an_appointment_that_is_gone_is_not_found(archive: Archive, clock: Clock) -> None:
    with pytest.raises(NotFound):
        standing(archive, clock, AppointmentId("weg"))

"""Appointments are planned, moved and cancelled with a trace."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from gesprekshulp.domain.appointment import AppointmentStatus, ChangeKind, Side
from gesprekshulp.domain.errors import ReasonMissing, UserError
from gesprekshulp.domain.ids import LineId, new_id
from gesprekshulp.domain.note import LineKind, NoteLine
from gesprekshulp.services import appointments, search, undo
from gesprekshulp.services.appointments import local_moment
from tests.office import a_client, a_participant, an_appointment


@pytest.fixture
def appointment(archive):
    client = a_client()
    with archive.transaction() as work:
        work.clients.save(client)
    planned = an_appointment(client)
    return appointments.plan(archive, planned, (a_participant(planned),))


def stored(archive, id):
    with archive.reading() as work:
        return work.appointments.get(id)


def test_moving_leaves_who_and_why(archive, clock, appointment):
    later = appointment.starts_at + timedelta(days=1)
    end = appointment.ends_at + timedelta(days=1)
    appointments.move(
        archive, clock, appointment.id, later, end, by=Side.CLIENT, who="Annet", reason="ziek"
    )
    with archive.reading() as work:
        (trace,) = work.appointment_changes.of_appointment(appointment.id)
    assert stored(archive, appointment.id).starts_at == later
    assert (trace.kind, trace.by, trace.who, trace.reason) == (
        ChangeKind.MOVED, Side.CLIENT, "Annet", "ziek",
    )  # fmt: skip
    assert trace.from_start == appointment.starts_at


def test_without_a_reason_it_is_neither_moved_nor_cancelled(archive, clock, appointment):
    with pytest.raises(ReasonMissing):
        appointments.cancel(archive, clock, appointment.id, by=Side.US, who="", reason="")
    with pytest.raises(ReasonMissing):
        appointments.move(
            archive, clock, appointment.id, appointment.ends_at,
            appointment.ends_at + timedelta(hours=1), by=Side.US, who="", reason=" ",
        )  # fmt: skip
    assert stored(archive, appointment.id) == appointment


def test_a_cancelled_talk_stays_in_the_agenda_as_such(archive, clock, appointment, today):
    appointments.cancel(archive, clock, appointment.id, by=Side.US, who="Steven", reason="file")
    (card,) = appointments.between(archive, clock, today, today)
    assert card.appointment.status is AppointmentStatus.CANCELLED
    undo.undo_last(archive)
    assert stored(archive, appointment.id) == appointment


def test_the_end_lies_after_the_beginning(archive, appointment):
    with pytest.raises(UserError, match="einde"):
        appointments.change(archive, replace(appointment, ends_at=appointment.starts_at))


def test_a_day_shows_what_touches_it(archive, clock, appointment, today):
    night = an_appointment(
        starts_at=local_moment(today, time(23)), title="Nacht",
        ends_at=local_moment(today + timedelta(days=1), time(1)),
    )  # fmt: skip
    appointments.plan(archive, night)
    titles = [c.appointment.title for c in appointments.between(archive, clock, today, today)]
    assert titles == [appointment.title, "Nacht"]
    tomorrow = today + timedelta(days=1)
    assert [
        c.appointment.title for c in appointments.between(archive, clock, tomorrow, tomorrow)
    ] == ["Nacht"]


def test_changing_the_people_removes_who_is_gone(archive, appointment):
    joris = a_participant(appointment, "Joris Vos")
    appointments.change(archive, appointment, (joris,))
    with archive.reading() as work:
        assert work.participants.of_appointment(appointment.id) == (joris,)


def test_what_was_noted_is_no_longer_found_once_the_appointment_is_removed(
    archive, clock, appointment
):
    line = NoteLine(
        LineId(new_id()), appointment.id, 0, clock.now(), LineKind.NOTE, "De bonprinter hapert."
    )
    with archive.transaction() as work:
        work.note_lines.save(line)

    appointments.remove(archive, appointment.id, clock)
    assert search.find(archive, "bonprinter") == ()

    undo.undo_last(archive)
    assert [hit.id for hit in search.find(archive, "bonprinter")] == [line.id]


def test_local_moments_follow_the_clock_of_the_day():
    winter = local_moment(date(2026, 1, 5), time(10))
    assert winter.astimezone().time() == time(10)


def test_what_was_called_off_is_not_moved_or_called_off_again(archive, clock):
    client = a_client()
    appointment = an_appointment(client)
    with archive.transaction() as work:
        work.clients.save(client)
        work.appointments.save(appointment)
    appointments.cancel(archive, clock, appointment.id, by=Side.US, who="Steven", reason="file")
    later = appointment.starts_at + timedelta(days=1)
    with pytest.raises(UserError, match="is al afgezegd; plan een nieuwe afspraak"):
        appointments.cancel(archive, clock, appointment.id, by=Side.US, who="", reason="druk")
    with pytest.raises(UserError, match="is al afgezegd; plan een nieuwe afspraak"):
        appointments.move(
            archive, clock, appointment.id, later, later + timedelta(hours=1),
            by=Side.US, who="", reason="toch",
        )  # fmt: skip
    with archive.reading() as work:
        assert len(work.appointment_changes.of_appointment(appointment.id)) == 1

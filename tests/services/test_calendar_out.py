"""Promises in a calendar: updated, never doubled, and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from gesprekshulp.domain.calendar_entry import CalendarEntry
from gesprekshulp.domain.errors import NotFound, UserError
from gesprekshulp.exchange.calendar_out import calendar
from gesprekshulp.services import calendar_out, commitments, imports, undo
from tests.office import a_client, a_commitment


@pytest.fixture
def client(archive):
    made = a_client()
    with archive.transaction() as work:
        work.clients.save(made)
        work.settings.save(replace(work.settings.load(), own_email="steven@dalen.example"))
    return made


@pytest.fixture
def promise(archive, clock, client):
    return commitments.make(archive, clock, a_commitment(client, what="offerte; met, komma's"))


def read(path):
    data = path.read_bytes()
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    return Calendar.from_ical(data)


def parts(path, kind):
    return list(read(path).walk(kind))


def one(archive, clock, promise, tmp_path):
    path = calendar_out.export_one(archive, clock, promise.id, tmp_path / "t.ics")
    (event,), (task,) = parts(path, "VEVENT"), parts(path, "VTODO")
    return event, task


def test_a_promise_is_a_whole_day_with_an_alarm_and_a_task(archive, clock, promise, tmp_path):
    event, task = one(archive, clock, promise, tmp_path)
    assert read(tmp_path / "t.ics")["METHOD"] == "PUBLISH"
    assert event["SUMMARY"] == "offerte; met, komma's (Bakkerij De Halm)"
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 3, 13), date(2026, 3, 14))
    assert event["ORGANIZER"] == "mailto:steven@dalen.example"
    assert task["DUE"].dt == date(2026, 3, 13)
    assert task["STATUS"] == "NEEDS-ACTION"
    for part in (event, task):
        (alarm,) = part.walk("VALARM")
        assert alarm["TRIGGER"].dt == -timedelta(hours=15)
    assert event["UID"] != task["UID"]


def test_an_update_has_the_same_identifier_and_a_higher_sequence(archive, clock, promise, tmp_path):
    before, _ = one(archive, clock, promise, tmp_path)
    commitments.move(archive, clock, promise.id, date(2026, 3, 20), "ziek")
    after, task = one(archive, clock, promise, tmp_path)
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["DTSTART"].dt == date(2026, 3, 20)
    assert task["SEQUENCE"] == after["SEQUENCE"]


def test_a_kept_promise_is_a_finished_task(archive, clock, promise, tmp_path):
    commitments.keep(archive, clock, promise.id)
    event, task = one(archive, clock, promise, tmp_path)
    assert (event["STATUS"], task["STATUS"]) == ("CANCELLED", "COMPLETED")


@pytest.mark.parametrize("how", ["dropped", "removed", "withdrawn"])
def test_what_is_gone_is_cancelled_and_can_come_back(archive, clock, promise, tmp_path, how):
    first, _ = one(archive, clock, promise, tmp_path)
    if how == "dropped":
        commitments.drop(archive, clock, promise.id, "niet meer nodig")
    if how == "removed":
        commitments.remove(archive, promise.id)
    if how == "withdrawn":
        calendar_out.withdraw(archive, clock, promise.id, tmp_path / "t.ics")
        (gone,) = parts(tmp_path / "t.ics", "VEVENT")
    else:
        gone, task = one(archive, clock, promise, tmp_path)
        assert task["STATUS"] == "CANCELLED"
    assert read(tmp_path / "t.ics")["METHOD"] == "CANCEL"
    assert gone["STATUS"] == "CANCELLED"
    assert gone["UID"] == first["UID"]
    assert gone["SEQUENCE"] > first["SEQUENCE"]
    if how != "withdrawn":
        undo.undo_last(archive)
    back, _ = one(archive, clock, promise, tmp_path)
    assert back["STATUS"] == "CONFIRMED"
    assert back["SEQUENCE"] > gone["SEQUENCE"]


def test_all_that_is_open_goes_out_and_what_went_out_before_is_brought_up_to_date(
    archive, clock, client, promise, tmp_path
):
    made = [
        commitments.make(archive, clock, a_commitment(client, what))
        for what in ("kept", "dropped", "removed")
    ]
    vague = commitments.make(archive, clock, a_commitment(client, "vaag", due=None))
    path = calendar_out.export_open(archive, clock, tmp_path / "alles.ics")
    assert len(parts(path, "VEVENT")) == 4
    assert len(parts(path, "VTODO")) == 5
    commitments.keep(archive, clock, made[0].id)
    commitments.drop(archive, clock, made[1].id, "niet nodig")
    commitments.remove(archive, made[2].id)
    calendar_out.export_open(archive, clock, path)
    states = {str(task["SUMMARY"]).split()[0]: task["STATUS"] for task in parts(path, "VTODO")}
    assert states == {
        "offerte;": "NEEDS-ACTION", "vaag": "NEEDS-ACTION", "kept": "COMPLETED",
        "dropped": "CANCELLED", "removed": "CANCELLED",
    }  # fmt: skip
    calendar_out.export_open(archive, clock, path)
    assert len(parts(path, "VTODO")) == 2
    assert vague.due is None


def test_a_day_that_is_lost_leaves_the_calendar(archive, clock, client, tmp_path):
    promise = commitments.make(archive, clock, a_commitment(client))
    calendar_out.export_open(archive, clock, tmp_path / "t.ics")
    with archive.transaction() as work:
        work.commitments.save(replace(promise, due=None, event="voor het volgende overleg"))
    event, task = one(archive, clock, promise, tmp_path)
    assert (event["STATUS"], event["DTSTART"].dt) == ("CANCELLED", promise.due)
    assert "DUE" not in task


def test_our_own_file_is_never_read_as_appointments(archive, clock, promise, tmp_path):
    path = calendar_out.export_one(archive, clock, promise.id, tmp_path / "t.ics")
    bare = path.read_bytes().replace(b"X-GESPREKSHULP:toezegging\r\n", b"")
    renamed = path.read_bytes().replace(b"UID:gesprekshulp-toezegging-", b"UID:anders-")
    for data in (path.read_bytes(), bare, renamed):
        plan = imports.plan(archive, clock, [("t.ics", data)])
        assert [change.kind for change in plan.changes] == [imports.Outcome.SAME]
        assert "register" in plan.changes[0].reason
        imports.apply(archive, clock, plan)
    with archive.reading() as work:
        assert work.appointments.all() == ()
        assert len(work.commitments.all()) == 1


def test_what_cannot_be_written_is_said(archive, clock, promise, tmp_path):
    with pytest.raises(UserError, match=r"\.ics"):
        calendar_out.export_one(archive, clock, promise.id, tmp_path / "t.txt")
    with pytest.raises(NotFound):
        calendar_out.export_one(archive, clock, "weg", tmp_path / "t.ics")


@given(st.text(max_size=300), st.text(max_size=100))
def test_any_words_make_a_file_that_calendars_read(what, client):
    at = datetime(2026, 3, 12, 9, tzinfo=UTC)
    entry = CalendarEntry("een", what, client, client, at.date(), at.date(), 1, at)
    data = b"".join(calendar([entry], at))
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    found = Calendar.from_ical(data)
    assert [part.name for part in found.subcomponents] == ["VEVENT", "VTODO"]

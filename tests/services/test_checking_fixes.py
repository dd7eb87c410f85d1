"""Every fix of Nakijken lands where the words stand, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from gesprekshulp.domain.appointment import Appointment, AppointmentStatus, GoalReached
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.remark import Remark, RemarkKind
from gesprekshulp.services import checking, checking_fixes, report_parts, reports
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.reports import ReportView
from gesprekshulp.services.undo import undo_last
from gesprekshulp.storage.archive import Archive
from tests.office import a_client, a_commitment, a_decision, a_participant, an_appointment

WRONG, RIGHT = "kasssa", "kassa"


@pytest.fixture
def client() -> Client:
    return a_client()


@pytest.fixture
def talk(archive: Archive, client: Client) -> Appointment:
    made = an_appointment(
        client, goal="is er een keuze", goal_reached=GoalReached.YES, status=AppointmentStatus.HELD
    )
    with archive.transaction() as work:
        work.clients.save(client)
        work.appointments.save(made)
        work.participants.save(a_participant(made, present=True))
        work.settings.save(replace(work.settings.load(), own_name="Steven Dalen"))
    return made


def write_wrong(archive: Archive, clock: Clock, talk: Appointment, client: Client, where: str):
    with archive.transaction() as work:
        if where == "decision":
            work.decisions.save(a_decision(client, f"Eerst de {WRONG}", appointment_id=talk.id))
        elif where == "advice":
            work.decisions.save(
                a_decision(
                    client, "Wachten", appointment_id=talk.id, advice=f"De {WRONG} nu vervangen"
                )
            )
        elif where == "promise":
            work.commitments.save(a_commitment(client, f"{WRONG} leveren", appointment_id=talk.id))
        elif where == "earlier":
            work.commitments.save(a_commitment(client, f"{WRONG} leveren"))
        elif where == "goal note":
            work.appointments.save(replace(talk, goal_note=f"De {WRONG} is gekozen."))
        elif where == "place":
            work.appointments.save(replace(talk, place=f"bij de {WRONG}"))
    if where == "title":
        report_parts.rename_report(archive, clock, talk.id, f"De {WRONG}")
    elif where == "heading":
        report_parts.add_part(archive, clock, talk.id, f"De {WRONG}", "Alles is goed.")
    elif where == "part":
        report_parts.add_part(archive, clock, talk.id, "Extra", f"😀 Alles.\n\nDe {WRONG} is goed.")
    else:
        reports.refresh(archive, clock, talk.id)


def everything(view: ReportView) -> str:
    return repr((view.document, view.parts))


@pytest.mark.parametrize(
    "where",
    ["title", "heading", "part", "decision", "advice", "promise", "earlier", "goal note", "place"],
)
def test_a_fix_lands_where_the_words_stand_and_is_undone_as_one(
    archive: Archive, clock: Clock, talk: Appointment, client: Client, where: str
) -> None:
    write_wrong(archive, clock, talk, client, where)
    (remark,) = checking.check(archive, clock, talk.id).remarks
    assert remark.found == WRONG
    before = reports.view(archive, clock, talk.id)
    assert (remark.part, remark.row) in checking_fixes.places_to_put(before)
    checking_fixes.put(archive, clock, talk.id, remark, RIGHT)
    after = everything(reports.view(archive, clock, talk.id))
    assert WRONG not in after
    assert RIGHT in after
    undo_last(archive)
    assert WRONG in everything(reports.view(archive, clock, talk.id))


def test_words_that_moved_since_are_found_where_they_are_now(
    archive: Archive, clock: Clock, talk: Appointment
) -> None:
    part = report_parts.add_part(archive, clock, talk.id, "Extra", f"De {WRONG} is goed.").id
    (remark,) = checking.check(archive, clock, talk.id).remarks
    report_parts.edit_part(archive, clock, talk.id, part, f"Wij zagen dat de {WRONG} goed is.")
    checking_fixes.put(archive, clock, talk.id, remark, RIGHT)
    (own,) = [p for p in reports.view(archive, clock, talk.id).parts if p.id == part]
    assert own.text == "Wij zagen dat de kassa goed is."


def test_a_remark_of_which_the_words_are_gone_changes_nothing(
    archive: Archive, clock: Clock, talk: Appointment
) -> None:
    part = report_parts.add_part(archive, clock, talk.id, "Extra", f"De {WRONG} is goed.").id
    (remark,) = checking.check(archive, clock, talk.id).remarks
    report_parts.edit_part(archive, clock, talk.id, part, "Niets meer.")
    with pytest.raises(checking_fixes.TextChanged, match="niet meer"):
        checking_fixes.put(archive, clock, talk.id, remark, RIGHT)


def test_a_promise_in_the_text_becomes_one_to_record(
    archive: Archive, clock: Clock, talk: Appointment
) -> None:
    report_parts.add_part(
        archive, clock, talk.id, "Extra", "Wij sturen u uiterlijk vrijdag 20 maart de prijslijst."
    )
    (remark,) = checking.check(archive, clock, talk.id).remarks
    made = checking_fixes.promise_of(archive, clock, talk.id, remark.found)
    assert made is not None
    assert (made.due, made.who, made.made_on) == (date(2026, 3, 20), "Steven Dalen", clock.today())
    assert "prijslijst" in made.what


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("een kasssa", (4, 10)),
        ("kasssa en een kasssa", (14, 20)),
        ("niets", None),
    ],
)
def test_the_nearest_place_is_meant(text: str, place: tuple[int, int] | None) -> None:
    remark = Remark("spelling", RemarkKind.SPELLING, "", 12, 18, WRONG, "")
    assert remark.place_in(text) == place

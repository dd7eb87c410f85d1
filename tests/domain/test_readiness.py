"""An appointment is prepared when nothing is missing, and never without a goal."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from gesprekshulp.domain.appointment import Expectation, Sending, Side
from gesprekshulp.domain.ids import new_id
from gesprekshulp.domain.readiness import Need, Readiness, readiness
from tests.office import DAY, a_client, a_commitment, a_participant, an_appointment

CLIENT = a_client()
APPOINTMENT = an_appointment(CLIENT, goal="is er gekozen tussen de twee systemen")


def marked(appointment: Any = APPOINTMENT, **more: Any) -> Readiness:
    values: dict[str, Any] = {
        "participants": (a_participant(appointment),),
        "expectations": (),
        "sendings": (),
        "commitments": (),
        "has_previous_report": False,
        "today": DAY,
        **more,
    }
    return readiness(
        appointment,
        values["participants"],
        values["expectations"],
        values["sendings"],
        values["commitments"],
        has_previous_report=values["has_previous_report"],
        today=values["today"],
    )


def needs(mark: Readiness) -> list[Need]:
    return [item.need for item in mark.missing]


def test_with_everything_there_it_is_prepared():
    mark = marked()
    assert mark.is_ready
    assert (mark.done, mark.total, mark.words) == (6, 6, "Voorbereid")


@pytest.mark.parametrize("goal", ["", "   "])
def test_without_a_goal_it_is_never_prepared(goal):
    mark = marked(an_appointment(CLIENT, goal=goal))
    assert needs(mark) == [Need.GOAL]
    assert mark.words == "Doel ontbreekt"


def test_only_our_own_people_is_nobody():
    own = a_participant(APPOINTMENT, "Steven", side=Side.US)
    assert needs(marked(participants=(own,))) == [Need.PEOPLE]


def test_a_noted_expectation_must_be_checked():
    open_one = Expectation(new_id(), APPOINTMENT.id, 0, "Joris", "Het moet gewoon werken")
    assert needs(marked(expectations=(open_one,))) == [Need.EXPECTATIONS]
    assert "Joris" in marked(expectations=(open_one,)).missing[0].action


def test_the_previous_report_must_be_read():
    assert needs(marked(has_previous_report=True)) == [Need.PREVIOUS_REPORT]
    read = an_appointment(
        CLIENT, goal="x", previous_report_read_at=APPOINTMENT.starts_at - timedelta(days=1)
    )
    assert marked(read, has_previous_report=True).is_ready


def test_a_promise_whose_day_has_passed_must_have_a_state():
    late = a_commitment(CLIENT, due=DAY - timedelta(days=1))
    assert needs(marked(commitments=(late,))) == [Need.COMMITMENTS]
    assert marked(commitments=(late.kept(DAY),)).is_ready
    assert marked(commitments=(late.moved(DAY, "leverancier ziek"),)).is_ready


def test_what_had_to_be_sent_must_be_sent():
    offer = Sending(new_id(), APPOINTMENT.id, 0, "Offerte")
    assert marked(sendings=(offer,)).missing[0].action == "Offerte sturen"
    assert marked(sendings=(Sending(offer.id, APPOINTMENT.id, 0, "Offerte", DAY),)).is_ready

"""Sixty seconds: goal, three things promised, the last decision, one thing to mind."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.contact import ContactNature
from gesprekshulp.domain.dossier import Dossier, by_urgency, sixty_seconds
from gesprekshulp.domain.readiness import Readiness
from tests.office import DAY, a_client, a_commitment, a_contact, a_decision, an_appointment

CLIENT = a_client()


def a_dossier(**more: Any) -> Dossier:
    values: dict[str, Any] = {
        "appointment": an_appointment(CLIENT, goal="is er gekozen"),
        "client": CLIENT,
        "contact_count": 0,
        "readiness": Readiness(()),
    }
    for name in (
        "participants", "people", "agenda", "expectations", "contacts", "commitments",
        "decisions", "wishes", "reports", "attachments", "ratings",
    ):  # fmt: skip
        values[name] = ()
    return Dossier(**{**values, **more})


def test_it_has_the_goal_three_promises_and_the_last_decision():
    promises = tuple(a_commitment(CLIENT, f"stuk {n} sturen") for n in range(5))
    summary = sixty_seconds(
        a_dossier(commitments=promises, decisions=(a_decision(CLIENT, "Eerst de kassa."),)), DAY
    )
    assert summary.goal == "is er gekozen"
    assert len(summary.promised) == 3
    assert summary.last_decision == "Eerst de kassa (ma 16 feb)"


def test_our_own_late_promise_is_what_to_mind_first():
    late = a_commitment(CLIENT, "kosten sturen", due=DAY - timedelta(days=2))
    trouble = a_contact(CLIENT, nature=ContactNature.PROBLEM)
    summary = sixty_seconds(a_dossier(commitments=(late,), contacts=(trouble,)), DAY)
    assert summary.mind == "Onze toezegging “kosten sturen” is 2 dagen te laat."


def test_trouble_in_the_last_contact_comes_before_a_late_client():
    theirs = a_commitment(CLIENT, "lijst", side=Side.CLIENT, due=DAY - timedelta(days=2))
    trouble = a_contact(CLIENT, nature=ContactNature.PROBLEM)
    both = sixty_seconds(a_dossier(commitments=(theirs,), contacts=(trouble,)), DAY)
    assert "Storing" in both.mind
    assert "klant" in sixty_seconds(a_dossier(commitments=(theirs,)), DAY).mind


def test_what_somebody_else_is_late_with_is_not_laid_at_the_clients_door():
    due = DAY - timedelta(days=9)
    named = a_commitment(CLIENT, "rechten inrichten", side=Side.THIRD, who="leverancier", due=due)
    nobody = a_commitment(CLIENT, "rechten inrichten", side=Side.THIRD, who="", due=due)
    assert sixty_seconds(a_dossier(commitments=(named,)), DAY).mind == (
        "Leverancier is 9 dagen te laat met “rechten inrichten”."
    )
    assert sixty_seconds(a_dossier(commitments=(nobody,)), DAY).mind == (
        "Een derde is 9 dagen te laat met “rechten inrichten”."
    )


def test_nothing_to_mind_is_nothing():
    assert sixty_seconds(a_dossier(), DAY).mind == ""


def test_promises_stand_too_late_first_and_without_a_day_last():
    late = a_commitment(CLIENT, "a", due=DAY - timedelta(days=2))
    later = a_commitment(CLIENT, "b", due=DAY + timedelta(days=2))
    no_day = a_commitment(CLIENT, "c", due=None)
    assert by_urgency((no_day, later, late), DAY) == (late, later, no_day)

"""Clients come up for attention when satisfaction fell, trouble lingers, or it is quiet."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from gesprekshulp.domain.attention import AttentionItem, Relation, attention, one_a_client
from gesprekshulp.domain.ids import AppointmentId, ClientId
from tests.office import DAY

QUIET = Relation(ClientId("a"), "Lindehof", DAY - timedelta(days=94), False, "", (), None)


def test_three_months_of_silence_ask_for_a_call():
    item = attention(replace(QUIET, scores=((8, DAY - timedelta(days=94)),)), DAY)
    assert item is not None
    assert (
        item.reason == "Tevreden (8), maar al 94 dagen niet gesproken. Bel eens zonder aanleiding."
    )


def test_recently_spoken_asks_for_nothing():
    assert attention(replace(QUIET, last_contact_on=DAY - timedelta(days=20)), DAY) is None


def test_a_planned_talk_is_attention_enough():
    assert attention(replace(QUIET, next_appointment_on=DAY + timedelta(days=30)), DAY) is None


def test_satisfaction_that_fell_comes_up_even_with_a_talk_next_month():
    fell = replace(
        QUIET,
        last_contact_on=DAY - timedelta(days=9),
        scores=((6, DAY - timedelta(days=9)), (8, DAY - timedelta(days=90))),
        next_appointment_on=DAY + timedelta(days=30),
    )
    item = attention(fell, DAY)
    assert item is not None
    assert "van 8 naar 6" in item.reason
    assert attention(replace(fell, next_appointment_on=DAY + timedelta(days=1)), DAY) is None


def test_trouble_without_a_later_contact_comes_up_after_a_week():
    trouble = replace(QUIET, last_was_problem=True, last_subject="Storing")
    assert attention(replace(trouble, last_contact_on=DAY - timedelta(days=6)), DAY) is None
    item = attention(replace(trouble, last_contact_on=DAY - timedelta(days=8)), DAY)
    assert item is not None
    assert "Storing" in item.reason


def test_a_client_comes_up_once_with_all_its_reasons_most_urgent_first():
    farm, bakery = ClientId("b"), ClientId("h")
    found = one_a_client(
        [
            AttentionItem(bakery, "De Halm", "Al 94 dagen niet gesproken.", 94),
            AttentionItem(farm, "Hoekstra", "Verslag wacht op antwoord.", 702, AppointmentId("t")),
            AttentionItem(farm, "Hoekstra", "Tevredenheid van 8 naar 6.", 1002),
        ]
    )
    assert [one.name for one in found] == ["Hoekstra", "De Halm"]
    assert found[0].reason == "Tevredenheid van 8 naar 6.\nVerslag wacht op antwoord."
    assert found[0].appointment_id == "t"

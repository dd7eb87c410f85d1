"""Everything is found by the beginnings of its words, newest first."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gesprekshulp.storage.search import fragment
from tests.office import a_client, a_commitment, a_contact, a_person, an_appointment


@pytest.fixture
def filled(archive):
    client = a_client("Café Zoë")
    with archive.transaction() as work:
        work.clients.save(client)
        work.people.save(a_person(client, "Joris van der Berg"))
        work.appointments.save(an_appointment(client))
        work.contacts.save(a_contact(client, text="De kassa viel uit op zaterdag " * 20))
        work.commitments.save(a_commitment(client))
    return archive


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("cafe zoe", "klant"),
        ("ber jo", "contactpersoon"),
        ("kassasys", "afspraak"),
        ("viel zaterdag", "contact"),
        ("offerte", "toezegging"),
    ],
)
def test_things_are_found_by_the_beginnings_of_words(filled, typed, kind):
    with filled.reading() as work:
        assert kind in [hit.kind for hit in work.search.find(typed)]


def test_a_search_can_stay_within_one_kind(filled):
    with filled.reading() as work:
        assert {hit.kind for hit in work.search.find("s", kind="toezegging")} == {"toezegging"}


def test_a_changed_text_is_found_by_its_new_words_only(filled):
    with filled.transaction() as work:
        (promise,) = work.commitments.in_order()
        from dataclasses import replace

        work.commitments.save(replace(promise, what="prijslijst mailen"))
    with filled.reading() as work:
        assert work.search.find("offerte") == ()
        assert len(work.search.find("prijslijst")) == 1


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=60))
def test_no_typed_text_upsets_the_search(filled, typed):
    with filled.reading() as work:
        work.search.find(typed.replace("\x00", ""))


def test_a_fragment_shows_the_word_on_one_line():
    text = "Begin van het verhaal.\n" + "vulling " * 40 + "de kassa viel uit " + "slot " * 40
    piece = fragment(text, ["kassa"])
    assert "kassa" in piece
    assert "\n" not in piece
    assert len(piece) < 100


def test_a_fragment_begins_with_a_whole_word():
    text = "Annet wil voor het gesprek weten wat elk systeem per winkel kost, ook de kassa zelf."
    assert fragment(text, ["kassa"]).removeprefix("…") in text
    first = fragment(text, ["kassa"]).removeprefix("…").split()[0]
    assert first in text.split()


def test_the_fields_of_what_is_found_stand_apart(archive):
    client = a_client("Bakkerij De Halm", trade="Bakkerij", city="Heerdam")
    with archive.transaction() as work:
        work.clients.save(client)
        work.contacts.save(a_contact(client, text="Viel uit.", outcome="Module vervangen"))
        work.people.save(a_person(client, "Joris Vos", role="", email="joris@dehalm.example"))
    with archive.reading() as work:
        assert [hit.fragment for hit in work.search.find("heerdam")] == ["Bakkerij · Heerdam"]
        assert [hit.fragment for hit in work.search.find("viel")] == [
            "Module vervangen · Viel uit."
        ]
        assert [hit.fragment for hit in work.search.find("joris")] == ["joris@dehalm.example"]

"""People, contacts, decisions, wishes, assignments and ratings noted by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from gesprekshulp.domain.assignment import Assignment
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.decision import Wish, WishAnswer
from gesprekshulp.domain.errors import ReasonMissing, UserError
from gesprekshulp.domain.ids import AssignmentId, WishId, new_id
from gesprekshulp.domain.rating import Rating
from gesprekshulp.domain.text import InternalText
from gesprekshulp.services import contacts, decisions, people, ratings
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.undo import undo
from gesprekshulp.storage.archive import Archive
from tests.office import DAY, a_client, a_contact, a_decision, a_person


@pytest.fixture
def client(archive: Archive) -> Client:
    with archive.transaction() as work:
        return work.clients.save(a_client())


def take_back(archive: Archive) -> None:
    undo(archive, archive.last_batch or "")


# --- people ---


def test_a_contact_person_is_made_changed_and_removed(archive: Archive, client: Client) -> None:
    person = people.save(archive, a_person(client, remarks=InternalText("graag vroeg bellen")))
    people.save(archive, replace(person, decides=True))
    assert people.of_client(archive, client.id) == (replace(person, decides=True),)
    people.remove(archive, person.id)
    assert people.of_client(archive, client.id) == ()
    take_back(archive)
    assert len(people.of_client(archive, client.id)) == 1


def test_a_contact_person_needs_a_name_and_a_right_address(
    archive: Archive, client: Client
) -> None:
    with pytest.raises(UserError, match="naam"):
        people.save(archive, a_person(client, " "))
    with pytest.raises(UserError, match="e-mailadres"):
        people.save(archive, a_person(client, email="annet@"))


# --- contacts ---


def test_a_contact_keeps_the_name_of_the_person_it_was_with(
    archive: Archive, clock: Clock, client: Client
) -> None:
    person = people.save(archive, a_person(client))
    contact = contacts.make(archive, clock, a_contact(client, person_id=person.id))
    people.remove(archive, person.id)
    assert contacts.get(archive, contact.id).person_name == "Annet Vos"


def test_a_contact_is_changed_and_removed_and_both_can_be_undone(
    archive: Archive, clock: Clock, client: Client
) -> None:
    contact = contacts.make(archive, clock, a_contact(client))
    contacts.change(archive, clock, replace(contact, outcome="opgelost"))
    contacts.remove(archive, contact.id)
    take_back(archive)
    assert contacts.get(archive, contact.id).outcome == "opgelost"


def test_a_contact_needs_a_subject_and_lies_in_the_past(
    archive: Archive, clock: Clock, client: Client
) -> None:
    with pytest.raises(UserError, match="onderwerp"):
        contacts.make(archive, clock, a_contact(client, " "))
    tomorrow = datetime(2026, 3, 13, 12, tzinfo=UTC)
    with pytest.raises(UserError, match="afspraak"):
        contacts.make(archive, clock, a_contact(client, at=tomorrow))


# --- decisions ---


def test_a_decision_is_made_replaced_and_removed(
    archive: Archive, clock: Clock, client: Client
) -> None:
    decision = decisions.save_decision(archive, clock, a_decision(client))
    decisions.save_decision(archive, clock, replace(decision, stands=False))
    with archive.reading() as work:
        assert not work.decisions.get(decision.id).stands
    decisions.remove_decision(archive, decision.id)
    take_back(archive)
    with archive.reading() as work:
        assert work.decisions.find(decision.id) is not None


def test_a_decision_needs_words_and_a_day_that_has_come(
    archive: Archive, clock: Clock, client: Client
) -> None:
    with pytest.raises(UserError, match="besloten"):
        decisions.save_decision(archive, clock, a_decision(client, " "))
    late = a_decision(client, decided_on=DAY + timedelta(days=1))
    with pytest.raises(UserError, match="dag"):
        decisions.save_decision(archive, clock, late)


# --- wishes ---


@pytest.mark.parametrize("answer", [WishAnswer.LATER, WishAnswer.NO])
def test_later_and_no_need_a_reason(
    archive: Archive, clock: Clock, client: Client, answer: WishAnswer
) -> None:
    wish = Wish(WishId(new_id()), client.id, "één scherm", DAY, answer=answer)
    with pytest.raises(ReasonMissing, match=answer.value):
        decisions.save_wish(archive, clock, wish)
    decisions.save_wish(archive, clock, replace(wish, reason="eerst de kassa"))


def test_a_wish_may_wait_for_its_answer_and_can_be_removed(
    archive: Archive, clock: Clock, client: Client
) -> None:
    wish = decisions.save_wish(archive, clock, Wish(WishId(new_id()), client.id, "één scherm", DAY))
    decisions.remove_wish(archive, wish.id)
    take_back(archive)
    with archive.reading() as work:
        assert work.wishes.open_of_client(client.id) == (wish,)


# --- assignments ---


def test_an_assignment_needs_a_name_and_days_in_order(archive: Archive, client: Client) -> None:
    assignment = Assignment(AssignmentId(new_id()), client.id, "Kassakeuze", starts_on=DAY)
    with pytest.raises(UserError, match="naam"):
        decisions.save_assignment(archive, replace(assignment, title=""))
    with pytest.raises(UserError, match="begint"):
        decisions.save_assignment(archive, replace(assignment, ends_on=DAY - timedelta(days=1)))
    decisions.save_assignment(archive, assignment)
    decisions.remove_assignment(archive, assignment.id)
    take_back(archive)
    with archive.reading() as work:
        assert work.assignments.of_client(client.id) == (assignment,)


# --- satisfaction ---


def test_satisfaction_is_a_mark_from_0_to_10_of_a_day_that_has_come(
    archive: Archive, clock: Clock, client: Client
) -> None:
    rating = Rating(new_id(), client.id, DAY, 8, InternalText("tevreden"))
    with pytest.raises(UserError, match="0 tot en met 10"):
        ratings.save(archive, clock, replace(rating, score=11))
    with pytest.raises(UserError, match="dag"):
        ratings.save(archive, clock, replace(rating, given_on=DAY + timedelta(days=1)))
    ratings.save(archive, clock, rating)
    ratings.remove(archive, rating.id)
    take_back(archive)
    with archive.reading() as work:
        assert work.ratings.of_client(client.id) == (rating,)

"""The Friday round gathers what is to be looked at and ends with messages."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from gesprekshulp.domain.appointment import Side
from gesprekshulp.services import commitments, week_closed, week_round
from tests.office import a_client, a_commitment, a_contact, a_person, an_appointment


@pytest.fixture
def halm(archive, clock, today):
    client = a_client()
    day = timedelta(days=1)
    made = [
        a_commitment(client, "offerte sturen", due=today - 2 * day),
        a_commitment(client, "plan maken", due=today + 6 * day),
        a_commitment(client, "later werk", due=today + 30 * day),
        a_commitment(client, "cijfers sturen", side=Side.CLIENT, who="Annet", due=today - day),
        a_commitment(client, "nog eens bellen", due=None),
        a_commitment(client, "na akkoord", due=None, event="na akkoord van de directie"),
        a_commitment(client, "al gedaan", due=today - day).kept(today),
    ]
    with archive.transaction() as work:
        work.clients.save(client)
        work.people.save(a_person(client, email="annet@halm.example"))
        work.commitments.save_all(made)
    return client


@pytest.fixture
def silent(archive, clock):
    client = a_client("Stille BV", email="info@stil.example")
    busy = a_client("Drukke BV")
    long_ago = clock.now() - timedelta(days=200)
    with archive.transaction() as work:
        work.clients.save_all((client, busy))
        work.contacts.save_all((a_contact(client, at=long_ago), a_contact(busy, at=long_ago)))
        work.appointments.save(an_appointment(busy, starts_at=clock.now() + timedelta(days=9)))
    return client


def whats(part):
    return [item.commitment.what for item in part.items]


def test_each_step_holds_what_belongs_to_it(archive, clock, halm, silent):
    found = week_round.week_round(archive, clock)
    assert whats(found.late) == ["offerte sturen"]
    assert whats(found.due_next_week) == ["plan maken"]
    assert whats(found.waiting_for_client) == ["cijfers sturen"]
    assert whats(found.vague) == ["nog eens bellen"]
    assert [(one.name, one.days) for one in found.silent_clients] == [("Stille BV", 200)]
    assert found.late.items[0].client_name == "Bakkerij De Halm"
    assert not found.is_empty


def test_what_waits_two_weeks_for_an_event_without_a_day_is_looked_at_too(
    archive, clock, halm, today
):
    with archive.transaction() as work:
        work.commitments.save(
            a_commitment(halm, "vers", due=None, event="na akkoord", made_on=today)
        )
    found = week_round.week_round(archive, clock)
    assert whats(found.hanging) == ["na akkoord"]
    assert whats(found.without_day) == ["nog eens bellen", "na akkoord"]
    (made,) = week_round.drafts(archive, clock, [found.hanging.items[0].commitment.id], [])
    assert made.reasons == ("1 die ergens op wacht",)
    assert "- na akkoord (na akkoord van de directie)" in made.draft.body
    assert "volgende week" not in made.draft.body


def test_what_hangs_on_an_event_is_sent_to_all_too_and_what_waits_is_told_once(
    archive, clock, today
):
    client = a_client()
    theirs = a_commitment(client, "akkoord geven", due=today, side=Side.CLIENT)
    waits = a_commitment(client, "tekening maken", due=None, event="na akkoord")
    with archive.transaction() as work:
        work.clients.save(client)
        work.commitments.save_all([theirs, replace(waits, waits_for=theirs.id)])
    (made,) = week_round.drafts(archive, clock)
    assert made.reasons == ("1 waarop wij wachten", "1 die ergens op wacht")
    assert made.draft.body.count("tekening maken") == 1
    assert made.draft.body.count("akkoord geven") == 1


def test_an_empty_office_has_nothing_to_go_through(archive, clock):
    assert week_round.week_round(archive, clock).is_empty
    assert week_round.drafts(archive, clock) == ()


def test_parts_are_capped_and_say_how_many_there_are(archive, clock, halm, today):
    with archive.transaction() as work:
        work.commitments.save_all(
            a_commitment(halm, f"stuk {n}", due=today - timedelta(days=3)) for n in range(9)
        )
    late = week_round.week_round(archive, clock, most=4).late
    assert (len(late.items), late.count, late.left_out) == (4, 10, 6)


def test_it_ends_with_one_message_for_each_client(archive, clock, halm, silent):
    bakery, quiet = week_round.drafts(archive, clock)
    assert bakery.client_name == "Bakkerij De Halm"
    assert bakery.reasons == (
        "1 van ons te laat", "1 van ons voor volgende week", "1 waarop wij wachten", "1 zonder dag",
        "1 die ergens op wacht",
    )  # fmt: skip
    assert bakery.draft.to == "annet@halm.example"
    body = bakery.draft.body
    assert "- offerte sturen, uiterlijk dinsdag 10 maart 2026" in body
    assert "- cijfers sturen, uiterlijk woensdag 11 maart 2026" in body
    assert "- nog eens bellen\n" in body
    assert "later werk" not in body
    assert quiet.draft.to == "info@stil.example"
    assert "sinds 24 augustus 2025 niet gesproken" in quiet.draft.body


def test_what_was_done_during_the_round_is_told_as_it_stands_now(archive, clock, halm, today):
    found = week_round.week_round(archive, clock)
    late, coming = found.late.items[0].commitment, found.due_next_week.items[0].commitment
    commitments.move(archive, clock, late.id, today + timedelta(days=8), "drukker ziek")
    commitments.keep(archive, clock, coming.id)
    (made,) = week_round.drafts(archive, clock, [late.id, coming.id], [])
    assert made.reasons == ("1 van ons voor volgende week",)
    assert "uiterlijk vrijdag 20 maart 2026" in made.draft.body
    assert "plan maken" not in made.draft.body


def test_the_messages_become_files(archive, clock, halm, silent, tmp_path):
    paths = week_round.save(archive, clock, week_round.drafts(archive, clock), tmp_path)
    assert [path.name for path in paths] == ["Bakkerij De Halm.eml", "Stille BV.eml"]
    assert all(b"X-Unsent: 1" in path.read_bytes() for path in paths)


def test_nothing_internal_comes_into_a_message(archive, clock, halm):
    from gesprekshulp.domain.text import InternalText

    with archive.transaction() as work:
        work.clients.save(replace(halm, remarks=InternalText("lastige klant")))
    assert all("lastig" not in one.draft.as_text for one in week_round.drafts(archive, clock))


def test_the_round_remembers_when_it_was_done(archive, clock, today):
    assert week_closed.last_finished(archive) is None
    week_closed.finish(archive, clock)
    assert week_closed.last_finished(archive) == today

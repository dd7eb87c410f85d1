"""The example of every rule: the wrong one is found, the right one is left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from gesprekshulp.domain.appointment import Appointment, AppointmentStatus, GoalReached
from gesprekshulp.domain.ids import LineId, new_id
from gesprekshulp.domain.note import LineKind, NoteLine
from gesprekshulp.domain.report import PartKind
from gesprekshulp.services import checking, checking_words, report_parts, reports
from gesprekshulp.services.checking_rules import CAN_BE_OFF, RULES, CheckRule
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.help import rules_text, topics
from gesprekshulp.storage.archive import Archive
from tests.office import (
    a_client,
    a_commitment,
    a_decision,
    a_participant,
    a_person,
    an_appointment,
)


@pytest.fixture
def talk(archive: Archive) -> Appointment:
    """The dossier that the help speaks of."""
    client = a_client()
    made = an_appointment(
        client, goal="is er een keuze", goal_reached=GoalReached.YES, status=AppointmentStatus.HELD
    )
    with archive.transaction() as work:
        work.clients.save(client)
        work.clients.save(a_client("Gemeente Zuiderwolde"))
        work.people.save(a_person(client, "Joris Vos"))
        work.appointments.save(made)
        work.participants.save(a_participant(made, present=True))
        work.participants.save(a_participant(made, "Joris Vos", present=False))
        work.decisions.save(
            a_decision(client, "Prijs is € 90 per winkel per maand", appointment_id=made.id)
        )
        work.commitments.save(a_commitment(client, appointment_id=made.id, due=date(2026, 3, 20)))
        work.note_lines.save(
            NoteLine(
                LineId(new_id()), made.id, 0, datetime(2026, 3, 12, 9, tzinfo=UTC),
                LineKind.INTERNAL,
            ).saying("Niet verder zakken met de prijs van B")
        )  # fmt: skip
        work.settings.save(
            replace(work.settings.load(), own_name="Steven van Dalen", firm_name="Van Dalen Advies")
        )
    return made


def rules_found(archive: Archive, clock: Clock, talk: Appointment) -> set[str]:
    return {one.rule for one in checking.check(archive, clock, talk.id).remarks}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_example_of_a_rule_is_found_and_its_answer_is_not(
    archive: Archive, clock: Clock, talk: Appointment, rule: CheckRule
) -> None:
    kinds = {
        "belofte-niet-in-verslag": PartKind.COMMITMENTS,
        "besluit-niet-in-verslag": PartKind.DECISIONS,
    }
    if rule.id in kinds:  # the example says what to do, not what to write
        reports.refresh(archive, clock, talk.id)
        view = reports.view(archive, clock, talk.id)
        table = next(part for part in view.parts if part.kind is kinds[rule.id])
        assert rules_found(archive, clock, talk) == set()
        report_parts.show_part(archive, clock, talk.id, table.id, False)
        assert rules_found(archive, clock, talk) == {rule.id}
        return
    part = report_parts.add_part(archive, clock, talk.id, "Voorbeeld", rule.wrong).id
    assert rule.id in rules_found(archive, clock, talk)
    report_parts.edit_part(archive, clock, talk.id, part, rule.right)
    # A promise with a day is right as a sentence, and is then to be recorded.
    promised = {"belofte-niet-in-register"} if rule.id == "vage-belofte" else set[str]()
    assert rules_found(archive, clock, talk) == promised


@pytest.mark.parametrize("rule", [r for r in RULES if r.can_be_off], ids=lambda rule: rule.id)
def test_every_rule_but_a_leak_can_be_switched_off(
    archive: Archive, clock: Clock, talk: Appointment, rule: CheckRule
) -> None:
    report_parts.add_part(archive, clock, talk.id, "Voorbeeld", rule.wrong)
    checking_words.switch_rule(archive, rule.id, False)
    assert rule.id not in rules_found(archive, clock, talk)


def test_every_rule_that_finds_something_is_explained(
    archive: Archive, clock: Clock, talk: Appointment
) -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert {rule.id for rule in RULES} - CAN_BE_OFF == {"lek-intern", "lek-andere-klant"}
    for rule in RULES:
        assert rule.reason.endswith(".")
        assert rule.name


def test_the_help_shows_each_rule_with_both_its_examples() -> None:
    (topic,) = [topic for topic in topics() if topic.name == "nakijken"]
    assert topic.title == "Nakijken"
    assert rules_text().strip() in topic.text
    plain = topic.text.replace("\\", "")
    for rule in RULES:
        assert f"### {rule.name}" in plain
        assert rule.wrong in plain
        assert rule.right in plain


def test_the_list_of_jargon_goes_back_to_the_one_that_ships(archive: Archive) -> None:
    shipped = checking_words.jargon(archive)
    checking_words.set_jargon(archive, "koploper: eerste klant")
    assert checking_words.jargon(archive) == "koploper: eerste klant"
    checking_words.set_jargon(archive, None)
    assert checking_words.jargon(archive) == shipped
    checking_words.set_jargon(archive, shipped + "\n")
    with archive.reading() as work:
        assert checking_words.own_jargon(work) is None

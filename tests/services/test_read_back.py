"""The read-back: what was confirmed, by whom and when, stays as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from gesprekshulp.domain.appointment import AppointmentStatus, Side
from gesprekshulp.domain.commitment import EventKind
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import LineId, new_id
from gesprekshulp.domain.note import LineKind, NoteLine
from gesprekshulp.domain.read_back import ReadBackSection, Verdict
from gesprekshulp.domain.settings import Settings
from gesprekshulp.services import commitments, notes, read_back, undo
from tests.noting import keep_line
from tests.office import a_client, a_participant, an_appointment

WORDS = (
    (LineKind.NOTE, "Rustige maand."),
    (LineKind.DECISION, "We kiezen systeem B."),
    (LineKind.COMMITMENT, "Joris stuurt vrijdag de storingslijst."),
    (LineKind.INTERNAL, "Niet verder zakken met de prijs."),
    (LineKind.SIGNAL, "Annet geërgerd."),
    (LineKind.DECISION, "De koppeling hoort niet bij de opdracht."),
    (LineKind.QUESTION, "Kan de oude bonprinter blijven?"),
    (LineKind.COMMITMENT, "We komen nog terug op de koppeling."),
)


@pytest.fixture
def talk(archive, clock):
    client = a_client()
    appointment = an_appointment(client)
    with archive.transaction() as work:
        work.settings.save(Settings(own_name="Steven", firm_name="Van Dalen Advies"))
        work.clients.save(client)
        work.appointments.save(appointment)
        work.participants.save(a_participant(appointment, "Annet Vos"))
        work.participants.save(a_participant(appointment, "Joris Vos", present=False))
        work.participants.save(a_participant(appointment, "Steven", side=Side.US))
    at = datetime(2026, 3, 12, 9, 30, tzinfo=UTC)
    lines = [
        NoteLine(LineId(new_id()), appointment.id, n, at, kind).saying(words)
        for n, (kind, words) in enumerate(WORDS)
    ]
    notes.keep_lines(archive, clock, appointment.id, lines)
    return appointment


def answered(archive, clock, talk):
    items = read_back.open_read_back(archive, clock, talk.id).items
    return [replace(item, verdict=Verdict.RIGHT) for item in items]


def test_it_reads_back_what_was_agreed_what_was_not_and_what_is_open(archive, clock, talk):
    items = read_back.open_read_back(archive, clock, talk.id).items
    assert [(item.section, item.text) for item in items] == [
        (ReadBackSection.AGREED, "We kiezen systeem B."),
        (ReadBackSection.AGREED, "Joris stuurt de storingslijst."),
        (ReadBackSection.NOT_AGREED, "De koppeling hoort niet bij de opdracht."),
        (ReadBackSection.OPEN, "Kan de oude bonprinter blijven?"),
        (ReadBackSection.OPEN, "We komen nog terug op de koppeling."),
    ]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Ik maak vrijdag een schema, 3 uur werk", "Steven maakt een schema."),
        ("Ik maak vrijdag een schema (2,5 uur werk).", "Steven maakt een schema."),
        ("Ik breng 3 uur werk in rekening", "Steven brengt 3 uur werk in rekening."),
    ],
)
def test_how_much_work_it_is_to_us_is_not_read_back(archive, clock, talk, typed, read):
    at = datetime(2026, 3, 12, 9, 50, tzinfo=UTC)
    line = NoteLine(LineId(new_id()), talk.id, 20, at, LineKind.COMMITMENT).saying(typed)
    keep_line(archive, clock, line)
    items = read_back.open_read_back(archive, clock, talk.id).items
    assert read in [item.text for item in items]


def test_nothing_internal_is_read_back(archive, clock, talk):
    said = repr(read_back.open_read_back(archive, clock, talk.id).items)
    assert "zakken" not in said
    assert "geërgerd" not in said


def test_whoever_was_absent_is_not_asked_to_confirm(archive, clock, talk):
    assert read_back.open_read_back(archive, clock, talk.id).theirs == ("Annet Vos",)


def test_confirming_keeps_every_line_with_its_verdict(archive, clock, talk):
    items = answered(archive, clock, talk)
    read_back.confirm(archive, clock, talk.id, items, "Annet Vos")
    last = read_back.open_read_back(archive, clock, talk.id).last
    assert last is not None
    assert last.confirmed_by == "Annet Vos"
    assert [item.text for item in last.items] == [item.text for item in items]
    assert {item.verdict for item in last.items} == {Verdict.RIGHT}


def test_confirming_marks_decisions_and_promises_and_ends_the_talk(archive, clock, talk, today):
    read_back.confirm(archive, clock, talk.id, answered(archive, clock, talk), "Annet Vos")
    now = notes.talk(archive, talk.id)
    assert now.appointment.status is AppointmentStatus.HELD
    for decision in now.registers.decisions.values():
        assert (decision.confirmed_on, decision.confirmed_by) == (today, "Annet Vos")
    for promise in now.registers.commitments.values():
        newest = commitments.card(archive, promise.id).history[0]
        assert newest.kind is EventKind.CONFIRMED
        assert "Annet Vos" in newest.text


def test_a_corrected_promise_changes_in_the_talk_and_in_the_register(archive, clock, talk):
    items = answered(archive, clock, talk)
    promise = items[1].commitment
    assert promise is not None
    items[1] = replace(
        items[1],
        text="Annet stuurt maandag de storingslijst.",
        verdict=Verdict.OTHER,
        commitment=replace(promise, who="Annet Vos", due=date(2026, 3, 16)),
    )
    read_back.confirm(archive, clock, talk.id, items, "Annet Vos")
    now = notes.talk(archive, talk.id)
    line = next(line for line in now.lines if line.id == items[1].line_id)
    kept = now.registers.commitments[line.id]
    assert line.text == "Annet stuurt maandag de storingslijst."
    assert (kept.who, kept.due) == ("Annet Vos", date(2026, 3, 16))
    assert kept.said == line.text
    kinds = [event.kind for event in commitments.card(archive, kept.id).history]
    assert kinds == [EventKind.CONFIRMED, EventKind.CHANGED, EventKind.MADE]
    last = read_back.open_read_back(archive, clock, talk.id).last
    assert last is not None
    assert last.items[1].before == "Joris stuurt de storingslijst."


def test_what_we_promise_is_read_by_name_and_klopt_leaves_what_was_typed(archive, clock, talk):
    at = datetime(2026, 3, 12, 9, 50, tzinfo=UTC)
    typed = "Ik stuur vrijdag de aangepaste offerte"
    line = NoteLine(LineId(new_id()), talk.id, 9, at, LineKind.COMMITMENT).saying(typed)
    keep_line(archive, clock, line)
    items = answered(archive, clock, talk)
    read = next(item for item in items if item.line_id == line.id)
    assert read.text == "Steven stuurt de aangepaste offerte."
    read_back.confirm(archive, clock, talk.id, items, "Annet Vos")
    now = notes.talk(archive, talk.id)
    assert next(one for one in now.lines if one.id == line.id).text == typed
    assert now.registers.commitments[line.id].said == typed
    last = read_back.open_read_back(archive, clock, talk.id).last
    assert last is not None
    assert read.text in [item.text for item in last.items]


def test_short_notes_are_read_as_sentences(archive, clock, talk):
    at = datetime(2026, 3, 12, 9, 50, tzinfo=UTC)
    for place, (kind, words) in enumerate(
        ((LineKind.WISH, "liever één aanspreekpunt"), (LineKind.QUESTION, "is de bus verzekerd"))
    ):
        line = NoteLine(LineId(new_id()), talk.id, 20 + place, at, kind).saying(words)
        keep_line(archive, clock, line)
    read = [item.text for item in read_back.open_read_back(archive, clock, talk.id).items]
    assert "Liever één aanspreekpunt." in read
    assert "Is de bus verzekerd?" in read


def test_another_day_for_a_promise_leaves_no_old_day_in_the_notes(archive, clock, talk):
    items = answered(archive, clock, talk)
    promise = items[1].commitment
    assert promise is not None
    monday = replace(promise, due=date(2026, 3, 16))
    items[1] = replace(items[1], verdict=Verdict.OTHER, commitment=monday)
    read_back.confirm(archive, clock, talk.id, items, "Annet Vos")
    now = notes.talk(archive, talk.id)
    line = next(line for line in now.lines if line.id == items[1].line_id)
    assert line.text == "Joris stuurt de storingslijst."
    assert now.registers.commitments[line.id].due == date(2026, 3, 16)


def test_a_corrected_decision_changes_its_words(archive, clock, talk):
    items = answered(archive, clock, talk)
    items[0] = replace(items[0], text="We kiezen systeem A.", verdict=Verdict.OTHER)
    read_back.confirm(archive, clock, talk.id, items, "Annet Vos")
    decision = notes.talk(archive, talk.id).registers.decisions[items[0].line_id]
    assert decision.text == "We kiezen systeem A."


def test_a_line_without_an_answer_cannot_be_confirmed(archive, clock, talk):
    items = answered(archive, clock, talk)
    items[2] = replace(items[2], verdict=None)
    with pytest.raises(UserError, match="1 regel heeft nog geen antwoord"):
        read_back.confirm(archive, clock, talk.id, items, "Annet Vos")
    assert read_back.open_read_back(archive, clock, talk.id).last is None


def test_somebody_has_to_confirm(archive, clock, talk):
    with pytest.raises(UserError, match="wie er namens de klant bevestigt"):
        read_back.confirm(archive, clock, talk.id, answered(archive, clock, talk), "  ")


def test_confirming_can_be_undone_as_a_whole(archive, clock, talk):
    items = answered(archive, clock, talk)
    items[0] = replace(items[0], text="We kiezen systeem A.", verdict=Verdict.OTHER)
    read_back.confirm(archive, clock, talk.id, items, "Annet Vos")
    undo.undo_last(archive)
    assert read_back.open_read_back(archive, clock, talk.id).last is None
    assert notes.talk(archive, talk.id).appointment.status is AppointmentStatus.IN_PROGRESS
    assert read_back.open_read_back(archive, clock, talk.id).items[0].text == "We kiezen systeem B."


def test_a_decision_in_other_words_is_no_longer_confirmed_as_against_our_advice(
    archive, clock, talk
):
    items = answered(archive, clock, talk)
    with archive.transaction() as work:
        made = work.decisions.of_line(items[0].line_id)
        work.decisions.save(
            replace(
                made,
                advice="Neem systeem A",
                advice_reason="Te duur",
                advice_confirmed_on=clock.today(),
                advice_confirmed_by="Annet Vos",
            )
        )
    items[0] = replace(items[0], verdict=Verdict.OTHER, text="We kiezen systeem C.")
    read_back.confirm(archive, clock, talk.id, items, "Annet Vos")
    with archive.reading() as work:
        after = work.decisions.of_line(items[0].line_id)
    assert (after.text, after.confirmed_on) == ("We kiezen systeem C.", clock.today())
    assert (after.advice_confirmed_on, after.advice_confirmed_by) == (None, "")

"""The read-back as it is used at the table: real widgets, a real archive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gesprekshulp.domain.appointment import Appointment, AppointmentStatus, Side
from gesprekshulp.domain.ids import LineId, new_id
from gesprekshulp.domain.note import LineKind, NoteLine
from gesprekshulp.domain.read_back import ReadBackItem, ReadBackSection, Verdict
from gesprekshulp.domain.settings import Settings
from gesprekshulp.services import notes, read_back
from gesprekshulp.ui.read_back.page import ReadBackPage
from gesprekshulp.ui.read_back.row import ReadBackRow
from gesprekshulp.ui.read_back.words import sentence, standing
from gesprekshulp.ui.shell.page import Chrome
from tests.noting import keep_line
from tests.office import DAY, a_client, a_participant, an_appointment
from tests.ui.answers import Answers
from tests.ui.desks import a_desk

LINES = (
    (LineKind.DECISION, "We kiezen systeem B."),
    (LineKind.COMMITMENT, "Joris stuurt vrijdag de storingslijst."),
    (LineKind.SIGNAL, "Annet geërgerd over de helpdesk."),
    (LineKind.DECISION, "De koppeling hoort niet bij de opdracht."),
    (LineKind.INTERNAL, "Niet verder zakken met de prijs."),
    (LineKind.QUESTION, "Kan de oude bonprinter blijven?"),
)


@pytest.fixture
def talk(archive, clock) -> Appointment:
    client = a_client()
    appointment = an_appointment(client)
    with archive.transaction() as work:
        work.settings.save(Settings(own_name="Steven", firm_name="Van Dalen Advies"))
        work.clients.save(client)
        work.appointments.save(appointment)
        for name in ("Annet Vos", "Joris Vos"):
            work.participants.save(a_participant(appointment, name))
        work.participants.save(a_participant(appointment, "Steven", side=Side.US))
    lines = [
        NoteLine(LineId(new_id()), appointment.id, n, clock.now(), kind).saying(words)
        for n, (kind, words) in enumerate(LINES)
    ]
    notes.keep_lines(archive, clock, appointment.id, lines)
    return appointment


@pytest.fixture
def page(qtbot: QtBot, archive, clock, talk) -> Iterator[ReadBackPage]:
    desk, window = a_desk(archive, clock)
    made = ReadBackPage(desk)
    made.told = window  # type: ignore[attr-defined]
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.open(appointment_id=talk.id)
    return made


def press(widget: QWidget, key: int, text: str = "") -> None:
    held = Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, held, text))


def on_screen(page: ReadBackPage) -> str:
    words = [label.text() for label in page.findChildren(QLabel)]
    names = [widget.accessibleName() for widget in page.findChildren(QWidget)]
    return " ".join((*words, *names))


def test_it_stands_alone_without_a_sidebar(page):
    assert page.chrome is Chrome.NONE


def test_nothing_internal_is_anywhere_on_the_page(page):
    said = on_screen(page)
    assert "geërgerd" not in said
    assert "zakken" not in said
    assert "We kiezen systeem B." in said


def test_lines_stand_under_their_three_headings(page):
    assert [row.item.section for row in page.rows] == [
        ReadBackSection.AGREED,
        ReadBackSection.AGREED,
        ReadBackSection.NOT_AGREED,
        ReadBackSection.OPEN,
    ]
    assert page.rows[1].below.text() == "vrijdag 13 maart, morgen"


def test_k_says_klopt_and_goes_on_and_confirming_opens_at_the_end(page):
    assert not page.bar.confirm.isEnabled()
    for row in list(page.rows):
        assert page.focusWidget() is row or row is page.rows[0]
        press(row, Qt.Key.Key_K)
    assert page.bar.standing.text() == "4 kloppen, alles is doorgenomen"
    assert page.bar.confirm.isEnabled()


def test_w_notes_that_a_decision_goes_against_our_advice(page, archive, talk, monkeypatch):
    first, promise, *_ = page.rows
    assert first.advice.isVisible()
    assert not promise.advice.isVisible()
    answers = Answers(monkeypatch).then({"advice": "eerst een proef", "advice_reason": "haast"})
    press(first, Qt.Key.Key_W)
    assert answers.titles == ["Wijkt af van ons advies"]
    said = "Wijkt af van ons advies: Eerst een proef. Uw reden: Haast."
    assert first.below.text() == said
    assert first.advice.text() == "Advies wijzigen"
    for row in page.rows:
        press(row, Qt.Key.Key_K)
    page.bar.confirm.click()
    page.bar.done.click()
    with archive.reading() as work:
        (against,) = [one for one in work.decisions.of_appointment(talk.id) if one.advice]
    assert against.text == "We kiezen systeem B."
    assert against.confirmed_on == DAY
    assert against.confirmed_by != ""
    # The report still asks for it on paper.
    assert against.advice_confirmed_on is None


def test_the_link_below_a_decision_does_the_same_and_can_be_cancelled(page, monkeypatch):
    answers = Answers(monkeypatch).then(None)
    page.rows[0].say_right()
    page.rows[0].advice.click()
    assert answers.titles == ["Wijkt af van ons advies"]
    assert page.rows[0].below.text() == ""
    assert page.rows[0].item.verdict is Verdict.RIGHT


def test_the_arrows_go_up_and_down(page):
    page.rows[0].setFocus()
    press(page.rows[0], Qt.Key.Key_Down)
    assert page.focusWidget() is page.rows[1]
    press(page.rows[1], Qt.Key.Key_Up)
    assert page.focusWidget() is page.rows[0]


def test_anders_puts_a_line_right_with_the_old_word_struck_through(page):
    row = page.rows[1]
    press(row, Qt.Key.Key_A)
    row.correction.words.setText("Annet stuurt vrijdag de storingslijst.")
    assert row.correction.who.value() == ("klant", "Annet Vos")
    press(row.correction.words, Qt.Key.Key_Return)
    assert row.item.verdict is Verdict.OTHER
    assert row.item.commitment.who == "Annet Vos"
    assert [span.text for span in row.text.spans() if span.struck] == ["Joris"]
    assert row.text.text() == "Joris Annet stuurt vrijdag de storingslijst. "


def test_after_a_correction_the_next_line_has_the_focus(page):
    row = page.rows[1]
    press(row, Qt.Key.Key_A)
    row.correction.words.setText("Annet stuurt vrijdag de storingslijst.")
    press(row.correction.words, Qt.Key.Key_Return)
    assert page.focusWidget() is page.rows[2]
    press(page.rows[2], Qt.Key.Key_K)
    assert row.item.text == "Annet stuurt vrijdag de storingslijst."


def test_half_a_word_that_is_a_day_does_not_move_the_promise(page):
    row = page.rows[1]
    press(row, Qt.Key.Key_A)
    before = row.correction.day.day()
    words = "Joris mailt de storingslijst van 2026."
    for end in range(1, len(words) + 1):
        row.correction.words.setText(words[:end])
    assert (row.correction.day.day(), row.correction.who.value()) == (
        before,
        ("klant", "Joris Vos"),
    )
    row.correction.words.setText("Joris mailt de storingslijst maandag.")
    assert row.correction.day.day() not in (None, before)


def test_an_emptied_day_of_what_hangs_on_a_talk_is_that_talks_again(page, talk):
    item = page.rows[1].item
    linked = replace(
        item.commitment,
        event="voor het volgende overleg",
        due=DAY + timedelta(days=14),
        event_appointment_id=talk.id,
    )
    shown = replace(item, commitment=linked)
    row = ReadBackRow(shown, shown, page.rows[1]._at_table, lambda: DAY, parent=page)
    press(row, Qt.Key.Key_A)
    assert row.correction.corrected().commitment == linked
    row.correction.day.set_day(None)
    assert row.correction.corrected().commitment == linked


def test_anders_without_a_change_says_nothing(page):
    row = page.rows[0]
    press(row, Qt.Key.Key_A)
    press(row.correction.words, Qt.Key.Key_Return)
    assert row.item.verdict is None


def test_esc_leaves_a_line_as_it_was(page):
    row = page.rows[0]
    row.other.click()
    row.correction.words.setText("We kiezen systeem A.")
    press(row.correction.words, Qt.Key.Key_Escape)
    assert row.item.text == "We kiezen systeem B."


def test_answers_are_still_there_after_leaving_the_page(page, talk):
    page.rows[0].right.click()
    page.leave()
    page.open(appointment_id=talk.id)
    assert [row.item.verdict for row in page.rows] == [Verdict.RIGHT, None, None, None]


def test_a_line_that_was_changed_in_between_is_asked_again(page, talk, archive, clock):
    page.rows[0].right.click()
    line = notes.talk(archive, talk.id).lines[0]
    keep_line(archive, clock, line.saying("We kiezen systeem A."))
    page.open(appointment_id=talk.id)
    assert page.rows[0].item.verdict is None


def test_confirming_asks_who_and_keeps_it_and_goes_to_the_report(page, talk, archive, clock):
    for row in page.rows:
        row.right.click()
    page.bar.confirm.click()
    assert [check.isChecked() for check in page.bar.checks] == [True, True]
    page.bar.checks[1].click()
    page.bar.done.click()
    last = read_back.open_read_back(archive, clock, talk.id).last
    assert last is not None
    assert last.confirmed_by == "Annet Vos"
    assert len(last.items) == 4
    assert notes.talk(archive, talk.id).appointment.status is AppointmentStatus.HELD
    assert page.told.went[-1] == ("afspraak", {"appointment_id": talk.id, "step": "verslag"})


def test_nobody_chosen_cannot_confirm(page):
    page.bar.ask()
    for check in page.bar.checks:
        check.click()
    assert not page.bar.done.isEnabled()
    page.bar.someone.setText("Mevrouw De Boer")
    assert page.bar.done.isEnabled()


def test_an_empty_talk_says_what_to_do(qtbot, archive, clock):
    client = a_client()
    talk = an_appointment(client, status=AppointmentStatus.IN_PROGRESS)
    with archive.transaction() as work:
        work.clients.save(client)
        work.appointments.save(talk)
    desk, window = a_desk(archive, clock)
    page = ReadBackPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.open(appointment_id=talk.id)
    assert page.empty.isVisible()
    page.empty.buttons[0].click()
    assert window.went[-1] == ("afspraak", {"appointment_id": talk.id, "step": "gesprek"})
    page.empty.buttons[1].click()
    assert notes.talk(archive, talk.id).appointment.status is AppointmentStatus.HELD


@pytest.mark.parametrize(
    ("verdicts", "words"),
    [
        ("kka--", "2 kloppen, 1 anders, nog 2 te gaan"),
        ("k", "1 klopt, alles is doorgenomen"),
        ("--", "nog 2 te gaan"),
    ],
)
def test_the_count_is_said_in_words(verdicts, words):
    said = {"k": Verdict.RIGHT, "a": Verdict.OTHER, "-": None}
    items = tuple(
        ReadBackItem(LineId(new_id()), ReadBackSection.OPEN, "x", verdict=said[v]) for v in verdicts
    )
    assert standing(items) == words


def test_words_that_went_are_struck_and_the_rest_is_not():
    spans = sentence("Joris stuurt vrijdag", "Annet stuurt maandag")
    assert [span.text for span in spans if span.struck] == ["Joris", "vrijdag"]


def test_long_names_do_not_make_the_page_wider(page, talk, archive):
    with archive.transaction() as work:
        client = work.clients.get(talk.client_id)
        work.clients.save(replace(client, name="Coöperatieve Vereniging " * 12))
        work.participants.save(a_participant(talk, "Wilhelmina-Alexandra van Oldenbarnevelt " * 4))
    page.open(appointment_id=talk.id)
    QApplication.processEvents()
    assert page.width() == 1280
    assert page.minimumSizeHint().width() <= 1024

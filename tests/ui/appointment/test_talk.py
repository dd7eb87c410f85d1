"""The page of a talk as it is used: real widgets, a real archive, keys."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gesprekshulp.domain.appointment import (
    AgendaItem,
    Appointment,
    AppointmentStatus,
    Expectation,
    Side,
    Speaker,
)
from gesprekshulp.domain.commitment import CommitmentState
from gesprekshulp.domain.decision import Scope
from gesprekshulp.domain.ids import AgendaItemId, LineId, new_id
from gesprekshulp.domain.note import LineKind, NoteLine
from gesprekshulp.domain.settings import Settings
from gesprekshulp.services import notes
from gesprekshulp.ui.appointment.talk import TalkStep
from gesprekshulp.ui.shell.page import Chrome
from tests.office import a_client, a_commitment, a_participant, an_appointment
from tests.ui.answers import Answers
from tests.ui.desks import ToldWindow, a_desk

FRIDAY = date(2026, 3, 13)


@pytest.fixture
def talk(archive, clock) -> Appointment:
    client = a_client()
    appointment = an_appointment(client)
    items = (("Hoe ging het?", 10, Speaker.CLIENT), ("Kiezen", 20, Speaker.TOGETHER))
    with archive.transaction() as work:
        work.settings.save(Settings(own_name="Steven"))
        work.clients.save(client)
        work.appointments.save(appointment)
        for name, side in (
            ("Annet Vos", Side.CLIENT),
            ("Joris Vos", Side.CLIENT),
            ("Steven", Side.US),
        ):
            work.participants.save(a_participant(appointment, name, side=side))
        for number, (title, minutes, speaker) in enumerate(items):
            id = AgendaItemId(new_id())
            work.agenda_items.save(AgendaItem(id, appointment.id, number, title, minutes, speaker))
        work.expectations.save(Expectation(new_id(), appointment.id, 0, "Annet", "Wat kost het?"))
        work.commitments.save(a_commitment(client, "vergelijking sturen", due=date(2026, 3, 10)))
    return appointment


@pytest.fixture
def window() -> Iterator[ToldWindow]:
    return ToldWindow()  # type: ignore[return-value]


@pytest.fixture
def step(qtbot: QtBot, archive, clock, talk) -> Iterator[TalkStep]:
    desk, window = a_desk(archive, clock)
    made = TalkStep(desk)
    made.told = window  # type: ignore[attr-defined]
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.open(talk.id)
    made.lines.setFocus()
    yield made
    made.leave()
    desk.background.wait()


def press(widget: QWidget, key: int, text: str = "", mods: object = None) -> None:
    held = mods or Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, held, text))


def write(step: TalkStep, text: str) -> None:
    """Type a text; `\\n` is Enter."""
    for letter in text:
        if letter == "\n":
            press(step.lines.editor, Qt.Key.Key_Return)
        else:
            press(step.lines.editor, 0, letter)


def stored(step: TalkStep) -> list[str]:
    lines = notes.talk(step._desk.archive, step.lines.document.line.appointment_id).lines
    return [line.kind.mark + (line.text or line.internal.reveal()) for line in lines]


def shown(step: TalkStep) -> list[str]:
    document = step.lines.document
    return [line.kind.mark + (line.text or line.internal.reveal()) for line in document.lines]


def test_the_talk_has_the_whole_window(step):
    assert step.chrome is Chrome.NONE


def test_ten_lines_with_their_marks_are_typed_and_kept(step):
    write(step, "rustig\n!Ik bel vrijdag\n=Systeem B\n+bon\n?wanneer\n~boos\n#prijs")
    step.leave()
    assert stored(step) == [
        "rustig", "!Ik bel vrijdag", "=Systeem B", "+bon", "?wanneer", "~boos", "#prijs",
    ]  # fmt: skip


def test_a_line_is_in_the_archive_within_a_second_of_the_last_key(qtbot, step):
    write(step, "Rustige maand")
    began = time.monotonic()
    qtbot.waitUntil(lambda: stored(step) == ["Rustige maand"], timeout=1_000)
    assert time.monotonic() - began < 1
    assert step.bar.saved.words.text().startswith("Bewaard om ")


def test_typing_on_and_on_is_saved_in_between(qtbot, step):
    until = time.monotonic() + 1.2
    while time.monotonic() < until:
        write(step, "a")
        qtbot.wait(60)
    assert stored(step) != []


def test_the_first_line_begins_the_talk(qtbot, step, archive, talk):
    assert step.agenda.start.isVisible()
    write(step, "hoi")
    step.lines.save()
    assert notes.talk(archive, talk.id).appointment.status is AppointmentStatus.IN_PROGRESS
    assert not step.agenda.start.isVisible()


def test_f2_and_alt_figures_change_the_kind(step):
    write(step, "tekst")
    press(step.lines.editor, Qt.Key.Key_F2)
    assert step.lines.document.line.kind is LineKind.COMMITMENT
    press(step.lines.editor, Qt.Key.Key_7, "7", Qt.KeyboardModifier.AltModifier)
    assert step.lines.document.line.kind is LineKind.INTERNAL
    assert step.lines.editor.words() == "tekst"


def test_f3_puts_a_decision_outside_the_assignment(step):
    write(step, "=de website")
    press(step.lines.editor, Qt.Key.Key_F3)
    step.lines.save()
    (decision,) = step.lines.registers.decisions.values()
    assert decision.scope is Scope.OUTSIDE


def test_f4_notes_that_a_decision_goes_against_our_advice(step, archive, talk, monkeypatch):
    answers = Answers(monkeypatch)
    write(step, "= we kiezen systeem B zonder proef")
    answers.then({"advice": "Eerst een proef van een week", "advice_reason": "haast"})
    press(step.lines.editor, Qt.Key.Key_F4)
    assert answers.titles == ["Wijkt af van ons advies"]
    with archive.reading() as work:
        (decision,) = work.decisions.of_appointment(talk.id)
    assert (decision.text, decision.advice, decision.advice_reason) == (
        "we kiezen systeem B zonder proef", "Eerst een proef van een week", "haast",
    )  # fmt: skip
    (row,) = step.lines.canvas._looks
    assert row.note == "wijkt af van advies"
    write(step, " in mei")
    step.lines.save()
    with archive.reading() as work:
        (decision,) = work.decisions.of_appointment(talk.id)
    assert decision.text == "we kiezen systeem B zonder proef in mei"
    assert decision.advice == "Eerst een proef van een week"


def test_f4_is_for_decisions_and_a_reason_needs_the_advice(step, archive, talk, monkeypatch):
    answers = Answers(monkeypatch)
    write(step, "gewone notitie")
    press(step.lines.editor, Qt.Key.Key_F4)
    write(step, "\n= ")
    press(step.lines.editor, Qt.Key.Key_F4)
    assert answers.titles == []
    assert "Schrijf eerst op" in step.told.failed[-1]
    write(step, "systeem B")
    answers.then({"advice_reason": "haast"})
    press(step.lines.editor, Qt.Key.Key_F4)
    assert answers.refused == {"advice": "Schrijf op wat wij adviseerden, of haal de reden weg."}
    with archive.reading() as work:
        assert not work.decisions.of_appointment(talk.id)[0].is_against_advice


def test_letters_with_accents_and_from_an_input_method_are_typed(step):
    write(step, "é")
    event = QInputMethodEvent()
    event.setCommitString("日本")
    QApplication.sendEvent(step.lines.editor, event)
    step.lines.save()
    assert stored(step) == ["é日本"]


def test_an_earlier_line_is_changed_in_its_place_with_the_arrow_up(step):
    write(step, "een\ntwee\n")
    press(step.lines.editor, Qt.Key.Key_Up)
    press(step.lines.editor, Qt.Key.Key_Up)
    press(step.lines.editor, Qt.Key.Key_End)
    write(step, "!")
    step.lines.save()
    assert stored(step) == ["een!", "twee"]


def test_an_earlier_line_is_changed_with_a_click(qtbot, step):
    write(step, "een\ntwee\n")
    place = step.lines.canvas.place_of(0).center()
    qtbot.mouseClick(step.lines.canvas, Qt.MouseButton.LeftButton, pos=place)
    write(step, "x")
    assert shown(step)[0] == "eenx"


def test_backspace_in_an_empty_line_removes_it_and_ctrl_z_undoes(step):
    write(step, "een\nt")
    press(step.lines.editor, Qt.Key.Key_Backspace)
    press(step.lines.editor, Qt.Key.Key_Backspace)
    assert step.lines.editor.words() == "een"
    for _ in range(2):
        press(step.lines.editor, Qt.Key.Key_Z, "", Qt.KeyboardModifier.ControlModifier)
    assert "t" in shown(step)


def test_pasted_lines_become_lines(step):
    QApplication.clipboard().setText("een\n!Ik bel vrijdag")
    step.lines.editor.paste()
    step.lines.save()
    assert stored(step) == ["een", "!Ik bel vrijdag"]


def test_a_promise_is_suggested_and_tab_takes_it(qtbot, step):
    write(step, "Ik stuur vrijdag de offerte")
    qtbot.waitUntil(step.lines.suggestion.isVisible, timeout=2_000)
    assert "vr 13 mrt" in step.lines.suggestion.reading.text()
    assert step.lines.editor.hasFocus() or not step.isActiveWindow()
    press(step.lines.editor, Qt.Key.Key_Tab)
    assert not step.lines.suggestion.isVisible()
    (promise,) = step.lines.registers.commitments.values()
    assert (promise.who, promise.due) == ("Steven", FRIDAY)
    assert step.promises.entries[0].promise == promise


def test_esc_declines_a_suggestion_for_good(qtbot, step, archive, talk):
    write(step, "Ik stuur vrijdag de offerte")
    qtbot.waitUntil(step.lines.suggestion.isVisible, timeout=2_000)
    press(step.lines.editor, Qt.Key.Key_Escape)
    assert not step.lines.suggestion.isVisible()
    write(step, " toe")
    qtbot.wait(250)
    assert not step.lines.suggestion.isVisible()
    step.lines.save()
    assert notes.talk(archive, talk.id).lines[0].not_a_commitment


def test_a_vague_promise_asks_who_what_and_when(qtbot, step):
    write(step, "!We komen nog terug op de koppeling\n")
    step.lines.save()
    box = step.lines.vague
    assert box.isVisible()
    press(step.lines.editor, Qt.Key.Key_Up, "", Qt.KeyboardModifier.AltModifier)
    assert step.focusWidget() in (box.who, box.what, box.day.edit)
    box.who.set_value(("klant", "Annet Vos"))
    box.day.edit.setFocus()
    for letter in "vrijdag":
        press(box.day.edit, 0, letter)
    press(box.day.edit, Qt.Key.Key_Return)
    (promise,) = step.lines.registers.commitments.values()
    assert (promise.side, promise.who, promise.due) == (Side.CLIENT, "Annet Vos", FRIDAY)
    assert step.focusWidget() is step.lines.editor
    assert not box.isVisible()


@pytest.mark.parametrize(
    ("words", "vague"),
    [
        ("Ik bel je nog", "Ik bel je nog"),
        ("Ik kom er nog op terug", "kom er nog op terug"),
        ("Ik stuur het rapport zsm", "zsm"),
        ("!we houden contact over de dakgoot", "we houden contact"),
    ],
)
def test_vague_words_are_marked_in_the_line_that_is_being_typed(qtbot, step, words, vague):
    write(step, words)

    def marked() -> list[str]:
        step.lines.save()
        shown = step.lines.canvas._looks[step.lines.document.current]
        return [shown.words[start:end] for start, end in shown.spots]

    qtbot.waitUntil(lambda: marked() == [vague], timeout=1000)
    write(step, ", morgen")
    qtbot.waitUntil(lambda: marked() == [], timeout=1000)


def test_who_does_it_is_chosen_by_first_name(step):
    write(step, "!We komen nog terug op de koppeling\n")
    step.lines.save()
    who = step.lines.vague.who
    words = [who.itemText(number) for number in range(who.count())]
    assert "Klant, Annet" in words
    who.set_value(("klant", "Annet Vos"))
    assert step.lines.vague.values().who == "Annet Vos"


def test_a_vague_promise_can_be_no_promise(step):
    write(step, "!We komen nog terug op de koppeling\n")
    step.lines.save()
    step.lines.vague.refuse.click()
    assert step.lines.registers.commitments == {}
    assert shown(step)[0] == "We komen nog terug op de koppeling"


def test_internal_lines_can_be_taken_from_the_screen(step):
    write(step, "een\n#geheim\n~boos\ntwee\n")
    step.bar.hide_internal.click()
    looks = step.lines.canvas._looks
    assert [look.words for look in looks if not look.hidden][:2] == ["een", "twee"]
    assert step.bar.hide_internal.label() == "Intern tonen"
    press(step.lines.editor, Qt.Key.Key_Up)
    press(step.lines.editor, Qt.Key.Key_Up)
    assert step.lines.editor.words() == "een"


def test_ctrl_enter_ticks_the_agenda_item_and_new_lines_belong_to_the_next(step, archive, talk):
    write(step, "een")
    press(step.lines.editor, Qt.Key.Key_Return, "", Qt.KeyboardModifier.ControlModifier)
    write(step, "\ntwee")
    step.lines.save()
    now = notes.talk(archive, talk.id)
    assert [item.done for item in now.agenda] == [True, False]
    assert [line.agenda_item_id for line in now.lines] == [item.id for item in now.agenda]


def test_an_expectation_is_ticked(qtbot, step, archive, talk):
    from gesprekshulp.ui.appointment.talk_items import ItemMark

    marks = [m for m in step.agenda.findChildren(ItemMark) if "erwachting" in m.accessibleName()]
    marks[0].click()
    assert notes.talk(archive, talk.id).expectations[0].met is True


def test_an_earlier_promise_is_kept_from_here_and_that_can_be_undone(step, archive, talk):
    (entry,) = step.promises.entries
    promise = entry.promise
    assert entry.keep_button.isVisible()
    entry.keep_button.click()
    with archive.reading() as work:
        assert work.commitments.get(promise.id).state is CommitmentState.KEPT_LATE
    assert step.promises.entries == []
    step.told.undo()
    assert [e.promise.id for e in step.promises.entries] == [promise.id]


def test_an_earlier_promise_is_moved_only_with_a_reason(step, archive):
    (entry,) = step.promises.entries
    entry.move_button.click()
    entry._form.day.edit.setText("vrijdag")
    entry._form.day._read("vrijdag")
    entry._form.ok.click()
    assert "waarom" in entry._form._reason.problem()
    entry._form.reason.setText("beurs")
    entry._form.ok.click()
    with archive.reading() as work:
        moved = work.commitments.get(entry.promise.id)
    assert (moved.due, moved.moves) == (FRIDAY, 1)


def test_reading_back_saves_first(step, talk):
    write(step, "=Systeem B")
    step.bar.read_back.click()
    assert stored(step) == ["=Systeem B"]
    assert step.told.went[-1] == ("teruglezen", {"appointment_id": talk.id})


def test_coming_back_shows_what_was_typed(step, talk):
    write(step, "een\n!Ik bel vrijdag\n")
    step.leave()
    step.open(talk.id)
    assert shown(step) == ["een", "!Ik bel vrijdag", ""]


def test_time_counts_for_the_current_item(qtbot, step, archive, talk):
    step.agenda.start.click()
    first = step.agenda.current()
    step.agenda._since -= timedelta(seconds=75)
    step.agenda._second()
    step.agenda.next_item()
    (item, _) = notes.talk(archive, talk.id).agenda
    assert item.id == first
    assert 75 <= item.spent <= 77


@pytest.fixture
def long_talk(archive, clock, talk) -> Appointment:
    kinds = list(LineKind)
    at = clock.now()
    lines = [
        NoteLine(LineId(new_id()), talk.id, n * 16, at, kinds[n % 7]).saying(
            f"Regel {n} gaat over de kassa, " + "en nog wat meer woorden " * (n % 5)
        )
        for n in range(300)
    ]
    notes.keep_lines(archive, clock, talk.id, lines)
    return talk


def test_300_lines_stay_light(qtbot, archive, clock, long_talk):
    desk, _ = a_desk(archive, clock)
    step = TalkStep(desk)
    qtbot.addWidget(step)
    step.resize(1280, 800)
    step.show()
    step.open(long_talk.id)
    qtbot.wait(400)
    times: list[float] = []
    for letter in "Annet belt over de prijs van systeem B":
        began = time.process_time()
        press(step.lines.editor, 0, letter)
        times.append(time.process_time() - began)
    step.leave()
    desk.background.wait()
    assert sorted(times)[len(times) // 2] < 0.010


def test_a_talk_without_a_client_can_be_noted(qtbot, archive, clock):
    talk = an_appointment(None)
    with archive.transaction() as work:
        work.appointments.save(talk)
    desk, _ = a_desk(archive, clock)
    step = TalkStep(desk)
    qtbot.addWidget(step)
    step.show()
    step.open(talk.id)
    write(step, "!Ik bel vrijdag")
    step.leave()
    desk.background.wait()
    assert stored(step) == ["!Ik bel vrijdag"]
    assert step.bar.client.text() == "Nog geen klant"


def test_every_control_of_the_talk_has_a_name(step):
    from PySide6.QtWidgets import QAbstractButton, QLineEdit

    for kind in (QAbstractButton, QLineEdit):
        for widget in step.findChildren(kind):
            if widget.isVisible():
                assert widget.accessibleName(), widget


SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def test_several_lines_are_marked_with_shift_and_copied_with_their_signs(step):
    write(step, "rustige maand\n!Ik bel vrijdag\n=We kiezen B\n")
    for _ in range(2):
        press(step.lines.editor, Qt.Key.Key_Up, "", SHIFT)
    assert step.lines.selection.marked() == range(1, 4)
    press(step.lines.editor, Qt.Key.Key_C, "c", CTRL)
    assert QApplication.clipboard().text() == "! Ik bel vrijdag\n= We kiezen B"
    press(step.lines.editor, Qt.Key.Key_Escape)
    assert step.lines.selection.marked() == range(0)
    assert shown(step)[:3] == ["rustige maand", "!Ik bel vrijdag", "=We kiezen B"]


def test_marked_lines_are_removed_together_and_come_back_together(step):
    write(step, "een\ntwee\ndrie\nvier")
    press(step.lines.editor, Qt.Key.Key_Up, "", SHIFT)
    press(step.lines.editor, Qt.Key.Key_Up, "", SHIFT)
    press(step.lines.editor, Qt.Key.Key_Delete)
    step.lines.save()
    assert stored(step) == ["een"]
    press(step.lines.editor, Qt.Key.Key_Z, "", CTRL)
    step.lines.save()
    assert stored(step) == ["een", "twee", "drie", "vier"]


def test_ctrl_a_marks_the_line_and_then_all_of_them(step):
    write(step, "een\ntwee")
    press(step.lines.editor, Qt.Key.Key_A, "a", CTRL)
    assert step.lines.selection.marked() == range(0)
    press(step.lines.editor, Qt.Key.Key_A, "a", CTRL)
    press(step.lines.editor, Qt.Key.Key_C, "c", CTRL)
    assert QApplication.clipboard().text() == "een\ntwee"


def test_lines_are_marked_by_dragging_and_typing_ends_it(qtbot, step):
    write(step, "een\ntwee\ndrie\n")
    canvas = step.lines.canvas
    first, third = canvas.place_of(0).center(), canvas.place_of(2).center()
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=first)
    move = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(third), canvas.mapToGlobal(QPointF(third)),
        Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(canvas, move)
    assert step.lines.selection.marked() == range(3)
    write(step, "x")
    assert step.lines.selection.marked() == range(0)
    assert shown(step)[:3] == ["eenx", "twee", "drie"]


def test_hidden_internal_lines_are_not_copied(step):
    write(step, "een\n#prijs mag lager\ntwee")
    step.lines.hide_internal(True)
    press(step.lines.editor, Qt.Key.Key_Up, "", SHIFT)
    press(step.lines.editor, Qt.Key.Key_C, "c", CTRL)
    assert QApplication.clipboard().text() == "een\ntwee"


def marks_of(step) -> dict[str, bool]:
    """The marks of the agenda items as they stand, by what a click on them does."""
    from gesprekshulp.ui.appointment.talk_items import ItemMark

    found = [m for m in step.agenda.findChildren(ItemMark) if m.isVisible()]
    found = [m for m in found if m.accessibleName().startswith("Agendapunt")]
    found.sort(key=lambda m: m.mapTo(step, m.rect().topLeft()).y())
    return {m.accessibleName().split("” ")[1]: m.isChecked() for m in found} | {
        f"{n}": m for n, m in enumerate(found)
    }


def test_agenda_items_are_ticked_chosen_and_opened_again_by_hand(qtbot, step, archive, talk):
    def items() -> list[bool]:
        return [item.done for item in notes.talk(archive, talk.id).agenda]

    first, second = (item.id for item in notes.talk(archive, talk.id).agenda)
    marks_of(step)["0"].click()
    assert items() == [True, False]
    assert step.agenda.current() == second
    qtbot.wait(20)
    marks_of(step)["1"].click()
    assert items() == [True, True]
    assert step.agenda.current() is None
    qtbot.wait(20)
    assert set(marks_of(step)) == {"weer openen", "0", "1"}
    marks_of(step)["0"].click()
    assert items() == [False, True]
    assert step.agenda.current() == first
    qtbot.wait(20)
    assert [marks_of(step)["0"].isChecked(), marks_of(step)["1"].isChecked()] == [False, True]

"""Ctrl+K: finding anything while typing, and doing anything by name."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings, strategies
from PySide6.QtCore import Qt

from gesprekshulp.domain.ids import LineId, new_id
from gesprekshulp.domain.note import LineKind, NoteLine
from gesprekshulp.ui.palette.palette import Palette
from gesprekshulp.ui.theme.theme import DARK_ONLY
from tests.office import a_client, a_commitment, a_person, an_appointment
from tests.ui.windows import Opened, a_window, begun, press, write

HALM = a_client(city="Heerdam")
ANNET = a_person(HALM)
TALK = an_appointment(HALM)
PROMISE = a_commitment(HALM)


def an_office(work) -> None:
    begun(work)
    work.clients.save(HALM)
    work.people.save(ANNET)
    work.appointments.save(TALK)
    work.commitments.save(PROMISE)
    line = NoteLine(LineId(new_id()), TALK.id, 0, TALK.starts_at)
    work.note_lines.save(line.saying("De bonprinter blijft"))
    secret = NoteLine(LineId(new_id()), TALK.id, 1, TALK.starts_at, LineKind.INTERNAL)
    work.note_lines.save(secret.saying("Marge op de bonprinter is laag"))


@pytest.fixture
def window(tmp_path, clock):
    with a_window(tmp_path, clock, an_office) as opened:
        yield opened


@contextmanager
def palette(window: Opened):
    window.shell.search_asked.emit()
    found = window.shell.findChildren(Palette)[-1]
    yield found
    found.close()


def rows(found: Palette) -> list[str]:
    model = found.list.model()
    return [model.row_at(n).text for n in range(model.rowCount())]


def test_before_typing_it_shows_what_can_be_done(window):
    with palette(window) as found:
        assert rows(found)[:3] == ["Doen", "Nieuwe afspraak", "Nieuwe klant"]
        assert found.list.current() == 1


def test_it_finds_while_typing(window):
    with palette(window) as found:
        write(found.field.edit, "hal")
        assert rows(found)[0] == "Bakkerij De Halm"
        found.field.edit.clear()
        write(found.field.edit, "aangepaste")
        assert rows(found)[0] == "Aangepaste offerte sturen"
        found.field.edit.clear()
        write(found.field.edit, "annet")
        assert rows(found)[0] == "Annet Vos"


def test_what_is_internal_is_marked(window):
    with palette(window) as found:
        write(found.field.edit, "bonprinter")
        model = found.list.model()
        marked = {model.row_at(n).text: model.row_at(n) for n in range(model.rowCount())}
        inside = marked["Marge op de bonprinter is laag"]
        assert inside.second.startswith("alleen intern")
        assert inside.icon == "slot"
        assert not marked["De bonprinter blijft"].second.startswith("alleen intern")


@pytest.mark.parametrize(
    ("typed", "leads_to"),
    [
        ("halm", ("klant", {"client_id": HALM.id})),
        ("kassasysteem", ("afspraak", {"appointment_id": TALK.id})),
        ("aangepaste", ("toezeggingen", {"commitment_id": PROMISE.id})),
        ("blijft", ("afspraak", {"appointment_id": TALK.id, "step": "gesprek"})),
        ("annet", ("klant", {"client_id": HALM.id, "tab": "contactpersonen"})),
        ("naar agenda", ("agenda", {})),
    ],
)
def test_enter_goes_there(window, monkeypatch, typed, leads_to):
    went: list[tuple[str, dict[str, object]]] = []
    monkeypatch.setattr(window.desk, "go", lambda name, **where: went.append((name, where)))
    with palette(window) as found:
        write(found.field.edit, typed)
        press(found.field.edit, Qt.Key.Key_Return)
        assert not found.isVisible()
    assert went == [leads_to]


def test_the_arrows_pass_over_headings_and_go_round(window):
    with palette(window) as found:
        press(found.field.edit, Qt.Key.Key_Up)
        assert found.list.current() == len(rows(found)) - 1
        press(found.field.edit, Qt.Key.Key_Down)
        assert found.list.current() == 1


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_escape_or_the_same_key_closes_it(window, key, held):
    with palette(window) as found:
        press(found.field.edit, key, "", held)
        assert not found.isVisible()


def test_nothing_found_is_said(window):
    with palette(window) as found:
        write(found.field.edit, "xyzzy")
        assert rows(found) == []
        assert found._nothing.isVisible()
        press(found.field.edit, Qt.Key.Key_Return)
        assert found.isVisible()


def do(window: Opened, words: str) -> None:
    with palette(window) as found:
        write(found.field.edit, words)
        press(found.field.edit, Qt.Key.Key_Return)
    window.settle()


def test_a_command_changes_the_look(window):
    do(window, "donker")
    assert window.shell.state.get("weergave") == DARK_ONLY
    do(window, "lichte")


def test_a_command_takes_back_what_was_done_last(window):
    with window.archive.transaction("Klant toegevoegd") as work:
        work.clients.save(a_client("Nieuw"))
    do(window, "ongedaan maken")
    assert window.said == "Ongedaan gemaakt: Klant toegevoegd."
    with window.archive.reading() as work:
        assert work.clients.count() == 1
    do(window, "ongedaan maken")
    assert window.said == "Er is niets om ongedaan te maken."


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(strategies.text(max_size=30))
def test_any_text_can_be_typed(window, typed):
    with palette(window) as found:
        found.field.edit.setText(typed + "\"*' 🍞")
        assert found.isVisible()


def test_two_equal_notes_are_told_apart_by_the_day_of_their_talk(tmp_path, clock):
    def twice(work) -> None:
        an_office(work)
        for days in (0, 7):
            talk = an_appointment(HALM, starts_at=TALK.starts_at - timedelta(days=days))
            work.appointments.save(talk)
            line = NoteLine(LineId(new_id()), talk.id, 0, talk.starts_at)
            work.note_lines.save(line.saying("Rustige maand"))

    with a_window(tmp_path, clock, twice) as window, palette(window) as found:
        write(found.field.edit, "rustige")
        model = found.list.model()
        seconds = [model.row_at(n).second for n in range(2)]
    assert len(set(seconds)) == 2
    assert all(second.startswith("Bakkerij De Halm · ") for second in seconds)

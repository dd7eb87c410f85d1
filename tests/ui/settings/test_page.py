"""Instellingen: kept as soon as a field is left."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication, QColorDialog, QFileDialog

from gesprekshulp.services import settings as service
from gesprekshulp.ui.settings.page import SettingsPage
from gesprekshulp.ui.theme.theme import DARK_ONLY, LIGHT_ONLY, SYSTEM
from tests.ui.windows import Opened, a_window, write


@pytest.fixture
def window(tmp_path, clock):
    with a_window(tmp_path / "archief", clock) as opened:
        opened.go("instellingen")
        yield opened


def page(window: Opened) -> SettingsPage:
    found = window.shell.page("instellingen")
    assert isinstance(found, SettingsPage)
    return found


def choose(monkeypatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))


def test_a_field_is_kept_when_it_is_left(window):
    field = page(window).fields["firm_town"]
    write(field, " 9281 AB Heerdam ")
    field.editingFinished.emit()
    window.settle()
    assert service.load(window.archive).firm_town == "9281 AB Heerdam"


def test_a_field_is_kept_when_the_page_is_left_with_the_cursor_still_in_it(window):
    write(page(window).fields["own_role"], "adviseur")
    window.go("vandaag")
    assert service.load(window.archive).own_role == "adviseur"


def test_the_name_in_the_sidebar_follows(window):
    field = page(window).fields["firm_name"]
    field.setText("Nieuw Advies")
    field.editingFinished.emit()
    window.settle()
    assert window.shell._names[0] == "Nieuw Advies"


def test_a_logo_is_kept_shown_and_taken_away(window, tmp_path, monkeypatch):
    picture = QPixmap(400, 100)
    picture.fill(QColor("#0E6470"))
    picture.save(str(tmp_path / "logo.png"))
    choose(monkeypatch, tmp_path / "logo.png")
    page(window).documents.logo_button.click()
    window.settle()
    assert service.load(window.archive).logo_name == "logo.png"
    assert page(window).documents.logo.pixmap().width() == 192
    page(window).documents.no_logo.click()
    assert service.load(window.archive).logo == ""
    assert not page(window).documents.logo.isVisible()


def test_a_logo_that_is_no_picture_is_refused_with_a_sentence(window, tmp_path, monkeypatch):
    (tmp_path / "logo.png").write_bytes(b"geen plaatje")
    choose(monkeypatch, tmp_path / "logo.png")
    page(window).documents.logo_button.click()
    window.settle()
    assert window.said.startswith("“logo.png” is geen png, jpg of svg.")
    assert service.load(window.archive).logo == ""


def test_a_logo_that_is_broken_after_its_first_bytes_is_said_to_be_unreadable(
    window, tmp_path, monkeypatch
):
    (tmp_path / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"x" * 50)
    choose(monkeypatch, tmp_path / "logo.png")
    page(window).documents.logo_button.click()
    window.settle()
    assert not page(window).documents.logo.isVisible()
    assert "geen leesbare afbeelding" in page(window).documents.logo_name.text() or window.said


def test_a_colour_is_kept_and_one_that_cannot_be_read_is_refused(window, monkeypatch):
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_, **__: QColor("#7A1F3D"))
    page(window).documents.colour_button.click()
    assert service.load(window.archive).accent == "#7A1F3D"
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_, **__: QColor("#FFFF99"))
    page(window).documents.colour_button.click()
    window.settle()
    assert window.said.startswith("De kleur #FFFF99 is te licht om op wit papier te lezen")
    assert service.load(window.archive).accent == "#7A1F3D"
    assert page(window).documents.colour_name.text() == "#7A1F3D"


def test_a_house_style_that_is_no_word_file_is_refused(window, tmp_path, monkeypatch):
    (tmp_path / "stijl.docx").write_bytes(b"geen Word")
    choose(monkeypatch, tmp_path / "stijl.docx")
    page(window).documents.template.style_button.click()
    window.settle()
    assert window.said
    assert service.load(window.archive).template == ""


def test_reminders_are_kept(window):
    page(window).overview.click()
    page(window).days.set_value(3)
    page(window).days.activated.emit(3)
    kept = service.load(window.archive)
    assert kept.morning_overview is True
    assert kept.reminder_days == 3


def test_the_look_changes_at_once_and_is_remembered(window):
    background = QApplication.palette().window().color()
    page(window).look._choose(DARK_ONLY)
    assert QApplication.palette().window().color() != background
    assert window.shell.state.get("weergave") == DARK_ONLY
    page(window).look._choose(LIGHT_ONLY)
    window.shell.state.put("weergave", SYSTEM)
    window.go("vandaag")
    window.go("instellingen")
    assert page(window).look.value() == SYSTEM


def test_what_is_no_mail_address_is_said_under_the_field_and_not_kept(window):
    before = service.load(window.archive)
    found = page(window)
    found.fields["firm_email"].setText("kantoor")
    found.fields["own_role"].setText("adviseur")
    found.fields["own_role"].editingFinished.emit()
    assert "geen e-mailadres" in found._labelled["firm_email"].problem()
    kept = service.load(window.archive)
    assert (kept.firm_email, kept.own_role) == (before.firm_email, "adviseur")
    found.fields["firm_email"].setText("info@kantoor.nl")
    found.fields["firm_email"].editingFinished.emit()
    assert found._labelled["firm_email"].problem() == ""
    assert service.load(window.archive).firm_email == "info@kantoor.nl"

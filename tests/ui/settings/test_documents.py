"""How documents look: logo, colours, letter, and the template, tried when it is chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QFileDialog

from gesprekshulp.services import reports
from gesprekshulp.services import settings as service
from gesprekshulp.ui.settings.documents import DocumentsCard
from gesprekshulp.ui.settings.page import SettingsPage
from tests.exchange.word.examples import house_style, with_parts
from tests.office import an_appointment
from tests.ui.windows import Opened, a_window

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="50">'
    '<rect width="200" height="50" fill="#7A1F3D"/></svg>'
)


@pytest.fixture
def window(tmp_path, clock):
    with a_window(tmp_path / "archief", clock) as opened:
        opened.go("instellingen")
        opened.settle()
        yield opened


def card(window: Opened) -> DocumentsCard:
    page = window.shell.page("instellingen")
    assert isinstance(page, SettingsPage)
    return page.documents


def choose(monkeypatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))


def sentences(window: Opened) -> list[str]:
    return [row.accessibleName() for row in card(window).template.finding_rows]


def test_an_svg_is_drawn_once_and_kept_as_a_png(window, tmp_path, monkeypatch):
    (tmp_path / "logo.svg").write_text(SVG)
    choose(monkeypatch, tmp_path / "logo.svg")
    card(window).logo_button.click()
    window.settle()
    kept = service.load(window.archive)
    assert kept.logo_name == "logo.svg"
    with window.archive.reading() as work:
        assert work.attachments.content(kept.logo).startswith(b"\x89PNG")


def test_an_svg_that_cannot_be_drawn_is_refused(window, tmp_path, monkeypatch):
    (tmp_path / "logo.svg").write_text("<svg")
    choose(monkeypatch, tmp_path / "logo.svg")
    card(window).logo_button.click()
    window.settle()
    assert "geen svg die getekend kan worden" in window.said
    assert service.load(window.archive).logo == ""


def test_the_second_colour_and_the_letter_are_kept_and_shown(window, monkeypatch):
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_, **__: QColor("#334455"))
    card(window).second_button.click()
    card(window).font_field.set_value("Georgia")
    card(window).font_field.activated.emit(1)
    window.settle()
    kept = service.load(window.archive)
    assert (kept.second, kept.font) == ("#334455", "Georgia")
    assert card(window).second_name.text() == "#334455"
    assert not card(window).preview.pixmap().isNull()


def test_a_second_colour_that_is_too_light_is_refused_with_its_contrast(window, monkeypatch):
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_, **__: QColor("#C0C0C0"))
    card(window).second_button.click()
    window.settle()
    assert window.said.startswith("De kleur #C0C0C0 is te licht")
    assert "het contrast is 1,8 en moet 4,5 zijn" in window.said


def test_a_template_is_looked_through_when_it_is_chosen(window, tmp_path, monkeypatch):
    (tmp_path / "stijl.docx").write_bytes(house_style())
    choose(monkeypatch, tmp_path / "stijl.docx")
    card(window).template.style_button.click()
    window.settle()
    assert service.load(window.archive).template_name == "stijl.docx"
    assert any("bladzijde 1, alinea 1" in line for line in sentences(window))
    card(window).template.show_check(None)
    card(window).template.check_button.click()
    window.settle()
    assert any("Er staat geen paginanummer in" in line for line in sentences(window))


def test_a_template_with_a_wrong_placeholder_is_not_taken_and_says_where(
    window, tmp_path, monkeypatch
):
    (tmp_path / "stijl.docx").write_bytes(house_style("Aan", "{{ klant.nam }}", "{{ inhoud }}"))
    choose(monkeypatch, tmp_path / "stijl.docx")
    card(window).template.style_button.click()
    window.settle()
    assert service.load(window.archive).template == ""
    assert sentences(window)[0].startswith("Fout, bladzijde 1, alinea 2: “klant.nam” is geen")
    assert "kan zo niet worden gebruikt" in window.said


def test_a_template_with_macros_is_refused_with_the_reason(window, tmp_path, monkeypatch):
    data = with_parts(house_style(), {"word/vbaProject.bin": b"x"})
    (tmp_path / "stijl.docx").write_bytes(data)
    choose(monkeypatch, tmp_path / "stijl.docx")
    card(window).template.style_button.click()
    window.settle()
    assert "macro" in window.said
    assert service.load(window.archive).template == ""


@pytest.mark.parametrize("button", ["example_button", "asking_button"])
def test_an_example_template_can_be_made_and_chosen(window, tmp_path, monkeypatch, button):
    target = tmp_path / "Voorbeeld.docx"
    choose(monkeypatch, target)
    getattr(card(window).template, button).click()
    window.settle()
    assert target.exists()
    card(window).template.style_button.click()
    window.settle()
    assert service.load(window.archive).template_name == "Voorbeeld.docx"
    assert all(not line.startswith("Fout") for line in sentences(window))


def test_a_report_begins_with_contents_when_that_is_chosen(window):
    talk = an_appointment(title="Jaargesprek")
    with window.archive.transaction() as work:
        work.appointments.save(talk)
    card(window).contents.click()
    assert service.load(window.archive).contents
    assert reports.document(window.archive, window.start.clock, talk.id).contents
    card(window).contents.click()
    assert not reports.document(window.archive, window.start.clock, talk.id).contents


def test_the_look_of_a_document_is_there_when_the_page_is_opened(window):
    assert not card(window).preview.pixmap().isNull()

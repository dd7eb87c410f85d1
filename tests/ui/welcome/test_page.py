"""The first start."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QProcess, Qt

from gesprekshulp.services import settings
from gesprekshulp.ui.welcome.page import WelcomePage
from gesprekshulp.ui.widgets.buttons import LinkButton
from tests.ui.windows import Opened, a_window, press, write


@pytest.fixture
def window(tmp_path, clock):
    with a_window(tmp_path, clock, fill=None) as opened:
        opened.until(lambda: opened.shell.current() == "welkom")
        yield opened


def page(window: Opened) -> WelcomePage:
    found = window.shell.page("welkom")
    assert isinstance(found, WelcomePage)
    return found


def test_three_questions_are_answered_with_enter_and_the_desk_is_there(window):
    window.frame.activateWindow()
    name, firm, mail = page(window).fields.values()
    name.setFocus()
    write(name, "Zoë van Dalen\n")
    assert page(window).focusWidget() is firm
    write(firm, "Van Dalen Advies\n")
    write(mail, "zoë@vandalen.example\n")
    window.settle()
    kept = settings.load(window.archive)
    assert (kept.own_name, kept.firm_name) == ("Zoë van Dalen", "Van Dalen Advies")
    assert kept.started
    assert window.shell.current() == "vandaag"
    assert window.shell._names[:2] == ("Van Dalen Advies", "Zoë")


def test_everything_may_be_left_open(window):
    page(window).begin.click()
    window.settle()
    assert settings.load(window.archive).started
    assert window.shell.current() == "vandaag"


def test_it_is_asked_once(tmp_path, clock):
    with a_window(tmp_path, clock, fill=None) as window:
        window.until(lambda: window.shell.current() == "welkom")
        page(window).begin.click()
    with a_window(tmp_path, clock, fill=None) as again:
        assert again.shell.current() != "welkom"


def test_answers_are_kept_when_a_file_is_dropped_before_the_last_question(window, tmp_path):
    write(page(window).fields["own_name"], "Steven")
    (tmp_path / "a.csv").write_text("Bedrijf;Plaats\nDe Halm;Heerdam\n", "utf-8")
    window.drop(tmp_path / "a.csv")
    assert window.shell.current() == "inlezen"
    kept = settings.load(window.archive)
    assert kept.own_name == "Steven"
    assert not kept.started


def test_the_example_office_opens_in_a_window_of_its_own(window, monkeypatch):
    started: list[list[str]] = []

    def start(program: str, arguments: list[str]) -> tuple[bool, int]:
        started.append(arguments)
        return True, 1

    monkeypatch.setattr(QProcess, "startDetached", start)
    page(window).findChildren(LinkButton)[0].click()
    assert started[0][-1] == "--voorbeeld"
    assert "los van uw gegevens" in window.said
    assert window.shell.current() == "welkom"


def test_tab_goes_through_the_questions_in_order(window):
    window.frame.activateWindow()
    fields = list(page(window).fields.values())
    fields[0].setFocus()
    seen = [page(window).focusWidget()]
    for _ in range(2):
        press(page(window).focusWidget(), Qt.Key.Key_Tab)
        seen.append(page(window).focusWidget())
    assert seen == fields


def test_what_is_no_mail_address_is_said_under_the_field_and_not_kept(window):
    fields = page(window).fields
    write(fields["own_name"], "Steven")
    write(fields["own_email"], "steven")
    page(window).begin.click()
    window.settle()
    assert window.shell.current() == "welkom"
    assert "geen e-mailadres" in page(window).mail.problem()
    window.shell.go("instellingen")
    kept = settings.load(window.archive)
    assert (kept.own_name, kept.own_email) == ("Steven", "")

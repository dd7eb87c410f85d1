"""The main job through the real window, from a dropped invitation to a Word report.

Runs without a screen, and by `packaging/test.py --volledig` under a virtual one.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import docx
import pytest
from docx.document import Document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from gesprekshulp.domain.appointment import AppointmentStatus, GoalReached
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.dutch_dates import long_day
from gesprekshulp.ui.agenda.page import AgendaPage
from gesprekshulp.ui.appointment.aftercare import AftercareStep
from gesprekshulp.ui.appointment.page import AppointmentPage
from gesprekshulp.ui.appointment.plan import PlanStep
from gesprekshulp.ui.appointment.prepare import PrepareStep
from gesprekshulp.ui.appointment.report import ReportStep
from gesprekshulp.ui.appointment.step import Step
from gesprekshulp.ui.appointment.talk import TalkStep
from gesprekshulp.ui.imports.page import ImportPage
from gesprekshulp.ui.read_back.page import ReadBackPage
from gesprekshulp.ui.welcome.page import WelcomePage
from tests.ui.windows import Opened, a_window, press, write

INVITATION = """BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN\r
METHOD:REQUEST\r
BEGIN:VEVENT\r
UID:040000008200E00074C5B7101A82E008\r
DTSTAMP:20260301T090000Z\r
DTSTART:20260312T090000Z\r
DTEND:20260312T101500Z\r
SUMMARY:Keuze van het kassasysteem\r
LOCATION:Molenstraat 18\\, Heerdam\r
ORGANIZER;CN=Steven van Dalen:mailto:steven@vandalen.example\r
ATTENDEE;CN=Annet Vos:mailto:annet@bakkerijdehalm.example\r
ATTENDEE;CN=Joris Vos:mailto:joris@bakkerijdehalm.example\r
END:VEVENT\r
END:VCALENDAR\r
"""
POINTS = ("Hoe ging het sinds het vorige bezoek?", "Kiezen")
PUBLIC = (
    "Rustige maand, wel twee zaterdagen zonder kassa.",
    "De filiaalchef in Súdwest heet Zoë.",
    "Kan de oude bonprinter blijven?",
    "Bestellingen van de webwinkel meteen op de kassa zien.",
    "We kiezen systeem B voor alle drie de winkels.",
    "De prijs van € 4.250 per winkel staat vast.",
)
INTERNAL = ("Annet geërgerd over de helpdesk.", "Niet verder zakken met de prijs van B.")
TYPED = (
    PUBLIC[0],
    PUBLIC[1],
    f"~{INTERNAL[0]}",
    f"?{PUBLIC[2]}",
    f"+{PUBLIC[3]}",
    f"={PUBLIC[4]}",
    f"={PUBLIC[5]}",
    f"#{INTERNAL[1]}",
    "!Joris vraagt volgende week woensdag de storingslijst op bij de leverancier",
    "!Ik stuur vrijdag de aangepaste offerte",
)

S = TypeVar("S", bound=Step)


class Way:
    """The adviser, going from one step to the next."""

    def __init__(self, window: Opened) -> None:
        self.window = window

    def welcome(self) -> None:
        """Answer the three questions."""
        self.window.until(lambda: self.window.shell.current() == "welkom")
        page = self.window.shell.page("welkom")
        assert isinstance(page, WelcomePage)
        answers = ("Steven van Dalen", "Van Dalen Advies", "steven@vandalen.example")
        for field, answer in zip(page.fields.values(), answers, strict=True):
            write(field, answer)
        page.begin.click()
        self.window.settle()
        assert self.window.shell.current() == "vandaag"

    def take_in(self, invitation: Path) -> None:
        """Drop the invitation on the window, look, and take it in."""
        self.window.drop(invitation)
        page = self.window.shell.page("inlezen")
        assert isinstance(page, ImportPage)
        self.window.until(page.apply_button.isEnabled)
        page.apply_button.click()
        self.window.until(lambda: self.window.shell.current() == "agenda")

    def open_in_agenda(self) -> None:
        """Walk to the talk with the keyboard and open it."""
        agenda = self.window.shell.page("agenda")
        assert isinstance(agenda, AgendaPage)
        press(agenda.week, Qt.Key.Key_Down)
        press(agenda.week, Qt.Key.Key_Return)
        self.window.settle()
        assert self.window.shell.current() == "afspraak"

    def step(self, name: str, kind: type[S]) -> S:
        """The step in view, which must be this one."""
        self.window.settle()
        page = self.window.shell.page("afspraak")
        assert isinstance(page, AppointmentPage)
        assert page.place()["step"] == name
        step = page.step(name)
        assert isinstance(step, kind)
        return step

    def plan(self) -> None:
        """Make the client in place; the people of the invitation are there."""
        plan = self.step("plannen", PlanStep)
        write(plan.picker.edit, "Bakkerij De Halm")
        plan.picker.new_button.click()
        self.window.settle()
        assert plan.words.text() == "De afspraak staat."
        plan.on_button.click()

    def prepare(self) -> None:
        """A goal and an agenda of two points."""
        prepare = self.step("voorbereiden", PrepareStep)
        write(prepare.goal.goal.editor, "heeft Annet gekozen tussen de twee kassasystemen")
        for point in POINTS:
            write(prepare.agenda.add.edit, f"{point}, 20 min")
            press(prepare.agenda.add.edit, Qt.Key.Key_Return)
        self.window.settle()
        prepare.bar.start_button.click()

    def talk(self) -> None:
        """Type what is said, tick the first point on the way, and go on to the read-back."""
        talk = self.step("gesprek", TalkStep)
        write(talk.lines.editor, f"{TYPED[0]}\n")
        press(talk.lines.editor, Qt.Key.Key_Return, "", Qt.KeyboardModifier.ControlModifier)
        write(talk.lines.editor, "\n".join(TYPED[1:]))
        talk.bar.read_back.click()
        self.window.settle()

    def read_back(self) -> None:
        """Nothing internal is in view; everything is right, says the client."""
        page = self.window.shell.page("teruglezen")
        assert isinstance(page, ReadBackPage)
        said = " ".join(row.item.text for row in page.rows)
        assert all(words not in said for words in INTERNAL)
        for row in page.rows:
            press(row, Qt.Key.Key_K, "k")
        page.bar.confirm.click()
        page.bar.done.click()
        self.window.settle()

    def export(self, target: Path, monkeypatch: pytest.MonkeyPatch) -> Document:
        """Make the Word file, and read it back."""
        report = self.step("verslag", ReportStep)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
        report.export_button.click()
        self.window.until(lambda: target.exists() and report.export_button.isEnabled())
        return docx.Document(str(target))

    def aftercare(self) -> None:
        """Check each promise, say that the goal was reached, a figure, and done."""
        page = self.window.shell.page("afspraak")
        assert isinstance(page, AppointmentPage)
        page.go_step("nazorg")
        care = self.step("nazorg", AftercareStep)
        for number in range(len(care.rows)):
            care.rows[number].check.click()
            self.window.settle()
        care.goal.reached._choose(GoalReached.YES.value)
        self.window.settle()
        care.rating.score.set_value(8)
        care.rating.score.chosen.emit(8)
        self.window.settle()
        assert care.missing.text() == "Alles is gedaan."
        care.finish.click()
        self.window.settle()


def text_of(report: Document) -> str:
    """Everything that is to be read in a Word document, cells and headers included."""
    parts = [paragraph.text for paragraph in report.paragraphs]
    parts += [cell.text for table in report.tables for row in table.rows for cell in row.cells]
    for section in report.sections:
        parts += [p.text for p in (*section.header.paragraphs, *section.footer.paragraphs)]
    return "\n".join(parts)


def test_from_a_dropped_invitation_to_a_report_and_kept_promises(tmp_path, clock, monkeypatch):
    invitation = tmp_path / "uitnodiging.ics"
    invitation.write_bytes(INVITATION.encode())
    with a_window(tmp_path / "archief", clock, fill=None) as window:
        way = Way(window)
        way.welcome()
        way.take_in(invitation)
        way.open_in_agenda()
        way.plan()
        way.prepare()
        way.talk()
        way.read_back()
        report = way.export(tmp_path / "verslag.docx", monkeypatch)
        way.aftercare()
        with window.archive.reading() as work:
            (appointment,) = work.appointments.all()
            promises = {promise.who: promise for promise in work.commitments.all()}
            decisions = [decision.text for decision in work.decisions.all()]

    said = text_of(report)
    for words in PUBLIC:
        assert words.rstrip(".") in said, words
    for words in INTERNAL:
        assert words.rstrip(".") not in said, words
    assert "helpdesk" not in said
    for words in ("Bakkerij De Halm", "Annet Vos", "Joris Vos", "Van Dalen Advies", *POINTS):
        assert words in said, words

    assert len(decisions) == 2
    _stands_there(said, promises["Joris Vos"], 18)
    _stands_there(said, promises["Steven van Dalen"], 13)
    assert all(promise.checked for promise in promises.values())
    assert appointment.status is AppointmentStatus.DONE
    assert appointment.goal_reached is GoalReached.YES


def _stands_there(said: str, promise: Commitment, day: int) -> None:
    assert promise.due is not None
    assert promise.due.day == day
    assert promise.what in said
    assert long_day(promise.due) in said

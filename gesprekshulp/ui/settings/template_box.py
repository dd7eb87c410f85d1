"""The firm's own Word template in Instellingen: chosen, tried, and an example to start from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.house_style import Finding, StyleCheck, Weight
from gesprekshulp.domain.settings import Settings
from gesprekshulp.services import house_style
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.widgets.badges import Badge, BadgeKind
from gesprekshulp.ui.widgets.buttons import LinkButton, QuietButton, SecondaryButton
from gesprekshulp.ui.widgets.cards import clear_layout
from gesprekshulp.ui.widgets.labels import IconLabel, Muted, Text

_T = TypeVar("_T")
# Red is for what is late alone.
_LOOKS = {
    Weight.WRONG: (BadgeKind.THEIRS, "let-op"),
    Weight.MIND: (BadgeKind.ACCENT, ""),
    Weight.ADDED: (BadgeKind.NEUTRAL, ""),
}


class TemplateBox(QWidget):
    """The template, and what was found in it. `taken` gives the settings after one was chosen, and
    whether it is in use; `dropped` asks to go on without."""

    taken = Signal(object, bool)
    dropped = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown = ""
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(16)
        row = QHBoxLayout()
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text("Eigen huisstijl (Word)"))
        self.style_name = Muted(wrap=True)
        words.addWidget(self.style_name)
        self.style_button = SecondaryButton("Word-bestand kiezen")
        self.style_button.clicked.connect(self._choose_template)
        self.no_style = QuietButton("Weghalen")
        self.no_style.clicked.connect(self.dropped)
        row.addLayout(words, 1)
        row.addWidget(self.no_style)
        row.addWidget(self.style_button)
        body.addLayout(row)
        links = QHBoxLayout()
        links.setSpacing(16)
        self.check_button = LinkButton("Sjabloon nakijken")
        self.check_button.clicked.connect(self._check)
        self.example_button = LinkButton("Voorbeeldsjabloon maken")
        self.example_button.clicked.connect(lambda: self._example(with_placeholders=False))
        self.asking_button = LinkButton("Voorbeeld met invulplaatsen maken")
        self.asking_button.clicked.connect(lambda: self._example(with_placeholders=True))
        for link in (self.check_button, self.example_button, self.asking_button):
            links.addWidget(link)
        links.addStretch(1)
        body.addLayout(links)
        self._findings = QVBoxLayout()
        self._findings.setSpacing(8)
        body.addLayout(self._findings)
        self.finding_rows: list[FindingRow] = []

    def show_settings(self, settings: Settings) -> None:
        """Show these settings; what was found about another template goes away."""
        if settings.template != self._shown:
            self.show_check(None)
        self._shown = settings.template
        self.no_style.setVisible(bool(settings.template))
        self.check_button.setVisible(bool(settings.template))
        self.style_name.setText(
            settings.template_name or "Nog geen; verslagen krijgen de stijl van Gesprekshulp."
        )

    def show_check(self, found: StyleCheck | None) -> None:
        """Show what was found in a template; None takes it away."""
        clear_layout(self._findings)
        self.finding_rows = []
        if found is None:
            return
        way = "met invulplaatsen" if found.uses_placeholders else "zonder invulplaatsen"
        count = len(found.findings)
        if not count:
            self._findings.addWidget(_told("vink-cirkel", f"Nagekeken ({way}): alles klopt."))
            return
        words = "1 opmerking" if count == 1 else f"{count} opmerkingen"
        ready = "" if found.is_usable else " Dit bestand is niet in gebruik genomen."
        icon = "vink-cirkel" if found.is_usable else "let-op"
        self._findings.addWidget(_told(icon, f"Nagekeken ({way}): {words}.{ready}"))
        for finding in found.findings:
            row = FindingRow(finding)
            self._findings.addWidget(row)
            self.finding_rows.append(row)

    def _choose_template(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Huisstijl kiezen", "", "Word (*.docx *.dotx)")
        if not name:
            return

        def taken(answer: tuple[Settings, StyleCheck]) -> None:
            settings, found = answer
            self.taken.emit(settings, found.is_usable)
            self.show_check(found)
            if not found.is_usable:
                self._desk.error(
                    f"“{Path(name).name}” kan zo niet worden gebruikt; hieronder staat wat er mis"
                    " is en waar."
                )

        desk = self._desk
        self._run(lambda: house_style.take(desk.archive, desk.clock, Path(name)), taken)

    def _check(self) -> None:
        desk = self._desk
        self._run(lambda: house_style.check(desk.archive, desk.clock), self.show_check)

    def _example(self, *, with_placeholders: bool) -> None:
        proposed = "Huisstijl met invulplaatsen.docx" if with_placeholders else "Huisstijl.docx"
        name, _ = QFileDialog.getSaveFileName(
            self, "Voorbeeldsjabloon maken", str(Path.home() / proposed), "Word (*.docx)"
        )
        if not name:
            return

        def made(path: Path) -> None:
            self._desk.toast(
                f"“{path.name}” staat in {path.parent}. Pas het aan in Word en kies het dan hier."
            )

        archive = self._desk.archive
        self._run(
            lambda: house_style.write_example(
                archive, Path(name), with_placeholders=with_placeholders
            ),
            made,
        )

    def _run(self, act: Callable[[], _T], done: Callable[[_T], object]) -> None:
        self._desk.background.run(
            act, done=done, failed=lambda error: self._desk.error(error.sentence), owner=self
        )


class FindingRow(QWidget):
    """One thing about a template: how much it matters, where it is, and what to do."""

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self.finding = finding
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        kind, icon = _LOOKS[finding.weight]
        badge = Badge(finding.weight.value, kind, icon=icon)
        badge.setMinimumWidth(80)
        row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Muted(finding.place, wrap=True))
        words.addWidget(Text(finding.sentence, wrap=True))
        row.addLayout(words, 1)
        self.setAccessibleName(f"{finding.weight.value}, {finding.place}: {finding.sentence}")


def _told(icon: str, words: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(IconLabel(icon, role="accent", size=16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(words, wrap=True), 1)
    return holder

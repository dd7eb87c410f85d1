"""Nakijken in the settings: which rules count, the own word list, and the list of jargon."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.remark import RemarkKind
from gesprekshulp.services import checking_words
from gesprekshulp.services.checking_rules import RULES, CheckRule
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.spelling.word_list import WordList
from gesprekshulp.ui.widgets.buttons import LinkButton
from gesprekshulp.ui.widgets.check import Check
from gesprekshulp.ui.widgets.fields import LabelledField, TextArea
from gesprekshulp.ui.widgets.labels import IconLabel, Label, Muted, Text

_HEADS = {
    RemarkKind.LEAK: "Altijd",
    RemarkKind.SPELLING: "Spelling",
    RemarkKind.FACT: "Feiten",
    RemarkKind.PROMISE: "Beloften",
    RemarkKind.WORDING: "Formulering",
}


class CheckingSettings(QWidget):
    """What goes in the card; everything is kept at once."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.checks: dict[str, Check] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(Muted("Waarop een verslag wordt nagekeken voor het weggaat.", size=14), 1)
        self.examples = examples = LinkButton("Voorbeelden")
        examples.setAccessibleName("Voorbeelden van elke regel in de hulp")
        examples.clicked.connect(lambda: desk.go("hulp", topic="nakijken"))
        head.addWidget(examples)
        column.addLayout(head)
        before: RemarkKind | None = None
        for rule in RULES:
            if rule.kind is not before:
                before = rule.kind
                column.addSpacing(8)
                column.addWidget(Label(_HEADS[rule.kind]))
            column.addWidget(self._row(rule))
        column.addSpacing(8)
        column.addWidget(Label("Eigen woordenlijst"))
        column.addWidget(
            Muted("Woorden die overal goed zijn. Woorden voor één klant staan in het menu van die"
                  " klant.", wrap=True)
        )  # fmt: skip
        self.words = WordList(desk)
        column.addWidget(self.words)
        column.addSpacing(8)
        self.jargon = TextArea(least=4, most=12, name="Lijst van vaktaal")
        self.jargon.setProperty("spelled", False)
        column.addWidget(
            LabelledField(
                "Vaktaal", self.jargon,
                help_="Eén woord op een regel, met na de dubbele punt een gewoon woord:"
                " “roadmap: planning”. Een * staat voor elk einde van een woord.",
            )
        )  # fmt: skip
        self.shipped = LinkButton("Terug naar de lijst van Gesprekshulp", small=True)
        self.shipped.clicked.connect(self._back_to_shipped)
        column.addWidget(self.shipped)

    def _row(self, rule: CheckRule) -> QWidget:
        holder = QWidget()
        row = QVBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        if rule.can_be_off:
            check = Check(rule.name)
            check.setAccessibleDescription(rule.reason)
            check.clicked.connect(lambda on, id=rule.id: self._switch(id, on))
            self.checks[rule.id] = check
            row.addWidget(check)
        else:
            line = QHBoxLayout()
            line.setContentsMargins(3, 4, 0, 4)
            line.setSpacing(9)
            line.addWidget(IconLabel("slot", size=16))
            line.addWidget(Text(rule.name), 1)
            row.addLayout(line)
        words = QHBoxLayout()
        words.setContentsMargins(30, 0, 0, 4)
        words.addWidget(Muted(rule.reason, wrap=True))
        row.addLayout(words)
        return holder

    def refresh(self) -> None:
        """Show what is kept."""
        off = checking_words.rules_off(self._desk.archive)
        for id, check in self.checks.items():
            check.setChecked(id not in off)
        self.words.refresh()
        self.jargon.setText(checking_words.jargon(self._desk.archive))

    def keep(self) -> None:
        """Keep the list of jargon when it was changed."""
        text = self.jargon.text()
        if text.strip() != checking_words.jargon(self._desk.archive).strip():
            checking_words.set_jargon(self._desk.archive, text)
            self._desk.wrote()

    def _switch(self, rule: str, on: bool) -> None:
        checking_words.switch_rule(self._desk.archive, rule, on)
        self._desk.wrote()

    def _back_to_shipped(self) -> None:
        before = self.jargon.text()
        checking_words.set_jargon(self._desk.archive, None)
        self.jargon.setText(checking_words.jargon(self._desk.archive))
        self._desk.wrote()
        if before == self.jargon.text():
            return

        def undo() -> None:
            checking_words.set_jargon(self._desk.archive, before)
            self.refresh()

        self._desk.toast("De lijst van Gesprekshulp geldt weer.", undo)

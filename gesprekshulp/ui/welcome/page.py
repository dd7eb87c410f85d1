"""The first start: three questions, and then an empty desk that says what to do next."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gesprekshulp.domain.settings import Settings
from gesprekshulp.services import settings as service
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.shell.page import Chrome, Page
from gesprekshulp.ui.theme.icons import app_icon
from gesprekshulp.ui.welcome.example import open_example
from gesprekshulp.ui.widgets.buttons import LinkButton, PrimaryButton
from gesprekshulp.ui.widgets.cards import Card
from gesprekshulp.ui.widgets.fields import LabelledField, TextField
from gesprekshulp.ui.widgets.labels import IconLabel, Muted, Title

_QUESTIONS = (
    ("own_name", "Hoe heet u?", "voor- en achternaam", "Staat onder uw verslagen."),
    ("firm_name", "Hoe heet uw kantoor?", "naam van uw kantoor", "Staat boven uw verslagen."),
    ("own_email", "Wat is uw e-mailadres?", "naam@kantoor.nl",
     "Zo herkent het programma u in uitnodigingen."),
)  # fmt: skip
_MAIL = "own_email"


class WelcomePage(Page):
    """Asks who the user is; every question may be left open."""

    title = "Welkom"
    chrome = Chrome.NONE

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.fields: dict[str, TextField] = {}
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        holder = QWidget()
        holder.setFixedWidth(480)
        outer.addWidget(holder)
        outer.addStretch(1)
        column = QVBoxLayout(holder)
        column.setSpacing(0)
        column.addStretch(2)
        mark = QLabel()
        mark.setPixmap(app_icon().pixmap(48, 48))
        column.addWidget(mark)
        column.addSpacing(16)
        column.addWidget(Title("Welkom bij Gesprekshulp"))
        column.addSpacing(4)
        column.addWidget(
            Muted(
                "Elk gesprek voorbereid, elke toezegging nagekomen. Drie vragen, en u mag ze"
                " overslaan.",
                size=14,
                wrap=True,
            )
        )
        column.addSpacing(24)
        card = Card()
        body = card.body((20, 20, 20, 20))
        body.setSpacing(16)
        for key, label, example, help_ in _QUESTIONS:
            field = TextField(placeholder=example, name=label, spelled=False)
            field.returnPressed.connect(self._next)
            self.fields[key] = field
            labelled = LabelledField(label, field, help_=help_)
            body.addWidget(labelled)
            if key == _MAIL:
                self.mail = labelled
                field.editingFinished.connect(self._mail_is_right)
        column.addWidget(card)
        column.addSpacing(16)
        row = QHBoxLayout()
        look = LinkButton("Eerst rondkijken in het voorbeeldkantoor")
        look.clicked.connect(lambda: open_example(desk))
        row.addWidget(look)
        row.addStretch(1)
        self.begin = PrimaryButton("Beginnen", size="large")
        self.begin.clicked.connect(self._begin)
        row.addWidget(self.begin)
        column.addLayout(row)
        column.addSpacing(24)
        note = QHBoxLayout()
        note.setSpacing(8)
        note.addWidget(IconLabel("slot", size=16))
        note.addWidget(
            Muted("Alles blijft op deze laptop, versleuteld. U hebt geen internet nodig.")
        )
        note.addStretch(1)
        column.addLayout(note)
        column.addStretch(3)

    def open(self, **where: object) -> None:
        kept = service.load(self._desk.archive)
        for key, field in self.fields.items():
            if not field.text():
                field.setText(str(getattr(kept, key)))
        next(iter(self.fields.values())).setFocus()

    def leave(self) -> None:
        self._keep(service.load(self._desk.archive))

    def _next(self) -> None:
        fields = list(self.fields.values())
        place = fields.index(self.focusWidget()) if self.focusWidget() in fields else -1  # type: ignore[arg-type]
        if 0 <= place < len(fields) - 1:
            fields[place + 1].setFocus()
        else:
            self._begin()

    def _begin(self) -> None:
        if not self._mail_is_right():
            self.fields[_MAIL].setFocus()
            return
        self._keep(replace(service.load(self._desk.archive), started=True))
        self._desk.go("vandaag")

    def _mail_is_right(self) -> bool:
        """Say under the field when this is no mail address."""
        self.mail.set_problem(service.mail_problem(self.fields[_MAIL].text()))
        return not self.mail.problem()

    def _keep(self, found: Settings) -> None:
        """Keep the answers, also when a file was dropped before the last question."""
        answers = {key: field.text().strip() for key, field in self.fields.items()}
        if service.mail_problem(answers[_MAIL]):
            del answers[_MAIL]
        changed = replace(found, **answers)  # type: ignore[arg-type]
        if changed != service.load(self._desk.archive):
            service.save(self._desk.archive, changed)
            self._desk.wrote()

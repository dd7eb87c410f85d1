"""Instellingen: who we are, how documents look, reminders, and the look of the program."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.settings import Settings
from gesprekshulp.services import settings as service
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.settings.colleagues import Colleagues
from gesprekshulp.ui.settings.documents import DocumentsCard
from gesprekshulp.ui.shell.page import Page
from gesprekshulp.ui.theme.theme import DARK_ONLY, LIGHT_ONLY, SYSTEM, Theme
from gesprekshulp.ui.widgets.cards import Card, Scroll
from gesprekshulp.ui.widgets.check import Check
from gesprekshulp.ui.widgets.dates import TimeField
from gesprekshulp.ui.widgets.fields import ComboField, LabelledField, TextField
from gesprekshulp.ui.widgets.labels import IconLabel, Muted, Section, Title
from gesprekshulp.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from gesprekshulp.ui.settings.checking import CheckingSettings

_FIELDS = (
    ("Uw gegevens", (("own_name", "Uw naam"), ("own_role", "Functie")),
     (("own_email", "E-mail"), ("own_phone", "Telefoon"))),
    ("Uw kantoor", (("firm_name", "Naam van het kantoor"), ("firm_website", "Website")),
     (("firm_street", "Straat en nummer"), ("firm_town", "Postcode en plaats")),
     (("firm_phone", "Telefoon"), ("firm_email", "E-mail"))),
)  # fmt: skip
_MAILS = ("own_email", "firm_email")


class SettingsPage(Page):
    """Everything is kept as soon as a field is left."""

    title = "Instellingen"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._settings = Settings()
        self.fields: dict[str, TextField] = {}
        self._labelled: dict[str, LabelledField] = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        scroll = Scroll()
        outer.addWidget(scroll)
        holder = QWidget()
        holder.setMaximumWidth(720)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(holder, 10)
        row.addStretch(1)
        scroll.column.addLayout(row)
        scroll.column.addStretch(1)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(Title("Instellingen"))
        head.addWidget(Muted("Wordt bewaard zodra u een veld verlaat.", size=14))
        column.addLayout(head)
        for heading, *rows in _FIELDS:
            self._section(column, heading, rows)
        column.addSpacing(16)
        self.colleagues = Colleagues(desk)
        column.addWidget(self.colleagues)
        desk.changed.connect(self._show_colleagues_if_seen)
        column.addSpacing(16)
        self.documents = DocumentsCard(desk)
        self.documents.kept.connect(self._documents_kept)
        column.addWidget(self.documents)
        self._checking: CheckingSettings | None = None
        self._checking_card = self._card(column, "Nakijken")
        self._build_reminders(column)
        self._build_look(column)

    def open(self, **where: object) -> None:
        self._settings = service.load(self._desk.archive)
        for key, field in self.fields.items():
            field.setText(str(getattr(self._settings, key)))
            self._labelled[key].set_problem("")
        self.promises.setChecked(self._settings.remind_promises)
        self.overview.setChecked(self._settings.morning_overview)
        self.days.set_value(self._settings.reminder_days)
        for key, field in self.quiet.items():
            field.set_time(time.fromisoformat(str(getattr(self._settings, key)).zfill(5)))
        self.weekend.setChecked(self._settings.quiet_weekend)
        self.look.set_value(self._desk.shell.state.get("weergave", SYSTEM))
        self.documents.show_settings(self._settings)
        self.colleagues.show_all()
        # Thirty lines below what is in view: made once that is painted.
        QTimer.singleShot(0, self, lambda: self.checking.refresh())

    def _show_colleagues_if_seen(self) -> None:
        if self.isVisible():
            self.colleagues.show_all()

    def leave(self) -> None:
        self._keep_fields()
        if self._checking is not None:
            self._checking.keep()

    @property
    def checking(self) -> CheckingSettings:
        """What is in the card of Nakijken; made when it is first wanted."""
        if self._checking is None:
            from gesprekshulp.ui.settings.checking import CheckingSettings

            self._checking = CheckingSettings(self._desk)
            self._checking_card.addWidget(self._checking)
            self._checking.refresh()
        return self._checking

    # Building

    def _card(self, column: QVBoxLayout, heading: str) -> QVBoxLayout:
        column.addSpacing(16)
        column.addWidget(Section(heading))
        card = Card()
        body = card.body((20, 16, 20, 20))
        body.setSpacing(16)
        column.addWidget(card)
        return body

    def _section(
        self, column: QVBoxLayout, heading: str, rows: list[tuple[tuple[str, str], ...]]
    ) -> None:
        body = self._card(column, heading)
        for pair in rows:
            line = QHBoxLayout()
            line.setSpacing(16)
            for key, label in pair:
                field = TextField(name=label, spelled=False)
                field.editingFinished.connect(self._keep_fields)
                self.fields[key] = field
                self._labelled[key] = labelled = LabelledField(label, field)
                line.addWidget(labelled, 1, Qt.AlignmentFlag.AlignTop)
            body.addLayout(line)

    def _build_reminders(self, column: QVBoxLayout) -> None:
        body = self._card(column, "Herinneringen")
        self.overview = Check("’s Morgens een overzicht van de dag")
        self.promises = Check("Met de toezeggingen van vandaag en wat te laat is")
        for check in (self.overview, self.promises):
            check.clicked.connect(self._keep_checks)
            body.addWidget(check)
        self.days = ComboField(
            ((0, "niet"), (1, "1 werkdag ervoor"), (2, "2 werkdagen ervoor"),
             (3, "3 werkdagen ervoor")),
            name="Open toezeggingen voor een afspraak",
        )  # fmt: skip
        self.days.setMaximumWidth(240)
        self.days.activated.connect(lambda _: self._keep(reminder_days=self.days.value()))
        body.addWidget(
            LabelledField("Voor een afspraak: wat bij die klant nog openstaat", self.days)
        )
        row = QHBoxLayout()
        row.setSpacing(16)
        self.quiet: dict[str, TimeField] = {}
        for key, label in (("quiet_from", "Stil vanaf"), ("quiet_until", "Stil tot")):
            field = TimeField(name=label)
            field.setMaximumWidth(112)
            field.editingFinished.connect(self._keep_quiet)
            self.quiet[key] = field
            row.addWidget(LabelledField(label, field))
        row.addStretch(1)
        body.addLayout(row)
        self.weekend = Check("In het weekend geen herinneringen")
        self.weekend.clicked.connect(lambda: self._keep(quiet_weekend=self.weekend.isChecked()))
        body.addWidget(self.weekend)

    def _build_look(self, column: QVBoxLayout) -> None:
        body = self._card(column, "Weergave")
        row = QHBoxLayout()
        self.look = Segments(
            ((SYSTEM, "Als het systeem"), (LIGHT_ONLY, "Licht"), (DARK_ONLY, "Donker")),
            name="Weergave",
        )
        self.look.set_value(self._desk.shell.state.get("weergave", SYSTEM))
        self.look.changed.connect(self._choose_look)
        row.addWidget(self.look)
        row.addStretch(1)
        body.addLayout(row)
        note = QHBoxLayout()
        note.addWidget(IconLabel("slot", size=16))
        note.addWidget(
            Muted("Alles blijft op deze laptop, versleuteld. Er is geen internet nodig.")
        )
        note.addStretch(1)
        column.addSpacing(8)
        column.addLayout(note)

    # Keeping

    def _keep(self, **changes: object) -> None:
        changed = replace(self._settings, **changes)  # type: ignore[arg-type]
        if changed == self._settings:
            return
        try:
            self._settings = service.save(self._desk.archive, changed)
        except UserError as error:
            self._desk.error(error.sentence)
            return
        self.documents.show_settings(self._settings)
        self._desk.wrote()

    def _keep_fields(self) -> None:
        found = {key: field.text().strip() for key, field in self.fields.items()}
        for key in _MAILS:
            problem = service.mail_problem(found[key])
            self._labelled[key].set_problem(problem)
            if problem:
                del found[key]
        self._keep(**found)

    def _keep_quiet(self) -> None:
        changes = {
            key: f"{value:%H:%M}"
            for key, field in self.quiet.items()
            if (value := field.value()) is not None
        }
        self._keep(**changes)

    def _keep_checks(self) -> None:
        self._keep(
            morning_overview=self.overview.isChecked(), remind_promises=self.promises.isChecked()
        )

    def _documents_kept(self, settings: Settings) -> None:
        self._settings = settings
        self._desk.wrote()

    def _choose_look(self, value: str) -> None:
        app = QApplication.instance()
        theme = app.findChild(Theme) if app is not None else None
        if theme is not None:
            theme.choose(value)
        self._desk.shell.state.put("weergave", value)

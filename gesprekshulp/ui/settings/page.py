"""Instellingen: who we are, how documents look, reminders, and the look of the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.settings import Settings
from gesprekshulp.services import settings as service
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.settings.checking import CheckingSettings
from gesprekshulp.ui.settings.colleagues import Colleagues
from gesprekshulp.ui.shell.page import Page
from gesprekshulp.ui.theme.theme import DARK_ONLY, LIGHT_ONLY, SYSTEM, Theme
from gesprekshulp.ui.widgets.buttons import QuietButton, SecondaryButton
from gesprekshulp.ui.widgets.cards import Card, Scroll
from gesprekshulp.ui.widgets.check import Check
from gesprekshulp.ui.widgets.dates import TimeField
from gesprekshulp.ui.widgets.fields import ComboField, LabelledField, TextField
from gesprekshulp.ui.widgets.labels import IconLabel, Muted, Section, Text, Title
from gesprekshulp.ui.widgets.segments import Segments

_FIELDS = (
    ("Uw gegevens", (("own_name", "Uw naam"), ("own_role", "Functie")),
     (("own_email", "E-mail"), ("own_phone", "Telefoon"))),
    ("Uw kantoor", (("firm_name", "Naam van het kantoor"), ("firm_website", "Website")),
     (("firm_street", "Straat en nummer"), ("firm_town", "Postcode en plaats")),
     (("firm_phone", "Telefoon"), ("firm_email", "E-mail"))),
)  # fmt: skip
_MAILS = ("own_email", "firm_email")
_LOGO_HIGH, _LOGO_WIDE = 48, 240


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
        desk.changed.connect(self.colleagues.show_all)
        self._build_documents(column)
        self.checking = CheckingSettings(desk)
        self._card(column, "Nakijken").addWidget(self.checking)
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
        self._show_documents()
        self.colleagues.show_all()
        self.checking.refresh()

    def leave(self) -> None:
        self._keep_fields()
        self.checking.keep()

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

    def _build_documents(self, column: QVBoxLayout) -> None:
        body = self._card(column, "Verslagen en dossiers")
        logo = QHBoxLayout()
        logo.setSpacing(12)
        self.logo = QLabel()
        self.logo.setAccessibleName("Logo")
        self._logo_name = Muted("Nog geen logo", size=14)
        self.logo_button = SecondaryButton("Logo kiezen")
        self.logo_button.clicked.connect(self._choose_logo)
        self._no_logo = QuietButton("Weghalen")
        self._no_logo.clicked.connect(lambda: self._drop("Logo weggehaald.", "logo", "logo_name"))
        logo.addWidget(self.logo)
        logo.addWidget(self._logo_name, 1)
        logo.addWidget(self._no_logo)
        logo.addWidget(self.logo_button)
        body.addLayout(logo)

        colour = QHBoxLayout()
        colour.setSpacing(12)
        self._swatch = QLabel()
        self._swatch.setFixedSize(32, 32)
        self._colour_name = Text()
        self.colour_button = SecondaryButton("Kleur kiezen")
        self.colour_button.clicked.connect(self._choose_colour)
        colour.addWidget(self._swatch)
        colour.addWidget(Text("Kleur van koppen en lijnen"))
        colour.addWidget(self._colour_name, 1)
        colour.addWidget(self.colour_button)
        body.addLayout(colour)

        style = QHBoxLayout()
        style.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text("Eigen huisstijl (Word)"))
        self._style_name = Muted(wrap=True)
        words.addWidget(self._style_name)
        self.style_button = SecondaryButton("Word-bestand kiezen")
        self.style_button.clicked.connect(self._choose_template)
        self._no_style = QuietButton("Weghalen")
        self._no_style.clicked.connect(
            lambda: self._drop("Huisstijl weggehaald.", "template", "template_name")
        )
        style.addLayout(words, 1)
        style.addWidget(self._no_style)
        style.addWidget(self.style_button)
        body.addLayout(style)

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
        self._show_documents()
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

    def _show_documents(self) -> None:
        found = self._settings
        self._no_logo.setVisible(bool(found.logo))
        self._logo_name.setText(found.logo_name or "Nog geen logo (png of jpg)")
        self.logo.setVisible(bool(found.logo))
        if found.logo:
            with self._desk.archive.reading() as work:
                content = work.attachments.content(found.logo)
            picture = QPixmap()
            # A file can begin as a picture and be broken after that.
            shown = picture.loadFromData(content)
            self.logo.setVisible(shown)
            if shown:
                self.logo.setPixmap(_fitted(picture))
            else:
                self._logo_name.setText(f"{found.logo_name}: geen leesbare afbeelding")
        swatch = QPixmap(32, 32)
        swatch.fill(found.accent)
        self._swatch.setPixmap(swatch)
        self._colour_name.setText(found.accent)
        self.colour_button.setAccessibleDescription(f"Nu {found.accent}")
        self._no_style.setVisible(bool(found.template))
        self._style_name.setText(
            found.template_name or "Nog geen; verslagen krijgen de stijl van Gesprekshulp."
        )

    def _choose_logo(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, "Logo kiezen", "", "Afbeelding (*.png *.jpg *.jpeg)"
        )
        if name:
            self._take(
                lambda: service.set_logo(self._desk.archive, Path(name)),
                "Dit logo komt op verslagen en dossiers.",
                "logo",
                "logo_name",
            )

    def _choose_template(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Huisstijl kiezen", "", "Word (*.docx *.dotx)")
        if name:
            self._take(
                lambda: service.set_template(self._desk.archive, Path(name)),
                "Verslagen krijgen voortaan deze huisstijl.",
                "template",
                "template_name",
            )

    def _take(self, change: Callable[[], Settings], said: str, *keys: str) -> None:
        before = self._settings

        def taken(settings: Settings) -> None:
            self._settings = settings
            self._show_documents()
            self._desk.wrote()
            self._offer_back(said, before, keys)

        self._desk.background.run(change, done=taken, owner=self)

    def _drop(self, said: str, *keys: str) -> None:
        """Take a file off the settings, with the way back."""
        before = self._settings
        self._keep(**dict.fromkeys(keys, ""))
        self._offer_back(said, before, keys)

    def _offer_back(self, said: str, before: Settings, keys: tuple[str, ...]) -> None:
        old = {key: getattr(before, key) for key in keys}
        self._desk.toast(said, lambda: self._keep(**old))

    def _choose_colour(self) -> None:
        chosen = QColorDialog.getColor(self._settings.accent, self, "Kleur kiezen")
        if chosen.isValid():
            self._keep(accent=chosen.name().upper())

    def _choose_look(self, value: str) -> None:
        app = QApplication.instance()
        theme = app.findChild(Theme) if app is not None else None
        if theme is not None:
            theme.choose(value)
        self._desk.shell.state.put("weergave", value)


def _fitted(picture: QPixmap) -> QPixmap:
    smooth = Qt.TransformationMode.SmoothTransformation
    return picture.scaled(_LOGO_WIDE, _LOGO_HIGH, Qt.AspectRatioMode.KeepAspectRatio, smooth)

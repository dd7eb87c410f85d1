"""Verslagen en dossiers in Instellingen: the firm's logo, colours and letter, shown at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPixmap, QShowEvent
from PySide6.QtWidgets import QColorDialog, QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.page import A4_WIDTH
from gesprekshulp.domain.paper import Paper
from gesprekshulp.domain.settings import Settings
from gesprekshulp.services import house_style
from gesprekshulp.services import settings as service
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.paper.pages import SetPaper
from gesprekshulp.ui.settings.logo import drawn_svg, fitted
from gesprekshulp.ui.settings.template_box import TemplateBox
from gesprekshulp.ui.theme.palette import colour
from gesprekshulp.ui.theme.tokens import LIGHT
from gesprekshulp.ui.widgets.buttons import QuietButton, SecondaryButton
from gesprekshulp.ui.widgets.cards import Card
from gesprekshulp.ui.widgets.check import Check
from gesprekshulp.ui.widgets.fields import ComboField
from gesprekshulp.ui.widgets.labels import Muted, Section, Text

_T = TypeVar("_T")
_PREVIEW_WIDE, _PREVIEW_HIGH = 480, 360
# Fonts that come with Word on Windows and Mac; another one would be missing at the client.
_FONTS = (
    "Calibri", "Arial", "Cambria", "Candara", "Constantia", "Corbel", "Garamond", "Georgia",
    "Segoe UI", "Tahoma", "Times New Roman", "Trebuchet MS", "Verdana",
)  # fmt: skip


class DocumentsCard(QWidget):
    """How documents look. `kept` tells that the settings changed, with what was said of it."""

    kept = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._settings = Settings()
        self._preview_is_old = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Section("Verslagen en dossiers"))
        card = Card()
        body = card.body((20, 16, 20, 20))
        body.setSpacing(16)
        column.addWidget(card)
        self._build_logo(body)
        self.colour_button, self.colour_name = self._colour(
            body, "Kleur van koppen en lijnen", "accent"
        )
        self.second_button, self.second_name = self._colour(
            body, "Kleur van ondertitels en tabelkoppen", "second"
        )
        self._build_font(body)
        self.template = TemplateBox(desk)
        self.template.taken.connect(self._template_taken)
        self.template.dropped.connect(
            lambda: self._drop("Huisstijl weggehaald.", "template", "template_name")
        )
        body.addWidget(self.template)
        self._build_preview(body)

    def show_settings(self, settings: Settings) -> None:
        """Show these settings; what was found about another template goes away."""
        self._settings = settings
        self.template.show_settings(settings)
        self._show_logo()
        for key, (swatch, name, button) in self._colours.items():
            colour = str(getattr(settings, key))
            filled = QPixmap(32, 32)
            filled.fill(colour)
            swatch.setPixmap(filled)
            name.setText(colour)
            button.setAccessibleDescription(f"Nu {colour}")
        self.font_field.set_value(settings.font if settings.font in _FONTS else "")
        self.contents.setChecked(settings.contents)
        self._preview_note.setVisible(bool(settings.template))
        self._preview_is_old = True
        if self.isVisible():
            self._show_preview()

    # --- building ---

    def _build_logo(self, body: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        self.logo = QLabel()
        self.logo.setAccessibleName("Logo")
        self.logo_name = Muted("Nog geen logo", size=14)
        self.logo_button = SecondaryButton("Logo kiezen")
        self.logo_button.clicked.connect(self._choose_logo)
        self.no_logo = QuietButton("Weghalen")
        self.no_logo.clicked.connect(lambda: self._drop("Logo weggehaald.", "logo", "logo_name"))
        row.addWidget(self.logo)
        row.addWidget(self.logo_name, 1)
        row.addWidget(self.no_logo)
        row.addWidget(self.logo_button)
        body.addLayout(row)

    def _colour(self, body: QVBoxLayout, words: str, key: str) -> tuple[SecondaryButton, Text]:
        if not hasattr(self, "_colours"):
            self._colours: dict[str, tuple[QLabel, Text, SecondaryButton]] = {}
        row = QHBoxLayout()
        row.setSpacing(12)
        swatch = QLabel()
        swatch.setFixedSize(32, 32)
        name = Text()
        button = SecondaryButton("Kleur kiezen")
        button.setAccessibleName(f"{words} kiezen")
        button.clicked.connect(lambda: self._choose_colour(key))
        row.addWidget(swatch)
        row.addWidget(Text(words))
        row.addWidget(name, 1)
        row.addWidget(button)
        body.addLayout(row)
        self._colours[key] = (swatch, name, button)
        return button, name

    def _build_font(self, body: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Text("Lettertype"), 1)
        options = (("", "Calibri (gewoon)"), *((font, font) for font in _FONTS[1:]))
        self.font_field = ComboField(options, name="Lettertype van documenten")
        self.font_field.setMinimumWidth(200)
        self.font_field.activated.connect(
            lambda _: self._keep(font=str(self.font_field.value() or ""))
        )
        row.addWidget(self.font_field)
        body.addLayout(row)
        self.contents = Check("Inhoudsopgave vooraan in het verslag")
        self.contents.clicked.connect(lambda: self._keep(contents=self.contents.isChecked()))
        body.addWidget(self.contents)

    def _build_preview(self, body: QVBoxLayout) -> None:
        self._preview_note = Muted(
            "Zo ziet een document eruit zonder het eigen Word-bestand, en zo blijft de PDF.",
            wrap=True,
        )
        body.addWidget(self._preview_note)
        self.preview = QLabel()
        self.preview.setAccessibleName("Voorbeeld van een verslag in deze stijl")
        self.preview.setFixedSize(_PREVIEW_WIDE, _PREVIEW_HIGH)
        body.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignHCenter)

    # --- showing ---

    def _show_logo(self) -> None:
        found = self._settings
        self.no_logo.setVisible(bool(found.logo))
        self.logo_name.setText(found.logo_name or "Nog geen logo (png, jpg of svg)")
        self.logo.setVisible(bool(found.logo))
        if not found.logo:
            return
        with self._desk.archive.reading() as work:
            content = work.attachments.content(found.logo)
        picture = QPixmap()
        # A file can begin as a picture and be broken after that.
        shown = picture.loadFromData(content)
        self.logo.setVisible(shown)
        if shown:
            self.logo.setPixmap(fitted(picture))
        else:
            self.logo_name.setText(f"{found.logo_name}: geen leesbare afbeelding")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._preview_is_old:
            self._show_preview()

    def _show_preview(self) -> None:
        self._preview_is_old = False

        def made(paper: Paper) -> None:
            self.preview.setPixmap(_top_of(paper, self.preview.devicePixelRatioF()))

        self._desk.background.run(
            house_style.sample_paper, self._desk.archive, self._desk.clock, done=made, owner=self
        )

    # --- keeping ---

    def _keep(self, **changes: object) -> bool:
        changed = replace(self._settings, **changes)  # type: ignore[arg-type]
        if changed == self._settings:
            return False
        try:
            settings = service.save(self._desk.archive, changed)
        except UserError as error:
            self._desk.error(error.sentence)
            return False
        self._took(settings)
        return True

    def _took(self, settings: Settings) -> None:
        self.show_settings(settings)
        self.kept.emit(settings)

    def _drop(self, said: str, *keys: str) -> None:
        """Take a file off the settings, with the way back."""
        before = self._settings
        if self._keep(**dict.fromkeys(keys, "")):
            self._offer_back(said, before, keys)

    def _offer_back(self, said: str, before: Settings, keys: tuple[str, ...]) -> None:
        old = {key: getattr(before, key) for key in keys}
        self._desk.toast(said, lambda: self._keep(**old))

    def _choose_colour(self, key: str) -> None:
        chosen = QColorDialog.getColor(getattr(self._settings, key), self, "Kleur kiezen")
        if chosen.isValid():
            self._keep(**{key: chosen.name().upper()})

    def _choose_logo(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, "Logo kiezen", "", "Afbeelding (*.png *.jpg *.jpeg *.svg)"
        )
        if not name:
            return
        path, before = Path(name), self._settings

        def taken(settings: Settings) -> None:
            self._took(settings)
            self._offer_back(
                "Dit logo komt op alle documenten voor klanten.", before, ("logo", "logo_name")
            )

        self._run(lambda: service.set_logo(self._desk.archive, path, drawn_svg(path)), taken)

    def _template_taken(self, settings: Settings, usable: bool) -> None:
        before = self._settings
        self._took(settings)
        if usable:
            said = "Verslagen krijgen voortaan deze huisstijl."
            self._offer_back(said, before, ("template", "template_name"))

    def _run(self, act: Callable[[], _T], done: Callable[[_T], object]) -> None:
        self._desk.background.run(
            act, done=done, failed=lambda error: self._desk.error(error.sentence), owner=self
        )


def _top_of(paper: Paper, ratio: float) -> QPixmap:
    """The top of the first page, as it comes out of a printer."""
    set_ = SetPaper(paper)
    set_.more()
    picture = QPixmap(round(_PREVIEW_WIDE * ratio), round(_PREVIEW_HIGH * ratio))
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = picture.width() / A4_WIDTH
    painter.scale(scale, scale)
    set_.draw(painter, set_.pages[0])
    # White paper on a white card would have no edge.
    painter.resetTransform()
    painter.setPen(colour(LIGHT.line))
    painter.drawRect(0, 0, picture.width() - 1, picture.height() - 1)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture

"""Verslagen en dossiers in Instellingen: the firm's logo, colours, letter and own template."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap, QShowEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QColorDialog, QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.house_style import Finding, StyleCheck, Weight
from gesprekshulp.domain.page import A4_WIDTH
from gesprekshulp.domain.paper import Paper
from gesprekshulp.domain.settings import Settings
from gesprekshulp.services import house_style
from gesprekshulp.services import settings as service
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.paper.pages import SetPaper
from gesprekshulp.ui.widgets.badges import Badge, BadgeKind
from gesprekshulp.ui.widgets.buttons import LinkButton, QuietButton, SecondaryButton
from gesprekshulp.ui.widgets.cards import Card, clear_layout
from gesprekshulp.ui.widgets.check import Check
from gesprekshulp.ui.widgets.fields import ComboField
from gesprekshulp.ui.widgets.labels import IconLabel, Muted, Section, Text

_T = TypeVar("_T")
_LOGO_HIGH, _LOGO_WIDE = 48, 240
_SVG_WIDE = 1200
_PREVIEW_WIDE, _PREVIEW_HIGH = 480, 360
# Fonts that come with Word on Windows and Mac; another one would be missing at the client.
_FONTS = (
    "Calibri", "Arial", "Cambria", "Candara", "Constantia", "Corbel", "Garamond", "Georgia",
    "Segoe UI", "Tahoma", "Times New Roman", "Trebuchet MS", "Verdana",
)  # fmt: skip
_KINDS = {
    Weight.WRONG: BadgeKind.LATE,
    Weight.MIND: BadgeKind.ACCENT,
    Weight.ADDED: BadgeKind.NEUTRAL,
}


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
        self._build_template(body)
        self._build_preview(body)

    def show_settings(self, settings: Settings) -> None:
        """Show these settings; what was found about another template goes away."""
        if settings.template != self._settings.template:
            self.show_check(None)
        self._settings = settings
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
        has_template = bool(settings.template)
        self.no_style.setVisible(has_template)
        self.check_button.setVisible(has_template)
        self.style_name.setText(
            settings.template_name or "Nog geen; verslagen krijgen de stijl van Gesprekshulp."
        )
        self._preview_note.setVisible(has_template)
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

    def _build_template(self, body: QVBoxLayout) -> None:
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
        self.no_style.clicked.connect(
            lambda: self._drop("Huisstijl weggehaald.", "template", "template_name")
        )
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
            self.logo.setPixmap(_fitted(picture))
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

    def _choose_template(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Huisstijl kiezen", "", "Word (*.docx *.dotx)")
        if not name:
            return
        before = self._settings

        def taken(answer: tuple[Settings, StyleCheck]) -> None:
            settings, found = answer
            self._took(settings)
            self.show_check(found)
            if found.is_usable:
                said = "Verslagen krijgen voortaan deze huisstijl."
                self._offer_back(said, before, ("template", "template_name"))
            else:
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
        badge = Badge(finding.weight.value, _KINDS[finding.weight])
        badge.setMinimumWidth(80)
        row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Muted(finding.place, wrap=True))
        words.addWidget(Text(finding.sentence, wrap=True))
        row.addLayout(words, 1)
        self.setAccessibleName(f"{finding.weight.value}, {finding.place}: {finding.sentence}")


def drawn_svg(path: Path) -> bytes | None:
    """An svg as a png, once, at choosing it: Word does not show svg everywhere.

    None for another kind of file, and for an svg that cannot be drawn.
    """
    if path.suffix.lower() != ".svg":
        return None
    drawing = QSvgRenderer(str(path))
    size = drawing.defaultSize()
    if not drawing.isValid() or size.isEmpty():
        raise UserError(f"“{path.name}” is geen svg die getekend kan worden. Kies een png of jpg.")
    high = max(1, round(_SVG_WIDE * size.height() / size.width()))
    if high > 4 * _SVG_WIDE:
        raise UserError(f"“{path.name}” is veel hoger dan breed. Kies een liggend logo.")
    image = QImage(_SVG_WIDE, high, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter, QRectF(0, 0, _SVG_WIDE, high))
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # pyright: ignore[reportArgumentType, reportCallIssue]
    return bytes(content.data())


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
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def _told(icon: str, words: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(IconLabel(icon, role="accent", size=16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(words, wrap=True), 1)
    return holder


def _fitted(picture: QPixmap) -> QPixmap:
    smooth = Qt.TransformationMode.SmoothTransformation
    return picture.scaled(_LOGO_WIDE, _LOGO_HIGH, Qt.AspectRatioMode.KeepAspectRatio, smooth)

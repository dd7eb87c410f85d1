import re

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QPalette
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QRadioButton,
    QWidget,
)

from gesprekshulp.paths import resource
from gesprekshulp.ui.theme import icons
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colours, is_dark, make_palette
from gesprekshulp.ui.theme.theme import DARK_ONLY, LIGHT_ONLY, Theme
from gesprekshulp.ui.theme.tokens import DARK, LIGHT, Colours

SCHEMES = pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@SCHEMES
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *[("text", ground) for ground in ("page", "surface", "accent_soft", "window")],
        *[("muted", g) for g in ("surface", "page", "window", "sunken", "accent_soft")],
        *[("accent", ground) for ground in ("surface", "page", "accent_soft")],
        *[("late", ground) for ground in ("surface", "page", "accent_soft", "late_soft")],
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
    ],
)
def test_text_can_be_read_on_every_ground_it_stands_on(scheme: Colours, ink, ground):
    assert contrast(getattr(scheme, ink), getattr(scheme, ground)) >= 4.5


@SCHEMES
@pytest.mark.parametrize("ground", ["surface", "page", "window", "accent_soft"])
def test_borders_of_what_can_be_operated_can_be_seen(scheme: Colours, ground):
    assert round(contrast(scheme.line_strong, getattr(scheme, ground)), 1) >= 3.0


@SCHEMES
def test_every_role_is_a_colour(scheme: Colours):
    assert all(re.fullmatch(r"#[0-9A-F]{6}", value) for value in scheme)


def test_the_look_changes_at_once_and_widgets_know_it(theme, qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    assert colours(widget) is LIGHT
    with qtbot.waitSignal(theme.changed):
        theme.choose(DARK_ONLY)
    qtbot.waitUntil(lambda: colours(widget) is DARK)
    assert is_dark(QApplication.palette())
    theme.choose(LIGHT_ONLY)
    qtbot.waitUntil(lambda: colours(widget) is LIGHT)


def test_a_selection_is_soft_and_its_text_stays_dark():
    palette = make_palette(LIGHT)
    assert palette.color(QPalette.ColorRole.Highlight).name().upper() == LIGHT.accent_soft
    assert palette.color(QPalette.ColorRole.HighlightedText).name().upper() == LIGHT.text


@pytest.mark.parametrize("path", sorted(resource("icons").glob("*.svg")), ids=lambda p: p.stem)
def test_every_icon_renders_in_the_colour_asked_for(qapp, path):
    image = icons.pixmap(path.stem, LIGHT.accent, 20, 2.0).toImage()
    assert image.width() == 40
    seen = {
        image.pixelColor(x, y).name().upper()
        for x in range(40)
        for y in range(40)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert seen == {LIGHT.accent}


def test_an_icon_is_rendered_once(qapp):
    assert (
        icons.pixmap("klok", LIGHT.muted).cacheKey() == icons.pixmap("klok", LIGHT.muted).cacheKey()
    )


def test_letters_are_sized_in_pixels(qapp):
    assert font(18, 600).pixelSize() == 18
    assert font(18, 600).weight() == 600


def test_qt_speaks_dutch(theme, qtbot):
    assert QLocale().name() == "nl_NL"
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text() == "Annuleren"


def test_the_dialogs_of_qt_for_files_and_printing_speak_dutch(theme: Theme) -> None:
    files = QFileDialog()
    files.setOption(QFileDialog.Option.DontUseNativeDialog)
    printing = QPrintDialog(QPrinter())
    said = [
        label.text()
        for dialog in (files, printing)
        for label in (*dialog.findChildren(QLabel), *dialog.findChildren(QRadioButton))
    ]
    assert "&Zoeken in:" in said
    english = ("Look", "Files", "Off", "binding", "Page", "Print")
    assert [text for text in said if any(word in text for word in english)] == []
    files.deleteLater()
    printing.deleteLater()

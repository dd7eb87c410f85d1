"""Buttons: one primary on a page, secondary ones, quiet ones (links) and icons alone."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)  # fmt: skip
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QWidget

from gesprekshulp.ui.theme import icons
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour, colours
from gesprekshulp.ui.theme.tokens import RADIUS, SIZE, Colours
from gesprekshulp.ui.widgets.painting import box

_KEYBOARD = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
}
_HEIGHT = {"small": SIZE.button_small, "normal": SIZE.button, "large": SIZE.button_large}


# A plain class, so that it can go before any class of Qt; the checker sees what it goes before.
_ButtonBase = QAbstractButton if TYPE_CHECKING else object


class FocusShown:
    """Mixed into buttons: shows the focus ring after the keyboard moved here, not after a click."""

    ring: bool = False

    def note_focus(self, event: QFocusEvent) -> None:
        self.ring = event.gotFocus() and event.reason() in _KEYBOARD


def pressed_with_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Enter presses the button that has the focus, as the space bar does by itself: once.

    Qt leaves Enter to the default button of a dialog: on Annuleren it would save.
    """
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return False
    if not event.isAutoRepeat():
        button.click()
    return True


class _Drawn(FocusShown, _ButtonBase):
    """Mixed into a button that draws itself: again when the mouse comes or goes, with the focus."""

    def focusInEvent(self, e: QFocusEvent) -> None:
        self.note_focus(e)
        super().focusInEvent(e)

    def focusOutEvent(self, e: QFocusEvent) -> None:
        self.ring = False
        super().focusOutEvent(e)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)


class DrawnButton(_Drawn, QAbstractButton):
    """A button that draws itself, and shows the focus."""


class OwnButton(DrawnButton):
    """A drawn button that Enter presses as well."""

    def keyPressEvent(self, e: QKeyEvent) -> None:
        if not pressed_with_enter(self, e):
            super().keyPressEvent(e)


class _Button(_Drawn, QPushButton):
    """Draws itself, because Fusion and stylesheets know no gap of 8 nor a ring outside the fill.

    `icon` and `trailing` are names of icons; `size` is "small" (28), "normal" (32) or "large" (44).
    """

    weight = 500
    padding = 13

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        icon: str = "",
        trailing: str = "",
        size: str = "normal",
    ) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._icon = icon
        self._trailing = trailing
        self._height = _HEIGHT[size]
        self.setFont(font(14, self.weight))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.setAutoDefault(False)

    def label(self) -> str:
        """The words on the button."""
        return self.text().replace("&&", "&")

    def set_label(self, text: str) -> None:
        """Change the words on the button, and what a screen reader says."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_icon_name(self, name: str) -> None:
        """Change the icon before the words ("" for none)."""
        self._icon = name
        self.updateGeometry()
        self.update()

    def set_enabled_or_why(self, enabled: bool, why: str = "") -> None:
        """Enable the button, or disable it with the reason as its tooltip."""
        self.setEnabled(enabled)
        self.setToolTip("" if enabled else why)

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self.font()).horizontalAdvance(self.label()) + 2 * self.padding
        wide += (self._gap() + 16) * (bool(self._icon) + bool(self._trailing))
        return QSize(wide, self._height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _gap(self) -> int:
        return 8

    def _look(self, c: Colours) -> tuple[str | None, str | None, str]:
        """Fill, border and ink as the button is now."""
        raise NotImplementedError

    def _hot(self) -> bool:
        return self.isEnabled() and (self.underMouse() or self.isDown())

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        if not pressed_with_enter(self, arg__1):
            super().keyPressEvent(arg__1)

    def paintEvent(self, arg__1: QPaintEvent) -> None:
        c = colours(self)
        fill, border, ink = self._look(c)
        painter = QPainter(self)
        rect = self.rect()
        radius = RADIUS.card if self._height == SIZE.button_large else RADIUS.control
        if self.ring and self.hasFocus():
            box(painter, rect, None, c.accent, radius, 2)
            inner = rect.adjusted(3, 3, -3, -3)
            if fill:
                box(painter, inner, fill, None, radius - 3)
        elif fill or border:
            box(painter, rect, fill, border, radius)
        self._paint_words(painter, rect, ink)
        painter.end()

    def _painted_font(self) -> QFont:
        return self.font()

    def _words_within(self, room: int) -> str:
        """The words as they fit in so many pixels."""
        return self.label()

    def _paint_words(self, painter: QPainter, rect: QRect, ink: str) -> None:
        painter.setFont(self._painted_font())
        gap = self._gap()
        left = rect.x() + self.padding
        room = rect.width() - 2 * self.padding
        text = self._words_within(room)
        words = QFontMetrics(self.font()).horizontalAdvance(text)
        used = words + (16 + gap) * (bool(self._icon) + bool(self._trailing))
        if used < room:
            left += (room - used) // 2
        middle = rect.y() + (rect.height() - 16) / 2
        if self._icon:
            icons.paint(painter, self._icon, ink, left, middle, 16)
            left += 16 + gap
        painter.setPen(colour(ink))
        area = QRect(left, rect.y(), words + 2, rect.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if self._trailing:
            icons.paint(painter, self._trailing, ink, left + words + gap, middle, 16)


class PrimaryButton(_Button):
    """The one thing to do on this page."""

    weight = 600

    def _look(self, c: Colours) -> tuple[str | None, str | None, str]:
        if not self.isEnabled():
            return c.sunken, c.line, c.muted
        return (c.accent_hover if self._hot() else c.accent), None, c.on_accent


class SecondaryButton(_Button):
    """Everything else that is done on this page. `setCheckable` makes it a switch."""

    def _look(self, c: Colours) -> tuple[str | None, str | None, str]:
        if not self.isEnabled():
            return c.sunken, c.line, c.muted
        if self.isChecked():
            return c.accent_soft, c.accent, c.accent
        return (c.hover if self._hot() else c.surface), c.line_strong, c.text


class QuietButton(_Button):
    """An action in accent letters without a border, with room around it for the pointer."""

    padding = 8

    def _look(self, c: Colours) -> tuple[str | None, str | None, str]:
        if not self.isEnabled():
            return None, None, c.muted
        return (c.hover if self._hot() else None), None, c.accent


class LinkButton(QuietButton):
    """A link: no room around it, underlined under the pointer. `small` makes it 12 px.

    `elide` lets it be narrower than its words, as for the name of a client.
    """

    padding = 0

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        icon: str = "",
        trailing: str = "",
        small: bool = False,
        elide: bool = False,
    ) -> None:
        super().__init__(text, parent, icon=icon, trailing=trailing)
        self._elide = elide
        self._height = 16 if small else 20
        if small:
            self.setFont(font(12, 500))
        across = QSizePolicy.Policy.Maximum if elide else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), 48), hint.height()) if self._elide else hint

    def _words_within(self, room: int) -> str:
        if not self._elide:
            return super()._words_within(room)
        metrics = QFontMetrics(self.font())
        if metrics.horizontalAdvance(self.label()) <= room:
            # Letters are not whole pixels wide: in just the room it asks Qt would elide it.
            return self.label()
        return metrics.elidedText(self.label(), Qt.TextElideMode.ElideRight, room)

    def _gap(self) -> int:
        return 4 if self.font().pixelSize() == 12 else 8

    def _look(self, c: Colours) -> tuple[str | None, str | None, str]:
        return None, None, c.accent if self.isEnabled() else c.muted

    def _painted_font(self) -> QFont:
        shown = QFont(self.font())
        shown.setUnderline(self._hot())
        return shown


class IconButton(OwnButton):
    """An icon alone; `name` is said by a screen reader and shown as the tooltip."""

    def __init__(
        self,
        icon: str,
        name: str,
        parent: QWidget | None = None,
        *,
        size: int = SIZE.button,
        icon_size: int = 20,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._icon_size = icon_size
        self.setFixedSize(size, size)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """What the button does, in a few words."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def set_icon_name(self, name: str) -> None:
        """Show another icon."""
        self._icon = name
        self.update()

    def paintEvent(self, e: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        hot = self.isEnabled() and (self.underMouse() or self.isDown())
        focused = self.ring and self.hasFocus()
        if hot or focused:
            edge = c.accent if focused else None
            box(painter, self.rect(), c.hover if hot else None, edge, RADIUS.control, 2)
        ink = c.accent if self.isChecked() else c.muted
        offset = (self.width() - self._icon_size) / 2
        icons.paint(painter, self._icon, ink, offset, offset, self._icon_size)
        painter.end()

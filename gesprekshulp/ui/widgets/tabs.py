"""Tabs: text with a count, the active one bold with an accent line under it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour, colours
from gesprekshulp.ui.theme.tokens import SIZE
from gesprekshulp.ui.widgets.buttons import IconButton, OwnButton
from gesprekshulp.ui.widgets.painting import box

_GAP = 18


class _Tab(OwnButton):
    def __init__(self, value: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.value = value
        self.count = ""
        self.setText(words)
        self.setCheckable(True)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int | None) -> None:
        self.count = "" if count is None else f"{count:,}".replace(",", ".")
        self.setAccessibleName(f"{self.text()}, {self.count}" if self.count else self.text())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(font(14, 600)).horizontalAdvance(self.text())
        if self.count:
            wide += 7 + QFontMetrics(font(12, 500)).horizontalAdvance(self.count)
        return QSize(wide, SIZE.tab)

    def paintEvent(self, e: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        active = self.isChecked()
        bold = font(14, 600 if active else 500)
        ink = c.text if active or self.underMouse() else c.muted
        painter.setFont(bold)
        painter.setPen(colour(ink))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.rect(), middle, self.text())
        if self.count:
            painter.setFont(font(12, 500))
            painter.setPen(colour(c.muted))
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(self.rect(), right, self.count)
        if active:
            painter.fillRect(QRect(0, self.height() - 2, self.width(), 2), colour(c.accent))
        if self.ring and self.hasFocus():
            box(painter, self.rect().adjusted(0, 2, 0, -4), None, c.accent, 4, 2)
        painter.end()


class Tabs(QWidget):
    """A row of tabs over a line; arrow keys move. `changed` gives the value the user chose.

    `margin` is the room left and right of the tabs; the line runs over the whole width. Tabs for
    which there is no room stand in a menu at the end.
    """

    changed = Signal(str)

    def __init__(
        self, options: Sequence[tuple[str, str]], parent: QWidget | None = None, *, margin: int = 0
    ) -> None:
        super().__init__(parent)
        self.setFixedHeight(SIZE.tab)
        row = QHBoxLayout(self)
        row.setContentsMargins(margin, 0, margin, 0)
        row.setSpacing(_GAP)
        self._tabs: dict[str, _Tab] = {}
        for value, words in options:
            tab = _Tab(value, words, self)
            tab.clicked.connect(lambda _=False, value=value: self._choose(value))
            self._tabs[value] = tab
            row.addWidget(tab)
        row.addStretch(1)
        self._margin = margin
        self.more = IconButton("meer", "Meer weergaven", self, size=28)
        self.more.hide()
        self.more.clicked.connect(self._open_menu)
        # The tabs do not keep the page wide: what does not fit goes into the menu.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._value = ""
        self.set_value(options[0][0])

    def value(self) -> str:
        """The active tab."""
        return self._value

    def set_value(self, value: str) -> None:
        """Make a tab the active one, without telling so with `changed`."""
        self._value = value
        for tab in self._tabs.values():
            tab.setChecked(tab.value == value)
            tab.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if tab.isChecked() else Qt.FocusPolicy.ClickFocus
            )
        self._fit()

    def set_count(self, value: str, count: int | None) -> None:
        """Show a number beside a tab; None for no number."""
        self.set_counts({value: count})

    def set_counts(self, counts: Mapping[str, int | None]) -> None:
        """Show numbers beside several tabs at once."""
        for value, count in counts.items():
            self._tabs[value].set_count(count)
        self._fit()

    def menu(self) -> QMenu:
        """The tabs for which there is no room."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for tab in self._tabs.values():
            if tab.isHidden():
                words = f"{tab.text()}  {tab.count}" if tab.count else tab.text()
                menu.addAction(words, lambda value=tab.value: self._choose(value))
        return menu

    def _open_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _fit(self) -> None:
        """Hide tabs from the end until the others fit; the active one always shows."""
        room = self.width() - 2 * self._margin
        needs = {value: tab.sizeHint().width() + _GAP for value, tab in self._tabs.items()}
        shown = list(self._tabs)
        if sum(needs.values()) - _GAP > room:
            room -= self.more.width() - self._margin // 2
            for value in reversed(self._tabs):
                if sum(needs[kept] for kept in shown) <= room or len(shown) == 1:
                    break
                if value != self._value:
                    shown.remove(value)
        for value, tab in self._tabs.items():
            tab.setVisible(value in shown)
        self.more.setVisible(len(shown) < len(self._tabs))
        self.more.move(self.width() - self.more.width() - self._margin // 2, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _choose(self, value: str) -> None:
        different = value != self._value
        self.set_value(value)
        if different:
            self.changed.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        values = [value for value, tab in self._tabs.items() if not tab.isHidden()]
        value = values[(values.index(self._value) + step) % len(values)]
        self._choose(value)
        self._tabs[value].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = QRect(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, colour(colours(self).line))
        painter.end()

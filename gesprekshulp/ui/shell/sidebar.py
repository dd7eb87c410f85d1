"""The sidebar of 232, and the rail of 56 that stands in for it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gesprekshulp.ui.shell.entry import Entry
from gesprekshulp.ui.theme import icons
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour, colours, set_surface
from gesprekshulp.ui.theme.tokens import RADIUS, SIZE
from gesprekshulp.ui.widgets.buttons import IconButton, OwnButton
from gesprekshulp.ui.widgets.cards import Separator
from gesprekshulp.ui.widgets.labels import ElidedLabel, IconLabel
from gesprekshulp.ui.widgets.painting import box

_SEARCH = "Zoeken of doen…"


class _Logo(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(32, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        tile = icons.logo_tile(c.accent, c.on_accent, 32, self.devicePixelRatioF())
        painter.drawPixmap(0, 0, tile)
        painter.end()


class _SearchButton(OwnButton):
    """Looks like a field, and opens the palette of Ctrl+K."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Zoeken of doen, Ctrl+K")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(207, SIZE.field)

    def paintEvent(self, e: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        edge, width = (c.accent, 2) if self.ring and self.hasFocus() else (c.line_strong, 1)
        fill = c.hover if self.underMouse() else c.surface
        box(painter, self.rect(), fill, edge, RADIUS.control, width)
        icons.paint(painter, "zoeken", c.muted, 10, 8, 16)
        painter.setFont(font())
        painter.setPen(colour(c.muted))
        area = self.rect().adjusted(33, 0, 0, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, _SEARCH)
        keys = "Ctrl+K"
        letters = font(12, 500)
        wide = QFontMetrics(letters).horizontalAdvance(keys) + 12
        cap = self.rect().adjusted(self.width() - wide - 6, 6, -6, -6)
        box(painter, cap, c.sunken, c.line, RADIUS.badge)
        painter.setFont(letters)
        painter.setPen(colour(c.muted))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)
        painter.end()


class Sidebar(QWidget):
    """The pages, searching, the settings, and who works here.

    `narrow` makes it the rail: icons alone, with names as tooltips. `asked` gives the page,
    `search_asked` is Ctrl+K by mouse.
    """

    asked = Signal(str)
    search_asked = Signal()

    def __init__(self, parent: QWidget | None = None, *, narrow: bool = False) -> None:
        super().__init__(parent)
        set_surface(self, "window")
        self._narrow = narrow
        self._entries: dict[str, Entry] = {}
        self.setFixedWidth(SIZE.rail if narrow else SIZE.sidebar)
        self.setAccessibleName("Pagina's")
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        column = QVBoxLayout()
        side = 8 if narrow else 12
        column.setContentsMargins(side, 16 if narrow else 19, 7 if narrow else 12, 14)
        column.setSpacing(0)
        outer.addLayout(column)
        outer.addWidget(Separator(vertical=True))
        self.firm = ElidedLabel("Gesprekshulp", weight=600)
        self.place = ElidedLabel("", size=12, role="muted")
        self.user = ElidedLabel("", size=12, weight=500)
        self.saved = ElidedLabel("", size=12, role="muted")
        column.addLayout(self._head())
        column.addSpacing(20 if narrow else 15)
        column.addWidget(self._search())
        column.addSpacing(16 if not narrow else 2)
        self._pages = QVBoxLayout()
        self._pages.setSpacing(2)
        column.addLayout(self._pages)
        column.addStretch(1)
        self._below = QVBoxLayout()
        column.addLayout(self._below)
        if not narrow:
            column.addSpacing(10)
            column.addWidget(Separator())
            column.addSpacing(10)
            column.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.setContentsMargins(4 if self._narrow else 8, 0, 0, 0)
        row.addWidget(_Logo(self), 0, Qt.AlignmentFlag.AlignLeft)
        if not self._narrow:
            names = QVBoxLayout()
            names.setSpacing(0)
            self.firm.setFixedHeight(18)
            names.addWidget(self.firm)
            names.addWidget(self.place)
            row.addLayout(names, 1)
        return row

    def _search(self) -> QWidget:
        button = (
            IconButton("zoeken", "Zoeken of doen (Ctrl+K)", self, size=36)
            if self._narrow
            else _SearchButton(self)
        )
        button.clicked.connect(self.search_asked)
        return button

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(10, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(IconLabel("laptop"))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.user)
        names.addWidget(self.saved)
        row.addLayout(names, 1)
        return row

    def add_entry(self, page: str, title: str, icon: str, *, below: bool = False) -> None:
        """Add a page to the list, or at the bottom (`below`)."""
        entry = Entry(page, title, icon, self, narrow=self._narrow)
        entry.clicked.connect(lambda _=False: self._ask(entry))
        (self._below if below else self._pages).addWidget(entry)
        self._entries[page] = entry

    def _ask(self, entry: Entry) -> None:
        # Which entry is lit follows from the page that opens, not from the click.
        entry.setChecked(not entry.isChecked())
        self.asked.emit(entry.page)

    def set_active(self, page: str) -> None:
        """Light the entry of this page; none when there is no such entry."""
        for name, entry in self._entries.items():
            entry.setChecked(name == page)

    def set_count(self, page: str, count: str, late: str) -> None:
        """Show a count, or what is late, at an entry."""
        self._entries[page].set_count(count, late)

"""The palette (Ctrl+K): finds anything while typing, and does anything by name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from gesprekshulp.domain.dutch_dates import short_day
from gesprekshulp.services.search import Found, find
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.palette.commands import Command, commands, matching
from gesprekshulp.ui.theme.palette import colours
from gesprekshulp.ui.theme.tokens import RADIUS
from gesprekshulp.ui.widgets.fields import SearchField
from gesprekshulp.ui.widgets.labels import Muted
from gesprekshulp.ui.widgets.list_view import ListRowModel, RowView
from gesprekshulp.ui.widgets.painting import box
from gesprekshulp.ui.widgets.row import Columns, Row

_WIDE = 640
_MOST_HIGH = 460
_COLUMNS = Columns(
    left=16, right=16, check=False, badge=0, icon=32, client=0, date=100, date_right=True, bar=True
)
_ICONS = {
    "klant": "klanten",
    "contactpersoon": "persoon",
    "afspraak": "agenda",
    "contact": "personen",
    "notitie": "gesprek",
    "toezegging": "toezeggingen",
    "besluit": "besluit",
    "stuk": "bijlage",
}


def open_palette(desk: Desk, window: QWidget) -> None:
    """Show the palette over the window."""
    palette = Palette(desk, window)
    palette.show_over(window)


class Palette(QDialog):
    """A field and a list under it. The arrows move, Enter does, Esc closes."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Dialog)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Without a compositor, as on a bare X screen, the corners would be black.
        self._rounded = QGuiApplication.platformName() != "xcb"
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, self._rounded)
        self.setWindowTitle("Zoeken of doen")
        self.setAccessibleName("Zoeken of doen")
        self._desk = desk
        self._commands = commands(desk, window)
        self._acts: list[Callable[[], object] | None] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        self.field = SearchField("Zoek een klant, afspraak, toezegging of woord", key="Esc")
        self.field.edit.setMaxLength(200)
        column.addWidget(self.field)
        self._model = ListRowModel()
        self.list = RowView(_COLUMNS, name="Gevonden", role="surface", row_height=48)
        self.list.setModel(self._model)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.opened.connect(self._do)
        self.list.clicked.connect(lambda index: self._do(index.row()))
        column.addWidget(self.list, 1)
        self._nothing = Muted("Niets gevonden. Probeer een ander woord.", size=14)
        self._nothing.setContentsMargins(8, 4, 8, 12)
        column.addWidget(self._nothing)
        self.field.typed.connect(self._search)
        self.field.entered.connect(lambda: self._do(self.list.current()))
        self.field.edit.installEventFilter(self)
        self._search("")

    def show_over(self, window: QWidget) -> None:
        """Stand over the upper middle of the window, with the field ready to type in."""
        wide = min(_WIDE, window.width() - 48)
        self.resize(wide, min(_MOST_HIGH, window.height() - 120))
        corner = window.mapToGlobal(QPoint((window.width() - wide) // 2, 72))
        self.move(corner)
        self.show()
        self.field.edit.setFocus()

    def _search(self, typed: str) -> None:
        rows: list[Row] = []
        self._acts = []
        found = find(self._desk.archive, typed) if typed.strip() else ()
        chosen = matching(self._commands, typed)
        if found:
            for item in found:
                self._add(rows, self._found_row(item), lambda item=item: self._open(item))
        if chosen:
            self._add(rows, Row("Doen", heading=True), None)
            for command in chosen if not found else chosen[:4]:
                self._add(rows, _command_row(command), command.act)
        self._model.set_rows(rows)
        self.list.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self.list.select(next((n for n, act in enumerate(self._acts) if act is not None), -1))

    def _add(self, rows: list[Row], row: Row, act: Callable[[], object] | None) -> None:
        rows.append(row)
        self._acts.append(act)

    def _found_row(self, item: Found) -> Row:
        # Two notes with the same words are told apart by the day of their talk.
        day = short_day(item.day, self._desk.today()) if item.day else ""
        second = " · ".join(part for part in (item.client_name, day, item.fragment) if part)
        if item.internal:
            second = f"alleen intern · {second}"
        icon = "slot" if item.internal else _ICONS[item.kind]
        title = item.title[:1].upper() + item.title[1:]
        return Row(title, second=second, icon=icon, day=item.kind)

    def _open(self, item: Found) -> None:
        kind = item.kind
        if item.client_id is None and kind not in ("klant", "toezegging") and item.appointment_id:
            # An appointment without a client has notes, decisions and files of its own.
            kind = "notitie" if kind == "notitie" else "afspraak"
        match kind:
            case "klant":
                self._desk.go("klant", client_id=item.id)
            case "afspraak":
                self._desk.go("afspraak", appointment_id=item.appointment_id or item.id)
            case "notitie":
                self._desk.go("afspraak", appointment_id=item.appointment_id, step="gesprek")
            case "toezegging":
                self._desk.go("toezeggingen", commitment_id=item.id)
            case "contactpersoon":
                self._desk.go("klant", client_id=item.client_id, tab="contactpersonen")
            case "besluit":
                self._desk.go("klant", client_id=item.client_id, tab="besluiten")
            case "stuk":
                self._desk.go("klant", client_id=item.client_id, tab="stukken")
            case _:
                self._desk.go("klant", client_id=item.client_id, tab="tijdlijn")

    def _do(self, position: int) -> None:
        act = self._acts[position] if 0 <= position < len(self._acts) else None
        if act is not None:
            self.close()
            act()

    def _step(self, by: int) -> None:
        places = [n for n, act in enumerate(self._acts) if act is not None]
        if not places:
            return
        now = self.list.current()
        at = places.index(now) if now in places else -1
        self.list.select(places[(at + by) % len(places)])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._step(1 if key == Qt.Key.Key_Down else -1)
                return True
            again = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if key == Qt.Key.Key_Escape or (key == Qt.Key.Key_K and again):
                self.close()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        radius = RADIUS.card if self._rounded else 0
        box(painter, self.rect(), c.surface, c.line_strong, radius)
        painter.end()


def _command_row(command: Command) -> Row:
    return Row(command.title, icon=command.icon)

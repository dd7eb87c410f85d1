"""The menu over a misspelt word: what may have been meant, add it, pass it over."""

from typing import NamedTuple, Protocol

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QMenu, QPlainTextEdit, QTextEdit

from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.spelling.memory import SpellingMemory

SEARCHING = "Suggesties zoeken …"
NOTHING = "Geen suggesties"
ADD = "Toevoegen aan woordenlijst"
ADD_FOR_CLIENT = "Toevoegen voor deze klant"
LEAVE_WORD = "Negeren"


class Place(NamedTuple):
    """A misspelt word in a field, in Qt's counting."""

    start: int
    end: int
    word: str


class Underlined(Protocol):
    """What draws the waves of a field."""

    def at(self, place: int) -> Place | None:
        """The misspelt word there."""
        ...

    def replace(self, place: Place, word: str) -> None:
        """Put another word there."""
        ...

    def deleteLater(self) -> None:
        """Stop drawing."""
        ...


class SpellingMenu(QObject):
    """Adds to a field's own menu when it opens over a misspelt word."""

    def __init__(
        self,
        desk: Desk,
        memory: SpellingMemory,
        widget: QPlainTextEdit | QTextEdit | QLineEdit,
        underline: Underlined,
        *,
        with_client: bool,
    ) -> None:
        super().__init__(widget)
        self.underline = underline
        self._desk = desk
        self._memory = memory
        self._widget = widget
        self._with_client = with_client
        widget.installEventFilter(self)
        if isinstance(widget, QAbstractScrollArea):
            widget.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QContextMenuEvent):
            return False
        place = self._place(event)
        if place is None:
            return False
        self.menu(place).popup(event.globalPos())
        return True

    def menu(self, place: Place) -> QMenu:
        """The field's menu with what can be done about a word above it."""
        menu = self._widget.createStandardContextMenu()
        menu.setParent(self._widget, menu.windowFlags())
        menu.aboutToHide.connect(menu.deleteLater)
        first = next(iter(menu.actions()), None)

        def put(text: str, *, enabled: bool = True) -> QAction:
            action = QAction(text, menu)
            action.setEnabled(enabled)
            if first is None:
                menu.addAction(action)
            else:
                menu.insertAction(first, action)
            return action

        searching = put(SEARCHING, enabled=False)
        menu.insertSeparator(first) if first else menu.addSeparator()
        put(ADD).triggered.connect(lambda: self._memory.add(place.word, for_client=False))
        if self._with_client:
            put(ADD_FOR_CLIENT).triggered.connect(
                lambda: self._memory.add(place.word, for_client=True)
            )
        put(LEAVE_WORD).triggered.connect(lambda: self._memory.pass_over(place.word))
        menu.insertSeparator(first) if first else menu.addSeparator()
        self._suggest(menu, searching, place)
        return menu

    def _suggest(self, menu: QMenu, searching: QAction, place: Place) -> None:
        speller = self._memory.speller
        if speller is None or self._widget.isReadOnly():
            searching.setVisible(False)
            return

        def found(words: tuple[str, ...]) -> None:
            if not shiboken6.isValid(menu):
                return
            for word in words:
                action = QAction(word, menu)
                action.triggered.connect(lambda _=False, w=word: self.underline.replace(place, w))
                menu.insertAction(searching, action)
            searching.setText(NOTHING)
            searching.setVisible(not words)

        self._desk.background.run(speller.suggest, place.word, done=found, owner=menu)

    def _place(self, event: QContextMenuEvent) -> Place | None:
        field = self._widget
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        if isinstance(field, QLineEdit):
            at = field.cursorPosition() if by_key else field.cursorPositionAt(event.pos())
        else:
            point: QPoint = event.pos()
            cursor = field.textCursor() if by_key else field.cursorForPosition(point)
            at = cursor.position()
        return self.underline.at(at)

"""Choosing a client by typing a piece of the name, or making a new one in place."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gesprekshulp.domain.ids import ClientId
from gesprekshulp.services import planning
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.widgets.buttons import LinkButton
from gesprekshulp.ui.widgets.completer import NameCompleter
from gesprekshulp.ui.widgets.fields import TextField
from gesprekshulp.ui.widgets.labels import Muted


class _Field(TextField):
    entered = Signal()
    left = Signal()
    offer_taken = Signal()

    offers_new: bool = False

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        if self.offers_new and arg__1.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Otherwise Enter would save the form, which refuses a name that nobody knows.
            self.offer_taken.emit()
            return
        super().keyPressEvent(arg__1)

    def focusInEvent(self, arg__1: QFocusEvent) -> None:
        self.entered.emit()
        super().focusInEvent(arg__1)

    def focusOutEvent(self, arg__1: QFocusEvent) -> None:
        super().focusOutEvent(arg__1)
        if arg__1.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class ClientPicker(QWidget):
    """A field that finds clients. `chosen` gives a ClientId, `new_asked` a name not known yet."""

    chosen = Signal(str)
    new_asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ids: dict[str, ClientId] | None = None
        self._value: ClientId | None = None
        self._shown = ""
        self._new = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.edit = _Field(placeholder="zoek een klant op naam", name="Klant")
        self._names = QStringListModel(self)
        self._completer = NameCompleter(self._names, self)
        self._completer.activated.connect(self._pick)
        self.edit.setCompleter(self._completer)
        self.edit.entered.connect(self._load)
        self.edit.left.connect(self._settle)
        self.edit.textEdited.connect(self._typed)
        self.edit.returnPressed.connect(self._settle)
        self.edit.offer_taken.connect(self._make_new)
        column.addWidget(self.edit)
        self.new_button = LinkButton("", icon="plus")
        self.new_button.clicked.connect(self._make_new)
        self.new_button.hide()
        column.addWidget(self.new_button)
        self.note = Muted()
        self.note.hide()
        column.addWidget(self.note)
        self.setFocusProxy(self.edit)

    def value(self) -> ClientId | None:
        """The chosen client."""
        return self._value

    def new_name(self) -> str:
        """The name of the client that has to be made, or ""."""
        return self._new

    def is_unknown(self) -> bool:
        """Whether something is typed that is no client, and no new one was asked for."""
        return bool(self.edit.text().strip()) and self._value is None and not self._new

    def set_client(self, id: ClientId | None, name: str) -> None:
        """Show a client, without telling so."""
        self._value = id
        self._new = ""
        self._shown = name
        self.edit.setText(name)
        self.edit.setCursorPosition(0)  # the beginning of a long name
        self._offer_new(False)
        self.note.hide()

    def refresh(self) -> None:
        """Read the names again when they are asked for next."""
        self._ids = None

    def _load(self) -> None:
        if self._ids is None:
            self._ids = planning.client_names(self._desk.archive)
            self._names.setStringList(list(self._ids))

    def _find(self, text: str) -> tuple[str, ClientId] | None:
        wanted = text.strip().casefold()
        known = (self._ids or {}).items()
        return next(((name, id) for name, id in known if name.casefold() == wanted), None)

    def _typed(self, text: str) -> None:
        self._load()
        self._new = ""
        self.note.hide()
        found = self._find(text)
        self._value = found[1] if found else None
        name = text.strip()
        self.new_button.set_label(f"Nieuwe klant “{name}” maken")
        self._offer_new(bool(name) and found is None)

    def _offer_new(self, offered: bool) -> None:
        self.new_button.setVisible(offered)
        self.edit.offers_new = offered

    def _pick(self, name: str) -> None:
        self.edit.setText(name)
        self._typed(name)
        self._settle()

    def _settle(self) -> None:
        """Tell what was chosen once the field is left or a name is picked."""
        found = self._find(self.edit.text()) if self._ids is not None else None
        if found is None:
            return
        name, id = found
        if name != self._shown:
            self.set_client(id, name)
            self.chosen.emit(id)

    def _make_new(self) -> None:
        name = self.edit.text().strip()
        self._new = name
        self._offer_new(False)
        self.note.setText(f"“{name}” wordt als nieuwe klant gemaakt.")
        self.note.show()
        self.new_asked.emit(name)

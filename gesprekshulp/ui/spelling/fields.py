"""Spelling in every text field of the program: a field gets it when it is first typed in.

The shared fields (`ui/widgets/fields.py`, and the bare ones of Voorbereiden and Gesprek) say with
the property SPELLED that words are written in them; names, addresses and numbers do not. A page
about one client says so with the property CLIENT, so that the words of that client count.

Nothing of the dictionary is imported or loaded before the first key in such a field, or before a
report is read for remarks.
"""

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from gesprekshulp.domain.ids import ClientId
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.widgets.fields import CLIENT, SPELLED

_ATTACHED = "spelling_of"
_Field = QLineEdit | QPlainTextEdit | QTextEdit


class FieldSpelling(QObject):
    """Follows the focus, and gives fields their waves and suggestions."""

    def __init__(self, desk: Desk, app: QApplication) -> None:
        super().__init__(desk)
        self._desk = desk
        self._app = app
        self._waiting: _Field | None = None
        app.focusChanged.connect(self._moved)
        self._moved(None, app.focusWidget())

    def stop(self) -> None:
        """Follow the focus no longer: the window closes."""
        self._app.focusChanged.disconnect(self._moved)
        self._moved(None, None)

    def _moved(self, _: QWidget | None, now: QWidget | None) -> None:
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            if shiboken6.isValid(waiting):
                waiting.textChanged.disconnect(self._typed)
        if not isinstance(now, _Field) or not now.property(SPELLED):
            return
        if self._is_ready():
            self._attach(now)
        else:
            self._waiting = now
            now.textChanged.connect(self._typed)

    def _typed(self) -> None:
        field, self._waiting = self._waiting, None
        if field is not None:
            field.textChanged.disconnect(self._typed)
            self._attach(field)

    def _is_ready(self) -> bool:
        """Whether somebody has asked for spelling already, so that the next field costs nothing."""
        return self._desk.findChild(QObject, "spelling") is not None

    def _attach(self, field: _Field) -> None:
        client_id = client_of(field)
        wanted = str(client_id or "-")
        if field.property(_ATTACHED) == wanted:
            return
        from gesprekshulp.ui.spelling.underline import attach_spelling

        field.setProperty(_ATTACHED, wanted)
        attach_spelling(self._desk, field, client_id)


def client_of(widget: QWidget) -> ClientId | None:
    """The client whose page a widget stands on, or whose page opened the dialog it stands in."""
    above: QWidget | None = widget
    while above is not None:
        if client_id := above.property(CLIENT):
            return ClientId(str(client_id))
        above = above.parentWidget()
    return None

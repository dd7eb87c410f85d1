"""The dialog behind "nieuw" and "wijzigen": fields, and a sentence under what is wrong."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Self

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.ui.theme.palette import set_surface
from gesprekshulp.ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from gesprekshulp.ui.widgets.cards import Scroll, Separator
from gesprekshulp.ui.widgets.check import Check
from gesprekshulp.ui.widgets.dates import DateField, Reader, TimeField
from gesprekshulp.ui.widgets.fields import ComboField, LabelledField, TextArea, TextField
from gesprekshulp.ui.widgets.fold import Fold
from gesprekshulp.ui.widgets.labels import Muted, Section, Text

TEXT, LONG, CHOICE, DATE, TIME, NUMBER, YES_NO = (
    "text",
    "long",
    "choice",
    "date",
    "time",
    "number",
    "yes_no",
)

# Names, addresses and numbers: their spelling is nobody's business.
_NO_WORDS = frozenset(
    ("name", "who", "person", "by", "street", "postal_code", "city", "place", "phone", "mobile",
     "email", "website", "hours")
)  # fmt: skip

REMOVED = "verwijderd"
"""The one key of what `ask` gives when the thing itself has to go."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form.

    `kind` is TEXT, LONG, CHOICE (with `options` of (value, words)), DATE (with `reader` and
    `today`), TIME, NUMBER or YES_NO. `required` is the sentence shown when it is left empty.
    `half` puts two such fields beside each other. `more` puts it under "Meer gegevens". `section`
    is a heading that stands above it.
    """

    key: str
    label: str
    kind: str = TEXT
    required: str = ""
    options: Sequence[tuple[object, str]] = ()
    placeholder: str = ""
    hint: str = ""
    help: str = ""
    half: bool = False
    more: bool = False
    section: str = ""
    reader: Reader | None = None
    today: Callable[[], date] | None = None


class FormDialog(QDialog):
    """A form with Opslaan and Annuleren. Values go in and out as a dict by the fields' keys.

    A text comes back stripped, a number as int or None, a date and a time as such or None.
    `problems` may be overridden, or given as `check`, for rules over more than one field: it
    returns a sentence by key. Ctrl+Enter saves from any field. With `remove` (the words on the
    button) the thing can be removed from here: `ask` then gives `{REMOVED: True}`. With `unfold`
    the fields under "Meer gegevens" are seen at once. `first` is the key of the field that gets the
    focus, when that is another than the first.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        fields: Sequence[Field],
        values: Mapping[str, Any] | None = None,
        *,
        check: Callable[[dict[str, Any]], Mapping[str, str]] | None = None,
        save: str = "Opslaan",
        remove: str = "",
        width: int = 480,
        intro: str = "",
        unfold: bool = False,
        first: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        set_surface(self, "surface")
        self._fields = tuple(fields)
        self._check = check
        self._widgets: dict[str, QWidget] = {}
        self._labelled: dict[str, LabelledField] = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        scroll = Scroll("surface", margins=(24, 20, 24, 20))
        self.column = scroll.column
        self.column.setSpacing(16)
        self.column.addWidget(Section(title))
        if intro:
            self.column.addWidget(Muted(intro, size=14, wrap=True))
        self.fold: Fold | None = None
        self._build(values or {})
        self.column.addStretch(1)
        outer.addWidget(scroll, 1)
        outer.addWidget(Separator())
        bar = QHBoxLayout()
        # The words of the button to remove stand under those of the fields.
        bar.setContentsMargins(24 - QuietButton.padding, 12, 24, 12)
        bar.setSpacing(8)
        self._removed = False
        self.remove_button = QuietButton(remove)
        self.remove_button.setVisible(bool(remove))
        self.remove_button.clicked.connect(self._remove)
        bar.addWidget(self.remove_button)
        self.save_button = PrimaryButton(save)
        self.save_button.setDefault(True)
        self.cancel_button = SecondaryButton("Annuleren")
        bar.addStretch(1)
        bar.addWidget(self.cancel_button)
        bar.addWidget(self.save_button)
        outer.addLayout(bar)
        self.save_button.clicked.connect(self._save)
        self.cancel_button.clicked.connect(self.reject)
        QShortcut(QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Return), self, self._save)
        self.resize(width, 320)
        # A sentence that appears is laid out first, and then the dialog can be made as high.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._fit)
        if self.fold is not None:
            self.fold.unfolded.connect(self._show_more)
            if unfold:
                self.fold.unfold()
        self._fit()
        self._timer.start(0)
        # What appears later, such as the offer to make a client, makes the dialog higher as well.
        self._inside = scroll.holder
        self._inside.installEventFilter(self)
        if self._fields:
            self._widgets[first or self._fields[0].key].setFocus()

    @classmethod
    def ask(cls, *args: Any, **named: Any) -> dict[str, Any] | None:
        """Show the form and give its values, or None when it was cancelled."""
        dialog = cls(*args, **named)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        values = dialog.values() if accepted else None
        dialog.deleteLater()
        return values

    def field(self, key: str) -> Any:
        """The widget of a field."""
        return self._widgets[key]

    def labelled(self, key: str) -> LabelledField:
        """A field with its label and its sentence, for instance to hide it."""
        return self._labelled[key]

    def values(self) -> dict[str, Any]:
        """What is filled in now."""
        if self._removed:
            return {REMOVED: True}
        return {field.key: _value(field, self._widgets[field.key]) for field in self._fields}

    def problems(self, values: dict[str, Any]) -> Mapping[str, str]:
        """A sentence by key for each field that is not right."""
        return self._check(values) if self._check else {}

    def with_values(self, values: Mapping[str, Any]) -> Self:
        """Fill these values in; the other fields stay as they are."""
        for field in self._fields:
            if field.key in values:
                _fill(field, self._widgets[field.key], values[field.key])
        return self

    def eventFilter(self, o: QObject, e: QEvent) -> bool:
        if o is self._inside and e.type() is QEvent.Type.LayoutRequest:
            self._timer.start(0)
        return super().eventFilter(o, e)

    def _fit(self) -> None:
        """As high as the fields need, up to what fits on a small laptop.

        What is seen already never gets lower, and stays within the screen: buttons that move up and
        down with every key are hard to hit.
        """
        self.column.activate()
        wide = self.width()
        wraps = self.column.hasHeightForWidth()
        need = self.column.totalHeightForWidth(wide) if wraps else self.column.sizeHint().height()
        shown = self.height() if self.isVisible() else 0
        self.resize(wide, max(shown, min(680, max(200, need + 57))))
        if self.isVisible():
            room = self.screen().availableGeometry()
            below = self.frameGeometry().bottom() - room.bottom()
            if below > 0:
                self.move(self.x(), max(room.top(), self.y() - below))

    def _build(self, values: Mapping[str, Any]) -> None:
        column, pair, checks = self.column, None, None
        for field in self._fields:
            if field.more and self.fold is None:
                self.fold = Fold("Meer gegevens")
                _close(pair)
                self.column.addWidget(self.fold)
                column, pair = self.fold.column, None
            if field.section:
                column.addSpacing(4)
                column.addWidget(Text(field.section, weight=600))
            holder = self._labelled_field(field, values)
            if field.kind != YES_NO or field.half:
                checks = None
            elif checks is None:
                # Checks that follow each other stand together.
                _close(pair)
                checks, pair = QVBoxLayout(), None
                checks.setSpacing(0)
                column.addLayout(checks)
            if checks is not None:
                checks.addWidget(holder)
            elif not field.half:
                _close(pair)
                pair = None
                column.addWidget(holder)
            elif pair is None:
                pair = QHBoxLayout()
                pair.setSpacing(16)
                pair.addWidget(holder, 1, Qt.AlignmentFlag.AlignTop)
                column.addLayout(pair)
            else:
                pair.addWidget(holder, 1, Qt.AlignmentFlag.AlignTop)
                pair = None
        _close(pair)

    def _labelled_field(self, field: Field, values: Mapping[str, Any]) -> LabelledField:
        widget = _make(field)
        self._widgets[field.key] = widget
        if isinstance(widget, DateField):
            # Two readings of a term stand below it as two buttons.
            widget.changed.connect(lambda _: self._timer.start(0))
        if field.key in values:
            _fill(field, widget, values[field.key])
        # A check says its own words.
        label = "" if field.kind == YES_NO else field.label
        holder = LabelledField(label, widget, hint=field.hint, help_=field.help)
        holder.label.setVisible(bool(label))
        self._labelled[field.key] = holder
        return holder

    def _show_more(self) -> None:
        next(self._widgets[field.key] for field in self._fields if field.more).setFocus()
        self._timer.start(0)

    def _remove(self) -> None:
        self._removed = True
        self.accept()

    def _save(self) -> None:
        values = self.values()
        wrong = dict(self.problems(values))
        for field in self._fields:
            sentence = self._own_problem(field, values[field.key])
            if sentence and self._labelled[field.key].isVisibleTo(self):
                wrong[field.key] = sentence
        for key, holder in self._labelled.items():
            holder.set_problem(wrong.get(key, ""))
        self._timer.start(0)
        first = next((field.key for field in self._fields if field.key in wrong), None)
        if first is None:
            self.accept()
        else:
            self._widgets[first].setFocus()

    def _own_problem(self, field: Field, value: Any) -> str:
        widget = self._widgets[field.key]
        if isinstance(widget, DateField) and not widget.is_readable():
            return "Kies een dag, bijvoorbeeld 27-11 of volgende week vrijdag."
        if isinstance(widget, TimeField) and not widget.is_readable():
            return "Geef een tijd, bijvoorbeeld 10:30."
        if field.kind == NUMBER and isinstance(widget, TextField):
            typed = widget.text().strip()
            if typed and not (typed.isascii() and typed.isdigit()):
                return "Geef een heel getal, bijvoorbeeld 15."
        return field.required if field.required and value in (None, "") else ""


def _close(pair: QHBoxLayout | None) -> None:
    """A half field alone stays half."""
    if pair is not None:
        pair.addSpacing(pair.spacing())
        pair.addStretch(1)


def _make(field: Field) -> QWidget:
    name = field.label
    match field.kind:
        case "long":
            return TextArea(placeholder=field.placeholder, name=name, least=3)
        case "choice":
            return ComboField(field.options, name=name)
        case "date":
            assert field.reader is not None
            assert field.today is not None
            return DateField(
                field.reader, field.today, placeholder=field.placeholder or "welke dag?", name=name
            )
        case "time":
            return TimeField(name=name)
        case "yes_no":
            return Check(field.label)
        case _:
            spelled = field.kind != NUMBER and field.key not in _NO_WORDS
            return TextField(placeholder=field.placeholder, name=name, spelled=spelled)


def _value(field: Field, widget: QWidget) -> Any:
    match widget:
        case DateField():
            return widget.day()
        case TimeField():
            return widget.value()
        case ComboField():
            return widget.value()
        case Check():
            return widget.isChecked()
        case TextArea() | TextField():
            text = widget.text().strip()
            if field.kind == NUMBER:
                return int(text) if text.isascii() and text.isdigit() else None
            return text
        case _:
            raise TypeError(f"no value in {widget!r}")


def _fill(field: Field, widget: QWidget, value: Any) -> None:
    match widget:
        case DateField():
            assert value is None or isinstance(value, date)
            widget.set_day(value)
        case TimeField():
            assert value is None or isinstance(value, time)
            widget.set_time(value)
        case ComboField():
            widget.set_value(value)
        case Check():
            widget.setChecked(bool(value))
        case TextArea() | TextField():
            widget.setText("" if value is None else str(value))
        case _:
            raise TypeError(f"cannot fill {field.key}")

"""Fields: one frame of 32 high, a label above, a sentence below when something is wrong."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import (
    QDragEnterEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from gesprekshulp.ui.theme import icons
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colours
from gesprekshulp.ui.theme.tokens import RADIUS, SIZE
from gesprekshulp.ui.widgets.labels import IconLabel, KeyCap, Label, Muted, Text
from gesprekshulp.ui.widgets.painting import box

SPELLED = "spelled"
"""The property of a field in which words are written, whose spelling is checked."""

CLIENT = "client_id"
"""The property of a page that is about one client: the identifier."""

_COMBO_MARGINS = 52  # the padding before the words, and the arrow behind them


def set_flag(widget: QWidget, name: str, value: bool) -> None:
    """Set a property the stylesheet looks at, and let the style look again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class TextField(QLineEdit):
    """A line of text. `spelled` is False for a name, an address or a number."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        placeholder: str = "",
        name: str = "",
        spelled: bool = True,
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("field", True)
        self.setProperty(SPELLED, spelled)
        self.setFont(font())
        self.setPlaceholderText(placeholder)
        if name:
            self.setAccessibleName(name)

    def dragEnterEvent(self, arg__1: QDragEnterEvent) -> None:
        # A dropped file is for the page around it; its path is no text.
        if arg__1.mimeData().hasUrls():
            arg__1.ignore()
        else:
            super().dragEnterEvent(arg__1)


class TextArea(QPlainTextEdit):
    """Text of several lines that grows with what is typed, from `least` to `most` lines.

    Tab goes to the next field, as everywhere. `bare` leaves the frame out.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        placeholder: str = "",
        name: str = "",
        least: int = 2,
        most: int = 12,
        bare: bool = False,
    ) -> None:
        super().__init__(parent)
        self._least = least
        self._most = most
        self._bare = bare
        self.setProperty("bare" if bare else "field", True)
        self.setProperty(SPELLED, True)
        self.setFont(font())
        self.setTabChangesFocus(True)
        # A word that is too long for the line is broken.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0 if bare else 4)
        if bare:
            self.viewport().setAutoFillBackground(False)
        if name:
            self.setAccessibleName(name)
        self.setPlainText(text)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def dragEnterEvent(self, e: QDragEnterEvent) -> None:
        if e.mimeData().hasUrls():
            e.ignore()
        else:
            super().dragEnterEvent(e)

    def text(self) -> str:
        """What is in it."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Put other text in it; nothing happens when it is the same, so the cursor stays."""
        if text != self.toPlainText():
            self.setPlainText(text)

    def _line(self) -> int:
        return max(QFontMetrics(self.font()).lineSpacing(), 17)

    def _frame(self) -> int:
        return 0 if self._bare else 16

    def _grow(self) -> None:
        # A plain text document gives its height in lines, wrapped ones included.
        lines = int(self.document().documentLayout().documentSize().height())
        policy = Qt.ScrollBarPolicy
        bar = policy.ScrollBarAsNeeded if lines > self._most else policy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        lines = min(max(lines, self._least), self._most)
        self.setFixedHeight(lines * self._line() + self._frame())

    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self._grow()


class ComboField(QComboBox):
    """A choice out of a list of (value, words). Wheel turns do nothing while it is closed."""

    def __init__(
        self,
        options: Sequence[tuple[object, str]] = (),
        parent: QWidget | None = None,
        *,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self.setProperty("field", True)
        self.setFont(font())
        if name:
            self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Only this delegate lets the stylesheet draw the list that drops down.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Offer these choices; the chosen one stays when it is among them."""
        before = self.value()
        self.blockSignals(True)
        self.clear()
        for value, words in options:
            self.addItem(words, value)
        self.blockSignals(False)
        if before is not None:
            self.set_value(before)

    def value(self) -> object:
        """The value of what is chosen, or None."""
        return self.currentData()

    def set_value(self, value: object) -> None:
        """Choose a value; nothing happens when it is not in the list."""
        for index in range(self.count()):
            if self.itemData(index) == value:
                self.setCurrentIndex(index)
                return

    def wheelEvent(self, e: QEvent) -> None:  # type: ignore[override]
        e.ignore()

    def paintEvent(self, e: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        # Qt only cuts words that are too long off.
        words = option.currentText
        room = self.width() - _COMBO_MARGINS
        option.currentText = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        self.setToolTip("" if option.currentText == words else words)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        c = colours(self)
        icons.paint(painter, "omlaag", c.muted, self.width() - 26, (self.height() - 16) / 2, 16)
        painter.end()


class Frame(QWidget):
    """A frame that looks like a field and lights up when what is inside has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside: QWidget | None = None

    def watch(self, inside: QWidget) -> None:
        """Light up with this widget, and hand it the focus."""
        self._inside = inside
        self.setFocusProxy(inside)
        inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        focused = self._inside is not None and self._inside.hasFocus()
        edge, width = (c.accent, 2) if focused else (c.line_strong, 1)
        fill = c.surface if self.isEnabled() else c.sunken
        box(painter, self.rect(), fill, edge, RADIUS.control, width)
        painter.end()


class GoalField(Frame):
    """The goal: a fixed opening line and the rest of the sentence under it, in one frame."""

    changed = Signal()
    OPENING = "Aan het einde van dit gesprek …"

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 8)
        column.setSpacing(2)
        self.opening = Muted(self.OPENING, size=14)
        self.editor = TextArea(
            text,
            least=2,
            most=6,
            bare=True,
            name="Doel: aan het einde van dit gesprek",
            placeholder="heeft de klant gekozen tussen … en weten we wie …",
        )
        column.addWidget(self.opening)
        column.addWidget(self.editor)
        self.watch(self.editor)
        self.editor.textChanged.connect(self.changed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """The goal without its opening."""
        return self.editor.toPlainText().strip()

    def setText(self, text: str) -> None:
        """Show another goal."""
        self.editor.setText(text)


class SearchField(Frame):
    """A field to find or filter with an icon before it and the name of its key behind it.

    `typed` gives each new text at once; Esc empties the field; the arrow down asks for the list.
    """

    typed = Signal(str)
    down = Signal()
    entered = Signal()

    def __init__(
        self, placeholder: str, parent: QWidget | None = None, *, key: str = "", name: str = ""
    ) -> None:
        super().__init__(parent)
        self.setFixedHeight(SIZE.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 1, 6, 1)
        row.setSpacing(6)
        self.edit = QLineEdit()
        self.edit.setProperty("bare", True)
        self.edit.setFont(font())
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(name or placeholder)
        row.addWidget(IconLabel("zoeken", size=16))
        row.addWidget(self.edit, 1)
        if key:
            row.addWidget(KeyCap(key))
        self.watch(self.edit)
        self.edit.textChanged.connect(self.typed)

    def text(self) -> str:
        """What is typed."""
        return self.edit.text()

    def setText(self, text: str) -> None:
        """Put a text in it."""
        self.edit.setText(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key == Qt.Key.Key_Escape and self.edit.text():
                self.edit.clear()
                return True
            if key == Qt.Key.Key_Down:
                self.down.emit()
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.entered.emit()
                return True
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return QSize(240, SIZE.field)


class LabelledField(QWidget):
    """A label above a field, a hint beside the label, and a sentence below when it is wrong."""

    def __init__(
        self,
        label: str,
        field: QWidget,
        parent: QWidget | None = None,
        *,
        hint: str = "",
        help_: str = "",
    ) -> None:
        super().__init__(parent)
        self.field = field
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        self.label = Label(label)
        self.label.setBuddy(field)
        self.hint = Muted(hint)
        head.addWidget(self.label)
        head.addWidget(self.hint)
        head.addStretch(1)
        column.addLayout(head)
        self.hint.setVisible(bool(hint))
        column.addWidget(field)
        self._help = Muted(help_, wrap=True)
        self._help.setVisible(bool(help_))
        column.addWidget(self._help)
        self._wrong = QWidget()
        row = QHBoxLayout(self._wrong)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel("let-op", role="text", size=16), 0, Qt.AlignmentFlag.AlignTop)
        self._sentence = Text(size=12, weight=500, wrap=True)
        row.addWidget(self._sentence, 1)
        self._wrong.hide()
        column.addWidget(self._wrong)
        if not field.accessibleName():
            field.setAccessibleName(label)
        # What was wrong is being mended: the sentence goes, and comes back when it is not.
        for name in ("textEdited", "textChanged", "changed", "activated"):
            signal = getattr(field, name, None)
            if isinstance(signal, SignalInstance):
                signal.connect(lambda *_: self.problem() and self.set_problem(""))

    def set_problem(self, sentence: str) -> None:
        """Show what is wrong under the field, or nothing when the sentence is empty."""
        self._sentence.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence)
        set_flag(self.field, "wrong", bool(sentence))

    def problem(self) -> str:
        """The sentence shown now, or ""."""
        return self._sentence.text()

    def set_help(self, sentence: str) -> None:
        """Show a muted sentence under the field."""
        self._help.setText(sentence)
        self._help.setVisible(bool(sentence))

"""The rows of Nakijken: what was found, where, why, and what can be done about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from gesprekshulp.domain.remark import Remark, RemarkKind
from gesprekshulp.domain.report import PartKind
from gesprekshulp.domain.report_problems import Problem
from gesprekshulp.ui.appointment.report_parts import NAMES
from gesprekshulp.ui.theme.palette import ROLE, colour, colours
from gesprekshulp.ui.widgets.badges import Badge
from gesprekshulp.ui.widgets.buttons import LinkButton, SecondaryButton
from gesprekshulp.ui.widgets.flow import FlowLayout
from gesprekshulp.ui.widgets.labels import ElidedLabel, Muted, Span, SpanLabel, Text
from gesprekshulp.ui.widgets.painting import box

FIX_KEY, SKIP_KEY = "F8", "Shift+F8"
_SHORT = 22
_OTHERS = 3
_LINE = 1
"""Below a row, between it and the next."""
_FILLED_IN = ("dag-klopt-niet", "naam-bijna-goed", "anders-dan-register", "vaktaal")


@dataclass(frozen=True, slots=True)
class Found:
    """A remark as a row: with the name of its part, and what the row can do.

    `suggestions` are words for a misspelt one; None while they are being looked for. `can_put` is
    False where other words cannot be put in place from here.
    """

    remark: Remark
    place: str
    suggestions: tuple[str, ...] | None = None
    can_put: bool = True
    with_client: bool = False
    is_skipped: bool = False

    @property
    def fix(self) -> str | None:
        """The words that the first button puts in place."""
        if not self.can_put:
            return None
        if self.remark.kind is RemarkKind.SPELLING:
            return self.suggestions[0] if self.suggestions else None
        return self.remark.fix


def key_of(item: Problem | Found) -> str:
    """By which a row is found again after the report was read anew."""
    if isinstance(item, Problem):
        return f"probleem:{item.kind}:{item.sentence}"
    remark = item.remark
    return f"{remark.part}:{remark.row}:{remark.start}:{remark.key}"


class _Row(QWidget):
    """A row that can be made the active one by a click or by the keyboard."""

    activated = Signal()

    def __init__(self, badge: str, place: str) -> None:
        super().__init__()
        self._is_active = False
        self.setAutoFillBackground(True)
        self.setBackgroundRole(ROLE["surface"])
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 12, 20, 12 + _LINE)
        self.column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Badge(badge))
        where = ElidedLabel(
            place,
            size=12,
            role="muted",
            align=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
        )
        head.addWidget(where, 1)
        self.column.addLayout(head)
        self.buttons: FlowLayout | None = None

    @property
    def main(self) -> SecondaryButton | None:
        """The button that does what helps most."""
        return self.findChild(SecondaryButton)

    def set_active(self, active: bool) -> None:
        """Show whether this is the row that the paper points at."""
        if active != self._is_active:
            self._is_active = active
            self.setBackgroundRole(ROLE["accent_soft" if active else "surface"])
            self.update()

    def add_buttons(self, buttons: Iterable[QWidget]) -> None:
        """Put buttons below the words, on as many lines as they need."""
        holder = QWidget()
        self.buttons = FlowLayout(holder, gap=12)
        for button in buttons:
            self.buttons.addWidget(button)
        self.column.addWidget(holder)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.activated.emit()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        main = self.main
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and main is not None:
            main.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.activated.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        c = colours(self)
        painter = QPainter(self)
        painter.fillRect(0, self.height() - _LINE, self.width(), _LINE, colour(c.line))
        if self.hasFocus():
            box(painter, self.rect().adjusted(2, 2, -2, -2 - _LINE), None, c.accent, 6, 2)
        painter.end()


class ProblemRow(_Row):
    """Something that is missing: what it is, where, and one button that helps."""

    mend = Signal()
    jump = Signal()

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.word, NAMES[problem.kind])
        self.problem = problem
        self.shows: Problem | Found = problem
        self.key = key_of(problem)
        self.column.addWidget(Text(problem.sentence, wrap=True))
        self.setAccessibleName(f"{problem.word}, {NAMES[problem.kind]}: {problem.sentence}")
        if problem.blocks:
            self.column.addWidget(
                Muted("Zonder dag kan het verslag niet verstuurd worden.", wrap=True)
            )
        self.fix = SecondaryButton(_FIXES.get(problem.kind, "Invullen"), size="small")
        self.fix.setToolTip(f"{self.fix.label()} ({FIX_KEY})")
        self.fix.clicked.connect(lambda: self.mend.emit())
        buttons: list[QWidget] = [self.fix]
        if problem.kind in _FIXES:
            show = LinkButton("Tonen")
            show.clicked.connect(lambda: self.jump.emit())
            buttons.append(_in_line(show))
        self.add_buttons(buttons)


_FIXES = {PartKind.COMMITMENTS: "Dag kiezen", PartKind.FACTS: "Iedereen was er"}


class RemarkRow(_Row):
    """One remark.

    `put` gives words for its place, `edit` asks to write there oneself, `skip` to leave it out,
    `heed` to bring it back, `learn` to know the word from now on (True: for this client alone).
    """

    put = Signal(str)
    edit = Signal()
    skip = Signal()
    heed = Signal()
    learn = Signal(bool)

    def __init__(self, found: Found) -> None:
        remark = found.remark
        super().__init__(badge_of(remark), found.place)
        self.found = found
        self.shows: Problem | Found = found
        self.key = key_of(found)
        spans = spans_of(found)
        self.reason = SpanLabel(spans, wrap=True)
        self.setAccessibleName(f"{badge_of(remark)}, {found.place}: {self.reason.text()}")
        self.column.addWidget(self.reason)
        if remark.blocks and not found.is_skipped:
            self.column.addWidget(Muted("Zo kan het verslag niet weg.", wrap=True))
        others = (found.suggestions or ())[1 : 1 + _OTHERS] if found.fix is not None else ()
        if others and not found.is_skipped:
            self._add_others(others)
        self.add_buttons(self._buttons(found))

    def _add_others(self, words: tuple[str, ...]) -> None:
        """Other words that may have been meant, each to put in place by a click."""
        holder = QWidget()
        line = FlowLayout(holder, gap=8)
        line.addWidget(Muted("of", size=14))
        for word in words:
            other = LinkButton(word)
            other.setAccessibleName(f"“{self.found.remark.found}” wordt “{word}”")
            other.clicked.connect(lambda _=False, word=word: self.put.emit(word))
            line.addWidget(other)
        self.column.addWidget(holder)

    def _buttons(self, found: Found) -> Iterable[QWidget]:
        if found.is_skipped:
            back = LinkButton("Terugzetten")
            back.clicked.connect(lambda: self.heed.emit())
            yield _in_line(back)
            return
        remark, fix = found.remark, found.fix
        if fix is not None:
            first = SecondaryButton(fix_words(remark, fix), size="small")
            first.setAccessibleName(f"{first.label()}: “{remark.found}” wordt “{fix}”")
            first.clicked.connect(lambda: self.put.emit(fix))
        else:
            first = SecondaryButton(ACTS.get(remark.rule, "Aanpassen"), size="small")
            first.setAccessibleName(f"{first.label()}: “{_cut(remark.found)}”")
            first.clicked.connect(lambda: self.edit.emit())
        first.setToolTip(f"{first.label()} ({FIX_KEY})")
        yield first
        if remark.rule != "lek-intern":
            skip = LinkButton("Overslaan")
            skip.setAccessibleName(f"Overslaan: “{_cut(remark.found)}”")
            skip.setToolTip(f"In deze versie niet meer melden ({SKIP_KEY})")
            skip.clicked.connect(lambda: self.skip.emit())
            yield _in_line(skip)
        if remark.kind is RemarkKind.SPELLING:
            self.words = LinkButton("Toevoegen")
            self.words.setAccessibleName(f"“{remark.found}” toevoegen aan woordenlijst")
            self.words.setToolTip("Toevoegen aan woordenlijst")
            self.words.clicked.connect(self._choose_list)
            yield _in_line(self.words)

    def _choose_list(self) -> None:
        menu = self.list_menu()
        menu.popup(self.words.mapToGlobal(QPoint(0, self.words.height() + 4)))

    def list_menu(self) -> QMenu:
        """The lists of words in which this one can be kept."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction("Toevoegen aan woordenlijst").triggered.connect(
            lambda: self.learn.emit(False)
        )
        if self.found.with_client:
            menu.addAction("Toevoegen voor deze klant").triggered.connect(
                lambda: self.learn.emit(True)
            )
        return menu


ACTS = {
    "belofte-niet-in-register": "Vastleggen",
    "besluit-niet-in-register": "Vastleggen",
    "belofte-niet-in-verslag": "In het verslag",
    "besluit-niet-in-verslag": "In het verslag",
}
"""What the first button of a remark without a fix does, where that is not to write oneself."""


def badge_of(remark: Remark) -> str:
    """The kind of a remark in a word or two."""
    if remark.rule.startswith("besluit-"):
        return "Besluit"
    return "Vage belofte" if remark.rule == "vage-belofte" else remark.kind.value


def fix_words(remark: Remark, fix: str) -> str:
    """What the button of a fix says: the fix itself when that is short, "18 maart invullen"."""
    if remark.rule in _FILLED_IN and 0 < len(fix) <= _SHORT:
        return f"{fix} invullen"
    return "Verbeteren"


def spans_of(found: Found) -> tuple[Span, ...]:
    """The reason, with the words that were found, or those of the fix, in bold."""
    remark, fix = found.remark, found.fix
    if remark.kind is RemarkKind.SPELLING and fix is not None:
        return (Span(f"“{remark.found}”: bedoelt u "), Span(fix, bold=True), Span("?"))
    bold = fix if fix and fix in remark.reason else remark.found
    reason = remark.reason
    at = reason.find(bold) if bold else -1
    if at < 0:
        quoted = f" “{_cut(remark.found)}”" if remark.found and remark.rule == "lange-zin" else ""
        return (Span(reason), Span(quoted, role="muted"))
    last = at + len(bold)
    return (Span(reason[:at]), Span(reason[at:last], bold=True), Span(reason[last:]))


def _cut(words: str, most: int = 60) -> str:
    words = " ".join(words.split())
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def _in_line(link: LinkButton) -> QWidget:
    """A link as high as the buttons beside it."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 4, 0, 4)
    row.addWidget(link)
    return holder

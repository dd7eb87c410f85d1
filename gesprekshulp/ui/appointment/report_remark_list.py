"""Nakijken: one list of everything to look at again, and the keys to go through it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.remark import ROW_TITLE, Remark, RemarkKind
from gesprekshulp.domain.report import PartKind
from gesprekshulp.domain.report_problems import Problem
from gesprekshulp.services.checking import Checked
from gesprekshulp.services.checking_fixes import places_to_put
from gesprekshulp.services.reports import ReportView
from gesprekshulp.ui.appointment.report_checking import ReportChecking
from gesprekshulp.ui.appointment.report_parts import name_of
from gesprekshulp.ui.appointment.report_remarks import (
    FIX_KEY,
    SKIP_KEY,
    Found,
    ProblemRow,
    RemarkRow,
    key_of,
)
from gesprekshulp.ui.widgets.after_paint import AFTER_PAINT_MS
from gesprekshulp.ui.widgets.buttons import LinkButton
from gesprekshulp.ui.widgets.cards import Separator, clear_layout
from gesprekshulp.ui.widgets.labels import IconLabel, Muted, Section

_FACTS = frozenset(("naam-bijna-goed", "anders-dan-register", "u-en-je", "dag-klopt-niet"))
_AT_ONCE = 8  # as many as come in view; the rest is made when the page stands there
_A_TURN = 1  # a row that appears has the whole column laid out anew
_ALL_WELL = "Namen, bedragen en aanhef kloppen."


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the list shows; nothing is made anew when it is the same."""

    problems: tuple[Problem, ...]
    found: tuple[Found, ...]
    skipped: tuple[Found, ...]
    all_well: bool
    is_read: bool


class RemarkList(QWidget):
    """The list. What a row asks for comes out as a signal with its remark.

    `active_changed` gives the remark that the paper has to point at, or None.
    """

    mend = Signal(object)
    jump = Signal(object)
    put = Signal(object, str)
    edit = Signal(object)
    skip = Signal(object)
    heed = Signal(object)
    learn = Signal(object, bool)
    active_changed = Signal(object)
    row_shown = Signal(QWidget)

    def __init__(self, checking: ReportChecking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checking = checking
        self._view: ReportView | None = None
        self._checked: Checked | None = None
        self._shown: _Shown | None = None
        self._active = ""
        self._gone: set[Remark] = set()
        self._skipped_open = False
        self._items: list[Problem | Found] = []
        self._rows: list[ProblemRow | RemarkRow] = []
        self.skipped_rows: list[RemarkRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 20, 12)
        head.addWidget(Section("Nakijken"), 1)
        self.count = Muted(size=14)
        head.addWidget(self.count)
        column.addLayout(head)
        column.addWidget(Separator())
        self._column = QVBoxLayout()
        self._foot_column = QVBoxLayout()
        for part in (self._column, self._foot_column):
            part.setSpacing(0)
            column.addLayout(part)
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.setInterval(AFTER_PAINT_MS)
        self._more.timeout.connect(lambda: self._make_rows(_A_TURN))
        checking.found.connect(self._on_found)
        checking.suggested.connect(lambda _: self._show())

    # --- what there is ---

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """The remarks in the list, in its order."""
        return tuple(one.remark for one in self._items if isinstance(one, Found))

    @property
    def rows(self) -> list[ProblemRow | RemarkRow]:
        """The rows, all of them: those that were not made yet are made now."""
        if self._view is None:
            return []  # those of the report before are of no use to the one that comes
        self._make_rows(len(self._items))
        return self._rows

    @property
    def problem_rows(self) -> list[ProblemRow]:
        """The rows of what is missing."""
        return [row for row in self.rows if isinstance(row, ProblemRow)]

    def counts(self) -> dict[str, int]:
        """How many remarks each part has, by its identifier; what is missing is not counted."""
        return dict(Counter(remark.part for remark in self.remarks))

    @property
    def active(self) -> Remark | None:
        """The remark that the paper points at."""
        row = self._row_of(self._active)
        return row.found.remark if isinstance(row, RemarkRow) else None

    def show_report(self, view: ReportView) -> None:
        """Show what is missing in this report now; remarks follow when it has been read."""
        if self._view is not None and self._view.report.id != view.report.id:
            self._checked = None
            self._active = ""
        self._view = view
        self._show()

    def empty(self) -> None:
        """Forget the report; the rows are let go of when another is shown."""
        self._view = self._checked = self._shown = None
        self._active = ""
        self._items = []

    def _on_found(self, checked: Checked) -> None:
        self._checked = checked
        self._gone.clear()
        self._show()

    def _show(self) -> None:
        if self._view is None:
            return
        checked = self._checked
        places = places_to_put(self._view)
        found = tuple(
            self._found(one, places)
            for one in (checked.remarks if checked else ())
            if one not in self._gone
        )
        skipped = checked.skipped if checked else ()
        shown = _Shown(
            self._view.problems,
            found,
            tuple(self._found(one, places, is_skipped=True) for one in skipped),
            checked is not None
            and not any(one.remark.rule in _FACTS for one in found)
            and not (_FACTS & checked.off),
            checked is not None,
        )
        if shown != self._shown:
            self._shown = shown
            self._build(shown)

    def _found(
        self, remark: Remark, places: frozenset[tuple[str, str]], *, is_skipped: bool = False
    ) -> Found:
        view = self._view
        assert view is not None
        part = next((one for one in view.parts if one.id == remark.part), None)
        place = "Titel" if remark.row == ROW_TITLE else name_of(part) if part else "Verslag"
        made = Found(
            remark, place,
            can_put=(remark.part, remark.row) in places,
            with_client=view.sources.appointment.client_id is not None,
            is_skipped=is_skipped,
        )  # fmt: skip
        if remark.kind is not RemarkKind.SPELLING:
            return made
        return replace(made, suggestions=self._checking.suggestions(remark.found))

    def _build(self, shown: _Shown) -> None:
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        keys = [key_of(one) for one in self._items]
        place = keys.index(self._active) if self._active in keys else 0
        self._items = self._in_order(shown)
        there = {row.shows: row for row in self._rows}
        kept = set(self._items)
        for row in self._rows:
            if row.shows in kept:
                self._column.removeWidget(row)  # what stays the same is not made anew
        clear_layout(self._column)
        self._rows = []
        for item in self._items:
            # Those that were made stay, with those above them: the list never gets shorter.
            if len(self._rows) < _AT_ONCE or item in there:
                self._add_rows_until(item, there)
        count = len(self._items)
        self.count.setText(
            "" if not count else "1 opmerking" if count == 1 else f"{count} opmerkingen"
        )
        self._foot(shown)
        keys = [key_of(one) for one in self._items]
        if self._active and self._active not in keys:
            # The one that was active is mended: go on with what stands in its place.
            self._active = keys[min(place, count - 1)] if count else ""
        self._activate(self._row_of(self._active))
        if had_focus:
            # Never on to a button that happens to come next, such as "Ongedaan maken".
            (self._row_of(self._active) or self).setFocus()
        if len(self._rows) < count:
            self._more.start()

    def _add_rows_until(
        self, item: Problem | Found, there: dict[Problem | Found, ProblemRow | RemarkRow]
    ) -> None:
        for one in self._items[len(self._rows) :]:
            row = there.get(one)
            if row is None:
                row = self._problem_row(one) if isinstance(one, Problem) else self._remark_row(one)
                row.activated.connect(lambda row=row: self._activate(row))
            self._column.addWidget(row)
            self._rows.append(row)
            if one == item:
                return

    def _make_rows(self, number: int) -> None:
        """Make the next rows that were not in view; the rest at the next turn of the event loop."""
        upto = min(len(self._rows) + number, len(self._items))
        if upto > len(self._rows):
            self._add_rows_until(self._items[upto - 1], {})
        if upto < len(self._items):
            self._more.start()

    def _in_order(self, shown: _Shown) -> list[Problem | Found]:
        view = self._view
        assert view is not None
        order = {part.id: place for place, part in enumerate(view.parts)}
        kinds: dict[PartKind, int] = {}
        for place, part in enumerate(view.parts):
            kinds.setdefault(part.kind, place)

        def place_of(item: Problem | Found) -> int:
            if isinstance(item, Problem):
                return kinds.get(item.kind, 0)
            return order.get(item.remark.part, -1)

        return sorted((*shown.problems, *shown.found), key=place_of)

    def _problem_row(self, problem: Problem) -> ProblemRow:
        row = ProblemRow(problem)
        row.mend.connect(lambda: self.mend.emit(problem))
        row.jump.connect(lambda: self.jump.emit(problem))
        return row

    def _remark_row(self, found: Found) -> RemarkRow:
        row, remark = RemarkRow(found), found.remark
        row.put.connect(lambda words: self.put.emit(remark, words))
        row.edit.connect(lambda: self.edit.emit(remark))
        row.skip.connect(lambda: self.skip.emit(remark))
        row.heed.connect(lambda: self.heed.emit(remark))
        row.learn.connect(lambda for_client: self.learn.emit(remark, for_client))
        return row

    def _foot(self, shown: _Shown) -> None:
        clear_layout(self._foot_column)
        if shown.all_well:
            self._line("vink-cirkel", _ALL_WELL)
        elif shown.is_read and not self._items:
            self._line("vink-cirkel", "Niets gevonden.")
        elif not shown.is_read and not self._items:
            self._line("klok", "Het verslag wordt nagekeken …")
        self.skipped_rows = []
        count = len(shown.skipped)
        if count:
            words = (
                "1 opmerking overgeslagen" if count == 1 else f"{count} opmerkingen overgeslagen"
            )
            link = LinkButton(words, trailing="" if self._skipped_open else "omlaag")
            link.clicked.connect(self._toggle_skipped)
            self._foot_column.addLayout(_padded(link, top=12))
            if self._skipped_open:
                self._foot_column.addSpacing(8)
                self._foot_column.addWidget(Separator())
                self.skipped_rows = [self._remark_row(one) for one in shown.skipped]
                for row in self.skipped_rows:
                    self._foot_column.addWidget(row)
        if self._items:
            keys = Muted(f"F7 volgende · {FIX_KEY} verbeteren · {SKIP_KEY} overslaan", wrap=True)
            keys.setContentsMargins(20, 12, 20, 0)
            self._foot_column.addWidget(keys)

    def _line(self, icon: str, words: str) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(20, 16, 20, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(icon, role="accent" if icon == "vink-cirkel" else "muted"))
        row.addWidget(Muted(words, size=14, wrap=True), 1)
        self._foot_column.addLayout(row)

    def _toggle_skipped(self) -> None:
        self._skipped_open = not self._skipped_open
        if self._shown is not None:
            self._build(self._shown)

    # --- going through it ---

    def step(self, step: int) -> None:
        """Go to the next row (1) or the one before (-1), round and round."""
        rows = self.rows
        if not rows:
            return
        now = next((n for n, row in enumerate(rows) if row.key == self._active), None)
        place = (0 if step > 0 else -1) if now is None else (now + step) % len(rows)
        row = rows[place]
        row.show()  # one that was made just now is not yet, and would get no focus
        row.setFocus()
        self._activate(row)

    def take_fix(self) -> None:
        """Do what the first button of the active row does."""
        row = self._row_of(self._active)
        if row is not None and (main := row.main) is not None:
            main.click()

    def skip_active(self) -> None:
        """Leave the active remark out."""
        row = self._row_of(self._active)
        if isinstance(row, RemarkRow):
            self.skip.emit(row.found.remark)

    def activate(self, remark: Remark) -> None:
        """Make the row of a remark the active one, as when its words are clicked on the paper."""
        for row in self.rows:
            if isinstance(row, RemarkRow) and row.found.remark == remark:
                self._activate(row)

    def let_go(self, remark: Remark) -> None:
        """Take a row away at once; reading again will tell whether it is mended."""
        self._gone.add(remark)
        self._show()

    def _activate(self, row: ProblemRow | RemarkRow | None) -> None:
        self._active = row.key if row is not None else ""
        for other in self._rows:
            other.set_active(other is row)
        self.active_changed.emit(row.found.remark if isinstance(row, RemarkRow) else None)
        if row is not None:
            self.row_shown.emit(row)

    def _row_of(self, key: str) -> ProblemRow | RemarkRow | None:
        if not key:
            return None
        made = next((row for row in self._rows if row.key == key), None)
        return made or next((row for row in self.rows if row.key == key), None)


def _padded(widget: QWidget, *, top: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(20, top, 20, 0)
    row.addWidget(widget)
    row.addStretch(1)
    return row

"""Nakijken: one list of everything to look at again, and the keys to go through it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.remark import ROW_TITLE, Remark, RemarkKind
from gesprekshulp.domain.report import PartKind
from gesprekshulp.domain.report_problems import Problem
from gesprekshulp.services.checking import Checked
from gesprekshulp.services.checking_fixes import can_put
from gesprekshulp.services.reports import ReportView
from gesprekshulp.ui.appointment.report_checking import ReportChecking
from gesprekshulp.ui.appointment.report_parts import name_of
from gesprekshulp.ui.appointment.report_remarks import (
    FIX_KEY,
    SKIP_KEY,
    Found,
    ProblemRow,
    RemarkRow,
)
from gesprekshulp.ui.widgets.buttons import LinkButton
from gesprekshulp.ui.widgets.cards import Separator, clear_layout
from gesprekshulp.ui.widgets.labels import IconLabel, Muted, Section

_FACTS = frozenset(("naam-bijna-goed", "anders-dan-register", "u-en-je", "dag-klopt-niet"))
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
        self.rows: list[ProblemRow | RemarkRow] = []
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
        self._column.setSpacing(0)
        column.addLayout(self._column)
        checking.found.connect(self._on_found)
        checking.suggested.connect(lambda _: self._show())

    # --- what there is ---

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """The remarks in the list, in its order."""
        return tuple(row.found.remark for row in self.rows if isinstance(row, RemarkRow))

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

    def _on_found(self, checked: Checked) -> None:
        self._checked = checked
        self._gone.clear()
        self._show()

    def _show(self) -> None:
        if self._view is None:
            return
        checked = self._checked
        found = tuple(
            self._found(one)
            for one in (checked.remarks if checked else ())
            if one not in self._gone
        )
        skipped = checked.skipped if checked else ()
        shown = _Shown(
            self._view.problems,
            found,
            tuple(self._found(one, is_skipped=True) for one in skipped),
            checked is not None
            and not any(one.remark.rule in _FACTS for one in found)
            and not (_FACTS & checked.off),
            checked is not None,
        )
        if shown != self._shown:
            self._shown = shown
            self._build(shown)

    def _found(self, remark: Remark, *, is_skipped: bool = False) -> Found:
        view = self._view
        assert view is not None
        part = next((one for one in view.parts if one.id == remark.part), None)
        place = "Titel" if remark.row == ROW_TITLE else name_of(part) if part else "Verslag"
        made = Found(
            remark, place,
            can_put=can_put(view, remark),
            with_client=view.sources.appointment.client_id is not None,
            is_skipped=is_skipped,
        )  # fmt: skip
        if remark.kind is not RemarkKind.SPELLING:
            return made
        return replace(made, suggestions=self._checking.suggestions(remark.found))

    def _build(self, shown: _Shown) -> None:
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        place = next((n for n, row in enumerate(self.rows) if row.key == self._active), 0)
        before, self.rows = self.rows, self._rows_of(shown)
        for row in self.rows:
            self._column.removeWidget(row)  # what stays the same is not made anew
        clear_layout(self._column)
        for row in self.rows:
            self._column.addWidget(row)
            self._column.addWidget(Separator())
            if row not in before:
                row.activated.connect(lambda row=row: self._activate(row))
        count = len(self.rows)
        self.count.setText(
            "" if not count else "1 opmerking" if count == 1 else f"{count} opmerkingen"
        )
        self._foot(shown)
        if self._active and self._row_of(self._active) is None:
            # The one that was active is mended: go on with what stands in its place.
            following = self.rows[min(place, count - 1)] if count else None
            self._activate(following)
        else:
            self._activate(self._row_of(self._active))
        if had_focus and (row := self._row_of(self._active)) is not None:
            row.setFocus()

    def _rows_of(self, shown: _Shown) -> list[ProblemRow | RemarkRow]:
        view = self._view
        assert view is not None
        order = {part.id: place for place, part in enumerate(view.parts)}
        kinds: dict[PartKind, int] = {}
        for place, part in enumerate(view.parts):
            kinds.setdefault(part.kind, place)
        there = {row.shows: row for row in self.rows}
        rows: list[tuple[int, ProblemRow | RemarkRow]] = []
        for problem in shown.problems:
            row = there.get(problem) or self._problem_row(problem)
            rows.append((kinds.get(problem.kind, 0), row))
        for found in shown.found:
            row = there.get(found) or self._remark_row(found)
            rows.append((order.get(found.remark.part, -1), row))
        rows.sort(key=lambda pair: pair[0])
        return [row for _, row in rows]

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
        if shown.all_well:
            self._line("vink-cirkel", _ALL_WELL)
        elif shown.is_read and not self.rows:
            self._line("vink-cirkel", "Niets gevonden.")
        elif not shown.is_read and not self.rows:
            self._line("klok", "Het verslag wordt nagekeken …")
        self.skipped_rows = []
        count = len(shown.skipped)
        if count:
            words = (
                "1 opmerking overgeslagen" if count == 1 else f"{count} opmerkingen overgeslagen"
            )
            link = LinkButton(words, trailing="" if self._skipped_open else "omlaag")
            link.clicked.connect(self._toggle_skipped)
            self._column.addLayout(_padded(link, top=12))
            if self._skipped_open:
                self._column.addSpacing(8)
                self.skipped_rows = [self._remark_row(one) for one in shown.skipped]
                for row in self.skipped_rows:
                    self._column.addWidget(Separator())
                    self._column.addWidget(row)
        if self.rows:
            keys = Muted(f"F7 volgende · {FIX_KEY} verbeteren · {SKIP_KEY} overslaan", wrap=True)
            keys.setContentsMargins(20, 12, 20, 0)
            self._column.addWidget(keys)

    def _line(self, icon: str, words: str) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(20, 16, 20, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(icon, role="accent" if icon == "vink-cirkel" else "muted"))
        row.addWidget(Muted(words, size=14, wrap=True), 1)
        self._column.addLayout(row)

    def _toggle_skipped(self) -> None:
        self._skipped_open = not self._skipped_open
        if self._shown is not None:
            self._build(self._shown)

    # --- going through it ---

    def step(self, step: int) -> None:
        """Go to the next row (1) or the one before (-1), round and round."""
        if not self.rows:
            return
        now = next((n for n, row in enumerate(self.rows) if row.key == self._active), None)
        place = (0 if step > 0 else -1) if now is None else (now + step) % len(self.rows)
        row = self.rows[place]
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
        for other in self.rows:
            other.set_active(other is row)
        self.active_changed.emit(row.found.remark if isinstance(row, RemarkRow) else None)
        if row is not None:
            self.row_shown.emit(row)

    def _row_of(self, key: str) -> ProblemRow | RemarkRow | None:
        return next((row for row in self.rows if row.key == key), None)


def _padded(widget: QWidget, *, top: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(20, top, 20, 0)
    row.addWidget(widget)
    row.addStretch(1)
    return row

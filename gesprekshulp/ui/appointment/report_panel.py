"""The right column of Verslag: where the version stands, and what is to be mended."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.dutch_dates import clock, local_day, short_day
from gesprekshulp.domain.report import PartKind, ReportState
from gesprekshulp.domain.report_problems import Problem
from gesprekshulp.services.reports import ReportView
from gesprekshulp.ui.appointment.report_parts import NAMES
from gesprekshulp.ui.theme.palette import ROLE, set_surface
from gesprekshulp.ui.widgets.badges import Badge
from gesprekshulp.ui.widgets.buttons import LinkButton, SecondaryButton
from gesprekshulp.ui.widgets.cards import Scroll, Separator, clear_layout
from gesprekshulp.ui.widgets.labels import IconLabel, Label, Muted, Section, Text


class ReportPanel(QWidget):
    """What stands right of the paper.

    `mend` asks for the fix of a problem, `jump` for its part. The others ask for the next version,
    for noting the client's confirmation, and for the Word file that was made.
    """

    mend = Signal(object)
    jump = Signal(object)
    new_version = Signal()
    confirm = Signal()
    open_file = Signal()
    open_folder = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_surface(self, "surface")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        scroll = Scroll("surface", margins=(0, 16, 0, 16))
        outer.addWidget(scroll)
        self._column = scroll.column
        self.problem_rows: list[ProblemRow] = []

    def show_report(
        self, view: ReportView, today: date, active: PartKind | None, file: str
    ) -> None:
        """Show where the version stands; `file` is the name of the Word file made just now."""
        clear_layout(self._column)
        self._version(view, today, file)
        self._column.addSpacing(12)
        self._column.addWidget(Separator())
        self._problems(view.problems, active, is_open=view.report.state is ReportState.DRAFT)
        self._column.addStretch(1)

    def _version(self, view: ReportView, today: date, file: str) -> None:
        report = view.report
        column = self._padded()
        column.addWidget(Label(f"Versie {report.version}"))
        column.addSpacing(4)
        written = "vandaag" if report.written_on == today else _day(report.written_on, today)
        states = [ReportState.DRAFT, ReportState.SENT, ReportState.CONFIRMED]
        now = states.index(report.state) if report.state in states else len(states) - 1
        rows = (
            ("potlood", "Concept", written),
            ("versturen", "Verstuurd", when(report.sent_at, today)),
            ("vink-cirkel", "Bevestigd door de klant", when(report.confirmed_at, today)),
        )
        for place, (icon, word, moment) in enumerate(rows):
            column.addWidget(_StateRow(icon, word, moment, active=place == now))
        if report.state is ReportState.CONFIRMED and report.confirmed_by:
            column.addWidget(Muted(f"door {report.confirmed_by}", wrap=True))
        if report.exported_at is not None:
            column.addWidget(
                _StateRow("verslag", "Word-bestand", when(report.exported_at, today), active=False)
            )
        if file:
            self._links(
                column, (("Openen", self.open_file.emit), ("Map tonen", self.open_folder.emit))
            )
        if report.state is ReportState.SENT:
            self._links(column, (("Bevestigd door de klant", self.confirm.emit),))
            self._links(column, (("Nieuwe versie", self.new_version.emit),))
        elif report.state is not ReportState.DRAFT:
            self._links(column, (("Nieuwe versie", self.new_version.emit),))

    def _links(self, column: QVBoxLayout, links: tuple[tuple[str, object], ...]) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(28, 0, 0, 0)
        row.setSpacing(16)
        for words, act in links:
            link = LinkButton(words)
            assert callable(act)
            link.clicked.connect(lambda _=False, act=act: act())
            row.addWidget(link)
        row.addStretch(1)
        column.addLayout(row)

    def _problems(
        self, problems: tuple[Problem, ...], active: PartKind | None, *, is_open: bool
    ) -> None:
        self.problem_rows = []
        if not is_open:
            return
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 20, 12)
        head.addWidget(Section("Nakijken"), 1)
        count = len(problems)
        if count:
            words = "1 opmerking" if count == 1 else f"{count} opmerkingen"
            head.addWidget(Muted(words, size=14))
        self._column.addLayout(head)
        self._column.addWidget(Separator())
        for problem in problems:
            row = ProblemRow(problem, active=problem.kind is active)
            row.mend.connect(lambda problem=problem: self.mend.emit(problem))
            row.jump.connect(lambda problem=problem: self.jump.emit(problem))
            self._column.addWidget(row)
            self._column.addWidget(Separator())
            self.problem_rows.append(row)
        if not problems:
            row_ = QHBoxLayout()
            row_.setContentsMargins(20, 16, 20, 0)
            row_.setSpacing(8)
            row_.addWidget(IconLabel("vink-cirkel", role="accent"))
            row_.addWidget(Muted("Er ontbreekt niets.", size=14, wrap=True), 1)
            self._column.addLayout(row_)

    def _padded(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(20, 0, 20, 0)
        column.setSpacing(6)
        self._column.addLayout(column)
        return column


class _StateRow(QWidget):
    def __init__(self, icon: str, word: str, moment: str, *, active: bool) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(icon, role="accent" if active else "muted"))
        row.addWidget(
            Text(word, weight=600 if active else 400, role="text" if active else "muted"), 1
        )
        row.addWidget(Text(moment, size=12, role="text" if active else "muted"))


class ProblemRow(QWidget):
    """One thing to mend: what it is, where, and one button that helps."""

    mend = Signal()
    jump = Signal()

    def __init__(self, problem: Problem, *, active: bool) -> None:
        super().__init__()
        self.problem = problem
        self.setAutoFillBackground(True)
        self.setBackgroundRole(ROLE["accent_soft" if active else "surface"])
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(Badge(problem.word))
        head.addStretch(1)
        head.addWidget(Muted(NAMES[problem.kind]))
        column.addLayout(head)
        column.addWidget(Text(problem.sentence, wrap=True))
        if problem.blocks:
            column.addWidget(Muted("Zonder dag kan het verslag niet verstuurd worden.", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(16)
        self.fix = SecondaryButton(_FIXES.get(problem.kind, "Invullen"), size="small")
        self.fix.clicked.connect(lambda: self.mend.emit())
        row.addWidget(self.fix)
        if problem.kind in _WITH_JUMP:
            show = LinkButton("Tonen")
            show.clicked.connect(lambda: self.jump.emit())
            row.addWidget(show)
        row.addStretch(1)
        column.addLayout(row)


_FIXES = {PartKind.COMMITMENTS: "Dag kiezen", PartKind.FACTS: "Iedereen was er"}
_WITH_JUMP = tuple(_FIXES)


def when(moment: datetime | None, today: date) -> str:
    """ "vandaag 11:48", "di 10 mrt", "nog niet"."""
    if moment is None:
        return "nog niet"
    day = local_day(moment)
    return f"vandaag {clock(moment)}" if day == today else short_day(day, today)


def _day(day: date | None, today: date) -> str:
    return short_day(day, today) if day else ""

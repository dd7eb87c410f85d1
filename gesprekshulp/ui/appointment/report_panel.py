"""The right column of Verslag: where the version stands, and what is to be mended."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.dutch_dates import clock, local_day, short_day
from gesprekshulp.domain.report import ReportState
from gesprekshulp.services.reports import ReportView
from gesprekshulp.ui.appointment.report_checking import ReportChecking
from gesprekshulp.ui.appointment.report_remark_list import RemarkList
from gesprekshulp.ui.theme.palette import set_surface
from gesprekshulp.ui.widgets.buttons import LinkButton
from gesprekshulp.ui.widgets.cards import Scroll, Separator, clear_layout
from gesprekshulp.ui.widgets.labels import IconLabel, Label, Muted, Text


class ReportPanel(QWidget):
    """What stands right of the paper: the version, and below it `remarks`.

    The signals ask for the next version, for noting the client's confirmation, and for the Word
    file that was made.
    """

    new_version = Signal()
    confirm = Signal()
    open_file = Signal()
    open_folder = Signal()

    def __init__(self, checking: ReportChecking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_surface(self, "surface")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = Scroll("surface", margins=(0, 16, 0, 16))
        outer.addWidget(self._scroll)
        self._column = QVBoxLayout()
        self._scroll.column.addLayout(self._column)
        self._scroll.column.addSpacing(12)
        self._scroll.column.addWidget(Separator())
        self.remarks = RemarkList(checking)
        self.remarks.row_shown.connect(self._reveal)
        self._scroll.column.addWidget(self.remarks)
        self._scroll.column.addStretch(1)

    def show_report(self, view: ReportView, today: date, file: str) -> None:
        """Show where the version stands; `file` is the name of the Word file made just now."""
        clear_layout(self._column)
        self._version(view, today, file)
        is_open = view.report.state is ReportState.DRAFT
        self.remarks.setVisible(is_open)
        if is_open:
            self.remarks.show_report(view)

    def _reveal(self, row: QWidget) -> None:
        """Scroll to a row, once it has its place."""
        QTimer.singleShot(0, row, lambda: self._scroll.ensureWidgetVisible(row, 0, 24))

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


def when(moment: datetime | None, today: date) -> str:
    """ "vandaag 11:48", "di 10 mrt", "nog niet"."""
    if moment is None:
        return "nog niet"
    day = local_day(moment)
    return f"vandaag {clock(moment)}" if day == today else short_day(day, today)


def _day(day: date | None, today: date) -> str:
    return short_day(day, today) if day else ""

"""The right column of Verslag: where the version stands, and what is to be mended."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gesprekshulp.domain.ids import ReportId
from gesprekshulp.domain.report import ReportState
from gesprekshulp.services.reports import ReportView
from gesprekshulp.ui.appointment.report_checking import ReportChecking
from gesprekshulp.ui.appointment.report_remark_list import RemarkList
from gesprekshulp.ui.appointment.report_version_box import VersionBox
from gesprekshulp.ui.theme.palette import set_surface
from gesprekshulp.ui.widgets.cards import Scroll, Separator


class ReportPanel(QWidget):
    """What stands right of the paper: the `version`, and below it `remarks`."""

    def __init__(self, checking: ReportChecking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_surface(self, "surface")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = Scroll("surface", margins=(0, 16, 0, 16))
        outer.addWidget(self._scroll)
        self.version = VersionBox()
        self._scroll.column.addWidget(self.version)
        self._scroll.column.addSpacing(12)
        self._scroll.column.addWidget(Separator())
        self.remarks = RemarkList(checking)
        self.remarks.row_shown.connect(self._reveal)
        self._scroll.column.addWidget(self.remarks)
        self._scroll.column.addStretch(1)
        self.report_id: ReportId | None = None
        """The report that the panel shows; None while it is empty."""

    def empty(self) -> None:
        """Show nothing, until another report is shown."""
        self.report_id = None
        self.remarks.empty()
        # A scroll area asks for the height of what it holds, hidden or not.
        self.remarks.hide()
        self._scroll.holder.hide()

    def show_report(self, view: ReportView) -> None:
        """Show what is to be mended in this version; nothing of one that was sent."""
        self.report_id = view.report.id
        is_open = view.report.state is ReportState.DRAFT
        if is_open:
            self.remarks.show_report(view)
        # Last: what comes in view is laid out at once, and that must not be the report before.
        self.remarks.setVisible(is_open)
        self._scroll.holder.show()

    def _reveal(self, row: QWidget) -> None:
        """Scroll to a row, once it has its place."""

        def reveal() -> None:
            self._scroll.column.activate()
            self._scroll.ensureWidgetVisible(row, 0, 24)

        QTimer.singleShot(0, row, reveal)

"""Step 4, Verslag: the parts at the left, the page in the middle, what to mend at the right."""

from __future__ import annotations

from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QHideEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from gesprekshulp.domain.appointment import AppointmentStatus
from gesprekshulp.domain.report import PartKind
from gesprekshulp.services import (
    report_answers,
    report_corrections,
    report_registers,
)
from gesprekshulp.services.reports import ReportView
from gesprekshulp.ui.appointment.report_acts import RemarkActs
from gesprekshulp.ui.appointment.report_answering import Answering
from gesprekshulp.ui.appointment.report_changes import RegisterChanges
from gesprekshulp.ui.appointment.report_checking import ReportChecking
from gesprekshulp.ui.appointment.report_compare import compare_versions
from gesprekshulp.ui.appointment.report_editing import PartEditing
from gesprekshulp.ui.appointment.report_out import ReportOut
from gesprekshulp.ui.appointment.report_panel import ReportPanel
from gesprekshulp.ui.appointment.report_parts import InternalPopover, PartList
from gesprekshulp.ui.appointment.report_preview import ReportPreview
from gesprekshulp.ui.appointment.report_remarks import FIX_KEY, SKIP_KEY
from gesprekshulp.ui.appointment.report_sending import Sending
from gesprekshulp.ui.appointment.report_work import ReportWork
from gesprekshulp.ui.appointment.step import Step
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.disputes import talk_dispute
from gesprekshulp.ui.shell.page import Chrome
from gesprekshulp.ui.theme.palette import set_surface
from gesprekshulp.ui.widgets.after_paint import after_paint
from gesprekshulp.ui.widgets.cards import Separator
from gesprekshulp.ui.widgets.empty_page import EmptyPage, WayOn

_WIDE, _SMALL = 1500, 1150


class ReportStep(Step):
    """The report of one talk, on the screen as on paper."""

    chrome = Chrome.RAIL

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._work = ReportWork(desk, self)
        registers = RegisterChanges(self._work, self)
        self.editing = PartEditing(self._work, registers, self, self.reload)
        self._sending = Sending(self._work, self)
        self._answering = Answering(self._work, registers, self, self.editing.edit_kind)
        self._acts = RemarkActs(self._work, registers, self.editing)
        self._out = ReportOut(self._work, self)
        self.more_button = self._out.button
        self.more_button.clicked.connect(self.editing.flush)
        self.export_button = self._sending.export_button
        self.send_button = self._sending.send_button
        self.parts = PartList()
        self.preview = ReportPreview()
        self._checking = ReportChecking(desk, self)
        self.panel = ReportPanel(self._checking)
        self.remarks = self.panel.remarks
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.parts)
        row.addWidget(Separator(vertical=True))
        row.addWidget(self.preview, 1)
        row.addWidget(Separator(vertical=True))
        row.addWidget(self.panel)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(page)
        self._empty = EmptyPage(
            "Nog geen verslag",
            "Na het gesprek staat hier het verslag, opgebouwd uit uw regels en de agenda.",
            (
                WayOn("gesprek", "Gesprek voeren", "Typ mee terwijl u praat.", "Naar het gesprek",
                      self._to_talk),
                WayOn("verslag", "Zonder regels beginnen", "Schrijf het verslag zelf.",
                      "Verslag beginnen", self._begin),
            ),
        )  # fmt: skip
        set_surface(self._empty, "page")
        self._stack.addWidget(self._empty)
        self.setAcceptDrops(True)
        self._connect()

    def _connect(self) -> None:
        self.parts.picked.connect(self.editing.edit)
        self.parts.add.connect(self.editing.add)
        self.parts.internal.connect(self._show_internal)
        self.preview.picked.connect(self.editing.edit)
        self.preview.remark_picked.connect(self.remarks.activate)
        self.remarks.mend.connect(self.editing.mend)
        self.remarks.jump.connect(lambda problem: self.editing.edit_kind(problem.kind))
        self._acts.connect(self.remarks)
        self.remarks.active_changed.connect(lambda _: self._mark())
        self._checking.found.connect(lambda _: self._on_found())
        for key, act in (
            ("F7", lambda: self.remarks.step(1)),
            ("Shift+F7", lambda: self.remarks.step(-1)),
            (FIX_KEY, self.remarks.take_fix),
            (SKIP_KEY, self.remarks.skip_active),
        ):
            QShortcut(QKeySequence(key), self, act)
        version = self.panel.version
        version.new_version.connect(self._sending.new_version)
        self._answering.connect(version)
        version.compare.connect(self._compare)
        version.version_picked.connect(self._show_version)
        version.dispute.connect(lambda: talk_dispute(self._desk, self, self._work.id))
        version.open_file.connect(lambda: self._sending.open_file(folder=False))
        version.open_folder.connect(lambda: self._sending.open_file(folder=True))
        self.export_button.clicked.connect(lambda: self.export())
        self.send_button.clicked.connect(lambda: self.send())
        self._work.changed.connect(self._on_changed)
        self._desk.changed.connect(self._others_wrote)

    # --- coming and going ---

    def open(self, appointment_id: str, **where: object) -> None:
        """Show the report of this talk; it is drafted when the talk was held.

        `focus` names a part to open, such as "commitments".
        """
        self.leave()
        view = self._work.open(appointment_id)
        if not view.versions and not _has_something(view):
            self._stack.setCurrentWidget(self._empty)
            self._show_actions(shown=False)
            return
        self.preview.verticalScrollBar().setValue(0)
        self._show_report(self._work.keep(), opening=True)
        kinds = {kind.name.lower(): kind for kind in PartKind}
        if (kind := kinds.get(str(where.get("focus", "")))) is not None:
            self.editing.edit_kind(kind)

    def leave(self) -> None:
        """Save what is being typed, and close the editor."""
        self.editing.leave()

    def actions(self) -> list[QWidget]:  # pyright: ignore[reportIncompatibleMethodOverride]
        """The buttons for the top of the page."""
        return [self.more_button, self.export_button, self.send_button]

    @property
    def view(self) -> ReportView:
        """The report as it is shown now."""
        return self._work.view

    def reload(self) -> None:
        """Read the report again and show it, with the open editor made anew."""
        if not self._work.has_one or self._stack.currentWidget() is self._empty:
            return
        self.editing.flush()
        self._show(self._work.read_kept())

    def _show(self, view: ReportView, *, opening: bool = False) -> None:
        self.editing.follow(view)
        self.preview.show_report(
            view,
            self.editing.part_id,
            self.editing.editor,
            open_=self._work.is_draft,
            opening=opening,
        )
        if opening and self.panel.report_id != view.report.id:
            self._show_sides_later()
        else:
            self._show_sides()
        self._mark()
        self._sending.refresh()

    def _begin(self) -> None:
        self._show_report(self._work.read_kept())

    def _show_report(self, view: ReportView, *, opening: bool = False) -> None:
        self._stack.setCurrentIndex(0)
        self._show_actions(shown=True)
        self._show(view, opening=opening)

    def _to_talk(self) -> None:
        self._desk.go("afspraak", appointment_id=self._work.id, step="gesprek")

    def _show_actions(self, *, shown: bool) -> None:
        for button in self.actions():
            button.setVisible(shown)

    def _show_sides_later(self) -> None:
        """Another report: its page is painted first, what stands beside it right after."""
        id = self._work.view.report.id
        self._checking.close()
        self.panel.empty()
        self._show_parts()

        def show() -> None:
            if self.panel.report_id is None and self._work.view.report.id == id:
                self._show_sides()
                self._mark()

        after_paint(self, show)

    def _show_sides(self) -> None:
        view = self._work.view
        file = self._sending.file()
        archive = self._desk.archive
        self.panel.version.show_report(
            view,
            self._desk.today(),
            file.name if file else "",
            report_answers.answers(archive, self._work.id, view.report.version),
            report_corrections.open_corrections(archive, self._work.id),
        )
        self.panel.show_report(view)
        self._show_parts()
        if self._work.is_draft:
            self._checking.follow(view.sources.appointment.id, view.sources.appointment.client_id)
        else:
            self._checking.close()

    def _show_parts(self) -> None:
        counts = self.remarks.counts()
        self.parts.show_report(
            self._work.view, self.editing.part_id, open_=self._work.is_draft, counts=counts
        )

    def _on_found(self) -> None:
        self._show_parts()
        self._mark()

    def _mark(self) -> None:
        """Point out on the paper what was found."""
        self.preview.mark(self.remarks.remarks, self.remarks.active)

    def _on_changed(self, again: bool) -> None:
        if again:
            self.reload()
        else:
            self._show_sides()

    def _others_wrote(self) -> None:
        if self._work.busy or not self.isVisible():
            return
        # Somebody is typing here: the page follows when the editor closes.
        editor = self.editing.editor
        if editor is None or not editor.text.hasFocus():
            self.reload()

    def _show_internal(self) -> None:
        lines = report_registers.internal_lines(self._desk.archive, self._work.id)
        InternalPopover(lines, self).show_at(self.parts.inside.look)

    # --- on its way ---

    def export(self) -> None:
        """Make the Word file, with what was typed last."""
        self.editing.flush()
        self._sending.export()

    def send(self) -> None:
        """Note that the report was sent, or open the part that keeps it from being sent."""
        self.editing.flush()
        if (problem := self._sending.send()) is not None:
            self.editing.edit_kind(problem.kind)

    # --- versions and answers ---

    def _show_version(self, number: int) -> None:
        self.leave()
        self._work.show_version(number)

    def _compare(self) -> None:
        compare_versions(self._desk, self._work.view, self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # a window that is minimised comes back as it was
            self._checking.rest()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._answering.dropped_mail(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if (mail := self._answering.dropped_mail(event)) is not None:
            event.acceptProposedAction()
            self._answering.drop(mail)

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = self.width()
        # On a small screen both sides give way to the page between them.
        self.panel.setFixedWidth(368 if wide > _WIDE else 320 if wide >= _SMALL else 272)
        self.parts.setFixedWidth(208 if wide >= _SMALL else 192)
        super().resizeEvent(event)


def _has_something(view: ReportView) -> bool:
    sources = view.sources
    held = sources.appointment.status in (AppointmentStatus.HELD, AppointmentStatus.DONE)
    return held or bool(sources.lines or sources.decisions or sources.commitments)

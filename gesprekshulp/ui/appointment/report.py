"""Step 4, Verslag: the parts at the left, the page in the middle, what to mend at the right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from gesprekshulp.domain.appointment import AppointmentStatus, GoalReached
from gesprekshulp.domain.attachment import OwnerKind
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.decision import Decision
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AppointmentId, ReportId
from gesprekshulp.domain.report import PartKind, ReportPart, ReportState
from gesprekshulp.domain.report_problems import Problem, require_ready
from gesprekshulp.services import report_parts, report_registers, reports
from gesprekshulp.services.reports import ReportView
from gesprekshulp.services.undo import undo
from gesprekshulp.ui.appointment import report_dialogs
from gesprekshulp.ui.appointment.report_editor import (
    AttachmentsEditor,
    CommitmentsEditor,
    DecisionsEditor,
    EarlierEditor,
    FactsEditor,
    GoalEditor,
    PartEditor,
)
from gesprekshulp.ui.appointment.report_panel import ReportPanel
from gesprekshulp.ui.appointment.report_parts import InternalPopover, PartList
from gesprekshulp.ui.appointment.report_preview import ReportPreview
from gesprekshulp.ui.appointment.step import Step
from gesprekshulp.ui.attachments.panel import AttachmentPanel
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.shell.page import Chrome
from gesprekshulp.ui.theme.palette import set_surface
from gesprekshulp.ui.widgets.buttons import PrimaryButton, SecondaryButton
from gesprekshulp.ui.widgets.cards import Separator
from gesprekshulp.ui.widgets.empty_page import EmptyPage, WayOn

_WIDE = 1500


class ReportStep(Step):
    """The report of one talk, on the screen as on paper."""

    chrome = Chrome.RAIL

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id: AppointmentId | None = None
        self._view: ReportView | None = None
        self._active = ""
        self._editor: PartEditor | None = None
        self._files: dict[ReportId, Path] = {}
        self._writing = False
        self.parts = PartList()
        self.preview = ReportPreview()
        self.panel = ReportPanel()
        self.export_button = SecondaryButton("Word-bestand maken", icon="verslag")
        self.send_button = PrimaryButton("Versturen")
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.parts)
        row.addWidget(Separator(vertical=True))
        row.addWidget(self.preview, 1)
        row.addWidget(Separator(vertical=True))
        row.addWidget(self.panel)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(work)
        self._empty = EmptyPage(
            "Nog geen verslag",
            "Na het gesprek staat hier het verslag, opgebouwd uit uw regels en de agenda.",
            (
                WayOn("gesprek", "Gesprek voeren", "Typ mee terwijl u praat.", "Naar het gesprek",
                      lambda: self._desk.go("afspraak", appointment_id=self._id, step="gesprek")),
                WayOn("verslag", "Zonder regels beginnen", "Schrijf het verslag zelf.",
                      "Verslag beginnen", self._begin),
            ),
        )  # fmt: skip
        set_surface(self._empty, "page")
        self._stack.addWidget(self._empty)
        self.parts.picked.connect(self.edit)
        self.parts.add.connect(self._add_part)
        self.parts.internal.connect(self._show_internal)
        self.preview.picked.connect(self.edit)
        self.panel.mend.connect(self._mend)
        self.panel.jump.connect(self._jump)
        self.panel.new_version.connect(self._new_version)
        self.panel.confirm.connect(self._confirm)
        self.panel.open_file.connect(lambda: self._open_file(folder=False))
        self.panel.open_folder.connect(lambda: self._open_file(folder=True))
        self.export_button.clicked.connect(lambda: self.export())
        self.send_button.clicked.connect(lambda: self.send())
        desk.changed.connect(self._others_wrote)

    # --- coming and going ---

    def open(self, appointment_id: str, **where: object) -> None:
        """Show the report of this talk; it is drafted when the talk was held."""
        self.leave()
        self._id = AppointmentId(appointment_id)
        self._active = ""
        view = self._read()
        if not view.versions and not self._has_something(view):
            self._view = view
            self._stack.setCurrentWidget(self._empty)
            self._show_actions(shown=False)
            return
        self.preview.verticalScrollBar().setValue(0)
        self._begin(str(where.get("focus", "")), view)

    def leave(self) -> None:
        """Save what is being typed, and close the editor."""
        if self._editor is not None:
            self._editor.flush()
        self._editor = None
        self._active = ""

    def actions(self) -> list[QWidget]:  # pyright: ignore[reportIncompatibleMethodOverride]
        """The buttons for the top of the page."""
        return [self.export_button, self.send_button]

    def _has_something(self, view: ReportView) -> bool:
        held = view.sources.appointment.status in (AppointmentStatus.HELD, AppointmentStatus.DONE)
        sources = view.sources
        return held or bool(sources.lines or sources.decisions or sources.commitments)

    def _begin(self, focus: str = "", view: ReportView | None = None) -> None:
        self._stack.setCurrentIndex(0)
        self._show_actions(shown=True)
        self._show(self._current(view or self._read()))
        kinds = {kind.name.lower(): kind for kind in PartKind}
        if focus in kinds:
            self._edit_kind(kinds[focus])

    def _show_actions(self, *, shown: bool) -> None:
        for button in (self.export_button, self.send_button):
            button.setVisible(shown)

    def reload(self) -> None:
        """Read the report again and show it, with the open editor made anew."""
        if self._id is not None:
            self._show(self._current(self._read()))

    def _read(self) -> ReportView:
        return reports.view(self._desk.archive, self._desk.clock, self._known())

    def _current(self, view: ReportView) -> ReportView:
        """The report with its parts kept, so that they can be changed one by one."""
        if view.is_kept:
            return view
        reports.refresh(self._desk.archive, self._desk.clock, self._known())
        return self._read()

    def _show(self, view: ReportView) -> None:
        self._view = view
        active = next((part for part in view.parts if part.id == self._active), None)
        self._editor = self._editor_for(active, view) if active and self._is_open else None
        if self._editor is None:
            self._active = ""
        self.preview.show_report(view, self._active, self._editor, open_=self._is_open)
        self._show_sides()
        sent = view.report.state is not ReportState.DRAFT
        self.send_button.set_enabled_or_why(not sent, "Deze versie is al verstuurd.")

    def _show_sides(self) -> None:
        assert self._view is not None
        view = self._view
        active = next((part.kind for part in view.parts if part.id == self._active), None)
        self.parts.show_report(view, self._active, open_=self._is_open)
        file = self._files.get(view.report.id)
        self.panel.show_report(view, self._desk.today(), active, file.name if file else "")

    @property
    def view(self) -> ReportView | None:
        """The report as it is shown now."""
        return self._view

    @property
    def editor(self) -> PartEditor | None:
        """The editor that is open."""
        return self._editor

    @property
    def _is_open(self) -> bool:
        return self._view is not None and self._view.report.state is ReportState.DRAFT

    def _others_wrote(self) -> None:
        if self._writing or not self.isVisible() or self._stack.currentIndex() != 0:
            return
        # Somebody is typing here: the page follows when the editor closes.
        if self._editor is None or not self._editor.text.hasFocus():
            self.reload()

    # --- parts ---

    def edit(self, part_id: str) -> None:
        """Open a part in place; opening the one that is open does nothing."""
        if not self._is_open or part_id == self._active:
            return
        self.leave()
        self._active = part_id
        self.reload()
        if self._editor is not None:
            self._editor.focus()

    def close_editor(self) -> None:
        """Show the part as it stands on paper again."""
        self.leave()
        self.reload()
        self._desk.wrote()

    def _edit_kind(self, kind: PartKind) -> None:
        assert self._view is not None
        part = next((part for part in self._view.parts if part.kind is kind), None)
        if part is not None:
            self.edit(part.id)

    def _editor_for(self, part: ReportPart, view: ReportView) -> PartEditor:
        id = view.report.appointment_id
        archive, clock = self._desk.archive, self._desk.clock
        editor: PartEditor
        match part.kind:
            case PartKind.FACTS:
                editor = facts = FactsEditor(part, view)
                facts.titled.connect(
                    lambda title: self._do(
                        lambda: report_parts.rename_report(archive, clock, id, title)
                    )
                )
                facts.placed.connect(
                    lambda place: self._do(lambda: report_registers.set_place(archive, id, place))
                )
                facts.present.connect(
                    lambda person, on: self._do(
                        lambda: report_registers.mark_present(archive, person, on)
                    )
                )
            case PartKind.GOAL:
                editor = goal = GoalEditor(part, view)
                goal.answered.connect(self._answer_goal)
            case PartKind.COMMITMENTS:
                editor = promises = CommitmentsEditor(part, view)
                promises.row_opened.connect(self._change_promise)
                promises.row_removed.connect(self._remove_promise)
                promises.row_added.connect(lambda: self._change_promise(None))
            case PartKind.DECISIONS:
                editor = decisions = DecisionsEditor(part, view)
                decisions.row_opened.connect(self._change_decision)
                decisions.row_removed.connect(self._remove_decision)
                decisions.row_added.connect(lambda: self._change_decision(None))
            case PartKind.EARLIER:
                editor = earlier = EarlierEditor(part, view)
                earlier.row_opened.connect(
                    lambda item: self._desk.go("toezeggingen", commitment_id=item.id)
                )
            case PartKind.ATTACHMENTS:
                client = view.sources.appointment.client_id
                panel = AttachmentPanel(self._desk, OwnerKind.APPOINTMENT, id, client)
                panel.changed.connect(self._show_files)
                editor = AttachmentsEditor(part, view, panel)
            case _:
                editor = PartEditor(part, view)
        editor.typed.connect(lambda text, id=part.id: self._typed(id, text))
        editor.renamed.connect(lambda name, id=part.id: self._renamed(id, name))
        editor.shown.connect(lambda on, id=part.id: self._show_part(id, on))
        editor.moved.connect(
            lambda step: self._do(
                lambda: report_parts.move_part(archive, clock, id, part.id, step), again=True
            )
        )
        editor.reread.connect(
            lambda: self._do(
                lambda: report_parts.as_drafted(archive, clock, id, part.id),
                "Het onderdeel volgt het gesprek weer.", again=True,
            )
        )  # fmt: skip
        editor.removed.connect(lambda: self._remove_part(part))
        editor.done.connect(self.close_editor)
        return editor

    def _do(self, act: Callable[[], object], said: str = "", *, again: bool = False) -> bool:
        """Change something; say it with undo, and build the page again when it looks different."""
        archive = self._desk.archive
        self._writing = True
        try:
            act()
        except UserError as error:
            self._desk.error(error.sentence)
            return False
        finally:
            self._writing = False
        if said:
            batch = archive.last_batch
            self._desk.toast(said, lambda: self._take_back(batch))
        if again:
            self.reload()
        elif self._id is not None:
            self._view = self._read()
            self._show_sides()
        self._tell_others()
        return True

    def _tell_others(self) -> None:
        self._writing = True
        self._desk.wrote()
        self._writing = False

    def _take_back(self, batch: str | None) -> None:
        if batch is not None:
            self._do(lambda: undo(self._desk.archive, batch), again=True)

    def _typed(self, part_id: str, text: str) -> None:
        self._do(
            lambda: report_parts.edit_part(
                self._desk.archive, self._desk.clock, self._known(), part_id, text, typing=True
            )
        )

    def _renamed(self, part_id: str, name: str) -> None:
        self._do(
            lambda: report_parts.rename_part(
                self._desk.archive, self._desk.clock, self._known(), part_id, name
            )
        )

    def _show_part(self, part_id: str, on: bool) -> None:
        self.leave()
        self._active = part_id if on else ""
        self._do(
            lambda: report_parts.show_part(
                self._desk.archive, self._desk.clock, self._known(), part_id, on
            ),
            "Onderdeel staat in het verslag." if on else "Onderdeel weggelaten.",
            again=True,
        )

    def _remove_part(self, part: ReportPart) -> None:
        self.leave()
        self._do(
            lambda: report_parts.remove_part(
                self._desk.archive, self._desk.clock, self._known(), part.id
            ),
            f"Onderdeel “{part.heading}” verwijderd.",
            again=True,
        )

    def _add_part(self) -> None:
        name = report_dialogs.ask_name(self, "Nieuw onderdeel", "Kop van het onderdeel")
        if name is None:
            return
        self.leave()
        made: list[ReportPart] = []
        if self._do(
            lambda: made.append(
                report_parts.add_part(self._desk.archive, self._desk.clock, self._known(), name)
            ),
            f"Onderdeel “{name}” toegevoegd.",
            again=True,
        ):
            self.edit(made[0].id)

    # --- rows of registers ---

    def _answer_goal(self, reached: GoalReached | None, note: str) -> None:
        self._do(
            lambda: report_registers.answer_goal(self._desk.archive, self._known(), reached, note)
        )

    def _change_promise(self, promise: Commitment | None) -> None:
        found = report_dialogs.ask_promise(self, self._desk.today, promise)
        if found is None:
            return
        words = (found["side"], found["who"], found["what"], found["due"], found["event"])
        archive, clock = self._desk.archive, self._desk.clock
        if promise is None:
            self._do(
                lambda: report_registers.add_promise(archive, clock, self._known(), *words),
                "Toezegging toegevoegd.",
                again=True,
            )
            return
        self._do(
            lambda: report_registers.change_promise(
                archive, clock, promise.id, *words, reason=found["reason"]
            ),
            "Toezegging gewijzigd.",
            again=True,
        )

    def _remove_promise(self, promise: Commitment) -> None:
        from gesprekshulp.services import commitments

        self._do(
            lambda: commitments.remove(self._desk.archive, promise.id),
            "Toezegging verwijderd.",
            again=True,
        )

    def _change_decision(self, decision: Decision | None) -> None:
        found = report_dialogs.ask_decision(self, decision)
        if found is None:
            return
        archive, clock = self._desk.archive, self._desk.clock
        text, scope = found["text"], found["scope"]
        if decision is None:
            self._do(
                lambda: report_registers.add_decision(archive, clock, self._known(), text, scope),
                "Besluit toegevoegd.",
                again=True,
            )
            return
        self._do(
            lambda: report_registers.change_decision(archive, decision.id, text, scope),
            "Besluit gewijzigd.",
            again=True,
        )

    def _remove_decision(self, decision: Decision) -> None:
        self._do(
            lambda: report_registers.remove_decision(self._desk.archive, decision.id),
            "Besluit verwijderd.",
            again=True,
        )

    def _show_files(self) -> None:
        if self._id is not None:
            self._view = self._read()
            self._show_sides()

    # --- what is to be mended ---

    def _mend(self, problem: Problem) -> None:
        if problem.commitment_id is not None and self._view is not None:
            promises = self._view.sources.commitments
            self._change_promise(
                next((item for item in promises if item.id == problem.commitment_id), None)
            )
        elif problem.kind is PartKind.FACTS:
            self._do(
                lambda: report_registers.mark_all_present(self._desk.archive, self._known()),
                "Iedereen staat als aanwezig in het verslag.",
                again=True,
            )
        else:
            self._jump(problem)

    def _jump(self, problem: Problem) -> None:
        self._edit_kind(problem.kind)

    def _show_internal(self) -> None:
        lines = report_registers.internal_lines(self._desk.archive, self._known())
        InternalPopover(lines, self).show_at(self.parts.inside.look)

    # --- paper ---

    def export(self, done: Callable[[Path], object] | None = None) -> None:
        """Ask for a file name and write the Word file there, in the background."""
        if self._view is None:
            return
        if self._editor is not None:
            self._editor.flush()
        id = self._known()
        path = report_dialogs.ask_target(self, reports.file_name(self._view))
        if path is None:
            return
        self.export_button.set_enabled_or_why(False, "Het Word-bestand wordt gemaakt.")

        def made(written: Path) -> None:
            self.export_button.set_enabled_or_why(True)
            self._desk.toast(
                f"“{written.name}” staat in {written.parent}.",
                lambda: self._show_outside(written),
                action="Openen",
            )
            if self._id == id:
                self._files[self._read().report.id] = written
                self.reload()
            self._tell_others()
            if done is not None:
                done(written)

        def failed(error: UserError) -> None:
            self.export_button.set_enabled_or_why(True)
            self._desk.error(error.sentence)

        self._desk.background.run(
            reports.export, self._desk.archive, self._desk.clock, id, path,
            done=made, failed=failed, owner=self,
        )  # fmt: skip

    def send(self) -> None:
        """Note that the report was sent; the Word file is made first when there is none."""
        if self._view is None:
            return
        if self._editor is not None:
            self._editor.flush()
        try:
            require_ready(self._view.problems)
        except UserError as error:
            self._desk.error(error.sentence)
            blocking = next(problem for problem in self._view.problems if problem.blocks)
            self._jump(blocking)
            return
        if self._view.report.exported_at is None:
            self.export(done=lambda _: self._ask_sent())
        else:
            self._ask_sent()

    def _ask_sent(self) -> None:
        on = report_dialogs.ask_sent(self, self._desk.today)
        if on is None:
            return
        self.leave()
        id = self._known()

        def sent(_: object) -> None:
            batch = self._desk.archive.last_batch
            self._desk.toast("Verslag verstuurd.", lambda: self._take_back(batch))
            self.reload()
            self._tell_others()

        self._desk.background.run(
            reports.mark_sent, self._desk.archive, self._desk.clock, id, on, done=sent, owner=self
        )

    def _confirm(self) -> None:
        assert self._view is not None
        present = self._view.document.present
        who = present[0].split(" (")[0] if present else ""
        found = report_dialogs.ask_confirmed(self, self._desk.today, who)
        if found is not None:
            by, on = found
            self._do(lambda: self._confirmed(by, on), "Verslag bevestigd.", again=True)

    def _confirmed(self, by: str, on: date) -> object:
        return reports.mark_confirmed(self._desk.archive, self._desk.clock, self._known(), by, on)

    def _new_version(self) -> None:
        self._do(
            lambda: reports.new_version(self._desk.archive, self._desk.clock, self._known()),
            "Nieuwe versie gemaakt.",
            again=True,
        )

    def _open_file(self, *, folder: bool) -> None:
        file = self._files.get(self._view.report.id) if self._view else None
        if file is not None:
            self._show_outside(file.parent if folder else file)

    def _show_outside(self, place: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(place))):
            self._desk.error(f"Er is geen programma dat {place} opent.")

    def _known(self) -> AppointmentId:
        assert self._id is not None
        return self._id

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.panel.setFixedWidth(368 if self.width() > _WIDE else 320)
        super().resizeEvent(event)

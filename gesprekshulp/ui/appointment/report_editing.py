"""Editing the report in place: which part is open, and the editor in which it is written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from gesprekshulp.domain.report import PartKind, ReportPart
from gesprekshulp.domain.report_problems import Problem
from gesprekshulp.services.reports import ReportView
from gesprekshulp.ui.appointment import report_dialogs
from gesprekshulp.ui.appointment.report_changes import PartChanges, RegisterChanges
from gesprekshulp.ui.appointment.report_editor import PartEditor
from gesprekshulp.ui.appointment.report_work import ReportWork


class PartEditing:
    """One part at a time, opened where it stands on the page. Dialogs open over `parent`.

    `show_again` reads the report and shows it, with the editor of the part that is open by then.
    """

    def __init__(
        self, work: ReportWork, registers: RegisterChanges, parent: QWidget,
        show_again: Callable[[], None],
    ) -> None:  # fmt: skip
        self._work = work
        self._registers = registers
        self._changes = PartChanges(work)
        self._parent = parent
        self._show_again = show_again
        self.part_id = ""
        self.editor: PartEditor | None = None

    def edit(self, part_id: str) -> None:
        """Open a part in place; opening the one that is open does nothing."""
        if not self._work.is_draft or part_id == self.part_id:
            return
        self.leave()
        self.part_id = part_id
        self._show_again()
        if self.editor is not None:
            self.editor.focus()

    def edit_kind(self, kind: PartKind) -> None:
        """Open the part of a kind, where the report has one."""
        part = next((part for part in self._work.view.parts if part.kind is kind), None)
        if part is not None:
            self.edit(part.id)

    def mend(self, problem: Problem) -> None:
        """Do what keeps the report from being sent, or open the part where it is done."""
        if problem.commitment_id is not None:
            self._registers.give_day(problem.commitment_id)
        elif problem.kind is PartKind.FACTS:
            self._registers.everybody_was_there()
        else:
            self.edit_kind(problem.kind)

    def add(self) -> None:
        """Ask for the heading of an own part, make it and open it."""
        name = report_dialogs.ask_name(self._parent, "Nieuw onderdeel", "Kop van het onderdeel")
        if name is None:
            return
        self.leave()
        if made := self._changes.added(name):
            self.edit(made)

    def flush(self) -> None:
        """Save what was typed last."""
        if self.editor is not None:
            self.editor.flush()

    def leave(self) -> None:
        """Save what is being typed, and let the editor go."""
        editor, self.editor = self.editor, None
        self.part_id = ""
        if editor is not None:
            editor.flush()

    def close(self) -> None:
        """Show the part as it stands on paper again."""
        self.leave()
        self._show_again()

    def follow(self, view: ReportView) -> None:
        """Make the editor anew for the report as it was read; none when its part is gone."""
        part = next((part for part in view.parts if part.id == self.part_id), None)
        self.editor = self._editor_for(part, view) if part and self._work.is_draft else None
        if self.editor is None:
            self.part_id = ""

    def _editor_for(self, part: ReportPart, view: ReportView) -> PartEditor:
        editor = self._registers.editor(part, view)
        changes = self._changes
        editor.typed.connect(lambda text: changes.typed(part.id, text))
        editor.renamed.connect(lambda name: changes.renamed(part.id, name))
        editor.moved.connect(lambda step: changes.moved(part.id, step))
        editor.reread.connect(lambda: changes.reread(part.id))
        editor.shown.connect(lambda on: self._show_part(part.id, on))
        editor.removed.connect(lambda: self._remove(part))
        editor.done.connect(self.close)
        return editor

    def _show_part(self, part_id: str, on: bool) -> None:
        self.leave()
        self.part_id = part_id if on else ""
        self._changes.shown(part_id, on)

    def _remove(self, part: ReportPart) -> None:
        self.leave()
        self._changes.removed(part)

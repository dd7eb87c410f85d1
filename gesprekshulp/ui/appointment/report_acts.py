"""What the rows of Nakijken ask for, done: each by a click or key, and each can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import shiboken6

from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.remark import Remark
from gesprekshulp.services import checking, checking_fixes, report_parts
from gesprekshulp.ui.appointment.report_changes import RegisterChanges
from gesprekshulp.ui.appointment.report_editing import PartEditing
from gesprekshulp.ui.appointment.report_editor import PartEditor
from gesprekshulp.ui.appointment.report_work import ReportWork
from gesprekshulp.ui.spelling.memory import SpellingMemory

if TYPE_CHECKING:
    from gesprekshulp.ui.appointment.report_remark_list import RemarkList


class RemarkActs:
    """Puts words in place, leaves remarks out, learns words, records promises and decisions."""

    def __init__(self, work: ReportWork, registers: RegisterChanges, editing: PartEditing) -> None:
        self._work = work
        self._registers = registers
        self._editing = editing
        self._list: RemarkList | None = None

    def connect(self, remarks: RemarkList) -> None:
        """Follow this list."""
        self._list = remarks
        remarks.put.connect(self.put)
        remarks.edit.connect(self.edit)
        remarks.skip.connect(self.skip)
        remarks.heed.connect(self.heed)
        remarks.learn.connect(self.learn)

    def put(self, remark: Remark, words: str) -> None:
        """Put words in the place of those of a remark: in the open editor, or in the archive."""
        said = f"“{remark.found}” is nu “{words}”."
        editor = self._editor_of(remark)
        if editor is not None and editor.put(remark, words):
            self._let_go(remark)
            self._work.desk.toast(said, lambda: self._back_in_editor(editor, remark, words))
            return
        self._editing.flush()
        desk, id = self._work.desk, self._work.id
        if self._work.do(
            lambda: checking_fixes.put(desk.archive, desk.clock, id, remark, words),
            said,
            again=True,
        ):
            self._let_go(remark)

    def _back_in_editor(self, editor: PartEditor, remark: Remark, words: str) -> None:
        put_back = replace(remark, found=words, end=remark.start + len(words))
        if shiboken6.isValid(editor) and editor is self._editing.editor:
            editor.put(put_back, remark.found)
            return
        desk, id = self._work.desk, self._work.id
        self._work.do(
            lambda: checking_fixes.put(desk.archive, desk.clock, id, put_back, remark.found),
            again=True,
        )

    def edit(self, remark: Remark) -> None:
        """Go where the words are written, or do what the remark asks for."""
        act: dict[str, Callable[[Remark], object]] = {
            "belofte-niet-in-register": self._record,
            "besluit-niet-in-register": self._record_decision,
            "belofte-niet-in-verslag": self._show_part,
            "besluit-niet-in-verslag": self._show_part,
        }
        if (doing := act.get(remark.rule)) is not None:
            doing(remark)
            return
        if remark.row and self._registers.change_row(remark.row):
            return
        self._editing.edit(remark.part)
        if (editor := self._editing.editor) is not None:
            editor.select(remark)

    def skip(self, remark: Remark) -> None:
        """Leave a remark out in this version."""
        desk, id = self._work.desk, self._work.id
        if self._work.do(lambda: checking.skip(desk.archive, desk.clock, id, remark)):
            self._let_go(remark)
            desk.toast("Overgeslagen in deze versie.", lambda: self.heed(remark))

    def heed(self, remark: Remark) -> None:
        """Bring a remark back."""
        desk, id = self._work.desk, self._work.id
        self._work.do(lambda: checking.heed(desk.archive, desk.clock, id, remark))

    def learn(self, remark: Remark, for_client: bool) -> None:
        """Know a word from now on: everywhere, or in what this client gets."""
        client_id = self._work.view.sources.appointment.client_id
        memory = SpellingMemory.of(self._work.desk, client_id)
        try:
            memory.add(remark.found, for_client=for_client and client_id is not None)
        except UserError as error:
            self._work.desk.error(error.sentence)
            return
        self._let_go(remark)
        self._work.tell(again=False)

    def _record(self, remark: Remark) -> None:
        self._editing.flush()
        desk = self._work.desk
        proposed = checking_fixes.promise_at(desk.archive, desk.clock, self._work.view, remark)
        self._registers.change_promise(None, proposed)

    def _record_decision(self, remark: Remark) -> None:
        self._editing.flush()
        self._registers.change_decision(None, remark.found)

    def _show_part(self, remark: Remark) -> None:
        desk, id = self._work.desk, self._work.id
        self._work.do(
            lambda: report_parts.show_part(desk.archive, desk.clock, id, remark.part, True),
            "Onderdeel staat in het verslag.",
            again=True,
        )

    def _editor_of(self, remark: Remark) -> PartEditor | None:
        editor = self._editing.editor
        return editor if editor is not None and editor.part.id == remark.part else None

    def _let_go(self, remark: Remark) -> None:
        if self._list is not None:
            self._list.let_go(remark)

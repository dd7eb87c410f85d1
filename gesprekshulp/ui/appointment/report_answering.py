"""What comes back from the client: noted, read from a mail, asked for again, and taken over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import CommitmentId
from gesprekshulp.domain.report import PartKind, ReportState
from gesprekshulp.domain.report_answer import AnswerHow, AnswerKind, Correction
from gesprekshulp.domain.report_line import AUTHOR, EARLIER, FILE, PROMISE
from gesprekshulp.services import checking_fixes, report_answers, report_corrections, report_sending
from gesprekshulp.services.messages import save_draft
from gesprekshulp.services.report_answers import MailAnswer
from gesprekshulp.ui.appointment import report_answer_dialogs
from gesprekshulp.ui.appointment.report_changes import RegisterChanges
from gesprekshulp.ui.appointment.report_version_box import VersionBox
from gesprekshulp.ui.appointment.report_work import ReportWork
from gesprekshulp.ui.outside import ask_target, open_outside


class Answering:
    """Noting answers of the report that is open. Dialogs open over `parent`.

    `show_part` opens the part of a kind, for what is changed there by hand.
    """

    def __init__(
        self, work: ReportWork, registers: RegisterChanges, parent: QWidget,
        show_part: Callable[[PartKind], None],
    ) -> None:  # fmt: skip
        self._work = work
        self._registers = registers
        self._parent = parent
        self._show_part = show_part

    def connect(self, version: VersionBox) -> None:
        """Do what this box asks for."""
        version.answer.connect(lambda: self.note())
        version.remind.connect(self.remind)
        version.silence.connect(self.silence)
        version.take_over.connect(self.take_over)
        version.was_made.connect(self.was_made)
        version.set_aside.connect(self.set_aside)

    def note(self, mail: MailAnswer | None = None) -> None:
        """Ask what the client said, and which lines are not right."""
        desk, id = self._work.desk, self._work.id
        found = report_answer_dialogs.ask_answer(self._parent, desk.today, self._who(), mail)
        if found is None:
            return
        by, on, text = str(found["by"]), found["on"], str(found["text"])
        how, path = AnswerHow(found["how"]), mail.path if mail else None
        if AnswerKind(found["kind"]) is AnswerKind.CONFIRMED:
            self._work.do(
                lambda: report_answers.confirm(
                    desk.archive, desk.clock, id, by, on, how, text, path
                ),
                "Verslag bevestigd.",
                again=True,
            )
            return
        said = report_answer_dialogs.ask_corrections(
            self._parent, desk.today, report_answers.lines(desk.archive, id)
        )
        if said is None:
            return
        corrections, rest = said
        self._work.do(
            lambda: report_answers.correct(
                desk.archive, desk.clock, id, by, on, corrections, how, text, path,
                rest_is_right=rest,
            ),
            "Correcties genoteerd; neem ze over in een nieuwe versie.",
            again=True,
        )  # fmt: skip

    def dropped_mail(self, event: QDropEvent) -> Path | None:
        """The mail in a drop, when an answer to this version is waited for."""
        if not self._work.has_one or self._work.view.report.state is not ReportState.SENT:
            return None
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        return paths[0] if len(paths) == 1 and paths[0].suffix.lower() == ".eml" else None

    def drop(self, path: Path) -> None:
        """Read a mail that was dropped on the report, and ask what it says."""
        desk = self._work.desk
        desk.background.run(
            report_answers.read_mail_answer, desk.archive, desk.clock, self._work.id, path,
            done=self.note, owner=self._parent,
        )  # fmt: skip

    def silence(self) -> None:
        """Note that no answer came."""
        desk = self._work.desk
        self._work.do(
            lambda: report_answers.note_silence(desk.archive, desk.clock, self._work.id),
            "Genoteerd dat er geen antwoord kwam.",
            again=True,
        )

    def remind(self) -> None:
        """Make the draft of a reminder, with the report again."""
        desk = self._work.desk
        try:
            draft = report_sending.reminder(desk.archive, desk.clock, self._work.id)
            target = ask_target(self._parent, "Herinnering bewaren", draft.subject, ".eml")
            if target is None:
                return
            written = save_draft(desk.clock, draft, target)
        except UserError as error:
            desk.error(error.sentence)
            return
        if not open_outside(written):
            desk.toast(f"De herinnering staat in {written.parent}.")

    def take_over(self, one: Correction) -> None:
        """Put the client's words in the draft; what has a form of its own opens there."""
        desk, id = self._work.desk, self._work.id
        if one.place.startswith(PROMISE):
            before = self._work.view.sources.commitments
            if one.place == PROMISE:
                proposed = checking_fixes.promise_of(desk.archive, desk.clock, id, one.after)
                self._registers.change_promise(None, proposed)
            else:
                self._registers.give_day(CommitmentId(one.place.removeprefix(PROMISE)))
            if self._work.view.sources.commitments == before:
                return  # cancelled: nothing was taken over
            self._settle(one, taken=True)
            return
        if one.place.startswith(EARLIER):
            desk.go("toezeggingen", commitment_id=one.place.removeprefix(EARLIER))
            return
        if one.place == AUTHOR:
            desk.go("instellingen")
            return
        if one.place == FILE:
            self._show_part(PartKind.ATTACHMENTS)
            return
        self._work.do(
            lambda: report_corrections.take_over(desk.archive, desk.clock, id, one.id),
            "Correctie overgenomen.",
            again=True,
        )

    def was_made(self, one: Correction) -> None:
        """Mark as taken over what was changed by hand."""
        self._settle(one, taken=True)

    def set_aside(self, one: Correction) -> None:
        """Leave the text as it is."""
        self._settle(one, taken=False)

    def _settle(self, one: Correction, *, taken: bool) -> None:
        said = "Correctie overgenomen." if taken else "Correctie opzijgelegd."
        self._work.do(
            lambda: report_corrections.settle(self._work.desk.archive, one.id, taken),
            said,
            again=True,
        )

    def _who(self) -> str:
        people = self._work.view.sources.participants
        theirs = [one.name for one in people if one.side is Side.CLIENT and one.present]
        return theirs[0] if theirs else ""

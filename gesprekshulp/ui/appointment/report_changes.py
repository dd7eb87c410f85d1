"""What the editors of Verslag ask for, done: parts of the report, and rows of the registers."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gesprekshulp.domain.appointment import GoalReached
from gesprekshulp.domain.attachment import OwnerKind
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.decision import Decision
from gesprekshulp.domain.ids import CommitmentId
from gesprekshulp.domain.remark import ROW_ADVICE, ROW_REASON
from gesprekshulp.domain.report import PartKind, ReportPart
from gesprekshulp.services import commitments, report_parts, report_registers
from gesprekshulp.services.reports import ReportView
from gesprekshulp.ui.appointment import report_dialogs
from gesprekshulp.ui.appointment.report_editor import PartEditor
from gesprekshulp.ui.appointment.report_facts_editors import FactsEditor, GoalEditor
from gesprekshulp.ui.appointment.report_row_editors import (
    AttachmentsEditor,
    CommitmentsEditor,
    DecisionsEditor,
    DeviationsEditor,
    EarlierEditor,
)
from gesprekshulp.ui.appointment.report_work import ReportWork
from gesprekshulp.ui.attachments.panel import AttachmentPanel


class RegisterChanges:
    """Changes of what the report shows and stands elsewhere. Dialogs open over `parent`."""

    def __init__(self, work: ReportWork, parent: QWidget) -> None:
        self._work = work
        self._archive, self._clock = work.desk.archive, work.desk.clock
        self._parent = parent

    def editor(self, part: ReportPart, view: ReportView) -> PartEditor:
        """The editor for a part, wired to the registers that it shows."""
        match part.kind:
            case PartKind.FACTS:
                facts = FactsEditor(part, view)
                facts.titled.connect(self._rename_report)
                facts.placed.connect(self._set_place)
                facts.present.connect(self._mark_present)
                return facts
            case PartKind.GOAL:
                goal = GoalEditor(part, view)
                goal.answered.connect(self._answer_goal)
                return goal
            case PartKind.COMMITMENTS:
                promises = CommitmentsEditor(part, view)
                promises.row_opened.connect(self.change_promise)
                promises.row_removed.connect(self._remove_promise)
                promises.row_added.connect(lambda: self.change_promise(None))
                return promises
            case PartKind.DECISIONS:
                decisions = DecisionsEditor(part, view)
                decisions.row_opened.connect(self.change_decision)
                decisions.row_removed.connect(self._remove_decision)
                decisions.row_added.connect(lambda: self.change_decision(None))
                return decisions
            case PartKind.DEVIATIONS:
                deviations = DeviationsEditor(part, view)
                deviations.row_opened.connect(self.change_decision)
                return deviations
            case PartKind.EARLIER:
                earlier = EarlierEditor(part, view)
                earlier.row_opened.connect(
                    lambda item: self._work.desk.go("toezeggingen", commitment_id=item.id)
                )
                return earlier
            case PartKind.ATTACHMENTS:
                client = view.sources.appointment.client_id
                panel = AttachmentPanel(
                    self._work.desk, OwnerKind.APPOINTMENT, self._work.id, client
                )
                panel.changed.connect(lambda: self._work.tell(again=False))
                return AttachmentsEditor(part, view, panel)
            case _:
                return PartEditor(part, view)

    def change_promise(
        self,
        promise: Commitment | None,
        proposed: Commitment | None = None,
        *,
        first: str = "",
    ) -> None:
        """Ask for a promise's words and day, and change it; None makes a new one.

        `proposed` fills the form in for a new one.
        """
        found = report_dialogs.ask_promise(
            self._parent, self._work.desk.today, promise, proposed=proposed, first=first
        )
        if found is None:
            return
        words = (found["side"], found["who"], found["what"], found["due"], found["event"])
        archive, clock, id = self._archive, self._clock, self._work.id
        if promise is None:
            self._work.do(
                lambda: report_registers.add_promise(archive, clock, id, *words),
                "Toezegging toegevoegd.",
                again=True,
            )
            return
        self._work.do(
            lambda: report_registers.change_promise(
                archive, clock, promise.id, *words, reason=found["reason"]
            ),
            "Toezegging gewijzigd.",
            again=True,
        )

    def change_row(self, row: str) -> bool:
        """Ask for other words for a decision or promise of this talk; False when it is neither."""
        id = row.removeprefix(ROW_ADVICE).removeprefix(ROW_REASON)
        sources = self._work.view.sources
        for promise in sources.commitments:
            if promise.id == id:
                self.change_promise(promise)
                return True
        for decision in sources.decisions:
            if decision.id == id:
                self.change_decision(decision)
                return True
        return False

    def give_day(self, id: CommitmentId) -> None:
        """Ask for the day of one promise, of this talk or an earlier one."""
        sources = self._work.view.sources
        promises = (*sources.commitments, *(one.commitment for one in sources.earlier))
        promise = next((item for item in promises if item.id == id), None)
        if promise is not None:
            self.change_promise(promise, first="due")

    def everybody_was_there(self) -> None:
        """Note that who was not marked absent was present."""
        self._work.do(
            lambda: report_registers.mark_all_present(self._archive, self._work.id),
            "Iedereen staat als aanwezig in het verslag.",
            again=True,
        )

    def _remove_promise(self, promise: Commitment) -> None:
        self._work.do(
            lambda: commitments.remove(self._archive, promise.id),
            "Toezegging verwijderd.",
            again=True,
        )

    def change_decision(self, decision: Decision | None, proposed: str = "") -> None:
        """Ask for a decision's words and scope, and change it; None makes a new one.

        `proposed` are the words to begin a new one with.
        """
        found = report_dialogs.ask_decision(self._parent, decision, proposed=proposed)
        if found is None:
            return
        archive, clock, id = self._archive, self._clock, self._work.id
        said = (found["text"], found["scope"], found["advice"], found["advice_reason"])
        if decision is None:
            self._work.do(
                lambda: report_registers.add_decision(archive, clock, id, *said),
                "Besluit toegevoegd.",
                again=True,
            )
            return
        self._work.do(
            lambda: report_registers.change_decision(archive, decision.id, *said),
            "Besluit gewijzigd.",
            again=True,
        )

    def _remove_decision(self, decision: Decision) -> None:
        self._work.do(
            lambda: report_registers.remove_decision(self._archive, decision.id),
            "Besluit verwijderd.",
            again=True,
        )

    def _answer_goal(self, reached: GoalReached | None, note: str) -> None:
        self._work.do(
            lambda: report_registers.answer_goal(self._archive, self._work.id, reached, note)
        )

    def _rename_report(self, title: str) -> None:
        self._work.do(
            lambda: report_parts.rename_report(self._archive, self._clock, self._work.id, title)
        )

    def _set_place(self, place: str) -> None:
        self._work.do(lambda: report_registers.set_place(self._archive, self._work.id, place))

    def _mark_present(self, person_id: str, present: bool) -> None:
        self._work.do(lambda: report_registers.mark_present(self._archive, person_id, present))


class PartChanges:
    """Changes of the parts themselves."""

    def __init__(self, work: ReportWork) -> None:
        self._work = work
        self._archive, self._clock = work.desk.archive, work.desk.clock

    def typed(self, part_id: str, text: str) -> None:
        """Save what is being typed."""
        self._work.do(
            lambda: report_parts.edit_part(
                self._archive, self._clock, self._work.id, part_id, text, typing=True
            )
        )

    def renamed(self, part_id: str, name: str) -> None:
        """Another heading."""
        self._work.do(
            lambda: report_parts.rename_part(
                self._archive, self._clock, self._work.id, part_id, name
            )
        )

    def moved(self, part_id: str, step: int) -> None:
        """One place up (-1) or down (1)."""
        self._work.do(
            lambda: report_parts.move_part(
                self._archive, self._clock, self._work.id, part_id, step
            ),
            again=True,
        )

    def reread(self, part_id: str) -> None:
        """The words of the talk again."""
        self._work.do(
            lambda: report_parts.as_drafted(self._archive, self._clock, self._work.id, part_id),
            "Het onderdeel volgt het gesprek weer.",
            again=True,
        )

    def shown(self, part_id: str, on: bool) -> None:
        """Put in the report, or left out."""
        self._work.do(
            lambda: report_parts.show_part(self._archive, self._clock, self._work.id, part_id, on),
            "Onderdeel staat in het verslag." if on else "Onderdeel weggelaten.",
            again=True,
        )

    def removed(self, part: ReportPart) -> None:
        """An own part taken away."""
        self._work.do(
            lambda: report_parts.remove_part(self._archive, self._clock, self._work.id, part.id),
            f"Onderdeel “{part.heading}” verwijderd.",
            again=True,
        )

    def added(self, name: str) -> str:
        """An own part made; gives its identifier, or nothing when it could not be."""
        made: list[ReportPart] = []
        self._work.do(
            lambda: made.append(
                report_parts.add_part(self._archive, self._clock, self._work.id, name)
            ),
            f"Onderdeel “{name}” toegevoegd.",
            again=True,
        )
        return made[0].id if made else ""

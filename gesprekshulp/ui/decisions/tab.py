"""The tab of a client with decisions, wishes and assignments."""

from __future__ import annotations

from datetime import date

from gesprekshulp.domain.assignment import Assignment, AssignmentState
from gesprekshulp.domain.decision import Decision, Wish
from gesprekshulp.domain.dutch_dates import distance, short_day
from gesprekshulp.services import client_card
from gesprekshulp.services.client_card import ClientCard
from gesprekshulp.ui.clients.register_list import RegisterList
from gesprekshulp.ui.clients.register_tab import RegisterTab
from gesprekshulp.ui.clients.words import ANSWER_WORDS, capital
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.decisions import forms as decisions
from gesprekshulp.ui.theme.tokens import SIZE
from gesprekshulp.ui.widgets.row import Columns, Row

_TWO_LINES = SIZE.row_two_lines


class AgreementsTab(RegisterTab):
    """Decisions, wishes and assignments."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._assignments: tuple[Assignment, ...] = ()
        columns = Columns(
            left=12, right=12, check=False, badge=0, client=176, date=184, date_right=True,
            bar=False, rounded=True,
        )  # fmt: skip
        self.decisions = RegisterList(
            "Besluiten", columns, add="Besluit", row_height=_TWO_LINES,
            empty="Nog geen besluiten. In een gesprek begint een besluit met =.",
            actions=(("Wijzigen …", self._edit_decision),),
            remove=lambda one: decisions.remove_decision(desk, one),
        )  # fmt: skip
        self.decisions.opened.connect(self._edit_decision)
        self.decisions.add_asked.connect(self.add_decision)
        self.wishes = RegisterList(
            "Wensen", columns, add="Wens", row_height=_TWO_LINES,
            empty="Nog geen wensen. In een gesprek begint een wens met +.",
            actions=(("Wijzigen …", self._edit_wish),),
            remove=lambda one: decisions.remove_wish(desk, one),
        )  # fmt: skip
        self.wishes.opened.connect(self._edit_wish)
        self.wishes.add_asked.connect(self.add_wish)
        self.assignments = RegisterList(
            "Opdrachten", columns, add="Opdracht", row_height=_TWO_LINES,
            empty="Leg vast wat u voor deze klant doet, en wat niet.",
            actions=(("Wijzigen …", self._edit_assignment),),
            remove=lambda one: decisions.remove_assignment(desk, one),
        )  # fmt: skip
        self.assignments.opened.connect(self._edit_assignment)
        self.assignments.add_asked.connect(self.add_assignment)
        for part in (self.decisions, self.wishes, self.assignments):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def refresh(self, card: ClientCard) -> None:
        self.client_id = card.client.id
        found = client_card.agreements(self.desk.archive, card.client.id)
        today = self.desk.today()
        self._assignments = found.assignments
        titles = {str(item.id): item.title for item in found.assignments}
        self.decisions.set_items(
            [_decision_row(one, titles.get(one.assignment_id or "", ""), today)
             for one in found.decisions],
            found.decisions,
        )  # fmt: skip
        self.wishes.set_items([_wish_row(item, today) for item in found.wishes], found.wishes)
        self.assignments.set_items(
            [_assignment_row(item, today) for item in found.assignments], found.assignments
        )

    def add_decision(self) -> None:
        """Ask for a new decision."""
        decisions.ask_decision(self.desk, self, self.client_id, self._assignments)

    def add_wish(self) -> None:
        """Ask for a new wish."""
        decisions.ask_wish(self.desk, self, self.client_id)

    def add_assignment(self) -> None:
        """Ask for a new assignment."""
        decisions.ask_assignment(self.desk, self, self.client_id)

    def _edit_decision(self, one: Decision) -> None:
        decisions.ask_decision(self.desk, self, self.client_id, self._assignments, one)

    def _edit_wish(self, one: Wish) -> None:
        decisions.ask_wish(self.desk, self, self.client_id, one)

    def _edit_assignment(self, one: Assignment) -> None:
        decisions.ask_assignment(self.desk, self, self.client_id, one)


def _decision_row(item: Decision, assignment: str, today: date) -> Row:
    confirmed = f"bevestigd op {short_day(item.confirmed_on, today)}" if item.confirmed_on else ""
    second = " · ".join(part for part in (assignment, confirmed) if part)
    return Row(
        item.text,
        second=second,
        client=capital(item.scope.value),
        day=short_day(item.decided_on, today),
        distance=distance(item.decided_on, today),
        tag="" if item.stands else "Vervangen",
        struck=not item.stands,
    )


def _wish_row(item: Wish, today: date) -> Row:
    need = f"Want: {item.need}" if item.need else ""
    reason = f"antwoord: {item.reason}" if item.reason else ""
    return Row(
        item.text,
        second=" · ".join(part for part in (need, item.consequence, reason) if part),
        client=ANSWER_WORDS[item.answer],
        day=short_day(item.said_on, today),
        distance=distance(item.said_on, today),
    )


def _assignment_row(item: Assignment, today: date) -> Row:
    second = " · ".join(
        part for part in (item.scope, f"niet: {item.excluded}" if item.excluded else "") if part
    )
    starts = f"vanaf {short_day(item.starts_on, today)}" if item.starts_on else ""
    ends = f"tot {short_day(item.ends_on, today)}" if item.ends_on else ""
    return Row(
        item.title,
        second=" ".join(second.split()),
        client=capital(item.state.value),
        day=" ".join(part for part in (starts, ends) if part),
        struck=False,
        bold=item.state is AssignmentState.RUNNING,
    )

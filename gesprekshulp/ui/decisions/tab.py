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
from gesprekshulp.ui.disputes import decision_dispute
from gesprekshulp.ui.theme.tokens import SIZE
from gesprekshulp.ui.widgets.row import Columns, Row
from gesprekshulp.ui.widgets.segments import Segments

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
            actions=(
                ("Wijzigen …", self._edit_decision),
                ("Geschildossier maken …", lambda one: decision_dispute(desk, self, one)),
            ),
            remove=lambda one: decisions.remove_decision(desk, one),
        )  # fmt: skip
        self.decisions.opened.connect(self._edit_decision)
        self.decisions.add_asked.connect(self.add_decision)
        self.filter = Segments(_FILTERS, name="Welke besluiten")
        self.filter.changed.connect(lambda _: self._show_decisions())
        self.decisions.add_beside(self.filter)
        self._found: tuple[Decision, ...] = ()
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
        self._found = found.decisions
        self._show_decisions()
        self.wishes.set_items([_wish_row(item, today) for item in found.wishes], found.wishes)
        self.assignments.set_items(
            [_assignment_row(item, today) for item in found.assignments], found.assignments
        )

    def _show_decisions(self) -> None:
        titles = {str(item.id): item.title for item in self._assignments}
        today, chosen = self.desk.today(), self.filter.value()
        shown = [one for one in self._found if _passes(one, chosen)]
        self.filter.setVisible(len(self._found) > 1)
        self.decisions.set_items(
            [_decision_row(one, titles.get(one.assignment_id or "", ""), today) for one in shown],
            shown,
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


_FILTERS = (
    ("", "Alle"),
    ("bevestigd", "Bevestigd"),
    ("niet", "Niet bevestigd"),
    ("advies", "Wijkt af van advies"),
)


def _passes(item: Decision, chosen: str) -> bool:
    match chosen:
        case "bevestigd":
            return item.confirmed_on is not None
        case "niet":
            return item.confirmed_on is None
        case "advies":
            return item.is_against_advice
        case _:
            return True


def _decision_row(item: Decision, assignment: str, today: date) -> Row:
    confirmed = _confirmed("bevestigd", item.confirmed_on, item.confirmed_by, today)
    against = ""
    if item.is_against_advice:
        known = _confirmed("", item.advice_confirmed_on, item.advice_confirmed_by, today)
        against = f"wijkt af van ons advies, {f'bevestigd{known}' if known else 'niet bevestigd'}"
    second = " · ".join(part for part in (assignment, confirmed, against) if part)
    return Row(
        item.text,
        second=second,
        client=capital(item.scope.value),
        day=short_day(item.decided_on, today),
        distance=distance(item.decided_on, today),
        tag="" if item.stands else "Vervangen",
        struck=not item.stands,
    )


def _confirmed(word: str, on: date | None, by: str, today: date) -> str:
    if on is None:
        return ""
    return f"{word} op {short_day(on, today)}{f' door {by}' if by else ''}"


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

"""The other tabs of a client: talks, promises, agreements, people, reports and files."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from gesprekshulp.domain.appointment import Appointment, AppointmentStatus
from gesprekshulp.domain.assignment import Assignment, AssignmentState
from gesprekshulp.domain.attachment import Attachment, OwnerKind
from gesprekshulp.domain.client import ContactPerson
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.decision import Decision, Wish
from gesprekshulp.domain.dutch_dates import clock, distance, local_day, short_day
from gesprekshulp.domain.ids import ClientId, ReportId
from gesprekshulp.domain.report import Report
from gesprekshulp.services import client_card
from gesprekshulp.services.client_card import ClientCard
from gesprekshulp.ui.appointment_words import KIND_WORDS
from gesprekshulp.ui.clients import promises
from gesprekshulp.ui.clients.forms import ask_person, remove_person
from gesprekshulp.ui.clients.register_list import RegisterList
from gesprekshulp.ui.clients.words import ANSWER_WORDS, capital
from gesprekshulp.ui.commitments.rows import commitment_row, grouped_rows
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.decisions import forms as decisions
from gesprekshulp.ui.theme.tokens import SIZE
from gesprekshulp.ui.widgets.row import CARD, Columns, Row

_TALKS = Columns(
    left=12, right=12, check=False, badge=0, client=160, date=200, date_right=True, bar=False,
    rounded=True,
)  # fmt: skip
_TWO_LINES = SIZE.row_two_lines
_MOST_CLOSED = 200


class RegisterTab(QWidget):
    """A tab with one or more lists. `refresh` reads them again for a client."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.client_id = ClientId("")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(32)

    def refresh(self, card: ClientCard) -> None:
        """Show what there is of this client now."""
        raise NotImplementedError


class AppointmentsTab(RegisterTab):
    """All talks, first what is to come."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list = RegisterList(
            "Afspraken",
            _TALKS,
            add="Afspraak plannen",
            empty="Nog geen afspraken met deze klant.",
            actions=(("Openen", self._open),),
        )
        self.list.opened.connect(self._open)
        self.list.add_asked.connect(self._plan)
        self.column.addWidget(self.list)
        self.column.addStretch(1)

    def refresh(self, card: ClientCard) -> None:
        self.client_id = card.client.id
        talks = client_card.appointments(self.desk.archive, card.client.id)
        now, today = self.desk.clock.now(), self.desk.today()
        coming = [talk for talk in reversed(talks) if talk.ends_at > now]
        past = [talk for talk in talks if talk.ends_at <= now]
        rows: list[Row] = []
        behind: list[object | None] = []
        for heading, group in (("Komt nog", coming), ("Geweest", past)):
            if group:
                rows.append(Row(heading, heading=True))
                behind.append(None)
            for talk in group:
                rows.append(_talk_row(talk, today))
                behind.append(talk)
        self.list.set_items(rows, behind)

    def _open(self, talk: Appointment) -> None:
        self.desk.go("afspraak", appointment_id=talk.id)

    def _plan(self) -> None:
        from gesprekshulp.ui.agenda.dialogs import plan_appointment

        plan_appointment(self.desk, self, client_id=self.client_id)


def _talk_row(talk: Appointment, today: date) -> Row:
    day = local_day(talk.starts_at)
    cancelled = talk.status is AppointmentStatus.CANCELLED
    tags = {AppointmentStatus.CANCELLED: "Afgezegd", AppointmentStatus.IN_PROGRESS: "Bezig",
            AppointmentStatus.DONE: "Afgerond"}  # fmt: skip
    at = "" if talk.all_day else f" {clock(talk.starts_at)}"
    return Row(
        talk.title,
        client=capital(KIND_WORDS[talk.kind]),
        day=f"{short_day(day, today)}{at}",
        distance=distance(day, today),
        tag=tags.get(talk.status, ""),
        struck=cancelled,
    )


class PromisesTab(RegisterTab):
    """All promises: open ones under their headings, then the closed ones."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list = RegisterList(
            "Toezeggingen",
            CARD,
            add="Toezegging",
            empty="Geen toezeggingen over en weer.",
            actions=(
                ("Openen bij Toezeggingen", self._open),
                ("Wijzigen …", self._edit),
                ("Nagekomen", self._keep),
            ),
            remove=lambda promise: promises.remove_promise(desk, promise),
        )
        self.list.opened.connect(self._edit)
        self.list.date_asked.connect(self._edit)
        self.list.checked.connect(self._keep)
        self.list.add_asked.connect(self.add)
        self.column.addWidget(self.list)
        self.column.addStretch(1)

    def refresh(self, card: ClientCard) -> None:
        self.client_id = card.client.id
        today = self.desk.today()
        found = client_card.promises(self.desk.archive, card.client.id)
        rows, behind = grouped_rows(((item, item.who) for item in card.promises), today)
        closed = [item for item in found if not item.is_open][:_MOST_CLOSED]
        all_behind: list[object | None] = list(behind)
        if closed:
            rows.append(Row("Afgerond", heading=True))
            all_behind.append(None)
            rows += [commitment_row(item, item.who, today) for item in closed]
            all_behind += closed
        self.list.set_items(rows, all_behind)

    def add(self) -> None:
        """Ask for a new promise."""
        who = client_card.likely_people(self.desk.archive, self.client_id)
        promises.new_promise(self.desk, self, self.client_id, who)

    def _open(self, promise: Commitment) -> None:
        self.desk.go("toezeggingen", commitment_id=promise.id)

    def _edit(self, promise: Commitment) -> None:
        promises.edit_promise(self.desk, self, promise)

    def _keep(self, promise: Commitment) -> None:
        promises.keep_or_reopen(self.desk, promise)


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


class PeopleTab(RegisterTab):
    """Who is who."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        columns = Columns(
            left=12, right=12, check=False, badge=0, icon=32, client=260, date=150,
            bar=False, rounded=True,
        )  # fmt: skip
        self.list = RegisterList(
            "Contactpersonen", columns, add="Contactpersoon", row_height=_TWO_LINES,
            empty="Nog niemand. Voeg toe wie u spreekt, en wie er beslist.",
            actions=(
                ("Wijzigen …", self._edit),
                ("Nummer kopiëren", lambda one: _copy(one.mobile or one.phone)),
                ("E-mailadres kopiëren", lambda one: _copy(one.email)),
            ),
            remove=lambda one: remove_person(desk, one),
        )  # fmt: skip
        self.list.opened.connect(self._edit)
        self.list.add_asked.connect(self.add)
        self.column.addWidget(self.list)
        self.column.addStretch(1)

    def refresh(self, card: ClientCard) -> None:
        self.client_id = card.client.id
        self.list.set_items([_person_row(one) for one in card.people], card.people)

    def add(self) -> None:
        """Ask for a new contact person."""
        ask_person(self.desk, self, self.client_id)

    def _edit(self, person: ContactPerson) -> None:
        ask_person(self.desk, self, self.client_id, person)


def _person_row(one: ContactPerson) -> Row:
    return Row(
        one.name,
        second=capital(one.role),
        icon="persoon",
        bold=True,
        tag="Beslist" if one.decides else "",
        client=one.email,
        day=one.mobile or one.phone,
    )


def _copy(text: str) -> None:
    QApplication.clipboard().setText(text)


class ReportsTab(RegisterTab):
    """The reports of all talks, each in its newest version."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list = RegisterList(
            "Verslagen",
            _TALKS,
            empty="Nog geen verslagen. Een verslag ontstaat na een gesprek.",
            actions=(("Openen", self._open),),
        )
        self.list.opened.connect(self._open)
        self.column.addWidget(self.list)
        self.column.addStretch(1)

    def refresh(self, card: ClientCard) -> None:
        self.client_id = card.client.id
        today = self.desk.today()
        found = client_card.reports(self.desk.archive, card.client.id)
        rows = [
            Row(
                report.title,
                icon="verslag",
                tag=capital(report.state.value),
                client=f"Versie {report.version}",
                day=short_day(local_day(held), today),
                distance=distance(local_day(held), today),
            )
            for report, held in found
        ]
        self.list.set_items(rows, [report for report, _ in found])

    def _open(self, report: Report) -> None:
        self.desk.go("afspraak", appointment_id=report.appointment_id, step="verslag")


class FilesTab(RegisterTab):
    """The files that hang on the client itself, and those that hang on something of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        from gesprekshulp.ui.attachments.panel import AttachmentPanel

        self.panel = AttachmentPanel(desk, OwnerKind.CLIENT, "", None)
        self.column.addWidget(self.panel)
        self.others = RegisterList(
            "Bij gesprekken, toezeggingen en contacten",
            _TALKS,
            empty="Daar hangt nog niets aan.",
            actions=(("Openen waar het bij hoort", self._open),),
        )
        self.others.opened.connect(self._open)
        self.column.addWidget(self.others)
        self.column.addStretch(1)

    def refresh(self, card: ClientCard) -> None:
        self.client_id = card.client.id
        self.panel.set_owner(OwnerKind.CLIENT, card.client.id, card.client.id)
        today = self.desk.today()
        found = [
            file
            for file in client_card.files(self.desk.archive, card.client.id)
            if file.owner_kind is not OwnerKind.CLIENT
        ]
        rows = [
            Row(
                file.name,
                client=capital(file.owner_kind.value),
                day=short_day(local_day(file.added_at), today),
                distance=distance(local_day(file.added_at), today),
            )
            for file in found
        ]
        self.others.set_items(rows, found)
        self.others.setVisible(bool(found))

    def _open(self, file: Attachment) -> None:
        match file.owner_kind:
            case OwnerKind.APPOINTMENT:
                self.desk.go("afspraak", appointment_id=file.owner_id)
            case OwnerKind.COMMITMENT:
                self.desk.go("toezeggingen", commitment_id=file.owner_id)
            case OwnerKind.REPORT:
                talk = client_card.talk_of_report(self.desk.archive, ReportId(file.owner_id))
                self.desk.go("afspraak", appointment_id=talk, step="verslag")
            case _:
                self.desk.go("klant", client_id=self.client_id)

"""Tabs of a client: talks, promises, reports and files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from gesprekshulp.domain.appointment import Appointment, AppointmentStatus
from gesprekshulp.domain.attachment import Attachment, OwnerKind
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.dutch_dates import clock, distance, local_day, short_day
from gesprekshulp.domain.ids import ReportId
from gesprekshulp.domain.report import Report
from gesprekshulp.services import client_card, commitments
from gesprekshulp.services.client_card import ClientCard
from gesprekshulp.ui.appointment_words import KIND_WORDS
from gesprekshulp.ui.clients.register_list import RegisterList
from gesprekshulp.ui.clients.register_tab import RegisterTab
from gesprekshulp.ui.clients.words import capital
from gesprekshulp.ui.commitments import forms
from gesprekshulp.ui.commitments.doing import do
from gesprekshulp.ui.commitments.history import in_short
from gesprekshulp.ui.commitments.rows import commitment_row, grouped_rows
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.theme.tokens import SIZE
from gesprekshulp.ui.undo_toast import did
from gesprekshulp.ui.widgets.labels import Section
from gesprekshulp.ui.widgets.row import CARD, Columns, Row

_TALKS = Columns(
    left=12, right=12, check=False, badge=0, client=160, date=200, date_right=True, bar=False,
    rounded=True,
)  # fmt: skip
_REPORTS = replace(_TALKS, icon=32)
_TWO_LINES = SIZE.row_two_lines
_MOST_CLOSED = 200


class AppointmentsTab(RegisterTab):
    """All talks, first what is to come."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list = RegisterList(
            "Afspraken",
            _TALKS,
            add="Afspraak plannen",
            empty="Nog geen afspraken met deze klant.",
            actions=(
                ("Openen", self._open),
                ("Verzetten …", self._move),
                ("Afzeggen …", self._cancel),
            ),
            remove=self._remove,
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

    def _move(self, talk: Appointment) -> None:
        from gesprekshulp.ui.agenda.dialogs import move_appointment

        move_appointment(self.desk, self, talk.id)

    def _cancel(self, talk: Appointment) -> None:
        from gesprekshulp.ui.agenda.dialogs import cancel_appointment

        cancel_appointment(self.desk, self, talk.id)

    def _remove(self, talk: Appointment) -> None:
        from gesprekshulp.ui.agenda.dialogs import remove_appointment

        remove_appointment(self.desk, talk.id)


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
    """All promises with their history in short: open ones under headings, then the closed ones."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._client_name = ""
        self.list = RegisterList(
            "Toezeggingen",
            CARD,
            row_height=_TWO_LINES,
            add="Toezegging",
            empty="Geen toezeggingen over en weer.",
            actions=(
                ("Openen bij Toezeggingen", self._open),
                ("Wijzigen …", self._edit),
                ("Verzetten …", lambda one: forms.move_promise(desk, self, one)),
                ("Laten vervallen …", lambda one: forms.drop_promise(desk, self, one)),
                ("Nagekomen, of toch nog open", self._keep),
            ),
            remove=self._remove,
        )
        self.list.opened.connect(self._edit)
        self.list.date_asked.connect(lambda one: forms.choose_day(desk, self, one))
        self.list.checked.connect(self._keep)
        self.list.add_asked.connect(self.add)
        self.column.addWidget(self.list)
        self.column.addStretch(1)

    def refresh(self, card: ClientCard) -> None:
        self.client_id, self._client_name = card.client.id, card.client.name
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
        shown = [item for item in all_behind if isinstance(item, Commitment)]
        told = client_card.histories(self.desk.archive, shown)
        rows = [
            replace(row, second=in_short(item, told.get(item.id, ()), today))
            if isinstance(item, Commitment)
            else row
            for row, item in zip(rows, all_behind, strict=True)
        ]
        self.list.set_items(rows, all_behind)

    def add(self) -> None:
        """Ask for a new promise."""
        forms.new_promise(self.desk, self, (self.client_id, self._client_name))

    def _open(self, promise: Commitment) -> None:
        self.desk.go("toezeggingen", commitment_id=promise.id)

    def _edit(self, promise: Commitment) -> None:
        forms.change_promise(self.desk, self, promise, self._client_name)

    def _remove(self, promise: Commitment) -> None:
        commitments.remove(self.desk.archive, promise.id)
        did(self.desk, f"Toezegging “{promise.what}” verwijderd.")

    def _keep(self, promise: Commitment) -> None:
        act, done = (
            (commitments.keep, "nagekomen")
            if promise.is_open
            else (commitments.reopen, "staat weer open")
        )
        do(self.desk, lambda: act(self.desk.archive, self.desk.clock, promise.id), done)


class ReportsTab(RegisterTab):
    """The reports of all talks, each in its newest version."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list = RegisterList(
            "Verslagen",
            _REPORTS,
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
        # One block, as near to each other as the head and the list of a register.
        own = QVBoxLayout()
        own.setSpacing(12)
        own.addWidget(Section("Stukken"))
        own.addWidget(self.panel)
        self.column.addLayout(own)
        self.others = RegisterList(
            "Ook van deze klant",
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

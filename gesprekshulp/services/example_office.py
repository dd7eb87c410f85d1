"""The example office: an invented firm with its clients, around the day on which it is made.

The texts stand in `resources/voorbeeld/kantoor.json`; days there count from today.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, cast

from gesprekshulp.domain.adviser import Adviser
from gesprekshulp.domain.appointment import (
    Appointment,
    Side,
)
from gesprekshulp.domain.assignment import Assignment
from gesprekshulp.domain.attachment import Attachment, OwnerKind
from gesprekshulp.domain.client import Client, ClientKind, ClientStatus, ContactPerson
from gesprekshulp.domain.commitment import Commitment, CommitmentEvent, CommitmentState, EventKind
from gesprekshulp.domain.contact import Contact, ContactKind, ContactNature
from gesprekshulp.domain.decision import Decision, Scope, Wish, WishAnswer
from gesprekshulp.domain.dutch_dates import local_day, short_day
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import (
    AdviserId,
    AppointmentId,
    AssignmentId,
    AttachmentId,
    ClientId,
    CommitmentId,
    ContactId,
    DecisionId,
    PersonId,
    WishId,
    new_id,
)
from gesprekshulp.domain.rating import Rating
from gesprekshulp.domain.report import SentHow
from gesprekshulp.domain.report_answer import AnswerHow
from gesprekshulp.domain.settings import Settings
from gesprekshulp.domain.text import InternalText
from gesprekshulp.paths import resource
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.example_days import ExampleDays, working_day
from gesprekshulp.services.example_talks import Data, ExampleTalks
from gesprekshulp.storage.archive import Archive, Work


class ArchiveNotEmpty(UserError):
    """The example goes into an empty archive alone, so that it never mixes with real clients."""


@dataclass(frozen=True, slots=True)
class Made:
    """How much the example office holds."""

    clients: int
    appointments: int
    commitments: int


def fill(archive: Archive, clock: Clock) -> Made:
    """Put the example office in an empty archive. Raises ArchiveNotEmpty."""
    data = cast(Data, json.loads(resource("voorbeeld", "kantoor.json").read_text("utf-8")))
    with archive.transaction("Voorbeeldkantoor gevuld") as work:
        if work.clients.count():
            raise ArchiveNotEmpty(
                "Het voorbeeldkantoor past alleen in een leeg archief, en hier staan al klanten."
                " Kies met --map een andere map."
            )
        work.settings.save(Settings(**data["kantoor"], started=True))
        advisers = tuple(
            Adviser(AdviserId(new_id()), name, role, email, phone, own)
            for name, role, email, phone, own in data["adviseurs"]
        )
        work.advisers.save_all(advisers)
        held: list[tuple[AppointmentId, str]] = []
        filler = _Filler(work, ExampleDays(clock.today()), advisers[0])
        for item in data["klanten"]:
            held += filler.client(item)
        made = Made(work.clients.count(), work.appointments.count(), work.commitments.count())
    for appointment_id, confirmed_by in held:
        _write_report(archive, appointment_id, confirmed_by)
    return made


def _write_report(archive: Archive, appointment_id: AppointmentId, confirmed_by: str) -> None:
    from gesprekshulp.services import report_answers, report_sending, reports

    with archive.reading() as work:
        held_on = local_day(work.appointments.get(appointment_id).starts_at)
    # Written on the evening of the talk itself, sent the next working day.
    then = Clock(held_on)
    reports.draft(archive, then, appointment_id)
    sent_on = working_day(held_on + timedelta(days=1), 1)
    report_sending.mark_sent(
        archive, Clock(sent_on), appointment_id, sent_on, how=SentHow.MAIL, to=confirmed_by
    )
    if confirmed_by:
        answered = working_day(held_on + timedelta(days=4), 1)
        report_answers.confirm(
            archive, Clock(answered), appointment_id, confirmed_by, answered, AnswerHow.MAIL
        )


class _Filler:
    """Puts one client after another in the archive."""

    def __init__(self, work: Work, days: ExampleDays, own: Adviser) -> None:
        self._work = work
        self._days = days
        self._talks = ExampleTalks(work, days, own)

    def client(self, data: Data) -> list[tuple[AppointmentId, str]]:
        """One client with everything; gives its held talk and who confirmed that report."""
        client = Client(
            ClientId(new_id()),
            data["naam"],
            ClientKind(data.get("soort", "organisatie")),
            ClientStatus(data.get("status", "actief")),
            trade=data["branche"],
            size=data.get("omvang", ""),
            street=data["straat"],
            postal_code=data["postcode"],
            city=data["plaats"],
            phone=data["telefoon"],
            email=data["email"],
            website=data.get("website", ""),
            since=data["sinds"],
            remarks=InternalText(data["intern"]),
        )
        self._work.clients.save(client)
        people = tuple(
            ContactPerson(PersonId(new_id()), client.id, name, role, email, "", mobile, decides)
            for name, role, decides, email, mobile in data["personen"]
        )
        self._work.people.save_all(people)
        assignment = self._assignment(client, data.get("opdracht"))
        decisions = [self._decision(client, assignment, item) for item in data["besluiten"]]
        promises = [self._promise(client, item) for item in data["toezeggingen"]]
        held: list[tuple[AppointmentId, str]] = []
        talk_day: int | None = None
        talk: Appointment | None = None
        if "gesprek" in data:
            talk = self._talks.held(
                client, people, assignment, data["gesprek"], promises, decisions
            )
            talk_day = data["gesprek"]["dagen"]
            held.append((talk.id, data["gesprek"]["bevestigd"]))
        self._work.decisions.save_all(decisions)
        for item, promise in zip(data["toezeggingen"], promises, strict=True):
            self._save_promise(promise, item[6])
        for item in data["contacten"]:
            with_talk = talk.id if talk and item[0] == talk_day else None
            self._contact(client, people, item, with_talk)
        for days, text, need, answer, reason in data["wensen"]:
            self._work.wishes.save(
                Wish(
                    WishId(new_id()), client.id, text, self._days.day(days), need,
                    answer=WishAnswer(answer), reason=reason,
                )
            )  # fmt: skip
        for days, score, explanation in data["tevredenheid"]:
            self._work.ratings.save(
                Rating(new_id(), client.id, self._days.day(days), score, InternalText(explanation))
            )
        for item in data["afspraken"]:
            self._talks.planned(client, people, assignment, item)
        self._attachment(client)
        return held

    def _assignment(self, client: Client, data: list[str] | None) -> Assignment | None:
        if not data:
            return None
        title, scope, excluded = data
        assignment = Assignment(
            AssignmentId(new_id()),
            client.id,
            title,
            scope,
            excluded,
            starts_on=self._days.day(-120),
        )
        return self._work.assignments.save(assignment)

    def _decision(self, client: Client, assignment: Assignment | None, data: list[Any]) -> Decision:
        days, text, scope, confirmed, by = data
        return Decision(
            DecisionId(new_id()),
            client.id,
            text,
            self._days.day(days),
            Scope.INSIDE if scope == "binnen" else Scope.OUTSIDE,
            assignment_id=assignment.id if assignment else None,
            confirmed_on=self._days.day(confirmed) if confirmed is not None else None,
            confirmed_by=by,
        )

    def _promise(self, client: Client, data: list[Any]) -> Commitment:
        made, side, who, what, due, state, more = data
        return Commitment(
            CommitmentId(new_id()),
            client.id,
            Side(side),
            who,
            what,
            self._days.day(made),
            due=self._days.day(due) if due is not None else None,
            state=CommitmentState(state),
            said=more.get("gezegd", ""),
            moves=len(more.get("verzet", [])),
            closed_on=self._days.day(more["op"]) if "op" in more else None,
            checked=True,
        )

    def _save_promise(self, promise: Commitment, more: Data) -> None:
        self._work.commitments.save(promise)
        moves = more.get("verzet", [])
        first = self._days.day(moves[0][0]) if moves else promise.due
        day = f"uiterlijk {short_day(first)}" if first else "nog geen dag"
        self._event(promise, EventKind.MADE, promise.made_on, day, None, first)
        for from_days, to_days, at_days, reason in moves:
            self._event(
                promise, EventKind.MOVED, self._days.day(at_days), reason,
                self._days.day(from_days), self._days.day(to_days),
            )  # fmt: skip
        if promise.closed_on is not None:
            dropped = promise.state is CommitmentState.DROPPED
            kind = EventKind.DROPPED if dropped else EventKind.KEPT
            self._event(promise, kind, promise.closed_on, more.get("reden", ""))

    def _event(
        self,
        promise: Commitment,
        kind: EventKind,
        day: date,
        text: str,
        from_day: date | None = None,
        to_day: date | None = None,
    ) -> None:
        at = datetime.combine(day, time(16), UTC)
        event = CommitmentEvent(new_id(), promise.id, kind, at, text, from_day, to_day)
        self._work.commitments.record(event)

    def _contact(
        self,
        client: Client,
        people: tuple[ContactPerson, ...],
        data: list[Any],
        appointment_id: AppointmentId | None,
    ) -> None:
        days, at, kind, nature, place, subject, text, outcome = data
        person = people[int(place)]
        self._work.contacts.save(
            Contact(
                ContactId(new_id()), client.id, self._days.moment(days, at), subject,
                ContactKind(kind), ContactNature(nature), text, outcome,
                person.id, person.name, appointment_id,
            )
        )  # fmt: skip

    def _attachment(self, client: Client) -> None:
        text = f"Notitie bij {client.name}\r\n\r\nKlantgegevens nagekeken en akkoord bevonden.\r\n"
        content = text.encode()
        self._work.attachments.save(
            Attachment(
                AttachmentId(new_id()), OwnerKind.CLIENT, client.id, client.id,
                f"Klantgegevens {client.name}.txt", self._work.attachments.keep_bytes(content),
                len(content), self._days.moment(-60, "09:00"),
            )
        )  # fmt: skip

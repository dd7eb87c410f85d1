"""The example office: an invented firm with its clients, around the day on which it is made.

The texts stand in `resources/voorbeeld/kantoor.json`; days there count from today.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, cast

from gesprekshulp.domain.adviser import Adviser
from gesprekshulp.domain.appointment import (
    AgendaItem,
    Appointment,
    AppointmentKind,
    AppointmentStatus,
    Expectation,
    GoalReached,
    Participant,
    Sending,
    Side,
    Speaker,
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
    AgendaItemId,
    AppointmentId,
    AssignmentId,
    AttachmentId,
    ClientId,
    CommitmentId,
    ContactId,
    DecisionId,
    LineId,
    PersonId,
    WishId,
    new_id,
)
from gesprekshulp.domain.note import LineKind, NoteLine
from gesprekshulp.domain.rating import Rating
from gesprekshulp.domain.read_back import ReadBack, ReadBackItem, ReadBackSection, Verdict
from gesprekshulp.domain.report import SentHow
from gesprekshulp.domain.report_answer import AnswerHow
from gesprekshulp.domain.settings import Settings
from gesprekshulp.domain.text import InternalText
from gesprekshulp.language.calendar import is_working_day
from gesprekshulp.paths import resource
from gesprekshulp.services.appointments import local_moment
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive, Work

Data = dict[str, Any]


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
        for item in data["klanten"]:
            held += _Filler(work, clock, advisers).client(item)
        made = Made(work.clients.count(), work.appointments.count(), work.commitments.count())
    for appointment_id, confirmed_by in held:
        _write_report(archive, clock, appointment_id, confirmed_by)
    return made


def _write_report(
    archive: Archive, clock: Clock, appointment_id: AppointmentId, confirmed_by: str
) -> None:
    from gesprekshulp.services import report_answers, report_sending, reports

    with archive.reading() as work:
        held_on = local_day(work.appointments.get(appointment_id).starts_at)
    # Written on the evening of the talk itself, sent the next working day.
    then = Clock(held_on)
    reports.draft(archive, then, appointment_id)
    sent_on = _working_day(held_on + timedelta(days=1), 1)
    report_sending.mark_sent(
        archive, Clock(sent_on), appointment_id, sent_on, how=SentHow.MAIL, to=confirmed_by
    )
    if confirmed_by:
        answered = _working_day(held_on + timedelta(days=4), 1)
        report_answers.confirm(
            archive, Clock(answered), appointment_id, confirmed_by, answered, AnswerHow.MAIL
        )


class _Filler:
    """Puts one client after another in the archive."""

    def __init__(self, work: Work, clock: Clock, advisers: tuple[Adviser, ...]) -> None:
        self._work = work
        self._today = clock.today()
        self._advisers = advisers

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
            talk = self._held(client, people, assignment, data["gesprek"], promises, decisions)
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
                    WishId(new_id()), client.id, text, self._day(days), need,
                    answer=WishAnswer(answer), reason=reason,
                )
            )  # fmt: skip
        for days, score, explanation in data["tevredenheid"]:
            self._work.ratings.save(
                Rating(new_id(), client.id, self._day(days), score, InternalText(explanation))
            )
        for item in data["afspraken"]:
            self._planned(client, people, assignment, item)
        self._attachment(client)
        return held

    def _day(self, days: int) -> date:
        """A day counted from today; a day off gives the nearest working day further away."""
        day = self._today + timedelta(days=days)
        return day if days == 0 else _working_day(day, 1 if days > 0 else -1)

    def _moment(self, days: int, at: str) -> datetime:
        return local_moment(self._day(days), time.fromisoformat(at))

    def _assignment(self, client: Client, data: list[str] | None) -> Assignment | None:
        if not data:
            return None
        title, scope, excluded = data
        assignment = Assignment(
            AssignmentId(new_id()), client.id, title, scope, excluded, starts_on=self._day(-120)
        )
        return self._work.assignments.save(assignment)

    def _decision(self, client: Client, assignment: Assignment | None, data: list[Any]) -> Decision:
        days, text, scope, confirmed, by = data
        return Decision(
            DecisionId(new_id()),
            client.id,
            text,
            self._day(days),
            Scope.INSIDE if scope == "binnen" else Scope.OUTSIDE,
            assignment_id=assignment.id if assignment else None,
            confirmed_on=self._day(confirmed) if confirmed is not None else None,
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
            self._day(made),
            due=self._day(due) if due is not None else None,
            state=CommitmentState(state),
            said=more.get("gezegd", ""),
            moves=len(more.get("verzet", [])),
            closed_on=self._day(more["op"]) if "op" in more else None,
            checked=True,
        )

    def _save_promise(self, promise: Commitment, more: Data) -> None:
        self._work.commitments.save(promise)
        moves = more.get("verzet", [])
        first = self._day(moves[0][0]) if moves else promise.due
        day = f"uiterlijk {short_day(first)}" if first else "nog geen dag"
        self._event(promise, EventKind.MADE, promise.made_on, day, None, first)
        for from_days, to_days, at_days, reason in moves:
            self._event(
                promise, EventKind.MOVED, self._day(at_days), reason,
                self._day(from_days), self._day(to_days),
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
                ContactId(new_id()), client.id, self._moment(days, at), subject,
                ContactKind(kind), ContactNature(nature), text, outcome,
                person.id, person.name, appointment_id,
            )
        )  # fmt: skip

    def _appointment(
        self, client: Client, assignment: Assignment | None, data: Data, **more: Any
    ) -> Appointment:
        start = self._moment(data["dagen"], data["begin"])
        return self._work.appointments.save(
            Appointment(
                AppointmentId(new_id()),
                data["titel"],
                start,
                start + timedelta(minutes=data["minuten"]),
                client.id,
                assignment.id if assignment else None,
                AppointmentKind(data["soort"]),
                place=data["plaats"],
                goal=data.get("doel", ""),
                wished_outcome=data.get("uitkomst", ""),
                previous_report_read_at=start - timedelta(days=1)
                if data.get("vorig_gelezen")
                else None,
                **more,
            )
        )

    def _people(
        self, appointment: Appointment, people: tuple[ContactPerson, ...], present: bool | None
    ) -> None:
        own = self._advisers[0]
        self._work.participants.save_all(
            [
                *(
                    Participant(
                        new_id(), appointment.id, p.name, Side.CLIENT, p.role, p.email,
                        person_id=p.id, present=present,
                    )
                    for p in people
                ),
                Participant(
                    new_id(), appointment.id, own.name, Side.US, own.role, own.email,
                    adviser_id=own.id, present=present,
                ),
            ]
        )  # fmt: skip

    def _agenda(self, appointment: Appointment, data: Data, done: bool) -> list[AgendaItem]:
        items = [
            AgendaItem(
                AgendaItemId(new_id()), appointment.id, position, title, minutes,
                Speaker(speaker), done, minutes * 60 if done else 0,
            )
            for position, (title, minutes, speaker) in enumerate(data.get("agenda", []))
        ]  # fmt: skip
        self._work.agenda_items.save_all(items)
        return items

    def _planned(
        self,
        client: Client,
        people: tuple[ContactPerson, ...],
        assignment: Assignment | None,
        data: Data,
    ) -> None:
        appointment = self._appointment(client, assignment, data)
        invited: list[int] = data["personen"]
        self._people(appointment, tuple(people[place] for place in invited), None)
        self._agenda(appointment, data, done=False)
        self._work.expectations.save_all(
            Expectation(
                new_id(), appointment.id, position, person, words,
                self._day(asked) if asked is not None else None,
            )
            for position, (person, words, asked) in enumerate(data.get("verwachtingen", []))
        )  # fmt: skip
        self._work.sendings.save_all(
            Sending(new_id(), appointment.id, position, what, self._day(sent) if sent else None)
            for position, (what, sent) in enumerate(data.get("sturen", []))
        )

    def _held(
        self,
        client: Client,
        people: tuple[ContactPerson, ...],
        assignment: Assignment | None,
        data: Data,
        promises: list[Commitment],
        decisions: list[Decision],
    ) -> Appointment:
        """A talk that was held, with its lines tied to the promises and decisions made in it."""
        start = self._moment(data["dagen"], data["begin"])
        appointment = self._appointment(
            client,
            assignment,
            data,
            status=AppointmentStatus.HELD,
            goal_reached=GoalReached(data["bereikt"]),
            started_at=start,
            stopped_at=start + timedelta(minutes=data["minuten"]),
        )
        self._people(appointment, people[:2], True)
        items = self._agenda(appointment, data, done=True)
        lines: list[NoteLine] = []
        typed: list[tuple[int, str, str]] = data["regels"]
        for position, (item, kind, words) in enumerate(typed):
            line = NoteLine(
                LineId(new_id()), appointment.id, position,
                start + timedelta(minutes=4 * position + 2), LineKind(kind),
                agenda_item_id=items[item].id,
            ).saying(words)  # fmt: skip
            lines.append(line)
        for line in lines:
            if line.kind is LineKind.COMMITMENT:
                place = _likest(line.text, [p.what for p in promises])
                promises[place] = replace(
                    promises[place], appointment_id=appointment.id, line_id=line.id,
                    said=promises[place].said or line.text,
                )  # fmt: skip
            elif line.kind is LineKind.DECISION:
                place = _likest(line.text, [d.text for d in decisions])
                decisions[place] = replace(
                    decisions[place], appointment_id=appointment.id, line_id=line.id
                )
        outside = {d.line_id for d in decisions if d.scope is Scope.OUTSIDE}
        self._work.note_lines.save_all(
            replace(line, scope=Scope.OUTSIDE if line.id in outside else Scope.INSIDE)
            for line in lines
        )
        if data["bevestigd"]:
            self._read_back(appointment, lines, data["bevestigd"])
        return appointment

    def _read_back(self, appointment: Appointment, lines: list[NoteLine], by: str) -> None:
        items = tuple(
            ReadBackItem(line.id, ReadBackSection.AGREED, line.text, line.text, Verdict.RIGHT)
            for line in lines
            if line.kind in (LineKind.COMMITMENT, LineKind.DECISION)
        )
        confirmed_at = appointment.stopped_at or appointment.ends_at
        read_back = ReadBack(new_id(), appointment.id, confirmed_at, by, items)
        self._work.read_backs.save(read_back, tuple(new_id() for _ in items))

    def _attachment(self, client: Client) -> None:
        text = f"Notitie bij {client.name}\r\n\r\nKlantgegevens nagekeken en akkoord bevonden.\r\n"
        content = text.encode()
        self._work.attachments.save(
            Attachment(
                AttachmentId(new_id()), OwnerKind.CLIENT, client.id, client.id,
                f"Klantgegevens {client.name}.txt", self._work.attachments.keep_bytes(content),
                len(content), self._moment(-60, "09:00"),
            )
        )  # fmt: skip


def _working_day(day: date, step: int) -> date:
    """This day, or the first one from there on (`step` 1, or -1 back) on which offices are open."""
    while not is_working_day(day):
        day += timedelta(days=step)
    return day


def _likest(text: str, candidates: list[str]) -> int:
    """The place of the candidate that shares most beginnings of words with a text."""

    def stems(words: str) -> set[str]:
        return {word.strip(".,").casefold()[:5] for word in words.split() if len(word) > 3}

    wanted = stems(text)
    return max(range(len(candidates)), key=lambda place: len(wanted & stems(candidates[place])))

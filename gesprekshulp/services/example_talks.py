"""The talks of the example office: those to come, prepared, and those held, with their lines."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

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
from gesprekshulp.domain.client import Client, ContactPerson
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.decision import Decision, Scope
from gesprekshulp.domain.ids import AgendaItemId, AppointmentId, LineId, new_id
from gesprekshulp.domain.note import LineKind, NoteLine
from gesprekshulp.domain.read_back import ReadBack, ReadBackItem, ReadBackSection, Verdict
from gesprekshulp.services.example_days import ExampleDays
from gesprekshulp.storage.archive import Work

Data = dict[str, Any]


class ExampleTalks:
    """Puts talks in the archive, held or to come by `own`, the adviser who uses the program."""

    def __init__(self, work: Work, days: ExampleDays, own: Adviser) -> None:
        self._work = work
        self._days = days
        self._own = own

    def planned(
        self,
        client: Client,
        people: tuple[ContactPerson, ...],
        assignment: Assignment | None,
        data: Data,
    ) -> None:
        """A talk to come, with what is prepared for it."""
        appointment = self._appointment(client, assignment, data)
        invited: list[int] = data["personen"]
        self._people(appointment, tuple(people[place] for place in invited), None)
        self._agenda(appointment, data, done=False)
        self._work.expectations.save_all(
            Expectation(
                new_id(), appointment.id, position, person, words,
                self._days.day(asked) if asked is not None else None,
            )
            for position, (person, words, asked) in enumerate(data.get("verwachtingen", []))
        )  # fmt: skip
        self._work.sendings.save_all(
            Sending(
                new_id(), appointment.id, position, what, self._days.day(sent) if sent else None
            )
            for position, (what, sent) in enumerate(data.get("sturen", []))
        )

    def held(
        self,
        client: Client,
        people: tuple[ContactPerson, ...],
        assignment: Assignment | None,
        data: Data,
        promises: list[Commitment],
        decisions: list[Decision],
    ) -> Appointment:
        """A talk that was held, with its lines tied to the promises and decisions made in it."""
        start = self._days.moment(data["dagen"], data["begin"])
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

    def _appointment(
        self, client: Client, assignment: Assignment | None, data: Data, **more: Any
    ) -> Appointment:
        start = self._days.moment(data["dagen"], data["begin"])
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
        own = self._own
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

    def _read_back(self, appointment: Appointment, lines: list[NoteLine], by: str) -> None:
        items = tuple(
            ReadBackItem(line.id, ReadBackSection.AGREED, line.text, line.text, Verdict.RIGHT)
            for line in lines
            if line.kind in (LineKind.COMMITMENT, LineKind.DECISION)
        )
        confirmed_at = appointment.stopped_at or appointment.ends_at
        read_back = ReadBack(new_id(), appointment.id, confirmed_at, by, items)
        self._work.read_backs.save(read_back, tuple(new_id() for _ in items))


def _likest(text: str, candidates: list[str]) -> int:
    """The place of the candidate that shares most beginnings of words with a text."""

    def stems(words: str) -> set[str]:
        return {word.strip(".,").casefold()[:5] for word in words.split() if len(word) > 3}

    wanted = stems(text)
    return max(range(len(candidates)), key=lambda place: len(wanted & stems(candidates[place])))

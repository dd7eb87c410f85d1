"""Where an appointment stands: which of the five steps are done, and which comes next."""

from __future__ import annotations

from dataclasses import dataclass

from gesprekshulp.domain.appointment import (
    Appointment,
    AppointmentChange,
    AppointmentStatus,
    ChangeKind,
    Participant,
    Side,
)
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.ids import AppointmentId
from gesprekshulp.domain.readiness import Readiness
from gesprekshulp.domain.report import Report, ReportState
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.dossier import readiness_of
from gesprekshulp.storage.archive import Archive

STEPS = ("plannen", "voorbereiden", "gesprek", "verslag", "nazorg")
"""The five steps of a talk, in order, as places in the window name them."""

_OVER = (AppointmentStatus.HELD, AppointmentStatus.DONE)


@dataclass(frozen=True, slots=True)
class Standing:
    """An appointment with what the head of its page says of it."""

    appointment: Appointment
    client: Client | None
    participants: tuple[Participant, ...]
    readiness: Readiness
    report: Report | None
    changes: tuple[AppointmentChange, ...]

    @property
    def done(self) -> tuple[str, ...]:
        """The steps that are finished."""
        someone = any(person.side is not Side.US for person in self.participants)
        status = self.appointment.status
        report = self.report
        gone_out = report is not None and (
            report.exported_at is not None or report.state is not ReportState.DRAFT
        )
        finished = (
            self.client is not None and someone,
            self.readiness.is_ready or status in _OVER,
            status in _OVER,
            gone_out,
            status is AppointmentStatus.DONE,
        )
        return tuple(step for step, is_done in zip(STEPS, finished, strict=True) if is_done)

    @property
    def next_step(self) -> str:
        """The step with which the page opens."""
        match self.appointment.status:
            case AppointmentStatus.IN_PROGRESS:
                return "gesprek"
            case AppointmentStatus.HELD:
                return "verslag"
            case AppointmentStatus.DONE:
                return "nazorg"
            case AppointmentStatus.PLANNED | AppointmentStatus.CANCELLED:
                return "voorbereiden" if self.client is not None else "plannen"

    @property
    def cancelled(self) -> AppointmentChange | None:
        """Who called it off and why, when it was called off and that is known."""
        if self.appointment.status is not AppointmentStatus.CANCELLED:
            return None
        return next((item for item in self.changes if item.kind is ChangeKind.CANCELLED), None)

    @property
    def moves(self) -> int:
        """How often it was moved."""
        return sum(item.kind is ChangeKind.MOVED for item in self.changes)


def standing(archive: Archive, clock: Clock, id: AppointmentId) -> Standing:
    """Where one appointment stands. Raises NotFound when it is not there (any more)."""
    with archive.reading() as work:
        talk = work.appointments.get(id)
        participants = work.participants.of_appointment(id)
        return Standing(
            talk,
            work.clients.find(talk.client_id),
            participants,
            readiness_of(work, clock, talk, participants),
            work.reports.latest(id),
            work.appointment_changes.of_appointment(id),
        )

"""Assignments (opdrachten): what we do for a client, and what falls outside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gesprekshulp.domain.ids import AssignmentId, ClientId


class AssignmentState(StrEnum):
    """Where an assignment is."""

    RUNNING = "lopend"
    DONE = "afgerond"


@dataclass(frozen=True, slots=True)
class Assignment:
    """Work agreed with a client: `scope` is what belongs to it, `excluded` what does not."""

    id: AssignmentId
    client_id: ClientId
    title: str
    scope: str = ""
    excluded: str = ""
    state: AssignmentState = AssignmentState.RUNNING
    starts_on: date | None = None
    ends_on: date | None = None

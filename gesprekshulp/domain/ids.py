"""Identifiers: UUIDs made by the program, so that dossiers can travel between laptops."""

from __future__ import annotations

from typing import NewType

AdviserId = NewType("AdviserId", str)
AgendaItemId = NewType("AgendaItemId", str)
AppointmentId = NewType("AppointmentId", str)
AssignmentId = NewType("AssignmentId", str)
AttachmentId = NewType("AttachmentId", str)
ClientId = NewType("ClientId", str)
CommitmentId = NewType("CommitmentId", str)
ContactId = NewType("ContactId", str)
DecisionId = NewType("DecisionId", str)
LineId = NewType("LineId", str)
PersonId = NewType("PersonId", str)
ReportId = NewType("ReportId", str)
WishId = NewType("WishId", str)


def new_id() -> str:
    """A fresh identifier, unique across laptops. Wrap it: `ClientId(new_id())`."""
    from uuid import uuid4  # takes a while to import, and a start makes none

    return str(uuid4())

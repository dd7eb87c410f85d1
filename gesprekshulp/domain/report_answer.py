"""The client's answer to a report: confirmed, corrected line by line, or silence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gesprekshulp.domain.ids import AppointmentId, AttachmentId, ClientId, ReportId
from gesprekshulp.domain.quoted_mail import written


class AnswerKind(StrEnum):
    """What the client said to a version."""

    CONFIRMED = "bevestigd"
    CORRECTED = "gecorrigeerd"
    SILENT = "geen antwoord"


class AnswerHow(StrEnum):
    """How the answer came."""

    MAIL = "mail"
    PHONE = "telefoon"
    TABLE = "aan tafel"
    LETTER = "brief"


@dataclass(frozen=True, slots=True)
class ReportAnswer:
    """One answer to one version. `text` are the client's own words; a mail is kept as a stuk."""

    id: str
    report_id: ReportId
    kind: AnswerKind
    answered_on: date
    answered_by: str = ""
    how: AnswerHow | None = None
    text: str = ""
    attachment_id: AttachmentId | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """One line that the client wants otherwise.

    `place` says what it is about (see `domain/report_line.py`), `label` calls it by name. `taken`
    is True when it was taken over in a next version, False when it was set aside, None while
    nobody decided.
    """

    id: str
    answer_id: str
    position: int
    place: str
    label: str
    before: str
    after: str
    taken: bool | None = None


@dataclass(frozen=True, slots=True)
class WaitingReport:
    """A version that was sent and got no answer by the day that was asked for."""

    appointment_id: AppointmentId
    client_id: ClientId
    client_name: str
    title: str
    version: int
    sent_on: date
    reply_by: date


_YES = re.compile(
    r"\b(akkoord|klopt|bevestig|juist|correct|agree|confirm|prima|in orde)", re.IGNORECASE
)
_BUT = re.compile(
    r"\b(niet|maar|behalve|wijzig|aanpass|anders|onjuist|fout|except|but|not|change)", re.IGNORECASE
)


def seems_to_confirm(text: str) -> bool:
    """Whether a mail reads as a yes without a but; only a proposal, the adviser decides."""
    said = written(text)
    return bool(_YES.search(said)) and not _BUT.search(said)

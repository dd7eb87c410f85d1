"""Attachments (stukken): files kept inside the archive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from math import ceil

from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AttachmentId, ClientId

MAX_BYTES = 50 * 1024 * 1024


class OwnerKind(StrEnum):
    """What a file belongs to."""

    CLIENT = "klant"
    APPOINTMENT = "afspraak"
    COMMITMENT = "toezegging"
    REPORT = "verslag"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file on a client, an appointment, a promise or a report.

    The bytes are kept once for each content (`sha256`); `size` is in bytes. `client_id` is the
    client it belongs to, whatever it hangs on, so that a dossier finds it at once. `in_report`
    says whether the report names it.
    """

    id: AttachmentId
    owner_kind: OwnerKind
    owner_id: str
    client_id: ClientId | None
    name: str
    sha256: str
    size: int
    added_at: datetime
    in_report: bool = False


class FileTooLarge(UserError):
    """A file over 50 MB."""

    def __init__(self, name: str, size: int) -> None:
        super().__init__(
            f"“{name}” is {ceil(size / 1024 / 1024)} MB; een stuk mag hoogstens 50 MB zijn."
            " Maak het bestand kleiner of bewaar het ergens anders."
        )

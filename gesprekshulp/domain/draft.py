"""A message to a client, to be read over and sent by the adviser; the program sends nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NewType


@dataclass(frozen=True, slots=True)
class Reader:
    """Who gets a message."""

    name: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A message that waits for the adviser to send it.

    `to` is a mail address, empty when none is known; `also` get it as well. `files` are the names
    and bytes of what goes along. Only what the client may read stands in it.
    """

    subject: str
    body: str
    to: str = ""
    to_name: str = ""
    sender: str = ""
    sender_name: str = ""
    files: tuple[tuple[str, bytes], ...] = ()
    also: tuple[Reader, ...] = ()

    @property
    def readers(self) -> tuple[Reader, ...]:
        """Everybody who gets it."""
        return tuple(one for one in (Reader(self.to_name, self.to), *self.also) if one != Reader())

    @property
    def as_text(self) -> str:
        """The message as plain text, to copy."""
        to = "; ".join(
            f"{one.name} <{one.email}>" if one.email and one.name else one.email or one.name
            for one in self.readers
        )
        return f"Aan: {to}\nOnderwerp: {self.subject}\n\n{self.body}"


OutDraft = NewType("OutDraft", Draft)
"""A message that may leave the laptop. Only `services/going_out.py` makes one, after the search
for leaks; what writes messages asks for this type."""


def mailto(draft: OutDraft) -> str:
    """The message as a mailto address (RFC 6068), without its files.

    Everything but letters, figures and a few signs is percent-encoded; line breaks are CRLF.
    """
    from urllib.parse import quote  # few messages go this way

    body = draft.body.replace("\r\n", "\n").replace("\n", "\r\n")
    to = ",".join(quote(one.email.strip(), safe="@") for one in draft.readers if one.email)
    subject, text = (quote(words, safe="", errors="ignore") for words in (draft.subject, body))
    return f"mailto:{to}?subject={subject}&body={text}"


@dataclass(frozen=True, slots=True)
class Sender:
    """Who signs it."""

    name: str = ""
    firm: str = ""
    email: str = ""
    phone: str = ""


_CONJUNCTION = re.compile(r"^(?:omdat|want|doordat|vanwege|wegens|in verband)\b", re.IGNORECASE)


def with_reason(sentence: str, reason: str) -> str:
    """A sentence with its reason, as people type one: "de drukker is ziek", "omdat hij ziek is"."""
    reason = " ".join(reason.split()).rstrip(".")
    if not reason:
        return f"{sentence}."
    if _CONJUNCTION.match(reason):
        return f"{sentence}, {reason[0].lower()}{reason[1:]}."
    return f"{sentence}. De reden: {reason}."


def letter(reader: Reader, sender: Sender, *paragraphs: str) -> str:
    """A polite letter: salutation, paragraphs, and who signs."""
    greeting = (
        f"Geachte {reader.name.strip()}," if reader.name.strip() else "Geachte heer, mevrouw,"
    )
    signed = [line for line in (sender.name, sender.firm, sender.phone) if line.strip()]
    closing = "\n".join(("Met vriendelijke groet,", *signed))
    return "\n\n".join((greeting, *(text for text in paragraphs if text), closing)) + "\n"


def draft(reader: Reader, sender: Sender, subject: str, *paragraphs: str) -> Draft:
    """A letter as a draft to its reader."""
    return Draft(
        subject=" ".join(subject.split()),
        body=letter(reader, sender, *paragraphs),
        to=reader.email.strip(),
        to_name=reader.name.strip(),
        sender=sender.email.strip(),
        sender_name=sender.name.strip() or sender.firm.strip(),
    )

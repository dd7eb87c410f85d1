"""A message to a client, to be read over and sent by the adviser; the program sends nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """A message that waits for the adviser to send it.

    `to` is a mail address, empty when none is known. `files` are the names and bytes of what goes
    along. Only what the client may read stands in it.
    """

    subject: str
    body: str
    to: str = ""
    to_name: str = ""
    sender: str = ""
    sender_name: str = ""
    files: tuple[tuple[str, bytes], ...] = ()

    @property
    def as_text(self) -> str:
        """The message as plain text, to copy."""
        to = f"{self.to_name} <{self.to}>" if self.to and self.to_name else self.to or self.to_name
        return f"Aan: {to}\nOnderwerp: {self.subject}\n\n{self.body}"


@dataclass(frozen=True, slots=True)
class Reader:
    """Who gets a message."""

    name: str = ""
    email: str = ""


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

"""Reads .eml: one message as an earlier contact, with its attachments. Nothing is fetched."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email import message_from_bytes, policy
from email.errors import CloseBoundaryNotFoundDefect, MessageError, StartBoundaryNotFoundDefect
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any, cast
from zoneinfo import ZoneInfo

from gesprekshulp.domain.contact import ContactKind
from gesprekshulp.exchange.encodings import decode_loosely
from gesprekshulp.exchange.files import UnreadableFile, check_size, foreign_kind
from gesprekshulp.exchange.plain_text import from_html, one_line, tidy
from gesprekshulp.exchange.records import AttachedFile, ContactRecord, FileRecords, MailAddress
from gesprekshulp.exchange.timezones import LOCAL
from gesprekshulp.exchange.values import day_and_time, mail_address, moment, turned_name

NO_SUBJECT = "Bericht zonder onderwerp"
_MAX_PARTS = 500
_LONGEST_NAME = 150
_DEVICES = frozenset(
    ("CON", "PRN", "AUX", "NUL", *(f"{p}{n}" for p in ("COM", "LPT") for n in range(1, 10)))
)
# What the standard library raises on headers and bodies that break every rule.
_HEADER_ERRORS = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    MessageError,
    AssertionError,
    RecursionError,
    OverflowError,
)


def read_mail(name: str, data: bytes, today: date, zone: str = LOCAL) -> FileRecords:
    """The message in a file. Raises UnreadableFile when it is no message, or was cut off.

    A message without a readable date gets that of `today`, with a remark.
    """
    check_size(name, data)
    if words := foreign_kind(data):
        raise UnreadableFile(name, f"is geen bericht maar {words}.")
    data = data.removeprefix(b"\xef\xbb\xbf")
    # Mailbox files and some servers put a line "From ..." above the headers.
    data = re.sub(rb"\A(?:\s*\r?\n)*(?:>?From [^\r\n]*\r?\n)?", b"", data)
    try:
        # The old policy parses headers when they are asked for, and never chokes while reading.
        message = message_from_bytes(data, policy=policy.compat32)
    except _HEADER_ERRORS as error:
        raise UnreadableFile(name, "is niet als bericht te lezen; sla het opnieuw op.") from error
    known = [h for h in ("From", "Date", "Subject", "Message-ID", "To") if _raw(message, h)]
    if len(known) < 2 and "From" not in known:
        raise UnreadableFile(
            name, "is geen bericht: afzender, datum en onderwerp ontbreken. Sla het op als .eml."
        )
    if any(_was_cut_off(part) for part in _walk(message)):
        raise UnreadableFile(
            name, "is afgebroken: het einde ontbreekt. Sla het bericht opnieuw op."
        )
    warnings: list[str] = []
    at = _moment(message, ZoneInfo(zone))
    if at is None:
        warnings.append("De datum van het bericht is niet te lezen; vandaag is aangehouden.")
    text, attachments = _contents(message, warnings)
    sender = next(iter(_addresses(message, "From")), None) or next(
        iter(_addresses(message, "Sender")), None
    )
    subject = one_line(_header(message, "Subject")) or NO_SUBJECT
    record = ContactRecord(
        line=1,
        at=at or moment(today, None, ZoneInfo(zone)),
        subject=subject,
        key=_key(message, at, sender, subject, text),
        kind=ContactKind.MAIL,
        text=text,
        sender=sender,
        receivers=tuple(dict.fromkeys(one for h in ("To", "Cc") for one in _addresses(message, h))),
        attachments=tuple(attachments),
        warnings=tuple(warnings),
    )
    return FileRecords(name, (record,))


def _walk(message: Message) -> list[Message]:
    """The message and its parts; of a message within it nothing."""
    found: list[Message] = []
    waiting: list[Message] = [message]
    while waiting and len(found) < _MAX_PARTS:
        part = waiting.pop(0)
        found.append(part)
        payload: Any = part.get_payload()
        if isinstance(payload, list) and part.get_content_maintype() != "message":
            inner = cast("list[Any]", payload)
            waiting = [*(one for one in inner if isinstance(one, Message)), *waiting]
    return found


def _was_cut_off(part: Message) -> bool:
    return any(
        isinstance(defect, CloseBoundaryNotFoundDefect | StartBoundaryNotFoundDefect)
        for defect in part.defects
    )


def _header(message: Message, name: str) -> str:
    """A header in words, whatever character set it claims to be in."""
    return _decoded(next(iter(_raw(message, name)), ""))


def _raw(message: Message, name: str) -> list[str]:
    """All headers with a name as they stand in the file; asking for them would lose bytes."""
    return [str(value) for key, value in message.raw_items() if key.lower() == name.lower()]


def _decoded(text: str) -> str:
    """The words of a header: encoded words decoded, stray bytes read as the likeliest text."""
    text = _unfolded(text)
    try:
        pieces: list[tuple[Any, str | None]] = list(decode_header(text))
    except _HEADER_ERRORS:
        pieces = [(text, None)]
    words: list[str] = []
    for piece, charset in pieces:
        if isinstance(piece, bytes):
            words.append(decode_loosely(piece, charset or ""))
        else:
            words.append(str(piece))
    return "".join(words)


def _unfolded(text: str) -> str:
    text = re.sub(r"[\r\n]+[ \t]*", " ", text)
    # Bytes outside ASCII come as surrogates.
    if any("\udc80" <= letter <= "\udcff" for letter in text):
        text = decode_loosely(text.encode("utf-8", "surrogateescape"))
    return text.encode("utf-8", "replace").decode("utf-8")


def _addresses(message: Message, name: str) -> list[MailAddress]:
    found: list[MailAddress] = []
    for value in _raw(message, name)[:20]:
        text = _unfolded(value)
        try:
            pairs = getaddresses([text])
        except _HEADER_ERRORS:
            pairs = []
        if not any(mail_address(address) for _, address in pairs):
            pairs = [("", text)]
        for words, address in pairs[:200]:
            if email := mail_address(address):
                title = turned_name(one_line(_decoded(words), 120).strip("'\" "))
                found.append(MailAddress("" if title.lower() == email else title, email))
    return found


def _moment(message: Message, zone: ZoneInfo) -> datetime | None:
    """When it was sent, or else when the last server took it in."""
    said = [_header(message, "Date"), _header(message, "Resent-Date")]
    said += [one.rpartition(";")[2] for one in _raw(message, "Received")[:1]]
    for text in said:
        try:
            found = parsedate_to_datetime(text.strip())
            if found.tzinfo is None:
                found = found.replace(tzinfo=zone)
            found = found.astimezone(UTC).replace(microsecond=0)
        except _HEADER_ERRORS:
            day = day_and_time(text)
            if day is None:
                continue
            found = moment(day[0], day[1], zone)
        if 1970 <= found.year <= 2150:
            return found
    return None


def _contents(message: Message, warnings: list[str]) -> tuple[str, list[AttachedFile]]:
    """The text of a message, plain if it has that, and what came with it."""
    plain: list[str] = []
    marked_up: list[str] = []
    attached: list[AttachedFile] = []
    for part in _walk(message):
        kind = part.get_content_type()
        if part.get_content_maintype() == "multipart":
            continue
        name = _file_name(part)
        disposition = str(part.get("Content-Disposition", "")).strip().lower()
        if kind == "message/rfc822":
            attached.append(_enclosed(part, name))
        elif (
            disposition.startswith("attachment")
            or kind in _FILES
            or (name and kind not in _READ_AS_TEXT)
        ):
            content = _bytes(part)
            # A signature is no document, nor are the pictures in one.
            if content and not _is_decoration(part, kind, disposition):
                attached.append(AttachedFile(name or f"bijlage{_ENDINGS.get(kind, '')}", content))
        elif kind == "text/plain":
            plain.append(decode_loosely(_bytes(part), _charset(part)))
        elif kind == "text/html":
            markup = decode_loosely(_bytes(part), _charset(part))
            marked_up.append(from_html(markup, marks_quotes=True))
        elif kind.startswith("text/"):
            plain.append(decode_loosely(_bytes(part), _charset(part)))
    text = tidy("\n\n".join(plain)) or tidy("\n\n".join(marked_up))
    return text, _distinct(attached, warnings)


_READ_AS_TEXT = frozenset(("text/plain", "text/html"))
# What calls itself text and says nothing to a reader.
_FILES = {"text/calendar": ".ics", "text/vcard": ".vcf", "text/x-vcard": ".vcf", "text/csv": ".csv"}
_ENDINGS = {"application/pdf": ".pdf", "image/png": ".png", **_FILES}


def _is_decoration(part: Message, kind: str, disposition: str) -> bool:
    return kind.endswith(("pkcs7-signature", "pgp-signature")) or (
        kind.startswith("image/")
        and part.get("Content-ID") is not None
        and not disposition.startswith("attachment")
    )


def _charset(part: Message) -> str:
    try:
        return str(part.get_content_charset() or "")
    except _HEADER_ERRORS:
        return ""


def _bytes(part: Message) -> bytes:
    try:
        content: Any = part.get_payload(decode=True)
    except _HEADER_ERRORS:
        content = None
    return content if isinstance(content, bytes) else b""


def _enclosed(part: Message, name: str) -> AttachedFile:
    """A message within the message, kept as a file of its own."""
    payload: Any = part.get_payload()
    inner: Any = next(iter(cast("list[Any]", payload)), None) if isinstance(payload, list) else None
    if not hasattr(inner, "as_bytes"):
        return AttachedFile(name or "bericht.eml", _bytes(part))
    try:
        content = inner.as_bytes()
    except _HEADER_ERRORS:
        content = str(inner.get("Subject", "")).encode("utf-8", "replace")
    title = re.sub(r"[^\w .()-]", "", _header(inner, "Subject"))[:60].strip()
    return AttachedFile(name or f"{title or 'bericht'}.eml", content)


def _file_name(part: Message) -> str:
    """The name of an attachment, without any folder."""
    try:
        raw = part.get_filename() or ""
    except _HEADER_ERRORS:
        raw = ""
    words = one_line(_decoded(raw).replace("\\", "/"), 2_000)
    path = PurePosixPath(re.sub(r'[<>:"|?*]', "_", PurePosixPath(words).name).strip(". "))
    # Windows has devices of these names.
    stem = f"_{path.stem}" if path.stem.upper() in _DEVICES else path.stem
    ending = path.suffix[:20]
    return f"{stem[: _LONGEST_NAME - len(ending)]}{ending}"


def _distinct(attached: list[AttachedFile], warnings: list[str]) -> list[AttachedFile]:
    """The attachments, each under a name of its own."""
    if any(one.name.lower() == "winmail.dat" for one in attached):
        warnings.append("De bijlagen zitten in winmail.dat; dat bestand is als geheel bewaard.")
    seen: dict[str, int] = {}
    found: list[AttachedFile] = []
    for one in attached:
        count = seen[one.name.lower()] = seen.get(one.name.lower(), 0) + 1
        if count > 1:
            path = PurePosixPath(one.name)
            found.append(AttachedFile(f"{path.stem} ({count}){path.suffix}", one.data))
        else:
            found.append(one)
    return found


def _key(
    message: Message, at: datetime | None, sender: MailAddress | None, subject: str, text: str
) -> str:
    """Recognises the message: its Message-ID, or what it says when it has none."""
    if id := "".join(_header(message, "Message-ID").split()):
        return f"mail:{id[:300]}"
    parts = (at.isoformat() if at else "", sender.email if sender else "", subject, text)
    return f"mail:{sha256('|'.join(parts).encode('utf-8', 'replace')).hexdigest()}"

"""Writes a message as an .eml draft that Outlook, Thunderbird and Apple Mail open to be sent.

`X-Unsent: 1` makes them show it as a message that is still to be sent. The same draft and moment
give the same bytes.
"""

from __future__ import annotations

import mimetypes
import re
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256

from gesprekshulp.domain.draft import Draft, OutDraft

_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_LONGEST_SUBJECT = 200


def eml(draft: OutDraft, moment: datetime) -> bytes:
    """The bytes of an .eml file. `moment` is when it was written."""
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Date"] = format_datetime(moment)
    if sender := _address(draft.sender_name, draft.sender):
        message["From"] = sender
    if to := [
        found for one in draft.readers if (found := _address(one.name, one.email)) is not None
    ]:
        message["To"] = to
    message["Subject"] = _line(draft.subject)[:_LONGEST_SUBJECT]
    body = _UNWRITABLE.sub("", draft.body.replace("\r\n", "\n").replace("\r", "\n"))
    message.set_content(body, charset="utf-8", cte="quoted-printable")
    for name, content in draft.files:
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        main, _, sub = kind.partition("/")
        message.add_attachment(content, maintype=main, subtype=sub, filename=_line(name))
    if draft.files:
        digest = sha256(body.encode() + b"".join(content for _, content in draft.files))
        message.set_boundary(f"=_gesprekshulp_{digest.hexdigest()[:32]}")
    return message.as_bytes()


def unwritable(draft: Draft) -> str:
    """The first mail address of a reader that no header can hold; empty when all can be written.

    An accent before the @ (RFC 6532) is not understood by enough mail programs to rely on it.
    """
    emails = (one.email.strip() for one in draft.readers)
    return next((one for one in emails if one and _address("", one) is None), "")


def _address(name: str, email: str) -> Address | None:
    """An address for a header, or None for what is no mail address."""
    name_at, at, domain = _line(email).rpartition("@")
    email = f"{name_at}{at}{_in_ascii(domain)}"
    if not re.fullmatch(r"[!-?A-Z^-~\[\]]+@[A-Za-z0-9.-]+", email) or email.count("@") != 1:
        return None
    try:
        return Address(_line(name), addr_spec=email)
    except (ValueError, IndexError):
        return None


def _in_ascii(domain: str) -> str:
    """A domain as it goes over the line (RFC 3490): "café.nl" is "xn--caf-dma.nl".

    Left as it is when it has a sign that the older and the newer standard write differently.
    """
    if domain.isascii() or any(sign in domain for sign in "ßς\u200c\u200d"):
        return domain
    try:
        return domain.encode("idna").decode("ascii")
    except UnicodeError:
        return domain


def _line(text: str) -> str:
    return " ".join(_UNWRITABLE.sub("", text).split())

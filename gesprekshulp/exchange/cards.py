"""Reads .vcf: contact cards of version 2.1 (quoted-printable), 3.0 and 4.0, many in one file.

Pictures and sounds are skipped and links are never opened.
"""

from __future__ import annotations

import quopri
import re
from dataclasses import dataclass, field
from io import StringIO

from gesprekshulp.domain.client import ClientKind
from gesprekshulp.domain.text import InternalText
from gesprekshulp.exchange.encodings import decode, decode_loosely
from gesprekshulp.exchange.files import UnreadableFile
from gesprekshulp.exchange.plain_text import one_line, tidy
from gesprekshulp.exchange.records import FileRecords, PersonRecord, Refused
from gesprekshulp.exchange.values import mail_address, telephone

_KEPT = frozenset(
    ("FN", "N", "ORG", "TITLE", "ROLE", "TEL", "EMAIL", "ADR", "NOTE", "URL", "KIND", "X-ABSHOWAS")
)
_NAME = re.compile(r"(?:[A-Za-z0-9_-]+\.)?([A-Za-z0-9_-]+)(?=[;:])")


@dataclass(frozen=True, slots=True)
class _Field:
    """One line of a card: its value, its types in capitals, and whether it is preferred."""

    value: str
    types: frozenset[str]

    @property
    def is_preferred(self) -> bool:
        return "PREF" in self.types or "PREF1" in self.types

    def components(self) -> list[str]:
        """The parts of a value that ; divides, each on one line."""
        return [one_line(_unescaped(part)) for part in re.split(r"(?<!\\);", self.value)]


@dataclass(slots=True)
class _Card:
    line: int
    fields: dict[str, list[_Field]] = field(default_factory=dict[str, list[_Field]])

    def all(self, name: str) -> list[_Field]:
        """All lines with a name, the preferred one first."""
        return sorted(self.fields.get(name, []), key=lambda one: not one.is_preferred)

    def text(self, name: str) -> str:
        """The first value with a name, on one line."""
        found = self.all(name)
        return one_line(_unescaped(found[0].value)) if found else ""

    @property
    def is_group(self) -> bool:
        """Whether it is a list of people."""
        return self.text("KIND").lower() == "group" and not self.is_company

    @property
    def is_company(self) -> bool:
        """Whether a program says that it is an organisation."""
        return (
            self.text("KIND").lower() in ("org", "organization")
            or self.text("X-ABSHOWAS").upper() == "COMPANY"
        )

    def components(self, name: str) -> list[str]:
        """The parts of the first value with a name."""
        found = self.all(name)
        return found[0].components() if found else []


def read_cards(name: str, data: bytes) -> FileRecords:
    """The people and organisations of a card file. Raises UnreadableFile for a broken one."""
    text = decode(name, data)
    records: list[PersonRecord] = []
    cards, refused = _cards(name, text)
    for card in cards:
        record = _record(card)
        if card.is_group:
            reason = "Dit is een groep en geen persoon; de mensen erin hebben een eigen kaart."
            refused.append(Refused(reason, card.line, card.text("FN")))
        elif record is None:
            reason = "Deze kaart heeft geen naam, organisatie of mailadres."
            refused.append(Refused(reason, card.line))
        else:
            records.append(record)
    return FileRecords(name, tuple(records), tuple(refused))


def _cards(name: str, text: str) -> tuple[list[_Card], list[Refused]]:
    """The cards of a file, and those that break off where the next begins."""
    from vobject.base import (  # pyright: ignore[reportMissingTypeStubs]
        getLogicalLines,  # pyright: ignore[reportUnknownVariableType]
    )

    lines: list[tuple[str, int]] = []
    # It counts its lines from the last blank one, so a card's line is looked up below.
    for line, number in getLogicalLines(StringIO(_prepared(text))):  # pyright: ignore[reportUnknownVariableType]
        lines.append((str(line), int(number)))  # pyright: ignore[reportUnknownArgumentType]
    begins = [
        number
        for number, line in enumerate(re.split(r"\r\n|\n|\r", text), start=1)
        if line.strip().upper().startswith("BEGIN:VCARD")
    ]
    if not begins:
        raise UnreadableFile(
            name, "is geen contactkaart; sla de contactpersoon opnieuw op als .vcf-bestand."
        )
    found: list[_Card] = []
    broken: list[Refused] = []
    card: _Card | None = None
    depth = 0
    seen = 0
    before = ""
    for line, _ in lines:
        upper, above = line.strip().upper(), before
        before = upper
        if upper.startswith("BEGIN:VCARD"):
            if card is not None and not (above.startswith("AGENT") and above.endswith(":")):
                # No card of a secretary within a card: the end of this one is missing.
                reason = "Deze kaart breekt af: het einde ontbreekt."
                broken.append(Refused(reason, card.line, card.text("FN")))
                depth = 0
            depth += 1
            if depth == 1:
                card = _Card(begins[min(seen, len(begins) - 1)])
            seen += 1
        elif upper.startswith("END:VCARD"):
            depth = max(0, depth - 1)
            if depth == 0 and card is not None:
                found.append(card)
                card = None
        elif card is not None and depth == 1:
            _keep(card, line)
    if card is not None:
        raise UnreadableFile(
            name,
            "is afgebroken: het einde van een kaart ontbreekt. Sla het bestand opnieuw op.",
            card.line,
        )
    return found, broken


def _prepared(text: str) -> str:
    """The same text with one kind of line end, and quoted-printable lines joined."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    joined: list[str] = []
    lines = iter(text.split("\n"))
    for line in lines:
        head = line.partition(":")[0].upper()
        if "QUOTED-PRINTABLE" in head:
            while line.endswith("="):
                following = next(lines, None)
                if following is None:
                    break
                line = line[:-1] + following
        joined.append(line)
    return "\n".join(joined)


def _keep(card: _Card, line: str) -> None:
    from vobject.base import (  # pyright: ignore[reportMissingTypeStubs]
        ParseError,
        parseLine,  # pyright: ignore[reportUnknownVariableType]
    )

    match = _NAME.match(line)
    if match is None or match.group(1).upper() not in _KEPT:
        return
    parameters: list[list[str]] = []
    try:
        _, parameters, value, _ = parseLine(line)  # pyright: ignore[reportUnknownVariableType, reportAssignmentType]
    except (ParseError, ValueError, IndexError):
        # Parameters that the parser does not take: what stands behind the colon still counts.
        value = line.partition(":")[2]
    types: set[str] = set()
    named: dict[str, str] = {}
    for single in parameters:
        name, values = single[0].upper(), [value.upper() for value in single[1:]]
        if name == "TYPE" or not values:
            for part in values or [name]:
                types.update(part.split(","))
        elif name == "PREF":
            types.add("PREF1" if values[0] == "1" else "")
        else:
            named[name] = values[0]
    encoding = named.get("ENCODING", "")
    text = str(value)  # pyright: ignore[reportUnknownArgumentType]
    if encoding == "QUOTED-PRINTABLE" or "QUOTED-PRINTABLE" in types:
        raw = quopri.decodestring(text.encode("utf-8", "replace"))
        text = decode_loosely(raw, named.get("CHARSET", ""))
    elif encoding in ("B", "BASE64") or "BASE64" in types:
        return
    card.fields.setdefault(match.group(1).upper(), []).append(_Field(text, frozenset(types)))


def _unescaped(text: str) -> str:
    return re.sub(r"\\([nN,;:\\])", lambda hit: "\n" if hit[1] in "nN" else hit[1], text)


def _record(card: _Card) -> PersonRecord | None:
    organisation = next(iter(card.components("ORG")), "")
    parts = [*card.components("N"), "", "", "", "", ""]
    last, first, middle = parts[0], parts[1], parts[2]
    name = card.text("FN") or " ".join(part for part in (first, middle, last) if part)
    is_company = card.is_company or (
        bool(organisation) and name.casefold() == organisation.casefold() and not first
    )
    if is_company:
        organisation, name = organisation or name, ""
    elif card.text("KIND").lower() in ("location", "application"):
        return None
    mails = [mail_address(one.value) for one in card.all("EMAIL")]
    email = next((mail for mail in mails if mail), "")
    if not name and not organisation:
        if not email:
            return None
        name = email
    mobile, phone = _telephones(card)
    address = _address(card)
    note = "\n".join(tidy(_unescaped(one.value)) for one in card.all("NOTE"))
    person = bool(name)
    return PersonRecord(
        line=card.line,
        name=name,
        client_name=organisation,
        role=card.text("TITLE") or card.text("ROLE"),
        email=email if person else "",
        phone=phone if person else "",
        mobile=mobile if person else "",
        remarks=InternalText(note),
        client_kind=ClientKind.ORGANISATION if organisation else None,
        client_email="" if person else email,
        client_phone="" if person else phone or mobile,
        street=address[0],
        postal_code=address[1],
        city=address[2],
        website=card.text("URL"),
    )


def _telephones(card: _Card) -> tuple[str, str]:
    """The mobile and the other number; work goes before private, and a fax does not count."""
    mobile = other = home = ""
    for one in card.all("TEL"):
        number = telephone(_unescaped(one.value))
        if not number or one.types & {"FAX", "PAGER"}:
            continue
        digits = re.sub(r"\D", "", number)
        if one.types & {"CELL", "MOBILE", "IPHONE"} or re.match(r"(?:06|316|00316)", digits):
            mobile = mobile or number
        elif "HOME" in one.types and "WORK" not in one.types:
            home = home or number
        else:
            other = other or number
    return mobile, other or home


def _address(card: _Card) -> tuple[str, str, str]:
    """Street, postal code and town; a work address goes before a private one."""
    found = sorted(card.all("ADR"), key=lambda one: "HOME" in one.types)
    for one in found:
        parts = [*one.components(), "", "", "", "", "", "", ""]
        street = ", ".join(part for part in (parts[1], parts[2]) if part)
        if street or parts[5] or parts[3]:
            return street, parts[5], parts[3]
    return "", "", ""

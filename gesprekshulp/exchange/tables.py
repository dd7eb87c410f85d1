"""The rows of a .csv or .xlsx file become people with their clients, or earlier contacts."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping as Dictionary
from datetime import date, time
from hashlib import sha256
from typing import TypeVar
from zoneinfo import ZoneInfo

from gesprekshulp.domain.client import ClientKind, ClientStatus
from gesprekshulp.domain.contact import ContactKind, ContactNature
from gesprekshulp.domain.text import InternalText
from gesprekshulp.exchange.column_guess import guess_mapping
from gesprekshulp.exchange.columns import Field, Mapping, Target
from gesprekshulp.exchange.files import UnreadableFile
from gesprekshulp.exchange.plain_text import one_line, tidy
from gesprekshulp.exchange.records import ContactRecord, FileRecords, PersonRecord, Record, Refused
from gesprekshulp.exchange.sheets import Row, Table, read_tables
from gesprekshulp.exchange.timezones import LOCAL
from gesprekshulp.exchange.values import (
    clock_time,
    day_and_time,
    mail_address,
    moment,
    month_comes_first,
    telephone,
    turned_name,
    year,
)

__all__ = ["Table", "read_tables", "table_records"]

_STATUSES = {
    ClientStatus.PROSPECT: "prospect|lead|potentieel|aspirant|potentiele klant",
    ClientStatus.ACTIVE: "actief|active|klant|lopend|actieve klant|ja",
    ClientStatus.DORMANT: "slapend|dormant|inactief|inactive|rustend|stil",
    ClientStatus.LOST: "verloren|lost|ex klant|ex-klant|oud-klant|vertrokken|beeindigd|voormalig",
}
_CLIENT_KINDS = {
    ClientKind.PRIVATE: "particulier|prive|privé|persoon|natuurlijk persoon|private|individual|p",
    ClientKind.ORGANISATION: "organisatie|bedrijf|zakelijk|organisation|organization|company"
    "|business|rechtspersoon|zakelijke klant|o",
}
_CONTACT_KINDS = {
    ContactKind.VISIT: "bezoek|afspraak|gesprek|visit|meeting|huisbezoek|bespreking"
    "|op kantoor|overleg",
    ContactKind.PHONE: "telefoon|telefonisch|gebeld|bellen|belletje|tel|phone|call|telefoongesprek",
    ContactKind.LETTER: "brief|post|letter",
    ContactKind.MAIL: "mail|e-mail|email|e mail|per mail|mailtje",
    ContactKind.VIDEO: "video|teams|zoom|videogesprek|videobellen|online|meet|video call",
    ContactKind.OTHER: "anders|overig|other|whatsapp|app|sms|linkedin",
}
_NATURES = {
    ContactNature.PROBLEM: "probleem|klacht|storing|problem|complaint",
    ContactNature.ATTENTION: "aandacht|attention|relatiebeheer|belangstelling",
    ContactNature.NEUTRAL: "neutraal|neutral|zakelijk|",
}

_TOTAL = re.compile(r"(?:eind|sub)?-?tota(?:al|len)|(?:grand |sub)?total|aantal", re.IGNORECASE)

_INITIALS = re.compile(r"[^\W\d_]|(?:[^\W\d_]{1,2}\.[ -]?)+")
_WORD = re.compile(r"\w+")

T = TypeVar("T")


def table_records(table: Table, mapping: Mapping | None = None, zone: str = LOCAL) -> FileRecords:
    """What the rows of a table hold, by a mapping or else by the one that is guessed.

    Raises UnreadableFile when no column is known well enough to make anything of a row.
    """
    if mapping is None:
        mapping = guess_mapping(table.headings, table.sample())
        _require_names(table, mapping)
    if not mapping.is_usable:
        first = ", ".join(f"“{one_line(words, 30)}”" for words in table.headings[:4])
        what = (
            "de datum, de klant en het onderwerp"
            if mapping.target is Target.CONTACTS
            else "de naam van de klant of de contactpersoon"
        )
        raise UnreadableFile(
            table.name,
            f"heeft koppen die niet worden herkend ({first}); geef de kolom met {what} die naam.",
        )  # fmt: skip
    reader = _RowReader(table, mapping, ZoneInfo(zone))
    records: list[Record] = []
    refused: list[Refused] = []
    for row in table.rows:
        if not any(row.cells):
            continue
        made = reader.read(row)
        if isinstance(made, Refused):
            refused.append(made)
        else:
            records.append(made)
    return FileRecords(table.name, tuple(records), tuple(refused))


def _require_names(table: Table, mapping: Mapping) -> None:
    """Raise UnreadableFile when all that is known of people is where their mail goes.

    Among the other columns their names may stand; a list of nothing but addresses has no others.
    """
    names = {Field.CLIENT, Field.NAME, Field.FIRST_NAME, Field.LAST_NAME}
    if mapping.target is not Target.PEOPLE or names & set(mapping.columns):
        return
    others = [
        one_line(words, 30)
        for place, words in enumerate(table.headings)
        if mapping.columns[place] is None
        and any(place < len(row) and row[place].strip() for row in table.sample())
    ]
    if others and mapping.is_usable:
        unknown = ", ".join(f"“{words}”" for words in others[:4])
        raise UnreadableFile(
            table.name,
            f"heeft mailadressen en geen kolom met een naam ({unknown}); geef de kolom met de naam"
            " van de klant of de contactpersoon die naam.",
        )


class _RowReader:
    """Turns rows of one table into records."""

    def __init__(self, table: Table, mapping: Mapping, zone: ZoneInfo) -> None:
        self._zone = zone
        self._target = mapping.target
        self._places: dict[Field, list[int]] = {}
        for place, field in enumerate(mapping.columns):
            if field is not None:
                self._places.setdefault(field, []).append(place)
        days = [self._first(row.cells, Field.DATE) for row in table.rows[:2000]]
        self._month_first = month_comes_first(days)

    def read(self, row: Row) -> Record | Refused:
        """The record of a row, or why there is none."""
        if self._target is Target.CONTACTS:
            return self._contact(row)
        return self._person(row)

    def _first(self, cells: tuple[str, ...], field: Field) -> str:
        for place in self._places.get(field, ()):
            if place < len(cells) and cells[place]:
                return cells[place]
        return ""

    def _line(self, cells: tuple[str, ...], field: Field, limit: int = 300) -> str:
        return one_line(self._first(cells, field), limit)

    def _checked(self, cells: tuple[str, ...], field: Field, tidied: Callable[[str], str]) -> str:
        """The first of several columns that holds such a value."""
        for place in self._places.get(field, ()):
            if place < len(cells) and (found := tidied(cells[place])):
                return found
        return ""

    def _name(self, cells: tuple[str, ...]) -> str:
        whole = turned_name(self._line(cells, Field.NAME, 120))
        parts = (Field.FIRST_NAME, Field.MIDDLE_NAME, Field.LAST_NAME)
        first, middle, last = (self._line(cells, part, 60) for part in parts)
        if whole and not last:
            return _called(first, whole)
        # A list that is sorted by name may write "Boer, de" in the column of last names.
        return " ".join(filter(None, (first, middle, turned_name(last))))

    def _person(self, row: Row) -> Record | Refused:
        cells = row.cells
        warnings: list[str] = []
        name, client = self._name(cells), self._line(cells, Field.CLIENT, 160)
        email = self._checked(cells, Field.EMAIL, mail_address)
        raw_email = self._line(cells, Field.EMAIL, 100)
        if _is_total(cells, client or name):
            return Refused("Dit is een totaalregel en geen klant.", row.line, client or name)
        if raw_email and not email:
            warnings.append(f"“{raw_email}” is geen mailadres en is weggelaten.")
        if not name and not client:
            if not email:
                return Refused("Er staat geen naam in deze rij.", row.line, _glimpse(cells))
            name = email
        status = _chosen(_BY_STATUS, self._line(cells, Field.STATUS), "Status", warnings)
        kind = _chosen(_BY_CLIENT_KIND, self._line(cells, Field.KIND), "Soort", warnings)
        if kind is ClientKind.ORGANISATION and not client:
            client, name = name, ""
        street = self._line(cells, Field.STREET)
        if number := self._line(cells, Field.HOUSE_NUMBER, 20):
            street = f"{street} {number}".strip()
        said = [
            tidy(cells[place])
            for place in self._places.get(Field.REMARKS, ())
            if place < len(cells) and cells[place]
        ]
        first = self._line(cells, Field.FIRST_NAME, 60)
        if name and not _INITIALS.fullmatch(first) and not _is_in(first, name):
            said.insert(0, f"Roepnaam: {first}")
        remarks = "\n".join(said)
        phone = self._checked(cells, Field.PHONE, _dialled)
        client_email = mail_address(self._line(cells, Field.CLIENT_EMAIL))
        client_phone = _dialled(self._line(cells, Field.CLIENT_PHONE))
        return PersonRecord(
            line=row.line,
            name=name,
            client_name=client,
            role=self._line(cells, Field.ROLE, 120),
            email=email if name else "",
            phone=phone if name else "",
            mobile=self._checked(cells, Field.MOBILE, _dialled) if name else "",
            remarks=InternalText(remarks),
            client_kind=kind,
            client_status=status,
            client_email=client_email or ("" if name else email),
            client_phone=client_phone
            or ("" if name else phone or self._checked(cells, Field.MOBILE, _dialled)),
            street=street,
            postal_code=self._line(cells, Field.POSTAL_CODE, 20),
            city=self._line(cells, Field.CITY, 80),
            website=self._line(cells, Field.WEBSITE),
            trade=self._line(cells, Field.TRADE, 120),
            size=self._line(cells, Field.SIZE, 80),
            since=year(self._line(cells, Field.SINCE)),
            warnings=tuple(warnings),
        )

    def _contact(self, row: Row) -> Record | Refused:
        cells = row.cells
        warnings: list[str] = []
        client, person = self._line(cells, Field.CLIENT, 160), self._name(cells)
        email = mail_address(self._line(cells, Field.EMAIL))
        subject = self._line(cells, Field.SUBJECT)
        text = tidy(self._first(cells, Field.TEXT))
        outcome = self._line(cells, Field.OUTCOME, 500)
        said = self._line(cells, Field.DATE, 60)
        title = subject or one_line(text, 80) or _glimpse(cells)
        if not said:
            return Refused("De datum ontbreekt.", row.line, title)
        when = day_and_time(said, month_first=self._month_first)
        if when is None:
            return Refused(
                f"“{said}” is geen datum; schrijf bijvoorbeeld 27-11-2026.", row.line, title
            )
        if not (client or person or email):
            return Refused("Er staat geen klant in deze rij.", row.line, title)
        if not (subject or text or outcome):
            return Refused("Er staat geen onderwerp of tekst in deze rij.", row.line, title)
        day, at = when
        at = at or clock_time(self._line(cells, Field.TIME))
        return ContactRecord(
            line=row.line,
            at=moment(day, at, self._zone),
            subject=subject or one_line(text or outcome, 80),
            key=_key(day, at, client or person or email, subject, text, outcome),
            client_name=client,
            person_name=person,
            person_email=email,
            kind=_chosen(_BY_CONTACT_KIND, self._line(cells, Field.KIND), "Soort", warnings)
            or ContactKind.OTHER,
            nature=_chosen(_BY_NATURE, self._line(cells, Field.NATURE), "Aanleiding", warnings)
            or ContactNature.NEUTRAL,
            text=text,
            outcome=outcome,
            warnings=tuple(warnings),
        )


def _called(first: str, whole: str) -> str:
    """A full name with what somebody is called in the place of initials: "J.P. de Vries"."""
    head, _, rest = whole.partition(" ")
    if first and rest and _INITIALS.fullmatch(head) and not _INITIALS.fullmatch(first):
        while _INITIALS.fullmatch(rest.partition(" ")[0]):
            rest = rest.partition(" ")[2]
        return f"{first} {rest}"
    return whole


def _is_in(first: str, name: str) -> bool:
    """Whether all of a first name stands in a name."""
    return set(_WORD.findall(first.casefold())) <= set(_WORD.findall(name.casefold()))


def _dialled(text: str) -> str:
    """A telephone number, with the zero or the plus that a spreadsheet took for nothing."""
    if re.fullmatch(r"[1-9]\d{8}", text):
        return f"0{text}"
    return f"+{text}" if re.fullmatch(r"31[1-9]\d{8}", text) else telephone(text)


def _by_word(choices: dict[T, str]) -> Dictionary[str, T]:
    return {word: choice for choice, words in choices.items() for word in words.split("|")}


_BY_STATUS = _by_word(_STATUSES)
_BY_CLIENT_KIND = _by_word(_CLIENT_KINDS)
_BY_CONTACT_KIND = _by_word(_CONTACT_KINDS)
_BY_NATURE = _by_word(_NATURES)


def _chosen(choices: Dictionary[str, T], word: str, what: str, warnings: list[str]) -> T | None:
    if not word:
        return None
    found = choices.get(word.casefold().strip())
    if found is None:
        warnings.append(f"{what} “{word[:40]}” is onbekend en is weggelaten.")
    return found


def _is_total(cells: tuple[str, ...], title: str) -> bool:
    """Whether a row sums up those above it: a word for it, and nothing but numbers beside it."""
    others = [cell for cell in cells if cell and cell != title]
    return bool(_TOTAL.fullmatch(title)) and not any(re.search(r"[^\W\d_]", one) for one in others)


def _glimpse(cells: tuple[str, ...]) -> str:
    return one_line("; ".join(cell for cell in cells if cell), 80)


def _key(day: date, at: time | None, *words: str) -> str:
    """Recognises a row of a list of contacts that has no identifier of its own."""
    parts = (day.isoformat(), at.isoformat() if at else "", *words)
    plain = "\n".join(" ".join(part.casefold().split()) for part in parts)
    return f"rij:{sha256(plain.encode('utf-8', 'replace')).hexdigest()}"

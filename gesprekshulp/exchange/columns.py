"""What a column of a table can be, and what a table is with each column named."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Target(StrEnum):
    """What the rows of a table are."""

    PEOPLE = "klanten en contactpersonen"
    CONTACTS = "eerdere contacten"


class Field(StrEnum):
    """A field that a column can fill. The value is its name on the mapping page."""

    CLIENT = "klant"
    NAME = "naam contactpersoon"
    FIRST_NAME = "voornaam"
    MIDDLE_NAME = "tussenvoegsel"
    LAST_NAME = "achternaam"
    ROLE = "functie"
    EMAIL = "mailadres"
    PHONE = "telefoon"
    MOBILE = "mobiel"
    CLIENT_EMAIL = "mailadres klant"
    CLIENT_PHONE = "telefoon klant"
    STREET = "straat en huisnummer"
    HOUSE_NUMBER = "huisnummer"
    POSTAL_CODE = "postcode"
    CITY = "plaats"
    WEBSITE = "website"
    TRADE = "branche"
    SIZE = "omvang"
    KIND = "soort"
    STATUS = "status"
    SINCE = "klant sinds"
    REMARKS = "opmerking (intern)"
    DATE = "datum"
    TIME = "tijd"
    SUBJECT = "onderwerp"
    TEXT = "tekst"
    OUTCOME = "uitkomst"
    NATURE = "aanleiding"


_NOT_FOR = {
    Target.PEOPLE: frozenset(
        (Field.DATE, Field.TIME, Field.SUBJECT, Field.TEXT, Field.OUTCOME, Field.NATURE)
    ),
    Target.CONTACTS: frozenset(
        (
            Field.ROLE, Field.PHONE, Field.MOBILE, Field.CLIENT_EMAIL, Field.CLIENT_PHONE,
            Field.STREET, Field.HOUSE_NUMBER, Field.POSTAL_CODE, Field.CITY, Field.WEBSITE,
            Field.TRADE, Field.SIZE, Field.SINCE, Field.STATUS,
        )
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mapping:
    """What each column of a table is; None for a column that is left out."""

    target: Target
    columns: tuple[Field | None, ...]

    @property
    def is_usable(self) -> bool:
        """Whether rows can be made of it: a name for people, a day and a client for contacts."""
        known = set(self.columns)
        whom = {Field.CLIENT, Field.NAME, Field.FIRST_NAME, Field.LAST_NAME, Field.EMAIL}
        if self.target is Target.CONTACTS:
            what = {Field.SUBJECT, Field.TEXT, Field.OUTCOME}
            return Field.DATE in known and bool(known & whom) and bool(known & what)
        return bool(known & whom)

    def text(self) -> str:
        """The mapping as it is remembered in the archive."""
        return "\n".join([self.target.value, *(one.value if one else "" for one in self.columns)])

    @classmethod
    def of_text(cls, text: str) -> Mapping | None:
        """A remembered mapping; None when it is of a version that knew other fields."""
        lines = text.split("\n")
        try:
            return cls(Target(lines[0]), tuple(Field(line) if line else None for line in lines[1:]))
        except ValueError:
            return None


def fields_of(target: Target) -> tuple[Field, ...]:
    """The fields that a column can be, for the mapping page."""
    return tuple(one for one in Field if one not in _NOT_FOR[target])

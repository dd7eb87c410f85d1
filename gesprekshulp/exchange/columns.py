"""Which column of a table is which of our fields: guessed from headings and from what they hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping as Dictionary
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from gesprekshulp.exchange.values import MAIL, day_and_time, telephone


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


# Headings as programs and people write them, tidied as `_plain` does; the first found wins.
_HEADINGS: dict[Field, str] = {
    Field.CLIENT: "klant|klantnaam|naam klant|klant naam|bedrijf|bedrijfsnaam|naam bedrijf"
    "|organisatie|organisatienaam|naam organisatie|relatie|relatienaam|firma|firmanaam"
    "|onderneming|werkgever"
    "|company|company name|organization|organisation|organization name|organization 1 name"
    "|account|account name|client|client name|customer|customer name",
    Field.NAME: "contactpersoon|contact persoon|naam contactpersoon|contactpersoon naam|persoon"
    "|gesprekspartner|contact|contact name|contact person|volledige naam|display name|full name"
    "|weergavenaam|person|naam persoon|gesproken met|met|t a v|ter attentie van|attn",
    Field.FIRST_NAME: "voornaam|voornamen|roepnaam|first name|given name|firstname"
    "|contactpersoon voornaam|voornaam contactpersoon|voorletters|initialen|initials",
    Field.MIDDLE_NAME: "tussenvoegsel|tussenvoegsels|voorvoegsel|middelste naam|tweede voornaam"
    "|middle name|additional name|tussen voegsel|tussenv|tv",
    Field.LAST_NAME: "achternaam|familienaam|last name|surname|family name|lastname"
    "|contactpersoon achternaam|achternaam contactpersoon",
    Field.ROLE: "functie|functietitel|functienaam|rol|functie contactpersoon|job title|jobtitle"
    "|title|position|role|organization title|organization 1 title",
    # Google numbers its columns; Outlook names its own by place.
    Field.EMAIL: "e mail|email|mail|e mailadres|emailadres|mailadres|e mail adres|email adres"
    "|e mail address|email address|e mail 1 value|email 1 value|e mail 2 value|e mail 1"
    "|e mail contactpersoon|email contactpersoon"
    "|mail contactpersoon|e mailadres contactpersoon",
    Field.PHONE: "telefoon|telefoonnummer|tel|telnr|tel nr|telefoon werk|telefoon zakelijk"
    "|zakelijke telefoon|telefoon op werk|business phone|phone|phone number|work phone|telephone"
    "|phone 1 value|telefoon contactpersoon|vaste telefoon|telefoon vast|primary phone"
    "|company main phone|home phone|telefoon thuis|hoofdtelefoon",
    Field.MOBILE: "mobiel|mobiele telefoon|mobiel nummer|mobielnummer|06|gsm|mobile|mobile phone"
    "|cell|cell phone|mobiel contactpersoon|telefoon mobiel|phone 2 value|mobiel nr|mob"
    "|mobile number",
    Field.CLIENT_EMAIL: "e mail klant|email klant|e mail bedrijf|email bedrijf|algemeen e mailadres"
    "|algemeen mailadres|e mail algemeen|email algemeen|e mail organisatie|company email",
    Field.CLIENT_PHONE: "telefoon klant|telefoon bedrijf|telefoon algemeen|algemeen telefoonnummer"
    "|telefoon organisatie|company phone|hoofdnummer",
    Field.STREET: "straat|straat en huisnummer|straatnaam|adres|bezoekadres|adresregel 1|adres 1"
    "|werkadres straat|werk straat|adres werk straat|straat werk|straat werkadres"
    "|business street|street|address|street address|address 1 street|address 1 formatted"
    "|postadres|home street|adres straat|mailing street|billing street",
    Field.HOUSE_NUMBER: "huisnummer|huisnr|nr huis|house number",
    Field.POSTAL_CODE: "postcode|pc|post code|postcode werk|werkadres postcode|werk postcode"
    "|adres werk postcode|business postal code|postal code|zip|zip code|zip postal code"
    "|address 1 postal code|home postal code|mailing zip postal code|billing zip postal code",
    Field.CITY: "plaats|woonplaats|vestigingsplaats|plaatsnaam|stad|plaats werk|werkadres plaats"
    "|werk plaats|adres werk plaats|business city|city|town|address 1 city|home city"
    "|mailing city|billing city",
    Field.WEBSITE: "website|webadres|site|www|url|webpagina|web page|website 1 value|homepage|web",
    Field.TRADE: "branche|sector|bedrijfstak|industry|trade",
    Field.SIZE: "omvang|aantal medewerkers|medewerkers|fte|grootte|employees|size|company size",
    Field.KIND: "soort|type|soort klant|klantsoort|soort contact|contactsoort|wijze|kanaal"
    "|contactvorm|vorm|kind|channel|contacttype|type contact|type klant",
    Field.STATUS: "status|klantstatus|status klant|relatiestatus",
    Field.SINCE: "klant sinds|sinds|relatie sinds|since|customer since|startjaar",
    Field.REMARKS: "opmerking|opmerkingen|notitie|notities|notes|note|remarks|memo|bijzonderheden"
    "|toelichting|comments|comment|interne opmerking",
    Field.DATE: "datum|contactdatum|datum contact|dag|date|datum en tijd|datum tijd|datumtijd"
    "|gespreksdatum|wanneer|begindatum|datum gesprek|contact date|verzonden|ontvangen|sent"
    "|received",
    Field.TIME: "tijd|tijdstip|time|begintijd|uur",
    Field.SUBJECT: "onderwerp|subject|titel|betreft|omschrijving kort|topic",
    Field.TEXT: "tekst|inhoud|verslag|besproken|omschrijving|beschrijving|gespreksverslag|text|body"
    "|description|inhoud gesprek|bericht|samenvatting|summary",
    Field.OUTCOME: "uitkomst|resultaat|conclusie|afspraken|outcome|result|vervolg|vervolgactie",
    Field.NATURE: "aanleiding|aard|reden|nature|reason",
}
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
# Columns that may fill one field together: the first that holds something counts.
_SEVERAL = frozenset((Field.EMAIL, Field.PHONE, Field.MOBILE, Field.STREET, Field.POSTAL_CODE,
                      Field.CITY, Field.WEBSITE, Field.REMARKS))  # fmt: skip
# Never what they seem to hold: a picture's address is no website, a branch office no person.
_NOT_OURS = frozenset(("photo", "foto", "image", "avatar", "afbeelding", "picture", "vestiging",
                       "filiaal", "regio", "land", "taal", "segment", "bron", "accountmanager",
                       "relatiebeheerder", "beheerder", "adviseur"))  # fmt: skip
_PLAIN_NAME = ("naam", "name", "file as", "naam relatie")
_LEGAL = re.compile(
    r"\b(?:b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|stichting|vereniging|maatschap|gemeente|groep|group|holding"
    r"|co[öo]peratie|bedrijf|bouw|en zn\.?|& zn\.?|zonen|advies|school|zorg)\b",
    re.IGNORECASE,
)
_POSTAL = re.compile(r"\d{4}\s?[A-Z]{2}$", re.IGNORECASE)
_SITE = re.compile(r"(?:https?://|www\.)\S+$", re.IGNORECASE)


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


# What a table without headings has in their place.
_NO_HEADING = re.compile(r"kolom \d+")
_WORDS = re.compile(r"[^\W\d_][^@]*")


def fields_of(target: Target) -> tuple[Field, ...]:
    """The fields that a column can be, for the mapping page."""
    return tuple(one for one in Field if one not in _NOT_FOR[target])


def _plain(heading: str) -> str:
    text = unicodedata.normalize("NFKD", heading.casefold())
    text = "".join(letter for letter in text if not unicodedata.combining(letter))
    text = re.sub(r"\(.*?\)", " ", text)
    return " ".join(re.findall(r"[a-z0-9]+", text))


_BY_HEADING: Dictionary[str, tuple[Field, int]] = {
    words: (one, place)
    for one, list_of in _HEADINGS.items()
    for place, words in enumerate(list_of.split("|"))
}
# The same without spaces: people write "e mail", "e-mail" and "email" for one thing.
_BY_LETTERS = {words.replace(" ", ""): words for words in (*_PLAIN_NAME, *reversed(_BY_HEADING))}


def fingerprint(headings: Sequence[str]) -> str:
    """The same for every table with these headings, to remember how a user mapped them."""
    text = "|".join(_plain(heading) for heading in headings)
    return sha256(text.encode()).hexdigest()[:24]


def _heading(heading: str) -> str:
    """A heading as our lists have it: "Bedrijfs-naam" is "bedrijfsnaam", "Mail 1" is "mail"."""
    words = _plain(heading)
    if words in _BY_HEADING or words in _PLAIN_NAME:
        return words
    for tried in (words.replace(" ", ""), re.sub(r" ?1$", "", words).replace(" ", "")):
        if tried in _BY_LETTERS:
            return _BY_LETTERS[tried]
    return words


def recognised(headings: Sequence[str]) -> int:
    """How many of these are headings that we know."""
    return sum(1 for heading in headings if _heading(heading) in {*_BY_HEADING, *_PLAIN_NAME})


def guess_mapping(headings: Sequence[str], sample_rows: Sequence[Sequence[str]]) -> Mapping:
    """What the columns of a table are likely to be.

    First from the heading, then, for columns that nobody claims, from what the cells hold.
    """
    plain = [_heading(heading) for heading in headings]
    samples = [
        [row[place] for row in sample_rows if place < len(row) and row[place].strip()]
        for place in range(len(headings))
    ]
    found: list[Field | None] = [
        _BY_HEADING[words][0] if words in _BY_HEADING else None for words in plain
    ]
    target = _target(found)
    found = [None if one in _NOT_FOR[target] else one for one in found]
    _settle_contact(found, plain)
    _settle_names(found, plain, samples, sample_rows)
    _settle_doubles(found, plain)
    if target is Target.CONTACTS and Field.TEXT not in found and Field.REMARKS in found:
        # In a list of contacts "notitie" is what was said.
        found[found.index(Field.REMARKS)] = Field.TEXT
    _settle_by_contents(found, plain, samples)
    named = {Field.CLIENT, Field.NAME, Field.FIRST_NAME, Field.LAST_NAME} & set(found)
    if all(_NO_HEADING.fullmatch(words) for words in plain) or (
        # Headings that say nothing over what can only be a list of people.
        not named
        and any(
            _are_of_the_mails(place, sample_rows) for place in _wordy(found, plain, samples)[:2]
        )
    ):
        _settle_unnamed(found, plain, samples, sample_rows)
    elif named == {Field.CLIENT}:
        _settle_person_by_mail(found, plain, samples, sample_rows)
    return Mapping(target, tuple(found))


def _target(found: Sequence[Field | None]) -> Target:
    said = {Field.SUBJECT, Field.TEXT, Field.OUTCOME, Field.NATURE, Field.KIND, Field.REMARKS}
    return Target.CONTACTS if Field.DATE in found and said & set(found) else Target.PEOPLE


def _settle_contact(found: list[Field | None], plain: Sequence[str]) -> None:
    """A first or last name makes a column "contact" or "display name" needless."""
    if Field.LAST_NAME in found or Field.FIRST_NAME in found:
        for place, one in enumerate(found):
            if one is Field.NAME and plain[place] not in ("contactpersoon", "persoon"):
                found[place] = None


def _settle_names(
    found: list[Field | None],
    plain: Sequence[str],
    samples: Sequence[Sequence[str]],
    rows: Sequence[Sequence[str]],
) -> None:
    """A column that is only called "naam" is the person's or the client's, by the others."""
    for place, words in enumerate(plain):
        if words not in _PLAIN_NAME or found[place] is not None:
            continue
        has_person = {Field.NAME, Field.FIRST_NAME, Field.LAST_NAME} & set(found)
        if Field.FIRST_NAME in found and Field.LAST_NAME not in found and Field.CLIENT in found:
            if _are_full_names(place, found.index(Field.FIRST_NAME), rows):
                parts = (Field.FIRST_NAME, Field.MIDDLE_NAME)
                found[:] = [None if one in parts else one for one in found]
                found[place] = Field.NAME
            else:
                found[place] = Field.LAST_NAME
        elif Field.CLIENT in found:
            found[place] = None if has_person else Field.NAME
        elif Field.NAME in found or (has_person and Field.LAST_NAME not in found):
            found[place] = Field.CLIENT
        elif has_person:
            found[place] = None
        else:
            found[place] = _name_of_whom(found, samples[place], samples)
        return


def _are_full_names(place: int, first: int, rows: Sequence[Sequence[str]]) -> bool:
    """Whether most names begin with the first name of their own row, or with its initial."""
    pairs = [
        (_name_words(row[place]), _name_words(row[first]))
        for row in rows
        if max(place, first) < len(row)
    ]
    both = [(whole, own) for whole, own in pairs if whole and own]
    full = sum(len(whole) > 1 and whole[0] in (own[0], own[0][0]) for whole, own in both)
    return bool(full) and full * 2 >= len(both)


def _name_words(name: str) -> list[str]:
    return _plain(name).split()


def _name_of_whom(
    found: Sequence[Field | None], names: Sequence[str], samples: Sequence[Sequence[str]]
) -> Field:
    about_clients = {Field.TRADE, Field.SIZE, Field.STATUS, Field.SINCE, Field.KIND, Field.DATE}
    if Field.ROLE in found:
        return Field.NAME
    if about_clients & set(found) or any(_LEGAL.search(name) for name in names):
        return Field.CLIENT
    mails = " ".join(cell.casefold() for cells in samples for cell in cells if MAIL.search(cell))
    own = [name for name in names if any(part.casefold() in mails for part in name.split())]
    return Field.NAME if mails and len(own) * 2 >= len(names) else Field.CLIENT


def _settle_doubles(found: list[Field | None], plain: Sequence[str]) -> None:
    """Of columns for the same field the likeliest heading wins, but where several may help."""
    if "address 1 street" in plain and "address 1 formatted" in plain:
        # Google writes the whole address as well; street and town stand beside it.
        found[plain.index("address 1 formatted")] = None
    for one in set(found) - _SEVERAL - {None}:
        places = [place for place, other in enumerate(found) if other is one]
        best = min(places, key=lambda place: (_BY_HEADING.get(plain[place], (one, 0))[1], place))
        for place in places:
            if place != best:
                found[place] = None


def _settle_by_contents(
    found: list[Field | None], plain: Sequence[str], samples: Sequence[Sequence[str]]
) -> None:
    for place, cells in enumerate(samples):
        known = plain[place] in _BY_HEADING or plain[place] in _NOT_OURS
        if found[place] is not None or not cells or known:
            continue
        for one, fits in (
            (Field.EMAIL, MAIL.fullmatch),
            (Field.POSTAL_CODE, _POSTAL.match),
            (Field.WEBSITE, _SITE.match),
            (Field.PHONE, _is_phone),
        ):
            if (
                one not in found
                and sum(bool(fits(cell.strip())) for cell in cells) * 5 >= len(cells) * 4
            ):
                found[place] = one
                break


def _wordy(
    found: Sequence[Field | None], plain: Sequence[str], samples: Sequence[Sequence[str]]
) -> list[int]:
    """The columns of words that nobody claims."""
    return [
        place for place, cells in enumerate(samples)
        if found[place] is None
        and plain[place] not in (*_BY_HEADING, *_NOT_OURS)
        and cells
        and all(_WORDS.fullmatch(cell) for cell in cells)
    ]  # fmt: skip


def _settle_person_by_mail(
    found: list[Field | None],
    plain: Sequence[str],
    samples: Sequence[Sequence[str]],
    rows: Sequence[Sequence[str]],
) -> None:
    """Beside the client, a column of names that the mail addresses repeat is of the people."""
    for place in _wordy(found, plain, samples):
        most = _repeated(place, rows) * 2 > len(samples[place])
        if most and _are_of_the_mails(place, rows):
            found[place] = Field.NAME
            return


def _are_of_the_mails(place: int, rows: Sequence[Sequence[str]]) -> bool:
    """Whether these are the names of those whose mail address stands in the same row.

    One name in every row is of somebody of our own: an account manager, a region.
    """
    names = [row[place].casefold() for row in rows if place < len(row) and row[place].strip()]
    several = len(set(names)) > 1 or len(names) == 1
    return several and _repeated(place, rows) * 2 >= len(names)


def _repeated(place: int, rows: Sequence[Sequence[str]]) -> int:
    """In how many rows a mail address carries the name in this column."""
    return sum(
        any(MAIL.search(cell) and _carries(cell, row[place]) for cell in row)
        for row in rows
        if place < len(row)
    )


def _carries(mail: str, name: str) -> bool:
    """Whether a mail address is of this name: jan@, jan.vos@, janvos@, j.vos@ or jvos@."""
    words = _name_words(name)
    parts = re.split(r"[._-]", _local_part(mail))
    if not words:
        return False
    first, *last = words
    whole = {first + "".join(last), first[0] + "".join(last)} if last else {first}
    return first in parts or "".join(parts) in whole


def _local_part(mail: str) -> str:
    return mail.strip().casefold().partition("@")[0]


def _settle_unnamed(
    found: list[Field | None],
    plain: Sequence[str],
    samples: Sequence[Sequence[str]],
    rows: Sequence[Sequence[str]],
) -> None:
    """In a table without headings: who is the person, and what the client?"""
    wordy = _wordy(found, plain, samples)[:2]
    if len(wordy) < 2:
        for place in wordy:
            found[place] = _name_of_whom(found, samples[place], samples)
        return

    def personal(place: int) -> int:
        firms = sum(bool(_LEGAL.search(name)) for name in samples[place])
        return _repeated(place, rows) - 2 * firms

    person = max(wordy, key=personal)
    for place in wordy:
        found[place] = Field.NAME if place == person else Field.CLIENT


def _is_phone(cell: str) -> bool:
    return (
        bool(re.fullmatch(r"[+0][\d\s()./-]{8,18}", cell))
        and bool(telephone(cell))
        and day_and_time(cell) is None
    )

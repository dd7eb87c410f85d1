"""Dates in figures: 15-3, 15/3/2027, 15.03.27, 2027-03-15 and 03-2027."""

from gesprekshulp.language.terms_dates import (
    NUMBER_AFTER,
    day_span,
    impossible,
    month_span,
    numbered_week,
    plain_year,
    quarter_span,
)
from gesprekshulp.language.terms_model import (
    Match,
)
from gesprekshulp.language.terms_reader import Reader
from gesprekshulp.language.terms_tokens import NUMBER, NUMERIC_DATE, YEAR
from gesprekshulp.language.wordlists import words

# After these a number is a number: artikel 3.2, versie 10.12, tel. 06-12.
_NUMBER_BEFORE = frozenset(
    words(
        "€ $ § artikel art artikelnr artikelnummer nr nummer no versie v release build par "
        "paragraaf hoofdstuk pagina blz p bijlage tel telefoon telefoonnummer mobiel factuur "
        "factuurnummer factuurnr ordernummer order dossier dossiernummer polis polisnummer kamer "
        "lokaal stand score uitslag python windows ios android firmware verhouding fr euro eur "
        "iso nen punt agendapunt stap fase sectie lid kenmerk referentie ref update patch"
    )
)


_STREETS = (
    "straat", "weg", "laan", "plein", "kade", "gracht", "dijk", "hof", "steeg", "singel", "dreef",
    "pad", "baan", "plantsoen", "haven", "boulevard",
)  # fmt: skip


_ROMAN_MONTHS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_FRACTIONS = frozenset(((1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (24, 7)))


def _is_number(reader: Reader, place: int, before: str) -> bool:
    """Whether digits are a house number, a score, an article: anything but a date."""
    if before in _NUMBER_BEFORE or reader.word(place - 2) in ("score", "stand", "uitslag"):
        return True
    return not reader.at(place).value[2] and len(before) > 5 and before.endswith(_STREETS)


def numeric(reader: Reader, place: int) -> Match:
    """15-3, 15/3/2027, 15.03.27, 2027-03-15 and 03-2027."""
    token = reader.at(place)
    if token.kind != NUMERIC_DATE:
        return _spaced(reader, place)
    day, month, year, mark = token.value
    before = reader.word(place - 1)
    glued = before == "." and place > 1 and reader.at(place - 2).parted
    if glued and reader.at(place - 2).end == reader.at(place - 1).start == token.start - 1:
        return None  # v2.11.3
    if before == "." and place > 1:
        before = reader.word(place - 2)
    if _is_number(reader, place, before):
        return None
    if not 1 <= month <= 12:
        weak = day <= 12 and day >= 1 and year > 0 and month <= 31
        if weak and reader.loose:
            return impossible(reader, f"Maand {month} bestaat niet."), place + 1
        return None
    if day == 0:
        if mark != 1:
            return (impossible(reader, "Dag 0 bestaat niet."), place + 1) if reader.loose else None
        if not 1900 <= year < 2200:
            return None
        return month_span(reader, month, year).but(weak=True, certainty=0.8), place + 1
    if not 1 <= day <= 31:
        return None
    if mark == 8:
        return day_span(reader, day, month, year).but(weak=True), place + 1
    if year:
        return day_span(reader, day, month, year), place + 1
    after = place + 1
    if reader.word(after) in NUMBER_AFTER:
        return None
    if reader.word(after) in ("-", "/") and reader.at(after + 1).kind == YEAR:
        after += 1
    weak = mark == ord(".") or (day, month) in _FRACTIONS
    if found := plain_year(reader, after):
        year, after = found
    span = day_span(reader, day, month, year or None)
    return span.but(weak=weak, certainty=min(span.certainty, 0.8 if weak else 0.9)), after


def _spaced(reader: Reader, place: int) -> Match:
    """10 - 8 - 2012 and 10 / 8 / 2012, with room around the marks; 2026-W14 too."""
    mark = reader.word(place + 1)
    first, second, third = reader.at(place), reader.at(place + 2), reader.at(place + 4)
    if reader.loose and place == 0 and reader.size == 3 and reader.at(1).kind == NUMBER:
        return _three_numbers(reader)
    if mark not in ("-", "/", ".") or first.kind != NUMBER:
        return None
    if second.word in ("q", "kw") and first.value[0] > 1900:  # 2026-Q2
        number = reader.at(place + 3)
        if number.kind == NUMBER and 1 <= number.value[0] <= 4:
            return quarter_span(reader, number.value[0], first.value[0]), place + 4
    if second.word == "w" and reader.at(place + 3).kind == NUMBER and first.value[0] > 1900:
        span = numbered_week(reader, reader.at(place + 3).value[0], first.value[0])
        return span, place + 4
    if second.word in _ROMAN_MONTHS and reader.word(place + 3) == mark and len(third.word) == 4:
        day, year = first.value[0], third.value[0] if third.kind == NUMBER else 0
        if 1 <= day <= 31 and year:
            month = _ROMAN_MONTHS.index(second.word) + 1
            return day_span(reader, day, month, year), place + 5
    if reader.word(place + 3) != mark or second.kind != NUMBER or third.kind != NUMBER:
        return None
    day, month, year = first.value[0], second.value[0], third.value[0]
    if not (1 <= month <= 12 and 1 <= day <= 31 and len(third.word) == 4):
        return None
    return day_span(reader, day, month, year), place + 5


def _three_numbers(reader: Reader) -> Match:
    """ "20 03 2026" as the whole of a date field."""
    day, month, year = (reader.at(place) for place in range(3))
    if year.kind != NUMBER or len(year.word) != 4 or not 1 <= month.value[0] <= 12:
        return None
    return day_span(reader, day.value[0], month.value[0], year.value[0]), 3

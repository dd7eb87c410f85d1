"""Holidays by name and the four seasons."""

from datetime import date, timedelta

from gesprekshulp.language import terms_dates as dates
from gesprekshulp.language.calendar import HOLIDAYS, add_months
from gesprekshulp.language.terms_lexicon import NEXT, SEASONS
from gesprekshulp.language.terms_model import Match, Span, TermKind, no_day, settle
from gesprekshulp.language.terms_reader import Phrases, Reader

HOLIDAY_PHRASES = Phrases((name, name) for name in HOLIDAYS)


def holiday_span(reader: Reader, name: str, year: int | None) -> Span:
    """A holiday; without a year the first one after today. It is kept on its first day."""
    days = HOLIDAYS[name]

    def of_year(wanted: int) -> Span:
        first, last = days(wanted)
        other = last if last != first else None
        turn = name == "jaarwisseling"  # "voor de jaarwisseling" is 31 December itself
        return Span(first, last, first, "holiday", 0.9, other, edge=turn)

    if year is not None:
        return of_year(year)
    made = of_year(reader.today.year).but(of_year=of_year)
    return settle(made, reader.today, lambda span: span.first)


def last_holiday(reader: Reader, name: str) -> Span:
    """The last time that a holiday was, for "afgelopen kerst"."""
    for year in (reader.today.year, reader.today.year - 1):
        first, last = HOLIDAYS[name](year)
        if last < reader.today:
            return Span(first, last, first, "holiday", 0.9, kind=TermKind.PAST)
    return no_day(TermKind.PAST, reader.today)


def holiday(reader: Reader, place: int) -> Match:
    """Pasen, tweede kerstdag, Koningsdag 2027, kerst volgend jaar."""
    found = HOLIDAY_PHRASES.match(reader, place)
    if found is None:
        return None
    name, after = found
    if name == "sint" and not reader.loose:
        return None
    after = reader.skip(after, ("aanstaande",))
    if year := dates.year_after(reader, after):
        return holiday_span(reader, name, year[0]), year[1]
    return holiday_span(reader, name, None), after


def _season_span(start_month: int, year: int) -> Span:
    first = date(year, start_month, 21)
    last = add_months(first, 3) - timedelta(days=1)
    return Span(first, last, last, "season", 0.6)


def season(reader: Reader, place: int) -> Match:
    """ "de zomer", "het najaar 2027": it begins on the 21st and ends on the 20th."""
    start_month = SEASONS.get(reader.word(place))
    if start_month is None:
        return None
    if year := dates.year_after(reader, place + 1):
        return _season_span(start_month, year[0]), year[1]

    def of_year(wanted: int) -> Span:
        return _season_span(start_month, wanted)

    span = of_year(reader.today.year).but(of_year=of_year)
    return settle(span, reader.today, lambda s: s.last).but(weak=True), place + 1


def relative_season(reader: Reader, start_month: int, offset: int, word: str) -> Span:
    """ "deze zomer", "volgend voorjaar", "afgelopen winter"."""
    today = reader.today
    if offset < 0:
        year = max(
            y
            for y in (today.year, today.year - 1, today.year - 2)
            if _season_span(start_month, y).last < today
        )
        return _season_span(start_month, year).but(kind=TermKind.PAST)
    if word in NEXT:
        return _season_span(start_month, today.year + 1)

    def of_year(wanted: int) -> Span:
        return _season_span(start_month, wanted)

    return settle(of_year(today.year).but(of_year=of_year), today, lambda span: span.last)

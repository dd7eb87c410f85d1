"""Stretches of time seen from today: "volgende week", "eind van de maand", "de zomer", "Pasen"."""

from datetime import date, timedelta

from gesprekshulp.language import terms_dates as dates
from gesprekshulp.language import terms_holidays as holidays
from gesprekshulp.language.calendar import (
    add_months,
    end_of_month,
    next_weekday,
    nth_weekday,
    previous_weekday,
)
from gesprekshulp.language.terms_lexicon import (
    COMING,
    DAYPARTS,
    LAST,
    MONTHS,
    NEXT,
    PARTS,
    RELATIVE_DAYS,
    SEASONS,
    THIS,
    WEEKDAYS,
)
from gesprekshulp.language.terms_model import (
    Match,
    Span,
    TermKind,
    one_day,
    settle,
)
from gesprekshulp.language.terms_reader import Reader
from gesprekshulp.language.terms_stretches import (
    PERIODS,
    named_weekday,
    offset_of,
    period,
    weekday_from,
)
from gesprekshulp.language.terms_tokens import END, MARK

JOINED_ENDS = {
    "maandeinde": "month",
    "maandultimo": "month",
    "kwartaaleinde": "quarter",
    "jaareinde": "year",
    "jaarultimo": "year",
    "weekafsluiting": "week",
    "eow": "week",
    "eom": "month",
    "eoy": "year",
    "eoq": "quarter",
}


def relative(reader: Reader, place: int) -> Match:
    """ "deze week", "volgende maand", "komende vrijdag", "vorig jaar maart", "volgende kerst"."""
    word = reader.word(place)
    offset = offset_of(word)
    if offset is None:
        return None
    after = reader.skip(place + 1, (".",) if word in ("vlg", "vlgd") else ())
    if word in NEXT and reader.word(after) in NEXT:
        offset, after = 2, after + 1  # volgende volgende week
    if reader.word(after) == "nacht" and word in LAST:
        return one_day(reader.today - timedelta(days=1), kind=TermKind.PAST), after + 1
    if reader.word(after) in ("of", "/") and offset_of(reader.word(after + 1)):
        return _this_or_next(reader, offset, after + 1)
    weekday = named_weekday(reader, after)
    if weekday is not None and not (word in ("as", "ek", "kom", "volg") and after != place + 1):
        if dated := _dated_weekday(reader, weekday, word, after + 1):
            return dated
        span = weekday_from(reader, weekday, word)
        if span:
            return span.but(timed=reader.at(after).parted), after + 1
    unit = PERIODS.get(reader.word(after))
    if unit == "day" and word in THIS and not reader.loose:
        return None
    if unit:
        return _with_detail(reader, unit, offset, word, after + 1)
    if (month := MONTHS.get(reader.word(after))) and word not in ("as", "ek", "kom"):
        return _relative_month(reader, month, word), after + 1
    if word in LAST and (found := holidays.HOLIDAY_PHRASES.match(reader, after)):
        return holidays.last_holiday(reader, found[0]), found[1]
    if word not in THIS and (found := holidays.HOLIDAY_PHRASES.match(reader, after)):
        return holidays.holiday_span(reader, found[0], None), found[1]
    if word in LAST and (found := dates.day_and_month(reader, after)) and found[0].of_year:
        for year in (reader.today.year, reader.today.year - 1):
            made = found[0].of_year(year)
            if made and made.first < reader.today:
                return made.but(kind=TermKind.PAST), found[1]
    if reader.word(after) in SEASONS:
        return holidays.relative_season(
            reader, SEASONS[reader.word(after)], offset, word
        ), after + 1
    return None


def _dated_weekday(reader: Reader, weekday: int, word: str, place: int) -> Match:
    """ "afgelopen vrijdag 20 november", "komende dinsdag 1 december": the date when they agree."""
    found = dates.day_and_month(reader, reader.skip(place, (",",)))
    if found is None or found[0].due is None:
        return None
    past = word in LAST
    made = found[0]
    if past and made.of_year:
        made = made.of_year(reader.today.year) or made
        if made.of_year is None and made.due and made.due >= reader.today and found[0].of_year:
            made = found[0].of_year(reader.today.year - 1) or made
    if made.due is None or made.due.weekday() != weekday:
        return None
    return made.but(kind=TermKind.PAST if past else TermKind.DAY), found[1]


def _this_or_next(reader: Reader, offset: int, place: int) -> Match:
    """ "deze of volgende week": the later one, with the earlier as other reading."""
    second = relative(reader, place)
    unit = PERIODS.get(reader.word(second[1] - 1)) if second else None
    if second is None or unit is None:
        return None
    first = period(reader, unit, offset)
    return second[0].but(other=first.due, certainty=0.8), second[1]


def _with_detail(reader: Reader, unit: str, offset: int, word: str, after: int) -> Match:
    """A period with what follows it: "volgende week vrijdag", "volgend jaar maart"."""
    span = period(reader, unit, offset)
    if word in COMING and unit == "weekend":
        span = period(reader, unit, 0 if reader.today.weekday() < 5 else 1)
    elif word in COMING and unit in ("week", "month", "year"):
        days = {"week": timedelta(days=7)}
        nearer = (
            reader.today + days[unit]
            if unit == "week"
            else add_months(reader.today, 1 if unit == "month" else 12)
        )
        span = span.but(certainty=0.8, other=nearer)
    elif word == "afgelopen" and unit == "weekend":
        span = period(reader, unit, 0 if reader.today.weekday() == 6 else -1)
        span = span.but(kind=TermKind.PAST)
    if reader.word(after) in PARTS and reader.at(after + 1).kind in (END, MARK):
        return edge(reader, span, PARTS[reader.word(after)]), after + 1  # volgende maand eind
    if unit == "week":
        at = reader.skip(after, ("op", ",") if reader.word(after + 1) in WEEKDAYS else ("op",))
        weekday = named_weekday(reader, at)
        if weekday is not None and (reader.word(at) != "zo" or at > after):
            day = span.first + timedelta(days=weekday)
            numbered = reader.whole(at + 1)
            if not (numbered and reader.word(numbered[1]) in MONTHS):
                return one_day(day, kind=span.kind, timed=reader.at(at).parted), at + 1
    if unit == "month":
        at = reader.skip(reader.skip(after, ("op",)), ("de",))
        found = reader.nth(at)
        if found and 1 <= found[0] <= 31 and reader.at(at).kind != "word":
            made = dates.day_span(reader, found[0], span.first.month, span.first.year)
            return made, found[1]
    if unit == "year":
        return _in_year(reader, span, after)
    return span, after


def _in_year(reader: Reader, span: Span, after: int) -> Match:
    """ "volgend jaar maart", "volgend jaar in Q2", "vorig jaar kerst"."""
    wanted = span.first.year
    at = reader.skip(reader.skip(after, ("in", "op", ",", "met")), ("de", "het"))
    if found := holidays.HOLIDAY_PHRASES.match(reader, at):
        return holidays.holiday_span(reader, found[0], wanted), found[1]
    for rule in (dates.day_and_month, dates.quarter, dates.week, dates.month):
        found = rule(reader, at)
        if found and found[0].of_year:
            made = found[0].of_year(wanted)
            if made:
                return made.but(kind=span.kind), found[1]
    if reader.word(at) in PARTS and (found := part(reader, at)) and found[0].of_year:
        made = found[0].of_year(wanted)
        if made:
            return made.but(kind=span.kind), found[1]
    return span, after


def _relative_month(reader: Reader, month: int, word: str) -> Span:
    today = reader.today
    if word in LAST:
        year = today.year if month < today.month else today.year - 1
        return dates.month_span(reader, month, year).but(kind=TermKind.PAST)
    if word in THIS:
        return dates.month_span(reader, month, today.year if month >= today.month else None)
    year = today.year if month > today.month else today.year + 1
    return dates.month_span(reader, month, year)


def _edge_day(span: Span, which: int) -> date:
    """The day that "begin", "half" or "eind" of a stretch stands for."""
    first = span.first
    if span.unit in ("week", "weekend"):
        shift = {"week": (1, 2, 4), "weekend": (0, 0, 1)}[span.unit]
        return first + timedelta(days=shift[which])
    if span.unit == "month":
        return (first.replace(day=10), first.replace(day=15), span.last)[which]
    if span.unit == "quarter":
        second = add_months(first, 1)
        return (second - timedelta(days=1), second.replace(day=15), span.last)[which]
    if span.unit in ("year", "half"):
        middle = add_months(first, 6 if span.unit == "year" else 3) - timedelta(days=1)
        return (end_of_month(first.year, first.month), middle, span.last)[which]
    if span.unit == "season":
        return (end_of_month(first.year, first.month), add_months(first, 1), span.last)[which]
    return span.due or span.last


def edge(reader: Reader, span: Span, which: int) -> Span:
    """ "begin", "half" or "eind" of a stretch; without a year the first after today."""

    def cut(whole: Span) -> Span:
        day = _edge_day(whole, which)
        first = whole.first if which == 0 else day
        return Span(first, day, day, whole.unit, 0.9, kind=whole.kind, edge=which == 2)

    rebuild = span.of_year
    made = cut(span)
    if rebuild is not None:

        def of_year(wanted: int) -> Span | None:
            whole = rebuild(wanted)
            return cut(whole) if whole else None

        made = settle(made.but(of_year=of_year), dates.yesterday(reader), lambda s: s.last)
        return made.but(of_year=of_year)
    return made


def target(reader: Reader, place: int, which: int) -> Match:
    """What "begin", "half" or "eind" can be of, and that part of it."""
    word = reader.word(place)
    if word == "nieuwe" and reader.word(place + 1) in ("jaar", "kalenderjaar"):
        return edge(reader, period(reader, "year", 1), which), place + 2
    if word in PERIODS and reader.at(place + 1).kind != "number":
        unit = PERIODS[word]
        span = period(reader, unit, 0)
        made = edge(reader, span, which)
        if made.due and made.due < reader.today and unit != "day":
            made = edge(reader, period(reader, unit, 1), which)
        return made.but(kind=TermKind.DAY), place + 1
    if word in DAYPARTS and word != "morgen":
        return one_day(reader.today, 0.9, timed=True), place + 1
    if word in RELATIVE_DAYS:
        return one_day(reader.today + timedelta(days=RELATIVE_DAYS[word]), edge=True), place + 1
    if word in WEEKDAYS:
        return one_day(next_weekday(reader.today, WEEKDAYS[word]), edge=True), place + 1
    for rule in (
        relative,
        dates.quarter,
        dates.week,
        dates.month,
        holidays.season,
        holidays.holiday,
        _ordinal_period,
    ):
        found = rule(reader, place)
        if found is None or found[0].due is None:
            continue
        if found[0].unit in ("day", "holiday"):
            return found[0].but(weak=False, edge=True), found[1]
        return edge(reader, found[0], which), found[1]
    found = dates.year(reader, place)
    if found and found[0].due:
        return edge(reader, found[0], which), found[1]
    return None


def _ordinal_period(reader: Reader, place: int) -> Match:
    return reader.point(reader, place) if reader.nth(place) else None


def part(reader: Reader, place: int) -> Match:
    """ "eind april", "begin volgende week", "medio Q3", "ultimo mei", "halverwege de maand"."""
    word = reader.word(place)
    which = PARTS.get(word)
    if which is None:
        return None
    after = place + 1
    if (
        reader.word(after) in ("-", "/", "of", "tot", "a", "t/m")
        and reader.word(after + 1) in PARTS
    ):
        at = reader.skip_of(after + 2)  # begin/half mei
        first, second = target(reader, at, which), target(reader, at, PARTS[reader.word(after + 1)])
        if second and first:
            return second[0].but(other=first[0].due, certainty=0.8), second[1]
        return None
    after = reader.skip(after, ("-",))
    if word == "half" and reader.word(after) in ("jaar", "jr", "uur"):
        return None  # an amount of time, not the middle of the year
    found = target(reader, reader.skip_of(after), which)
    if found is None:
        if word == "ultimo" or (word in ("eind", "einde") and reader.word(after) == "mnd"):
            return edge(reader, period(reader, "month", 0), 2), place + 1
        return None
    if word == "primo" and found[0].due:
        return found[0].but(due=found[0].first, last=found[0].first), found[1]
    return found


def joined_end(reader: Reader, place: int) -> Match:
    """ "maandeinde", "jaareinde": the end in one word."""
    unit = JOINED_ENDS.get(reader.word(place))
    if unit is None:
        return None
    return edge(reader, period(reader, unit, 0), 2), place + 1


def bare_weekend(reader: Reader, place: int) -> Match:
    """ "het weekend", "van het weekend": the coming one, or this one while it lasts."""
    if reader.word(place) != "weekend":
        return None
    span = period(reader, "weekend", 0)
    if span.first <= reader.today and reader.word(reader.skip_back(place, ("het",))) == "voor":
        span = period(reader, "weekend", 1)
    return span, place + 1


def nth_of(reader: Reader, nth: int, weekday: int, span: Span) -> Span | None:
    """ "derde dinsdag van mei": the nth weekday of a stretch, in the first year it comes."""

    def pick(whole: Span) -> Span | None:
        if whole.unit == "month":
            day = nth_weekday(whole.first.year, whole.first.month, nth, weekday)
        elif nth > 0:
            before = whole.first - timedelta(days=1)
            day = next_weekday(before, weekday) + timedelta(weeks=nth - 1)
        else:
            last = previous_weekday(whole.last + timedelta(days=1), weekday)
            day = last + timedelta(weeks=nth + 1)
        if day is None or not whole.first <= day <= whole.last:
            return None
        return one_day(day, kind=whole.kind)

    rebuild = span.of_year
    if rebuild is None:
        return pick(span)

    def of_year(wanted: int) -> Span | None:
        whole = rebuild(wanted)
        return pick(whole) if whole else None

    base = pick(span)
    return settle(base.but(of_year=of_year), reader.today, lambda s: s.first) if base else None

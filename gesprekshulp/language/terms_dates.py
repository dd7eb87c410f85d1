"""Dates as they stand in an almanac: days, months, quarters, weeks and years."""

from datetime import date, timedelta

from gesprekshulp.language.calendar import end_of_month, monday_of_week
from gesprekshulp.language.terms_lexicon import (
    COMING,
    LAST,
    MONTH_NAMES,
    MONTHS,
    NEXT,
    SHORT_MONTHS,
    THIS,
    UNITS,
)
from gesprekshulp.language.terms_model import (
    Match,
    Span,
    TermKind,
    no_day,
    one_day,
    settle,
    week_span,
)
from gesprekshulp.language.terms_reader import Reader
from gesprekshulp.language.terms_tokens import (
    END,
    MARK,
    NUMBER,
    NUMERIC_DATE,
    OTHER,
    WORD,
    YEAR,
)
from gesprekshulp.language.wordlists import words

_ONE_DAY = timedelta(days=1)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
# After a number these say that it is no year.
NUMBER_AFTER = frozenset(
    words(
        "% procent euro eur € km m m2 m3 kg gram uur mensen personen deelnemers stuks pagina's "
        "paginas man keer fte meter cm mm ton miljoen mln miljard graden punten leden medewerkers "
        "collega's liter kwh gb mb werkplekken uren"
    )
) | frozenset(UNITS)
_JOINTS = frozenset(("of", "en", "-", "–", "—", "t/m", "tm", "/", "tot", "a", "à", "&", "+"))


def relative_year(reader: Reader, place: int) -> tuple[int, int] | None:
    """ "dit jaar", "van volgend jaar": the year and the place after it."""
    start = reader.skip(place, ("van", "in", "vd"))
    start = reader.skip(start, ("het",))
    word = reader.word(start)
    if reader.word(start + 1) not in ("jaar", "jr"):
        return None
    if word in THIS:
        return reader.today.year, start + 2
    if word in NEXT or word in COMING:
        return reader.today.year + 1, start + 2
    if word in LAST:
        return reader.today.year - 1, start + 2
    return None


def plain_year(reader: Reader, place: int) -> tuple[int, int] | None:
    """ "2027", "'27" or "tweeduizend zevenentwintig" and the place after it."""
    token = reader.at(place)
    if token.kind == YEAR:
        return token.value[0], place + 1
    if token.kind == NUMBER and len(token.word) == 4 and 1500 <= token.value[0] < 2200:
        return token.value[0], place + 1
    if token.word.startswith("tweeduizend") and (found := reader.whole(place)):
        year, after = found
        if year == 2000 and (rest := reader.whole(after)) and rest[0] < 100:
            return year + rest[0], rest[1]
        return found
    return None


def year_after(reader: Reader, place: int) -> tuple[int, int] | None:
    """The year that goes with a day or a month, with its comma, "van" or "in"."""
    if found := plain_year(reader, place):
        return found
    word = reader.word(place)
    if word in (".", ",", "-", "/", "in", "van"):
        after = place + 1
        if word == "." and reader.word(after) == ",":
            after += 1
        if found := plain_year(reader, after):
            return found
        if word == "van" and reader.word(after) == "het" and reader.word(after + 1) == "jaar":
            return plain_year(reader, after + 2)
    return relative_year(reader, place)


def yesterday(reader: Reader) -> date:
    """The day before today: a month, quarter or year that ends today has not gone by."""
    return reader.today - _ONE_DAY


def impossible(reader: Reader, remark: str) -> Span:
    """A date that does not exist."""
    return no_day(TermKind.IMPOSSIBLE, reader.today, 0.9, remark)


def day_span(reader: Reader, day: int, month: int, year: int | None) -> Span:
    """A day of the calendar: in its year, or the first one after today."""
    name = MONTH_NAMES[month - 1]
    if year is not None:
        try:
            return one_day(date(year, month, day), named=True)
        except ValueError:
            return impossible(reader, f"{day} {name} {year} bestaat niet.")
    today = reader.today

    def of_year(wanted: int) -> Span | None:
        try:
            return one_day(date(wanted, month, day), named=True)
        except ValueError:
            return None

    span = settle(no_day(TermKind.IMPOSSIBLE, today).but(of_year=of_year), today, lambda s: s.first)
    if span.due is None:
        return impossible(reader, f"{day} {name} bestaat niet.")
    if (today.month, today.day) == (month, day):
        return span.but(certainty=0.7, other=today)
    if (month, day) == (2, 29) and span.due.year > today.year + (today.month > 2):
        return span.but(certainty=0.6, remark=f"29 februari bestaat pas weer in {span.due.year}.")
    return span.but(certainty=0.95)


def day_of_month(reader: Reader, day: int) -> Span:
    """ "de 15e": the first one after today, in a month that has it."""
    start = reader.today.replace(day=1)
    for _ in range(4):
        if day <= end_of_month(start.year, start.month).day:
            found = start.replace(day=day)
            if found > reader.today:
                return one_day(found, 0.85)
        start = (start + timedelta(days=32)).replace(day=1)
    return impossible(reader, f"Dag {day} bestaat niet.")


def month_span(reader: Reader, month: int, year: int | None) -> Span:
    """A whole month: of that year, or the first one that ends after today."""

    def of_year(wanted: int) -> Span:
        first, last = date(wanted, month, 1), end_of_month(wanted, month)
        return Span(first, last, last, "month")

    if year is not None:
        return of_year(year)
    return settle(
        of_year(reader.today.year).but(of_year=of_year), yesterday(reader), lambda s: s.last
    )


def quarter_span(reader: Reader, quarter: int, year: int | None) -> Span:
    """A quarter; without a year the first one that ends after today."""

    def of_year(wanted: int) -> Span:
        last = end_of_month(wanted, quarter * 3)
        return Span(date(wanted, quarter * 3 - 2, 1), last, last, "quarter")

    if year is not None:
        return of_year(year)
    return settle(
        of_year(reader.today.year).but(of_year=of_year), yesterday(reader), lambda s: s.last
    )


def half_span(reader: Reader, half: int, year: int | None) -> Span:
    """Half a year; without a year the first one that ends after today."""

    def of_year(wanted: int) -> Span:
        last = end_of_month(wanted, half * 6)
        return Span(date(wanted, half * 6 - 5, 1), last, last, "half")

    if year is not None:
        return of_year(year)
    return settle(
        of_year(reader.today.year).but(of_year=of_year), yesterday(reader), lambda s: s.last
    )


def year_span(year: int) -> Span:
    """A whole year."""
    return Span(date(year, 1, 1), date(year, 12, 31), date(year, 12, 31), "year")


def numbered_week(reader: Reader, week: int, year: int | None) -> Span:
    """An ISO week by its number; without a year the first whose Friday is not past."""
    today = reader.today
    if not 1 <= week <= 53:
        return impossible(reader, f"Week {week} bestaat niet.")

    def of_year(wanted: int) -> Span | None:
        monday = monday_of_week(wanted, week)
        return week_span(monday) if monday else None

    if year is not None:
        return of_year(year) or impossible(reader, f"{year} heeft geen week {week}.")
    this_year = today.isocalendar().year
    for wanted in (this_year - 1, this_year, this_year + 1):
        span = of_year(wanted)
        if span and span.due and span.due >= today:
            return span.but(of_year=of_year)
    return impossible(reader, f"{this_year} en {this_year + 1} hebben geen week {week}.")


def _is_month(reader: Reader, place: int) -> int | None:
    token = reader.at(place)
    return MONTHS.get(token.word) if token.kind not in (MARK, END) else None


def day_and_month(reader: Reader, place: int) -> Match:
    """15 maart, de 15e mrt. 2027, twintig april, 9 of 10 mei, 10 t/m 22 augustus 2012."""
    found = reader.whole(place) or reader.nth(place)
    if found is None or not 1 <= found[0] <= 99:
        return None
    days, after = [found[0]], found[1]
    for _ in range(6):
        joint = after
        if reader.word(joint) == "tot" and reader.word(joint + 1) == "en":
            joint += 2 if reader.word(joint + 2) == "met" else 0
        elif reader.word(joint) not in _JOINTS and reader.word(joint) != ",":
            break
        following = reader.skip(joint + 1, ("de",))
        more = reader.whole(following) or reader.nth(following)
        if more is None or not 1 <= more[0] <= 31:
            break
        days.append(more[0])
        after = more[1]
    between = reader.word(found[1])
    tight = reader.at(after).end == reader.at(after + 1).start
    marks = (".", "van", "vd", "-", "/") if tight else (".", "van", "vd")
    between_them = marks if reader.word(after + 1) in MONTHS else ()
    after = reader.skip(after, between_them)
    month = _is_month(reader, after)
    if month is None:
        return None
    after += 1
    year = None
    if with_year := year_after(reader, after):
        year, after = with_year
    elif reader.loose and reader.at(after).kind == NUMBER and after + 1 == reader.size:
        digits = reader.word(after)
        if len(digits) == 2:
            year, after = 2000 + int(digits), after + 1
    span = day_span(reader, days[-1], month, year)
    if len(days) > 1 and span.due and between == "of":
        earlier = day_span(reader, days[-2], month, span.due.year)
        span = span.but(other=earlier.due, certainty=0.8)
    return span, after


def glued_days(reader: Reader, place: int) -> Match:
    """10-22 augustus 2012 and 5/6 mei: two days in one piece of digits."""
    token = reader.at(place)
    if token.kind not in (OTHER, NUMERIC_DATE) or _is_month(reader, place + 1) is None:
        return None
    for mark in "-/":
        first, found, second = token.word.partition(mark)
        if found and first.isdecimal() and second.isdecimal() and 1 <= int(second) <= 31:
            month = _is_month(reader, place + 1) or 1
            year = year_after(reader, place + 2)
            span = day_span(reader, int(second), month, year[0] if year else None)
            return span.but(certainty=0.85), year[1] if year else place + 2
    return None


def _within_name(reader: Reader, place: int) -> bool:
    """Whether a month is part of a first name: "Wim-Jan", "Jan-Willem"."""
    joined, before = reader.at(place - 1), reader.at(place - 2)
    behind, after = reader.at(place + 1), reader.at(place + 2)
    if reader.word(place) == "jan" and behind.word == "-" and after.kind == WORD:
        return after.word not in MONTHS and reader.at(place).end == behind.start == after.start - 1
    return (
        place > 1
        and reader.word(place) == "jan"
        and joined.word == "-"
        and before.kind == WORD
        and before.word not in MONTHS
        and before.end == joined.start
        and joined.end == reader.at(place).start
    )


def month(reader: Reader, place: int) -> Match:
    """april, april 2027, apr. '27, augustus 10 2012, mei volgend jaar."""
    number = _is_month(reader, place)
    if number is None or _within_name(reader, place):
        return None
    after = place + 1
    if found := year_after(reader, after):
        return month_span(reader, number, found[0]), found[1]
    day = reader.whole(after) or reader.nth(after)
    if day and 1 <= day[0] <= 31 and (found := year_after(reader, day[1])):
        return day_span(reader, day[0], number, found[0]), found[1]
    if day and reader.loose and 1 <= day[0] <= 31 and day[1] == reader.size:
        return day_span(reader, day[0], number, None).but(certainty=0.6), day[1]
    span = month_span(reader, number, None)
    sure = 0.5 if reader.word(place) in SHORT_MONTHS else 0.7
    return span.but(weak=True, certainty=sure), after


def quarter(reader: Reader, place: int) -> Match:
    """Q2, kw2, kwartaal 2, H1, with or without a year."""
    word = reader.word(place)
    if word not in ("q", "kw", "kwartaal", "h", "k"):
        return None
    if word == "kw" and reader.word(place + 1) == "." and reader.at(place + 2).kind == NUMBER:
        place += 1
    token = reader.at(place + 1)
    roman = _ROMAN.get(token.word, 0) if word in ("q", "kw", "kwartaal") else 0
    if not roman and (token.kind != NUMBER or (word in ("h", "k") and not token.parted)):
        return None
    number = roman or token.value[0]
    if not 1 <= number <= (2 if word == "h" else 4):
        return None
    after = place + 2
    if reader.word(after) in ("of", "-", "/", "en", "t/m"):
        more = reader.at(after + 1 + (reader.word(after + 1) == "q"))
        if more.kind == NUMBER and number < more.value[0] <= 4:
            number = more.value[0]
            after += 2 + (reader.word(after + 1) == "q")
    year = year_after(reader, after)
    short = reader.at(after)
    if reader.loose and short.kind == NUMBER and len(short.word) == 2 and after + 1 == reader.size:
        year = 2000 + short.value[0], after + 1
    make = half_span if word == "h" else quarter_span
    return make(reader, number, year[0] if year else None), year[1] if year else after


def _in_words(reader: Reader, place: int) -> int:
    """The number of a week written in letters, unless it counts something else; 0 when none."""
    found = reader.whole(place) if reader.at(place).kind == WORD else None
    if found is None or not 2 <= found[0] <= 53:
        return 0
    following = reader.at(found[1])
    counts = following.kind == WORD and following.word.endswith(("en", "uur", "maal", "keer"))
    return 0 if counts and found[0] < 6 else found[0]


def week(reader: Reader, place: int) -> Match:
    """week 12, wk14, weeknr. 12, week 12 of 13, week 2 van 2027."""
    word = reader.word(place)
    if word not in ("week", "wk", "w", "weeknr", "weeknummer", "kalenderweek", "weken"):
        return None
    after = reader.skip(place + 1, ("nr", "nummer", "no"))
    after = reader.skip(after, (".", ":"))
    token = reader.at(after)
    if token.kind == NUMERIC_DATE and token.value[0] == 0 < token.value[1] <= 53:  # wk 50-2026
        return numbered_week(reader, token.value[1], token.value[2]), after + 1
    if token.kind == NUMERIC_DATE and 1 <= token.value[0] < token.value[1] <= 53:  # week 12-13
        number, earlier, after = token.value[1], token.value[0], after + 1
    elif token.kind == OTHER and (pair := token.word.partition("-"))[2].isdecimal():
        number, earlier, after = int(pair[2]), 0, after + 1  # week 14-16
    elif word == "week" and (named := _in_words(reader, after)):  # week twintig
        number, earlier, after = named, 0, after + 1
    elif token.kind != NUMBER or (word == "w" and not token.parted):
        return None
    else:
        number, earlier, after = token.value[0], 0, after + 1
        if number > 99 or _is_month(reader, after):
            return None
        if number < 6 and reader.word(after) == "van" and _is_month(reader, after + 1):
            return None  # week 3 van april: the third week of that month
        joint = reader.word(after)
        both = 3 if joint == "tot" and reader.word(after + 1) == "en" else 1
        if joint in _JOINTS:
            more = reader.at(reader.skip(after + both, ("week", "wk")))
            if more.kind == NUMBER and 1 <= more.value[0] <= 53:
                earlier = number if joint == "of" else 0
                number = more.value[0]
                after = reader.skip(after + both, ("week", "wk")) + 1
    year = year_after(reader, after)
    span = numbered_week(reader, number, year[0] if year else None)
    if earlier and span.due:
        span = span.but(other=span.due - timedelta(weeks=number - earlier), certainty=0.8)
    return span, year[1] if year else after


def year(reader: Reader, place: int) -> Match:
    """2027, '27 or "het jaar 2027": a whole year; a bare one needs a cue."""
    bare = reader.word(place) != "jaar"
    found = plain_year(reader, place if bare else place + 1)
    if found is None or (reader.word(found[1]) in NUMBER_AFTER):
        return None
    return year_span(found[0]).but(weak=bare, certainty=0.7), found[1]

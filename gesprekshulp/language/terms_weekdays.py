"""Weekdays and ordinals: "vrijdag over een week", "maandag 9 maart", "derde dinsdag van mei"."""

from datetime import timedelta

from gesprekshulp.language import terms_dates as dates
from gesprekshulp.language import terms_holidays as holidays
from gesprekshulp.language import terms_periods as periods
from gesprekshulp.language import terms_stretches as stretches
from gesprekshulp.language.calendar import (
    end_of_month,
    monday_of,
    next_weekday,
    previous_weekday,
)
from gesprekshulp.language.terms_durations import duration, moved
from gesprekshulp.language.terms_lexicon import (
    COMING,
    MONTH_NAMES,
    NEXT,
    RELATIVE_DAYS,
    WEEKDAY_NAMES,
    WEEKDAYS,
)
from gesprekshulp.language.terms_model import Match, Span, TermKind, one_day
from gesprekshulp.language.terms_numeric import numeric
from gesprekshulp.language.terms_ordinals import week_of
from gesprekshulp.language.terms_reader import Reader, daypart
from gesprekshulp.language.terms_tokens import END, MARK, NUMBER, NUMERIC_DATE, ORDINAL

_ONE_DAY = timedelta(days=1)
_FORTNIGHT = ([(8, "day")], [(14, "day")])


def _checked(reader: Reader, weekday: int, span: Span) -> Span:
    """A date beside a weekday: the date when they agree, else a remark that says why not."""
    if span.due is None or span.unit != "day" or span.due.weekday() == weekday:
        return span.but(weak=False)
    recent = span.of_year(span.due.year - 1) if span.of_year else None
    if span.other and span.other.weekday() == weekday:
        return one_day(span.other)
    if recent and recent.due and recent.due.weekday() == weekday:
        gone = reader.today - recent.due
        if timedelta(0) <= gone < timedelta(days=120):
            return recent.but(kind=TermKind.PAST)
    day = span.due
    right, wrong = WEEKDAY_NAMES[day.weekday()], WEEKDAY_NAMES[weekday]
    month = MONTH_NAMES[day.month - 1]
    return dates.impossible(reader, f"{day.day} {month} {day.year} is een {right}, geen {wrong}.")


def weekday(reader: Reader, place: int) -> Match:
    """A weekday with everything that can follow it."""
    number = stretches.named_weekday(reader, place)
    if number is None:
        return None
    token = reader.at(place)
    full = token.word in WEEKDAYS
    after = place + 1
    if (
        not full
        and reader.word(after) == "."
        and reader.at(after + 1).kind
        in (
            NUMBER,
            NUMERIC_DATE,
            ORDINAL,
        )
    ):
        after += 1
    part = daypart(reader, after) if not token.parted else None
    timed = token.parted or part is not None
    after = part or after
    if found := _with_date(reader, number, after):
        return found
    if found := _moved_weekday(reader, number, after, full):
        return found[0].but(timed=timed), found[1]
    coming = next_weekday(reader.today, number)
    return one_day(coming, 0.9 if full else 0.5, weak=not full, timed=timed), after


def _with_date(reader: Reader, number: int, place: int) -> Match:
    at = reader.skip(place, (",",))
    at = reader.skip(at, ("de", "dd", "den"))
    for rule in (dates.day_and_month, dates.glued_days, numeric, dates.month):
        found = rule(reader, at)
        if found and (found[0].unit == "day" or found[0].kind is TermKind.IMPOSSIBLE):
            return _checked(reader, number, found[0]), found[1]
    nth = reader.nth(at)
    if nth and reader.at(at).kind == ORDINAL and 1 <= nth[0] <= 31:
        return _weekday_the_nth(reader, number, nth[0]), nth[1]
    bare = reader.at(at)
    following = reader.at(at + 1)
    closed = following.kind in (END, MARK) or following.word in ("of", "t/m", "om", "tot", "en")
    if closed and bare.kind == NUMBER and at == place and 1 <= bare.value[0] <= 31:
        span = _weekday_the_nth(reader, number, bare.value[0])
        if span.due:
            return span, at + 1
    return None


def _weekday_the_nth(reader: Reader, number: int, day: int) -> Span:
    """ "vrijdag de 13e": the first 13th that is a Friday, if it is one of the next months."""
    first = dates.day_of_month(reader, day)
    if first.due and first.due.weekday() == number:
        return first
    for month in range(1, 3):
        start = (reader.today.replace(day=1) + timedelta(days=31 * month)).replace(day=1)
        if day <= end_of_month(start.year, start.month).day:
            found = start.replace(day=day)
            if found.weekday() == number and found > reader.today:
                return one_day(found, 0.85)
    return _checked(reader, number, first)


def _moved_weekday(reader: Reader, number: int, place: int, full: bool) -> Match:
    """ "vrijdag over een week", "maandag in week 12", "vrijdag volgende week", "vrijdag jl."."""
    today, word = reader.today, reader.word(place)
    coming = next_weekday(today, number)
    if word in COMING and (full or word != "kom"):
        return one_day(coming), place + 1
    if word in ("jl", "jongstleden", "ll", "laatstleden") or (
        word == "afgelopen" and reader.word(place + 1) != "week"
    ):
        return one_day(previous_weekday(today, number), kind=TermKind.PAST), place + 1
    if word == "over":
        found = duration(reader, place + 1)
        if found and not found[0].vague:
            parts = found[0].parts
            if parts == [(8, "day")]:
                parts = [(7.0, "day")]
            if parts[0][1] in ("week", "day", "month") and not found[0].low:
                return one_day(moved(coming, parts, reader.country)), found[1]
    ago = duration(reader, place) if word != "over" else None
    if ago and reader.word(ago[1]) == "geleden" and not ago[0].vague:
        back = moved(previous_weekday(today, number), ago[0].parts, reader.country, -1)
        return one_day(back, kind=TermKind.PAST), ago[1] + 1
    if ago and full and ago[0].parts in _FORTNIGHT and not ago[0].vague:
        days = 14 if ago[0].parts == [(14, "day")] else 7
        return one_day(coming + timedelta(days=days)), ago[1]  # "vrijdag 14 dagen"
    if word in ("na", "voor"):
        anchor = reader.skip(place + 1, ("de", "het"))
        found = holidays.holiday(reader, anchor)
        if found is None and word == "na":
            found = dates.day_and_month(reader, anchor)
        if found and found[0].due:
            if word == "na":
                return one_day(next_weekday(found[0].last, number)), found[1]
            return one_day(previous_weekday(found[0].first, number)), found[1]
    at = reader.skip(place, ("van", "in", "vd", ","))
    at = reader.skip(at, ("de",))
    found = periods.relative(reader, at) or dates.week(reader, at) or week_of(reader, at)
    if found and found[0].unit == "week" and not found[0].edge and found[0].due:
        monday = monday_of(found[0].first)
        return one_day(monday + timedelta(days=number), kind=found[0].kind), found[1]
    if word == "na" and reader.word(place + 1) in NEXT and reader.word(place + 2) in ("week", "wk"):
        return one_day(monday_of(today) + timedelta(days=14 + number)), place + 3
    return None


def week_and_weekday(reader: Reader, place: int) -> Match:
    """ "week 50, donderdag" and "wk 50 do": the weekday closes the phrase."""
    found = dates.week(reader, place)
    if found is None or found[0].due is None:
        return None
    at = reader.skip(found[1], (",", ":"))
    number = stretches.named_weekday(reader, at)
    if number is None or reader.at(at + 1).kind not in (END, MARK):
        return None
    if reader.word(at + 1) not in ("", ".", ";", ")", "\n"):
        return None
    return one_day(monday_of(found[0].first) + timedelta(days=number)), at + 1


def last_weekday(reader: Reader, place: int) -> Match:
    """ "laatste vrijdag" as the whole of a phrase: the one that has been."""
    number = WEEKDAYS.get(reader.word(place + 1))
    if number is None or not reader.loose or place or place + 2 != reader.size:
        return None
    return one_day(previous_weekday(reader.today, number), 0.7, kind=TermKind.PAST), place + 2


def relative_day(reader: Reader, place: int) -> Match:
    """ "vandaag", "morgen over een week", "gisteren"; bare "morgen" is not the morning."""
    token = reader.at(place)
    shift = RELATIVE_DAYS.get(token.word)
    if shift is None:
        return None
    if token.word == "morgen" and reader.word(place - 1) in ("goede", "'s", "de", "'n", "goeie"):
        return None
    day = reader.today + timedelta(days=shift)
    after = place + 1
    timed = token.parted or token.word.startswith("van")
    if part := daypart(reader, after):
        after, timed = part, True
    if reader.word(after) in ("over", "+", "plus") and shift >= 0:
        found = duration(reader, after + 1)
        if found and not found[0].vague and found[0].parts[0][1] != "hour":
            return one_day(moved(day, found[0].parts, reader.country)), found[1]
    ago = duration(reader, after)
    if ago and not ago[0].vague and reader.word(ago[1]) in ("geleden", "terug"):
        back = moved(day, ago[0].parts, reader.country, -1)
        return one_day(back, kind=TermKind.PAST), ago[1] + 1
    at = reader.skip(after, (",", "("))
    if WEEKDAYS.get(reader.word(at)) == day.weekday():
        after = at + 1  # "gisteren, vrijdag"
    kind = TermKind.PAST if shift < 0 else TermKind.DAY
    return one_day(day, 0.97, kind=kind, timed=timed), after

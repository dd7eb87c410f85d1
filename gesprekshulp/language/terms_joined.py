"""What can follow a date: a range, a choice of two, "a.s.", a time of day."""

from datetime import timedelta

from gesprekshulp.language.calendar import next_weekday
from gesprekshulp.language.terms_durations import duration, moved
from gesprekshulp.language.terms_lexicon import LAST, NEXT, PARTS, SHORT_WEEKDAYS, WEEKDAYS
from gesprekshulp.language.terms_model import Match, Span, TermKind, one_day, settle
from gesprekshulp.language.terms_points import point
from gesprekshulp.language.terms_reader import Reader, clock, daypart
from gesprekshulp.language.terms_tokens import NUMBER, NUMERIC_DATE, OTHER

_CHOICE = frozenset(("of", "/"))
_RANGE = frozenset(("t/m", "tm", "tot", "-", "–", "—"))
_DASHES = frozenset(("-", "–", "—"))
_COMING_AFTER = frozenset(
    ("aanstaande", "as", "ek", "aanst", "eerstkomend", "eerstvolgend", "komend", "kom")
)
_NOW = frozenset(("nu", "vandaag", "heden"))


def core(reader: Reader, place: int) -> Match:
    """A point with everything that can follow it."""
    found = point(reader, place)
    if found is None:
        return None
    span, after = _suffix(reader, *found)
    if span.kind not in (TermKind.DAY, TermKind.PAST) or span.due is None:
        return span, after
    if joined := _joined(reader, span, place, after):
        span, after = _suffix(reader, *joined)
    return with_time(reader, span, after)


_BEHIND_US = ("jl", "ll", "jongstleden", "laatstleden")


def _suffix(reader: Reader, span: Span, after: int) -> tuple[Span, int]:
    word = reader.word(after)
    if word in _COMING_AFTER:
        return span, after + 1
    if word == "." and reader.word(after + 1) in _BEHIND_US:  # "28 aug. j.l."
        word, after = reader.word(after + 1), after + 1
    if word in _BEHIND_US and span.due:
        if span.due >= reader.today and span.of_year:
            for year in (reader.today.year, reader.today.year - 1):
                made = span.of_year(year)
                if made and made.due and made.due < reader.today:
                    return made.but(kind=TermKind.PAST, weak=False), after + 1
        return span.but(weak=False), after + 1
    return span, after


def with_time(reader: Reader, span: Span, after: int) -> tuple[Span, int]:
    """The same day with the clock time or part of the day that follows it."""
    if span.unit not in ("day", "holiday") or span.due is None:
        return span, after
    for _ in range(2):
        at = reader.skip(after, (",",))
        end = clock(reader, at) or daypart(reader, at)
        if end is None:
            break
        span, after = span.but(timed=True), end
    return span, after


def _joint(reader: Reader, place: int, after: int) -> tuple[str, int] | None:
    """What joins two dates ("choice", "range", "latest") and the place after it."""
    word, second = reader.word(after), reader.word(after + 1)
    if word in _CHOICE:
        return "choice", reader.skip(after + 1, ("anders", "desnoods"))
    if word == "dan" and second == "wel":
        return "choice", after + 2
    if word == "en" and second == "/" and reader.word(after + 2) == "of":
        return "choice", after + 3
    if word == "tot" and second == "en" and reader.word(after + 2) == "met":
        return "range", after + 3
    if word in _RANGE:
        return None if word in _DASHES and not _may_range(reader, after) else ("range", after + 1)
    if word == ",":
        if second in ("uiterlijk", "maar", "en"):
            return ("latest", after + 2) if second == "uiterlijk" else None
        if second in ("of", "anders", "desnoods"):
            return "choice", after + 2
        if second in WEEKDAYS or second in SHORT_WEEKDAYS:
            return "list", after + 1
        if second in PARTS and reader.word(place) in PARTS:
            return "choice", after + 1
    if word in PARTS and reader.word(reader.skip(place, ("de", "het"))) in PARTS:
        return "choice", after
    return None


def _joined(reader: Reader, span: Span, place: int, after: int) -> Match:
    joint = _joint(reader, place, after)
    if joint is None or span.due is None:
        return None
    how, start = joint
    start = reader.skip(start, ("op", "uiterlijk", "in"))
    second = point(reader, start)
    if second is None or second[0].due is None:
        return None
    other, end = second
    if how == "latest" and span.weak and span.unit == "month":
        return None  # "volgt van Jan, uiterlijk 20-11"
    if how == "latest":
        return (other.but(weak=False), end) if other.kind is TermKind.DAY else None
    if other.weak and not span.weak and other.unit == "year":
        return None
    other = _carried(reader, span, other, place, start)
    if how == "list":  # maandag, dinsdag of woensdag
        if reader.word(end) != "of" or (third := point(reader, end + 1)) is None:
            return None
        span, (other, end), how = other, third, "choice"
    if how == "choice":
        return _choice(span, other), end
    made = _range(span, other)
    return (made, end) if made else None


def _carried(reader: Reader, span: Span, other: Span, place: int, start: int) -> Span:
    """The second weekday of "volgende week woensdag of donderdag" lies in that same week."""
    bare = not other.named and not other.edge and other.unit == "day"
    named = reader.word(start) in WEEKDAYS or reader.word(start) in SHORT_WEEKDAYS
    in_week = reader.word(place) in NEXT or reader.word(place) in LAST
    if bare and named and in_week and span.due and other.due and other.due < span.due:
        return one_day(next_weekday(span.due, other.due.weekday()))
    return other


def _choice(span: Span, other: Span) -> Span:
    first, last = sorted((span.due or span.last, other.due or other.last))
    made = Span(first, last, last, "day", 0.8, first if first != last else None)
    weak = span.weak and other.weak and (span.unit != "day" or first == last)
    return made.but(weak=weak, kind=other.kind)


def _range(span: Span, other: Span) -> Span | None:
    if span.due is None or other.due is None:
        return None
    if other.due < span.due and other.of_year:
        other = settle(other, span.due, lambda made: made.due or made.last)
    due = other.due
    if due is None:
        return None
    if due < span.due:
        if span.of_year and (earlier := span.of_year(due.year)) and earlier.first <= due:
            span = earlier
        elif other.unit != "day":
            return None
        elif span.unit == "day" and due + timedelta(days=7) > (span.due or due):
            due += timedelta(days=7)
    unit = other.unit if other.unit != "holiday" else "day"
    made = Span(span.first, max(due, other.last), due, unit, 0.85, kind=other.kind)
    return made.but(weak=span.weak and other.weak)


def _may_range(reader: Reader, dash: int) -> bool:
    """Whether a dash joins two days, rather than setting off the rest of a line."""
    left, mark, right = reader.at(dash - 1), reader.at(dash), reader.at(dash + 1)
    tight = left.end == mark.start and mark.end == right.start
    spaced = left.end < mark.start and mark.end < right.start
    return tight or (spaced and right.kind in (NUMBER, NUMERIC_DATE)) or right.word in WEEKDAYS


def between(reader: Reader, place: int) -> Match:
    """ "tussen 1 en 5 april", "van maandag tot vrijdag": the second one counts."""
    word = reader.word(place)
    if word not in ("tussen", "van"):
        return None
    if word == "tussen" and reader.word(place + 1) in _NOW and reader.word(place + 2) == "en":
        if found := duration(reader, place + 3):
            return one_day(moved(reader.today, found[0].parts, reader.country), 0.85), found[1]
        return core(reader, place + 3)
    first = point(reader, place + 1)
    if first is None or first[0].due is None:
        return None
    span, after = first
    if word == "tussen" and reader.word(after) == "en":
        second = point(reader, after + 1)
        if second and second[0].due:
            made = second[0]
            if made.due and span.due and made.due < span.due and made.of_year:
                made = settle(made, span.due, lambda one: one.due or one.last)
            return made.but(certainty=0.85, weak=False), second[1]
    if word == "tussen":
        # "tussen 1 en 5 april" was already read as a list of days in one month
        return (span, after) if reader.at(place + 1).kind in (NUMBER, OTHER) else None
    joined = _joined(reader, span, place + 1, after)
    return (joined[0].but(weak=False), joined[1]) if joined else None

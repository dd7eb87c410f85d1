"""Ordinals and what lies around a day: "derde dinsdag van mei", "de 15e", "de week na Pasen"."""

from datetime import date, timedelta

from gesprekshulp.language import terms_dates as dates
from gesprekshulp.language import terms_holidays as holidays
from gesprekshulp.language import terms_periods as periods
from gesprekshulp.language import terms_stretches as stretches
from gesprekshulp.language.calendar import (
    add_working_days,
    is_working_day,
    monday_of,
    next_weekday,
    previous_weekday,
)
from gesprekshulp.language.terms_lexicon import (
    COMING,
    LAST,
    MONTH_NAMES,
    MONTHS,
    NEXT,
    THIS,
    WEEKDAY_NAMES,
    WEEKDAYS,
)
from gesprekshulp.language.terms_model import Match, Span, one_day, settle, week_span
from gesprekshulp.language.terms_numeric import numeric
from gesprekshulp.language.terms_reader import Reader, clock, daypart
from gesprekshulp.language.terms_tokens import END, MARK, NUMBER, NUMERIC_DATE, OTHER, WORD
from gesprekshulp.language.wordlists import words

_ONE_DAY = timedelta(days=1)
# After "de 15e" these words show that it is a day, not the fifteenth of something.
_AFTER_NTH = frozenset(
    words(
        "ik wij we hij zij ze u jij jullie is zal zullen gaat ga gaan kan kunnen wil willen moet "
        "doet doe heb heeft komt kom levert lever stuurt stuur belt bel mailt mail krijgt krijg "
        "de het een aan om voor van met bij naar of en nog al dan uiterlijk in op door uit over "
        "ook niet weer wordt worden maakt maak neemt neem brengt zijn mijn onze ons uw hun haar "
        "die dat daarna samen klaar gereed terug per vd deze volgende te af mee toe na weg los "
        "bij langs rond alle goed kwijt dicht open leeg schoon"
    )
)
_RECEIVERS = frozenset(("me", "mij", "ons", "hem", "haar", "hen", "jou", "u"))
_LIMITS = frozenset(("uiterlijk", "per", "tegen", "vanaf", "t/m", "voor", "na", "met"))
_COUNTED_THINGS = frozenset(
    words(
        "verdieping etage eeuw week dag werkdag maand keer versie druk editie klant les kamer "
        "plaats ronde nacht verjaardag lustrum jaargang deelnemer factuur"
    )
)
_PRONOUNS = frozenset(words("ik wij we hij zij ze u jij jullie"))
_NO_VERBS = frozenset(
    words(
        "opdracht klant nacht markt punt product project concept dienst bericht kant pand "
        "contract verdiept rit unit versie dat gast vestigingskant bocht"
    )
)


def ordinal(reader: Reader, place: int) -> Match:
    """Everything that begins with "derde", "15e" or "laatste"."""
    found = reader.nth(place)
    if found is None:
        return None
    nth, after = found
    word = reader.word(after)
    if 1 <= nth <= 12 and word == "maand":
        return None
    if word in WEEKDAYS:
        return _nth_weekday(reader, nth, WEEKDAYS[word], after + 1)
    if (word in ("kwartaal", "kw", "q") and 1 <= nth <= 4) or (word == "kwartaal" and nth == -1):
        year = dates.year_after(reader, reader.skip(after + 1, ()))
        span = dates.quarter_span(reader, nth if nth > 0 else 4, year[0] if year else None)
        return span, year[1] if year else after + 1
    if word in ("helft", "halfjaar", "semester") and nth in (1, 2, -1):
        return _half(reader, nth if nth > 0 else 2, word, after + 1)
    if word in ("week", "wk", "werkdag", "dag", "weekend", "werkdagen"):
        return nth_unit(reader, nth, word, after + 1)
    return _nth_day(reader, nth, place, after)


def _container(reader: Reader, place: int) -> Match:
    """The month, quarter, year or week that something is the nth of."""
    of = reader.skip_of(place)
    word = reader.word(of)
    if of > place and word in ("maand", "kwartaal", "jaar", "week", "mnd"):
        unit = {"maand": "month", "mnd": "month", "kwartaal": "quarter", "jaar": "year"}
        return stretches.period(reader, unit.get(word, "week"), 0).but(weak=True), of + 1
    if word == "nieuwe" and reader.word(of + 1) == "jaar":
        return stretches.period(reader, "year", 1), of + 2
    if word == "maand" and reader.word(of + 1) in MONTHS:
        of += 1
    for rule in (periods.relative, dates.month, dates.quarter, dates.week):
        found = rule(reader, of)
        if found and found[0].unit in ("month", "quarter", "year", "week", "half"):
            return found[0].but(weak=False), found[1]
    if found := dates.plain_year(reader, of):
        return dates.year_span(found[0]), found[1]
    return None


def _following(reader: Reader, span: Span) -> Span:
    """The stretch after this one, for "laatste vrijdag van de maand" said after that Friday."""
    return stretches.period(reader, span.unit, 1)


def _nth_weekday(reader: Reader, nth: int, number: int, place: int) -> Match:
    if reader.word(place) in ("na", "voor", "vanaf"):
        anchor = reader.point(reader, place + 1)
        if anchor and anchor[0].due:
            if reader.word(place) == "voor":
                day = previous_weekday(anchor[0].first, number)
                return one_day(day - timedelta(weeks=max(nth, 1) - 1)), anchor[1]
            day = next_weekday(anchor[0].last, number)
            return one_day(day + timedelta(weeks=max(nth, 1) - 1)), anchor[1]
    found = _container(reader, place)
    if found is None:
        return None
    whole, after = found
    span = periods.nth_of(reader, nth, number, whole)
    if whole.weak and (span is None or (span.due and span.due <= reader.today)):
        span = periods.nth_of(reader, nth, number, _following(reader, whole)) or span
    if span is None:
        if whole.unit != "month":
            return None
        month = f"{MONTH_NAMES[whole.first.month - 1].capitalize()} {whole.first.year}"
        remark = f"{month} heeft geen {nth}e {WEEKDAY_NAMES[number]}."
        return dates.impossible(reader, remark), after
    return span, after


def _weeks_of(whole: Span) -> list[date]:
    """The Mondays of the weeks that lie for the greater part in a stretch."""
    monday = monday_of(whole.first)
    if monday + timedelta(days=3) < whole.first:
        monday += timedelta(weeks=1)
    mondays: list[date] = []
    while monday + timedelta(days=3) <= whole.last and len(mondays) < 60:
        mondays.append(monday)
        monday += timedelta(weeks=1)
    return mondays


def nth_unit(reader: Reader, nth: int, word: str, place: int) -> Match:
    """ "eerste week van mei", "laatste werkdag van de maand", "eerste dag van volgende maand"."""
    if word in ("week", "wk") and reader.word(place) == "na" and nth > 0:
        anchor = reader.point(reader, place + 1)
        if anchor and anchor[0].due:
            return week_span(monday_of(anchor[0].last) + timedelta(weeks=nth), 0.85), anchor[1]
    found = _container(reader, place)
    if found is None:
        return None
    whole, after = found

    def pick(span: Span) -> Span | None:
        if word in ("week", "wk"):
            mondays = _weeks_of(span)
            if not -len(mondays) <= nth <= len(mondays):
                return None
            return week_span(mondays[nth - 1 if nth > 0 else nth], 0.85)
        if word == "dag":
            day = (
                span.first + timedelta(days=nth - 1)
                if nth > 0
                else span.last + (nth + 1) * _ONE_DAY
            )
            return one_day(day)
        if word == "weekend":
            made = periods.nth_of(reader, nth, 5, span.but(of_year=None))
            return one_day(made.first + _ONE_DAY) if made else None
        edge = span.first - _ONE_DAY if nth > 0 else span.last + _ONE_DAY
        return one_day(add_working_days(edge, nth, reader.country))

    rebuild = whole.of_year
    base = pick(whole)
    if rebuild is not None:

        def of_year(wanted: int) -> Span | None:
            span = rebuild(wanted)
            return pick(span) if span else None

        start = (base or one_day(whole.first)).but(of_year=of_year)
        return settle(start, reader.today, lambda s: s.due or s.last), after
    if whole.weak and base and base.due and base.due <= reader.today:
        today_counts = nth < 0 and base.due == reader.today and is_working_day(reader.today)
        if not today_counts:
            base = pick(_following(reader, whole))
    return (base, after) if base else None


def _half(reader: Reader, nth: int, word: str, place: int) -> Match:
    """ "eerste helft van mei", "tweede helft 2027", "tweede halfjaar"."""
    if word != "helft":
        year = dates.year_after(reader, place)
        span = dates.half_span(reader, nth, year[0] if year else None)
        return span, year[1] if year else place
    found = _container(reader, place)
    if found is None:
        return None
    whole, after = found
    return periods.edge(reader, whole, nth).but(edge=False, certainty=0.85), after


def _nth_day(reader: Reader, nth: int, place: int, after: int) -> Match:
    """ "de 15e", "de vijftiende van volgende maand": a day by its number alone."""
    if not 1 <= nth <= 31 or nth == -1:
        return None
    of = reader.skip_of(after)
    explicit = reader.word(after) in ("van", "vd", "der", "dezer")
    article = reader.word(place - 1) in ("de", "den")
    if explicit or reader.word(after) in (*NEXT, *COMING, *THIS):
        word = reader.word(of)
        if reader.word(after) == "dezer":
            return dates.day_of_month(reader, nth), after + 1
        if word in ("maand", "mnd") and of > after:
            return dates.day_of_month(reader, nth), of + 1
        found = periods.relative(reader, of)
        if found and found[0].unit == "month":
            month = found[0].first
            return dates.day_span(reader, nth, month.month, month.year), found[1]
        person = article and nth > 4 and reader.word(after + 1) in _RECEIVERS
        if explicit and not person:
            return None
        if person:  # "uiterlijk de 20e van me"
            return dates.day_of_month(reader, nth), after
    if reader.word(after) in MONTHS:
        return None
    alone = reader.loose and after == reader.size
    acts = nth > 5 and _verb_like(reader, after)  # "de dertigste tekent ze"
    if reader.at(place).kind == WORD and not (article and (alone or acts)):
        return None
    limit = article and nth > 4 and reader.word(place - 2) in _LIMITS
    if not _stands_alone(reader, after, nth) and not (
        limit and reader.word(after) not in _COUNTED_THINGS
    ):
        return None
    span = dates.day_of_month(reader, nth)
    return span.but(weak=not article, certainty=0.8), after


def _stands_alone(reader: Reader, place: int, nth: int) -> bool:
    """Whether "de 15e" stands on its own, rather than before a noun ("de 3e verdieping")."""
    token = reader.at(place)
    if token.kind in (END, MARK):
        return True
    if token.word in _AFTER_NTH or clock(reader, place) or daypart(reader, place):
        return True
    if token.word in COMING or token.word in LAST:
        return True
    if token.word.endswith("t") and reader.raw(place + 1)[:1].isupper():
        return True  # "de 3e tekent Jan"
    if nth > 4 and reader.word(place + 1) in _PRONOUNS:
        return True  # "de 26e sturen wij"
    return nth > 4 and token.word.endswith("t") and token.word not in _NO_VERBS


def _verb_like(reader: Reader, place: int) -> bool:
    token = reader.at(place)
    if token.kind != WORD or reader.word(place + 1) in ("", "van"):
        return False
    return token.word in _AFTER_NTH - {"de", "het", "een", "van", "die", "dat"} or (
        token.word.endswith("t") and token.word not in _NO_VERBS
    )


def week_of(reader: Reader, place: int) -> Match:
    """ "de week van 9 maart", "de week na Pasen", "de week voor kerst", "de dag na Koningsdag"."""
    word, joint = reader.word(place), reader.word(place + 1)
    if word == "weekend" and reader.at(place + 1).kind in (NUMBER, OTHER, NUMERIC_DATE):
        dated = dates.glued_days(reader, place + 1) or dates.day_and_month(reader, place + 1)
        if dated and dated[0].due:
            return one_day(monday_of(dated[0].due) + 6 * _ONE_DAY, 0.85), dated[1]
    if word not in ("week", "wk", "dag", "werkdag", "maandag", "weekend") or joint not in (
        "van",
        "na",
        "voor",
        "erna",
    ):
        return None
    if word in ("dag", "werkdag") and joint == "van":
        return None
    at = reader.skip(place + 2, ("de", "het"))
    if joint == "van" and stretches.named_weekday(reader, at) is None:
        found = _nth_date(reader, at)
    else:
        found = reader.point(reader, at)
    if found is None or found[0].due is None:
        return None
    span, after = found
    if word in ("dag", "werkdag"):
        base = span.last if joint == "na" else span.first
        if word == "werkdag":
            day = add_working_days(base, 1 if joint == "na" else -1, reader.country)
        else:
            day = base + _ONE_DAY if joint == "na" else base - _ONE_DAY
        return one_day(day, 0.9), after
    base = span.last if joint == "na" else span.first
    weeks = {"van": 0, "na": 1, "voor": -1}[joint]
    monday = monday_of(base) + timedelta(weeks=weeks)
    if word == "weekend":
        sunday = monday_of(base) + timedelta(days=-1 if joint == "voor" else 6)
        return one_day(sunday, 0.85), after
    return week_span(monday, 0.9), after


def _nth_date(reader: Reader, place: int) -> Match:
    found = (
        dates.day_and_month(reader, place)
        or dates.glued_days(reader, place)
        or numeric(reader, place)
        or holidays.holiday(reader, place)
    )
    if found:
        return found
    nth = reader.nth(place)
    if nth and 1 <= nth[0] <= 31:
        return dates.day_of_month(reader, nth[0]), nth[1]
    return None

"""The longest term of any sort that begins at a place in a text."""

from gesprekshulp.language import terms_durations as durations
from gesprekshulp.language import terms_events as events
from gesprekshulp.language import terms_open as open_terms
from gesprekshulp.language.terms_joined import between, core, with_time
from gesprekshulp.language.terms_lexicon import ARTICLES, UNITS
from gesprekshulp.language.terms_model import Match, TermKind, no_day, one_day
from gesprekshulp.language.terms_points import POINT_STARTS
from gesprekshulp.language.terms_prepositions import PREPOSITIONS, prefixed
from gesprekshulp.language.terms_reader import Reader, clock, daypart
from gesprekshulp.language.terms_tokens import NUMBER, NUMERIC_DATE, ORDINAL, OTHER, TIME, YEAR

_RULES = (
    open_terms.recurring,
    open_terms.vague,
    events.event,
    between,
    prefixed,
    core,
)
STARTS = (
    POINT_STARTS
    | ARTICLES
    | PREPOSITIONS.first_words
    | events.EVENT_STARTS
    | open_terms.RECURRING_STARTS
    | open_terms.VAGUE.first_words
    | {"over", "binnen", "in", "tussen", "van"}
)
STARTING_KINDS = frozenset((NUMBER, ORDINAL, NUMERIC_DATE, OTHER, YEAR, TIME))


def term_at(reader: Reader, place: int) -> Match:
    """The longest term that begins at a place; the earlier rule where two are as long."""
    best = _amount(reader, place)
    for rule in _RULES:
        found = rule(reader, place)
        if found and (best is None or found[1] > best[1]):
            best = found
    if best is None and reader.loose and place == 0:
        end = clock(reader, place) or daypart(reader, place)
        if end is not None and end == reader.size:
            best = one_day(reader.today, 0.6), end
    if best and best[0].due and reader.word(best[1] - 1) in UNITS:
        # "binnen twee weken na ondertekening": no day before that event has come
        return events.after_amount(reader, best[1]) or best
    return best


def _amount(reader: Reader, place: int) -> Match:
    """ "over drie weken", "binnen een maand", "na 10 dagen": so much time from now."""
    word = reader.word(place)
    if word in ("over", "binnen", "in"):
        found = durations.over(reader, place)
        return with_time(reader, *found) if found else None
    if word != "na" or reader.word(place + 1) in ARTICLES:
        return None
    counted = durations.duration(reader, place + 1)
    if counted is None:
        return None
    amount, after = counted
    if amount.vague:
        return no_day(TermKind.VAGUE, reader.today), after
    made = durations.ahead(reader, amount, reader.today)
    return (made[0].but(certainty=0.7), after) if made else None

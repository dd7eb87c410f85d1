"""Terms without a day: vague ones ("zsm"), events ("zodra ...") and what comes round again."""

from gesprekshulp.language.terms_lexicon import (
    MONTHS,
    SHORT_WEEKDAYS,
    UNITS,
    WEEKDAYS,
)
from gesprekshulp.language.terms_model import Match, TermKind, no_day
from gesprekshulp.language.terms_reader import Phrases, Reader, clock
from gesprekshulp.language.wordlists import words

VAGUE = Phrases(
    (phrase, True)
    for phrase in (
        "zsm",
        "zspm",
        "asap",
        "zo snel mogelijk",
        "zo spoedig mogelijk",
        "zo gauw mogelijk",
        "zo vlug mogelijk",
        "zo rap mogelijk",
        "zo vroeg mogelijk",
        "zo snel als mogelijk",
        "zo snel als het kan",
        "zo snel het kan",
        "spoedig",
        "ten spoedigste",
        "met spoed",
        "binnenkort",
        "snel",
        "gauw",
        "vlug",
        "straks",
        "zometeen",
        "zo meteen",
        "zo dadelijk",
        "dadelijk",
        "weldra",
        "eerdaags",
        "een dezer dagen",
        "dezer dagen",
        "deze dagen",
        "van de week of zo",
        "een keer",
        "ooit",
        "op termijn",
        "op korte termijn",
        "op zo kort mogelijke termijn",
        "op de korte termijn",
        "op afzienbare termijn",
        "op lange termijn",
        "op middellange termijn",
        "binnen afzienbare tijd",
        "binnen niet al te lange tijd",
        "binnen korte tijd",
        "over een tijdje",
        "over een poosje",
        "over een poos",
        "over enige tijd",
        "over een tijd",
        "over niet al te lange tijd",
        "te zijner tijd",
        "te zijner tijd",
        "tzt",
        "mettertijd",
        "na verloop van tijd",
        "in de nabije toekomst",
        "in de toekomst",
        "in de loop der tijd",
        "de komende tijd",
        "komende tijd",
        "vroeg of laat",
        "per omgaande",
        "per ommegaande",
        "per kerende post",
        "met gezwinde spoed",
        "op zeer korte termijn",
        "met bekwame spoed",
        "omgaand",
        "tot nader order",
        "nog eens",
        "in het nieuwe seizoen",
        "na de feestdagen",
    )
)
# Words that say "now"; a date field takes them as today, running text as no term.
NOW = Phrases(
    (phrase, True)
    for phrase in (
        "nu",
        "nu meteen",
        "nu direct",
        "op dit moment",
        "momenteel",
        "meteen",
        "direct",
        "onmiddellijk",
        "terstond",
        "zojuist",
        "daarnet",
        "zonet",
        "net",
        "vandaag de dag",
    )
)
# Here "today" is meant, also in running text.
AT_ONCE = Phrases(
    (phrase, True)
    for phrase in (
        "per direct",
        "per heden",
        "per vandaag",
        "eod",
        "cob",
        "end of day",
        "einde dag",
        "eind dag",
        "einde werkdag",
        "eind werkdag",
        "einde middag",
        "eind middag",
        "einde ochtend",
        "eind ochtend",
        "voor sluitingstijd",
        "voor de lunch",
        "na de lunch",
        "voor de middag",
        "na de middag",
        "binnen het uur",
        "vandaag nog",
        "nog vandaag",
        "dezelfde dag",
        "dezelfde dag nog",
        "nog dezelfde dag",
        "deze ochtend",
        "deze middag",
        "deze namiddag",
        "deze voormiddag",
        "deze avond",
        "deze nacht",
        "deze dag",
        "in de loop van de dag",
        "in de loop van de middag",
        "in de loop van de ochtend",
    )
)
_FREQUENCIES = frozenset(
    words(
        "dagelijks wekelijks maandelijks jaarlijks tweewekelijks driewekelijks vierwekelijks "
        "tweemaandelijks driemaandelijks halfjaarlijks kwartaalsgewijs veertiendaags "
        "tweejaarlijks maandags dinsdags woensdags donderdags vrijdags zaterdags zondags "
        "maandagen dinsdagen woensdagen donderdagen vrijdagen zaterdagen zondagen doordeweeks"
    )
)
_EVERY = frozenset(["elke", "iedere", "ieder", "elk", "alle"])
_EVERY_GOES_ON = (
    frozenset(WEEKDAYS)
    | frozenset(UNITS)
    | frozenset(MONTHS)
    | frozenset(
        words(
            "eerste tweede derde vierde laatste van de het ochtend middag avond en twee drie vier "
            "vijf zes andere half halve maand weekend"
        )
    )
)


def recurring(reader: Reader, place: int) -> Match:
    """ "elke maandag", "maandelijks", "om de twee weken", "per kwartaal", "'s maandags"."""
    word = reader.word(place)
    if word in _FREQUENCIES:
        return no_day(TermKind.RECURRING, reader.today), place + 1
    if word == "'s" and reader.word(place + 1) in _FREQUENCIES:
        return no_day(TermKind.RECURRING, reader.today), place + 2
    after = place
    if word == "om" and reader.word(place + 1) == "de":
        after = place + 2
        found = reader.whole(after)
        after = found[1] if found else after
        if reader.word(after) not in UNITS and reader.word(after) != "andere":
            return None
    elif word in _EVERY:
        after = place + 1
    elif word == "per" and reader.word(place + 1) in (
        "week",
        "maand",
        "kwartaal",
        "jaar",
        "dag",
        "uur",
    ):
        if reader.at(place + 2).kind == "number":
            return None
        return no_day(TermKind.RECURRING, reader.today, 0.7), place + 2
    else:
        return None
    start = after
    if reader.word(start) == "keer":
        return None
    while after < start + 8 and (
        reader.word(after) in _EVERY_GOES_ON or reader.at(after).kind in ("number", "ordinal")
    ):
        after += 1
    if after == start and reader.word(start) in SHORT_WEEKDAYS:
        after += 1
    named = any(
        reader.word(at) in UNITS
        or reader.word(at) in SHORT_WEEKDAYS
        or reader.word(at) in WEEKDAYS
        or reader.word(at) in MONTHS
        for at in range(start, after)
    )
    after = clock(reader, after) or after
    return (no_day(TermKind.RECURRING, reader.today), after) if named else None


def vague(reader: Reader, place: int) -> Match:
    """ "zsm", "een dezer dagen"."""
    found = VAGUE.match(reader, place)
    return (no_day(TermKind.VAGUE, reader.today), found[1]) if found else None


RECURRING_STARTS = _FREQUENCIES | _EVERY | {"om", "per", "'s"}

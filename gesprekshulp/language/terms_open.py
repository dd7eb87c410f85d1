"""Terms without a day: vague ones ("zsm"), events ("zodra ...") and what comes round again."""

from gesprekshulp.language.terms_lexicon import (
    COMING,
    MONTHS,
    NEXT,
    SHORT_WEEKDAYS,
    UNITS,
    WEEKDAYS,
)
from gesprekshulp.language.terms_model import Match, TermKind, no_day
from gesprekshulp.language.terms_reader import Phrases, Reader, clock
from gesprekshulp.language.terms_tokens import END, MARK, NUMBER, OTHER, WORD
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
_DETERMINERS = frozenset(
    words(
        "de het een ons onze uw jullie mijn hun haar zijn dat die deze dit den 't definitieve "
        "schriftelijke officiele formele"
    )
)
_EVENTS = frozenset(
    words(
        "overleg vergadering afspraak bijeenkomst gesprek bespreking meeting bezoek oplevering "
        "levering ontvangst ondertekening tekening goedkeuring akkoord betaling start aanvang "
        "sluiting afronding afloop overdracht audit inspectie keuring training evaluatie kickoff "
        "livegang passeren transport verhuizing verbouwing bouwvak vakantie opening beurs "
        "presentatie demo sessie workshop controle beoordeling reactie antwoord terugkoppeling "
        "besluit uitspraak toestemming vrijgave bestelling installatie implementatie migratie "
        "inwerkingtreding ingebruikname ava ondernemersraad verlof commissie instemming "
        "publicatie aanlevering inlevering facturering factuur factuurdatum dagtekening opdracht "
        "opdrachtverstrekking offerte contract contracttekening bouw schoolvakantie bouwvakantie "
        "intake rondleiding ledenvergadering kwartaaloverleg maandoverleg weekoverleg stuurgroep "
        "projectoverleg voortgangsoverleg werkoverleg teamoverleg overeenkomst stemming "
        "verzending verzoek aanvraag melding akte notaris renovatie seizoen oogst zomerstop "
        "pensioen plaatsing review sprint ronde jaarvergadering"
    )
)
_EVENT_ENDS = (
    "overleg",
    "vergadering",
    "gesprek",
    "bespreking",
    "bijeenkomst",
    "levering",
    "tekening",
    "keuring",
    "vakantie",
    "bezoek",
    "afspraak",
    "reces",
    "verstrekking",
    "overdracht",
    "sessie",
)
# After a plain "voor" only these are moments; "voor de training" is what it is meant for.
_MOMENTS = frozenset(
    words(
        "overleg vergadering bijeenkomst bespreking bouwvak vakantie oplevering ondertekening "
        "livegang overdracht verlof inspectie audit keuring afspraak aanvang sluiting opening "
        "verhuizing start ingebruikname inwerkingtreding migratie ava evaluatie afloop transport"
    )
)
_MOMENT_ENDS = (
    "overleg",
    "vergadering",
    "bijeenkomst",
    "bespreking",
    "vakantie",
    "verlof",
    "reces",
)
_EVENT_PREPOSITIONS = Phrases(
    (phrase, phrase.split()[-1])
    for phrase in (
        "voor",
        "na",
        "bij",
        "tijdens",
        "in",
        "op",
        "tot",
        "tot aan",
        "vanaf",
        "direct na",
        "meteen na",
        "kort na",
        "gelijk na",
        "uiterlijk voor",
        "uiterlijk bij",
        "uiterlijk tijdens",
        "uiterlijk op",
        "ruim voor",
        "kort voor",
        "vlak voor",
        "voorafgaand aan",
        "een dag voor",
        "aan",
        "per",
        "rond",
        "tegen",
    )
)
_CLAUSES = frozenset(("zodra", "voordat", "nadat", "totdat", "alvorens", "vooraleer"))
_CONDITIONS = frozenset(("als", "wanneer", "indien", "mits"))
_LONGEST = 14


def _clause_end(reader: Reader, place: int) -> int:
    """The place where a clause ends: at a mark, a term, or after a dozen words."""
    after = place
    while after < place + _LONGEST:
        token = reader.at(after)
        if token.kind == END or token.word in (",", ".", ";", ":", "\n", "?", "!", ")", "→"):
            break
        if token.word in ("en", "maar") and after > place + 2 and _dated_soon(reader, after):
            break
        after += 1
    return after


def _dated_soon(reader: Reader, place: int) -> bool:
    """Whether a date stands behind "en": "zodra het er ligt, en Els belt voor 1 december"."""
    return any(
        reader.at(k).kind == NUMBER and reader.word(k + 1) in MONTHS
        for k in range(place + 1, place + _LONGEST)
    )


def _noun_phrase_end(reader: Reader, place: int, stop: int) -> int:
    """The place after the noun that a preposition brings; what follows it may be the verb."""
    while place < stop:
        word = reader.word(place)
        place += 1
        small = word in _DETERMINERS or word in ("een", "alle") or word.endswith(("e", "lijk"))
        if not small:
            break
    return place


_CARE = 9  # words between "zorg er" and "voor dat"


def _is_event(word: str) -> bool:
    return word in _EVENTS or word.endswith(_EVENT_ENDS)


def _cares(reader: Reader, place: int) -> bool:
    """Whether "voor" goes with "er": "Ik zorg er, samen met Bob, voor dat ..."."""
    before = [reader.word(k) for k in range(max(0, place - _CARE), place)]
    return "er" in before and any(word.startswith("zorg") or word == "staan" for word in before)


def event(reader: Reader, place: int) -> Match:
    """ "zodra het contract getekend is", "voor het volgende overleg", "na ontvangst van ..."."""
    word = reader.word(place)
    conditional = word in _CONDITIONS and reader.loose and place == 0
    that = word in ("voor", "na", "tot") and reader.word(place + 1) == "dat"
    that = that and not (word == "voor" and _cares(reader, place))
    if word in _CLAUSES or conditional or that:
        end = _clause_end(reader, place + 1 + that)
        if end < place + 2 + that:
            return None
        sure = 0.6 if conditional else 0.9
        return no_day(TermKind.EVENT, reader.today, sure), end
    return _next_time(reader, place) or _moment(reader, place)


def _next_time(reader: Reader, place: int) -> Match:
    """ "de volgende keer": an event without a preposition."""
    at = reader.skip(place, ("bij", "op", "tot", "voor"))
    at = reader.skip(at, ("de", "een"))
    follows = reader.word(at) in NEXT or reader.word(at) in COMING
    if follows and reader.word(at + 1) in ("keer", "maal"):
        return no_day(TermKind.EVENT, reader.today, 0.7), at + 2
    return None


def _moment(reader: Reader, place: int) -> Match:
    found = _EVENT_PREPOSITIONS.match(reader, place)
    if found is None:
        return None
    preposition, at = found
    numbered = False
    for _ in range(3):
        word = reader.word(at)
        if word in NEXT or word in COMING or word in ("eerste", "tweede", "eerstvolgend", "nieuwe"):
            numbered = True
        elif word not in _DETERMINERS:
            break
        at += 1
    noun = reader.at(at)
    if noun.kind != WORD or not _is_event(noun.word):
        return None
    if noun.word.endswith("vakantie") and preposition != "voor":
        return no_day(TermKind.VAGUE, reader.today, 0.7), at + 1
    if not numbered and not _fits(preposition, noun.word):
        return None
    after = at + 1
    if reader.word(after) in ("van", "met", "door") and preposition in ("na", "bij"):
        after = _noun_phrase_end(reader, after + 1, min(_clause_end(reader, after), after + 4))
        while after > at + 1 and reader.at(after - 1).kind in (MARK, OTHER):
            after -= 1
    return no_day(TermKind.EVENT, reader.today, 0.9 if numbered else 0.7), after


def _fits(preposition: str, noun: str) -> bool:
    """Whether a noun without "volgende" is a moment after this preposition."""
    if preposition == "na":
        return True
    if preposition in ("bij", "tijdens"):
        return noun not in ("commissie", "notaris", "contract", "factuur", "offerte", "stuurgroep")
    if preposition in ("voor", "tot", "vanaf", "rond", "tegen"):
        return noun in _MOMENTS or noun.endswith(_MOMENT_ENDS)
    return False


def after_amount(reader: Reader, place: int) -> Match:
    """ "binnen twee weken na ondertekening": what comes after the amount of time is an event."""
    if reader.word(place) not in ("na", "voor", "vanaf", "nadat", "voordat", "volgend", "zodra"):
        return None
    if found := event(reader, place):
        return found
    at = place + 1
    for _ in range(3):
        if reader.word(at) not in _DETERMINERS and reader.word(at) not in NEXT:
            break
        at += 1
    if reader.at(at).kind != WORD or reader.word(place) in ("volgend", "zodra"):
        return None
    if reader.word(place) != "na":
        return None
    return no_day(TermKind.EVENT, reader.today, 0.7), at + 1


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


EVENT_STARTS = _EVENT_PREPOSITIONS.first_words | _CLAUSES | _CONDITIONS
RECURRING_STARTS = _FREQUENCIES | _EVERY | {"om", "per", "'s"}

"""Events that hold a promise: "voor het volgende overleg", "zodra het contract getekend is"."""

from gesprekshulp.language.terms_lexicon import (
    COMING,
    MONTHS,
    NEXT,
)
from gesprekshulp.language.terms_model import Match, TermKind, no_day
from gesprekshulp.language.terms_reader import Phrases, Reader
from gesprekshulp.language.terms_tokens import END, MARK, NUMBER, OTHER, WORD
from gesprekshulp.language.wordlists import words

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


EVENT_STARTS = _EVENT_PREPOSITIONS.first_words | _CLAUSES | _CONDITIONS

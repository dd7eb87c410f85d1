"""What is promised, in a few words fit for a list: "aangepaste offerte sturen"."""

from gesprekshulp.language.clause import Clause, Kind
from gesprekshulp.language.lexicon import COORDINATORS, FILLERS, PREPOSITIONS
from gesprekshulp.language.roles import TITLES, TUSSENVOEGSELS
from gesprekshulp.language.text_units import Token
from gesprekshulp.language.wordlists import words

_LONGEST = 9  # words of a question
_WHOLE = 18  # words of a promise: it stands in the report, and loses none of what was said
_ARTICLES = frozenset(words("de het een zijn haar hun mijn onze ons"))
_FIRST = frozenset(words("de het een 't 'n zijn haar hun mijn uw er wel nog zelf"))
_JOINING = frozenset(words("dat of om te"))
_BEHIND = frozenset(words("met bij naar aan via ivm i.v.m. per zonder namens"))
ASKS = frozenset(words("of wat wie hoe hoeveel waar waarom wanneer welk welke"))


def question(clause: Clause) -> str:
    """A clause as it stands, such as "of de lades passen", when it is short enough to be read."""
    said = [token.text for token in clause.items]
    if said and said[0].lower() not in ASKS:
        said = [clause.mark, *said]
    return " ".join(said) if len(said) <= _LONGEST else " ".join([*said[:_LONGEST], "…"])


def describe(
    parts: list[Clause], infinitive: str, skipped: set[int], *, whole: bool = False
) -> str:
    """The action of a promise as a short phrase around its infinitive.

    `skipped` holds the start of every token that is subject, verb or term; with `whole` the words
    are kept as they stand (a telegram line has its own infinitive).
    """
    kept = _bare(_chosen(parts, skipped, whole=whole))
    first = parts[0].start
    phrase = [t.text if t.start != first or t.text.isupper() else t.low for t in kept[:_WHOLE]]
    while phrase and (phrase[-1].lower() in PREPOSITIONS or phrase[-1].lower() in _FIRST):
        phrase.pop()
    if not infinitive or (phrase and phrase[-1] == infinitive):
        return " ".join(phrase)
    # "contact opnemen met de gemeente" rather than "contact met de gemeente opnemen"
    place = next((i for i, w in enumerate(phrase) if i and w.lower() in _BEHIND), len(phrase))
    return " ".join([*phrase[:place], infinitive, *phrase[place:]])


def _chosen(parts: list[Clause], skipped: set[int], *, whole: bool) -> list[Token]:
    """The words that say what is done, without subject, verb, term and small words."""
    chosen: list[Token] = []
    for clause in parts:
        items = clause.items
        for i, token in enumerate(items):
            if token.start in skipped or clause.fixed[i]:
                continue
            if not (token.is_word or token.low[0].isdigit()):
                continue
            before = items[i - 1].low if i else ""
            after = items[i + 1].low if i + 1 < len(items) else ""
            if clause.kind is not Kind.MAIN and token.low in _JOINING:
                continue
            if token.low == "met" and after == "elkaar":
                continue
            if after == "en" and i + 2 < len(items) and items[i + 2].low == "weer":
                continue  # "over en weer"
            if before == "over" and token.low == "en" and after == "weer":
                continue
            article = token.low == "het" and before in PREPOSITIONS
            together = token.low in ("elkaar", "samen") and whole
            if token.low not in FILLERS or article or together:
                chosen.append(token)
    return chosen


def _bare(kept: list[Token]) -> list[Token]:
    """The words without an article in front, a receiver, or a preposition at the end."""
    while kept and (kept[0].low in _FIRST or kept[0].low in COORDINATORS):
        kept = kept[1:]
    if kept and kept[0].low in TITLES:
        rest = kept[1:]
        while rest and (rest[0].capital or rest[0].low in TUSSENVOEGSELS - _ARTICLES):
            rest = rest[1:]
        kept = rest if rest and rest[0].low not in PREPOSITIONS else kept
    if len(kept) > 2 and kept[0].capital and kept[1].low in _ARTICLES:
        kept = kept[1:]  # "(stuur) Jan de offerte": to whom is not what
    while kept and kept[0].low in _FIRST:
        kept = kept[1:]
    while kept and (kept[-1].low in PREPOSITIONS or kept[-1].low in COORDINATORS):
        kept = kept[:-1]
    return kept

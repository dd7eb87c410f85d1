"""Words that say who says it, put into a sentence: ", zo liet men weten,", ", zei ze,"."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import pairwise

from gesprekshulp.language import verbs
from gesprekshulp.language.lexicon import (
    COORDINATORS,
    DETERMINERS,
    NOMINATIVE,
    SUBORDINATORS,
)
from gesprekshulp.language.parties import Parties, Party
from gesprekshulp.language.roles import TITLES
from gesprekshulp.language.text_units import Token
from gesprekshulp.language.verbs import Form, Sort
from gesprekshulp.language.wordlists import words

_LONGEST = 10  # words in a tag
_SAYS = frozenset(
    words(
        "zeggen vertellen roepen schrijven melden verklaren berichten antwoorden aankondigen "
        "mailen appen mededelen laten beloven verzekeren bevestigen toezeggen"
    )
)
_PROMISES = frozenset(("beloven", "toezeggen"))
_WRITES = frozenset(("mailen", "appen", "laten"))  # without a tag these are acts of their own
_AS_SAID = frozenset(
    words(
        "bevestigd afgesproken besproken beloofd toegezegd gezegd overeengekomen vermeld gemeld "
        "gebruikelijk bekend aangegeven aangekondigd genoemd doorgegeven gevraagd verzocht zei "
        "beloofde"
    )
)
_KNOWS = frozenset(words("weten begreep begrijp hoorde hoor verneem vernam meen meende hoop hoopt"))
_THINGS = frozenset(("dat", "dit", "het", "die"))
_MEANS = frozenset(words("denk denken hoop hopen vermoed verwacht verwachten meen geloof neem"))
_HAVE = ("heb", "heeft", "hebben")
_TELLING = frozenset(words("is heeft hebben heb werd wordt was luidt had kreeg hoorden hoorde"))
_AS_SAID_TOO = frozenset(words("gedrukt bezworen verteld gemeld afgesproken verzekerd gezworen"))
_DIRECT = frozenset(words("ik we wij mij me mijn ons onze u uw je jij jou jouw jullie"))
_SHORT = 6  # words in "zoals ze zelf voorstelde"
_DONE = Form.PAST | Form.PARTICIPLE
_STOPS = (".", "!", "?", ";", "…")


@dataclass(slots=True)
class Tags:
    """A sentence without its tags: where these stood, who speaks, and who was named in them."""

    items: list[Token]
    places: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    speaker: Party | None = None
    named: Party | None = None


def without_tags(items: list[Token], parties: Parties) -> Tags:
    """The sentence with each tag between commas taken out."""
    found = Tags(items)
    commas = [i for i, token in enumerate(items) if token.low == ","]
    if not commas:
        return found
    size = len(items)
    while size and items[size - 1].low in _STOPS:
        size -= 1
    dropped: set[int] = set()
    for a, b in pairwise([*commas, size]):
        inner = items[a + 1 : b]
        if b < size and a and len(inner) == 1 and inner[0].low in _AS_SAID:
            dropped |= {a, a + 1, b}  # ", bevestigd,"
            continue
        if a in dropped or not a or not 1 < len(inner) <= _LONGEST:
            continue
        if _addressed(inner, parties) and _acts(items[_comma_before(commas, a) + 1 : a]):
            found.places.append((inner[0].start, inner[-1].end))
            dropped |= set(range(a + 1, b)) | {b if b < size else a}
            continue
        opening = items[_comma_before(commas, a) + 1]
        if b == size and opening.low in SUBORDINATORS:
            continue  # "Als er iets verandert, meldt Jan dat"
        if b < size and _remark(inner):
            found.places.append((inner[0].start, inner[-1].end))
            dropped |= set(range(a, b + 1))
            continue
        direct = _direct(inner, items, parties, inside=b < size)
        if direct is None and _had_said(inner) and (b < size or _unbound(inner)):
            found.named = found.named or parties.at(inner, 1)
            found.places.append((inner[0].start, inner[-1].end))
            dropped |= set(range(a, b + 1))
            continue
        if direct is None and not _tagged(inner):
            continue
        found.places.append((inner[0].start, inner[-1].end))
        party = direct or _first_party(inner, parties)
        before = items[_comma_before(commas, a) + 1 : a]
        spoken = {t.low for t in inner if t.low in ("hij", "zij", "ze")}
        told = not spoken.isdisjoint(t.low for t in before)  # "..., heeft hij, beloofde hij"
        if (direct is not None or inner[0].low == "aldus") and not (told or _reports(before)):
            found.speaker = party
        if party is not None and not party.pronoun:
            found.named = party
        dropped |= set(range(a + 1, b))
        if b < size:
            dropped.add(b)
            if not _starts_anew(items, commas, a, b):
                dropped.add(a)
        else:
            dropped.add(a)
    if dropped:
        found.items = [token for i, token in enumerate(items) if i not in dropped]
    return found


def _acts(items: list[Token]) -> bool:
    """Whether any word of a stretch can be a verb."""
    return any(verbs.verb(t.low) is not None for t in items)


def _addressed(inner: list[Token], parties: Parties) -> bool:
    """ "Dat breng ik in orde, meneer Smit, maandag ...": whom somebody speaks to."""
    titled = inner[0].low in TITLES
    quoted = parties.voice is not parties.writer and parties.named(inner, 0)
    party = parties.at(inner, 0) if titled or quoted else None
    return party is not None and party.end == len(inner)


def _direct(
    inner: list[Token], items: list[Token], parties: Parties, *, inside: bool
) -> Party | None:
    """The speaker of "zei ze" and "schrijft de ambtenaar"."""
    head = verbs.verb(inner[0].low)
    if head is None or head.particle or head.lemma not in _SAYS or len(inner) > 7:
        return None
    if not head.form & (Form.THIRD | Form.PAST | Form.STEM):
        return None
    party = parties.at(inner, 1)
    if party is None:
        return None
    rest = inner[party.end :]
    if head.lemma == "laten" and len(rest) == 1 and rest[0].low == "weten":
        return party
    if head.lemma in _WRITES and (rest or not head.form & Form.PAST or head.lemma == "laten"):
        return None
    if (
        head.lemma in _PROMISES
        and not inside
        and not any(t.low in ("ik", "wij", "we") for t in items)
    ):
        return None
    if any(t.low in ("ja", "nee") for t in rest):
        return None  # "Op de vraag of zij levert, zei Els ja"
    if any(t.low in DETERMINERS or t.low in _THINGS or verbs.verb(t.low) is not None for t in rest):
        return None
    return party


def _remark(inner: list[Token]) -> bool:
    """ "..., en dat was niet voor het eerst, ...": said between two commas, of no weight."""
    if len(inner) < 3 or tuple(t.low for t in inner[:2]) != ("en", "dat"):
        return False
    head = verbs.verb(inner[2].low)
    return head is not None and head.lemma in ("zijn", "menen", "weten", "vinden")


def _tagged(inner: list[Token]) -> bool:
    first, second, last = inner[0].low, inner[1].low, inner[-1].low
    if first in ("aldus", "volgens"):
        return True
    if first == "dat" and second == "is" and inner[2:] and inner[2].low == "nu":
        return False  # "zou dinsdag bellen, dat is nu donderdag"
    if first in _MEANS and second in ("ik", "we", "wij") and len(inner) <= 3:
        return True
    if tuple(t.low for t in inner[:2]) == ("dat", "is") or tuple(t.low for t in inner[:3]) == (
        "en",
        "dat",
        "is",
    ):
        return True
    if first in ("zo", "dat") and second in _TELLING and (_says(last) or last in _AS_SAID_TOO):
        return True  # "zo is mij op het hart gedrukt", "zo heeft ze mij bezworen"
    if first == "zo":
        return (
            _says(second)
            or second == "sprak"
            or (second == "liet" and any(t.low == "weten" for t in inner))
        )
    if first == "naar":
        return last in _KNOWS or _says(last)
    if first == "zoals" and len(inner) <= _SHORT:
        head = verbs.verb(last)
        return last in _AS_SAID or (head is not None and bool(head.form & _DONE))
    return first in ("zoals", "als") and last in _AS_SAID


def _had_said(inner: list[Token]) -> bool:
    """ "heeft ze gezegd", "dat heb ik toegezegd", between two commas."""
    lows = [t.low for t in inner[:2]]
    opens = lows[0] in _HAVE or (lows[0] in ("dat", "zo") and lows[1] in _HAVE)
    return opens and len(inner) <= 7 and _says(inner[-1].low)


def _reports(items: list[Token]) -> bool:
    """Whether a clause has nobody who speaks or is spoken to, so that it is no direct speech."""
    return not {t.low for t in items} & _DIRECT


def _unbound(inner: list[Token]) -> bool:
    """Whether a tag at the end of a sentence names a person and nothing that is done."""
    return inner[1].low in NOMINATIVE and not any(t.low in _THINGS for t in inner)


def _says(word: str) -> bool:
    found = verbs.verb(word)
    if found is None:
        return False
    return found.lemma in _SAYS or verbs.speech(found.lemma, found.particle) in (
        Sort.SAY,
        Sort.PROMISE,
    )


def _first_party(inner: list[Token], parties: Parties) -> Party | None:
    for i in range(1, len(inner)):
        found = parties.at(inner, i)
        if found is not None:
            return found
    return None


def _comma_before(commas: list[int], place: int) -> int:
    found = bisect_left(commas, place)
    return commas[found - 1] if found else -1


def _starts_anew(items: list[Token], commas: list[int], a: int, b: int) -> bool:
    """Whether a new clause comes after the tag, so that one comma must stay."""
    before = _comma_before(commas, a)
    place = bisect_right(commas, b)
    after = commas[place] if place < len(commas) else len(items)
    left, right = items[before + 1 : a], items[b + 1 : after]
    if not right or right[0].low in COORDINATORS or right[0].low in SUBORDINATORS:
        return True
    if left and left[0].low in SUBORDINATORS - {"voor", "vóór", "tot", "sinds"}:
        return True
    if not any(verbs.verb(t.low) is not None for t in left):
        return False
    return any(
        t.low in NOMINATIVE
        and any(verbs.verb(w.low) is not None for w in right[max(0, i - 1) : i + 2] if w is not t)
        for i, t in enumerate(right)
    )

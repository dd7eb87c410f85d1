"""A sentence as clauses: main clauses, subordinate clauses, and what has no verb of its own."""

from dataclasses import dataclass, field
from enum import StrEnum

from gesprekshulp.language import verbs
from gesprekshulp.language.lexicon import (
    CLIENT_NOUNS,
    COORDINATORS,
    DETERMINERS,
    EXTERNAL_ROLES,
    FILLERS,
    INTERNAL_ROLES,
    NOMINATIVE,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from gesprekshulp.language.text_units import Token
from gesprekshulp.language.verbs import Form, Verb


class Kind(StrEnum):
    """How a clause is built."""

    MAIN = "main"  # the finite verb stands second or first
    SUB = "sub"  # a joining word, the verbs at the end
    INF = "inf"  # "om ... te ..."
    FRAGMENT = "fragment"  # no finite verb


@dataclass(slots=True)
class Clause:
    """One clause. `read` holds for each token the verb it is, or None; `finite` is an index or -1."""

    kind: Kind
    items: list[Token]
    read: list[Verb | None]
    fixed: list[bool]  # tokens that belong to a term, so are neither verb nor name
    mark: str = ""
    finite: int = -1
    end: int = 0  # in characters: up to here terms belong to this clause
    notes: list[Token] = field(default_factory=list[Token])  # what stood between brackets
    coordinated: bool = False  # it came after "en" or "maar"
    core: tuple[int, int] = (0, 0)  # the tokens that are its own, without fragments joined to it

    @property
    def start(self) -> int:
        """Where the clause starts in the note, in characters."""
        return self.items[0].start if self.items else self.end

    @property
    def verb(self) -> Verb | None:
        """The finite verb."""
        return self.read[self.finite] if self.finite >= 0 else None

    @property
    def own(self) -> list[Token]:
        """Its tokens without the fragments that were joined to it."""
        return self.items[self.core[0] : self.core[1]] if self.core[1] else self.items

    def has(self, *words: str) -> bool:
        """Whether one of the words stands in the clause."""
        return any(t.low in words for t in self.items)


_OPENERS = frozenset(
    [
        "dat",
        "of",
        "als",
        "zodra",
        "wie",
        "wat",
        "hoe",
        "welke",
        "welk",
        "waarom",
        "wanneer",
        "omdat",
    ]
)
ROLES = CLIENT_NOUNS | EXTERNAL_ROLES | INTERNAL_ROLES
_AUXILIARIES = frozenset(("hebben", "zijn", "worden", "zullen", "kunnen", "moeten", "mogen"))
_OPENERS = frozenset(
    [
        "dat",
        "of",
        "als",
        "zodra",
        "wie",
        "wat",
        "hoe",
        "welke",
        "welk",
        "waarom",
        "wanneer",
        "omdat",
    ]
)
ROLES = CLIENT_NOUNS | EXTERNAL_ROLES | INTERNAL_ROLES
_AUXILIARIES = frozenset(("hebben", "zijn", "worden", "zullen", "kunnen", "moeten", "mogen"))
_WITH_INFINITIVE = verbs.MODALS | {"gaan", "laten"}
_CUTS = frozenset((",", ":", "→", "->", "=>", "-->", "–", "—"))
_PLURAL_SUBJECTS = frozenset(("wij", "we", "zij", "ze", "jullie", "u", "beiden", "partijen"))
_AUX_CERTAIN = frozenset(
    ("hebben", "worden", "zullen", "kunnen", "willen", "moeten", "mogen", "gaan", "komen")
)
_OBJECTS = frozenset(
    (
        "het",
        "dit",
        "dat",
        "die",
        "je",
        "jullie",
        "ons",
        "haar",
        "hun",
        "u",
        "deze",
        "alle",
        "beide",
        "zijn",
    )
)


def _finite_flags(items: list[Token], read: list[Verb | None], fixed: list[bool]) -> list[bool]:
    return [
        verb is not None and not fixed[i] and _finite(items, read, fixed, i, verb)
        for i, verb in enumerate(read)
    ]


def _finite(
    items: list[Token], read: list[Verb | None], fixed: list[bool], i: int, v: Verb
) -> bool:
    low = items[i].low
    before = items[i - 1].low if i else ""
    after = items[i + 1].low if i + 1 < len(items) else ""
    if low == "zijn":
        return _is_be(items, read, fixed, i)
    if (
        items[i].capital
        and i
        and not items[i - 1].low == ""
        and before not in (",", ":", '"', "-")
        and not items[i].text.isupper()
    ):
        return False  # "Smit", "Vos", "Berg" inside a sentence are names
    if v.particle and v.form & (Form.PARTICIPLE | Form.PAST) == Form.PARTICIPLE:
        return False
    noun_like = low in verbs.NOUN_LIKE
    if before in DETERMINERS and (noun_like or before not in _OBJECTS):
        return False
    pronoun_beside = after in ("ik", "'k", "je", "jij", "we", "wij", "ze", "zij", "hij", "u", "men", "jullie") or before in (
        "ik", "'k", "hij", "zij", "ze", "wij", "we", "u", "jij", "men", "jullie"
    )  # fmt: skip
    if noun_like and not pronoun_beside:
        if (
            v.form & Form.THIRD
            and i
            and fixed[i - 1]
            and (after in DETERMINERS or (items[i + 1 : i + 2] and items[i + 1].capital))
        ):
            return True
        if (
            i >= 2
            and items[i - 2].low in ("de", "het", "ons", "onze")
            and (not before.endswith("e") or before in ROLES)
            and v.form & (Form.THIRD | Form.STEM)
            and after
            and (fixed[i + 1] or after in DETERMINERS or after in FILLERS or after in PREPOSITIONS)
        ):
            return i == 2 and low.endswith("t")
        named = i > 0 and items[i - 1].capital and bool(v.form & Form.THIRD) and i <= 3
        return named and before not in PREPOSITIONS
    if v.form & (Form.THIRD | Form.PAST) and not v.form & Form.PLURAL:
        if v.form & Form.PARTICIPLE and _auxiliary_before(items, read, i):
            return False
        if v.form == Form.STEM | Form.THIRD and v.lemma not in verbs.MODALS:
            return pronoun_beside or (
                before not in PREPOSITIONS
                and before not in ("zo", "hoe", "heel", "erg")
                and (i > 0 or bool(after))
                and (i == 0 or before not in DETERMINERS)
            )
        if i == 0 and v.form & Form.PARTICIPLE and after not in NOMINATIVE:
            return False
        return before != "te"
    if before == "te":
        return False
    if v.form & Form.PLURAL:
        if before in _PLURAL_SUBJECTS or after in _PLURAL_SUBJECTS:
            return True
        if before == "ik" and i >= 2 and items[i - 2].low in ("en", "&"):
            return True
        if (i == 0 or fixed[i - 1]) and _coordinated_after(items, i):
            return True
        if v.lemma in _AUX_CERTAIN and low != "komen" and not v.particle:
            return not (low == "gaan" and _modal_before(items, read, i)) and not (
                low in ("hebben", "worden", "kunnen", "willen", "mogen", "moeten")
                and _modal_before(items, read, i)
            )
        if _modal_before(items, read, i):
            return False
        return i > 0 and _plural_noun(items, read, fixed, i)
    if v.form & Form.STEM:
        if after in ("ik", "'k", "je", "jij", "'m") or before in ("ik", "'k"):
            return True
        if i >= 2 and items[i - 2].low == "ik" and before in ("zelf", "ook", "dan", "en"):
            return True
        if before in COORDINATORS and i > 2:
            return any(t.low == "ik" for t in items[:i]) and not noun_like
        if i == 0:
            return bool(after) and not v.particle
        ik = any(t.low in ("ik", "'k") for t in items[max(0, i - 14) : i])
        return (ik and i == len(items) - 1) or (ik and not any(_later(read, fixed, i)))
    return False


def _coordinated_after(items: list[Token], i: int) -> bool:
    """ "... herschrijven de klant en wij": a plural subject behind the verb."""
    following = items[i + 1 : i + 6]
    joined = next((k for k, t in enumerate(following) if t.low in ("en", "&")), -1)
    if joined < 1 or joined + 1 >= len(following):
        return False
    other = following[joined + 1]
    return other.low in NOMINATIVE or other.capital or other.low in ("de", "ik", "klant")


def _later(read: list[Verb | None], fixed: list[bool], i: int) -> list[bool]:
    return [
        v is not None and not f
        for v, f in zip(read[i + 1 : i + 4], fixed[i + 1 : i + 4], strict=False)
    ]


def _auxiliary_before(items: list[Token], read: list[Verb | None], i: int) -> bool:
    return _verb_before(items, read, i, _AUXILIARIES)


def _modal_before(items: list[Token], read: list[Verb | None], i: int) -> bool:
    return _verb_before(items, read, i, _WITH_INFINITIVE)


def _verb_before(
    items: list[Token], read: list[Verb | None], i: int, lemmas: frozenset[str]
) -> bool:
    """Whether one of these auxiliaries stands before token `i` in the same stretch."""
    for k in range(i - 1, max(-1, i - 25), -1):
        if items[k].low in _CUTS:
            return False
        v = read[k]
        if v is None or v.particle or v.lemma not in lemmas:
            continue
        if items[k].low != "zijn" or (k and items[k - 1].low.endswith("n")):
            return True
    return False


def _is_be(items: list[Token], read: list[Verb | None], fixed: list[bool], i: int) -> bool:
    """Whether "zijn" is the verb and not "his"."""
    if i + 1 >= len(items) or fixed[i + 1] or not items[i + 1].is_word:
        return True
    before = items[i - 1].low if i else ""
    after = items[i + 1].low
    if (
        before in ("wij", "we", "zij", "ze", "er", "jullie", "te")
        or after in NOMINATIVE
        or after in DETERMINERS
        or after in PREPOSITIONS
    ):
        return before != "te"
    following = read[i + 1]
    if following is not None and following.form & Form.PARTICIPLE:
        return True
    return after in (
        "niet",
        "al",
        "nog",
        "inmiddels",
        "klaar",
        "akkoord",
        "er",
        "bereid",
        "net",
        "ook",
        "wel",
    )


def _plural_noun(items: list[Token], read: list[Verb | None], fixed: list[bool], i: int) -> bool:
    """Whether a plural subject stands right before a verb that may also be an infinitive."""
    before = items[i - 1]
    if (
        fixed[i - 1]
        or not before.is_word
        or (read[i - 1] is not None and before.low not in verbs.NOUN_LIKE)
    ):
        return False
    if before.low in ("niet", "wel", "nog", "zelf", "samen", "dan"):
        return False
    coordinated = (
        i >= 4 and items[i - 2].low in DETERMINERS and items[i - 3].low in ("en", "&")
    ) or (any(t.low in ("en", "&") for t in items[max(0, i - 8) : i]) and before.capital)
    if before.low in COORDINATORS:
        return False
    plural = (
        before.low.endswith(("en", "'s", "ers", "eurs", "ars", "ies", "els"))
        and before.low not in PREPOSITIONS
    )
    later = any(
        v is not None and not f for v, f in zip(read[i + 1 :], fixed[i + 1 :], strict=False)
    )
    return (
        (coordinated or plural)
        and i + 1 < len(items)
        and i <= 8
        and not (later and not coordinated and not plural)
    )


def _brackets(items: list[Token]) -> tuple[list[Token], list[Token]]:
    """The tokens outside and inside round brackets."""
    outside: list[Token] = []
    inside: list[Token] = []
    depth = 0
    for token in items:
        if token.low in ("(", "["):
            depth += 1
        elif token.low in (")", "]"):
            depth = max(0, depth - 1)
        elif depth:
            inside.append(token)
        else:
            outside.append(token)
    return outside, inside


def clauses(sentence: list[Token], fixed_spans: list[tuple[int, int]]) -> list[Clause]:
    """The clauses of one sentence in reading order.

    `fixed_spans` are the terms (character ranges), whose words are never verbs or subjects.
    """
    items, inside = _brackets(sentence)
    items = [
        t for t in items if t.low not in ("!", "?", ".", ";", "…", '"', "„", "“", "”", "«", "»")
    ]
    if not items:
        return []
    fixed = _fixed(items, fixed_spans)
    read = [
        None if f or not t.is_word else verbs.verb(t.low) for t, f in zip(items, fixed, strict=True)
    ]
    flags = _finite_flags(items, read, fixed)
    if not any(flags) and not any(
        v is not None and v.form & (Form.PLURAL | Form.PARTICIPLE) for v in read
    ):
        _repair(items, read, fixed, flags)
    found: list[Clause] = []
    for a, b, mark in _pieces(items, read, fixed, flags):
        found.append(_clause(items[a:b], read[a:b], fixed[a:b], flags[a:b], mark, found))
    merged = _merge(found)
    for i, clause in enumerate(merged):
        clause.end = merged[i + 1].start if i + 1 < len(merged) else sentence[-1].end
    for token in inside:
        for clause in merged:
            if clause.start <= token.start < clause.end or clause is merged[-1]:
                clause.notes.append(token)
                break
    return merged


def _fixed(items: list[Token], spans: list[tuple[int, int]]) -> list[bool]:
    out = [False] * len(items)
    s = 0
    for i, token in enumerate(items):
        while s < len(spans) and spans[s][1] <= token.start:
            s += 1
        out[i] = s < len(spans) and spans[s][0] <= token.start < spans[s][1]
    return out


def _repair(
    items: list[Token], read: list[Verb | None], fixed: list[bool], flags: list[bool]
) -> None:
    """When no verb was found: an unknown verb, or a known one misspelt."""
    for i, token in enumerate(items[:12]):
        if (
            fixed[i]
            or not token.is_word
            or read[i] is not None
            or (token.capital and i)
            or token.low in PREPOSITIONS
            or token.low in FILLERS
        ):
            continue
        if i and items[i - 1].low in DETERMINERS and items[i - 1].low not in ("ik", "wij"):
            continue
        known = verbs.mistyped(token.low)
        if known is None and 0 < i <= 4:
            known = verbs.guess(token.low)
        if known is None:
            continue
        read[i] = known
        flags[i] = _finite(items, read, fixed, i, known)
        if flags[i]:
            return
        read[i] = known if known.form & Form.PLURAL and i == len(items) - 1 else None


def _pieces(
    items: list[Token], read: list[Verb | None], fixed: list[bool], flags: list[bool]
) -> list[tuple[int, int, str]]:
    """Where clauses start and end, each with its joining word."""
    size = len(items)
    after = [size] * (size + 1)  # index of the next finite verb at or after i
    cut = [size] * (size + 1)  # index of the next comma at or after i
    for i in range(size - 1, -1, -1):
        after[i] = i if flags[i] else after[i + 1]
        cut[i] = i if _is_cut(items, i) else cut[i + 1]
    out: list[tuple[int, int, str]] = []
    start, mark, seen = 0, "", False

    def close(end: int) -> None:
        nonlocal start
        if end > start:
            out.append((start, end, mark))
        start = end

    for i in range(size):
        low = items[i].low
        if i == cut[i]:
            close(i)
            start, mark, seen = i + 1, "", False
            continue
        if fixed[i]:
            continue
        stop = cut[i]
        if low in SUBORDINATORS and _joins(items, read, flags, i, after, stop):
            if i > start and not (
                mark == ""
                and all(
                    items[k].low in COORDINATORS or items[k].low in _BEFORE_MARK
                    for k in range(start, i)
                )
            ):
                close(i)
            mark, seen = low, False
            start = min(start, i)
            continue
        if low == "om" and _to_infinitive(items, read, i, stop):
            close(i)
            mark, seen = "om", False
            continue
        if mark and i > start + 1 and low in COORDINATORS and not seen:
            seen = (inner := read[i - 1]) is not None and bool(
                inner.form & (Form.PLURAL | Form.THIRD | Form.PAST)
            )
        if low in COORDINATORS and low != "of" and seen and i > start and after[i + 1] < stop:
            if not _same_phrase(items, flags, i) and not _joined_later(
                items, fixed, i, after[i + 1]
            ):
                keep = (
                    mark
                    if mark and mark != "om" and _verb_final(items, read, flags, i + 1, stop)
                    else ""
                )
                close(i)
                mark, seen = keep, False
            continue
        if flags[i]:
            if seen and mark and i > start and (flags[i - 1] or _opens_main(items, read, i)):
                close(i)
                mark = ""
            seen = True
    close(size)
    return out


_BEFORE_MARK = frozenset(
    (
        "ook",
        "pas",
        "zelfs",
        "net",
        "alleen",
        "vooral",
        "direct",
        "meteen",
        "zo",
        "gauw",
        "en",
        "behalve",
        "ja",
        "met",
    )
)


def _is_cut(items: list[Token], i: int) -> bool:
    low = items[i].low
    if low in _CUTS:
        return True
    return (
        low == "-"
        and 0 < i < len(items) - 1
        and items[i].start > items[i - 1].end
        and items[i + 1].start > items[i].end
    )


def _joins(
    items: list[Token],
    read: list[Verb | None],
    flags: list[bool],
    i: int,
    after: list[int],
    stop: int,
) -> bool:
    """Whether a word that can join a subordinate clause does so here."""
    low = items[i].low
    following = items[i + 1].low if i + 1 < len(items) else ""
    first = after[i + 1]
    ends_in_verb = first < stop or any(
        v is not None and v.form & (Form.PLURAL | Form.STEM)
        for v in read[max(i + 1, stop - 2) : stop]
    )
    if not ends_in_verb:
        return False
    if low in ("voor", "vóór", "tot", "sinds", "na"):
        return following in NOMINATIVE
    if low == "gauw":
        return i > 0 and items[i - 1].low == "zo"
    if low == "die":
        last = max((k for k in range(i + 1, stop) if flags[k]), default=-1)
        before = items[i - 1].low if i else ""
        inside = before in PREPOSITIONS or (i > 0 and flags[i - 1] and before not in _CUTS)
        return i > 0 and not inside and first > i + 1 and last >= stop - 2
    if low == "dat" and i and _modal_before(items, read, i):
        own = i + 1 < len(items) and (following in NOMINATIVE or following in DETERMINERS)
        inner = read[i + 1] if i + 1 < len(items) else None
        if (first >= stop and not own) or (inner is not None and inner.form & Form.PLURAL):
            return False
    if low in RELATIVES or low in ("welke", "welk"):
        # "dat doe ik", "die neemt Jan mee" point back; "wie levert" asks
        if i + 1 < len(items) and flags[i + 1] and low in ("dat", "die"):
            return False
        if low in ("dat", "die", "wat") and i and flags[i - 1] and first >= stop:
            return False
        if (
            low == "dat"
            and following in ("niet", "ook", "wel", "nog", "zelf", "toch", "ik")
            and i
            and flags[i - 1]
            and first >= stop
        ):
            return False
        return True
    if low == "als":
        return following not in ("eerste", "laatste", "bijlage", "gevolg", "volgt", "enige")
    if low == "of":
        return i == 0 or flags[i - 1] or first < stop
    return True


def _to_infinitive(items: list[Token], read: list[Verb | None], i: int, stop: int) -> bool:
    return any(
        items[k].low == "te" and read[k + 1] is not None
        for k in range(i + 1, min(stop, i + 40) - 1)
    )


def _joined_later(items: list[Token], fixed: list[bool], i: int, finite: int) -> bool:
    """Whether the next finite verb belongs to a clause that is still to come: "A en B weten welke"."""
    for k in range(i + 1, min(finite, i + 40)):
        if items[k].low in _OPENERS and not fixed[k]:
            return True
    return False


def _same_phrase(items: list[Token], flags: list[bool], i: int) -> bool:
    """ "Jan en Piet leveren": the word joins two names before one verb."""
    return not any(flags[max(0, i - 40) : i])


def _verb_final(
    items: list[Token], read: list[Verb | None], flags: list[bool], i: int, stop: int
) -> bool:
    """Whether what follows has its verb at the end, as in the second half of "dat A ... en B ..."."""
    first = next((k for k in range(i, stop) if flags[k]), stop)
    return first >= stop - 2 and first - i >= 2


def _opens_main(items: list[Token], read: list[Verb | None], i: int) -> bool:
    """Whether a verb inside a subordinate clause starts the main clause: "... klaar is | stuur ik"."""
    after = items[i + 1].low if i + 1 < len(items) else ""
    return after in ("ik", "wij", "we", "hij")


def _clause(
    items: list[Token],
    read: list[Verb | None],
    fixed: list[bool],
    flags: list[bool],
    mark: str,
    before: list[Clause],
) -> Clause:
    coordinated = bool(items) and items[0].low in ("en", "maar", "dus", "doch")
    while (
        items
        and items[0].low in ("en", "maar", "want", "dus", "doch", "of")
        and (items[0].low != mark)
    ):
        items, read, fixed, flags = items[1:], read[1:], fixed[1:], flags[1:]
    places = [i for i, f in enumerate(flags) if f]
    if mark == "om":
        return Clause(Kind.INF, items, read, fixed, mark)
    if mark:
        finite = _sub_finite(items, read, fixed, places)
        return Clause(Kind.SUB if finite >= 0 else Kind.FRAGMENT, items, read, fixed, mark, finite)
    if places:
        return Clause(Kind.MAIN, items, read, fixed, "", places[0], coordinated=coordinated)
    return Clause(Kind.FRAGMENT, items, read, fixed)


def _sub_finite(
    items: list[Token], read: list[Verb | None], fixed: list[bool], places: list[int]
) -> int:
    """The finite verb of a subordinate clause: an auxiliary if there is one, else the last verb."""
    for i in places:
        v = read[i]
        if (
            v is not None
            and not v.particle
            and verbs.sort(v.lemma) in (verbs.Sort.AUX, verbs.Sort.MODAL)
        ):
            return i
    strong = [
        i
        for i in places
        if (v := read[i]) is not None and v.form & (Form.THIRD | Form.PAST | Form.STEM)
    ]
    if strong:
        return strong[-1]
    if places:
        return places[-1]
    for i in range(len(items) - 1, -1, -1):
        v = read[i]
        if (
            v is not None
            and not fixed[i]
            and v.form & (Form.PLURAL | Form.STEM | Form.THIRD)
            and items[i - 1].low != "te"
        ):
            return i
    return -1


def _merge(found: list[Clause]) -> list[Clause]:
    """Fragments without any verb join the clause before them, or else the one after."""
    out: list[Clause] = []
    waiting: Clause | None = None
    for clause in found:
        if not clause.items:
            continue
        bare = clause.kind is Kind.FRAGMENT and not any(
            v is not None
            and v.form & (Form.PLURAL | Form.PARTICIPLE)
            and t.low not in verbs.NOUN_LIKE
            for t, v in zip(clause.items, clause.read, strict=True)
        )
        if bare and out and out[-1].kind is not Kind.FRAGMENT:
            _append(out[-1], clause)
        elif bare:
            waiting = clause if waiting is None else _joined(waiting, clause)
        else:
            if waiting is not None:
                clause = (
                    _joined(waiting, clause)
                    if clause.kind in (Kind.MAIN, Kind.FRAGMENT)
                    else clause
                )
                waiting = None
            out.append(clause)
    if waiting is not None:
        if out:
            _append(out[-1], waiting)
        else:
            out.append(waiting)
    return out


def _append(clause: Clause, extra: Clause) -> None:
    if clause.core == (0, 0):
        clause.core = (0, len(clause.items))
    clause.items += extra.items
    clause.read += extra.read
    clause.fixed += extra.fixed


def _joined(first: Clause, second: Clause) -> Clause:
    shift = len(first.items)
    return Clause(
        second.kind,
        first.items + second.items,
        first.read + second.read,
        first.fixed + second.fixed,
        second.mark,
        second.finite + shift if second.finite >= 0 else -1,
        coordinated=second.coordinated,
        core=(shift, shift + len(second.items)),
    )

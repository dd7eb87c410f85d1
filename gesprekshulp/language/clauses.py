"""A sentence as clauses: main clauses, subordinate clauses, and what has no verb of its own."""

from dataclasses import dataclass, field
from enum import StrEnum

from gesprekshulp.language import verb_lists, verbs
from gesprekshulp.language.commas import without_parentheses
from gesprekshulp.language.finite_verbs import CUTS, finite_flags, modal_before, repair
from gesprekshulp.language.unknown_verbs import after_name, beside_pronoun, clause_final
from gesprekshulp.language.lexicon import (
    COORDINATORS,
    DETERMINERS,
    NOMINATIVE,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from gesprekshulp.language.text_units import Token
from gesprekshulp.language.verbs import Form, Verb
from gesprekshulp.language.wordlists import words


class Kind(StrEnum):
    """How a clause is built."""

    MAIN = "main"  # the finite verb stands second or first
    SUB = "sub"  # a joining word, the verbs at the end
    INF = "inf"  # "om ... te ..."
    FRAGMENT = "fragment"  # no finite verb


@dataclass(slots=True)
class Clause:
    """One clause. `read` holds for each token its verb or None; `finite` is an index or -1."""

    kind: Kind
    items: list[Token]
    read: list[Verb | None]
    fixed: list[bool]  # tokens that belong to a term, so are neither verb nor name
    mark: str = ""
    finite: int = -1
    end: int = 0  # in characters: up to here terms belong to this clause
    notes: list[Token] = field(default_factory=list[Token])  # what stood between brackets
    coordinated: bool = False  # it came after "en" or "maar"
    also: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    gaps: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])  # joined fragments
    cap: int = 0  # in characters: where the clause around it goes on, when it stands inside one
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

    def holds(self, place: int) -> bool:
        """Whether a place in the note lies in this clause or in what it goes on with."""
        return self.start <= place < self.end or any(a <= place < b for a, b in self.also)

    def has(self, *words: str) -> bool:
        """Whether one of the words stands in the clause."""
        return any(t.low in words for t in self.items)


_OPENS_SUBJECT = DETERMINERS | {"er"}
_RELATIVE = 40  # words; a longer stretch after "die" is no relative clause
_OPENERS = frozenset(
    words(
        """
        dat of als zodra wie wat hoe welke welk waarom wanneer omdat
        """
    )
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
    items = without_parentheses(items, _fixed(items, fixed_spans))
    fixed = _fixed(items, fixed_spans)
    read = [
        None if f or not t.is_word else verbs.verb(t.low) for t, f in zip(items, fixed, strict=True)
    ]
    beside_pronoun(items, read, fixed)
    clause_final(items, read, fixed)
    after_name(items, read, fixed)
    flags = finite_flags(items, read, fixed)
    if not any(flags) and not any(
        v is not None and v.form & (Form.PLURAL | Form.PARTICIPLE) for v in read
    ):
        repair(items, read, fixed, flags)
    found: list[Clause] = []
    for a, b, mark in _pieces(items, read, fixed, flags):
        found.append(_clause(items[a:b], read[a:b], fixed[a:b], flags[a:b], mark, found))
    merged = _merge(found)
    for i, clause in enumerate(merged):
        clause.end = merged[i + 1].start if i + 1 < len(merged) else sentence[-1].end
        if clause.cap:
            clause.end = min(clause.end, clause.cap)
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
    if low in CUTS:
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
        ends = stop > i + 2 and flags[stop - 1] and any(flags[max(0, i - 40) : i])
        return following in NOMINATIVE or (ends and following in _OPENS_SUBJECT)
    if low == "gauw":
        return i > 0 and items[i - 1].low == "zo"
    if low == "die":
        if stop - i > _RELATIVE:
            return False
        last = max((k for k in range(i + 1, stop) if flags[k]), default=-1)
        before = items[i - 1].low if i else ""
        inside = before in PREPOSITIONS or (i > 0 and flags[i - 1] and before not in CUTS)
        return i > 0 and not inside and first > i + 1 and last >= stop - 2
    if low == "dat" and i and modal_before(items, read, i):
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
        return not (
            low == "dat"
            and following in ("niet", "ook", "wel", "nog", "zelf", "toch", "ik")
            and i
            and flags[i - 1]
            and first >= stop
        )
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
    """Whether the next finite verb is of a clause still to come: "A en B weten welke ..."."""
    return any(items[k].low in _OPENERS and not fixed[k] for k in range(i + 1, min(finite, i + 40)))


def _same_phrase(items: list[Token], flags: list[bool], i: int) -> bool:
    """ "Jan en Piet leveren": the word joins two names before one verb."""
    return not any(flags[max(0, i - 40) : i])


def _verb_final(
    items: list[Token], read: list[Verb | None], flags: list[bool], i: int, stop: int
) -> bool:
    """Whether what follows has its verb at the end, like the second half of "dat A en B"."""
    first = next((k for k in range(i, stop) if flags[k]), stop)
    return first >= stop - 2 and first - i >= 2


def _opens_main(items: list[Token], read: list[Verb | None], i: int) -> bool:
    """Whether a verb in a subordinate clause starts the main one: "klaar is | stuur ik"."""
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
            and t.low not in verb_lists.NOUN_LIKE
            for t, v in zip(clause.items, clause.read, strict=True)
        )
        if len(out) > 1 and _goes_on(out[-2], out[-1], clause, bare=bare):
            out[-2].also.append((clause.items[0].start, clause.items[-1].end + 1))
            out[-1].cap = clause.items[0].start
            _append(out[-2], clause)
            if not bare:
                out[-2].core = (0, len(out[-2].items))
        elif bare and out and out[-1].kind is not Kind.FRAGMENT:
            _append(out[-1], clause)
        elif bare:
            if waiting is None:
                waiting = clause
            else:
                _append(waiting, clause)
                waiting.core = (0, 0)
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


def _goes_on(main: Clause, inside: Clause, rest: Clause, *, bare: bool) -> bool:
    """Whether a main clause goes on after a clause put into it: "Jan zou, als het kon, stoppen"."""
    if main.kind is not Kind.MAIN or inside.kind is not Kind.SUB or rest.kind is not Kind.FRAGMENT:
        return False
    verb = main.verb
    if verb is None or inside.mark in ("of", "wat", "hoe", "wie", "wanneer", "waarom"):
        return False
    if inside.mark == "dat" and verbs.speech(verb.lemma, verb.particle) is not None:
        return False
    if rest.items[0].low in COORDINATORS:
        return False
    if bare:
        return True
    waits = verbs.sort(verb.lemma) in (verbs.Sort.AUX, verbs.Sort.MODAL) or verb.lemma == "gaan"
    return waits and not any(
        v is not None and v.form & (Form.PLURAL | Form.PARTICIPLE)
        for v in main.read[main.finite + 1 :]
    )


def _append(clause: Clause, extra: Clause) -> None:
    clause.gaps.append((len(clause.items), len(clause.items) + len(extra.items)))
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

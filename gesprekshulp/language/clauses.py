"""A sentence as clauses: main clauses, subordinate clauses, and what has no verb of its own."""

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum

from gesprekshulp.language import verb_lists, verbs
from gesprekshulp.language.clause_cuts import pieces
from gesprekshulp.language.commas import (
    joined_both,
    joined_names,
    without_parentheses,
    without_roles,
)
from gesprekshulp.language.enumerations import joined_things
from gesprekshulp.language.finite_verbs import finite_flags, repair
from gesprekshulp.language.lexicon import (
    COORDINATORS,
    EVENT_MARKS,
)
from gesprekshulp.language.text_units import Token
from gesprekshulp.language.unknown_verbs import (
    after_name,
    after_pair,
    beside_pronoun,
    clause_final,
    misspelt_infinitive,
    misspelt_promise,
    verb_second,
)
from gesprekshulp.language.verbs import Form, Verb

_RELATIVE_MARKS = frozenset(
    (
        "die", "dat", "wiens", "wier", "waarvan", "waarmee", "waarin", "waarvoor", "waarop",
        "waarbij", "waar", "wie",
    )
)  # fmt: skip
_ARTICLES = frozenset(("de", "een", "onze", "mijn", "uw"))
_COMPANIES = frozenset(("bv", "b.v.", "nv", "n.v.", "vof", "v.o.f."))
_TOLD = frozenset(("dat", "of", "omdat", "doordat", "zodat"))


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
    items = joined_both(items)
    items = without_roles(without_parentheses(items, _fixed(items, fixed_spans)))
    items = joined_names(items)
    items = joined_things(items, _fixed(items, fixed_spans))
    fixed = _fixed(items, fixed_spans)
    read = [
        None
        if f or t.is_name or not t.is_word or (t.shortened and not verbs.short_form(t.low))
        else verbs.verb(t.low)
        for t, f in zip(items, fixed, strict=True)
    ]
    for i, token in enumerate(items[1:]):
        if token.low in _COMPANIES and items[i].capital:
            read[i] = None  # "Veld BV levert"
    misspelt_promise(items, read, fixed)
    beside_pronoun(items, read, fixed)
    verb_second(items, read, fixed)
    after_pair(items, read, fixed)
    clause_final(items, read, fixed)
    after_name(items, read, fixed)
    flags = finite_flags(items, read, fixed)
    _after_joined_pronoun(items, read, flags)
    misspelt_infinitive(items, read, fixed, flags)
    if not any(flags) and not any(
        v is not None and v.form & (Form.PLURAL | Form.PARTICIPLE) for v in read
    ):
        repair(items, read, fixed, flags)
    for i, token in enumerate(items[:-1]):
        if (
            token.low == "zijn"
            and not flags[i]
            and read[i + 1] is None
            and items[i - 1].low != "te"
        ):
            read[i] = None  # "zijn logboeken"
    found: list[Clause] = []
    for a, b, mark in pieces(items, read, fixed, flags):
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


def _after_joined_pronoun(items: list[Token], read: list[Verb | None], flags: list[bool]) -> None:
    """In "heeft het gezien en hij herstelt het" the last verb is no participle."""
    for i in range(2, len(items)):
        verb = read[i]
        if verb is None or flags[i] or not verb.form & Form.THIRD:
            continue
        joined = items[i - 2].low in ("en", "maar", "want")
        flags[i] = joined and items[i - 1].low in ("hij", "zij", "ze")


def _fixed(items: list[Token], spans: list[tuple[int, int]]) -> list[bool]:
    out = [False] * len(items)
    s = max(0, bisect_right(spans, (items[0].start, 0)) - 2) if items else 0
    for i, token in enumerate(items):
        while s < len(spans) and spans[s][1] <= token.start:
            s += 1
        out[i] = s < len(spans) and spans[s][0] <= token.start < spans[s][1]
    return out


def _clause(
    items: list[Token],
    read: list[Verb | None],
    fixed: list[bool],
    flags: list[bool],
    mark: str,
    before: list[Clause],
) -> Clause:
    coordinated = bool(items) and items[0].low in ("en", "maar", "dus", "doch")
    first = next(
        (
            i for i, token in enumerate(items)
            if token.low == mark or token.low not in ("en", "maar", "want", "dus", "doch", "of")
        ),
        len(items),
    )  # fmt: skip
    items, read, fixed, flags = items[first:], read[first:], fixed[first:], flags[first:]
    places = [i for i, f in enumerate(flags) if f]
    if mark == "om":
        return Clause(Kind.INF, items, read, fixed, mark)
    if mark:
        finite = _sub_finite(items, read, fixed, places)
        kind = Kind.SUB if finite >= 0 else Kind.FRAGMENT
        return Clause(kind, items, read, fixed, mark, finite, coordinated=coordinated)
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
            and not (items[i - 1].low in _ARTICLES and _may_be_noun(items[i], v))
        ):
            return i
    return -1


def _may_be_noun(token: Token, verb: Verb) -> bool:
    """Whether a word behind an article is no verb: "dat de ploeg", "dat ik de post"."""
    return verb.form == Form.STEM or token.low in verb_lists.NOUN_LIKE


def _merge(found: list[Clause]) -> list[Clause]:
    """Fragments without any verb join the clause before them, or else the one after."""
    out: list[Clause] = []
    waiting: Clause | None = None
    held: Clause | None = None  # a subject before a relative clause
    found = [clause for clause in found if clause.items]
    for n, clause in enumerate(found):
        bare = clause.kind is Kind.FRAGMENT and not any(
            v is not None
            and v.form & (Form.PLURAL | Form.PARTICIPLE)
            and t.low not in verb_lists.NOUN_LIKE
            and not _attributive(clause, i)
            and not (i and clause.items[i - 1].low in _ARTICLES)  # "ik volgende week de lonen"
            for i, (t, v) in enumerate(zip(clause.items, clause.read, strict=True))
        )
        if len(out) > 1 and _goes_on(out[-2], out[-1], clause, bare=bare):
            out[-2].also.append((clause.items[0].start, clause.items[-1].end + 1))
            out[-1].cap = clause.items[0].start
            _append(out[-2], clause)
            if not bare:
                out[-2].core = (0, len(out[-2].items))
        elif bare and _ends_behind(found[n : n + 3]):
            held = clause
        elif bare and out and out[-1].kind is not Kind.FRAGMENT:
            _append(out[-1], clause)
        elif bare:
            if waiting is None:
                waiting = clause
            else:
                _append(waiting, clause)
                waiting.core = (0, 0)
        else:
            if held is not None and (held.mark in _TOLD or _goes_on_after_relative(clause)):
                if held.mark in _TOLD and clause.kind is Kind.SUB:
                    out.append(clause)  # the relative clause itself
                    continue
                rest = (clause.items[0].start, clause.items[-1].end + 1)
                whole = _joined(held, clause)
                whole.core = (0, 0)
                whole.also.append(rest)
                if held.mark in _TOLD:
                    whole.kind, whole.mark = Kind.SUB, held.mark
                out[-1].cap = rest[0]
                out.insert(len(out) - 1, whole)
                held = None
                continue
            held = None
            if waiting is not None:
                if clause.kind is Kind.SUB and clause.mark in _RELATIVE_MARKS:
                    held = waiting
                elif clause.mark in EVENT_MARKS and all(waiting.fixed):
                    held = waiting  # "Begin januari, zodra het kan, | komt Jan"
                elif clause.kind is Kind.INF or clause.mark in EVENT_MARKS:
                    out.append(waiting)  # "De toezegging van Jan | om te betalen | staat"
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


def _attributive(clause: Clause, i: int) -> bool:
    """Whether a participle goes with a noun: "de verlopen dossiers"."""
    items, verb = clause.items, clause.read[i]
    if verb is None or not verb.form & Form.PARTICIPLE or not 0 < i < len(items) - 1:
        return False
    return items[i - 1].low in ("de", "het", "een") and items[i + 1].is_word


def _goes_on_after_relative(clause: Clause) -> bool:
    """Whether a clause opens with its verb: "De man, die ziek was, | stuurt het"."""
    verb = clause.read[0]
    plural = verb is not None and verb.form == Form.PLURAL and not clause.fixed[0]
    if clause.kind is Kind.FRAGMENT and plural and len(clause.items) > 1:
        clause.kind, clause.finite = Kind.MAIN, 0  # "De broers, die samen werken, | tekenen"
    return clause.kind is Kind.MAIN and clause.finite == 0 and not clause.coordinated


def _ends_behind(following: list[Clause]) -> bool:
    """Whether a "dat" clause ends behind a relative one: "dat de man | die ziek is, | komt"."""
    if len(following) < 3 or following[0].mark not in _TOLD:
        return False
    _, inside, rest = following
    relative = inside.kind is Kind.SUB and inside.mark in _RELATIVE_MARKS
    if not relative or rest.kind is not Kind.MAIN or rest.coordinated:
        return False
    last = max((i for i, fixed in enumerate(rest.fixed) if not fixed), default=-1)
    return rest.finite == last


def _goes_on(main: Clause, inside: Clause, rest: Clause, *, bare: bool) -> bool:
    """Whether a main clause goes on after a clause put into it: "Jan zou, als het kon, stoppen"."""
    if inside.kind is not Kind.SUB or rest.kind is not Kind.FRAGMENT:
        return False
    last = main.read[-1]
    to_do = main.kind is Kind.FRAGMENT and last is not None and bool(last.form & Form.PLURAL)
    if main.kind is not Kind.MAIN and not to_do:
        return False
    verb = main.verb
    if inside.mark in ("of", "wat", "hoe", "wie", "wanneer", "waarom"):
        # "Ik zoek uit wat het kost, voor vrijdag"
        alone = all(
            f or t.low in ("ook", "nog", "graag", "uiterlijk", "liefst")
            for f, t in zip(rest.fixed, rest.items, strict=True)
            if t.is_word
        )
        return bare and alone and not any(main.fixed)
    if verb is None:
        return False
    split = [t.low for t in main.items[main.finite + 1 :] if t.low in verb_lists.PARTICLES]
    told = any(verbs.speech(verb.lemma, p) is not None for p in (verb.particle, *split))
    if inside.mark == "dat" and told:
        return False
    if rest.items[0].low in COORDINATORS:
        return False
    if bare:
        return True
    auxiliary = verbs.sort(verb.lemma) in (verbs.Sort.AUX, verbs.Sort.MODAL)
    waits = auxiliary or verb.lemma in ("gaan", "laten")
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

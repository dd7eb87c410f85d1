"""A sentence as clauses: main clauses, subordinate clauses, and what has no verb of its own."""

from bisect import bisect_right

from gesprekshulp.language import verb_lists, verbs
from gesprekshulp.language.clause import Clause, Kind
from gesprekshulp.language.clause_cuts import pieces
from gesprekshulp.language.clause_joins import ARTICLES, merge
from gesprekshulp.language.commas import (
    joined_both,
    joined_names,
    without_parentheses,
    without_roles,
)
from gesprekshulp.language.enumerations import joined_things
from gesprekshulp.language.finite_verbs import finite_flags, repair
from gesprekshulp.language.opening_adjectives import without_adjectives
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

_COMPANIES = frozenset(("bv", "b.v.", "nv", "n.v.", "vof", "v.o.f."))


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
    without_adjectives(items, read, fixed)
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
        found.append(_clause(items[a:b], read[a:b], fixed[a:b], flags[a:b], mark))
    merged = merge(found)
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
            and not (items[i - 1].low in ARTICLES and _may_be_noun(items[i], v))
        ):
            return i
    return -1


def _may_be_noun(token: Token, verb: Verb) -> bool:
    """Whether a word behind an article is no verb: "dat de ploeg", "dat ik de post"."""
    return verb.form == Form.STEM or token.low in verb_lists.NOUN_LIKE

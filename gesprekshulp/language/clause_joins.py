"""What joins the clause beside it: fragments without a verb, and interrupted clauses."""

from gesprekshulp.language import verb_lists, verbs
from gesprekshulp.language.clause import Clause, Kind
from gesprekshulp.language.lexicon import (
    COORDINATORS,
    EVENT_MARKS,
)
from gesprekshulp.language.verbs import Form

_RELATIVE_MARKS = frozenset(
    (
        "die", "dat", "wiens", "wier", "waarvan", "waarmee", "waarin", "waarvoor", "waarop",
        "waarbij", "waar", "wie",
    )
)  # fmt: skip


ARTICLES = frozenset(("de", "een", "onze", "mijn", "uw"))


_TOLD = frozenset(("dat", "of", "omdat", "doordat", "zodat"))


def merge(found: list[Clause]) -> list[Clause]:
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
            and not (i and clause.items[i - 1].low in ARTICLES)  # "ik volgende week de lonen"
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

"""Cleft sentences: "Het is Jan die de kap aanvraagt", "Ik ben het die maandag belt"."""

from gesprekshulp.language.clause import Clause, Kind
from gesprekshulp.language.lexicon import FILLERS, NEGATIONS
from gesprekshulp.language.parties import Parties, Party
from gesprekshulp.language.subjects import Subject
from gesprekshulp.language.verbs import Form

_POINTS = frozenset(("het", "'t", "dat", "dit"))
_ONLY = FILLERS | {"juist", "dus", "alleen", "overigens", "vooral"}


def clefted(main: Clause, parties: Parties) -> Subject | None:
    """Who is picked out by "het is ...", as the subject of the relative clause behind it."""
    verb = main.verb
    if main.kind is not Kind.MAIN or verb is None or verb.lemma != "zijn" or verb.form & Form.PAST:
        return None
    own = main.own
    if not any(t.low in _POINTS for t in own[: main.finite + 2]):
        return None
    rest = [t for i, t in enumerate(own) if i != main.finite and t.low not in _POINTS]
    if rest and rest[0].low == "niet" and main.gaps:
        rest = main.items[main.gaps[0][0] :]  # "Het is niet Jan maar Els die betaalt"
    start = next((i for i, t in enumerate(rest) if t.low not in _ONLY or parties.at(rest, i)), 0)
    found = parties.at(rest, start) if rest else None
    if found is None or any(t.low in NEGATIONS for t in rest):
        return None
    if any(t.is_word and t.low not in _ONLY for t in rest[found.end :]):
        return None
    party = Party(found.owner, found.person, found.end, found.plural)
    return Subject(party, {t.start for t in rest[start : found.end]})

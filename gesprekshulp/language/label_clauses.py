"""Heads of a line that are clauses: "Wat ik nog doe:", "Wordt door ons opgepakt:"."""

from gesprekshulp.language import verbs
from gesprekshulp.language.lexicon import FILLERS, NEGATIONS
from gesprekshulp.language.parties import Parties, Party
from gesprekshulp.language.text_units import Token
from gesprekshulp.language.verb_lists import PARTICLES
from gesprekshulp.language.verbs import Form, Sort, Verb
from gesprekshulp.language.wordlists import words

_PASSIVE = frozenset(("wordt", "worden", "word"))
_PAST = frozenset(("is", "zijn", "werd", "werden", "was", "waren"))
_HELPERS = frozenset(words("gaan zullen moeten blijven"))
_BESIDE = FILLERS | PARTICLES | {"te", "nu", "deze", "week"}


def done_by(head: list[Token], parties: Parties) -> Party | None:
    """Who does what stands behind the colon, where the head is a clause that says so."""
    if len(head) < 3 - (head[0].low not in ("wat", "dit", "dat")):
        return None
    if any(t.low in NEGATIONS for t in head):
        return None
    if head[0].low in _PASSIVE:
        return _agent(head, parties)
    if len(head) == 2 and head[0].low in ("ik", "wij", "we"):
        verb = verbs.verb(head[1].low)  # "Wij leveren:"
        return parties.at(head, 0) if verb is not None and _does(verb) else None
    if head[0].low == "wat":
        return _acts(head[1:], parties, verb_last=True)
    return _acts(head, parties, verb_last=False)


def was_done(head: list[Token]) -> bool:
    """Whether the head tells what is done already: "Is door Jan geregeld:"."""
    done = verbs.verb(head[-1].low)
    return (
        head[0].low in _PAST
        and any(t.low == "door" for t in head)
        and done is not None
        and bool(done.form & Form.PARTICIPLE)
    )


def _agent(head: list[Token], parties: Parties) -> Party | None:
    """ "Wordt (nog) door ons opgepakt", "Wordt opgepakt door de aannemer"."""
    by = next((i for i, t in enumerate(head[:-1]) if t.low == "door"), 0)
    party = parties.at(head, by + 1) if by else None
    if party is None:
        return None
    rest = [*head[1:by], *head[party.end :]]
    done = [v for t in rest if (v := verbs.verb(t.low)) is not None and t.low not in FILLERS]
    other = [t for t in rest if t.low not in _BESIDE and verbs.verb(t.low) is None]
    return party if len(done) == 1 and done[0].form & Form.PARTICIPLE and not other else None


def _acts(head: list[Token], parties: Parties, *, verb_last: bool) -> Party | None:
    """ "(Wat) Els nog regelt", "Regelt Els nog", "Gaat Els doen": a subject and verbs of doing."""
    first = 0 if verb_last else 1
    party = parties.at(head, first) if first < len(head) else None
    if party is None or not (party.pronoun or party.person or head[first].low != "het"):
        return None
    if not verb_last and not _finite(head[0], head[1]):
        return None
    rest = [*head[:first], *head[party.end :]]
    found: list[Verb] = []
    for token in rest:
        verb = None if token.low in _BESIDE else verbs.verb(token.low)
        if verb is not None:
            found.append(verb)
        elif token.low not in _BESIDE:
            return None
    acts = [v for v in found if v.lemma not in _HELPERS or v.particle]
    if not found or not acts or any(not _does(v) for v in acts):
        return None
    finite = found[0]
    return None if finite.form & Form.PAST and not finite.form & Form.THIRD else party


def _finite(token: Token, subject: Token) -> bool:
    """Whether a head opens with its verb: "Regelt Els", "Doe ik", but not "Tel. klant"."""
    verb = None if token.shortened else verbs.verb(token.low)
    if verb is None:
        return False
    return bool(verb.form & (Form.THIRD | Form.PLURAL)) or subject.low in ("ik", "je", "jij")


def _does(verb: Verb) -> bool:
    """Whether it is an act, and not something said, asked or known."""
    told = verbs.speech(verb.lemma, verb.particle)
    plain = not verb.form & Form.PARTICIPLE or bool(verb.form & (Form.THIRD | Form.PLURAL))
    if (
        told is Sort.PROMISE
        and verb.form & (Form.THIRD | Form.PLURAL)
        and not verb.form & Form.PAST
    ):
        return True  # "Wat Els belooft:"
    return verbs.sort(verb.lemma, verb.particle) is Sort.ACT and told is None and plain

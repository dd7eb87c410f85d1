"""Who the subject of a clause is, by its place beside the verb."""

from dataclasses import dataclass

from gesprekshulp.language import verbs
from gesprekshulp.language.clause import Clause, Kind
from gesprekshulp.language.lexicon import (
    COORDINATORS,
    DETERMINERS,
    FILLERS,
    NOMINATIVE,
    PREPOSITIONS,
)
from gesprekshulp.language.parties import Owner, Parties, Party
from gesprekshulp.language.party import agentive
from gesprekshulp.language.referents import first_name
from gesprekshulp.language.roles import INANIMATE, THING_ENDINGS, TUSSENVOEGSELS
from gesprekshulp.language.subject_signs import (
    apposed,
    first_nominal,
    is_thing,
    surname,
    whose_people,
)
from gesprekshulp.language.verbs import Form
from gesprekshulp.language.wordlists import words


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject: a party, or a noun that is nobody we know.

    `starts` are the places of its words; `implied` when there is no subject at all; `other` is a
    second party in the clause (whom is asked); `leads` when the party opens a telegram line.
    """

    party: Party | None
    starts: set[int]
    implied: bool = False
    noun: str | None = None
    acts: bool = False
    other: Party | None = None
    leads: bool = False
    possessive: str = ""
    house: Party | None = None  # "de keukenbrigade van Wessel"


_NOBODY = frozenset(words("dat dit het er wat wie daar hier niemand iemand men iedereen eenieder"))

_HOUSES_LIKE_THINGS = frozenset(
    words("verzekering rechtsbijstandsverzekering belasting leiding regering vertegenwoordiging")
)

_SENDS = frozenset(("mailen", "appen"))

_FULL_NAME = 4  # words

# With these a name behind the verb is whom it is done to: "De dominee belt Gerrit".
_TO_PERSONS = frozenset(
    words(
        """
        bellen informeren bezoeken helpen benaderen adviseren coachen begeleiden interviewen
        mailen ontmoeten appen ondersteunen behandelen onderzoeken
        """
    )
)


def after_word(
    clause: Clause, parties: Parties, words: tuple[str, ...]
) -> tuple[Party, set[int]] | None:
    """The party that stands after a preposition: "door ons", "van de notaris"."""
    items = clause.items
    for i, token in enumerate(items[:-1]):
        if token.low in words and not clause.fixed[i]:
            found = parties.at(items, i + 1) or parties.her(items, i + 1)
            if found is not None:
                return found, {t.start for t in items[i : found.end]}
    return None


def subject_of(clause: Clause, parties: Parties, previous: Party | None) -> Subject:
    """The subject of a clause; `previous` is taken over when a coordinated clause has none."""
    if clause.kind is Kind.MAIN:
        return _main(clause, parties)
    if clause.kind is Kind.SUB:
        first = int(clause.items[0].low == clause.mark or not clause.coordinated)
        return _scan(clause, parties, first, len(clause.items), previous)
    return _fragment(clause, parties)


def _starts(clause: Clause, a: int, b: int) -> set[int]:
    return {t.start for t in clause.items[a:b]}


def _main(clause: Clause, parties: Parties) -> Subject:
    items, f = clause.items, clause.finite
    start = clause.core[0] if clause.core[0] < f else 0
    head = first_nominal(clause, start, f, parties)
    after = items[f + 1].low if f + 1 < len(items) else ""
    fronted: Party | None = None
    if head < f:
        fronted = parties.at(items, head)
        if (
            fronted is not None
            and items[head].low in ("die", "dat", "hem", "haar", "mij", "ons", "hen")
            and fronted.pronoun
        ):
            fronted = None
        fronted = fronted or apposed(clause, parties, head)
        named = items[head].low in TUSSENVOEGSELS and items[head].capital
        if fronted is None and named and surname(items[head + 1 : f], parties):
            fronted = Party(Owner.THIRD, " ".join(t.text for t in items[head:f]), f)
    fronted = fronted or _stranger(clause, head, parties)
    if (
        after in NOMINATIVE
        and not clause.fixed[f + 1]
        and (
            fronted is None
            or (after in ("ik", "'k", "we", "wij", "hij", "men") and not (fronted.pronoun))
        )
    ):
        party = parties.at(items, f + 1)
        if after == "men":
            return _men(parties)
        if party is not None:
            return Subject(
                party,
                _starts(clause, f + 1, party.end),
                other=fronted or _other(clause, parties, party.end),
            )
    shows = after == "die" and head >= f and f + 2 < len(items)
    if shows and (items[f + 2].low in DETERMINERS or clause.fixed[f + 2]):
        return Subject(parties.latest(), _starts(clause, f + 1, f + 2))  # "stuurt die de kopie"
    if fronted is not None:
        return Subject(
            fronted, _starts(clause, head, fronted.end), other=_other(clause, parties, f + 1)
        )
    verb = clause.verb
    if (
        head < f
        and verb is not None
        and verb.lemma in _TO_PERSONS
        and items[head].low in ("de", "een", "het")
    ):
        noun = items[f - 1].low
        bare = f - head == 2 and items[head].low == "een" and noun.endswith("e")
        bare = bare or (verb.lemma in _SENDS and not agentive(noun))  # "De proef mailt Bob"
        if not bare and noun not in INANIMATE and not noun.endswith(THING_ENDINGS):
            return Subject(None, _starts(clause, head, f), noun=items[f - 1].text, acts=True)
    if (
        head >= f
        and after in ("het", "'t")
        and verb is not None
        and verb.form & ~Form.PAST == Form.THIRD
    ):
        following = items[f + 2] if f + 2 < len(items) else None
        if following is None or clause.fixed[f + 2] or following.low in PREPOSITIONS:
            return Subject(None, set())  # "trekt het in mei aan": nobody does so
    behind = _scan(clause, parties, f + 1, len(items), None, limit=f + 9)
    if behind.party is not None and not (
        behind.party.pronoun
        and items[_index(clause, behind)].low in ("hem", "hen", "mij", "me", "ons", "haar")
        and head < f
    ):
        return behind
    if head < f:
        noun = items[f - 1].low
        last = items[head:f]
        unknown = [t for t in last if t.is_word]
        things = is_thing(noun) or not unknown
        things = things and noun not in _HOUSES_LIKE_THINGS
        demonstrative = items[head].low in ("die", "deze")
        if demonstrative and len(last) == 1:
            return Subject(parties.latest(), _starts(clause, head, f))
        alone = len(last) == 1 or not last[1].is_word
        if items[head].low == "men" and len(last) == 1:
            return _men(parties)
        if len(last) == 1 and verb is not None and verb.lemma in ("zijn", "worden"):
            done = verbs.verb(items[head].low)
            if done is not None and done.form == Form.PARTICIPLE:
                return Subject(None, set())  # "besloten is er niets"
        if items[head].low in _NOBODY and (alone or items[head].low not in DETERMINERS):
            return Subject(None, set())
        if f - head > 2 and noun in ("wij", "ik") and items[f - 2].low in ("en", "&"):
            owner = parties.possessor(items[head].low)
            if owner is Owner.CLIENT or items[head].low in (
                "beide",
                "alle",
            ):  # "hun beheerclub en wij doen samen de test"
                return Subject(Party(Owner.BOTH, plural=True), _starts(clause, head, f))
        house = whose_people(clause, parties, head, f)
        owned = house is not None and house.owner is Owner.CLIENT and not things
        acts = (
            (house is not None and items[head].low in DETERMINERS)
            or owned
            or (
                not things
                and (
                    (items[head].low in DETERMINERS and len(unknown) <= 3)
                    or (all(t.capital for t in unknown) and not noun.endswith(("s", "en")))
                )
            )
        )
        return Subject(
            None,
            _starts(clause, head, f),
            noun=items[f - 1].text,
            acts=acts,
            other=_other(clause, parties, f + 1),
            possessive=items[head].low,
            house=house,
        )
    if after == "er" or any(t.low == "er" for t in items[start:f]):
        return Subject(None, set())  # "er komt een patch"
    k = f + 1
    while k + 2 < len(items) and (clause.fixed[k] or items[k].low in ("nog", "ook", "dan")):
        k += 1  # "Van mijn kant volgt nog een planning"
    determined = k + 1 < len(items) and items[k].low in DETERMINERS and not clause.fixed[k]
    third = verb is not None and bool(verb.form & Form.THIRD)
    if determined and verb is not None and verb.form == Form.PLURAL:
        third = items[k + 1].low.endswith(("en", "s"))  # "Morgen gaan de lonen omhoog"
    if f > start and determined and not clause.coordinated and third:
        return Subject(None, set(), noun=items[k + 1].text)  # "Vrijdag loopt de termijn af"
    return Subject(None, set(), implied=True, other=_other(clause, parties, f + 1))


def _stranger(clause: Clause, head: int, parties: Parties) -> Party | None:
    """Somebody who is not at the table, by first name and perhaps surname: "Jelle Postma belt"."""
    name = clause.items[head : clause.finite]
    if not 0 < len(name) <= _FULL_NAME or not first_name(name[0].low) or not name[0].capital:
        return None
    joined = [i for i, t in enumerate(name) if t.low in ("en", "&")]
    alone = any(i + 1 == len(name) or not name[i + 1].capital for i in joined)
    if alone or len(joined) > 1 or any(parties.named(name, i) for i in range(len(name))):
        return None
    if any(not t.capital and t.low not in TUSSENVOEGSELS | {"en", "&"} for t in name):
        return None
    called = " ".join(t.text for t in name)
    return Party(Owner.THIRD, called, clause.finite, plural=bool(joined))


def _men(parties: Parties) -> Subject:
    """ "Men" is the organisation named last; without one it is nobody."""
    last = parties.last
    return Subject(last, set()) if last.owner is Owner.THIRD else Subject(None, set())


def _index(clause: Clause, subject: Subject) -> int:
    first = min(subject.starts)
    return next(i for i, t in enumerate(clause.items) if t.start == first)


def _other(clause: Clause, parties: Parties, start: int) -> Party | None:
    for i in range(start, min(len(clause.items), start + 8)):
        if clause.fixed[i]:
            continue
        found = parties.at(clause.items, i)
        if found is not None:
            return found
    return None


def _scan(
    clause: Clause, parties: Parties, start: int, stop: int, previous: Party | None, limit: int = 0
) -> Subject:
    """The first party after the verb or the joining word, outside prepositional phrases."""
    items = clause.items
    i = start
    objects: Subject | None = None
    while i < stop and (not limit or i < limit):
        token = items[i]
        if clause.fixed[i] or not token.is_word:
            i += 1
            continue
        if token.low in PREPOSITIONS:
            found = parties.at(items, i + 1) if i + 1 < stop else None
            again = i + 1 < stop and items[i + 1].low in PREPOSITIONS  # "neemt contact op met Jan"
            i = found.end if found is not None else i + 2 - again
            continue
        found = parties.at(items, i)
        if found is not None:
            pronoun_object = (
                token.low in ("hem", "hen", "mij", "me", "ons", "haar", "jou", "u", "je", "jullie")
                and found.pronoun
            )
            if pronoun_object and (limit or token.low not in ("u", "je", "jullie")):
                objects = objects or Subject(found, _starts(clause, i, found.end))
                i = found.end
                continue
            return Subject(
                found, _starts(clause, i, found.end), other=_other(clause, parties, found.end)
            )
        if token.low in FILLERS:
            i += 1
            continue
        if not limit:
            # a noun that is no party is the subject of a subordinate clause
            head = i
            while i < stop and items[i].low in DETERMINERS:
                i += 1
            if token.low in ("ieder", "men", "niemand", "iedereen"):
                return Subject(None, set())
            noun = items[min(i, stop - 1)]
            owned = items[head].low if head < i else ""
            return Subject(None, _starts(clause, head, i + 1), noun=noun.text, possessive=owned)
        if token.low in DETERMINERS or token.low.endswith("e"):
            i += 1
            while (
                i < stop
                and i < limit
                and items[i].is_word
                and not clause.fixed[i]
                and items[i].low not in PREPOSITIONS
                and parties.at(items, i) is None
                and items[i - 1].low.endswith("e")
            ):
                i += 1
            continue
        i += 1
    if (
        objects is not None
        and limit
        and min(objects.starts) == items[start].start
        and items[start].low in ("u", "je", "jullie")
    ):
        return objects
    if not limit and previous is not None and objects is None:
        return Subject(previous, set(), implied=True)
    return Subject(None, set(), implied=objects is None)


def _fragment(clause: Clause, parties: Parties) -> Subject:
    items = clause.items
    i = 0
    while i < len(items) and (
        clause.fixed[i] or items[i].low in FILLERS or items[i].low in COORDINATORS
    ):
        i += 1
    if i >= len(items):
        return Subject(None, set())
    lead = parties.at(items, i)
    dated = i > 0 and clause.fixed[i - 1]
    if lead is None or (dated and not parties.named(items, i)):
        return Subject(None, set(), other=_other(clause, parties, i))
    stop = next(
        (k for k in range(lead.end, len(items)) if (v := clause.read[k]) and Form.PLURAL in v.form),
        len(items),
    )
    behind = [
        k
        for k in range(lead.end, stop)
        if not clause.fixed[k]
        and items[k].is_word
        and clause.read[k] is None
        and (items[k].low not in FILLERS or items[k].low == "akkoord")
        and items[k].low not in PREPOSITIONS
    ]
    leads = bool(behind) and items[lead.end].low not in PREPOSITIONS
    if dated and not leads:
        return Subject(None, set(), other=_other(clause, parties, i))  # "vrijdag Bob bellen"
    leads = leads or (stop + 1 < len(items) and items[stop + 1].low == "met")
    return Subject(
        lead,
        _starts(clause, i, lead.end),
        other=_other(clause, parties, lead.end) or lead,
        leads=leads,
    )

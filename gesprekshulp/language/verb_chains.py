"""The verbs of a clause that go with the finite one, and the particle split off from it."""

from gesprekshulp.language import verb_lists, verbs
from gesprekshulp.language.clause import Clause, Kind
from gesprekshulp.language.lexicon import (
    COORDINATORS,
    DETERMINERS,
    FILLERS,
    HABITS,
    HEDGES,
    NEGATIONS,
    PREPOSITIONS,
    SUBORDINATORS,
)
from gesprekshulp.language.verbs import Form, Sort

# Words that are nouns as well, with the verbs that they are split off from.
_ALSO_NOUNS = {
    "deel": frozenset(("nemen", "maken", "hebben")),
    "proef": frozenset(("draaien", "rijden", "lopen", "varen", "boren", "spelen")),
    "plaats": frozenset(("vinden", "hebben", "nemen", "maken")),
}
_FAR = 40  # words within which "te" belongs to a verb of speech
_BEFORE_PREPOSITION = frozenset(("terug", "vooruit", "mee", "samen", "neer"))
_WITH_ER = frozenset(("voor", "op", "in", "aan", "mee", "uit", "bij", "tegen", "achter", "over"))
_WITH_SAMEN = frozenset(("stellen", "vatten", "voegen", "komen", "werken", "brengen"))


_NO_NOUN = (
    COORDINATORS
    | DETERMINERS
    | FILLERS
    | HABITS
    | HEDGES
    | NEGATIONS
    | PREPOSITIONS
    | SUBORDINATORS
)


def particle_of(clause: Clause, lemma: str) -> int:
    """The index of the particle split off from the finite verb, or -1."""
    items = clause.items
    for i in range(len(items) - 1, clause.finite, -1):
        low = items[i].low
        if clause.fixed[i] or low not in verb_lists.PARTICLES:
            continue
        if low == "samen" and lemma not in _WITH_SAMEN:
            continue
        if low in _ALSO_NOUNS and (
            items[i - 1].low in DETERMINERS or lemma not in _ALSO_NOUNS[low]
        ):
            continue  # "levert zijn deel", "stuurt de begroting van deel 3"
        if low == "zeker" and lemma != "stellen":
            continue
        following = items[i + 1] if i + 1 < len(items) else None
        together = items[i - 1].low == "samen" and lemma not in _WITH_SAMEN  # "dienen het samen in"
        stranded = low in PREPOSITIONS and (
            (items[i - 1].low in _BEFORE_PREPOSITION and not together)
            or _pronominal(clause, lemma, low)
        )
        if stranded and not clause.fixed[i - 1]:
            continue  # "kijken terug op wat ...", "voelt er wel wat voor"
        if following is None:
            return i
        if following.low == "te" and verbs.speech(lemma, low) is None:
            continue  # "in te ruilen": of the infinitive
        if low in PREPOSITIONS and following.low[0].isdigit() and not clause.fixed[i + 1]:
            continue
        gap = following.start - items[i].end
        if clause.fixed[i + 1] or gap > 1 or not following.is_word:
            if (
                low in PREPOSITIONS
                and gap <= 1
                and clause.fixed[i + 1]
                and (following.low not in PREPOSITIONS or following.low == "in")
                and low in ("voor", "op", "in", "binnen", "na", "over", "tegen")
            ):
                continue
            return i
        told = verbs.speech(lemma, low) is not None and any(
            t.low == "te" for t in items[i : i + _FAR]
        )
        if told:
            return i
        if low in PREPOSITIONS and following.low in DETERMINERS:
            continue
        if following.low in PREPOSITIONS or following.low in (
            "en",
            "als",
            "zoals",
            "zodat",
            "omdat",
            "ivm",
            "i.v.m",
        ):
            if low == "voor" and following.low == "de":
                continue
            return i
        if low in (
            "klaar",
            "gereed",
            "bekend",
            "terug",
            "rond",
            "los",
            "weg",
            "retour",
            "mee",
            "toe",
            "af",
            "langs",
        ):
            return i
    return -1


def _pronominal(clause: Clause, lemma: str, low: str) -> bool:
    """Whether a preposition belongs to "er", as in "voelt er veel voor", with a verb of state."""
    if low not in _WITH_ER or verbs.sort(lemma) not in (Sort.STATE, Sort.RECEIVE):
        return False
    if low + lemma in verb_lists.ACT_WITH_PARTICLE:
        return False
    if verbs.speech(lemma, low) is Sort.PROMISE:  # "ik sta er voor in dat ..."
        return False
    return clause.has("er", "daar", "hier", "nergens")


def chain_of(clause: Clause) -> list[int]:
    """The infinitives and participles of a clause, in order."""
    out: list[int] = []
    items, read = clause.items, clause.read
    finite = clause.verb
    for i, v in enumerate(read):
        if v is None or i == clause.finite or clause.fixed[i]:
            continue
        before = items[i - 1].low if i else ""
        if before == "te":
            if v.form & Form.PLURAL:
                out.append(i)
            continue
        if clause.kind is Kind.MAIN and i < clause.finite and not v.form & Form.PARTICIPLE:
            continue
        if before in DETERMINERS and before not in (
            "het",
            "zijn",
            "je",
            "haar",
            "ons",
            "hun",
            "dit",
            "dat",
            "die",
            "deze",
            "geen",
            "alle",
        ):
            continue
        if before in ("het", "de", "een") and v.form == Form.PARTICIPLE and _adjective(clause, i):
            continue  # "het ingehouden geld"
        if finite is not None and i > clause.finite and items[i].low not in verb_lists.NOUN_LIKE:
            helper = finite.lemma in ("hebben", "zijn", "worden") and v.form & Form.PARTICIPLE
            modal = (
                finite.lemma in verb_lists.WITH_INFINITIVE
                and v.form & Form.PLURAL
                and items[i].low != "zijn"
            )
            if helper or (modal and not finite.particle and before not in DETERMINERS):
                out.append(i)
                continue
        if (
            clause.kind is Kind.FRAGMENT
            and v.form & Form.PARTICIPLE
            and verbs.speech(v.lemma, v.particle)
        ):
            out.append(i)
            continue
        last = (
            i + 1 >= len(items)
            or not items[i + 1].is_word
            or clause.fixed[i + 1]
            or read[i + 1] is not None
            or items[i + 1].low in PREPOSITIONS
            or items[i + 1].start - items[i].end > 1
            or items[i + 1].low in ("te", "om", "dat", "of", "en")
        )
        if (
            (
                v.form & Form.PARTICIPLE
                and not v.form & Form.STEM
                and items[i].low not in verb_lists.NOUN_LIKE
                and last
            )
            or (v.form & Form.PARTICIPLE and items[i].low.startswith("ge") and last)
            or (
                v.form & Form.PLURAL
                and items[i].low != "zijn"
                and ((items[i].low not in verb_lists.NOUN_LIKE and last) or i == len(items) - 1)
            )
        ):
            out.append(i)
    return out


def _adjective(clause: Clause, i: int) -> bool:
    """Whether a participle stands before its noun."""
    after = clause.items[i + 1] if i + 1 < len(clause.items) else None
    if after is None or not after.is_word or clause.fixed[i + 1]:
        return False
    verb = clause.read[i + 1]
    if verb is not None and verb.form != Form.STEM:  # "geld" is also a form of "gelden"
        return False
    return len(after.low) > 3 and after.low not in _NO_NOUN and not after.low.endswith("lijk")


def with_to(clause: Clause, chain: list[int]) -> set[int]:
    """The places of infinitives with the "te" and the particle before them."""
    places = set(chain)
    for i in chain:
        if i and clause.items[i - 1].low == "te":
            places.add(i - 1)
            if i > 1 and clause.items[i - 2].low in verb_lists.PARTICLES:
                places.add(i - 2)
    return places


def binds_by(clause: Clause, to: int | None) -> bool:
    """Whether the infinitive after "te" is an act: "zegt te leveren", not "zegt te weten"."""
    if to is None:
        return False
    inner = clause.read[to]
    auxiliary = inner is not None and not inner.particle and inner.lemma in ("hebben", "zijn")
    done = any(v is not None and v.form & Form.PARTICIPLE for v in clause.read[max(0, to - 2) :])
    if auxiliary and done:
        return False  # "beweert vrijdag te hebben betaald"
    particle = clause.items[to - 2].low if to >= 2 else ""
    if inner is not None and (inner.particle or particle in verb_lists.PARTICLES):
        return True
    return verbs.sort(lemma_at(clause, to)) in (Sort.ACT, Sort.MOVE, Sort.TRY)


def lemma_at(clause: Clause, i: int) -> str:
    """The infinitive of the verb at a place; empty where there is none."""
    v = clause.read[i]
    return v.lemma if v is not None else ""


def moves_by(clause: Clause, i: int) -> bool:
    """Whether a verb makes its perfect with "zijn", so that "is begonnen" is no passive."""
    v = clause.read[i]
    return v is not None and v.lemma in (
        "komen",
        "gaan",
        "beginnen",
        "starten",
        "stoppen",
        "blijven",
        "worden",
        "vertrekken",
        "verhuizen",
        "lopen",
        "vallen",
        "stijgen",
        "dalen",
        "groeien",
        "zijn",
        "sterven",
        "slagen",
    )

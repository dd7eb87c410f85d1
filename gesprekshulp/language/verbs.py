"""Dutch verbs: which verb a word is a form of, and what that verb says about a promise.

The forms are made from the infinitives by rule; strong verbs bring their own past and participle.
A form that the rules make too much ("leveert") never occurs in text and does no harm.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from gesprekshulp.language import verb_dictionary
from gesprekshulp.language import verb_lists as lists
from gesprekshulp.language.lexicon import (
    ALREADY,
    COORDINATORS,
    DETERMINERS,
    FILLERS,
    HABITS,
    HEDGES,
    NEGATIONS,
    NOMINATIVE,
    PREPOSITIONS,
    SUBORDINATORS,
)
from gesprekshulp.language.roles import CLIENT_NOUNS, EXTERNAL_ROLES, INTERNAL_ROLES, TITLES
from gesprekshulp.language.verb_forms import (
    INSEPARABLE,
    Form,
    participles,
    stems,
    third,
    without_ge,
)


class Sort(StrEnum):
    """What a verb in the present tense says about its subject."""

    ACT = "act"  # does something: a promise
    MOVE = "move"  # comes, goes, begins: a promise when a person does it
    STATE = "state"  # is, knows, finds: never a promise
    RECEIVE = "receive"  # gets, hears: the promise is the giver's
    PROMISE = "promise"  # promises, guarantees: what follows is promised
    SAY = "say"  # says, reports: what follows is reported
    ASK = "ask"
    ADVISE = "advise"  # advises, wishes, thinks, complains: what follows is not promised
    TRY = "try"  # tries: a promise that binds to nothing
    MODAL = "modal"
    AUX = "aux"


@dataclass(frozen=True, slots=True)
class Verb:
    """A word read as a verb: `lemma` without its particle, the particle and the possible forms."""

    lemma: str
    particle: str
    form: Form

    @property
    def name(self) -> str:
        """The whole infinitive: "aanleveren"."""
        return self.particle + self.lemma


_PARTICLE_SORTS: dict[str, Sort] = {
    **dict.fromkeys(lists.STATE_WITH_PARTICLE, Sort.STATE),
    **dict.fromkeys(lists.ACT_WITH_PARTICLE, Sort.ACT),
    **dict.fromkeys(lists.PROMISE_WITH_PARTICLE, Sort.PROMISE),
    **dict.fromkeys(lists.SAY_WITH_PARTICLE, Sort.SAY),
    **dict.fromkeys(lists.ADVISE_WITH_PARTICLE, Sort.ADVISE),
    "voorleggen": Sort.ACT,
    **dict.fromkeys(("terugkrijgen", "terugontvangen", "meekrijgen"), Sort.RECEIVE),
}


def _split_off(infinitive: str) -> bool:
    """Whether an infinitive is a particle with another verb ("nasturen"), so not one apart."""
    return infinitive not in lists.WHOLE and any(
        infinitive.startswith(p) and infinitive[len(p) :] in _BASES for p in lists.PARTICLES
    )


_BASES = frozenset(lists.ACT + lists.MOVE + lists.STATE) | frozenset(
    row.split()[0] for line in lists.STRONG_ROWS.strip().splitlines() for row in line.split("|")
)


class _Table:
    """Every known form with its verb and the sort of every verb."""

    def __init__(self) -> None:
        self.forms: dict[str, Verb] = {}
        self.sorts: dict[str, Sort] = {}
        self.speech: dict[str, Sort] = {}
        strong: dict[str, list[str]] = {
            row.split()[0]: row.split()[1:]
            for line in lists.STRONG_ROWS.strip().splitlines()
            for row in line.split("|")
        }
        for lemma, row in lists.AUXILIARY_ROWS.items():
            for item in row.split():
                word, _, mask = item.partition(":")
                self._add(word, lemma, Form(int(mask)))
            self.sorts[lemma] = Sort.MODAL if lemma in lists.MODALS else Sort.AUX
        for sort, verbs in (
            (Sort.RECEIVE, lists.RECEIVE),
            (Sort.TRY, lists.TRY),
            (Sort.STATE, lists.STATE),
            (Sort.MOVE, lists.MOVE),
            (Sort.ACT, lists.ACT),
            (Sort.PROMISE, lists.PROMISE),
            (Sort.ASK, lists.ASK),
            (Sort.ADVISE, lists.ADVISE),
            (Sort.SAY, lists.SAY),
            (Sort.ACT, tuple(strong)),
        ):
            for lemma in verbs:
                if sort in (Sort.PROMISE, Sort.ASK, Sort.ADVISE, Sort.SAY):
                    self.speech.setdefault(lemma, sort)
                known = lemma in self.sorts
                if _split_off(lemma):
                    continue
                self.sorts.setdefault(lemma, sort)
                if not known:
                    self._conjugate(lemma, strong)
        for word in _CLOSED:
            self.forms.pop(word, None)
        for word, (lemma, mask) in lists.SHORT_FORMS.items():
            self._add(word, lemma, Form(mask))
        self._add("hou", "houden", Form.STEM)
        self._add("rij", "rijden", Form.STEM)
        self._add("fax", "faxen", Form.STEM)
        self._add("faxt", "faxen", Form.THIRD)
        self._add("app", "appen", Form.STEM)
        self._add("appt", "appen", Form.THIRD)
        self._add("appte", "appen", Form.PAST)
        self._add("geappt", "appen", Form.PARTICIPLE)
        self._add("moogt", "mogen", Form.THIRD)
        self._add("zegde", "zeggen", Form.PAST)
        self._add("zegden", "zeggen", Form.PAST)
        for lemma in ("komen", "gaan", "doen", "staan", "slaan", "zien", "weten"):
            self.sorts[lemma] = {"doen": Sort.ACT, "slaan": Sort.ACT, "komen": Sort.MOVE,
                                 "gaan": Sort.MOVE}.get(lemma, Sort.STATE)  # fmt: skip

    def _add(self, word: str, lemma: str, form: Form) -> None:
        known = self.forms.get(word)
        if known is None:
            self.forms[word] = Verb(lemma, "", form)
        elif known.lemma == lemma:
            self.forms[word] = Verb(lemma, "", known.form | form)

    def _conjugate(self, lemma: str, strong: dict[str, list[str]]) -> None:
        self._add(lemma, lemma, Form.PLURAL)
        self._add(lemma.replace("ë", "e"), lemma, Form.PLURAL)
        prefix = next(
            (p for p in INSEPARABLE if lemma.startswith(p) and lemma[len(p) :] in strong), ""
        )
        past = strong.get(lemma) or (strong[lemma[len(prefix) :]] if prefix else None)
        head = "" if lemma in strong else prefix
        for stem in stems(lemma):
            self._add(stem, lemma, Form.STEM)
            self._add(third(lemma, stem), lemma, Form.THIRD)
            if not stem.endswith(("d", "t")) and not without_ge(lemma):
                # "vraagd", "draagd": the commonest spelling error in a hurried note
                self._add(stem + "d", lemma, Form.THIRD)
            if past is None:
                for ending in ("te", "ten", "de", "den"):
                    self._add(stem + ending, lemma, Form.PAST)
        if past is None:
            for word in participles(lemma):
                self._add(word, lemma, Form.PARTICIPLE)
        if past is not None:
            self._add(head + past[0], lemma, Form.PAST)
            self._add(head + past[1], lemma, Form.PAST)
            done = past[2].removeprefix("ge") if head else past[2]
            self._add(head + done, lemma, Form.PARTICIPLE)


_VOWELS = "aeiou"
_CLOSED = (
    PREPOSITIONS | DETERMINERS | NEGATIONS | SUBORDINATORS | COORDINATORS | HABITS | ALREADY
) - {"zijn"}
_NEVER = (
    _CLOSED
    | NOMINATIVE
    | FILLERS
    | HEDGES
    | lists.PARTICLES
    | lists.NO_VERBS
    | CLIENT_NOUNS
    | EXTERNAL_ROLES
    | INTERNAL_ROLES
    | TITLES
)


@cache
def _table() -> _Table:
    """Made at the first use: it takes some tens of milliseconds that starting up need not pay."""
    return _Table()


@lru_cache(maxsize=20_000)
def verb(word: str) -> Verb | None:
    """The verb that a lower-case word can be a form of; None when it is none that is known."""
    if len(word) > 28 or len(word) < 2:
        return None
    if word[:3] in ("geü", "geï", "geë"):
        word = "ge" + {"ü": "u", "ï": "i", "ë": "e"}[word[2]] + word[3:]  # "geüpload"
    found = _table().forms.get(word)
    if found is not None:
        return found
    for length in range(min(len(word) - 2, 11), 1, -1):
        particle = word[:length]
        if particle in lists.PARTICLES:
            rest = word[length:].lstrip("-")
            base = _table().forms.get(rest)
            if base is not None and (base.lemma not in lists.MODALS or base.lemma == "dienen"):
                return Verb(base.lemma, particle, base.form)
            if rest.startswith("te") and (base := _table().forms.get(rest[2:])) is not None:
                return Verb(base.lemma, particle, base.form)  # "aanteleveren"
    found = None if verb_dictionary.doubled(word) else weak(word)
    return found if found is not None and found.form != Form.STEM else _borrowed(word)


@lru_cache(maxsize=20_000)
def weak(word: str) -> Verb | None:
    """The verb of the dictionary that a word can be a form of, even if it is a noun as well."""
    if len(word) < 3 or word in _NEVER:
        return None
    found = verb_dictionary.find(word)
    if found is not None:
        return Verb(found[0], "", found[1])
    for length in range(min(len(word) - 3, 11), 1, -1):
        if word[:length] in lists.PARTICLES:
            rest = word[length:].lstrip("-")
            found = verb_dictionary.find(rest)
            noun = verb_dictionary.doubled(rest)  # "overwaarde" is no verb
            if found is not None and (not noun or found[1] & (Form.PLURAL | Form.PARTICIPLE)):
                return Verb(found[0], word[:length], found[1])
    return None


def _borrowed(word: str) -> Verb | None:
    """A borrowed verb, known by its ending alone: "faseert", "ontzilveren" is none."""
    if len(word) < 6 or not word.isalpha():
        return None
    if word.endswith("eert"):
        return Verb(word[:-4] + "eren", "", Form.THIRD)
    if word.startswith("ge") and word.endswith("eerd") and len(word) > 7:
        return Verb(word[2:-4] + "eren", "", Form.PARTICIPLE)
    if word.endswith(("eerde", "eerden")) and len(word) > 7:
        return Verb(word[: word.rindex("eerde")] + "eren", "", Form.PAST)
    if len(word) > 7 and word.endswith(("iseren", "ceren", "neren", "leren", "seren", "meren")):
        return Verb(word, "", Form.PLURAL)
    return None


@lru_cache(maxsize=20_000)
def guess(word: str) -> Verb | None:
    """What an unknown word would be if it were a verb: "faseert" of "faseren"."""
    if len(word) < 4 or len(word) > 24 or not word.isalpha() or word in lists.NO_VERBS:
        return None
    if word.endswith("t") and word[-2] not in "aeiou":
        return Verb(word[:-1] + "en", "", Form.THIRD)
    return None


def sort(lemma: str, particle: str = "") -> Sort:
    """What kind of verb this is in a plain sentence; a verb with a particle mostly acts."""
    if not particle:
        return _table().sorts.get(lemma, Sort.ACT)
    name = particle + lemma
    known = _PARTICLE_SORTS.get(name)
    if known is not None:
        return known
    return Sort.STATE if lemma in lists.RESTING else Sort.ACT


def speech(lemma: str, particle: str = "") -> Sort | None:
    """What a verb says about the clause that hangs on it ("zegt dat"); None if nothing."""
    if particle:
        known = _PARTICLE_SORTS.get(particle + lemma)
        return known if known in (Sort.PROMISE, Sort.SAY, Sort.ADVISE, Sort.ASK) else None
    return _table().speech.get(lemma)


def neighbours(word: str) -> set[str]:
    """The known forms one slip of the keys away: letters swapped, doubled, missed or wrong."""
    found: set[str] = set()
    forms = _table().forms
    letters = "abcdefghijklmnopqrstuvwxyz"
    for i in range(len(word)):
        candidates = [word[:i] + word[i + 1 :]]
        if i + 1 < len(word):
            candidates.append(word[:i] + word[i + 1] + word[i] + word[i + 2 :])
        found.update(c for c in candidates if c in forms)
    for i in range(1, len(word) + 1):
        found.update(c for x in letters if (c := word[:i] + x + word[i:]) in forms)
    return found


@cache
def _clusters() -> tuple[frozenset[str], frozenset[str]]:
    """The consonants with which known forms begin and end."""
    forms = [word for word in _table().forms if word.isalpha()]
    return frozenset(_edge(word) for word in forms), frozenset(_edge(word[::-1]) for word in forms)


def _edge(word: str) -> str:
    return word[: next((i for i, c in enumerate(word) if c in _VOWELS), len(word))]


@lru_cache(maxsize=5_000)
def without_vowels(word: str) -> Verb | None:
    """The verb that a word was meant to be when vowels fell out: "hrstelt", "probrt", "lvrt"."""
    if not 4 <= len(word) <= 14 or not word.isalpha():
        return None
    opening, ending = _clusters()
    if _edge(word) in opening and _edge(word[::-1]) in ending:
        return None  # it can be said, so nothing fell out
    forms = _table().forms
    once = {word[:i] + v + word[i:] for i in range(len(word) + 1) for v in _VOWELS}
    found = {c for c in once if c in forms}
    if not found:
        pairs = ("ee", "aa", "oo", "uu", "ie", "oe", "ij", "ui", "ei")
        found = {
            c for i in range(1, len(word)) for v in pairs if (c := word[:i] + v + word[i:]) in forms
        } or {
            c
            for first in once
            for i in range(1, len(first))
            for v in _VOWELS
            if (c := first[:i] + v + first[i:]) in forms
        }
    if len({forms[c].lemma for c in found}) != 1:
        return None
    best = forms[min(found)]
    mask = Form(0)
    for c in found:
        mask |= forms[c].form
    return Verb(best.lemma, "", mask)


@lru_cache(maxsize=5_000)
def mistyped(word: str) -> Verb | None:
    """The verb that a misspelt word was meant to be, when there is one clear candidate."""
    if not 4 <= len(word) <= 18 or not word.isalpha():
        return None
    found = neighbours(word)
    lemmas = {_table().forms[w].lemma for w in found}
    if not found:
        for length in range(2, min(6, len(word) - 3)):
            if word[:length] in lists.PARTICLES:
                rest = neighbours(word[length:])
                if rest:
                    best = _table().forms[min(rest)]
                    return Verb(best.lemma, word[:length], best.form)
        return None
    if len(lemmas) > 1:
        swapped = [w for w in found if sorted(w) == sorted(word)]
        if not swapped:
            return None
        found = set(swapped)
    mask = Form(0)
    best = _table().forms[min(found)]
    for w in found:
        if _table().forms[w].lemma == best.lemma:
            mask |= _table().forms[w].form
    return Verb(best.lemma, "", mask)


def short_form(word: str) -> bool:
    """Whether an abbreviation is one of a verb: "ontv", "afgespr"."""
    found = verb(word)
    return found is not None and word.removeprefix(found.particle) in lists.SHORT_FORMS


def known(lemma: str) -> bool:
    """Whether a verb is in the list; False for one that was guessed from its ending."""
    return lemma in _table().sorts or lemma == "laten weten"

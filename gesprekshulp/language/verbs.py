"""Dutch verbs: which verb a word is a form of, and what that verb says about a promise."""

from functools import cache, lru_cache

from gesprekshulp.language import verb_dictionary
from gesprekshulp.language import verb_lists as lists
from gesprekshulp.language.lexicon import FILLERS, HEDGES, NOMINATIVE
from gesprekshulp.language.roles import CLIENT_NOUNS, EXTERNAL_ROLES, INTERNAL_ROLES, TITLES
from gesprekshulp.language.verb_forms import Form
from gesprekshulp.language.verb_table import CLOSED, Sort, Verb, table

_PARTICLE_SORTS: dict[str, Sort] = {
    **dict.fromkeys(lists.STATE_WITH_PARTICLE, Sort.STATE),
    **dict.fromkeys(lists.ACT_WITH_PARTICLE, Sort.ACT),
    **dict.fromkeys(lists.PROMISE_WITH_PARTICLE, Sort.PROMISE),
    **dict.fromkeys(lists.SAY_WITH_PARTICLE, Sort.SAY),
    **dict.fromkeys(lists.ADVISE_WITH_PARTICLE, Sort.ADVISE),
    "voorleggen": Sort.ACT,
    **dict.fromkeys(("terugkrijgen", "terugontvangen", "meekrijgen"), Sort.RECEIVE),
}


_VOWELS = "aeiou"
_CONSONANTS = "bcdfghjklmnpqrstvwxyzàáâäçèéêëìíîïñòóôöùúûü"
_NEVER = (
    CLOSED
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


@lru_cache(maxsize=20_000)
def verb(word: str) -> Verb | None:
    """The verb that a lower-case word can be a form of; None when it is none that is known."""
    if len(word) > 28 or len(word) < 2:
        return None
    if word[:3] in ("geü", "geï", "geë"):
        word = "ge" + {"ü": "u", "ï": "i", "ë": "e"}[word[2]] + word[3:]  # "geüpload"
    found = table().verb(word)
    if found is not None:
        return found
    for length in range(min(len(word) - 2, 11), 1, -1):
        particle = word[:length]
        if particle in lists.PARTICLES:
            rest = word[length:].lstrip("-")
            base = table().verb(rest)
            if base is not None and (base.lemma not in lists.MODALS or base.lemma == "dienen"):
                return Verb(base.lemma, particle, base.form)
            if rest.startswith("te") and (base := table().verb(rest[2:])) is not None:
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
        return table().sorts.get(lemma, Sort.ACT)
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
    return table().speech.get(lemma)


def neighbours(word: str) -> set[str]:
    """The known forms one slip of the keys away: letters swapped, doubled, missed or wrong."""
    found: set[str] = set()
    forms = table().forms
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
    forms = [word for word in table().forms if word.isalpha()]
    return frozenset(map(_opening, forms)), frozenset(map(_ending, forms))


def _opening(word: str) -> str:
    return word[: len(word) - len(word.lstrip(_CONSONANTS))]


def _ending(word: str) -> str:
    return word[len(word.rstrip(_CONSONANTS)) :]


@lru_cache(maxsize=5_000)
def without_vowels(word: str) -> Verb | None:
    """The verb that a word was meant to be when vowels fell out: "hrstelt", "probrt", "lvrt"."""
    if not 4 <= len(word) <= 14 or not word.isalpha():
        return None
    openings, endings = _clusters()
    if _opening(word) in openings and _ending(word) in endings:
        return None  # it can be said, so nothing fell out
    forms = table().forms
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
    lemmas = {forms[c][0] for c in found}
    return _joined(lemmas.pop(), found) if len(lemmas) == 1 else None


def _joined(lemma: str, words: set[str]) -> Verb:
    """The verb that is any of the forms in a set."""
    mask = 0
    for found, form in map(table().forms.__getitem__, words):
        mask |= form if found == lemma else 0
    return Verb(lemma, "", Form(mask))


@lru_cache(maxsize=5_000)
def mistyped(word: str) -> Verb | None:
    """The verb that a misspelt word was meant to be, when there is one clear candidate."""
    if not 4 <= len(word) <= 18 or not word.isalpha():
        return None
    found = neighbours(word)
    forms = table().forms
    if not found:
        for length in range(2, min(6, len(word) - 3)):
            if word[:length] in lists.PARTICLES:
                rest = neighbours(word[length:])
                if rest:
                    lemma, form = forms[min(rest)]
                    return Verb(lemma, word[:length], Form(form))
        return None
    if len({forms[w][0] for w in found}) > 1:
        swapped = [w for w in found if sorted(w) == sorted(word)]
        if not swapped:
            return None
        found = set(swapped)
    return _joined(forms[min(found)][0], found)


def short_form(word: str) -> bool:
    """Whether an abbreviation is one of a verb: "ontv", "afgespr"."""
    found = verb(word)
    return found is not None and word.removeprefix(found.particle) in lists.SHORT_FORMS


def known(lemma: str) -> bool:
    """Whether a verb is in the list; False for one that was guessed from its ending."""
    return lemma in table().sorts or lemma == "laten weten"

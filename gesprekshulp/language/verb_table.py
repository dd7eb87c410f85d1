"""Every form of the verbs that the recogniser has sorted itself.

The forms are made from the infinitives by rule; strong verbs bring their own past and participle.
A form that the rules make too much ("leveert") never occurs in text and does no harm.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from gesprekshulp.language import verb_lists as lists
from gesprekshulp.language.lexicon import (
    ALREADY,
    COORDINATORS,
    DETERMINERS,
    HABITS,
    NEGATIONS,
    PREPOSITIONS,
    SUBORDINATORS,
)
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


CLOSED = (
    PREPOSITIONS | DETERMINERS | NEGATIONS | SUBORDINATORS | COORDINATORS | HABITS | ALREADY
) - {"zijn"}


def _split_off(infinitive: str) -> bool:
    """Whether an infinitive is a particle with another verb ("nasturen"), so not one apart."""
    return infinitive not in lists.WHOLE and any(
        infinitive[:cut] in lists.PARTICLES and infinitive[cut:] in _BASES
        for cut in range(2, len(infinitive) - 1)
    )


_BASES = frozenset(lists.ACT + lists.MOVE + lists.STATE) | frozenset(
    row.split()[0] for line in lists.STRONG_ROWS.strip().splitlines() for row in line.split("|")
)


# plain numbers: a form is added thirteen thousand times, and joining flags is slow
_STEM, _THIRD, _PLURAL, _PAST, _PARTICIPLE = (int(form) for form in Form)


class _Table:
    """Every known form with its verb and the sort of every verb."""

    def __init__(self) -> None:
        self.forms: dict[str, tuple[str, int]] = {}  # the lemma, and the bits of its Form
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
                self._add(word, lemma, int(mask))
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
        for word in CLOSED:
            self.forms.pop(word, None)
        for word, (lemma, mask) in lists.SHORT_FORMS.items():
            self._add(word, lemma, mask)
        self._add("hou", "houden", _STEM)
        self._add("rij", "rijden", _STEM)
        self._add("fax", "faxen", _STEM)
        self._add("faxt", "faxen", _THIRD)
        self._add("app", "appen", _STEM)
        self._add("appt", "appen", _THIRD)
        self._add("appte", "appen", _PAST)
        self._add("geappt", "appen", _PARTICIPLE)
        self._add("moogt", "mogen", _THIRD)
        self._add("zegde", "zeggen", _PAST)
        self._add("zegden", "zeggen", _PAST)
        for lemma in ("komen", "gaan", "doen", "staan", "slaan", "zien", "weten"):
            self.sorts[lemma] = {"doen": Sort.ACT, "slaan": Sort.ACT, "komen": Sort.MOVE,
                                 "gaan": Sort.MOVE}.get(lemma, Sort.STATE)  # fmt: skip

    def verb(self, word: str) -> Verb | None:
        """The verb that a word is a form of."""
        found = self.forms.get(word)
        return None if found is None else Verb(found[0], "", Form(found[1]))

    def _add(self, word: str, lemma: str, form: int) -> None:
        known = self.forms.get(word)
        if known is None:
            self.forms[word] = lemma, form
        elif known[0] == lemma:
            self.forms[word] = lemma, known[1] | form

    def _conjugate(self, lemma: str, strong: dict[str, list[str]]) -> None:
        self._add(lemma, lemma, _PLURAL)
        self._add(lemma.replace("ë", "e"), lemma, _PLURAL)
        prefix = ""
        if lemma.startswith(INSEPARABLE):
            fits = (p for p in INSEPARABLE if lemma.startswith(p) and lemma[len(p) :] in strong)
            prefix = next(fits, "")
        past = strong.get(lemma) or (strong[lemma[len(prefix) :]] if prefix else None)
        head = "" if lemma in strong else prefix
        for stem in stems(lemma):
            self._add(stem, lemma, _STEM)
            self._add(third(lemma, stem), lemma, _THIRD)
            if not stem.endswith(("d", "t")) and not without_ge(lemma):
                # "vraagd", "draagd": the commonest spelling error in a hurried note
                self._add(stem + "d", lemma, _THIRD)
            if past is None:
                for ending in ("te", "ten", "de", "den"):
                    self._add(stem + ending, lemma, _PAST)
        if past is None:
            for word in participles(lemma):
                self._add(word, lemma, _PARTICIPLE)
        if past is not None:
            self._add(head + past[0], lemma, _PAST)
            self._add(head + past[1], lemma, _PAST)
            done = past[2].removeprefix("ge") if head else past[2]
            self._add(head + done, lemma, _PARTICIPLE)


@cache
def table() -> _Table:
    """Made at the first use: it takes some tens of milliseconds that starting up need not pay."""
    return _Table()

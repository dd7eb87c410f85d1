"""Who does it: things that are done, said or decided without anybody who does that."""

from __future__ import annotations

from collections.abc import Iterable

from gesprekshulp.language.numbers import cardinal
from gesprekshulp.language.wording_model import Hit, Prose, Sentence, Style
from gesprekshulp.language.wordlists import words

_FORMS = frozenset(words("wordt worden"))
SUBORDINATORS = frozenset(
    words(
        "als wanneer zodra indien nadat voordat totdat tot omdat doordat zodat terwijl of die dat"
        " wat wie waarin waarop waarmee waarvoor waardoor waarbij welke hoe waarom mits tenzij"
        " zolang zoals toen"
    )
)
"""Words that open a clause below another one."""
# What is done to something in the future by somebody at the table.
_DONE = frozenset(
    words(
        """
        opgestuurd verstuurd gestuurd toegestuurd nagestuurd verzonden gemaild aangepast uitgezocht
        geregeld nagekeken opgepakt opgelost opgeleverd doorgevoerd uitgevoerd teruggebeld
        teruggekoppeld aangeleverd ingepland onderzocht geïnformeerd voorbereid uitgewerkt
        opgesteld ondernomen opgenomen gekeken nagedacht nagegaan doorgegeven bijgewerkt
        gecorrigeerd afgehandeld besteld ingediend aangevraagd gecontroleerd gecontacteerd
        aangeboden benaderd bijgehouden toegelicht uitgelegd
        """
    )
)
_HABITS = frozenset(
    words(
        "door automatisch elke elk ieder iedere maandelijks jaarlijks wekelijks dagelijks"
        " standaard altijd meestal doorgaans vanzelf nooit zelf namens via vanuit"
    )
)
_MAY = frozenset(words("te kan kunnen kon mag mogen mocht zou zouden"))
_REACH = 30  # words of a clause on either side of its verb; none is longer
_LINKS = frozenset(words("en maar want dus"))


# With "er" nobody acts at all. What somebody at the table said or chose: "er is besloten dat".
_SAID = frozenset(
    words(
        """
        besloten afgesproken overeengekomen gekozen toegezegd beloofd voorgesteld geadviseerd
        geopperd geconcludeerd aangegeven gezegd gevraagd verzocht gemeld opgemerkt benadrukt
        aangekondigd geëist aangedrongen
        """
    )
)
# What is still to come: "er wordt gezocht naar", "er zal worden bekeken".
_SOUGHT = frozenset(words("gezocht gestreefd geprobeerd bekeken bezien nagevraagd overlegd"))
# Only with what goes along: "er wordt met papier gewerkt" says how anybody there works.
_ONLY_WITH = {
    "gewerkt": frozenset(words("aan eraan")),
    "genomen": frozenset(words("besluit besluiten beslissing maatregelen actie contact stappen")),
}
_TOGETHER = frozenset(words("afgesproken overeengekomen overlegd"))
_FINITE = frozenset(words("is zijn was waren werd werden wordt worden zal zullen moet moeten"))
_PAST = frozenset(words("is zijn was waren werd werden"))
_NOBODY = frozenset(words("niet niets niemand geen nooit nergens"))
_OFTEN = frozenset(words("veel vaak weinig soms steeds regelmatig hard druk"))
_MODALS = _MAY - {"te"}
# Behind "een afgesproken" comes a noun; what is done ends its clause, or goes on like this.
_GOES_ON = frozenset(
    words(
        """
        aan bij door in met na naar om op over per tegen tot uit van voor
        de het een dit deze uw onze alle worden is zijn niet niets geen
        """
    )
)
_GOAL = frozenset(words("einde gesprek"))


def passives(prose: Prose, style: Style) -> Iterable[Hit]:
    """Things that are done, said or decided without anybody who does that."""
    for sentence in prose.sentences:
        if prose.text[sentence.end - 1 : sentence.end] == "?":
            continue
        yield from _impersonal(sentence) or _passives(sentence)


def _impersonal(sentence: Sentence) -> list[Hit]:
    """ "Er is besloten dat", "er wordt gekeken naar", "er zal worden gezocht"."""
    lows = sentence.lows
    for first in range(len(lows) - 1):
        pair = lows[first : first + 2]
        if "er" not in pair or not _FINITE.intersection(pair) or _is_aside(sentence, first):
            continue
        last = first + 1
        while last + 1 < len(lows) and not (_cut(sentence, last + 1) or _opens(lows, last + 1)):
            last += 1
        at = _without_actor(lows[first : last + 1], lows[last + 1 : last + 2])
        if at is not None:
            done = lows[first + at]
            start, end = sentence.words[first].start, sentence.words[first + at].end
            when = "deed" if _PAST.intersection(pair) else "doet"
            why = f"Er staat niet wie dit {when} ({done}); noem de persoon of de partij."
            return [Hit(start, end, why)]
    return []


def _is_aside(sentence: Sentence, first: int) -> bool:
    """Whether "is er" at a place tells nothing that was done.

    It asks or wishes ("is er gekozen", as goals begin), stands below another clause ("als er is
    besloten"), or counts ("van de tien zijn er drie gekozen").
    """
    lows = sentence.lows
    verb_first = lows[first + 1] == "er"
    if verb_first and (first == 0 or _GOAL.issubset(lows[:first])):
        return True
    if verb_first and lows[first + 2 :] and _counts(lows[first + 2]):
        return True
    start = first
    while start > 0 and not _cut(sentence, start):
        start -= 1
    return any(_opens(lows, at) for at in range(start, first))


def _without_actor(clause: list[str], after: list[str]) -> int | None:
    """The place of what somebody does in a clause with "er" who is not named, if there is such."""
    has = frozenset(clause)
    # "Besloten niet door | te gaan" names nobody.
    named = "door" in clause and not (clause[-1] == "door" and after == ["te"])
    if named or has & ((_HABITS - {"door"}) | _MODALS | _OFTEN):
        return None
    coming = bool(has & _FORMS)
    for at, low in enumerate(clause):
        if clause[at + 1 : at + 2] and clause[at + 1] not in _GOES_ON:
            continue
        if low in _ONLY_WITH:
            found = bool(has & _ONLY_WITH[low]) and (coming or low != "gewerkt")
        else:
            found = low in _SAID or (coming and (low in _SOUGHT or low in _DONE))
        if found and not (low in _TOGETHER and "met" in has):
            return None if _NOBODY.intersection(clause[:at]) else at
    return None


def _counts(low: str) -> bool:
    return low[0].isdigit() or cardinal(low) is not None


def _opens(lows: list[str], place: int) -> bool:
    """Whether a word opens a clause below this one: "dat de bouw doorgaat", "om te wachten"."""
    return lows[place] in SUBORDINATORS or lows[place] in ("om", "te")


def _passives(sentence: Sentence) -> Iterable[Hit]:
    lows = sentence.lows
    if not any(low in _FORMS for low in lows) or any(low in _HABITS for low in lows):
        return
    for place, low in enumerate(lows):
        if low not in _FORMS:
            continue
        first = place
        while first > max(0, place - _REACH) and not _cut(sentence, first):
            first -= 1
        last = place
        while last + 1 < min(len(lows), place + _REACH) and not _cut(sentence, last + 1):
            last += 1
        clause = lows[first : last + 1]
        if any(word in SUBORDINATORS for word in clause[: place - first + 1]) or _MAY & set(clause):
            continue
        # "worden" on its own is a plural present, or hangs on zal and moet.
        done = next((word for word in clause if word in _DONE), None)
        if done is None:
            continue
        start, end = sentence.words[first].start, sentence.words[last].end
        yield Hit(
            start,
            end,
            f"Er staat niet wie dit doet ({done}); noem de persoon die het doet.",
        )
        return


def _cut(sentence: Sentence, place: int) -> bool:
    """Whether a clause begins at this word."""
    if any(sign in ",;:()–" for sign in sentence.between(place - 1, place)):
        return True
    return sentence.words[place].low in _LINKS

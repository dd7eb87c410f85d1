"""Whether a goal says what will be there at the end of a talk, and a hint when it does not.

A goal goes on after "Aan het einde van dit gesprek ...". A good one has a verb and a result:
something that is then chosen, known, ready or agreed on. "Kennismaken" and "de cijfers bespreken"
say only what will be done.
"""

from __future__ import annotations

from gesprekshulp.language.patterns import pattern
from gesprekshulp.language.verbs import Form, verb

NO_RESULT = "Zeg wat er dan klaar, gekozen of bekend is."
NO_VERB = "Maak er een zin van, bijvoorbeeld “weet de klant …” of “is … gekozen”."


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WORD = pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")

# Forms that carry a sentence on their own; the table of verbs leaves most of these out.
_CARRIERS = _set(
    """
    begrijpen begrijpt ben bent doen doet durft durven gaan gaat geeft geven heb hebben hebt
    heeft is kan kennen kent kiest kiezen komen komt krijgen krijgt kunnen kunt liggen ligt
    mag moet moeten mogen neemt nemen snappen snapt staan staat tekenen tekent vertrouwen
    vertrouwt voelen voelt was weet weten wil willen worden wordt zal zien ziet zijn zit
    zitten zullen
    """
)
# To know or to be able is a result in itself.
_KNOWING = _set(
    """
    begrijpen begrijpt durft durven kan kennen kent kiest kiezen kunnen kunt snappen snapt
    tekenen tekent vertrouwen vertrouwt weet weten
    """
)
_RESULTS = _set(
    """
    actielijst afspraak afspraken akkoord antwoord antwoorden bedrag bekend beslissing
    besluit besluiten budget compleet datum duidelijk eens eigenaar einddatum gereed gerust
    go handtekening helder keuze keuzes klaar lijst opdracht oplossing overeenkomst plan
    planning prijs rolverdeling rond stappenplan startdatum taakverdeling tevreden
    toestemming top verantwoordelijke vervolgafspraak volgorde zeker
    """
)
# Participles of doing: the talk itself, and nothing that is left after it.
_TALKING = _set(
    """
    aanhoren bekijken bespreken bezoeken bijpraten brainstormen doornemen doorpraten
    doorspreken evalueren kennismaken kijken laten luisteren napraten ontmoeten overleggen
    overlopen praten presenteren spreken toelichten uitleggen vergaderen vertellen
    """
)
_TALKED = _set("kennisgemaakt toegelicht uitgelegd doorgenomen bijgepraat teruggekeken")
_PARTICIPLE = pattern(r"^(?:[a-z]{1,8})?ge[a-z]{2,}(?:d|t|en)$")
_NO_PARTICIPLES = _set(
    """
    agenten gebeuren gebied gebouwen gebruik gebruiken gedeelte gedrag geen gegaan gegeven
    gegevens gehad geheel gekomen geld geleden geluid gemak gemeente gemeenten genoeg
    gerecht gesprek gesprekken gesprekpunten gesprekspunt getal geval gevallen gevolgen
    geweest gewicht gezicht groot segment segmenten
    """
)


def goal_hint(goal: str) -> str:
    """What to add to a goal, as one Dutch sentence; "" for a good or an empty one.

    >>> goal_hint("kennismaken")
    'Zeg wat er dan klaar, gekozen of bekend is.'
    >>> goal_hint("heeft Annet gekozen tussen de twee kassasystemen")
    ''
    """
    words = [word.lower() for word in _WORD.findall(goal)]
    if not words:
        return ""
    if not _has_result(words):
        return NO_RESULT
    return "" if _has_verb(words) else NO_VERB


def _has_result(words: list[str]) -> bool:
    if any(word in _KNOWING or _is_outcome(word) for word in words):
        return True
    # "Ligt er een plan" names a result; "is het plan toegelicht" does not.
    return any(word in _RESULTS for word in words) and not any(map(_is_talking, words))


def _is_talking(word: str) -> bool:
    found = verb(word)
    return word in _TALKED or (found is not None and found.name in _TALKING)


def _is_outcome(word: str) -> bool:
    """Whether a word is the participle of something that stays: "gekozen", "ondertekend"."""
    if word in _NO_PARTICIPLES or _is_talking(word):
        return False
    found = verb(word)
    if found is not None and found.form & Form.PARTICIPLE:
        # "Onderhouden" is its own participle, and says what will be done.
        return not (found.form & Form.PLURAL and found.name == word)
    if _PARTICIPLE.match(word) is None:
        return False
    return found is None


def _has_verb(words: list[str]) -> bool:
    return any(_carries(word) for word in words)


def _carries(word: str) -> bool:
    if word in _CARRIERS or _is_outcome(word):
        return True
    found = verb(word)
    # "Besluit" is more often the thing than what somebody does.
    return (
        found is not None and word not in _RESULTS and bool(found.form & (Form.THIRD | Form.PAST))
    )

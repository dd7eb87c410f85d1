"""Errors of d and t that can be decided by rule, whatever the sentence means."""

from __future__ import annotations

from collections.abc import Iterable

from gesprekshulp.language.patterns import pattern
from gesprekshulp.language.wording_model import Hit, Prose, Sentence, Style
from gesprekshulp.language.wordlists import words

# Stems in d that are no noun, no adjective and no participle.
_PLAIN = words("word vind houd rijd bied meld zend bind leid treed laad snijd duid vermijd scheid")
_THIRD = {stem: f"{stem}t" for stem in (*_PLAIN, "ondervind", "verbind", "bevind", "onthoud")}
# Beside hij also those that are nouns elsewhere.
_AFTER_HE = _THIRD | {"raad": "raadt", "antwoord": "antwoordt"}
_STEM = {third: stem for stem, third in _AFTER_HE.items()} | {
    f"{stem}t": stem
    for stem in words("besteed aanvaard beantwoord verantwoord begeleid vermeld verspreid")
}

# Verbs whose participle sounds like "hij ...t": betaald and betaalt.
_SOUND_ALIKE = words(
    """
    gebeur betaal bepaal vertel bestel herhaal behandel ontwikkel verander verwijder beoordeel
    verhuur bevestig verdien verzeker beloof bedoel onderhandel beheer verleng verbeter verminder
    verhoog verlaag bezorg verzorg bespaar bewaar verklaar verdeel vernieuw herstel onderbouw
    verbouw vervul vertraag vertegenwoordig verzamel bemiddel benader ervaar beëindig beveilig
    beschadig overleg voltooi hernieuw verwoord verdedig overtuig onderteken bezuinig vernietig
    besteed beantwoord verantwoord begeleid vermeld verspreid aanvaard bekostig bemoeilijk
    vereenvoudig
    """
)
_PARTICIPLE = {f"{stem}t": stem if stem.endswith("d") else f"{stem}d" for stem in _SOUND_ALIKE}
_FINITE = {participle: finite for finite, participle in _PARTICIPLE.items()}

# After these a verb in the first person can stand: "zoals ik dat zelf vind".
_NO_NOUN = frozenset(words("zelf ook nog al niet wel zeer heel ik wij"))
_AUXILIARY = frozenset(
    words(
        """
        ben bent is zijn was waren geweest heb hebt heeft hebben had hadden gehad word wordt worden
        werd werden geworden blijf blijft blijven bleef bleven raak raakt raken raakte krijg krijgt
        krijgen kreeg kregen gekregen staat staan stond stonden ligt liggen lag zit zitten lijkt
        lijken schijnt acht achten achtte laat laten liet zie ziet zien zag hoor hoort horen
        vindt vinden vind voelt zou zouden
        """
    )
)
_BE = frozenset(words("is zijn was waren ben bent"))
_HAVE = frozenset(words("heeft hebben had hadden heb hebt wordt worden werd werden word"))
_LIGHT = frozenset(
    words(
        """
        al niet nog ook reeds nu toen vaak nooit wel inmiddels volledig volgens er dit dat het
        gisteren vandaag morgen eerder later alsnog geheel deels nooit altijd hier daar netjes
        vorige deze week maand jaar vooraf achteraf meteen direct snel goed correct tijdig ruim
        naar behoren keurig dubbel nogmaals opnieuw tweemaal eenmaal verkeerd
        """
    )
)
_BREAKS = frozenset(
    words(
        """
        die dat wat wie als of en maar want dan zoals omdat doordat zodat terwijl toen nadat voordat
        zodra zolang wanneer indien mits tenzij hoe waarom welke welk waar waarin waarop waarmee
        waarvan waarvoor waardoor waarbij waarover waarna dus nu tot ik hij
        """
    )
)
_QUESTION_START = frozenset(words("wie wat hoe waarom wanneer waar hoeveel"))
_AFTER_JE_SUBJECT = frozenset(
    words("het dit dat de een deze er ook nog wel niet daar hier zelf nu dan")
)
_ABOUT = frozenset(words("daarvan ervan hiervan daarover hierover erover van over"))
_ARTICLES = frozenset(words("de het een deze dit dat die onze ons uw hun haar zijn mijn geen elke"))
_IN_NAMES = frozenset(words("van de den der het 't ten ter in el von"))
_LONGEST_NAME = 6
_TELLS_ON = frozenset(words("dat of hoe wat waarom wanneer welke"))
_END = pattern(r"\s*(?:[.,;:!?…)”\"]|$|\n)")


def verb_endings(prose: Prose, style: Style) -> Iterable[Hit]:
    """Errors like "wordt jij", "hij word", "is gebeurt", "wat gebeurd er"."""
    for sentence in prose.sentences:
        lows = sentence.lows
        for place, low in enumerate(lows):
            hit = (
                _with_t_too_many(sentence, lows, place, low)
                or _with_t_missing(prose, sentence, lows, place, low)
                or _participle_meant(prose, sentence, lows, place, low)
                or _finite_meant(prose, style, sentence, lows, place, low)
            )
            if hit:
                yield hit


def _hit(sentence: Sentence, first: int, last: int, place: int, right: str, why: str) -> Hit:
    start, end = sentence.words[first].start, sentence.words[last].end
    wrong = sentence.text[sentence.words[place].start : sentence.words[place].end]
    if wrong[:1].isupper():
        right = right[0].upper() + right[1:]
    fix = (
        sentence.text[start : sentence.words[place].start]
        + right
        + sentence.text[sentence.words[place].end : end]
    )
    return Hit(start, end, f"{why}; schrijf “{fix}”.", fix)


def _near(sentence: Sentence, left: int, right: int) -> bool:
    """Whether only a space stands between two words."""
    return sentence.between(left, right) == " "


def _with_t_too_many(sentence: Sentence, lows: list[str], place: int, low: str) -> Hit | None:
    stem = _STEM.get(low)
    if stem is None:
        return None
    before = lows[place - 1] if place else ""
    after = lows[place + 1] if place + 1 < len(lows) else ""
    if before == "ik" and _near(sentence, place - 1, place):
        return _hit(sentence, place - 1, place, place, stem, "Bij “ik” staat geen t")
    if after == "ik" and _near(sentence, place, place + 1) and "die" not in lows[:place]:
        return _hit(sentence, place, place + 1, place, stem, "Bij “ik” staat geen t")
    if after == "jij" and _near(sentence, place, place + 1):
        return _hit(sentence, place, place + 1, place, stem, "Voor “jij” valt de t weg")
    asked = place == 1 and lows[0] in _QUESTION_START
    if after == "je" and (place == 0 or asked) and _near(sentence, place, place + 1):
        third = lows[place + 2] if len(lows) > place + 2 else ""
        if third in _AFTER_JE_SUBJECT or (asked and third in _ABOUT):
            return _hit(
                sentence, place, place + 1, place, stem, "Voor “je” als onderwerp valt de t weg"
            )
    return None


def _with_t_missing(
    prose: Prose, sentence: Sentence, lows: list[str], place: int, low: str
) -> Hit | None:
    third = _AFTER_HE.get(low)
    if third is None:
        return None
    if prose.text[sentence.words[place].start].isupper() and place:
        return None  # Word, the program
    before = lows[place - 1] if place else ""
    after = lows[place + 1] if place + 1 < len(lows) else ""
    joined = place > 0 and _near(sentence, place - 1, place)
    follows = place + 1 < len(lows) and _near(sentence, place, place + 1)
    recent = lows[max(0, place - 4) : place]
    why = f"Bij “{before}” hoort een t"
    if before == "hij" and joined:
        return _hit(sentence, place - 1, place, place, third, why)
    plain = low in _THIRD
    if (
        plain
        and joined
        and after not in ("ik", "je", "jij")
        and _is_named(prose, sentence, lows, place)
    ):
        called = sentence.words[place - 1]
        why = f"Bij “{prose.text[called.start : called.end]}” hoort een t"
        return _hit(sentence, place - 1, place, place, third, why)
    if plain and joined and before in ("zij", "u", "men", "wie") and "ik" not in recent:
        return _hit(sentence, place - 1, place, place, third, why)
    if plain and joined and before in ("je", "jij") and "ik" not in recent and after != "je":
        return _hit(sentence, place - 1, place, place, third, why)
    noun = (
        place > 1
        and joined
        and lows[place - 2] in _ARTICLES
        and _near(sentence, place - 2, place - 1)
    )
    if plain and noun and before not in _NO_NOUN and "ik" not in [*recent, after]:
        return _hit(sentence, place - 1, place, place, third, why)
    it = before in ("het", "dit", "dat", "er", "ze")
    if low == "word" and joined and it and "ik" not in [*recent, after]:
        return _hit(sentence, place - 1, place, place, third, why)
    if low in ("word", "vind") and follows and after in ("hij", "zij", "men"):
        return _hit(sentence, place, place + 1, place, third, f"Bij “{after}” hoort een t")
    if low == "word" and follows and after in ("u", "er") and "ik" not in recent:
        return _hit(sentence, place, place + 1, place, third, f"Bij “{after}” hoort een t")
    return None


def _is_named(prose: Prose, sentence: Sentence, lows: list[str], place: int) -> bool:
    """Whether a sentence begins with one word or a name, and this comes next."""
    if not 0 < place <= _LONGEST_NAME or lows[0] in ("ik", "graag"):
        return False
    capitals = (
        prose.text[word.start].isupper()
        for word, low in zip(sentence.words[:place], lows[:place], strict=True)
        if low not in _IN_NAMES
    )
    return all(capitals) and lows[0] not in _IN_NAMES


def _participle_meant(
    prose: Prose, sentence: Sentence, lows: list[str], place: int, low: str
) -> Hit | None:
    """ "is gebeurt", "wordt volgende week betaalt"."""
    right = _PARTICIPLE.get(low)
    if right is None or lows[0] in _QUESTION_START:
        return None
    word = sentence.words[place]
    ends = bool(_END.match(prose.text, word.end)) or (
        place + 1 < len(lows) and lows[place + 1] in ("door", "en")
    )
    at = place - 1
    only_light = True
    while at >= 0 and place - at <= 9:
        if any(sign in ",;:()" for sign in sentence.between(at, at + 1)):
            return None
        before = lows[at]
        if before in _BE or before in _HAVE:
            # "wat nodig is bepaalt de klant" and "de man die is betaalt niets" are right.
            related = at > 0 and lows[at - 1] in ("dat", "die", "wat", "wie")
            close = only_light and (ends or (low == "gebeurt" and before in _BE))
            if not close and (related or not ends):
                return None
            return _hit(
                sentence, place, place, place, right, f"Na “{before}” staat een voltooid deelwoord"
            )
        # "u heeft dat vermeld": here it is what was said.
        is_object = before == "dat" and at > 0 and lows[at - 1] in _HAVE
        if (before in _BREAKS and not is_object) or before in _PARTICIPLE:
            return None
        only_light = only_light and before in _LIGHT
        at -= 1
    return None


def _clause(sentence: Sentence, lows: list[str], place: int) -> list[str]:
    """The words around a place that no comma and no "maar" divides from it."""

    def cut(at: int) -> bool:
        return any(sign in ",;:" for sign in sentence.between(at - 1, at)) or lows[at] == "maar"

    first, last = place, place + 1
    while first > 0 and not cut(first):
        first -= 1
    while last < len(lows) and not cut(last):
        last += 1
    return lows[first:last]


def _finite_meant(
    prose: Prose, style: Style, sentence: Sentence, lows: list[str], place: int, low: str
) -> Hit | None:
    """ "wat gebeurd er", "hij betaald de factuur", "Annet bevestigd dat"."""
    right = _FINITE.get(low)
    why = "Hier staat een persoonsvorm, en die krijgt een t"
    before = lows[place - 1] if place and _near(sentence, place - 1, place) else ""
    after = lows[place + 1] if place + 1 < len(lows) else ""
    called = before and lows[0] in style.first_names and _is_named(prose, sentence, lows, place)
    if right and after in _TELLS_ON and called:
        return _hit(sentence, place - 1, place, place, right, why)
    if right is None or any(word in _AUXILIARY for word in _clause(sentence, lows, place)):
        return None
    ahead = lows[place - 2] if place > 1 else ""
    if low == "gebeurd" and before in ("het", "dit", "dat", "er", "wat", "hoe", "dan", "zo", "nu"):
        return _hit(sentence, place - 1, place, place, right, why)
    if low == "gebeurd" and after in ("er", "dit", "het") and place <= 2:
        return _hit(sentence, place, place + 1, place, right, why)
    if before == "hij" and ahead not in _AUXILIARY:
        return _hit(sentence, place - 1, place, place, right, why)
    opens = place == 1 or ahead in ("dat", "als", "wat", "die", "of", "zodra", "wanneer", "indien")
    if before in ("u", "men", "zij") and opens and (before != "zij" or place == 1):
        return _hit(sentence, place - 1, place, place, right, why)
    return None

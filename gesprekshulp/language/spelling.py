"""Spelling: which words of a text are not Dutch, and what may have been meant.

The dictionary is loaded on first use and can be slow for a word that was never seen, so the window
asks from a worker thread. What was found about a word is remembered for all spellers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from gesprekshulp.language.patterns import pattern
from gesprekshulp.language.spelling_engine import engine
from gesprekshulp.language.wordlists import words
from gesprekshulp.paths import resource

_MOST_REMEMBERED = 100_000
_LONGEST = 60
_verdicts: dict[str, bool] = {}


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A word that is not in the dictionary, with its place in the text."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class SpelledWord:
    """A word of a text that is to be looked up. `opens` is True at the start of a sentence."""

    start: int
    end: int
    word: str
    opens: bool


_TOKEN = pattern(
    r"https?://\S+|www\.\S+|\S+@\S+|[\w\-]+(?:\.[\w\-]+)*\.(?:nl|be|com|org|eu|net|de|example)\b\S*"
    r"|\S+\.(?:docx?|xlsx?|pdf|pptx?|csv|txt|jpe?g|png|zip|ics|eml)\b"  # names of files
    r"|\S*[/\\_@#{}<>]\S*"  # paths, either/or, codes
    r"|(?:[^\W\d_]{1,3}\.){2,}[^\W\d_]{0,3}"  # a.u.b., m.b.t., B.V.
    r"|['’]?[^\W_](?:[^\W_]|['’\-‑&+](?=[^\W_]))*-?"
)
_ENDS = pattern(r"[.!?…:;•\n]")


def words_of(text: str) -> Iterator[SpelledWord]:
    """The words of a text that a dictionary can judge: no addresses, numbers or abbreviations."""
    before = 0
    for match in _TOKEN.finditer(text):
        gap = text[before : match.start()]
        opens = before == 0 or bool(_ENDS.search(gap)) or gap.strip() in ("-", "–", "“", '"', "(")
        before = match.end()
        word = match.group().replace("’", "'").replace("‑", "-")
        if _is_word(word):
            yield SpelledWord(match.start(), match.end(), word, opens)


def _is_word(word: str) -> bool:
    if len(word) < 2 or len(word) > _LONGEST or not word[-1].isalpha():
        return word.endswith("-") and len(word) > 3 and word[:-1].replace("-", "").isalpha()
    if any(not (sign.isalpha() or sign in "'-") for sign in word):
        return False
    # Abbreviations and brands: BTW, ICT'er, iPhone, PvdA.
    letters = word.split("'")[0].split("-")[0]
    return not any(sign.isupper() for sign in letters[1:])


class Speller:
    """Judges words. `words` are known besides the dictionary, in any mixture of capitals."""

    def __init__(self, words: frozenset[str]) -> None:
        # By how they are looked up; "Sjoerd" is offered with its capital.
        self._written = {word.casefold().replace("’", "'"): word for word in sorted(words)}
        self._own = frozenset(self._written) | house_words()

    @property
    def words(self) -> frozenset[str]:
        """What this speller knows besides the dictionary, in small letters."""
        return self._own

    @classmethod
    def load(cls, words: frozenset[str] = frozenset()) -> Speller:
        """A speller that also knows these words, with the dictionary ready for use.

        Takes 0.2 s the first time. Raises DictionaryMissing when the word list is not installed.
        """
        engine()
        return cls(words)

    def check(self, text: str) -> tuple[Misspelling, ...]:
        """The misspelt words of a text, in order.

        A word with a capital inside a sentence is taken for a name and passed over.
        """
        return tuple(
            Misspelling(word.start, word.end, text[word.start : word.end])
            for word in words_of(text)
            if not (word.word[0].isupper() and not word.opens) and not self.knows(word.word)
        )

    def remembers(self, word: str) -> bool | None:
        """What is known of a word without looking it up: right, wrong, or None. Never slow."""
        if self._is_own(word):
            return True
        verdict = _verdicts.get(word)
        if verdict is not False or "-" not in word:
            return verdict
        parts = [self._is_own(part) or _verdicts.get(part) for part in _parts(word)]
        return None if None in parts else all(parts)

    def knows(self, word: str) -> bool:
        """Whether a word is right: in the dictionary, one of the own words, or made of such.

        "klant-" and "Halm-kassa" are made of words with hyphens.
        """
        if self._is_own(word) or _look_up(word):
            return True
        parts = _parts(word)
        return bool(parts) and all(self._is_own(part) or _look_up(part) for part in parts)

    def suggest(self, word: str) -> tuple[str, ...]:
        """Words that may have been meant, likeliest first; at most five. Takes up to 0.4 s."""
        asked = word.replace("’", "'")
        if not _can_be_asked(asked):
            return ()
        low = asked.casefold()
        near = [own for own in self._own if abs(len(own) - len(low)) < 2 and _near(own, low)]
        written = [self._written.get(own, own) for own in sorted(near)]
        if asked[0].isupper():
            written = [word[0].upper() + word[1:] for word in written]
        found = written + engine().suggestions(asked)
        return tuple(dict.fromkeys(found))[:5]

    def _is_own(self, word: str) -> bool:
        low = word.casefold()
        if low in self._own:
            return True
        return any(low.endswith(end) and low[: -len(end)] in self._own for end in ("'s", "s", "'"))


def _parts(word: str) -> list[str]:
    """The words between the hyphens of a word; nothing when there are none."""
    return [part for part in word.split("-") if part] if "-" in word else []


def _look_up(word: str) -> bool:
    verdict = _verdicts.get(word)
    if verdict is None:
        verdict = not _can_be_asked(word) or engine().knows(word) or _is_compound(word)
        if len(_verdicts) >= _MOST_REMEMBERED:
            _verdicts.clear()
        _verdicts[word] = verdict
    return verdict


# Last parts that make a word with nearly every noun of an office: "uittreedregeling". Only these,
# for with any last part "rechtsreeks" would be a row of rights.
_LAST_PARTS = tuple(
    words(
        """
        contract contracten regeling regelingen overeenkomst overeenkomsten overzicht overzichten
        advies adviseur adviseurs systeem systemen pakket pakketten leverancier leveranciers
        verzekering verzekeringen begroting begrotingen rekening rekeningen planning module modules
        koppeling koppelingen kosten premie polis vergunning vergunningen subsidie subsidies
        installatie installaties dossier dossiers rapport rapporten rapportage formulier formulieren
        aanvraag aanvragen proces processen project projecten medewerker medewerkers monteur
        software applicatie gegevens bestand bestanden procedure procedures scenario termijn
        app apps portaal portalen omgeving omgevingen account accounts licentie licenties
        berekening berekeningen constructie constructies administratie aansprakelijkheid
        """
    )
)
# The same for first parts, and for what goes before the forms of a verb: "omhooggingen".
_FIRST_PARTS = tuple(words("cloud payroll scrum omhoog omlaag vooruit achteruit tegemoet tekort"))
# After these a compound has an s between its parts.
_WITH_S = ("ing", "heid", "schap", "teit", "eur", "ist", "beleid", "bedrijf", "gesprek", "overleg")


def _is_compound(word: str) -> bool:
    """Whether a word is a known one with one of the first or last parts beside it."""
    for part in _FIRST_PARTS:
        rest = word.removeprefix(part)
        if rest != word and len(rest) >= 4 and engine().knows(rest):
            return True
    for last in _LAST_PARTS:
        if not word.endswith(last):
            continue
        first = word[: -len(last)]
        bare = first[:-1] if first.endswith("s") and first[:-1].endswith(_WITH_S) else first
        if len(bare) >= 4 and engine().knows(bare):
            return True
    return False


def _can_be_asked(word: str) -> bool:
    """Whether the word can be handed to the dictionary at all."""
    return 0 < len(word) <= _LONGEST and word.isprintable() and not _is_foreign_script(word)


def _is_foreign_script(word: str) -> bool:
    return any(ord(sign) > 0x24F and sign != "’" for sign in word)


def _near(own: str, asked: str) -> bool:
    """Whether one letter is wrong."""
    low = asked.casefold()
    at = 0
    while at < min(len(own), len(low)) and own[at] == low[at]:
        at += 1
    a, b = own[at:], low[at:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:]


@cache
def house_words() -> frozenset[str]:
    """Words of the trade that the dictionary lacks, shipped with the program."""
    return frozenset(read_words(resource("taal", "woorden.txt").read_text("utf-8")))


def read_words(text: str) -> Iterable[str]:
    """The words of a list: one a line, remarks behind a #."""
    for line in text.splitlines():
        word = line.split("#")[0].strip().casefold()
        if word:
            yield word

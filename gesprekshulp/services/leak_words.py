"""Words and names as the search for leaks compares them: whole words, never letters within one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from gesprekshulp.domain.overlap import words_of
from gesprekshulp.exchange.values import turned_name
from gesprekshulp.language.facts import name_words
from gesprekshulp.language.wordlists import words as listed

# Names of files divide their words with underscores, and end in a kind of file.
_WORD = re.compile(
    r"[^\W_]+(?:(?:[’'\-&]|\.(?!(?:pdf|docx?|xlsx?|pptx?|csv|txt|png|jpe?g|eml|zip)\b))[^\W_]+)*"
)


@dataclass(frozen=True, slots=True)
class KnownWords:
    """What a client has or has heard already, to tell whether words or a name stand in it.

    Each text by itself, a line for each: what begins in one text and goes on in the next was never
    read so. Names are told by their capitals, as they are where they are looked for.
    """

    _said: str = ""
    _named: str = ""

    @classmethod
    def of(cls, texts: Iterable[str]) -> KnownWords:
        """The words of these texts."""
        texts = tuple(dict.fromkeys(texts))
        return cls(
            "\n".join(_line(words_of(text)) for text in texts),
            "\n".join(_line(words_in(text)) for text in texts),
        )

    def says(self, found: str) -> bool:
        """Whether these words stand in one of the texts, in a row; capitals aside."""
        words = words_of(found)
        return bool(words) and _line(words) in self._said

    def names(self, name: str) -> bool:
        """Whether this name stands in one of the texts, with its capitals."""
        words = name_as_found(name)
        return bool(words) and _line(words) in self._named


NOTHING_KNOWN = KnownWords()


def _line(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "


def words_in(text: str) -> list[str]:
    """The words of a text among which names are looked for."""
    return [match.group().rstrip(".") for match in _WORD.finditer(text)]


@lru_cache(maxsize=50_000)
def first_word(name: str) -> str:
    """The first word by which a name is found: of thousands of names, for each text again."""
    words = (match.group().rstrip(".") for match in _WORD.finditer(name))
    return next((word for word in words if word.casefold() not in _LEGAL), "")


class Whose(StrEnum):
    """Whose name it is. The value is said of the name."""

    CLIENT = "is een andere klant van u"
    RENAMED = "is de vroegere naam van een andere klant van u"
    REMOVED = "was een klant van u"
    PERSON = "is een contactpersoon van een andere klant van u"
    WAS_PERSON = "was een contactpersoon van een klant van u"

    @property
    def is_person(self) -> bool:
        """Whether it is the name of somebody, and not of a client."""
        return self in (Whose.PERSON, Whose.WAS_PERSON)


class OtherClients:
    """The names of other clients, ready for finding in a text.

    A name of one word is told from other words only when it is long, so it counts from six
    letters, where a capital or the dictionary tells it from a word of the language; of a name of
    the past a capital at the start of a sentence does not. A person counts by first name and
    surname. Names that share themselves with a name of this dossier do
    not count.
    """

    def __init__(self, names: Mapping[str, Whose], own: Iterable[str]) -> None:
        own = tuple(own)
        known = [words for name in own if (words := name_as_found(name))]
        # Our own people stand in the archive as those of others do: "Jansen, Peter".
        people = [*known, *(name_as_found(full_name(name)) for name in own)]
        by_first: dict[str, list[tuple[str, ...]]] = {}
        whose: dict[tuple[str, ...], Whose] = {}
        for name, is_of in names.items():
            words = name_as_found(name)
            if is_of is Whose.CLIENT or words not in whose:
                whose[words] = is_of
            told_apart = name_words(" ".join(words))
            one = len(told_apart) < 2
            if not words or (one and (len("".join(told_apart)) < 6 or len(words) != 1)):
                continue
            if one and is_of.is_person:
                continue
            if any(_within(words, other) for other in (people if is_of.is_person else known)):
                continue
            # A first name that is ours too ("Peter") frees no "Peter Jansen" of another client.
            if not is_of.is_person and any(_within(other, words) for other in known):
                continue
            by_first.setdefault(next(iter(words)), []).append(words)
        self._by_first = by_first
        self._whose = whose

    def find(self, text: str) -> Iterator[tuple[int, int, Whose]]:
        """Where one of the names stands, as it is written, and whose it is."""
        matches = list(_WORD.finditer(text))
        said = [match.group().rstrip(".") for match in matches]
        for place, word in enumerate(said):
            for words in self._by_first.get(word, ()):
                last = place + len(words)
                if tuple(said[place:last]) != words:
                    continue
                if len(words) > 1 or self._tells(words, text, place, matches):
                    yield matches[place].start(), matches[last - 1].end(), self._whose[words]
                    break

    def _tells(
        self, words: tuple[str, ...], text: str, place: int, matches: list[re.Match[str]]
    ) -> bool:
        """Whether one word is that name here, and no word of the language."""
        if any(sign.isupper() for sign in words[0]):
            before = text[matches[place - 1].end() if place else 0 : matches[place].start()]
            opens = not place or bool(_ENDS.search(before))
            if not opens or self._whose[words] is Whose.CLIENT:
                return True
        return not _is_in_dictionary(words[0])


_ENDS = re.compile(r"[.!?…:;•\n“\"(]")
_TITLES = frozenset(
    listed("de heer dhr meneer mijnheer mevrouw mevr mw mr dr drs ir ing prof familie fam")
)
_NO_PERSON = frozenset(
    listed(
        "administratie afdeling algemeen balie boekhouding bureau directie helpdesk hr info inkoop"
        " kantoor klantenservice magazijn planning receptie salarisadministratie secretariaat"
        " service servicedesk team verkoop"
    )
)


_DEGREES = frozenset(listed("aa ba bba bsc llm ma mba msc phd ra rb"))


def _is_degree(word: str) -> bool:
    if len(word) > 6:  # Of thousands of names nearly every word is out here.
        return False
    plain = word.replace(".", "")
    # "Ma" and "Ba" are surnames as well.
    return plain.casefold() in _DEGREES and not (len(word) == 2 and word.istitle())


def _is_role(part: str) -> bool:
    """Whether what stands behind a comma is no first name: "RA", "inkoop", "directeur"."""
    words = [word for word in part.split() if not _is_degree(word)]
    while words and words[0].casefold().rstrip(".") in _TITLES:
        del words[0]
    if not words:
        return all(_is_degree(word) for word in part.split())
    return words[0].islower() or any(word.casefold() in _NO_PERSON for word in words)


@lru_cache(maxsize=50_000)
def full_name(name: str) -> str:
    """The name of a person without titles; "" when it is that of a department.

    >>> full_name("Jansen, Peter"), full_name("drs. Peter Jansen MSc (inkoop)")
    ('Peter Jansen', 'Peter Jansen')
    """
    first, *rest = name.partition("(")[0].split(",")
    parts = [first, *(part for part in rest if not _is_role(part))]
    told = (" ".join(word for word in part.split() if not _is_degree(word)) for part in parts)
    words = turned_name(", ".join(part for part in told if part)).split()
    while words and words[0].casefold().rstrip(".") in _TITLES:
        del words[0]
    has_none = any(word.casefold() in _NO_PERSON for word in words)
    return "" if has_none else " ".join(words)


def _is_in_dictionary(word: str) -> bool:
    # The dictionary takes a moment, and is seldom needed.
    from gesprekshulp.language.spelling import Speller
    from gesprekshulp.language.spelling_engine import DictionaryMissing

    try:
        return Speller.load().knows(word.lower())
    except DictionaryMissing:
        return False


_LEGAL = frozenset(("bv", "nv", "vof", "cv", "b.v", "n.v", "v.o.f", "c.v"))


def name_as_found(name: str) -> tuple[str, ...]:
    """The words by which a name is found: without its legal form."""
    return tuple(word for word in words_in(name) if word.casefold() not in _LEGAL)


def _within(small: tuple[str, ...], large: tuple[str, ...]) -> bool:
    size = len(small)
    return any(large[place : place + size] == small for place in range(len(large) - size + 1))

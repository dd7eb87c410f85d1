"""Whether one text stands, for a stretch of several words, inside another."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+(?:['’\-]\w+)*")

# Words that make a sentence run but say nothing by themselves.
_SMALL = frozenset(
    """
    aan al alle als ben bij dan dat de den der deze die dit door een en er haar had heb hebben
    heeft hem het hij hoe hun ik in is je kan kunnen maar me meer men met mijn moet moeten na
    naar niet nog nu of om omdat onder ons onze ook op over te tegen toch toen tot u uit uw van
    veel voor waar was wat we wel werd wie wij wil willen worden wordt zal ze zich zij zijn zo
    zou zullen per vanaf tussen einde eind begin loop week weken maand maanden jaar dag dagen
    gesprek
    """.split()  # noqa: SIM905 - a list of ninety strings reads worse
)


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared here: without capitals and punctuation."""
    return [match.group().casefold() for match in _WORD.finditer(text)]


def shared_stretches(secret: str, text: str, least: int = 4) -> tuple[tuple[int, int], ...]:
    """Where `text` holds at least `least` words in a row that also stand so in `secret`.

    Start and end of each, in order. A shorter secret counts when all of it is there and it is two
    words or more. At least two words of a stretch must say something ("aan het einde van de" does
    not), so that turns of phrase are not taken for quotes. Takes time in proportion to the texts.
    """
    hidden = words_of(secret)
    least = min(least, len(hidden))
    if least < 2:
        return ()
    places: dict[tuple[str, ...], list[int]] = {}
    for start in range(len(hidden) - least + 1):
        places.setdefault(tuple(hidden[start : start + least]), []).append(start)
    matches = list(_WORD.finditer(text))
    said = [match.group().casefold() for match in matches]
    found: list[tuple[int, int]] = []
    at = 0
    while at + least <= len(said):
        longest = 0
        for start in places.get(tuple(said[at : at + least]), ()):
            size = least
            while (
                at + size < len(said)
                and start + size < len(hidden)
                and said[at + size] == hidden[start + size]
            ):
                size += 1
            longest = max(longest, size)
        if longest and _says_something(said[at : at + longest]):
            found.append((matches[at].start(), matches[at + longest - 1].end()))
            at += longest
        else:
            at += 1
    return tuple(found)


def _says_something(words: list[str]) -> bool:
    return sum(1 for word in words if word not in _SMALL and len(word) > 2) >= 2

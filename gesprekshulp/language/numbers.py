"""Dutch numbers in words: "eenentwintig" is 21 and "eenentwintigste" is the 21st.

Words come in lower case and without accents ("tweeentwintig"), as the tokeniser makes them.
"""

from functools import lru_cache

from gesprekshulp.language.wordlists import words

_SMALL = words(
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien "
    "vijftien zestien zeventien achttien negentien"
)
_TENS = {
    "twintig": 20,
    "dertig": 30,
    "veertig": 40,
    "vijftig": 50,
    "zestig": 60,
    "zeventig": 70,
    "tachtig": 80,
    "negentig": 90,
}
_FRACTIONS = {
    "anderhalf": 1.5,
    "anderhalve": 1.5,
    "half": 0.5,
    "halve": 0.5,
    "driekwart": 0.75,
    "tiental": 10,
    "tweetal": 2,
    "drietal": 3,
    "viertal": 4,
    "vijftal": 5,
    "dozijn": 12,
}


def _below_hundred() -> dict[str, int]:
    words = {word: value for value, word in enumerate(_SMALL)}
    words["ene"] = 1
    for ten, value in _TENS.items():
        words[ten] = value
        for unit in range(1, 10):
            words[f"{_SMALL[unit]}en{ten}"] = value + unit
    return words


_CARDINALS = _below_hundred()


def _ordinals() -> dict[str, int]:
    words: dict[str, int] = {}
    for word, value in _CARDINALS.items():
        if value == 0 or word == "ene":
            continue
        steady = value in (1, 8) or value >= 20
        words[word + ("ste" if steady else "de")] = value
    words |= {"eerste": 1, "derde": 3, "achtste": 8}
    for wrong in ("eenste", "driede", "achtde"):
        words.pop(wrong, None)
    return words


_ORDINALS = _ordinals()


@lru_cache(maxsize=2048)
def cardinal(word: str) -> float | None:
    """The number that one word says, fractions included; None when it is no number."""
    if word in _CARDINALS:
        return _CARDINALS[word]
    if word in _FRACTIONS:
        return _FRACTIONS[word]
    if len(word) > 60:
        return None
    for half in ("enhalf", "enhalve", "eneenhalf", "eneenhalve"):
        if word.endswith(half) and (whole := _CARDINALS.get(word[: -len(half)])) is not None:
            return whole + 0.5
    return _large(word)


def _large(word: str) -> int | None:
    """Numbers from a hundred to the years: "honderdtwintig", "tweeduizendzesentwintig"."""
    for name, size in (("duizend", 1000), ("honderd", 100)):
        head, found, tail = word.partition(name)
        if not found:
            continue
        if name == "honderd" and head not in _CARDINALS and head:
            return None
        many = _CARDINALS.get(head) if head else 1
        if many is None:
            return None
        tail = tail.removeprefix("en")
        rest = 0 if not tail else _CARDINALS.get(tail)
        if rest is None:
            rest = _large(tail) if name == "duizend" else None
        return None if rest is None else many * size + rest
    return None


def ordinal(word: str) -> int | None:
    """The place that one word says ("derde" is 3); None when it says none."""
    return _ORDINALS.get(word)


def number_words() -> frozenset[str]:
    """Every word below a hundred that can begin a number, for quick look-ups."""
    return frozenset(_CARDINALS) | frozenset(_FRACTIONS) | {"honderd", "tweeduizend"}


def ordinal_words() -> frozenset[str]:
    """Every ordinal below a hundred."""
    return frozenset(_ORDINALS)

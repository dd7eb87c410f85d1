"""Whether two names, as people write them, are those of one person."""

from __future__ import annotations

from enum import StrEnum

_FEWEST_LETTERS = 4
"""Shorter first names are told apart by a single letter: Tim and Tom, Jan and Jon."""


class Likeness(StrEnum):
    """What a second name is to the first."""

    RESPELLED = "anders gespeld"
    FULLER = "vollediger of korter"
    OTHER = "iemand anders"


def same_name(one: str, other: str) -> bool:
    """Whether both are one name, apart from capitals and spaces."""
    return _words(one) == _words(other)


def likeness(one: str, other: str) -> Likeness:
    """What `other` is to `one`: spelled otherwise, said more or less fully, or another person.

    Spelled otherwise is a difference of one or two letters within one word, of one letter within a
    first name: the same surname with another first name is another person.

    >>> likeness("Anet Vos", "Annet Vos").name
    'RESPELLED'
    >>> likeness("Kees van Dijk", "Loes van Dijk").name
    'OTHER'
    """
    before, after = _words(one), _words(other)
    if before == after:
        return Likeness.RESPELLED
    if not before or not after:
        return Likeness.OTHER
    if len(before) != len(after):
        fewer, more = sorted((before, after), key=len)
        rest = iter(more)
        return Likeness.FULLER if all(word in rest for word in fewer) else Likeness.OTHER
    differing = [at for at, word in enumerate(before) if word != after[at]]
    if len(differing) > 1:
        return Likeness.OTHER
    at = differing[0]
    if at == 0 and len(before) > 1 and _is_initial(before[0], after[0]):
        return Likeness.FULLER
    return Likeness.RESPELLED if _is_respelled(before[at], after[at], at == 0) else Likeness.OTHER


def _words(name: str) -> list[str]:
    return name.casefold().split()


def _is_initial(one: str, other: str) -> bool:
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    return len(short) == 1 and long.startswith(short)


def _is_respelled(one: str, other: str, is_first: bool) -> bool:
    one, other = one.replace("ij", "y"), other.replace("ij", "y")
    letters = _letters_apart(one, other)
    if is_first:
        return letters <= 1 and min(len(one), len(other)) >= _FEWEST_LETTERS
    # Two of three letters is no spelling but another name: Vos and Kok.
    return letters <= 2 and 2 * letters < max(len(one), len(other))


def _letters_apart(one: str, other: str) -> int:
    """How many letters are put in, left out or replaced."""
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        above, row = row, [i]
        for j, right in enumerate(other, 1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (left != right)))
    return row[-1]

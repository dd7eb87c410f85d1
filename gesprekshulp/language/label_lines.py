"""A telegram line cut before each name, and the points behind one label."""

from collections.abc import Callable

from gesprekshulp.language.labels import ARROWS, WE_ALL, spaced, whole
from gesprekshulp.language.lexicon import (
    BLOCKING_LABELS,
)
from gesprekshulp.language.parties import Parties
from gesprekshulp.language.roles import TITLES
from gesprekshulp.language.text_units import Token
from gesprekshulp.language.wordlists import words

_LONGEST = 9
_DONE = frozenset(words("afgerond klaar gedaan afgehandeld gereed afgevinkt voltooid"))


def split(
    items: list[Token], parties: Parties, fixed: Callable[[Token], bool]
) -> list[list[Token]]:
    """A telegram line cut before each new name with a colon: "Jan: cijfers, Els: planning"."""
    if (listed := _bracketed(items, parties)) is not None:
        return listed
    out: list[list[Token]] = []
    start = 0
    for i in range(3, len(items)):
        mark = items[i].low == ":" or (items[i].low in ARROWS and spaced(items, i))
        end = i
        if mark and items[i - 1].low == ")":
            end = next((k for k in range(i - 2, start + 1, -1) if items[k].low == "("), i)
        before = items[end - 2]
        cut = before.shortened and before.low not in TITLES  # "di. els: lijst"
        after_comma = mark and (before.low in (",", ";", ":", "-", "–") or cut)
        joined = items[i].low in ARROWS and items[end - 1].low in WE_ALL  # ", samen -> test"
        if after_comma and (joined or whole(items[end - 1 : end], parties) is not None):
            stop = end - 1 if cut else end - 2
            if before.low == ":" and all(fixed(t) for t in items[start:stop]):
                continue  # "Uiterlijk wo: Bas - concept": the day is that of what follows
            if start < stop and (out or before.low != ":"):
                out.append(items[start:stop])
            start = end - 1
    out.append(items[start:])
    return out


def _bracketed(items: list[Token], parties: Parties) -> list[list[Token]] | None:
    """ "Polis (Els, 3-1), concept (ik, vr)": cut behind each name between brackets."""
    opened = [i for i, t in enumerate(items[:-1]) if t.low == "("]
    if len(opened) < 2 or not all(parties.at(items, i + 1) is not None for i in opened):
        return None
    out: list[list[Token]] = []
    start = 0
    for i in opened:
        close = next(
            (k for k in range(i, min(len(items), i + _LONGEST)) if items[k].low == ")"), i + 1
        )
        if close >= start:
            out.append(items[start : close + 1])
        start = max(start, close + 1)
        while start < len(items) and items[start].low in (",", "en", "+", "&", ";", "/"):
            start += 1
    head = next((i for i, t in enumerate(out[0][: opened[0]]) if t.low == ":"), -1)
    if any(t.low in BLOCKING_LABELS or t.low in _DONE for t in out[0][: max(0, head)]):
        return None
    out[0] = out[0][head + 1 :]
    rest = items[start:]
    out = [*out, rest] if any(t.is_word for t in rest) else out
    return [part for part in out if part] or None


def dated_parts(rest: list[Token], fixed: Callable[[Token], bool]) -> list[list[Token]]:
    """The points of "draaiboek (di), catering bestellen (do)", each with its own day."""
    out: list[list[Token]] = []
    current: list[Token] = []
    i = 0
    while i < len(rest):
        close = i
        if rest[i].low == "(":
            far = min(len(rest), i + _LONGEST)
            close = next((k for k in range(i + 1, far) if rest[k].low == ")"), i)
        inner = rest[i + 1 : close]
        if inner and current and all(fixed(t) for t in inner):
            out.append([*current, *inner])
            current = []
            i = close + 1
            while i < len(rest) and rest[i].low in (",", "en", "+", "&", ";", "/"):
                i += 1
            continue
        current.append(rest[i])
        i += 1
    if len(out) < 2:
        return [rest]
    return [*out, current] if any(t.is_word for t in current) else out

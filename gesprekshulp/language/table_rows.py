"""A line as the row of a table: "polis opvragen - Els - 3 mei", "Wie: Jan. Wat: contract"."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from gesprekshulp.language import verbs
from gesprekshulp.language.labels import BARS, WE_ALL, spaced, whole
from gesprekshulp.language.lexicon import BLOCKING_LABELS
from gesprekshulp.language.parties import Owner, Parties, Party
from gesprekshulp.language.text_units import Token
from gesprekshulp.language.verbs import Form
from gesprekshulp.language.wordlists import words

_HEADS = {
    "wie": "wie", "door": "wie", "eigenaar": "wie", "trekker": "wie",
    "wat": "wat", "actie": "wat", "taak": "wat",
    "wanneer": "wanneer", "termijn": "wanneer", "deadline": "wanneer", "datum": "wanneer",
}  # fmt: skip
_COLUMNS = 3
_BESIDE_DAY = frozenset(words("nog uiterlijk liefst graag ook pas al"))
_MOMENTS = frozenset(words("zodra na nadat als voor vóór bij tijdens"))


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: who does what, with the words that say when."""

    party: Party
    action: list[Token]
    term: list[Token]


def slashed(
    lines: list[list[Token]], note: str, parties: Parties, fixed: Callable[[Token], bool]
) -> tuple[Row | None, int]:
    """ "Jan / lijst sturen / 4-11": a row whose cells were cut apart, and their number."""
    cells = [_headless(lines[0])]
    for line in lines[1:_COLUMNS]:
        if not cells[-1] or note[cells[-1][-1].end : line[0].start].strip() != "/":
            return None, 0
        cells.append(line)
    if len(cells) < _COLUMNS:
        return None, 0
    bare = [[t for t in cell if t.low not in (".", ";")] for cell in cells]
    who = next((k for k, cell in enumerate(bare) if cell and _who(cell, parties)), -1)
    when = next((k for k, c in enumerate(bare) if c and k != who and all(map(fixed, c))), -1)
    party = _who(bare[who], parties) if who >= 0 else None
    if party is None or when < 0:
        return None, 0
    what = bare[3 - who - when]
    return (Row(party, what, bare[when]), _COLUMNS) if what else (None, 0)


def _headless(items: list[Token]) -> list[Token]:
    """The tokens without the names of the columns in front: "Wie/wat/wanneer: Jan"."""
    colon = next((i for i, t in enumerate(items[: 2 * _COLUMNS]) if t.low == ":"), 0)
    names = [t for t in items[:colon] if t.low not in BARS]
    return items[colon + 1 :] if len(names) > 1 and all(t.low in _HEADS for t in names) else items


def row(items: list[Token], parties: Parties, fixed: Callable[[Token], bool]) -> Row | None:
    """A line that is a row of a table: one cell a name, one a term, and what is to be done."""
    if len(items) > 40:
        return None
    bars = [i for i in range(1, len(items)) if items[i].low in BARS and spaced(items, i)]
    if bars and items[bars[0]].low in ("=>", "->", "→", "-", "–", "|"):
        bars += [i for i in range(bars[0] + 2, len(items) - 1) if items[i].low == ","]
        bars.sort()
    if not bars:
        colon = next((i for i, t in enumerate(items) if t.low == ":"), 0)
        if colon and not whole(items[:colon], parties):  # "Ketel vervangen: installateur, eind okt"
            bars = [colon, *(i for i in range(colon + 2, len(items) - 1) if items[i].low == ",")]
            opens = next((i for i in range(colon + 2, len(items)) if items[i].low == "("), 0)
            if len(bars) == 1 and opens and all(fixed(t) for t in items[opens + 1 : -2]):
                bars.append(opens)  # "Concept: Bob (vr)"
            if len(bars) != 2:
                return None
            first = _who(items[colon + 1 : bars[1]], parties)
            if first is None or any(t.low in BLOCKING_LABELS for t in items[:colon]):
                return None
    if len(bars) < 2:
        return _done_by(items, bars, parties)
    edges = [-1, *bars, len(items)]
    cells = [items[a + 1 : b] for a, b in pairwise(edges)]
    party: Party | None = None
    term: list[Token] = []
    rest: list[list[Token]] = []
    for cell in cells:
        bare = [t for t in cell if t.low not in (".", ";", "(", ")", "|")]
        while bare and (bare[0].low.isdigit() or bare[0].low in ("-", "*", "•")) and len(bare) > 2:
            bare = bare[1:]
        found = _who(bare, parties) if bare and party is None else None
        if found is None and party is None and 1 < len(bare) <= 3:
            last = verbs.verb(bare[-1].low)
            if last is not None and last.form & Form.THIRD:  # "Wendy stuurt"
                found = whole(bare[:-1], parties)
        if not bare:
            continue
        if found is not None:
            party = found
        elif all(fixed(t) or t.low in _BESIDE_DAY for t in bare) or (
            party is not None and bare[0].low in _MOMENTS
        ):
            term = term or bare  # or "zodra de stukken getekend zijn"
        else:
            rest.append(bare)
    if party is None or not term or not rest or len(rest) > 2:
        return None
    return Row(party, [t for cell in rest for t in cell], term)


def _who(cell: list[Token], parties: Parties) -> Party | None:
    """Who stands in a cell: "Jan", "Jan en ik samen", "samen"."""
    alone = [t for t in cell if t.low not in WE_ALL]
    if cell and not alone:
        return Party(Owner.BOTH, None, len(cell), plural=True)
    return whole(alone, parties)


def _done_by(items: list[Token], bars: list[int], parties: Parties) -> Row | None:
    """ "Polis opvragen - Selma": what is to be done and a name, without a day."""
    if len(bars) != 1 or items[bars[0]].low not in ("-", "–", "—"):
        return None
    before, after = items[: bars[0]], [t for t in items[bars[0] + 1 :] if t.low not in (".", ";")]
    last = verbs.verb(before[-1].low)
    to_do = last is not None and bool(last.form & Form.PLURAL) and not before[-1].capital
    party = whole(after, parties) if to_do and len(before) > 1 else None
    return Row(party, before, []) if party is not None else None


def table(lines: list[list[Token]], parties: Parties) -> tuple[Row | None, int]:
    """ "Wie: Jan. Wat: contract tekenen. Wanneer: vrijdag.": a row, and its number of lines."""
    cells: dict[str, list[Token]] = {}
    used = 0
    for line in lines[:_COLUMNS]:
        heads = [i for i, t in enumerate(line[:-1]) if t.low in _HEADS and line[i + 1].low == ":"]
        if not heads or heads[0] or any(_HEADS[line[i].low] in cells for i in heads):
            break
        for a, b in pairwise([*heads, len(line)]):
            cells[_HEADS[line[a].low]] = [
                t for t in line[a + 2 : b] if t.low not in (".", ";", ",", "|")
            ]
        used += 1
    if not cells.get("wie") or not cells.get("wat"):
        return None, 0
    last = verbs.verb(cells["wat"][-1].low)
    if not cells.get("wanneer") and (last is None or not last.form & Form.PLURAL):
        return None, 0
    party = whole(cells["wie"], parties)
    if party is None:
        return None, 0
    return Row(party, cells["wat"], cells.get("wanneer", [])), used

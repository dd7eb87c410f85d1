"""On which page each heading will stand, reckoned for the table of contents.

There is no layout engine here. Sizes are those of our own template, and letters are as wide as
Calibri's. Word puts its own numbers in when the field is refreshed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gesprekshulp.domain.page import TWIPS_PER_POINT, Room
from gesprekshulp.domain.paper import (
    Block,
    Contents,
    Facts,
    Heading,
    ItemList,
    Paragraph,
    ParagraphRole,
    Table,
)
from gesprekshulp.exchange.word.letter_widths import lines

# Sizes, heights and distances in points, as in packaging/make_template.py. A line is as high as
# the letter's size, times 1.22 for Calibri, times the line spacing of its style.
_SIZE, _LINE, _AFTER, _ITEM_AFTER = 10.5, 14.7, 6.0, 3.0
_CELL_SIZE, _CELL_LINE, _CELL_AROUND, _CELL_SIDES = 10.0, 13.1, 6.5, 11.5
_HEADINGS = {1: (13.0, 17.05, 16.0, 4.0), 2: (11.5, 15.1, 8.0, 2.0), 3: (10.5, 13.8, 8.0, 2.0)}
"""By level: size, height of a line, and the distance before and after."""

_TITLE, _TITLE_SIZE, _TITLE_AFTER = 26.65, 21.0, 2.0
_SUBTITLE_AFTER, _ADDRESS_AFTER, _SIGNATURE_BEFORE = 12.0, 24.0, 36.0
_CONTENTS_AFTER = 2.0
_INDENT = 17.0
_BOLD = 1.03
"""So much wider than plain letters."""

_FACTS = (22, 78)
_APART = (ParagraphRole.BODY, ParagraphRole.LEAD)
"""Of these roles the style keeps a distance from a table or list above."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """What is not broken over pages. `before` and `after` are the distances around it.

    `glued` keeps it on the page of the next piece, `head` is repeated on a next page.
    """

    height: float
    before: float = 0.0
    after: float = 0.0
    glued: bool = False
    heading: bool = False
    head: float = 0.0


def page_numbers(blocks: Sequence[Block], room: Room) -> list[int]:
    """The page of every heading, in order."""
    found: list[int] = []
    number, used, above = 1, 0.0, 0.0
    for group in _groups(_pieces(blocks, room.width / TWIPS_PER_POINT)):
        # The distance above the first on a page falls away; of two distances the larger counts.
        needed = used + max(above, group[0].before) if used else 0.0
        needed += _height(group)
        if used and needed > room.height:
            number, used, above = number + 1, group[0].head, 0.0
        for piece in group:
            used += (max(above, piece.before) if used else 0.0) + piece.height
            above = piece.after
            if piece.heading:
                found.append(number)
    return found


def _groups(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    """Pieces that stay together on a page."""
    group: list[_Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.glued:
            yield group
            group = []
    if group:
        yield group


def _height(group: Sequence[_Piece]) -> float:
    between = (max(a.after, b.before) for a, b in pairwise(group))
    return sum(piece.height for piece in group) + sum(between)


def _pieces(blocks: Sequence[Block], width: float) -> Iterator[_Piece]:
    entries = sum(1 for block in blocks if isinstance(block, Heading) and block.level < 3)
    above: Block | None = None
    for block in blocks:
        match block:
            case Heading():
                yield _heading(block, width)
            case Paragraph():
                yield from _paragraph(block, above, width)
            case ItemList():
                for item in block.items:
                    text = "".join(span.text for span in item.spans)
                    yield from _text(text, width - _INDENT, after=_ITEM_AFTER)
            case Table():
                rows = [[cell.text for cell in row] for row in block.rows]
                head = _row(block.heads, block.shares, width / _BOLD)
                yield _Piece(head, glued=bool(rows))
                for row in rows:
                    yield _Piece(_row(row, block.shares, width), head=head)
            case Facts():
                last = len(block.rows) - 1
                for place, (label, cell) in enumerate(block.rows):
                    yield _Piece(_row((label, cell.text), _FACTS, width), glued=place < last)
            case Contents():
                yield _heading(Heading(block.heading), width, shown=False)
                for _ in range(entries):
                    yield _Piece(_LINE, after=_CONTENTS_AFTER)
        above = block


def _heading(block: Heading, width: float, *, shown: bool = True) -> _Piece:
    size, line, before, after = _HEADINGS[min(block.level, 3)]
    height = line * lines(block.text, width / size / _BOLD)
    return _Piece(height, before, after, glued=True, heading=shown)


def _paragraph(block: Paragraph, above: Block | None, width: float) -> Iterator[_Piece]:
    text = "".join(span.text for span in block.spans)
    whole = lines(text, width / _SIZE) * _LINE
    match block.role:
        case ParagraphRole.TITLE:
            height = _TITLE * lines(text, width / _TITLE_SIZE / _BOLD)
            yield _Piece(height, after=_TITLE_AFTER, glued=True)
        case ParagraphRole.SUBTITLE:
            yield _Piece(whole, after=_SUBTITLE_AFTER)
        case ParagraphRole.ADDRESS:
            yield _Piece(whole, after=_ADDRESS_AFTER)
        case ParagraphRole.SIGNATURE:
            yield _Piece(whole, _SIGNATURE_BEFORE, _AFTER)
        case role:
            after = isinstance(above, Table | Facts | ItemList) and role in _APART
            yield from _text(
                text, width, before=_AFTER if after else 0.0, after=_AFTER,
                glued=role is ParagraphRole.LEAD,
            )  # fmt: skip


def _text(
    text: str, width: float, *, before: float = 0.0, after: float = 0.0, glued: bool = False
) -> Iterator[_Piece]:
    """A paragraph in what can be broken off: never one line alone, below or above."""
    count = lines(text, width / _SIZE)
    if count < 4 or glued:
        yield _Piece(count * _LINE, before, after, glued=glued)
        return
    yield _Piece(2 * _LINE, before)
    for _ in range(count - 4):
        yield _Piece(_LINE)
    yield _Piece(2 * _LINE, after=after)


def _row(texts: Iterable[str], shares: Sequence[int], width: float) -> float:
    whole = sum(shares)
    most = max(
        lines(text, (width * share / whole - _CELL_SIDES) / _CELL_SIZE)
        for text, share in zip(texts, shares, strict=True)
    )
    return most * _CELL_LINE + _CELL_AROUND

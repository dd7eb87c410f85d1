"""On which page each heading will stand, guessed for the table of contents.

There is no layout engine here. Sizes are those of our own template; letters count as wide as
Calibri's on average. Word puts the real numbers in when the field is refreshed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

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
from gesprekshulp.exchange.word.page import TWIPS_PER_POINT, Room

# In points: heights of a line, and what stands around it, as in packaging/make_template.py.
_LINE, _AFTER, _ITEM_AFTER = 14.7, 6.0, 3.0
_CELL_LINE, _CELL_AROUND = 13.2, 6.5
_HEADING = {1: 37.0, 2: 27.0, 3: 24.0}
_TITLE, _SUBTITLE = 28.0, 27.0
_CONTENTS_LINE = 17.0
_LETTER, _CELL_LETTER = 5.0, 4.8
_CELL_SIDES = 12.0
_INDENT = 17.0


def page_numbers(blocks: Sequence[Block], room: Room) -> list[int]:
    """The page of every heading, in order."""
    width = room.width / TWIPS_PER_POINT
    count = sum(1 for block in blocks if isinstance(block, Heading) and block.level < 3)
    found: list[int] = []
    number, used = 1, 0.0
    for place, block in enumerate(blocks):
        keeps = isinstance(block, Heading)
        heights = _heights(block, width, count)
        needed = _first(blocks, place, width, count)
        for step, height in enumerate(heights):
            if used + (needed if step == 0 else height) > room.height:
                number, used = number + 1, 0.0
            used += height
        if keeps:
            found.append(number)
    return found


def _first(blocks: Sequence[Block], place: int, width: float, count: int) -> float:
    """How much of a block stays together at its beginning."""
    heights = _heights(blocks[place], width, count)
    match blocks[place]:
        case Heading():
            # A heading goes along with the first of what stands below it.
            more = place + 1 < len(blocks)
            return heights[0] + (_first(blocks, place + 1, width, count) if more else 0.0)
        case Table():
            # A header row stays with the row below it.
            return sum(heights[:2])
        case Facts():
            return sum(heights)
        case _:
            return heights[0]


def _heights(block: Block, width: float, headings: int) -> list[float]:
    """The heights of what cannot be broken: lines of text, rows of a table."""
    match block:
        case Heading():
            return [_HEADING[min(block.level, 3)]]
        case Paragraph():
            text = "".join(span.text for span in block.spans)
            if block.role is ParagraphRole.TITLE:
                return [_TITLE]
            if block.role is ParagraphRole.SUBTITLE:
                return [_SUBTITLE]
            return _lines(text, width, _LETTER, _LINE, _AFTER)
        case ItemList():
            return [
                height
                for item in block.items
                for height in _lines(
                    "".join(span.text for span in item.spans),
                    width - _INDENT,
                    _LETTER,
                    _LINE,
                    _ITEM_AFTER,
                )
            ]
        case Table():
            rows = [[cell.text for cell in row] for row in block.rows]
            return [_row(row, block.shares, width) for row in (block.heads, *rows)]
        case Facts():
            rows = ((label, cell.text) for label, cell in block.rows)
            return [_row(row, (22, 78), width) for row in rows] or [0.0]
        case Contents():
            return [_HEADING[1], *[_CONTENTS_LINE] * headings]


def _lines(text: str, width: float, letter: float, line: float, after: float) -> list[float]:
    count = _count(text, width, letter)
    return [*[line] * (count - 1), line + after]


def _count(text: str, width: float, letter: float) -> int:
    return sum(max(1, ceil(len(part) * letter / width)) for part in text.split("\n"))


def _row(texts: Iterable[str], shares: Sequence[int], width: float) -> float:
    whole = sum(shares)
    lines = max(
        _count(text, width * share / whole - _CELL_SIDES, _CELL_LETTER)
        for text, share in zip(texts, shares, strict=True)
    )
    return lines * _CELL_LINE + _CELL_AROUND

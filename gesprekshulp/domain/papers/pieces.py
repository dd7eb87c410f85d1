"""What the documents are composed with: text as paragraphs and lists, headings, tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from gesprekshulp.domain.clean import one_line, trimmed
from gesprekshulp.domain.paper import (
    FIXED,
    NOWHERE,
    Block,
    Heading,
    ItemList,
    ListItem,
    Paragraph,
    ParagraphRole,
    Place,
    Span,
)

_BULLET = re.compile(r"\s*[-–•*]\s+")


def said(
    texts: Iterable[str], place: Place = NOWHERE, role: ParagraphRole = ParagraphRole.BODY
) -> Iterator[Block]:
    """Paragraphs; one whose every line begins with a dash becomes a list."""
    for text in map(trimmed, texts):
        lines = text.splitlines()
        if lines and all(_BULLET.match(line) for line in lines):
            yield bullets((_BULLET.sub("", line, 1) for line in lines), place)
        elif text:
            yield Paragraph((Span(text),), role, place)


def blank_divided(text: str) -> list[str]:
    """The paragraphs of a text in which blank lines divide them."""
    return re.split(r"\n\s*\n", text)


def bullets(items: Iterable[str], place: Place = NOWHERE) -> ItemList:
    """A list with bullets, one text an item."""
    return ItemList(tuple(ListItem((Span(item),), place) for item in items))


def under(
    heading: str, blocks: Sequence[Block], place: Place = NOWHERE, level: int = 1
) -> list[Block]:
    """Blocks below their heading; nothing at all when there is nothing to stand below it."""
    if not blocks:
        return []
    return [Heading(heading, level, place), *blocks] if heading else list(blocks)


def fixed(part: str) -> Place:
    """The place of what the program writes itself in a part."""
    return Place(part, FIXED)


def listed(items: Iterable[str]) -> str:
    """Names on one line, with commas."""
    return ", ".join(filter(None, map(one_line, items)))

"""What the documents are composed with: text as paragraphs and lists, headings, tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from gesprekshulp.domain.clean import one_line, trimmed
from gesprekshulp.domain.paper import (
    FIXED,
    NOWHERE,
    Block,
    Cell,
    Contents,
    Facts,
    Heading,
    ItemList,
    ListItem,
    Paper,
    Paragraph,
    ParagraphRole,
    Place,
    Span,
    Spans,
    Table,
)

_LINK = re.compile(
    r"(?P<web>(?:https?://|www\.)[A-Za-z0-9][A-Za-z0-9./?=&%#_~:+,;@!*$-]*[A-Za-z0-9/=#_-])"
    r"|(?P<mail>[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)"
)
_BULLET = re.compile(r"\s*[-–•*]\s+")
_FEWEST_HEADINGS = 4
_NUMBER = re.compile(r"\s*\d{1,2}[.)]\s+")


def said(
    texts: Iterable[str], place: Place = NOWHERE, role: ParagraphRole = ParagraphRole.BODY
) -> Iterator[Block]:
    """Paragraphs; lines that begin with a dash or a number become a list.

    Words right above a list introduce it, and stay with it on the page.
    """
    for text in map(trimmed, texts):
        if not text:
            continue
        groups = [(mark, list(lines)) for mark, lines in groupby(text.split("\n"), _mark)]
        for number, (mark, lines) in enumerate(groups):
            if mark is None:
                introduces = number + 1 < len(groups)
                words = linked("\n".join(lines).strip())
                yield Paragraph(words, ParagraphRole.LEAD if introduces else role, place)
            else:
                items = tuple(ListItem(linked(mark.sub("", line, 1)), place) for line in lines)
                yield ItemList(items, numbered=mark is _NUMBER)


def _mark(line: str) -> re.Pattern[str] | None:
    """By what a line is an item of a list. A single number, as of a year, is none: it has a dot."""
    return next((mark for mark in (_BULLET, _NUMBER) if mark.match(line)), None)


def blank_divided(text: str) -> list[str]:
    """The paragraphs of a text in which blank lines divide them."""
    return re.split(r"\n\s*\n", text)


def bullets(items: Iterable[str], place: Place = NOWHERE) -> ItemList:
    """A list with bullets, one text an item."""
    return ItemList(tuple(ListItem(linked(item), place) for item in items))


def linked(text: str) -> Spans:
    """Running text in which web and mail addresses lead somewhere."""
    if "@" not in text and "://" not in text and "www." not in text:
        return (Span(text),)
    spans: list[Span] = []
    at = 0
    for found in _LINK.finditer(text):
        if found.start() > at:
            spans.append(Span(text[at : found.start()]))
        spans.append(Span(found[0], link=address_of(found[0])))
        at = found.end()
    return (*spans, Span(text[at:])) if at < len(text) or not spans else tuple(spans)


def address_of(text: str) -> str:
    """Where a typed web or mail address leads; "" when it is no such address."""
    found = _LINK.fullmatch(text.strip())
    if found is None:
        return ""
    if found["mail"]:
        return f"mailto:{found['mail']}"
    return found["web"] if "://" in found["web"] else f"https://{found['web']}"


def table(
    heads: tuple[str, ...],
    shares: tuple[int, ...],
    rows: Iterable[tuple[Cell, ...]],
    summary: str,
) -> list[Block]:
    """A table, or nothing when it has no rows."""
    ready = tuple(rows)
    return [Table(heads, shares, ready, summary)] if ready else []


def cells(place: Place, *texts: str) -> tuple[Cell, ...]:
    """A row of a table whose texts come from one place."""
    return tuple(Cell(text, place) for text in texts)


def facts(rows: Iterable[tuple[str, str]], summary: str, place: Place = NOWHERE) -> Facts:
    """Labels and values; those without a value are left out."""
    return Facts(tuple((label, Cell(text, place)) for label, text in rows if text), summary)


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


def with_contents(paper: Paper, heading: str) -> Paper:
    """The document with a table of contents below its title; short ones stay without.

    `heading` stands above it.
    """
    count = sum(1 for block in paper.blocks if isinstance(block, Heading) and block.level < 3)
    if count < _FEWEST_HEADINGS:
        return paper
    first = next(
        (i for i, block in enumerate(paper.blocks) if isinstance(block, Heading)), len(paper.blocks)
    )
    blocks = (*paper.blocks[:first], Contents(heading), *paper.blocks[first:])
    return replace(paper, blocks=blocks)

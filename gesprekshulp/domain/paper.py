"""A document as blocks, before it becomes Word, PDF or the page on screen.

Every kind of document (gespreksverslag, actielijst, besluitenlijst, ...) is composed once, as a
`Paper`. Word (`exchange/word/`) and Qt (`ui/paper/`: preview and PDF) both set that same `Paper`,
so that they cannot differ in content or order. All text is plain client text: nothing internal
fits in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from gesprekshulp.domain.language import Language
from gesprekshulp.domain.report import FirmIdentity


class PaperKind(StrEnum):
    """The kinds of document that are made from the same content. The value names the kind."""

    REPORT = "gespreksverslag"
    ACTIONS = "actielijst"
    DECISIONS = "besluitenlijst"
    LETTER = "bevestigingsbrief"
    DOSSIER = "dossier"
    HANDOVER = "overdracht"
    DISPUTE = "geschildossier"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text comes from, so that the screen can open or mark it.

    `part` is the identifier of a report's part, `row` as in `domain/remark.py`; both may be empty.
    The title belongs to the part with the facts. What the program itself writes, such as a fixed
    heading, has FIXED as its row.
    """

    part: str = ""
    row: str = ""


NOWHERE = Place()

FIXED = "vast"
"""The `row` of what the program writes itself: fixed headings, labels and the like."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of running text. `link` is an http(s) or mailto address, or empty."""

    text: str
    strong: bool = False
    link: str = ""


Spans = tuple[Span, ...]


class ParagraphRole(StrEnum):
    """What a paragraph is for; decides its style."""

    TITLE = "titel"
    SUBTITLE = "ondertitel"
    BODY = "tekst"
    LEAD = "inleiding"
    ADDRESS = "adres"
    SIGNATURE = "ondertekening"
    MORE = "meer"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text in one role. Newlines in a span are line breaks."""

    spans: Spans
    role: ParagraphRole = ParagraphRole.BODY
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3; never stands without a block below it."""

    text: str
    level: int = 1
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list."""

    spans: Spans
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list with bullets, or with numbers that begin at 1."""

    items: tuple[ListItem, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; newlines are line breaks.

    `late` marks what is overdue, `strong` what may not be missed. `link` is where all of the text
    leads to, as in a span.
    """

    text: str
    place: Place = NOWHERE
    late: bool = False
    strong: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head that is repeated on each page.

    `shares` divides the width over the columns; `summary` is read out to who cannot see it.
    """

    heads: tuple[str, ...]
    shares: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    summary: str


@dataclass(frozen=True, slots=True)
class Facts:
    """A table of labels and values without a head, such as client, date and place.

    `framed` sets it in a frame: what is to be read first.
    """

    rows: tuple[tuple[str, Cell], ...]
    summary: str
    framed: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """A table of contents: a field with the headings of the document already filled in."""

    heading: str


Block = Paragraph | Heading | ItemList | Table | Facts | Contents


@dataclass(frozen=True, slots=True)
class Paper:
    """One document, ready to be set.

    `label` stands at the right of the letterhead ("Gespreksverslag · versie 2"), `page` at its foot
    with {page} and {pages} in it. `day` is the day that the document carries; no clock of the
    laptop slips in.
    """

    kind: PaperKind
    firm: FirmIdentity
    title: str
    subject: str
    client: str
    day: date
    label: str
    blocks: tuple[Block, ...]
    language: Language = Language.DUTCH
    page: str = "pagina {page} van {pages}"


def rows_in(paper: Paper) -> frozenset[str]:
    """The rows that have a text in the paper, of promises and decisions for instance."""
    places: list[Place] = []
    for block in paper.blocks:
        match block:
            case Paragraph() | Heading():
                places.append(block.place)
            case ItemList():
                places += [item.place for item in block.items]
            case Table():
                places += [cell.place for row in block.rows for cell in row]
            case Facts():
                places += [cell.place for _, cell in block.rows]
            case Contents():
                pass
    return frozenset(place.row for place in places)


OutPaper = NewType("OutPaper", Paper)
"""A paper that may become a file or go to the printer.

Only `services/going_out.py` makes one: after the search for leaks, or because it is for our own
use. What sets a paper outside the window asks for this type, so that no way out passes the search.
"""

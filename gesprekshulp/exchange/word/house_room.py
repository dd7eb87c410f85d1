"""How much room a firm's template leaves for the report: of a page, a column, or a table cell."""

from __future__ import annotations

import re

from gesprekshulp.domain.page import A4_HEIGHT, A4_WIDTH, REPORT, TWIPS_PER_POINT, Room
from gesprekshulp.exchange.word.house_package import Package
from gesprekshulp.exchange.word.house_places import CONTENT_MARK, text_of
from gesprekshulp.exchange.word.package import DOCUMENT
from gesprekshulp.exchange.word.tree import Element, w

# As it stands in the template, and once the other places are filled.
_MARK = re.compile(rf"\{{\{{\w*\s*inhoud\s*\}}\}}|{CONTENT_MARK}")
_MARGIN = 1440
_LEAST = 2000
"""Twips; where less is left, the template does not say what it means."""


def room_of(package: Package) -> Room:
    """What is left where the report comes: where {{ inhoud }} stands, or in the last section."""
    tree = package.tree(DOCUMENT)
    mark = _mark(tree)
    room = _of_section(_section_of(tree, mark))
    cell = next(mark.iterancestors(w("tc")), None) if mark is not None else None
    if cell is None:
        return room
    width = _of_cell(cell, package)
    return Room(width, room.height) if width > _LEAST else room


def _mark(tree: Element) -> Element:
    """The paragraph, or what is around it, where the report comes; None without such a place."""
    for item in tree.iter():
        if item.tag == w("p") and _MARK.search(text_of(item)):
            return item
        if item.tag != w("t") and CONTENT_MARK in (item.text or ""):
            return item
        if CONTENT_MARK in (item.tail or ""):
            return item
    return None


def _section_of(tree: Element, mark: Element) -> Element:
    """The section in which a place stands: what ends it comes after it."""
    passed = mark is None
    last = None
    for item in tree.iter():
        passed = passed or item is mark
        if item.tag == w("sectPr"):
            last = item
            if passed and mark is not None:
                break
    return last


def _of_section(section: Element) -> Room:
    if section is None:
        return REPORT.room

    def measure(tag: str, name: str, otherwise: int) -> int:
        found = section.find(w(tag))
        text = found.get(w(name), "") if found is not None else ""
        return int(text) if text.lstrip("-").isdigit() else otherwise

    width = measure("pgSz", "w", A4_WIDTH) - measure("pgMar", "gutter", 0)
    width -= sum(measure("pgMar", name, _MARGIN) for name in ("left", "right"))
    height = measure("pgSz", "h", A4_HEIGHT)
    height -= sum(abs(measure("pgMar", name, _MARGIN)) for name in ("top", "bottom"))
    columns = measure("cols", "num", 1)
    if columns > 1:
        own = [width for one in section.iter(w("col")) if (width := _whole(one, "w"))]
        even = (width - (columns - 1) * measure("cols", "space", 720)) // columns
        width = min(own, default=even)
    if width <= _LEAST or height <= _LEAST:
        return REPORT.room
    return Room(width, height / TWIPS_PER_POINT)


def _of_cell(cell: Element, package: Package) -> int:
    """The width between the margins of a cell, in twips."""
    # Reading how tables look is for the few templates with the report in one.
    from gesprekshulp.exchange.word.layout_looks import Looks

    table = next(cell.iterancestors(w("tbl")))
    grid = [_whole(one, "w") for one in table.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]
    at = sum(_span(one) for one in cell.itersiblings(w("tc"), preceding=True))
    own = cell.find(f"{w('tcPr')}/{w('tcW')}")
    said = _whole(own, "w") if own is not None and own.get(w("type"), "dxa") == "dxa" else 0
    # Word goes by what the cell says, other programs by the grid; the report fits in both.
    widths = [width for width in (said, sum(grid[at : at + _span(cell)])) if width]
    look = Looks(package).table(table.find(w("tblPr")))
    return min(widths, default=0) - round((look.left + look.right) * TWIPS_PER_POINT)


def _span(cell: Element) -> int:
    """How many columns of the grid a cell takes."""
    found = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    return _whole(found, "val") if found is not None else 1


def _whole(item: Element, name: str) -> int:
    text = item.get(w(name), "")
    return int(text) if text.isdigit() else 0

"""On which page each heading will stand, reckoned for the table of contents.

There is no layout engine here: sizes are read from the styles of the document, and letters are as
wide as those of the typeface, or of one that comes near. Word puts its own numbers in when the
field is refreshed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from gesprekshulp.exchange.word.house_package import Package
from gesprekshulp.exchange.word.layout_looks import Looks
from gesprekshulp.exchange.word.layout_pieces import Piece, apart, height_of, pieces
from gesprekshulp.exchange.word.layout_section import Section, sections_of
from gesprekshulp.exchange.word.package import DOCUMENT
from gesprekshulp.exchange.word.tree import Element


def pages_of(parts: Mapping[str, bytes | str]) -> dict[str, int]:
    """The page of every bookmark in a file of these parts."""
    package = Package(
        {name: part.encode() if isinstance(part, str) else part for name, part in parts.items()}
    )
    return page_numbers(package, package.tree(DOCUMENT))


def page_numbers(package: Package, document: Element) -> dict[str, int]:
    """The page of every bookmark in a document, as a reader sees it numbered."""
    looks = Looks(package)
    place = _Place()
    for section, elements in sections_of(package, document, looks):
        place.enter(section)
        for group in groups(pieces(elements, looks, section.width)):
            place.put(group)
    return place.found


def groups(found: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Pieces that stay together on a page."""
    group: list[Piece] = []
    for piece in found:
        if piece.starts_page and group:
            yield group
            group = []
        group.append(piece)
        if not piece.glued:
            yield group
            group = []
    if group:
        yield group


class _Place:
    """Where the next piece comes: which page, and how far down it."""

    def __init__(self) -> None:
        self.found: dict[str, int] = {}
        self._section: Section | None = None
        self._number = 0
        self._room = 0.0
        self._used = 0.0
        self._above = 0.0
        self._column = 0

    def enter(self, section: Section) -> None:
        """Begin a section, on a new page unless it goes on where the one before ended."""
        goes_on = self._section is not None and section.begins == "continuous"
        self._section = section
        if goes_on and self._used:
            return
        if goes_on:
            self._room = section.first
        else:
            self._turn(section.first)
        if section.number is not None:
            self._number = section.number
        elif section.begins in ("oddPage", "evenPage"):
            self._number += (self._number % 2 == 1) != (section.begins == "oddPage")

    def put(self, group: Sequence[Piece]) -> None:
        """Place pieces that stay together, on a next page when they do not fit on this one."""
        if group[0].starts_page and self._used:
            self._next_page()
        if height_of(group) - group[-1].after > self._room and len(group) > 1:
            # What no page can hold is not kept together.
            for piece in group:
                self.put([piece])
            return
        needed = apart(self._above, group[0].before) if self._used else 0.0
        needed += height_of(group) - group[0].before - group[-1].after
        if self._used and self._used + needed > self._room + _ROUNDED:
            self._next_column()
            self._used = group[0].head
        for piece in group:
            # The distance above the first on a page falls away.
            if self._used:
                self._used += apart(self._above, piece.before)
            self._used += piece.height
            self._above = piece.after
            for mark in piece.marks:
                self.found.setdefault(mark, self._number)
            while piece.height > self._room < self._used:
                left = self._used - self._room
                self._next_column()
                self._used = left

    def _next_column(self) -> None:
        self._column += 1
        if self._section is None or self._column >= self._section.columns:
            self._next_page()
        self._used = self._above = 0.0

    def _next_page(self) -> None:
        self._turn(self._section.rest if self._section else 0.0)

    def _turn(self, room: float) -> None:
        self._number += 1
        self._room = room
        self._used = self._above = 0.0
        self._column = 0


_ROUNDED = 0.5
"""Points by which what is added up may pass what there is."""

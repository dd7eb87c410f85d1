"""Sizes of the pages: the one place that the template script and the builders both read.

Word measures in twips: a twentieth of a point, 1,440 to the inch.
"""

from __future__ import annotations

from dataclasses import dataclass

TWIPS_PER_POINT = 20
A4_WIDTH = 11906
A4_HEIGHT = 16838


@dataclass(frozen=True, slots=True)
class Room:
    """The room for text on a page: its width in twips, its height in points."""

    width: int
    height: float


@dataclass(frozen=True, slots=True)
class Page:
    """An A4 page; all lengths in twips."""

    side: int
    top: int
    bottom: int
    header: int
    footer: int

    @property
    def text_width(self) -> int:
        """The width between the margins."""
        return A4_WIDTH - 2 * self.side

    @property
    def text_points(self) -> float:
        """The height between the margins, in points."""
        return (A4_HEIGHT - self.top - self.bottom) / TWIPS_PER_POINT

    @property
    def room(self) -> Room:
        """What is left within the margins."""
        return Room(self.text_width, self.text_points)


REPORT = Page(side=1247, top=1758, bottom=1474, header=680, footer=567)
DOSSIER = Page(side=964, top=1304, bottom=1077, header=567, footer=482)


@dataclass(frozen=True, slots=True)
class DossierLines:
    """Heights on a page of the dossier, in points.

    Its lines have an exact height, so that two pages stay two pages whatever font or script is
    in the text.
    """

    size: float = 9.5
    line: float = 12.5
    title: float = 22.0
    title_size: float = 16.0
    title_after: float = 1.0
    subtitle_after: float = 5.0
    heading: float = 14.0
    heading_before: float = 8.0
    heading_after: float = 2.0
    item_after: float = 1.0
    more_before: float = 2.0
    cell_padding: float = 1.5
    rule: float = 0.5


DOSSIER_LINES = DossierLines()

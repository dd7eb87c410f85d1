"""Sections of a Word file: what room their pages have for text, between header and footer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gesprekshulp.domain.page import A4_HEIGHT, A4_WIDTH, TWIPS_PER_POINT
from gesprekshulp.exchange.word.house_package import Package
from gesprekshulp.exchange.word.layout_looks import Looks
from gesprekshulp.exchange.word.layout_pieces import height_of, pieces
from gesprekshulp.exchange.word.tree import Element, w
from gesprekshulp.exchange.word.xml import R

_MARGIN = 1440
_LEAST = 100.0
"""Fewer points than this are left by no page that somebody uses."""


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of pages; lengths in points.

    `width` is that of a column. `first` is the room for text on its first page, `rest` on each
    next one. `begins` says where it starts: "nextPage", "continuous", "oddPage" and so on. `number`
    is that of its first page, when it does not go on from the section before.
    """

    width: float
    first: float
    rest: float
    columns: int = 1
    begins: str = "nextPage"
    number: int | None = None


def sections_of(
    package: Package, document: Element, looks: Looks
) -> Iterator[tuple[Section, list[Element]]]:
    """The sections of a document, each with the paragraphs and tables in it."""
    body = document.find(w("body"))
    around = _Around(package, looks)
    found: list[Element] = []
    for item in body:
        if item.tag == w("sectPr"):
            yield around.section(item), found
            return
        found.append(item)
        inside = item.find(f"{w('pPr')}/{w('sectPr')}") if item.tag == w("p") else None
        if inside is not None:
            yield around.section(inside), found
            found = []
    yield around.section(None), found


class _Around:
    """Headers and footers, which a section takes from the one before when it names none."""

    def __init__(self, package: Package, looks: Looks) -> None:
        self._package = package
        self._looks = looks
        self._named: dict[tuple[str, str], str] = {}

    def section(self, about: Element) -> Section:
        for kind in ("header", "footer"):
            for item in about.findall(w(f"{kind}Reference")) if about is not None else ():
                self._named[kind, item.get(w("type"), "default")] = item.get(f"{{{R}}}id", "")
        size, margin = _Measures(about, "pgSz"), _Measures(about, "pgMar")
        whole = size.points("w", A4_WIDTH)
        whole -= margin.points("left", _MARGIN) + margin.points("right", _MARGIN)
        whole -= margin.points("gutter", 0)
        columns, width = _columns(about, whole)
        height = size.points("h", A4_HEIGHT)
        has_first = _on(about, "titlePg")
        number = _Measures(about, "pgNumType").text("start")
        begins = _Measures(about, "type").text("val")
        return Section(
            max(width, _LEAST),
            self._room(margin, whole, height, "first" if has_first else "default"),
            self._room(margin, whole, height, "default"),
            columns,
            begins or "nextPage",
            int(number) if number.isdigit() else None,
        )

    def _room(self, margin: _Measures, width: float, height: float, kind: str) -> float:
        for name, around, distance in (("top", "header", 720), ("bottom", "footer", 720)):
            given = margin.points(name, _MARGIN)
            # A margin below nothing is kept, whatever the header does.
            taken = margin.points(around, distance) + self._height(around, kind, width)
            height -= -given if given < 0 else max(given, taken)
        return max(height, _LEAST)

    def _height(self, around: str, kind: str, width: float) -> float:
        part = self._package.by_relation(self._named.get((around, kind), ""))
        if part not in self._package.parts:
            return 0.0
        return height_of(list(pieces(self._package.tree(part), self._looks, width)))


class _Measures:
    """What one element of a section says."""

    def __init__(self, about: Element, tag: str) -> None:
        self._item = about.find(w(tag)) if about is not None else None

    def text(self, name: str) -> str:
        return self._item.get(w(name), "") if self._item is not None else ""

    def points(self, name: str, otherwise: int) -> float:
        text = self.text(name)
        number = int(text) if text.lstrip("-").isdigit() else otherwise
        return number / TWIPS_PER_POINT


def _columns(about: Element, width: float) -> tuple[int, float]:
    """How many columns, and how wide each is; of columns that differ, the narrowest."""
    columns = _Measures(about, "cols")
    number = columns.text("num")
    count = int(number) if number.isdigit() else 1
    if count < 2:
        return 1, width
    widths = [
        int(one.get(w("w"), "0")) / TWIPS_PER_POINT
        for one in about.iterfind(f"{w('cols')}/{w('col')}")
        if one.get(w("w"), "").isdigit()
    ]
    if len(widths) == count:
        return count, min(widths)
    return count, (width - (count - 1) * columns.points("space", 720)) / count


def _on(about: Element, name: str) -> bool:
    found = about.find(w(name)) if about is not None else None
    return found is not None and found.get(w("val")) not in ("0", "false", "off")

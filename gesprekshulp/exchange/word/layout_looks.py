"""How paragraphs and tables look: what the styles of a document say of each, as Word adds it up."""

from __future__ import annotations

from dataclasses import dataclass, replace

from gesprekshulp.domain.page import TWIPS_PER_POINT
from gesprekshulp.exchange.word.house_package import Package
from gesprekshulp.exchange.word.layout_said import NO, Said, SaidReader, cells_said, number_of
from gesprekshulp.exchange.word.letter_widths import Letters, letters
from gesprekshulp.exchange.word.tree import Element, w

_SINGLE = 240.0
"""A line of its own height, in the measure of `w:line`."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph is set; lengths in points.

    `line` is how high a line is by its own letters: a factor of the height of those letters,
    unless `rule` is "exact" or "atLeast". `contextual` takes the distance away between paragraphs
    of one style.
    """

    style: str = ""
    face: str = ""
    size: float = 10.0
    bold: bool = False
    caps: bool = False
    line: float = _SINGLE
    rule: str = "auto"
    before: float = 0.0
    after: float = 0.0
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    keep_next: bool = False
    keep_lines: bool = False
    starts_page: bool = False
    contextual: bool = False
    widows: bool = True
    edge_above: float = 0.0
    edge_below: float = 0.0
    floats: bool = False

    def line_height(self, letters: Letters) -> float:
        """The height of one line of text."""
        if self.rule == "exact":
            return self.line / TWIPS_PER_POINT
        # Word processors count in whole twips.
        height = round(self.size * letters.line * TWIPS_PER_POINT)
        if self.rule == "atLeast":
            return max(height, self.line) / TWIPS_PER_POINT
        return int(height * self.line / _SINGLE) / TWIPS_PER_POINT


@dataclass(frozen=True, slots=True)
class TableLook:
    """Room within cells and lines around them, in points; `style` is where text in it begins."""

    style: str = ""
    top: float = 0.0
    bottom: float = 0.0
    left: float = 5.4
    right: float = 5.4
    rule: float = 0.0


class Looks:
    """The styles of a document, ready for looking up how a paragraph is set."""

    def __init__(self, package: Package) -> None:
        part = package.related("styles")
        tree = package.tree(part) if part else None
        styles: list[Element] = tree.findall(w("style")) if tree is not None else []
        self._styles: dict[str, Element] = {one.get(w("styleId"), ""): one for one in styles}
        self._said = SaidReader(package)
        self._first = _first(styles, "paragraph")
        self._first_table = _first(styles, "table")
        self._defaults = self._default(tree)
        self._chains: dict[str, tuple[Element, ...]] = {}
        self._known: dict[tuple[str, str, bool, str], Look] = {}
        self._tables: dict[str, TableLook] = {}

    def of(self, properties: Element, table: str = "", *, heads: bool = False) -> Look:
        """The look of a paragraph with these properties, within a table of a style.

        `heads` is for the first row of the table.
        """
        style, number = self._first, ""
        own = False
        for item in properties if properties is not None else ():
            if item.tag == w("pStyle"):
                style = item.get(w("val"), "")
            elif item.tag == w("numPr"):
                number = number_of(item)
            else:
                own = own or item.tag != w("rPr")
        if style not in self._styles:
            style = self._first
        key = style, table, heads, number
        if key not in self._known:
            self._known[key] = self._added_up(style, table, heads=heads, number=number)
        look = self._known[key]
        return replace(look, **self._said.paragraph(properties)) if own else look

    def named(self, style: str) -> Look:
        """The look of a paragraph in this style, or in the default one when there is none such."""
        style = style if style in self._styles else self._first
        return self._added_up(style, "", heads=False, number="")

    def letters(self, look: Look, properties: Element = None) -> tuple[Letters, float]:
        """The letters of a run in a paragraph of this look, and their size."""
        if properties is not None and len(properties):
            said: Said = {}
            for item in properties.findall(w("rStyle")):
                for style in self._chain(item.get(w("val"), "")):
                    said |= self._said.letters(style.find(w("rPr")))
            said |= self._said.letters(properties)
            if said:
                look = replace(look, **said)
        family = self._said.family(look.face)
        return letters(look.face, family, bold=look.bold), look.size

    def table(self, properties: Element) -> TableLook:
        """The look of a table with these properties."""
        named = properties.find(w("tblStyle")) if properties is not None else None
        style = named.get(w("val"), "") if named is not None else self._first_table
        if style not in self._tables:
            said: Said = {"style": style}
            for one in self._chain(style) or self._chain(self._first_table):
                said |= cells_said(one.find(w("tblPr")))
            self._tables[style] = TableLook(**said)  # pyright: ignore[reportArgumentType]
        return replace(self._tables[style], **cells_said(properties))

    def _added_up(self, style: str, table: str, *, heads: bool, number: str) -> Look:
        said: Said = {"style": style} | self._defaults
        for one in self._chain(table):
            said |= self._of_style(one)
        for one in self._chain(table) if heads else ():
            for part in one.findall(w("tblStylePr")):
                if part.get(w("type")) == "firstRow":
                    said |= self._of_style(part)
        for one in self._chain(style):
            said |= self._of_style(one)
        if number:
            said |= self._said.indent(number)
        return Look(**said)  # pyright: ignore[reportArgumentType]

    def _of_style(self, style: Element) -> Said:
        return self._said.paragraph(style.find(w("pPr"))) | self._said.letters(style.find(w("rPr")))

    def _chain(self, style: str) -> tuple[Element, ...]:
        """A style with what it stands on, the last of that first."""
        if style not in self._chains:
            found: list[Element] = []
            at = style
            while at in self._styles and self._styles[at] not in found:
                found.insert(0, self._styles[at])
                based = self._styles[at].find(w("basedOn"))
                at = based.get(w("val"), "") if based is not None else ""
            self._chains[style] = tuple(found)
        return self._chains[style]

    def _default(self, tree: Element) -> Said:
        said: Said = {"face": "Times New Roman"}
        if tree is None:
            return said
        at = f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}"
        said |= self._said.letters(tree.find(at))
        at = f"{w('docDefaults')}/{w('pPrDefault')}/{w('pPr')}"
        return said | self._said.paragraph(tree.find(at))


def _first(styles: list[Element], kind: str) -> str:
    """The style of what names none."""
    for style in styles:
        if style.get(w("type")) == kind and style.get(w("default"), "0") not in NO:
            return style.get(w("styleId"), "")
    return ""

"""How paragraphs and tables look: what the styles of a document say of each, as Word adds it up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from gesprekshulp.domain.page import TWIPS_PER_POINT
from gesprekshulp.exchange.word.house_package import Package
from gesprekshulp.exchange.word.letter_widths import Letters, letters
from gesprekshulp.exchange.word.tree import Element, w

_MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_NO = ("0", "false", "off")
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


_Said = dict[str, object]
"""What one place says of paragraphs or letters, by the name of a field of `Look`."""


class Looks:
    """The styles of a document, ready for looking up how a paragraph is set."""

    def __init__(self, package: Package) -> None:
        part = package.related("styles")
        tree = package.tree(part) if part else None
        styles: list[Element] = tree.findall(w("style")) if tree is not None else []
        self._styles: dict[str, Element] = {one.get(w("styleId"), ""): one for one in styles}
        self._themes = dict(_theme_faces(package))
        self._families = dict(_families(package))
        self._indents = _Indents(package)
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
                number = _number(item)
            else:
                own = own or item.tag != w("rPr")
        if style not in self._styles:
            style = self._first
        key = style, table, heads, number
        if key not in self._known:
            self._known[key] = self._added_up(style, table, heads=heads, number=number)
        look = self._known[key]
        return replace(look, **self._paragraph(properties)) if own else look

    def named(self, style: str) -> Look:
        """The look of a paragraph in this style, or in the default one when there is none such."""
        style = style if style in self._styles else self._first
        return self._added_up(style, "", heads=False, number="")

    def letters(self, look: Look, properties: Element = None) -> tuple[Letters, float]:
        """The letters of a run in a paragraph of this look, and their size."""
        if properties is not None and len(properties):
            said: _Said = {}
            for item in properties.findall(w("rStyle")):
                for style in self._chain(item.get(w("val"), "")):
                    said |= self._letters(style.find(w("rPr")))
            said |= self._letters(properties)
            if said:
                look = replace(look, **said)
        family = self._families.get(look.face, "")
        return letters(look.face, family, bold=look.bold), look.size

    def table(self, properties: Element) -> TableLook:
        """The look of a table with these properties."""
        named = properties.find(w("tblStyle")) if properties is not None else None
        style = named.get(w("val"), "") if named is not None else self._first_table
        if style not in self._tables:
            said: _Said = {"style": style}
            for one in self._chain(style) or self._chain(self._first_table):
                said |= _cells(one.find(w("tblPr")))
            self._tables[style] = TableLook(**said)  # pyright: ignore[reportArgumentType]
        return replace(self._tables[style], **_cells(properties))

    def _added_up(self, style: str, table: str, *, heads: bool, number: str) -> Look:
        said: _Said = {"style": style} | self._defaults
        for one in self._chain(table):
            said |= self._said(one)
        for one in self._chain(table) if heads else ():
            for part in one.findall(w("tblStylePr")):
                if part.get(w("type")) == "firstRow":
                    said |= self._said(part)
        for one in self._chain(style):
            said |= self._said(one)
        if number:
            said |= self._indents.of(number)
        return Look(**said)  # pyright: ignore[reportArgumentType]

    def _said(self, style: Element) -> _Said:
        return self._paragraph(style.find(w("pPr"))) | self._letters(style.find(w("rPr")))

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

    def _default(self, tree: Element) -> _Said:
        said: _Said = {"face": "Times New Roman"}
        if tree is None:
            return said
        at = f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}"
        said |= self._letters(tree.find(at))
        at = f"{w('docDefaults')}/{w('pPrDefault')}/{w('pPr')}"
        return said | self._paragraph(tree.find(at))

    def _paragraph(self, properties: Element) -> _Said:
        said: _Said = {}
        if properties is None:
            return said
        number = properties.find(w("numPr"))
        if number is not None:
            said |= self._indents.of(_number(number))
        for item in properties:
            name = item.tag.rpartition("}")[2]
            if name in _SWITCHES:
                said[_SWITCHES[name]] = item.get(w("val")) not in _NO
            elif name == "spacing":
                said |= _spacing(item)
            elif name == "ind":
                said |= _indent(item)
            elif name == "pBdr":
                said |= {"edge_above": _edge(item, "top"), "edge_below": _edge(item, "bottom")}
            elif name == "framePr":
                said["floats"] = item.get(w("wrap")) != "none"
        return said

    def _letters(self, properties: Element) -> _Said:
        said: _Said = {}
        if properties is None:
            return said
        for item in properties:
            name = item.tag.rpartition("}")[2]
            if name == "rFonts":
                theme = item.get(w("asciiTheme")) or item.get(w("hAnsiTheme")) or ""
                face = self._themes.get(theme[:5]) or item.get(w("ascii")) or item.get(w("hAnsi"))
                if face:
                    said["face"] = face
            elif name == "sz":
                said["size"] = _length(item, "val", 2) or 10.0
            elif name in ("b", "caps"):
                said["bold" if name == "b" else name] = item.get(w("val")) not in _NO
        return said


_SWITCHES = {
    "keepNext": "keep_next",
    "keepLines": "keep_lines",
    "pageBreakBefore": "starts_page",
    "widowControl": "widows",
    "contextualSpacing": "contextual",
}


class _Indents:
    """How far the levels of lists are indented."""

    def __init__(self, package: Package) -> None:
        self._levels: dict[tuple[str, str], Element] = {}
        self._abstract: dict[str, str] = {}
        part = package.related("numbering")
        if not part:
            return
        tree = package.tree(part)
        for definition in tree.findall(w("abstractNum")):
            for level in definition.findall(w("lvl")):
                key = definition.get(w("abstractNumId"), ""), level.get(w("ilvl"), "0")
                self._levels[key] = level
        for number in tree.findall(w("num")):
            used = number.find(w("abstractNumId"))
            if used is not None:
                self._abstract[number.get(w("numId"), "")] = used.get(w("val"), "")

    def of(self, number: str) -> _Said:
        """Of a list and a level of it, as "3 0"."""
        identifier, level = number.split(" ")
        found = self._levels.get((self._abstract.get(identifier, ""), level))
        indent = found.find(f"{w('pPr')}/{w('ind')}") if found is not None else None
        return _indent(indent) if indent is not None else {}


def _number(properties: Element) -> str:
    found = {item.tag: item.get(w("val"), "") for item in properties}
    return f"{found.get(w('numId'), '')} {found.get(w('ilvl'), '0')}"


def _first(styles: list[Element], kind: str) -> str:
    """The style of what names none."""
    for style in styles:
        if style.get(w("type")) == kind and style.get(w("default"), "0") not in _NO:
            return style.get(w("styleId"), "")
    return ""


def _spacing(item: Element) -> _Said:
    said: _Said = {}
    for name in ("before", "after"):
        if (found := _length(item, name, TWIPS_PER_POINT)) is not None:
            said[name] = found
        if item.get(w(f"{name}Autospacing"), "0") not in _NO:
            said[name] = 14.0  # as a browser sets it
    if (found := _length(item, "line", 1)) is not None:
        said |= {"line": found, "rule": item.get(w("lineRule"), "auto")}
    return said


def _indent(item: Element) -> _Said:
    said: _Said = {}
    for names, field in ((("left", "start"), "left"), (("right", "end"), "right")):
        for name in names:
            if (found := _length(item, name, TWIPS_PER_POINT)) is not None:
                said[field] = found
    if (found := _length(item, "firstLine", TWIPS_PER_POINT)) is not None:
        said["first"] = found
    elif item.get(w("hanging")) is not None:
        said["first"] = 0.0  # the room before it holds the number
    return said


def _edge(borders: Element, name: str) -> float:
    """How much a line above or below takes with the room between it and the text."""
    item = borders.find(w(name))
    if item is None or item.get(w("val")) in ("nil", "none"):
        return 0.0
    return (_length(item, "sz", 8) or 0.0) + (_length(item, "space", 1) or 0.0)


_SIDES = {
    "top": "top", "bottom": "bottom", "left": "left", "start": "left", "right": "right",
    "end": "right",
}  # fmt: skip


def _cells(properties: Element) -> _Said:
    said: _Said = {}
    if properties is None:
        return said
    for item in properties:
        if item.tag == w("tblCellMar"):
            for side in item:
                field = _SIDES.get(side.tag.rpartition("}")[2])
                if field:
                    said[field] = _length(side, "w", TWIPS_PER_POINT) or 0.0
        elif item.tag == w("tblBorders"):
            said["rule"] = _edge(item, "insideH")
    return said


def _length(item: Element, name: str, parts: int) -> float | None:
    """A measure in points; None when it is not given, or in words."""
    text = item.get(w(name), "")
    try:
        return float(text.removesuffix("pt")) / parts
    except ValueError:
        return None


def _theme_faces(package: Package) -> Iterator[tuple[str, str]]:
    """The typefaces of the theme: "major" for headings, "minor" for text."""
    part = package.related("theme")
    if part not in package.parts:
        return
    fonts = package.tree(part).find(f"{_MAIN}themeElements/{_MAIN}fontScheme")
    if fonts is None:
        return
    for name in ("major", "minor"):
        latin = fonts.find(f"{_MAIN}{name}Font/{_MAIN}latin")
        if latin is not None:
            yield name, latin.get("typeface", "")


def _families(package: Package) -> Iterator[tuple[str, str]]:
    """Of what family the document says that its typefaces are: roman, swiss, modern."""
    part = package.related("fontTable")
    if part not in package.parts:
        return
    for font in package.tree(part).findall(w("font")):
        family = font.find(w("family"))
        if family is not None:
            yield font.get(w("name"), ""), family.get(w("val"), "")

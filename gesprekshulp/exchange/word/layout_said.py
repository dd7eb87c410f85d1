"""What styles and properties in a Word file say of looks, each by itself."""

from __future__ import annotations

from collections.abc import Iterator

from gesprekshulp.domain.page import TWIPS_PER_POINT
from gesprekshulp.exchange.word.house_package import Package
from gesprekshulp.exchange.word.tree import Element, w

NO = ("0", "false", "off")
"""How a switch is turned off."""

_MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

Said = dict[str, object]
"""What one place says of paragraphs or letters, by the name of a field of `Look`."""


class SaidReader:
    """Reads what paragraphs and letters are told, with the lists and typefaces that they name."""

    def __init__(self, package: Package) -> None:
        self._themes = dict(_theme_faces(package))
        self._families = dict(_families(package))
        self._indents = _Indents(package)

    def family(self, face: str) -> str:
        """Of what family the document says that a typeface is; "" when it does not say."""
        return self._families.get(face, "")

    def indent(self, number: str) -> Said:
        """How far the list and level "3 0" are indented."""
        return self._indents.of(number)

    def paragraph(self, properties: Element) -> Said:
        """What paragraph properties say; None says nothing."""
        said: Said = {}
        if properties is None:
            return said
        number = properties.find(w("numPr"))
        if number is not None:
            said |= self._indents.of(number_of(number))
        for item in properties:
            name = item.tag.rpartition("}")[2]
            if name in _SWITCHES:
                said[_SWITCHES[name]] = item.get(w("val")) not in NO
            elif name == "spacing":
                said |= _spacing(item)
            elif name == "ind":
                said |= _indent(item)
            elif name == "pBdr":
                said |= {"edge_above": _edge(item, "top"), "edge_below": _edge(item, "bottom")}
            elif name == "framePr":
                said["floats"] = item.get(w("wrap")) != "none"
        return said

    def letters(self, properties: Element) -> Said:
        """What run properties say; None says nothing."""
        said: Said = {}
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
                said["bold" if name == "b" else name] = item.get(w("val")) not in NO
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

    def of(self, number: str) -> Said:
        """Of a list and a level of it, as "3 0"."""
        identifier, level = number.split(" ")
        found = self._levels.get((self._abstract.get(identifier, ""), level))
        indent = found.find(f"{w('pPr')}/{w('ind')}") if found is not None else None
        return _indent(indent) if indent is not None else {}


def number_of(properties: Element) -> str:
    """The list and the level that a paragraph belongs to, as "3 0"."""
    found = {item.tag: item.get(w("val"), "") for item in properties}
    return f"{found.get(w('numId'), '')} {found.get(w('ilvl'), '0')}"


def _spacing(item: Element) -> Said:
    said: Said = {}
    for name in ("before", "after"):
        if (found := _length(item, name, TWIPS_PER_POINT)) is not None:
            said[name] = found
        if item.get(w(f"{name}Autospacing"), "0") not in NO:
            said[name] = 14.0  # as a browser sets it
    if (found := _length(item, "line", 1)) is not None:
        said |= {"line": found, "rule": item.get(w("lineRule"), "auto")}
    return said


def _indent(item: Element) -> Said:
    said: Said = {}
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


def cells_said(properties: Element) -> Said:
    """What table properties say of the room in cells and of the lines around them."""
    said: Said = {}
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

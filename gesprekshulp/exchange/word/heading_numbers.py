"""The chapter numbers that Word shows before headings, reckoned for the table of contents.

A firm's template can number its headings by a list with levels (ECMA-376 part 1, 17.9): "1.2",
"B.", "Hoofdstuk IV". Word keeps none of those numbers in the text; it counts them each time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from gesprekshulp.domain.page import TWIPS_PER_POINT
from gesprekshulp.exchange.word.house_package import Package
from gesprekshulp.exchange.word.house_style_looks import give_left_tab
from gesprekshulp.exchange.word.layout_looks import Looks
from gesprekshulp.exchange.word.styles import Styles
from gesprekshulp.exchange.word.tree import Element, w

_MOST = 8
_GAP = 9
"""Points between a number and its heading in the contents."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_BEHIND = {"tab": "\t", "space": " ", "nothing": ""}
_NO = ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list. `restart` is the level, from 1, after which it begins again.

    `text` has %1 to %9 where the numbers of the levels come.
    """

    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    behind: str = "\t"
    style: str = ""
    legal: bool = False


@dataclass(slots=True)
class _List:
    """A list that paragraphs are numbered by, and how far it has counted at each level."""

    levels: dict[int, _Level]
    counted: dict[int, int] = field(default_factory=dict[int, int])

    def next(self, at: int) -> str:
        """The number of the next paragraph at a level, with what stands behind it."""
        level = self.levels.get(at, _Level())
        self.counted[at] = self.counted.get(at, level.start - 1) + 1
        for below in [one for one in self.counted if one > at]:
            after = self.levels.get(below, _Level()).restart
            if after is None or at < after:
                del self.counted[below]
        if level.form in ("none", "bullet"):
            return ""
        said = re.sub(r"%([1-9])", lambda found: self._said(int(found[1]) - 1, level), level.text)
        return f"{said}{level.behind}" if said.strip() else ""

    def _said(self, at: int, within: _Level) -> str:
        level = self.levels.get(at, _Level())
        number = self.counted.get(at, level.start)
        return _in_form(number, "decimal" if within.legal and level.form != "none" else level.form)


class Numbering:
    """The numbers of paragraphs, asked one after another in the order of the document."""

    def __init__(self, package: Package) -> None:
        part = package.related("styles")
        styles: list[Element] = package.tree(part).findall(w("style")) if part else []
        self._styles: dict[str, Element] = {one.get(w("styleId"), ""): one for one in styles}
        self._default = next(
            (
                one.get(w("styleId"), "")
                for one in styles
                if one.get(w("type")) == "paragraph" and one.get(w("default"), "0") not in _NO
            ),
            "",
        )
        part = package.related("numbering")
        tree: Element = package.tree(part) if part else None
        found: list[Element] = tree.findall(w("abstractNum")) if tree is not None else []
        self._abstract: dict[str, Element] = {one.get(w("abstractNumId"), ""): one for one in found}
        numbers: list[Element] = tree.findall(w("num")) if tree is not None else []
        self._numbers: dict[str, Element] = {one.get(w("numId"), ""): one for one in numbers}
        self._lists: dict[str, _List] = {}
        self._begun: set[str] = set()

    def __bool__(self) -> bool:
        """Whether there are lists at all."""
        return bool(self._numbers)

    def of(self, properties: Element) -> str:
        """The number of the next paragraph, which has these properties; "" when it has none.

        What separates it from the text stands behind it: a tab, a space or nothing.
        """
        number, level = self._place(properties)
        if number not in self._numbers:
            return ""
        counts = self._list(number)
        return counts.next(min(max(level, 0), _MOST))

    def _place(self, properties: Element) -> tuple[str, int]:
        """The list and the level of a paragraph, its own or those of its style."""
        number, level = "", None
        style = _said(properties, "pStyle") or self._default
        own = properties.find(w("numPr")) if properties is not None else None
        if own is not None:
            number, level = _said(own, "numId"), _said(own, "ilvl")
            if number and not level:
                level = "0"
        chain = list(self._chain(style))
        for one in chain:
            if number:
                break
            said = one.find(f"{w('pPr')}/{w('numPr')}")
            if said is not None:
                number = _said(said, "numId")
                level = level or _said(said, "ilvl")
        if own is None:
            linked = self._linked(number, [one.get(w("styleId"), "") for one in chain])
            if linked is not None:
                return number, linked
        return number, int(level) if level and level.isdigit() else 0

    def _linked(self, number: str, styles: list[str]) -> int | None:
        """The level of a list that says itself that it is for one of these styles."""
        levels = self._levels(number)
        for style in styles:
            for at, level in levels.items():
                if level.style == style:
                    return at
        return None

    def _chain(self, style: str) -> Iterator[Element]:
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = _said(self._styles[style], "basedOn")

    def _list(self, number: str) -> _List:
        """The list of a number. Numbers that share a definition go on counting together."""
        abstract = self._abstract_of(number)
        found = self._lists.setdefault(abstract, _List({}))
        found.levels = self._levels(number)
        if number not in self._begun:
            self._begun.add(number)
            for override in self._numbers[number].findall(w("lvlOverride")):
                if override.find(w("startOverride")) is not None:
                    found.counted.pop(_number(override.get(w("ilvl")), 0), None)
        return found

    def _levels(self, number: str) -> dict[int, _Level]:
        if number not in self._numbers:
            return {}
        definition = self._abstract.get(self._abstract_of(number))
        found: list[Element] = definition.findall(w("lvl")) if definition is not None else []
        levels: dict[int, Element] = {_number(item.get(w("ilvl")), 0): item for item in found}
        starts: dict[int, int] = {}
        for override in self._numbers[number].findall(w("lvlOverride")):
            at = _number(override.get(w("ilvl")), 0)
            if (other := override.find(w("lvl"))) is not None:
                levels[at] = other
            if (start := _said(override, "startOverride")).isdigit():
                starts[at] = int(start)
        return {at: _level(item, starts.get(at)) for at, item in levels.items()}

    def _abstract_of(self, number: str) -> str:
        """The definition of a number; one that only names a list style leads to that style's."""
        seen: set[str] = set()
        while number in self._numbers and number not in seen:
            seen.add(number)
            identifier = _said(self._numbers[number], "abstractNumId")
            definition = self._abstract.get(identifier)
            linked = _said(definition, "numStyleLink")
            if not linked or linked not in self._styles:
                return identifier
            number = _said(self._styles[linked].find(f"{w('pPr')}/{w('numPr')}"), "numId")
        return ""


def heading_numbers(package: Package, document: Element) -> dict[str, str]:
    """The number before each bookmark that stands in a numbered paragraph.

    A number ends on what separates it from the heading. Text in boxes counts for itself in Word,
    and is left out.
    """
    numbering = Numbering(package)
    found: dict[str, str] = {}
    if not numbering:
        return found
    for paragraph in document.iter(w("p")):
        if next(paragraph.iterancestors(w("txbxContent")), None) is not None:
            continue
        label = numbering.of(paragraph.find(w("pPr")))
        if label:
            for mark in paragraph.iter(w("bookmarkStart")):
                found.setdefault(mark.get(w("name"), ""), label)
    return found


def make_room(package: Package, styles: Styles, numbers: Mapping[int, Sequence[str]]) -> None:
    """Let headings stand in one line below each other in the contents, behind their numbers.

    `numbers` are those of each level. Word sets such a tab on each entry, when it refreshes them.
    """
    looks = Looks(package)
    part = package.related("styles")
    tree = package.tree(part)
    for level, style in enumerate(styles.contents, start=1):
        tabbed = [number[:-1] for number in numbers.get(level, ()) if number.endswith("\t")]
        if tabbed:
            look = looks.named(style)
            letters, size = looks.letters(look)
            widest = max(map(letters.width, tabbed)) * size
            give_left_tab(tree, style, round(look.left + widest + _GAP) * TWIPS_PER_POINT)
    package.put(part, tree)


def _level(item: Element, start: int | None) -> _Level:
    restart = _said(item, "lvlRestart")
    legal = item.find(w("isLgl"))
    return _Level(
        form=_said(item, "numFmt") or "decimal",
        text=_said(item, "lvlText"),
        start=_number(_said(item, "start"), 0) if start is None else start,
        restart=int(restart) if restart.isdigit() else None,
        behind=_BEHIND.get(_said(item, "suff"), "\t"),
        style=_said(item, "pStyle"),
        legal=legal is not None and legal.get(w("val")) not in _NO,
    )


def _in_form(number: int, form: str) -> str:
    match form:
        case "none" | "bullet":
            return ""
        case "lowerLetter" | "upperLetter":
            # After z come aa, bb, cc.
            said = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number else "0"
        case "lowerRoman" | "upperRoman":
            said = _roman(number)
        case "decimalZero":
            return f"{number:02}"
        case "ordinal":
            return f"{number}e"
        case _:
            return str(number)
    return said.upper() if form.startswith("upper") else said


def _roman(number: int) -> str:
    said = ""
    for value, letters in _ROMAN:
        while number >= value:
            said, number = said + letters, number - value
    return said or "0"


def _said(parent: Element, name: str) -> str:
    found = parent.find(w(name)) if parent is not None else None
    return found.get(w("val"), "") if found is not None else ""


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdigit() else otherwise

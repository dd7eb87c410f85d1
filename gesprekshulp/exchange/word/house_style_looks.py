"""Looks of a style in a firm's template: what is added to ours or the firm's, or taken off."""

from __future__ import annotations

import copy
from collections.abc import Collection, Mapping

from gesprekshulp.exchange.word.styles import OWN, Styles
from gesprekshulp.exchange.word.tree import Element, add, new, w

YES = ("1", "true", "on")
"""How a switch is turned on."""

# What comes before something in the properties of a paragraph, in the order of the schema.
_BEFORE_NUMBER = ("keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
_BEFORE_TABS = (*_BEFORE_NUMBER, "numPr", "suppressLineNumbers", "pBdr", "shd")
_BEFORE_INDENT = (*_BEFORE_TABS, "tabs", "spacing")
_BEFORE_SIDE = (*_BEFORE_INDENT, "ind", "contextualSpacing")
_NO_TEXT = (
    "title", "subtitle", "heading", "subheading", "small_heading", "cell", "address", "signature",
    "contents_heading", "contents_first", "contents_second",
)  # fmt: skip
_AFTER_PARAGRAPH = tuple(map(w, ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr")))


def give_number(tree: Element, identifier: str, number: str) -> None:
    """Let a style number its paragraphs by a list, or by none when the number is "0"."""
    for style in tree.iter(w("style")):
        if style.get(w("styleId")) == identifier:
            properties = _properties(style)
            for own in properties.findall(w("numPr")):
                properties.remove(own)
            made = new(w("numPr"))
            add(made, w("numId")).set(w("val"), number)
            properties.insert(_after(properties, _BEFORE_NUMBER), made)


def give_tab(tree: Element, identifier: str, width: int, *, ours: bool) -> None:
    """The page numbers of the contents stand at the right margin, whatever it is."""
    for style in tree.iter(w("style")):
        if style.get(w("styleId")) == identifier:
            properties = _properties(style)
            tabs = properties.find(w("tabs"))
            if tabs is None:
                tabs = new(w("tabs"))
                properties.insert(_after(properties, _BEFORE_TABS), tabs)
                add(tabs, w("tab"))
            elif not ours:
                return
            tab = tabs[-1]
            tab.set(w("val"), "right")
            tab.set(w("leader"), "dot")
            tab.set(w("pos"), str(width))


def give_left_tab(tree: Element, identifier: str, place: int) -> None:
    """A stop for what comes behind a number, unless the style has one before its last stop."""
    for style in tree.iter(w("style")):
        tabs = style.find(f"{w('pPr')}/{w('tabs')}")
        if style.get(w("styleId")) == identifier and tabs is not None and len(tabs) == 1:
            stop = new(w("tab"))
            stop.set(w("val"), "left")
            stop.set(w("pos"), str(place))
            tabs.insert(0, stop)


def stand_left(tree: Element, lacking: Collection[str]) -> None:
    """What is no running text does not take the indent and the straight edge of the firm's text."""
    says = [found for one in ("ind", "jc") for found in _default(tree, one)]
    for role in _NO_TEXT if says else ():
        if role not in lacking:
            continue
        for style in tree.iterfind(w("style")):
            if style.get(w("styleId")) == getattr(OWN, role):
                properties = _properties(style)
                indent = properties.find(w("ind"))
                if indent is None:
                    indent = new(w("ind"))
                    indent.set(w("left"), "0")
                    properties.insert(_after(properties, _BEFORE_INDENT), indent)
                indent.set(w("firstLine"), "0")
                if properties.find(w("jc")) is None:
                    side = new(w("jc"))
                    side.set(w("val"), "left")
                    properties.insert(_after(properties, _BEFORE_SIDE), side)


def stay_with_next(tree: Element, identifiers: Collection[str]) -> None:
    """What stands above something else is not left alone at the foot of a page.

    A style that says itself whether it stays, or stands on one that does, is left as it is.
    """
    by_id = {style.get(w("styleId")): style for style in tree.iterfind(w("style"))}
    for identifier in identifiers:
        if identifier in by_id and not _says(by_id, identifier, "keepNext"):
            _properties(by_id[identifier]).insert(0, new(w("keepNext")))


def _says(by_id: Mapping[str, Element], identifier: str, name: str) -> bool:
    """Whether a style, or one that it stands on, says something of its paragraphs."""
    seen: set[str] = set()
    while identifier in by_id and identifier not in seen:
        seen.add(identifier)
        if by_id[identifier].find(f"{w('pPr')}/{w(name)}") is not None:
            return True
        based = by_id[identifier].find(w("basedOn"))
        identifier = based.get(w("val"), "") if based is not None else ""
    return False


def _default(tree: Element, name: str) -> list[Element]:
    """Where the default look of paragraphs says something."""
    found = tree.findall(f"{w('docDefaults')}/{w('pPrDefault')}/{w('pPr')}/{w(name)}")
    for style in tree.iterfind(w("style")):
        if style.get(w("type")) == "paragraph" and style.get(w("default")) in YES:
            found += style.findall(f"{w('pPr')}/{w(name)}")
    return found


def drop(tree: Element, identifier: str, *names: str) -> None:
    """Take looks of letters off a style."""
    for style in tree.iter(w("style")):
        if style.get(w("styleId")) == identifier:
            for name in names:
                for found in style.findall(f"{w('rPr')}/{w(name)}"):
                    found.getparent().remove(found)


def follow_title(tree: Element, styles: Styles) -> None:
    """Our subtitle below the firm's own title: as large as its text, and where its title stands."""
    drop(tree, styles.subtitle, "sz", "szCs")
    side = next(
        (
            found
            for style in tree.iterfind(w("style"))
            if style.get(w("styleId")) == styles.title
            for found in style.iterfind(f"{w('pPr')}/{w('jc')}")
        ),
        None,
    )
    for style in tree.iterfind(w("style")) if side is not None else ():
        if style.get(w("styleId")) == styles.subtitle:
            properties = _properties(style)
            for own in properties.findall(w("jc")):
                properties.remove(own)
            properties.insert(_after(properties, _BEFORE_SIDE), copy.deepcopy(side))


def give_air(tree: Element, identifier: str) -> None:
    """Room around text in cells: ours has it in the table style, the firm's may have none."""
    for style in tree.iter(w("style")):
        if style.get(w("styleId")) == identifier:
            spacing = style.find(f"{w('pPr')}/{w('spacing')}")
            spacing.set(w("before"), "40")
            spacing.set(w("after"), "40")


def _properties(style: Element) -> Element:
    """The paragraph properties of a style, made when it has none."""
    properties = style.find(w("pPr"))
    if properties is None:
        properties = new(w("pPr"))
        later = [i for i, item in enumerate(style) if item.tag in _AFTER_PARAGRAPH]
        style.insert(later[0] if later else len(style), properties)
    return properties


def _after(properties: Element, names: tuple[str, ...]) -> int:
    """Where an element goes that comes right after these in the order of the schema."""
    tags = {w(name) for name in names}
    return max((i + 1 for i, item in enumerate(properties) if item.tag in tags), default=0)

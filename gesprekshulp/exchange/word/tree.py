"""The edge to lxml, which has no types: a firm's own template is read and written as trees."""

from __future__ import annotations

from typing import Any, cast

from lxml import etree as _untyped  # pyright: ignore

from gesprekshulp.exchange.word.xml import W

_etree = cast("Any", _untyped)

Element = Any
"""An element of a tree."""

NotXml = cast("type[Exception]", _etree.XMLSyntaxError)
"""Raised for bytes that are no well-formed markup."""


def w(name: str) -> str:
    """A tag or attribute of Word's main namespace as a tree has it."""
    return f"{{{W}}}{name}"


def parsed(markup: bytes) -> Element:
    """Markup as a tree; nothing outside it is ever fetched. Raises NotXml."""
    parser = _etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return _etree.fromstring(markup, parser)


def new(tag: str, **attributes: str) -> Element:
    """An element that stands nowhere yet."""
    return _etree.Element(tag, **attributes)


def add(parent: Element, tag: str, **attributes: str) -> Element:
    """A new last child."""
    return _etree.SubElement(parent, tag, **attributes)


def written(tree: Element) -> bytes:
    """A tree as the bytes of a part."""
    return _etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)

"""Lists in a firm's template: our definitions added, and lists that begin at 1 again."""

from __future__ import annotations

from collections.abc import Sequence

from gesprekshulp.exchange.word.house_package import Package
from gesprekshulp.exchange.word.package import DOCUMENT
from gesprekshulp.exchange.word.template import NUMBERING, own_part, restarted
from gesprekshulp.exchange.word.tree import Element, parsed, w
from gesprekshulp.exchange.word.xml import W

_OURS = "verslag.docx"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NUMBERING_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"


def first_free_list(package: Package) -> int:
    """The first list number that the package does not use."""
    part = package.related("numbering")
    return _next(package.tree(part), "num", "numId") if part else 1


def add_lists(package: Package, style: str, lists: Sequence[int]) -> None:
    """Define lists that begin at 1 again, in the form of the list style."""
    if not lists:
        return
    part = package.related("numbering")
    tree = package.tree(part)
    used = numbers_of(package.tree(package.related("styles")), style)
    abstract = next(
        (
            int(number.find(w("abstractNumId")).get(w("val")))
            for number in tree.findall(w("num"))
            if number.get(w("numId")) == used
        ),
        0,
    )
    last = _last(tree)
    for offset, number in enumerate(lists):
        markup = restarted(number, abstract)
        made = parsed(f'<w:numbering xmlns:w="{W}">{markup}</w:numbering>'.encode())[0]
        tree.insert(last + 1 + offset, made)
    package.put(part, tree)


def numbers_of(styles: Element, identifier: str) -> str:
    """The list that a style belongs to, itself or by the style that it is based on."""
    by_id = {style.get(w("styleId")): style for style in styles.iter(w("style"))}
    seen: set[str] = set()
    while identifier in by_id and identifier not in seen:
        seen.add(identifier)
        number = by_id[identifier].find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
        if number is not None:
            return number.get(w("val"), "")
        based = by_id[identifier].find(w("basedOn"))
        identifier = based.get(w("val"), "") if based is not None else ""
    return ""


def _last(tree: Element) -> int:
    """The place after which a definition of a list may stand."""
    return max((i for i, item in enumerate(tree) if item.tag != w("numIdMacAtCleanup")), default=-1)


def add_definitions(package: Package) -> dict[str, str]:
    """Add our two list definitions; what our list numbers are called in this package."""
    part = package.related("numbering")
    if not part:
        package.add(
            NUMBERING,
            own_part(_OURS, NUMBERING),
            _NUMBERING_TYPE,
            f"{_OFFICE}/numbering",
            DOCUMENT,
        )
        return {"1": "1", "2": "2"}
    tree = package.tree(part)
    ours = parsed(own_part(_OURS, NUMBERING))
    abstract_from = _next(tree, "abstractNum", "abstractNumId")
    number_from = _next(tree, "num", "numId")
    at = len(tree.findall(w("abstractNum"))) + len(tree.findall(w("numPicBullet")))
    for offset, definition in enumerate(ours.findall(w("abstractNum"))):
        definition.set(w("abstractNumId"), str(abstract_from + offset))
        tree.insert(at + offset, definition)
    last = _last(tree)
    names: dict[str, str] = {}
    for offset, number in enumerate(ours.findall(w("num"))):
        names[number.get(w("numId"))] = str(number_from + offset)
        number.set(w("numId"), str(number_from + offset))
        number.find(w("abstractNumId")).set(w("val"), str(abstract_from + offset))
        tree.insert(last + 1 + offset, number)
    package.put(part, tree)
    return names


def _next(tree: Element, tag: str, attribute: str) -> int:
    return max((int(item.get(w(attribute), 0)) for item in tree.findall(w(tag))), default=0) + 1

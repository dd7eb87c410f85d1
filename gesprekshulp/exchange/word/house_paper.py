"""A document in a firm's own template, with or without placeholders."""

from __future__ import annotations

import copy

from gesprekshulp.domain.paper import Heading, Paper
from gesprekshulp.domain.report import ReportDocument
from gesprekshulp.exchange.word.errors import TemplateRefused
from gesprekshulp.exchange.word.house_filled import mend, put_in_place
from gesprekshulp.exchange.word.house_lists import add_lists, first_free_list
from gesprekshulp.exchange.word.house_open import opened
from gesprekshulp.exchange.word.house_package import Package
from gesprekshulp.exchange.word.house_places import AROUND, CONTENT_MARK, placeholders
from gesprekshulp.exchange.word.house_room import room_of
from gesprekshulp.exchange.word.house_styles import adopted
from gesprekshulp.exchange.word.layout_looks import Looks
from gesprekshulp.exchange.word.letterhead import letterhead, properties
from gesprekshulp.exchange.word.package import DOCUMENT, written
from gesprekshulp.exchange.word.paper import Reckoned, set_paper
from gesprekshulp.exchange.word.properties import APP, CORE, TAGS, Properties
from gesprekshulp.exchange.word.template import LINK
from gesprekshulp.exchange.word.tree import Element, parsed, w
from gesprekshulp.exchange.word.xml import R, W, Xml, bookmark

_TYPES = {
    CORE: (
        "application/vnd.openxmlformats-package.core-properties+xml",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    ),
    APP: (
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties",
    ),
}


def house_paper(paper: Paper, document: ReportDocument | None, template: bytes) -> bytes:
    """The document set in `template`; the same document and template give the same bytes.

    A template with placeholders is filled where they stand. One without keeps its first section
    when it has several (a front page), and the pictures it opens with; the rest of its body is
    replaced. Raises TemplateRefused.
    """
    package = opened(template)
    asked = placeholders(package)
    if asked:
        # A template without placeholders does without a library for them.
        from gesprekshulp.exchange.word.placeholders import fill

        package = opened(fill(written(package.parts), paper, document, asked))
        _refuse_elsewhere(package)
        _mend_around(package)
    tree = package.tree(DOCUMENT)
    room = room_of(package)
    styles = adopted(package, letterhead(paper), TAGS[paper.language], room.width)
    # A template that sets the title itself does not get it twice.
    with_title = "verslag.titel" not in asked

    def reckon(body: Xml) -> Reckoned:
        # Few documents have contents.
        from gesprekshulp.exchange.word.heading_numbers import heading_numbers, make_room
        from gesprekshulp.exchange.word.pages import page_numbers

        provisional = copy.deepcopy(tree)
        _place(package, provisional, body, has_mark=bool(asked))
        numbers = heading_numbers(package, provisional)
        make_room(package, styles, _by_level(paper, numbers))
        return Reckoned(page_numbers(package, provisional), numbers)

    done = set_paper(
        paper, styles, room, reckon, first_list=first_free_list(package), with_title=with_title
    )
    for relation, target in done.links.items():
        package.relate(DOCUMENT, relation, LINK, target)
    add_lists(package, styles.number, done.lists)
    _place(package, tree, done.body, has_mark=bool(asked))
    package.put(DOCUMENT, tree)
    _set_properties(package, properties(paper))
    return written(package.parts)


def _by_level(paper: Paper, numbers: dict[str, str]) -> dict[int, list[str]]:
    """The chapter numbers by the level of their headings."""
    found: dict[int, list[str]] = {}
    headings = (block for block in paper.blocks if isinstance(block, Heading))
    for place, block in enumerate(headings, start=1):
        if number := numbers.get(bookmark(place)):
            found.setdefault(block.level, []).append(number)
    return found


def _refuse_elsewhere(package: Package) -> None:
    mark = CONTENT_MARK.encode()
    if any(mark in part for name, part in package.parts.items() if name != DOCUMENT):
        raise TemplateRefused(
            "In het sjabloon staat {{ inhoud }} in een kop- of voettekst; zet die invulplaats in"
            " Word in de tekst zelf."
        )


def _mend_around(package: Package) -> None:
    for name in package.parts:
        if AROUND.fullmatch(name):
            tree = package.tree(name)
            mend(tree)
            package.put(name, tree)


def _place(package: Package, tree: Element, body: Xml, *, has_mark: bool) -> None:
    """Put the report in the template's body: where it is asked for, or instead of what is there."""
    report = list(parsed(f'<w:body xmlns:w="{W}" xmlns:r="{R}">{body}</w:body>'.encode()))
    if has_mark:
        put_in_place(tree, report, Looks(package))
    else:
        _replace_body(tree.find(w("body")), report)


def _replace_body(body: Element, report: list[Element]) -> None:
    kept = opening_of(body)
    last = body.find(w("sectPr"))
    for child in list(body):
        if child is not last and child not in kept:
            body.remove(child)
    for offset, element in enumerate(report):
        body.insert(len(kept) + offset, element)


def opening_of(body: Element) -> list[Element]:
    """What stays above the report: a front page, or the pictures that the body begins with."""
    children = [child for child in body if child.tag != w("sectPr")]
    for at, child in enumerate(children):
        if child.find(f"{w('pPr')}/{w('sectPr')}") is not None:
            return children[: at + 1]
    kept: list[Element] = []
    for child in children:
        is_picture = next(child.iter(w("drawing"), w("pict")), None) is not None
        if child.tag != w("p") or not is_picture or any(t.text for t in child.iter(w("t"))):
            break
        kept.append(child)
    return kept


def _set_properties(package: Package, properties: Properties) -> None:
    for name, text in properties.parts().items():
        # The template may keep them under another name; then that one goes.
        package.drop(_TYPES[name][1].rsplit("/", 1)[1])
        package.add(name, text.encode(), *_TYPES[name])

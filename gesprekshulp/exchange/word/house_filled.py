"""The report put in a filled template, and what filling it leaves behind mended."""

from __future__ import annotations

import copy

from gesprekshulp.exchange.word.house_places import CONTENT_MARK, text_of
from gesprekshulp.exchange.word.layout_looks import Looks
from gesprekshulp.exchange.word.tree import Element, add, new, w

# In the order of the schema.
_BEFORE_PAGE_START = tuple(map(w, ("pStyle", "keepNext", "keepLines")))


def put_in_place(tree: Element, report: list[Element], looks: Looks) -> None:
    """Put the report where {{ inhoud }} stood; each further place gets a copy.

    What stands beside it in its paragraph comes above and below, in paragraphs of their own. Where
    that paragraph begins a page, so does what comes first. `looks` are those of the template.
    """
    for found in list(tree.iter(w("p"))):
        left: Element = found
        while left is not None and _own_mark(left) is not None:
            left = _replace(left, report, looks)
            report = _again(report)
    # {{p inhoud }} takes its paragraph away and leaves the mark between its neighbours.
    for element in list(tree.iter()):
        if CONTENT_MARK in (element.tail or ""):
            element.tail = None
            _insert(element.getparent(), element.getparent().index(element) + 1, report)
            report = _again(report)
        if CONTENT_MARK in (element.text or "") and element.tag != w("t"):
            element.text = None
            _insert(element, 0, report)
            report = _again(report)
    mend(tree)


def mend(tree: Element) -> None:
    """Paragraphs where Word wants one and filling took it away."""
    for table in list(tree.iter(w("tbl"))):
        # Two tables with nothing between them are one table to Word.
        after = table.getnext()
        if after is not None and after.tag == w("tbl"):
            table.addnext(new(w("p")))
    for around in list(tree.iter(w("tc"), w("hdr"), w("ftr"))):
        blocks = [item for item in around if item.tag in (w("p"), w("tbl"), w("sdt"))]
        if not blocks or blocks[-1].tag == w("tbl"):
            add(around, w("p"))


def _own_mark(paragraph: Element) -> Element:
    """The text with the first mark in a paragraph itself, not in a text box that it holds."""
    if CONTENT_MARK not in text_of(paragraph):
        return None
    for text in paragraph.iter(w("t")):
        if CONTENT_MARK in (text.text or "") and next(text.iterancestors(w("p"))) is paragraph:
            return text
    return None


def _replace(paragraph: Element, report: list[Element], looks: Looks) -> Element:
    """Put the report in the place of the mark; what stood behind it is given back, or None."""
    parent, at = paragraph.getparent(), paragraph.getparent().index(paragraph)
    above, below = _beside(paragraph, behind=False), _beside(paragraph, behind=True)
    section = paragraph.find(f"{w('pPr')}/{w('sectPr')}")
    starts_page = looks.of(paragraph.find(w("pPr"))).starts_page
    parent.remove(paragraph)
    if above is not None:
        for ends in above.findall(f"{w('pPr')}/{w('sectPr')}"):
            ends.getparent().remove(ends)
        parent.insert(at, above)
        at += 1
    if below is not None:
        if starts_page:
            _set_page_start(below, "0")
        parent.insert(at, below)
    _insert(parent, at, report, section if below is None else None)
    if starts_page and above is None:
        _set_page_start(parent[at], "1")
    return below


def _beside(paragraph: Element, *, behind: bool) -> Element:
    """A copy with only what stands before the mark, or behind it; None when that is nothing."""
    copied = copy.deepcopy(paragraph)
    mark = _own_mark(copied)
    before, _, after = mark.text.partition(CONTENT_MARK)
    mark.text = after.lstrip() if behind else before.rstrip()
    at = mark
    while at is not copied:
        for other in list(at.itersiblings(preceding=behind)):
            if other.tag not in (w("pPr"), w("rPr")):
                other.getparent().remove(other)
        at = at.getparent()
    return copied if text_of(copied).strip() or _shows(copied) else None


def _shows(paragraph: Element) -> bool:
    """Whether a paragraph does something without words: a picture, a new page or column."""
    if next(paragraph.iter(w("drawing"), w("pict")), None) is not None:
        return True
    return any(one.get(w("type")) in ("page", "column") for one in paragraph.iter(w("br")))


def _set_page_start(block: Element, value: str) -> None:
    """Let a paragraph, or the table that it is the first of, begin a page; or not, with "0"."""
    paragraph = next(block.iter(w("p")))
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = new(w("pPr"))
        paragraph.insert(0, properties)
    for own in properties.findall(w("pageBreakBefore")):
        properties.remove(own)
    before = [item for item in properties if item.tag in _BEFORE_PAGE_START]
    made = new(w("pageBreakBefore"))
    made.set(w("val"), value)
    properties.insert(len(before), made)


def _insert(
    parent: Element, at: int, report: list[Element], section: Element | None = None
) -> None:
    """Put a copy of the report in a place; `section` is what ended a section there."""
    made = [copy.deepcopy(element) for element in report]
    if section is not None:
        ends = new(w("p"))
        add(ends, w("pPr")).append(section)
        made.append(ends)
    for offset, element in enumerate(made):
        parent.insert(at + offset, element)


def _again(report: list[Element]) -> list[Element]:
    """The same once more: what leads to a heading leads to where it stood first."""
    copied = [copy.deepcopy(element) for element in report]
    for element in copied:
        for mark in list(element.iter(w("bookmarkStart"), w("bookmarkEnd"))):
            mark.getparent().remove(mark)
    return copied

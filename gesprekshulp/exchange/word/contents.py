"""The table of contents: a field that Word can refresh, with its entries already filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gesprekshulp.domain.paper import Heading
from gesprekshulp.exchange.word.styles import Styles
from gesprekshulp.exchange.word.xml import Xml, bookmark, paragraph, run, words

_DEEPEST = 2
_BEGIN = Xml('<w:r><w:fldChar w:fldCharType="begin"/></w:r>')
_SEPARATE = Xml('<w:r><w:fldChar w:fldCharType="separate"/></w:r>')
_END = Xml('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
_TAB = Xml("<w:r><w:tab/></w:r>")


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading with its page, and its chapter number with what separates the two."""

    heading: Heading
    page: int
    number: str = ""


def entries(heading: str, headings: Sequence[Entry], styles: Styles) -> Xml:
    """The contents of a document with these headings.

    Each entry leads to the bookmark that its heading carries, and its page is a PAGEREF.
    """
    shown = [
        (number, entry)
        for number, entry in enumerate(headings, start=1)
        if entry.heading.level <= _DEEPEST
    ]
    lines: list[Xml] = []
    for place, (number, entry) in enumerate(shown):
        item = entry.heading
        name = bookmark(number)
        page_of = _instruction(f"PAGEREF {name} \\h")
        inside = Xml(
            f'<w:hyperlink w:anchor="{name}" w:history="1">{run(entry.number + item.text)}{_TAB}'
            f"{_BEGIN}{page_of}{_SEPARATE}{run(str(entry.page))}{_END}</w:hyperlink>"
        )
        if place == 0:
            field = _instruction(f'TOC \\o "1-{_DEEPEST}" \\h \\z \\u')
            inside = Xml(f"{_BEGIN}{field}{_SEPARATE}{inside}")
        if place == len(shown) - 1:
            inside = Xml(f"{inside}{_END}")
        lines.append(paragraph(styles.contents[item.level - 1], inside))
    return Xml(
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>"
        f"{words(styles.contents_heading, heading)}{''.join(lines)}</w:sdtContent></w:sdt>"
    )


def _instruction(code: str) -> Xml:
    return Xml(f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>')

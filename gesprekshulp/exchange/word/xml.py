"""Pieces of a Word body as text, escaped once and joined once.

Building the body as strings costs a fraction of building a tree: a table of a thousand rows has
forty thousand elements. What keeps that safe is the type: only the functions here make an `Xml`,
and each of them escapes the text it is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NewType

from gesprekshulp.domain.clean import clean

Xml = NewType("Xml", str)
"""Well-formed markup, ready to stand in a document."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

NOTHING = Xml("")

_TEXT = '<w:t xml:space="preserve">'
# A row that is taller than a page has to break somewhere.
_UNBREAKABLE = 1500
# A table that stays together leaves no more than a third of a page empty.
_SHORT_ROWS = 6
_SHORT_TEXT = 1200
_ROW = "<w:trPr><w:cantSplit/></w:trPr>"
_HEADER_ROW = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_NONE: Mapping[int, str] = MappingProxyType({})
_CELL_END = "</w:t></w:r></w:p></w:tc>"


def escaped(text: str) -> str:
    """Clean text that can stand between tags or in an attribute with double quotes."""
    text = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;")


def run(text: str, style: str = "") -> Xml:
    """Running text, in a character style when one is named. Newlines become line breaks."""
    inside = _content(text)
    if not inside:
        return NOTHING
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return Xml(f"<w:r>{properties}{_TEXT}{inside}</w:t></w:r>")


def _content(text: str) -> str:
    """What stands between the tags of a text, which it may close and open again for a break."""
    if not text.isprintable():
        text = clean(text)
    # Most text has none of these, and looking is faster than replacing.
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if "\n" in text or "\t" in text:
        text = text.replace("\t", f"</w:t><w:tab/>{_TEXT}").replace("\n", f"</w:t><w:br/>{_TEXT}")
    return text


def paragraph(style: str, *content: Xml) -> Xml:
    """A paragraph in a style; "" is the document's own default style."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return Xml(f"<w:p>{properties}{''.join(content)}</w:p>")


def numbered_paragraph(style: str, number: int, *content: Xml) -> Xml:
    """An item of a list that has a number of its own beside that of its style."""
    return Xml(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:numPr><w:ilvl w:val="0"/>'
        f'<w:numId w:val="{number}"/></w:numPr></w:pPr>{"".join(content)}</w:p>'
    )


def link(relation: str, content: Xml) -> Xml:
    """Running text that leads to the target of a relation."""
    return Xml(f'<w:hyperlink r:id="{relation}" w:history="1">{content}</w:hyperlink>')


def bookmark(number: int) -> str:
    """The name of the bookmark of a heading, as Word itself gives them."""
    return f"_Toc{100000000 + number}"


def bookmarked(number: int, content: Xml) -> Xml:
    """Running text that can be led to by that number."""
    return Xml(
        f'<w:bookmarkStart w:id="{number}" w:name="{bookmark(number)}"/>{content}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def words(style: str, text: str) -> Xml:
    """A paragraph of plain text."""
    return paragraph(style, run(text))


def joined(pieces: Iterable[Xml]) -> Xml:
    """Pieces one after another."""
    return Xml("".join(pieces))


class Rows:
    """Makes the rows of one table: cells of one paragraph, in columns of a width and a style.

    What does not change from row to row is put together once; a table can have thousands of rows.
    """

    def __init__(self, widths: Sequence[int], styles: Sequence[str]) -> None:
        self._before = [
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r>'
            for width, style in zip(widths, styles, strict=True)
        ]
        self._markup = sum(map(len, self._before)) + len(self._before) * len(_TEXT + _CELL_END)

    def row(
        self,
        texts: Sequence[str],
        *,
        marks: Mapping[int, str] = _NONE,
        links: Mapping[int, str] = _NONE,
        header: bool = False,
    ) -> Xml:
        """A row of texts; by column, a character style or the relation that the text leads to.

        Rows stay whole on a page, and a header row comes back on each next page.
        """
        cells = [
            f"{before}{_TEXT}{_content(text)}{_CELL_END}"
            for before, text in zip(self._before, texts, strict=True)
        ]
        for column, mark in marks.items():
            styled = f'<w:rPr><w:rStyle w:val="{mark}"/></w:rPr>{_TEXT}'
            cells[column] = cells[column].replace(_TEXT, styled, 1)
        for column, relation in links.items():
            opened = f'<w:hyperlink r:id="{relation}" w:history="1"><w:r>'
            cells[column] = (
                cells[column]
                .replace("<w:r>", opened, 1)
                .replace("</w:r></w:p></w:tc>", "</w:r></w:hyperlink></w:p></w:tc>")
            )
        inside = "".join(cells)
        if len(inside) - self._markup > _UNBREAKABLE:
            return Xml(f"<w:tr>{inside}</w:tr>")
        return Xml(f"<w:tr>{_HEADER_ROW if header else _ROW}{inside}</w:tr>")


def table(
    style: str, widths: Sequence[int], rows: Iterable[Xml], *, header: bool, summary: str
) -> Xml:
    """A table of fixed column widths in twips; `summary` is read out to who cannot see it."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    look, first_row, first_column = ("0420", "1", "0") if header else ("0480", "0", "1")
    return Xml(
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{look}" w:firstRow="{first_row}"'
        f' w:lastRow="0" w:firstColumn="{first_column}" w:lastColumn="0" w:noHBand="0"'
        f' w:noVBand="1"/><w:tblCaption w:val="{escaped(summary)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def stays_with_next(texts: Sequence[Sequence[str]]) -> list[bool]:
    """By row of a table, its head left out, whether it stays on the page of the next row.

    A short table is not broken over pages; of a longer one no row is left alone.
    """
    count = len(texts)
    if count <= _SHORT_ROWS and sum(len(text) for row in texts for text in row) <= _SHORT_TEXT:
        return [place < count - 1 for place in range(count)]
    return [place in (0, count - 2) and place < count - 1 for place in range(count)]


def columns(total: int, *shares: int) -> tuple[int, ...]:
    """Divide a width in twips over columns by their shares; the widths add up to the whole."""
    whole = sum(shares)
    widths = [total * share // whole for share in shares]
    widths[-1] += total - sum(widths)
    return tuple(widths)

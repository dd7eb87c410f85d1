"""Setting a document in Word: one block after another, in the styles of a template."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from gesprekshulp.domain.page import Room
from gesprekshulp.domain.paper import (
    Block,
    Cell,
    Contents,
    Facts,
    Heading,
    ItemList,
    Paper,
    Paragraph,
    ParagraphRole,
    Spans,
    Table,
)
from gesprekshulp.exchange.word.contents import Entry, entries
from gesprekshulp.exchange.word.styles import Styles
from gesprekshulp.exchange.word.xml import (
    Rows,
    Xml,
    bookmark,
    bookmarked,
    columns,
    link,
    numbered_paragraph,
    paragraph,
    run,
    stays_with_next,
    table,
    words,
)

FACTS_SHARES = (22, 78)
"""How labels and values divide the width of a table of facts."""

_ABOVE = (ParagraphRole.TITLE, ParagraphRole.SUBTITLE)
_LINK = "rIdKoppeling"
_NARROW = 6000
"""Twips; in tables less wide than this, words may not fit in their column."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """Of each bookmark the page, and the number that its heading has with what stands behind it."""

    pages: Mapping[str, int] = field(default_factory=dict[str, int])
    numbers: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Setting:
    """A document as Word markup, with what it needs elsewhere in the package.

    `links` gives the address of each relation by its identifier. `lists` are the numbers of the
    lists that begin at 1 again, each to be defined beside the list style's own.
    """

    body: Xml
    links: dict[str, str]
    lists: tuple[int, ...]


def set_paper(
    paper: Paper,
    styles: Styles,
    room: Room,
    reckon: Callable[[Xml], Reckoned],
    *,
    first_list: int,
    with_title: bool = True,
) -> Setting:
    """Everything between header and footer.

    `reckon` tells on which pages the bookmarks of this body will stand, and by what number; it is
    asked only for a table of contents. `first_list` is the first list number that is free in the
    package. Without the title for a template that sets the title itself.
    """
    blocks = tuple(_shown(paper, with_title))

    def set_(reckoned: Reckoned) -> Setting:
        setter = _Setter(blocks, styles, room, first_list, reckoned)
        body = Xml("".join(setter.set_(blocks)))
        return Setting(body, setter.links(), tuple(setter.lists))

    done = set_(Reckoned())
    if any(isinstance(block, Contents) for block in blocks):
        found = reckon(done.body)
        if found.numbers:
            # With chapter numbers the contents may take more lines.
            found = reckon(set_(found).body)
        # They take the same room whatever the pages in them.
        done = set_(found)
    return done


def _shown(paper: Paper, with_title: bool) -> Iterator[Block]:
    for block in paper.blocks:
        if with_title or not (isinstance(block, Paragraph) and block.role in _ABOVE):
            yield block


class _Setter:
    def __init__(
        self,
        blocks: tuple[Block, ...],
        styles: Styles,
        room: Room,
        first_list: int,
        reckoned: Reckoned,
    ) -> None:
        self._styles = styles
        self._width = room.width
        self._next_list = first_list
        self.lists: list[int] = []
        self._has_list = False
        self._targets: dict[str, str] = {}
        self._pages: list[int] = []
        self._numbers: list[str] = []
        self._headings: list[Heading] = []
        self._heading = 0
        if any(isinstance(block, Contents) for block in blocks):
            self._headings = [block for block in blocks if isinstance(block, Heading)]
            marks = [bookmark(number) for number in range(1, len(self._headings) + 1)]
            self._pages = [reckoned.pages.get(mark, 1) for mark in marks]
            self._numbers = [reckoned.numbers.get(mark, "") for mark in marks]
        self._roles = {
            ParagraphRole.TITLE: styles.title,
            ParagraphRole.SUBTITLE: styles.subtitle,
            ParagraphRole.LEAD: styles.lead,
            ParagraphRole.ADDRESS: styles.address,
            ParagraphRole.SIGNATURE: styles.signature,
            ParagraphRole.MORE: styles.more,
        }

    def links(self) -> dict[str, str]:
        """The relations that were used, by identifier."""
        return {relation: target for target, relation in self._targets.items()}

    def set_(self, blocks: tuple[Block, ...]) -> Iterator[Xml]:
        before: Block | None = None
        for block in blocks:
            match block:
                case Paragraph():
                    yield paragraph(self._style(block, before), *self._runs(block.spans))
                case Heading():
                    yield self._set_heading(block)
                case ItemList():
                    yield from self._list(block)
                case Table():
                    yield self._table(block)
                case Facts():
                    yield self._facts(block)
                case Contents():
                    listed = [
                        Entry(*of)
                        for of in zip(self._headings, self._pages, self._numbers, strict=True)
                    ]
                    yield entries(block.heading, listed, self._styles)
            before = block

    def _style(self, block: Paragraph, before: Block | None) -> str:
        """The style of a paragraph; below a table or a list it keeps its distance."""
        if isinstance(before, Table | Facts | ItemList):
            if block.role is ParagraphRole.BODY:
                return self._styles.after
            if block.role is ParagraphRole.LEAD:
                return self._styles.lead_after
        return self._roles.get(block.role, self._styles.body)

    def _set_heading(self, block: Heading) -> Xml:
        style = self._styles.headings[min(block.level, 3) - 1]
        self._heading += 1
        if not self._headings:
            return words(style, block.text)
        return paragraph(style, bookmarked(self._heading, run(block.text)))

    def _list(self, block: ItemList) -> Iterator[Xml]:
        styles = self._styles
        # The first list counts with its style; a next one would go on where that ended.
        again = 0
        if block.numbered and self._has_list:
            again = self._next_list + len(self.lists)
            self.lists.append(again)
        self._has_list = self._has_list or block.numbered
        for item in block.items:
            inside = tuple(self._runs(item.spans))
            if again:
                yield numbered_paragraph(styles.number, again, *inside)
            else:
                yield paragraph(styles.number if block.numbered else styles.bullet, *inside)

    def _runs(self, spans: Spans) -> Iterator[Xml]:
        styles = self._styles
        for span in spans:
            if span.link:
                yield link(self._relation(span.link), run(span.text, styles.link))
            else:
                yield run(span.text, styles.strong if span.strong else "")

    def _relation(self, target: str) -> str:
        return self._targets.setdefault(target, f"{_LINK}{len(self._targets) + 1}")

    def _table(self, block: Table) -> Xml:
        styles = self._styles
        texts = [block.heads, *([cell.text for cell in row] for row in block.rows)]
        widths = self._columns(block.shares, texts)
        count = len(block.heads)
        head = Rows(widths, [styles.cell_head] * count).row(block.heads, header=True)
        plain = Rows(widths, [styles.cell] * count)
        kept = Rows(widths, [styles.cell_kept] * count)
        rows = [
            self._row(kept if stays else plain, row)
            for row, stays in zip(block.rows, stays_with_next(texts[1:]), strict=True)
        ]
        return table(styles.table, widths, [head, *rows], header=True, summary=block.summary)

    def _facts(self, block: Facts) -> Xml:
        styles = self._styles
        widths = self._columns(FACTS_SHARES, [(label, cell.text) for label, cell in block.rows])
        # The rows stay together on a page, as long as a page can hold them.
        plain = Rows(widths, (styles.label, styles.cell))
        last = Rows(widths, (styles.last_label, styles.cell))
        end = len(block.rows) - 1
        rows = [
            self._row(last if number == end else plain, (Cell(label), cell))
            for number, (label, cell) in enumerate(block.rows)
        ]
        return table(styles.facts, widths, rows, header=False, summary=block.summary)

    def _columns(self, shares: Sequence[int], texts: Iterable[Sequence[str]]) -> tuple[int, ...]:
        """The widths of columns; where there is little room, none breaks its words if it can be."""
        if self._width >= _NARROW:
            return columns(self._width, *shares)
        # Narrow templates are few.
        from gesprekshulp.exchange.word.narrow import fitting_columns

        return fitting_columns(self._width, shares, texts)

    def _row(self, rows: Rows, cells: tuple[Cell, ...]) -> Xml:
        styles = self._styles
        marks: dict[int, str] = {}
        relations: dict[int, str] = {}
        for column, cell in enumerate(cells):
            if cell.link:
                relations[column] = self._relation(cell.link)
                marks[column] = styles.link
            elif cell.late or cell.strong:
                marks[column] = styles.late if cell.late else styles.strong
        return rows.row([cell.text for cell in cells], marks=marks, links=relations)

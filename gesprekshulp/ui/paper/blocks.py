"""From the blocks of a paper to strips: what is set, line by line and row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from gesprekshulp.domain.paper import (
    FIXED,
    NOWHERE,
    Block,
    Cell,
    Contents,
    Facts,
    Heading,
    ItemList,
    Paper,
    Paragraph,
    Place,
    Span,
    Spans,
    Table,
)
from gesprekshulp.exchange.word.xml import columns
from gesprekshulp.ui.paper.letters import Face, SetText
from gesprekshulp.ui.paper.looks import Ink, Letter, Look, Style
from gesprekshulp.ui.paper.pieces import Fill, Later, Piece, Said, Strip, Words

_FACT_SHARES = (22, 78)
_MOST_KEPT = 4000
_AFTER_TABLE = 120
_NUMBER = 600
"""The room for the number of a page in a table of contents."""
_BAR, _IN_FRAME = 60.0, 160.0
PageOf = Callable[[int], str]
"""The number of the page on which the n-th heading of a document stands."""


class Setter:
    """Sets the blocks of one paper at one width."""

    def __init__(self, look: Look, face: Face, page_of: PageOf) -> None:
        self._look = look
        self._face = face
        self._page_of = page_of
        self._width = float(look.margins.text_width)
        # A row higher than this is divided over pages; the rest stays whole.
        page = look.margins
        self._most = (page.text_points * 20) * 0.9
        self._kept: dict[tuple[str, Letter, float], SetText] = {}

    def strips(self, paper: Paper) -> Iterator[Strip]:
        """All strips of a paper, one after another, each made when it is asked for."""
        headings = [block for block in paper.blocks if isinstance(block, Heading)]
        number = 0
        for block in paper.blocks:
            if isinstance(block, Heading):
                yield from self._heading(block, number)
                number += 1
            elif isinstance(block, Contents):
                yield from self._contents(block, headings)
            else:
                yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Strip]:
        match block:
            case Paragraph():
                style = self._look.roles[block.role]
                yield from self._lines(block.spans, style, block.place)
            case ItemList():
                yield from self._list(block)
            case Table():
                yield from self._table(block)
            case Facts():
                yield from self._facts(block)
            case Heading() | Contents():
                raise AssertionError("headings and contents are set by strips()")

    # --- running text ---

    def _heading(self, block: Heading, number: int) -> Iterator[Strip]:
        style = self._look.headings[min(max(block.level, 1), 3) - 1]
        spans = (Span(block.text),)
        for strip in self._lines(spans, style, block.place, whole=True):
            strip.heading = number
            yield strip

    def _lines(
        self,
        spans: Spans,
        style: Style,
        place: Place,
        *,
        indent: float = 0.0,
        right: float = 0.0,
        mark: str = "",
        whole: bool = False,
    ) -> Iterator[Strip]:
        """A paragraph line by line; the first two and the last two lines stay together."""
        text = self._set(spans, style, self._width - indent - right)
        said = Said(text.text, place)
        last = len(text.lines) - 1
        for line in range(last + 1):
            pieces: list[Piece] = [Words(said, text, line, indent, 0.0)]
            if line == 0 and mark:
                sign = self._set((Span(mark),), style, self._width)
                pieces.append(Words(None, sign, 0, 0.0, 0.0))
            ends = line == last
            yield Strip(
                text.height_of(line),
                pieces,
                before=style.before if line == 0 else 0.0,
                after=style.after if ends else 0.0,
                glued=style.keep if ends else whole or line == 0 or line == last - 1,
                place=place,
                said=(said,) if line == 0 else (),
            )

    def _list(self, block: ItemList) -> Iterator[Strip]:
        style, indent = self._look.item, float(self._look.indent)
        if block.numbered:
            # Three figures need more room than one.
            widest = self._set((Span(f"{len(block.items)}. "),), style, self._width).width
            indent = max(indent, widest + 60)
        for number, item in enumerate(block.items, start=1):
            mark = f"{number}." if block.numbered else "•"
            yield from self._lines(item.spans, style, item.place, indent=indent, mark=mark)

    def _contents(self, block: Contents, headings: Sequence[Heading]) -> Iterator[Strip]:
        if block.heading:
            for strip in self._heading(Heading(block.heading), -1):
                strip.heading = -1
                yield strip
        style = self._look.entry

        def set_(words: str) -> SetText:
            return self._set((Span(words),), style, self._width)

        for number, heading in enumerate(headings):
            indent = (min(max(heading.level, 1), 3) - 1) * float(self._look.indent)
            room = replace(style, keep=False)
            made = list(
                self._lines(
                    (Span(heading.text),), room, NOWHERE, indent=indent, right=_NUMBER, whole=True
                )
            )
            end = made[-1]
            end.glued = False

            def where(number: int = number) -> str:
                return self._page_of(number)

            shown = end.pieces[0]
            assert isinstance(shown, Words)
            left = indent + shown.text.lines[shown.line].naturalTextWidth()
            end.pieces.append(Later(left, self._width, 0.0, where, set_))
            yield from made

    # --- tables ---

    def _facts(self, block: Facts) -> Iterator[Strip]:
        look = self._look
        widths = columns(look.margins.text_width, *_FACT_SHARES)
        label = replace(look.cell, letter=replace(look.cell.letter, ink=Ink.SECOND))
        last = len(block.rows) - 1
        for number, (name, value) in enumerate(block.rows):
            fixed = Place(value.place.part, FIXED)
            cells = ((Cell(name, fixed), label), (value, self._cell_style(value)))
            strips = self._row(cells, widths, left=_IN_FRAME if block.framed else 0.0)
            if block.framed:
                inks = self._face.inks
                for strip in strips:
                    height = strip.height
                    strip.pieces.insert(0, Fill(0.0, 0.0, self._width, height, inks.soft))
                    strip.pieces.append(Fill(0.0, 0.0, _BAR, height, inks.accent))
            if number == last:
                strips[-1].air = _AFTER_TABLE
            yield from strips

    def _table(self, block: Table) -> Iterator[Strip]:
        look = self._look
        widths = columns(look.margins.text_width, *block.shares)
        bold = replace(look.cell, letter=replace(look.cell.letter, bold=True, ink=Ink.SECOND))
        part = next((cell.place.part for row in block.rows for cell in row), "")
        heads = [(Cell(text, Place(part, FIXED)), bold) for text in block.heads]
        left = float(look.cell_side)
        head = self._row(heads, widths, left=left)[0]
        soft = Fill(0.0, 0.0, self._width, head.height, self._face.inks.soft)
        head.pieces.insert(0, soft)
        head.glued = True
        # A head that fills a page by itself is not repeated.
        again = replace(head, said=()) if head.height < self._most / 3 else None
        yield head
        last = len(block.rows) - 1
        for number, row in enumerate(block.rows):
            cells = [(cell, self._cell_style(cell)) for cell in row]
            strips = self._row(cells, widths, left=left)
            for strip in strips:
                strip.head = again
            if number == last:
                strips[-1].air = _AFTER_TABLE
            yield from strips

    def _cell_style(self, cell: Cell) -> Style:
        style = self._look.cell
        if cell.strong and not cell.late:
            return replace(style, letter=replace(style.letter, bold=True))
        if not cell.late:
            return style
        return replace(style, letter=replace(style.letter, bold=True, ink=Ink.LATE))

    def _row(
        self, cells: Iterable[tuple[Cell, Style]], widths: Sequence[int], *, left: float
    ) -> list[Strip]:
        """One row with a line under it: whole, or line by line when it is higher than a page."""
        look = self._look
        top, right = float(look.cell_top), float(look.cell_side)
        set_: list[tuple[Said, SetText, float]] = []
        x, place = 0.0, NOWHERE
        for (cell, style), width in zip(cells, widths, strict=True):
            text = self._set((Span(cell.text, link=cell.link),), style, width - left - right)
            set_.append((Said(text.text, cell.place), text, x + left))
            place = place if place.part or place.row else cell.place
            x += width
        said = tuple(one for one, _, _ in set_)
        height = max((text.height for _, text, _ in set_), default=0.0)
        if height + 2 * top <= self._most:
            pieces: list[Piece] = [
                Words(one, text, line, at, top + text.tops[line])
                for one, text, at in set_
                for line in range(len(text.lines))
            ]
            pieces.append(self._hairline(height + 2 * top))
            return [Strip(height + 2 * top + look.hairline, pieces, place=place, said=said)]
        return self._long_row(set_, place, said)

    def _long_row(
        self, set_: Sequence[tuple[Said, SetText, float]], place: Place, said: tuple[Said, ...]
    ) -> list[Strip]:
        top = float(self._look.cell_top)
        strips: list[Strip] = []
        most = max(len(text.lines) for _, text, _ in set_)
        for line in range(most):
            there = [(one, text, at) for one, text, at in set_ if line < len(text.lines)]
            above = top if line == 0 else 0.0
            height = above + max(text.height_of(line) for _, text, _ in there)
            pieces: list[Piece] = [Words(one, text, line, at, above) for one, text, at in there]
            if line == most - 1:
                height += top
                pieces.append(self._hairline(height))
                height += self._look.hairline
            strips.append(Strip(height, pieces, place=place, said=said if line == 0 else ()))
        return strips

    def _hairline(self, y: float) -> Fill:
        return Fill(0.0, y, self._width, float(self._look.hairline), self._face.inks.line)

    def _set(self, spans: Spans, style: Style, width: float) -> SetText:
        if len(spans) == 1 and not spans[0].strong and not spans[0].link:
            # Names and days come back in every row of a long table.
            key = (spans[0].text, style.letter, width)
            if (known := self._kept.get(key)) is not None:
                return known
            made = SetText(spans, style.letter, width, style.spacing, self._face)
            if len(self._kept) < _MOST_KEPT:
                self._kept[key] = made
            return made
        return SetText(spans, style.letter, width, style.spacing, self._face)

"""What stands in a Word file, cut into pieces that are not broken over pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from gesprekshulp.domain.page import TWIPS_PER_POINT
from gesprekshulp.exchange.word.layout_looks import Look, Looks, TableLook
from gesprekshulp.exchange.word.letter_widths import Said, lines
from gesprekshulp.exchange.word.tree import Element, w

_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_EMU_PER_POINT = 12700
_THROUGH = tuple(map(w, ("hyperlink", "ins", "smartTag", "fldSimple", "sdt", "sdtContent")))


@dataclass(frozen=True, slots=True)
class Piece:
    """What is not broken over pages; lengths in points.

    `before` and `after` are the distances around it. `glued` keeps it on the page of the next
    piece, `starts_page` puts it on a new one, `head` is what is repeated above it on a next page.
    `marks` are the bookmarks in it.
    """

    height: float
    before: float = 0.0
    after: float = 0.0
    glued: bool = False
    starts_page: bool = False
    head: float = 0.0
    marks: tuple[str, ...] = ()


@dataclass(slots=True)
class _Content:
    """The text of a paragraph, and what else stands in it."""

    said: list[Said] = field(default_factory=list[Said])
    picture: float = 0.0
    above: float = 0.0
    marks: list[str] = field(default_factory=list[str])
    pages: list[int] = field(default_factory=list[int])


def pieces(
    elements: Iterable[Element], looks: Looks, width: float, table: str = "", *, heads: bool = False
) -> Iterator[Piece]:
    """The pieces of these paragraphs and tables, in order; `width` in points.

    `table` is the style of the table whose cell they fill, `heads` whether that is its first row.
    """
    flat = list(_flat(elements))
    known = [
        looks.of(item.find(w("pPr")), table, heads=heads) if item.tag == w("p") else None
        for item in flat
    ]
    for place, (item, look) in enumerate(zip(flat, known, strict=True)):
        if look is None:
            yield from _table(item, looks, width)
        elif not look.floats:
            before = known[place - 1] if place else None
            after = known[place + 1] if place + 1 < len(known) else None
            if look.contextual:
                look = replace(
                    look,
                    before=0.0 if before and before.style == look.style else look.before,
                    after=0.0 if after and after.style == look.style else look.after,
                )
            yield from _paragraph(item, looks, look, width)


def height_of(found: Sequence[Piece]) -> float:
    """How high pieces are together, with the distances around them."""
    height = above = 0.0
    for piece in found:
        height += apart(above, piece.before) + piece.height
        above = piece.after
    return height + above


def apart(above: float, below: float) -> float:
    """The distance between two pieces: of what each asks for the larger counts."""
    return max(above, below)


def _flat(elements: Iterable[Element]) -> Iterator[Element]:
    for item in elements:
        if item.tag == w("sdt"):
            content = item.find(w("sdtContent"))
            yield from _flat(content if content is not None else ())
        elif item.tag in (w("p"), w("tbl")):
            yield item


def _paragraph(item: Element, looks: Looks, look: Look, width: float) -> Iterator[Piece]:
    content = _Content()
    properties = item.find(f"{w('pPr')}/{w('rPr')}") if len(item) < 2 else None
    base, size = looks.letters(look, properties)
    _read(item, looks, look, content)
    room = width - look.left - look.right
    line = max(
        [look.line_height(letters) * at / look.size for _, letters, at in content.said]
        or [look.line_height(base) * size / look.size]
    )
    if look.rule == "exact":
        line = look.line_height(base)
    marks = tuple(content.marks)
    for place, (first, last) in enumerate(_between_breaks(content)):
        said = content.said[first:last]
        if place and not said:
            yield Piece(0.0, starts_page=True)
            continue
        count = lines(said, room, look.first)
        yield from _broken(
            replace(look, starts_page=True) if place else look,
            count, line, max(content.picture - line, 0.0) + content.above, marks,
        )  # fmt: skip
        marks = ()


def _between_breaks(content: _Content) -> Iterator[tuple[int, int]]:
    at = 0
    for place in (*content.pages, len(content.said)):
        yield at, place
        at = place


def _broken(
    look: Look, count: int, line: float, more: float, marks: tuple[str, ...]
) -> Iterator[Piece]:
    """A paragraph in what can be broken off: never one line alone, below or above."""
    whole = look.keep_lines or look.keep_next or (look.widows and count < 4)
    sizes = [count] if whole or count == 1 else [1] * count
    if not whole and look.widows:
        sizes = [2, *[1] * (count - 4), 2]
    end = len(sizes) - 1
    for place, size in enumerate(sizes):
        first, last = place == 0, place == end
        height = size * line + (more + look.edge_above if first else 0.0)
        yield Piece(
            height + (look.edge_below if last else 0.0),
            before=look.before if first else 0.0,
            after=look.after if last else 0.0,
            glued=look.keep_next,
            starts_page=look.starts_page and first,
            marks=marks if first else (),
        )


def _read(parent: Element, looks: Looks, look: Look, content: _Content) -> None:
    for item in parent:
        if item.tag == w("r"):
            _run(item, looks, look, content)
        elif item.tag in _THROUGH:
            _read(item, looks, look, content)
        elif item.tag == w("bookmarkStart"):
            content.marks.append(item.get(w("name"), ""))


def _run(run: Element, looks: Looks, look: Look, content: _Content) -> None:
    letters, size = looks.letters(look, run.find(w("rPr")))
    for item in run:
        name = item.tag.rpartition("}")[2]
        if name == "t":
            text = item.text or ""
            content.said.append((text.upper() if look.caps else text, letters, size))
        elif name == "tab":
            content.said.append(("  ", letters, size))
        elif name in ("br", "cr"):
            if item.get(w("type")) == "page":
                content.pages.append(len(content.said))
            elif item.get(w("type")) != "column":
                content.said.append(("\n", letters, size))
        elif name in ("drawing", "AlternateContent"):
            _drawing(item, content)


def _drawing(item: Element, content: _Content) -> None:
    for drawn in item.iter(f"{_DRAWN}inline", f"{_DRAWN}anchor"):
        size = drawn.find(f"{_DRAWN}extent")
        height = _whole(size, "cy") / _EMU_PER_POINT
        if drawn.tag == f"{_DRAWN}inline":
            content.picture = max(content.picture, height)
        elif drawn.find(f"{_DRAWN}wrapTopAndBottom") is not None:
            content.above += height
        return


# --- tables ---


def _table(table: Element, looks: Looks, width: float) -> Iterator[Piece]:
    properties = table.find(w("tblPr"))
    look = looks.table(properties)
    grid = [_twips(column, "w") for column in table.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]
    rows = table.findall(w("tr"))
    head = 0.0
    heading = True
    for place, row in enumerate(rows):
        about = row.find(w("trPr"))
        cells = list(_cells(row, looks, look, grid or [width], heads=place == 0))
        height = max((height_of(cell) for cell in cells), default=0.0)
        height = _at_least(about, height + look.top + look.bottom) + look.rule
        heading = heading and _has(about, "tblHeader")
        is_last = place == len(rows) - 1
        if _has(about, "cantSplit") or heading or max(map(len, cells), default=0) < 2:
            glued = heading or bool(cells and cells[0] and cells[0][0].glued)
            marks = tuple(mark for cell in cells for piece in cell for mark in piece.marks)
            starts = place == 0 and bool(cells and cells[0]) and cells[0][0].starts_page
            yield Piece(
                height, glued=glued and not is_last, starts_page=starts, head=head, marks=marks
            )
        else:
            tallest = max(cells, key=height_of)
            yield from _split(tallest, height - height_of(tallest), head)
        head += height if heading else 0.0


def _split(cell: Sequence[Piece], around: float, head: float) -> Iterator[Piece]:
    """A row that may be broken over pages, by the pieces of its highest cell."""
    for place, piece in enumerate(cell):
        more = around if place == 0 else apart(cell[place - 1].after, piece.before)
        yield Piece(piece.height + more, glued=piece.glued, head=head, marks=piece.marks)


def _cells(
    row: Element, looks: Looks, look: TableLook, grid: Sequence[float], *, heads: bool
) -> Iterator[list[Piece]]:
    at = 0
    for cell in row.iterfind(w("tc")):
        about = cell.find(w("tcPr"))
        span = about.find(w("gridSpan")) if about is not None else None
        wide = _whole(span, w("val")) or 1
        room = sum(grid[at : at + wide]) or sum(grid) / len(grid)
        at += wide
        merged = about.find(w("vMerge")) if about is not None else None
        if merged is None or merged.get(w("val")) == "restart":
            room -= look.left + look.right
            yield list(pieces(cell, looks, room, look.style, heads=heads))


def _at_least(about: Element, height: float) -> float:
    """The height that a row asks for, if it is more than what it holds."""
    asked = about.find(w("trHeight")) if about is not None else None
    if asked is None:
        return height
    given = _twips(asked, "val")
    return given if asked.get(w("hRule")) == "exact" else max(height, given)


def _has(about: Element, name: str) -> bool:
    found = about.find(w(name)) if about is not None else None
    return found is not None and found.get(w("val")) not in ("0", "false", "off")


def _twips(item: Element, name: str) -> float:
    return _whole(item, w(name)) / TWIPS_PER_POINT


def _whole(item: Element, name: str) -> int:
    """A number in an attribute; 0 when it is not there."""
    text = item.get(name, "") if item is not None else ""
    return int(text) if text.isdigit() else 0

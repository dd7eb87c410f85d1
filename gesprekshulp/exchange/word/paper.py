"""Setting a document in Word: one block after another, in the styles of a template."""

from __future__ import annotations

from collections.abc import Iterator

from gesprekshulp.domain.paper import (
    Block,
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
from gesprekshulp.exchange.word.styles import Styles
from gesprekshulp.exchange.word.xml import (
    Rows,
    Xml,
    columns,
    paragraph,
    run,
    table,
    words,
)

_FACTS = (22, 78)
_ABOVE = (ParagraphRole.TITLE, ParagraphRole.SUBTITLE)


def body(paper: Paper, styles: Styles, width: int, *, with_title: bool = True) -> Xml:
    """Everything between header and footer; `width` is that of the text, in twips.

    Without the title for a template that sets the title itself.
    """
    return Xml("".join(_Setter(styles, width).set_(_shown(paper, with_title))))


def _shown(paper: Paper, with_title: bool) -> Iterator[Block]:
    for block in paper.blocks:
        if with_title or not (isinstance(block, Paragraph) and block.role in _ABOVE):
            yield block


class _Setter:
    def __init__(self, styles: Styles, width: int) -> None:
        self._styles = styles
        self._width = width
        self._roles = {
            ParagraphRole.TITLE: styles.title,
            ParagraphRole.SUBTITLE: styles.subtitle,
            ParagraphRole.LEAD: styles.lead,
        }

    def set_(self, blocks: Iterator[Block]) -> Iterator[Xml]:
        styles = self._styles
        for block in blocks:
            match block:
                case Paragraph():
                    style = self._roles.get(block.role, styles.body)
                    yield paragraph(style, *self._runs(block.spans))
                case Heading():
                    style = styles.heading if block.level == 1 else styles.subheading
                    yield words(style, block.text)
                case ItemList():
                    style = styles.number if block.numbered else styles.bullet
                    for item in block.items:
                        yield paragraph(style, *self._runs(item.spans))
                case Table():
                    yield self._table(block)
                case Facts():
                    yield self._facts(block)
                case Contents():
                    pass

    def _runs(self, spans: Spans) -> Iterator[Xml]:
        for span in spans:
            yield run(span.text, self._styles.strong if span.strong else "")

    def _table(self, block: Table) -> Xml:
        styles = self._styles
        widths = columns(self._width, *block.shares)
        count = len(block.heads)
        head = Rows(widths, [styles.cell_head] * count).row(block.heads, header=True)
        plain = Rows(widths, [styles.cell] * count)
        rows = [plain.row([cell.text for cell in row]) for row in block.rows]
        return table(styles.table, widths, [head, *rows], header=True, summary=block.summary)

    def _facts(self, block: Facts) -> Xml:
        styles = self._styles
        widths = columns(self._width, *_FACTS)
        plain = Rows(widths, (styles.label, styles.cell))
        rows = [plain.row((label, cell.text)) for label, cell in block.rows]
        return table(styles.facts, widths, rows, header=False, summary=block.summary)

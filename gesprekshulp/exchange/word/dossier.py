"""The dossier of an appointment as a Word document, to read in the train."""

from __future__ import annotations

from datetime import date

from gesprekshulp.domain.dossier import Dossier
from gesprekshulp.domain.page import DOSSIER
from gesprekshulp.domain.report import FirmIdentity
from gesprekshulp.exchange.word.dossier_limit import Shown
from gesprekshulp.exchange.word.dossier_paper import NOTHING_YET, left_out, opened, paper_of
from gesprekshulp.exchange.word.dossier_sections import Form, Late
from gesprekshulp.exchange.word.letterhead import letterhead, properties
from gesprekshulp.exchange.word.styles import OWN
from gesprekshulp.exchange.word.template import document as own_document
from gesprekshulp.exchange.word.xml import Rows, Xml, columns, paragraph, run, table, words

TEMPLATE = "dossier.docx"
_FRAME = "Kadertabel"
_MORE = "Meer"


def build_dossier(
    dossier: Dossier, firm: FirmIdentity, today: date, *, limit_to_two_pages: bool = True
) -> bytes:
    """The dossier as the bytes of a .docx; the same dossier and day give the same bytes.

    It is cut to two A4 pages, saying how much was left out, unless that is switched off.
    """
    found = opened(dossier, today, limit_to_two_pages=limit_to_two_pages)
    paper = paper_of(found, firm, today)
    subtitle = run("\n".join(found.about))
    body = [words(OWN.title, found.title), paragraph(OWN.subtitle, subtitle)]
    for section in found.shown:
        body += _set(section)
    if not found.shown:
        body.append(words(OWN.body, NOTHING_YET))
    return own_document(TEMPLATE, Xml("".join(body)), letterhead(paper), properties(paper))


def _set(shown: Shown) -> list[Xml]:
    section = shown.section
    pieces = [words(OWN.heading, section.title)]
    if section.form is Form.BULLETS:
        pieces += [words(OWN.bullet, cells[0]) for cells in shown.rows]
    elif section.form is Form.WORDS:
        pieces += [words(OWN.body, cells[0]) for cells in shown.rows]
    elif shown.rows:
        pieces.append(_table(shown))
    if more := left_out(shown):
        pieces.append(words(_MORE, more))
    return pieces


def _table(shown: Shown) -> Xml:
    section = shown.section
    widths = columns(DOSSIER.text_width, *section.shares)
    rows: list[Xml] = []
    others = [OWN.cell] * (len(widths) - 1)
    if section.heads:
        rows.append(Rows(widths, [OWN.cell_head] * len(widths)).row(section.heads, header=True))
    plain = Rows(widths, [OWN.cell if section.heads else OWN.last_label, *others])
    for cells in shown.rows:
        # What is overdue can only stand last: it is the day of a promise.
        late = isinstance(cells[-1], Late)
        rows.append(plain.row(cells, marks={len(cells) - 1: OWN.late} if late else {}))
    look = {Form.FRAME: _FRAME, Form.FACTS: OWN.facts}.get(section.form, OWN.table)
    return table(look, widths, rows, header=bool(section.heads), summary=section.title)

"""The dossier of an appointment as a Word document, to read in the train."""

from __future__ import annotations

from datetime import date

from gesprekshulp.domain.clean import one_line
from gesprekshulp.domain.dossier import Dossier
from gesprekshulp.domain.dutch_dates import day_and_year, short_day
from gesprekshulp.domain.report import FirmIdentity
from gesprekshulp.exchange.word.dossier_limit import Shown, everything, two_pages
from gesprekshulp.exchange.word.dossier_sections import Form, Late, appointment_line, sections
from gesprekshulp.exchange.word.fit import fitted
from gesprekshulp.exchange.word.page import DOSSIER, DOSSIER_LINES, TWIPS_PER_POINT
from gesprekshulp.exchange.word.properties import Properties, author
from gesprekshulp.exchange.word.styles import OWN, accent
from gesprekshulp.exchange.word.template import Letterhead
from gesprekshulp.exchange.word.template import document as own_document
from gesprekshulp.exchange.word.xml import Rows, Xml, columns, paragraph, run, table, words

TEMPLATE = "dossier.docx"
_FRAME = "Kadertabel"
_MORE = "Meer"
_NOTHING_YET = "Over deze klant is nog niets vastgelegd."


def build_dossier(
    dossier: Dossier, firm: FirmIdentity, today: date, *, limit_to_two_pages: bool = True
) -> bytes:
    """The dossier as the bytes of a .docx; the same dossier and day give the same bytes.

    It is cut to two A4 pages, saying how much was left out, unless that is switched off.
    """
    appointment = dossier.appointment
    title = one_line(dossier.client.name if dossier.client else "") or one_line(appointment.title)
    title = title or "Dossier"
    about = [one_line(appointment.title)] if dossier.client else []
    about.append(appointment_line(appointment))
    about = [line for line in about if line]
    if limit_to_two_pages:
        width = DOSSIER.text_width / TWIPS_PER_POINT
        title, _ = fitted(title, width / DOSSIER_LINES.title_size, 1)
        about = [fitted(line, width / DOSSIER_LINES.size, 1)[0] for line in about]
        shown = two_pages(sections(dossier, today), len(about))
    else:
        shown = everything(sections(dossier, today))

    subtitle = run("\n".join(about))
    body = [words(OWN.title, title), paragraph(OWN.subtitle, subtitle)]
    for section in shown:
        body += _set(section)
    if not shown:
        body.append(words(OWN.body, _NOTHING_YET))
    return own_document(
        TEMPLATE,
        Xml("".join(body)),
        _letterhead(title, firm, today),
        _properties(title, firm, today),
    )


def _letterhead(title: str, firm: FirmIdentity, today: date) -> Letterhead:
    # No logo and no address: this is for the adviser, and its two pages are precious.
    return Letterhead(
        firm=firm.name or firm.adviser or "Dossier",
        kind=f"Dossier · alleen voor eigen gebruik · {short_day(today)} {today.year}",
        foot=f"Dossier {title}",
        accent=accent(firm.accent),
    )


def _properties(title: str, firm: FirmIdentity, today: date) -> Properties:
    return Properties(
        title=f"Dossier {title}",
        subject=f"Dossier, {day_and_year(today)}",
        author=author(firm.adviser, firm.name),
        company=firm.name,
        day=today,
    )


def _set(shown: Shown) -> list[Xml]:
    section = shown.section
    pieces = [words(OWN.heading, section.title)]
    if section.form is Form.BULLETS:
        pieces += [words(OWN.bullet, cells[0]) for cells in shown.rows]
    elif section.form is Form.WORDS:
        pieces += [words(OWN.body, cells[0]) for cells in shown.rows]
    elif shown.rows:
        pieces.append(_table(shown))
    if shown.left_out:
        one, more = section.noun
        what = f"{shown.left_out} {one if shown.left_out == 1 else more}"
        what = f"en nog {what}" if shown.rows else f"{what}, hier niet getoond"
        pieces.append(words(_MORE, what))
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

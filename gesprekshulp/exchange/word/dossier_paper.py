"""The dossier as blocks, for the printer, PDF and screen: the same rows as in its Word file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gesprekshulp.domain.clean import one_line
from gesprekshulp.domain.dossier import Dossier
from gesprekshulp.domain.dutch_dates import day_and_year, short_day
from gesprekshulp.domain.page import DOSSIER, DOSSIER_LINES, TWIPS_PER_POINT
from gesprekshulp.domain.paper import (
    Block,
    Cell,
    Facts,
    Heading,
    ItemList,
    ListItem,
    Paper,
    PaperKind,
    Paragraph,
    ParagraphRole,
    Span,
    Table,
)
from gesprekshulp.domain.report import FirmIdentity
from gesprekshulp.exchange.word.dossier_limit import Shown, everything, two_pages
from gesprekshulp.exchange.word.dossier_sections import Form, Late, appointment_line, sections
from gesprekshulp.exchange.word.fit import fitted

NOTHING_YET = "Over deze klant is nog niets vastgelegd."


@dataclass(frozen=True, slots=True)
class Opened:
    """A dossier as it is read: its title, the lines below that, and its sections."""

    title: str
    about: tuple[str, ...]
    shown: tuple[Shown, ...]


def opened(dossier: Dossier, today: date, *, limit_to_two_pages: bool = True) -> Opened:
    """What stands in the dossier; cut to two pages of Word unless that is switched off."""
    appointment = dossier.appointment
    title = one_line(dossier.client.name if dossier.client else "") or one_line(appointment.title)
    title = title or "Dossier"
    about = [one_line(appointment.title)] if dossier.client else []
    about.append(appointment_line(appointment))
    about = [line for line in about if line]
    if not limit_to_two_pages:
        return Opened(title, tuple(about), tuple(everything(sections(dossier, today))))
    width = DOSSIER.text_width / TWIPS_PER_POINT
    title, _ = fitted(title, width / DOSSIER_LINES.title_size, 1)
    about = [fitted(line, width / DOSSIER_LINES.size, 1)[0] for line in about]
    return Opened(title, tuple(about), tuple(two_pages(sections(dossier, today), len(about))))


def left_out(shown: Shown) -> str:
    """How much of a section is not shown, in words; "" when all of it is."""
    if not shown.left_out:
        return ""
    one, more = shown.section.noun
    what = f"{shown.left_out} {one if shown.left_out == 1 else more}"
    return f"en nog {what}" if shown.rows else f"{what}, hier niet getoond"


def dossier_paper(dossier: Dossier, firm: FirmIdentity, today: date) -> Paper:
    """The dossier as a document; nothing internal is in it."""
    found = opened(dossier, today)
    return paper_of(found, firm, today, tuple(_blocks(found)))


def paper_of(
    found: Opened, firm: FirmIdentity, today: date, blocks: tuple[Block, ...] = ()
) -> Paper:
    """The paper around a dossier: what it is called, whose it is, and of which day."""
    return Paper(
        kind=PaperKind.DOSSIER,
        firm=firm,
        title=f"Dossier {found.title}",
        subject=f"Dossier, {day_and_year(today)}",
        client=found.title,
        day=today,
        label=f"Dossier · alleen voor eigen gebruik · {short_day(today)} {today.year}",
        blocks=blocks,
    )


def _blocks(found: Opened) -> list[Block]:
    blocks: list[Block] = [
        Paragraph((Span(found.title),), ParagraphRole.TITLE),
        Paragraph((Span("\n".join(found.about)),), ParagraphRole.SUBTITLE),
    ]
    for shown in found.shown:
        blocks += _section(shown)
    if not found.shown:
        blocks.append(Paragraph((Span(NOTHING_YET),)))
    return blocks


def _section(shown: Shown) -> list[Block]:
    section = shown.section
    blocks: list[Block] = [Heading(section.title)]
    if section.form is Form.BULLETS and shown.rows:
        blocks.append(ItemList(tuple(ListItem((Span(cells[0]),)) for cells in shown.rows)))
    elif section.form is Form.WORDS:
        blocks += [Paragraph((Span(cells[0]),)) for cells in shown.rows]
    elif section.heads and shown.rows:
        rows = tuple(tuple(map(_cell, cells)) for cells in shown.rows)
        blocks.append(Table(section.heads, section.shares, rows, section.title))
    elif shown.rows:
        facts = tuple((cells[0], _cell(cells[1])) for cells in shown.rows)
        blocks.append(Facts(facts, section.title, framed=section.form is Form.FRAME))
    if more := left_out(shown):
        blocks.append(Paragraph((Span(more),), ParagraphRole.MORE))
    return blocks


def _cell(text: str) -> Cell:
    return Cell(str(text), late=isinstance(text, Late))

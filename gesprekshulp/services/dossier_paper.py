"""The dossier as a page of text to print: the same rows as in Word, at most two A4 pages."""

from __future__ import annotations

from html import escape

from gesprekshulp.domain.ids import AppointmentId
from gesprekshulp.exchange.word.dossier_limit import Shown, two_pages
from gesprekshulp.exchange.word.dossier_sections import Form, Late, appointment_line, sections
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.dossier import build
from gesprekshulp.storage.archive import Archive

CONTACTS = 20


def dossier_html(archive: Archive, clock: Clock, id: AppointmentId) -> str:
    """The dossier of an appointment as simple HTML, every text escaped; nothing internal in it."""
    with archive.reading() as work:
        found = build(work, clock, id, CONTACTS)
    appointment = found.appointment
    name = found.client.name if found.client else appointment.title
    about = [appointment.title] if found.client else []
    about.append(appointment_line(appointment))
    parts = [f"<h1>{escape(name)}</h1>", f'<p class="about">{"<br>".join(map(escape, about))}</p>']
    for shown in two_pages(sections(found, clock.today()), len(about)):
        parts.append(f"<h2>{escape(shown.section.title)}</h2>")
        parts.append(_rows(shown))
        if shown.left_out:
            one, more = shown.section.noun
            noun = one if shown.left_out == 1 else more
            parts.append(f'<p class="more">en nog {shown.left_out} {escape(noun)}</p>')
    return "".join(parts)


def _rows(shown: Shown) -> str:
    section = shown.section
    if section.form is Form.WORDS:
        return "".join(f"<p>{escape(row[0])}</p>" for row in shown.rows)
    if section.form is Form.BULLETS:
        return "".join(f"<p>•&nbsp;&nbsp;{escape(row[0])}</p>" for row in shown.rows)
    total = sum(section.shares)
    lines: list[str] = []
    if section.heads:
        heads = "".join(f"<td><b>{escape(head)}</b></td>" for head in section.heads)
        lines.append(f"<tr>{heads}</tr>")
    for row in shown.rows:
        cells = "".join(
            f'<td width="{round(100 * share / total)}%">{_cell(cell)}</td>'
            for cell, share in zip(row, section.shares, strict=True)
        )
        lines.append(f"<tr>{cells}</tr>")
    return f'<table width="100%" cellspacing="0" cellpadding="1">{"".join(lines)}</table>'


def _cell(cell: str) -> str:
    return f"<b>{escape(cell)}</b>" if isinstance(cell, Late) else escape(cell)

"""A list of promises as a Word document, in our own template."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from gesprekshulp.domain.clean import one_line
from gesprekshulp.domain.dutch_dates import day_and_year, short_day
from gesprekshulp.domain.page import REPORT
from gesprekshulp.domain.report import FirmIdentity
from gesprekshulp.exchange.commitment_tables import RegisterRow
from gesprekshulp.exchange.word.properties import Properties, author
from gesprekshulp.exchange.word.styles import OWN, OWN_SECOND, accent
from gesprekshulp.exchange.word.template import Letterhead
from gesprekshulp.exchange.word.template import document as own_document
from gesprekshulp.exchange.word.xml import Rows, Xml, columns, stays_with_next, table, words

TEMPLATE = "verslag.docx"
_NAME = "Toezeggingen"
_OPEN = "open"


def build_register(
    rows: Sequence[RegisterRow], title: str, firm: FirmIdentity, today: date
) -> bytes:
    """The list as the bytes of a .docx; the same rows and day give the same bytes.

    `title` says which promises these are. What is too late is set in the style for that.
    """
    title = one_line(title) or _NAME
    one_client = len({row.client for row in rows}) == 1
    about = f"{_counted(len(rows))}, {day_and_year(today)}"
    if one_client:
        about = f"{one_line(rows[0].client)} · {about}"
    body = [words(OWN.title, title), words(OWN.subtitle, about)]
    if rows:
        body.append(_table(rows, today, with_client=not one_client))
    else:
        body.append(words(OWN.body, "Er staan geen toezeggingen in deze lijst."))
    return own_document(
        TEMPLATE, Xml("".join(body)), _letterhead(firm, today), _properties(title, firm, today)
    )


def _table(rows: Sequence[RegisterRow], today: date, *, with_client: bool) -> Xml:
    heads = ("Wat", "Wie", "Stand", "Uiterlijk")
    shares = (40, 20, 18, 22)
    if with_client:
        heads, shares = ("Klant", *heads), (20, 31, 14, 18, 17)
    widths = columns(REPORT.text_width, *shares)
    head = Rows(widths, [OWN.cell_head] * len(heads)).row(heads, header=True)
    plain = Rows(widths, [OWN.cell] * len(heads))
    kept = Rows(widths, [OWN.cell_kept] * len(heads))

    def lines() -> Iterable[Xml]:
        yield head
        together = stays_with_next([(row.client, row.what, row.who) for row in rows])
        for row, stays in zip(rows, together, strict=True):
            late = row.state == _OPEN and row.due is not None and row.due < today
            cells = (
                one_line(row.what),
                one_line(row.who) or row.side,
                "te laat" if late else row.state,
                _when(row, today),
            )
            yield (kept if stays else plain).row(
                (one_line(row.client), *cells) if with_client else cells,
                marks={len(heads) - 1: OWN.late} if late else {},
            )

    return table(OWN.table, widths, lines(), header=True, summary=_NAME)


def _when(row: RegisterRow, today: date) -> str:
    if row.due is not None:
        return short_day(row.due, today)
    return one_line(row.event) or "nog geen dag"


def _counted(number: int) -> str:
    return "1 toezegging" if number == 1 else f"{number} toezeggingen"


def _letterhead(firm: FirmIdentity, today: date) -> Letterhead:
    return Letterhead(
        firm=firm.name or firm.adviser or _NAME,
        kind=f"{_NAME} · {short_day(today)} {today.year}",
        foot=" · ".join(filter(None, (firm.name.strip(), _NAME))),
        accent=accent(firm.accent),
        second=accent(firm.second, OWN_SECOND),
        font=one_line(firm.font, 60),
        logo=firm.logo,
        logo_words=f"Logo van {firm.name or firm.adviser}",
    )


def _properties(title: str, firm: FirmIdentity, today: date) -> Properties:
    return Properties(
        title=title,
        subject=f"{_NAME}, {day_and_year(today)}",
        author=author(firm.adviser, firm.name),
        company=firm.name,
        day=today,
    )

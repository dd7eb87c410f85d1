"""A paper as a PDF: the pages of the preview, with text that can be searched and copied."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html import escape
from uuid import NAMESPACE_URL, uuid5

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QUuid
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from gesprekshulp.domain.clean import one_line
from gesprekshulp.domain.page import TWIPS_PER_POINT
from gesprekshulp.domain.paper import OutPaper, Paper
from gesprekshulp.exchange.word.properties import author
from gesprekshulp.ui.paper.pages import SetPaper, set_paper

Report = Callable[[int, int], object]
"""Is told how many pages are done, and how many there are so far; may raise to stop the work."""

CREATOR = "Gesprekshulp"
TWIPS_PER_INCH = 72 * TWIPS_PER_POINT
_DATE = re.compile(rb"/(CreationDate|ModDate) \(D:\d{14}([^)]*)\)")

A4 = QPageLayout(
    QPageSize(QPageSize.PageSizeId.A4),
    QPageLayout.Orientation.Portrait,
    QMarginsF(0, 0, 0, 0),
    QPageLayout.Unit.Point,
)


def make_pdf(paper: OutPaper, report: Report | None = None) -> bytes:
    """The paper as the bytes of a PDF; the same paper on the same computer gives the same bytes.

    Its day is that of the paper, its author the adviser. Needs a QGuiApplication; may be called on
    any thread.
    """
    told = report or _nobody
    pages = set_paper(paper, lambda count: told(0, count))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPagedPaintDevice.PdfVersion.PdfVersion_1_6)
    writer.setResolution(TWIPS_PER_INCH)
    writer.setPageLayout(A4)
    who = author(paper.firm.adviser, paper.firm.name)
    writer.setTitle(one_line(paper.title))
    writer.setAuthor(who)
    writer.setCreator(CREATOR)
    identity = uuid5(NAMESPACE_URL, repr(paper))
    writer.setDocumentId(QUuid(str(identity)))
    writer.setDocumentXmpMetadata(QByteArray(_metadata(paper, who).encode()))
    paint(writer, pages, report)
    buffer.close()
    return _with_day(bytes(buffer.data().data()), paper.day)


def paint(
    device: QPagedPaintDevice,
    pages: SetPaper,
    report: Report | None = None,
    *,
    first: int = 1,
    last: int = 0,
) -> None:
    """Put pages on a PDF writer or a printer; all of them, or from `first` to `last`."""
    told = report or _nobody
    painter = QPainter(device)
    # A printer has dots of its own.
    scale = device.logicalDpiX() / TWIPS_PER_INCH
    painter.scale(scale, scale)
    for page in pages.pages[first - 1 : last or None]:
        if page.number > first:
            device.newPage()
        pages.draw(painter, page)
        told(page.number, len(pages.pages))
    painter.end()


def _nobody(done: int, total: int) -> None:
    """Nobody wants to know how far it is."""


def _metadata(paper: Paper, who: str) -> str:
    """What a PDF says about itself, in XMP; Qt's own would hold the clock of the laptop."""
    day = f"{paper.day.isoformat()}T12:00:00Z"
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{_escaped(paper.title)}</rdf:li>'
        f"</rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>{_escaped(who)}</rdf:li></rdf:Seq>"
        f'</dc:creator><dc:description><rdf:Alt><rdf:li xml:lang="x-default">'
        f"{_escaped(paper.subject)}</rdf:li></rdf:Alt></dc:description>"
        f"<dc:language><rdf:Bag><rdf:li>{paper.language.value}</rdf:li></rdf:Bag></dc:language>"
        f"<xmp:CreatorTool>{CREATOR}</xmp:CreatorTool><xmp:CreateDate>{day}</xmp:CreateDate>"
        f"<xmp:ModifyDate>{day}</xmp:ModifyDate></rdf:Description></rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="w"?>'
    )


def _escaped(text: str) -> str:
    return escape(one_line(text))


def _with_day(data: bytes, day: date) -> bytes:
    """The PDF with the paper's day for the laptop's moment, at which nothing changes place.

    Qt asks the clock itself. The text has the same length, or the table of places would be wrong.
    """

    def dated(found: re.Match[bytes]) -> bytes:
        zone = b"Z" if found[2].startswith(b"Z") else b"+00'00'"
        zone = zone + b"'" * (len(found[2]) - len(zone)) if len(found[2]) > len(zone) else zone
        return b"/%s (D:%s120000%s)" % (found[1], day.strftime("%Y%m%d").encode(), zone)

    end = data.rfind(b"/CreationDate")
    start = max(0, data.rfind(b"obj", 0, end)) if end >= 0 else 0
    return data[:start] + _DATE.sub(dated, data[start:]) if end >= 0 else data

"""The report of a talk as a Word document."""

from __future__ import annotations

from gesprekshulp.domain.report import ReportDocument
from gesprekshulp.exchange.word.page import REPORT
from gesprekshulp.exchange.word.report_body import report_body
from gesprekshulp.exchange.word.report_letterhead import report_letterhead, report_properties
from gesprekshulp.exchange.word.styles import OWN
from gesprekshulp.exchange.word.template import document as own_document

TEMPLATE = "verslag.docx"


def build_report(document: ReportDocument, *, template: bytes | None = None) -> bytes:
    """The report as the bytes of a .docx; the same report gives the same bytes.

    `template` is a firm's own .docx or .dotx, whose styles, header, footer and margins are kept;
    without one our own template is used. Raises TemplateRefused or LogoRefused.
    """
    if template is not None:
        # Reading somebody else's template takes libraries that our own does without.
        from gesprekshulp.exchange.word.house_report import house_report

        return house_report(document, template)
    body = report_body(document, OWN, REPORT.text_width)
    return own_document(TEMPLATE, body, report_letterhead(document), report_properties(document))

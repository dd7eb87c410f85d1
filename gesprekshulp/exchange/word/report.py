"""A document about a talk as a Word file."""

from __future__ import annotations

from gesprekshulp.domain.page import REPORT
from gesprekshulp.domain.paper import OutPaper
from gesprekshulp.domain.report import ReportDocument
from gesprekshulp.exchange.word.letterhead import letterhead, properties
from gesprekshulp.exchange.word.paper import set_paper
from gesprekshulp.exchange.word.styles import OWN
from gesprekshulp.exchange.word.template import FIRST_LIST
from gesprekshulp.exchange.word.template import document as own_document

TEMPLATE = "verslag.docx"


def build_paper(
    paper: OutPaper, document: ReportDocument | None = None, *, template: bytes | None = None
) -> bytes:
    """A document as the bytes of a .docx; the same document gives the same bytes.

    `template` is a firm's own .docx or .dotx, whose styles, header, footer and margins are kept;
    without one our own template is used. `document` is what placeholders in it are filled with,
    for a document about a talk. Raises TemplateRefused or LogoRefused.
    """
    if template is not None:
        # Reading somebody else's template takes libraries that our own does without.
        from gesprekshulp.exchange.word.house_paper import house_paper

        return house_paper(paper, document, template)
    done = set_paper(paper, OWN, REPORT.room, first_list=FIRST_LIST)
    return own_document(
        TEMPLATE,
        done.body,
        letterhead(paper),
        properties(paper),
        links=done.links,
        lists=done.lists,
    )

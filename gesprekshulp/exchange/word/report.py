"""A document about a talk as a Word file."""

from __future__ import annotations

from gesprekshulp.domain.page import REPORT
from gesprekshulp.domain.paper import OutPaper
from gesprekshulp.domain.report import ReportDocument
from gesprekshulp.exchange.word.letterhead import letterhead, properties
from gesprekshulp.exchange.word.package import written
from gesprekshulp.exchange.word.paper import Reckoned, set_paper
from gesprekshulp.exchange.word.styles import OWN
from gesprekshulp.exchange.word.template import FIRST_LIST, own_parts
from gesprekshulp.exchange.word.xml import Xml

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
    around, about = letterhead(paper), properties(paper)

    def reckon(body: Xml) -> Reckoned:
        from gesprekshulp.exchange.word.pages import pages_of

        return Reckoned(pages_of(own_parts(TEMPLATE, body, around, about)))

    done = set_paper(paper, OWN, REPORT.room, reckon, first_list=FIRST_LIST)
    parts = own_parts(TEMPLATE, done.body, around, about, links=done.links, lists=done.lists)
    return written(parts)

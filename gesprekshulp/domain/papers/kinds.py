"""The kinds of document that are made of one talk, and what each is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from gesprekshulp.domain.paper import Paper, PaperKind
from gesprekshulp.domain.papers.letter import letter_paper
from gesprekshulp.domain.papers.lists import actions_paper, decisions_paper
from gesprekshulp.domain.papers.pieces import with_contents
from gesprekshulp.domain.papers.report import report_paper
from gesprekshulp.domain.phrases import phrases
from gesprekshulp.domain.report import ReportDocument

OF_TALK: Mapping[PaperKind, Callable[[ReportDocument], Paper]] = {
    PaperKind.REPORT: report_paper,
    PaperKind.ACTIONS: actions_paper,
    PaperKind.DECISIONS: decisions_paper,
    PaperKind.LETTER: letter_paper,
}
"""How each kind is composed, in the order in which they are offered."""


def compose(
    document: ReportDocument, kind: PaperKind = PaperKind.REPORT, *, contents: bool = False
) -> Paper:
    """The document of that kind about one talk, with a table of contents when that is asked.

    Only the kinds in OF_TALK can be asked. A report has contents as well when its document says
    so; short documents and letters go without.
    """
    paper = OF_TALK[kind](document)
    wanted = contents or (document.contents and kind is PaperKind.REPORT)
    return with_contents(paper, phrases(paper.language).contents) if wanted else paper

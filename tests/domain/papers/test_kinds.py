"""Which documents begin with a table of contents, and how a letter ends."""

from dataclasses import replace

import pytest

from gesprekshulp.domain.paper import Contents, PaperKind, Paragraph, ParagraphRole
from gesprekshulp.domain.papers.kinds import OF_TALK, compose
from tests.exchange.word.examples import EMPTY_REPORT, REPORT


def has_contents(paper) -> bool:
    return any(isinstance(block, Contents) for block in paper.blocks)


def test_a_report_has_contents_when_its_document_says_so():
    assert has_contents(compose(replace(REPORT, contents=True)))
    assert not has_contents(compose(REPORT))


@pytest.mark.parametrize("kind", [kind for kind in OF_TALK if kind is not PaperKind.REPORT])
def test_that_choice_is_for_reports_alone(kind):
    assert not has_contents(compose(replace(REPORT, contents=True), kind))


def test_a_report_of_a_few_lines_stays_without():
    assert not has_contents(compose(replace(EMPTY_REPORT, contents=True)))


def test_a_greeting_goes_along_with_the_questions_above_it():
    letter = compose(replace(REPORT, reply_by=REPORT.day), PaperKind.LETTER)
    ends = [block.role for block in letter.blocks if isinstance(block, Paragraph)]
    signature = ends.index(ParagraphRole.SIGNATURE)
    assert ends[signature - 2 : signature] == [ParagraphRole.LEAD, ParagraphRole.LEAD]

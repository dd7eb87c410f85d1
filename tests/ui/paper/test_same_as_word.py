"""Every kind of document says the same in Word, on the pages of Qt and in the PDF."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from gesprekshulp.domain.paper import Contents, Heading, OutPaper, Paper
from gesprekshulp.domain.papers.kinds import compose
from gesprekshulp.exchange.word.report import build_paper
from gesprekshulp.ui.paper.pages import set_paper
from gesprekshulp.ui.paper.pdf import make_pdf
from tests.exchange.word.kinds import FULL, built, papers
from tests.exchange.word.kinds import KINDS as ALL_KINDS

pytestmark = pytest.mark.usefixtures("qtbot")

WITH_CONTENTS = "met inhoudsopgave"
KINDS = (*ALL_KINDS, WITH_CONTENTS)


def both(kind: str) -> tuple[Paper, bytes]:
    """A document as a paper and as a Word file."""
    if kind == WITH_CONTENTS:
        paper = compose(FULL, contents=True)
        return paper, build_paper(OutPaper(paper), FULL)
    return papers(times=3)[kind], built(kind, times=3)


def in_word(document: Document) -> list[str]:
    """Every text of a Word file in order, cells one by one, those of fields as well."""
    return [
        "".join(
            (piece.text or "") if piece.tag == qn("w:t") else " "
            for piece in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab"))
        ).strip()
        for paragraph in document.element.body.iter(qn("w:p"))
    ]


def flat(texts: list[str]) -> str:
    return " ".join(" ".join(text.split()) for text in texts if text.strip())


@pytest.mark.parametrize("kind", KINDS)
def test_the_pages_say_what_the_word_file_says_in_the_same_order(kind: str) -> None:
    paper, word = both(kind)
    made = in_word(docx.Document(io.BytesIO(word)))
    if any(isinstance(block, Contents) for block in paper.blocks):
        # In Word the number of the page stands in the entry itself.
        headings = {block.text for block in paper.blocks if isinstance(block, Heading)}
        bare = [re.sub(r"\s*\d+$", "", text) for text in made]
        made = [
            short if short in headings else text for short, text in zip(bare, made, strict=True)
        ]
    said = [said.text for said in set_paper(paper).said]
    assert flat(said) == flat(made)


@pytest.mark.volledig
@pytest.mark.parametrize("kind", KINDS)
def test_the_pdf_says_it_too(kind: str, tmp_path: Path) -> None:
    tool = shutil.which("pdftotext")
    assert tool, "poppler-utils is needed for this test"
    paper, _ = both(kind)
    (tmp_path / "v.pdf").write_bytes(make_pdf(paper))
    shown = subprocess.run(
        [tool, "-raw", str(tmp_path / "v.pdf"), "-"], check=True, capture_output=True, text=True
    ).stdout
    letters = re.sub(r"\s", "", shown)
    at = 0
    for said in set_paper(paper).said:
        text = re.sub(r"\s", "", said.text)
        # A cell of more lines stands beside its neighbours: its first words keep the order.
        first = text[:8]
        found = letters.find(first, at)
        assert found >= 0, (said.text, letters[at : at + 200])
        at = found

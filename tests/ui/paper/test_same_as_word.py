"""Every kind of document says the same in Word, on the pages of Qt and in the PDF."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from PySide6.QtGui import QImage

from gesprekshulp.domain.paper import Contents, Heading, OutPaper, Paper
from gesprekshulp.domain.papers.kinds import compose
from gesprekshulp.exchange.word.report import build_paper
from gesprekshulp.ui.paper.pages import set_paper
from gesprekshulp.ui.paper.pdf import make_pdf
from tests.exchange.word.examples import FIRM, png
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


@pytest.mark.volledig
@pytest.mark.parametrize("kind", KINDS)
def test_the_pdf_has_the_look_of_the_firm_on_every_page(kind: str, tmp_path: Path) -> None:
    firm = replace(FIRM, accent="#7A1F3D", second="#1F3D7A", font="DejaVu Sans", logo=png())
    paper = replace(both(kind)[0], firm=firm)
    target = tmp_path / "v.pdf"
    target.write_bytes(make_pdf(OutPaper(paper)))

    def asked(*command: str) -> str:
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    pages = asked("pdftotext", "-layout", str(target), "-").split("\f")[:-1]
    for number, page in enumerate(pages, start=1):
        first, *_, foot, last = [line.strip() for line in page.splitlines() if line.strip()]
        assert FIRM.name in first
        assert paper.label in first
        assert f"pagina {number} van {len(pages)}" in (foot[-20:] + last[-20:])
    images = asked("pdfimages", "-list", str(target)).splitlines()[2:]
    # A dossier is for the adviser alone, and its two pages are precious: it goes without.
    with_logo = set() if kind == "dossier" else set(range(1, len(pages) + 1))
    assert {int(line.split()[0]) for line in images} == with_logo
    fonts = asked("pdffonts", str(target)).splitlines()[2:]
    assert fonts
    assert all("DejaVuSans" in line.split()[0] for line in fonts)
    asked("pdftoppm", "-r", "40", "-png", str(target), str(tmp_path / "p"))
    shown = QImage(str(next(iter(sorted(tmp_path.glob("p*.png"))))))
    seen = {shown.pixel(x, y) & 0xFFFFFF for x in range(shown.width()) for y in range(90)}
    assert 0x7A1F3D in seen

"""The PDF: what is on the pages, as text, with the firm's name on it and not the laptop's."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gesprekshulp.ui.background import Background, Cancelled
from gesprekshulp.ui.paper.pages import set_paper
from gesprekshulp.ui.paper.pdf import make_pdf
from tests.ui.paper.papers import FIRM, NASTY, a_paper, table, usual, words

pytestmark = pytest.mark.usefixtures("qtbot")


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    made = Background()
    yield made
    assert made.wait()


def info(pdf: bytes, name: str) -> str:
    found = re.search(rb"/%s \((\xfe\xff.*?)\)\n" % name.encode(), pdf, re.DOTALL)
    assert found
    return found[1].replace(b"\\(", b"(").replace(b"\\)", b")").decode("utf-16")


def pages_in(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\n", pdf))


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert make_pdf(a_paper()) == make_pdf(a_paper())
    assert make_pdf(a_paper()) != make_pdf(a_paper(words("iets anders")))


def test_it_says_who_made_it_and_nothing_of_the_laptop() -> None:
    pdf = make_pdf(a_paper())
    assert pdf.startswith(b"%PDF-1.6")
    assert info(pdf, "Title") == "Keuze van het kassasysteem"
    assert info(pdf, "Author") == "Steven van Dalen, Van Dalen Advies"
    assert info(pdf, "Creator") == "Gesprekshulp"
    dates = re.findall(rb"/(?:CreationDate|ModDate) \(D:(\d{8})", pdf)
    assert dates == [b"20260312"] * 2
    assert str(Path.home()).encode() not in pdf


def test_it_has_the_pages_of_the_preview_and_its_letters_inside() -> None:
    paper = a_paper(*usual(80))
    pdf = make_pdf(paper)
    assert pages_in(pdf) == len(set_paper(paper).pages)
    assert b"/FontFile2" in pdf or b"/FontFile3" in pdf


def test_a_logo_stands_on_every_page() -> None:
    from tests.exchange.word.examples import png

    with_logo = replace(FIRM, logo=png())
    assert b"/Subtype /Image" in make_pdf(a_paper(firm=with_logo))
    # What cannot be read is no reason to have no document.
    assert b"/Subtype /Image" not in make_pdf(a_paper(firm=replace(FIRM, logo=b"geen plaatje")))


def test_whatever_is_typed_a_pdf_comes_out() -> None:
    pdf = make_pdf(a_paper(*(words(text) for text in NASTY), table(3)))
    assert pdf.rstrip().endswith(b"%%EOF")


def test_it_is_made_on_a_worker_thread_and_says_how_far_it_is(
    background: Background, qtbot: QtBot
) -> None:
    made: list[bytes] = []
    told: list[tuple[int, int]] = []
    background.run(
        make_pdf, a_paper(table(200)), done=made.append,
        progress=lambda done, total: told.append((done, total)),
    )  # fmt: skip
    qtbot.waitUntil(lambda: bool(made), timeout=10_000)
    assert told[-1][0] == told[-1][1] == pages_in(made[0])
    assert made[0] == make_pdf(a_paper(table(200)))


def test_it_can_be_stopped_halfway() -> None:
    def stop(done: int, total: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        make_pdf(a_paper(table(200)), stop)


@pytest.mark.volledig
def test_its_text_is_that_of_the_paper_in_the_same_order(tmp_path: Path) -> None:
    tool = shutil.which("pdftotext")
    assert tool, "poppler-utils is needed for this test"
    paper = a_paper()
    (tmp_path / "v.pdf").write_bytes(make_pdf(paper))
    shown = subprocess.run(
        [tool, "-raw", str(tmp_path / "v.pdf"), "-"], check=True, capture_output=True, text=True
    ).stdout
    at = 0
    flat = " ".join(shown.split())
    for said in set_paper(paper).said:
        text = " ".join(said.text.split())
        found = flat.find(text, at)
        assert found >= 0, (text, flat[at : at + 200])
        at = found + len(text)

"""Every kind of document in our own template and in three house styles, as pages."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from gesprekshulp.domain.paper import Heading, OutPaper
from gesprekshulp.domain.papers.kinds import compose
from gesprekshulp.exchange.word.package import read_parts, written
from gesprekshulp.exchange.word.report import build_paper
from gesprekshulp.paths import resource
from tests.bench.word import long_report
from tests.exchange.word.kinds import KINDS, papers

pytestmark = pytest.mark.volledig

PACKAGING = resource("word").parent.parent / "packaging"
STYLES = ("eigen", "kaal", "smal", "kop")
SIZES = range(1, 8, 2)
_NUMBER = re.compile(r"(pagina|blad|page)\b.*\d", re.IGNORECASE)


def script(name: str):
    spec = importlib.util.spec_from_file_location(name, PACKAGING / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    script("house_styles")
    render = script("render_documents")
    where = tmp_path_factory.mktemp("paginas")
    render.render(where, render.documents() | with_contents())
    return where


def with_contents() -> dict[str, bytes]:
    """Reports of one to eight pages in each style, in letters that are the same everywhere."""
    made: dict[str, bytes] = {}
    long = long_report()
    for style, make in sys.modules["house_styles"].STYLES.items():
        parts = read_parts(make())
        for name in ("word/styles.xml", "word/theme/theme1.xml"):
            parts[name] = re.sub(rb'"(Georgia|Arial|Cambria)"', b'"Calibri"', parts[name])
        for size in SIZES:
            grown = replace(
                long,
                discussed=long.discussed[:2] * size,
                decisions=long.decisions[:size],
                commitments=long.commitments * (size // 2),
            )
            paper = OutPaper(compose(grown, contents=True))
            made[f"{style}-inhoud-{size}"] = build_paper(paper, grown, template=written(parts))
    return made


def pages(folder: Path, name: str) -> list[str]:
    shown = subprocess.run(
        ["pdftotext", "-layout", str(folder / f"{name}.pdf"), "-"], check=True, capture_output=True
    ).stdout.decode()
    return shown.split("\f")[:-1]


def headings(kind: str) -> list[str]:
    paper = compose(long_report()) if kind == "lang" else papers(times=6)[kind]
    return [block.text for block in paper.blocks if isinstance(block, Heading)]


@pytest.mark.parametrize("kind", [*KINDS, "lang"])
@pytest.mark.parametrize("style", STYLES)
def test_everything_is_on_paper_and_no_heading_stands_alone(folder, style, kind):
    found = pages(folder, f"{style}-{kind}")
    whole = " ".join(" ".join(found).split())
    for heading in headings(kind):
        assert heading in whole
    named = set(headings(kind))
    for page in found:
        lines = [" ".join(line.split()) for line in page.splitlines() if line.strip()]
        body = [
            line
            for line in lines
            if not re.search(r"(pagina|blad|page)\b.*\d", line, re.IGNORECASE)
        ]
        # Below the text stand at most three lines of the footer.
        assert body[-1] not in named
        assert not (len(body) > 1 and body[-2] in named and "·" in body[-1])
    assert (folder / f"{style}-{kind}-1.png").stat().st_size > 2000


@pytest.mark.parametrize("kind", ["overdracht", "lang"])
def test_the_pages_in_the_contents_are_right(folder, kind):
    found = pages(folder, f"eigen-{kind}")
    right, wrong = compared(found)
    assert right
    assert wrong == []


@pytest.mark.parametrize("style", STYLES[1:])
def test_the_pages_in_the_contents_are_right_in_a_house_style(folder, style):
    right, wrong = 0, []
    for size in SIZES:
        found = compared(pages(folder, f"{style}-inhoud-{size}"))
        right += found[0]
        wrong += found[1]
    # There is no layout engine behind the numbers.
    assert len(wrong) <= right / 20, wrong


def compared(found: list[str]) -> tuple[int, list[str]]:
    """How many entries of the contents give the page where their heading stands, and the others."""
    line = re.compile(r"^\s*(.+?)\.{3,}\s*(\d+)\s*$", re.MULTILINE)
    whole = "\f".join(found)
    entries = list(line.finditer(whole))
    assert entries
    # After the contents themselves, each heading stands on a line of its own, in order.
    at, right, wrong = entries[-1].end(), 0, list[str]()
    for entry in entries:
        heading = re.compile(rf"^\s*({re.escape(entry[1].strip())})\s*$", re.MULTILINE)
        there = heading.search(whole, at)
        assert there, entry[1]
        at = there.end(1)
        if whole.count("\f", 0, at) + 1 == int(entry[2]):
            right += 1
        else:
            wrong.append(entry[1])
    return right, wrong

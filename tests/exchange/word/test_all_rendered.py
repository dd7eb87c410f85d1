"""Every kind of document in our own template and in three house styles, as pages."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

from gesprekshulp.domain.paper import Heading
from gesprekshulp.domain.papers.kinds import compose
from gesprekshulp.paths import resource
from tests.bench.word import long_report
from tests.exchange.word.kinds import KINDS, papers

pytestmark = pytest.mark.volledig

PACKAGING = resource("word").parent.parent / "packaging"
STYLES = ("eigen", "kaal", "smal", "kop")
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
    render.render(where, render.documents())
    return where


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
    told = re.findall(r"^\s*(.+?)\.{3,}\s*(\d+)\s*$", found[0], re.MULTILINE)
    assert told
    for heading, number in told:
        # After the contents themselves, a heading stands on a line of its own.
        real = [
            place
            for place, page in enumerate(found, start=1)
            if re.search(rf"^\s*{re.escape(heading.strip())}\s*$", page, re.MULTILINE)
        ]
        assert int(number) in real, heading

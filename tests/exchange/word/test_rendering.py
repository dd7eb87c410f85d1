"""What a word processor makes of the documents; LibreOffice turns them into pages."""

import os
import re
import shutil
import subprocess
from dataclasses import replace

import pytest

from gesprekshulp.domain.paper import OutPaper
from gesprekshulp.domain.papers.kinds import compose
from gesprekshulp.exchange.word.dossier import build_dossier
from gesprekshulp.exchange.word.report import build_paper
from tests.bench.word import long_report
from tests.exchange.word.examples import (
    FIRM,
    HEADINGS,
    REPORT,
    TODAY,
    build_report,
    dossier,
    house_style,
)

pytestmark = pytest.mark.volledig

FULL_DOSSIERS = {
    "usual": dossier(),
    "long": dossier(60),
    "wordy": dossier(60, lambda text: text + " en nog veel gewone woorden achter elkaar" * 8),
    "one-word": dossier(60, lambda text: text + " " + "W" * 10_000),
    "wide": dossier(60, lambda text: "漢字漢字 ﷽ 𒀱 👩‍👩‍👧‍👦 " * 30 + text),
    "narrow": dossier(60, lambda text: "i l . " * 300),
    "stacked": dossier(60, lambda text: "a\u0301\u0302\u0303\u200b" * 200),
}


SIZES = range(2, 9)


def with_contents(size: int) -> bytes:
    """A report with a table of contents that grows with `size`: of three pages, and longer."""
    long = long_report()
    grown = replace(
        long,
        discussed=long.discussed[:2] * (size // 2),
        decisions=long.decisions[:size],
        commitments=long.commitments * (size // 3),
    )
    return build_paper(OutPaper(compose(grown, contents=True)), grown)


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Set documents in pages, all in one run: starting LibreOffice takes longer than its work."""
    office = shutil.which("soffice")
    assert office, "LibreOffice is needed for this test"
    folder = tmp_path_factory.mktemp("paginas")
    documents = {
        "verslag": build_report(REPORT),
        "huisstijl": build_report(REPORT, template=house_style()),
        **{f"inhoud-{size}": with_contents(size) for size in SIZES},
        **{name: build_dossier(item, FIRM, TODAY) for name, item in FULL_DOSSIERS.items()},
    }
    for name, data in documents.items():
        (folder / f"{name}.docx").write_bytes(data)
    subprocess.run(
        [
            office,
            f"-env:UserInstallation={(folder / 'profiel').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *(str(folder / f"{name}.docx") for name in documents),
        ],
        check=True,
        capture_output=True,
        timeout=300,
        env={**os.environ, "HOME": str(folder)},
    )

    def read(name: str) -> list[str]:
        shown = subprocess.run(
            ["pdftotext", "-layout", str(folder / f"{name}.pdf"), "-"],
            check=True,
            capture_output=True,
        ).stdout.decode()
        return shown.split("\f")[:-1]

    return read


@pytest.mark.parametrize("name", ["verslag", "huisstijl"])
def test_a_report_is_rendered_whole_and_in_order(pages, name):
    text = " ".join("\n".join(pages(name)).split())
    at = text.index("Keuze van het kassasysteem")
    for heading in HEADINGS:
        at = text.index(heading, at)


@pytest.mark.parametrize("size", SIZES)
def test_the_pages_in_the_contents_are_right(pages, size):
    found = pages(f"inhoud-{size}")
    assert len(found) >= 3 or size < 4
    told = re.findall(r"^\s*(.+?)\.{3,}\s*(\d+)\s*$", found[0], re.MULTILINE)
    assert len(told) > 10
    at, number = 0, 0
    for heading, page in told:
        # Headings follow each other; after the contents each stands on a line of its own.
        line = re.compile(rf"^\s*{re.escape(heading.strip())}\s*$", re.MULTILINE)
        while not (there := line.search(found[number], at)):
            number, at = number + 1, 0
        at = there.end()
        assert number + 1 == int(page), heading


def test_pages_are_numbered_and_carry_the_firm(pages):
    found = pages("verslag")
    for number, page in enumerate(found, start=1):
        assert f"pagina {number} van {len(found)}" in page
        assert page.split()[:3] == ["Van", "Dalen", "Advies"]


def test_decisions_are_numbered_on_the_page(pages):
    text = "\n".join(pages("verslag"))
    assert re.search(r"1\.\s+U kiest systeem B", text)
    assert re.search(r"2\.\s+De koppeling met de boekhouding", text)


@pytest.mark.parametrize("name", FULL_DOSSIERS)
def test_a_dossier_is_at_most_two_pages(pages, name):
    assert 1 <= len(pages(name)) <= 2

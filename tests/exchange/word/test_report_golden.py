"""The typical report compared with a kept one, as XML.

After a change that is meant, look at the new document in a word processor, and then write the kept
files again: GOLDEN=schrijf pytest tests/exchange/word/test_report_golden.py
"""

import os
from pathlib import Path

import pytest
from lxml import etree

from tests.exchange.word.examples import REPORT, build_report, part

GOLDEN = Path(__file__).parent / "golden"


def indented(markup: str) -> str:
    tree = etree.fromstring(markup.encode())
    etree.indent(tree)
    return etree.tostring(tree, encoding="unicode") + "\n"


@pytest.fixture(scope="module")
def report():
    return build_report(REPORT)


@pytest.mark.parametrize("name", ["document", "header1", "footer1", "styles", "numbering"])
def test_the_typical_report_is_as_it_was(report, name):
    found = indented(part(report, f"word/{name}.xml"))
    kept = GOLDEN / f"verslag.{name}.xml"
    if os.environ.get("GOLDEN") == "schrijf":
        kept.write_text(found, encoding="utf-8")
    assert found == kept.read_text(encoding="utf-8")

"""Where things stand in a template, said as somebody who has it open in Word would find them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gesprekshulp.exchange.word.house_package import Package
from gesprekshulp.exchange.word.package import DOCUMENT
from gesprekshulp.exchange.word.tree import Element, w

CONTENT_MARK = "\ue000inhoud\ue000"
"""Stands where {{ inhoud }} was, until the report takes its place. Private use: nobody types it."""

AROUND = re.compile(r"word/(header|footer)\d*\.xml")
"""The names of headers and footers."""

_WORDS = {"header": "koptekst", "footer": "voettekst"}


@dataclass(frozen=True, slots=True)
class Spot:
    """One paragraph of a template. `block` is the number of its block in the body, from 0."""

    place: str
    text: str
    is_body: bool = False
    block: int = 0

    @property
    def asks(self) -> bool:
        """Whether it holds a placeholder, finished or not."""
        return "{{" in self.text or "{%" in self.text


def spots(package: Package) -> Iterator[Spot]:
    """Every paragraph: of the body in its order, then of headers and footers."""
    yield from _of_body(package.tree(DOCUMENT).find(w("body")))
    for name in sorted(package.parts):
        found = AROUND.fullmatch(name)
        if found:
            for number, paragraph in enumerate(package.tree(name).iter(w("p")), start=1):
                yield Spot(f"{_WORDS[found[1]]}, alinea {number}", text_of(paragraph))


def placeholders(package: Package) -> str:
    """Every paragraph that asks to be filled in, of the document, its headers and its footers."""
    return "\n".join(spot.text for spot in spots(package) if spot.asks)


def _of_body(body: Element) -> Iterator[Spot]:
    page, number, tables = 1, 0, 0
    for place, block in enumerate(body):
        if block.tag == w("tbl"):
            tables += 1
            for row, line in enumerate(block.iter(w("tr")), start=1):
                for paragraph in line.iter(w("p")):
                    where = f"bladzijde {page}, tabel {tables}, rij {row}"
                    yield Spot(where, text_of(paragraph), True, place)
        else:
            for paragraph in block.iter(w("p")):
                number += 1
                where = f"bladzijde {page}, alinea {number}"
                yield Spot(where, text_of(paragraph), True, place)
        page += _breaks(block)


def _breaks(block: Element) -> int:
    """How many pages end in a block, as Word noted when the template was last saved."""
    breaks = [item for item in block.iter(w("br")) if item.get(w("type")) == "page"]
    noted = list(block.iter(w("lastRenderedPageBreak")))
    section = 1 if block.find(f"{w('pPr')}/{w('sectPr')}") is not None else 0
    return max(len(breaks), len(noted), section)


def text_of(paragraph: Element) -> str:
    """The text of a paragraph, however it is cut into runs."""
    return "".join(run.text or "" for run in paragraph.iter(w("t")))

"""Looking a firm's template through: what lacks, what is wrong, and where."""

from __future__ import annotations

from collections.abc import Iterator

from gesprekshulp.domain.house_style import Finding, StyleCheck, Weight
from gesprekshulp.domain.page import A4_WIDTH
from gesprekshulp.domain.papers.report import report_paper
from gesprekshulp.domain.report import ReportDocument
from gesprekshulp.exchange.word.errors import TemplateRefused
from gesprekshulp.exchange.word.house_asked import asked_findings
from gesprekshulp.exchange.word.house_lists import numbers_of
from gesprekshulp.exchange.word.house_open import opened
from gesprekshulp.exchange.word.house_package import Package
from gesprekshulp.exchange.word.house_paper import house_paper, opening_of
from gesprekshulp.exchange.word.house_places import Spot, spots
from gesprekshulp.exchange.word.house_room import room_of
from gesprekshulp.exchange.word.house_styles import found_styles
from gesprekshulp.exchange.word.package import DOCUMENT
from gesprekshulp.exchange.word.styles import contrast
from gesprekshulp.exchange.word.tree import Element, w

_NAMES = {
    "title": "Titel",
    "heading": "Kop 1",
    "subheading": "Kop 2",
    "small_heading": "Kop 3",
    "bullet": "Lijst met opsommingstekens",
    "number": "Genummerde lijst",
    "table": "een eigen tabelstijl",
}
_LEAST_CONTRAST = 3.0  # for large text, as headings are (WCAG 2.1)
_NARROWEST = 5670  # 10 cm
_ALL = "hele document"


def check_template(template: bytes, sample: ReportDocument) -> StyleCheck:
    """Everything about a template that its owner should know, in the order of the document.

    `sample` is set in it once, so that what cannot be made is known now. Raises TemplateRefused
    for a file that may not be used at all.
    """
    package = opened(template)
    read = tuple(spots(package))
    asked = [spot for spot in read if spot.asks]
    found = [*asked_findings(asked, report_paper(sample), sample)]
    if not any(finding.weight is Weight.WRONG for finding in found):
        try:
            house_paper(report_paper(sample), sample, template)
        except TemplateRefused as error:
            found.append(Finding(Weight.WRONG, _ALL, error.sentence))
    found += [*_leftovers(package), *_replaced(package, read, bool(asked))]
    found += [*_page(package), *_styles(package)]
    return StyleCheck(bool(asked), tuple(found))


def _leftovers(package: Package) -> Iterator[Finding]:
    tree = package.tree(DOCUMENT)
    if next(tree.iter(w("ins"), w("del")), None) is not None:
        yield Finding(
            Weight.MIND, _ALL,
            "Er staan bijgehouden wijzigingen in. Accepteer ze in Word, anders komen ze mee.",
        )  # fmt: skip
    if package.related("comments"):
        yield Finding(
            Weight.MIND, _ALL,
            "Er staan opmerkingen (comments) in. Verwijder ze in Word, anders leest de klant mee.",
        )  # fmt: skip


def _replaced(
    package: Package, read: tuple[Spot, ...], has_placeholders: bool
) -> Iterator[Finding]:
    if has_placeholders:
        return
    kept = len(opening_of(package.tree(DOCUMENT).find(w("body"))))
    told = [spot for spot in read if spot.is_body and spot.text.strip() and spot.block >= kept]
    if told:
        yield Finding(
            Weight.MIND, f"{told[0].place} en verder",
            f"De voorbeeldtekst vanaf “{_short(told[0].text)}” maakt plaats voor het verslag."
            " Zet {{ inhoud }} waar het verslag moet komen als u haar wilt houden.",
        )  # fmt: skip


def _page(package: Package) -> Iterator[Finding]:
    tree = package.tree(DOCUMENT)
    sections = list(tree.iter(w("sectPr")))
    size = sections[-1].find(w("pgSz")) if sections else None
    sides = [size.get(w(name), "") for name in ("w", "h")] if size is not None else []
    shorter = min((int(side) for side in sides if side.isdigit()), default=A4_WIDTH)
    if abs(shorter - A4_WIDTH) > 200:
        yield Finding(
            Weight.MIND, "laatste sectie",
            "Het papier is geen A4. Kies in Word bij Indeling het formaat A4.",
        )  # fmt: skip
    if room_of(package).width < _NARROWEST:
        yield Finding(
            Weight.MIND, "laatste sectie",
            "Er blijft minder dan 10 cm over voor tekst; tabellen worden smal. Maak de marges"
            " kleiner, of neem minder kolommen.",
        )  # fmt: skip
    codes = b"".join(
        data for name, data in package.parts.items() if "/footer" in name or "/header" in name
    )
    if b"PAGE" not in codes:
        yield Finding(
            Weight.MIND, "kop- en voettekst",
            "Er staat geen paginanummer in. Voeg het in Word in bij Invoegen, Paginanummer.",
        )  # fmt: skip


def _styles(package: Package) -> Iterator[Finding]:
    found = found_styles(package)
    for role, name in _NAMES.items():
        if role not in found:
            what = "ontbreekt" if role == "table" else "ontbreekt in het sjabloon"
            yield Finding(
                Weight.ADDED, f"stijl {name}" if role != "table" else "tabellen",
                f"“{name}” {what}; het verslag krijgt die van Gesprekshulp."
                if role != "table"
                else "Het sjabloon heeft geen eigen tabelstijl; tabellen krijgen die van"
                " Gesprekshulp.",
            )  # fmt: skip
    part = package.related("styles")
    if not part:
        return
    tree = package.tree(part)
    for role in ("bullet", "number"):
        if role in found and not numbers_of(tree, found[role]):
            yield Finding(
                Weight.ADDED, f"stijl {_NAMES[role]}",
                "Deze stijl heeft geen nummering of opsommingsteken; Gesprekshulp zet het erbij.",
            )  # fmt: skip
    for role in ("title", "heading", "subheading", "small_heading"):
        colour = _colour(tree, found.get(role, ""))
        if colour and contrast(colour) < _LEAST_CONTRAST:
            yield Finding(
                Weight.MIND, f"stijl {_NAMES[role]}",
                f"De kleur #{colour} is te licht om op wit papier te lezen. Kies een donkerder"
                " kleur.",
            )  # fmt: skip


def _colour(styles: Element, identifier: str) -> str:
    """The colour that a style itself gives its text, as six hex digits, or nothing."""
    for style in styles.iter(w("style")):
        if style.get(w("styleId")) == identifier:
            colour = style.find(f"{w('rPr')}/{w('color')}")
            value = colour.get(w("val"), "") if colour is not None else ""
            return value if len(value) == 6 and value != "auto" else ""
    return ""


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39].rstrip()}…"

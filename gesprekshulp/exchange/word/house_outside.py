"""Templates that would fetch or run something when the client opens the document are refused."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gesprekshulp.exchange.word.errors import TemplateRefused
from gesprekshulp.exchange.word.house_package import Package
from gesprekshulp.exchange.word.tree import Element, w

_KINDS = {
    "image": "een afbeelding",
    "attachedTemplate": "een sjabloon",
    "oleObject": "een gekoppeld object",
    "package": "een gekoppeld bestand",
    "frame": "een ander document",
    "subDocument": "een ander document",
    "aFChunk": "een ander document",
    "mailMergeSource": "een adressenbestand",
    "video": "een video",
}
# Field codes that read a file, a database or another program.
_CODE = re.compile(
    r"^\s*(INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|DDE|DDEAUTO|DATABASE|RD)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"^(https?:|ftp:|\\\\|//|file:/*\\\\|file://[^/])", re.IGNORECASE)
_PART = re.compile(r"word/(document|header|footer|footnotes|endnotes)\d*\.xml")
_PLACES = {
    "document": "de tekst",
    "header": "een koptekst",
    "footer": "een voettekst",
    "footnotes": "een voetnoot",
    "endnotes": "een eindnoot",
}
_ACTIVE = (w("object"), w("control"), w("altChunk"), w("subDoc"))


def refuse_outside(package: Package) -> None:
    """Raise TemplateRefused when the template leads outside itself, saying what and where.

    Links to a page or a mail address may stay. The path of a template on somebody's laptop is no
    reason to refuse: it is left behind.
    """
    for source, kind, target in package.external():
        harmless = kind == "hyperlink" or (
            kind == "attachedTemplate" and not _ELSEWHERE.match(target)
        )
        if not harmless:
            what = _KINDS.get(kind, kind)
            raise TemplateRefused(
                f"Het sjabloon haalt {what} van buiten het bestand ({target[:80]}, in"
                f" {place_of(source)}); voeg het in Word in het bestand zelf in en kies het"
                " sjabloon opnieuw."
            )
    for name in sorted(package.parts):
        if _PART.fullmatch(name):
            tree = package.tree(name)
            for code in _codes(tree):
                found = _CODE.match(code)
                if found:
                    raise TemplateRefused(
                        f"In {place_of(name)} van het sjabloon staat het veld"
                        f" {found[1].upper()}, dat iets van buiten het bestand haalt; zet in Word"
                        " de inhoud zelf neer en kies het sjabloon opnieuw."
                    )
            if next(tree.iter(*_ACTIVE), None) is not None:
                raise TemplateRefused(
                    f"In {place_of(name)} van het sjabloon staat een ingesloten object of"
                    " besturingselement; vervang het in Word door een afbeelding en kies het"
                    " sjabloon opnieuw."
                )


def place_of(part: str) -> str:
    """A part of the package as it is called in Word."""
    found = _PART.fullmatch(part)
    return _PLACES[found[1]] if found else "de instellingen van het document"


def _codes(tree: Element) -> Iterator[str]:
    """The codes of all fields; Word cuts one in as many pieces as it likes."""
    for field in tree.iter(w("fldSimple")):
        yield field.get(w("instr"), "")
    code: list[str] | None = None
    for item in tree.iter(w("fldChar"), w("instrText")):
        if item.tag == w("instrText"):
            (code if code is not None else []).append(item.text or "")
        else:
            if code:
                yield "".join(code)
            code = [] if item.get(w("fldCharType")) == "begin" else None

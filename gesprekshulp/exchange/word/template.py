"""Our own templates, read once, and a document made from one of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from gesprekshulp.domain.clean import one_line
from gesprekshulp.domain.language import Language
from gesprekshulp.exchange.word.package import DOCUMENT, read_parts, written
from gesprekshulp.exchange.word.picture import picture
from gesprekshulp.exchange.word.properties import TAGS, Properties
from gesprekshulp.exchange.word.styles import OWN_ACCENT, OWN_FONT, OWN_SECOND
from gesprekshulp.exchange.word.xml import NOTHING, Xml, escaped
from gesprekshulp.paths import resource

HEADER = "word/header1.xml"
FOOTER = "word/footer1.xml"
STYLES = "word/styles.xml"
_THEME = "word/theme/theme1.xml"
_FONTS = "word/fontTable.xml"
_HEADER_RELATIONS = "word/_rels/header1.xml.rels"
NUMBERING = "word/numbering.xml"
_DOCUMENT_RELATIONS = "word/_rels/document.xml.rels"
_BEGIN = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships'
    ' xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
)
_END = "</Relationships>"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
FIRST_LIST = 3
"""The first list number that our own templates leave free."""

OWN_NUMBERS = 1
"""The abstract definition of numbered lists in our own templates."""

_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
LONGEST_NAME = 60
LONGEST_FOOT = 110


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands above and below each page. `details` is a second line in the footer."""

    firm: str
    kind: str
    foot: str
    details: str = ""
    accent: str = OWN_ACCENT
    second: str = OWN_SECOND
    font: str = ""
    logo: bytes = b""
    logo_words: str = "Logo"
    page: str = "pagina {page} van {pages}"


@dataclass(frozen=True, slots=True)
class _Template:
    parts: dict[str, bytes]
    before: str
    after: str
    texts: dict[str, str]


@cache
def _template(name: str) -> _Template:
    parts = read_parts(resource("word", name).read_bytes())
    found = re.split(
        r"<w:p><w:r><w:t[^>]*>\{\{inhoud\}\}</w:t></w:r></w:p>", parts[DOCUMENT].decode()
    )
    before, after = found
    texts = {part: parts[part].decode() for part in (HEADER, FOOTER, STYLES, _THEME, _FONTS)}
    return _Template(parts, before, after, texts)


def own_part(name: str, part: str) -> bytes:
    """One part of one of our templates, such as its styles."""
    return _template(name).parts[part]


def document(
    name: str,
    body: Xml,
    letterhead: Letterhead,
    properties: Properties,
    *,
    links: Mapping[str, str] = MappingProxyType({}),
    lists: Sequence[int] = (),
) -> bytes:
    """A Word file of the parts below."""
    return written(own_parts(name, body, letterhead, properties, links=links, lists=lists))


def own_parts(
    name: str,
    body: Xml,
    letterhead: Letterhead,
    properties: Properties,
    *,
    links: Mapping[str, str] = MappingProxyType({}),
    lists: Sequence[int] = (),
) -> dict[str, bytes | str]:
    """The template's styles and page, with this body, header, footer and properties.

    `links` are the addresses that the body leads to, by relation; `lists` the numbers of lists
    that begin at 1 again.
    """
    own = _template(name)
    parts: dict[str, bytes | str] = dict(own.parts)
    parts[DOCUMENT] = f"{own.before}{body}{own.after}"
    for part in (STYLES, _THEME, _FONTS):
        parts[part] = in_colours(own.texts[part], letterhead)
    if properties.language is not Language.DUTCH:
        tag = TAGS[properties.language]
        parts[STYLES] = str(parts[STYLES]).replace(
            f'w:val="{TAGS[Language.DUTCH]}"', f'w:val="{tag}"'
        )
    parts[HEADER] = _header(own.texts[HEADER], letterhead, parts)
    parts[FOOTER] = _footer(own.texts[FOOTER], letterhead)
    if links:
        old = own.parts[_DOCUMENT_RELATIONS].decode()
        parts[_DOCUMENT_RELATIONS] = old.replace(_END, f"{_external(links)}{_END}")
    if lists:
        numbers = "".join(restarted(number, OWN_NUMBERS) for number in lists)
        old = own.parts[NUMBERING].decode()
        parts[NUMBERING] = old.replace("</w:numbering>", f"{numbers}</w:numbering>")
    parts.update(properties.parts())
    return parts


def _header(text: str, letterhead: Letterhead, parts: dict[str, bytes | str]) -> str:
    logo = NOTHING
    if letterhead.logo:
        shown = picture(letterhead.logo)
        target = f"media/logo.{shown.extension}"
        parts[f"word/{target}"] = shown.data
        relation = f'<Relationship Id="rId1" Type="{_IMAGE}" Target="{target}"/>'
        parts[_HEADER_RELATIONS] = f"{_BEGIN}{relation}{_END}"
        gap = Xml('<w:r><w:t xml:space="preserve">   </w:t></w:r>')
        logo = Xml(shown.drawing("rId1", letterhead.logo_words) + gap)
    text = _without_run(text, "logo", logo)
    return _filled(text, kantoor=(letterhead.firm, LONGEST_NAME), soort=(letterhead.kind, 60))


def in_colours(text: str, letterhead: Letterhead) -> str:
    """A part of our template with the firm's two colours and its font in the place of ours."""
    # In one pass, so that a firm whose second colour is our first keeps both apart.
    colours = {OWN_ACCENT: letterhead.accent, OWN_SECOND: letterhead.second}
    text = re.sub("|".join(colours), lambda found: colours[found[0]], text)
    if letterhead.font and letterhead.font != OWN_FONT:
        # What stands in for Calibri does not stand in for another font.
        text = re.sub("<w:altName[^>]*/><w:panose1[^>]*/>", "", text)
        text = text.replace(f'"{OWN_FONT}"', f'"{escaped(letterhead.font)}"')
    return text


def restarted(number: int, abstract: int) -> str:
    """The definition of a list that begins at 1 again, in the form of an abstract one."""
    return (
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )


def _external(links: Mapping[str, str]) -> str:
    return "".join(
        f'<Relationship Id="{relation}" Type="{LINK}" Target="{escaped(target)}"'
        ' TargetMode="External"/>'
        for relation, target in links.items()
    )


def _footer(text: str, letterhead: Letterhead) -> str:
    if not letterhead.details.strip():
        text = _without_run(text, "gegevens", NOTHING)
    before, between = re.split(r"\{page\}|\{pages\}", letterhead.page)[:2]
    text = text.replace(">pagina <", f">{escaped(before)}<").replace(
        "> van <", f">{escaped(between)}<"
    )
    return _filled(
        text,
        voet=(letterhead.foot, LONGEST_FOOT - 20),
        gegevens=(letterhead.details, LONGEST_FOOT),
    )


def _without_run(text: str, token: str, instead: Xml) -> str:
    pattern = rf"<w:r>(?:(?!</w:r>).)*\{{\{{{token}\}}\}}</w:t></w:r>"
    return re.sub(pattern, lambda _: instead, text)


def _filled(text: str, **tokens: tuple[str, int]) -> str:
    # One pass, so that a client called "{{voet}}" stays a client called "{{voet}}".
    def value(found: re.Match[str]) -> str:
        words, longest = tokens[found[1]]
        return escaped(one_line(words, longest))

    return re.sub(rf"\{{\{{({'|'.join(tokens)})\}}\}}", value, text)

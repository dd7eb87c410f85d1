"""The properties of a document: what Word shows under Info, and nothing about the laptop."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gesprekshulp.domain.clean import one_line
from gesprekshulp.domain.language import Language
from gesprekshulp.exchange.word.xml import escaped

CORE = "docProps/core.xml"
APP = "docProps/app.xml"
TAGS = {Language.DUTCH: "nl-NL", Language.ENGLISH: "en-GB"}
"""How Word names the language of a document."""

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Properties:
    """Title, subject, who wrote it and of which day it is."""

    title: str
    subject: str
    author: str
    company: str
    day: date
    language: Language = Language.DUTCH

    def parts(self) -> dict[str, str]:
        """The two parts of the package that hold them.

        Made and changed are midnight of the document's own day: the same document gives the same
        bytes, and the hour at which somebody worked stays on the laptop.
        """
        moment = f"{self.day.isoformat()}T00:00:00Z"
        author = _short(self.author)
        core = (
            f"{_DECLARATION}<cp:coreProperties"
            ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
            ' xmlns:dcterms="http://purl.org/dc/terms/"'
            ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            f"<dc:title>{_short(self.title)}</dc:title>"
            f"<dc:subject>{_short(self.subject)}</dc:subject>"
            f"<dc:creator>{author}</dc:creator>"
            f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
            f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
            f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
            f"<dc:language>{TAGS[self.language]}</dc:language></cp:coreProperties>"
        )
        app = (
            f'{_DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/'
            '2006/extended-properties"><Application>Gesprekshulp</Application>'
            f"<Company>{_short(self.company)}</Company></Properties>"
        )
        return {CORE: core, APP: app}


def _short(text: str) -> str:
    return escaped(one_line(text, _LONGEST))


def author(adviser: str, firm: str) -> str:
    """ "Steven van Dalen, Van Dalen Advies", or the one of the two that is known."""
    return ", ".join(part for part in (adviser.strip(), firm.strip()) if part)

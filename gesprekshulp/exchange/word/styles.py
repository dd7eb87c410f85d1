"""Names of the styles that a document is set in, and the colour they take from the firm."""

from __future__ import annotations

import re
from dataclasses import dataclass

OWN_ACCENT = "0E6470"
OWN_SECOND = "556062"
OWN_FONT = "Calibri"
_CONTRAST = 4.5


@dataclass(frozen=True, slots=True)
class Styles:
    """Style identifiers by what they are for; a firm's own template has others than ours."""

    body: str = ""
    title: str = "Title"
    subtitle: str = "Subtitle"
    heading: str = "Heading1"
    subheading: str = "Heading2"
    small_heading: str = "Heading3"
    number: str = "ListNumber"
    bullet: str = "ListBullet"
    lead: str = "Inleiding"
    after: str = "Vervolgtekst"
    lead_after: str = "Vervolginleiding"
    cell: str = "Tabeltekst"
    cell_kept: str = "Tabeltekstbijeen"
    cell_head: str = "Tabelkop"
    label: str = "Gegevenlabel"
    last_label: str = "Gegevenslot"
    table: str = "Verslagtabel"
    facts: str = "Gegevenstabel"
    strong: str = "Strong"
    late: str = "Telaat"
    link: str = "Hyperlink"
    address: str = "Adres"
    signature: str = "Ondertekening"
    more: str = "Meer"
    contents_heading: str = "TOCHeading"
    contents_first: str = "TOC1"
    contents_second: str = "TOC2"

    @property
    def headings(self) -> tuple[str, str, str]:
        """By level."""
        return self.heading, self.subheading, self.small_heading

    @property
    def contents(self) -> tuple[str, str]:
        """Of entries, by level."""
        return self.contents_first, self.contents_second


OWN = Styles()


def accent(colour: str, otherwise: str = OWN_ACCENT) -> str:
    """Six hex digits that can be read on white paper, from a firm's colour such as "#0E6470".

    A colour that is too light for text is darkened until its contrast is 4.5; what is no colour
    becomes `otherwise`.
    """
    found = re.fullmatch(r"#?([0-9A-Fa-f]{6})", colour.strip())
    if not found:
        return otherwise
    parts = [int(found[1][at : at + 2], 16) for at in (0, 2, 4)]
    while contrast("".join(f"{part:02X}" for part in parts)) < _CONTRAST:
        parts = [part * 95 // 100 for part in parts]
    return "".join(f"{part:02X}" for part in parts)


def contrast(colour: str) -> float:
    """The contrast of six hex digits with white paper, 1 to 21, after WCAG 2.1."""
    return 1.05 / (_luminance([int(colour[at : at + 2], 16) for at in (0, 2, 4)]) + 0.05)


def _luminance(parts: list[int]) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

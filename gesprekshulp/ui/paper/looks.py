"""How a paper looks: the sizes of our Word templates, so that Qt's page stands beside Word's.

All lengths are in twips, as in `domain/page.py`: a twentieth of a point.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum

from gesprekshulp.domain.page import DOSSIER as DOSSIER_PAGE
from gesprekshulp.domain.page import REPORT as REPORT_PAGE
from gesprekshulp.domain.page import Page as Margins
from gesprekshulp.domain.paper import PaperKind, ParagraphRole


class Ink(Enum):
    """What a colour is for; `inks.Inks` says which colour that is."""

    TEXT = "text"
    MUTED = "muted"
    ACCENT = "accent"
    SECOND = "second"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of one size, weight and colour."""

    size: int
    bold: bool = False
    ink: Ink = Ink.TEXT


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set. `spacing` is a line as a share of the letter's own height."""

    letter: Letter
    before: int = 0
    after: int = 0
    spacing: float = 1.0
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """Everything a kind of document is set with."""

    margins: Margins
    roles: dict[ParagraphRole, Style]
    headings: tuple[Style, Style, Style]
    item: Style
    cell: Style
    indent: int
    cell_top: int
    firm: Letter
    running: Letter
    foot: Letter
    rule: int
    cell_side: int = 115
    hairline: int = 10
    most_pages: int = 0
    entry: Style = field(default_factory=lambda: Style(Letter(210), spacing=1.15))

    def smaller(self, share: float) -> Look:
        """The same look with letters and spaces of a share of their size."""

        def letter(one: Letter) -> Letter:
            return replace(one, size=round(one.size * share))

        def style(one: Style) -> Style:
            before, after = round(one.before * share), round(one.after * share)
            return replace(one, letter=letter(one.letter), before=before, after=after)

        one, two, three = map(style, self.headings)
        return replace(
            self,
            roles={role: style(was) for role, was in self.roles.items()},
            headings=(one, two, three),
            item=style(self.item),
            cell=style(self.cell),
            entry=style(self.entry),
            cell_top=round(self.cell_top * share),
        )


def _report() -> Look:
    text = Letter(210)
    body = Style(text, after=120, spacing=1.15)
    return Look(
        margins=REPORT_PAGE,
        roles={
            ParagraphRole.TITLE: Style(Letter(420, bold=True), after=40, spacing=1.05, keep=True),
            ParagraphRole.SUBTITLE: Style(Letter(210, ink=Ink.SECOND), after=240, spacing=1.15),
            ParagraphRole.BODY: body,
            ParagraphRole.LEAD: replace(body, keep=True),
            ParagraphRole.ADDRESS: replace(body, after=480),
            ParagraphRole.SIGNATURE: replace(body, before=720),
            ParagraphRole.MORE: Style(Letter(210, ink=Ink.MUTED), before=60, spacing=1.15),
        },
        headings=(
            Style(Letter(260, bold=True, ink=Ink.ACCENT), 320, 80, 1.08, keep=True),
            Style(Letter(230, bold=True), 160, 40, 1.08, keep=True),
            Style(Letter(210, bold=True, ink=Ink.SECOND), 160, 40, 1.08, keep=True),
        ),
        item=Style(text, after=60, spacing=1.15),
        cell=Style(Letter(200), spacing=1.08),
        indent=340,
        cell_top=60,
        firm=Letter(260, bold=True, ink=Ink.ACCENT),
        running=Letter(180, ink=Ink.MUTED),
        foot=Letter(170, ink=Ink.MUTED),
        rule=30,
    )


def _dossier() -> Look:
    text = Letter(190)
    body = Style(text, after=20, spacing=1.08)
    muted = Style(Letter(190, ink=Ink.SECOND), spacing=1.08)
    heading = Style(Letter(210, bold=True, ink=Ink.ACCENT), 160, 40, 1.08, keep=True)
    return Look(
        margins=DOSSIER_PAGE,
        roles={
            ParagraphRole.TITLE: Style(Letter(320, bold=True), after=20, spacing=1.05, keep=True),
            ParagraphRole.SUBTITLE: replace(muted, after=100),
            ParagraphRole.BODY: body,
            ParagraphRole.LEAD: replace(body, keep=True),
            ParagraphRole.ADDRESS: body,
            ParagraphRole.SIGNATURE: body,
            ParagraphRole.MORE: replace(muted, before=40),
        },
        headings=(
            heading,
            replace(heading, letter=Letter(200, bold=True), before=80, after=20),
            replace(heading, letter=Letter(190, bold=True, ink=Ink.SECOND), before=80, after=20),
        ),
        item=Style(text, after=20, spacing=1.08),
        cell=Style(text, spacing=1.08),
        indent=284,
        cell_top=30,
        firm=Letter(200, bold=True, ink=Ink.ACCENT),
        running=Letter(170, ink=Ink.MUTED),
        foot=Letter(160, ink=Ink.MUTED),
        rule=20,
        most_pages=2,
    )


REPORT = _report()
DOSSIER = _dossier()


def look_of(kind: PaperKind) -> Look:
    """The look of a kind of document: the dossier is smaller, to stay on two pages."""
    return DOSSIER if kind is PaperKind.DOSSIER else REPORT

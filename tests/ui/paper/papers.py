"""Papers to set: a usual report, long ones, and text that nobody should have typed."""

from __future__ import annotations

from datetime import date

from gesprekshulp.domain.paper import (
    Block,
    Cell,
    Contents,
    Facts,
    Heading,
    ItemList,
    ListItem,
    Paper,
    PaperKind,
    Paragraph,
    ParagraphRole,
    Place,
    Span,
    Table,
)
from gesprekshulp.domain.report import FirmIdentity

FIRM = FirmIdentity(
    "Van Dalen Advies", "Steven van Dalen", "Kerkstraat 1, Heerdam", "010 123 45 67",
    "info@vandalen.example",
)  # fmt: skip
NASTY = (
    ']]> <b>geen opmaak</b> & "aanhaling"',
    "\U0001f469\u200d\U0001f469\u200d\U0001f467 emoji \U0001f3f3\ufe0f\u200d\U0001f308",
    "\x00\x01\x08\x0b\x0c\x1f\x7f\x85",
    "\ud800 los \udfff",
    "\ufffe\uffff\ufdd0\U0001ffff",
    "W" * 10_000,
    "שלום مرحبا \u202eomgekeerd",
    "tab\tregel\r\nnieuw\u2028scheiding",
    "a\u0301\u0302\u0303\u200b" * 200,
    "",
)


def words(text: str, part: str = "", row: str = "") -> Paragraph:
    return Paragraph((Span(text),), place=Place(part, row))


def table(rows: int, part: str = "toe") -> Table:
    return Table(
        ("Nr", "Wat", "Wie", "Uiterlijk"),
        (6, 42, 22, 30),
        tuple(
            tuple(
                Cell(text, Place(part, f"rij{number}"))
                for text in (str(number), f"stuurt stuk {number}", "Steven", "vrijdag 13 maart")
            )
            for number in range(1, rows + 1)
        ),
        "Toezeggingen",
    )


def a_paper(*blocks: Block, kind: PaperKind = PaperKind.REPORT, firm: FirmIdentity = FIRM) -> Paper:
    """A paper with these blocks, or with those of a usual report."""
    return Paper(
        kind, firm, "Keuze van het kassasysteem", "Gespreksverslag Bakkerij De Halm",
        "Bakkerij De Halm", date(2026, 3, 12), "Gespreksverslag · versie 2", blocks or usual(),
    )  # fmt: skip


def usual(rows: int = 3) -> tuple[Block, ...]:
    """The blocks of a report that fills a page and a half."""
    return (
        Paragraph(
            (Span("Keuze van het kassasysteem"),), ParagraphRole.TITLE, Place("feit", "titel")
        ),
        Paragraph((Span("Bakkerij De Halm"),), ParagraphRole.SUBTITLE, Place("feit")),
        Facts(
            (
                ("Plaats", Cell("Molenstraat 18, Heerdam", Place("feit"))),
                ("Aanwezig", Cell("Annet Vos (eigenaar)", Place("feit"))),
            ),
            "Gegevens",
        ),
        Contents("Inhoud"),
        Heading("Doel van het gesprek", 1, Place("doel")),
        words("Een keuze tussen de twee kassasystemen.", "doel"),
        Paragraph(
            (
                Span("Doel bereikt: ", strong=True),
                Span("deels, zie "),
                Span("vandalen.example", link="https://vandalen.example"),
                Span("."),
            ),
            place=Place("doel", "toelichting"),
        ),
        Heading("Besproken", 1),
        Heading("Storingen", 2, Place("bes", "kop")),
        words("De winkels hadden op zaterdag geen kassa. " * 6, "bes"),
        words("U wilt bestellingen rechsreeks op de kassa.\nZonder overtypen.", "bes"),
        Heading("Besluiten", 1, Place("bsl")),
        ItemList(
            (
                ListItem((Span("U kiest systeem B ("), Span("binnen"), Span(")"))),
                ListItem((Span("De webwinkel ("), Span("buiten", strong=True), Span(")"))),
            ),
            numbered=True,
        ),
        Heading("Toezeggingen", 1, Place("toe")),
        table(rows),
        Heading("Nog open", 1, Place("open")),
        ItemList((ListItem((Span("Wanneer komt de monteur?"),), Place("open")),)),
        Heading("Graag uw bevestiging", 1, Place("slot")),
        words("Klopt dit verslag?", "slot"),
    )

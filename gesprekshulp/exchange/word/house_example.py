"""Templates to start from, of both ways: with placeholders and without."""

from __future__ import annotations

from datetime import date

from gesprekshulp.domain.page import REPORT
from gesprekshulp.domain.report import FirmIdentity
from gesprekshulp.exchange.word.letterhead import details_of
from gesprekshulp.exchange.word.properties import Properties, author
from gesprekshulp.exchange.word.styles import OWN, OWN_SECOND, accent
from gesprekshulp.exchange.word.template import Letterhead, document
from gesprekshulp.exchange.word.xml import Rows, Xml, columns, joined, table, words

_TEMPLATE = "verslag.docx"
# The day of a template says nothing; the same firm always gets the same file.
_DAY = date(2026, 1, 1)


def example_template(firm: FirmIdentity, *, with_placeholders: bool) -> bytes:
    """A .docx that a firm opens in Word, makes its own, and then chooses as its house style."""
    name = firm.name.strip() or "Naam van uw kantoor"
    around = Letterhead(
        firm=name,
        kind="{{ soort }}" if with_placeholders else "Sjabloon",
        foot=f"{name} · {{{{ klant.naam }}}}" if with_placeholders else name,
        details=details_of(firm),
        accent=accent(firm.accent),
        second=accent(firm.second, OWN_SECOND),
        font=firm.font.strip(),
        logo=firm.logo,
        logo_words=f"Logo van {name}",
    )
    body = _asking() if with_placeholders else _styled()
    title = "Huisstijl met invulplaatsen" if with_placeholders else "Huisstijl"
    writer = author(firm.adviser, firm.name) or name
    return document(_TEMPLATE, body, around, Properties(title, "Sjabloon", writer, name, _DAY))


def _asking() -> Xml:
    """Placeholders of each sort: a value, the whole report, and a loop."""
    return joined(
        (
            words(OWN.title, "{{ verslag.titel }}"),
            words(OWN.subtitle, "{{ klant.naam }}, {{ afspraak.datum }}"),
            words(OWN.body, "Hier begint uw eigen tekst. Het verslag komt op de volgende regel."),
            words(OWN.body, "{{ inhoud }}"),
            words(OWN.heading, "Wie doet wat"),
            words(OWN.body, "{%p for t in toezeggingen %}"),
            words(OWN.bullet, "{{ t.wie }}: {{ t.wat }}, uiterlijk {{ t.uiterlijk }}"),
            words(OWN.body, "{%p endfor %}"),
            words(OWN.body, "Met vriendelijke groet,"),
            words(OWN.signature, "{{ firma.adviseur }}"),
        )
    )


def _styled() -> Xml:
    """A line in each style that the report is set in, to change its looks in Word."""
    widths = columns(REPORT.text_width, 50, 50)
    rows = [
        Rows(widths, [OWN.cell_head] * 2).row(("Wat", "Wie"), header=True),
        Rows(widths, [OWN.cell] * 2).row(("een regel van een tabel", "naam")),
    ]
    return joined(
        (
            words(OWN.title, "Titel"),
            words(OWN.subtitle, "Ondertitel: de klant en de dag"),
            words(
                OWN.body,
                "Deze tekst maakt plaats voor het verslag. Verander de stijlen van dit bestand in"
                " Word: het verslag krijgt ze. Marges, koptekst en voettekst blijven staan.",
            ),
            words(OWN.heading, "Kop 1: een onderdeel van het verslag"),
            words(OWN.subheading, "Kop 2: een agendapunt"),
            words(OWN.small_heading, "Kop 3"),
            words(OWN.bullet, "Een lijst met opsommingstekens"),
            words(OWN.number, "Een genummerde lijst, zoals die van besluiten"),
            table(OWN.table, widths, rows, header=True, summary="Voorbeeld van een tabel"),
            words(OWN.after, "Gewone tekst onder een tabel."),
        )
    )

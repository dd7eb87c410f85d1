"""A report, a dossier and templates to test with; invented, like everything in the tests."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Mm, RGBColor
from openxml_audit import OpenXmlValidator

from gesprekshulp.domain.appointment import (
    AgendaItem,
    Appointment,
    Expectation,
    Participant,
    Side,
    Speaker,
)
from gesprekshulp.domain.attachment import Attachment, OwnerKind
from gesprekshulp.domain.client import Client, ContactPerson
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.contact import Contact, ContactKind, ContactNature
from gesprekshulp.domain.decision import Decision, Scope, Wish
from gesprekshulp.domain.dossier import Dossier, PreviousReport
from gesprekshulp.domain.ids import (
    AgendaItemId,
    AppointmentId,
    AttachmentId,
    ClientId,
    CommitmentId,
    ContactId,
    DecisionId,
    PersonId,
    ReportId,
    WishId,
)
from gesprekshulp.domain.paper import OutPaper
from gesprekshulp.domain.papers.report import report_paper
from gesprekshulp.domain.papers.sample import sample_report
from gesprekshulp.domain.rating import Rating
from gesprekshulp.domain.readiness import Readiness
from gesprekshulp.domain.report import (
    Addressee,
    CommitmentRow,
    DiscussedItem,
    EarlierRow,
    ExtraPart,
    FirmIdentity,
    PartKind,
    ReportDocument,
)
from gesprekshulp.domain.text import InternalText
from gesprekshulp.exchange.word.report import build_paper

TODAY = date(2026, 3, 12)
SECRET = "GEHEIM"
HYPERLINK = RELATIONSHIP_TYPE.HYPERLINK

FIRM = FirmIdentity(
    name="Van Dalen Advies",
    adviser="Steven van Dalen",
    address="Kerkstraat 12, 4141 AB Leerdam",
    phone="0345 61 02 03",
    email="steven@vandalen.example",
)

REPORT = replace(
    sample_report(FIRM, TODAY),
    version=2,
    goal_note="De keuze is er; de planning nog niet.",
    discussed=(
        DiscussedItem(
            "Ervaringen met de kassa",
            ("De winkels hadden op twee zaterdagen geen kassa.", "Dat kostte twee uur per winkel."),
        ),
        DiscussedItem(
            "De twee systemen",
            ("Alleen systeem B kent een koppeling.", "- A: 2.150 euro\n- B: 3.400 euro"),
        ),
    ),
    commitments=(
        CommitmentRow("stuurt de aangepaste offerte", "Steven", "vrijdag 13 maart 2026"),
        CommitmentRow("vraagt de storingslijst op", "Annet Vos", "woensdag 18 maart 2026"),
        CommitmentRow("levert de artikellijst aan", "Joris Vos", "voor het volgende overleg"),
    ),
    open_questions=("In welke week stapt Buren over?", "Kan de bonprinter blijven?"),
    earlier=(
        EarlierRow("offertes opvragen", "Steven", "nagekomen op vrijdag 27 februari 2026"),
        EarlierRow("storingen bijhouden", "Joris Vos", "verzet naar 18 maart: lijst ontbreekt"),
    ),
    next_appointment="Dinsdag 31 maart 2026 om 10:00 uur, bij u.",
    closing=("Klopt dit verslag?", "Laat het mij weten vóór 19 maart."),
    introductions=((PartKind.COMMITMENTS, "Wij spraken af wie wat doet."),),
    addressee=Addressee(),
    written_on=None,
    reply_by=None,
)
"""The sample that a house style is tried on, with what tests count on."""

EMPTY_REPORT = replace(
    REPORT,
    firm=FirmIdentity(""),
    title="",
    client="",
    time="",
    place=" ",
    present=(),
    absent=(),
    goal="",
    goal_reached=None,
    goal_note="",
    discussed=(DiscussedItem("Niets gezegd", ()), DiscussedItem("", (" ",))),
    decisions=(),
    commitments=(),
    open_questions=("",),
    earlier=(),
    next_appointment="",
    attachments=(),
    extra=(ExtraPart("Leeg", ("",)),),
    closing=(),
    introductions=(),
)

# In the order in which they must stand.
HEADINGS = (
    "Doel van het gesprek",
    "Besproken",
    "Ervaringen met de kassa",
    "De twee systemen",
    "Besluiten",
    "Toezeggingen",
    "Nog open",
    "Stand van eerdere toezeggingen",
    "Subsidie",
    "Vervolg",
    "Bijlagen",
    "Graag uw bevestiging",
)


def same(text: str) -> str:
    return text


def moment(days: int, hour: int = 9) -> datetime:
    return datetime(2026, 3, 12, hour, tzinfo=UTC) + timedelta(days=days)


def dossier(times: int = 1, say: Callable[[str], str] = same) -> Dossier:
    """A dossier with each part `times` as long, and every text passed through `say`."""
    client, appointment = ClientId("klant"), AppointmentId("afspraak")
    us, them, together = Speaker.US, Speaker.CLIENT, Speaker.TOGETHER
    agenda = (("Ervaringen", 15, them), ("De systemen", 25, us), ("Planning", 15, together))
    promises = (
        (Side.US, "Steven", "stuurt de aangepaste offerte", -2),
        (Side.CLIENT, "Annet Vos", "vraagt de storingslijst op", -1),
        (Side.US, "Steven", "zoekt uit of de bonprinter kan blijven", 5),
        (Side.CLIENT, "Joris Vos", "levert de artikellijst aan", None),
    )
    touched = (
        ("Storing op zaterdag", ContactKind.PHONE, ContactNature.PROBLEM, "Monteur komt maandag."),
        ("Offertes besproken", ContactKind.VISIT, ContactNature.NEUTRAL, "Twee blijven over."),
        ("Kaart voor 40 jaar", ContactKind.LETTER, ContactNature.ATTENTION, "Verstuurd."),
    )
    return Dossier(
        appointment=Appointment(
            appointment,
            say("Keuze van het kassasysteem"),
            moment(0),
            moment(0, 10),
            client_id=client,
            place=say("Molenstraat 18, Heerdam"),
            goal=say("is er een keuze tussen de twee kassasystemen"),
            wished_outcome=say("Annet noemt een week."),
        ),
        client=Client(client, say("Bakkerij De Halm"), remarks=InternalText(SECRET)),
        participants=(
            Participant("1", appointment, say("Annet Vos"), person_id=PersonId("annet")),
            Participant("2", appointment, say("Joris Vos"), role=say("bedrijfsleider")),
            Participant("3", appointment, say("Steven"), Side.US, say("adviseur")),
        )
        * times,
        people=(
            ContactPerson(
                PersonId("annet"), client, "Annet Vos", "eigenaar",
                decides=True, remarks=InternalText(SECRET),
            ),
        ),
        agenda=tuple(
            AgendaItem(AgendaItemId(str(at)), appointment, at, say(title), minutes, speaker)
            for at, (title, minutes, speaker) in enumerate(agenda * times)
        ),
        expectations=(
            Expectation("1", appointment, 0, say("Annet Vos"), say("Weten wat het kost.")),
        )
        * times,
        contacts=tuple(
            Contact(
                ContactId(str(at)), client, moment(-4 - at), say(subject), kind, nature,
                "Lang verhaal.", say(outcome), person_name=say("Annet Vos"),
            )
            for at, (subject, kind, nature, outcome) in enumerate(touched * times)
        ),
        contact_count=len(touched) * times + 12,
        commitments=tuple(
            Commitment(
                CommitmentId(str(at)), client, side, say(who), say(what), TODAY,
                None if days is None else TODAY + timedelta(days=days),
                event=say("voor het volgende overleg") if days is None else "",
            )
            for at, (side, who, what, days) in enumerate(promises * times)
        ),
        decisions=(
            Decision(
                DecisionId("1"), client, say("De boekhouding hoort er niet bij."),
                TODAY - timedelta(days=21), Scope.OUTSIDE,
            ),
            Decision(
                DecisionId("2"), client, say("Achterhaald besluit."), TODAY, stands=False,
            ),
        )
        * times,
        wishes=(Wish(WishId("1"), client, say("Pinnen aan de deur."), TODAY, say("minder geld")),)
        * times,
        reports=(
            PreviousReport(
                ReportId("1"), AppointmentId("eerder"), say("Verkenning"), 1, "bevestigd",
                moment(-21),
            ),
        )
        * times,
        attachments=(
            Attachment(
                AttachmentId("1"), OwnerKind.CLIENT, "klant", client, say("Offerte B.pdf"),
                "0", 3, moment(-3),
            ),
        )
        * times,
        ratings=(Rating("1", client, TODAY, 3, InternalText(SECRET)),),
        readiness=Readiness(()),
    )  # fmt: skip


def read(data: bytes) -> Document:
    return docx.Document(BytesIO(data))


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


def everything(data: bytes) -> str:
    """All text of all parts, to search for what must not be there."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return "\n".join(
            archive.read(name).decode("utf-8", "replace") for name in archive.namelist()
        )


def remarks(data: bytes, folder: Path) -> list[str]:
    """What a strict validator has against the file."""
    file = folder / "keuring.docx"
    file.write_bytes(data)
    result = OpenXmlValidator(strict=True, security_validation=True).validate(file)
    found = [f"{error.part_uri}: {error.description}" for error in result.errors]
    # A link to a page or a mail address lies outside the file by nature; nothing else may.
    known = {
        f"/word/_rels/document.xml.rels: External relationship target: {target[:80]}"
        for target in links(data)
    }
    return [line for line in found if line not in known]


def links(data: bytes) -> list[str]:
    """Where the hyperlinks of the document lead."""
    return [
        relation.target_ref
        for relation in read(data).part.rels.values()
        if relation.is_external
        and relation.reltype == HYPERLINK
        and relation.target_ref.startswith(("https://", "http://", "mailto:"))
    ]


def png(width: int = 120, height: int = 40) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    line = b"\x00" + b"\x0e\x64\x70" * width
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(line * height))
    return b"\x89PNG\r\n\x1a\n" + body + chunk(b"IEND", b"")


def house_style(*paragraphs: str) -> bytes:
    """A firm's template: wide margins, a header and footer, a coloured heading, a table style."""
    template = docx.Document()
    section = template.sections[0]
    section.left_margin, section.right_margin = Mm(40), Mm(30)
    section.header.paragraphs[0].text = "De Groot en Zonen"
    section.footer.paragraphs[0].text = "KvK 12345678"
    template.styles["Heading 1"].font.color.rgb = RGBColor(0x99, 0x22, 0x44)
    for text in paragraphs or ("Voorbeeldtekst",):
        template.add_paragraph(text)
    template.add_table(1, 1).style = "Light Grid Accent 2"
    target = BytesIO()
    template.save(target)
    return target.getvalue()


def with_parts(data: bytes, changed: dict[str, bytes]) -> bytes:
    """The same package with parts added or replaced."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        parts = {name: old.read(name) for name in old.namelist()} | changed
        for name, content in parts.items():
            new.writestr(name, content)
    return target.getvalue()


def build_report(document: ReportDocument, *, template: bytes | None = None) -> bytes:
    """The report of a talk as the bytes of a .docx."""
    return build_paper(OutPaper(report_paper(document)), document, template=template)

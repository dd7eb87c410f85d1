"""Geschildossier: everything that shows what was agreed, for "dat hebben we niet zo afgesproken".

Only what the client got, heard at the table or said is in it: no internal line, signal or remark
has a field here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from gesprekshulp.domain.decision import Decision
from gesprekshulp.domain.dutch_dates import clock, day_and_year, local_day
from gesprekshulp.domain.paper import (
    Block,
    Cell,
    Heading,
    Paper,
    PaperKind,
    Paragraph,
    ParagraphRole,
    Span,
    Table,
)
from gesprekshulp.domain.read_back import ReadBack
from gesprekshulp.domain.report import ChangeRow, FirmIdentity, Report
from gesprekshulp.domain.report_answer import AnswerKind, Correction, ReportAnswer
from gesprekshulp.domain.report_rules import PublicLine

README = "LEESMIJ.txt"
OVERVIEW = "geschildossier.docx"
HASHES = "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file in the dispute file: its path there, and its SHA-256."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class DisputeVersion:
    """One version that was sent: what came of it, what changed, and its files."""

    report: Report
    frozen_at: datetime
    files: tuple[KeptFile, ...]
    answers: tuple[tuple[ReportAnswer, tuple[Correction, ...]], ...]
    since: int = 0
    changes: tuple[ChangeRow, ...] = ()


@dataclass(frozen=True, slots=True)
class DisputeDecision:
    """A decision with the line in which it was first noted, as the client may read it."""

    decision: Decision
    first_words: str = ""
    first_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DisputeTalk:
    """One talk with what was sent, read back and decided."""

    title: str
    day: date
    versions: tuple[DisputeVersion, ...]
    read_backs: tuple[ReadBack, ...]
    decisions: tuple[DisputeDecision, ...]


@dataclass(frozen=True, slots=True)
class DisputeFile:
    """The whole; `about` says of what it is ("besluit “...”", "1 maart tot en met ...")."""

    firm: FirmIdentity
    client: str
    about: str
    made_on: date
    talks: tuple[DisputeTalk, ...]


def first_noted(
    decision: Decision, line: PublicLine | None, at: datetime | None, read_backs: Sequence[ReadBack]
) -> DisputeDecision:
    """The words in which a decision was first noted: before it was corrected at the table."""
    if line is None:
        return DisputeDecision(decision)
    oldest = [
        item.before or item.text
        for back in sorted(read_backs, key=lambda back: back.confirmed_at)
        for item in back.items
        if item.line_id == line.id
    ]
    return DisputeDecision(decision, oldest[0] if oldest else line.text, at)


def hash_list(files: Sequence[KeptFile]) -> str:
    """The list that `sha256sum -c` reads."""
    return "".join(f"{one.sha256}  {one.path}\n" for one in files)


def readme(dispute: DisputeFile) -> str:
    """What is in the file, and how anybody can verify it."""
    made = day_and_year(dispute.made_on)
    return f"""Geschildossier: {dispute.client or "zonder klant"}
{dispute.about}
Gemaakt op {made} door {dispute.firm.name or dispute.firm.adviser or "onbekend"}

Wat erin zit
- {OVERVIEW}: het overzicht. Welke versies van het verslag zijn verstuurd, wanneer en hoe, wat
  de klant antwoordde, wat er tussen de versies is gewijzigd, wat er aan tafel is teruggelezen, en
  in welke regel elk besluit voor het eerst is genoteerd.
- verslagen: elke versie zoals zij is verstuurd, ongewijzigd, met de inhoud als gegevens
  (inhoud.json).
- antwoorden: de e-mails waarmee de klant antwoordde, voor zover die er zijn.
- {HASHES}: van elk bestand een controlegetal (SHA-256).

Hoe u het controleert
Een SHA-256 is een vingerafdruk van een bestand: verandert er één teken, dan is het getal anders. De
getallen van de verslagen zijn vastgelegd op het moment van versturen.

Linux en macOS, in deze map:      sha256sum -c {HASHES}      (macOS: shasum -a 256 -c {HASHES})
Windows, per bestand in PowerShell:   Get-FileHash "bestand.docx" -Algorithm SHA256
Vergelijk het getal met de regel van dat bestand in {HASHES}. De klant kan hetzelfde doen met het
bestand dat hij zelf ontving: is het getal gelijk, dan is het hetzelfde verslag.
"""


def dispute_paper(dispute: DisputeFile) -> Paper:
    """The overview as a document."""
    return Paper(
        kind=PaperKind.DISPUTE,
        firm=dispute.firm,
        title="Geschildossier",
        subject=f"Geschildossier {dispute.client}",
        client=dispute.client,
        day=dispute.made_on,
        label="Geschildossier",
        blocks=tuple(_blocks(dispute)),
    )


def _blocks(dispute: DisputeFile) -> Iterator[Block]:
    yield _text("Geschildossier", ParagraphRole.TITLE)
    about = ", ".join(part for part in (dispute.client, dispute.about) if part)
    yield _text(about, ParagraphRole.SUBTITLE)
    yield _text(
        "Dit overzicht laat zien wat er is vastgelegd, verstuurd en bevestigd. De verslagen zelf"
        f" zitten erbij zoals zij zijn verstuurd. Hoe u ze controleert, staat in {README}."
    )
    for talk in dispute.talks:
        yield from _talk(talk)
    files = [file for talk in dispute.talks for one in talk.versions for file in one.files]
    if files:
        yield Heading("Controlegetallen (SHA-256)")
        rows = tuple((Cell(file.path), Cell(_broken(file.sha256))) for file in files)
        yield Table(("Bestand", "SHA-256"), (50, 50), rows, "Controlegetallen van de bestanden")


def _talk(talk: DisputeTalk) -> Iterator[Block]:
    yield Heading(f"{talk.title}, {day_and_year(talk.day)}")
    yield Heading("Verstuurde versies", 2)
    if talk.versions:
        rows = tuple(_version_row(one) for one in talk.versions)
        heads = ("Versie", "Verstuurd", "Antwoord van de klant")
        yield Table(heads, (15, 40, 45), rows, "Verstuurde versies van het verslag")
    else:
        yield _text("Van dit gesprek is geen verslag verstuurd.")
    for one in talk.versions:
        yield from _changes(one)
        yield from _corrections(one)
    yield from _decisions(talk.decisions)
    for back in talk.read_backs:
        yield from _read_back(back)


def _version_row(one: DisputeVersion) -> tuple[Cell, ...]:
    report = one.report
    sent = [f"verstuurd op {day_and_year(local_day(report.sent_at))}" if report.sent_at else ""]
    sent.append(report.sent_how.words if report.sent_how else "")
    sent.append(f"aan {report.sent_to}" if report.sent_to else "")
    said = ", ".join(part for part in sent if part)
    kept = f"vastgelegd op {_moment(one.frozen_at)}"
    asked = (
        f"antwoord gevraagd uiterlijk {day_and_year(report.reply_by)}" if report.reply_by else ""
    )
    answers = [_answer(answer, corrections) for answer, corrections in one.answers]
    if not answers:
        by = f", bevestigd door {report.confirmed_by}" if report.confirmed_by else ""
        answers = [f"{report.state.value}{by}" if by else "geen antwoord genoteerd"]
    return (
        Cell(str(report.version)),
        Cell("\n".join(part for part in (said, kept, asked) if part)),
        Cell("\n".join(answers)),
    )


def _answer(answer: ReportAnswer, corrections: Sequence[Correction]) -> str:
    day = day_and_year(answer.answered_on)
    if answer.kind is AnswerKind.SILENT:
        return f"geen antwoord, vastgesteld op {day}"
    how = f" ({answer.how.value})" if answer.how else ""
    several = "correctie" if len(corrections) == 1 else "correcties"
    number = f", {len(corrections)} {several}" if corrections else ""
    quote = f": “{' '.join(answer.text.split())}”" if answer.text.strip() else ""
    return f"{answer.kind.value} door {answer.answered_by}{how} op {day}{number}{quote}"


def _changes(one: DisputeVersion) -> Iterator[Block]:
    if not one.since:
        return
    yield Heading(f"Versie {one.report.version}: gewijzigd sinds versie {one.since}", 2)
    if not one.changes:
        yield _text("De twee versies zeggen hetzelfde.")
        return
    rows = tuple((Cell(c.where), Cell(c.before or "–"), Cell(c.after or "–")) for c in one.changes)
    heads = ("Onderdeel", "Stond er", "Staat er nu")
    yield Table(heads, (24, 38, 38), rows, "Wat er tussen de versies is gewijzigd")


def _corrections(one: DisputeVersion) -> Iterator[Block]:
    found = [item for _, corrections in one.answers for item in corrections]
    if not found:
        return
    yield Heading(f"Versie {one.report.version}: correcties van de klant", 2)
    taken = {True: "overgenomen", False: "niet overgenomen", None: "nog niet besloten"}
    rows = tuple(
        (Cell(c.label), Cell(c.before or "–"), Cell(c.after or "–"), Cell(taken[c.taken]))
        for c in found
    )
    heads = ("Onderdeel", "Stond er", "Volgens de klant", "Wat wij deden")
    yield Table(heads, (18, 30, 30, 22), rows, "Correcties van de klant")


def _decisions(decisions: Sequence[DisputeDecision]) -> Iterator[Block]:
    if not decisions:
        return
    yield Heading("Besluiten", 2)
    rows = tuple(_decision_row(one) for one in decisions)
    yield Table(
        ("Besluit", "Eerst genoteerd", "Bevestigd"), (42, 34, 24), rows,
        "Besluiten met de regel waarin zij voor het eerst zijn genoteerd",
    )  # fmt: skip


def _decision_row(one: DisputeDecision) -> tuple[Cell, ...]:
    decision = one.decision
    text = [f"{decision.text} ({decision.scope.value})"]
    if not decision.stands:
        text.append("later vervangen door een ander besluit")
    if decision.is_against_advice:
        text.append(f"Wijkt af van ons advies: {decision.advice}")
        if decision.advice_reason:
            text.append(f"Reden van de klant: {decision.advice_reason}")
    noted = f"{_moment(one.first_at)}: “{one.first_words}”" if one.first_at else (
        f"op {day_and_year(decision.decided_on)}, niet in een regel van het gesprek"
    )  # fmt: skip
    confirmed = [_confirmed(decision.confirmed_on, decision.confirmed_by) or "niet bevestigd"]
    if decision.is_against_advice:
        known = _confirmed(decision.advice_confirmed_on, decision.advice_confirmed_by)
        confirmed.append(f"afwijking: {known or 'niet bevestigd'}")
    return Cell("\n".join(text)), Cell(noted), Cell("\n".join(confirmed))


def _confirmed(on: date | None, by: str) -> str:
    if on is None:
        return ""
    return f"op {day_and_year(on)}{f' door {by}' if by else ''}"


def _read_back(back: ReadBack) -> Iterator[Block]:
    yield Heading("Teruggelezen aan tafel", 2)
    by = f" door {back.confirmed_by}" if back.confirmed_by else ""
    yield _text(f"Bevestigd{by} op {_moment(back.confirmed_at)}.", ParagraphRole.LEAD)
    rows = tuple(
        (
            Cell(item.section.value),
            Cell(f"{item.text}\n(was: {item.before})" if item.was_corrected else item.text),
            Cell(item.verdict.value if item.verdict else "–"),
        )
        for item in back.items
    )
    if rows:
        yield Table(("Kop", "Regel", "De klant zei"), (22, 56, 22), rows, "Teruggelezen regels")


def _moment(at: datetime) -> str:
    return f"{day_and_year(local_day(at))} om {clock(at)} uur"


def _text(words: str, role: ParagraphRole = ParagraphRole.BODY) -> Paragraph:
    return Paragraph((Span(words),), role)


def _broken(sha: str) -> str:
    """In groups, so that a narrow column can hold it and an eye can compare it."""
    return " ".join(sha[place : place + 8] for place in range(0, len(sha), 8))

"""The body of a report: its parts in their order, and only the parts that say something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gesprekshulp.domain.decision import Scope
from gesprekshulp.domain.dutch_dates import long_day
from gesprekshulp.domain.report import DecisionRow, PartKind, ReportDocument
from gesprekshulp.exchange.word.styles import Styles
from gesprekshulp.exchange.word.xml import (
    Rows,
    Xml,
    clean,
    columns,
    joined,
    paragraph,
    run,
    table,
    words,
)

_BULLET = re.compile(r"\s*[-–•*]\s+")


def report_body(document: ReportDocument, styles: Styles, width: int) -> Xml:
    """Everything between header and footer; `width` is that of the text, in twips."""
    return joined((*title(document, styles), content(document, styles, width)))


def title(document: ReportDocument, styles: Styles) -> Iterator[Xml]:
    """The title, with client and day under it."""
    yield words(styles.title, _line(document.title) or "Gespreksverslag")
    below = (_line(document.client), long_day(document.day))
    yield words(styles.subtitle, ", ".join(part for part in below if part))


def content(document: ReportDocument, styles: Styles, width: int) -> Xml:
    """The parts below the title."""
    return Xml("".join(_Body(document, styles, width).parts()))


class _Body:
    def __init__(self, document: ReportDocument, styles: Styles, width: int) -> None:
        self._document = document
        self._styles = styles
        self._width = width

    def parts(self) -> Iterator[Xml]:
        document = self._document
        yield from self._facts()
        yield from self._goal()
        yield from self._discussed()
        yield from self._decisions()
        yield from self._commitments()
        yield from self._bullets(PartKind.QUESTIONS, document.open_questions)
        yield from self._earlier()
        for part in document.extra:
            yield from self._part(_line(part.title), self._paragraphs(part.paragraphs))
        yield from self._words(PartKind.NEXT, (document.next_appointment,))
        yield from self._bullets(PartKind.ATTACHMENTS, document.attachments)
        yield from self._words(PartKind.CLOSING, document.closing)

    # --- the parts ---

    def _facts(self) -> Iterator[Xml]:
        document, firm = self._document, self._document.firm
        time = _line(document.time)
        if time[-1:].isdigit():
            time = f"{time} uur"
        facts = (
            ("Klant", _line(document.client)),
            ("Datum", ", ".join(filter(None, (long_day(document.day), time)))),
            ("Plaats", _line(document.place)),
            ("Aanwezig", _listed(document.present)),
            ("Afwezig", _listed(document.absent)),
            ("Opgesteld door", _listed((firm.adviser, firm.name))),
        )
        widths = columns(self._width, 22, 78)
        styles = self._styles
        table_rows = Rows(widths, (styles.label, styles.cell))
        rows = [table_rows.row(fact) for fact in facts if fact[1]]
        yield table(styles.facts, widths, rows, header=False, summary="Gegevens van het gesprek")
        yield from self._lead(PartKind.FACTS)

    def _goal(self) -> Iterator[Xml]:
        document = self._document
        inside = self._paragraphs((document.goal,))
        note = _text(document.goal_note)
        if document.goal_reached is not None:
            answer = run("Doel bereikt: ", self._styles.strong)
            reached = (
                f"{document.goal_reached.value}. {note}"
                if note
                else f"{document.goal_reached.value}."
            )
            inside.append(paragraph(self._styles.body, answer, run(reached)))
        elif note:
            inside.append(words(self._styles.body, note))
        yield from self._part(PartKind.GOAL, inside, PartKind.GOAL)

    def _discussed(self) -> Iterator[Xml]:
        inside: list[Xml] = []
        for item in self._document.discussed:
            said = self._paragraphs(item.paragraphs)
            name = _line(item.title)
            if said and name:
                inside.append(words(self._styles.subheading, name))
            inside.extend(said)
        yield from self._part(PartKind.DISCUSSED, inside, PartKind.DISCUSSED)

    def _decisions(self) -> Iterator[Xml]:
        items = [self._decision(item) for item in self._document.decisions if _text(item.text)]
        yield from self._part(PartKind.DECISIONS, items, PartKind.DECISIONS)

    def _decision(self, item: DecisionRow) -> Xml:
        text = _text(item.text)
        stop = "." if text.endswith(".") and not text.endswith("..") else ""
        text = text.removesuffix(stop) if stop else text
        # What lies outside the assignment is what is argued about later: it may not be missed.
        scope = run(item.scope.value, self._styles.strong if item.scope is Scope.OUTSIDE else "")
        return paragraph(self._styles.number, run(f"{text} ("), scope, run(f"){stop}"))

    def _commitments(self) -> Iterator[Xml]:
        rows = [
            (str(number), _text(item.what), _line(item.who), _text(item.by_when))
            for number, item in enumerate(self._document.commitments, start=1)
        ]
        heads = ("Nr", "Wat", "Wie", "Uiterlijk")
        yield from self._table(PartKind.COMMITMENTS, heads, (6, 42, 22, 30), rows)

    def _earlier(self) -> Iterator[Xml]:
        rows = [
            (_text(item.what), _line(item.who), _text(item.standing))
            for item in self._document.earlier
        ]
        yield from self._table(PartKind.EARLIER, ("Wat", "Wie", "Stand"), (43, 22, 35), rows)

    def _bullets(self, kind: PartKind, items: Sequence[str]) -> Iterator[Xml]:
        style = self._styles.bullet
        inside = [words(style, text) for text in map(_text, items) if text]
        yield from self._part(kind, inside, kind)

    def _words(self, kind: PartKind, paragraphs: Sequence[str]) -> Iterator[Xml]:
        yield from self._part(kind, self._paragraphs(paragraphs), kind)

    # --- what they are made with ---

    def _part(
        self, heading: str, inside: list[Xml], introduced: PartKind | None = None
    ) -> Iterator[Xml]:
        lead = list(self._lead(introduced)) if introduced else []
        if not lead and not inside:
            return
        if heading:
            yield words(self._styles.heading, heading)
        yield from lead
        yield from inside

    def _lead(self, kind: PartKind) -> Iterator[Xml]:
        yield from self._paragraphs(
            re.split(r"\n\s*\n", self._document.introduction(kind)), self._styles.lead
        )

    def _table(
        self,
        kind: PartKind,
        heads: tuple[str, ...],
        shares: tuple[int, ...],
        rows: Sequence[tuple[str, ...]],
    ) -> Iterator[Xml]:
        if not rows:
            yield from self._part(kind, [], kind)
            return
        styles = self._styles
        widths = columns(self._width, *shares)
        head = Rows(widths, [styles.cell_head] * len(heads)).row(heads, header=True)
        plain = Rows(widths, [styles.cell] * len(heads))
        set_rows = [head, *map(plain.row, rows)]
        inside = table(styles.table, widths, set_rows, header=True, summary=kind.value)
        yield from self._part(kind, [inside], kind)

    def _paragraphs(self, texts: Sequence[str], style: str | None = None) -> list[Xml]:
        """Paragraphs; one whose every line begins with a dash is set as a list."""
        body = self._styles.body if style is None else style
        set_: list[Xml] = []
        for text in map(_text, texts):
            lines = text.splitlines()
            if lines and all(_BULLET.match(line) for line in lines):
                set_ += [words(self._styles.bullet, _BULLET.sub("", line, 1)) for line in lines]
            elif text:
                set_.append(words(body, text))
        return set_


def _text(text: str) -> str:
    # Cleaned before it is looked at: a text of control characters alone is an empty one.
    return clean(text).strip()


def _line(text: str) -> str:
    return " ".join(clean(text).split())


def _listed(items: Sequence[str]) -> str:
    return ", ".join(filter(None, map(_line, items)))

"""The report of a talk (gespreksverslag): its parts in their order; empty ones are left out."""

from __future__ import annotations

from dataclasses import replace

from gesprekshulp.domain.clean import one_line, trimmed
from gesprekshulp.domain.decision import Scope
from gesprekshulp.domain.paper import (
    Block,
    Cell,
    Facts,
    ItemList,
    ListItem,
    Paper,
    PaperKind,
    Paragraph,
    ParagraphRole,
    Place,
    Span,
)
from gesprekshulp.domain.papers.pieces import (
    blank_divided,
    bullets,
    cells,
    facts,
    fixed,
    listed,
    said,
    table,
    under,
)
from gesprekshulp.domain.phrases import Phrases, phrases
from gesprekshulp.domain.remark import (
    ROW_ADVICE,
    ROW_GOAL_NOTE,
    ROW_HEADING,
    ROW_PLACE,
    ROW_REASON,
    ROW_TITLE,
)
from gesprekshulp.domain.report import DecisionRow, PartKind, ReportDocument


def report_paper(document: ReportDocument) -> Paper:
    """The report of a talk as a document."""
    return paper_of(document, PaperKind.REPORT, tuple(_Report(document).blocks()))


def paper_of(
    document: ReportDocument, kind: PaperKind, blocks: tuple[Block, ...], title: str = ""
) -> Paper:
    """A document of some kind about the same talk; without a title it has that of the report."""
    say = phrases(document.language, document.form)
    name = say.kinds[kind]
    about = " ".join(filter(None, (name, document.client.strip())))
    return Paper(
        kind=kind,
        firm=document.firm,
        title=title or document.title.strip() or name,
        subject=f"{about}, {say.day_and_year(document.day)}",
        client=document.client,
        day=document.day,
        label=f"{name} · {say.version} {document.version}",
        blocks=blocks,
        language=document.language,
        page=say.page,
    )


def titled(document: ReportDocument, title: str) -> list[Block]:
    """A title with client and day under it."""
    say = phrases(document.language, document.form)
    facts = document.part(PartKind.FACTS)
    below = (one_line(document.client), say.long_day(document.day))
    return [
        Paragraph((Span(title),), ParagraphRole.TITLE, Place(facts, ROW_TITLE)),
        Paragraph((Span(", ".join(filter(None, below))),), ParagraphRole.SUBTITLE, fixed(facts)),
    ]


def decision_list(document: ReportDocument) -> list[Block]:
    """The decisions as a numbered list that names their scope."""
    say = phrases(document.language, document.form)
    part = document.part(PartKind.DECISIONS)
    items = tuple(_decision(row, say, part) for row in document.decisions if trimmed(row.text))
    return [ItemList(items, numbered=True)] if items else []


def _decision(row: DecisionRow, say: Phrases, part: str) -> ListItem:
    text = trimmed(row.text)
    # A decision is a sentence, whether it was typed with its stop or not.
    stop = "" if text.endswith(("..", "…", "?", "!")) else "."
    text = text.removesuffix(stop) if stop else text
    # What lies outside the assignment is what is argued about later: it may not be missed.
    scope = Span(say.scopes[row.scope], strong=row.scope is Scope.OUTSIDE)
    return ListItem((Span(f"{text} ("), scope, Span(f"){stop}")), Place(part, row.id))


def promise_table(document: ReportDocument) -> list[Block]:
    """The promises of this talk as a table."""
    say = phrases(document.language, document.form)
    part = document.part(PartKind.COMMITMENTS)
    rows = tuple(
        cells(
            Place(part, item.id),
            str(number),
            trimmed(item.what),
            one_line(item.who),
            trimmed(item.by_when),
        )
        for number, item in enumerate(document.commitments, start=1)
    )
    heads = (say.number, say.what, say.who, say.due)
    return table(heads, (8, 40, 22, 30), rows, say.headings[PartKind.COMMITMENTS])


def earlier_table(document: ReportDocument) -> list[Block]:
    """How earlier promises stand, as a table."""
    say = phrases(document.language, document.form)
    part = document.part(PartKind.EARLIER)
    rows = tuple(
        cells(Place(part, item.id), trimmed(item.what), one_line(item.who), trimmed(item.standing))
        for item in document.earlier
    )
    heads = (say.what, say.who, say.standing)
    return table(heads, (36, 18, 46), rows, say.headings[PartKind.EARLIER])


def deviations(document: ReportDocument) -> list[Block]:
    """Decisions against our advice: what was advised, decided and why, and the request.

    What the client confirmed before is told, and not asked again.
    """
    say = phrases(document.language, document.form)
    part = document.part(PartKind.DEVIATIONS)
    made: list[Block] = []
    to_confirm = 0
    for row in document.deviations:
        told = (
            (say.we_advised, trimmed(row.advice), f"{ROW_ADVICE}{row.id}"),
            (say.you_decided, trimmed(row.decision), row.id),
            (say.your_reason, trimmed(row.reason), f"{ROW_REASON}{row.id}"),
        )
        shown = [(label, Cell(text, Place(part, at))) for label, text, at in told if text]
        if not shown:
            continue
        if row.confirmed_on is not None:
            day = Cell(say.day_and_year(row.confirmed_on), fixed(part))
            shown.append((say.you_confirmed, day))
        else:
            to_confirm += 1
        made.append(Facts(tuple(shown), say.headings[PartKind.DEVIATIONS]))
    if to_confirm:
        asked = say.confirm_deviation if to_confirm == 1 else say.confirm_deviations
        made.append(Paragraph((Span(asked),), place=fixed(part)))
    return made


class _Report:
    def __init__(self, document: ReportDocument) -> None:
        self._document = document
        self._say = phrases(document.language, document.form)

    def blocks(self) -> list[Block]:
        document, say = self._document, self._say
        of_report = say.kinds[PaperKind.REPORT]
        own = [
            block
            for part in document.extra
            for block in under(
                one_line(part.title),
                list(said(part.paragraphs, Place(part.part))),
                Place(part.part, ROW_HEADING),
            )
        ]
        return [
            *titled(document, one_line(document.title) or of_report),
            *self._facts(),
            *self._changes(),
            *self._part(PartKind.GOAL, self._goal()),
            *self._discussed(),
            *self._part(PartKind.DECISIONS, decision_list(document)),
            *self._part(PartKind.DEVIATIONS, deviations(document)),
            *self._part(PartKind.COMMITMENTS, promise_table(document)),
            *self._part(PartKind.QUESTIONS, self._bullets(PartKind.QUESTIONS)),
            *self._part(PartKind.EARLIER, earlier_table(document)),
            *own,
            *self._part(PartKind.NEXT, self._words(PartKind.NEXT)),
            *self._part(PartKind.ATTACHMENTS, self._bullets(PartKind.ATTACHMENTS)),
            *self._part(PartKind.CLOSING, self._words(PartKind.CLOSING)),
        ]

    def _facts(self) -> list[Block]:
        document, firm, say = self._document, self._document.firm, self._say
        time = one_line(document.time)
        if time[-1:].isdigit():
            time = say.hour.format(time=time)
        rows = (
            (say.client, one_line(document.client)),
            (say.date, ", ".join(filter(None, (say.long_day(document.day), time)))),
            (say.place, one_line(document.place)),
            (say.present, listed(document.present)),
            (say.absent, listed(document.absent)),
            (say.written_by, listed(dict.fromkeys((firm.adviser, firm.name)))),
        )
        place = fixed(document.part(PartKind.FACTS))
        known = facts(rows, say.details, place)
        own = Place(document.part(PartKind.FACTS), ROW_PLACE)
        told = tuple(
            (label, replace(cell, place=own) if label == say.place else cell)
            for label, cell in known.rows
        )
        return [replace(known, rows=told), *self._lead(PartKind.FACTS)]

    def _goal(self) -> list[Block]:
        document, say = self._document, self._say
        part = document.part(PartKind.GOAL)
        inside = list(said((document.goal,), Place(part)))
        note, place = trimmed(document.goal_note), Place(part, ROW_GOAL_NOTE)
        if document.goal_reached is not None:
            answer = f"{say.reached[document.goal_reached]}."
            words = f"{answer} {note}" if note else answer
            reached = (Span(f"{say.goal_reached} ", strong=True), Span(words))
            inside.append(Paragraph(reached, place=place))
        elif note:
            inside.append(Paragraph((Span(note),), place=place))
        return inside

    def _discussed(self) -> list[Block]:
        inside: list[Block] = []
        for item in self._document.discussed:
            words = list(said(item.paragraphs, Place(item.part)))
            inside += under(one_line(item.title), words, Place(item.part, ROW_HEADING), 2)
        first = self._document.discussed[0].part if self._document.discussed else ""
        lead = list(self._lead(PartKind.DISCUSSED))
        return under(self._say.headings[PartKind.DISCUSSED], [*lead, *inside], fixed(first))

    def _changes(self) -> list[Block]:
        document, say = self._document, self._say
        rows = tuple(
            tuple(map(Cell, (one_line(row.where), trimmed(row.before), trimmed(row.after))))
            for row in document.changes
        )
        heading = say.changes.format(version=document.changed_since)
        heads = (say.part_of_report, say.was, say.has_become)
        return under(heading, table(heads, (24, 38, 38), rows, heading))

    def _part(self, kind: PartKind, inside: list[Block]) -> list[Block]:
        lead = self._lead(kind)
        place = fixed(self._document.part(kind))
        return under(self._say.headings[kind], [*lead, *inside], place)

    def _lead(self, kind: PartKind) -> list[Block]:
        texts = blank_divided(self._document.introduction(kind))
        return list(said(texts, Place(self._document.part(kind)), ParagraphRole.LEAD))

    def _bullets(self, kind: PartKind) -> list[Block]:
        part = self._document.part(kind)
        if kind is PartKind.QUESTIONS:
            items = [text for text in self._document.open_questions if trimmed(text)]
            return [bullets(map(trimmed, items), Place(part))] if items else []
        files = [name for name in self._document.attachments if trimmed(name)]
        items = tuple(ListItem((Span(trimmed(name)),), Place(part, name)) for name in files)
        return [ItemList(items)] if items else []

    def _words(self, kind: PartKind) -> list[Block]:
        document = self._document
        texts = document.closing if kind is PartKind.CLOSING else (document.next_appointment,)
        return list(said(texts, Place(document.part(kind))))

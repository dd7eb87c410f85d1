"""The short documents of a talk: who does what (actielijst), what was decided (besluitenlijst)."""

from __future__ import annotations

from gesprekshulp.domain.clean import one_line, trimmed
from gesprekshulp.domain.decision import Scope
from gesprekshulp.domain.paper import Block, Cell, Paper, PaperKind, Paragraph, Place, Span
from gesprekshulp.domain.papers.pieces import facts, fixed, listed, table, under
from gesprekshulp.domain.papers.report import (
    deviations,
    earlier_table,
    paper_of,
    promise_table,
    titled,
)
from gesprekshulp.domain.phrases import Phrases, phrases
from gesprekshulp.domain.report import PartKind, ReportDocument


def actions_paper(document: ReportDocument) -> Paper:
    """Who does what by which day: the promises of this talk, and how earlier ones stand."""
    say = phrases(document.language, document.form)
    promises = promise_table(document) or _words(say.no_promises)
    return _short(
        document,
        PaperKind.ACTIONS,
        [
            *under(say.promises_of_talk, promises, fixed(document.part(PartKind.COMMITMENTS))),
            *under(
                say.headings[PartKind.EARLIER],
                earlier_table(document),
                fixed(document.part(PartKind.EARLIER)),
            ),
        ],
    )


def decisions_paper(document: ReportDocument) -> Paper:
    """What was decided, whether it lies in the assignment, and what goes against our advice."""
    say = phrases(document.language, document.form)
    decided = _decision_table(document, say) or _words(say.no_decisions)
    return _short(
        document,
        PaperKind.DECISIONS,
        [
            *under(
                say.headings[PartKind.DECISIONS], decided, fixed(document.part(PartKind.DECISIONS))
            ),
            *under(
                say.headings[PartKind.DEVIATIONS],
                deviations(document),
                fixed(document.part(PartKind.DEVIATIONS)),
            ),
        ],
    )


def _short(document: ReportDocument, kind: PaperKind, inside: list[Block]) -> Paper:
    say = phrases(document.language, document.form)
    firm = document.firm
    rows = (
        (say.about_talk, one_line(document.title)),
        (say.client, one_line(document.client)),
        (say.date, say.long_day(document.day)),
        (say.present, listed(document.present)),
        (say.written_by, listed(dict.fromkeys((firm.adviser, firm.name)))),
    )
    closing: list[Block] = []
    if document.reply_by is not None:
        asked = say.something_wrong.format(day=say.long_day(document.reply_by))
        closing = under(say.headings[PartKind.CLOSING], _words(asked))
    title = say.kinds[kind]
    blocks = (
        *titled(document, title),
        facts(rows, say.details, fixed(document.part(PartKind.FACTS))),
        *inside,
        *closing,
    )
    about = one_line(document.title)
    return paper_of(document, kind, blocks, f"{title}: {about}" if about else title)


def _decision_table(document: ReportDocument, say: Phrases) -> list[Block]:
    part = document.part(PartKind.DECISIONS)
    told = [row for row in document.decisions if trimmed(row.text)]
    rows = (
        (
            Cell(str(number), Place(part, row.id)),
            Cell(trimmed(row.text), Place(part, row.id)),
            Cell(say.scopes[row.scope], Place(part, row.id), strong=row.scope is Scope.OUTSIDE),
        )
        for number, row in enumerate(told, start=1)
    )
    heads = (say.number, say.decision, say.belongs)
    return table(heads, (8, 64, 28), rows, say.headings[PartKind.DECISIONS])


def _words(text: str) -> list[Block]:
    return [Paragraph((Span(text),))]

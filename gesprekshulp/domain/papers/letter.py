"""The letter that confirms a talk (bevestigingsbrief): addressed, dated and signed."""

from __future__ import annotations

from dataclasses import replace

from gesprekshulp.domain.clean import one_line
from gesprekshulp.domain.language import Form, Language
from gesprekshulp.domain.paper import (
    Block,
    Paper,
    PaperKind,
    Paragraph,
    ParagraphRole,
    Place,
    Span,
)
from gesprekshulp.domain.papers.pieces import bullets, fixed, said
from gesprekshulp.domain.papers.report import (
    decision_list,
    deviations,
    paper_of,
    promise_table,
)
from gesprekshulp.domain.phrases import phrases
from gesprekshulp.domain.report import PartKind, ReportDocument


def letter_paper(document: ReportDocument) -> Paper:
    """What was agreed in a talk as a letter with the two questions."""
    paper = paper_of(document, PaperKind.LETTER, tuple(_Letter(document).blocks()))
    # A letter says what it is by its looks.
    return replace(paper, label="")


class _Letter:
    def __init__(self, document: ReportDocument) -> None:
        self._document = document
        self._say = phrases(document.language, document.form)

    def blocks(self) -> list[Block]:
        document, say = self._document, self._say
        day = say.long_day(document.day)
        questions = [text for text in document.open_questions if one_line(text)]
        return [
            *self._address(),
            *self._opening(day),
            *self._introduced(say.we_decided, PartKind.DECISIONS, decision_list(document)),
            *self._introduced(say.against_advice, PartKind.DEVIATIONS, deviations(document)),
            *self._introduced(say.who_does_what, PartKind.COMMITMENTS, promise_table(document)),
            *self._introduced(
                say.still_to_do,
                PartKind.QUESTIONS,
                [bullets(map(one_line, questions), Place(document.part(PartKind.QUESTIONS)))]
                if questions
                else [],
            ),
            *said((document.next_appointment,), Place(document.part(PartKind.NEXT))),
            *self._closing(),
        ]

    def _address(self) -> list[Block]:
        document, say = self._document, self._say
        to = document.addressee
        person = one_line(to.person)
        lines = [one_line(line) for line in to.lines]
        named = bool(person) and person != (lines[0] if lines else "")
        shown = [*lines[:1], *([say.attention.format(person=person)] if named else []), *lines[1:]]
        block = "\n".join(filter(None, shown))
        return [Paragraph((Span(block),), ParagraphRole.ADDRESS)] if block else []

    def _opening(self, day: str) -> list[Block]:
        document, say = self._document, self._say
        title = one_line(document.title)
        facts = fixed(document.part(PartKind.FACTS))
        concerns = say.concerns_talk.format(day=say.day_and_year(document.day))
        made = [
            Paragraph((Span(say.day_and_year(document.written_on or document.day)),)),
            Paragraph(
                (Span(f"{say.concerns} ", strong=True), Span(concerns)), ParagraphRole.ADDRESS
            ),
            Paragraph((Span(self._salutation()),)),
        ]
        spoke = say.we_spoke.format(day=day, title=title) if title else ""
        agreed = document.decisions or document.deviations or document.commitments
        confirm = say.i_confirm if agreed else say.i_confirm_talk
        opening = " ".join(filter(None, (spoke, confirm)))
        return [*made, Paragraph((Span(opening),), place=facts)]

    def _salutation(self) -> str:
        say = self._say
        person = one_line(self._document.addressee.person)
        if not person:
            return say.salutation_unknown
        first_name = say.language is Language.DUTCH and say.form is Form.JE
        return say.salutation.format(person=person.split()[0] if first_name else person)

    def _introduced(self, words: str, kind: PartKind, inside: list[Block]) -> list[Block]:
        if not inside:
            return []
        place = fixed(self._document.part(kind))
        return [Paragraph((Span(words),), ParagraphRole.LEAD, place), *inside]

    def _closing(self) -> list[Block]:
        document, say = self._document, self._say
        made: list[Block] = []
        if document.reply_by is not None:
            # A greeting and a name do not stand alone on a last page.
            asks = Span(say.letter_closing(document.reply_by))
            made.append(Paragraph((asks,), ParagraphRole.LEAD))
        made.append(Paragraph((Span(say.regards),), ParagraphRole.LEAD))
        firm = document.firm
        names = [name for name in map(one_line, (firm.adviser, firm.name)) if name]
        if names:
            signed = "\n".join(dict.fromkeys(names))
            made.append(Paragraph((Span(signed),), ParagraphRole.SIGNATURE))
        files = [one_line(name) for name in document.attachments if one_line(name)]
        if files:
            made.append(Paragraph((Span(f"{say.enclosed} {', '.join(files)}"),)))
        return made

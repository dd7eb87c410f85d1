"""Every text that a client reads in a report, each with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import cast

from gesprekshulp.domain.remark import (
    ROW_ADVICE,
    ROW_GOAL_NOTE,
    ROW_HEADING,
    ROW_PLACE,
    ROW_REASON,
    ROW_TITLE,
    Passage,
)
from gesprekshulp.domain.report import PartKind, ReportPart
from gesprekshulp.domain.report_rules import ReportSources


def passages_of(
    title: str, parts: tuple[ReportPart, ...], sources: ReportSources
) -> Iterator[Passage]:
    """The texts that are read for remarks, in the order of the paper."""
    facts = next((part.id for part in parts if part.kind is PartKind.FACTS), "")
    yield Passage(facts, ROW_TITLE, title, told=False)
    for part in parts:
        if not part.included:
            continue
        if part.kind in (PartKind.DISCUSSED, PartKind.OWN):
            yield Passage(part.id, ROW_HEADING, part.heading, told=False)
        if part.kind is PartKind.FACTS:
            yield Passage(part.id, ROW_PLACE, sources.appointment.place, told=False)
        yield Passage(part.id, "", part.text)
        if part.kind is PartKind.GOAL:
            yield Passage(part.id, ROW_GOAL_NOTE, sources.appointment.goal_note)
        elif part.kind is PartKind.DECISIONS:
            for decision in sources.decisions:
                yield Passage(part.id, decision.id, decision.text, told=False)
        elif part.kind is PartKind.DEVIATIONS:
            for decision in sources.decisions:
                yield Passage(part.id, f"{ROW_ADVICE}{decision.id}", decision.advice, told=False)
                reason = decision.advice_reason if decision.is_against_advice else ""
                yield Passage(part.id, f"{ROW_REASON}{decision.id}", reason, told=False)
        elif part.kind is PartKind.COMMITMENTS:
            for item in sources.commitments:
                yield Passage(part.id, item.id, item.what, told=False)
        elif part.kind is PartKind.EARLIER:
            for earlier in sources.earlier:
                yield Passage(part.id, earlier.commitment.id, earlier.commitment.what, told=False)
        elif part.kind is PartKind.ATTACHMENTS:
            for name in sources.attachments:
                yield Passage(part.id, name, name, told=False)


def strings_of(document: object) -> Iterator[str]:
    """Every text in a document that is made of frozen dataclasses and tuples, in its order.

    For what must be sure to see everything, whatever a document is made of later.
    """
    if isinstance(document, Enum):
        return
    if isinstance(document, str):
        if document.strip():
            yield document
    elif is_dataclass(document) and not isinstance(document, type):
        for field in fields(document):
            yield from strings_of(getattr(document, field.name))
    elif isinstance(document, (tuple, list, frozenset)):
        for item in cast("Iterable[object]", document):
            yield from strings_of(item)

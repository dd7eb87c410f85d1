"""The lines of a sent version, as a client corrects them, and how what he says is read back.

Every line that the client sees is one: what stands in the facts block, headings, and rows as well
as paragraphs. What is lacking altogether has a line too, with no words yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from gesprekshulp.domain.appointment import GoalReached
from gesprekshulp.domain.decision import Scope
from gesprekshulp.domain.phrases import DUTCH
from gesprekshulp.domain.report import PartKind, ReportDocument, ReportPart
from gesprekshulp.domain.report_changes import commitment_words, decision_words, earlier_words
from gesprekshulp.domain.report_document import INTRODUCED
from gesprekshulp.domain.report_rules import items, paragraphs
from gesprekshulp.domain.report_version import ReportContent

DECISION, ADVICE, PROMISE, PART = "besluit:", "advies:", "toezegging:", "deel:"
ADVISED, EARLIER, HEADING, PERSON, FILE = (
    "geadviseerd:", "eerder:", "kop:", "aanwezig:", "bijlage:",
)  # fmt: skip
TITLE, CLIENT, DAY, HOURS, PLACE, AUTHOR, REACHED, GOAL_NOTE = (
    "gegeven:titel", "gegeven:klant", "gegeven:dag", "gegeven:tijd", "gegeven:plaats",
    "gegeven:opsteller", "gegeven:doel bereikt", "gegeven:toelichting",
)  # fmt: skip

PRESENT_WORD, ABSENT_WORD = "aanwezig", "afwezig"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a version that a client can correct.

    `place` is one of the facts above; or "besluit:", "geadviseerd:", "advies:" (the reason),
    "toezegging:" or "eerder:" with an identifier; "aanwezig:" or "bijlage:" with a name; "deel:" or
    "kop:" with the kind of a part and, for an agenda item, its identifier, or for an own part its
    heading. With nothing behind the colon and no `text` it stands for what is lacking. `under` is
    the heading under which it stands.
    """

    place: str
    label: str
    text: str
    under: str = ""

    @property
    def is_lacking(self) -> bool:
        """Whether this is room for what does not stand in the report yet."""
        return not self.text


def lines_of(content: ReportContent) -> tuple[Line, ...]:
    """Every line of a version that can be corrected, in the order of the paper."""
    return tuple(_lines(content))


def _lines(content: ReportContent) -> Iterator[Line]:
    document = content.document
    for part in content.parts:
        if not part.included:
            continue
        under = part.kind.value if part.kind is not PartKind.OWN else part.heading
        for line in _of_part(part, content, document):
            yield Line(line.place, line.label, line.text, under)


def _of_part(part: ReportPart, content: ReportContent, document: ReportDocument) -> Iterator[Line]:
    match part.kind:
        case PartKind.FACTS:
            yield from _facts(document)
        case PartKind.DECISIONS:
            for id, row in zip(content.decisions, document.decisions, strict=False):
                yield Line(f"{DECISION}{id}", "Besluit", decision_words(row))
            yield Line(DECISION, "Besluit dat ontbreekt", "")
        case PartKind.DEVIATIONS:
            for id, one in zip(content.deviations, document.deviations, strict=False):
                if one.advice.strip():
                    yield Line(f"{ADVISED}{id}", "Ons advies", one.advice)
                yield Line(f"{ADVICE}{id}", "Reden om van ons advies af te wijken", one.reason)
        case PartKind.COMMITMENTS:
            for id, promise in zip(content.commitments, document.commitments, strict=False):
                yield Line(f"{PROMISE}{id}", "Toezegging", commitment_words(promise))
            yield Line(PROMISE, "Toezegging die ontbreekt", "")
        case PartKind.EARLIER:
            for id, earlier in zip(content.earlier, document.earlier, strict=False):
                yield Line(f"{EARLIER}{id}", "Eerdere toezegging", earlier_words(earlier))
        case PartKind.ATTACHMENTS:
            for name in document.attachments:
                yield Line(f"{FILE}{name}", "Bijlage", name)
            yield Line(FILE, "Bijlage die ontbreekt", "")
        case _:
            pass
    yield from _words(part)
    if part.kind is PartKind.GOAL:
        yield from _goal(document)
    elif part.kind is PartKind.QUESTIONS:
        yield Line(f"{PART}{part.kind.value}|", "Vraag die ontbreekt", "")


def _facts(document: ReportDocument) -> Iterator[Line]:
    for place, label, text in (
        (TITLE, "Titel", document.title),
        (CLIENT, "Klant", document.client),
        (DAY, "Datum", DUTCH.long_day(document.day)),
        (HOURS, "Tijd", document.time),
        (PLACE, "Plaats", document.place),
    ):
        if text.strip():
            yield Line(place, label, text.strip())
    for names, word in ((document.present, PRESENT_WORD), (document.absent, ABSENT_WORD)):
        for name in names:
            yield Line(f"{PERSON}{name}", word.capitalize(), f"{name}, {word}")
    yield Line(PERSON, "Nog iemand aanwezig", "")
    by = dict.fromkeys((document.firm.adviser.strip(), document.firm.name.strip()))
    if author := ", ".join(filter(None, by)):
        yield Line(AUTHOR, DUTCH.written_by, author)


def _goal(document: ReportDocument) -> Iterator[Line]:
    if document.goal_reached is not None:
        yield Line(REACHED, "Doel bereikt", document.goal_reached.value)
    if document.goal_note.strip():
        yield Line(GOAL_NOTE, "Toelichting bij het doel", document.goal_note.strip())


def _words(part: ReportPart) -> Iterator[Line]:
    """The heading of a part, when it has one of its own, and the words in it."""
    if part.kind is PartKind.CLOSING and not part.edited:
        return  # a fixed request of ours; the day in it is set when a version is sent
    own = part.kind in (PartKind.OWN, PartKind.DISCUSSED)
    key = part.agenda_item_id or (part.heading if part.kind is PartKind.OWN else "")
    at = f"{part.kind.value}|{key}"
    label = part.heading or part.kind.value
    if part.kind in INTRODUCED:
        label = "Tekst erbij"
    pieces = items if part.kind is PartKind.QUESTIONS else paragraphs
    said = pieces(part.text)
    if own and part.heading.strip() and said:
        yield Line(f"{HEADING}{at}", "Kop", part.heading.strip())
    for text in said:
        yield Line(f"{PART}{at}", label, text)


# --- what the client says, read back ---

_ROLE = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<role>[^()]*)\)$")
_AWAY = re.compile(
    r"\b(afwezig|niet aanwezig|was er niet( bij)?|niet (erbij|bij)|verhinderd|afgemeld)\b",
    re.IGNORECASE,
)
_THERE = re.compile(r"\b(aanwezig|was er( wel)?( bij)?|wel (erbij|bij))\b", re.IGNORECASE)
_BEFORE_THERE = re.compile(
    r"([\s,;:–-]+(was|is|ook|toch|wel|degelijk|gewoon|en|maar|hij|zij|ze))+$", re.IGNORECASE
)
_AFTER_COMMA = re.compile(r"^(?P<name>[^,()]*(\([^()]*\))?)\s*,\s*(?P<role>.*\w.*)$")
_CLOCK = re.compile(r"\b([01]?\d|2[0-3])[:.]([0-5]\d)\b")


@dataclass(frozen=True, slots=True)
class PersonSaid:
    """Somebody as the client names him; `present` is None when nothing is said about that."""

    name: str
    role: str
    present: bool | None


def read_person(said: str) -> PersonSaid | None:
    """ "Annet Vos (eigenaar), afwezig"; None when no name is left.

    What follows a comma is a function too, save in a name turned round: "Vos, Annet".

    >>> read_person("Annet Vos (eigenaar), afwezig")
    PersonSaid(name='Annet Vos', role='eigenaar', present=False)
    """
    name, present = " ".join(said.split()), None
    for pattern, there in ((_AWAY, False), (_THERE, True)):
        if found := pattern.search(name):
            name, present = name[: found.start()].rstrip(" ,;:-–"), there
            name = _BEFORE_THERE.sub("", name)
            break
    roles: list[str] = []
    found = _AFTER_COMMA.match(name)
    if found and not _is_turned_round(found["name"], found["role"]):
        name, after = found["name"], found["role"].strip(" ,;.")
        inner = _ROLE.match(after)
        roles = [inner["name"], inner["role"].strip()] if inner else [after]
    if found := _ROLE.match(name.strip(" ,;.")):
        name, roles = found["name"], [found["role"].strip(), *roles]
    name = name.strip(" ,;.")
    role = ", ".join(filter(None, roles))
    return PersonSaid(name, role, present) if any(sign.isalpha() for sign in name) else None


def _is_turned_round(before: str, after: str) -> bool:
    """Whether a surname alone stands before the comma and a first name or initials behind it."""
    surnames = [word for word in before.split() if word[:1].isupper()]
    return len(surnames) == 1 and "(" not in before and after[:1].isupper()


def read_hours(said: str) -> tuple[time, time] | None:
    """From when until when: "10:00–11:30", "van 9.30 tot 10.15 uur"; None unless both are there."""
    found = [time(int(hour), int(minute)) for hour, minute in _CLOCK.findall(said)]
    return (found[0], found[1]) if len(found) == 2 and found[0] != found[1] else None


def read_decision(said: str) -> tuple[str, Scope | None]:
    """The words of a decision and, when it stands behind them, whether we were asked for it.

    >>> read_decision("Systeem B (buiten de opdracht)")[0]
    'Systeem B'
    """
    text = " ".join(said.split())
    for scope in Scope:
        end = f"({scope.value})"
        bare = text.rstrip(".")
        if bare.casefold().endswith(end):
            return bare[: -len(end)].rstrip(), scope
    return text, None


def read_reached(said: str) -> GoalReached | None:
    """ "ja", "Deels.", "nee, nog niet"; None for anything else."""
    word = re.split(r"\W+", said.strip().casefold(), maxsplit=1)[0]
    return next((answer for answer in GoalReached if answer.value == word), None)

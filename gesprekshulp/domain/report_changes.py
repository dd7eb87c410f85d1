"""What changed between two versions of a report, part by part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from gesprekshulp.domain.phrases import DUTCH, Phrases, phrases
from gesprekshulp.domain.report import (
    ChangeRow,
    CommitmentRow,
    DecisionRow,
    DeviationRow,
    EarlierRow,
    PartKind,
    ReportDocument,
)
from gesprekshulp.domain.report_version import ReportContent
from gesprekshulp.domain.word_diff import likeness

_ALIKE = 0.35
"""Two paragraphs are one that was changed when this much of their words is the same."""

_SAME = 0.6
"""Below two headings stands one part that got another heading when so much of it is the same."""

Pairs = Sequence[tuple[str, str]]


def changes_between(before: ReportContent, after: ReportContent) -> tuple[ChangeRow, ...]:
    """Everything a reader sees that is different, in the order of the paper.

    Decisions and promises are known by their identifier, so that other words are a change and not
    one gone and another come. Headings stand in the language of the newer version. The request to
    confirm counts only where the adviser wrote it: the day to answer by differs in each version.
    """
    return tuple(_changes(before, after))


def _changes(before: ReportContent, after: ReportContent) -> Iterator[ChangeRow]:
    old, new = before.document, after.document
    say = phrases(new.language, new.form)
    named = say.headings

    def text(where: str, was: str, is_: str) -> Iterator[ChangeRow]:
        if " ".join(was.split()) != " ".join(is_.split()):
            yield ChangeRow(where, was.strip(), is_.strip())

    def lead(kind: PartKind) -> Iterator[ChangeRow]:
        yield from text(named[kind], old.introduction(kind), new.introduction(kind))

    def rows(kind: PartKind, was: Pairs, is_: Pairs) -> Iterator[ChangeRow]:
        yield from lead(kind)
        yield from _by_key(named[kind], was, is_)

    for label, was, is_ in _facts(old, new, say):
        yield from text(f"{named[PartKind.FACTS]}: {label.lower()}", was, is_)
    yield from lead(PartKind.FACTS)
    yield from text(named[PartKind.GOAL], _goal(old, say), _goal(new, say))
    yield from _titled(
        named[PartKind.DISCUSSED],
        [(item.title, item.paragraphs) for item in old.discussed],
        [(item.title, item.paragraphs) for item in new.discussed],
        say,
    )
    yield from rows(
        PartKind.DECISIONS,
        _keyed(before.decisions, [decision_words(row, say) for row in old.decisions]),
        _keyed(after.decisions, [decision_words(row, say) for row in new.decisions]),
    )
    yield from rows(
        PartKind.DEVIATIONS,
        _keyed(before.deviations, [deviation_words(row, say) for row in old.deviations]),
        _keyed(after.deviations, [deviation_words(row, say) for row in new.deviations]),
    )
    yield from rows(
        PartKind.COMMITMENTS,
        _keyed(before.commitments, [commitment_words(row) for row in old.commitments]),
        _keyed(after.commitments, [commitment_words(row) for row in new.commitments]),
    )
    yield from _paragraphs(named[PartKind.QUESTIONS], old.open_questions, new.open_questions)
    yield from rows(
        PartKind.EARLIER,
        _keyed(before.earlier, [earlier_words(row) for row in old.earlier]),
        _keyed(after.earlier, [earlier_words(row) for row in new.earlier]),
    )
    yield from _titled(
        "",
        [(part.title, part.paragraphs) for part in old.extra],
        [(part.title, part.paragraphs) for part in new.extra],
        say,
    )
    yield from text(named[PartKind.NEXT], old.next_appointment, new.next_appointment)
    yield from lead(PartKind.ATTACHMENTS)
    yield from _paragraphs(named[PartKind.ATTACHMENTS], old.attachments, new.attachments)
    if before.edited(PartKind.CLOSING) or after.edited(PartKind.CLOSING):
        yield from _paragraphs(named[PartKind.CLOSING], old.closing, new.closing)


# --- one row in words ---


def decision_words(row: DecisionRow, say: Phrases = DUTCH) -> str:
    """ "Systeem B voor alle winkels (binnen de opdracht)"."""
    return f"{row.text.strip().rstrip('.')} ({say.scopes[row.scope]})"


def deviation_words(row: DeviationRow, say: Phrases = DUTCH) -> str:
    """What was decided, advised, and why not so."""
    reason = row.reason.strip()
    told = f"{row.decision.strip().rstrip('.')}. {say.we_advised}: {row.advice.strip()}"
    return f"{told.rstrip('.')}. {say.your_reason}: {reason}" if reason else told


def commitment_words(row: CommitmentRow) -> str:
    """ "Offerte sturen · Steven van Dalen · vrijdag 13 maart 2026"."""
    return " · ".join(part for part in (row.what, row.who, row.by_when) if part)


def earlier_words(row: EarlierRow) -> str:
    """An earlier promise with how it stands."""
    return " · ".join(part for part in (row.what, row.who, row.standing) if part)


def _facts(
    old: ReportDocument, new: ReportDocument, say: Phrases
) -> Iterator[tuple[str, str, str]]:
    """Each fact by its label, as it was and as it is."""
    yield say.title, old.title, new.title
    yield say.client, old.client, new.client
    was, is_ = (", ".join(filter(None, (say.long_day(d.day), d.time))) for d in (old, new))
    yield say.date, was, is_
    yield say.place, old.place, new.place
    yield say.present, ", ".join(old.present), ", ".join(new.present)
    yield say.absent, ", ".join(old.absent), ", ".join(new.absent)


def _goal(document: ReportDocument, say: Phrases) -> str:
    answer = document.goal_reached
    reached = f"{say.goal_reached} {say.reached[answer]}." if answer else ""
    return " ".join(part for part in (document.goal, reached, document.goal_note) if part)


# --- comparing ---


def _keyed(ids: Sequence[str], said: Sequence[str]) -> Pairs:
    """Rows in words with what they are known by; without identifiers by their words."""
    keys = list(ids) if len(ids) == len(said) else said
    return list(zip(keys, said, strict=True))


def _by_key(where: str, was: Pairs, is_: Pairs) -> Iterator[ChangeRow]:
    old, new = dict(was), dict(is_)
    for key, text in is_:
        if old.get(key, "") != text:
            yield ChangeRow(where, old.get(key, ""), text)
    for key, text in was:
        if key not in new:
            yield ChangeRow(where, text, "")


def _titled(
    heading: str,
    was: Sequence[tuple[str, tuple[str, ...]]],
    is_: Sequence[tuple[str, tuple[str, ...]]],
    say: Phrases,
) -> Iterator[ChangeRow]:
    """Parts known by their title, or by what stands below it when only the title changed."""
    old, new = dict(was), dict(is_)
    renamed = _renamed(old, new)
    for title in dict.fromkeys((*new, *old)):
        if title in renamed.values():
            continue
        before = renamed.get(title, title)
        if before != title:
            where = ": ".join(part for part in (heading, say.heading_changed) if part)
            yield ChangeRow(where[0].upper() + where[1:], before, title)
        where = ": ".join(part for part in (heading, title) if part)
        yield from _paragraphs(where, old.get(before, ()), new.get(title, ()))


def _renamed(
    old: Mapping[str, tuple[str, ...]], new: Mapping[str, tuple[str, ...]]
) -> dict[str, str]:
    """By its title now, the title that a part had before; of those that kept theirs, nothing."""
    gone = {title: " ".join(said) for title, said in old.items() if title not in new}
    found: dict[str, str] = {}
    for title, said in new.items():
        if title in old or not gone:
            continue
        text = " ".join(said)
        best = max(gone, key=lambda one: likeness(gone[one], text))
        if text.strip() and likeness(gone[best], text) >= _SAME:
            found[title] = best
            del gone[best]
    return found


def _paragraphs(where: str, was: Sequence[str], is_: Sequence[str]) -> Iterator[ChangeRow]:
    old, new = [" ".join(text.split()) for text in was], [" ".join(text.split()) for text in is_]
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            yield from _paired(where, old[a:b], new[c:d])


def _paired(where: str, gone: Sequence[str], come: Sequence[str]) -> Iterator[ChangeRow]:
    """What went and what came in one place, put together where they are alike."""
    left = list(gone)
    for text in come:
        best = max(left, key=lambda one: likeness(one, text), default=None)
        if best is not None and likeness(best, text) >= _ALIKE:
            left.remove(best)
            yield ChangeRow(where, best, text)
        else:
            yield ChangeRow(where, "", text)
    for text in left:
        yield ChangeRow(where, text, "")

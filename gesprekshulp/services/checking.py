"""Nakijken: a report is read before it leaves, and every remark says where, why and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.commitment import Commitment, CommitmentState
from gesprekshulp.domain.dutch_dates import local_day
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AppointmentId, ReportId
from gesprekshulp.domain.remark import (
    ROW_ADVICE,
    ROW_GOAL_NOTE,
    ROW_HEADING,
    ROW_REASON,
    ROW_TITLE,
    Passage,
    Remark,
    RemarkKind,
)
from gesprekshulp.domain.report import PartKind, ReportPart
from gesprekshulp.domain.report_rules import ReportSources
from gesprekshulp.domain.text import InternalText
from gesprekshulp.language.commitments import Table
from gesprekshulp.language.facts import (
    Names,
    absent_speakers,
    misspelt_names,
    placeholders,
    wrong_days,
)
from gesprekshulp.language.facts_register import Entry, against_register, is_told, unregistered
from gesprekshulp.language.spelling import Speller
from gesprekshulp.language.wording import check_wording
from gesprekshulp.services import reports
from gesprekshulp.services.checking_leaks import (
    INTERNAL,
    OtherClients,
    client_leaks,
    internal_leaks,
    internal_texts,
    other_clients,
)
from gesprekshulp.services.checking_words import off_in, own_jargon, words_of
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive, Work

_IGNORED = "nakijken.genegeerd."


class ReportLeaks(UserError):
    """A report that was about to leave with something in it that is internal or about others."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the archive says around one report."""

    secrets: tuple[InternalText, ...]
    others: OtherClients
    names: tuple[str, ...]
    words: frozenset[str]
    present: tuple[str, ...]
    absent: tuple[str, ...]
    table: Table
    off: frozenset[str]
    jargon: str | None
    ignored: frozenset[str]


def check_report(
    archive: Archive,
    clock: Clock,
    appointment_id: AppointmentId,
    *,
    speller: Speller | None = None,
) -> tuple[Remark, ...]:
    """Everything to look at again in the newest version of a report, in the order of the paper.

    Without a `speller` one is loaded with the office's words, which takes a moment the first time:
    ask from a worker thread. Remarks that were ignored, and rules that are switched off, are left
    out; leaks never are.
    """
    view = reports.view(archive, clock, appointment_id)
    passages = tuple(passages_of(view.report.title, view.parts, view.sources))
    with archive.reading() as work:
        known = _known(work, view.report.id, view.sources, passages)
    if speller is None and "spelling" not in known.off:
        speller = Speller.load(known.words)
    found = [
        *_leaks(passages, known, view.sources),
        *_spelling(passages, known, speller),
        *_facts(passages, known, view.sources, speller.knows if speller else None),
        *_promises(passages, known, view.parts, view.sources),
        *_wording(passages, known),
    ]
    place = {(passage.part, passage.row): number for number, passage in enumerate(passages)}
    kept = [
        one
        for one in _without_doubles(found)
        if one.rule not in known.off and (one.rule == INTERNAL or one.key not in known.ignored)
    ]
    kept.sort(key=lambda one: (place.get((one.part, one.row), len(place)), one.start, one.end))
    return tuple(kept)


def leaks(archive: Archive, clock: Clock, appointment_id: AppointmentId) -> tuple[Remark, ...]:
    """Only what stops a report from leaving the house; quick enough for every export."""
    view = reports.view(archive, clock, appointment_id)
    passages = tuple(passages_of(view.report.title, view.parts, view.sources))
    with archive.reading() as work:
        known = _known(work, view.report.id, view.sources, passages)
    found = _leaks(passages, known, view.sources)
    return tuple(one for one in found if one.rule == INTERNAL or one.key not in known.ignored)


def require_no_leaks(archive: Archive, clock: Clock, appointment_id: AppointmentId) -> None:
    """Raise ReportLeaks when the report holds something internal or another client's name."""
    found = leaks(archive, clock, appointment_id)
    for first in found:
        others = len(found) - 1
        more = f" Bij Nakijken staan er nog {others}." if others else ""
        raise ReportLeaks(f"Het verslag kan zo niet weg: {first.reason}{more}")


def ignore(archive: Archive, clock: Clock, appointment_id: AppointmentId, remark: Remark) -> None:
    """Leave a remark out from now on, in this version of the report.

    Internal words cannot be ignored; another client's name can, for it may be the client's
    supplier and said at the table.
    """
    if remark.rule == INTERNAL:
        raise UserError(
            "Wat intern is, mag niet in een verslag staan; haal de woorden eruit of maak van de"
            " notitie een gewone regel."
        )
    report = reports.draft(archive, clock, appointment_id)
    with archive.transaction() as work:
        kept = _ignored(work, report.id) | {remark.key}
        work.settings.put(_IGNORED + report.id, "\n".join(sorted(kept)))


def heed(archive: Archive, clock: Clock, appointment_id: AppointmentId, remark: Remark) -> None:
    """Take back that a remark was ignored."""
    report = reports.draft(archive, clock, appointment_id)
    with archive.transaction() as work:
        kept = _ignored(work, report.id) - {remark.key}
        work.settings.put(_IGNORED + report.id, "\n".join(sorted(kept)))


def passages_of(
    title: str, parts: tuple[ReportPart, ...], sources: ReportSources
) -> Iterator[Passage]:
    """Every text that a client reads in a report, in the order of the paper."""
    yield Passage("", ROW_TITLE, title, told=False)
    for part in parts:
        if not part.included:
            continue
        if part.kind in (PartKind.DISCUSSED, PartKind.OWN):
            yield Passage(part.id, ROW_HEADING, part.heading, told=False)
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


def _known(
    work: Work, report_id: ReportId, sources: ReportSources, passages: tuple[Passage, ...]
) -> _Known:
    talk = sources.appointment
    own = sources.firm.adviser
    people = work.people.of_client(talk.client_id) if talk.client_id else ()
    advisers = [adviser.name for adviser in work.advisers.all()]
    present = [one.name for one in sources.participants if one.present is not False]
    invited = {one.name.casefold() for one in sources.participants}
    absent = [one.name for one in sources.participants if one.present is False]
    elsewhere = [person.name for person in people] + advisers
    absent += [name for name in elsewhere if name.casefold() not in invited and name != own]
    us = [one.name for one in sources.participants if one.side is Side.US]
    names = tuple(
        dict.fromkeys(
            name
            for name in (
                *(one.name for one in sources.participants), *(person.name for person in people),
                *advisers, sources.client_name, sources.firm.name, sources.firm.adviser,
                *(item.who for item in sources.commitments),
            ) if name.strip()
        )
    )  # fmt: skip
    return _Known(
        secrets=internal_texts(work, talk),
        others=other_clients(work, talk.client_id, names, passages),
        names=names,
        words=words_of(work, talk.client_id) | {word for name in names for word in name.split()},
        present=(*present, *([own] if own else [])),
        absent=tuple(absent),
        table=Table(
            tuple(dict.fromkeys([*([own] if own else []), *us])),
            tuple(one.name for one in sources.participants if one.side is not Side.US),
        ),
        off=off_in(work),
        jargon=own_jargon(work),
        ignored=_ignored(work, report_id),
    )


def _ignored(work: Work, report_id: ReportId) -> frozenset[str]:
    return frozenset((work.settings.value(_IGNORED + report_id) or "").split())


def _leaks(
    passages: tuple[Passage, ...], known: _Known, sources: ReportSources
) -> Iterator[Remark]:
    said = [line.text for line in sources.lines]
    said += [item.text for item in sources.decisions] + [w.text for w in sources.wishes]
    said += [item.what for item in sources.commitments]
    public = " ".join(" ".join(said).split()).casefold()
    yield from internal_leaks(passages, known.secrets, public)
    yield from client_leaks(passages, known.others)


def _spelling(
    passages: tuple[Passage, ...], known: _Known, speller: Speller | None
) -> Iterator[Remark]:
    if speller is None or "spelling" in known.off:
        return
    for passage in passages:
        for found in speller.check(passage.text):
            yield Remark(
                "spelling", RemarkKind.SPELLING, passage.part, found.start, found.end, found.word,
                f"“{found.word}” staat niet in de woordenlijst; verbeter het of voeg het toe.",
                row=passage.row,
            )  # fmt: skip


def _facts(
    passages: tuple[Passage, ...],
    known: _Known,
    sources: ReportSources,
    is_word: Callable[[str], bool] | None,
) -> Iterator[Remark]:
    names = Names.of(known.names)
    day = local_day(sources.appointment.starts_at)
    entries = [_entry(item, sources) for item in _standing(sources)]
    entries += [Entry(decision.text) for decision in sources.decisions]
    for passage in passages:
        here = [
            *misspelt_names(passage.text, names, is_word),
            *wrong_days(passage.text, day),
            *placeholders(passage.text),
        ]
        if passage.told:
            here += absent_speakers(passage.text, known.absent, known.present)
            here += against_register(passage.text, entries, day)
        yield from (_at(passage, one) for one in here)


def _promises(
    passages: tuple[Passage, ...],
    known: _Known,
    parts: tuple[ReportPart, ...],
    sources: ReportSources,
) -> Iterator[Remark]:
    """Promises in the text that are in no register, and the other way round."""
    written = {p.id for p in parts if p.kind in (PartKind.DISCUSSED, PartKind.OWN)}
    told = [passage for passage in passages if passage.told and passage.part in written]
    entries = [_entry(item, sources) for item in _standing(sources)]
    day: date = local_day(sources.appointment.starts_at)
    for passage in told:
        for one in unregistered(passage.text, entries, known.table, day):
            yield _at(passage, one)
    table = next((part for part in parts if part.kind is PartKind.COMMITMENTS), None)
    if table is None or table.included:
        return
    texts = [passage.text for passage in told]
    for item in sources.commitments:
        if item.is_open and not is_told(_entry(item, sources), texts):
            yield Remark(
                "belofte-niet-in-verslag", RemarkKind.PROMISE, table.id, 0, 0, item.what,
                f"“{item.what}” is toegezegd en staat niet in het verslag; zet de toezeggingen aan"
                " of noem haar in de tekst.", row=item.id,
            )  # fmt: skip


def _wording(passages: tuple[Passage, ...], known: _Known) -> Iterator[Remark]:
    texts = [passage.text for passage in passages]
    found = check_wording(texts, off=known.off, jargon_list=known.jargon)
    return (_at(passages[number], one) for number, one in found)


def _at(passage: Passage, remark: Remark) -> Remark:
    return replace(remark, part=passage.part, row=passage.row)


def _standing(sources: ReportSources) -> list[Commitment]:
    """The promises of this talk, and earlier ones that are still open."""
    earlier = [one.commitment for one in sources.earlier]
    both = [*sources.commitments, *earlier]
    return [item for item in both if item.state is not CommitmentState.DROPPED]


def _entry(item: Commitment, sources: ReportSources) -> Entry:
    days = {item.due} if item.due else set[date]()
    for earlier in sources.earlier:
        if earlier.commitment.id == item.id:
            days |= {d for event in earlier.history for d in (event.from_day, event.to_day) if d}
    return Entry(item.what, item.due, frozenset(days))


def _without_doubles(found: list[Remark]) -> list[Remark]:
    """Of remarks on the same words the first; a name that is almost right is no spelling error."""
    facts = {
        (one.part, one.row, one.start)
        for one in found
        if one.kind in (RemarkKind.FACT, RemarkKind.WORDING) and one.fix is not None
    }
    kept: dict[tuple[str, str, str, int, int], Remark] = {}
    for one in found:
        if one.kind is RemarkKind.SPELLING and (one.part, one.row, one.start) in facts:
            continue
        kept.setdefault((one.rule, one.part, one.row, one.start, one.end), one)
    return list(kept.values())

"""Nakijken: a report is read before it leaves, and every remark says where, why and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.commitment import Commitment, CommitmentState
from gesprekshulp.domain.dutch_dates import local_day
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AppointmentId
from gesprekshulp.domain.language import Form, Language
from gesprekshulp.domain.remark import ROW_GOAL_NOTE, Passage, Remark, RemarkKind
from gesprekshulp.domain.report import PartKind, ReportPart
from gesprekshulp.domain.report_passages import passages_of
from gesprekshulp.domain.report_rules import ReportSources
from gesprekshulp.language.commitments import Table
from gesprekshulp.language.facts import (
    Names,
    absent_speakers,
    misspelt_names,
    placeholders,
)
from gesprekshulp.language.facts_days import wrong_days
from gesprekshulp.language.facts_promises import is_told, undecided, unregistered
from gesprekshulp.language.facts_register import Entry, against_register
from gesprekshulp.language.spelling import Speller
from gesprekshulp.language.wording import check_wording
from gesprekshulp.services import reports
from gesprekshulp.services.checking_leaks import (
    INTERNAL,
    LeakSearch,
    all_passages,
    ignored_in,
    keep_ignored,
    names_around,
    search_for,
)
from gesprekshulp.services.checking_words import off_in, own_jargon, words_of
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive, Work


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a report, in the order of the paper.

    `skipped` are the remarks that the adviser left out in this version, `off` the rules that are
    switched off.
    """

    remarks: tuple[Remark, ...]
    skipped: tuple[Remark, ...] = ()
    off: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Known:
    """What the archive says around one report."""

    leaks: LeakSearch
    names: tuple[str, ...]
    words: frozenset[str]
    present: tuple[str, ...]
    absent: tuple[str, ...]
    table: Table
    off: frozenset[str]
    jargon: str | None
    client: Client | None


def check(
    archive: Archive,
    clock: Clock,
    appointment_id: AppointmentId,
    *,
    speller: Speller | None = None,
) -> Checked:
    """Everything to look at again in the newest version of a report.

    Without a `speller` one is loaded with the office's words, which takes a moment the first time:
    ask from a worker thread. What rules that are switched off would say is left out; leaks never
    are.
    """
    view = reports.view(archive, clock, appointment_id)
    passages = tuple(passages_of(view.report.title, view.parts, view.sources))
    with archive.reading() as work:
        known = _known(work, search_for(work, view.report, view.sources), view.sources)
    # The words of an English report are no errors of Dutch.
    dutch = known.client is None or known.client.language is Language.DUTCH
    if speller is None and dutch and "spelling" not in known.off:
        speller = Speller.load(known.words)
    found = [
        *known.leaks.find(all_passages(view.report, view.parts, view.sources)),
        *(_spelling(passages, known, speller) if dutch else ()),
        *_facts(passages, known, view.sources, speller.knows if speller else None),
        *_promises(passages, known, view.parts, view.sources),
        *(_wording(passages, known) if dutch else ()),
    ]
    place = {(passage.part, passage.row): number for number, passage in enumerate(passages)}
    kept = [one for one in _without_doubles(found) if one.rule not in known.off]
    kept.sort(key=lambda one: (place.get((one.part, one.row), len(place)), one.start, one.end))
    left_out = {one for one in kept if one.key in known.leaks.ignored and one.rule != INTERNAL}
    return Checked(
        tuple(one for one in kept if one not in left_out),
        tuple(one for one in kept if one in left_out),
        known.off,
    )


def skip(archive: Archive, clock: Clock, appointment_id: AppointmentId, remark: Remark) -> None:
    """Leave a remark out from now on, in this version of the report.

    Internal words cannot be left out; another client's name can, for it may be the client's
    supplier and said at the table.
    """
    if remark.rule == INTERNAL:
        raise UserError(
            "Wat intern is, mag niet in een verslag staan; haal de woorden eruit of maak van de"
            " notitie een gewone regel."
        )
    report = reports.draft(archive, clock, appointment_id)
    with archive.transaction() as work:
        keep_ignored(work, report.id, ignored_in(work, report.id) | {remark.key})


def heed(archive: Archive, clock: Clock, appointment_id: AppointmentId, remark: Remark) -> None:
    """Take back that a remark was left out."""
    report = reports.draft(archive, clock, appointment_id)
    with archive.transaction() as work:
        keep_ignored(work, report.id, ignored_in(work, report.id) - {remark.key})


def _known(work: Work, leaks: LeakSearch, sources: ReportSources) -> _Known:
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
    names = names_around(work, sources)
    return _Known(
        leaks=leaks,
        names=names,
        words=words_of(work, talk.client_id) | {word for name in names for word in name.split()},
        present=(*present, *([own] if own else [])),
        absent=tuple(absent),
        table=Table(
            tuple(dict.fromkeys([*([own] if own else []), *us, *advisers])),
            tuple(
                dict.fromkeys(
                    [one.name for one in sources.participants if one.side is not Side.US]
                    + [person.name for person in people]
                )
            ),
        ),
        off=off_in(work),
        jargon=own_jargon(work),
        client=work.clients.find(talk.client_id),
    )


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
            *wrong_days(passage.text, day, [entry.due for entry in entries if entry.due]),
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
    """Promises and decisions in the text that are in no register, and the other way round."""
    written = {part.id for part in parts if _is_written(part)}
    told = [
        passage
        for passage in passages
        if passage.told and (passage.part in written or passage.row == ROW_GOAL_NOTE)
    ]
    decisions = [Entry(decision.text) for decision in sources.decisions]
    entries = [_entry(item, sources) for item in _standing(sources)]
    day: date = local_day(sources.appointment.starts_at)
    for passage in told:
        for one in unregistered(passage.text, entries, known.table, day):
            yield _at(passage, one)
        for one in undecided(passage.text, decisions, entries):
            yield _at(passage, one)
    texts = [passage.text for passage in told]
    hidden = {part.kind: part.id for part in parts if not part.included}
    if (table := hidden.get(PartKind.COMMITMENTS)) is not None:
        for item in sources.commitments:
            if item.is_open and not is_told(_entry(item, sources), texts):
                yield Remark(
                    "belofte-niet-in-verslag", RemarkKind.PROMISE, table, 0, 0, item.what,
                    f"“{item.what}” is toegezegd en staat niet in het verslag; zet de toezeggingen"
                    " aan of noem haar in de tekst.", row=item.id,
                )  # fmt: skip
    if (table := hidden.get(PartKind.DECISIONS)) is not None:
        for item in sources.decisions:
            if not is_told(Entry(item.text), texts):
                yield Remark(
                    "besluit-niet-in-verslag", RemarkKind.PROMISE, table, 0, 0, item.text,
                    f"“{item.text}” is besloten en staat niet in het verslag; zet de besluiten aan"
                    " of noem het in de tekst.", row=item.id,
                )  # fmt: skip


def _is_written(part: ReportPart) -> bool:
    """Whether the words of a part tell what was said: those of the notes, or of the adviser.

    The goal and the request to confirm promise nothing, whoever wrote them.
    """
    if part.kind in (PartKind.DISCUSSED, PartKind.OWN):
        return True
    return part.edited and part.kind not in (PartKind.GOAL, PartKind.CLOSING)


def _wording(passages: tuple[Passage, ...], known: _Known) -> Iterator[Remark]:
    texts = [passage.text for passage in passages]
    found = check_wording(
        texts,
        off=known.off,
        jargon_list=known.jargon,
        familiar=known.client.form is Form.JE if known.client else None,
        us=known.table.advisers,
        them=known.table.clients,
    )
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


_IN_NO_REGISTER = ("belofte-niet-in-register", "besluit-niet-in-register")


def _lies_in(inner: Remark, outer: Remark) -> bool:
    same = (inner.part, inner.row) == (outer.part, outer.row)
    return same and outer.start <= inner.start and inner.end <= outer.end


def _without_doubles(found: list[Remark]) -> list[Remark]:
    """Of remarks on the same words the first; a name that is almost right is no spelling error."""
    facts = {
        (one.part, one.row, place)
        for one in found
        if one.kind in (RemarkKind.FACT, RemarkKind.WORDING) and one.fix is not None
        for place in (range(one.start, one.end) if one.rule == "vaktaal" else (one.start,))
    }
    vague = [one for one in found if one.rule == "vage-belofte"]
    kept: dict[tuple[str, str, str, int, int], Remark] = {}
    for one in found:
        if one.rule in _IN_NO_REGISTER and any(_lies_in(other, one) for other in vague):
            continue  # first it needs a day
        if one.kind is RemarkKind.SPELLING and (one.part, one.row, one.start) in facts:
            continue
        kept.setdefault((one.rule, one.part, one.row, one.start, one.end), one)
    return list(kept.values())

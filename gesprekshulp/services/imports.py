"""Taking files in: look first, then all or nothing, and back again with one undo.

`plan` says what would happen and writes nothing; `apply` does it in one transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from gesprekshulp.domain.errors import UserError
from gesprekshulp.exchange.columns import Mapping
from gesprekshulp.exchange.files import FileKind, SourceFile, UnreadableFile, kind_of, load
from gesprekshulp.exchange.records import (
    ContactRecord,
    EventRecord,
    FileRecords,
    PersonRecord,
    Record,
    Refused,
)
from gesprekshulp.exchange.timezones import local_zone
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.import_agenda import Agenda
from gesprekshulp.services.import_contacts import plan_contact
from gesprekshulp.services.import_events import plan_event
from gesprekshulp.services.import_matching import Draft
from gesprekshulp.services.import_people import plan_person
from gesprekshulp.services.import_plan import (
    Entity,
    ImportPlan,
    ImportResult,
    Outcome,
    PlannedChange,
    PlanOutdatedError,
    also_refused,
    as_json,
)
from gesprekshulp.services.import_series import pair_moved_series, plan_left_series
from gesprekshulp.services.waiting import follow_appointment
from gesprekshulp.storage.archive import Archive, Work

__all__ = [
    "Entity", "ImportPlan", "ImportResult", "Outcome", "PlanOutdatedError", "PlannedChange",
    "apply", "as_json", "plan", "read_files", "remember_mapping", "remembered_mapping",
]  # fmt: skip

Source = Path | str | tuple[str, bytes] | SourceFile
MappingOf = Callable[[str], Mapping | None]


def read_files(
    sources: Sequence[Source], today: date, mappings: MappingOf | None = None
) -> list[FileRecords]:
    """What files hold. `mappings` gives a remembered column mapping by a table's fingerprint.

    Of several files a broken one is refused as a whole while the others go on; when none can be
    read the first complaint is raised (UnreadableFile).
    """
    found: list[FileRecords] = []
    broken: list[UserError] = []
    for source in sources:
        name = source.name if isinstance(source, SourceFile | Path) else str(
            source[0] if isinstance(source, tuple) else source
        )  # fmt: skip
        try:
            found += _read(_loaded(source), today, mappings)
        except UserError as error:
            broken.append(error)
            line = error.line if isinstance(error, UnreadableFile) else None
            found.append(FileRecords(Path(name).name, refused=(Refused(error.sentence, line),)))
    if broken and len(broken) == len(sources):
        if others := also_refused([one.name for one in found[1:]]):
            raise UserError(f"{broken[0].sentence}{others}")
        raise broken[0]
    return found


def _loaded(source: Source) -> SourceFile:
    if isinstance(source, SourceFile):
        return source
    if isinstance(source, tuple):
        return SourceFile(*source)
    return load(Path(source))


def _read(file: SourceFile, today: date, mappings: MappingOf | None) -> list[FileRecords]:
    """One file, by the reader for what it is; a workbook may hold several tables.

    Each reader is only imported when it is needed.
    """
    match kind_of(file.name, file.data):
        case FileKind.CALENDAR:
            from gesprekshulp.exchange.calendars import read_calendar

            return [read_calendar(file.name, file.data, today, local_zone())]
        case FileKind.CARDS:
            from gesprekshulp.exchange.cards import read_cards

            return [read_cards(file.name, file.data)]
        case FileKind.MAIL:
            from gesprekshulp.exchange.mail import read_mail

            return [read_mail(file.name, file.data, today, local_zone())]
        case FileKind.TEXT_TABLE | FileKind.SHEET:
            return _read_tables(file, mappings)


def _read_tables(file: SourceFile, mappings: MappingOf | None) -> list[FileRecords]:
    from gesprekshulp.exchange.tables import read_tables, table_records

    found: list[FileRecords] = []
    tables = read_tables(file.name, file.data)
    for table in tables:
        mapping = mappings(table.fingerprint) if mappings else None
        if mapping is not None and len(mapping.columns) != len(table.headings):
            mapping = None
        try:
            made = table_records(table, mapping, local_zone())
            found.append(replace(made, file=file.name))
        except UnreadableFile as error:
            # One of several sheets that says nothing to us does not stop the others.
            if len(tables) == 1:
                raise
            refusal = Refused(error.sentence, error.line)
            found.append(FileRecords(table.name, refused=(refusal,), file=file.name))
    return found


def plan(
    archive: Archive,
    clock: Clock,
    files: Sequence[Source],
    *,
    mapping: Mapping | None = None,
    client_id: str | None = None,
) -> ImportPlan:
    """What taking in these files would do. Nothing is written.

    `mapping` is what the user made of the columns of a table; without it the remembered or the
    guessed one is taken. `client_id` is the client on whose page the files were dropped. Raises
    UserError when no file can be read.
    """
    records = read_files(
        files, clock.today(), lambda key: mapping or remembered_mapping(archive, key)
    )
    with archive.reading() as work:
        changes, _ = _compute(work, clock, tuple(records), client_id)
    return ImportPlan(changes, tuple(records), client_id)


def apply(archive: Archive, clock: Clock, plan: ImportPlan) -> ImportResult:
    """Do what a plan says, all or nothing, so that one undo takes it back as a whole.

    Raises PlanOutdatedError when the archive changed since, so that it would do something else.
    """
    if not plan.has_work:
        return ImportResult(plan, None)
    with archive.transaction(plan.label) as work:
        changes, draft = _compute(work, clock, plan.files, plan.client_id)
        if changes != plan.changes:
            raise PlanOutdatedError
        draft.write(work)
        for appointment in draft.saved_appointments.values():
            follow_appointment(work, clock, appointment)
        return ImportResult(plan, work.batch_id)


def _compute(
    work: Work, clock: Clock, files: tuple[FileRecords, ...], client_id: str | None
) -> tuple[tuple[PlannedChange, ...], Draft]:
    """Every record's outcome in the order of the files, and the archive as it would be."""
    now = clock.now()
    draft = Draft(work)
    placed = [(file, record) for file in files for record in file.records]
    events = [record for _, record in placed if isinstance(record, EventRecord)]
    contacts = [record for _, record in placed if isinstance(record, ContactRecord)]
    agenda = Agenda.of(work, events)
    known = work.contacts.with_source_keys(list({record.key for record in contacts}))
    outcomes: dict[int, PlannedChange] = {}

    # One card or one invitation dropped on a client is that client's; an address book or a calendar
    # is about many.
    cards = [record for _, record in placed if isinstance(record, PersonRecord)]
    of_card = client_id if len(cards) == 1 else None
    of_event = client_id if len({record.uid for record in events}) == 1 else None

    def settle(place: int, record: Record) -> None:
        match record:
            case PersonRecord():
                change = plan_person(draft, record, of_card)
            case ContactRecord():
                change = plan_contact(draft, record, known, client_id, now)
            case EventRecord():
                change = plan_event(draft, agenda, record, of_event, now)
        outcomes[place] = replace(change, file=placed[place][0].name)

    # People first, so that messages and events in the same go find them; of an event that stands
    # there in several versions the newest first, so that the others are recognised as older.
    series = [one for file in files for one in file.series]
    pair_moved_series(agenda, events, series, now)
    order = sorted(range(len(placed)), key=lambda place: _turn(placed[place][1]))
    for place in order:
        settle(place, placed[place][1])
    changes: list[PlannedChange] = []
    place = 0
    for file in files:
        for _ in file.records:
            changes.append(outcomes[place])
            place += 1
        for one in file.series:
            left = plan_left_series(draft, agenda, one, events, now)
            changes += [replace(change, file=file.name) for change in left]
        changes += [_refused(file, refusal) for refusal in file.refused]
    return tuple(changes), draft


def _turn(record: Record) -> tuple[float, ...]:
    match record:
        case PersonRecord():
            return (0,)
        case ContactRecord():
            return (1,)
        case EventRecord():
            sequence, revised = record.version.order
            return 2, -sequence, -revised


def _refused(file: FileRecords, refusal: Refused) -> PlannedChange:
    # What cannot be read is named after the readable things beside it.
    match next(iter(file.records), None):
        case EventRecord():
            entity = Entity.APPOINTMENT
        case ContactRecord():
            entity = Entity.CONTACT
        case PersonRecord():
            entity = Entity.PERSON
        case None:
            entity = Entity.FILE
    return PlannedChange(
        Outcome.REFUSED,
        entity,
        refusal.title or file.name,
        reason=refusal.reason,
        line=refusal.line,
        file=file.name,
    )


def remembered_mapping(archive: Archive, fingerprint: str) -> Mapping | None:
    """What the user made of the columns of a table with these headings before."""
    with archive.reading() as work:
        text = work.settings.value(f"kolommen:{fingerprint}")
    return Mapping.of_text(text) if text else None


def remember_mapping(archive: Archive, fingerprint: str, mapping: Mapping) -> None:
    """Keep what the user made of the columns, for the next table with the same headings."""
    with archive.transaction() as work:
        work.settings.put(f"kolommen:{fingerprint}", mapping.text())

"""From a report's parts and registers to the document that is set on paper."""

from __future__ import annotations

from gesprekshulp.domain.appointment import AppointmentKind, Participant, Side
from gesprekshulp.domain.commitment import (
    Commitment,
    CommitmentEvent,
    CommitmentState,
    EventKind,
)
from gesprekshulp.domain.dutch_dates import clock, day_and_year, local_day, long_day
from gesprekshulp.domain.report import (
    CommitmentRow,
    DecisionRow,
    DeviationRow,
    DiscussedItem,
    EarlierRow,
    ExtraPart,
    FirmIdentity,
    PartKind,
    Report,
    ReportDocument,
    ReportPart,
)
from gesprekshulp.domain.report_rules import (
    EarlierPromise,
    ReportSources,
    in_order,
    items,
    paragraphs,
)

NO_DAY = "nog geen dag afgesproken"

# Of these parts the text stands above rows that come from a register.
INTRODUCED = (
    PartKind.FACTS,
    PartKind.DECISIONS,
    PartKind.DEVIATIONS,
    PartKind.COMMITMENTS,
    PartKind.EARLIER,
    PartKind.ATTACHMENTS,
)


def document_of(
    report: Report, parts: tuple[ReportPart, ...], sources: ReportSources
) -> ReportDocument:
    """Everything that stands in the report, ready to be set; hidden parts are left out."""
    shown = [part for part in in_order(parts) if part.included]
    kinds = {part.kind for part in shown}
    texts = {part.kind: part.text for part in shown}
    talk = sources.appointment
    with_goal = PartKind.GOAL in kinds
    times = f"{clock(talk.starts_at)}–{clock(talk.ends_at)}"
    return ReportDocument(
        firm=sources.firm,
        title=report.title,
        client=sources.client_name,
        version=report.version,
        state=report.state,
        day=local_day(talk.starts_at),
        time="" if talk.all_day else times,
        place=place_of(sources),
        present=tuple(name_of(p) for p in sources.participants if p.present is not False),
        absent=tuple(name_of(p) for p in sources.participants if p.present is False),
        goal=texts.get(PartKind.GOAL, ""),
        goal_reached=talk.goal_reached if with_goal else None,
        goal_note=talk.goal_note if with_goal else "",
        discussed=tuple(
            DiscussedItem(part.heading, paragraphs(part.text))
            for part in shown
            if part.kind is PartKind.DISCUSSED and part.text.strip()
        ),
        decisions=tuple(DecisionRow(item.text, item.scope) for item in sources.decisions)
        if PartKind.DECISIONS in kinds
        else (),
        commitments=tuple(commitment_row(item, sources.firm) for item in sources.commitments)
        if PartKind.COMMITMENTS in kinds
        else (),
        open_questions=items(texts.get(PartKind.QUESTIONS, "")),
        earlier=tuple(earlier_row(item, sources) for item in sources.earlier)
        if PartKind.EARLIER in kinds
        else (),
        next_appointment=texts.get(PartKind.NEXT, "").strip(),
        attachments=sources.attachments if PartKind.ATTACHMENTS in kinds else (),
        extra=tuple(
            ExtraPart(part.heading, paragraphs(part.text))
            for part in shown
            if part.kind is PartKind.OWN and part.text.strip()
        ),
        closing=paragraphs(texts.get(PartKind.CLOSING, "")),
        introductions=tuple(
            (kind, texts[kind].strip()) for kind in INTRODUCED if texts.get(kind, "").strip()
        ),
        deviations=tuple(
            DeviationRow(item.text, item.advice, item.advice_reason)
            for item in sources.decisions
            if item.is_against_advice
        )
        if PartKind.DEVIATIONS in kinds
        else (),
    )


def place_of(sources: ReportSources) -> str:
    """Where the talk was held, in words when it was not at a table."""
    talk = sources.appointment
    if talk.place.strip():
        return talk.place.strip()
    return {
        AppointmentKind.VISIT: sources.client_address,
        AppointmentKind.OFFICE: sources.firm.address,
        AppointmentKind.PHONE: "telefonisch",
        AppointmentKind.VIDEO: "per beeldverbinding",
    }[talk.kind]


def name_of(person: Participant) -> str:
    """ "Annet Vos (eigenaar)"."""
    return f"{person.name} ({person.role})" if person.role.strip() else person.name


def commitment_row(item: Commitment, firm: FirmIdentity) -> CommitmentRow:
    """One promise of this talk as it stands in the table."""
    return CommitmentRow(item.what, who_of(item, firm), by_when(item))


def who_of(item: Commitment, firm: FirmIdentity) -> str:
    """Who does it, with a name where one is known."""
    if item.who.strip():
        return item.who.strip()
    return {Side.BOTH: "Samen", Side.US: firm.adviser or firm.name or "Wij"}.get(item.side, "")


def by_when(item: Commitment) -> str:
    """The day in full, the event it waits for, or that no day was agreed on."""
    if item.state is CommitmentState.DROPPED and item.closed_on:
        return f"vervallen op {day_and_year(item.closed_on)}"
    if item.due is not None:
        return long_day(item.due)
    return item.event.strip() or NO_DAY


def earlier_row(promise: EarlierPromise, sources: ReportSources) -> EarlierRow:
    """One earlier promise with how it stands."""
    item = promise.commitment
    return EarlierRow(item.what, who_of(item, sources.firm), standing(promise, sources))


def standing(promise: EarlierPromise, sources: ReportSources) -> str:
    """How an earlier promise stands: kept, moved and why, called off and why, or still open."""
    item = promise.commitment
    on = day_and_year(item.closed_on) if item.closed_on else ""
    match item.state:
        case CommitmentState.KEPT:
            return f"nagekomen op {on}"
        case CommitmentState.KEPT_LATE:
            was = f" (toegezegd: {day_and_year(item.due)})" if item.due else ""
            return f"nagekomen op {on}{was}"
        case CommitmentState.TAKEN_OVER:
            return f"overgenomen door {item.who}" if item.who else "overgenomen"
        case CommitmentState.DROPPED:
            reason = _last(promise.history, EventKind.DROPPED)
            return _with_reason(f"vervallen op {on}", reason.text if reason else "")
        case CommitmentState.OPEN:
            return _open(promise, sources)


def _open(promise: EarlierPromise, sources: ReportSources) -> str:
    item = promise.commitment
    move = _last(promise.history, EventKind.MOVED)
    if move is not None and move.to_day == item.due and move.to_day is not None:
        was = f" voor {day_and_year(move.from_day)}" if move.from_day else ""
        moved = (
            f"toegezegd op {day_and_year(item.made_on)}{was}, verzet op"
            f" {day_and_year(local_day(move.at))} naar {day_and_year(move.to_day)}"
        )
        return _with_reason(moved, move.text)
    if item.is_late(sources.today) and item.due:
        return f"staat nog open; toegezegd was {day_and_year(item.due)}"
    if item.due:
        return f"staat nog open, uiterlijk {day_and_year(item.due)}"
    return f"staat nog open, {item.event.strip() or NO_DAY}"


def _last(history: tuple[CommitmentEvent, ...], kind: EventKind) -> CommitmentEvent | None:
    return next((event for event in history if event.kind is kind), None)


def _with_reason(said: str, reason: str) -> str:
    """A reason is typed as people speak: "de drukker is ziek" or "omdat de drukker ziek is"."""
    reason = " ".join(reason.split()).rstrip(".")
    if not reason:
        return said
    if reason.lower().startswith(
        ("omdat ", "want ", "vanwege ", "wegens ", "doordat ", "in verband ")
    ):
        return f"{said}, {reason[0].lower()}{reason[1:]}"
    return f"{said}; reden: {reason}"

"""From a report's parts and registers to the document that is set on paper."""

from __future__ import annotations

from gesprekshulp.domain.appointment import AppointmentKind, Participant, Side
from gesprekshulp.domain.commitment import (
    Commitment,
    CommitmentEvent,
    CommitmentState,
    EventKind,
    moves_of,
)
from gesprekshulp.domain.dutch_dates import clock, local_day
from gesprekshulp.domain.phrases import DUTCH, Phrases
from gesprekshulp.domain.report import (
    Addressee,
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

# Of these parts the text stands above rows that come from a register.
INTRODUCED = (
    PartKind.FACTS,
    PartKind.DECISIONS,
    PartKind.DEVIATIONS,
    PartKind.COMMITMENTS,
    PartKind.EARLIER,
    PartKind.ATTACHMENTS,
)
_MANY = (PartKind.DISCUSSED, PartKind.OWN)


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
            DiscussedItem(part.heading, paragraphs(part.text), part.id)
            for part in shown
            if part.kind is PartKind.DISCUSSED and part.text.strip()
        ),
        decisions=tuple(DecisionRow(item.text, item.scope, item.id) for item in sources.decisions)
        if PartKind.DECISIONS in kinds
        else (),
        commitments=tuple(commitment_row(item, sources) for item in sources.commitments)
        if PartKind.COMMITMENTS in kinds
        else (),
        open_questions=items(texts.get(PartKind.QUESTIONS, "")),
        earlier=tuple(earlier_row(item, sources) for item in sources.earlier)
        if PartKind.EARLIER in kinds
        else (),
        next_appointment=texts.get(PartKind.NEXT, "").strip(),
        attachments=sources.attachments if PartKind.ATTACHMENTS in kinds else (),
        extra=tuple(
            ExtraPart(part.heading, paragraphs(part.text), part.id)
            for part in shown
            if part.kind is PartKind.OWN and part.text.strip()
        ),
        closing=paragraphs(texts.get(PartKind.CLOSING, "")),
        introductions=tuple(
            (kind, texts[kind].strip()) for kind in INTRODUCED if texts.get(kind, "").strip()
        ),
        deviations=tuple(
            DeviationRow(
                item.text, item.advice, item.advice_reason, item.id, item.advice_confirmed_on
            )
            for item in sources.decisions
            if item.is_against_advice
        )
        if PartKind.DEVIATIONS in kinds
        else (),
        parts=tuple((part.kind, part.id) for part in shown if part.kind not in _MANY),
        language=sources.language,
        form=sources.form,
        contents=sources.contents,
        addressee=Addressee(_reader(sources), (sources.client_name, *sources.client_lines)),
        written_on=report.written_on or sources.today,
        reply_by=sources.reply_by,
    )


def _reader(sources: ReportSources) -> str:
    """To whom a letter is addressed: who was at the table, and of them who decides."""
    theirs = [one for one in sources.participants if one.side is Side.CLIENT]
    theirs.sort(key=lambda one: (one.present is False, one.person_id not in sources.deciders))
    return theirs[0].name if theirs else ""


def place_of(sources: ReportSources) -> str:
    """Where the talk was held, in words when it was not at a table."""
    talk = sources.appointment
    if talk.place.strip():
        return talk.place.strip()
    return {
        AppointmentKind.VISIT: sources.client_address,
        AppointmentKind.OFFICE: sources.firm.address,
        AppointmentKind.PHONE: sources.phrases.by_phone,
        AppointmentKind.VIDEO: sources.phrases.by_video,
    }[talk.kind]


def name_of(person: Participant) -> str:
    """ "Annet Vos (eigenaar)"."""
    return f"{person.name} ({person.role})" if person.role.strip() else person.name


def commitment_row(item: Commitment, sources: ReportSources) -> CommitmentRow:
    """One promise of this talk as it stands in the table."""
    say = sources.phrases
    return CommitmentRow(item.what, who_of(item, sources.firm, say), by_when(item, say), item.id)


def who_of(item: Commitment, firm: FirmIdentity, say: Phrases = DUTCH) -> str:
    """Who does it, with a name where one is known."""
    if item.who.strip():
        return item.who.strip()
    return {Side.BOTH: say.together, Side.US: firm.adviser or firm.name or say.us}.get(
        item.side, ""
    )


def by_when(item: Commitment, say: Phrases = DUTCH) -> str:
    """The day in full, the event it waits for, or that no day was agreed on."""
    if item.state is CommitmentState.DROPPED and item.closed_on:
        return say.dropped.format(day=say.day_and_year(item.closed_on))
    if item.due is not None:
        return say.long_day(item.due)
    return item.event.strip() or say.no_day


def earlier_row(promise: EarlierPromise, sources: ReportSources) -> EarlierRow:
    """One earlier promise with how it stands."""
    item = promise.commitment
    who = who_of(item, sources.firm, sources.phrases)
    return EarlierRow(item.what, who, standing(promise, sources), item.id)


def standing(promise: EarlierPromise, sources: ReportSources) -> str:
    """How an earlier promise stands: kept, moved and why, called off and why, or still open."""
    item, say = promise.commitment, sources.phrases
    on = say.day_and_year(item.closed_on) if item.closed_on else ""
    match item.state:
        case CommitmentState.KEPT | CommitmentState.KEPT_LATE if item.moves and (
            moved := _moved(promise, sources)
        ):
            return f"{moved}; {say.kept.format(day=on)}"
        case CommitmentState.KEPT:
            return say.kept.format(day=on)
        case CommitmentState.KEPT_LATE:
            was = say.was_promised.format(day=say.day_and_year(item.due)) if item.due else ""
            return say.kept.format(day=on) + was
        case CommitmentState.TAKEN_OVER:
            return say.taken_over_by.format(who=item.who) if item.who else say.taken_over
        case CommitmentState.DROPPED:
            reason = _last(promise.history, EventKind.DROPPED)
            return say.with_reason(say.dropped.format(day=on), reason.text if reason else "")
        case CommitmentState.OPEN:
            return _open(promise, sources)


def _moved(promise: EarlierPromise, sources: ReportSources) -> str:
    """By when it was promised, and when and why it was moved; empty when its day still stands."""
    item, say = promise.commitment, sources.phrases
    moves = moves_of(item, promise.history)
    if not moves or (move := moves[0]).to_day is None:
        return ""
    first = moves[-1].from_day
    was = say.moved_from.format(day=say.day_and_year(first)) if first else ""
    words = say.moved if len(moves) == 1 else say.moved_often
    moved = words.format(
        made=say.day_and_year(item.made_on),
        times=len(moves),
        was=was,
        on=say.day_and_year(local_day(move.at)),
        to=say.day_and_year(move.to_day),
    )
    return say.with_reason(moved, move.text)


def _open(promise: EarlierPromise, sources: ReportSources) -> str:
    item, say = promise.commitment, sources.phrases
    if moved := _moved(promise, sources):
        return moved
    if item.is_late(sources.today) and item.due:
        return say.still_open_late.format(day=say.day_and_year(item.due))
    if item.due:
        return say.still_open_by.format(day=say.day_and_year(item.due))
    return say.still_open.format(event=item.event.strip() or say.no_day)


def _last(history: tuple[CommitmentEvent, ...], kind: EventKind) -> CommitmentEvent | None:
    return next((event for event in history if event.kind is kind), None)

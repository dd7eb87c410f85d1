"""What is done with promises: made, changed, kept, moved, dropped, taken over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gesprekshulp.domain.commitment import Commitment, CommitmentEvent, EventKind
from gesprekshulp.domain.dutch_dates import short_day
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import CommitmentId, new_id
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.waiting import link_if_planned
from gesprekshulp.storage.archive import Archive, Work


@dataclass(frozen=True, slots=True)
class CommitmentCard:
    """A promise with what a side panel shows beside it. `history` is newest first."""

    commitment: Commitment
    client_name: str
    history: tuple[CommitmentEvent, ...]


def make(archive: Archive, clock: Clock, commitment: Commitment) -> Commitment:
    """Put a promise in the register."""
    require_words(commitment)
    if problem := event_problem(commitment.event, clock.today()):
        raise UserError(problem)
    with archive.transaction(f"Toezegging “{commitment.what}” toegevoegd") as work:
        work.commitments.save(commitment)
        record_made(work, clock, commitment)
        return link_if_planned(work, clock, commitment)


def change(archive: Archive, clock: Clock, commitment: Commitment) -> Commitment:
    """Change who or what. A day is changed with `move`, so that the reason is kept.

    A promise that had neither day nor event may get its first day here.
    """
    with archive.transaction(f"Toezegging “{commitment.what}” gewijzigd") as work:
        return change_within(work, clock, commitment)


def change_within(work: Work, clock: Clock, commitment: Commitment) -> Commitment:
    """Change who or what, within the transaction of something larger."""
    require_words(commitment)
    before = work.commitments.get(commitment.id)
    if before.due is not None and before.due != commitment.due:
        raise UserError(
            f"De dag van “{before.what}” verandert alleen met een reden. Kies “Verzetten”."
        )
    problem = event_problem(commitment.event, clock.today())
    if problem and commitment.event != before.event:
        raise UserError(problem)
    work.commitments.save(commitment)
    text = "" if before.what == commitment.what else f"was: {before.what}"
    _record(work, clock, commitment, EventKind.CHANGED, text, before.due, commitment.due)
    if commitment.event != before.event:
        return link_if_planned(work, clock, commitment)
    return commitment


def move(
    archive: Archive,
    clock: Clock,
    id: CommitmentId,
    to: date,
    reason: str,
    told: bool | None = None,
) -> Commitment:
    """Give a promise a new day. Raises ReasonMissing without a reason.

    `told` says whether the other side knows; it can be said later with `mark_told`.
    """
    with archive.transaction("Toezegging verzet") as work:
        return move_within(work, clock, id, to, reason, told)


def move_within(
    work: Work, clock: Clock, id: CommitmentId, to: date, reason: str, told: bool | None = None
) -> Commitment:
    """Give a promise a new day, within the transaction of something larger."""
    before = _open(work, id)
    if before.due == to:
        raise UserError(
            f"“{before.what}” staat al op {short_day(to, clock.today())}. Kies een andere dag."
        )
    moved = work.commitments.save(before.moved(to, reason))
    _record(work, clock, moved, EventKind.MOVED, reason.strip(), before.due, to, told)
    return moved


def mark_told(archive: Archive, clock: Clock, id: CommitmentId) -> None:
    """Note that the other side was told of the last move; a line that is added to the history."""
    with archive.transaction("Verzetting gemeld") as work:
        promise = work.commitments.save(work.commitments.get(id))
        text = "De andere kant weet van de nieuwe dag"
        _record(work, clock, promise, EventKind.CHANGED, text, promise.due, promise.due, True)


def was_told(history: Iterable[CommitmentEvent]) -> bool | None:
    """Whether the other side was told of the last move; None when it was never moved or unsaid.

    `history` is newest first.
    """
    for event in history:
        if event.told is not None:
            return event.told
        if event.kind is EventKind.MOVED:
            return None
    return None


def keep(
    archive: Archive, clock: Clock, id: CommitmentId, how: str = "", on: date | None = None
) -> Commitment:
    """Mark a promise as kept; `how` says how that shows, `on` when it was, today when None.

    Raises UserError for a day that is still to come, or from before the promise was made.
    """
    today = clock.today()
    day = on or today
    with archive.transaction("Toezegging nagekomen") as work:
        before = _open(work, id)
        if problem := kept_day_problem(before, day, today):
            raise UserError(problem)
        kept = work.commitments.save(before.kept(day))
        _record(work, clock, kept, EventKind.KEPT, how.strip(), None, day)
    return kept


def kept_day_problem(promise: Commitment, day: date, today: date) -> str:
    """Why a promise cannot have been kept on a day, in one sentence; empty when it can."""
    if day > today:
        return f"{short_day(day, today)} is nog niet geweest. Kies de dag waarop het klaar was."
    if day < promise.made_on and day != today:
        made = short_day(promise.made_on, today)
        return f"Dat is voor de toezegging zelf ({made}). Kies een dag daarna."
    return ""


def drop(archive: Archive, clock: Clock, id: CommitmentId, reason: str) -> Commitment:
    """Call a promise off. Raises ReasonMissing without a reason."""
    with archive.transaction("Toezegging vervallen") as work:
        dropped = work.commitments.save(_open(work, id).dropped(clock.today(), reason))
        _record(work, clock, dropped, EventKind.DROPPED, reason.strip())
    return dropped


def take_over(archive: Archive, clock: Clock, id: CommitmentId, by: str) -> Commitment:
    """Put a promise in somebody else's hands; it stays open."""
    if not by.strip():
        raise UserError("Zet erbij wie de toezegging overneemt.")
    with archive.transaction("Toezegging overgenomen") as work:
        before = _open(work, id)
        taken = work.commitments.save(before.taken_over(by.strip()))
        _record(work, clock, taken, EventKind.TAKEN_OVER, f"{before.who} → {taken.who}")
    return taken


def reopen(archive: Archive, clock: Clock, id: CommitmentId) -> Commitment:
    """Open a closed promise again. Raises UserError when another window did so already."""
    with archive.transaction("Toezegging heropend") as work:
        before = work.commitments.get(id)
        if before.is_open:
            raise UserError(f"“{before.what}” staat al open.")
        reopened = work.commitments.save(before.reopened())
        _record(work, clock, reopened, EventKind.REOPENED, "")
    return reopened


def remove(archive: Archive, id: CommitmentId) -> None:
    """Take a promise out of the register, as when it was noted by mistake. Can be undone."""
    with archive.transaction("Toezegging verwijderd") as work:
        work.commitments.get(id)
        work.commitments.remove(id)


def card(archive: Archive, id: CommitmentId) -> CommitmentCard:
    """A promise with its client and its history."""
    with archive.reading() as work:
        commitment = work.commitments.get(id)
        client = work.clients.find(commitment.client_id)
        return CommitmentCard(
            commitment, client.name if client else "", work.commitments.history(id)
        )


def _open(work: Work, id: CommitmentId) -> Commitment:
    """A promise to do something with. Raises UserError when it is closed.

    Another window may have closed it since it was shown here.
    """
    promise = work.commitments.get(id)
    if not promise.is_open:
        raise UserError(
            f"“{promise.what}” is al {promise.state.value}; heropen de toezegging eerst."
        )
    return promise


def record_made(work: Work, clock: Clock, commitment: Commitment) -> None:
    """The first line of a promise's history; for services that make promises themselves."""
    day = f"uiterlijk {short_day(commitment.due)}" if commitment.due else commitment.event
    _record(work, clock, commitment, EventKind.MADE, day, None, commitment.due)


def _record(
    work: Work,
    clock: Clock,
    commitment: Commitment,
    kind: EventKind,
    text: str,
    from_day: date | None = None,
    to_day: date | None = None,
    told: bool | None = None,
) -> None:
    event = CommitmentEvent(
        new_id(), commitment.id, kind, clock.now(), text, from_day, to_day, told
    )
    work.commitments.record(event)


def event_problem(event: str, today: date) -> str:
    """Why a promise cannot hang on these words, in one sentence; empty when it can."""
    from gesprekshulp.language.vague import holds_nothing

    if not event.strip() or not holds_nothing(event, today):
        return ""
    return f"“{event.strip()}” houdt niets vast. Kies een dag, of zet erbij waar het op wacht."


def require_words(commitment: Commitment) -> None:
    """Raise UserError unless a promise says what is done, and who does it."""
    if not commitment.what.strip():
        raise UserError("Schrijf op wat er is toegezegd, in een paar woorden.")
    if not commitment.who.strip() and commitment.side.value != "beiden":
        raise UserError("Zet erbij wie het doet.")

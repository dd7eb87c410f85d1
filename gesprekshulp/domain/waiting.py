"""Promises that wait: for a talk that is still to be planned, or for a promise of the other side.

Whether a day is a working day is passed in (`is_open`): that depends on the country.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from gesprekshulp.domain.appointment import Appointment, AppointmentStatus
from gesprekshulp.domain.commitment import (
    WITH_DAY,
    Commitment,
    CommitmentEvent,
    CommitmentState,
    EventKind,
)
from gesprekshulp.domain.dutch_dates import local_day

IsOpen = Callable[[date], bool]

LINKED = "Gekoppeld aan"
"""How the line in the history begins when somebody chose the appointment himself."""

FOLLOWS = "Volgt de afspraak"
"""How the line begins when that appointment got another day; who chose it stays the same."""

WAITS = "Wacht op"
"""How the line in the history begins when a promise is made to wait for another."""

AFTER_WITHOUT_DAY = 5
"""Working days after the other side's promise, for a promise that had no day before."""

WAITS_LONG_DAYS = 14
"""So long may a promise hang on an event without a day before it is brought up."""

_TALK = (
    r"\w*(?:overleg|gesprek|afspraak|bezoek|vergadering|bespreking|bijeenkomst|ontmoeting)"
    r"|meeting|sessie|belafspraak|keer|contactmoment"
)
_NEXT = r"(?:eerst)?volgende?|eerstkomende?|komende?|nieuwe?|ons|onze"
_NEXT_TALK = re.compile(rf"\b(?:{_NEXT})(?:\s+\w+)?\s+(?:{_TALK})\b", re.IGNORECASE)
_BARE_TALK = re.compile(
    r"^(?:v[oó][oó]r|bij|tijdens|op|in|na|uiterlijk bij)\s+(?:het|de)\s+"
    r"(?:overleg|gesprek|afspraak|bezoek|bespreking)$",
    re.IGNORECASE,
)
_MEET_AGAIN = re.compile(
    r"\belkaar\s+(?:weer|de volgende keer)\s+(?:zien|spreken)\b", re.IGNORECASE
)
_OF_OTHERS = re.compile(
    rf"(?:{_TALK})\s+(?:van|met)\s+(?!(?:ons|elkaar|u|jullie)\b)", re.IGNORECASE
)
_AFTER = re.compile(r"^\s*na\b", re.IGNORECASE)


def is_about_next_talk(event: str) -> bool:
    """Whether an event, in the words that were used, is the next talk that we have with the client.

    "voor het volgende overleg" is; "na akkoord van de directie" and "voor de volgende vergadering
    van het bestuur" are not.
    """
    words = " ".join(event.split())
    if _OF_OTHERS.search(words):
        return False
    return any(pattern.search(words) for pattern in (_NEXT_TALK, _BARE_TALK, _MEET_AGAIN))


def day_from(event: str, talk: Appointment, is_open: IsOpen) -> date:
    """The last day of a promise that hangs on a talk: the day of the talk itself.

    What is promised for after the talk ("na het overleg") has the next working day.
    """
    day = local_day(talk.starts_at)
    return after(day, 1, is_open) if _AFTER.match(event) else day


def comes_after(promise: Commitment, talk: Appointment) -> bool:
    """Whether a talk can be the next one, as seen from when the promise was made."""
    return (
        talk.id != promise.appointment_id
        and talk.status is AppointmentStatus.PLANNED
        and local_day(talk.starts_at) >= promise.made_on
    )


def linked(promise: Commitment, talk: Appointment, is_open: IsOpen) -> Commitment:
    """The promise with its day from a talk; its event stays in words."""
    day = day_from(promise.event, talk, is_open)
    return replace(promise, due=day, event_appointment_id=talk.id)


def released(promise: Commitment) -> Commitment:
    """The promise waiting again, as when its talk was cancelled."""
    return replace(promise, due=None, event_appointment_id=None)


def chosen_by_hand(history: Iterable[CommitmentEvent]) -> bool:
    """Whether the appointment on which a promise hangs was chosen; `history` is newest first."""
    last = next(
        (
            event
            for event in history
            if "afspraak" in event.text and not event.text.startswith(FOLLOWS)
        ),
        None,
    )
    return last is not None and last.text.startswith(LINKED)


# --- one promise after another ---


@dataclass(frozen=True, slots=True)
class NewDay:
    """Ours can no longer be kept on its day, because theirs slipped; `proposed` is the earliest."""

    ours: Commitment
    theirs: Commitment
    proposed: date


def after(day: date, count: int, is_open: IsOpen) -> date:
    """So many working days after a day; the day itself when that is none."""
    while count > 0:
        day += timedelta(days=1)
        if is_open(day):
            count -= 1
    return day


def working_days_between(first: date, last: date, is_open: IsOpen) -> int:
    """How many working days lie after `first` up to and including `last`; 0 when it is earlier."""
    days = min((last - first).days, 3_700)
    return sum(is_open(first + timedelta(days=number + 1)) for number in range(days))


def day_at(
    promise: Commitment, history: Iterable[CommitmentEvent], moment: datetime
) -> date | None:
    """The day that a promise had at a moment; `history` is newest first.

    A change of the same second counts as later: history is kept in whole seconds.
    """
    earlier: date | None = promise.due
    for event in history:
        if event.kind not in WITH_DAY:
            continue
        if event.at < moment or (event.at == moment and event.kind is EventKind.MADE):
            return event.to_day
        earlier = event.from_day or earlier
    return earlier


def gap(
    ours: Commitment,
    theirs: Commitment,
    histories: tuple[tuple[CommitmentEvent, ...], tuple[CommitmentEvent, ...]],
    is_open: IsOpen,
) -> int:
    """How many working days ours was to come after theirs when the two were tied together.

    `histories` are those of ours and of theirs, each newest first.
    """
    of_ours, of_theirs = histories
    tied = next((event for event in of_ours if event.text.startswith(WAITS)), None)
    own = tied.to_day if tied else ours.due
    other = day_at(theirs, of_theirs, tied.at) if tied else theirs.due
    if own is None or other is None:
        return AFTER_WITHOUT_DAY
    return working_days_between(other, own, is_open)


def earliest_day(theirs: Commitment, days: int, today: date, is_open: IsOpen) -> date | None:
    """The first day on which ours can be done: so many working days after theirs.

    What is not there yet cannot come before today. None when theirs has no day or was called off.
    """
    match theirs.state:
        case CommitmentState.KEPT | CommitmentState.KEPT_LATE:
            base = theirs.closed_on
        case CommitmentState.OPEN | CommitmentState.TAKEN_OVER:
            base = max(theirs.due, today) if theirs.due else None
        case CommitmentState.DROPPED:
            base = None
    if base is None:
        return None
    return max(after(base, days, is_open), today)


def new_day(
    ours: Commitment, theirs: Commitment, days: int, today: date, is_open: IsOpen
) -> NewDay | None:
    """The day to propose for ours, or None when it can stay as it is.

    A promise of ours without a day gets a proposal once theirs is kept.
    """
    proposed = earliest_day(theirs, days, today, is_open)
    if proposed is None:
        return None
    if ours.due is None:
        return None if theirs.is_open else NewDay(ours, theirs, proposed)
    if ours.is_late(today) and not theirs.is_open:
        # Theirs came in time and ours is simply late: no reason to ask for another day.
        came = theirs.closed_on or today
        if after(came, days, is_open) <= ours.due:
            return None
    return NewDay(ours, theirs, proposed) if proposed > ours.due else None

"""Reminders: what is said of itself, when it may be said, and that it is said once.

Nothing here looks at the clock. What was shown is kept as the earliest day on which it was, by
key; that is enough to be right whatever way the clock goes. A reminder is shown when it was not
shown on that day or on an earlier one. So a clock that stood in the future for a while loses
nothing when it comes back, and a clock that goes back and forth repeats nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.dutch_dates import distance, echo
from gesprekshulp.domain.ids import AppointmentId, CommitmentId

FEW = 3
"""So many promises are told one by one; more of them together."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """One notification. `key` recognises it; what it is about opens when it is clicked.

    `brief` is what a bar over the page says instead of `text`, when that would cover too much.
    """

    key: str
    title: str
    text: str
    appointment_id: AppointmentId | None = None
    commitment_id: CommitmentId | None = None
    brief: str = ""


@dataclass(frozen=True, slots=True)
class Quiet:
    """When no reminder is shown: from one local time until another, and in the weekend.

    Equal times mean that no part of the day is quiet.
    """

    begins: time = time(18)
    ends: time = time(8)
    weekend: bool = True

    def holds(self, local: datetime) -> bool:
        """Whether it is quiet at a local moment."""
        if self.weekend and local.weekday() >= 5:
            return True
        at = local.time().replace(tzinfo=None)
        if self.begins <= self.ends:
            return self.begins <= at < self.ends
        return at >= self.begins or at < self.ends


def quiet(begins: str, ends: str, *, weekend: bool) -> Quiet:
    """Quiet hours from settings ("18:00"); a time that cannot be read leaves the day open."""
    try:
        return Quiet(time.fromisoformat(begins), time.fromisoformat(ends), weekend)
    except ValueError:
        return Quiet(time(), time(), weekend)


def is_fresh(key: str, shown: Mapping[str, date], today: date) -> bool:
    """Whether something was not shown yet, today or before."""
    return key not in shown or shown[key] > today


def remembered(keys: Iterable[str], shown: Mapping[str, date], today: date) -> dict[str, date]:
    """What to remember after showing these today: only what is new."""
    return {key: today for key in keys if is_fresh(key, shown, today)}


# --- promises ---


def due_key(id: str, due: date) -> str:
    """The key of "this is due today"; another day makes another key."""
    return f"toezegging {id} {due}"


def late_key(id: str, due: date) -> str:
    """The key of "this is too late"."""
    return f"te laat {id} {due}"


def event_key(id: str) -> str:
    """The key of "this still hangs on an event and has no day"."""
    return f"gebeurtenis {id}"


def snooze_key(id: str, until: datetime) -> str:
    """The key of "you wanted to hear of this again"."""
    return f"sluimer {id} {until.isoformat(timespec='seconds')}"


@dataclass(frozen=True, slots=True)
class ComingUp:
    """Identifiers of promises that are to be told now, and the keys by which they were told."""

    due_today: tuple[str, ...]
    late: tuple[str, ...]
    awake: tuple[str, ...]
    keys: tuple[str, ...]


def coming_up(
    due: Iterable[tuple[str, date]],
    snoozed: Mapping[str, datetime],
    shown: Mapping[str, date],
    now: datetime,
    today: date,
) -> ComingUp:
    """Which promises come up now, each at most once as due and once as too late.

    `due` are the open promises with their day up to today; `snoozed` says until which moment a
    promise is left alone. When that is over it comes up again, once, whatever its day.
    """
    due_today: list[str] = []
    late: list[str] = []
    awake: list[str] = []
    keys: list[str] = []
    for id, until in snoozed.items():
        key = snooze_key(id, until)
        if until <= now and is_fresh(key, shown, today):
            awake.append(id)
            keys.append(key)
    waking = frozenset(awake)
    for id, day in due:
        if day > today or (id in snoozed and snoozed[id] > now):
            continue
        key = due_key(id, day) if day == today else late_key(id, day)
        if is_fresh(key, shown, today):
            keys.append(key)
            if id not in waking:  # waking says what coming due would have said
                (due_today if day == today else late).append(id)
    return ComingUp(tuple(due_today), tuple(late), tuple(awake), tuple(keys))


def of_promises(
    title: str, many: str, promises: Iterable[tuple[Commitment, str]], count: int, today: date
) -> tuple[Reminder, ...]:
    """Promises told one by one when they are few, and together when they are many.

    `promises` come with their client's name; the first FEW are enough. `many` is what more of them
    are called, "toezeggingen zijn te laat".
    """
    listed = list(promises)
    if not listed:
        return ()
    if count <= FEW:
        return tuple(
            Reminder(f"{title} {item.id}", title, _in_words(item, client, today), None, item.id)
            for item, client in listed
        )
    first, client = listed[0]
    text = f"{count} {many}, eerst: {first.what} ({client})."
    return (Reminder(f"{title} {today}", title, text),)


def _in_words(item: Commitment, client: str, today: date) -> str:
    by = echo(item.due, today) if item.due else item.event
    when = f" ({by})" if by else ""
    return f"{client}: {item.what}{when}." if client else f"{item.what}{when}."


# --- talks and the day ---


def working_days_before(
    day: date, count: int, is_open: Callable[[date], bool] | None = None
) -> date:
    """The day that lies `count` working days before another.

    Without `is_open` only the weekend is looked at.
    """
    while count > 0:
        day -= timedelta(days=1)
        if is_open(day) if is_open else day.weekday() < 5:
            count -= 1
    return day


def overview(
    late: int, due_today: int, talks: int, today: date, whats: Sequence[str] = ()
) -> Reminder | None:
    """The morning overview, or None on a day without anything; `whats` name what is for today."""
    talking = ("1 gesprek" if talks == 1 else f"{talks} gesprekken") if talks else ""
    many = "1 toezegging" if due_today == 1 else f"{due_today} toezeggingen"
    due = f"{many} voor vandaag" if due_today else ""
    named = f"{due} ({'; '.join(whats)})" if due and whats else due
    too_late = f"{late} te laat" if late else ""
    text, brief = (
        ", ".join(filter(None, (talking, said, too_late))) + "." for said in (named, due)
    )
    if text == ".":
        return None
    return Reminder(f"overzicht {today}", "Uw dag", text, brief=brief)


def before_appointment(
    appointment_id: str, client: str, on: date, promises: tuple[Commitment, ...], today: date
) -> Reminder | None:
    """What is still open with a client whom we speak soon, or None when nothing is."""
    if not promises:
        return None
    count = "1 toezegging" if len(promises) == 1 else f"{len(promises)} toezeggingen"
    first = promises[0].what
    return Reminder(
        f"afspraak {appointment_id} {on}",
        f"{client}, {distance(on, today)}",
        f"Nog {count} open, eerst: {first}.",
        AppointmentId(appointment_id),
    )


def before_appointments(ahead: Sequence[Reminder], today: date) -> tuple[Reminder, ...]:
    """Those of several talks: one by one when they are few, and together when they are many."""
    if len(ahead) <= FEW:
        return tuple(ahead)
    text = f"Bij {len(ahead)} gesprekken die eraan komen staat nog iets open, eerst: "
    return (Reminder(f"afspraken {today}", "Voor uw gesprekken", f"{text}{ahead[0].title}."),)

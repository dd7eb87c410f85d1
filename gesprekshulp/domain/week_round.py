"""The Friday round (weekafsluiting): what is gone through, and what each client then reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.attention import SILENT_AFTER_DAYS, Relation
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.draft import Draft, Reader, Sender, draft
from gesprekshulp.domain.dutch_dates import day_and_year, long_day
from gesprekshulp.domain.ids import ClientId

OURS = (Side.US, Side.BOTH)
NOT_OURS = (Side.CLIENT, Side.THIRD)


@dataclass(frozen=True, slots=True)
class RoundItem:
    """A promise in the round, with its client's name."""

    commitment: Commitment
    client_name: str


@dataclass(frozen=True, slots=True)
class SilentClient:
    """A client whom we have not spoken to for long, with nothing planned; `days` since."""

    client_id: ClientId
    name: str
    last_contact_on: date
    days: int


@dataclass(frozen=True, slots=True)
class RoundPart:
    """One step of the round: the first of its promises, and how many there are in all."""

    items: tuple[RoundItem, ...]
    count: int

    @property
    def left_out(self) -> int:
        """How many there are more than shown."""
        return max(0, self.count - len(self.items))


@dataclass(frozen=True, slots=True)
class WeekRound:
    """The round of one week.

    `late` and `due_next_week` are ours, `waiting_for_client` what the client or a third party owes
    up to the end of next week, `vague` what has neither day nor event on any side, `hanging` what
    has an event but after WAITS_LONG_DAYS still no day.
    `silent_clients` are the longest silent first, `silent_count` how many there are in all.
    """

    late: RoundPart
    due_next_week: RoundPart
    waiting_for_client: RoundPart
    vague: RoundPart
    hanging: RoundPart
    silent_clients: tuple[SilentClient, ...]
    silent_count: int

    @property
    def without_day(self) -> RoundPart:
        """What has no day: first what is vague, then what hangs on an event."""
        return RoundPart(
            self.vague.items + self.hanging.items, self.vague.count + self.hanging.count
        )

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to go through."""
        parts = (self.late, self.due_next_week, self.waiting_for_client, self.without_day)
        return not any(part.count for part in parts) and not self.silent_count


@dataclass(frozen=True, slots=True)
class ClientDraft:
    """What to send to one client, and why: `reasons` are a few words each.

    `stopped` says why it may not go as it is; empty when it may.
    """

    client_id: ClientId
    client_name: str
    reasons: tuple[str, ...]
    draft: Draft
    stopped: str = ""


@dataclass(slots=True)
class ClientRound:
    """What is gathered of one client during the round."""

    client_id: ClientId
    name: str
    promises: list[Commitment] = field(default_factory=list[Commitment])
    silent_since: date | None = None


def next_week(today: date) -> tuple[date, date]:
    """Monday and Sunday of next week."""
    monday = today - timedelta(days=today.weekday()) + timedelta(days=7)
    return monday, monday + timedelta(days=6)


def silent(relation: Relation, today: date) -> SilentClient | None:
    """The client when it was silent for long and no talk is planned; otherwise None."""
    last = relation.last_contact_on
    if last is None or relation.next_appointment_on is not None:
        return None
    days = (today - last).days
    if days < SILENT_AFTER_DAYS:
        return None
    return SilentClient(relation.client_id, relation.name, last, days)


def client_draft(client: ClientRound, today: date, reader: Reader, sender: Sender) -> ClientDraft:
    """The one message to a client at the end of the round."""
    dated = [item for item in client.promises if item.due is not None]
    ours = [item for item in dated if item.side in OURS]
    theirs = [item for item in dated if item.side in NOT_OURS]
    hanging = [item for item in client.promises if item.due is None and item.event]
    vague = [item for item in client.promises if item.is_vague]
    late = [item for item in ours if item.is_late(today)]
    coming = [item for item in ours if not item.is_late(today)]
    reasons = [
        *_counted(len(late), "van ons te laat"),
        *_counted(len(coming), "van ons voor volgende week"),
        *_counted(len(theirs), "waarop wij wachten"),
        *_counted(len(vague), "zonder dag"),
        *_counted(
            len(hanging), "die ergens op wacht" if len(hanging) == 1 else "die op iets wachten"
        ),
        *(("lang niet gesproken",) if client.silent_since else ()),
    ]
    paragraphs: list[str] = []
    if client.promises:
        paragraphs.append("Graag zetten wij op een rij wat er tussen ons openstaat.")
    paragraphs += [
        _list("Nog van ons te ontvangen, later dan toegezegd:", late),
        _list("Van ons te ontvangen:", coming),
        _list("Dit ontvangen of horen wij graag nog:", theirs),
        _list("Hiervoor spreken wij graag een dag met u af:", vague),
        _list("Dit wacht nog ergens op. Is daar al iets over bekend?", hanging),
    ]
    if client.silent_since is not None:
        since = day_and_year(client.silent_since)
        paragraphs.append(
            f"Wij hebben elkaar sinds {since} niet gesproken. Wij horen graag hoe het gaat en of"
            " wij iets voor u kunnen doen."
        )
    if client.promises:
        paragraphs.append("Klopt er iets niet, of komt een dag u niet uit? Laat het ons dan weten.")
    subject = "Wat er tussen ons openstaat" if client.promises else "Hoe gaat het?"
    return ClientDraft(
        client.client_id,
        client.name,
        tuple(reasons),
        draft(reader, sender, subject, *paragraphs),
    )


def _list(heading: str, promises: Sequence[Commitment]) -> str:
    if not promises:
        return ""
    ordered = sorted(promises, key=lambda item: (item.due or date.max, item.what))
    return "\n".join((heading, *(f"- {_line(item)}" for item in ordered)))


def _line(item: Commitment) -> str:
    what = " ".join(item.what.split()).rstrip(".")
    who = f" ({item.who.strip()})" if item.side is Side.THIRD and item.who.strip() else ""
    if item.due is not None:
        return f"{what}{who}, uiterlijk {long_day(item.due)}"
    return f"{what}{who} ({item.event.strip()})" if item.event.strip() else f"{what}{who}"


def _counted(number: int, words: str) -> tuple[str, ...]:
    return (f"{number} {words}",) if number else ()

"""The steps of the Friday round, and what can be done with an item in each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt

from gesprekshulp.domain.week_round import RoundItem, RoundPart, SilentClient, WeekRound

Item = RoundItem | SilentClient


@dataclass(frozen=True, slots=True)
class Action:
    """What is done with an item: its name in code, the key, the words and the icon."""

    name: str
    key: Qt.Key
    words: str
    icon: str

    @property
    def letter(self) -> str:
        """The key as it stands on the keyboard."""
        return self.key.name[-1]


def _action(name: str, letter: str, words: str, icon: str) -> Action:
    return Action(name, Qt.Key[f"Key_{letter}"], words, icon)


_KEEP = _action("keep", "N", "Nagekomen", "vink")
_GOT = _action("keep", "N", "Ontvangen", "vink")
_MOVE = _action("move", "V", "Verzetten", "verzetten")
_DAY = _action("day", "D", "Dag kiezen", "agenda")
_REMIND = _action("send", "H", "Herinneren", "mail")
_TELL = _action("send", "H", "Klant inlichten", "mail")
_ASK = _action("send", "H", "Klant vragen", "mail")
_WRITE = _action("send", "H", "Bericht sturen", "mail")
_CALL = _action("call", "B", "Bellen", "telefoon")
_DROP = _action("drop", "L", "Laten vervallen", "kruis")
_SKIP = _action("skip", "S", "Overslaan", "rechts")
_FINE = _action("skip", "S", "Blijft zo", "rechts")

ALL_KEYS = (_KEEP, _MOVE, _DAY, _REMIND, _CALL, _DROP, _SKIP)


class RoundStep(Enum):
    """One step; `words` stand in the row of steps, `title` above its items."""

    LATE = ("Te laat", "Van ons te laat", (_KEEP, _MOVE, _TELL, _DROP, _SKIP))
    NEXT_WEEK = ("Volgende week", "Van ons voor volgende week", (_KEEP, _MOVE, _DROP, _FINE))
    WAITING = (
        "Wacht op klant",
        "Hier wachten wij op",
        (_GOT, _REMIND, _CALL, _MOVE, _DROP, _SKIP),
    )
    VAGUE = ("Vaag", "Nog zonder dag", (_DAY, _ASK, _DROP, _SKIP))
    SILENT = ("Stil", "Lang niet gesproken", (_CALL, _WRITE, _SKIP))

    def __init__(self, words: str, title: str, actions: tuple[Action, ...]) -> None:
        self.words = words
        self.title = title
        self.actions = actions

    @property
    def nothing(self) -> str:
        """What is said when the step holds nothing."""
        return {
            RoundStep.LATE: "Van ons is er niets te laat.",
            RoundStep.NEXT_WEEK: "Voor volgende week staat er niets van ons.",
            RoundStep.WAITING: "Wij wachten op niemand.",
            RoundStep.VAGUE: "Elke toezegging heeft een dag of een gebeurtenis.",
            RoundStep.SILENT: "Met iedereen is er kort geleden contact geweest.",
        }[self]

    def items(self, found: WeekRound) -> tuple[Item, ...]:
        """What there is to go through in this step."""
        part = self.part(found)
        return found.silent_clients if part is None else part.items

    def left_out(self, found: WeekRound) -> int:
        """How many there are more than are gone through."""
        part = self.part(found)
        if part is None:
            return max(0, found.silent_count - len(found.silent_clients))
        return part.left_out

    def part(self, found: WeekRound) -> RoundPart | None:
        """The promises of this step; None for the silent clients."""
        return {
            RoundStep.LATE: found.late,
            RoundStep.NEXT_WEEK: found.due_next_week,
            RoundStep.WAITING: found.waiting_for_client,
            RoundStep.VAGUE: found.without_day,
        }.get(self)


STEPS = tuple(RoundStep)
SENDING = len(STEPS)
"""The place after the last step: what to send."""


CLIENT = "klant:"


def key_of(item: Item) -> str:
    """By what an item is remembered: a promise's identifier, or a client's with a word before."""
    if isinstance(item, SilentClient):
        return f"{CLIENT}{item.client_id}"
    return item.commitment.id

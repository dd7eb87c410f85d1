"""Where somebody was in this week's round, remembered between two starts of the program."""

from __future__ import annotations

from datetime import date

from gesprekshulp.ui.shell.state import WindowState
from gesprekshulp.ui.week_round.steps import SENDING

_KEY = "weekafsluiting"
_SHORT = 12
"""So much of an identifier is enough to know it again; the window's state holds little."""


class RoundMemory:
    """The step, what was looked at, and of what a message is to be sent; another week is empty."""

    def __init__(self, state: WindowState) -> None:
        self._state = state
        self._week = ""
        self.step = 0
        self._seen: dict[str, None] = {}
        self._send: dict[str, None] = {}

    def open(self, today: date) -> None:
        """Take up this week's round where it was left."""
        number = today.isocalendar()
        self._week = f"{number.year}-{number.week}"
        here = self._state.get(f"{_KEY}/week") == self._week
        step = self._state.get(f"{_KEY}/stap") if here else ""
        self.step = min(int(step), SENDING) if step.isascii() and step.isdigit() else 0
        self._seen = self._read("gezien") if here else {}
        self._send = self._read("versturen") if here else {}

    def _read(self, name: str) -> dict[str, None]:
        return dict.fromkeys(self._state.get(f"{_KEY}/{name}").split())

    def _keep(self) -> None:
        self._state.put(f"{_KEY}/week", self._week)
        self._state.put(f"{_KEY}/stap", str(self.step))
        self._state.put(f"{_KEY}/gezien", " ".join(self._seen))
        self._state.put(f"{_KEY}/versturen", " ".join(self._send))

    def go(self, step: int) -> None:
        """Another step is open."""
        self.step = step
        self._keep()

    def see(self, key: str, *, send: bool = False) -> None:
        """An item was looked at; with `send` its client gets a message."""
        self._seen[key[:_SHORT]] = None
        if send:
            self._send[key[:_SHORT]] = None
        self._keep()

    def forget(self, key: str) -> None:
        """An item was not looked at after all, as after taking back what was done with it."""
        self._seen.pop(key[:_SHORT], None)
        self._send.pop(key[:_SHORT], None)
        self._keep()

    def was_seen(self, key: str) -> bool:
        """Whether an item was looked at this week."""
        return key[:_SHORT] in self._seen

    def is_sent(self, key: str) -> bool:
        """Whether a message is to be sent of it."""
        return key[:_SHORT] in self._send

    @property
    def seen(self) -> int:
        """How many items were looked at."""
        return len(self._seen)

    @property
    def to_send(self) -> tuple[str, ...]:
        """The beginnings of the identifiers of what is to be sent."""
        return tuple(self._send)

    def again(self) -> None:
        """Begin this week's round anew."""
        self.step = 0
        self._seen.clear()
        self._send.clear()
        self._keep()

"""Where somebody was in this week's round, remembered between two starts of the program."""

from __future__ import annotations

from datetime import date

from gesprekshulp.domain.ids import ClientId, CommitmentId
from gesprekshulp.ui.shell.state import WindowState
from gesprekshulp.ui.week_round.steps import CLIENT, SENDING

_KEY = "weekafsluiting"
_TOGETHER = 90
"""So many identifiers go into one text of the window's state."""


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
        found: list[str] = []
        while part := self._state.get(f"{_KEY}/{name}{len(found) // _TOGETHER}").split():
            found += part
            if len(part) < _TOGETHER:
                break
        return dict.fromkeys(found)

    def _write(self, name: str, keys: dict[str, None]) -> None:
        ordered = list(keys)
        for start in range(0, len(ordered) + 1, _TOGETHER):
            part = " ".join(ordered[start : start + _TOGETHER])
            self._state.put(f"{_KEY}/{name}{start // _TOGETHER}", part)

    def _keep(self) -> None:
        self._state.put(f"{_KEY}/week", self._week)
        self._state.put(f"{_KEY}/stap", str(self.step))
        self._write("gezien", self._seen)
        self._write("versturen", self._send)

    def go(self, step: int) -> None:
        """Another step is open."""
        self.step = step
        self._keep()

    def see(self, key: str, *, send: bool = False) -> None:
        """An item was looked at; with `send` its client gets a message."""
        self._seen[key] = None
        if send:
            self._send[key] = None
        self._keep()

    def forget(self, key: str) -> None:
        """An item was not looked at after all, as after taking back what was done with it."""
        self._seen.pop(key, None)
        self._send.pop(key, None)
        self._keep()

    def was_seen(self, key: str) -> bool:
        """Whether an item was looked at this week."""
        return key in self._seen

    def is_sent(self, key: str) -> bool:
        """Whether a message is to be sent of it."""
        return key in self._send

    @property
    def seen(self) -> int:
        """How many items were looked at."""
        return len(self._seen)

    @property
    def promises_to_send(self) -> list[CommitmentId]:
        """Of which promises their client gets a message."""
        return [CommitmentId(key) for key in self._send if not key.startswith(CLIENT)]

    @property
    def clients_to_write(self) -> list[ClientId]:
        """Which silent clients get a message."""
        return [ClientId(key[len(CLIENT) :]) for key in self._send if key.startswith(CLIENT)]

    def again(self) -> None:
        """Begin this week's round anew."""
        self.step = 0
        self._seen.clear()
        self._send.clear()
        self._keep()

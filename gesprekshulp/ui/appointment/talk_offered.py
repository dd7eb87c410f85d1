"""Promises in lines that were left before anybody said whether they are promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gesprekshulp.domain.ids import LineId
from gesprekshulp.domain.note import LineKind, NoteLine
from gesprekshulp.services.line_promises import Reading, suggestion
from gesprekshulp.ui.appointment.talk_document import words_of
from gesprekshulp.ui.context import Desk

if TYPE_CHECKING:
    from gesprekshulp.ui.appointment.talk_lines import TalkLines

SHORTEST = 8
"""Fewer letters hold no promise."""
LONGEST = 400
"""What is longer is read in the background: no key waits for it."""
_NEXT_MS = 15


class OfferedPromises(QObject):
    """Reads plain lines while nobody types, one at a time, and remembers which hold a promise.

    `changed` says that another line is offered, or no longer.
    """

    changed = Signal()

    def __init__(self, desk: Desk, lines: TalkLines) -> None:
        super().__init__(lines)
        self._desk = desk
        self._lines = lines
        self._read: dict[LineId, tuple[str, bool]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._read_next)

    def forget(self) -> None:
        """Another talk is shown."""
        self._timer.stop()
        self._read.clear()

    def rest(self) -> None:
        """Somebody types: read nothing now."""
        self._timer.stop()

    def read_on(self, after_ms: int = _NEXT_MS) -> None:
        """Go on reading in a moment."""
        self._timer.start(after_ms)

    def note(self, line: NoteLine, holds_promise: bool) -> None:
        """This line was read while it was typed."""
        self._read[line.id] = (words_of(line).strip(), holds_promise)

    def holds(self, line: NoteLine) -> bool:
        """Whether a plain line holds a promise that was neither taken nor refused."""
        known = self._read.get(line.id)
        return (
            known is not None
            and known[1]
            and line.kind is LineKind.NOTE
            and not line.not_a_commitment
            and known[0] == line.text.strip()
        )

    def index_before(self, index: int) -> int:
        """The nearest line above `index` that is still offered, else the last one; or -1."""
        document = self._lines.document
        assert document is not None
        places = [n for n, line in enumerate(document.lines) if n != index and self.holds(line)]
        above = [n for n in places if n < index]
        return max(above or places, default=-1)

    def _read_next(self) -> None:
        document = self._lines.document
        if document is None or not self._lines.isVisible():
            return
        for line in document.lines:
            words = line.text.strip() if line.kind is LineKind.NOTE else ""
            if line is document.line or len(words) < SHORTEST or line.not_a_commitment:
                continue
            known = self._read.get(line.id)
            if known is not None and known[0] == words:
                continue
            if len(words) > LONGEST:
                self._read_long(line.id, words)
                return
            self._found(line.id, words, suggestion(words, self._desk.today(), self._lines.voices))
            return

    def _read_long(self, line_id: LineId, words: str) -> None:
        self._desk.background.run(
            suggestion, words, self._desk.today(), self._lines.voices,
            done=lambda found: self._found(line_id, words, found), owner=self,
        )  # fmt: skip

    def _found(self, line_id: LineId, words: str, found: Reading | None) -> None:
        known = self._read.get(line_id)
        self._read[line_id] = (words, found is not None)
        if found is not None or (known is not None and known[1]):
            self.changed.emit()
        self._timer.start(_NEXT_MS)

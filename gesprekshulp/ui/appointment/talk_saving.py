"""Keeping the lines of a talk: within a second of the last key, and while typing goes on."""

from PySide6.QtCore import QObject, QTimer, Signal

from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import LineId
from gesprekshulp.domain.note import LineKind
from gesprekshulp.services import notes
from gesprekshulp.services.line_registers import Registers
from gesprekshulp.ui.appointment.talk_document import TalkDocument
from gesprekshulp.ui.context import Desk

SAVE_MS = 400
"""After the last key; together with the write this stays well within a second."""
SAVE_AT_MOST_MS = 900
_AGAIN_MS = 5_000


class LineSaver(QObject):
    """Says when it is time to save (`due`), and saves. `kept` gives the registers after a save."""

    due = Signal()
    kept = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._typing: LineId | None = None
        self._soon = self._timer(SAVE_MS)
        self._latest = self._timer(SAVE_AT_MOST_MS)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.due)
        return timer

    def touch(self) -> None:
        """Something was typed."""
        self._soon.start()
        if not self._latest.isActive():
            self._latest.start()

    def forget(self) -> None:
        """Another talk is shown."""
        self._typing = None

    def save(self, document: TalkDocument, typing: LineId | None) -> None:
        """Keep what changed. `typing` is the line with the cursor, whose promise is not settled."""
        self._soon.stop()
        self._latest.stop()
        changed, removed = document.changes()
        # A promise whose line was left begins its history now.
        settled = self._typing in (None, typing)
        if not changed and not removed and settled:
            return
        try:
            kept = notes.keep_lines(
                self._desk.archive,
                self._desk.clock,
                document.line.appointment_id,
                changed,
                removed,
                typing,
            )
        except UserError as error:
            # Nothing typed is lost: it stays on the screen and is tried again.
            self._desk.error(error.sentence)
            self._soon.start(_AGAIN_MS)
            self._soon.setInterval(SAVE_MS)
            return
        document.saved(kept.lines, removed)
        self._typing = typing if document.line.kind is LineKind.COMMITMENT else None
        self.kept.emit(kept.registers)


def as_before(before: Registers, now: Registers) -> Registers:
    """The registers now, with what did not change as the same objects, so that looks are kept."""
    promises = dict(now.commitments)
    for id, promise in before.commitments.items():
        if promises.get(id) == promise:
            promises[id] = promise
    wishes = dict(now.wishes)
    for id, wish in before.wishes.items():
        if wishes.get(id) == wish:
            wishes[id] = wish
    decisions = dict(now.decisions)
    for id, decision in before.decisions.items():
        if decisions.get(id) == decision:
            decisions[id] = decision
    return Registers(promises, decisions, wishes)

"""The report is read for remarks in the background, after a pause in typing."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from gesprekshulp.domain.ids import AppointmentId, ClientId
from gesprekshulp.domain.remark import Remark, RemarkKind
from gesprekshulp.language.spelling import Speller
from gesprekshulp.services import checking, checking_words
from gesprekshulp.services.checking import Checked
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.context import Desk

_PAUSE_MS = 400
_MOST_WORDS = 60


def _suggested(archive: Archive, client_id: ClientId | None, word: str) -> tuple[str, ...]:
    """On a worker: what may have been meant by a word. Takes up to 0.4 s."""
    return Speller.load(checking_words.known_words(archive, client_id)).suggest(word)


class ReportChecking(QObject):
    """Reads one report again whenever it is asked to.

    `found` gives what there is (Checked); what was found in a text that has changed since is
    dropped. `suggested` tells that there are suggestions for a word.
    """

    found = Signal(object)
    suggested = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id: AppointmentId | None = None
        self._client_id: ClientId | None = None
        self._turn = 0
        self._is_reading = False
        self._suggestions: dict[str, tuple[str, ...]] = {}
        self._wanted: list[str] = []
        self._asking = ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._read)

    def follow(self, id: AppointmentId, client_id: ClientId | None) -> None:
        """Read this report: at once when it is another one, else once it stays the same.

        What was being found in the text before is dropped.
        """
        fresh = id != self._id
        if client_id != self._client_id:
            self._suggestions.clear()
        self._id, self._client_id = id, client_id
        self._turn += 1
        self._pause.start(0 if fresh else _PAUSE_MS)

    def close(self) -> None:
        """Stop reading: the version can no longer be changed, or nothing is shown."""
        self._id = None
        self._turn += 1
        self._pause.stop()

    def rest(self) -> None:
        """Look for no more suggestions: nobody sees the report. Following it goes on with them."""
        self._wanted = []

    def suggestions(self, word: str) -> tuple[str, ...] | None:
        """What may have been meant by a word; None when that is not known yet."""
        return self._suggestions.get(word)

    def _read(self) -> None:
        if self._id is None:
            return
        if self._is_reading:  # one at a time; the next begins when that one is over
            return
        turn, id, desk = self._turn, self._id, self._desk
        self._is_reading = True

        def over() -> None:
            self._is_reading = False
            if turn != self._turn and self._id is not None and not self._pause.isActive():
                self._pause.start(_PAUSE_MS)

        def done(checked: Checked) -> None:
            if turn == self._turn:
                self.found.emit(checked)
                self._ask_for(checked.remarks)

        job = desk.background.run(
            checking.check, desk.archive, desk.clock, id,
            done=done, failed=lambda error: desk.error(error.sentence), owner=self,
        )  # fmt: skip
        job.over.connect(over)

    def _ask_for(self, remarks: tuple[Remark, ...]) -> None:
        words = dict.fromkeys(one.found for one in remarks if one.kind is RemarkKind.SPELLING)
        known = self._suggestions
        self._wanted = [word for word in words if word not in known][:_MOST_WORDS]
        self._ask_next()

    def _ask_next(self) -> None:
        if self._asking or not self._wanted:
            return
        word = self._asking = self._wanted.pop(0)

        def done(found: tuple[str, ...]) -> None:
            self._asking = ""
            self._suggestions[word] = found
            self.suggested.emit(word)
            self._ask_next()

        def failed(_: object) -> None:
            self._asking = ""

        desk = self._desk
        desk.background.run(
            _suggested, desk.archive, self._client_id, word,
            done=done, failed=failed, owner=self,
        )  # fmt: skip

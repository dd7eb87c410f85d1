"""What is known about words, for all fields of one client; looked up on a worker, never here."""

from PySide6.QtCore import SIGNAL, QObject, QTimer, Signal

from gesprekshulp.domain.ids import ClientId
from gesprekshulp.language.spelling import SpelledWord, Speller, words_of
from gesprekshulp.services import checking_words
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.context import Desk

MEMORY = "spelling"
"""The name by which a desk is asked whether it has a memory, without importing this."""

_PAUSE = 250
_SETTLE = 1500
_AT_ONCE = 40


def _loaded(archive: Archive, client_id: ClientId | None) -> Speller | None:
    """On a worker: a speller with the office's words; None when spelling is switched off."""
    if "spelling" in checking_words.rules_off(archive):
        return None
    return Speller.load(checking_words.known_words(archive, client_id))


def _looked_up(speller: Speller, words: tuple[str, ...]) -> None:
    for word in words:
        speller.knows(word)


class SpellingMemory(QObject):
    """Says of a word at once whether it is right, wrong, or not known yet.

    What is not known is asked after a pause, and `learned` tells when there is an answer.
    """

    learned = Signal()

    def __init__(self, desk: Desk, client_id: ClientId | None) -> None:
        super().__init__(desk)
        self.setObjectName(MEMORY)
        self._desk = desk
        self._client_id = client_id
        self._speller: Speller | None = None
        self._passed_over: set[str] = set()
        self._wanted: set[str] = set()
        self._is_asking = False
        self._is_stale = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask)
        # Names and words may have changed with anything that is saved.
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settle.timeout.connect(self._reload_if_watched)
        desk.changed.connect(self._settle.start)
        self.reload()

    @classmethod
    def of(cls, desk: Desk, client_id: ClientId | None) -> "SpellingMemory":
        """The one memory of a desk for a client, or for texts about none."""
        for child in desk.children():
            if isinstance(child, SpellingMemory) and child._client_id == client_id:
                if child._is_stale:
                    child.reload()
                return child
        return cls(desk, client_id)

    @property
    def speller(self) -> Speller | None:
        """The speller; None until it is loaded, and when spelling is switched off."""
        return self._speller

    def _reload_if_watched(self) -> None:
        # Of a day's clients most have no field on the screen any more.
        self._is_stale = self.receivers(SIGNAL("learned()")) == 0
        if not self._is_stale:
            self.reload()

    def reload(self) -> None:
        """Read the office's words again."""
        self._is_stale = False
        self._desk.background.run(
            _loaded, self._desk.archive, self._client_id,
            done=self._ready, failed=lambda _: None, owner=self,
        )  # fmt: skip

    def misspelt(self, text: str, typing_at: int = -1) -> list[SpelledWord]:
        """The words of a text that are known to be wrong; the rest is asked for.

        The word that ends at `typing_at` is still being typed, and left alone.
        """
        speller = self._speller
        if speller is None:
            return []
        found: list[SpelledWord] = []
        for word in words_of(text):
            if word.end == typing_at or (word.word[0].isupper() and not word.opens):
                continue
            if word.word in self._passed_over:
                continue
            verdict = speller.remembers(word.word)
            if verdict is None:
                self._wanted.add(word.word)
                self._pause.start()
            elif not verdict:
                found.append(word)
        return found

    def pass_over(self, word: str) -> None:
        """Say nothing of a word until the program is closed."""
        self._passed_over.add(word.replace("’", "'"))
        self.learned.emit()

    def add(self, word: str, *, for_client: bool) -> None:
        """Put a word in the list of the office, or of this client; can be taken back."""
        client_id = self._client_id if for_client else None
        kept = checking_words.add_word(self._desk.archive, word, client_id)

        def undo() -> None:
            checking_words.remove_word(self._desk.archive, kept, client_id)
            self._desk.wrote()
            self.reload()

        self.reload()
        self._desk.wrote()
        self._desk.toast(f"“{kept}” staat in de woordenlijst.", undo)

    def _ready(self, speller: Speller | None) -> None:
        before, self._speller = self._speller, speller
        if (before and before.words) != (speller and speller.words):
            self.learned.emit()

    def _ask(self) -> None:
        speller = self._speller
        if self._is_asking or speller is None or not self._wanted:
            return
        some = tuple(self._wanted)[:_AT_ONCE]
        self._wanted.difference_update(some)
        self._is_asking = True
        self._desk.background.run(_looked_up, speller, some, done=self._answered, owner=self)

    def _answered(self, _: object) -> None:
        self._is_asking = False
        self.learned.emit()
        if self._wanted:
            self._pause.start()

"""A desk for tests of one page: a real archive, and a window that remembers what it was told."""

from __future__ import annotations

from collections.abc import Callable

from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.background import Background
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.shell.state import WindowState


class ToldWindow:
    """Stands in for the window."""

    state: WindowState

    def __init__(self) -> None:
        self.went: list[tuple[str, dict[str, object]]] = []
        self.told: list[str] = []
        self.failed: list[str] = []
        self.undo: Callable[[], object] | None = None

    def go(self, page: str, **where: object) -> None:
        self.went.append((page, where))

    def go_back(self) -> None:
        self.went.append(("terug", {}))

    def tell(self, text: str, undo: Callable[[], object] | None = None, **_: object) -> None:
        self.told.append(text)
        self.undo = undo

    def remind(self, text: str, act: Callable[[], object], **_: object) -> None:
        self.tell(text, act)

    def fail(self, sentence: str) -> None:
        self.failed.append(sentence)

    def forget_failure(self) -> None:
        self.failed.clear()


def a_desk(archive: Archive, clock: Clock) -> tuple[Desk, ToldWindow]:
    window = ToldWindow()
    window.state = WindowState(archive.path.parent)
    return Desk(archive, clock, Background(), window), window

"""What every page gets: the archive, the clock, background work and the way to other pages."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from gesprekshulp.ui.background import Background

if TYPE_CHECKING:
    from gesprekshulp.services.clock import Clock
    from gesprekshulp.storage.archive import Archive
    from gesprekshulp.ui.shell.state import WindowState


class Window(Protocol):
    """What a desk needs of the window. `state` remembers small things between two starts."""

    state: "WindowState"

    def go(self, page: str, **where: object) -> None:
        """Open a page."""
        ...

    def go_back(self) -> None:
        """Open the page before this one."""
        ...

    def tell(
        self,
        text: str,
        undo: Callable[[], object] | None = None,
        *,
        action: str = "Ongedaan maken",
    ) -> None:
        """Say what was done."""
        ...

    def remind(self, text: str, act: Callable[[], object], *, action: str) -> None:
        """Remind of something once nothing else is said."""
        ...

    def fail(self, sentence: str) -> None:
        """Say what went wrong."""
        ...

    def forget_failure(self) -> None:
        """What went wrong before is mended or tried anew."""
        ...


class Desk(QObject):
    """The surroundings of a page; made once, in `app.py`.

    `changed` is emitted after every write, so that open pages and the sidebar's counts refresh.
    """

    changed = Signal()

    def __init__(
        self, archive: "Archive", clock: "Clock", background: Background, shell: Window
    ) -> None:
        super().__init__()
        self.archive = archive
        self.clock = clock
        self.background = background
        self.shell = shell
        background.failed = lambda error: self.error(error.sentence)

    def today(self) -> date:
        """Today, or the day that stands in for it."""
        return self.clock.today()

    def go(self, page: str, **where: object) -> None:
        """Open a page, for instance `go("klant", id=...)`."""
        self.shell.go(page, **where)

    def back(self) -> None:
        """Go back to the page before."""
        self.shell.go_back()

    def toast(
        self,
        text: str,
        undo: Callable[[], object] | None = None,
        *,
        action: str = "Ongedaan maken",
    ) -> None:
        """Say what was done; `undo` is called when the user takes it back.

        With another `action` ("Openen") the button does that instead.
        """
        self.shell.tell(text, undo, action=action)

    def remind(self, text: str, act: Callable[[], object], *, action: str) -> None:
        """Remind of something once the bar says nothing else; `action` names what `act` does."""
        self.shell.remind(text, act, action=action)

    def error(self, sentence: str) -> None:
        """Say in one sentence what went wrong."""
        self.shell.fail(sentence)

    def forget_error(self) -> None:
        """Take the last error away: what it was about is tried anew."""
        self.shell.forget_failure()

    def wrote(self) -> None:
        """Tell everyone that the archive changed."""
        self.changed.emit()

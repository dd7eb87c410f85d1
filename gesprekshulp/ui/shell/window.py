"""What is in the main window: the sidebar, the pages, and the way from one to another."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QWidget

from gesprekshulp.ui.shell.page import Chrome, Page
from gesprekshulp.ui.shell.sidebar import Sidebar
from gesprekshulp.ui.shell.state import WindowState
from gesprekshulp.ui.theme.icons import app_icon
from gesprekshulp.ui.theme.palette import colours, set_surface
from gesprekshulp.ui.theme.tokens import SIZE
from gesprekshulp.ui.widgets.toast import UNDO, Toast

_REMEMBERED = 50


@dataclass(slots=True)
class _Known:
    """A page that can be asked for; made when it is."""

    title: str
    factory: Callable[[], Page]
    page: Page | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    page: str
    where: dict[str, object] = field(default_factory=dict)


class Shell(QWidget):
    """Everything inside the window. Pages are registered by name and made when first opened.

    `filesDropped` gives the files dropped anywhere on the window that no widget took.
    `search_asked` is Ctrl+K, `undo_asked` Ctrl+Z while no message offers to undo. `page_changed`
    gives the name of the page that came in view.
    """

    filesDropped = Signal(list)  # noqa: N815  the name Qt would give it
    search_asked = Signal()
    undo_asked = Signal()
    page_changed = Signal(str)

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = WindowState(folder)
        self._known: dict[str, _Known] = {}
        self._entries: list[tuple[str, str, str, bool]] = []
        self._counts: dict[str, tuple[str, str]] = {}
        self._names = ("", "", "")
        self._back: list[_Place] = []
        self._forward: list[_Place] = []
        self._now: _Place | None = None
        self._rail: Sidebar | None = None
        self._sidebar: Sidebar | None = None
        self.setWindowTitle("Gesprekshulp")
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(True)
        set_surface(self, "page")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        # Otherwise a page with the sidebar beside it keeps the window too wide for the rail.
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._stack = QStackedWidget()
        self._row.addWidget(self._stack, 1)
        self.toast = Toast(self)
        self.toast.undo_asked.connect(self.undo_asked)
        self._add_keys()
        self.resize(1280, 800)

    def _add_keys(self) -> None:
        for keys, act in (
            (QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_K), self.search_asked.emit),
            (QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Left), self.go_back),
            (QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Right), self.go_forward),
        ):
            QShortcut(keys, self, act)
        QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), self, self._help)

    def _help(self) -> None:
        if "hulp" in self._known and self.current() != "hulp":
            self.go("hulp")

    # Pages

    def register(
        self,
        name: str,
        title: str,
        icon: str,
        factory: Callable[[], Page],
        *,
        entry: bool = True,
        below: bool = False,
    ) -> None:
        """Make a page known. With `entry` it stands in the sidebar (`below`: at the bottom).

        The first nine entries get Ctrl+1 to Ctrl+9.
        """
        self._known[name] = _Known(title, factory)
        if not entry:
            return
        self._entries.append((name, title, icon, below))
        for side in (self._sidebar, self._rail):
            if side is not None:
                side.add_entry(name, title, icon, below=below)
        if len(self._entries) <= 9:
            number = Qt.Key(Qt.Key.Key_0 + len(self._entries))
            keys = QKeySequence(Qt.Modifier.CTRL | number)
            QShortcut(keys, self, lambda: self.go(name))

    def page(self, name: str) -> Page:
        """A page by name; made now when it was not opened before."""
        known = self._known[name]
        if known.page is None:
            known.page = known.factory()
            self._stack.addWidget(known.page)
        return known.page

    def current(self) -> str:
        """The name of the page in view, or "" before the first."""
        return self._now.page if self._now else ""

    def go(self, page: str, **where: object) -> None:
        """Open a page; what was open can be found back with Alt+Left."""
        if page not in self._known:
            raise KeyError(page)
        if self._now is not None:
            self._back.append(self._here())
            del self._back[:-_REMEMBERED]
        self._forward.clear()
        self._open(_Place(page, dict(where)))

    def go_back(self) -> None:
        """Open what was open before."""
        if self._back and self._now is not None:
            self._forward.append(self._here())
            self._open(self._back.pop())

    def go_forward(self) -> None:
        """Open what was open before going back."""
        if self._forward and self._now is not None:
            self._back.append(self._here())
            self._open(self._forward.pop())

    def go_last(self, default: str) -> None:
        """Open the last place of the previous time, or `default`."""
        page, where = self.state.last_place()
        if page in self._known:
            self.go(page, **where)
        else:
            self.go(default)

    def _here(self) -> _Place:
        """The place in view as the page itself describes it now."""
        assert self._now is not None
        page = self._known[self._now.page].page
        described = page.place() if page is not None else {}
        return _Place(self._now.page, {**self._now.where, **described})

    def _open(self, place: _Place) -> None:
        if self._now is not None and (old := self._known[self._now.page].page) is not None:
            old.leave()
        page = self.page(place.page)
        if self._now is not None and place.page != self._now.page:
            # It was about the page that is left.
            self.toast.forget_failure()
        self._now = place
        # Otherwise Qt gives the focus, ring and all, to the first button of the new page, or when
        # the window comes back from a dialog to that of the bar: the next Enter would undo.
        self._stack.setFocus(Qt.FocusReason.OtherFocusReason)
        page.open(**place.where)
        # First what stands beside it, then the page: it is laid out once, at the width it gets.
        before = self._stack.currentWidget()
        if before is not None and before is not page:
            before.hide()
        self._show_chrome()
        self._row.activate()
        self._stack.setCurrentWidget(page)
        self.refresh_title()
        self.page_changed.emit(place.page)

    def refresh_title(self) -> None:
        """Take over the title of the page in view, after it opened something else."""
        if self._now is None:
            return
        known = self._known[self._now.page]
        title = known.page.title if known.page is not None else ""
        words = f"{title or known.title} · Gesprekshulp"
        self.setWindowTitle(words)
        self.window().setWindowTitle(words)

    # What stands left

    def _show_chrome(self) -> None:
        """Show the sidebar, the rail or nothing, as the page and the width ask."""
        if self._now is None:
            return
        page = self.page(self._now.page)
        chrome = page.chrome
        if chrome is Chrome.SIDEBAR and self.width() < SIZE.rail_below:
            chrome = Chrome.RAIL
        active = page.entry or self._now.page
        if chrome is Chrome.SIDEBAR and self._sidebar is None:
            self._sidebar = self._make_side(narrow=False)
        if chrome is Chrome.RAIL and self._rail is None:
            self._rail = self._make_side(narrow=True)
        for side, wanted in ((self._sidebar, Chrome.SIDEBAR), (self._rail, Chrome.RAIL)):
            if side is not None:
                side.setVisible(chrome is wanted)
                side.set_active(active)

    def _make_side(self, *, narrow: bool) -> Sidebar:
        side = Sidebar(narrow=narrow)
        for name, title, icon, below in self._entries:
            side.add_entry(name, title, icon, below=below)
        for name, (count, late) in self._counts.items():
            side.set_count(name, count, late)
        side.asked.connect(self.go)
        side.search_asked.connect(self.search_asked)
        self._row.insertWidget(0, side)
        self._name_side(side)
        return side

    def set_count(self, page: str, count: int | None, *, late: int = 0) -> None:
        """Show a number at a sidebar entry, or "2 te laat" in its place."""
        words = f"{count:,}".replace(",", ".") if count else ""
        texts = (words, f"{late:,} te laat".replace(",", ".") if late else "")
        self._counts[page] = texts
        for side in (self._sidebar, self._rail):
            if side is not None:
                side.set_count(page, *texts)

    def set_names(self, firm: str, user: str, saved: str) -> None:
        """Show the firm at the top, and the user and when was saved ("Bewaard om 09:12") below."""
        self._names = (firm, user, saved)
        for side in (self._sidebar, self._rail):
            if side is not None:
                self._name_side(side)

    def _name_side(self, side: Sidebar) -> None:
        firm, user, saved = self._names
        side.place.setText(firm)
        side.user.setText(user)
        side.saved.setText(saved)

    # Messages

    def tell(
        self, text: str, undo: Callable[[], object] | None = None, *, action: str = UNDO
    ) -> None:
        """Say what was done, at the bottom of the window."""
        self.toast.tell(text, undo, action=action)

    def remind(self, text: str, act: Callable[[], object], *, action: str) -> None:
        """Remind of something, at the bottom of the window, once nothing else is said there."""
        self.toast.remind(text, act, action=action)

    def fail(self, sentence: str) -> None:
        """Say what went wrong, at the bottom of the window."""
        self.toast.fail(sentence)

    def forget_failure(self) -> None:
        """What went wrong before is mended or tried anew."""
        self.toast.forget_failure()

    # Qt

    def minimumSizeHint(self) -> QSize:
        return QSize(900, 600)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_chrome()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.filesDropped.emit(files)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._now is not None:
            here = self._here()
            self.page(here.page).leave()
            where = {key: value for key, value in here.where.items() if isinstance(value, str)}
            self.state.put_last_place(here.page, where)
        self.state.put_window(self.window().saveGeometry(), colours(self).page)
        self.state.save()
        super().closeEvent(event)

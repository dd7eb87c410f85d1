"""The one way to do slow work without holding up the window.

`run` calls a function on a worker thread. Its result, or the UserError it raised, comes back on the
window's thread. Any other exception is a bug: it is raised again on the window's thread, where
`sys.excepthook` (and a test) sees it. A worker never touches a widget.
"""

from collections.abc import Callable
from threading import Event
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from gesprekshulp.domain.errors import UserError


class Cancelled(Exception):
    """Raised inside a function at its next `report` after its job was cancelled."""


class Job(QObject):
    """One piece of work under way. `over` comes at its end, whatever came of it."""

    over = Signal()
    _finished = Signal(object)
    _failed = Signal(object)
    _progressed = Signal(int, int)

    def __init__(
        self,
        parent: QObject,
        done: Callable[[Any], object] | None,
        failed: Callable[[UserError], object],
        progress: Callable[[int, int], object] | None,
        owner: QObject | None,
    ) -> None:
        super().__init__(parent)
        self._done = done
        self._on_failed = failed
        self._progress = progress
        self._owner = owner
        self._stop = Event()
        self.is_running = True
        queued = Qt.ConnectionType.QueuedConnection
        self._finished.connect(self._finish, queued)
        self._failed.connect(self._fail, queued)
        self._progressed.connect(self._tell, queued)

    def cancel(self) -> None:
        """Stop at the function's next `report`; neither done nor failed is called any more."""
        self._stop.set()

    def report(self, done: int, total: int) -> None:
        """Called by the function on its worker: how far it is. Raises Cancelled when cancelled."""
        if self._stop.is_set():
            raise Cancelled
        self._progressed.emit(done, total)

    def _wanted(self) -> bool:
        if self._stop.is_set():
            return False
        return self._owner is None or shiboken6.isValid(self._owner)

    @Slot(object)
    def _finish(self, result: object) -> None:
        self.is_running = False
        wanted = self._wanted()
        self.deleteLater()
        self.over.emit()
        if wanted and self._done is not None:
            self._done(result)

    @Slot(object)
    def _fail(self, error: BaseException) -> None:
        self.is_running = False
        wanted = self._wanted()
        self.deleteLater()
        self.over.emit()
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, UserError):
            raise error
        if wanted:
            self._on_failed(error)

    @Slot(int, int)
    def _tell(self, done: int, total: int) -> None:
        if self._progress is not None and self._wanted():
            self._progress(done, total)


class _Work(QRunnable):
    def __init__(self, job: Job, work: Callable[[], object]) -> None:
        super().__init__()
        self._job = job
        self._work = work

    def run(self) -> None:
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001  not swallowed: raised again on the window's thread
            self._send(self._job._failed, error)
        else:
            self._send(self._job._finished, result)

    def _send(self, signal: Any, value: object) -> None:
        # The window may have gone while the work went on.
        if shiboken6.isValid(self._job):
            signal.emit(value)


class Background(QObject):
    """Runs functions on worker threads. `failed` is what happens to a UserError by default."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        failed: Callable[[UserError], object] | None = None,
        threads: int = 2,
    ) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        # The archive keeps a connection for each thread, so threads are kept as well.
        self._pool.setExpiryTimeout(-1)
        self.failed: Callable[[UserError], object] = failed or (lambda _: None)

    def run(
        self,
        function: Callable[..., Any],
        *args: Any,
        done: Callable[[Any], object] | None = None,
        failed: Callable[[UserError], object] | None = None,
        progress: Callable[[int, int], object] | None = None,
        owner: QObject | None = None,
    ) -> Job:
        """Call `function(*args)` on a worker and `done(result)` on this thread.

        With `progress`, the function gets a further argument by name, `report(done, total)`, which
        it calls now and then. When `owner` (a page, a dialog) has gone by the time the result is
        there, the result is dropped.
        """
        job = Job(self, done, failed or self._default, progress, owner)

        def work() -> object:
            return function(*args, report=job.report) if progress else function(*args)

        self._pool.start(_Work(job, work))
        return job

    def wait(self, milliseconds: int = 10_000) -> bool:
        """Wait until all work is over, before the archive is closed."""
        return self._pool.waitForDone(milliseconds)

    def _default(self, error: UserError) -> None:
        self.failed(error)

import threading
import time

import pytest
from PySide6.QtCore import QObject

from gesprekshulp.domain.errors import UserError
from gesprekshulp.ui.background import Background


@pytest.fixture
def background(qapp):
    made = Background()
    yield made
    assert made.wait()


def test_the_result_comes_back_on_the_thread_of_the_window(background, qtbot):
    seen = []
    background.run(
        lambda a, b: (a + b, threading.get_ident()),
        1,
        2,
        done=lambda result: seen.append((result, threading.get_ident())),
    )
    qtbot.waitUntil(lambda: bool(seen))
    (total, worker), window = seen[0]
    assert total == 3
    assert window == threading.get_ident() != worker


def refuse() -> None:
    raise UserError("Het bestand is leeg.")


def test_what_a_user_can_mend_goes_to_failed(background, qtbot):
    seen: list[str] = []
    background.run(refuse, done=seen.append, failed=lambda error: seen.append(error.sentence))
    qtbot.waitUntil(lambda: seen == ["Het bestand is leeg."])


def test_without_failed_the_window_is_told(background, qtbot):
    seen: list[str] = []
    background.failed = lambda error: seen.append(error.sentence)
    background.run(refuse)
    qtbot.waitUntil(lambda: seen == ["Het bestand is leeg."])


def test_a_bug_stays_visible_as_a_bug(background, qtbot):
    def bug() -> None:
        raise ZeroDivisionError("oeps")

    with qtbot.captureExceptions() as caught:
        job = background.run(bug, failed=lambda error: pytest.fail("not the user's doing"))
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    assert job is not None


def test_progress_is_told_while_the_work_goes_on(background, qtbot):
    told: list[tuple[int, int]] = []
    done: list[str] = []

    def work(name: str, *, report) -> str:
        for number in range(3):
            report(number + 1, 3)
        return name

    background.run(
        work, "klaar", done=done.append, progress=lambda now, total: told.append((now, total))
    )
    qtbot.waitUntil(lambda: done == ["klaar"])
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_cancelled_job_stops_and_says_nothing(background, qtbot):
    started, ended = threading.Event(), threading.Event()

    def work(*, report) -> None:
        started.set()
        try:
            while True:
                report(0, 1)
                time.sleep(0.005)
        finally:
            ended.set()

    told: list[object] = []
    job = background.run(work, done=told.append, failed=told.append, progress=lambda *_: None)
    assert started.wait(5)
    job.cancel()
    assert ended.wait(5)
    qtbot.wait(20)
    assert told == []


def test_a_result_for_a_page_that_has_gone_is_dropped(background, qtbot):
    import shiboken6

    page, release, told = QObject(), threading.Event(), []
    background.run(release.wait, 5, done=told.append, owner=page)
    shiboken6.delete(page)
    release.set()
    assert background.wait()
    qtbot.wait(20)
    assert told == []

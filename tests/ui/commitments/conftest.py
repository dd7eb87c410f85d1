"""An office with a few promises, and the page Toezeggingen over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.services import commitments
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.commitments.page import CommitmentsPage
from gesprekshulp.ui.context import Desk
from tests.office import DAY, a_client, a_commitment, a_person
from tests.ui.answers import Answers
from tests.ui.desks import ToldWindow, a_desk
from tests.ui.windows import words_in


def in_days(days: int) -> date:
    """A day by its distance from today, a Thursday."""
    return DAY + timedelta(days=days)


def words(widget: QWidget) -> Sequence[str]:
    """Every text in a widget, once what was just put in it is shown."""
    QApplication.processEvents()
    return words_in(widget)


@dataclass(slots=True)
class Office:
    """The page with its surroundings."""

    desk: Desk
    window: ToldWindow
    page: CommitmentsPage
    halm: Client
    brinkhof: Client

    def stored(self, what: str) -> Commitment:
        """A promise as it stands in the archive."""
        with self.desk.archive.reading() as work:
            return next(item for item in work.commitments.all() if item.what == what)

    def lines(self) -> list[str]:
        """What the list shows."""
        model = self.page.model
        return [model.row_at(n).text for n in range(model.rowCount())]

    def choose(self, what: str) -> Commitment:
        """Select a promise and open its panel."""
        promise = self.stored(what)
        self.page.open(commitment_id=promise.id)
        return promise


@pytest.fixture
def office(archive: Archive, clock: Clock, qtbot: QtBot) -> Iterator[Office]:
    halm, brinkhof = a_client(), a_client("Brinkhof Logistiek")
    with archive.transaction(None) as work:
        work.clients.save_all((halm, brinkhof))
        work.people.save(a_person(halm, email="annet@halm.example"))
    for promise in (
        a_commitment(
            brinkhof, "wagenlijst aanleveren", due=in_days(-3), side=Side.CLIENT, who="Bert"
        ),
        a_commitment(halm, "kostenvergelijking sturen", due=in_days(-2)),
        a_commitment(halm, "back-up nakijken", due=DAY),
        a_commitment(halm, "cijfers sturen", due=in_days(1), side=Side.CLIENT, who="Annet Vos"),
        a_commitment(halm, "begroting maken", due=in_days(5), who="Karin"),
        a_commitment(brinkhof, "iets opzoeken", due=None),
    ):
        commitments.make(archive, clock, promise)
    desk, window = a_desk(archive, clock)
    page = CommitmentsPage(desk)
    qtbot.addWidget(page)
    page.resize(1048, 800)
    with qtbot.waitExposed(page):
        page.show()
    page.open()
    yield Office(desk, window, page, halm, brinkhof)
    desk.background.wait()


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    """The user in front of forms."""
    return Answers(monkeypatch)

"""The register as a model: rows come in view, and only those are read."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from gesprekshulp.domain.appointment import Side
from gesprekshulp.services import commitment_list
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.commitment_list import Group, Wanted
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.commitments.model import PAGE, CommitmentModel
from gesprekshulp.ui.widgets.list_view import RowView
from gesprekshulp.ui.widgets.row import TABLE
from tests.office import DAY, a_client, a_commitment

MANY = 20_000


@pytest.fixture
def register(archive: Archive) -> Archive:
    clients = [a_client(f"Klant {number}") for number in range(50)]
    with archive.transaction(None) as work:
        work.clients.save_all(clients)
        work.commitments.save_all(
            a_commitment(
                clients[number % 50],
                f"stuk {number}",
                due=None if number % 100 == 0 else DAY + timedelta(days=number % 90 - 30),
                side=Side.US if number % 3 else Side.CLIENT,
            )
            for number in range(MANY)
        )
    return archive


class Read:
    """Reads pages and counts how many rows were asked for."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.rows = 0

    def __call__(self, group: Group, offset: int, limit: int):
        self.rows += limit
        return commitment_list.rows(self._archive, group, offset, limit)


@pytest.fixture
def holder(qapp: object) -> QObject:
    return QObject()


def test_the_model_keeps_the_rules_of_models(
    register: Archive, clock: Clock, holder: QObject
) -> None:
    model = CommitmentModel(Read(register), clock.today, holder)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    groups = commitment_list.groups(register, clock, Wanted())
    model.set_groups(groups)
    assert model.rowCount() == MANY + len(groups)
    begin = commitment_list.begin(register, clock, Wanted(), PAGE)
    model.set_groups(begin.groups, begin.rows)
    model.extend(groups)
    assert model.rowCount() == MANY + len(groups)
    model.set_groups(())
    assert model.rowCount() == 0


def test_showing_a_long_list_reads_no_more_than_what_is_in_view(
    register: Archive, clock: Clock, qtbot: QtBot
) -> None:
    view = RowView(TABLE, name="Toezeggingen")
    read = Read(register)
    model = CommitmentModel(read, clock.today, view)
    model.set_groups(commitment_list.groups(register, clock, Wanted()))
    view.setModel(model)
    qtbot.addWidget(view)
    view.resize(800, 700)
    with qtbot.waitExposed(view):
        view.show()
    view.repaint()
    view.scrollToBottom()
    view.repaint()
    assert 0 < read.rows <= 4 * PAGE


def test_every_row_is_at_the_position_that_is_told(
    register: Archive, clock: Clock, holder: QObject
) -> None:
    model = CommitmentModel(Read(register), clock.today, holder)
    groups = commitment_list.groups(register, clock, Wanted())
    model.set_groups(groups)
    assert model.headings()[0] == 0
    for position in (1, 700, 9_999, model.rowCount() - 1):
        promise = model.commitment_at(position)
        assert promise is not None
        place = commitment_list.place_of(register, groups, promise.id)
        assert place is not None
        assert model.position(*place) == position


def test_a_heading_cannot_be_selected_and_holds_no_promise(
    register: Archive, clock: Clock, holder: QObject
) -> None:
    model = CommitmentModel(Read(register), clock.today, holder)
    model.set_groups(commitment_list.groups(register, clock, Wanted()))
    for position in model.headings():
        assert model.flags(model.index(position, 0)) == Qt.ItemFlag.NoItemFlags
        assert model.commitment_at(position) is None
        assert model.commitment_at(model.nearest(position)) is not None

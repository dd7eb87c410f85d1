"""The list of clients as a model, and the widths of its columns."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QAbstractItemModelTester

from gesprekshulp.domain.client import ClientKind, ClientOrder
from gesprekshulp.services.clients import ClientFilter
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.clients.model import ClientsModel
from gesprekshulp.ui.clients.table import Widths
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.widgets.row import RowRole
from tests.office import DAY, a_client, a_commitment, a_contact, an_appointment

NOON = datetime(2026, 3, 12, 11, 0, tzinfo=UTC)


def many(archive: Archive, number: int) -> None:
    with archive.transaction() as work:
        work.clients.save_all(a_client(f"Klant {place:03}") for place in range(number))


def test_the_model_keeps_the_rules_of_models(archive: Archive, desk: Desk) -> None:
    many(archive, 70)
    model = ClientsModel(desk)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(ClientFilter())
    model.show(ClientFilter("Klant 01"))
    assert model.rowCount() == 11  # 001 and 010 to 019
    model.show(ClientFilter("niemand"))
    assert model.rowCount() == 0


def test_a_row_is_read_when_it_comes_in_view_and_stands_in_its_place(
    archive: Archive, desk: Desk
) -> None:
    many(archive, 100)
    model = ClientsModel(desk)
    model.show(ClientFilter(order=ClientOrder.NAME, descending=True))
    assert model.index(95, 0).data(RowRole).text == "Klant 004"
    assert model.position_of(model.id_at(95)) == 95
    assert model.id_at(100) is None
    assert model.position_of("weg") == -1


def test_a_row_says_everything_in_words(archive: Archive, desk: Desk) -> None:
    client = a_client("Familie Terpstra", kind=ClientKind.PRIVATE, city="Heerdam")
    with archive.transaction() as work:
        work.clients.save(client)
        work.contacts.save(a_contact(client, at=NOON - timedelta(days=3)))
        work.commitments.save(a_commitment(client, due=DAY - timedelta(days=2)))
        work.appointments.save(an_appointment(client, starts_at=NOON + timedelta(days=1)))
    model = ClientsModel(desk)
    model.show(ClientFilter())
    row = model.row_at(0)
    assert row.second == "Particulier"
    assert (row.contact, row.contact_ago) == ("ma 9 mrt", "3 dagen geleden")
    assert (row.promises, row.too_late) == ("1 open", "1 te laat")
    assert row.next.startswith("vr 13 mrt")
    assert row.next_in == "morgen"
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "1 te laat" in spoken
    assert "laatste contact ma 9 mrt" in spoken


def test_the_name_gets_what_the_other_columns_leave() -> None:
    cells = Widths().cells(QRect(0, 0, 1048, 56))
    assert len(cells) == 6
    assert all(a.right() < b.left() for a, b in pairwise(cells))
    assert cells[0].x() == 32
    assert cells[-1].right() < 1048 - 31


def test_on_a_wide_screen_every_column_gets_more_room_until_one_is_dragged() -> None:
    wide = Widths().cells(QRect(0, 0, 1688, 56))
    assert all(cell.width() > usual for cell, usual in zip(wide[1:], Widths().columns, strict=True))
    shown = Widths().within(1688)
    dragged = shown.moved(0, -40, room=600)
    assert dragged.columns[0] == shown.columns[0] + 40
    assert dragged.within(1688) == dragged
    assert Widths().within(1048) == Widths()


def test_a_border_can_be_dragged_and_the_widths_are_remembered() -> None:
    wider = Widths().moved(0, -40, room=300)
    assert wider.columns[0] == Widths().columns[0] + 40
    between = Widths().moved(2, 30, room=300)
    assert sum(between.columns) == sum(Widths().columns)
    assert Widths.of_text(between.as_text()) == between


def test_a_column_never_gets_too_narrow() -> None:
    assert min(Widths().moved(0, 2000, room=300).columns) >= 72
    assert min(Widths().moved(3, -2000, room=300).columns) >= 72
    assert Widths.of_text("onzin") == Widths()
    assert Widths.of_text("1,2,3,4,5").columns == (72,) * 5

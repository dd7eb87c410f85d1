import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester

from gesprekshulp.ui.widgets.list_view import ListRowModel, MadeRowModel, RowModel, RowView
from gesprekshulp.ui.widgets.row import CARD, TABLE, CheckState, Row, RowRole
from gesprekshulp.ui.widgets.row_delegate import Places
from gesprekshulp.ui.widgets.table_head import TableHead

ROWS = (
    Row("Te laat", heading=True, late=True),
    Row(
        "Wagenlijst aanleveren",
        check=CheckState.OPEN,
        badge="Klant",
        client="Brinkhof Logistiek",
        day="ma 9 mrt",
        distance="3 dagen te laat",
        late=True,
        moved=2,
    ),
    Row("Zonder termijn", heading=True),
    Row("Contactpersoon noemen", check=CheckState.OPEN, badge="Wij", date_link="Dag kiezen"),
    Row("Offerte", check=CheckState.DONE, badge="Wij", second="voor de kassa", struck=True),
)


class Many(RowModel):
    """A long list that counts how often it is asked for a row."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count
        self.asked = 0

    def rowCount(self, parent=QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else self.count

    def row_at(self, position: int) -> Row:
        self.asked += 1
        return Row(f"Toezegging {position}", badge="Wij", check=CheckState.OPEN)


@pytest.fixture
def view(qtbot) -> RowView:
    made = RowView(TABLE, name="Toezeggingen")
    model = ListRowModel(ROWS)
    model.setParent(made)
    made.setModel(model)
    qtbot.addWidget(made)
    made.resize(700, 300)
    with qtbot.waitExposed(made):
        made.show()
    return made


def places(view: RowView, position: int) -> Places:
    return Places(view.visualRect(view.model().index(position, 0)), TABLE)


def click(qtbot, view: RowView, point: QPoint) -> None:
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_the_model_keeps_the_rules_of_models(qapp):
    model = ListRowModel(ROWS)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(ROWS[:2])
    assert model.rowCount() == 2


def test_a_row_is_said_as_one_sentence(view):
    said = view.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "Klant, Wagenlijst aanleveren, Brinkhof Logistiek, ma 9 mrt 3 dagen te laat, 2 keer verzet"
    )


def test_a_click_on_the_check_does_not_select_the_row(view, qtbot):
    with qtbot.waitSignal(view.checked) as told:
        click(qtbot, view, places(view, 1).check.center())
    assert told.args == [1]
    assert view.current() == -1


def test_a_click_on_dag_kiezen_asks_for_a_day(view, qtbot):
    with qtbot.waitSignal(view.date_asked) as told:
        click(qtbot, view, places(view, 3).date.center())
    assert told.args == [3]


def test_the_arrow_keys_pass_over_headings(view, qtbot):
    view.select(1)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.current() == 3
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.current() == 1


def test_space_checks_and_enter_opens_the_selected_row(view, qtbot):
    view.select(3)
    with qtbot.waitSignal(view.checked) as told:
        qtbot.keyClick(view, Qt.Key.Key_Space)
    assert told.args == [3]
    with qtbot.waitSignal(view.opened) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [3]


def test_headings_have_their_own_height_also_after_other_rows_came(view):
    assert [view.rowHeight(n) for n in range(5)] == [32, 36, 32, 36, 36]
    view.model().set_rows(ROWS[1:4])
    assert [view.rowHeight(n) for n in range(3)] == [36, 32, 36]


def test_another_model_can_be_shown(view, qtbot):
    other = ListRowModel(ROWS[3:])
    other.setParent(view)
    with qtbot.waitSignal(view.selected):
        view.setModel(other)
        view.select(0)
    assert view.model().index(0, 0).data(RowRole).text == "Contactpersoon noemen"


def test_of_a_long_list_only_what_is_visible_is_asked_for(qtbot):
    view = RowView(CARD, name="Lang")
    model = Many(400_000)
    model.setParent(view)
    view.setModel(model)
    qtbot.addWidget(view)
    view.resize(600, 720)
    with qtbot.waitExposed(view):
        view.show()
    view.grab()
    assert 0 < model.asked < 500
    view.select(399_999)
    assert view.current() == 399_999


def test_a_short_list_can_be_as_high_as_its_rows(view):
    view.fit_height()
    assert view.height() == 2 * 32 + 3 * 36


def test_a_text_that_was_cut_off_is_a_tooltip(view):
    long = Row("Een toezegging " * 20, client="Klant met een heel lange naam van een bedrijf")
    rect = view.visualRect(view.model().index(1, 0))
    delegate = view.rows
    at = Places(rect, TABLE)
    assert delegate.tooltip(rect, long, at.text.center()) == long.text
    assert delegate.tooltip(rect, long, at.client.center()) == long.client
    assert delegate.tooltip(rect, ROWS[1], at.client.center()) == ""


def test_columns_can_be_dragged_and_remembered(qtbot):
    head = TableHead(TABLE, ("Door", "Wat", "Klant", "Uiterlijk"))
    qtbot.addWidget(head)
    head.resize(700, 32)
    head.show()
    left = QPoint(Places(head.rect(), TABLE).client.x() - 6, 16)
    button = Qt.MouseButton.LeftButton
    qtbot.mousePress(head, button, pos=left)
    qtbot.mouseMove(head, left - QPoint(40, 0))
    qtbot.mouseRelease(head, button, pos=left - QPoint(40, 0))
    assert head.columns.client == TABLE.client + 40
    other = TableHead(TABLE, ("Door", "Wat", "Klant", "Uiterlijk"))
    qtbot.addWidget(other)
    other.set_widths(head.widths())
    assert other.columns == head.columns
    other.set_widths("onzin,9")
    assert other.columns == head.columns


def test_rows_of_a_long_list_are_made_when_they_come_into_view_and_once(qtbot):
    made: list[int] = []

    def make(number: int) -> Row:
        made.append(number)
        return Row(f"Klant {number}")

    model = MadeRowModel(make)
    model.set_items(range(5_000))
    QAbstractItemModelTester(model)
    made.clear()
    view = RowView(TABLE, name="Klanten")
    view.setModel(model)
    qtbot.addWidget(view)
    view.resize(700, 300)
    with qtbot.waitExposed(view):
        view.show()
    view.viewport().repaint()
    assert set(made) <= set(range(20))
    assert len(made) == len(set(made))
    model.set_items(range(7, 9))
    assert model.row_at(0).text == "Klant 7"

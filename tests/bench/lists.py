"""The list of all promises, beside a bare model of the same length; and a key in its filter."""

from __future__ import annotations

import statistics

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QTableView

from gesprekshulp.services.clock import Clock
from gesprekshulp.services.commitment_list import View, Wanted
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.commitments.page import CommitmentsPage
from gesprekshulp.ui.commitments.register import Register
from gesprekshulp.ui.theme.locale import install_dutch
from gesprekshulp.ui.theme.theme import LIGHT_ONLY, Theme
from tests.bench.common import Figure, Plan, compared, in_turns, milliseconds, p95
from tests.bench.large_archive import DAY
from tests.bench.window import a_desk, application

ROW = "lists"
_TYPED = ("offerte kassa", "bakkerij", "zeldzaamwoord", "de rekening", "annet vos", "x")
_WIDTHS = (80, 200, 500, 250, 250)


class _BareModel(QAbstractTableModel):
    """As little as a table can be made of, with texts as long as those of the list."""

    def __init__(self, length: int) -> None:
        super().__init__()
        self._length = length
        self._texts = [
            ("wij", f"Annet van Dalen {n}", f"stuurt de aangepaste offerte voor de kassa {n}",
             f"Bakkerij De Gouden Halm {n}", f"vr {n % 28 + 1} nov, over {n} dagen")
            for n in range(64)
        ]  # fmt: skip

    def rowCount(self, parent=QModelIndex()):  # noqa: B008, N802
        return 0 if parent.isValid() else self._length

    def columnCount(self, parent=QModelIndex()):  # noqa: B008, N802
        return 0 if parent.isValid() else len(_WIDTHS)

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts[index.row() % 64][index.column()]
        return None


def figures(plan: Plan) -> list[Figure]:
    """Shown means: made, filled and painted. The longest view is that of the closed promises."""
    app = application()
    install_dutch(app)
    Theme(app, LIGHT_ONLY)
    archive = Archive.open(plan.large, Clock(DAY).now)
    (length,) = archive.raw_rows("SELECT count(*) FROM commitments")[0]
    desk, shell = a_desk(archive)

    def rest() -> None:
        desk.background.wait()
        app.processEvents()
        desk.background.wait()
        app.processEvents()

    def ours() -> float:
        kept: list[Register] = []

        def show() -> None:
            register = Register(desk)
            register.resize(1280, 800)
            register.begin(Wanted(View.CLOSED))
            register.show()
            app.processEvents()
            kept.append(register)

        took = milliseconds(show)
        rest()
        rows.append(kept[0].model.rowCount())
        kept[0].close()
        kept[0].deleteLater()
        rest()
        return took

    def bare() -> float:
        kept: list[object] = []

        def show() -> None:
            model, view = _BareModel(length), QTableView()
            view.setModel(model)
            for column, width in enumerate(_WIDTHS):
                view.setColumnWidth(column, width)
            view.resize(1280, 800)
            view.show()
            app.processEvents()
            kept.extend((model, view))

        took = milliseconds(show)
        view = kept[1]
        assert isinstance(view, QTableView)
        view.close()
        view.deleteLater()
        rest()
        return took

    rows: list[int] = []
    ours()
    bare()
    mine, theirs = in_turns(ours, bare, max(5, plan.rounds))
    shown = compared(
        ROW,
        f"list of {length:,} promises shown",
        mine,
        theirs,
        against="a bare QAbstractTableModel of that length",
        at_most=1.3,
        note=f"{max(rows):,} rows in the view",
    )
    keys = _keys(desk, app, rest, max(2, plan.rounds // 3))
    shell.close()
    archive.close()
    middle = f"median {statistics.median(keys):.1f} ms"
    return [
        shown,
        Figure(ROW, "a key in the filter, painted, p95", "ms", p95(keys), 60, note=middle),
    ]


def _keys(desk, app, rest, rounds: int) -> list[float]:
    page = CommitmentsPage(desk)
    page.resize(1280, 800)
    page.open(view="alles")
    page.show()
    rest()
    times: list[float] = []
    for _ in range(rounds):
        for text in _TYPED:
            for end in range(1, len(text) + 1):

                def key(typed: str = text[:end]) -> None:
                    page.search.edit.setText(typed)
                    app.processEvents()

                times.append(milliseconds(key))
            rest()
    page.close()
    return times

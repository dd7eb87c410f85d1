"""How one side keeps its promises: a figure, a line over quarters, and the rest in words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gesprekshulp.domain.reliability import Figures, Quarter
from gesprekshulp.ui.insight.chart import Point, QuarterChart
from gesprekshulp.ui.insight.words import Measure, late_words, percent, short_quarter
from gesprekshulp.ui.widgets.cards import Card
from gesprekshulp.ui.widgets.labels import ElidedLabel, IconLabel, Label, Muted, Text


class SideCard(Card):
    """Ours or theirs."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = self.body((20, 14, 20, 14))
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(title))
        head.addStretch(1)
        lock = IconLabel("slot", size=16)
        lock.setToolTip("Alleen intern")
        head.addWidget(lock)
        column.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.figure = Text(size=24, weight=600)
        self.about = Muted()
        row.addWidget(self.figure)
        row.addWidget(self.about, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)
        column.addSpacing(4)
        self.chart = QuarterChart(title)
        column.addWidget(self.chart)
        column.addSpacing(4)
        self.rest = ElidedLabel(size=12)
        column.addWidget(self.rest)

    def show_figures(
        self, total: Figures, quarters: list[tuple[Quarter, Figures]], measure: Measure
    ) -> None:
        """Show all together, and one measure over the quarters (old to new)."""
        self.figure.setText(percent(total.share_kept))
        judged = total.judged
        self.about.setText(
            f"op de dag nagekomen, {total.kept} van {judged}"
            if judged
            else "nog geen toezeggingen waarvan de dag voorbij is"
        )
        moved, dropped = f"{total.moved} verzet", f"{total.dropped} vervallen"
        self.rest.setText(" · ".join((late_words(total), moved, dropped)))
        points = [
            Point(short_quarter(quarter), measure.of(figures), measure.words(figures))
            for quarter, figures in quarters
        ]
        percents = measure is Measure.KEPT
        self.chart.set_points(points, "%" if percents else "", 100.0 if percents else None)

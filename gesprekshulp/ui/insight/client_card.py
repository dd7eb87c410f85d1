"""The card on a client's page: how both sides keep their promises. Internal only."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.ids import ClientId
from gesprekshulp.domain.reliability import Figures, InternalReliability
from gesprekshulp.services.reliability import QUARTERS, of_client
from gesprekshulp.ui.background import Job
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.insight.words import ended, late_words, percent
from gesprekshulp.ui.widgets.after_paint import AFTER_PAINT_MS
from gesprekshulp.ui.widgets.badges import Badge
from gesprekshulp.ui.widgets.cards import Card, clear_layout
from gesprekshulp.ui.widgets.labels import IconLabel, Label, Muted, Text


class ReliabilityCard(Card):
    """Figures of the last two years, counted in the background; hidden while there are none."""

    def __init__(
        self, desk: Desk, client_id: ClientId | str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id = ClientId("")
        self._job: Job | None = None
        column = self.body()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label("Toezeggingen nagekomen"))
        head.addWidget(Muted(f"laatste {QUARTERS // 4} jaar"), 1)
        lock = IconLabel("slot", size=16)
        lock.setToolTip("Alleen intern")
        head.addWidget(lock)
        column.addLayout(head)
        self._sides = QVBoxLayout()
        self._sides.setSpacing(8)
        column.addLayout(self._sides)
        # The page it is on is painted first.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(AFTER_PAINT_MS)
        self._soon.timeout.connect(self._count)
        self.hide()
        if client_id:
            self.show_client(ClientId(client_id))

    def show_client(self, client_id: ClientId) -> None:
        """Show the figures of a client; those of another one are gone at once."""
        if client_id != self._id:
            self._id = client_id
            self.hide()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._soon.start()

    def _count(self) -> None:
        self._job = self._desk.background.run(
            of_client,
            self._desk.archive,
            self._desk.clock,
            self._id,
            done=self._show,
            owner=self,
        )

    def _show(self, found: InternalReliability) -> None:
        self._job = None
        value = found.reveal()
        clear_layout(self._sides)
        for badge, figures in (("Wij", value.ours), ("Klant", value.theirs)):
            if ended(figures):
                self._sides.addWidget(_side(badge, figures))
        self.setVisible(bool(ended(value.ours) or ended(value.theirs)))


def _side(badge: str, figures: Figures) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(Badge.party(badge), 0, Qt.AlignmentFlag.AlignVCenter)
    share = Text(percent(figures.share_kept), size=18, weight=600)
    share.setMinimumWidth(52)
    row.addWidget(share, 0, Qt.AlignmentFlag.AlignVCenter)
    words = QVBoxLayout()
    words.setSpacing(0)
    kept = (
        f"{figures.kept} van {figures.judged} op de dag" if figures.judged else "geen met een dag"
    )
    words.addWidget(Text(kept, size=12))
    rest = [late_words(figures)] if figures.judged else []
    rest += [f"{figures.moved} verzet"] if figures.moved else []
    rest += [f"{figures.dropped} vervallen"] if figures.dropped else []
    words.addWidget(Muted(" · ".join(rest), wrap=True))
    row.addLayout(words, 1)
    said = f"{badge}: {percent(figures.share_kept)}, {kept}, {', '.join(rest)}"
    holder.setAccessibleName(said)
    return holder

"""The dossier in sixty seconds: as a box in the panel, and large, for in the car park."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.dossier import Dossier, SixtySeconds, sixty_seconds
from gesprekshulp.ui.appointment_words import time_words
from gesprekshulp.ui.theme.palette import set_surface
from gesprekshulp.ui.widgets.buttons import LinkButton, SecondaryButton
from gesprekshulp.ui.widgets.cards import Card, Scroll
from gesprekshulp.ui.widgets.labels import (
    IconLabel,
    KeyCap,
    Label,
    Muted,
    Span,
    SpanLabel,
    Text,
    Title,
)

_LATE = "te laat"


class SixtyBox(Card):
    """The summary at the top of the dossier. `open_asked` asks for the large view."""

    open_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, fill="sunken", border="")
        column = self.body((16, 12, 16, 12))
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel("klok", size=16, role="text"))
        head.addWidget(Label("In 60 seconden"))
        head.addStretch(1)
        self.open_button = LinkButton("Groot lezen", small=True)
        self.open_button.clicked.connect(self.open_asked)
        head.addWidget(self.open_button)
        column.addLayout(head)
        self.words = SpanLabel(wrap=True)
        column.addWidget(self.words)
        self._trend = QWidget()
        row = QHBoxLayout(self._trend)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(8)
        self._trend_icon = IconLabel("trend", size=16)
        self._trend_words = Muted()
        row.addWidget(self._trend_icon)
        row.addWidget(self._trend_words)
        row.addStretch(1)
        column.addWidget(self._trend)

    def show_dossier(self, found: Dossier, today: date) -> None:
        """Show the summary of this dossier."""
        self.words.set_spans(summary_spans(found, sixty_seconds(found, today)))
        scores = [rating.score for rating in found.ratings[:2]]
        self._trend.setVisible(bool(scores))
        if scores:
            words = f"Tevredenheid {scores[0]}"
            if len(scores) > 1:
                words += f", vorige keer {scores[1]}"
            self._trend_words.setText(words)
            down = len(scores) > 1 and scores[0] < scores[1]
            self._trend_icon.set_icon("trend-omlaag" if down else "trend")


def summary_spans(found: Dossier, short: SixtySeconds) -> list[Span]:
    """The summary as a few short sentences, what needs attention in bold.

    The goal stands beside it on the page; a promise that is the thing to mind is said once.
    """
    spans: list[Span] = []
    if about := about_words(found):
        spans.append(Span(f"{about}. "))
    if not short.goal:
        spans.append(Span("Er is nog geen doel. "))
    whats = {item.what for item in found.commitments if f"“{item.what}”" in short.mind}
    promised = [said for said in short.promised if not any(what in said for what in whats)]
    for number, promise in enumerate(promised):
        last = number == len(promised) - 1
        spans.append(Span("Toegezegd: " if number == 0 else ""))
        spans += _promise(promise, ". " if last else "; ")
    if short.last_decision:
        spans.append(Span(f"Besloten: {_stopped(short.last_decision)} "))
    if short.mind:
        spans.append(Span(short.mind, bold=True))
    return spans or [Span("Over deze klant is nog niets vastgelegd.", "muted")]


def about_words(found: Dossier) -> str:
    """ "Bakkerij, 64 medewerkers, klant sinds 2019"."""
    client = found.client
    if client is None:
        return ""
    since = f"klant sinds {client.since}" if client.since else ""
    words = ", ".join(part for part in (client.trade, client.size, since) if part)
    return words[:1].upper() + words[1:]


def _promise(promise: str, end: str) -> list[Span]:
    """A promise with what is too late in bold: "Steven: offerte sturen (**2 dagen te laat**)"."""
    head, bracket, tail = promise.rpartition(" (")
    if bracket and _LATE in tail:
        return [Span(f"{head} ("), Span(tail.rstrip(")"), bold=True), Span(f"){end}")]
    return [Span(f"{promise}{end}")]


def _stopped(text: str) -> str:
    return text if text[-1:] in ".!?…" else f"{text}."


class SixtyView(QDialog):
    """The same in large letters over the whole window; Esc closes it."""

    def __init__(self, found: Dossier, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setWindowTitle("In 60 seconden")
        set_surface(self, "surface")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        scroll = Scroll("surface", margins=(48, 40, 48, 40))
        outer.addWidget(scroll)
        holder = QWidget()
        holder.setMaximumWidth(760)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(holder, 20)
        line.addStretch(1)
        scroll.column.addLayout(line)
        scroll.column.addStretch(1)
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._head(found)
        short = sixty_seconds(found, today)
        self._part("Doel", [_large(f"Aan het einde van dit gesprek {short.goal}", 24)]
                   if short.goal else [])  # fmt: skip
        self._part("Toegezegd", [_spans(_promise(item, "")) for item in short.promised])
        self._part("Laatste besluit", [_large(short.last_decision)] if short.last_decision else [])
        self._part("Let op", [_large(short.mind, 24, 600)] if short.mind else [])
        self._close(found)
        if (window := parent.window()) is not None:
            self.setGeometry(window.geometry())

    def _head(self, found: Dossier) -> None:
        row = QHBoxLayout()
        names = QVBoxLayout()
        names.setSpacing(0)
        client = found.client.name if found.client else found.appointment.title
        names.addWidget(Title(client, wrap=True))
        about = " · ".join(
            part for part in (time_words(found.appointment), about_words(found)) if part
        )
        names.addWidget(Muted(about, size=14, wrap=True))
        row.addLayout(names, 1)
        top = Qt.AlignmentFlag.AlignTop
        self.close_button = SecondaryButton("Sluiten", icon="kruis")
        self.close_button.clicked.connect(self.accept)
        beside = QHBoxLayout()
        beside.addWidget(KeyCap("Esc"))
        beside.addWidget(self.close_button)
        row.addLayout(beside)
        row.setAlignment(beside, top)
        self._column.addLayout(row)
        self._column.addSpacing(16)

    def _part(self, heading: str, rows: list[QWidget]) -> None:
        if not rows:
            return
        self._column.addWidget(Label(heading, role="muted"))
        for row in rows:
            self._column.addWidget(row)
        self._column.addSpacing(20)

    def _close(self, found: Dossier) -> None:
        people = [
            f"{person.name} ({person.role})" if person.role else person.name
            for person in found.participants
            if person.side.value != "wij"
        ]
        if people:
            self._part("Aan tafel", [_large(", ".join(people))])


def _large(text: str, size: int = 18, weight: int = 400) -> QWidget:
    return Text(text, size=size, weight=weight, wrap=True)


def _spans(spans: list[Span]) -> QWidget:
    return SpanLabel(spans, size=18, wrap=True)

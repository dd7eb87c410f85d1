"""Hulp: the topics at the left, the words of one of them beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from gesprekshulp.services.help import Topic, topics
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.shell.entry import Entry
from gesprekshulp.ui.shell.page import Page
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour, colours, set_surface
from gesprekshulp.ui.theme.tokens import RADIUS
from gesprekshulp.ui.widgets.buttons import FocusShown
from gesprekshulp.ui.widgets.cards import Scroll, Separator
from gesprekshulp.ui.widgets.labels import Title
from gesprekshulp.ui.widgets.painting import box

_WIDE = 720
_MARGIN = 8
_HEADINGS = {1: (24, 24, 8), 2: (18, 24, 4), 3: (14, 16, 2)}
"""Size, room above and room below, by level."""


class HelpText(QTextBrowser, FocusShown):
    """The words of one topic; links are given with `anchorClicked`."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(font())
        self.setMaximumWidth(_WIDE)
        self.setAccessibleName("Tekst van de hulp")
        self.viewport().setAutoFillBackground(False)
        self.setProperty("bare", True)
        # Room for the ring that shows the focus.
        self.document().setDocumentMargin(_MARGIN)
        self.document().setIndentWidth(20)
        self._text = ""

    def show_topic(self, topic: Topic) -> None:
        """Show the words of a topic, from the top."""
        self._text = topic.text
        self._render()
        self.verticalScrollBar().setValue(0)

    def _render(self) -> None:
        self.setMarkdown(self._text)
        c = colours(self)
        block = self.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            level = block.blockFormat().headingLevel()
            shape = QTextBlockFormat()
            shape.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            if level:
                size, above, below = _HEADINGS.get(level, _HEADINGS[3])
                # Instead of Markdown's own look, of which the relative size would win.
                look = QTextCharFormat()
                look.setFont(font(size, 600))
                look.setForeground(colour(c.text))
                cursor.setCharFormat(look)
                shape.setTopMargin(above)
                shape.setBottomMargin(below)
            elif block.textList() is None or block.next().textList() is None:
                shape.setBottomMargin(8)
            cursor.mergeBlockFormat(shape)
            _colour_links(cursor.block(), c.accent)
            block = block.next()

    def focusInEvent(self, e: QFocusEvent) -> None:
        self.note_focus(e)
        super().focusInEvent(e)
        self.viewport().update()

    def focusOutEvent(self, e: QFocusEvent) -> None:
        super().focusOutEvent(e)
        self.viewport().update()

    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        if self.ring and self.hasFocus():
            painter = QPainter(self.viewport())
            box(painter, self.viewport().rect(), None, colours(self).accent, RADIUS.control, 2)
            painter.end()

    def changeEvent(self, e: QEvent) -> None:
        super().changeEvent(e)
        if e.type() == QEvent.Type.PaletteChange and getattr(self, "_text", ""):
            self._render()


def _colour_links(block: QTextBlock, accent: str) -> None:
    pieces = block.begin()
    links: list[tuple[int, int]] = []
    while not pieces.atEnd():
        piece = pieces.fragment()
        if piece.charFormat().isAnchor():
            links.append((piece.position(), piece.length()))
        pieces += 1  # type: ignore[operator]
    for start, length in links:
        cursor = QTextCursor(block)
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setForeground(colour(accent))
        look.setFontWeight(QFont.Weight.Medium)
        cursor.mergeCharFormat(look)


class HelpPage(Page):
    """`open(topic="nakijken")` shows that one."""

    title = "Hulp"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.topics = {topic.name: topic for topic in topics()}
        self._now = next(iter(self.topics), "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        side = QWidget()
        set_surface(side, "page")
        side.setFixedWidth(232)
        names = Scroll("page", margins=(12, 24, 12, 16))
        holder = QVBoxLayout(side)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(names)
        names.column.setSpacing(2)
        self.entries: dict[str, Entry] = {}
        for topic in self.topics.values():
            entry = Entry(topic.name, topic.title, "vraag", side, narrow=False)
            entry.clicked.connect(lambda _=False, name=topic.name: self.show_topic(name))
            self.entries[topic.name] = entry
            names.column.addWidget(entry)
        names.column.addStretch(1)
        row.addWidget(side)
        row.addWidget(Separator(vertical=True))
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(32 - _MARGIN, 24, 32 - _MARGIN, 0)
        column.setSpacing(12)
        self.heading = Title(wrap=True)
        self.heading.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        column.addWidget(self.heading)
        self.text = HelpText()
        self.text.anchorClicked.connect(self._follow)
        line = QHBoxLayout()
        line.addWidget(self.text, 10)
        line.addStretch(1)
        column.addLayout(line, 1)
        row.addWidget(beside, 1)
        if self._now:
            self.show_topic(self._now)

    def open(self, **where: object) -> None:
        name = str(where.get("topic") or self._now)
        if name in self.topics:
            self.show_topic(name)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> dict[str, str]:
        return {"topic": self._now}

    def show_topic(self, name: str) -> None:
        """Show the words of this topic."""
        self._now = name
        topic = self.topics[name]
        self.heading.setText(topic.title)
        for other, entry in self.entries.items():
            entry.setChecked(other == name)
        self.text.show_topic(topic)

    def _follow(self, link: QUrl) -> None:
        kind, _, name = link.toString().partition(":")
        if kind == "pagina":
            self._desk.go(name)
        elif kind == "hulp" and name in self.topics:
            self.show_topic(name)

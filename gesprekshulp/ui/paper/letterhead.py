"""What stands around every page: the firm with its logo above, the firm and the number below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from gesprekshulp.domain.clean import one_line
from gesprekshulp.domain.page import A4_HEIGHT
from gesprekshulp.domain.paper import Paper, Span
from gesprekshulp.exchange.word.letterhead import letterhead
from gesprekshulp.exchange.word.template import LONGEST_FOOT, LONGEST_NAME
from gesprekshulp.exchange.word.template import Letterhead as Around
from gesprekshulp.ui.paper.letters import Face, SetText
from gesprekshulp.ui.paper.looks import Letter, Look
from gesprekshulp.ui.paper.pieces import Fill, Picture, Piece, Words

_LOGO_WIDTH, _LOGO_HEIGHT = 2835.0, 510.0  # 50 by 9 mm, as in Word
_LOGO_DOTS = 1200
_GAP = 160.0
_UNDER = 120.0


class Letterhead:
    """Header and footer of one paper, set once and drawn on each page."""

    def __init__(self, paper: Paper, look: Look, face: Face) -> None:
        self._look = look
        self._face = face
        self._page = paper.page
        words = letterhead(paper)
        page = look.margins
        self._left, self._width = float(page.side), float(page.text_width)
        self._above = self._set_above(words)
        self._foot_y = 0.0
        self._below = self._set_below(words)

    def draw(self, painter: QPainter, number: int, count: int, lower: float = 0.0) -> None:
        """Draw both; `count` is 0 while it is not known. The footer can stand lower."""
        for piece in self._above:
            piece.draw(painter)
        for piece in self._below:
            (piece.moved(0.0, lower) if lower else piece).draw(painter)
        said = self._page.format(page=number, pages=count or "…")
        text = self._line(said, self._look.foot, self._width)
        text.draw(painter, 0, self._left + self._width - text.width, self._foot_y + lower)

    def _set_above(self, words: Around) -> list[Piece]:
        look = self._look
        right = self._left + self._width
        pieces: list[Piece] = []
        label = self._line(one_line(words.kind, LONGEST_NAME), look.running, self._width)
        x, top = self._left, float(look.margins.header)
        logo = _logo(words.logo)
        room = self._width - label.width - _GAP
        height = 0.0
        if logo is not None:
            scale = min(_LOGO_WIDTH / logo.width(), _LOGO_HEIGHT / logo.height())
            wide, height = logo.width() * scale, logo.height() * scale
            pieces.append(Picture(logo, x, top, wide, height))
            x += wide + _GAP
            room -= wide + _GAP
        name = self._line(one_line(words.firm, LONGEST_NAME), look.firm, room)
        height = max(height, name.height, label.height)
        middle = top + height / 2
        pieces += [
            Words(None, name, line, x, middle - name.height / 2 + name.tops[line])
            for line in range(len(name.lines))
        ]
        if label.lines:
            y = middle - label.height / 2 if logo is not None else _same_line(name, label, middle)
            pieces.append(Words(None, label, 0, right - label.width, y))
        rule = Fill(self._left, top + height + _UNDER, self._width, look.rule, self._accent)
        pieces.append(rule)
        return pieces

    def _set_below(self, words: Around) -> list[Piece]:
        look = self._look
        first = self._line(one_line(words.foot, LONGEST_FOOT - 20), look.foot, self._width * 0.78)
        second = self._line(one_line(words.details, LONGEST_FOOT), look.foot, self._width)
        lines = [(text, line) for text in (first, second) for line in range(len(text.lines))]
        height = sum(text.height_of(line) for text, line in lines)
        y = A4_HEIGHT - look.margins.footer - height
        self._foot_y = y
        inks = self._face.inks
        pieces: list[Piece] = [
            Fill(self._left, y - _UNDER, self._width, float(look.hairline), inks.line)
        ]
        for text, line in lines:
            pieces.append(Words(None, text, line, self._left, y))
            y += text.height_of(line)
        return pieces

    @property
    def _accent(self) -> str:
        return self._face.inks.accent

    def _line(self, words: str, letter: Letter, room: float) -> SetText:
        return SetText((Span(words),), letter, max(room, 1.0), 1.0, self._face)


def _same_line(name: SetText, label: SetText, middle: float) -> float:
    """The top of the label when it stands on the baseline of the firm's name."""
    if not name.lines:
        return middle - label.height / 2
    return middle - name.height / 2 + name.baseline(0) - label.baseline(0)


def _logo(data: bytes) -> QImage | None:
    """The logo, no larger than paper can show; None when it is no picture."""
    image = QImage.fromData(data) if data else QImage()
    if image.isNull():
        return None
    if image.width() > _LOGO_DOTS or image.height() > _LOGO_DOTS:
        image = image.scaled(
            _LOGO_DOTS,
            _LOGO_DOTS,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    return image

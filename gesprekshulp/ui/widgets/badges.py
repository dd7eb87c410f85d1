"""Badges for who, what and late, and the marks of note lines."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gesprekshulp.ui.theme.palette import colours
from gesprekshulp.ui.theme.tokens import SIZE
from gesprekshulp.ui.widgets import painting
from gesprekshulp.ui.widgets.painting import BadgeKind

_MARK_NAMES = {
    "": "notitie",
    "!": "toezegging",
    "=": "besluit",
    "+": "wens",
    "?": "vraag",
    "~": "signaal, alleen intern",
    "#": "alleen intern",
}


class Badge(QWidget):
    """A word in a small box. `Badge.party` chooses the look for Wij, Klant or a third party."""

    def __init__(
        self,
        text: str,
        kind: BadgeKind = BadgeKind.NEUTRAL,
        parent: QWidget | None = None,
        *,
        icon: str = "",
    ) -> None:
        super().__init__(parent)
        self._text = text
        self._kind = kind
        self._icon = icon
        self._narrowest = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    @classmethod
    def party(cls, word: str, parent: QWidget | None = None) -> "Badge":
        """The badge of a party: "Wij", "Klant" or the name of a third."""
        made = cls(word, party_kind(word), parent)
        made._narrowest = SIZE.badge_party
        return made

    @classmethod
    def late(cls, parent: QWidget | None = None) -> "Badge":
        """The badge "Te laat"."""
        return cls("Te laat", BadgeKind.LATE, parent, icon="te-laat")

    def set(self, text: str, kind: BadgeKind | None = None, icon: str = "") -> None:
        """Show another word, in another look when given."""
        self._text = text
        self._kind = kind or self._kind
        self._icon = icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The word in the badge."""
        return self._text

    def sizeHint(self) -> QSize:
        wide = painting.badge_width(self._text, self._kind, self._icon)
        return QSize(max(self._narrowest, wide), SIZE.badge)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.badge(painter, self.rect(), self._text, self._kind, colours(self), self._icon)
        painter.end()


def party_kind(word: str) -> BadgeKind:
    """The look of a party's badge by the word in it."""
    return {"wij": BadgeKind.OURS, "klant": BadgeKind.THEIRS}.get(word.lower(), BadgeKind.NEUTRAL)


class KindMark(QWidget):
    """The mark of a note line, 20x20: `!`, `=`, `+`, `?`, `~`, `#`, or "" for a plain line."""

    def __init__(self, mark: str = "", parent: QWidget | None = None, *, vague: bool = False):
        super().__init__(parent)
        self.setFixedSize(20, 20)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._mark = ""
        self._vague = False
        self.set_mark(mark, vague=vague)

    def set_mark(self, mark: str, *, vague: bool = False) -> None:
        """Show another kind; `vague` draws a promise without who or when as dashed."""
        self._mark = mark
        self._vague = vague
        name = _MARK_NAMES.get(mark, mark)
        self.setAccessibleName(f"vage {name}" if vague else name)
        self.setToolTip(self.accessibleName())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.kind_mark(painter, self.rect(), self._mark, colours(self), vague=self._vague)
        painter.end()

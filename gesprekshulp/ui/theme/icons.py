"""The icons of `resources/icons`, in the colour of a role and sharp on every screen.

QtSvg paints `currentColor` black, so the colour is put in the bytes before they are rendered. Each
(name, colour, size, pixel ratio) is rendered once.
"""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from gesprekshulp.paths import resource


@cache
def _source(name: str) -> bytes:
    return resource("icons", f"{name}.svg").read_bytes()


@cache
def pixmap(name: str, colour: str, size: int = 20, ratio: float = 1.0) -> QPixmap:
    """An icon as a pixmap of `size` logical pixels in a colour such as "#0E6470"."""
    # QtSvg is a library of its own; a window without icons in view does not load it.
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", colour.encode())))
    image = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def paint(painter: QPainter, name: str, colour: str, x: float, y: float, size: int = 20) -> None:
    """Paint an icon with its upper left corner at (x, y)."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(round(x), round(y), pixmap(name, colour, size, ratio))


def icon(name: str, colour: str, size: int = 20) -> QIcon:
    """An icon for menus and line edits; make it again when the colour scheme changes."""
    app = QApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QApplication) else 1.0
    return QIcon(pixmap(name, colour, size, ratio))


@cache
def app_icon() -> QIcon:
    """The program's own icon: a white speech balloon on a tile in the accent colour."""
    result = QIcon()
    for size in (32, 64):
        result.addPixmap(logo_tile("#0E6470", "#FFFFFF", size, 1.0))
    return result


@cache
def logo_tile(fill: str, ink: str, size: int, ratio: float) -> QPixmap:
    """The tile with the speech balloon, as at the top of the sidebar."""
    from PySide6.QtGui import QColor

    image = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(QRectF(0, 0, size, size), size / 4, size / 4)
    inner = round(size * 0.625)
    offset = round((size - inner) / 2)
    painter.drawPixmap(offset, offset, pixmap("gesprek", ink, inner, ratio))
    painter.end()
    return image

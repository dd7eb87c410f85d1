"""The logo of the firm as a picture: drawn from an svg, and at the size of the settings."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from gesprekshulp.domain.errors import UserError

_LOGO_HIGH, _LOGO_WIDE = 48, 240
_SVG_WIDE = 1200


def drawn_svg(path: Path) -> bytes | None:
    """An svg as a png, once, at choosing it: Word does not show svg everywhere.

    None for another kind of file, and for an svg that cannot be drawn.
    """
    if path.suffix.lower() != ".svg":
        return None
    drawing = QSvgRenderer(str(path))
    size = drawing.defaultSize()
    if not drawing.isValid() or size.isEmpty():
        raise UserError(f"“{path.name}” is geen svg die getekend kan worden. Kies een png of jpg.")
    high = max(1, round(_SVG_WIDE * size.height() / size.width()))
    if high > 4 * _SVG_WIDE:
        raise UserError(f"“{path.name}” is veel hoger dan breed. Kies een liggend logo.")
    image = QImage(_SVG_WIDE, high, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter, QRectF(0, 0, _SVG_WIDE, high))
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # pyright: ignore[reportArgumentType, reportCallIssue]
    return bytes(content.data())


def fitted(picture: QPixmap) -> QPixmap:
    """The logo as large as the settings show it."""
    smooth = Qt.TransformationMode.SmoothTransformation
    return picture.scaled(_LOGO_WIDE, _LOGO_HIGH, Qt.AspectRatioMode.KeepAspectRatio, smooth)

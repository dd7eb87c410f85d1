"""The logo: what kind of picture it is, how large it becomes, and its markup."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from gesprekshulp.domain.clean import one_line
from gesprekshulp.exchange.word.errors import LogoRefused
from gesprekshulp.exchange.word.xml import Xml, escaped

_EMU_PER_MM = 36000
_MAX_WIDTH_MM = 50
_MAX_HEIGHT_MM = 9
_PNG = b"\x89PNG\r\n\x1a\n"
_JPG = b"\xff\xd8\xff"
# Start-of-frame markers carry the size; C4, C8 and CC share the range but say something else.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of `width` by `height` pixels; `extension` is "png" or "jpeg"."""

    data: bytes
    extension: str
    width: int
    height: int

    def drawing(self, relation: str, description: str) -> Xml:
        """The picture as a run, in proportion within 50 by 9 mm, with its alternative text."""
        scale = min(_MAX_WIDTH_MM / self.width, _MAX_HEIGHT_MM / self.height) * _EMU_PER_MM
        size = f'cx="{max(1, round(self.width * scale))}" cy="{max(1, round(self.height * scale))}"'
        words = escaped(one_line(description, 200))
        return Xml(
            '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent {size}/><wp:docPr id="1" name="Logo" descr="{words}"/>'
            '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/>'
            "</wp:cNvGraphicFramePr><a:graphic><a:graphicData"
            ' uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
            f'<pic:nvPicPr><pic:cNvPr id="1" name="Logo" descr="{words}"/><pic:cNvPicPr/>'
            f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/>'
            '</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
            f'<a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )


def picture(data: bytes) -> Picture:
    """Read the size of a png or jpg. Raises LogoRefused for anything else."""
    size: tuple[int, int] | None = None
    extension = "png"
    if data.startswith(_PNG) and len(data) >= 24:
        size = struct.unpack(">II", data[16:24])
    elif data.startswith(_JPG):
        extension, size = "jpeg", _jpg_size(data)
    if not size or not all(size):
        raise LogoRefused(
            "Het logo is geen bruikbare png- of jpg-afbeelding;"
            " kies bij Instellingen een ander logo."
        )
    return Picture(data, extension, *size)


def _jpg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        if marker == 0xFF:
            at += 1
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None

"""A Word file as its parts: names and bytes in, a zip out that is the same every time."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

CONTENT_TYPES = "[Content_Types].xml"
DOCUMENT = "word/document.xml"

# Markup repeats itself so much that pressing harder takes twice the time for a tenth of the size.
_LEVEL = 3
_EPOCH = (1980, 1, 1, 0, 0, 0)


def read_parts(data: bytes) -> dict[str, bytes]:
    """The parts of a file that is known to be good."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name[-1] != "/"}


def written(parts: Mapping[str, bytes | str]) -> bytes:
    """The parts as one file: the same parts give the same bytes, on every machine and day."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", compresslevel=_LEVEL) as archive:
        # Readers that look at the first entry to know the file expect the content types there.
        for name in sorted(parts, key=lambda part: (part != CONTENT_TYPES, part)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            entry.external_attr = 0
            archive.writestr(entry, parts[name], compresslevel=_LEVEL)
    return target.getvalue()

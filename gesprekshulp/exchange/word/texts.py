"""The words of a Word file, wherever in the file they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from gesprekshulp.exchange.word.package import read_parts

_PARAGRAPH_END = re.compile(rb"</(?:w:p|a:p|dc:\w+|cp:\w+|vt:\w+|Company|Manager)>")
_BREAK = re.compile(rb"<w:(?:br|tab|cr)\b[^>]*>")
_TAG = re.compile(rb"<[^>]*>")
_DESCRIPTION = re.compile(rb'\b(?:descr|title|alt)="([^"]+)"')
# Styles, fonts and colours hold names of Word's own.
_NO_WORDS = re.compile(
    r"(?:styles|settings|fontTable|numbering|webSettings|theme\d*|stylesWithEffects)\.xml$"
)


def texts_of(content: bytes) -> Iterator[str]:
    """Every paragraph of the document, its headers, footers and notes, and its properties.

    For looking whether something stands in a file that may not; the order means nothing.
    """
    for name, data in read_parts(content).items():
        if not name.endswith(".xml") or _NO_WORDS.search(name) or name.startswith("["):
            continue
        for found in _DESCRIPTION.findall(data):
            yield _text(found)
        for paragraph in _PARAGRAPH_END.split(data):
            words = _text(_TAG.sub(b"", _BREAK.sub(b" ", paragraph)))
            if words.strip():
                yield words


def _text(data: bytes) -> str:
    return unescape(data.decode("utf-8", "replace"))

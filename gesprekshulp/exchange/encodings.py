"""Bytes become text: byte order marks, UTF-16 without one, UTF-8, and Windows' own code page."""

from __future__ import annotations

import codecs
import re

from gesprekshulp.exchange.files import UnreadableFile, check_size, foreign_kind

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    # The mark of UTF-32 begins with that of UTF-16, so it is tried first.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Control characters that no text file needs; a few slip into real exports, so they are counted.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")

_FOLDED = re.compile(rb"([\xc2-\xf4][\x80-\xbf]{0,2})(\r?\n[ \t])([\x80-\xbf]{1,3})")
_WINDOWS = re.compile(rb"[\x80-\x9f]")


def decode(name: str, data: bytes) -> str:
    """The text of a file. Raises UnreadableFile when it is empty, too large or not text at all."""
    check_size(name, data)
    text = _decoded(data)
    strange = len(_CONTROL.findall(text[:200_000]))
    if foreign_kind(data) or strange > max(2, min(len(text), 200_000) // 200):
        raise UnreadableFile(
            name, "is geen tekstbestand; misschien heeft het een verkeerde naam gekregen."
        )
    return _CONTROL.sub("", text) if strange else text


def decode_loosely(data: bytes, charset: str = "") -> str:
    """Text of a piece of a file in the character set it names, or the likeliest; never fails."""
    if charset:
        try:
            # Who says Latin-1 means Windows' page, with its euro and curly quotes: the WHATWG
            # Encoding Standard reads the label so, and so do mail programs.
            latin = codecs.lookup(charset).name in ("iso8859-1", "ascii")
            return data.decode("cp1252" if latin and _WINDOWS.search(data) else charset)
        except (LookupError, UnicodeError, ValueError):
            pass
    return _decoded(data)


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace").lstrip("\ufeff")
    if encoding := _unmarked_utf16(data[:2000]):
        return data.decode(encoding, errors="replace")
    # Calendars and cards fold their lines by bytes, also in the middle of a character (RFC 5545,
    # 3.1): then that character goes to the line above.
    for tried in (data, _FOLDED.sub(rb"\1\3\2", data)):
        try:
            return tried.decode("utf-8")
        except UnicodeDecodeError:
            continue
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        # Five bytes mean nothing in Windows-1252; Latin-1 takes every byte.
        return data.decode("latin-1")


def _unmarked_utf16(start: bytes) -> str:
    if len(start) < 4:
        return ""
    half = len(start) // 2
    # Western text in UTF-16 has a zero for nearly every second byte.
    if start[1::2].count(0) > half * 0.8 and start[0::2].count(0) < half * 0.1:
        return "utf-16-le"
    if start[0::2].count(0) > half * 0.8 and start[1::2].count(0) < half * 0.1:
        return "utf-16-be"
    return ""

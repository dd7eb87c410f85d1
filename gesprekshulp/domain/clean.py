"""Text that can stand in a document: without what XML and Word cannot hold."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_HIGHER_PLANES = "".join(
    f"{chr(plane * 0x10000)}-{chr(plane * 0x10000 + 0xFFFD)}" for plane in range(1, 17)
)
# Control characters, lone surrogates and noncharacters: XML cannot hold them, or Word will not.
_UNWRITABLE = re.compile(f"[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd{_HIGHER_PLANES}]")


def clean(text: str) -> str:
    """The text without what a document cannot hold; every kind of line end becomes a newline."""
    if text.isprintable():
        return text
    return _UNWRITABLE.sub("", _LINE_ENDS.sub("\n", text))


def one_line(text: str, longest: int = 0) -> str:
    """The text with single spaces, and cut with an ellipsis when longer than `longest`."""
    line = " ".join(clean(text).split())
    return f"{line[: longest - 1].rstrip()}…" if longest and len(line) > longest else line


def trimmed(text: str) -> str:
    """Clean text without space around it; "" when nothing of it can be written."""
    # Cleaned before it is looked at: a text of control characters alone is an empty one.
    return clean(text).strip()

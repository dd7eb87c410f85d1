"""Text as people read it: HTML without its tags (nothing is fetched), tidy lines, one line."""

from __future__ import annotations

import re
from html.parser import HTMLParser

MAX_TEXT = 100_000

_BLOCKS = frozenset(
    (
        "p", "div", "br", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
        "blockquote", "pre", "section", "article", "header", "footer",
    )
)  # fmt: skip
_HIDDEN = frozenset(("style", "script", "head", "title", "template", "noscript"))
_TAG = re.compile(
    r"<\s*/?\s*(?:html|body|div|p|br|span|table|a|b|i|ul|li|font|meta)\b", re.IGNORECASE
)
_SPACES = re.compile(r"[ \t\u00a0\u2007\u202f]+")
_INVISIBLE = re.compile(
    r"[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"
)


# Stand on lines of their own around a quote; private use: nobody types them.
_QUOTE, _UNQUOTE = "\ue010", "\ue011"


class _TextOf(HTMLParser):
    """Collects what a reader would see."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag in _BLOCKS:
            self.parts.append(f"\n{_QUOTE}\n" if tag == "blockquote" else "\n")
            if tag == "li":
                self.parts.append("- ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag in _BLOCKS:
            self.parts.append(f"\n{_UNQUOTE}\n" if tag == "blockquote" else "\n")
        elif tag in ("td", "th"):
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(re.sub(r"\s+", " ", data))


def from_html(markup: str, *, marks_quotes: bool = False) -> str:
    """What a page of HTML says, as plain lines. Pictures and links are left where they are.

    With `marks_quotes` lines that a mail quotes begin with ">", as they do in a plain mail.
    """
    reader = _TextOf()
    try:
        reader.feed(markup)
        reader.close()
    except (AssertionError, ValueError):
        # html.parser stops at some malformed declarations; what came before them is kept.
        pass
    text = "".join(reader.parts)
    return tidy(_quoted(text) if marks_quotes else text.replace(_QUOTE, "").replace(_UNQUOTE, ""))


def _quoted(text: str) -> str:
    depth = 0
    lines: list[str] = []
    for line in text.split("\n"):
        if line.strip() in (_QUOTE, _UNQUOTE):
            depth = max(0, depth + (1 if line.strip() == _QUOTE else -1))
        elif line.strip() or not depth:
            lines.append(f"{'>' * depth} {line.strip()}" if depth else line)
        elif lines and lines[-1].startswith(">") and lines[-1].strip(">"):
            lines.append(">" * depth)
    return "\n".join(lines)


def looks_like_html(text: str) -> bool:
    """Whether a field that should be plain text holds HTML."""
    return len(_TAG.findall(text[:5000])) >= 2


def tidy(text: str) -> str:
    """The same text with one kind of line end, no trailing blanks and at most one empty line."""
    text = _INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()[:MAX_TEXT]


def one_line(text: str, limit: int = 300) -> str:
    """The same text on one line of at most `limit` characters."""
    text = " ".join(_INVISIBLE.sub("", text).split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"

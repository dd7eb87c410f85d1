"""Markup in what was pasted from a web page or a mail: read past, with every place kept."""

import re

from gesprekshulp.language.patterns import pattern

# With attributes only: "als x<y dan bel ik, tot a>b" holds no tag.
_TAG = pattern(
    r"</?([a-z][a-z0-9]{0,9})(?:\s+[a-z:-]{1,30}=[^<>]{0,300})?\s?/?>|&(nbsp|amp);", re.IGNORECASE
)
_BREAKS = frozenset(
    ("p", "br", "li", "ul", "ol", "div", "tr", "td", "th", "table", "blockquote", "hr",
     "h1", "h2", "h3", "h4", "h5", "h6")
)  # fmt: skip


def without_markup(text: str) -> str:
    """The same text with blanks for its tags, as long as before; a tag of a block ends the line."""
    if "<" not in text and "&" not in text:
        return text
    return _TAG.sub(_blank, text)


def _blank(found: re.Match[str]) -> str:
    first = " "
    if found[2] is not None:
        first = "&" if found[2].lower() == "amp" else " "
    elif found[1].lower() in _BREAKS:
        first = "\n"
    return first.ljust(len(found[0]))

"""The lists of words that the rules of wording go by, as they ship and as the office edits them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from gesprekshulp.language.wording_model import PhraseList, Style
from gesprekshulp.paths import resource


@cache
def shipped(name: str) -> str:
    """The text of a list that ships with the program: "jargon", "superlatieven", "folder"."""
    return resource("taal", f"{name}.txt").read_text("utf-8")


def phrases(text: str) -> Iterator[tuple[str, str]]:
    """Phrase and advice of each line ("quick win: snel resultaat"); remarks begin with #."""
    for line in text.splitlines():
        phrase, _, advice = line.split("#")[0].partition(":")
        if phrase.strip():
            yield " ".join(phrase.split()), advice.strip()


@lru_cache(maxsize=4)
def style(jargon: str | None = None) -> Style:
    """The lists ready for use; `jargon` is the office's own text of that list."""
    return Style(
        jargon=PhraseList(phrases(shipped("jargon") if jargon is None else jargon)),
        claims=PhraseList(phrases(shipped("superlatieven"))),
        brochure=PhraseList(phrases(shipped("folder"))),
    )

"""How a noted line is told as a sentence, at the read-back and in the report alike."""

from __future__ import annotations

from gesprekshulp.domain.note import LineKind


def sentence(text: str, end: str = ".") -> str:
    """A noted line as a sentence: a capital at the start, and `end` unless a mark stands there.

    >>> sentence("de winkels hadden twee zaterdagen geen kassa")
    'De winkels hadden twee zaterdagen geen kassa.'
    """
    text = " ".join(text.split())
    if not text:
        return ""
    if not text[1:2].isupper():  # "iPhone" keeps its small letter
        text = text[0].upper() + text[1:]
    return text if text[-1] in ".!?…:" else f"{text}{end}"


def line_sentence(kind: LineKind, text: str) -> str:
    """A line of the talk as a sentence: what was noted as a question ends as one.

    >>> line_sentence(LineKind.QUESTION, "kan de bonprinter blijven")
    'Kan de bonprinter blijven?'
    """
    return sentence(text, "?" if kind is LineKind.QUESTION else ".")

"""Columns of a table in little room: wide enough for their longest words, as far as that goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gesprekshulp.domain.page import TWIPS_PER_POINT
from gesprekshulp.exchange.word.letter_widths import letters
from gesprekshulp.exchange.word.xml import columns

_SIZE = 10.0
_AROUND = 230
"""Twips beside the text in a cell, on both sides together."""


def fitting_columns(
    total: int, shares: Sequence[int], texts: Iterable[Sequence[str]]
) -> tuple[int, ...]:
    """Divide a width in twips by shares, after what the longest word of each column needs.

    `texts` are the rows. When the words do not fit together, the shares alone count. No word asks
    for more than a third of the width.
    """
    bold = letters("arial", bold=True)
    needed = [0.0] * len(shares)
    for row in texts:
        for column, text in enumerate(row):
            widest = max((bold.width(word) for word in text.split()), default=0.0)
            needed[column] = max(needed[column], widest)
    asked = [round(width * _SIZE * TWIPS_PER_POINT) + _AROUND for width in needed]
    least = [min(one, total // 3) for one in asked]
    widths = columns(total, *shares)
    lacking = sum(max(0, need - width) for need, width in zip(least, widths, strict=True))
    spare = [max(0, width - need) for need, width in zip(least, widths, strict=True)]
    if not lacking or sum(spare) < lacking:
        return widths
    made = [
        max(need, width - lacking * over // sum(spare))
        for need, width, over in zip(least, widths, spare, strict=True)
    ]
    made[spare.index(max(spare))] += total - sum(made)
    return tuple(made)

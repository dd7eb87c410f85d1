"""Internal text: a type of its own, so that it cannot reach a client document by accident.

Everything a client may read is a plain `str`. Everything that must stay on the laptop is an
`InternalText`, which is not a `str`: it cannot be joined, formatted or written into a document.
Only the window and the archive may `reveal` it; a test holds that no other layer does.
"""

from __future__ import annotations

from dataclasses import dataclass

from gesprekshulp.domain.overlap import shared_stretches


@dataclass(frozen=True, slots=True, repr=False)
class InternalText:
    """Text that never leaves the laptop: own remarks, signals, reflections, `#` lines."""

    _value: str = ""

    def reveal(self) -> str:
        """The text itself, for the adviser's own screen and for the archive."""
        return self._value

    def repeated_in(self, text: str, least: int = 4) -> tuple[tuple[int, int], ...]:
        """Where a text repeats this one for at least `least` words; tells nothing of the rest."""
        return shared_stretches(self._value, text, least)

    def __bool__(self) -> bool:
        return bool(self._value.strip())

    def __str__(self) -> str:
        return "(alleen intern)"

    def __repr__(self) -> str:
        return "InternalText(...)"

    def __format__(self, format_spec: str) -> str:
        return str(self)


NOTHING_INTERNAL = InternalText()

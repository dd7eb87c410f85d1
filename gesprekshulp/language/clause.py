"""One clause: its words with their verbs, and where its own part ends."""

from dataclasses import dataclass, field
from enum import StrEnum

from gesprekshulp.language.text_units import Token
from gesprekshulp.language.verbs import Verb


class Kind(StrEnum):
    """How a clause is built."""

    MAIN = "main"  # the finite verb stands second or first
    SUB = "sub"  # a joining word, the verbs at the end
    INF = "inf"  # "om ... te ..."
    FRAGMENT = "fragment"  # no finite verb


@dataclass(slots=True)
class Clause:
    """One clause. `read` holds for each token its verb or None; `finite` is an index or -1."""

    kind: Kind
    items: list[Token]
    read: list[Verb | None]
    fixed: list[bool]  # tokens that belong to a term, so are neither verb nor name
    mark: str = ""
    finite: int = -1
    end: int = 0  # in characters: up to here terms belong to this clause
    notes: list[Token] = field(default_factory=list[Token])  # what stood between brackets
    coordinated: bool = False  # it came after "en" or "maar"
    also: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    gaps: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])  # joined fragments
    cap: int = 0  # in characters: where the clause around it goes on, when it stands inside one
    core: tuple[int, int] = (0, 0)  # the tokens that are its own, without fragments joined to it
    lows: frozenset[str] | None = field(default=None, init=False, repr=False, compare=False)
    read_as: object = field(default=None, init=False, repr=False, compare=False)  # its predicate

    @property
    def start(self) -> int:
        """Where the clause starts in the note, in characters."""
        return self.items[0].start if self.items else self.end

    @property
    def verb(self) -> Verb | None:
        """The finite verb."""
        return self.read[self.finite] if self.finite >= 0 else None

    @property
    def own(self) -> list[Token]:
        """Its tokens without the fragments that were joined to it."""
        return self.items[self.core[0] : self.core[1]] if self.core[1] else self.items

    def holds(self, place: int) -> bool:
        """Whether a place in the note lies in this clause or in what it goes on with."""
        return self.start <= place < self.end or any(a <= place < b for a, b in self.also)

    def has(self, *words: str) -> bool:
        """Whether one of the words stands in the clause."""
        if self.lows is None:
            self.lows = frozenset(t.low for t in self.items)
        return not self.lows.isdisjoint(words)

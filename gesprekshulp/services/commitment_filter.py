"""The filter above the register of promises, fast enough for every key."""

from __future__ import annotations

import re
import time
import unicodedata
from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from gesprekshulp.domain.commitment import due_group
from gesprekshulp.domain.ids import ClientId
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.commitment_list import Group, Wanted
from gesprekshulp.storage.archive import Archive, Work
from gesprekshulp.storage.commitment_list import CommitmentList, Texts

_WORD = re.compile(r"\w+")
_SHORT_LIST = 1_500
_FEW = 400
_FEW_OF_CLIENTS = 2_000
_SCREENFUL = 40
_BUDGET = 0.008  # seconds
MOST_FOUND = 5_000
"""A filter shows no more than this; whoever wants less types on."""

Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Found:
    """What a filter found. Unless `complete`, there may be more."""

    groups: tuple[Group, ...]
    complete: bool

    @property
    def count(self) -> int:
        """How many promises are in it."""
        return sum(group.count for group in self.groups)


class Names:
    """The names of clients as a filter compares them; read once, until `forget`."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._folded: Mapping[ClientId, str] | None = None

    def forget(self) -> None:
        """Read them again when they are needed next."""
        self._folded = None

    def all(self) -> Mapping[ClientId, str]:
        """Each client's name without capitals and accents."""
        if self._folded is None:
            with self._archive.reading() as work:
                names = work.clients.names()
            self._folded = {id: fold(name) for id, name in names.items()}
        return self._folded


def find(
    archive: Archive,
    clock: Clock,
    wanted: Wanted,
    names: Names,
    among: Sequence[Group],
    *,
    whole: bool = False,
    report: Report | None = None,
) -> Found:
    """The promises of a view in which every typed word begins a word of what, who, said or client.

    Meant for every key: a rare word comes from the full-text index, a frequent one from going
    through the list in its own order until a screen is full, and never for longer than a moment.
    `among` is what `groups` gives for the view. With `whole`, for the background, it goes on to the
    end or to MOST_FOUND; `report` may then break it off.
    """
    words = _WORD.findall(fold(wanted.text))[:8]
    if not words or not among:
        return Found(tuple(among), complete=True)
    with archive.reading() as work:
        search = _Search(work, among, words, names.all(), clock.today())
        if (few := search.few()) is not None:
            return few
        return search.scan(whole=whole, report=report)


def fold(text: str) -> str:
    """A text without capitals and accents, to compare by."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


class _Search:
    """One filter over one view."""

    def __init__(
        self,
        work: Work,
        among: Sequence[Group],
        words: Sequence[str],
        names: Mapping[ClientId, str],
        today: date,
    ) -> None:
        self._listed: CommitmentList = work.commitments.listed
        self._among = among
        self._words = words
        self._names = names
        self._today = today
        self._patterns = [re.compile(rf"\b{re.escape(word)}") for word in words]
        self._clients = [
            [id for id, name in names.items() if word in name and pattern.search(name)]
            for word, pattern in zip(words, self._patterns, strict=True)
        ]

    def few(self) -> Found | None:
        """Everything found, when the words are rare enough to sort all of it; otherwise None."""
        if sum(group.count for group in self._among) <= _SHORT_LIST:
            return None
        first = self._among[0]
        one = len(self._among) == 1
        everything = first.part if one else replace(first.part, any_day=True)
        text = " ".join(self._words)
        if self._listed.count_texts(text, _FEW + 1) > _FEW:
            return None
        clients = list(dict.fromkeys(id for found in self._clients for id in found))
        if len(clients) > _FEW or (
            clients and self._listed.count_of_clients(clients) > _FEW_OF_CLIENTS
        ):
            return None
        numbers = set(self._listed.with_words(everything, text, _FEW))
        if clients:
            numbers.update(
                item.number
                for item in self._listed.of_clients(everything, clients)
                if self._matches(item)
            )
        by_group: dict[str | None, array[int]] = {}
        for number, due in self._listed.by_day(first.part, list(numbers)):
            heading = first.heading if one else due_group(due, self._today)
            by_group.setdefault(heading, array("q")).append(number)
        return self._grouped(by_group, complete=True)

    def scan(self, *, whole: bool, report: Report | None) -> Found:
        """Go through the view in order until a screen is full, or (`whole`) to the end."""
        until = time.monotonic() + _BUDGET
        most = MOST_FOUND if whole else _SCREENFUL
        wanted = [
            (_pattern(word), clients)
            for word, clients in zip(self._words, self._clients, strict=True)
        ]
        by_group: dict[str | None, array[int]] = {}
        found = 0
        for group in self._among:
            total, part = group.count, group.part
            numbers = by_group.setdefault(group.heading, array("q"))
            offset, size = 0, 256
            while offset < total:
                texts = self._listed.scan(part, wanted, offset, size)
                numbers.extend(item.number for item in texts if self._matches(item))
                offset += size
                size = min(size * 2, 4_096 if whole else 256)
                if report is not None:
                    report(offset, total)
                late = not whole and time.monotonic() > until
                if late or found + len(numbers) >= most:
                    left = offset < total or group is not self._among[-1]
                    return self._grouped(by_group, complete=not left)
            found += len(numbers)
        return self._grouped(by_group, complete=True)

    def _matches(self, item: Texts) -> bool:
        hay = f"{fold(item.text)} {self._names.get(ClientId(item.client_id), '')}"
        return all(pattern.search(hay) for pattern in self._patterns)

    def _grouped(self, by_group: Mapping[str | None, Sequence[int]], *, complete: bool) -> Found:
        made = tuple(
            replace(group, count=len(numbers), numbers=numbers)
            for group in self._among
            if (numbers := by_group.get(group.heading))
        )
        return Found(made, complete)


def _pattern(word: str) -> str:
    """A LIKE pattern for a folded word: a letter that may carry an accent stands for any sign."""
    return (
        "%"
        + "".join(sign if sign.isascii() and sign not in "aeiouycn" else "_" for sign in word)
        + "%"
    )

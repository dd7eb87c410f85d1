"""Which column is which of our fields, where only what the cells hold can tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gesprekshulp.exchange.column_headings import leaves_open, plain
from gesprekshulp.exchange.columns import Field
from gesprekshulp.exchange.values import MAIL, day_and_time, telephone, turned_name

_LEGAL = re.compile(
    r"\b(?:b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|stichting|vereniging|maatschap|gemeente|groep|group|holding"
    r"|co[öo]peratie|bedrijf|bouw|en zn\.?|& zn\.?|zonen|advies|school|zorg)\b",
    re.IGNORECASE,
)
_POSTAL = re.compile(r"\d{4}\s?[A-Z]{2}$", re.IGNORECASE)
_SITE = re.compile(r"(?:https?://|www\.)\S+$", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_][^@]*")


@dataclass(frozen=True, slots=True)
class Guess:
    """The first rows of a table while it is guessed what its columns are.

    `headings` stand as our lists have them, `cells` are those of each column that hold something,
    and `found` is what each column is taken for until now.
    """

    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    cells: Sequence[Sequence[str]]
    found: list[Field | None]

    @classmethod
    def of(
        cls, headings: Sequence[str], rows: Sequence[Sequence[str]], found: list[Field | None]
    ) -> Guess:
        """A guess to begin with."""
        cells = [
            [row[place] for row in rows if place < len(row) and row[place].strip()]
            for place in range(len(headings))
        ]
        return cls(headings, rows, cells, found)

    def wordy(self) -> list[int]:
        """The columns of words that nobody claims."""
        return [
            place for place, cells in enumerate(self.cells)
            if self.found[place] is None
            and leaves_open(self.headings[place])
            and cells
            and all(_WORDS.fullmatch(cell) for cell in cells)
        ]  # fmt: skip


def settle_by_contents(guess: Guess) -> None:
    """Mail addresses, postal codes, web addresses and telephone numbers speak for themselves."""
    for place, cells in enumerate(guess.cells):
        if guess.found[place] is not None or not cells or not leaves_open(guess.headings[place]):
            continue
        for one, fits in (
            (Field.EMAIL, MAIL.fullmatch),
            (Field.POSTAL_CODE, _POSTAL.match),
            (Field.WEBSITE, _SITE.match),
            (Field.PHONE, _is_phone),
        ):
            if (
                one not in guess.found
                and sum(bool(fits(cell.strip())) for cell in cells) * 5 >= len(cells) * 4
            ):
                guess.found[place] = one
                break


def settle_person_by_mail(guess: Guess) -> None:
    """Beside the client, a column of names that the mail addresses repeat is of the people."""
    for place in guess.wordy():
        most = _repeated(place, guess.rows) * 2 > len(guess.cells[place])
        if most and _are_of_the_mails(place, guess.rows):
            guess.found[place] = Field.NAME
            return


def settle_unnamed(guess: Guess) -> None:
    """In a table without headings: who is the person, and what the client?"""
    wordy = guess.wordy()[:2]
    if len(wordy) < 2:
        for place in wordy:
            guess.found[place] = name_of_whom(guess, place)
        return

    def personal(place: int) -> int:
        firms = sum(bool(_LEGAL.search(name)) for name in guess.cells[place])
        return _repeated(place, guess.rows) - 2 * firms

    person = max(wordy, key=personal)
    for place in wordy:
        guess.found[place] = Field.NAME if place == person else Field.CLIENT


def holds_people(guess: Guess) -> bool:
    """Whether one of the first columns that nobody claims has the names of the mail addresses."""
    return any(_are_of_the_mails(place, guess.rows) for place in guess.wordy()[:2])


def name_of_whom(guess: Guess, place: int) -> Field:
    """Whether the only names in a table are of people or of clients."""
    about_clients = {Field.TRADE, Field.SIZE, Field.STATUS, Field.SINCE, Field.KIND, Field.DATE}
    names = guess.cells[place]
    if Field.ROLE in guess.found:
        return Field.NAME
    if about_clients & set(guess.found) or any(_LEGAL.search(name) for name in names):
        return Field.CLIENT
    mails = " ".join(
        cell.casefold() for cells in guess.cells for cell in cells if MAIL.search(cell)
    )
    own = [name for name in names if any(part.casefold() in mails for part in name.split())]
    return Field.NAME if mails and len(own) * 2 >= len(names) else Field.CLIENT


def are_full_names(place: int, first: int, rows: Sequence[Sequence[str]]) -> bool:
    """Whether most names begin with the first name of their own row, or with its initial."""
    pairs = [
        (_name_words(turned_name(row[place])), _name_words(row[first]))
        for row in rows
        if max(place, first) < len(row)
    ]
    both = [(whole, own) for whole, own in pairs if whole and own]
    full = sum(len(whole) > 1 and whole[0] in (own[0], own[0][0]) for whole, own in both)
    return bool(full) and full * 2 >= len(both)


def _are_of_the_mails(place: int, rows: Sequence[Sequence[str]]) -> bool:
    """Whether these are the names of those whose mail address stands in the same row.

    One name in every row is of somebody of our own: an account manager, a region.
    """
    names = [row[place].casefold() for row in rows if place < len(row) and row[place].strip()]
    several = len(set(names)) > 1 or len(names) == 1
    return several and _repeated(place, rows) * 2 >= len(names)


def _repeated(place: int, rows: Sequence[Sequence[str]]) -> int:
    """In how many rows a mail address carries the name in this column."""
    return sum(
        any(MAIL.search(cell) and _carries(cell, row[place]) for cell in row)
        for row in rows
        if place < len(row)
    )


def _carries(mail: str, name: str) -> bool:
    """Whether a mail address is of this name: jan@, jan.vos@, janvos@, j.vos@ or jvos@."""
    words = _name_words(name)
    parts = re.split(r"[._-]", mail.strip().casefold().partition("@")[0])
    if not words:
        return False
    first, *last = words
    whole = {first + "".join(last), first[0] + "".join(last)} if last else {first}
    return first in parts or "".join(parts) in whole


def _name_words(name: str) -> list[str]:
    return plain(name).split()


def _is_phone(cell: str) -> bool:
    return (
        bool(re.fullmatch(r"[+0][\d\s()./-]{8,18}", cell))
        and bool(telephone(cell))
        and day_and_time(cell) is None
    )

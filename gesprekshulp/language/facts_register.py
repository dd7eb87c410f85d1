"""Whether a text says the same as the registers of promises and decisions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from gesprekshulp.domain.dutch_dates import day_and_year
from gesprekshulp.domain.remark import Remark, RemarkKind
from gesprekshulp.language.facts import remark
from gesprekshulp.language.facts_days import WrittenDay, written_days
from gesprekshulp.language.patterns import pattern
from gesprekshulp.language.wording_model import Prose

_AMOUNT = pattern(
    r"(?:€|EUR|euro)\s?(\d{1,3}(?:[. ]\d{3})+|\d+)(?:,(\d{1,2}|-{1,2}|–))?(?!\d)"
    r"|\b(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{2}|-{1,2}|–))?\s?(?:euro\b|EUR\b|€)",
    re.IGNORECASE,
)
_LETTERS = pattern(r"[^\W\d_]{4,}")
# Words that many promises share: they do not make two texts alike.
_COMMON = frozenset(
    """
    deze voor naar over door onze wordt worden heeft hebben zijn zullen kunnen moeten uiterlijk
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april juni
    juli augustus september oktober november december week maand jaar volgende komende nog ook
    sturen stuurt stuur gestuurd maken maakt maak gemaakt geven geeft geef gegeven doen doet
    leveren levert lever zorgen zorgt zorg krijgen krijgt
    euro daarna eerst samen beide alle elke klant wij daarom omdat alleen
    """.split()  # noqa: SIM905 - a list of seventy strings reads worse
)
# Of these one is enough beside one long word: "jaarrekening sturen", "stuurt de jaarrekening".
_ACTS = {
    form: act
    for act in (
        "sturen stuurt stuur gestuurd toesturen opsturen nasturen",
        "maken maakt maak gemaakt opmaken",
        "geven geeft geef gegeven",
        "leveren levert lever geleverd aanleveren aangeleverd opleveren opgeleverd",
    )
    for form in act.split()
}
_LONG = 7


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a register: what it says, and the days on which it may stand in a text.

    `days` are its day and those it had before; none for a decision or a promise without a day.
    """

    what: str
    due: date | None = None
    days: frozenset[date] = frozenset()


@lru_cache(maxsize=4096)
def gist(text: str) -> frozenset[str]:
    """The words that say what a text is about, without their endings."""
    return frozenset(
        _stem(word)
        for word in (match.group().lower() for match in _LETTERS.finditer(text))
        if word not in _COMMON
    )


def _stem(word: str) -> str:
    for end in ("eren", "en", "es", "s", "t", "d", "e"):
        if word.endswith(end) and len(word) - len(end) >= 3:
            word = word[: -len(end)]
            break
    return re.sub(r"(.)\1", r"\1", word)


def alike(entry: str, text: str, share: float = 0.6) -> bool:
    """Whether a text is about the same as a row: two of its words, and most of them, are there.

    Of a row with only one word that says something, that word must be long and what is done the
    same.
    """
    wanted = gist(entry)
    things = wanted - gist(" ".join(_ACTS))
    common = len(wanted & gist(text))
    if len(things) == 1:
        (thing,) = things
        is_long = any(len(word) >= _LONG and _stem(word) == thing for word in _words(entry))
        return thing in gist(text) and is_long and bool(_acts(entry) & _acts(text))
    return common >= 2 and common >= share * len(wanted)


def _words(text: str) -> list[str]:
    return [match.group().lower() for match in _LETTERS.finditer(text)]


@lru_cache(maxsize=4096)
def _acts(text: str) -> frozenset[str]:
    found = (_ACTS.get(match.group().lower()) for match in _LETTERS.finditer(text))
    return frozenset(act for act in found if act)


def amounts(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and worth in cents of each amount of money in a text."""
    for match in _AMOUNT.finditer(text):
        whole, cents = match[1] or match[3], match[2] or match[4] or ""
        number = int(whole.replace(".", "").replace(" ", "")) * 100
        yield (
            match.start(),
            match.end(),
            number + (int(cents.ljust(2, "0")) if cents.isdigit() else 0),
        )


def against_register(text: str, entries: Sequence[Entry], near: date) -> Iterator[Remark]:
    """Days and amounts that differ from what the register says about the same thing.

    `near` is the day of the talk. Only a sentence with one day, or one amount, is compared: with
    more it cannot be decided which belongs to what.
    """
    if not entries:
        return
    days = list(written_days(text, near))
    sums = list(amounts(text))
    if not days and not sums:
        return
    for sentence in Prose(text).sentences:
        here = [day for day in days if sentence.start <= day.start < sentence.end and day.days]
        money = [one for one in sums if sentence.start <= one[0] < sentence.end]
        if not here and not money:
            continue
        said = text[sentence.start : sentence.end]
        same = [entry for entry in entries if alike(entry.what, said)]
        if not same:
            continue
        if len(here) == 1 and (found := _other_day(text, here[0], same, near)):
            yield found
        if len(money) == 1 and (found := _other_amount(text, money[0], same)):
            yield found


def _other_day(text: str, found: WrittenDay, entries: Sequence[Entry], near: date) -> Remark | None:
    if not any(day >= near for day in found.days[:1]):
        return None  # history
    dated = [entry for entry in entries if entry.due]
    if len(dated) != 1 or dated[0].days & set(found.days):
        return None
    due = dated[0].due
    assert due is not None
    return remark(
        "anders-dan-register", RemarkKind.FACT, text, (found.start, found.end),
        f"In het register staat {day_and_year(due)} bij “{dated[0].what}”;"
        " maak de tekst of het register gelijk.",
    )  # fmt: skip


def _other_amount(
    text: str, found: tuple[int, int, int], entries: Sequence[Entry]
) -> Remark | None:
    start, end, cents = found
    for entry in entries:
        known = {worth for _, _, worth in amounts(entry.what)}
        if len(known) == 1 and cents not in known:
            first = next(entry.what[a:b] for a, b, _ in amounts(entry.what))
            return remark(
                "anders-dan-register", RemarkKind.FACT, text, (start, end),
                f"In het register staat {first} bij “{entry.what}”;"
                " maak de tekst of het register gelijk.", first,
            )  # fmt: skip
    return None

"""Where the clauses of a sentence start and end."""

from gesprekshulp.language.joining_words import RELATIVE, joins, the_one_of
from gesprekshulp.language.lexicon import (
    COORDINATORS,
    DETERMINERS,
    SUBORDINATORS,
)
from gesprekshulp.language.numbers import cardinal
from gesprekshulp.language.text_units import CUTS, Token
from gesprekshulp.language.verb_lists import NOUN_LIKE
from gesprekshulp.language.verbs import Form, Verb
from gesprekshulp.language.wordlists import words

_OPENERS = frozenset(
    words(
        """
        dat of als zodra wie wat hoe welke welk waarom wanneer omdat
        """
    )
)


def pieces(
    items: list[Token], read: list[Verb | None], fixed: list[bool], flags: list[bool]
) -> list[tuple[int, int, str]]:
    """Where clauses start and end, each with its joining word."""
    size = len(items)
    after = [size] * (size + 1)  # index of the next finite verb at or after i
    cut = [size] * (size + 1)  # index of the next comma at or after i
    for i in range(size - 1, -1, -1):
        after[i] = i if flags[i] else after[i + 1]
        cut[i] = i if _is_cut(items, i) else cut[i + 1]
    out: list[tuple[int, int, str]] = []
    start, mark, seen = 0, "", False

    def close(end: int) -> None:
        nonlocal start
        if end > start:
            out.append((start, end, mark))
        start = end

    for i in range(size):
        low = items[i].low
        if i == cut[i]:
            close(i)
            start, mark, seen = i + 1, "", False
            continue
        if fixed[i]:
            continue
        stop = cut[i]
        waits = mark not in ("", "om") and not seen and low in ("dat", "die")
        points = waits and i > start + 1 and _one_verb_left(items, read, flags, i, stop)
        if (
            low in SUBORDINATORS
            and not points
            and not (low == "die" and the_one_of(items, i))
            and joins(items, read, flags, fixed, i, after, stop)
        ):
            if i > start and not (
                mark == ""
                and all(
                    items[k].low in COORDINATORS or items[k].low in _BEFORE_MARK
                    for k in range(start, i)
                )
            ):
                joined = items[i - 1].low in ("en", "maar") and i - 1 > start
                close(i - 1 if joined else i)
            mark, seen = low, False
            start = min(start, i)
            continue
        if low == "om" and not _clock(items, fixed, i) and _to_infinitive(items, read, i, stop):
            close(i)
            mark, seen = "om", False
            continue
        ended = False
        if mark and i > start + 1 and low in COORDINATORS and not seen:
            ended = seen = (inner := read[i - 1]) is not None and bool(
                inner.form & (Form.PLURAL | Form.THIRD | Form.PAST)
            )
        if low in COORDINATORS and low != "of" and seen and i > start and after[i + 1] < stop:
            if (ended or not _same_phrase(flags, i)) and not _joined_later(
                items, fixed, i, after[i + 1]
            ):
                keep = (
                    mark if mark and mark != "om" and _verb_final(flags, fixed, i + 1, stop) else ""
                )
                close(i)
                mark, seen = keep, False
            continue
        if flags[i]:
            if mark == "om" and i > start + 2 and items[i - 2].low == "te":
                close(i)  # "Op ons verzoek om te bellen | zei Els ..."
                mark = ""
            behind = flags[i - 1] or _participle_before(read, i)
            if seen and mark and i > start and (behind or _opens_main(items, i)):
                close(i)
                mark = ""
            seen = True
    close(size)
    return out


def _clock(items: list[Token], fixed: list[bool], i: int) -> bool:
    """Whether "om" tells the time: "om 9 uur", "om acht uur", "om half negen"."""
    if i + 2 >= len(items):
        return i + 1 < len(items) and fixed[i + 1] and items[i + 1].low[0].isdigit()
    number, behind = items[i + 1].low, items[i + 2].low
    if number[0].isdigit():
        return fixed[i + 1] or behind == "uur"
    if number in ("half", "kwart"):
        return behind in ("voor", "over") or cardinal(behind) is not None
    return behind == "uur" and cardinal(number) is not None


_BEFORE_MARK = frozenset(
    (
        "ook",
        "pas",
        "zelfs",
        "net",
        "alleen",
        "vooral",
        "direct",
        "meteen",
        "zo",
        "gauw",
        "en",
        "behalve",
        "ja",
        "met",
    )
)


def _is_cut(items: list[Token], i: int) -> bool:
    low = items[i].low
    if low in CUTS:
        return True
    return (
        low == "-"
        and 0 < i < len(items) - 1
        and items[i].start > items[i - 1].end
        and items[i + 1].start > items[i].end
    )


def _one_verb_left(
    items: list[Token], read: list[Verb | None], flags: list[bool], i: int, stop: int
) -> bool:
    """Whether the clause around "dat" or "die" still waits for the only verb that is left.

    "Zei dat hij vrijdag die sleutels inlevert", but "dat de man die ziek is vrijdag komt".
    """
    if stop - i > RELATIVE:
        return False
    groups, inside = 0, False
    for k in range(i + 1, stop):
        verb = read[k]
        acts = verb is not None and items[k].low not in NOUN_LIKE and items[k].low != "zijn"
        acts = flags[k] or (acts and items[k - 1].low not in DETERMINERS)
        groups += acts and not inside
        inside = acts or (inside and items[k].low == "te")
    if groups > 1:
        return False
    behind = items[stop : stop + RELATIVE]
    if len(behind) < 2 or behind[0].low != "," or behind[1].low in COORDINATORS | SUBORDINATORS:
        return True
    ends = next((k for k in range(1, len(behind)) if _is_cut(behind, k)), len(behind))
    return not flags[stop + ends - 1]


def _to_infinitive(items: list[Token], read: list[Verb | None], i: int, stop: int) -> bool:
    return any(
        items[k].low == "te" and read[k + 1] is not None
        for k in range(i + 1, min(stop, i + 40) - 1)
    )


def _joined_later(items: list[Token], fixed: list[bool], i: int, finite: int) -> bool:
    """Whether the next finite verb is of a clause still to come: "A en B weten welke ..."."""
    return any(
        items[k].low in _OPENERS
        and not fixed[k]
        and not (items[k].low == "dat" and k + 1 == finite)  # "en dat ga ik morgen doen"
        for k in range(i + 1, min(finite, i + 40))
    )


def _same_phrase(flags: list[bool], i: int) -> bool:
    """ "Jan en Piet leveren": the word joins two names before one verb."""
    return not any(flags[max(0, i - 40) : i])


def _verb_final(flags: list[bool], fixed: list[bool], i: int, stop: int) -> bool:
    """Whether what follows has its verb at the end, like the second half of "dat A en B"."""
    while stop > i + 3 and fixed[stop - 1]:
        stop -= 1  # "en het hek herstelt voor 1 april"
    first = next((k for k in range(i, stop) if flags[k]), stop)
    return first >= stop - 2 and first - i >= 2


def _participle_before(read: list[Verb | None], i: int) -> bool:
    """ "Als de bank heeft gereageerd | meldt Jan zich": the clause before has all its verbs."""
    before, verb = read[i - 1], read[i]
    done = before is not None and before.form & (Form.PARTICIPLE | Form.PLURAL) == Form.PARTICIPLE
    return done and verb is not None and bool(verb.form & (Form.THIRD | Form.STEM))


def _opens_main(items: list[Token], i: int) -> bool:
    """Whether a verb in a subordinate clause starts the main one: "klaar is | stuur ik"."""
    after = items[i + 1].low if i + 1 < len(items) else ""
    return after in ("ik", "wij", "we", "hij", "ze", "zij", "jij", "u")

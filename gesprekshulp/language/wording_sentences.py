"""Rules about sentences: too long, u and je mixed, a word twice."""

from __future__ import annotations

from collections.abc import Iterable

from gesprekshulp.language.wording_model import Hit, Prose, Style, Word
from gesprekshulp.language.wording_passives import SUBORDINATORS
from gesprekshulp.language.wordlists import words

LONGEST = 25
"""A sentence of more words than this is too long."""

# "dat dat", "of het het waard is": right Dutch, or not to be decided.
_MAY_REPEAT = frozenset(
    words("dat die u je ze zijn het haar er had was is hem ons heel zeer nee ja stap of wie wat in")
)


# Where one of these acts, "u u" is not subject and object.
_OTHERS = frozenset(words("ik wij we hij zij jullie"))
_PREPOSITIONS = frozenset(
    words("aan achter bij boven door in met na naar om onder op over per tegen tot uit van voor")
)


def double_words(prose: Prose, style: Style) -> Iterable[Hit]:
    """The same word twice in a row."""
    for first, second in zip(prose.words, prose.words[1:], strict=False):
        if first.low != second.low or not first.low.isalpha():
            continue
        if first.low in _MAY_REPEAT and not _is_slip(prose, first):
            continue
        gap = prose.text[first.end : second.start]
        if gap.strip() or "\n" in gap or not gap:
            continue
        one, other = prose.text[first.start : first.end], prose.text[second.start : second.end]
        if one[0].islower() and other[0].isupper():
            continue  # "van Van Dalen"
        yield Hit(
            first.start,
            second.end,
            f"“{one}” staat er twee keer achter elkaar; haal er een weg.",
            one,
        )


def _is_slip(prose: Prose, first: Word) -> bool:
    """Whether a word that may stand twice cannot do so here: "Wij sturen u u", "De lijst is is"."""
    sentence = prose.sentence_at(first.start)
    if sentence is None:
        return False
    before = [word.low for word in sentence.words if word.start < first.start]
    if not before or SUBORDINATORS.intersection(before):
        return False  # "als u u aanmeldt", "wat er is is bruikbaar"
    match first.low:
        case "u":
            return bool(_OTHERS.intersection(before))
        case "is" | "was":
            return True
        case "het":
            return before[-1] in _PREPOSITIONS
        case _:
            return False


def long_sentences(prose: Prose, style: Style) -> Iterable[Hit]:
    """Sentences of more than 25 words; a sign of money is none."""
    for sentence in prose.sentences:
        count = sum(word.low != "€" for word in sentence.words)
        if count > LONGEST:
            yield Hit(
                sentence.start,
                sentence.end,
                f"Deze zin heeft {count} woorden; maak er twee zinnen van.",
            )


# --- u and je ---

POLITE = frozenset(words("u uw uzelf"))
FAMILIAR = frozenset(words("je jij jou jouw jullie jezelf"))


def address(prose: Prose) -> tuple[int, int]:
    """How often a text says u, and how often je, outside quotes."""
    polite = sum(1 for _ in _addressed(prose, POLITE))
    return polite, sum(1 for _ in _addressed(prose, FAMILIAR))


def mixed_address(prose: Prose, style: Style) -> Iterable[Hit]:
    """Where the text says u among je, or the other way round."""
    if style.familiar is None:
        return
    wanted, other = ("je", POLITE) if style.familiar else ("u", FAMILIAR)
    for start, end in _addressed(prose, other):
        found = prose.text[start:end]
        fix = {"jouw": "uw", "Jouw": "Uw"}.get(found) if not style.familiar else None
        yield Hit(
            start,
            end,
            f"In dit verslag staat verder “{wanted}”; maak van “{found}” dezelfde aanspreekvorm.",
            fix,
        )


def _addressed(prose: Prose, forms: frozenset[str]) -> Iterable[tuple[int, int]]:
    for place, word in enumerate(prose.words):
        if word.low not in forms or prose.is_quoted(word.start, word.end):
            continue
        if word.low == "u":
            before = prose.words[place - 1].low if place else ""
            after = prose.text[word.end : word.end + 1]
            # "36 u per week", "U-bocht", "U.S.": no address
            if before[-1:].isdigit() or (after and after in "-.&'’" and not _ends(prose, word.end)):
                continue
            if prose.text[word.start - 1 : word.start] in ("-", "&", "."):
                continue
        yield word.start, word.end


def _ends(prose: Prose, place: int) -> bool:
    return prose.text[place : place + 1] == "." and not prose.text[place + 1 : place + 2].isalpha()

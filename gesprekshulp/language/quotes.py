"""Quoted speech: what stands between quotation marks, and who says it."""

from collections.abc import Iterator
from dataclasses import dataclass

from gesprekshulp.language import verbs
from gesprekshulp.language.parties import Owner, Parties, Party
from gesprekshulp.language.patterns import pattern
from gesprekshulp.language.text_units import Token
from gesprekshulp.language.verbs import Sort

_REACH = 150  # tokens within which a quote must close, so that a stray mark costs no more than that


_HAVE = frozenset(("heb", "hebben", "heeft", "had", "hadden"))
_TOLD = 8  # words within which "heb ik ... gezegd" ends
_SINGLE = pattern(
    r"(?<![\w'’])['‘](?!(?:s|t|n|k|m|r|ns|ie)\b)(?=[^\W\d_])([^'‘’\n]*(?:\w['’](?=[sSnt]\b)[^'‘’\n]*)*)"
    r"['’](?!\w)"
)


def with_double_quotes(note: str) -> str:
    """The note with 'single quotes' around speech as double ones; no character moves."""
    if "'" not in note and "‘" not in note:
        return note
    return _SINGLE.sub(lambda m: f'"{m[1]}"' if len(m[1]) > 8 else m[0], note)


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of tokens and, when it is a quote, its speaker."""

    items: list[Token]
    speaker: Party | None = None
    quoted: bool = False
    long_ago: bool = False  # "..., had Jan vorige maand gezegd"


def passages(items: list[Token], parties: Parties) -> Iterator[Passage]:
    """The note in reading order, cut into what the writer says and what is quoted."""
    start = 0
    i = 0
    while i < len(items):
        if items[i].text in '"“„”«':
            close = _closing(items, i)
            if close > i + 1:
                before = items[start:i]
                if before:
                    yield Passage(before)
                speaker = _speaker(items, start, i, close, parties)
                ago = _long_ago(items, start, i, close)
                yield Passage(items[i + 1 : close], speaker, quoted=True, long_ago=ago)
                start = i = close + 1
                continue
        i += 1
    if start < len(items):
        yield Passage(items[start:])


def _long_ago(items: list[Token], start: int, opening: int, close: int) -> bool:
    """Whether somebody "had" said it: "had Jan gezegd", "Els had beloofd:"."""
    after = items[close + 1 : close + _TOLD]
    if after[:1] and after[0].low == ",":
        after = after[1:]
    if after[:1] and after[0].low in ("had", "hadden"):
        return True
    before = items[max(start, opening - _TOLD) : opening]
    told = next((k for k in range(len(before)) if before[k].low in ("had", "hadden")), -1)
    return told >= 0 and before[-1].low == ":" and any(_speaks(t) for t in before[told + 1 :])


def _closing(items: list[Token], opening: int) -> int:
    for i in range(opening + 1, min(len(items), opening + _REACH)):
        if items[i].text in '"”“»':
            return i
    return -1


def _speaker(
    items: list[Token], start: int, opening: int, close: int, parties: Parties
) -> Party | None:
    before = items[max(start, opening - 14) : opening]
    while before and before[-1].low in (":", ","):
        before = before[:-1]
        for cut in range(len(before) - 1, -1, -1):
            if before[cut].low in (".", ";", "!", "?", "\n"):
                before = before[cut + 1 :]
                break
        found = first_party(before, parties)
        if found is not None:
            return found
        if len(before) > 2 and before[0].low in ("de", "het", "een") and _speaks(before[2]):
            return Party(Owner.THIRD, before[1].text)  # "De loods belde:"
    after: list[Token] = []
    for token in items[close + 1 : close + 12]:
        if token.low in (".", ";", "!", "?", "\n") or token.text in '"“”':
            break
        after.append(token)
    if any(_speaks(t) for t in after[:3]):
        return first_party(after, parties)
    perfect = len(after) > 2 and any(t.low in _HAVE for t in after[:2])
    if perfect and any(_speaks(t) for t in after[3:_TOLD]):
        return first_party(after, parties)  # ", heb ik mevrouw Tan gezegd"
    return None


def _speaks(token: Token) -> bool:
    if token.low in ("aldus", "volgens"):
        return True
    found = verbs.verb(token.low)
    return found is not None and verbs.speech(found.lemma, found.particle) is not None


def first_party(items: list[Token], parties: Parties) -> Party | None:
    """The first party named in a run of tokens."""
    for i in range(len(items)):
        found = parties.at(items, i)
        if found is not None:
            return found
    return None


def trailing_speaker(items: list[Token], parties: Parties) -> Party | None:
    """The speaker of a sentence that ends in ", zei Henk" or ", aldus Rosa"."""
    for i in range(len(items) - 1, max(-1, len(items) - 9), -1):
        if items[i].low == "," and i + 2 < len(items):
            head = items[i + 1]
            found = verbs.verb(head.low)
            if head.low == "aldus" or (
                found is not None
                and verbs.speech(found.lemma) is Sort.SAY
                and found.lemma in ("zeggen", "vertellen", "roepen", "schrijven", "melden")
            ):
                return parties.at(items, i + 2)
    return None

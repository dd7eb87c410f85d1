"""What the read-back says: a line with what changed in it, and who does it by when."""

from datetime import date
from difflib import SequenceMatcher

from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.decision import Decision
from gesprekshulp.domain.dutch_dates import day_and_month, day_and_year, distance, enumeration
from gesprekshulp.domain.read_back import ReadBackItem, Verdict
from gesprekshulp.domain.sentences import sentence as as_sentence
from gesprekshulp.ui.widgets.labels import Span


def sentence(before: str, after: str) -> tuple[Span, ...]:
    """The words now, with the words that were there struck through before them."""
    if before == after:
        return (Span(after),)
    old, new = before.split(), after.split()
    spans: list[Span] = []
    for what, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what in ("delete", "replace"):
            spans.append(Span(" ".join(old[i:j]), "muted", struck=True))
            spans.append(Span(" "))
        if what != "delete":
            spans.append(Span(" ".join(new[k:m]) + " "))
    return tuple(spans)


def _by_when(promise: Commitment, today: date) -> str:
    if promise.due is None:
        return promise.event or "nog geen dag"
    far = promise.due.year != today.year
    day = f"{day_and_month(promise.due)} {promise.due.year}" if far else day_and_month(promise.due)
    return f"{day}, {distance(promise.due, today)}"


def _short(who: str) -> str:
    """The first name of a person; the whole name of a firm with a long one."""
    words = who.split(" ")
    return words[0] if len(words) < 4 else who


def below(item: ReadBackItem, first: Commitment | None, today: date) -> tuple[Span, ...]:
    """The second line of a promise: who, unless the words say so, and by when.

    `first` is the promise as it was; what changed stands struck through before what it is now.
    """
    promise = item.commitment
    if promise is None:
        return ()
    spans: list[Span] = []
    old_who = first.who if first is not None else promise.who
    if promise.who != old_who:
        spans += [Span(_short(old_who) or "beiden", "muted", struck=True), Span(" ", "muted")]
    name = _short(promise.who)
    if name and (promise.who != old_who or name.lower() not in item.text.lower()):
        spans.append(Span(f"{name}, ", "muted"))
    now = _by_when(promise, today)
    if first is not None and _by_when(first, today) != now:
        spans += [Span(_by_when(first, today), "muted", struck=True), Span(" ", "muted")]
    spans.append(Span(now, "muted"))
    return tuple(spans)


def against(decision: Decision) -> tuple[Span, ...]:
    """The second line of a decision against our advice: the advice, and why not so."""
    if not decision.is_against_advice:
        return ()
    said = f"Wijkt af van ons advies: {as_sentence(decision.advice)}"
    if decision.advice_reason.strip():
        said += f" Uw reden: {as_sentence(decision.advice_reason)}"
    return (Span(said, "muted"),)


def standing(items: tuple[ReadBackItem, ...]) -> str:
    """ "3 kloppen, 1 anders, nog 2 te gaan"."""
    right = sum(1 for item in items if item.verdict is Verdict.RIGHT)
    other = sum(1 for item in items if item.verdict is Verdict.OTHER)
    left = len(items) - right - other
    parts: list[str] = []
    if right:
        parts.append(f"{right} {'klopt' if right == 1 else 'kloppen'}")
    if other:
        parts.append(f"{other} anders")
    parts.append(f"nog {left} te gaan" if left else "alles is doorgenomen")
    return ", ".join(parts)


def confirmed(names: str, day: date) -> str:
    """ "Bevestigd door Annet Vos op 12 maart 2026"."""
    return f"Eerder bevestigd door {names} op {day_and_year(day)}"


def together(names: list[str]) -> str:
    """ "Annet Vos en Joris Vos"."""
    return enumeration([name for name in names if name])

"""What one line of a talk looks like: its mark, its words, and the note on the right."""

from dataclasses import dataclass, replace
from datetime import date

from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.decision import Scope
from gesprekshulp.domain.dutch_dates import clock, lateness, short_day
from gesprekshulp.domain.note import LineKind, NoteLine
from gesprekshulp.language.vague import find_vague
from gesprekshulp.services.line_registers import Registers
from gesprekshulp.ui.appointment.talk_document import words_of
from gesprekshulp.ui.commitments.rows import SIDE_WORDS

ONLY_INTERNAL = "alleen intern"
OFFERED = "Toezegging?"
AGAINST = "wijkt af van advies"


@dataclass(frozen=True, slots=True)
class LineLook:
    """A row ready to be painted.

    `note` stands on the right, with a badge or a lock before it; `acts` when clicking it does
    something. `vague` marks a promise that nothing holds yet, and `spots` the words that say so.
    """

    time: str
    mark: str
    words: str
    muted: bool = False
    vague: bool = False
    badge: str = ""
    note: str = ""
    lock: bool = False
    acts: bool = False
    hidden: bool = False
    spots: tuple[tuple[int, int], ...] = ()


def when(promise: Commitment, today: date) -> str:
    """By when: "wo 18 mrt · over 6 dagen", the event, or "nog geen dag"."""
    if promise.due is not None:
        return f"{short_day(promise.due, today)} · {lateness(promise.due, today)}"
    return promise.event or "nog geen dag"


def first_name(who: str, known: tuple[str, ...]) -> str:
    """The first name of somebody at the table, when nobody else there has it; else all of it."""
    if who not in known:
        return who
    first = who.split(" ")[0]
    return first if sum(1 for name in known if name.split(" ")[0] == first) == 1 else who


def look(
    line: NoteLine,
    registers: Registers,
    today: date,
    *,
    hide_internal: bool,
    boxed: bool = False,
    offered: bool = False,
    doubtful: bool = False,
) -> LineLook:
    """How a line is shown, with what the registers made of it.

    `boxed` is a vague promise under which who, what and when are asked already; `offered` a plain
    line that holds a promise, of which nobody has said yet whether it is one; `doubtful` a plain
    line in which a promise without a day is being typed.
    """
    kind = line.kind
    base = LineLook(clock(line.at), kind.mark, words_of(line))
    if kind.is_internal:
        return LineLook(
            base.time,
            base.mark,
            base.words,
            muted=kind is LineKind.INTERNAL,
            note=ONLY_INTERNAL,
            lock=True,
            hidden=hide_internal,
        )
    if kind is LineKind.COMMITMENT and (promise := registers.commitments.get(line.id)):
        if promise.is_vague:
            return LineLook(
                base.time,
                base.mark,
                base.words,
                vague=True,
                spots=find_vague(base.words),
                note="" if boxed else "wie, wanneer?",
                acts=True,
            )
        return LineLook(
            base.time,
            base.mark,
            base.words,
            badge=SIDE_WORDS[promise.side],
            note=when(promise, today),
            acts=True,
        )
    if kind is LineKind.DECISION:
        decision = registers.decisions.get(line.id)
        against = decision is not None and decision.is_against_advice
        note = line.scope.value
        if against:
            note = AGAINST if line.scope is Scope.INSIDE else f"buiten · {AGAINST}"
        return LineLook(base.time, base.mark, base.words, note=note, acts=True)
    if kind is LineKind.WISH:
        wish = registers.wishes.get(line.id)
        need = f"wens · {wish.need}" if wish is not None and wish.need else "wens"
        return LineLook(base.time, base.mark, base.words, note=need)
    if doubtful:
        return replace(base, spots=find_vague(base.words))
    return replace(base, note=OFFERED, acts=True) if offered else base

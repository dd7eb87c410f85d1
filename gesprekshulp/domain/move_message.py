"""What the other side reads when a promise gets another day."""

from __future__ import annotations

from datetime import date

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.draft import Draft, Reader, Sender, draft, with_reason
from gesprekshulp.domain.dutch_dates import day_and_year, long_day


def move_message(
    promise: Commitment, was: date | None, to: date, reason: str, reader: Reader, sender: Sender
) -> Draft:
    """A polite message that a promise is moved from `was` to `to`, and why."""
    what = promise.what.strip().rstrip(".")
    made = day_and_year(promise.made_on)
    before = f", uiterlijk {long_day(was)}" if was else ""
    match promise.side:
        case Side.US:
            opening = f"Op {made} hebben wij u toegezegd: {what}{before}."
            moved = with_reason(f"Dat wordt {long_day(to)}", reason)
            closing = (
                "Onze excuses voor het uitstel. Komt deze dag u niet uit, laat het ons dan weten."
            )
        case Side.BOTH:
            opening = f"Op {made} hebben wij samen toegezegd: {what}{before}."
            moved = with_reason(f"Dat wordt {long_day(to)}", reason)
            closing = "Komt deze dag u niet uit, laat het ons dan weten."
        case Side.CLIENT:
            opening = f"Op {made} heeft u ons toegezegd: {what}{before}."
            moved = with_reason(f"Wij hebben genoteerd dat dit {long_day(to)} wordt", reason)
            closing = "Klopt dat niet, laat het ons dan weten."
        case Side.THIRD:
            who = promise.who.strip() or "een ander"
            opening = f"Op {made} heeft {who} toegezegd: {what}{before}."
            moved = with_reason(f"Dat wordt {long_day(to)}", reason)
            closing = "Heeft dit gevolgen voor u, laat het ons dan weten."
    return draft(reader, sender, f"Andere dag: {what}", opening, moved, closing)

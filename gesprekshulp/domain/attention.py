"""Attention: which clients should hear from us, and why. Not only when there is trouble."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from gesprekshulp.domain.dutch_dates import short_day
from gesprekshulp.domain.ids import AppointmentId, ClientId

if TYPE_CHECKING:
    from gesprekshulp.domain.report_answer import WaitingReport

SILENT_AFTER_DAYS = 90
PROBLEM_FOLLOW_UP_DAYS = 7
SOON_DAYS = 3
"""A talk this soon is attention enough."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What the rule looks at for one active client; days are local calendar days.

    `scores` are the last two ratings, newest first, each with its day.
    """

    client_id: ClientId
    name: str
    last_contact_on: date | None
    last_was_problem: bool
    last_subject: str
    scores: tuple[tuple[int, date], ...]
    next_appointment_on: date | None


@dataclass(frozen=True, slots=True)
class AttentionItem:
    """A client to call, with the reason in one or two sentences; `weight` sorts, largest first.

    `appointment_id` is the talk whose report waits for an answer, when that is a reason.
    """

    client_id: ClientId
    name: str
    reason: str
    weight: int
    appointment_id: AppointmentId | None = None


def attention(relation: Relation, today: date) -> AttentionItem | None:
    """Why this client should hear from us, or None.

    In this order: satisfaction that fell and was not followed up, trouble without a later contact,
    and silence of three months with nothing planned.
    """
    last = relation.last_contact_on
    planned = relation.next_appointment_on
    if planned is not None and (planned - today).days <= SOON_DAYS:
        return None
    if len(relation.scores) == 2:
        (now, on), (before, _) = relation.scores
        if now <= before - 2 and (last is None or last <= on):
            reason = (
                f"Tevredenheid van {before} naar {now} op {short_day(on, today)}."
                " Nog niet nagebeld."
            )
            return AttentionItem(relation.client_id, relation.name, reason, 1000 + before - now)
    if last is None or planned is not None:
        return None
    days = (today - last).days
    if relation.last_was_problem and days >= PROBLEM_FOLLOW_UP_DAYS:
        reason = f"“{relation.last_subject}” was {days} dagen geleden. Vraag of het nu goed gaat."
        return AttentionItem(relation.client_id, relation.name, reason, 500 + days)
    if days >= SILENT_AFTER_DAYS:
        score = relation.scores[0][0] if relation.scores else None
        content = f"Tevreden ({score}), maar al" if score and score >= 7 else "Al"
        reason = f"{content} {days} dagen niet gesproken. Bel eens zonder aanleiding."
        return AttentionItem(relation.client_id, relation.name, reason, days)
    return None


def attention_of_report(waiting: WaitingReport, today: date) -> AttentionItem:
    """A client that did not answer to a report by the day that was asked for."""
    days = (today - waiting.reply_by).days
    reason = (
        f"Verslag “{waiting.title}” wacht op antwoord sinds {short_day(waiting.reply_by, today)}."
        f" Verstuurd op {short_day(waiting.sent_on, today)}."
    )
    return AttentionItem(
        waiting.client_id, waiting.client_name, reason, 700 + days, waiting.appointment_id
    )


def one_a_client(items: Iterable[AttentionItem]) -> tuple[AttentionItem, ...]:
    """Each client once with all its reasons, most urgent first: one call serves them all."""
    found: dict[ClientId, AttentionItem] = {}
    for item in sorted(items, key=lambda item: -item.weight):
        first = found.setdefault(item.client_id, item)
        if first is not item:
            found[item.client_id] = replace(
                first,
                reason=f"{first.reason}\n{item.reason}",
                appointment_id=first.appointment_id or item.appointment_id,
            )
    return tuple(found.values())

"""Decisions, wishes and assignments noted by hand."""

from __future__ import annotations

from dataclasses import replace

from gesprekshulp.domain.assignment import Assignment
from gesprekshulp.domain.decision import Decision, Wish, WishAnswer
from gesprekshulp.domain.errors import ReasonMissing, UserError
from gesprekshulp.domain.ids import AssignmentId, DecisionId, WishId
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive


def save_decision(archive: Archive, clock: Clock, decision: Decision) -> Decision:
    """Keep a new or changed decision."""
    if not decision.text.strip():
        raise UserError("Schrijf op wat er is besloten.")
    if decision.decided_on > clock.today():
        raise UserError("Een besluit is vandaag of eerder genomen; kies een andere dag.")
    with archive.transaction("Besluit bewaard") as work:
        work.clients.get(decision.client_id)
        before = work.decisions.find(decision.id)
        if before is not None:
            decision = as_confirmed_before(before, decision)
        return work.decisions.save(decision)


def as_confirmed_before(before: Decision, after: Decision) -> Decision:
    """What was confirmed in other words is no longer confirmed; so it is with our advice."""
    if (before.text, before.scope) != (after.text, after.scope):
        after = replace(after, confirmed_on=None, confirmed_by="")
    said = (before.text, before.advice, before.advice_reason)
    if said != (after.text, after.advice, after.advice_reason):
        after = replace(after, advice_confirmed_on=None, advice_confirmed_by="")
    return after


REASON_ALONE = "Schrijf op wat wij adviseerden, of haal de reden weg."


def note_advice(archive: Archive, id: DecisionId, advice: str, reason: str) -> Decision:
    """Note that the client decided against our advice, and why; without advice, that it did not.

    Raises UserError for a reason without the advice that it goes against.
    """
    advice, reason = advice.strip(), reason.strip()
    if reason and not advice:
        raise UserError(REASON_ALONE)
    label = "Afwijking van advies genoteerd" if advice else "Afwijking van advies weggehaald"
    with archive.transaction(label) as work:
        before = work.decisions.get(id)
        after = replace(before, advice=advice, advice_reason=reason)
        return work.decisions.save(as_confirmed_before(before, after))


def remove_decision(archive: Archive, id: DecisionId) -> Decision:
    """Take a decision away, as when it was noted by mistake. Can be undone."""
    with archive.transaction("Besluit verwijderd") as work:
        decision = work.decisions.get(id)
        work.decisions.remove(id)
    return decision


def save_wish(archive: Archive, clock: Clock, wish: Wish) -> Wish:
    """Keep a new or changed wish.

    Raises ReasonMissing for an answer "later" or "nee" without a reason: the client has a right
    to know why.
    """
    if not wish.text.strip():
        raise UserError("Schrijf op wat de klant wenst.")
    if wish.answer in (WishAnswer.LATER, WishAnswer.NO) and not wish.reason.strip():
        raise ReasonMissing(f"Zet erbij waarom het antwoord “{wish.answer.value}” is.")
    if wish.said_on > clock.today():
        raise UserError("Een wens is vandaag of eerder gezegd; kies een andere dag.")
    with archive.transaction("Wens bewaard") as work:
        work.clients.get(wish.client_id)
        return work.wishes.save(wish)


def remove_wish(archive: Archive, id: WishId) -> Wish:
    """Take a wish away. Can be undone."""
    with archive.transaction("Wens verwijderd") as work:
        wish = work.wishes.get(id)
        work.wishes.remove(id)
    return wish


def save_assignment(archive: Archive, assignment: Assignment) -> Assignment:
    """Keep a new or changed assignment."""
    if not assignment.title.strip():
        raise UserError("Geef de opdracht een naam.")
    starts, ends = assignment.starts_on, assignment.ends_on
    if starts is not None and ends is not None and ends < starts:
        raise UserError("De opdracht eindigt voordat die begint; pas een van de twee dagen aan.")
    with archive.transaction(f"Opdracht “{assignment.title}” bewaard") as work:
        work.clients.get(assignment.client_id)
        return work.assignments.save(assignment)


def remove_assignment(archive: Archive, id: AssignmentId) -> Assignment:
    """Take an assignment away. Talks and decisions that belonged to it stay."""
    with archive.transaction("Opdracht verwijderd") as work:
        assignment = work.assignments.get(id)
        work.assignments.remove(id)
    return assignment

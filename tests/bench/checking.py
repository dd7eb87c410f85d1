"""Nakijken: a page of text read for remarks, as the window asks for it after every pause."""

from __future__ import annotations

import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from gesprekshulp.domain.appointment import AppointmentStatus, GoalReached
from gesprekshulp.services import checking, report_parts
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.reports import view
from gesprekshulp.storage.archive import Archive
from tests.bench.common import Figure, Plan, milliseconds
from tests.conftest import TODAY
from tests.office import a_client, a_commitment, a_decision, a_participant, an_appointment
from tests.services.report_texts import TEXTS

ROW = "checking"
_CLIENTS = 5_000
_WORDS = 500
"""So many words fill a page of A4."""


def figures(plan: Plan) -> list[Figure]:
    """A page among five thousand clients: the first time in a process, and after that."""
    with tempfile.TemporaryDirectory() as folder:
        clock = Clock(TODAY)
        archive = Archive.open(Path(folder), clock.now)
        try:
            return _measured(archive, clock, plan.rounds * 2)
        finally:
            archive.close()


def _measured(archive: Archive, clock: Clock, rounds: int) -> list[Figure]:
    client = a_client("Bakkerij De Halm")
    talk = an_appointment(
        client, goal="is er een keuze", goal_reached=GoalReached.YES, status=AppointmentStatus.HELD
    )
    with archive.transaction() as work:
        work.clients.save(client)
        work.clients.save_all(a_client(f"Klant {number} Techniek") for number in range(_CLIENTS))
        work.appointments.save(talk)
        work.participants.save(a_participant(talk, present=True))
        for number in range(6):
            work.commitments.save(
                a_commitment(client, f"offerte {number} aanpassen", appointment_id=talk.id)
            )
            work.decisions.save(
                a_decision(client, f"Winkel {number} krijgt een kassa", appointment_id=talk.id)
            )
        work.settings.save(replace(work.settings.load(), own_name="Steven van Dalen"))
    page = " ".join(" ".join(told.text for told in TEXTS).split()[:_WORDS])
    part = report_parts.add_part(archive, clock, talk.id, "Besproken", page).id
    began = time.perf_counter()
    found = checking.check(archive, clock, talk.id)
    first = 1000 * (time.perf_counter() - began)

    def typed() -> float:
        # As after a pause in typing: the text is another one each time.
        text = f"{page} Dat is {time.perf_counter_ns()}."
        report_parts.edit_part(archive, clock, talk.id, part, text, typing=True)
        return milliseconds(lambda: checking.check(archive, clock, talk.id))

    spent = [typed() for _ in range(rounds)]
    words = sum(len(one.text.split()) for one in view(archive, clock, talk.id).parts)
    note = f"{words} words, {len(found.remarks)} remarks, {_CLIENTS} clients"
    return [
        Figure(ROW, "a page checked, after the first time", "ms", statistics.median(spent), 150,
               note=note),
        Figure(ROW, "a page checked, the first time (dictionary and rules loaded)", "ms", first,
               2_500, note=note),
    ]  # fmt: skip

"""Memory of the program with the large archive open, after a walk along its pages."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.bench.common import Figure, Plan
from tests.bench.window import OpenWindow

ROW = "memory"


def figures(plan: Plan) -> list[Figure]:
    """PSS: what the process holds, and its share of what it has in common with others."""
    if not sys.platform.startswith("linux"):
        return []
    window = OpenWindow(plan.large)
    at_start = pss()
    archive = window.start.archive
    assert archive is not None
    archive.warm_up()
    appointment = archive.raw_rows("SELECT id FROM appointments WHERE status = 'gepland' LIMIT 1")
    held = archive.raw_rows("SELECT id FROM appointments WHERE status = 'afgerond' LIMIT 1")
    client = archive.raw_rows("SELECT id FROM clients LIMIT 1")
    window.go("agenda")
    window.go("klanten")
    window.go("klant", client_id=client[0][0])
    window.go("toezeggingen")
    window.settle()
    for step in ("plannen", "voorbereiden", "gesprek"):
        window.go("afspraak", appointment_id=appointment[0][0], step=step)
        window.settle()
    for step in ("verslag", "nazorg"):
        window.go("afspraak", appointment_id=held[0][0], step=step)
        window.settle()
    window.go("teruglezen", appointment_id=appointment[0][0])
    window.settle()
    for page in ("inzicht", "weekafsluiting", "inlezen", "instellingen", "vandaag"):
        window.go(page)
        window.settle()
    after = pss()
    window.close()
    return [
        Figure(ROW, "PSS with Vandaag open", "MB", at_start, 110),
        Figure(ROW, "PSS after a walk along all pages", "MB", after, 110),
    ]


def pss() -> float:
    """The proportional set size of this process, in megabytes of a million bytes."""
    for line in Path("/proc/self/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024 / 1e6
    raise RuntimeError("the system does not say what the process holds")

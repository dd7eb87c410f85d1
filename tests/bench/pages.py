"""Going from one page of the window to another, painted, on the large archive."""

from __future__ import annotations

import statistics

from tests.bench.common import Figure, Plan, milliseconds, p95
from tests.bench.window import OpenWindow

ROW = "pages"
_STEPS = ("plannen", "voorbereiden", "gesprek", "verslag", "nazorg")


def figures(plan: Plan) -> list[Figure]:
    """Every page, from Vandaag and back, several times over, each time on something else."""
    window = OpenWindow(plan.large)
    archive = window.start.archive
    assert archive is not None
    clients = [row[0] for row in archive.raw_rows("SELECT id FROM clients ORDER BY id LIMIT 100")]
    held = archive.raw_rows(
        "SELECT id FROM appointments WHERE status = 'afgerond' ORDER BY starts_at DESC LIMIT 100"
    )
    coming = archive.raw_rows(
        "SELECT id FROM appointments WHERE status = 'gepland' ORDER BY starts_at LIMIT 100"
    )
    places: list[tuple[str, str, list[dict[str, object]]]] = [
        ("vandaag", "vandaag", [{}]),
        ("agenda", "agenda", [{}]),
        ("klanten", "klanten", [{}]),
        ("klant", "klant", [{"client_id": id} for id in clients]),
        ("toezeggingen", "toezeggingen", [{}]),
        ("inzicht", "inzicht", [{}]),
        ("weekafsluiting", "weekafsluiting", [{}]),
        ("inlezen", "inlezen", [{}]),
        ("instellingen", "instellingen", [{}]),
        ("teruglezen", "teruglezen", [{"appointment_id": row[0]} for row in coming]),
    ]
    for step in _STEPS:
        rows = held if step in ("verslag", "nazorg") else coming
        places.append(
            (
                f"afspraak, {step}",
                "afspraak",
                [{"appointment_id": row[0], "step": step} for row in rows],
            )
        )
    result: list[Figure] = []
    everything: list[float] = []
    for name, page, wheres in places:
        window.go("klanten" if page == "vandaag" else "vandaag")
        window.settle()
        first = milliseconds(lambda page=page, where=wheres[0]: window.go(page, **where))
        window.settle()
        times: list[float] = []
        for number in range(1, 1 + max(5, plan.rounds)):
            window.go("klanten" if page == "vandaag" else "vandaag")
            window.settle(0.05)
            where = wheres[number % len(wheres)]
            times.append(milliseconds(lambda page=page, where=where: window.go(page, **where)))
            window.settle(0.05)
        everything += times
        note = f"slowest {max(times):.0f}, the first time {first:.0f} ms"
        result.append(
            Figure(ROW, f"to {name}, median", "ms", statistics.median(times), 50, note=note)
        )
    window.close()
    return [Figure(ROW, "to any page, p95", "ms", p95(everything), 50), *result]

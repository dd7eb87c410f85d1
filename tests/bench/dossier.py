"""The dossier of one appointment beside the same queries through the bare driver."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

from gesprekshulp.domain.ids import AppointmentId
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.dossier import dossier
from gesprekshulp.storage.archive import FILE_NAME, Archive, Work
from gesprekshulp.storage.driver import Key, Row, driver_module
from tests.bench.common import Figure, Plan, compared, milliseconds, p95
from tests.bench.large_archive import DAY

ROW = "dossier"
_CLOCK = Clock(DAY)
_CHOSEN = 60


def figures(plan: Plan) -> list[Figure]:
    """Coming and past appointments, each archive with a connection of its own."""
    large = Archive.open(plan.large, _CLOCK.now)
    tenth = Archive.open(plan.tenth, _CLOCK.now)
    driver = _bare(plan.large)
    ours: list[float] = []
    raw: list[float] = []
    small: list[float] = []
    first: list[float] = []
    ids, small_ids = _appointments(large), _appointments(tenth)
    queries = {id: _queries(large, id) for id in ids}
    for number in range(plan.rounds):
        for id, small_id in zip(ids, small_ids, strict=True):

            def bare(id: AppointmentId = id) -> None:
                for sql, parameters in queries[id]:
                    driver.execute(sql, parameters).fetchall()

            turns: list[tuple[list[float], Callable[[], object]]] = [
                (ours, lambda id=id: dossier(large, _CLOCK, id)),
                (raw, bare),
                (small, lambda id=small_id: dossier(tenth, _CLOCK, id)),
            ]
            for kept, act in turns if number % 2 else reversed(turns):
                kept.append(milliseconds(act))
        if number == 0:
            first = list(ours)
    large.close()
    tenth.close()
    driver.close()
    rows = statistics.median(len(found) for found in queries.values())
    return [
        compared(
            ROW,
            "dossier of one appointment, large archive",
            ours,
            raw,
            against="the same queries, bare driver",
            at_most=3.0,
            note=f"{rows:.0f} queries",
        ),
        Figure(ROW, "dossier of one appointment, p95", "ms", p95(ours), 5.0),
        Figure(ROW, "dossier opened for the first time, p95", "ms", p95(first), 5.0),
        compared(
            ROW,
            "dossier of one appointment, large archive",
            ours,
            small,
            against="the same on a tenth of the archive",
            at_most=1.3,
        ),
    ]


def _appointments(archive: Archive) -> list[AppointmentId]:
    """The ones that come first, and some from all years."""
    with archive.reading() as work:
        coming = [item.id for item in work.appointments.upcoming(_CLOCK.now(), _CHOSEN // 2)]
    rows = archive.raw_rows("SELECT id FROM appointments ORDER BY id")
    others = Random(1).sample([AppointmentId(row[0]) for row in rows], _CHOSEN - len(coming))
    return coming + others


def _queries(archive: Archive, id: AppointmentId) -> list[tuple[str, Sequence[object]]]:
    """The statements that a dossier asks, as the program itself puts them."""
    from gesprekshulp.services.dossier import build

    asked: list[tuple[str, Sequence[object]]] = []

    class Listening:
        def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
            asked.append((sql, parameters))
            return archive.raw_rows(sql, parameters)

        def each(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[Row]:
            return iter(self.rows(sql, parameters))

        def write(self, table: str, rows: Sequence[dict[str, object]]) -> None:
            raise AssertionError(table)

        def remove(self, table: str, ids: Sequence[str]) -> None:
            raise AssertionError(table)

    build(Work(Listening()), _CLOCK, id)
    return asked


def _bare(folder: Path):
    """The driver on the same file, with nothing of the program between."""
    connection = driver_module().connect(str(folder / FILE_NAME), isolation_level=None)
    connection.execute(Key.of_folder(folder).pragma())
    connection.execute("PRAGMA cache_size = -32000")
    return connection

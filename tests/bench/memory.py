"""Memory of the program with the large archive open, and after a walk along its pages."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.common import Figure, Plan
from tests.bench.large_archive import DAY
from tests.bench.window import OpenWindow

ROW = "memory"


def figures(plan: Plan) -> list[Figure]:
    """PSS: what the process holds, and its share of what it has in common with others."""
    if not sys.platform.startswith("linux"):
        return []
    at_start = _of_the_program(plan.large)
    window = OpenWindow(plan.large)
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


def _of_the_program(folder: Path) -> float:
    """What the program itself holds with Vandaag open, once it has come to rest.

    In a process of its own: this one has imported the bench as well.
    """
    # Without it the program opens where it was left, and that is not Vandaag.
    (folder / "venster.ini").unlink(missing_ok=True)
    command = [sys.executable, "-m", "gesprekshulp", "--map", str(folder)]
    command += ["--peildatum", DAY.isoformat()]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as program:
        try:
            _until_at_rest(program.pid)
            return pss(str(program.pid))
        finally:
            program.terminate()


def _until_at_rest(process: int, rest: float = 2.0) -> None:
    """Wait until a process has used no processor time for some seconds."""
    used, since = -1, time.monotonic()
    while time.monotonic() - since < rest:
        time.sleep(0.1)
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        now = int(fields[11]) + int(fields[12])
        if now != used:
            used, since = now, time.monotonic()


def pss(process: str = "self") -> float:
    """The proportional set size of a process, in megabytes of a million bytes."""
    for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024 / 1e6
    raise RuntimeError("the system does not say what the process holds")

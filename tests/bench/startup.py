"""Start to a painted window, and to Vandaag filled, beside a bare QMainWindow."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from tests.bench.common import ROOT, Figure, Plan, compared
from tests.bench.large_archive import DAY

ROW = "start"

_BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv[:1])
window = QMainWindow()
window.resize(1280, 800)
window.show()
app.processEvents()
print('{"painted": %d}' % time.time_ns(), flush=True)
"""


def figures(plan: Plan) -> list[Figure]:
    """The empty archive and the large one alike."""
    with tempfile.TemporaryDirectory() as temporary:
        empty = _empty_archive(Path(temporary) / "leeg")
        found: list[Figure] = []
        for name, folder in (("empty", empty), ("large", plan.large)):
            found += _pairs(name, folder, max(5, plan.rounds))
    return found


def _pairs(name: str, folder: Path, rounds: int) -> list[Figure]:
    (folder / "venster.ini").unlink(missing_ok=True)
    ours = [sys.executable, "-m", "gesprekshulp", "--map", str(folder), "--peildatum", str(DAY)]
    bare = [sys.executable, "-c", _BARE]
    _started(ours)
    _started(bare)
    painted: list[float] = []
    filled: list[float] = []
    other: list[float] = []
    for number in range(rounds):
        for command in (ours, bare) if number % 2 else (bare, ours):
            moments = _started(command)
            if command is bare:
                other.append(moments["painted"])
            else:
                painted.append(moments["painted"])
                filled.append(moments["filled"])
    window = "bare QMainWindow painted"
    what = f"{name} archive: start to"
    return [
        compared(ROW, f"{what} painted window", painted, other, against=window, at_most=1.3),
        compared(ROW, f"{what} Vandaag filled", filled, other, against=window, at_most=2.6),
    ]


def _started(command: list[str]) -> dict[str, float]:
    """Milliseconds from before the process starts to the moments that it prints."""
    environment = {
        **os.environ,
        "GESPREKSHULP_QUIT_AFTER_PAINT": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }
    began = time.time_ns()
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    moments = json.loads(done.stdout)
    return {name: (moment - began) / 1e6 for name, moment in moments.items()}


def _empty_archive(folder: Path) -> Path:
    from gesprekshulp.services.clock import Clock
    from gesprekshulp.storage.archive import Archive

    archive = Archive.open(folder, Clock(DAY).now)
    with archive.transaction() as work:
        work.settings.save(replace(work.settings.load(), started=True))
    archive.close()
    return folder

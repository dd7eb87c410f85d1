"""The main job without a window, for a computer without a screen.

A fresh example archive is filled, and the dossier of a coming appointment and the report of one
that was held are written as Word documents to `voorbeeld-uitvoer/` beside the code.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import datetime
from pathlib import Path
from typing import Any

import ready
from messages import SetupError, say


def main(root: Path) -> int:
    """Do the job and tell about it on stdout; returns the exit status."""
    folder = root / "voorbeeld-uitvoer"
    try:
        done = run(ready.python_of(root), folder)
    except SetupError as error:
        say(str(error))
        return 1
    except OSError as error:
        say(str(SetupError.from_os_error(error, folder)))
        return 1
    print(done)
    return 0


def run(python: Path, folder: Path) -> str:
    """Make everything in `folder` anew; returns the Dutch account of what was done."""
    archive = folder / "archief"
    if archive.exists():
        shutil.rmtree(archive)
    folder.mkdir(exist_ok=True)
    program = [str(python), "-P", "-m", "gesprekshulp", "--map", str(archive)]
    _call([*program, "voorbeeld"])
    appointments = json.loads(_call([*program, "afspraken", "--json"]))
    coming, held = choose(appointments, datetime.now().astimezone())
    dossier, report = folder / "dossier.docx", folder / "verslag.docx"
    for file in (dossier, report):
        file.unlink(missing_ok=True)
    _call([*program, "dossier", coming["id"], "--naar", str(dossier)])
    _call([*program, "verslag", held["id"], "--naar", str(report)])
    return (
        "Deze computer heeft geen scherm (DISPLAY en WAYLAND_DISPLAY zijn leeg), dus er is geen "
        "venster geopend.\n"
        "In plaats daarvan is het werk zonder venster gedaan, met een verzonnen kantoor:\n"
        f"  archief   {archive}  ({len(appointments)} afspraken)\n"
        f"  dossier   {dossier}  ({_name(coming)})\n"
        f"  verslag   {report}  ({_name(held)})\n"
        "Met uw eigen gegevens werkt u vanaf de opdrachtregel met: "
        "python3 packaging/start.py -- --help"
    )


def choose(
    appointments: list[dict[str, Any]], now: datetime
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The next planned appointment, and the last one that was held."""
    planned = sorted(
        (one for one in appointments if one["status"] == "gepland" and _begin(one, now) >= now),
        key=lambda one: _begin(one, now),
    )
    held = sorted(
        (one for one in appointments if one["status"] == "gehouden"),
        key=lambda one: _begin(one, now),
    )
    if not planned or not held:
        raise SetupError(
            "Het voorbeeldarchief heeft geen geplande of geen gehouden afspraak: "
            "haal de code van Gesprekshulp opnieuw op."
        )
    return planned[0], held[-1]


def _begin(appointment: dict[str, Any], now: datetime) -> datetime:
    begin = datetime.fromisoformat(appointment["begin"])
    return begin if begin.tzinfo else begin.replace(tzinfo=now.tzinfo)


def _name(appointment: dict[str, Any]) -> str:
    return f"{appointment['klant']}, {appointment['titel']}, {appointment['begin'][:10]}"


def _call(command: list[str]) -> str:
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8"
    )
    if done.returncode:
        verb = command[6]
        said = (done.stderr.strip().splitlines() or ["zonder uitleg"])[-1]
        raise SetupError(f"Het voorbeeld bleef steken bij '{verb}': {said}")
    return done.stdout

"""Build the wheel, install it where nothing of the source can be seen, and start it.

The temporary environment gets exactly the packages that `dependencies` in pyproject.toml leads to,
as links into the project's own environment: quick, and a forgotten dependency shows at once.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import environment

PATIENCE = 180  # seconds for one command

# Runs in the project's environment; prints every top-level file of the wheel's dependencies.
LIST_DEPENDENCIES = """
import re
from importlib.metadata import PackageNotFoundError, distribution
from packaging.requirements import Requirement
seen, waiting, files = set(), ["gesprekshulp"], set()
while waiting:
    name = waiting.pop()
    key = re.sub("[-_.]+", "-", name).lower()
    if key in seen:
        continue
    seen.add(key)
    try:
        found = distribution(name)
    except PackageNotFoundError:
        continue
    for text in found.requires or ():
        wanted = Requirement(text)
        if wanted.marker is None or wanted.marker.evaluate({"extra": ""}):
            waiting.append(wanted.name)
    if key != "gesprekshulp":
        for file in found.files or ():
            if file.parts[0] not in ("..", "__pycache__"):
                files.add(str(found.locate_file(file.parts[0])))
print("\\n".join(sorted(files)))
"""


class WheelError(Exception):
    """The wheel could not be built, or what it installed did not work; the message says what."""


def main(root: Path, python: Path) -> str:
    """Do all of it; returns one line that tells what worked."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _run([*environment.pip_command(python), "wheel", str(root), "--no-deps", "-w", name])
        wheel = next(folder.glob("gesprekshulp-*.whl"))
        inside = _install(python, wheel, folder / "omgeving")
        # What the program keeps outside --map must not land in this user's own folders.
        own = {f"XDG_{kind}_HOME": str(folder / kind) for kind in ("CONFIG", "DATA", "STATE")}
        program = [str(inside.with_name("gesprekshulp")), "--map", str(folder / "archief")]
        show = "import gesprekshulp; print(gesprekshulp.__file__)"
        where = _run([str(inside), "-P", "-c", show], cwd=folder)
        if not where.startswith(str(folder)):
            raise WheelError(f"Niet het wiel maar de broncode is gestart: {where}")
        _run([*program, "voorbeeld"], cwd=folder, **own)
        clients = json.loads(_run([*program, "klanten", "--json"], cwd=folder, **own))
        if not clients:
            raise WheelError("Het voorbeeld uit het wiel heeft geen klanten.")
        own |= {"QT_QPA_PLATFORM": "offscreen", "GESPREKSHULP_QUIT_AFTER_PAINT": "1"}
        _run(program, cwd=folder, **own)
        size = wheel.stat().st_size / 1e6
        return f"{wheel.name}: {size:.1f} MB, {len(clients)} klanten, het venster opent"


def _install(python: Path, wheel: Path, folder: Path) -> Path:
    environment.bare_environment(folder)
    inside = folder / "bin" / "python"
    if os.name == "nt":
        inside = folder / "Scripts" / "python.exe"
    packages = Path(
        _run([str(inside), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"])
    )
    for line in _run([str(python), "-P", "-c", LIST_DEPENDENCIES]).splitlines():
        source = Path(line)
        if source.exists() and not (packages / source.name).exists():
            _link(source, packages / source.name)
    # Not --no-deps: pip then confirms that everything the wheel asks for is there.
    pip = environment.pip_command(python)
    _run([*pip, "--python", str(inside), "install", "--no-index", str(wheel)])
    return inside


def _link(source: Path, target: Path) -> None:
    if os.name != "nt":
        target.symlink_to(source)
    elif source.is_dir():  # on Windows a link asks for special rights
        shutil.copytree(source, target)
    else:
        shutil.copy(source, target)


def _run(command: list[str], *, cwd: Path | None = None, **variables: str) -> str:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    try:
        done = subprocess.run(
            command,
            cwd=cwd,
            env=kept | variables,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired as error:
        raise WheelError(f"Na {PATIENCE} s nog bezig: {' '.join(command)}") from error
    if done.returncode:
        raise WheelError(
            f"Mislukt ({done.returncode}): {' '.join(command)}\n{done.stdout}{done.stderr}"
        )
    return done.stdout.strip()

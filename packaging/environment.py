"""Make, complete and repair the environment in `.venv/` that the program and its tests run in.

Every failure a user can meet is a `SetupError` that holds one Dutch sentence.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pip_wheel
import ready
import system_packages
from messages import SetupError, say

# Bytes. The environment takes half of it; pip keeps and unpacks what it fetched in the other half.
ROOM_NEEDED = 800_000_000
ROOM_NEEDED_WITH_TESTS = 1_500_000_000


def prepare(root: Path, *, window: bool, tests: bool = False, afresh: bool = False) -> Path:
    """Make sure the program in `root` can start; returns the environment's Python.

    `window` says that a window has to open, so that missing system libraries are a failure and not
    just a remark. `tests` adds the test tools. `afresh` throws the environment away first.
    """
    python = install(root, tests=tests, afresh=afresh)
    missing = system_packages.missing_for_window()
    if missing:
        try:
            system_packages.install(missing, ask=window)
        except SetupError:
            if window:
                raise
            # Commands work without them, so the mark stays off and the next start asks again.
            return python
    ready.mark_ready(root)
    return python


def install(root: Path, *, tests: bool = False, afresh: bool = False) -> Path:
    """Bring the Python packages in place; does nothing when they already are."""
    folder = ready.folder_of(root)
    with _alone(root):
        try:
            if afresh or _is_half_made(root):
                _remove(folder)
            python = ready.python_of(root)
            wanted = _wanted(root, tests=tests)
            if not _holds(root, wanted):
                ready.mark_unsure(root)
                _make(root, ROOM_NEEDED_WITH_TESTS if tests else ROOM_NEEDED)
                _unfinished(root).touch()
                _install_packages(root, tests=tests or _has_tests(root))
                _list(root).write_text(
                    json.dumps(_wanted(root, tests=tests or _has_tests(root)), indent=1), "utf-8"
                )
                _unfinished(root).unlink()
        except OSError as error:
            raise SetupError.from_os_error(error, folder) from error
    return python


def _wanted(root: Path, *, tests: bool) -> dict[str, object]:
    """What the packages in the environment depend on; the version number is not among it."""
    try:
        document = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
        project = document["project"]
        wanted: dict[str, object] = {
            "root": str(root),
            "python": os.path.realpath(ready.python_of(root)),
            "dependencies": project["dependencies"],
            "scripts": project["scripts"],
        }
        if tests:
            wanted["test"] = project["optional-dependencies"]["test"]
    except (OSError, ValueError, KeyError) as error:
        raise SetupError(
            f"Het bestand {root / 'pyproject.toml'} is beschadigd of ontbreekt: "
            "haal de code van Gesprekshulp opnieuw op."
        ) from error
    return wanted


def _holds(root: Path, wanted: dict[str, object]) -> bool:
    have = _installed(root)
    return all(have.get(name) == value for name, value in wanted.items())


def _has_tests(root: Path) -> bool:
    return "test" in _installed(root)


def _installed(root: Path) -> dict[str, object]:
    try:
        have: object = json.loads(_list(root).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return have if isinstance(have, dict) else {}


def _list(root: Path) -> Path:
    return ready.folder_of(root) / "pakketten.json"


def _unfinished(root: Path) -> Path:
    return ready.folder_of(root) / "bezig.txt"


def _is_half_made(root: Path) -> bool:
    """Whether an earlier installation was cut off, or the environment's Python no longer runs."""
    folder = ready.folder_of(root)
    if not folder.exists():
        return False
    if _unfinished(root).exists():
        return True
    # The programs inside an environment that was moved still look for it in the old place.
    if _installed(root).get("root", str(root)) != str(root):
        return True
    python = ready.python_of(root)
    try:
        answer = subprocess.run(
            [python, "-c", "import sys, sysconfig; print(sysconfig.get_path('purelib'))"],
            capture_output=True,
            text=True,
            env=_clean_environment(),
        )
    except OSError:
        return True
    # After an upgrade of the system's Python the old packages lie in a folder it does not look in.
    return answer.returncode != 0 or not Path(answer.stdout.strip()).is_dir()


def _remove(folder: Path) -> None:
    if folder.exists():
        say("De omgeving is niet heel; die wordt opnieuw gemaakt.")
        shutil.rmtree(folder)


def _make(root: Path, room: int) -> None:
    """Make an environment with pip in it, also where Debian left out venv's other half."""
    folder = ready.folder_of(root)
    python = ready.python_of(root)
    if not python.exists():
        free = shutil.disk_usage(root).free
        if free < room:
            raise SetupError(
                f"Er is te weinig ruimte op de schijf van {root}: nog {free / 1e9:.1f} GB vrij en "
                f"{room / 1e9:.1f} GB nodig; maak ruimte en start opnieuw."
            )
        say("Een eigen omgeving maken naast de code ...")
        folder.mkdir(exist_ok=True)
        _unfinished(root).touch()
        bare_environment(folder)
    if _runs([python, "-c", "import pip"]):
        return
    if importlib.util.find_spec("ensurepip") and _runs([python, "-m", "ensurepip"]):
        return
    try:
        wheel = pip_wheel.download(folder)
    except SetupError:
        # Debian keeps the other half of venv, with pip in it, in a package of its own.
        system_packages.install(["python3-venv"])
        if _runs([python, "-m", "ensurepip"]):
            return
        raise
    # A wheel is a zip file, and Python runs the pip inside it.
    if not _runs([python, wheel / "pip", "install", "--no-index", "--no-deps", wheel]):
        raise SetupError(
            f"Het installatieprogramma pip kon niet worden geplaatst in {folder}: zorg dat de "
            "schijf ruimte heeft en start opnieuw."
        )
    wheel.unlink()


def bare_environment(folder: Path) -> None:
    """Make a Python environment without pip in `folder`."""
    if importlib.util.find_spec("venv"):
        import venv

        venv.create(folder, symlinks=os.name != "nt")
        return
    # Some distributions package venv apart; on a Unix an environment is this much.
    base = Path(sys._base_executable).resolve()  # type: ignore[attr-defined]
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    (folder / "bin").mkdir(parents=True, exist_ok=True)
    (folder / "lib" / f"python{version}" / "site-packages").mkdir(parents=True, exist_ok=True)
    for name in ("python", "python3"):
        (folder / "bin" / name).symlink_to(base)
    (folder / "pyvenv.cfg").write_text(
        f"home = {base.parent}\ninclude-system-site-packages = false\nversion = {version}\n",
        "utf-8",
    )


def _install_packages(root: Path, *, tests: bool) -> None:
    say("Onderdelen ophalen en installeren; de eerste keer duurt dat enkele minuten ...")
    target = f"{root}[test]" if tests else str(root)
    log = ready.folder_of(root) / "installatie.log"
    lines: list[str] = []
    with (
        log.open("w", encoding="utf-8") as file,
        subprocess.Popen(
            [*pip_command(ready.python_of(root)), "install", "-e", target],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            env=_clean_environment(),
        ) as pip,
    ):
        collected = 0
        for line in pip.stdout or ():
            file.write(line)
            lines.append(line)
            if line.startswith("Collecting ") and sys.stderr.isatty():
                collected += 1
                print(f"\r  {collected} onderdelen gevonden", end="", file=sys.stderr)
        if collected:
            print(file=sys.stderr)
    if pip.returncode:
        output = "".join(lines)
        if _is_unreachable(output):
            # pip fetches everything before it changes anything, so the environment is as it was.
            _unfinished(root).unlink()
        raise SetupError(what_went_wrong(output, log))


def pip_command(python: Path) -> list[str]:
    """The start of every call to the environment's pip."""
    return [
        *(str(python), "-m", "pip", "--disable-pip-version-check", "--no-input"),
        *("--retries", "3"),
    ]


def what_went_wrong(output: str, log: Path) -> str:
    """One Dutch sentence for what pip said in `output`; `log` is where all of it can be read."""
    if "No space left on device" in output or "not enough space on the disk" in output:
        return "De schijf is vol: maak ruimte en start opnieuw, dan gaat het installeren verder."
    # Before "no matching distribution": an index that cannot be reached looks empty to pip.
    if _is_unreachable(output):
        return (
            "De onderdelen konden niet worden opgehaald, want er is geen (werkende) verbinding met "
            "internet: maak verbinding en start opnieuw; alleen deze eerste keer is zij nodig."
        )
    if "No matching distribution found" in output or "requires a different Python" in output:
        line = next((x for x in output.splitlines() if "No matching distribution" in x), "")
        part = line.rpartition(" for ")[2].strip() or "een onderdeel"
        return (
            f"Voor {part} is er geen versie die past bij Python {sys.version.split()[0]} op deze "
            "computer: gebruik een andere versie van Python (3.11 tot en met 3.13 werken zeker)."
        )
    return f"Het installeren van de onderdelen mislukte: lees {log} en start daarna opnieuw."


def _is_unreachable(output: str) -> bool:
    words = ("NewConnectionError", "ConnectTimeout", "NameResolution", "ProxyError", "SSLError")
    words += ("Failed to establish", "Network is unreachable", "Read timed out", "Errno 101")
    return any(word in output for word in words)


def _runs(command: list[str | Path]) -> bool:
    return (
        subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=_clean_environment(),
        ).returncode
        == 0
    )


def _clean_environment() -> dict[str, str]:
    """This process's environment without what would steer pip past the environment beside us."""
    unwanted = {"PYTHONPATH", "PYTHONHOME", "PIP_TARGET", "PIP_PREFIX", "PIP_REQUIRE_HASHES"}
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    return kept | {"PIP_USER": "0"}


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Hold off a second start while this one installs; the system lets go when we die."""
    if os.name == "nt":
        import msvcrt
        import tempfile
        import zlib

        name = f"gesprekshulp-{zlib.crc32(str(root).encode())}.lock"
        with (Path(tempfile.gettempdir()) / name).open("a") as file:
            file.seek(0)
            while True:
                try:
                    msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                    break
                except OSError:  # it gives up after ten seconds; an installation takes longer
                    continue
            yield
        return
    import fcntl

    handle = os.open(root, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)

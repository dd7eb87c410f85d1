"""The libraries and programs that come from the system and not from the package index.

What is missing is found by trying to load it, so the answer is right on every distribution; only
the names of the packages are those of Debian and Ubuntu.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

from messages import SetupError, say

# Library -> package. The first six are what Qt needs at all, the others are for a real window.
WINDOW_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# Program -> package, for the full test run.
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xvfb-run": "xvfb",
    "xauth": "xauth",
    "soffice": "libreoffice-writer-nogui",
    "pdftoppm": "poppler-utils",
}
# Font file -> package, for the full test run: the window's typeface, and the one with the widths of
# Calibri, without which LibreOffice breaks the pages of a report elsewhere than Word does.
TEST_FONTS = {"Inter*": "fonts-inter", "Carlito*": "fonts-crosextra-carlito"}
FONTS = Path("/usr/share/fonts")


def missing_for_window() -> list[str]:
    """The packages without which Qt cannot open a window here."""
    if sys.platform != "linux":
        return []
    missing = {package for file, package in WINDOW_LIBRARIES.items() if not _loads(file)}
    if not _font("*"):
        missing.add("fonts-dejavu-core")
    return sorted(missing)


def missing_for_tests() -> list[str]:
    """The packages the full test run needs and does not find."""
    if sys.platform != "linux":
        return []
    missing = {package for name, package in TEST_PROGRAMS.items() if not shutil.which(name)}
    missing |= {package for name, package in TEST_FONTS.items() if not _font(name)}
    return sorted(missing)


def install(packages: list[str], *, ask: bool = True) -> None:
    """Install system packages, as root or through sudo; SetupError says how when that cannot be.

    `ask` says that sudo may ask for a password.
    """
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not shutil.which("apt-get"):
        raise SetupError(
            "Op deze computer ontbreken onderdelen die onder Debian zo heten: "
            f"{', '.join(packages)}; installeer ze met uw eigen pakketbeheer en start opnieuw."
        )
    become_root = _become_root(ask=ask)
    if become_root is None:
        raise SetupError(
            "Er ontbreken onderdelen van het systeem; installeer ze met dit ene commando en start "
            f"daarna opnieuw: sudo apt-get install -y --no-install-recommends {' '.join(packages)}"
        )
    say(f"Onderdelen van het systeem installeren: {', '.join(packages)} ...")
    waiting = ["-o", "DPkg::Lock::Timeout=180"]
    # A list that cannot be refreshed is no reason to stop: what is asked for may be known already.
    _run([*become_root, "apt-get", *waiting, "update"])
    status, output = _run([*become_root, command[0], *waiting, *command[1:]])
    if status:
        raise SetupError(what_went_wrong(output, packages))


def what_went_wrong(output: str, packages: list[str]) -> str:
    """One Dutch sentence for what apt-get said in `output`."""
    if "No space left" in output or "enough free space" in output:
        return "De schijf is vol: maak ruimte en start opnieuw."
    unreachable = ("Temporary failure resolving", "Could not connect", "Failed to fetch")
    # Without a network a fresh system knows no packages at all, and then says they do not exist.
    if any(word in output for word in (*unreachable, "Unable to locate package")):
        return (
            f"De systeemonderdelen {', '.join(packages)} konden niet worden opgehaald: maak "
            "verbinding met internet en start opnieuw; alleen deze eerste keer is zij nodig."
        )
    if "lock" in output and "held by" in output:
        return "Een ander programma is software aan het installeren: wacht daarop en start opnieuw."
    last = next((x for x in reversed(output.splitlines()) if x.startswith("E: ")), "E: onbekend")
    return (
        f"Het installeren van {', '.join(packages)} mislukte, want apt-get zegt: {last[3:]} "
        "(los dat op en start opnieuw)."
    )


def _become_root(*, ask: bool) -> list[str] | None:
    """What to put before a command to run it as root; None when that is not possible here."""
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8"]
    if os.geteuid() == 0:
        return quiet
    if not shutil.which("sudo"):
        return None
    if subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n", *quiet]
    if ask and sys.stdin.isatty() and sys.stderr.isatty():
        say("Voor onderdelen van het systeem is uw wachtwoord van deze computer nodig.")
        return ["sudo", *quiet]
    return None


def _run(command: list[str]) -> tuple[int, str]:
    done = subprocess.run(
        command,
        stdin=None if command[:2] != ["sudo", "-n"] and sys.stdin.isatty() else subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    return done.returncode, done.stdout


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _font(pattern: str) -> bool:
    return any(
        file.suffix.lower() in (".ttf", ".otf", ".ttc") for file in FONTS.rglob(f"{pattern}.*")
    )

"""Open Gesprekshulp, after installing whatever it still needs.

    python3 packaging/start.py                      the window
    python3 packaging/start.py -- klanten --json    a command, as `gesprekshulp klanten --json`
    python3 packaging/start.py --herstel            make the environment anew first

Needs nothing but Python 3.11 or newer. Everything is installed in `.venv/` beside the code; a
second start finds it ready and only replaces itself by the program, which is why this file imports
almost nothing before that. Its own messages go to stderr: a command's output stays clean.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import ready

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str]) -> int:
    """Start the program with `arguments`; returns the exit status."""
    if sys.version_info < OLDEST:
        return _with_newer_python(arguments)
    repair = arguments[:1] == ["--herstel"]
    rest = arguments[1:] if repair else arguments
    if rest[:1] == ["--"]:
        rest = rest[1:]
    window_wanted = not rest
    if repair or not ready.is_ready(ROOT):
        # Only now: these cost more than the whole start of a ready environment.
        import environment

        try:
            environment.prepare(ROOT, window=window_wanted and _has_screen(), afresh=repair)
        except environment.SetupError as error:
            print(error, file=sys.stderr)
            return 1
        except KeyboardInterrupt:
            print(
                "Het installeren is afgebroken; start opnieuw om het af te maken.", file=sys.stderr
            )
            return 130
    if window_wanted and not _has_screen():
        import example_run

        return example_run.main(ROOT)
    return _become([str(ready.python_of(ROOT)), "-P", "-m", "gesprekshulp", *rest])


def _has_screen() -> bool:
    """Whether a window can be shown; only Linux can be without a screen.

    A chosen Qt platform (offscreen, vnc ...) counts: who sets that knows what they want.
    """
    return sys.platform != "linux" or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )


def _become(command: list[str]) -> int:
    if os.name == "nt":
        # exec on Windows returns to the prompt while the program still runs.
        import subprocess

        return subprocess.call(command)
    sys.stdout.flush()
    return os.execv(command[0], command)  # noqa: S606 - no shell is what is wanted


def _with_newer_python(arguments: list[str]) -> int:
    import shutil
    import subprocess

    for name in ("python3.13", "python3.12", "python3.11"):
        newer = shutil.which(name)
        # A name on the path need not run: version managers put stand-ins there.
        if newer and subprocess.call([newer, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            return _become([newer, __file__, *arguments])
    print(
        "Gesprekshulp heeft Python 3.11 of nieuwer nodig, en dit is Python "
        + sys.version.split()[0]
        + ": installeer een nieuwere Python en start opnieuw.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Run every check of the project, after installing whatever the checks need.

    python3 packaging/test.py                     format, lint, types, layers and the tests
    python3 packaging/test.py --volledig          also what needs a screen, LibreOffice or a wheel
    python3 packaging/test.py -- -k woord         the arguments after -- go to pytest
    python3 packaging/test.py --alleen types      one step of those named in the summary

Every step runs, whatever the others did; the exit status is 1 when any of them failed. The last
line counts the tests.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
MOST_PROCESSES = 4  # each holds a window, archives and the dictionary
NO_TESTS = 5  # pytest's exit status when it found none


@dataclass
class Counts:
    """How many tests passed and failed in all."""

    runs: int = 0
    passed: int = 0
    failed: int = 0


@dataclass(frozen=True)
class Step:
    """One check: `run` returns whether it went well."""

    name: str
    run: Callable[[], bool]


@dataclass
class Checks:
    """The steps, and what they have in common."""

    python: Path
    pytest_arguments: list[str]
    counts: Counts = field(default_factory=Counts)

    def quick(self) -> list[Step]:
        """What every change has to pass."""
        folders = [
            name for name in ("gesprekshulp", "tests", "packaging") if (ROOT / name).is_dir()
        ]
        return [
            Step("opmaak", lambda: self._tool("ruff", "format", "--check", *folders)),
            Step("regels", lambda: self._tool("ruff", "check", *folders)),
            Step("types", lambda: self._tool("pyright")),
            Step("lagen", self._layers),
            # The fault run pulls plugs for minutes; --volledig does a short one of its own.
            Step(
                "tests",
                lambda: self._tests(
                    "tests",
                    ["-m", "not volledig", "--ignore=tests/faults", *self._side_by_side()],
                ),
            ),
        ]

    def full(self) -> list[Step]:
        """What needs more than Python."""
        steps = [
            Step(
                "tests volledig",
                lambda: self._tests(
                    "tests/exchange/word",
                    ["-m", "volledig", "--ignore=tests/faults", *self.pytest_arguments],
                ),
            ),
            Step(
                "storingen",
                lambda: self._tests(
                    "tests/faults", ["-m", "", "tests/faults"], GESPREKSHULP_FAULTS="kort"
                ),
            ),
            Step("wiel", self._wheel),
        ]
        if sys.platform == "linux":
            steps.insert(1, Step("echt venster", self._real_window))
        return steps

    def _side_by_side(self) -> list[str]:
        """Two files of tests at a time where there are two cores; alone when pytest is steered."""
        if self.pytest_arguments:
            return self.pytest_arguments
        processes = min(os.cpu_count() or 1, MOST_PROCESSES)
        # pytest-benchmark would warn that it cannot measure beside other processes.
        return ["-n", str(processes), "--dist", "loadfile", "--benchmark-disable"]

    def _tool(self, module: str, *arguments: str) -> bool:
        return self._call([str(self.python), "-m", module, *arguments])

    def _layers(self) -> bool:
        # Its command line has no module form.
        return self._call([str(self.python.with_name("lint-imports")), "--no-cache", "--no-logo"])

    def _real_window(self) -> bool:
        under_screen = ["xvfb-run", "-a", "-s", "-screen 0 1920x1080x24"]
        whole_way = "tests/ui/test_whole_way.py"
        return self._tests(whole_way, ["-m", "", whole_way], under_screen, QT_QPA_PLATFORM="xcb")

    def _wheel(self) -> bool:
        import wheel_start

        try:
            print(wheel_start.main(ROOT, self.python), flush=True)
        except wheel_start.WheelError as error:
            print(error, flush=True)
            return False
        return True

    def _tests(
        self, proof: str, arguments: list[str], before: list[str] | None = None, **variables: str
    ) -> bool:
        """Run pytest; finding no tests is wrong once the file or folder `proof` exists."""
        if not (ROOT / proof).exists():
            print(f"{proof} bestaat nog niet; overgeslagen.", flush=True)
            return True
        with tempfile.TemporaryDirectory() as folder:
            results = Path(folder) / "results.xml"
            command = [*(before or []), str(self.python), "-m", "pytest", *arguments]
            status = subprocess.run(
                [*command, f"--junitxml={results}"],
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                env={**_variables(), **variables},
            ).returncode
            passed, failed = _counted(results)
        self.counts.runs += 1
        self.counts.passed += passed
        # A crash of the interpreter leaves no results; it is a failure all the same.
        self.counts.failed += failed or (status not in (0, NO_TESTS))
        return status == 0 or (status == NO_TESTS and bool(self.pytest_arguments))

    def _call(self, command: list[str]) -> bool:
        done = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, env=_variables())
        return done.returncode == 0


def _variables() -> dict[str, str]:
    # No Xauthority, session bus or chosen language of this computer: the tests bring their own.
    return os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1",
        "PYTHONUNBUFFERED": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def _counted(results: Path) -> tuple[int, int]:
    try:
        # pytest wrote this file a moment ago.
        suites = ElementTree.parse(results).getroot().iter("testsuite")  # noqa: S314
        counts = [{name: int(value) for name, value in _numbers(suite)} for suite in suites]
    except (OSError, ElementTree.ParseError):
        return 0, 0
    failed = sum(one["failures"] + one["errors"] for one in counts)
    return sum(one["tests"] - one["skipped"] for one in counts) - failed, failed


def _numbers(suite: ElementTree.Element) -> list[tuple[str, str]]:
    return [(name, suite.get(name, "0")) for name in ("tests", "failures", "errors", "skipped")]


def main(arguments: list[str]) -> int:
    """Run the checks; returns the exit status."""
    if sys.version_info < OLDEST:
        print(f"De tests hebben Python 3.11 of nieuwer nodig; dit is {sys.version.split()[0]}.")
        return 1
    parser = argparse.ArgumentParser(prog="test.py", description="Run the checks.")
    parser.add_argument("--volledig", action="store_true", help="ook scherm, LibreOffice en wiel")
    parser.add_argument("--alleen", metavar="STAP", help="alleen deze stap")
    own, rest = _split(arguments)
    chosen = parser.parse_args(own)

    import environment
    import system_packages

    started = time.monotonic()
    try:
        python = environment.prepare(ROOT, window=chosen.alleen in (None, "tests"), tests=True)
        if chosen.volledig and (missing := system_packages.missing_for_tests()):
            system_packages.install(missing)
    except environment.SetupError as error:
        print(error, file=sys.stderr)
        return 1
    checks = Checks(python, rest)
    steps = checks.quick() + (checks.full() if chosen.volledig else [])
    if chosen.alleen:
        steps = [step for step in checks.quick() + checks.full() if step.name == chosen.alleen]
        if not steps:
            parser.error(f"de stap '{chosen.alleen}' bestaat niet")
    return _report(steps, checks.counts, time.monotonic() - started)


def _split(arguments: list[str]) -> tuple[list[str], list[str]]:
    if "--" not in arguments:
        return arguments, []
    at = arguments.index("--")
    return arguments[:at], arguments[at + 1 :]


def _report(steps: list[Step], counts: Counts, setting_up: float) -> int:
    lines = [f"  {'klaarzetten':<16} goed   {setting_up:7.1f} s"]
    failed = False
    for step in steps:
        print(f"\n=== {step.name}", flush=True)
        started = time.monotonic()
        good = step.run()
        failed = failed or not good
        took = time.monotonic() - started
        lines.append(f"  {step.name:<16} {'goed ' if good else 'FOUT '}  {took:7.1f} s")
    print("\n" + "\n".join(lines))
    if counts.runs:
        print(f"{counts.passed} passed, {counts.failed} failed", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

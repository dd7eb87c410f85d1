"""How the program must feel, measured: `python tests/bench/run.py`. See README.md beside this."""

from __future__ import annotations

import argparse
import importlib
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_KEPT = Path(tempfile.gettempdir()) / "gesprekshulp-bench"
ROWS = ("startup", "dossier", "search", "lists", "pages", "word", "memory", "language", "checking")


def main() -> int:
    """Measure, print, and give 0 when every figure is within its limit."""
    parser = argparse.ArgumentParser(description="Measure how the program feels.")
    parser.add_argument("--json", action="store_true", help="one JSON document instead of a table")
    parser.add_argument(
        "--klein",
        action="store_true",
        help="a small archive and few rounds, to try the bench itself",
    )
    parser.add_argument("--map", type=Path, help="the folder of a large archive made earlier")
    parser.add_argument("--rondes", type=int, help="how often each thing is measured")
    parser.add_argument("--rij", choices=ROWS, action="append", help="only this row of the table")
    parser.add_argument("--hier", type=Path, help=argparse.SUPPRESS)  # this row, in this process
    chosen = parser.parse_args()
    if chosen.hier:
        return _measure_here(chosen)
    # An installed program has its modules compiled, and so has what is measured here.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(_KEPT / "pyc")
    for folder in ("gesprekshulp", "tests/bench"):
        compiling = [sys.executable, "-m", "compileall", "-q", folder]
        subprocess.run(compiling, cwd=ROOT, check=False)
    large, tenth = _archives(chosen.map, small=chosen.klein)
    rounds = chosen.rondes or (3 if chosen.klein else 9)
    found: list[dict[str, object]] = []
    failed: list[str] = []
    for row in chosen.rij or ROWS:
        # Each row has a process of its own, so that none pays for what another imported.
        with tempfile.TemporaryDirectory() as temporary:
            result = Path(temporary) / "figures.json"
            command = [sys.executable, __file__, "--rij", row, "--hier", str(result)]
            command += ["--map", f"{large}{os.pathsep}{tenth}", "--rondes", str(rounds)]
            done = subprocess.run(command, cwd=ROOT, check=False)
            if done.returncode or not result.exists():
                failed.append(row)
                continue
            found += json.loads(result.read_text())
        if not chosen.json:
            _show([figure for figure in found if figure["module"] == row])
    passed = not failed and all(figure["passed"] for figure in found)
    if chosen.json:
        document = {"archive": str(large), "rounds": rounds, "figures": found, "failed": failed}
        sys.stdout.write(json.dumps({**document, "passed": passed}, ensure_ascii=False) + "\n")
    else:
        short = [str(figure["what"]) for figure in found if not figure["passed"]]
        sys.stdout.write("\nAll within their limits.\n" if passed else "\nOver their limits:\n")
        for what in [*short, *(f"row {row} could not be measured" for row in failed)]:
            sys.stdout.write(f"  - {what}\n")
    return 0 if passed else 1


def _archives(given: Path | None, *, small: bool) -> tuple[Path, Path]:
    from tests.bench.large_archive import LARGE, TENTH, TINY, Size, cached

    if small:
        tiny = cached("tiny", TINY)
        tenth = cached("tiniest", Size(5, 200, 400, 60))
        return given or tiny, tenth
    return given or cached("large", LARGE), cached("tenth", TENTH)


def _measure_here(chosen: argparse.Namespace) -> int:
    from tests.bench.common import Plan

    (row,) = chosen.rij
    large, tenth = str(chosen.map).split(os.pathsep)
    module = importlib.import_module(f"tests.bench.{row}")
    began = time.monotonic()
    figures = module.figures(Plan(Path(large), Path(tenth), chosen.rondes))
    sys.stderr.write(f"{row}: {time.monotonic() - began:.0f} s\n")
    chosen.hier.write_text(json.dumps([{**figure.as_json(), "module": row} for figure in figures]))
    return 0


def _show(figures: list[dict[str, object]]) -> None:
    for figure in figures:
        unit, reference = figure["unit"], figure["reference"]
        limit = f"at most {figure['at_most']} {unit}"
        measured = f"{figure['value']:.2f} {unit}"
        if reference is not None:
            measured += f" = {figure['ratio']:.2f} times {reference:.2f} {unit}"
            limit = f"at most {figure['at_most']} times {figure['against']}"
        mark = "ok  " if figure["passed"] else "OVER"
        note = f"  ({figure['note']})" if figure["note"] else ""
        sys.stdout.write(f"{mark} {figure['what']}: {measured}; {limit}{note}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())

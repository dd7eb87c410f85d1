import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import ready

PROGRAM = """
import sys
if "afspraken" in sys.argv:
    sys.exit("geen afspraken")
print(sys.argv[1:])
sys.exit(7)
"""


@pytest.fixture
def installed(project: Path, packages: Path, scripts: Path) -> Path:
    """A project that is ready, whose program tells how it was called."""
    shutil.copytree(scripts, project / "packaging", ignore=shutil.ignore_patterns("__pycache__"))
    (packages / "gesprekshulp").mkdir()
    (packages / "gesprekshulp" / "__init__.py").touch()
    (packages / "gesprekshulp" / "__main__.py").write_text(PROGRAM)
    ready.mark_ready(project)
    return project


def start(root: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, root / "packaging" / "start.py", *arguments],
        capture_output=True,
        text=True,
        cwd=root.parent,
        env=kept | variables,
    )


@pytest.mark.parametrize("before", [[], ["--"]])
def test_arguments_and_exit_status_pass_through(installed: Path, before: list[str]):
    done = start(installed, *before, "zoek", "--json", "twee woorden")
    assert done.stdout == "['zoek', '--json', 'twee woorden']\n"
    assert (done.returncode, done.stderr) == (7, "")


def test_with_a_screen_the_window_is_asked_for(installed: Path):
    assert start(installed, DISPLAY=":0").stdout == "[]\n"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_without_a_screen_the_work_is_done_without_a_window(installed: Path):
    done = start(installed)
    assert done.returncode == 1
    assert "bleef steken bij 'voorbeeld'" in done.stderr


def test_a_failed_installation_is_one_sentence_without_a_traceback(installed: Path):
    (installed / "pyproject.toml").write_text("geen toml")
    done = start(installed, "klanten")
    assert done.returncode == 1
    assert done.stderr.startswith("Het bestand ")
    assert len(done.stderr.splitlines()) == 1

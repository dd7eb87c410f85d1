"""The set-up scripts are no package; they find each other because they lie in one folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "packaging"
# At the end: the folder has a test.py, and so has Python.
sys.path.append(str(SCRIPTS))

PROJECT = """
[project]
name = "gesprekshulp"
version = "1"
dependencies = ["een>=1"]
[project.scripts]
gesprekshulp = "gesprekshulp.app:main"
[project.optional-dependencies]
test = ["pytest"]
"""
# Stands in for pip in an environment: notes how it was called and does as FAKE_PIP says.
FAKE_PIP = """
import os, sys
from pathlib import Path
with Path(os.environ["FAKE_PIP_CALLS"]).open("a") as calls:
    calls.write(sys.argv[-1] + "\\n")
said = os.environ.get("FAKE_PIP_SAYS", "")
print(said)
sys.exit(1 if said else 0)
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a pyproject.toml and an environment whose pip only notes what is asked."""
    import environment
    import ready

    root = tmp_path / "project"
    root.mkdir()
    (root / "pyproject.toml").write_text(PROJECT)
    environment.bare_environment(ready.folder_of(root))
    package = site_packages(root) / "pip"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(FAKE_PIP)
    monkeypatch.setenv("FAKE_PIP_CALLS", str(tmp_path / "calls"))
    return root


def site_packages(root: Path) -> Path:
    """Where the environment of `root` keeps its packages."""
    if os.name == "nt":
        return root / ".venv" / "Lib" / "site-packages"
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    return root / ".venv" / "lib" / version / "site-packages"


@pytest.fixture
def packages(project: Path) -> Path:
    """Where the project's environment keeps its packages."""
    return site_packages(project)


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    """The last argument of every call to pip, one a line; absent before the first."""
    return tmp_path / "calls"


@pytest.fixture
def scripts() -> Path:
    """The folder with the set-up scripts."""
    return SCRIPTS

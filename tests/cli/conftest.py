"""The command line on an archive of its own."""

from __future__ import annotations

import pytest

from gesprekshulp.app import main


@pytest.fixture
def run(tmp_path, capsys):
    """Run a command on an archive of its own; gives status, output and complaint."""

    def call(*words: str) -> tuple[int, str, str]:
        arguments = ["--map", str(tmp_path / "map"), "--peildatum", "2026-03-12", *words]
        status = main(arguments)
        shown = capsys.readouterr()
        return status, shown.out, shown.err

    return call


@pytest.fixture
def office(run):
    assert run("voorbeeld")[0] == 0
    return run

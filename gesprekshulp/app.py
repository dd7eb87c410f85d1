"""The one place where everything is wired: a command, or the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gesprekshulp.domain.errors import UserError

if TYPE_CHECKING:
    from gesprekshulp.domain.paper import OutPaper


def _window_alone(given: list[str]) -> tuple[Path | None, date | None] | None:
    """What a plain start of the window asks for; None for everything else.

    Nearly every start is one, and the window is painted before the command line is imported.
    """
    found = dict(zip(given[::2], given[1::2], strict=False))
    if len(given) % 2 or not found.keys() <= {"--map", "--peildatum"} or "" in found.values():
        return None
    day = found.get("--peildatum")
    try:
        today = date.fromisoformat(day) if day else None
    except ValueError:
        return None
    return Path(found["--map"]) if "--map" in found else None, today


def _open(folder: Path | None, today: date | None, *, example: bool) -> int:
    from gesprekshulp.ui.start import run_window

    try:
        return run_window(folder, today, example=example)
    except UserError as error:
        sys.stderr.write(f"{error.sentence}\n")
        return 1


def _make_pdf(paper: OutPaper) -> bytes:
    """A document as a PDF for the command line: Qt comes when it is used, and needs no screen."""
    from gesprekshulp.ui.paper.command import make_pdf_without_window

    return make_pdf_without_window(paper)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; gives the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if window_on := _window_alone(given):
        return _open(*window_on, example=False)
    from gesprekshulp import cli

    try:
        request = cli.parse(given)
        if request.command:
            return cli.run(request, _make_pdf)
        return _open(request.folder, request.today, example=request.example)
    except cli.UsageError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except UserError as error:
        sys.stderr.write(f"{error.sentence}\n")
        return 1
    except BrokenPipeError:
        # The reader of our output has gone (`gesprekshulp klanten | head`): nothing to say.
        sys.stderr.close()
        return 0

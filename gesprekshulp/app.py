"""The one place where everything is wired: a command, or the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from gesprekshulp.domain.errors import UserError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; gives the exit status."""
    from gesprekshulp import cli

    try:
        request = cli.parse(sys.argv[1:] if arguments is None else arguments)
        if request.command:
            return cli.run(request)
        from gesprekshulp.ui.start import run_window

        return run_window(request.folder, request.today, example=request.example)
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

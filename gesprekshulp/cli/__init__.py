"""The command line: for administrators, scripts and checks.

Results are a table, or one JSON document with `--json`. Exit status 0 done, 1 refused with one
Dutch line on stderr, 2 wrong usage.
"""

from gesprekshulp.cli.commands import run
from gesprekshulp.cli.request import Request, UsageError, parse

__all__ = ["Request", "UsageError", "parse", "run"]

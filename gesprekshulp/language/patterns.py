"""Regular expressions that are compiled when they are first asked something.

Compiling those of this package took a third of the time of importing it, and most notes need only
some of them.
"""

import re
from functools import cached_property
from typing import Any, cast


class _Later:
    """Stands in for a pattern; each of its methods is looked up once."""

    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._text, self._flags)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, compiled at the first use: for the constants of a module."""
    return cast("re.Pattern[str]", _Later(text, flags))

"""What the set-up scripts tell their user: in Dutch, and on stderr."""

from __future__ import annotations

import errno
import sys
from pathlib import Path


class SetupError(Exception):
    """The installation cannot go on; the message is one Dutch sentence that says what to do."""

    @classmethod
    def from_os_error(cls, error: OSError, where: Path) -> SetupError:
        """The sentence for what the file system refused near `where`."""
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return cls(f"De schijf met {where} is vol: maak ruimte en start opnieuw.")
        if isinstance(error, PermissionError) or error.errno == errno.EROFS:
            return cls(
                f"In {where} mag niet worden geschreven: zet de code in een map "
                "die van u is en start opnieuw."
            )
        return cls(
            f"Bij {where} ging iets mis ({error.strerror or error}): "
            "verwijder de map .venv en start opnieuw."
        )


def say(sentence: str) -> None:
    """Tell the user what is being done; stdout stays free for what the program itself says."""
    print(sentence, file=sys.stderr, flush=True)

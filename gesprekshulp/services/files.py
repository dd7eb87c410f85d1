"""Writing a file for the user: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO

from gesprekshulp.domain.errors import UserError


class CannotWrite(UserError):
    """The place where a file should go does not take it."""


def write_file(target: Path, content: bytes) -> Path:
    """Put `content` at `target`, replacing what was there; gives the path. See `write_stream`."""

    def write(file: IO[bytes]) -> None:
        file.write(content)

    return write_stream(target, write)


def write_stream(target: Path, write: Callable[[IO[bytes]], None]) -> Path:
    """Let `write` fill a file that comes at `target`, replacing what was there; gives the path.

    The file is written beside its place first, so that a full disk or a pulled plug leaves the old
    one; so does anything that `write` raises. Raises CannotWrite when the folder is missing,
    read-only or full, or the file is in use.
    """
    if not target.parent.is_dir():
        raise CannotWrite(f"De map {target.parent} bestaat niet; kies een andere plek.")
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=target.suffix)
        try:
            with os.fdopen(handle, "wb") as file:
                write(file)
            # mkstemp makes files for the owner alone; a document gets the usual rights.
            mask = os.umask(0)
            os.umask(mask)
            Path(name).chmod(0o666 & ~mask)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except PermissionError as error:
        raise CannotWrite(
            f"{target} kan niet worden geschreven: het bestand is open in Word of de map is"
            " alleen-lezen. Sluit het bestand of kies een andere plek."
        ) from error
    except OSError as error:
        raise CannotWrite(
            f"{target} kan niet worden geschreven ({error.strerror}). Maak ruimte of kies een"
            " andere plek."
        ) from error
    return target

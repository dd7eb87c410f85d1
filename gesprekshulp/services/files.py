"""Writing a file for the user: whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO

from gesprekshulp.domain.errors import UserError

_NOT_HERE = "op deze plek wordt geen bestand aangenomen"
_WHY = {
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "uw ruimte op de schijf is vol",
    errno.EROFS: "de schijf is alleen-lezen",
    errno.ENAMETOOLONG: "de naam is te lang",
}


class CannotWrite(UserError):
    """The place where a file should go does not take it."""


def require_no_folder(target: Path) -> None:
    """Raise CannotWrite where the name of a file was meant and a folder was given."""
    if _is_folder(target):
        raise CannotWrite(f"{target} is een map; zet er de naam van het bestand achter.")


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # A name longer than the file system takes.
        return False


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
    require_no_folder(target)
    if not _is_folder(target.parent):
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
            f"{target} kan niet worden geschreven: {_WHY.get(error.errno or 0, _NOT_HERE)}."
            " Kies een andere plek."
        ) from error
    return target

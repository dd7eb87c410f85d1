"""Opening a connection to the encrypted file.

Reading and writing go straight to the driver: SQLAlchemy takes twice a bare window's start-up time
and 18 MB to import. The tables and their migrations are SQLAlchemy Core's.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol, cast

from gesprekshulp.domain.errors import UserError

Row = tuple[Any, ...]
"""One row as the driver gives it: text, integers, floats, bytes and None."""

AT_ONCE = 500
"""So many rows are read or named in one statement."""


class DriverCursor(Protocol):
    """What we use of a driver's cursor."""

    def fetchall(self) -> list[Row]:
        """All rows that are left."""
        ...

    def fetchmany(self, size: int, /) -> list[Row]:
        """The next rows, at most so many; none at the end."""
        ...

    def fetchone(self) -> Row | None:
        """The next row, or None."""
        ...


class DriverConnection(Protocol):
    """What we use of a driver's connection."""

    def execute(self, sql: str, parameters: Sequence[object] = ..., /) -> DriverCursor:
        """Run one statement."""
        ...

    def executemany(self, sql: str, parameters: Iterable[Sequence[object]], /) -> DriverCursor:
        """Run one statement for each set of parameters."""
        ...

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction has begun that was neither committed nor rolled back."""
        ...

    def close(self) -> None:
        """Give the file free."""
        ...


class ArchiveUnreadable(UserError):
    """The archive's file is damaged, or the key does not fit it."""


class Reads:
    """Reads straight from a connection: a snapshot does, and a transaction."""

    def __init__(self, connection: DriverConnection) -> None:
        self._connection = connection
        self.batch_id: str | None = None

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """The rows that a SELECT gives; in a transaction its own changes included."""
        return self._connection.execute(sql, parameters).fetchall()

    def each(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[Row]:
        """The same, read while they are asked for: for very many."""
        cursor = self._connection.execute(sql, parameters)
        while some := cursor.fetchmany(AT_ONCE):
            yield from some


def driver_module() -> Any:
    """The driver (sqlcipher3), which ships no types."""
    return importlib.import_module("sqlcipher3.dbapi2")


class Key:
    """The raw key of an archive: 32 bytes. It shows itself in no message and no log."""

    __slots__ = ("_hex",)

    def __init__(self, raw: bytes) -> None:
        if len(raw) != 32:
            raise ArchiveUnreadable(
                "Het sleutelbestand van het archief is beschadigd. Zet een reservekopie terug."
            )
        self._hex = raw.hex()

    def __repr__(self) -> str:
        return "Key(...)"

    def pragma(self) -> str:
        """The statement that unlocks a connection; for `connect` alone."""
        return f"PRAGMA key = \"x'{self._hex}'\""

    @classmethod
    def of_folder(cls, folder: Path, *, make: bool = True) -> Key:
        """The key kept in a data folder; with `make`, made when it is not there.

        Its owner alone can read it. Raises ArchiveUnreadable when there is none and none is to be
        made, or when it cannot be read.
        """
        path = folder / "archief.sleutel"
        try:
            return cls(path.read_bytes())
        except FileNotFoundError:
            if not make:
                raise ArchiveUnreadable(
                    f"Het sleutelbestand {path} van het archief ontbreekt. Zet het terug, of"
                    " zet een reservekopie terug."
                ) from None
        except OSError as error:
            raise ArchiveUnreadable(
                f"Het sleutelbestand {path} van het archief is niet te lezen. Geef uzelf"
                " leesrechten of zet een reservekopie terug."
            ) from error
        raw = os.urandom(32)
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return cls(path.read_bytes())  # another window was just before us
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(handle)  # an archive of which the key got lost cannot be opened any more
        return cls(raw)


_CACHE_KB = 16_000
_HEAP_BYTES = 24_000_000
"""What all connections together may hold; near it, each uses its own pages again."""


FEW_KB = 1_000


def keep_pages(kilobytes: int = _CACHE_KB) -> str:
    """The statement by which a connection keeps so much of what it reads, unlocked."""
    return f"PRAGMA cache_size = -{kilobytes}"


def connect(path: Path, key: Key) -> DriverConnection:
    """An open connection in autocommit mode; transactions are begun by hand.

    A cold scan of an encrypted file is four times slower than of a plain one, hence a cache of
    some size; `_HEAP_BYTES` keeps those of all connections together within bounds.
    Raises ArchiveUnreadable when the key does not fit.
    """
    module = driver_module()
    connection: Any = None
    try:
        connection = module.connect(
            str(path), check_same_thread=False, isolation_level=None, timeout=10
        )
        # A key that does not fit is said in a sentence; the library would add lines to stderr.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(key.pragma())
        connection.execute(keep_pages())
        connection.execute(f"PRAGMA soft_heap_limit = {_HEAP_BYTES}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        # Or REPLACE would pass by the triggers that hold what must stay as it was.
        connection.execute("PRAGMA recursive_triggers = ON")
    except module.DatabaseError as error:
        if connection is not None:
            connection.close()
        if isinstance(error, module.OperationalError):
            # The file itself may be sound: putting a copy back would throw it away.
            raise ArchiveUnreadable(
                f"Het archief {path} kan niet worden geopend: het is alleen-lezen of in gebruik, of"
                " de schijf is vol. Kijk of u in die map mag schrijven."
            ) from error
        raise ArchiveUnreadable(
            f"Het archief {path} is niet te lezen: het is beschadigd of de sleutel past niet."
            " Zet een reservekopie terug."
        ) from error
    return cast(DriverConnection, connection)

"""The archive: one encrypted file, snapshots to read it and transactions to change it."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from gesprekshulp.storage.driver import (
    FEW_KB,
    ArchiveUnreadable,
    DriverConnection,
    Key,
    Reads,
    Row,
    connect,
    driver_module,
    keep_pages,
)
from gesprekshulp.storage.migrations import HEAD
from gesprekshulp.storage.repository import Source
from gesprekshulp.storage.work import Work

if TYPE_CHECKING:
    from gesprekshulp.storage.journal import Journal, Undone
    from gesprekshulp.storage.writing import Writer

FILE_NAME = "archief.db"


class ReadingOnlyError(RuntimeError):
    """A bug: something was saved outside a transaction."""


class _Snapshot(Reads):
    """Refuses to write."""

    def write(self, table: str, rows: Sequence[dict[str, object]]) -> None:
        raise ReadingOnlyError(f"{table} cannot be written while reading: begin a transaction")

    def remove(self, table: str, ids: Sequence[str]) -> None:
        raise ReadingOnlyError(f"{table} cannot be changed while reading: begin a transaction")


class Archive:
    """The one local database with everything; safe to use from several threads.

    Reading takes a connection from a small pool; writing waits its turn. `now` gives the moment
    that rows are stamped with.
    """

    def __init__(self, path: Path, key: Key, now: Callable[[], datetime]) -> None:
        self.path = path
        self._key = key
        self._now = now
        self._idle: deque[DriverConnection] = deque()
        self._connections: list[DriverConnection] = []
        self._writing = threading.RLock()
        self._last_batch: str | None = None
        self._last_stamp = datetime.min.replace(tzinfo=UTC)

    @classmethod
    def open(cls, folder: Path, now: Callable[[], datetime]) -> Archive:
        """The archive in a data folder; made when there is none, migrated when it is older.

        Raises ArchiveUnreadable for a damaged file or a key that does not fit, and ArchiveNewer
        for a file of a later version of the program.
        """
        path = folder / FILE_NAME
        try:
            folder.mkdir(parents=True, exist_ok=True)
            key = Key.of_folder(folder, make=not path.exists())
        except OSError as error:
            raise ArchiveUnreadable(
                f"De gegevensmap {folder} is niet te openen. Kies een map waarin u mag lezen en"
                " schrijven."
            ) from error
        connection = connect(path, key) if path.exists() else None
        if connection is None or _version(connection) != HEAD:
            from gesprekshulp.storage.upgrade import upgrade

            if connection is not None:
                connection.close()
                connection = None
            upgrade(path, key)
        archive = cls(path, key, now)
        if connection is not None:
            archive._keep(connection)
        return archive

    @contextmanager
    def reading(self, *, once: bool = False) -> Generator[Work]:
        """A consistent snapshot of the archive.

        With `once` many rows are gone through that nobody asks for again: their pages are not
        kept, so that counting everything does not fill the memory.
        """
        connection = self._take()
        try:
            if once:
                connection.execute(keep_pages(FEW_KB))
            connection.execute("BEGIN")
            try:
                yield Work(_Snapshot(connection))
            finally:
                connection.execute("ROLLBACK")
                if once:
                    connection.execute(keep_pages())
        finally:
            self._idle.append(connection)

    @contextmanager
    def transaction(self, label: str | None = None) -> Generator[Work]:
        """Changes that happen all or not at all; committed when the block ends without an error.

        With a `label` (Dutch, as it stands beside "Ongedaan maken") the changes can be undone as a
        whole; without one they are not remembered, as for a line that is being typed.
        """
        with self._writing, self._writer.transaction(self._stamp(), label) as source:
            yield Work(source)
        self._last_batch = source.batch_id or self._last_batch

    @property
    def last_batch(self) -> str | None:
        """The identifier of the last labelled transaction of this session, for `undo`."""
        return self._last_batch

    def undo(self, batch_id: str) -> Undone:
        """Take back a labelled transaction as a whole; see `journal.Journal.undo`."""
        with self._writing, self._writer.transaction(self._stamp(), None) as source:
            return self._journal(source).undo(batch_id, self._now())

    def undoable(self, limit: int = 50) -> list[tuple[str, str, datetime]]:
        """The last labelled transactions that were not undone: identifier, label, moment."""
        connection = self._take()
        try:
            rows = connection.execute(
                "SELECT id, label, at FROM batches WHERE undone_at IS NULL"
                " ORDER BY rowid DESC LIMIT ?",
                (limit,),
            ).fetchall()
        finally:
            self._idle.append(connection)
        return [(id, label, datetime.fromisoformat(at)) for id, label, at in rows]

    def raw_rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Rows of one read-only statement, for list models that page through many rows."""
        connection = self._take()
        try:
            return connection.execute(sql, parameters).fetchall()
        finally:
            self._idle.append(connection)

    def warm_up(self) -> None:
        """Import what reading and writing need, on a quiet moment after the first screen."""
        _ = self._writer
        with self.reading() as work:
            work.warm_up()

    def close(self) -> None:
        """Give the file free; waits for a running transaction."""
        with self._writing:
            if "_writer" in self.__dict__:
                self._writer.close()
            for connection in self._connections:
                connection.close()
            self._connections.clear()
            self._idle.clear()

    @cached_property
    def _writer(self) -> Writer:
        from gesprekshulp.storage.writing import Writer

        return Writer(self.path, self._key)

    @staticmethod
    def _journal(source: Source) -> Journal:
        from gesprekshulp.storage.journal import Journal

        return Journal(source)

    def _stamp(self) -> datetime:
        """The moment of a transaction, later than any before it: undo compares these."""
        self._last_stamp = max(self._now(), self._last_stamp + timedelta(microseconds=1))
        return self._last_stamp

    def _take(self) -> DriverConnection:
        try:
            return self._idle.pop()
        except IndexError:
            connection = connect(self.path, self._key)
            self._connections.append(connection)
            return connection

    def _keep(self, connection: DriverConnection) -> None:
        """Take over a connection that was opened before."""
        self._connections.append(connection)
        self._idle.append(connection)


def _version(connection: DriverConnection) -> str | None:
    try:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return str(row[0]) if row else None
    except driver_module().OperationalError:
        return None  # a file without tables yet: a first start that was cut off

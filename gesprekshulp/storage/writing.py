"""Writing to the archive through SQLAlchemy Core, one transaction at a time."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection, Table, create_engine, event, update
from sqlalchemy.dialects.sqlite import Insert, insert
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import QueuePool

from gesprekshulp.domain.errors import UserError
from gesprekshulp.storage import tables
from gesprekshulp.storage.driver import Key, Row, connect, driver_module
from gesprekshulp.storage.mapping import stamp_text


class ArchiveFullError(UserError):
    """The disk is full, or the file may not be written."""


class ArchiveBusyError(UserError):
    """Another program is writing to the archive and does not stop."""


_NO_ROOM = ("full", "readonly", "I/O error", "unable to open")
"""What SQLite says when the disk is full or may not be written to."""


class Writer:
    """The engine behind the transactions of one archive."""

    def __init__(self, path: Path, key: Key) -> None:
        self._path = path
        self.engine = create_engine(
            "sqlite://",
            module=driver_module(),
            creator=lambda: connect(path, key),
            poolclass=QueuePool,
            hide_parameters=True,  # a message of an error never holds what was written
            pool_size=1,
            max_overflow=0,
        )
        event.listen(self.engine, "begin", begin_immediate)

    @contextmanager
    def transaction(self, now: datetime, label: str | None) -> Generator[TransactionSource]:
        """One transaction; rolled back when the block raises, and when it cannot be committed.

        Raises ArchiveFullError when there is no room or no right to write, and ArchiveBusyError
        when another program holds the archive for too long. The archive is then as it was.
        """
        try:
            with self.engine.begin() as connection:
                yield TransactionSource(connection, now, label)
        except (OperationalError, driver_module().OperationalError) as error:
            raise self._refused(error) from error

    def _refused(self, error: Exception) -> UserError:
        cause = str(getattr(error, "orig", error))
        if "locked" in cause or "busy" in cause:
            return ArchiveBusyError(
                f"Een ander programma houdt het archief {self._path} bezet. Sluit een tweede"
                " venster van Gesprekshulp en probeer het opnieuw; wat bewaard was, is er nog."
            )
        if not any(word in cause for word in _NO_ROOM):
            raise error  # a mistake of ours, such as a column that is not there
        return ArchiveFullError(
            f"Het archief {self._path} kan niet worden bijgewerkt: de schijf is vol of u mag er"
            " niet schrijven. Maak ruimte of geef uzelf schrijfrechten en probeer het opnieuw;"
            " wat eerder bewaard was, is er nog."
        )

    def close(self) -> None:
        """Close the engine's connections."""
        self.engine.dispose()


def begin_immediate(connection: Connection) -> None:
    """Begin by taking the write lock, so that a transaction never fails half-way for want of it."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


class TransactionSource:
    """Reads and writes within one transaction, and journals what it changes when labelled."""

    def __init__(self, connection: Connection, now: datetime, label: str | None) -> None:
        self._connection = connection
        self._stamp = stamp_text(now)
        self._label = label
        self.batch_id: str | None = None

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """The rows that a SELECT gives, changes of this transaction included."""
        return [tuple(row) for row in self._connection.exec_driver_sql(sql, tuple(parameters))]

    def each(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[Row]:
        """The same, read while they are asked for."""
        for row in self._connection.exec_driver_sql(sql, tuple(parameters)):
            yield tuple(row)

    def write(self, table: str, rows: Sequence[dict[str, object]]) -> None:
        """Insert rows, or change those whose key is there already."""
        target = tables.metadata.tables[table]
        stamped = "changed_at" in target.c
        if stamped:
            self._remember(target, [str(row["id"]) for row in rows])
            stamps: dict[str, object] = {
                "created_at": self._stamp,
                "changed_at": self._stamp,
                "deleted_at": None,
            }
            rows = [{**stamps, **row} for row in rows]
        self._connection.execute(_statement(table, tuple(rows[0])), list(rows))

    def remove(self, table: str, ids: Sequence[str]) -> None:
        """Mark rows as deleted."""
        target = tables.metadata.tables[table]
        self._remember(target, ids)
        self._connection.execute(
            update(target)
            .where(target.c.id.in_(list(ids)))
            .values(deleted_at=self._stamp, changed_at=self._stamp)
        )

    def _remember(self, target: Table, ids: Sequence[str]) -> None:
        """Journal how rows stood before this transaction touches them."""
        if self._label is None:
            return
        if self.batch_id is None:
            self.batch_id = str(uuid4())
            self._connection.execute(
                tables.batches.insert(),
                {"id": self.batch_id, "label": self._label, "at": self._stamp},
            )
        columns = [column.name for column in target.c]
        before: dict[str, str] = {}
        for start in range(0, len(ids), 500):
            part = list(ids[start : start + 500])
            marks = ", ".join("?" * len(part))
            for row in self.rows(
                f"SELECT {', '.join(columns)} FROM {target.name} WHERE id IN ({marks})", part
            ):
                kept = dict(zip(columns, row, strict=True))
                before[str(kept["id"])] = json.dumps(kept, ensure_ascii=False)
        self._connection.execute(
            tables.changes.insert(),
            [
                {
                    "batch_id": self.batch_id,
                    "table_name": target.name,
                    "row_id": id,
                    "before": before.get(id),
                    "stamp": self._stamp,
                }
                for id in ids
            ],
        )


@cache
def _statement(table: str, columns: tuple[str, ...]) -> Insert:
    """How rows of a table are written; making that up takes longer than doing it."""
    target = tables.metadata.tables[table]
    statement = insert(target)
    if table in tables.APPEND_ONLY:
        return statement
    (key,) = target.primary_key.columns
    return statement.on_conflict_do_update(
        index_elements=[key],
        set_={
            name: statement.excluded[name]
            for name in columns
            if name not in (key.name, "created_at")
        },
    )

"""Writing to the archive, one transaction at a time.

Straight to the driver, as reading is: to write a line through SQLAlchemy Core takes 18 MB and a
quarter of a second of imports. The tables themselves, and their migrations, are Core's.
"""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from gesprekshulp.domain.errors import UserError
from gesprekshulp.storage.driver import (
    AT_ONCE,
    DriverConnection,
    Key,
    Reads,
    connect,
    driver_module,
)
from gesprekshulp.storage.mapping import stamp_text

APPEND_ONLY = frozenset(("commitment_events", "frozen_reports"))
"""Tables whose rows are only ever added; triggers hold that too."""


class ArchiveFullError(UserError):
    """The disk is full, or the file may not be written."""


class ArchiveBusyError(UserError):
    """Another program is writing to the archive and does not stop."""


_LONE = re.compile("[\ud800-\udfff]")

_NO_ROOM = ("full", "readonly", "I/O error", "unable to open")
"""What SQLite says when the disk is full or may not be written to."""


class Writer:
    """The connection behind the transactions of one archive."""

    def __init__(self, path: Path, key: Key) -> None:
        self._path = path
        self.connection = connect(path, key)
        self._tables: dict[str, _Table] = {}

    @contextmanager
    def transaction(self, now: datetime, label: str | None) -> Generator[TransactionSource]:
        """One transaction; rolled back when the block raises, and when it cannot be committed.

        Raises ArchiveFullError when there is no room or no right to write, and ArchiveBusyError
        when another program holds the archive for too long. The archive is then as it was.
        """
        try:
            # The lock is taken first, so that a transaction never fails half-way for want of it.
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield TransactionSource(self.connection, self._tables, now, label)
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:  # a full disk has rolled back already
                    self.connection.execute("ROLLBACK")
                raise
        except driver_module().OperationalError as error:
            raise self._refused(error) from error

    def _refused(self, error: Exception) -> UserError:
        cause = str(error)
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
        """Give the file free."""
        self.connection.close()


@dataclass(frozen=True, slots=True)
class _Table:
    """What writing needs to know of a table."""

    name: str
    columns: tuple[str, ...]
    key: str

    @classmethod
    def of(cls, connection: DriverConnection, name: str) -> _Table:
        described = connection.execute(f"PRAGMA table_info({name})").fetchall()
        keys = [str(row[1]) for row in described if row[5]]
        return cls(name, tuple(str(row[1]) for row in described), keys[0])

    def insert(self, columns: Sequence[str]) -> str:
        """How rows are written: those whose key is there already are changed."""
        marks = ", ".join("?" * len(columns))
        statement = f"INSERT INTO {self.name} ({', '.join(columns)}) VALUES ({marks})"
        if self.name in APPEND_ONLY:
            return statement
        changed = ", ".join(
            f"{name} = excluded.{name}" for name in columns if name not in (self.key, "created_at")
        )
        return f"{statement} ON CONFLICT ({self.key}) DO UPDATE SET {changed}"


class TransactionSource(Reads):
    """Reads and writes within one transaction, and journals what it changes when labelled."""

    def __init__(
        self,
        connection: DriverConnection,
        known: dict[str, _Table],
        now: datetime,
        label: str | None,
    ) -> None:
        super().__init__(connection)
        self._known = known
        self._stamp = stamp_text(now)
        self._label = label

    def write(self, table: str, rows: Sequence[dict[str, object]]) -> None:
        """Insert rows, or change those whose key is there already."""
        target = self._table(table)
        if "changed_at" in target.columns:
            self._remember(target, [str(row["id"]) for row in rows])
            stamps: dict[str, object] = {
                "created_at": self._stamp,
                "changed_at": self._stamp,
                "deleted_at": None,
            }
            rows = [{**stamps, **row} for row in rows]
        columns = tuple(rows[0])
        self._connection.executemany(
            target.insert(columns), ([_storable(row[name]) for name in columns] for row in rows)
        )

    def remove(self, table: str, ids: Sequence[str]) -> None:
        """Mark rows as deleted."""
        self._remember(self._table(table), ids)
        self._connection.executemany(
            f"UPDATE {table} SET deleted_at = ?, changed_at = ? WHERE id = ?",
            ((self._stamp, self._stamp, id) for id in ids),
        )

    def _table(self, name: str) -> _Table:
        if name not in self._known:
            self._known[name] = _Table.of(self._connection, name)
        return self._known[name]

    def _remember(self, target: _Table, ids: Sequence[str]) -> None:
        """Journal how rows stood before this transaction touches them."""
        if self._label is None:
            return
        if self.batch_id is None:
            self.batch_id = str(uuid4())
            self._connection.execute(
                "INSERT INTO batches (id, label, at) VALUES (?, ?, ?)",
                (self.batch_id, _storable(self._label), self._stamp),
            )
        before: dict[str, str] = {}
        for start in range(0, len(ids), AT_ONCE):
            part = list(ids[start : start + AT_ONCE])
            marks = ", ".join("?" * len(part))
            for row in self.rows(
                f"SELECT {', '.join(target.columns)} FROM {target.name} WHERE id IN ({marks})",
                part,
            ):
                kept = dict(zip(target.columns, row, strict=True))
                before[str(kept["id"])] = json.dumps(kept, ensure_ascii=False)
        self._connection.executemany(
            "INSERT INTO changes (batch_id, table_name, row_id, before, stamp)"
            " VALUES (?, ?, ?, ?, ?)",
            ((self.batch_id, target.name, id, before.get(id), self._stamp) for id in ids),
        )


def _storable(value: object) -> object:
    """A value as SQLite can hold it: half a character becomes the mark for an unknown one.

    Such halves come with names of files that are no UTF-8, and with what is pasted.
    """
    if isinstance(value, str) and not value.isprintable():
        return _LONE.sub("\ufffd", value)
    return value

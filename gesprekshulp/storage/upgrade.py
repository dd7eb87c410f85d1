"""Bringing an archive's tables to the newest version. Imported only when they are not there yet."""

from __future__ import annotations

import shutil
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool

from gesprekshulp.domain.errors import UserError
from gesprekshulp.storage.driver import Key, connect, driver_module


class ArchiveNewer(UserError):
    """The archive was written by a later version of the program."""


def alembic_config() -> Config:
    """Alembic's settings, without a file of their own."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    return config


def engine_of(path: Path, key: Key) -> Engine:
    """SQLAlchemy's way into an archive, for its tables; what is in them goes through the driver."""
    engine = create_engine(
        "sqlite://", module=driver_module(), creator=lambda: connect(path, key), poolclass=NullPool
    )
    event.listen(engine, "begin", _begin_immediate)
    return engine


def upgrade(path: Path, key: Key, to: str = "head") -> None:
    """Migrate the file at `path`, making it when it is not there.

    An existing archive is copied first, beside it; the copy stays when the migration fails, and
    the archive itself is then as it was. Raises ArchiveNewer for a version that is not known here.
    """
    copy = _copy(path)
    engine = engine_of(path, key)
    config = alembic_config()
    try:
        with engine.connect() as connection:
            raw = connection.connection.dbapi_connection
            assert raw is not None
            # Before the transaction begins: SQLite rebuilds a table by dropping it, and with
            # foreign keys on that would delete child rows.
            raw.execute("PRAGMA foreign_keys = OFF")  # type: ignore[attr-defined]
            with connection.begin():
                config.attributes["connection"] = connection
                command.upgrade(config, to)
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
                if broken:
                    raise RuntimeError(f"the migration left dangling references: {broken[:5]}")
    except CommandError as error:
        known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
        raise ArchiveNewer(
            f"Het archief {path} is van een nieuwere versie van Gesprekshulp dan deze"
            f" (deze kent versie {max(known)}). Werk het programma bij."
        ) from error
    finally:
        engine.dispose()
    if copy is not None:
        copy.unlink(missing_ok=True)


def _begin_immediate(connection: Connection) -> None:
    """Begin by taking the write lock: two windows may start at once."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _copy(path: Path) -> Path | None:
    """A copy of an archive from before its migration; None when there is none."""
    if not path.exists() or path.stat().st_size == 0:
        return None
    copy = path.with_name(f"{path.name}.voor-bijwerken")
    shutil.copy2(path, copy)
    for suffix in ("-wal",):
        side = path.with_name(path.name + suffix)
        if side.exists():
            shutil.copy2(side, copy.with_name(copy.name + suffix))
    return copy

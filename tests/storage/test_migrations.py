"""The tables in the file are the tables in the code, from every earlier version on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from gesprekshulp.storage import search_schema
from gesprekshulp.storage.archive import FILE_NAME, Archive
from gesprekshulp.storage.driver import Key, connect
from gesprekshulp.storage.migrations import HEAD
from gesprekshulp.storage.tables import metadata
from gesprekshulp.storage.upgrade import ArchiveNewer, alembic_config, engine_of, upgrade

VERSIONS = [
    script.revision for script in ScriptDirectory.from_config(alembic_config()).walk_revisions()
]


def differences(folder: Path) -> list[object]:
    engine = engine_of(folder / FILE_NAME, Key.of_folder(folder))
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _: not str(name).startswith("search_index")},
        )
        found = compare_metadata(context, metadata)
    engine.dispose()
    return list(found)


def schema(folder: Path) -> dict[str, str]:
    connection = connect(folder / FILE_NAME, Key.of_folder(folder))
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    ).fetchall()
    connection.close()
    return {name: re.sub(r"\s+", " ", sql) for name, sql in rows}


def test_the_newest_migration_is_the_head_that_opening_asks_for():
    assert ScriptDirectory.from_config(alembic_config()).get_current_head() == HEAD


def test_a_new_archive_has_the_tables_of_the_code(tmp_path, clock):
    Archive.open(tmp_path, clock.now).close()
    assert differences(tmp_path) == []


def test_a_new_archive_has_the_search_triggers_and_the_guards_of_history(tmp_path, clock):
    Archive.open(tmp_path, clock.now).close()
    found = schema(tmp_path)
    kept = (*search_schema.statements(), *search_schema.HISTORY_GUARDS, search_schema.NAMES_KEPT)
    for statement in kept:
        name = re.match(r"CREATE (?:VIRTUAL TABLE|TRIGGER) (\w+)", statement)
        assert name is not None
        assert found[name.group(1)] == re.sub(r"\s+", " ", statement)


@pytest.mark.parametrize("version", VERSIONS)
def test_an_archive_of_any_earlier_version_becomes_one_of_today(tmp_path, clock, version):
    key = Key.of_folder(tmp_path)
    upgrade(tmp_path / FILE_NAME, key, to=version)
    Archive.open(tmp_path, clock.now).close()
    assert differences(tmp_path) == []
    assert not list(tmp_path.glob("*.voor-bijwerken"))


def test_names_that_clients_had_before_the_table_of_names_are_taken_from_the_journal(
    tmp_path, clock
):
    path, key = tmp_path / FILE_NAME, Key.of_folder(tmp_path)
    upgrade(path, key, to="0007")
    connection = connect(path, key)
    connection.execute("INSERT INTO batches (id, label, at) VALUES ('b', 'Gewijzigd', '2026')")
    for before in ('{"id": "k", "name": "De Oude Naam"}', '{"id": "k", "name": "De Oude Naam"}'):
        connection.execute(
            "INSERT INTO changes (batch_id, table_name, row_id, before, stamp)"
            " VALUES ('b', 'clients', 'k', ?, '2026')",
            (before,),
        )
    connection.close()
    archive = Archive.open(tmp_path, clock.now)
    assert archive.raw_rows("SELECT client_id, name FROM client_names") == [("k", "De Oude Naam")]
    archive.close()


@pytest.mark.parametrize("before", ['{"id": "k"}', '{"name": null}', '{"id": "k", "na', "", "[]"])
def test_a_line_of_the_journal_without_a_name_keeps_no_archive_closed(tmp_path, clock, before):
    path, key = tmp_path / FILE_NAME, Key.of_folder(tmp_path)
    upgrade(path, key, to="0007")
    connection = connect(path, key)
    connection.execute("INSERT INTO batches (id, label, at) VALUES ('b', 'Gewijzigd', '2026')")
    for one in (before, '{"id": "k", "name": "De Oude Naam"}'):
        connection.execute(
            "INSERT INTO changes (batch_id, table_name, row_id, before, stamp)"
            " VALUES ('b', 'clients', 'k', ?, '2026')",
            (one,),
        )
    connection.close()
    archive = Archive.open(tmp_path, clock.now)
    assert archive.raw_rows("SELECT client_id, name FROM client_names") == [("k", "De Oude Naam")]
    archive.close()


def test_an_archive_of_a_later_program_is_refused_and_left_alone(tmp_path, clock):
    Archive.open(tmp_path, clock.now).close()
    connection = connect(tmp_path / FILE_NAME, Key.of_folder(tmp_path))
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(ArchiveNewer, match="nieuwere versie"):
        Archive.open(tmp_path, clock.now)
    connection = connect(tmp_path / FILE_NAME, Key.of_folder(tmp_path))
    assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("9999",)
    connection.close()

"""The tables among files to take in, with what their columns are taken for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from gesprekshulp.exchange.column_guess import guess_mapping
from gesprekshulp.exchange.columns import Field, Mapping, Target, fields_of
from gesprekshulp.exchange.files import FileKind, kind_of, load
from gesprekshulp.exchange.tables import Table, read_tables
from gesprekshulp.services.imports import remembered_mapping
from gesprekshulp.storage.archive import Archive

__all__ = ["Field", "MappedTable", "Mapping", "Table", "Target", "fields_of", "tables_of"]


@dataclass(frozen=True, slots=True)
class MappedTable:
    """A table and what its columns are taken for: as remembered, or else as guessed."""

    table: Table
    mapping: Mapping


def tables_of(archive: Archive, paths: Sequence[Path]) -> tuple[MappedTable, ...]:
    """The tables among these files; other kinds are passed over. Raises UserError."""
    found: list[MappedTable] = []
    for path in paths:
        file = load(path)
        if kind_of(file.name, file.data) not in (FileKind.TEXT_TABLE, FileKind.SHEET):
            continue
        for table in read_tables(file.name, file.data):
            known = remembered_mapping(archive, table.fingerprint)
            if known is None or len(known.columns) != len(table.headings):
                known = guess_mapping(table.headings, table.sample())
            found.append(MappedTable(table, known))
    return tuple(found)

"""`gesprekshulp herken`: one JSON record in, the promises in its note out."""

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from gesprekshulp.domain.errors import UserError
from gesprekshulp.language.commitments import Table, find_commitments


class RecordRefused(UserError):
    """A record for `herken` lacks a field or has one that cannot be read."""


def _names(record: Mapping[str, Any], field: str) -> tuple[str, ...]:
    value: object = record.get(field, [])
    if not isinstance(value, list):
        raise RecordRefused(f"Het veld “{field}” moet een lijst met namen zijn.")
    return tuple(str(name) for name in cast("list[object]", value))


def commitment_line(record: Mapping[str, Any]) -> dict[str, Any]:
    """The promises of one record `{"id", "tekst", "datum", "adviseurs", "klanten"}`.

    Raises RecordRefused when the text or the day is missing or unreadable.
    """
    text: object = record.get("tekst")
    if not isinstance(text, str):
        raise RecordRefused("Het veld “tekst” ontbreekt of is geen tekst.")
    day: object = record.get("datum")
    try:
        today = date.fromisoformat(day) if isinstance(day, str) else None
    except ValueError:
        today = None
    if today is None:
        raise RecordRefused("Het veld “datum” moet een dag zijn zoals 2026-03-31.")
    table = Table(_names(record, "adviseurs"), _names(record, "klanten"))
    return {
        "id": record.get("id"),
        "toezeggingen": [
            {
                "door": str(found.owner),
                "termijn": found.day.isoformat() if found.day else None,
                "vrijblijvend": found.vague,
                "wie": found.person,
                "wat": found.action,
            }
            for found in find_commitments(text, table, today)
        ],
    }

"""The full-text index and the triggers that keep it, as SQL that Alembic cannot express.

The index holds no text of its own (contentless), only where words stand: the text stays once in
its own table. `kind` is indexed with the words, so that a search within promises alone stays fast.
Clients and people stand in a small index of their own as well: they come first in every answer, and
a letter that begins half a million words would have to be gone through to find the few among them.
"""

from __future__ import annotations

KINDS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "clients": ("klant", "new.id", ("name", "trade", "city", "email", "remarks")),
    "contact_persons": ("contactpersoon", "new.client_id", ("name", "role", "email")),
    "appointments": ("afspraak", "new.client_id", ("title", "place", "goal")),
    "contacts": ("contact", "new.client_id", ("subject", "person_name", "outcome", "text")),
    "note_lines": (
        "notitie",
        "(SELECT client_id FROM appointments WHERE id = new.appointment_id)",
        ("text", "internal"),
    ),
    "commitments": ("toezegging", "new.client_id", ("what", "who", "said")),
    "decisions": ("besluit", "new.client_id", ("text",)),
    "attachments": ("stuk", "new.client_id", ("name",)),
}
"""Table -> kind on screen, where its client stands, and the columns that are searched."""

NAMES = ("clients", "contact_persons")
"""The tables whose rows stand in the index of names too."""


def _index(name: str) -> str:
    return (
        f"CREATE VIRTUAL TABLE {name} USING fts5("
        "kind, words, content='', contentless_delete=1, prefix='1 2 3 4',"
        ' tokenize="unicode61 remove_diacritics 2")'
    )


CREATE_INDEXES = (_index("search_index"), _index("search_index_names"))


def triggers(table: str) -> tuple[str, str]:
    """The two triggers that keep one table's rows in the index."""
    kind, client, columns = KINDS[table]
    words = " || ' ' || ".join(f"new.{column}" for column in columns)
    changed = " OR ".join(
        f"old.{column} IS NOT new.{column}" for column in (*columns, "deleted_at")
    )
    # Not INSERT OR IGNORE: the conflict clause of the outer statement would overrule it.
    add = (
        f" INSERT INTO search_docs(kind, entity_id, client_id)"
        f" SELECT '{kind}', new.id, {client}"
        f" WHERE NOT EXISTS (SELECT 1 FROM search_docs WHERE entity_id = new.id);"
    )
    drop = ""
    indexes = ("search_index", "search_index_names") if table in NAMES else ("search_index",)
    for index in indexes:
        add += (
            f" INSERT INTO {index}(rowid, kind, words)"
            f" SELECT id, '{kind}', {words} FROM search_docs"
            f" WHERE entity_id = new.id AND new.deleted_at IS NULL;"
        )
        drop += (
            f" DELETE FROM {index} WHERE rowid ="
            " (SELECT id FROM search_docs WHERE entity_id = old.id);"
        )
    return (
        f"CREATE TRIGGER {table}_search_insert AFTER INSERT ON {table} BEGIN{add} END",
        f"CREATE TRIGGER {table}_search_update AFTER UPDATE ON {table}"
        f" WHEN {changed} BEGIN{drop}{add} END",
    )


def statements() -> tuple[str, ...]:
    """Everything that makes the index, in order."""
    return (*CREATE_INDEXES, *(sql for table in KINDS for sql in triggers(table)))


def _guards(name: str, table: str, words: str, when: str = "") -> tuple[str, ...]:
    return tuple(
        f"CREATE TRIGGER {name}_no_{verb.lower()} BEFORE {verb} ON {table}{when}"
        f" BEGIN SELECT RAISE(ABORT, '{words}'); END"
        for verb in ("UPDATE", "DELETE")
    )


_SENT = "a version that was sent is never changed"

NAMES_KEPT = (
    "CREATE TRIGGER client_names_kept AFTER INSERT ON changes"
    " WHEN new.table_name = 'clients' AND new.before IS NOT NULL BEGIN"
    " INSERT INTO client_names (client_id, name)"
    " SELECT new.row_id, json_extract(new.before, '$.name')"
    " WHERE NOT EXISTS (SELECT 1 FROM client_names WHERE client_id = new.row_id"
    " AND name = json_extract(new.before, '$.name')); END"
)
"""The trigger that keeps the names that clients had, as the journal takes them down."""

HISTORY_GUARDS = (
    *_guards("commitment_events", "commitment_events", "the history of a promise is never changed"),
    *_guards("frozen_reports", "frozen_reports", _SENT),
    # The bytes of a sent version stand among those of other files.
    *_guards(
        "frozen_bytes",
        "blobs",
        _SENT,
        " WHEN EXISTS (SELECT 1 FROM frozen_reports"
        " WHERE old.sha256 IN (file_sha256, pdf_sha256, logo_sha256))",
    ),
)
"""Triggers that refuse to change or remove what must stay as it was."""

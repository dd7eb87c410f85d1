"""The names that clients had, kept apart: the journal holds whole rows, and there are many."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"

STATEMENTS = (
    "CREATE TABLE client_names (client_id TEXT NOT NULL, name TEXT NOT NULL,"
    " PRIMARY KEY (client_id, name))",
    # A line that cannot be read, or has no name, is no reason to keep an archive closed.
    "INSERT INTO client_names (client_id, name)"
    " SELECT DISTINCT row_id, name FROM (SELECT row_id,"
    " CASE WHEN json_valid(before) THEN json_extract(before, '$.name') END AS name"
    " FROM changes WHERE table_name = 'clients' AND before IS NOT NULL)"
    " WHERE name IS NOT NULL",
    "CREATE TRIGGER client_names_kept AFTER INSERT ON changes"
    " WHEN new.table_name = 'clients' AND new.before IS NOT NULL BEGIN"
    " INSERT INTO client_names (client_id, name)"
    " SELECT new.row_id, json_extract(new.before, '$.name')"
    " WHERE NOT EXISTS (SELECT 1 FROM client_names WHERE client_id = new.row_id"
    " AND name = json_extract(new.before, '$.name')); END",
)


def upgrade() -> None:
    """Make the table, fill it from the journal, and keep it along with the journal."""
    for statement in STATEMENTS:
        op.execute(statement)

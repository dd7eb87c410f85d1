"""In which language and form a client is written to; decisions against our advice."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"

STATEMENTS = (
    "ALTER TABLE clients ADD COLUMN language TEXT NOT NULL DEFAULT 'nl'",
    "ALTER TABLE clients ADD COLUMN form TEXT NOT NULL DEFAULT 'u'",
    "ALTER TABLE decisions ADD COLUMN advice TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE decisions ADD COLUMN advice_reason TEXT NOT NULL DEFAULT ''",
)


def upgrade() -> None:
    """Add the columns; SQLite does that without rebuilding a table."""
    for statement in STATEMENTS:
        op.execute(statement)

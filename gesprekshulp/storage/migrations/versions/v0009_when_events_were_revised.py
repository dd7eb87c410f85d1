"""When the calendar last changed the event an appointment was read from."""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the column; SQLite does that without rebuilding a table."""
    op.execute("ALTER TABLE appointments ADD COLUMN revised_at TEXT")

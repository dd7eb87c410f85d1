"""Title and place of an appointment as its calendar has them, to know what was changed by hand."""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the columns, empty: of what was read before, nobody knows what the calendar said."""
    op.execute("ALTER TABLE appointments ADD COLUMN calendar_title TEXT")
    op.execute("ALTER TABLE appointments ADD COLUMN calendar_place TEXT")

"""An index over what clients were like before: their former names, without reading every change."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the index."""
    op.execute(
        "CREATE INDEX changes_of_clients ON changes (row_id)"
        " WHERE table_name = 'clients' AND before IS NOT NULL"
    )

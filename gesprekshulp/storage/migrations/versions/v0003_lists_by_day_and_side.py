"""Indexes for what is shown most: promises by day and side, and a client's contacts."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"

STATEMENTS = (
    "DROP INDEX commitments_open_by_due",
    "CREATE INDEX commitments_open_by_due ON commitments (due, side DESC)"
    " WHERE state = 'open' AND deleted_at IS NULL",
    "CREATE INDEX commitments_closed_by_day ON commitments (closed_on, side)"
    " WHERE state <> 'open' AND deleted_at IS NULL",
    # Counting a client's contacts then reads the index alone.
    "DROP INDEX contacts_by_client",
    "CREATE INDEX contacts_by_client ON contacts (client_id, at) WHERE deleted_at IS NULL",
)


def upgrade() -> None:
    """Make the indexes; two replace an index of the first version."""
    for statement in STATEMENTS:
        op.execute(statement)

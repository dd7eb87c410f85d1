"""Indexes for the list of promises: by day and side, open and closed ones apart."""

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
)


def upgrade() -> None:
    """Make the indexes; one replaces an index of the first version."""
    for statement in STATEMENTS:
        op.execute(statement)

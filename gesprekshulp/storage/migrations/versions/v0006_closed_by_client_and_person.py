"""Indexes over closed promises by client and by person, for lists of hundreds of thousands."""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"

STATEMENTS = (
    "CREATE INDEX commitments_closed_by_client ON commitments (client_id, closed_on, side)"
    " WHERE state <> 'open' AND deleted_at IS NULL",
    "CREATE INDEX commitments_closed_by_person ON commitments (side, who, closed_on, client_id)"
    " WHERE state <> 'open' AND deleted_at IS NULL",
)


def upgrade() -> None:
    """Make the indexes."""
    for statement in STATEMENTS:
        op.execute(statement)

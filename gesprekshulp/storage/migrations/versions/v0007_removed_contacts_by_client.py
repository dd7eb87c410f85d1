"""An index over removed contacts: whether a removed client ever was one, without reading them all."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the index."""
    op.execute(
        "CREATE INDEX contacts_removed_by_client ON contacts (client_id)"
        " WHERE deleted_at IS NOT NULL"
    )

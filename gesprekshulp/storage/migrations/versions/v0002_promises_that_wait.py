"""Promises that hang on an appointment or wait for another; whether a move was told."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"

STATEMENTS = (
    "ALTER TABLE commitments ADD COLUMN event_appointment_id TEXT REFERENCES appointments (id)",
    "ALTER TABLE commitments ADD COLUMN waits_for TEXT REFERENCES commitments (id)",
    "ALTER TABLE commitment_events ADD COLUMN told INTEGER",
    "CREATE INDEX commitments_by_event ON commitments (event_appointment_id)"
    " WHERE event_appointment_id IS NOT NULL",
    "CREATE INDEX commitments_waiting ON commitments (waits_for) WHERE waits_for IS NOT NULL",
)


def upgrade() -> None:
    """Add the columns; SQLite does that without rebuilding a table."""
    for statement in STATEMENTS:
        op.execute(statement)

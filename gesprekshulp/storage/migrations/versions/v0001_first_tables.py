"""The first tables of the archive, its full-text index and the guards of history."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make everything, in an empty file."""
    op.create_table(
        "advisers",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("is_self", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "batches",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("undone_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "blobs",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("bytes", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_table(
        "clients",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(collation="NOCASE"), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("trade", sa.Text(), nullable=False),
        sa.Column("size", sa.Text(), nullable=False),
        sa.Column("street", sa.Text(), nullable=False),
        sa.Column("postal_code", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("website", sa.Text(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=True),
        sa.Column("remarks", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("clients_by_email", "clients", ["email"], unique=False)
    op.create_index("clients_by_name", "clients", ["name"], unique=False)
    op.create_table(
        "search_docs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("entity_id", sa.Text(), nullable=False),
        sa.Column("client_id", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("search_docs_by_entity", "search_docs", ["entity_id"], unique=True)
    op.create_table(
        "settings",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "assignments",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("client_id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("excluded", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Text(), nullable=True),
        sa.Column("ends_on", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["clients.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("assignments_by_client", "assignments", ["client_id"], unique=False)
    op.create_table(
        "attachments",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("owner_kind", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Text(), nullable=False),
        sa.Column("client_id", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.Text(), nullable=False),
        sa.Column("in_report", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["clients.id"],
        ),
        sa.ForeignKeyConstraint(
            ["sha256"],
            ["blobs.sha256"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("attachments_by_client", "attachments", ["client_id"], unique=False)
    op.create_index("attachments_by_owner", "attachments", ["owner_kind", "owner_id"], unique=False)
    op.create_table(
        "changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Text(), nullable=False),
        sa.Column("table_name", sa.Text(), nullable=False),
        sa.Column("row_id", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("stamp", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["batches.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("changes_by_batch", "changes", ["batch_id"], unique=False)
    op.create_table(
        "contact_persons",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("client_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("mobile", sa.Text(), nullable=False),
        sa.Column("decides", sa.Integer(), nullable=False),
        sa.Column("remarks", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["clients.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("contact_persons_by_client", "contact_persons", ["client_id"], unique=False)
    op.create_index("contact_persons_by_email", "contact_persons", ["email"], unique=False)
    op.create_table(
        "appointments",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("starts_at", sa.Text(), nullable=False),
        sa.Column("ends_at", sa.Text(), nullable=False),
        sa.Column("client_id", sa.Text(), nullable=True),
        sa.Column("assignment_id", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("all_day", sa.Integer(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("goal", sa.Text(), nullable=False),
        sa.Column("wished_outcome", sa.Text(), nullable=False),
        sa.Column("goal_reached", sa.Text(), nullable=True),
        sa.Column("goal_note", sa.Text(), nullable=False),
        sa.Column("previous_report_read_at", sa.Text(), nullable=True),
        sa.Column("started_at", sa.Text(), nullable=True),
        sa.Column("stopped_at", sa.Text(), nullable=True),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("recurrence", sa.Text(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["assignment_id"],
            ["assignments.id"],
        ),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["clients.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "appointments_by_client", "appointments", ["client_id", "starts_at"], unique=False
    )
    op.create_index("appointments_by_start", "appointments", ["starts_at"], unique=False)
    op.create_index("appointments_by_uid", "appointments", ["uid", "recurrence"], unique=False)
    op.create_table(
        "agenda_items",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("appointment_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("spent", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["appointment_id"],
            ["appointments.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "agenda_items_by_appointment", "agenda_items", ["appointment_id", "position"], unique=False
    )
    op.create_table(
        "appointment_changes",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("appointment_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("from_start", sa.Text(), nullable=True),
        sa.Column("to_start", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["appointment_id"],
            ["appointments.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "appointment_changes_by_appointment",
        "appointment_changes",
        ["appointment_id"],
        unique=False,
    )
    op.create_table(
        "contacts",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("client_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("nature", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=True),
        sa.Column("person_name", sa.Text(), nullable=False),
        sa.Column("appointment_id", sa.Text(), nullable=True),
        sa.Column("source_key", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["appointment_id"],
            ["appointments.id"],
        ),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["clients.id"],
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["contact_persons.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("contacts_by_client", "contacts", ["client_id", "at"], unique=False)
    op.create_index(
        "contacts_by_source",
        "contacts",
        ["source_key"],
        unique=False,
        sqlite_where=sa.text("source_key <> ''"),
    )
    op.create_table(
        "expectations",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("appointment_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("asked_on", sa.Text(), nullable=True),
        sa.Column("met", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["appointment_id"],
            ["appointments.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("expectations_by_appointment", "expectations", ["appointment_id"], unique=False)
    op.create_table(
        "participants",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("appointment_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=True),
        sa.Column("adviser_id", sa.Text(), nullable=True),
        sa.Column("present", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["adviser_id"],
            ["advisers.id"],
        ),
        sa.ForeignKeyConstraint(
            ["appointment_id"],
            ["appointments.id"],
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["contact_persons.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("participants_by_appointment", "participants", ["appointment_id"], unique=False)
    op.create_index("participants_by_person", "participants", ["person_id"], unique=False)
    op.create_table(
        "ratings",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("client_id", sa.Text(), nullable=False),
        sa.Column("given_on", sa.Text(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("appointment_id", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["appointment_id"],
            ["appointments.id"],
        ),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["clients.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ratings_by_client", "ratings", ["client_id", "given_on"], unique=False)
    op.create_table(
        "read_backs",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("appointment_id", sa.Text(), nullable=False),
        sa.Column("confirmed_at", sa.Text(), nullable=False),
        sa.Column("confirmed_by", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["appointment_id"],
            ["appointments.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("read_backs_by_appointment", "read_backs", ["appointment_id"], unique=False)
    op.create_table(
        "reflections",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("appointment_id", sa.Text(), nullable=False),
        sa.Column("went_well", sa.Text(), nullable=False),
        sa.Column("next_time", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["appointment_id"],
            ["appointments.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("reflections_by_appointment", "reflections", ["appointment_id"], unique=False)
    op.create_table(
        "reports",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("appointment_id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("written_on", sa.Text(), nullable=True),
        sa.Column("exported_at", sa.Text(), nullable=True),
        sa.Column("sent_at", sa.Text(), nullable=True),
        sa.Column("confirmed_at", sa.Text(), nullable=True),
        sa.Column("confirmed_by", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["appointment_id"],
            ["appointments.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "reports_by_appointment", "reports", ["appointment_id", "version"], unique=False
    )
    op.create_table(
        "sendings",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("appointment_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("sent_on", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["appointment_id"],
            ["appointments.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("sendings_by_appointment", "sendings", ["appointment_id"], unique=False)
    op.create_table(
        "note_lines",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("appointment_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("internal", sa.Text(), nullable=False),
        sa.Column("agenda_item_id", sa.Text(), nullable=True),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("not_a_commitment", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"],
            ["agenda_items.id"],
        ),
        sa.ForeignKeyConstraint(
            ["appointment_id"],
            ["appointments.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "note_lines_by_appointment", "note_lines", ["appointment_id", "position"], unique=False
    )
    op.create_table(
        "read_back_items",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("read_back_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("line_id", sa.Text(), nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["read_back_id"],
            ["read_backs.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "read_back_items_by_read_back", "read_back_items", ["read_back_id"], unique=False
    )
    op.create_table(
        "report_parts",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("report_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("agenda_item_id", sa.Text(), nullable=True),
        sa.Column("edited", sa.Integer(), nullable=False),
        sa.Column("included", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"],
            ["agenda_items.id"],
        ),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["reports.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "report_parts_by_report", "report_parts", ["report_id", "position"], unique=False
    )
    op.create_table(
        "commitments",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("client_id", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("made_on", sa.Text(), nullable=False),
        sa.Column("due", sa.Text(), nullable=True),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("appointment_id", sa.Text(), nullable=True),
        sa.Column("line_id", sa.Text(), nullable=True),
        sa.Column("hours", sa.Float(), nullable=True),
        sa.Column("moves", sa.Integer(), nullable=False),
        sa.Column("closed_on", sa.Text(), nullable=True),
        sa.Column("checked", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["appointment_id"],
            ["appointments.id"],
        ),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["clients.id"],
        ),
        sa.ForeignKeyConstraint(
            ["line_id"],
            ["note_lines.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("commitments_by_appointment", "commitments", ["appointment_id"], unique=False)
    op.create_index("commitments_by_client", "commitments", ["client_id", "made_on"], unique=False)
    op.create_index("commitments_by_due", "commitments", ["due"], unique=False)
    op.create_index("commitments_by_line", "commitments", ["line_id"], unique=False)
    op.create_index(
        "commitments_open_by_client",
        "commitments",
        ["client_id", "due"],
        unique=False,
        sqlite_where=sa.text("state = 'open' AND deleted_at IS NULL"),
    )
    op.create_index(
        "commitments_open_by_due",
        "commitments",
        ["due"],
        unique=False,
        sqlite_where=sa.text("state = 'open' AND deleted_at IS NULL"),
    )
    op.create_table(
        "decisions",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("client_id", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("appointment_id", sa.Text(), nullable=True),
        sa.Column("assignment_id", sa.Text(), nullable=True),
        sa.Column("line_id", sa.Text(), nullable=True),
        sa.Column("agenda_item_id", sa.Text(), nullable=True),
        sa.Column("stands", sa.Integer(), nullable=False),
        sa.Column("confirmed_on", sa.Text(), nullable=True),
        sa.Column("confirmed_by", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"],
            ["agenda_items.id"],
        ),
        sa.ForeignKeyConstraint(
            ["appointment_id"],
            ["appointments.id"],
        ),
        sa.ForeignKeyConstraint(
            ["assignment_id"],
            ["assignments.id"],
        ),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["clients.id"],
        ),
        sa.ForeignKeyConstraint(
            ["line_id"],
            ["note_lines.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("decisions_by_appointment", "decisions", ["appointment_id"], unique=False)
    op.create_index("decisions_by_client", "decisions", ["client_id", "decided_on"], unique=False)
    op.create_index("decisions_by_line", "decisions", ["line_id"], unique=False)
    op.create_table(
        "wishes",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("client_id", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("said_on", sa.Text(), nullable=False),
        sa.Column("need", sa.Text(), nullable=False),
        sa.Column("consequence", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("appointment_id", sa.Text(), nullable=True),
        sa.Column("line_id", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["appointment_id"],
            ["appointments.id"],
        ),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["clients.id"],
        ),
        sa.ForeignKeyConstraint(
            ["line_id"],
            ["note_lines.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("wishes_by_appointment", "wishes", ["appointment_id"], unique=False)
    op.create_index("wishes_by_client", "wishes", ["client_id"], unique=False)
    op.create_index("wishes_by_line", "wishes", ["line_id"], unique=False)
    op.create_table(
        "commitment_events",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("commitment_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("from_day", sa.Text(), nullable=True),
        sa.Column("to_day", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["commitment_id"],
            ["commitments.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "commitment_events_by_commitment",
        "commitment_events",
        ["commitment_id", "at"],
        unique=False,
    )
    for statement in (*SEARCH, *GUARDS):
        op.execute(statement)


SEARCH = (
    "CREATE VIRTUAL TABLE search_index USING fts5(kind, words, content='', contentless_delete=1, prefix='1 2 3 4', tokenize=\"unicode61 remove_diacritics 2\")",
    "CREATE VIRTUAL TABLE search_index_names USING fts5(kind, words, content='', contentless_delete=1, prefix='1 2 3 4', tokenize=\"unicode61 remove_diacritics 2\")",
    "CREATE TRIGGER clients_search_insert AFTER INSERT ON clients BEGIN INSERT INTO search_docs(kind, entity_id, client_id) SELECT 'klant', new.id, new.id WHERE NOT EXISTS (SELECT 1 FROM search_docs WHERE entity_id = new.id); INSERT INTO search_index(rowid, kind, words) SELECT id, 'klant', new.name || ' ' || new.trade || ' ' || new.city || ' ' || new.email || ' ' || new.remarks FROM search_docs WHERE entity_id = new.id AND new.deleted_at IS NULL; INSERT INTO search_index_names(rowid, kind, words) SELECT id, 'klant', new.name || ' ' || new.trade || ' ' || new.city || ' ' || new.email || ' ' || new.remarks FROM search_docs WHERE entity_id = new.id AND new.deleted_at IS NULL; END",
    "CREATE TRIGGER clients_search_update AFTER UPDATE ON clients WHEN old.name IS NOT new.name OR old.trade IS NOT new.trade OR old.city IS NOT new.city OR old.email IS NOT new.email OR old.remarks IS NOT new.remarks OR old.deleted_at IS NOT new.deleted_at BEGIN DELETE FROM search_index WHERE rowid = (SELECT id FROM search_docs WHERE entity_id = old.id); DELETE FROM search_index_names WHERE rowid = (SELECT id FROM search_docs WHERE entity_id = old.id); INSERT INTO search_docs(kind, entity_id, client_id) SELECT 'klant', new.id, new.id WHERE NOT EXISTS (SELECT 1 FROM search_docs WHERE entity_id = new.id); INSERT INTO search_index(rowid, kind, words) SELECT id, 'klant', new.name || ' ' || new.trade || ' ' || new.city || ' ' || new.email || ' ' || new.remarks FROM search_docs WHERE entity_id = new.id AND new.deleted_at IS NULL; INSERT INTO search_index_names(rowid, kind, words) SELECT id, 'klant', new.name || ' ' || new.trade || ' ' || new.city || ' ' || new.email || ' ' || new.remarks FROM search_docs WHERE entity_id = new.id AND new.deleted_at IS NULL; END",
    "CREATE TRIGGER contact_persons_search_insert AFTER INSERT ON contact_persons BEGIN INSERT INTO search_docs(kind, entity_id, client_id) SELECT 'contactpersoon', new.id, new.client_id WHERE NOT EXISTS (SELECT 1 FROM search_docs WHERE entity_id = new.id); INSERT INTO search_index(rowid, kind, words) SELECT id, 'contactpersoon', new.name || ' ' || new.role || ' ' || new.email FROM search_docs WHERE entity_id = new.id AND new.deleted_at IS NULL; INSERT INTO search_index_names(rowid, kind, words) SELECT id, 'contactpersoon', new.name || ' ' || new.role || ' ' || new.email FROM search_docs WHERE entity_id = new.id AND new.deleted_at IS NULL; END",
    "CREATE TRIGGER contact_persons_search_update AFTER UPDATE ON contact_persons WHEN old.name IS NOT new.name OR old.role IS NOT new.role OR old.email IS NOT new.email OR old.deleted_at IS NOT new.deleted_at BEGIN DELETE FROM search_index WHERE rowid = (SELECT id FROM search_docs WHERE entity_id = old.id); DELETE FROM search_index_names WHERE rowid = (SELECT id FROM search_docs WHERE entity_id = old.id); INSERT INTO search_docs(kind, entity_id, client_id) SELECT 'contactpersoon', new.id, new.client_id WHERE NOT EXISTS (SELECT 1 FROM search_docs WHERE entity_id = new.id); INSERT INTO search_index(rowid, kind, words) SELECT id, 'contactpersoon', new.name || ' ' || new.role || ' ' || new.email FROM search_docs WHERE entity_id = new.id AND new.deleted_at IS NULL; INSERT INTO search_index_names(rowid, kind, words) SELECT id, 'contactpersoon', new.name || ' ' || new.role || ' ' || new.email FROM search_docs WHERE entity_id = new.id AND new.deleted_at IS NULL; END",
    "CREATE TRIGGER appointments_search_insert AFTER INSERT ON appointments BEGIN INSERT INTO search_docs(kind, entity_id, client_id) SELECT 'afspraak', new.id, new.client_id WHERE NOT EXISTS (SELECT 1 FROM search_docs WHERE entity_id = new.id); INSERT INTO search_index(rowid, kind, words) SELECT id, 'afspraak', new.title || ' ' || new.place || ' ' || new.goal FROM search_docs WHERE entity_id = new.id AND new.deleted_at IS NULL; END",
    "CREATE TRIGGER appointments_search_update AFTER UPDATE ON appointments WHEN old.title IS NOT new.title OR old.place IS NOT new.place OR old.goal IS NOT new.goal OR old.deleted_at IS NOT new.deleted_at BEGIN DELETE FROM search_index WHERE rowid = (SELECT id FROM search_docs WHERE entity_id = old.id); INSERT INTO search_docs(kind, entity_id, client_id) SELECT 'afspraak', new.id, new.client_id WHERE NOT EXISTS (SELECT 1 FROM search_docs WHERE entity_id = new.id); INSERT INTO search_index(rowid, kind, words) SELECT id, 'afspraak', new.title || ' ' || new.place || ' ' || new.goal FROM search_docs WHERE entity_id = new.id AND new.deleted_at IS NULL; END",
    "CREATE TRIGGER contacts_search_insert AFTER INSERT ON contacts BEGIN INSERT INTO search_docs(kind, entity_id, client_id) SELECT 'contact', new.id, new.client_id WHERE NOT EXISTS (SELECT 1 FROM search_docs WHERE entity_id = new.id); INSERT INTO search_index(rowid, kind, words) SELECT id, 'contact', new.subject || ' ' || new.person_name || ' ' || new.outcome || ' ' || new.text FROM search_docs WHERE entity_id = new.id AND new.deleted_at IS NULL; END",
    "CREATE TRIGGER contacts_search_update AFTER UPDATE ON contacts WHEN old.subject IS NOT new.subject OR old.person_name IS NOT new.person_name OR old.outcome IS NOT new.outcome OR old.text IS NOT new.text OR old.deleted_at IS NOT new.deleted_at BEGIN DELETE FROM search_index WHERE rowid = (SELECT id FROM search_docs WHERE entity_id = old.id); INSERT INTO search_docs(kind, entity_id, client_id) SELECT 'contact', new.id, new.client_id WHERE NOT EXISTS (SELECT 1 FROM search_docs WHERE entity_id = new.id); INSERT INTO search_index(rowid, kind, words) SELECT id, 'contact', new.subject || ' ' || new.person_name || ' ' || new.outcome || ' ' || new.text FROM search_docs WHERE entity_id = new.id AND new.deleted_at IS NULL; END",
    "CREATE TRIGGER note_lines_search_insert AFTER INSERT ON note_lines BEGIN INSERT INTO search_docs(kind, entity_id, client_id) SELECT 'notitie', new.id, (SELECT client_id FROM appointments WHERE id = new.appointment_id) WHERE NOT EXISTS (SELECT 1 FROM search_docs WHERE entity_id = new.id); INSERT INTO search_index(rowid, kind, words) SELECT id, 'notitie', new.text || ' ' || new.internal FROM search_docs WHERE entity_id = new.id AND new.deleted_at IS NULL; END",
    "CREATE TRIGGER note_lines_search_update AFTER UPDATE ON note_lines WHEN old.text IS NOT new.text OR old.internal IS NOT new.internal OR old.deleted_at IS NOT new.deleted_at BEGIN DELETE FROM search_index WHERE rowid = (SELECT id FROM search_docs WHERE entity_id = old.id); INSERT INTO search_docs(kind, entity_id, client_id) SELECT 'notitie', new.id, (SELECT client_id FROM appointments WHERE id = new.appointment_id) WHERE NOT EXISTS (SELECT 1 FROM search_docs WHERE entity_id = new.id); INSERT INTO search_index(rowid, kind, words) SELECT id, 'notitie', new.text || ' ' || new.internal FROM search_docs WHERE entity_id = new.id AND new.deleted_at IS NULL; END",
    "CREATE TRIGGER commitments_search_insert AFTER INSERT ON commitments BEGIN INSERT INTO search_docs(kind, entity_id, client_id) SELECT 'toezegging', new.id, new.client_id WHERE NOT EXISTS (SELECT 1 FROM search_docs WHERE entity_id = new.id); INSERT INTO search_index(rowid, kind, words) SELECT id, 'toezegging', new.what || ' ' || new.who || ' ' || new.said FROM search_docs WHERE entity_id = new.id AND new.deleted_at IS NULL; END",
    "CREATE TRIGGER commitments_search_update AFTER UPDATE ON commitments WHEN old.what IS NOT new.what OR old.who IS NOT new.who OR old.said IS NOT new.said OR old.deleted_at IS NOT new.deleted_at BEGIN DELETE FROM search_index WHERE rowid = (SELECT id FROM search_docs WHERE entity_id = old.id); INSERT INTO search_docs(kind, entity_id, client_id) SELECT 'toezegging', new.id, new.client_id WHERE NOT EXISTS (SELECT 1 FROM search_docs WHERE entity_id = new.id); INSERT INTO search_index(rowid, kind, words) SELECT id, 'toezegging', new.what || ' ' || new.who || ' ' || new.said FROM search_docs WHERE entity_id = new.id AND new.deleted_at IS NULL; END",
    "CREATE TRIGGER decisions_search_insert AFTER INSERT ON decisions BEGIN INSERT INTO search_docs(kind, entity_id, client_id) SELECT 'besluit', new.id, new.client_id WHERE NOT EXISTS (SELECT 1 FROM search_docs WHERE entity_id = new.id); INSERT INTO search_index(rowid, kind, words) SELECT id, 'besluit', new.text FROM search_docs WHERE entity_id = new.id AND new.deleted_at IS NULL; END",
    "CREATE TRIGGER decisions_search_update AFTER UPDATE ON decisions WHEN old.text IS NOT new.text OR old.deleted_at IS NOT new.deleted_at BEGIN DELETE FROM search_index WHERE rowid = (SELECT id FROM search_docs WHERE entity_id = old.id); INSERT INTO search_docs(kind, entity_id, client_id) SELECT 'besluit', new.id, new.client_id WHERE NOT EXISTS (SELECT 1 FROM search_docs WHERE entity_id = new.id); INSERT INTO search_index(rowid, kind, words) SELECT id, 'besluit', new.text FROM search_docs WHERE entity_id = new.id AND new.deleted_at IS NULL; END",
    "CREATE TRIGGER attachments_search_insert AFTER INSERT ON attachments BEGIN INSERT INTO search_docs(kind, entity_id, client_id) SELECT 'stuk', new.id, new.client_id WHERE NOT EXISTS (SELECT 1 FROM search_docs WHERE entity_id = new.id); INSERT INTO search_index(rowid, kind, words) SELECT id, 'stuk', new.name FROM search_docs WHERE entity_id = new.id AND new.deleted_at IS NULL; END",
    "CREATE TRIGGER attachments_search_update AFTER UPDATE ON attachments WHEN old.name IS NOT new.name OR old.deleted_at IS NOT new.deleted_at BEGIN DELETE FROM search_index WHERE rowid = (SELECT id FROM search_docs WHERE entity_id = old.id); INSERT INTO search_docs(kind, entity_id, client_id) SELECT 'stuk', new.id, new.client_id WHERE NOT EXISTS (SELECT 1 FROM search_docs WHERE entity_id = new.id); INSERT INTO search_index(rowid, kind, words) SELECT id, 'stuk', new.name FROM search_docs WHERE entity_id = new.id AND new.deleted_at IS NULL; END",
)

GUARDS = (
    "CREATE TRIGGER commitment_events_no_update BEFORE UPDATE ON commitment_events BEGIN SELECT RAISE(ABORT, 'the history of a promise is never changed'); END",
    "CREATE TRIGGER commitment_events_no_delete BEFORE DELETE ON commitment_events BEGIN SELECT RAISE(ABORT, 'the history of a promise is never changed'); END",
)

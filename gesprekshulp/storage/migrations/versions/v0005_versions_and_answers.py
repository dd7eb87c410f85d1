"""Sent versions kept as they were, the client's answers, and confirmed advice."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"

_STAMPS = "created_at TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT"

STATEMENTS = (
    "ALTER TABLE reports ADD COLUMN sent_how TEXT",
    "ALTER TABLE reports ADD COLUMN sent_to TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE reports ADD COLUMN reply_by TEXT",
    "ALTER TABLE reports ADD COLUMN tells_changes INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX reports_waiting ON reports (reply_by)"
    " WHERE state = 'verstuurd' AND deleted_at IS NULL",
    "ALTER TABLE decisions ADD COLUMN advice_confirmed_on TEXT",
    "ALTER TABLE decisions ADD COLUMN advice_confirmed_by TEXT NOT NULL DEFAULT ''",
    "CREATE TABLE frozen_reports (id TEXT NOT NULL, report_id TEXT NOT NULL,"
    " frozen_at TEXT NOT NULL, content TEXT NOT NULL, content_sha256 TEXT NOT NULL,"
    " file_name TEXT NOT NULL, file_sha256 TEXT NOT NULL, pdf_sha256 TEXT, logo_sha256 TEXT,"
    " PRIMARY KEY (id), FOREIGN KEY(report_id) REFERENCES reports (id),"
    " FOREIGN KEY(file_sha256) REFERENCES blobs (sha256),"
    " FOREIGN KEY(pdf_sha256) REFERENCES blobs (sha256),"
    " FOREIGN KEY(logo_sha256) REFERENCES blobs (sha256))",
    "CREATE INDEX frozen_reports_by_report ON frozen_reports (report_id)",
    "CREATE TABLE report_answers (id TEXT NOT NULL, report_id TEXT NOT NULL, kind TEXT NOT NULL,"
    " answered_on TEXT NOT NULL, answered_by TEXT NOT NULL, how TEXT, text TEXT NOT NULL,"
    f" attachment_id TEXT, {_STAMPS}, PRIMARY KEY (id),"
    " FOREIGN KEY(report_id) REFERENCES reports (id),"
    " FOREIGN KEY(attachment_id) REFERENCES attachments (id))",
    "CREATE INDEX report_answers_by_report ON report_answers (report_id)",
    "CREATE TABLE report_corrections (id TEXT NOT NULL, answer_id TEXT NOT NULL,"
    " position INTEGER NOT NULL, place TEXT NOT NULL, label TEXT NOT NULL, before TEXT NOT NULL,"
    f" after TEXT NOT NULL, taken INTEGER, {_STAMPS}, PRIMARY KEY (id),"
    " FOREIGN KEY(answer_id) REFERENCES report_answers (id))",
    "CREATE INDEX report_corrections_by_answer ON report_corrections (answer_id)",
    "CREATE TRIGGER frozen_reports_no_update BEFORE UPDATE ON frozen_reports"
    " BEGIN SELECT RAISE(ABORT, 'a version that was sent is never changed'); END",
    "CREATE TRIGGER frozen_reports_no_delete BEFORE DELETE ON frozen_reports"
    " BEGIN SELECT RAISE(ABORT, 'a version that was sent is never changed'); END",
    "CREATE TRIGGER frozen_bytes_no_update BEFORE UPDATE ON blobs"
    " WHEN EXISTS (SELECT 1 FROM frozen_reports"
    " WHERE old.sha256 IN (file_sha256, pdf_sha256, logo_sha256))"
    " BEGIN SELECT RAISE(ABORT, 'a version that was sent is never changed'); END",
    "CREATE TRIGGER frozen_bytes_no_delete BEFORE DELETE ON blobs"
    " WHEN EXISTS (SELECT 1 FROM frozen_reports"
    " WHERE old.sha256 IN (file_sha256, pdf_sha256, logo_sha256))"
    " BEGIN SELECT RAISE(ABORT, 'a version that was sent is never changed'); END",
)


def upgrade() -> None:
    """Add the tables, columns and triggers; SQLite does that without rebuilding a table."""
    for statement in STATEMENTS:
        op.execute(statement)

"""The tables of the archive, as SQLAlchemy Core knows them.

Column names are the field names of the domain's dataclasses. Moments are ISO text in UTC, days ISO
text, so that both sort by themselves and both roads to the file (driver and Core) give the same.
What is written must fit the newest migration: a test compares the two.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    text,
)

metadata = MetaData()


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)


def _whole(name: str, *, null: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=null)


def _link(name: str, table: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, ForeignKey(f"{table}.id"), nullable=null)


def _entity(name: str, *columns: Column[str] | Column[int] | Column[float]) -> Table:
    """A table of domain objects: each row knows when it was made, changed and marked deleted."""
    return Table(
        name,
        metadata,
        Column("id", Text, primary_key=True),
        *columns,
        _text("created_at"),
        _text("changed_at"),
        _text("deleted_at", null=True),
    )


advisers = _entity(
    "advisers", _text("name"), _text("role"), _text("email"), _text("phone"), _whole("is_self")
)

clients = _entity(
    "clients",
    Column("name", Text(collation="NOCASE"), nullable=False),
    _text("kind"),
    _text("status"),
    _text("trade"),
    _text("size"),
    _text("street"),
    _text("postal_code"),
    _text("city"),
    _text("phone"),
    _text("email"),
    _text("website"),
    _whole("since", null=True),
    _text("remarks"),
    _text("language"),
    _text("form"),
)
Index("clients_by_name", clients.c.name)
Index("clients_by_email", clients.c.email)

contact_persons = _entity(
    "contact_persons",
    _link("client_id", "clients"),
    _text("name"),
    _text("role"),
    _text("email"),
    _text("phone"),
    _text("mobile"),
    _whole("decides"),
    _text("remarks"),
)
Index("contact_persons_by_client", contact_persons.c.client_id)
Index("contact_persons_by_email", contact_persons.c.email)

assignments = _entity(
    "assignments",
    _link("client_id", "clients"),
    _text("title"),
    _text("scope"),
    _text("excluded"),
    _text("state"),
    _text("starts_on", null=True),
    _text("ends_on", null=True),
)
Index("assignments_by_client", assignments.c.client_id)

appointments = _entity(
    "appointments",
    _text("title"),
    _text("starts_at"),
    _text("ends_at"),
    _link("client_id", "clients", null=True),
    _link("assignment_id", "assignments", null=True),
    _text("kind"),
    _text("status"),
    _whole("all_day"),
    _text("place"),
    _text("goal"),
    _text("wished_outcome"),
    _text("goal_reached", null=True),
    _text("goal_note"),
    _text("previous_report_read_at", null=True),
    _text("started_at", null=True),
    _text("stopped_at", null=True),
    _text("uid"),
    _text("recurrence"),
    _whole("sequence"),
    _text("description"),
    _text("revised_at", null=True),
    _text("calendar_title", null=True),
    _text("calendar_place", null=True),
)
Index("appointments_by_start", appointments.c.starts_at)
Index("appointments_by_client", appointments.c.client_id, appointments.c.starts_at)
Index("appointments_by_uid", appointments.c.uid, appointments.c.recurrence)

appointment_changes = _entity(
    "appointment_changes",
    _link("appointment_id", "appointments"),
    _text("kind"),
    _text("by"),
    _text("who"),
    _text("reason"),
    _text("at"),
    _text("from_start", null=True),
    _text("to_start", null=True),
)
Index("appointment_changes_by_appointment", appointment_changes.c.appointment_id)

participants = _entity(
    "participants",
    _link("appointment_id", "appointments"),
    _text("name"),
    _text("side"),
    _text("role"),
    _text("email"),
    _link("person_id", "contact_persons", null=True),
    _link("adviser_id", "advisers", null=True),
    _whole("present", null=True),
)
Index("participants_by_appointment", participants.c.appointment_id)
Index("participants_by_person", participants.c.person_id)

agenda_items = _entity(
    "agenda_items",
    _link("appointment_id", "appointments"),
    _whole("position"),
    _text("title"),
    _whole("minutes"),
    _text("speaker"),
    _whole("done"),
    _whole("spent"),
)
Index("agenda_items_by_appointment", agenda_items.c.appointment_id, agenda_items.c.position)

expectations = _entity(
    "expectations",
    _link("appointment_id", "appointments"),
    _whole("position"),
    _text("person"),
    _text("words"),
    _text("asked_on", null=True),
    _whole("met", null=True),
)
Index("expectations_by_appointment", expectations.c.appointment_id)

sendings = _entity(
    "sendings",
    _link("appointment_id", "appointments"),
    _whole("position"),
    _text("what"),
    _text("sent_on", null=True),
)
Index("sendings_by_appointment", sendings.c.appointment_id)

contacts = _entity(
    "contacts",
    _link("client_id", "clients"),
    _text("at"),
    _text("subject"),
    _text("kind"),
    _text("nature"),
    _text("text"),
    _text("outcome"),
    _link("person_id", "contact_persons", null=True),
    _text("person_name"),
    _link("appointment_id", "appointments", null=True),
    _text("source_key"),
)
Index(
    "contacts_by_client",
    contacts.c.client_id,
    contacts.c.at,
    sqlite_where=text("deleted_at IS NULL"),
)
Index(
    "contacts_removed_by_client",
    contacts.c.client_id,
    sqlite_where=text("deleted_at IS NOT NULL"),
)
Index("contacts_by_source", contacts.c.source_key, sqlite_where=text("source_key <> ''"))

note_lines = _entity(
    "note_lines",
    _link("appointment_id", "appointments"),
    _whole("position"),
    _text("at"),
    _text("kind"),
    _text("text"),
    _text("internal"),
    _link("agenda_item_id", "agenda_items", null=True),
    _text("scope"),
    _whole("not_a_commitment"),
)
Index("note_lines_by_appointment", note_lines.c.appointment_id, note_lines.c.position)

commitments = _entity(
    "commitments",
    _link("client_id", "clients"),
    _text("side"),
    _text("who"),
    _text("what"),
    _text("made_on"),
    _text("due", null=True),
    _text("event"),
    _text("state"),
    _text("said"),
    _link("appointment_id", "appointments", null=True),
    _link("line_id", "note_lines", null=True),
    Column("hours", Float),
    _whole("moves"),
    _text("closed_on", null=True),
    _whole("checked"),
    _link("event_appointment_id", "appointments", null=True),
    _link("waits_for", "commitments", null=True),
)
_OPEN = text("state = 'open' AND deleted_at IS NULL")
# Sides follow each other within a day as the list shows them, ours first ("wij" > "klant").
Index(
    "commitments_open_by_due",
    commitments.c.due,
    commitments.c.side.desc(),
    sqlite_where=_OPEN,
)
_CLOSED = text("state <> 'open' AND deleted_at IS NULL")
Index(
    "commitments_closed_by_day",
    commitments.c.closed_on,
    commitments.c.side,
    sqlite_where=_CLOSED,
)
# Per client and per person, each in the order of the list and counted without the table itself.
Index(
    "commitments_closed_by_client",
    commitments.c.client_id,
    commitments.c.closed_on,
    commitments.c.side,
    sqlite_where=_CLOSED,
)
Index(
    "commitments_closed_by_person",
    commitments.c.side,
    commitments.c.who,
    commitments.c.closed_on,
    commitments.c.client_id,
    sqlite_where=_CLOSED,
)
Index("commitments_open_by_client", commitments.c.client_id, commitments.c.due, sqlite_where=_OPEN)
Index("commitments_by_client", commitments.c.client_id, commitments.c.made_on)
Index("commitments_by_due", commitments.c.due)
Index("commitments_by_appointment", commitments.c.appointment_id)
Index("commitments_by_line", commitments.c.line_id)
Index(
    "commitments_by_event",
    commitments.c.event_appointment_id,
    sqlite_where=text("event_appointment_id IS NOT NULL"),
)
Index("commitments_waiting", commitments.c.waits_for, sqlite_where=text("waits_for IS NOT NULL"))

commitment_events = Table(
    "commitment_events",
    metadata,
    Column("id", Text, primary_key=True),
    _link("commitment_id", "commitments"),
    _text("kind"),
    _text("at"),
    _text("text"),
    _text("from_day", null=True),
    _text("to_day", null=True),
    _whole("told", null=True),
)
Index("commitment_events_by_commitment", commitment_events.c.commitment_id, commitment_events.c.at)

decisions = _entity(
    "decisions",
    _link("client_id", "clients"),
    _text("text"),
    _text("decided_on"),
    _text("scope"),
    _link("appointment_id", "appointments", null=True),
    _link("assignment_id", "assignments", null=True),
    _link("line_id", "note_lines", null=True),
    _link("agenda_item_id", "agenda_items", null=True),
    _whole("stands"),
    _text("confirmed_on", null=True),
    _text("confirmed_by"),
    _text("advice"),
    _text("advice_reason"),
    _text("advice_confirmed_on", null=True),
    _text("advice_confirmed_by"),
)
Index("decisions_by_client", decisions.c.client_id, decisions.c.decided_on)
Index("decisions_by_appointment", decisions.c.appointment_id)
Index("decisions_by_line", decisions.c.line_id)

wishes = _entity(
    "wishes",
    _link("client_id", "clients"),
    _text("text"),
    _text("said_on"),
    _text("need"),
    _text("consequence"),
    _text("answer"),
    _text("reason"),
    _link("appointment_id", "appointments", null=True),
    _link("line_id", "note_lines", null=True),
)
Index("wishes_by_client", wishes.c.client_id)
Index("wishes_by_appointment", wishes.c.appointment_id)
Index("wishes_by_line", wishes.c.line_id)

ratings = _entity(
    "ratings",
    _link("client_id", "clients"),
    _text("given_on"),
    _whole("score"),
    _text("explanation"),
    _text("person"),
    _link("appointment_id", "appointments", null=True),
)
Index("ratings_by_client", ratings.c.client_id, ratings.c.given_on)

reflections = _entity(
    "reflections", _link("appointment_id", "appointments"), _text("went_well"), _text("next_time")
)
Index("reflections_by_appointment", reflections.c.appointment_id)

reports = _entity(
    "reports",
    _link("appointment_id", "appointments"),
    _text("title"),
    _whole("version"),
    _text("state"),
    _text("written_on", null=True),
    _text("exported_at", null=True),
    _text("sent_at", null=True),
    _text("confirmed_at", null=True),
    _text("confirmed_by"),
    _text("sent_how", null=True),
    _text("sent_to"),
    _text("reply_by", null=True),
    _whole("tells_changes"),
)
Index("reports_by_appointment", reports.c.appointment_id, reports.c.version)
Index(
    "reports_waiting",
    reports.c.reply_by,
    sqlite_where=text("state = 'verstuurd' AND deleted_at IS NULL"),
)

report_parts = _entity(
    "report_parts",
    _link("report_id", "reports"),
    _whole("position"),
    _text("kind"),
    _text("heading"),
    _text("text"),
    _link("agenda_item_id", "agenda_items", null=True),
    _whole("edited"),
    _whole("included"),
)
Index("report_parts_by_report", report_parts.c.report_id, report_parts.c.position)

read_backs = _entity(
    "read_backs",
    _link("appointment_id", "appointments"),
    _text("confirmed_at"),
    _text("confirmed_by"),
)
Index("read_backs_by_appointment", read_backs.c.appointment_id)

read_back_items = _entity(
    "read_back_items",
    _link("read_back_id", "read_backs"),
    _whole("position"),
    _text("line_id"),
    _text("section"),
    _text("text"),
    _text("before"),
    _text("verdict", null=True),
)
Index("read_back_items_by_read_back", read_back_items.c.read_back_id)

blobs = Table(
    "blobs",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
)

attachments = _entity(
    "attachments",
    _text("owner_kind"),
    _text("owner_id"),
    _link("client_id", "clients", null=True),
    _text("name"),
    Column("sha256", Text, ForeignKey("blobs.sha256"), nullable=False),
    _whole("size"),
    _text("added_at"),
    _whole("in_report"),
)
Index("attachments_by_owner", attachments.c.owner_kind, attachments.c.owner_id)
Index("attachments_by_client", attachments.c.client_id)

frozen_reports = Table(
    "frozen_reports",
    metadata,
    Column("id", Text, primary_key=True),
    _link("report_id", "reports"),
    _text("frozen_at"),
    _text("content"),
    _text("content_sha256"),
    _text("file_name"),
    Column("file_sha256", Text, ForeignKey("blobs.sha256"), nullable=False),
    Column("pdf_sha256", Text, ForeignKey("blobs.sha256"), nullable=True),
    Column("logo_sha256", Text, ForeignKey("blobs.sha256"), nullable=True),
)
Index("frozen_reports_by_report", frozen_reports.c.report_id)

report_answers = _entity(
    "report_answers",
    _link("report_id", "reports"),
    _text("kind"),
    _text("answered_on"),
    _text("answered_by"),
    _text("how", null=True),
    _text("text"),
    _link("attachment_id", "attachments", null=True),
)
Index("report_answers_by_report", report_answers.c.report_id)

report_corrections = _entity(
    "report_corrections",
    _link("answer_id", "report_answers"),
    _whole("position"),
    _text("place"),
    _text("label"),
    _text("before"),
    _text("after"),
    _whole("taken", null=True),
)
Index("report_corrections_by_answer", report_corrections.c.answer_id)

settings = Table(
    "settings",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

batches = Table(
    "batches",
    metadata,
    Column("id", Text, primary_key=True),
    _text("label"),
    _text("at"),
    _text("undone_at", null=True),
)

changes = Table(
    "changes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("batch_id", Text, ForeignKey("batches.id"), nullable=False),
    _text("table_name"),
    _text("row_id"),
    _text("before", null=True),
    _text("stamp"),
)
Index("changes_by_batch", changes.c.batch_id)

client_names = Table(
    "client_names",
    metadata,
    Column("client_id", Text, primary_key=True),
    Column("name", Text, primary_key=True),
)
"""The names that clients were journalled with; a trigger keeps them."""

search_docs = Table(
    "search_docs",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("kind"),
    _text("entity_id"),
    _text("client_id", null=True),
)
Index("search_docs_by_entity", search_docs.c.entity_id, unique=True)

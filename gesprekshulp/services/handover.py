"""Handing a client over: its dossier as a document for a colleague."""

from __future__ import annotations

from pathlib import Path

from gesprekshulp.domain.appointment import AppointmentStatus
from gesprekshulp.domain.assignment import AssignmentState
from gesprekshulp.domain.ids import ClientId
from gesprekshulp.domain.paper import OutPaper
from gesprekshulp.domain.papers.handover import CONTACTS, HandoverContent, handover_paper
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.files import write_file
from gesprekshulp.services.going_out import for_own_use
from gesprekshulp.services.identity import firm_identity
from gesprekshulp.services.word_files import (
    MakePdf,
    document_path,
    house_style,
    is_pdf,
    require_no_template,
)
from gesprekshulp.storage.archive import Archive, Work


def handover(archive: Archive, clock: Clock, client_id: ClientId) -> OutPaper:
    """The handover of a client as a document; nothing internal is in it."""
    with archive.reading() as work:
        return _paper(work, clock, client_id)


def export_handover(
    archive: Archive,
    clock: Clock,
    client_id: ClientId,
    path: Path,
    template: Path | None = None,
    *,
    make_pdf: MakePdf | None = None,
) -> Path:
    """Write the handover as a Word file; gives its path, with ".docx" behind it when it had no end.

    With `make_pdf` a path that ends on ".pdf" becomes a PDF, in our own layout.
    `template` is a firm's own .docx or .dotx; without one the template of the settings is used.
    Raises CannotWrite for a place that does not take the file.
    """
    from gesprekshulp.exchange.word.report import build_paper  # Word comes when it is used

    target = document_path(path, with_pdf=make_pdf is not None)
    if make_pdf is not None and is_pdf(target):
        require_no_template(template)
        return write_file(target, make_pdf(handover(archive, clock, client_id)))
    with archive.reading() as work:
        paper = _paper(work, clock, client_id)
        style = house_style(work, template)
    return write_file(target, build_paper(paper, template=style))


def _paper(work: Work, clock: Clock, client_id: ClientId) -> OutPaper:
    now = clock.now()
    planned = (
        item
        for item in work.appointments.of_client(client_id)
        if item.status is AppointmentStatus.PLANNED and item.ends_at >= now
    )
    content = HandoverContent(
        client=work.clients.get(client_id),
        people=work.people.of_client(client_id),
        assignments=tuple(
            item
            for item in work.assignments.of_client(client_id)
            if item.state is AssignmentState.RUNNING
        ),
        commitments=work.commitments.open_of_client(client_id),
        appointments=tuple(sorted(planned, key=lambda item: item.starts_at)),
        decisions=work.decisions.of_client(client_id, standing_only=True),
        wishes=work.wishes.open_of_client(client_id),
        contacts=work.contacts.of_client(client_id, CONTACTS),
        contact_count=work.contacts.count_of_client(client_id),
        reports=work.reports.previous(client_id, now),
        attachments=work.attachments.of_client(client_id),
    )
    return for_own_use(handover_paper(content, firm_identity(work), clock.today()))

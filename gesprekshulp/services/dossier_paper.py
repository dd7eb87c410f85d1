"""The dossier of an appointment as a document: for the printer, for PDF and on the screen."""

from __future__ import annotations

from gesprekshulp.domain.ids import AppointmentId
from gesprekshulp.domain.paper import OutPaper
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.dossier import build
from gesprekshulp.services.going_out import for_own_use
from gesprekshulp.services.identity import firm_identity
from gesprekshulp.storage.archive import Archive

CONTACTS = 20


def dossier_paper(archive: Archive, clock: Clock, id: AppointmentId) -> OutPaper:
    """The dossier with the rows of its Word file, at most two pages; nothing internal in it."""
    from gesprekshulp.exchange.word.dossier_paper import dossier_paper as composed

    with archive.reading() as work:
        found = build(work, clock, id, CONTACTS)
        firm = firm_identity(work)
    return for_own_use(composed(found, firm, clock.today()))

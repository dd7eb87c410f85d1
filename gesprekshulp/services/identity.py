"""Who sends a document: the firm as it stands in the settings."""

from __future__ import annotations

from gesprekshulp.domain.report import FirmIdentity
from gesprekshulp.storage.archive import Work


def firm_identity(work: Work) -> FirmIdentity:
    """Name, address, colour and logo for the header and footer of documents."""
    settings = work.settings.load()
    return FirmIdentity(
        name=settings.firm_name or settings.own_name,
        adviser=settings.own_name,
        address=", ".join(part for part in (settings.firm_street, settings.firm_town) if part),
        phone=settings.firm_phone or settings.own_phone,
        email=settings.firm_email or settings.own_email,
        website=settings.firm_website,
        accent=settings.accent,
        second=settings.second,
        font=settings.font,
        logo=work.attachments.content(settings.logo) if settings.logo else b"",
    )

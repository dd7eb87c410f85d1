"""What stands around a report: header, footer and properties."""

from __future__ import annotations

from gesprekshulp.domain.dutch_dates import day_and_year
from gesprekshulp.domain.report import FirmIdentity, ReportDocument
from gesprekshulp.exchange.word.properties import Properties, author
from gesprekshulp.exchange.word.styles import accent
from gesprekshulp.exchange.word.template import Letterhead

_LONGEST_DETAILS = 105


def report_letterhead(document: ReportDocument) -> Letterhead:
    """Header and footer of a report from what is known of the firm."""
    firm = document.firm
    return Letterhead(
        firm=firm.name or firm.adviser,
        kind=f"Gespreksverslag · versie {document.version}",
        foot=" · ".join(filter(None, (firm.name.strip(), document.client.strip()))),
        details=_details(firm),
        accent=accent(firm.accent),
        logo=firm.logo,
    )


def report_properties(document: ReportDocument) -> Properties:
    """What Word shows of a report under Info."""
    firm = document.firm
    about = " ".join(filter(None, ("Gespreksverslag", document.client.strip())))
    return Properties(
        title=document.title.strip() or "Gespreksverslag",
        subject=f"{about}, {day_and_year(document.day)}",
        author=author(firm.adviser, firm.name),
        company=firm.name,
        day=document.day,
    )


def _details(firm: FirmIdentity) -> str:
    """Address, telephone, mail and site on one line; what does not fit is left away."""
    shown: list[str] = []
    for part in (firm.address, firm.phone, firm.email, firm.website):
        words = " ".join(part.split())
        if words and len(" · ".join((*shown, words))) <= _LONGEST_DETAILS:
            shown.append(words)
    return " · ".join(shown)

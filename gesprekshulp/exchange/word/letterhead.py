"""What stands around a document: header, footer and properties."""

from __future__ import annotations

from gesprekshulp.domain.clean import one_line
from gesprekshulp.domain.paper import Paper, PaperKind
from gesprekshulp.domain.phrases import phrases
from gesprekshulp.domain.report import FirmIdentity
from gesprekshulp.exchange.word.properties import Properties, author
from gesprekshulp.exchange.word.styles import OWN_SECOND, accent
from gesprekshulp.exchange.word.template import Letterhead

_LONGEST_DETAILS = 105


def letterhead(paper: Paper) -> Letterhead:
    """Header and footer of a document from what is known of the firm."""
    firm = paper.firm
    if paper.kind is PaperKind.DOSSIER:
        # No logo and no address: this is for the adviser, and its two pages are precious.
        return Letterhead(
            firm=firm.name or firm.adviser or "Dossier",
            kind=paper.label,
            foot=paper.title,
            accent=accent(firm.accent),
            second=accent(firm.second, OWN_SECOND),
            font=one_line(firm.font, 60),
            page=paper.page,
        )
    return Letterhead(
        firm=firm.name or firm.adviser,
        kind=paper.label,
        foot=" · ".join(filter(None, (firm.name.strip(), paper.client.strip()))),
        details=details_of(firm),
        accent=accent(firm.accent),
        second=accent(firm.second, OWN_SECOND),
        font=one_line(firm.font, 60),
        logo=firm.logo,
        logo_words=phrases(paper.language).logo.format(firm=firm.name or firm.adviser),
        page=paper.page,
    )


def properties(paper: Paper) -> Properties:
    """What Word shows of a document under Info."""
    firm = paper.firm
    return Properties(
        title=paper.title,
        subject=paper.subject,
        author=author(firm.adviser, firm.name),
        company=firm.name,
        day=paper.day,
        language=paper.language,
    )


def details_of(firm: FirmIdentity) -> str:
    """Address, telephone, mail and site on one line; what does not fit is left away."""
    shown: list[str] = []
    for part in (firm.address, firm.phone, firm.email, firm.website):
        words = " ".join(part.split())
        if words and len(" · ".join((*shown, words))) <= _LONGEST_DETAILS:
            shown.append(words)
    return " · ".join(shown)

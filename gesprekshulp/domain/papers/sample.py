"""An invented report, to try a house style on before there is a real one."""

from __future__ import annotations

from datetime import date

from gesprekshulp.domain.appointment import GoalReached
from gesprekshulp.domain.decision import Scope
from gesprekshulp.domain.report import (
    Addressee,
    CommitmentRow,
    DecisionRow,
    DiscussedItem,
    EarlierRow,
    ExtraPart,
    FirmIdentity,
    ReportDocument,
    ReportState,
)


def sample_report(firm: FirmIdentity, day: date) -> ReportDocument:
    """A report with something in every part."""
    return ReportDocument(
        firm=firm,
        title="Keuze van het kassasysteem",
        client="Bakkerij De Halm",
        version=1,
        state=ReportState.DRAFT,
        day=day,
        time="10:00–11:15",
        place="Molenstraat 18, Heerdam",
        present=("Annet Vos (eigenaar)", "Joris Vos (bedrijfsleider)"),
        absent=("Karin Smit (boekhouder)",),
        goal="Aan het einde van dit gesprek is er een keuze tussen twee kassasystemen.",
        goal_reached=GoalReached.PARTLY,
        goal_note="De keuze is er, de planning nog niet.",
        discussed=(
            DiscussedItem(
                "Ervaringen met de kassa",
                ("De winkels hadden op twee zaterdagen geen kassa.",),
            ),
            DiscussedItem("De twee systemen", ("Alleen systeem B kent een koppeling.",)),
        ),
        decisions=(
            DecisionRow("U kiest systeem B voor alle winkels.", Scope.INSIDE),
            DecisionRow("De koppeling met de boekhouding hoort er niet bij.", Scope.OUTSIDE),
        ),
        commitments=(
            CommitmentRow("stuurt de aangepaste offerte", firm.adviser or "Wij", "over een week"),
            CommitmentRow("levert de artikellijst aan", "Joris Vos", "voor het volgende overleg"),
        ),
        open_questions=("In welke week stapt de winkel in Buren over?",),
        earlier=(EarlierRow("offertes opvragen", firm.adviser or "Wij", "nagekomen"),),
        next_appointment="Wij spreken elkaar over drie weken weer.",
        attachments=("Offerte systeem B.pdf",),
        extra=(ExtraPart("Subsidie", ("Er loopt een regeling tot 1 mei.",)),),
        closing=("Klopt dit verslag? Sluit het aan bij wat u verwachtte?",),
        addressee=Addressee("Annet Vos", ("Bakkerij De Halm", "Molenstraat 18", "4141 AB Heerdam")),
        written_on=day,
        reply_by=day,
    )

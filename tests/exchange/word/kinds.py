"""Every kind of document, small and invented, by its name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from gesprekshulp.domain.appointment import Appointment, Side
from gesprekshulp.domain.assignment import Assignment
from gesprekshulp.domain.client import Client, ContactPerson
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.decision import Decision, Scope
from gesprekshulp.domain.ids import AppointmentId, AssignmentId, ClientId, CommitmentId, DecisionId
from gesprekshulp.domain.paper import Paper, PaperKind
from gesprekshulp.domain.papers.handover import HandoverContent, handover_paper
from gesprekshulp.domain.papers.kinds import OF_TALK, compose
from gesprekshulp.domain.report import Addressee, ChangeRow, DeviationRow, PartKind, ReportDocument
from gesprekshulp.domain.text import InternalText
from tests.exchange.word.examples import FIRM, REPORT, SECRET, TODAY, dossier, moment, same

FULL = replace(
    REPORT,
    deviations=(
        DeviationRow("U kiest systeem B zonder proef.", "Eerst een proef in één winkel.", "Haast."),
    ),
    changes=(ChangeRow(PartKind.DECISIONS.value, "systeem A", "systeem B"),),
    changed_since=1,
    addressee=Addressee("Annet Vos", ("Bakkerij De Halm", "Molenstraat 18", "4141 AB Heerdam")),
    written_on=TODAY,
    reply_by=date(2026, 3, 19),
)


def content(say=same, times: int = 1) -> HandoverContent:
    """What is known of a client, each part `times` as long, every text passed through `say`."""
    one, client = dossier(times, say), ClientId("klant")
    return HandoverContent(
        client=Client(
            client, say("Bakkerij De Halm"), trade=say("Bakkerij"), size=say("64 medewerkers"),
            street=say("Molenstraat 18"), city=say("Heerdam"), email="info@dehalm.example",
            website="www.dehalm.example", since=2014, remarks=InternalText(SECRET),
        ),
        people=(
            ContactPerson(
                one.people[0].id, client, say("Annet Vos"), say("eigenaar"),
                email="annet@dehalm.example", decides=True, remarks=InternalText(SECRET),
            ),
        )
        * times,
        assignments=(
            Assignment(
                AssignmentId("o"), client, say("Keuze kassasysteem"), say("Vergelijken en kiezen."),
                say("De koppeling."), starts_on=TODAY, ends_on=TODAY + timedelta(days=90),
            ),
        )
        * times,
        commitments=(
            *one.commitments,
            Commitment(
                CommitmentId("samen"), client, Side.BOTH, say("Samen"), say("plannen een proef"),
                TODAY, TODAY + timedelta(days=9),
            ),
        ),
        appointments=(
            Appointment(AppointmentId("a"), say("Planning"), moment(5), moment(5, 10),
                        client_id=client, goal=say("is de planning rond")),
        )
        * times,
        decisions=(
            *one.decisions,
            Decision(
                DecisionId("3"), client, say("Zonder proef."), TODAY, Scope.INSIDE,
                advice=say("Eerst een proef."), advice_reason=say("haast"),
            ),
        ),
        wishes=one.wishes,
        contacts=one.contacts,
        contact_count=one.contact_count,
        reports=one.reports,
        attachments=one.attachments,
    )  # fmt: skip


def papers(
    document: ReportDocument = FULL, handover: HandoverContent | None = None
) -> dict[str, Paper]:
    """Each kind that is composed as a paper, by the word for it."""
    made = {kind.value: compose(document, kind) for kind in OF_TALK}
    found = handover or content()
    return made | {PaperKind.HANDOVER.value: handover_paper(found, FIRM, TODAY)}


KINDS = tuple(papers())

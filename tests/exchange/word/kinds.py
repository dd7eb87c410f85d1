"""Every kind of document, small and invented, by its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from gesprekshulp.domain.appointment import Appointment, Side
from gesprekshulp.domain.assignment import Assignment
from gesprekshulp.domain.client import Client, ContactPerson
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.decision import Decision, Scope
from gesprekshulp.domain.dispute_file import (
    DisputeDecision,
    DisputeFile,
    DisputeTalk,
    DisputeVersion,
    KeptFile,
    dispute_paper,
)
from gesprekshulp.domain.ids import (
    AppointmentId,
    AssignmentId,
    ClientId,
    CommitmentId,
    DecisionId,
    LineId,
    ReportId,
)
from gesprekshulp.domain.paper import OutPaper, Paper, PaperKind
from gesprekshulp.domain.papers.handover import HandoverContent, handover_paper
from gesprekshulp.domain.papers.kinds import OF_TALK, compose
from gesprekshulp.domain.read_back import ReadBack, ReadBackItem, ReadBackSection, Verdict
from gesprekshulp.domain.report import (
    Addressee,
    ChangeRow,
    DeviationRow,
    PartKind,
    Report,
    ReportDocument,
    ReportState,
    SentHow,
)
from gesprekshulp.domain.report_answer import AnswerHow, AnswerKind, Correction, ReportAnswer
from gesprekshulp.domain.text import InternalText
from gesprekshulp.exchange.word.dossier import build_dossier
from gesprekshulp.exchange.word.dossier_paper import dossier_paper
from gesprekshulp.exchange.word.report import build_paper
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


def dispute(say=same, times: int = 1) -> DisputeFile:
    """What was sent, answered, read back and decided, of `times` talks."""
    report = Report(
        ReportId("v"), AppointmentId("a"), say("Keuze van het kassasysteem"), 2, ReportState.SENT,
        written_on=TODAY, sent_at=moment(0), sent_how=SentHow.MAIL, sent_to=say("Annet Vos"),
        reply_by=date(2026, 3, 19),
    )  # fmt: skip
    answer = ReportAnswer(
        "antwoord", report.id, AnswerKind.CORRECTED, date(2026, 3, 16), say("Annet Vos"),
        AnswerHow.MAIL, say("Bijna alles klopt."),
    )  # fmt: skip
    correction = Correction(
        "c", answer.id, 0, "besluit:1", "Besluit", say("systeem B"), say("systeem A"), True
    )
    version = DisputeVersion(
        report, moment(0),
        (
            KeptFile(say("verslagen/2026-03-12 Keuze/versie 2/verslag.docx"), "ab" * 32),
            KeptFile(say("verslagen/2026-03-12 Keuze/versie 2/inhoud.json"), "cd" * 32),
        ),
        ((answer, (correction,)),), 1,
        (ChangeRow(PartKind.DECISIONS.value, say("systeem A"), say("systeem B")),),
    )  # fmt: skip
    back = ReadBack(
        "r", AppointmentId("a"), moment(0, 10), say("Annet Vos"),
        (
            ReadBackItem(
                LineId("l"), ReadBackSection.AGREED, say("U kiest systeem B."), say("Systeem A."),
                Verdict.OTHER,
            ),
        ),
    )  # fmt: skip
    decided = Decision(
        DecisionId("1"), ClientId("klant"), say("U kiest systeem B."), TODAY, Scope.OUTSIDE,
        advice=say("Eerst een proef."), advice_reason=say("haast"), confirmed_on=TODAY,
        confirmed_by=say("Annet Vos"),
    )  # fmt: skip
    talk = DisputeTalk(
        say("Keuze van het kassasysteem"), TODAY, (version,), (back,),
        (DisputeDecision(decided, say("Systeem A."), moment(0)), DisputeDecision(decided)),
    )  # fmt: skip
    return DisputeFile(FIRM, say("Bakkerij De Halm"), say("een gesprek"), TODAY, (talk,) * times)


def papers(
    document: ReportDocument = FULL, say: Callable[[str], str] = same, times: int = 1
) -> dict[str, Paper]:
    """Each kind of document, by the word for it."""
    made = {kind.value: compose(document, kind) for kind in OF_TALK}
    return made | {
        PaperKind.HANDOVER.value: handover_paper(content(say, times), FIRM, TODAY),
        PaperKind.DOSSIER.value: dossier_paper(dossier(times, say), FIRM, TODAY),
        PaperKind.DISPUTE.value: dispute_paper(dispute(say, times)),
    }


KINDS = tuple(papers())
_OF_TALK = {kind.value for kind in OF_TALK}


def built(
    kind: str,
    template: bytes | None = None,
    document: ReportDocument = FULL,
    say: Callable[[str], str] = same,
    times: int = 1,
) -> bytes:
    """Each kind as its Word file; a dossier has a template of its own when it has no other."""
    if kind == PaperKind.DOSSIER.value and template is None:
        return build_dossier(dossier(times, say), FIRM, TODAY)
    about = document if kind in _OF_TALK else None
    return build_paper(OutPaper(papers(document, say, times)[kind]), about, template=template)

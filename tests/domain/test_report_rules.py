"""The words of a report, without an archive."""

from __future__ import annotations

import doctest
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesprekshulp.domain import report_rules
from gesprekshulp.domain.appointment import AppointmentKind
from gesprekshulp.domain.commitment import Commitment, CommitmentEvent, CommitmentState, EventKind
from gesprekshulp.domain.ids import AgendaItemId, AppointmentId, LineId, ReportId
from gesprekshulp.domain.note import LineKind, NoteLine
from gesprekshulp.domain.report import FirmIdentity, PartKind, ReportPart
from gesprekshulp.domain.report_document import by_when, standing
from gesprekshulp.domain.report_rules import (
    EarlierPromise,
    ReportSources,
    drafted,
    goal_sentence,
    items,
    merged,
    next_sentence,
    paragraphs,
    public_lines,
)
from gesprekshulp.domain.sentences import sentence
from tests.office import a_client, a_commitment, an_appointment

TODAY = date(2026, 3, 12)
CLIENT = a_client()


def sources(**more: object) -> ReportSources:
    values: dict[str, object] = {
        "appointment": an_appointment(CLIENT), "client_name": CLIENT.name, "client_address": "",
        "participants": (), "agenda": (), "lines": (), "decisions": (), "commitments": (),
        "wishes": (), "earlier": (), "next_appointment": None, "attachments": (),
        "firm": FirmIdentity("Van Dalen Advies", "Steven"), "reply_by": TODAY, "today": TODAY,
    }  # fmt: skip
    return ReportSources(**{**values, **more})  # type: ignore[arg-type]


def test_the_examples_in_the_rules_hold() -> None:
    assert doctest.testmod(report_rules).failed == 0


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("de kassa is stuk", "De kassa is stuk."),
        ("Klaar!", "Klaar!"),
        ("iPhone van Joris", "iPhone van Joris."),
        ("  twee   spaties ", "Twee spaties."),
        ("", ""),
    ],
)
def test_a_line_becomes_a_sentence(typed: str, said: str) -> None:
    assert sentence(typed) == said


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        ("heeft u gekozen", "Aan het einde van dit gesprek heeft u gekozen."),
        ("Weten wij wie wat doet.", "Aan het einde van dit gesprek weten wij wie wat doet."),
        ("… is er een keuze", "Aan het einde van dit gesprek is er een keuze."),
        ("Een keuze tussen twee systemen", "Een keuze tussen twee systemen."),
        ("aan het einde van het uur is het klaar", "Aan het einde van het uur is het klaar."),
        (" ", ""),
    ],
)
def test_the_goal_reads_as_one_sentence(goal: str, said: str) -> None:
    assert goal_sentence(goal) == said


@given(st.text(max_size=80), st.sampled_from(list(LineKind)))
def test_only_public_lines_pass(words: str, kind: LineKind) -> None:
    line = NoteLine(
        LineId("l"), AppointmentId("a"), 0, datetime(2026, 3, 12).astimezone(), kind
    ).saying(words)
    passed = public_lines([line])
    if kind.is_internal or not words.strip():
        assert passed == ()
    else:
        assert [public.text for public in passed] == [words.strip()]


def test_paragraphs_are_divided_by_blank_lines_and_items_by_lines() -> None:
    assert paragraphs("een\ntwee\n\n \n\ndrie\n") == ("een\ntwee", "drie")
    assert items("een\n\n twee \n") == ("een", "twee")


def test_a_telephone_call_has_no_place() -> None:
    start = an_appointment().starts_at + timedelta(days=7)
    call = an_appointment(
        title="Bijpraten", starts_at=start, kind=AppointmentKind.PHONE, place="Heerdam"
    )
    assert ", telefonisch. Onderwerp: Bijpraten." in next_sentence(call)
    assert next_sentence(None) == ""


def test_a_part_of_an_agenda_item_that_is_gone_stays_only_when_it_was_written_in() -> None:
    report = ReportId("r")
    gone = AgendaItemId("weg")

    def part(id: str, *, edited: bool) -> ReportPart:
        return ReportPart(id, report, 0, PartKind.DISCUSSED, "Weg", "woorden", gone, edited)

    fresh = drafted(report, sources())
    assert "a" in [p.id for p in merged((part("a", edited=True),), fresh)]
    assert "a" not in [p.id for p in merged((part("a", edited=False),), fresh)]


def test_parts_stand_in_the_order_of_the_paper() -> None:
    own = ReportPart("eigen", ReportId("r"), 0, PartKind.OWN, "Eigen", "tekst")
    kinds = [part.kind for part in merged((own,), drafted(ReportId("r"), sources()))]
    places = [report_rules.ORDER.index(kind) for kind in kinds]
    assert places == sorted(places)
    assert PartKind.OWN in kinds


def promise(**more: object) -> Commitment:
    return a_commitment(CLIENT, **more)  # type: ignore[arg-type]


def test_no_day_is_said_as_such() -> None:
    assert by_when(promise(due=None)) == "nog geen dag afgesproken"
    assert by_when(promise(due=None, event="na de oogst")) == "na de oogst"
    dropped = promise(state=CommitmentState.DROPPED, closed_on=TODAY)
    assert by_when(dropped) == "vervallen op 12 maart 2026"


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (promise(due=TODAY).kept(TODAY), "nagekomen op 12 maart 2026"),
        (
            promise(due=date(2026, 3, 6)).kept(TODAY),
            "nagekomen op 12 maart 2026 (toegezegd: 6 maart 2026)",
        ),
        (promise(due=date(2026, 3, 6)), "staat nog open; toegezegd was 6 maart 2026"),
        (promise(due=TODAY), "staat nog open, uiterlijk 12 maart 2026"),
        (promise(due=None), "staat nog open, nog geen dag afgesproken"),
        (promise(due=None, event="na de oogst"), "staat nog open, na de oogst"),
    ],
)
def test_an_earlier_promise_says_how_it_stands(made: Commitment, words: str) -> None:
    assert standing(EarlierPromise(made), sources()) == words


@pytest.mark.parametrize(
    ("reason", "end"),
    [
        ("de drukker is ziek", "; reden: de drukker is ziek"),
        ("Omdat de drukker ziek is.", ", omdat de drukker ziek is"),
        ("", ""),
    ],
)
def test_a_reason_is_said_in_its_own_words(reason: str, end: str) -> None:
    dropped = promise().dropped(TODAY, "reden")
    event = CommitmentEvent(
        "e", dropped.id, EventKind.DROPPED, datetime(2026, 3, 12).astimezone(), reason
    )
    said = standing(EarlierPromise(dropped, (event,)), sources())
    assert said == f"vervallen op 12 maart 2026{end}"

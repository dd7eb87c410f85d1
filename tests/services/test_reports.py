"""Reports as sentences: what stands in them, what stays out, and what becomes of them."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gesprekshulp.domain.appointment import (
    AgendaItem,
    Appointment,
    AppointmentStatus,
    GoalReached,
    Side,
)
from gesprekshulp.domain.attachment import OwnerKind
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.decision import Scope, Wish, WishAnswer
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AgendaItemId, LineId, WishId, new_id
from gesprekshulp.domain.language import Form, Language
from gesprekshulp.domain.note import LineKind, NoteLine
from gesprekshulp.domain.paper import PaperKind
from gesprekshulp.domain.report import PartKind, ReportState
from gesprekshulp.domain.report_problems import ReportNotReady
from gesprekshulp.domain.report_rules import ReportSent
from gesprekshulp.services import (
    attachments,
    commitments,
    read_back,
    report_answers,
    report_parts,
    report_sending,
    reports,
)
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.undo import undo_last
from gesprekshulp.storage.archive import Archive
from tests.exchange.word.examples import everything
from tests.office import (
    a_client,
    a_commitment,
    a_decision,
    a_participant,
    a_person,
    an_appointment,
)

FRIDAY = date(2026, 3, 13)


@dataclass
class Talk:
    """A talk at the bakery with a way to type lines."""

    archive: Archive
    client: Client
    appointment: Appointment
    items: tuple[AgendaItem, ...]

    def types(
        self, words: str, kind: LineKind = LineKind.NOTE, item: int | None = None
    ) -> NoteLine:
        with self.archive.transaction() as work:
            count = len(work.note_lines.of_appointment(self.appointment.id))
            line = NoteLine(
                LineId(new_id()), self.appointment.id, count, datetime(2026, 3, 12, 9, tzinfo=UTC),
                kind, agenda_item_id=self.items[item].id if item is not None else None,
            ).saying(words)  # fmt: skip
            return work.note_lines.save(line)


@pytest.fixture
def talk(archive: Archive) -> Talk:
    client = a_client(street="Molenstraat 18", city="Heerdam")
    appointment = an_appointment(
        client,
        goal="heeft u gekozen tussen de twee kassasystemen",
        goal_reached=GoalReached.YES,
        status=AppointmentStatus.HELD,
    )
    items = tuple(
        AgendaItem(AgendaItemId(new_id()), appointment.id, place, title)
        for place, title in enumerate(("Storingen", "Keuze"))
    )
    with archive.transaction() as work:
        work.clients.save(client)
        work.appointments.save(appointment)
        work.agenda_items.save_all(items)
        work.participants.save(a_participant(appointment, role="eigenaar", present=True))
        work.participants.save(a_participant(appointment, "Joris Vos", present=False))
        office = replace(
            work.settings.load(), own_name="Steven van Dalen", firm_name="Van Dalen Advies"
        )
        work.settings.save(office)
    return Talk(archive, client, appointment, items)


def save(talk: Talk, what: object) -> None:
    with talk.archive.transaction() as work:
        stores = {
            "Commitment": work.commitments,
            "Decision": work.decisions,
            "Wish": work.wishes,
            "Appointment": work.appointments,
        }
        stores[type(what).__name__].save(what)  # type: ignore[arg-type]


def part(talk: Talk, clock: Clock, kind: PartKind, heading: str | None = None):
    found = reports.view(talk.archive, clock, talk.appointment.id).parts
    return next(p for p in found if p.kind is kind and heading in (None, p.heading))


def document(talk: Talk, clock: Clock):
    return reports.document(talk.archive, clock, talk.appointment.id)


# --- what stands in it ---


def test_a_report_tells_who_where_and_when(talk: Talk, clock: Clock) -> None:
    told = document(talk, clock)
    assert told.client == "Bakkerij De Halm"
    assert told.day == date(2026, 3, 12)
    assert told.place == "Molenstraat 18, Heerdam"
    assert told.present == ("Annet Vos (eigenaar)",)
    assert told.absent == ("Joris Vos",)
    assert told.firm.name == "Van Dalen Advies"


def test_the_goal_is_a_sentence_with_its_opening(talk: Talk, clock: Clock) -> None:
    told = document(talk, clock)
    assert told.goal == (
        "Aan het einde van dit gesprek heeft u gekozen tussen de twee kassasystemen."
    )
    assert told.goal_reached is GoalReached.YES


def test_notes_stand_under_their_agenda_item_as_sentences(talk: Talk, clock: Clock) -> None:
    talk.types("de winkels hadden twee zaterdagen geen kassa", item=0)
    talk.types("De leverancier belde niet terug.", item=0)
    talk.types("Systeem B koppelt met de webwinkel", item=1)
    told = document(talk, clock)
    assert [(item.title, item.paragraphs) for item in told.discussed] == [
        ("Storingen", ("De winkels hadden twee zaterdagen geen kassa."
                       " De leverancier belde niet terug.",)),
        ("Keuze", ("Systeem B koppelt met de webwinkel.",)),
    ]  # fmt: skip


def test_what_was_said_outside_the_agenda_stands_under_overig(talk: Talk, clock: Clock) -> None:
    talk.types("De parkeerplaats wordt verbouwd")
    assert [item.title for item in document(talk, clock).discussed] == ["Overig"]


def test_without_an_agenda_there_is_no_heading_over_the_notes(talk: Talk, clock: Clock) -> None:
    with talk.archive.transaction() as work:
        work.agenda_items.remove(*(item.id for item in talk.items))
    talk.types("Er was geen agenda", item=0)
    assert [item.title for item in document(talk, clock).discussed] == [""]


def test_promises_of_this_talk_stand_with_their_day_or_event(talk: Talk, clock: Clock) -> None:
    mine = {"appointment_id": talk.appointment.id, "made_on": date(2026, 3, 12)}
    save(talk, a_commitment(talk.client, "stuurt de offerte", due=FRIDAY, **mine))
    save(
        talk, a_commitment(talk.client, "belt de bank", due=None, event="voor het overleg", **mine)
    )
    save(
        talk,
        a_commitment(
            talk.client, "zoekt de facturen", side=Side.CLIENT, who="Annet", due=None, **mine
        ),
    )
    rows = {row.what: row.by_when for row in document(talk, clock).commitments}
    assert rows == {
        "stuurt de offerte": "vrijdag 13 maart 2026",
        "belt de bank": "voor het overleg",
        "zoekt de facturen": "nog geen dag afgesproken",
    }


def test_decisions_say_whether_they_lie_in_the_assignment(talk: Talk, clock: Clock) -> None:
    save(talk, a_decision(talk.client, "Systeem B", appointment_id=talk.appointment.id))
    outside = a_decision(
        talk.client, "De webwinkel", appointment_id=talk.appointment.id, scope=Scope.OUTSIDE
    )
    save(talk, outside)
    assert {(d.text, d.scope) for d in document(talk, clock).decisions} == {
        ("Systeem B", Scope.INSIDE),
        ("De webwinkel", Scope.OUTSIDE),
    }


def test_a_question_without_its_mark_is_told_as_at_the_read_back(talk: Talk, clock: Clock) -> None:
    talk.types("kan de bonprinter blijven", LineKind.QUESTION, 1)
    read = read_back.open_read_back(talk.archive, clock, talk.appointment.id)
    assert [item.text for item in read.items] == ["Kan de bonprinter blijven?"]
    assert document(talk, clock).open_questions == ("Kan de bonprinter blijven?",)


def test_questions_and_unanswered_wishes_stay_open(talk: Talk, clock: Clock) -> None:
    talk.types("Kan de bonprinter blijven?", LineKind.QUESTION, 1)
    line = talk.types("Een kassa op het terras", LineKind.WISH, 1)
    assert document(talk, clock).open_questions == (
        "Kan de bonprinter blijven?",
        "Uw wens: Een kassa op het terras",
    )
    save(
        talk,
        Wish(
            WishId(new_id()), talk.client.id, line.text, date(2026, 3, 12), answer=WishAnswer.LATER,
            reason="eerst de winkels", appointment_id=talk.appointment.id, line_id=line.id,
        ),
    )  # fmt: skip
    told = document(talk, clock)
    assert told.open_questions == ("Kan de bonprinter blijven?",)
    assert "ons antwoord: later. Eerst de winkels." in told.discussed[0].paragraphs[0]


def test_earlier_promises_say_how_they_stand(talk: Talk, clock: Clock) -> None:
    open_one = a_commitment(talk.client, "stuurt de handleiding", due=date(2026, 3, 20))
    moved = a_commitment(talk.client, "belt de leverancier", due=date(2026, 3, 6))
    kept = a_commitment(talk.client, "maakt de planning", due=date(2026, 3, 20))
    for promise in (open_one, moved, kept):
        save(talk, promise)
    commitments.move(talk.archive, clock, moved.id, FRIDAY, "de drukker is ziek")
    commitments.keep(talk.archive, clock, kept.id)
    assert {row.what: row.standing for row in document(talk, clock).earlier} == {
        "stuurt de handleiding": "staat nog open, uiterlijk 20 maart 2026",
        "belt de leverancier": "toegezegd op 26 februari 2026 voor 6 maart 2026,"
        " verzet op 12 maart 2026 naar 13 maart 2026; reden: de drukker is ziek",
        "maakt de planning": "nagekomen op 12 maart 2026",
    }
    commitments.keep(talk.archive, clock, moved.id)
    told = {row.what: row.standing for row in document(talk, clock).earlier}
    assert told["belt de leverancier"] == (
        "toegezegd op 26 februari 2026 voor 6 maart 2026, verzet op 12 maart 2026 naar"
        " 13 maart 2026; reden: de drukker is ziek; nagekomen op 12 maart 2026"
    )


def test_a_promise_that_was_moved_more_than_once_names_the_first_day(
    talk: Talk, clock: Clock
) -> None:
    promise = a_commitment(talk.client, "belt de leverancier", due=date(2026, 2, 27))
    save(talk, promise)
    commitments.move(talk.archive, clock, promise.id, date(2026, 3, 6), "geen prijslijst")
    commitments.move(talk.archive, clock, promise.id, FRIDAY, "de drukker is ziek")
    (row,) = document(talk, clock).earlier
    assert row.standing == (
        "toegezegd op 26 februari 2026 voor 27 februari 2026, 2 keer verzet, het laatst op"
        " 12 maart 2026 naar 13 maart 2026; reden: de drukker is ziek"
    )


def test_a_promise_closed_before_the_previous_talk_is_old_news(talk: Talk, clock: Clock) -> None:
    earlier = an_appointment(
        talk.client,
        starts_at=datetime(2026, 3, 2, 9, tzinfo=UTC),
        status=AppointmentStatus.DONE,
    )
    save(talk, earlier)
    made = {"made_on": date(2026, 2, 1), "due": date(2026, 3, 9)}
    for what, day in (("oud", date(2026, 3, 1)), ("nieuw", date(2026, 3, 5))):
        save(talk, a_commitment(talk.client, what, **made).kept(day))
    assert [row.what for row in document(talk, clock).earlier] == ["nieuw"]


def test_the_next_talk_is_announced(talk: Talk, clock: Clock) -> None:
    start = talk.appointment.starts_at + timedelta(days=14)
    save(talk, an_appointment(talk.client, title="Oplevering", starts_at=start, place="Heerdam"))
    words = document(talk, clock).next_appointment
    assert words.startswith("Wij spreken elkaar weer op donderdag 26 maart 2026 om ")
    assert words.endswith(" uur, Heerdam. Onderwerp: Oplevering.")


def test_the_client_is_asked_to_confirm_within_five_working_days(talk: Talk, clock: Clock) -> None:
    assert document(talk, clock).closing == (
        "Klopt dit verslag? Sluit het aan bij wat u verwachtte? Wilt u dit uiterlijk"
        " donderdag 19 maart 2026 laten weten?",
    )


def test_only_chosen_files_are_named(talk: Talk, clock: Clock, tmp_path: Path) -> None:
    for name in ("offerte.pdf", "kladje.txt"):
        (tmp_path / name).write_bytes(name.encode())
        kept = attachments.add(
            talk.archive, clock, tmp_path / name, OwnerKind.APPOINTMENT, talk.appointment.id,
            talk.client.id,
        )  # fmt: skip
        attachments.set_in_report(talk.archive, kept.id, name == "offerte.pdf")
    assert document(talk, clock).attachments == ("offerte.pdf",)


# --- writing in it ---


def test_a_part_that_was_not_edited_follows_the_talk(talk: Talk, clock: Clock) -> None:
    reports.draft(talk.archive, clock, talk.appointment.id)
    talk.types("Later bijgeschreven", item=0)
    reports.refresh(talk.archive, clock, talk.appointment.id)
    assert part(talk, clock, PartKind.DISCUSSED, "Storingen").text == "Later bijgeschreven."


def test_an_edited_part_keeps_the_words_of_the_adviser(talk: Talk, clock: Clock) -> None:
    goal = part_id(talk, clock, PartKind.GOAL)
    report_parts.edit_part(talk.archive, clock, talk.appointment.id, goal, "Een keuze maken.")
    save(talk, replace(talk.appointment, goal="iets anders"))
    assert document(talk, clock).goal == "Een keuze maken."
    report_parts.as_drafted(talk.archive, clock, talk.appointment.id, goal)
    assert document(talk, clock).goal == "Aan het einde van dit gesprek iets anders."


def part_id(talk: Talk, clock: Clock, kind: PartKind, heading: str | None = None) -> str:
    reports.draft(talk.archive, clock, talk.appointment.id)
    return part(talk, clock, kind, heading).id


def test_undoing_an_edit_leaves_the_draft(talk: Talk, clock: Clock) -> None:
    goal = part_id(talk, clock, PartKind.GOAL)
    report_parts.edit_part(talk.archive, clock, talk.appointment.id, goal, "Anders.")
    undo_last(talk.archive)
    assert reports.view(talk.archive, clock, talk.appointment.id).is_kept
    assert document(talk, clock).goal.startswith("Aan het einde")


def test_own_parts_come_go_and_move(talk: Talk, clock: Clock) -> None:
    id = talk.appointment.id
    report_parts.add_part(talk.archive, clock, id, "Werkwijze", "Wij werken in twee stappen.")
    second = report_parts.add_part(talk.archive, clock, id, "Kosten", "Er zijn geen kosten.")
    report_parts.move_part(talk.archive, clock, id, second.id, -1)
    assert [extra.title for extra in document(talk, clock).extra] == ["Kosten", "Werkwijze"]
    report_parts.rename_part(talk.archive, clock, id, second.id, "Prijs")
    assert [extra.title for extra in document(talk, clock).extra] == ["Prijs", "Werkwijze"]
    report_parts.remove_part(talk.archive, clock, id, second.id)
    assert [extra.title for extra in document(talk, clock).extra] == ["Werkwijze"]


def test_a_hidden_part_is_left_out_and_can_come_back(talk: Talk, clock: Clock) -> None:
    id = talk.appointment.id
    save(talk, a_decision(talk.client, "Systeem B", appointment_id=id))
    decisions = part_id(talk, clock, PartKind.DECISIONS)
    report_parts.remove_part(talk.archive, clock, id, decisions)
    assert document(talk, clock).decisions == ()
    report_parts.show_part(talk.archive, clock, id, decisions, True)
    assert len(document(talk, clock).decisions) == 1


def test_the_facts_cannot_be_left_out(talk: Talk, clock: Clock) -> None:
    facts = part_id(talk, clock, PartKind.FACTS)
    with pytest.raises(UserError, match="horen bij elk verslag"):
        report_parts.show_part(talk.archive, clock, talk.appointment.id, facts, False)


# --- sending ---


def test_a_vague_promise_of_ours_keeps_the_report_from_going_out(talk: Talk, clock: Clock) -> None:
    mine = {"appointment_id": talk.appointment.id, "made_on": date(2026, 3, 12), "due": None}
    vague = a_commitment(talk.client, "komt erop terug", **mine)
    save(talk, vague)
    save(talk, a_commitment(talk.client, "denkt na", side=Side.CLIENT, who="Annet", **mine))
    found = reports.problems(talk.archive, clock, talk.appointment.id)
    assert [(problem.commitment_id, problem.blocks) for problem in found] == [(vague.id, True)]
    with pytest.raises(ReportNotReady, match="heeft nog geen dag"):
        report_sending.mark_sent(talk.archive, clock, talk.appointment.id, clock.today())


def test_a_vague_promise_of_an_earlier_talk_keeps_the_report_in_as_well(
    talk: Talk, clock: Clock
) -> None:
    vague = a_commitment(talk.client, "zoekt het uit", made_on=date(2026, 3, 2), due=None)
    save(talk, vague)
    theirs = {"side": Side.CLIENT, "who": "Annet", "made_on": date(2026, 3, 2), "due": None}
    save(talk, a_commitment(talk.client, "denkt na", **theirs))
    found = reports.problems(talk.archive, clock, talk.appointment.id)
    blocking = [(problem.kind, problem.commitment_id) for problem in found if problem.blocks]
    assert blocking == [(PartKind.EARLIER, vague.id)]
    with pytest.raises(ReportNotReady, match="zoekt het uit"):
        report_sending.mark_sent(talk.archive, clock, talk.appointment.id, clock.today())
    with talk.archive.transaction() as work:
        work.commitments.save(replace(vague, event="na akkoord van de directie"))
    found = reports.problems(talk.archive, clock, talk.appointment.id)
    assert not any(problem.blocks for problem in found)


def test_what_is_missing_is_said(archive: Archive, clock: Clock) -> None:
    client = a_client()
    bare = an_appointment(client)
    with archive.transaction() as work:
        work.clients.save(client)
        work.appointments.save(bare)
        work.participants.save(a_participant(bare))
    words = [problem.word for problem in reports.problems(archive, clock, bare.id)]
    assert words == ["Nog te kiezen", "Ontbreekt", "Ontbreekt"]


def test_a_sent_version_is_kept_as_it_was_and_closed(
    talk: Talk, clock: Clock, tmp_path: Path
) -> None:
    id = talk.appointment.id
    goal = part_id(talk, clock, PartKind.GOAL)
    sent = report_sending.mark_sent(talk.archive, clock, id, clock.today())
    assert sent.state is ReportState.SENT
    with pytest.raises(ReportSent, match="nieuwe versie"):
        report_parts.edit_part(talk.archive, clock, id, goal, "Te laat.")
    first = reports.export(talk.archive, clock, id, tmp_path / "een.docx").read_bytes()
    save(talk, a_decision(talk.client, "Achteraf bedacht", appointment_id=id))
    again = reports.export(talk.archive, clock, id, tmp_path / "twee.docx").read_bytes()
    assert first == again
    confirmed = report_answers.confirm(talk.archive, clock, id, "Annet Vos", clock.today())
    assert confirmed.confirmed_by == "Annet Vos"


def test_a_new_version_goes_on_from_the_words_of_the_last(talk: Talk, clock: Clock) -> None:
    id = talk.appointment.id
    goal = part_id(talk, clock, PartKind.GOAL)
    report_parts.edit_part(talk.archive, clock, id, goal, "Eigen woorden.")
    report_sending.mark_sent(talk.archive, clock, id, clock.today())
    second = reports.new_version(talk.archive, clock, id)
    assert (second.version, second.state) == (2, ReportState.DRAFT)
    assert document(talk, clock).goal == "Eigen woorden."
    assert len(reports.view(talk.archive, clock, id).versions) == 2


def test_sending_can_be_undone(talk: Talk, clock: Clock) -> None:
    report_sending.mark_sent(talk.archive, clock, talk.appointment.id, clock.today())
    undo_last(talk.archive)
    assert reports.draft(talk.archive, clock, talk.appointment.id).state is ReportState.DRAFT


# --- the Word file ---


def test_the_word_file_holds_what_the_report_says(talk: Talk, clock: Clock, tmp_path: Path) -> None:
    talk.types("De winkels hadden geen kassa", item=0)
    mine = {"appointment_id": talk.appointment.id, "made_on": date(2026, 3, 12)}
    save(talk, a_commitment(talk.client, "stuurt de offerte", due=FRIDAY, **mine))
    save(talk, a_decision(talk.client, "Systeem B", appointment_id=talk.appointment.id))
    path = reports.export(talk.archive, clock, talk.appointment.id, tmp_path / "verslag.docx")
    words = all_words(path.read_bytes())
    for expected in (
        "Keuze van het kassasysteem", "Bakkerij De Halm", "Annet Vos (eigenaar)", "Storingen",
        "De winkels hadden geen kassa.", "Systeem B", "stuurt de offerte", "vrijdag 13 maart 2026",
        "Klopt dit verslag?",
    ):  # fmt: skip
        assert expected in words
    assert reports.draft(talk.archive, clock, talk.appointment.id).exported_at is not None


def test_the_same_archive_and_day_give_the_same_bytes(
    talk: Talk, clock: Clock, tmp_path: Path
) -> None:
    talk.types("De winkels hadden geen kassa", item=0)
    first, second = (
        reports.export(talk.archive, clock, talk.appointment.id, tmp_path / name).read_bytes()
        for name in ("een", "twee.docx")
    )
    assert first == second
    assert (tmp_path / "een.docx").exists()


def test_a_file_of_a_talk_still_to_be_held_leaves_no_report_behind(
    archive: Archive, clock: Clock, tmp_path: Path
) -> None:
    client = a_client()
    planned = an_appointment(client)
    with archive.transaction() as work:
        work.clients.save(client)
        work.appointments.save(planned)
    assert reports.export(archive, clock, planned.id, tmp_path / "v.docx").exists()
    with archive.reading() as work:
        assert work.reports.latest(planned.id) is None


def test_only_word_files_are_written(talk: Talk, clock: Clock, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="eindigen"):
        reports.export(talk.archive, clock, talk.appointment.id, tmp_path / "verslag.pdf")


def all_words(content: bytes) -> str:
    made = docx.Document(io.BytesIO(content))
    found = [p.text for p in made.paragraphs]
    found += [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    for section in made.sections:
        found += [p.text for p in (*section.header.paragraphs, *section.footer.paragraphs)]
    core = made.core_properties
    return "\n".join([*found, core.title, core.subject, core.author, core.comments, core.keywords])


def test_nothing_internal_reaches_the_document_or_the_file(
    talk: Talk, clock: Clock, tmp_path: Path
) -> None:
    secrets = st.text(st.characters(categories=("L", "N")), min_size=12, max_size=40)

    @settings(
        max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )
    @given(words=secrets, kind=st.sampled_from([LineKind.SIGNAL, LineKind.INTERNAL]))
    def holds(words: str, kind: LineKind) -> None:
        talk.types(words, kind, 0)
        talk.types("Openbaar", item=0)
        view = reports.view(talk.archive, clock, talk.appointment.id)
        assert words not in repr((view.document, view.parts, view.sources, view.problems))
        path = reports.export(talk.archive, clock, talk.appointment.id, tmp_path / "v.docx")
        assert words not in all_words(path.read_bytes())

    holds()


def test_a_file_that_cannot_be_written_is_said_in_one_sentence(
    talk: Talk, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def in_use(self: Path, target: Path) -> Path:
        raise PermissionError(13, "in gebruik")

    replace_: Callable[[Path, Path], Path] = in_use
    monkeypatch.setattr(Path, "replace", replace_)
    with pytest.raises(UserError, match=r"Sluit het bestand") as said:
        reports.export(talk.archive, clock, talk.appointment.id, tmp_path / "v.docx")
    assert "Word" in said.value.sentence
    assert list(tmp_path.glob("*.docx")) == []


def test_a_promise_of_ours_without_a_day_does_not_go_into_a_word_file(
    talk: Talk, clock: Clock, tmp_path: Path
) -> None:
    save(
        talk, a_commitment(talk.client, "belt terug", due=None, appointment_id=talk.appointment.id)
    )
    target = tmp_path / "verslag.docx"
    with pytest.raises(ReportNotReady, match="belt terug"):
        reports.export(talk.archive, clock, talk.appointment.id, target)
    assert not target.exists()


def test_only_a_promise_that_stands_in_a_document_keeps_it_from_going_out(
    talk: Talk, clock: Clock, tmp_path: Path
) -> None:
    of_talk = {"due": None, "appointment_id": talk.appointment.id}
    save(talk, a_commitment(talk.client, "belt terug", **of_talk))

    def export(kind: PaperKind) -> Path:
        target = tmp_path / f"{kind.value}.docx"
        return reports.export(talk.archive, clock, talk.appointment.id, target, kind=kind)

    assert export(PaperKind.DECISIONS).exists()
    assert reports.paper_out(talk.archive, clock, talk.appointment.id, kind=PaperKind.DECISIONS)
    for kind, words in (
        (PaperKind.ACTIONS, "De actielijst kan zo niet weg: “belt terug” heeft nog geen dag."),
        (PaperKind.LETTER, "De bevestigingsbrief kan zo niet weg: “belt terug”"),
    ):
        with pytest.raises(ReportNotReady, match=words):
            export(kind)
        with pytest.raises(ReportNotReady, match=words):
            reports.paper_out(talk.archive, clock, talk.appointment.id, kind=kind)


def test_a_vague_promise_of_an_earlier_talk_does_not_keep_a_letter_in(
    talk: Talk, clock: Clock, tmp_path: Path
) -> None:
    save(talk, a_commitment(talk.client, "zoekt het uit", made_on=date(2026, 3, 2), due=None))
    brief, acties = tmp_path / "brief.docx", tmp_path / "acties.docx"
    reports.export(talk.archive, clock, talk.appointment.id, brief, kind=PaperKind.LETTER)
    assert "zoekt het uit" not in everything(brief.read_bytes())
    with pytest.raises(ReportNotReady, match="zoekt het uit"):
        reports.export(talk.archive, clock, talk.appointment.id, acties, kind=PaperKind.ACTIONS)


def test_a_letter_is_addressed_to_who_decides_and_was_there(talk: Talk, clock: Clock) -> None:
    zoe, piet = a_person(talk.client, "Zoë Zwart", decides=True), a_person(talk.client, "Piet Pen")
    with talk.archive.transaction() as work:
        work.people.save_all((zoe, piet))
        work.participants.save(a_participant(talk.appointment, piet.name, person_id=piet.id))
        decides = a_participant(talk.appointment, zoe.name, person_id=zoe.id, present=True)
        work.participants.save(decides)

    def addressee() -> str:
        return reports.document(talk.archive, clock, talk.appointment.id).addressee.person

    assert addressee() == "Zoë Zwart"
    with talk.archive.transaction() as work:
        work.participants.save(replace(decides, present=False))
    assert addressee() != "Zoë Zwart"


def test_a_decision_against_our_advice_stands_in_a_part_of_its_own(
    talk: Talk, clock: Clock
) -> None:
    assert PartKind.DEVIATIONS not in {
        p.kind for p in reports.view(talk.archive, clock, talk.appointment.id).parts
    }
    save(
        talk,
        a_decision(
            talk.client, "We kiezen systeem A", appointment_id=talk.appointment.id,
            advice="systeem B, omdat dat met de webwinkel koppelt", advice_reason="A is goedkoper",
        ),
    )  # fmt: skip
    told = document(talk, clock)
    assert [(row.decision, row.advice, row.reason) for row in told.deviations] == [
        (
            "We kiezen systeem A",
            "systeem B, omdat dat met de webwinkel koppelt",
            "A is goedkoper",
        )
    ]
    assert [row.text for row in told.decisions] == ["We kiezen systeem A"]
    reports.draft(talk.archive, clock, talk.appointment.id)
    of_advice = part(talk, clock, PartKind.DEVIATIONS)
    report_parts.show_part(talk.archive, clock, talk.appointment.id, of_advice.id, False)
    assert document(talk, clock).deviations == ()


def test_another_language_or_form_drafts_the_fixed_words_again_and_leaves_edited_parts(
    talk: Talk, clock: Clock
) -> None:
    talk.types("de kassa moet sneller", LineKind.WISH)
    report_parts.edit_part(
        talk.archive, clock, talk.appointment.id, part_id(talk, clock, PartKind.GOAL), "Ons doel."
    )
    with talk.archive.transaction() as work:
        work.clients.save(replace(talk.client, form=Form.JE))
    document = reports.document(talk.archive, clock, talk.appointment.id)
    assert "wat je verwachtte" in document.closing[0]
    assert document.open_questions == ("Je wens: de kassa moet sneller",)
    with talk.archive.transaction() as work:
        work.clients.save(replace(talk.client, language=Language.ENGLISH))
    document = reports.document(talk.archive, clock, talk.appointment.id)
    assert document.closing[0].startswith("Is this report correct?")
    assert document.goal == "Ons doel."

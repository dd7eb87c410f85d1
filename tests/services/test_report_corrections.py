"""Every line that the client sees can be corrected, and goes into the next version."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from gesprekshulp.domain.adviser import Adviser
from gesprekshulp.domain.appointment import (
    AgendaItem,
    Appointment,
    AppointmentStatus,
    GoalReached,
    Side,
)
from gesprekshulp.domain.attachment import OwnerKind
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.decision import Scope, Wish
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AdviserId, AgendaItemId, LineId, WishId, new_id
from gesprekshulp.domain.note import LineKind, NoteLine
from gesprekshulp.domain.report import ReportDocument
from gesprekshulp.services import (
    attachments,
    report_answers,
    report_corrections,
    report_parts,
    report_sending,
    report_versions,
    reports,
)
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.undo import undo_last
from gesprekshulp.storage.archive import Archive
from tests.office import (
    a_client,
    a_commitment,
    a_decision,
    a_participant,
    a_person,
    an_appointment,
)


class Sent:
    """A report that was sent; the client answers, and the next version is made."""

    def __init__(self, archive: Archive, clock: Clock, tmp_path: Path) -> None:
        self.archive, self.clock = archive, clock
        self.client: Client = a_client(street="Molenstraat 18", city="Heerdam")
        self.talk: Appointment = an_appointment(
            self.client, status=AppointmentStatus.HELD, goal="is er een keuze",
            goal_reached=GoalReached.YES, goal_note="Op de prijs na.", place="Molenstraat 18",
        )  # fmt: skip
        item = AgendaItem(AgendaItemId(new_id()), self.talk.id, 0, "Storingen")
        self.person = a_person(self.client, "Anet Vos", role="eigenaar")
        with archive.transaction() as work:
            work.settings.save(replace(work.settings.load(), own_name="Steven van Dalen"))
            work.clients.save(self.client)
            work.appointments.save(self.talk)
            work.agenda_items.save(item)
            work.people.save(self.person)
            work.people.save(a_person(self.client, "Joris de Wit", role="bedrijfsleider"))
            work.participants.save(
                a_participant(
                    self.talk, "Anet Vos", role="eigenaar", present=True, person_id=self.person.id
                )
            )
            work.participants.save(a_participant(self.talk, "Piet Bos", present=False))
            for place, (kind, words) in enumerate(
                (
                    (LineKind.NOTE, "Twee zaterdagen zonder kassa"),
                    (LineKind.QUESTION, "Kan de bonprinter blijven?"),
                )
            ):
                line = NoteLine(
                    LineId(new_id()), self.talk.id, place, self.talk.starts_at, kind,
                    agenda_item_id=item.id,
                )  # fmt: skip
                work.note_lines.save(line.saying(words))
            self.decision = work.decisions.save(
                a_decision(
                    self.client, "Zonder onderhoud", appointment_id=self.talk.id,
                    advice="Neem een contract", advice_reason="Te duur",
                )
            )  # fmt: skip
            work.commitments.save(a_commitment(self.client, appointment_id=self.talk.id))
            self.earlier = work.commitments.save(a_commitment(self.client, "storingslijst sturen"))
        file = tmp_path / "prijslijst.pdf"
        file.write_bytes(b"%PDF-1.4 prijslijst")
        kept = attachments.add(
            archive, clock, file, OwnerKind.APPOINTMENT, self.talk.id, self.client.id
        )
        attachments.set_in_report(archive, kept.id, True)
        reports.draft(archive, clock, self.talk.id)
        report_parts.add_part(archive, clock, self.talk.id, "Kosten", "Ongeveer 4.000 euro.")
        report_sending.mark_sent(archive, clock, self.talk.id, clock.today())

    def line(self, label: str):
        found = [one for one in report_answers.lines(self.archive, self.talk.id)
                 if one.label == label]  # fmt: skip
        assert found, label
        return found[0]

    def corrects(self, *said: tuple[str, str]) -> None:
        """Note the corrections by label, make the next version and take all of them over."""
        report_answers.correct(
            self.archive, self.clock, self.talk.id, "Annet", self.clock.today(),
            [(self.line(label), text) for label, text in said],
        )  # fmt: skip
        reports.new_version(self.archive, self.clock, self.talk.id)
        for one in report_corrections.open_corrections(self.archive, self.talk.id):
            report_corrections.take_over(self.archive, self.clock, self.talk.id, one.id)

    def document(self) -> ReportDocument:
        return reports.document(self.archive, self.clock, self.talk.id)

    def told(self) -> dict[str, tuple[str, str]]:
        """What "Gewijzigd sinds versie 1" says."""
        report_versions.tell_changes(self.archive, self.talk.id, True)
        return {row.where: (row.before, row.after) for row in self.document().changes}


@pytest.fixture
def sent(archive: Archive, clock: Clock, tmp_path: Path) -> Sent:
    return Sent(archive, clock, tmp_path)


def test_every_line_of_the_paper_is_there_to_be_corrected(sent: Sent) -> None:
    lines = report_answers.lines(sent.archive, sent.talk.id)
    said = " | ".join(line.text for line in lines)
    document = sent.document()
    for text in (
        document.title, document.client, "donderdag 12 maart 2026", document.time, document.place,
        *document.present, *document.absent, document.goal, "ja", document.goal_note,
        *(text for item in document.discussed for text in (item.title, *item.paragraphs)),
        "Zonder onderhoud (binnen de opdracht)", "Neem een contract", "Te duur",
        *(row.what for row in document.commitments), *document.open_questions,
        *(row.what for row in document.earlier), "Kosten", "Ongeveer 4.000 euro.",
        *document.attachments,
    ):  # fmt: skip
        assert text in said, text
    lacking = [line.label for line in lines if line.is_lacking]
    assert lacking == [
        "Nog iemand aanwezig", "Besluit dat ontbreekt", "Toezegging die ontbreekt",
        "Vraag die ontbreekt", "Bijlage die ontbreekt",
    ]  # fmt: skip


def test_the_facts_go_to_the_talk_and_the_next_version_tells_what_changed(sent: Sent) -> None:
    sent.corrects(
        ("Titel", "Keuze van de kassa"),
        ("Klant", "Bakkerij De Halm BV"),
        ("Datum", "woensdag 11 maart 2026"),
        ("Tijd", "9:30 – 10.45"),
        ("Plaats", "Dorpsstraat 1, Heerdam"),
        ("Doel bereikt", "deels"),
        ("Toelichting bij het doel", "Op de prijs en het onderhoud na."),
    )
    document = sent.document()
    assert (document.title, document.client) == ("Keuze van de kassa", "Bakkerij De Halm BV")
    assert (document.day, document.time) == (date(2026, 3, 11), "09:30–10:45")
    assert document.place == "Dorpsstraat 1, Heerdam"
    assert document.goal_reached is GoalReached.PARTLY
    told = sent.told()
    assert told["Gegevens: plaats"] == ("Molenstraat 18", "Dorpsstraat 1, Heerdam")
    assert told["Gegevens: klant"] == ("Bakkerij De Halm", "Bakkerij De Halm BV")
    assert "woensdag 11 maart 2026" in told["Gegevens: datum"][1]
    assert "onderhoud na" in told["Doel van het gesprek"][1]
    with sent.archive.reading() as work:
        assert work.clients.get(sent.client.id).name == "Bakkerij De Halm BV"
        talk = work.appointments.get(sent.talk.id)
        assert work.appointment_changes.of_appointment(talk.id) == ()
    assert talk.starts_at.astimezone() == datetime(2026, 3, 11, 9, 30).astimezone()


def test_a_name_spelled_right_is_so_in_the_dossier_of_the_client_too(sent: Sent) -> None:
    sent.corrects(("Aanwezig", "Annet Vos (directeur), aanwezig"), ("Afwezig", ""))
    document = sent.document()
    assert (document.present, document.absent) == (("Annet Vos (directeur)",), ())
    with sent.archive.reading() as work:
        person = work.people.get(sent.person.id)
    assert (person.name, person.role) == ("Annet Vos", "directeur")
    assert sent.told()["Gegevens: aanwezig"] == ("Anet Vos (eigenaar)", "Annet Vos (directeur)")


def test_somebody_else_was_there_and_somebody_was_not(sent: Sent) -> None:
    sent.corrects(
        ("Aanwezig", "Anet Vos (eigenaar), was er niet bij"),
        ("Afwezig", "Joris de Wit, aanwezig"),
        ("Nog iemand aanwezig", "Mia Kok (boekhouding)"),
    )
    document = sent.document()
    assert set(document.present) == {"Joris de Wit (bedrijfsleider)", "Mia Kok (boekhouding)"}
    assert document.absent == ("Anet Vos (eigenaar)",)
    with sent.archive.reading() as work:
        table = {p.name: p for p in work.participants.of_appointment(sent.talk.id)}
        joris = next(p for p in work.people.of_client(sent.client.id) if p.name == "Joris de Wit")
        assert work.people.get(sent.person.id).name == "Anet Vos"
    assert table["Joris de Wit"].person_id == joris.id
    assert table["Mia Kok"].side is Side.CLIENT


def test_headings_rows_attachments_and_what_was_lacking_follow(sent: Sent) -> None:
    sent.corrects(
        ("Kop", "Storingen van de kassa"),
        ("Besluit", "Met onderhoud (buiten de opdracht)"),
        ("Ons advies", "Neem een contract voor een jaar"),
        ("Besluit dat ontbreekt", "Systeem B voor alle winkels"),
        ("Vraag die ontbreekt", "Wie doet de installatie?"),
        ("Bijlage", "prijzen 2026"),
    )
    document = sent.document()
    assert [item.title for item in document.discussed] == ["Storingen van de kassa"]
    rows = {row.text: row.scope for row in document.decisions}
    assert rows == {
        "Met onderhoud": Scope.OUTSIDE, "Systeem B voor alle winkels": Scope.INSIDE,
    }  # fmt: skip
    assert [row.advice for row in document.deviations] == ["Neem een contract voor een jaar"]
    assert document.open_questions == ("Kan de bonprinter blijven?", "Wie doet de installatie?")
    assert document.attachments == ("prijzen 2026.pdf",)
    undo_last(sent.archive)
    assert document.attachments != sent.document().attachments


def test_a_file_that_did_not_come_along_is_no_longer_named(sent: Sent) -> None:
    sent.corrects(("Bijlage", ""))
    assert sent.document().attachments == ()


def test_an_own_part_keeps_its_corrections_under_another_heading(sent: Sent) -> None:
    lines = report_answers.lines(sent.archive, sent.talk.id)
    heading = next(line for line in lines if line.text == "Kosten")
    words = next(line for line in lines if line.text == "Ongeveer 4.000 euro.")
    report_answers.correct(
        sent.archive, sent.clock, sent.talk.id, "Annet", sent.clock.today(),
        [(heading, "Prijs"), (words, "Ongeveer 5.000 euro.")],
    )  # fmt: skip
    reports.new_version(sent.archive, sent.clock, sent.talk.id)
    for one in report_corrections.open_corrections(sent.archive, sent.talk.id):
        report_corrections.take_over(sent.archive, sent.clock, sent.talk.id, one.id)
    (own,) = sent.document().extra
    assert (own.title, own.paragraphs) == ("Prijs", ("Ongeveer 5.000 euro.",))


@pytest.mark.parametrize(
    ("label", "said", "sentence"),
    [
        ("Datum", "ergens in maart misschien", "Schrijf de dag voluit"),
        ("Tijd", "om tien uur", "begin en einde"),
        ("Doel bereikt", "misschien", "ja, deels of nee"),
        ("Titel", " ", "kan niet leeg"),
        ("Aanwezig", ", aanwezig", "Schrijf de naam"),
    ],
)
def test_words_that_cannot_be_read_are_told_at_once(
    sent: Sent, label: str, said: str, sentence: str
) -> None:
    line = sent.line(label)
    assert sentence in report_corrections.unreadable(line, said, sent.clock.today())
    assert report_corrections.unreadable(line, line.text, sent.clock.today()) == ""


def test_what_is_changed_elsewhere_waits_until_that_is_done(sent: Sent) -> None:
    report_answers.correct(
        sent.archive, sent.clock, sent.talk.id, "Annet", sent.clock.today(),
        [(sent.line("Eerdere toezegging"), "Is al gestuurd"),
         (sent.line("Bijlage die ontbreekt"), "de plattegrond"),
         (sent.line("Opgesteld door"), "Steven van Daalen")],
    )  # fmt: skip
    reports.new_version(sent.archive, sent.clock, sent.talk.id)
    found = report_corrections.open_corrections(sent.archive, sent.talk.id)
    assert all(report_corrections.made_elsewhere(one) for one in found)
    for one in found:
        with pytest.raises(UserError):
            report_corrections.take_over(sent.archive, sent.clock, sent.talk.id, one.id)


def test_the_reason_goes_with_advice_that_was_never_given(sent: Sent) -> None:
    sent.corrects(("Ons advies", ""))
    assert sent.document().deviations == ()
    with sent.archive.reading() as work:
        assert work.decisions.get(sent.decision.id).advice_reason == ""


def test_a_held_talk_cannot_have_been_on_a_day_to_come(sent: Sent) -> None:
    with pytest.raises(UserError, match="latere dag"):
        sent.corrects(("Datum", "vrijdag 13 maart 2026"))


@pytest.mark.parametrize("said", ["Anet Vis (zus)", "Tom Vos (zus)"])
def test_not_this_one_but_her_relative_leaves_both_in_the_dossier(sent: Sent, said: str) -> None:
    name = said.partition(" (")[0]
    with sent.archive.transaction() as work:
        other = work.people.save(a_person(sent.client, name, role="zus", email="zus@halm.example"))
    sent.corrects(("Aanwezig", f"{said}, aanwezig"))
    assert sent.document().present == (said,)
    with sent.archive.reading() as work:
        people = {p.id: (p.name, p.role) for p in work.people.of_client(sent.client.id)}
        table = {p.name: p for p in work.participants.of_appointment(sent.talk.id)}
    assert people[sent.person.id] == ("Anet Vos", "eigenaar")
    assert people[other.id] == (name, "zus")
    assert (table[name].person_id, table[name].email) == (other.id, "zus@halm.example")


def test_another_first_name_that_nobody_knows_renames_nobody(sent: Sent) -> None:
    sent.corrects(("Aanwezig", "Loes Vos, aanwezig"))
    assert sent.document().present == ("Loes Vos",)
    with sent.archive.reading() as work:
        assert work.people.get(sent.person.id).name == "Anet Vos"
        (loes,) = [p for p in work.participants.of_appointment(sent.talk.id)
                   if p.name == "Loes Vos"]  # fmt: skip
    assert loes.person_id is None


def test_not_this_one_but_one_of_us(sent: Sent) -> None:
    ours = Adviser(AdviserId(new_id()), "Anet Vis", role="adviseur", email="a@kantoor.example")
    with sent.archive.transaction() as work:
        work.advisers.save(ours)
    sent.corrects(("Aanwezig", "Anet Vis, aanwezig"))
    with sent.archive.reading() as work:
        assert work.people.get(sent.person.id).name == "Anet Vos"
        table = {p.name: p for p in work.participants.of_appointment(sent.talk.id)}
    assert (table["Anet Vis"].side, table["Anet Vis"].adviser_id) == (Side.US, ours.id)


def test_not_this_one_but_somebody_noted_as_absent_is_named_once(sent: Sent) -> None:
    sent.corrects(("Aanwezig", "Piet Bos, aanwezig"), ("Afwezig", ""))
    document = sent.document()
    assert (document.present, document.absent) == (("Piet Bos",), ())


def test_who_nobody_ticked_off_counts_as_present_and_can_be_struck(sent: Sent) -> None:
    with sent.archive.transaction() as work:
        for person in work.participants.of_appointment(sent.talk.id):
            if person.name == "Anet Vos":
                work.participants.save(replace(person, present=None))
    sent.corrects(("Aanwezig", ""))
    assert sent.document().present == ()


def test_a_fuller_name_stays_the_same_person_and_leaves_the_dossier(sent: Sent) -> None:
    sent.corrects(("Aanwezig", "Anet Vos Bakker, aanwezig"))
    assert sent.document().present == ("Anet Vos Bakker (eigenaar)",)
    with sent.archive.reading() as work:
        assert work.people.get(sent.person.id).name == "Anet Vos"


def test_who_was_noted_as_absent_was_there_after_all(sent: Sent) -> None:
    sent.corrects(("Nog iemand aanwezig", "Piet Bos"))
    document = sent.document()
    assert (set(document.present), document.absent) == (
        {"Anet Vos (eigenaar)", "Piet Bos"}, (),
    )  # fmt: skip


def test_a_function_behind_a_comma_is_no_part_of_the_name(sent: Sent) -> None:
    sent.corrects(("Aanwezig", "Anet Vos, directeur, aanwezig"))
    assert sent.document().present == ("Anet Vos (directeur)",)


def test_what_was_said_in_the_talk_follows_its_day(sent: Sent) -> None:
    was, day = date(2026, 3, 12), date(2026, 3, 11)
    with sent.archive.transaction() as work:
        decided = work.decisions.save(
            a_decision(sent.client, "Systeem B", appointment_id=sent.talk.id, decided_on=was)
        )
        promised = work.commitments.save(
            a_commitment(sent.client, "prijs", appointment_id=sent.talk.id, made_on=was)
        )
        wished = work.wishes.save(
            Wish(WishId(new_id()), sent.client.id, "sneller", was, appointment_id=sent.talk.id)
        )
        elsewhere = work.decisions.save(a_decision(sent.client, "Los", decided_on=was))

    def days() -> tuple[date, ...]:
        with sent.archive.reading() as work:
            return (
                work.decisions.get(decided.id).decided_on,
                work.commitments.get(promised.id).made_on,
                work.wishes.get(wished.id).said_on,
            )

    sent.corrects(("Datum", "woensdag 11 maart 2026"))
    assert days() == (day, day, day)
    with sent.archive.reading() as work:
        assert work.decisions.get(elsewhere.id).decided_on == was
        assert work.decisions.get(sent.decision.id).decided_on == sent.decision.decided_on
    undo_last(sent.archive)
    assert days() == (was, was, was)
    assert sent.document().day == was

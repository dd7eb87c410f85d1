"""Inlezen: dropped files, what they will do, all or nothing, and back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from gesprekshulp.domain.attachment import OwnerKind
from gesprekshulp.exchange.columns import Field
from gesprekshulp.services import imports
from gesprekshulp.services.imports import Outcome
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.imports.mapping_card import MappingCard
from gesprekshulp.ui.imports.page import ImportPage
from tests.office import a_client, a_commitment, an_appointment
from tests.ui.windows import Opened, a_window, words_in

INVITATION = """BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//Proef//NL\r
BEGIN:VEVENT\r
UID:keuze-1@proef\r
DTSTAMP:20260301T090000Z\r
DTSTART:20260318T090000Z\r
DTEND:20260318T100000Z\r
SUMMARY:Keuze van het kassasysteem\r
END:VEVENT\r
END:VCALENDAR\r
"""
CLIENTS = "Bedrijf;Contactpersoon;E-mail;Vak\nDe Halm;Annet Vos;annet@halm.example;bakker\n"


@pytest.fixture
def window(tmp_path, clock):
    with a_window(tmp_path / "archief", clock) as opened:
        yield opened


@pytest.fixture
def invitation(tmp_path) -> Path:
    path = tmp_path / "uitnodiging.ics"
    path.write_bytes(INVITATION.encode())
    return path


@pytest.fixture
def clients(tmp_path) -> Path:
    path = tmp_path / "relaties.csv"
    path.write_text(CLIENTS, "utf-8")
    return path


def page(window: Opened) -> ImportPage:
    found = window.shell.page("inlezen")
    assert isinstance(found, ImportPage)
    return found


def rows(window: Opened) -> list[str]:
    model = page(window).list.model()
    return [model.row_at(n).text.partition(" (")[0] for n in range(model.rowCount())]


def count(window: Opened) -> tuple[int, int]:
    with window.archive.reading() as work:
        return work.clients.count(), work.appointments.count()


def test_a_dropped_invitation_is_shown_first_and_written_after_a_click(window, invitation):
    window.drop(invitation)
    assert window.shell.current() == "inlezen"
    assert rows(window) == ["Keuze van het kassasysteem"]
    assert page(window).apply_button.label() == "1 inlezen"
    assert count(window) == (0, 0)
    page(window).apply_button.click()
    window.settle()
    assert count(window) == (0, 1)
    assert window.shell.current() == "agenda"
    window.shell.toast.undo()
    window.settle()
    assert count(window) == (0, 0)


def test_the_same_file_again_has_nothing_new(window, invitation):
    window.drop(invitation)
    page(window).apply_button.click()
    window.settle()
    window.drop(invitation)
    assert page(window).apply_button.label() == "Niets nieuws"
    assert not page(window).apply_button.isEnabled()
    assert page(window).tabs.value() == Outcome.SAME.value


def test_a_table_shows_what_its_columns_are_taken_for(window, clients):
    window.drop(clients)
    (card,) = page(window).findChildren(MappingCard)
    assert [combo.value() for combo in card.choices][:3] == [
        Field.CLIENT.value, Field.NAME.value, Field.EMAIL.value,
    ]  # fmt: skip
    assert "annet@halm.example" in words_in(card)


def test_another_mapping_makes_another_plan_and_is_remembered(window, clients):
    window.drop(clients)
    (card,) = page(window).findChildren(MappingCard)
    combo = card.choices[1]
    combo.set_value("")
    combo.activated.emit(0)
    window.until(lambda: page(window)._job is None)
    assert not any("Annet Vos" in words for words in rows(window))
    window.go("vandaag")
    window.drop(clients)
    card = page(window).findChildren(MappingCard)[-1]
    assert card.choices[1].value() == ""


def test_two_files_come_in_one_plan(window, invitation, clients):
    window.drop(invitation, clients)
    assert len(rows(window)) == 2
    page(window).apply_button.click()
    window.settle()
    assert count(window) == (1, 1)
    assert window.shell.current() == "klanten"


def test_a_broken_file_among_good_ones_is_refused_and_the_rest_goes_on(
    window, invitation, tmp_path
):
    (tmp_path / "stuk.xlsx").write_bytes(b"PK\x03\x04 afgebroken")
    (tmp_path / "offerte.pdf").write_bytes(b"%PDF-1.7 ...")
    window.drop(tmp_path / "stuk.xlsx", invitation, tmp_path / "offerte.pdf")
    page(window).tabs.set_value(Outcome.REFUSED.value)
    page(window)._show_rows()
    assert rows(window) == ["stuk.xlsx", "offerte.pdf"]
    page(window).apply_button.click()
    window.settle()
    assert count(window) == (0, 1)


def test_a_broken_file_alone_is_one_sentence_and_changes_nothing(window, tmp_path):
    (tmp_path / "stuk.xlsx").write_bytes(b"PK\x03\x04 afgebroken")
    window.drop(tmp_path / "stuk.xlsx")
    assert window.said.startswith("“stuk.xlsx” is een beschadigde of afgebroken Excel-werkmap")
    assert page(window).empty.isVisible()
    assert count(window) == (0, 0)


@pytest.mark.parametrize("name", ["offerte.pdf", "foto.jpg", "verslag.docx", "zonder-einde"])
def test_a_file_that_is_no_import_is_told_where_to_go(window, tmp_path, name):
    (tmp_path / name).write_bytes(b"iets")
    window.drop(tmp_path / name)
    assert window.shell.current() == "vandaag"
    assert window.said.startswith(f"“{name}” is niet om in te lezen.")
    assert "klant, afspraak, toezegging of verslag" in window.said


def test_several_of_those_are_told_in_one_sentence(window, tmp_path):
    paths = [tmp_path / "a.pdf", tmp_path / "b.png"]
    for path in paths:
        path.write_bytes(b"iets")
    window.drop(*paths)
    assert window.said.startswith("Deze 2 bestanden zijn niet om in te lezen.")


def test_of_a_folder_what_can_be_taken_in_is_looked_at(window, tmp_path, invitation):
    folder = tmp_path / "van Annet"
    folder.mkdir()
    invitation.rename(folder / "uitnodiging.ics")
    (folder / "foto.jpg").write_bytes(b"iets")
    window.drop(folder)
    assert rows(window) == ["Keuze van het kassasysteem"]
    assert page(window)._plan.count(Outcome.REFUSED) == 0


def test_a_folder_without_anything_to_take_in_is_said_so(window, tmp_path):
    (tmp_path / "leeg").mkdir()
    window.drop(tmp_path / "leeg")
    assert window.said.startswith("In de map “leeg” staat niets om in te lezen")


@pytest.mark.parametrize("kind", ["klant", "afspraak", "toezegging"])
def test_a_file_dropped_anywhere_on_what_it_belongs_to_is_kept_there(window, tmp_path, kind):
    client = a_client()
    talk, promise = an_appointment(client), a_commitment(client)
    with window.archive.transaction() as work:
        work.clients.save(client)
        work.appointments.save(talk)
        work.commitments.save(promise)
    owner_id = {"klant": client.id, "afspraak": talk.id, "toezegging": promise.id}[kind]
    match kind:
        case "klant":
            window.go("klant", client_id=client.id)
        case "afspraak":
            window.go("afspraak", appointment_id=talk.id, step="plannen")
        case _:
            window.go("toezeggingen", commitment_id=promise.id)
    here = window.shell.current()
    plan, sheet = tmp_path / "teeltplan.pdf", tmp_path / "begroting.csv"
    plan.write_bytes(b"%PDF-1.4")
    sheet.write_text(CLIENTS, "utf-8")
    window.drop(plan, sheet)
    window.until(lambda: "stukken" in window.said)
    assert (window.shell.current(), window.said) == (
        here,
        f"2 stukken toegevoegd bij deze {kind}.",
    )
    with window.archive.reading() as work:
        found = work.attachments.of(OwnerKind(kind), owner_id)
    assert {(file.name, file.client_id) for file in found} == {
        ("teeltplan.pdf", client.id), ("begroting.csv", client.id),
    }  # fmt: skip


def test_what_was_dropped_is_undone_and_nothing_that_was_done_meanwhile(window, tmp_path):
    client = a_client()
    with window.archive.transaction() as work:
        work.clients.save(client)
    window.go("klant", client_id=client.id)
    (tmp_path / "teeltplan.pdf").write_bytes(b"%PDF-1.4")
    window.drop(tmp_path / "teeltplan.pdf")
    assert window.start.background.wait()
    with window.archive.transaction("Klant gewijzigd") as work:
        work.clients.save(replace(client, name="Bakkerij Nieuw"))
    window.until(lambda: "teeltplan.pdf" in window.said)
    window.shell.toast.undo_button.click()
    window.settle()
    with window.archive.reading() as work:
        assert work.clients.get(client.id).name == "Bakkerij Nieuw"
        assert work.attachments.of(OwnerKind.CLIENT, client.id) == ()


def test_files_that_were_dropped_just_before_closing_are_all_kept(window, tmp_path):
    client = a_client()
    with window.archive.transaction() as work:
        work.clients.save(client)
    window.go("klant", client_id=client.id)
    files = [tmp_path / f"{number}.pdf" for number in range(3)]
    for number, file in enumerate(files):
        file.write_bytes(bytes([number]) * 2_000_000)
    window.drop(*files)
    folder, clock = window.start._folder, window.start.clock
    window.start.close()
    again = Archive.open(folder, clock.now)
    with again.reading() as work:
        assert len(work.attachments.of(OwnerKind.CLIENT, client.id)) == 3
    again.close()


def test_an_invitation_dropped_on_a_client_goes_into_the_agenda_for_that_client(
    window, tmp_path, invitation
):
    client = a_client()
    with window.archive.transaction() as work:
        work.clients.save(client)
    window.go("klant", client_id=client.id)
    (tmp_path / "bijlage.pdf").write_bytes(b"%PDF-1.4")
    window.drop(invitation, tmp_path / "bijlage.pdf")
    assert page(window)._plan.client_id == client.id
    assert rows(window) == ["Keuze van het kassasysteem"]
    with window.archive.reading() as work:
        assert len(work.attachments.of(OwnerKind.CLIENT, client.id)) == 1


def test_files_dropped_while_others_are_looked_at_take_their_place(window, invitation, clients):
    window.shell.filesDropped.emit([clients])
    window.shell.filesDropped.emit([invitation])
    window.settle()
    assert rows(window) == ["Keuze van het kassasysteem"]
    assert page(window)._mapping_column.count() == 0
    assert not page(window)._busy.isVisible()


def test_looking_can_be_cancelled(window, invitation):
    window.shell.filesDropped.emit([invitation])
    page(window)._busy.cancelled.emit()
    window.settle()
    assert page(window).empty.isVisible()
    assert not page(window)._busy.isVisible()


def test_a_bug_while_looking_does_not_leave_the_page_waiting(
    window, invitation, monkeypatch, qtbot
):
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(imports, "plan", broken)
    with qtbot.captureExceptions() as bugs:
        window.drop(invitation)
        qtbot.waitUntil(lambda: bool(bugs))
    assert bugs[0][0] is ZeroDivisionError
    assert page(window).empty.isVisible()
    qtbot.wait(350)
    assert not page(window)._busy.isVisible()


def test_a_plan_that_was_overtaken_is_made_again(window, clients):
    window.drop(clients)
    with window.archive.transaction("proef") as work:
        work.clients.save(a_client("De Halm"))
    page(window).apply_button.click()
    window.until(lambda: page(window)._job is None)
    window.settle()
    assert window.said
    assert count(window) == (1, 0)
    page(window).apply_button.click()
    window.settle()
    with window.archive.reading() as work:
        assert [person.name for person in work.people.all()] == ["Annet Vos"]
    assert count(window)[0] == 1


MAIL = b"""From: Marieke <marieke@halm.example>\r
To: steven@vandalen.example\r
Subject: De offerte\r
Date: Tue, 10 Mar 2026 09:00:00 +0100\r
Message-ID: <1@halm.example>\r
\r
Dank u wel.\r
"""


def test_a_message_has_the_sign_of_mail_and_no_line(window, tmp_path):
    path = tmp_path / "mail.eml"
    path.write_bytes(MAIL)
    window.drop(path)
    row = page(window).list.model().row_at(0)
    assert row.icon == "mail"
    assert "regel" not in row.day


def test_several_remarks_are_one_sentence(window, tmp_path):
    guest = "ATTENDEE;CN=Marieke Vos:mailto:marieke@halm.example\r\nEND:VEVENT"
    path = tmp_path / "met.ics"
    path.write_bytes(INVITATION.replace("END:VEVENT", guest).encode())
    window.drop(path)
    row = page(window).list.model().row_at(0)
    assert row.second == "Nog geen klant herkend; met Marieke Vos"


def test_an_error_is_gone_when_another_file_is_read_or_another_page_opened(window, invitation):
    window.go("inlezen")
    window.desk.error("Dit bestand is niet te lezen.")
    page(window).look_at([invitation])
    window.settle()
    assert window.said == ""
    window.desk.error("Dit bestand is niet te lezen.")
    window.go("agenda")
    assert window.said == ""

"""The archive keeps what it is given, encrypted, whole or not at all."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from gesprekshulp.domain.client import ClientStatus
from gesprekshulp.domain.errors import NotFound
from gesprekshulp.domain.ids import LineId, new_id
from gesprekshulp.domain.note import LineKind, NoteLine
from gesprekshulp.domain.text import InternalText
from gesprekshulp.storage.archive import FILE_NAME, Archive, ReadingOnlyError
from gesprekshulp.storage.driver import ArchiveUnreadable
from tests.office import a_client, a_commitment, a_contact, a_decision, a_person, an_appointment


def test_what_is_saved_comes_back_the_same(archive):
    client = a_client(remarks=InternalText("let op de prijs"), since=2019)
    person = a_person(client, decides=True)
    appointment = an_appointment(client)
    promise = a_commitment(client, hours=1.5)
    decision = a_decision(client)
    contact = a_contact(client)
    with archive.transaction("alles") as work:
        work.clients.save(client)
        work.people.save(person)
        work.appointments.save(appointment)
        work.commitments.save(promise)
        work.decisions.save(decision)
        work.contacts.save(contact)
    with archive.reading() as work:
        assert work.clients.get(client.id) == client
        assert work.people.of_client(client.id) == (person,)
        assert work.appointments.get(appointment.id) == appointment
        assert work.commitments.open_of_client(client.id) == (promise,)
        assert work.decisions.of_client(client.id) == (decision,)
        assert work.contacts.of_client(client.id) == (contact,)


def test_internal_words_stand_in_their_own_column(archive):
    client, line_id = a_client(), LineId(new_id())
    appointment = an_appointment(client)
    line = NoteLine(line_id, appointment.id, 1, appointment.starts_at, LineKind.INTERNAL)
    with archive.transaction() as work:
        work.clients.save(client)
        work.appointments.save(appointment)
        work.note_lines.save(line.saying("niet verder zakken"))
    assert archive.raw_rows("SELECT text, internal FROM note_lines") == [("", "niet verder zakken")]


def test_a_transaction_that_fails_leaves_nothing(archive):
    client = a_client()

    def fail_halfway() -> None:
        with archive.transaction("half") as work:
            work.clients.save(client)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    with archive.reading() as work:
        assert work.clients.all() == ()
    assert archive.undoable() == []


def test_saving_outside_a_transaction_is_a_bug(archive):
    with archive.reading() as work, pytest.raises(ReadingOnlyError):
        work.clients.save(a_client())


def test_the_file_shows_nothing_without_its_key(archive):
    with archive.transaction() as work:
        work.clients.save(a_client("Zeer Herkenbare Naam"))
    archive.close()
    content = archive.path.read_bytes()
    assert b"Herkenbare" not in content
    assert not content.startswith(b"SQLite format 3")


def test_the_key_is_readable_by_its_owner_alone(archive):
    key = archive.path.with_name("archief.sleutel")
    assert stat.S_IMODE(key.stat().st_mode) == 0o600


def test_another_key_gives_one_clear_sentence(archive, clock):
    archive.close()
    archive.path.with_name("archief.sleutel").write_bytes(bytes(32))
    with pytest.raises(ArchiveUnreadable, match="niet te lezen"):
        Archive.open(archive.path.parent, clock.now)


def test_a_file_that_is_no_archive_gives_one_clear_sentence(tmp_path, clock):
    Archive.open(tmp_path, clock.now).close()
    (tmp_path / FILE_NAME).write_bytes(b"geen archief" * 1000)
    with pytest.raises(ArchiveUnreadable, match="beschadigd"):
        Archive.open(tmp_path, clock.now)
    assert (tmp_path / FILE_NAME).read_bytes() == b"geen archief" * 1000


def test_a_sound_archive_that_cannot_be_opened_is_not_called_damaged(tmp_path, clock):
    Archive.open(tmp_path, clock.now).close()
    (tmp_path / FILE_NAME).unlink()
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(ArchiveUnreadable, match="alleen-lezen of in gebruik"):
        Archive.open(tmp_path, clock.now)


def test_an_unknown_identifier_says_what_to_do(archive):
    with archive.reading() as work, pytest.raises(NotFound, match="Kies er een uit de lijst"):
        work.appointments.get("weg")


def test_a_new_thing_can_be_taken_back(archive):
    client = a_client()
    with archive.transaction("Klant toegevoegd") as work:
        work.clients.save(client)
    archive.undo(archive.last_batch)
    with archive.reading() as work:
        assert work.clients.find(client.id) is None
        assert work.search.find("halm") == ()


def test_a_removed_thing_comes_back_with_its_words_in_the_search(archive):
    client = a_client()
    with archive.transaction() as work:
        work.clients.save(client)
    with archive.transaction("Klant verwijderd") as work:
        work.clients.remove(client.id)
    with archive.reading() as work:
        assert work.search.find("halm") == ()
    archive.undo(archive.last_batch)
    with archive.reading() as work:
        assert work.clients.get(client.id) == client
        assert [hit.id for hit in work.search.find("halm")] == [client.id]


def test_undo_leaves_later_work_alone(archive):
    client, other = a_client(), a_client("Gemeente Zuiderwolde")
    with archive.transaction("Twee klanten") as work:
        work.clients.save(client)
        work.clients.save(other)
    batch = archive.last_batch
    with archive.transaction() as work:
        work.clients.save(replace(client, status=ClientStatus.LOST))
    undone = archive.undo(batch)
    assert (undone.restored, undone.left) == (1, 1)
    with archive.reading() as work:
        assert [c.name for c in work.clients.all()] == [client.name]


def test_what_was_done_one_after_another_is_undone_one_after_another(archive):
    client = a_client()
    with archive.transaction("Toegevoegd") as work:
        work.clients.save(client)
    added = archive.last_batch
    with archive.transaction("Gewijzigd") as work:
        work.clients.save(replace(client, city="Heerdam"))
    assert archive.undo(archive.last_batch).left == 0
    assert archive.undo(added).left == 0
    with archive.reading() as work:
        assert work.clients.all() == ()


def test_nothing_is_undone_twice(archive):
    with archive.transaction("Klant toegevoegd") as work:
        work.clients.save(a_client())
    archive.undo(archive.last_batch)
    with pytest.raises(NotFound, match="al ongedaan"):
        archive.undo(archive.last_batch)


def test_undoing_a_kept_promise_shows_in_its_history(archive, clock):
    from gesprekshulp.services import commitments

    client = a_client()
    promise = a_commitment(client)
    with archive.transaction() as work:
        work.clients.save(client)
    commitments.make(archive, clock, promise)
    commitments.keep(archive, clock, promise.id)
    archive.undo(archive.last_batch)
    card = commitments.card(archive, promise.id)
    assert card.commitment.is_open
    assert "Ongedaan gemaakt" in card.history[0].text


def test_undoing_a_move_tells_which_day_holds_again(archive, clock, today):
    from gesprekshulp.domain.commitment import last_move
    from gesprekshulp.services import commitments

    client = a_client()
    promise = a_commitment(client, due=today)
    with archive.transaction() as work:
        work.clients.save(client)
    commitments.make(archive, clock, promise)
    first, second = today + timedelta(days=1), today + timedelta(days=9)
    commitments.move(archive, clock, promise.id, first, "ziek")
    commitments.move(archive, clock, promise.id, second, "toch later")
    archive.undo(archive.last_batch)
    card = commitments.card(archive, promise.id)
    assert (card.commitment.due, card.commitment.moves) == (first, 1)
    assert (card.history[0].from_day, card.history[0].to_day) == (second, first)
    move = last_move(card.commitment, card.history)
    assert move is not None
    assert move.text == "ziek"


def test_the_history_of_a_promise_cannot_be_changed_even_by_sql(archive, clock):
    from sqlcipher3.dbapi2 import IntegrityError

    from gesprekshulp.services import commitments

    client = a_client()
    with archive.transaction() as work:
        work.clients.save(client)
    commitments.make(archive, clock, a_commitment(client))
    for statement in (
        "DELETE FROM commitment_events",
        "UPDATE commitment_events SET text = ''",
        "REPLACE INTO commitment_events SELECT * FROM commitment_events",
    ):
        with pytest.raises(IntegrityError, match="never changed"):
            archive.raw_rows(statement)


def test_many_threads_read_while_one_writes(archive):
    def read() -> int:
        for _ in range(30):
            with archive.reading() as work:
                found = len(work.clients.by_name())
        return found

    with ThreadPoolExecutor(4) as pool:
        readers = [pool.submit(read) for _ in range(4)]
        for number in range(20):
            with archive.transaction() as work:
                work.clients.save(a_client(f"Klant {number}"))
        assert all(0 <= reader.result() <= 20 for reader in readers)
    with archive.reading() as work:
        assert work.clients.count() == 20


def test_what_is_gone_through_once_leaves_the_room_for_other_pages_as_it_was(archive):
    ((usual,),) = archive.raw_rows("PRAGMA cache_size")
    with archive.reading(once=True) as work:
        assert work.clients.all() == ()
        ((few,),) = archive.raw_rows("PRAGMA cache_size")  # of another connection
        assert few == usual
    assert {archive.raw_rows("PRAGMA cache_size")[0] for _ in range(3)} == {(usual,)}


def test_a_going_through_that_fails_gives_the_room_back_as_well(archive):
    ((usual,),) = archive.raw_rows("PRAGMA cache_size")
    with pytest.raises(NotFound), archive.reading(once=True) as work:
        work.clients.get("onbekend")
    assert {archive.raw_rows("PRAGMA cache_size")[0] for _ in range(3)} == {(usual,)}


def test_half_a_character_in_a_name_or_a_text_never_stops_what_is_saved(archive):
    client = a_client(name="Bakkerij \udcff de Halm", remarks=InternalText("een regel\nen \ud83d"))
    with archive.transaction("Klant \udcff toegevoegd") as work:
        work.clients.save(client)
    with archive.reading() as work:
        (kept,) = work.clients.all()
    assert kept.name == "Bakkerij \ufffd de Halm"
    assert kept.remarks.reveal() == "een regel\nen \ufffd"
    assert archive.undoable(limit=1)[0][1] == "Klant \ufffd toegevoegd"

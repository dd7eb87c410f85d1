from __future__ import annotations

from pathlib import Path

import pytest

from gesprekshulp.domain.attachment import MAX_BYTES, FileTooLarge, OwnerKind
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.errors import UserError
from gesprekshulp.services import attachments
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.undo import undo_last
from gesprekshulp.storage.archive import Archive
from tests.office import a_client


@pytest.fixture
def client(archive: Archive) -> Client:
    with archive.transaction() as work:
        return work.clients.save(a_client())


def kept(archive: Archive, clock: Clock, client: Client, path: Path):
    return attachments.add(archive, clock, path, OwnerKind.CLIENT, client.id, client.id)


def a_file(folder: Path, name: str = "offerte.pdf", content: bytes = b"inhoud") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_file_is_kept_with_its_bytes(
    archive: Archive, clock: Clock, client: Client, tmp_path: Path
) -> None:
    made = kept(archive, clock, client, a_file(tmp_path))
    assert attachments.of_owner(archive, OwnerKind.CLIENT, client.id) == (made,)
    with archive.reading() as work:
        assert work.attachments.content(made.sha256) == b"inhoud"


def test_of_several_files_each_is_kept_or_refused_by_itself(
    archive: Archive, clock: Clock, client: Client, tmp_path: Path
) -> None:
    seen: list[tuple[int, int]] = []
    added = attachments.add_all(
        archive, clock, [a_file(tmp_path, "een.txt"), tmp_path, a_file(tmp_path, "drie.txt")],
        OwnerKind.CLIENT, client.id, client.id,
        report=lambda done, total: seen.append((done, total)),
    )  # fmt: skip
    assert [file.name for file in added.files] == ["een.txt", "drie.txt"]
    assert [type(error) for error in added.refused] == [attachments.FileUnreadable]
    assert seen == [(100, 300), (300, 300)]
    for batch in added.batches:
        archive.undo(batch)
    assert attachments.of_owner(archive, OwnerKind.CLIENT, client.id) == ()


def test_the_same_bytes_are_kept_once(
    archive: Archive, clock: Clock, client: Client, tmp_path: Path
) -> None:
    first = kept(archive, clock, client, a_file(tmp_path, "een.txt"))
    second = kept(archive, clock, client, a_file(tmp_path, "twee.txt"))
    assert first.sha256 == second.sha256
    assert archive.raw_rows("SELECT count(*) FROM blobs")[0][0] == 1


def test_the_same_file_does_not_hang_twice_on_one_owner(
    archive: Archive, clock: Clock, client: Client, tmp_path: Path
) -> None:
    first = kept(archive, clock, client, a_file(tmp_path))
    with pytest.raises(attachments.AlreadyKept, match="staat hier al"):
        kept(archive, clock, client, a_file(tmp_path))
    changed = kept(archive, clock, client, a_file(tmp_path, content=b"nieuwe inhoud"))
    listed = attachments.of_owner(archive, OwnerKind.CLIENT, client.id)
    assert {file.id for file in listed} == {first.id, changed.id}


def test_a_file_is_found_by_its_name(
    archive: Archive, clock: Clock, client: Client, tmp_path: Path
) -> None:
    made = kept(archive, clock, client, a_file(tmp_path, "Leveringsvoorwaarden.pdf"))
    with archive.reading() as work:
        assert [(hit.kind, hit.id) for hit in work.search.find("leverings")] == [("stuk", made.id)]


def test_a_file_over_fifty_megabytes_is_refused(
    archive: Archive, clock: Clock, client: Client, tmp_path: Path
) -> None:
    large = tmp_path / "film.mp4"
    with large.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(FileTooLarge, match="is 51 MB; een stuk mag hoogstens 50 MB"):
        kept(archive, clock, client, large)
    assert attachments.of_owner(archive, OwnerKind.CLIENT, client.id) == ()


@pytest.mark.parametrize("name", ["is er niet.pdf", "."])
def test_what_is_no_file_is_refused(
    archive: Archive, clock: Clock, client: Client, tmp_path: Path, name: str
) -> None:
    with pytest.raises(UserError, match="geen bestand"):
        kept(archive, clock, client, tmp_path / name)


def test_removing_a_file_can_be_undone(
    archive: Archive, clock: Clock, client: Client, tmp_path: Path
) -> None:
    made = kept(archive, clock, client, a_file(tmp_path))
    attachments.remove(archive, made.id)
    assert attachments.of_owner(archive, OwnerKind.CLIENT, client.id) == ()
    undo_last(archive)
    assert attachments.of_owner(archive, OwnerKind.CLIENT, client.id) == (made,)


def test_a_new_name_keeps_the_ending(
    archive: Archive, clock: Clock, client: Client, tmp_path: Path
) -> None:
    made = kept(archive, clock, client, a_file(tmp_path))
    assert attachments.rename(archive, made.id, " Offerte  maart ").name == "Offerte maart.pdf"
    assert attachments.rename(archive, made.id, "versie 2.PDF").name == "versie 2.PDF"
    with pytest.raises(UserError, match="naam"):
        attachments.rename(archive, made.id, " ")


def test_a_lent_copy_is_read_only_private_and_goes_away(
    archive: Archive, clock: Clock, client: Client, tmp_path: Path
) -> None:
    made = kept(archive, clock, client, a_file(tmp_path))
    copies = attachments.Copies()
    copy = copies.make(archive, made.id)
    assert copies.make(archive, made.id) == copy
    assert copy.name == "offerte.pdf"
    assert copy.read_bytes() == b"inhoud"
    assert copy.stat().st_mode & 0o777 == 0o400
    assert copy.parent.parent.stat().st_mode & 0o077 == 0
    copies.clear()
    assert not copy.exists()


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "etc passwd"),
        ('a<b>:"c".txt', "a b c .txt"),
        ("...", "stuk"),
        ("x" * 300 + ".pdf", "x" * 176 + ".pdf"),
    ],
)
def test_a_name_never_leads_to_another_folder(name: str, safe: str) -> None:
    assert attachments.safe_name(name) == safe

"""The command line: JSON for scripts, one Dutch line for what is refused."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from gesprekshulp.app import main

ICS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//test//NL
BEGIN:VEVENT
UID:een@test
DTSTART:20260320T090000Z
DTEND:20260320T100000Z
SUMMARY:Kennismaking
ATTENDEE;CN=Annet Vos:mailto:annet@bakkerijdehalm.example
END:VEVENT
END:VCALENDAR
"""


def as_json(run, *words):
    status, out, err = run(*words, "--json")
    assert (status, err) == (0, "")
    return json.loads(out)


def test_a_dispute_file_of_a_talk_is_a_zip_with_hashes(office, tmp_path):
    held = [one for one in as_json(office, "afspraken") if one["status"] == "nazorg klaar"]
    talk = held or [one for one in as_json(office, "afspraken") if one["begin"] < "2026-03-10"]
    target = tmp_path / "geschil.zip"
    status, out, err = office("geschil", talk[0]["id"], "--naar", str(target))
    assert (status, err) == (0, "")
    assert str(target) in out
    with zipfile.ZipFile(target) as packed:
        assert {"LEESMIJ.txt", "SHA256SUMS", "geschildossier.docx"} <= set(packed.namelist())


def test_clients_as_json(office):
    found = as_json(office, "klanten")
    assert len(found) == 12
    assert {"id", "naam", "soort", "status"} <= set(found[0])


def test_appointments_say_what_is_missing(office):
    found = as_json(office, "afspraken")
    assert {
        "id",
        "klant",
        "titel",
        "begin",
        "einde",
        "soort",
        "status",
        "voorbereid",
        "ontbreekt",
    } <= set(found[0])
    (brinkhof,) = [a for a in found if a["titel"] == "Jaargesprek"]
    assert brinkhof["voorbereid"] is False
    assert "doel" in brinkhof["ontbreekt"]


def test_late_promises_are_a_part_of_all(office):
    every, late = as_json(office, "toezeggingen"), as_json(office, "toezeggingen", "--te-laat")
    assert {"id", "klant", "door", "wie", "wat", "termijn", "status", "te_laat"} <= set(every[0])
    assert late == [item for item in every if item["te_laat"]]
    assert {item["door"] for item in every} == {"adviseur", "klant", "beiden", "derde"}


def test_dossier_and_report_are_written(office, tmp_path):
    held = next(a for a in as_json(office, "afspraken") if a["status"] == "gehouden")
    assert as_json(office, "dossier", held["id"])["klant"]["naam"] == held["klant"]
    for command in ("dossier", "verslag"):
        target = tmp_path / f"{command}.docx"
        status, out, _ = office(command, held["id"], "--naar", str(target))
        assert (status, target.read_bytes()[:2]) == (0, b"PK")
        assert target.name in out


def test_the_same_report_twice_is_the_same_file(office, tmp_path):
    held = next(a for a in as_json(office, "afspraken") if a["status"] == "gehouden")
    files = [tmp_path / name for name in ("a.docx", "b.docx")]
    for file in files:
        office("verslag", held["id"], "--naar", str(file))
    assert files[0].read_bytes() == files[1].read_bytes()


def test_a_report_of_a_planned_talk_can_be_written(office, tmp_path):
    planned = next(a for a in as_json(office, "afspraken") if a["status"] == "gepland")
    assert office("verslag", planned["id"], "--naar", str(tmp_path / "v.docx"))[0] == 0


def test_importing_can_be_tried_first_and_never_doubles(office, tmp_path):
    file = tmp_path / "agenda.ics"
    file.write_text(ICS, "utf-8")
    before = as_json(office, "afspraken")
    assert as_json(office, "importeer", str(file), "--proef")["nieuw"] == 1
    assert as_json(office, "afspraken") == before
    assert as_json(office, "importeer", str(file))["nieuw"] == 1
    again = as_json(office, "importeer", str(file))
    assert (again["nieuw"], again["gelijk"]) == (0, 1)
    assert len(as_json(office, "afspraken")) == len(before) + 1


def test_a_broken_file_is_refused_with_one_line(office, tmp_path):
    (tmp_path / "stuk.ics").write_bytes(b"\x00\x01\x02")
    status, out, err = office("importeer", str(tmp_path / "stuk.ics"))
    assert (status, out) == (1, "")
    assert err.count("\n") == 1
    assert "stuk.ics" in err


def test_of_several_files_the_good_go_in_and_the_refused_are_told(office, tmp_path):
    good = tmp_path / "agenda.ics"
    good.write_text(ICS, "utf-8")
    (tmp_path / "stuk.ics").write_bytes(b"\x00\x01\x02")
    names = (str(tmp_path / "weg.ics"), str(good), str(tmp_path / "stuk.ics"))
    status, out, err = office("importeer", *names, "--json")
    assert (status, json.loads(out)["nieuw"], json.loads(out)["geweigerd"]) == (1, 1, 2)
    assert err == (
        "“weg.ics” is er niet; kijk of de naam en de map kloppen. Ook “stuk.ics” is geweigerd.\n"
    )
    assert office("importeer", str(good), names[0], "--proef")[0] == 1
    status, out, err = office("importeer", names[0], names[2])
    assert (status, out) == (1, "")
    assert err.endswith("Ook “stuk.ics” is geweigerd.\n")


def test_a_file_of_which_nothing_can_be_used_is_a_refusal_and_one_bad_row_is_none(office, tmp_path):
    rows = tmp_path / "rijen.csv"
    rows.write_text("Klant;Datum;Onderwerp\nDe Hop;31-02-2026;Prijs\n", "utf-8")
    status, out, err = office("importeer", str(rows))
    assert (status, "1 geweigerd" in out) == (1, True)
    assert err.startswith("Uit “rijen.csv” is niets te gebruiken.")
    assert err.count("\n") == 1
    rows.write_text("Klant;Datum;Onderwerp\nHop;31-02-2026;A\nHop;1-2-2026;B\n", "utf-8")
    assert office("importeer", str(rows))[0] == 0


def test_search_gives_kind_title_and_fragment(office):
    found = as_json(office, "zoek", "kassa")
    assert {"soort", "id", "titel", "fragment"} <= set(found[0])


def test_tables_are_readable_without_json(office):
    for command in ("klanten", "afspraken", "toezeggingen"):
        status, out, _ = office(command)
        assert status == 0
        assert len(out.splitlines()) > 5


@pytest.mark.parametrize(
    "words",
    [
        ["dossier", "bestaat-niet"],
        ["verslag", "bestaat-niet", "--naar", "x.docx"],
        ["importeer", "bestaat-niet.ics"],
        ["voorbeeld"],
    ],
)
def test_what_is_refused_is_one_dutch_line(office, words):
    status, out, err = office(*words)
    assert (status, out) == (1, "")
    assert err.count("\n") == 1


def test_a_folder_that_cannot_be_made_is_said(tmp_path, capsys):
    (tmp_path / "bestand").write_text("x")
    assert main(["--map", str(tmp_path / "bestand" / "map"), "klanten"]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_nothing_is_written_beside_the_archive(office, tmp_path):
    names = {path.name for path in (tmp_path / "map").iterdir()}
    assert names <= {"archief.db", "archief.db-wal", "archief.db-shm", "archief.sleutel"}
    assert Path("archief.db").exists() is False


def test_every_document_becomes_a_pdf_without_a_screen(office, tmp_path):
    found = as_json(office, "afspraken")
    held = next(item["id"] for item in found if item["status"] != "gepland")
    client = as_json(office, "klanten")[0]["id"]
    unseen = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    # In a process of its own: Qt starts there without widgets, and once for all.
    surroundings = {name: value for name, value in os.environ.items() if name not in unseen}
    for number, words in enumerate((("verslag", held), ("dossier", held), ("overdracht", client))):
        target = tmp_path / f"{number}.pdf"
        done = subprocess.run(
            [sys.executable, "-m", "gesprekshulp", "--map", str(tmp_path / "map"),
             "--peildatum", "2026-03-12", *words, "--naar", str(target)],
            cwd=Path(__file__).parents[2], env=surroundings, capture_output=True, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, b"")
        assert str(target).encode() in done.stdout
        assert target.read_bytes().startswith(b"%PDF-1.6")


def test_the_same_report_as_pdf_is_the_same_file_also_in_another_run(office, tmp_path):
    held = next(a for a in as_json(office, "afspraken") if a["status"] == "gehouden")
    made: set[bytes] = set()
    # Qt mixes its tables anew in every process; with two orders, six runs nearly always differ.
    for number in range(6):
        target = tmp_path / f"{number}.pdf"
        subprocess.run(
            [sys.executable, "-m", "gesprekshulp", "--map", str(tmp_path / "map"),
             "--peildatum", "2026-03-12", "verslag", held["id"], "--naar", str(target)],
            cwd=Path(__file__).parents[2], capture_output=True, check=True,
        )  # fmt: skip
        made.add(target.read_bytes())
    assert len(made) == 1


def test_a_pdf_with_a_template_is_refused_in_one_line(office, tmp_path):
    held = next(i["id"] for i in as_json(office, "afspraken") if i["status"] != "gepland")
    target = tmp_path / "v.pdf"
    status, _, err = office("verslag", held, "--naar", str(target), "--sjabloon", "stijl.docx")
    assert status == 1
    assert err.count("\n") == 1
    assert "geldt voor Word" in err


def test_what_is_to_be_looked_at_in_a_report_as_json_and_as_a_table(office):
    found = as_json(office, "afspraken")
    held = next(item for item in found if item["status"] == "gehouden")
    rows = as_json(office, "nakijken", held["id"])
    keys = {
        "regel", "soort", "onderdeel", "waar", "van", "tot", "gevonden", "reden", "verbetering",
        "houdt_tegen",
    }  # fmt: skip
    assert all(set(row) == keys for row in rows)
    status, out, err = office("nakijken", held["id"])
    assert (status, err) == (0, "")
    assert out.startswith("Niets gevonden." if not rows else "soort")


def test_a_report_of_an_appointment_that_is_not_there_cannot_be_checked(office):
    status, out, err = office("nakijken", "bestaat-niet", "--json")
    assert (status, out) == (1, "")
    assert err.count("\n") == 1


def test_a_folder_where_a_file_is_meant_and_another_ending_are_refused(office, tmp_path):
    held = next(a for a in as_json(office, "afspraken") if a["status"] == "gehouden")
    for command in ("verslag", "dossier"):
        for target in (tmp_path, tmp_path / "naam.odt", tmp_path / ("x" * 300 + ".docx")):
            status, out, err = office(command, held["id"], "--naar", str(target))
            assert (status, out, err.count("\n")) == (1, "", 1)
    assert not list(tmp_path.glob("*.docx"))
    assert not list(tmp_path.parent.glob(f"{tmp_path.name}.*"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk to write to")
def test_a_full_disk_behind_the_output_is_said_in_one_line(office, tmp_path):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "gesprekshulp", "--map", str(tmp_path / "map"), "klanten"],
            cwd=Path(__file__).parents[2], stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.decode().count("\n") == 1
    assert "ruimte" in done.stderr.decode()


def test_an_archive_that_cannot_be_read_is_said_in_one_line(office, tmp_path):
    archive = tmp_path / "map" / "archief.db"
    archive.write_bytes(os.urandom(archive.stat().st_size))
    done = subprocess.run(
        [sys.executable, "-m", "gesprekshulp", "--map", str(tmp_path / "map"), "klanten"],
        cwd=Path(__file__).parents[2], capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().count("\n") == 1

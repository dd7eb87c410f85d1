"""JSON lines in, JSON lines out: every line is answered or refused, as it comes."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from gesprekshulp.app import main

TERM = {"tekst": "uiterlijk vrijdag", "peildatum": "2026-03-12"}
NOTE = {"id": "a", "tekst": "Ik stuur morgen de offerte.", "datum": "2026-03-12"}


def feed(monkeypatch, *lines: object) -> None:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    monkeypatch.setattr("sys.stdin", io.StringIO(text + "\n"))


def test_terms_are_a_stream(monkeypatch, capsys):
    feed(
        monkeypatch,
        {"tekst": "uiterlijk vrijdag", "peildatum": "2026-03-12"},
        {"tekst": "zsm", "peildatum": "2026-03-12"},
    )
    assert main(["termijn"]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first == {"tekst": "uiterlijk vrijdag", "termijn": "2026-03-13", "vrijblijvend": False}
    assert (second["termijn"], second["vrijblijvend"]) == (None, True)


def test_notes_are_a_stream(monkeypatch, capsys):
    note = {
        "id": "a", "tekst": "Ik stuur morgen de offerte.", "datum": "2026-03-12",
        "adviseurs": ["Steven"], "klanten": ["Annet Vos"],
    }  # fmt: skip
    feed(monkeypatch, note, "", note)
    assert main(["herken"]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first == second
    (promise,) = first["toezeggingen"]
    assert (promise["door"], promise["termijn"], promise["vrijblijvend"]) == (
        "adviseur", "2026-03-13", False,
    )  # fmt: skip


@pytest.mark.parametrize("line", ["geen json", "[]", "{}", '{"tekst": 3}'])
@pytest.mark.parametrize("command", ["termijn", "herken"])
def test_a_line_that_is_no_record_is_named(monkeypatch, capsys, command, line):
    feed(monkeypatch, line)
    assert main([command]) == 1
    assert "egel 1" in capsys.readouterr().err


def answers(capsys) -> tuple[list[dict[str, object]], str]:
    shown = capsys.readouterr()
    return [json.loads(line) for line in shown.out.splitlines()], shown.err


def test_a_refused_line_is_answered_in_its_place_and_the_others_go_on(monkeypatch, capsys):
    feed(monkeypatch, TERM, "{kapot", {"tekst": "vrijdag", "peildatum": "30-02-2026"}, TERM)
    assert main(["termijn"]) == 1
    found, complaint = answers(capsys)
    assert [one["termijn"] for one in found] == ["2026-03-13", None, None, "2026-03-13"]
    assert [one["tekst"] for one in found] == [TERM["tekst"], None, "vrijdag", TERM["tekst"]]
    assert "geen JSON-object" in str(found[1]["geweigerd"])
    assert "peildatum" in str(found[2]["geweigerd"])
    assert complaint == (
        "2 regels zijn geweigerd (2, 3); regel 2: Dit is geen JSON-object met “tekst” en"
        " “peildatum”; herstel die regel.\n"
    )


def test_a_refused_note_keeps_its_identifier(monkeypatch, capsys):
    feed(monkeypatch, NOTE | {"datum": "morgen"}, NOTE)
    assert main(["herken"]) == 1
    found, complaint = answers(capsys)
    assert (found[0]["id"], found[0]["toezeggingen"]) == ("a", [])
    assert len(found[1]["toezeggingen"]) == 1  # type: ignore[arg-type]
    assert complaint.startswith("Regel 1 is geweigerd: Het veld “datum”")
    assert complaint.count("\n") == 1


@pytest.mark.parametrize(
    "line",
    [
        "[" * 100_000,
        '{"tekst": ' * 50_000,
        "NaN",
        '{"id": Infinity}',
        '{"id": [[]]}',
        "null",
        "\x00",
        '{"tekst": "x", "datum": 5}',
    ],
)
@pytest.mark.parametrize("command", ["termijn", "herken"])
def test_nonsense_is_refused_and_never_stops_the_stream(monkeypatch, capsys, command, line):
    feed(monkeypatch, line, TERM if command == "termijn" else NOTE)
    assert main([command]) == 1
    found, complaint = answers(capsys)
    assert "geweigerd" in found[0]
    assert "geweigerd" not in found[1]
    assert complaint.count("\n") == 1


def test_a_mark_before_the_first_line_is_no_part_of_it(monkeypatch, capsys):
    feed(monkeypatch, "\ufeff" + json.dumps(TERM))
    assert main(["termijn"]) == 0
    assert answers(capsys)[0][0]["termijn"] == "2026-03-13"


def test_stray_bytes_surrogates_and_nul_are_answered():
    strange = (
        b'{"tekst": "vrijdag \\ud83d", "peildatum": "2026-03-12"}\n'
        b'{"tekst": "vrijdag \xff", "peildatum": "2026-03-12"}\n'
        b'{"tekst": "vrij\\u0000dag", "peildatum": "2026-03-12"}\r\n'
    )
    done = subprocess.run(
        [sys.executable, "-m", "gesprekshulp", "termijn"],
        cwd=Path(__file__).parents[2], input=strange, capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    said = [json.loads(line)["tekst"] for line in done.stdout.decode("utf-8").splitlines()]
    assert said == ["vrijdag \ud83d", "vrijdag \ufffd", "vrij\0dag"]

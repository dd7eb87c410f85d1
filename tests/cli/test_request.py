"""A command line understood, or refused as wrong usage."""

from __future__ import annotations

import pytest

from gesprekshulp.app import main


@pytest.mark.parametrize(
    "words",
    [["onzin"], ["dossier"], ["verslag", "x"], ["klanten", "--onzin"], ["zoek"]],
)
def test_wrong_usage_is_status_two(run, words):
    status, out, err = run(*words)
    assert (status, out) == (2, "")
    assert "--help" in err


def test_a_wrong_day_is_wrong_usage(capsys):
    assert main(["--peildatum", "morgen", "klanten"]) == 2
    assert "2026-03-12" in capsys.readouterr().err


def test_help_is_dutch(capsys):
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert "gesprekshulp verslag AFSPRAAK" in out
    assert "usage" not in out


@pytest.mark.parametrize(
    "words", [["importeer", "--help"], ["-h"], ["verslag", "-h"], ["onzin", "--help"]]
)
def test_help_is_there_also_before_one_knows_what_a_command_wants(words, capsys):
    assert main(words) == 0
    assert "gesprekshulp importeer BESTAND..." in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        ["verslag", "x", "--naar", ""],
        ["verslag", "x", "--naar", "v.docx", "--sjabloon", ""],
        ["dossier", ""],
        ["dossier", "x", "--json", "--naar", "d.docx"],
        ["importeer", ""],
        ["--map", "", "klanten"],
        ["--map", ""],
        ["--peildatum", ""],
    ],
)
def test_an_empty_word_as_a_script_gives_it_is_wrong_usage(words, capsys):
    assert main(words) == 2
    shown = capsys.readouterr()
    assert (shown.out, shown.err.count("\n")) == ("", 1)

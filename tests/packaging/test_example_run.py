import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import example_run
import pytest
from messages import SetupError

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
# Plays the program: notes its arguments and answers like it.
PROGRAM = """#!{python}
import json, sys
from pathlib import Path
folder, verb, *rest = Path(sys.argv[5]), *sys.argv[6:]
if verb == "voorbeeld":
    folder.mkdir()
elif verb == "afspraken":
    one = dict(klant="Bakkerij", titel="Gesprek")
    print(json.dumps([
        dict(one, id="was", begin="2020-01-06T09:00:00+01:00", status="gehouden"),
        dict(one, id="wordt", begin="2199-01-06T09:00:00+01:00", status="gepland"),
    ]))
elif {fails!r} == verb:
    sys.exit("Het sjabloon ontbreekt.")
else:
    Path(rest[2]).write_text(verb + " " + rest[0])
"""


def appointment(id: str, begin: str, status: str) -> dict[str, str]:
    return {"id": id, "begin": begin, "status": status, "klant": "", "titel": ""}


@pytest.fixture
def program(tmp_path: Path):
    if os.name == "nt":
        pytest.skip("een script als programma bestaat niet op Windows")

    def make(fails: str = "") -> Path:
        path = tmp_path / "program"
        path.write_text(PROGRAM.format(python=sys.executable, fails=fails))
        path.chmod(0o755)
        return path

    return make


def test_the_dossier_is_of_the_next_appointment_and_the_report_of_the_last():
    coming, held = example_run.choose(
        [
            appointment("later", "2026-12-01T09:00:00+00:00", "gepland"),
            appointment("next", "2026-11-23T09:00:00", "gepland"),
            appointment("missed", "2026-11-01T09:00:00+00:00", "gepland"),
            appointment("long ago", "2025-11-01T09:00:00+00:00", "gehouden"),
            appointment("last", "2026-11-20T09:00:00+01:00", "gehouden"),
        ],
        NOW,
    )
    assert (coming["id"], held["id"]) == ("next", "last")


def test_an_example_without_a_held_appointment_is_refused():
    with pytest.raises(SetupError, match="geen gehouden afspraak"):
        example_run.choose([appointment("a", "2026-11-23T09:00:00", "gepland")], NOW)


def test_both_documents_are_made_and_a_second_time_starts_afresh(program, tmp_path: Path):
    folder = tmp_path / "voorbeeld-uitvoer"
    for _ in range(2):
        account = example_run.run(program(), folder)
    assert "geen scherm" in account
    assert (folder / "dossier.docx").read_text() == "dossier wordt"
    assert (folder / "verslag.docx").read_text() == "verslag was"


def test_what_the_program_refused_is_passed_on(program, tmp_path: Path):
    with pytest.raises(SetupError, match=r"bij 'verslag': Het sjabloon ontbreekt\."):
        example_run.run(program(fails="verslag"), tmp_path / "uit")

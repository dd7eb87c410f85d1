"""What reads Dutch is loaded quickly, and once it is warm no key waits for it."""

import os
import subprocess
import sys

import pytest

IMPORTED = """
import time
begun = time.process_time()
import gesprekshulp.language.{}
print(time.process_time() - begun)
"""
FIRST_NOTE = """
import time
from datetime import date
from gesprekshulp.language.commitments import Table, find_commitments, warm_up
warm_up()
begun = time.process_time()
table = Table(("Jan",), ("Els",))
found = find_commitments("Ik stuur u vrijdag de offerte.", table, date(2026, 3, 4))
assert found[0].day == date(2026, 3, 6)
print(time.process_time() - begun)
"""


def fastest(program: str, folder) -> float:
    """Processor seconds, the best of some fresh processes; the first writes the bytecode."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", program]
    runs = [subprocess.check_output(command, env=environment, text=True) for _ in range(6)]
    return min(map(float, runs[1:]))


@pytest.mark.parametrize(("module", "limit"), [("terms", 0.08), ("commitments", 0.15)])
def test_a_reader_is_imported_without_making_one_wait(module, limit, tmp_path):
    # 20 and 50 ms on a quiet machine; a busy one takes twice that
    assert fastest(IMPORTED.format(module), tmp_path) < limit


def test_the_first_note_after_warming_up_is_read_between_two_keys(tmp_path):
    assert fastest(FIRST_NOTE, tmp_path) < 0.01

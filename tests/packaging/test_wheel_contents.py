"""What the wheel carries besides the code."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOR_THE_README = {"beelden"}


def test_every_folder_of_resources_that_the_program_reads_is_in_the_wheel():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    carried = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    there = {one.name for one in (ROOT / "resources").iterdir() if one.is_dir()} - FOR_THE_README
    assert carried == {
        f"resources/{name}": f"gesprekshulp/resources/{name}" for name in sorted(there)
    }

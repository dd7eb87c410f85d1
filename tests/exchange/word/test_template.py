import importlib.util
import subprocess
import sys

import pytest

from gesprekshulp.paths import resource
from tests.exchange.word.examples import remarks

ROOT = resource("word").parent.parent
SCRIPT = ROOT / "packaging" / "make_template.py"


@pytest.mark.parametrize("name", ["verslag.docx", "dossier.docx"])
def test_a_strict_validator_finds_nothing_in_our_own_template(name, tmp_path):
    assert remarks(resource("word", name).read_bytes(), tmp_path) == []


def test_the_templates_are_what_their_script_makes():
    spec = importlib.util.spec_from_file_location("make_template", SCRIPT)
    script = importlib.util.module_from_spec(spec)
    sys.modules["make_template"] = script
    spec.loader.exec_module(script)
    for name, (look, title) in script.TEMPLATES.items():
        assert resource("word", name).read_bytes() == script.template(look, title), name


def test_a_report_in_our_own_template_needs_no_word_library():
    code = (
        "import sys; from gesprekshulp.exchange.word import report, dossier;"
        "sys.exit(any(name in sys.modules for name in ('docx', 'lxml', 'docxtpl')))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == 0

import hashlib
import json
import os
from pathlib import Path

import pip_wheel
import pytest
from messages import SetupError
from pip_wheel import Found

WHEEL = "pip-26.1-py3-none-any.whl"


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch):
    """Without what this machine has set for pip."""
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)


def index(folder: Path, page: str) -> str:
    (folder / "pip").mkdir(parents=True)
    (folder / "pip" / "index.html").write_text(page)
    (folder / "pip" / WHEEL).write_bytes(b"wheel")
    return folder.as_uri()


def offered(name: str, requires: str = "") -> Found:
    return Found(f"https://index.example/{name}", name, "", requires)


def test_the_newest_release_that_runs_here_is_chosen():
    chosen = pip_wheel.newest(
        [
            offered("pip-9.0-py2.py3-none-any.whl"),
            offered("pip-26.10-py3-none-any.whl", ">=3.9"),
            offered("pip-26.9-py3-none-any.whl", ">=3.9"),
            offered("pip-27.0b1-py3-none-any.whl"),
            offered("pip-99.0-py3-none-any.whl", ">=3.99"),
            offered("pip-98.0.tar.gz"),
        ]
    )
    assert chosen is not None
    assert chosen.name == "pip-26.10-py3-none-any.whl"


def test_an_index_without_a_usable_pip_gives_none():
    assert pip_wheel.newest([offered("pip-99.0-py3-none-any.whl", ">=3.99")]) is None


def test_settings_come_from_pips_files_and_the_variables_win(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    own = tmp_path / "pip.conf"
    own.write_text(
        "[global]\nindex-url = https://a.example\nextra_index_url =\n  https://b.example\n"
    )
    monkeypatch.setenv("PIP_CONFIG_FILE", str(own))
    assert pip_wheel.indexes(pip_wheel.read_settings()) == [
        "https://a.example",
        "https://b.example",
    ]
    monkeypatch.setenv("PIP_INDEX_URL", "https://c.example")
    assert pip_wheel.indexes(pip_wheel.read_settings()) == [
        "https://c.example",
        "https://b.example",
    ]


def test_nothing_set_means_that_the_system_brings_pip():
    assert pip_wheel.indexes(pip_wheel.read_settings()) == []


@pytest.mark.parametrize("form", ["json", "html"])
def test_pip_is_fetched_from_either_form_of_index(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    sha256 = hashlib.sha256(b"wheel").hexdigest()
    pages = {
        "json": json.dumps(
            {"files": [{"filename": WHEEL, "url": WHEEL, "hashes": {"sha256": sha256}}]}
        ),
        "html": f'<a href="{WHEEL}#sha256={sha256}" data-requires-python="&gt;=3.9">{WHEEL}</a>',
    }
    monkeypatch.setenv("PIP_INDEX_URL", index(tmp_path / "index", pages[form]))
    assert pip_wheel.download(tmp_path).read_bytes() == b"wheel"


def test_a_damaged_pip_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    page = f'<a href="{WHEEL}#sha256={"0" * 64}">{WHEEL}</a>'
    monkeypatch.setenv("PIP_INDEX_URL", index(tmp_path / "index", page))
    with pytest.raises(SetupError, match="beschadigd"):
        pip_wheel.download(tmp_path)
    assert not (tmp_path / WHEEL).exists()


def test_an_index_that_is_missing_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PIP_INDEX_URL", (tmp_path / "nowhere").as_uri())
    second = index(tmp_path / "index", f'<a href="{WHEEL}">{WHEEL}</a>')
    monkeypatch.setenv("PIP_EXTRA_INDEX_URL", second)
    assert pip_wheel.download(tmp_path).name == WHEEL


def test_no_index_at_all_asks_for_a_connection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PIP_INDEX_URL", (tmp_path / "nowhere").as_uri())
    with pytest.raises(SetupError, match="maak verbinding met internet"):
        pip_wheel.download(tmp_path)

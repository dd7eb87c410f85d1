from pathlib import Path

import bare_root
import pytest

ONE_LINE = (
    "# deb http://old.example/debian x main\ndeb [arch=amd64] http://a.example/debian x main\n"
)
STANZA = "Types: deb\nURIs: https://b.example/debian/\nSuites: bookworm\n"
OTHER = "Types: deb\nURIs: https://c.example/tools\n"


@pytest.mark.parametrize(
    ("name", "text", "mirror"),
    [
        ("sources.list", ONE_LINE, "http://a.example/debian"),
        ("sources.list.d/debian.sources", STANZA, "https://b.example/debian/"),
        ("sources.list.d/tools.sources", OTHER, ""),
    ],
)
def test_the_mirror_is_the_one_apt_uses(name: str, text: str, mirror: str, tmp_path: Path):
    (tmp_path / "sources.list.d").mkdir()
    (tmp_path / name).write_text(text)
    assert bare_root.apt_mirror(tmp_path) == mirror

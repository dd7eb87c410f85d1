"""Render every kind of document in our own template and three house styles, to look at.

    python packaging/render_documents.py FOLDER

Makes a .docx, a .pdf and a .png a page of each. Needs LibreOffice and poppler-utils.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import house_styles  # noqa: E402

from gesprekshulp.domain.language import Language  # noqa: E402
from gesprekshulp.domain.papers.kinds import compose  # noqa: E402
from gesprekshulp.exchange.word.report import build_paper  # noqa: E402
from tests.bench.word import long_report  # noqa: E402
from tests.exchange.word.kinds import FULL, KINDS, built  # noqa: E402

DOTS = 60


def documents() -> dict[str, bytes]:
    """Each document by the name of its file."""
    made: dict[str, bytes] = {}
    templates = {"eigen": None} | {name: make() for name, make in house_styles.STYLES.items()}
    long = long_report()
    for style, template in templates.items():
        for kind in KINDS:
            made[f"{style}-{kind}"] = built(kind, template, times=6)
        lengthy = compose(long, contents=True)
        made[f"{style}-lang"] = build_paper(lengthy, long, template=template)
    english = replace(FULL, language=Language.ENGLISH)
    made["eigen-engels"] = build_paper(compose(english), english)
    return made


def render(folder: Path, made: dict[str, bytes]) -> None:
    """Write the documents and turn them into pages."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in made.items():
        (folder / f"{name}.docx").write_bytes(data)
    office = shutil.which("soffice")
    if office is None:
        raise SystemExit("LibreOffice is needed: apt-get install libreoffice-writer")
    profile = (folder / "profiel").resolve()
    subprocess.run(
        [
            office, f"-env:UserInstallation={profile.as_uri()}", "--headless",
            "--convert-to", "pdf", "--outdir", str(folder),
            *(str(folder / f"{name}.docx") for name in made),
        ],
        check=True, capture_output=True, timeout=600, env={**os.environ, "HOME": str(folder)},
    )  # fmt: skip
    shutil.rmtree(profile, ignore_errors=True)
    for name in made:
        target = folder / name
        subprocess.run(
            ["pdftoppm", "-r", str(DOTS), "-png", f"{target}.pdf", str(target)], check=True
        )


def main() -> None:
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    folder = Path(sys.argv[1])
    render(folder, documents())
    print(f"{len(list(folder.glob('*.png')))} pages in {folder}")


if __name__ == "__main__":
    main()

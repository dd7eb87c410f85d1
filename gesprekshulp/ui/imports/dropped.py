"""Files dropped on the window: some can be taken in, the rest is told where to go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gesprekshulp.ui.context import Desk

ENDINGS = (".ics", ".ical", ".vcf", ".vcard", ".csv", ".tsv", ".txt", ".xlsx", ".eml")
"""What can be taken in, by the end of its name."""

# Nearly the same: the import page says how to save these so that they can be taken in.
_NEARLY = (".vcs", ".ifb", ".tab", ".xls", ".xlsm", ".xlsb", ".msg")
_MOST = 200


def take_dropped(desk: Desk, paths: Sequence[Path]) -> None:
    """Look at what was dropped on the window; of a folder at the files in it."""
    files: list[Path] = []
    for path in paths:
        files += _files_in(path) if path.is_dir() else [path]
    if any(_is_for_import(file) for file in files):
        wanted = [file for file in files if _is_for_import(file)]
        # What was dropped by name is shown as refused; the rest of a folder is not asked for.
        named = [file for file in paths if file in files and file not in wanted]
        desk.go("inlezen", files=[*wanted, *named][:_MOST])
    else:
        desk.error(_where_to(paths))


def _is_for_import(path: Path) -> bool:
    return path.suffix.lower() in (*ENDINGS, *_NEARLY)


def _files_in(folder: Path) -> list[Path]:
    try:
        return sorted(file for file in folder.iterdir() if file.is_file() and _is_for_import(file))
    except OSError:
        return []


def _where_to(paths: Sequence[Path]) -> str:
    first = paths[0]
    if len(paths) == 1 and first.is_dir():
        return (
            f"In de map “{first.name}” staat niets om in te lezen: geen agenda’s (.ics),"
            " visitekaartjes (.vcf), tabellen (.csv, .xlsx) of mails (.eml)."
        )
    what = f"“{first.name}” is" if len(paths) == 1 else f"Deze {len(paths)} bestanden zijn"
    it = "het" if len(paths) == 1 else "ze"
    return (
        f"{what} niet om in te lezen. Laat {it} los op een klant, afspraak, toezegging of verslag;"
        f" dan bewaart Gesprekshulp {it} daar als stuk."
    )

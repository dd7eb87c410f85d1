"""Files dropped on the window: some can be taken in, the rest is told where to go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gesprekshulp.domain.attachment import OwnerKind
from gesprekshulp.ui.attachments.keeping import FileOwner, keep_files
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.undo_toast import did

ENDINGS = (".ics", ".ical", ".vcf", ".vcard", ".csv", ".tsv", ".txt", ".xlsx", ".eml")
"""What can be taken in, by the end of its name."""

# Nearly the same: the import page says how to save these so that they can be taken in.
_NEARLY = (".vcs", ".ifb", ".tab", ".xls", ".xlsm", ".xlsb", ".msg")
_MOST = 200
_HERE = {OwnerKind.CLIENT: "deze klant", OwnerKind.APPOINTMENT: "deze afspraak"}


def take_dropped(desk: Desk, paths: Sequence[Path], owner: FileOwner | None = None) -> None:
    """Look at what was dropped on the window; of a folder at the files in it.

    With an `owner`, that of the page in view, it is kept there as a stuk, but for what can only be
    meant for the calendar, the address book or the contacts.
    """
    if owner is not None:
        kept = [path for path in paths if not path.is_dir() and not _is_no_file_to_keep(path)]
        if kept:
            keep_files(
                desk, owner, kept, lambda said, batches: did(desk, said, *batches),
                where=f"bij {_HERE.get(owner.kind, 'deze toezegging')}",
            )  # fmt: skip
        paths = [path for path in paths if path not in kept]
        if not paths:
            return
    files: list[Path] = []
    for path in paths:
        files += _files_in(path) if path.is_dir() else [path]
    if any(_is_for_import(file) for file in files):
        wanted = [file for file in files if _is_for_import(file)]
        # What was dropped by name is shown as refused; the rest of a folder is not asked for.
        named = [file for file in paths if file in files and file not in wanted]
        client = owner.client_id if owner else None
        desk.go("inlezen", files=[*wanted, *named][:_MOST], client_id=client)
    else:
        desk.error(_where_to(paths))


def _is_no_file_to_keep(path: Path) -> bool:
    return path.suffix.lower() in (".ics", ".ical", ".vcs", ".vcf", ".vcard", ".eml")


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

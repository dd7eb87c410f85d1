"""What a file is: its kind by content first and by name after that, and what makes it unusable."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from enum import Enum, auto
from io import BytesIO
from math import ceil
from pathlib import Path

from gesprekshulp.domain.errors import UserError

MAX_BYTES = 50 * 1024 * 1024
# A spreadsheet of 50 MB that unpacks to more than this is made to do harm, not to be read.
MAX_UNPACKED = 400 * 1024 * 1024

READABLE = "agenda's (.ics), contactkaarten (.vcf), tabellen (.csv en .xlsx) en berichten (.eml)"


class UnreadableFile(UserError):
    """A file that cannot be read in. `line` is where it goes wrong, counted from 1, when known."""

    def __init__(self, name: str, reason: str, line: int | None = None) -> None:
        where = f" (regel {line})" if line else ""
        super().__init__(f"“{name}”{where} {reason}")
        self.name = name
        self.reason = reason
        self.line = line


class FileKind(Enum):
    """What a file holds, and so which reader takes it."""

    CALENDAR = auto()
    CARDS = auto()
    TEXT_TABLE = auto()
    SHEET = auto()
    MAIL = auto()


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read in: its name as the user knows it, and its bytes."""

    name: str
    data: bytes


def load(path: Path) -> SourceFile:
    """The file at this path. Raises UnreadableFile when it is not there, too large or locked."""
    name = path.name or str(path)
    try:
        if path.is_dir():
            raise UnreadableFile(name, "is een map; kies de bestanden die erin staan.")
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise _too_large(name, size)
        return SourceFile(name, path.read_bytes())
    except FileNotFoundError as error:
        raise UnreadableFile(name, "is er niet; kijk of de naam en de map kloppen.") from error
    except (OSError, ValueError) as error:
        raise UnreadableFile(
            name, "kan niet worden geopend; kijk of u het bestand mag lezen."
        ) from error


def check_size(name: str, data: bytes) -> None:
    """Raise UnreadableFile for a file without content, or one over 50 MB."""
    if len(data) > MAX_BYTES:
        raise _too_large(name, len(data))
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UnreadableFile(name, "is leeg; er is niets om in te lezen.")


def _too_large(name: str, size: int) -> UnreadableFile:
    return UnreadableFile(
        name,
        f"is {ceil(size / 1024 / 1024)} MB; een bestand mag hoogstens 50 MB zijn."
        " Verdeel het over kleinere bestanden.",
    )


_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "een pdf-bestand"),
    (b"\x89PNG", "een afbeelding"),
    (b"\xff\xd8\xff", "een afbeelding"),
    (b"GIF8", "een afbeelding"),
    (b"RIFF", "een geluids- of beeldbestand"),
    (b"Rar!", "een ingepakt archief"),
    (b"7z\xbc\xaf", "een ingepakt archief"),
    (b"\x1f\x8b", "een ingepakt archief"),
    (b"MZ", "een programma"),
    (b"\x7fELF", "een programma"),
    (b"SQLite format 3", "een database"),
    (b"{\\rtf", "een opgemaakte tekst (.rtf)"),
)
_MAIL_HEADERS = (
    b"from:", b"to:", b"received:", b"return-path:", b"message-id:", b"mime-version:", b"subject:",
    b"date:", b"delivered-to:", b"x-mozilla-status:", b"content-type:",
)  # fmt: skip
_BY_ENDING = {
    ".ics": FileKind.CALENDAR,
    ".ical": FileKind.CALENDAR,
    ".ifb": FileKind.CALENDAR,
    ".vcs": FileKind.CALENDAR,
    ".vcf": FileKind.CARDS,
    ".vcard": FileKind.CARDS,
    ".csv": FileKind.TEXT_TABLE,
    ".tsv": FileKind.TEXT_TABLE,
    ".tab": FileKind.TEXT_TABLE,
    ".txt": FileKind.TEXT_TABLE,
    ".xlsx": FileKind.SHEET,
    ".xlsm": FileKind.SHEET,
    ".eml": FileKind.MAIL,
}


def foreign_kind(data: bytes) -> str:
    """What these bytes are when they are nothing we read, in words; empty when they may be ours."""
    for mark, words in _FOREIGN:
        if data.startswith(mark):
            return words
    return ""


def kind_of(name: str, data: bytes) -> FileKind:
    """Which reader takes this file. Raises UnreadableFile when none does, or it is broken."""
    check_size(name, data)
    ending = Path(name).suffix.lower()
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableFile(name, _old_office(ending))
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped_kind(name, data, ending)
    if words := foreign_kind(data):
        raise UnreadableFile(name, f"is {words}; inlezen kan uit {READABLE}.")
    if ending == ".xlsx" or ending == ".xlsm":
        raise UnreadableFile(
            name, "is geen Excel-werkmap, of is beschadigd; sla het opnieuw op als .xlsx."
        )
    # Every other byte of UTF-16 is a zero; without them its marks read as those of plain text.
    start = data[:4096].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if start.startswith((b"begin:vcalendar", b"begin:vevent")):
        return FileKind.CALENDAR
    if start.startswith(b"begin:vcard"):
        return FileKind.CARDS
    if ending in _BY_ENDING:
        return _BY_ENDING[ending]
    if start.startswith(_MAIL_HEADERS):
        return FileKind.MAIL
    raise UnreadableFile(name, f"kan niet worden ingelezen; wel kan dat uit {READABLE}.")


def _old_office(ending: str) -> str:
    if ending == ".msg":
        return "is een Outlook-bericht (.msg); sla het bericht op als .eml of als tekst."
    if ending in (".doc", ".ppt"):
        return f"is een document ({ending}); inlezen kan uit {READABLE}."
    return (
        "is een oude Excel-werkmap (.xls) of een werkmap met een wachtwoord;"
        " sla die zonder wachtwoord op als .xlsx of .csv."
    )


def _zipped_kind(name: str, data: bytes, ending: str) -> FileKind:
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            names = {entry.filename.lower().replace("\\", "/") for entry in packed.infolist()}
            unpacked = sum(entry.file_size for entry in packed.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        sheet = ending in (".xlsx", ".xlsm")
        raise UnreadableFile(
            name,
            "is een beschadigde of afgebroken Excel-werkmap; sla die opnieuw op als .xlsx."
            if sheet
            else "is een beschadigd of afgebroken bestand; sla het opnieuw op.",
        ) from error
    if not any(entry.startswith("xl/") for entry in names):
        words = "een Word-document" if "word/document.xml" in names else "een ingepakt archief"
        raise UnreadableFile(name, f"is {words}; inlezen kan uit {READABLE}.")
    if "xl/workbook.bin" in names:
        raise UnreadableFile(name, "is een binaire Excel-werkmap (.xlsb); sla die op als .xlsx.")
    if unpacked > MAX_UNPACKED:
        raise UnreadableFile(
            name, "is uitgepakt te groot om in te lezen; verdeel het over kleinere werkmappen."
        )
    return FileKind.SHEET

"""What every Word file has in common when it is written: its name, and the house style."""

from __future__ import annotations

from pathlib import Path

from gesprekshulp.domain.errors import UserError
from gesprekshulp.storage.archive import Work


def word_path(path: Path) -> Path:
    """The path with ".docx" behind it when it had no end. Raises UserError for another end."""
    if not path.suffix:
        return path.with_name(f"{path.name}.docx")
    if path.suffix.lower() != ".docx":
        raise UserError(
            f"Een document wordt een Word-bestand; laat de naam “{path.name}” op .docx eindigen."
        )
    return path


def house_style(work: Work, template: Path | None = None) -> bytes | None:
    """The firm's own template: the given file, else that of the settings, else None for ours."""
    if template is not None:
        return template_bytes(template)
    settings = work.settings.load()
    return work.attachments.content(settings.template) if settings.template else None


def template_bytes(path: Path) -> bytes:
    """A template as its bytes. Raises UserError when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(
            f"Het sjabloon {path} kan niet worden gelezen; kijk of het bestand er staat."
        ) from error


def safe_name(words: str) -> str:
    """Words as the name of a file: without what a file system refuses."""
    safe = "".join(" " if sign in '<>:"/\\|?*' or ord(sign) < 32 else sign for sign in words)
    return " ".join(safe.split()).rstrip(".")

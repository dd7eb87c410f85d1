"""What documents have in common when they are written: their name, and the house style."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.paper import OutPaper
from gesprekshulp.services.files import require_no_folder
from gesprekshulp.storage.archive import Work

MakePdf = Callable[[OutPaper], bytes]
"""Makes the PDF of a document. Qt does that, so the window or the command line gives it."""


def document_path(path: Path, *, with_pdf: bool = False) -> Path:
    """The path with ".docx" behind it when it had no end. Raises UserError for another end.

    A path may end on ".pdf" as well where a PDF can be made.
    """
    require_no_folder(path)
    if not path.suffix:
        return path.with_name(f"{path.name}.docx")
    if path.suffix.lower() == ".docx" or (with_pdf and is_pdf(path)):
        return path
    ends = ".docx of .pdf" if with_pdf else ".docx"
    kinds = "een Word-bestand of een PDF" if with_pdf else "een Word-bestand"
    raise UserError(f"Een document wordt {kinds}; laat de naam “{path.name}” op {ends} eindigen.")


def is_pdf(path: Path) -> bool:
    """Whether a file of that name is a PDF."""
    return path.suffix.lower() == ".pdf"


def require_no_template(template: Path | None) -> None:
    """Raise UserError for a firm's own template with a PDF: a PDF has our own layout."""
    if template is not None:
        raise UserError(
            f"Een sjabloon zoals {template.name} geldt voor Word; laat het weg, of laat de naam"
            " van het bestand op .docx eindigen."
        )


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

"""A firm's own .docx or .dotx: opened with suspicion, and made ready to be filled."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from gesprekshulp.exchange.word.errors import TemplateRefused
from gesprekshulp.exchange.word.house_outside import refuse_outside
from gesprekshulp.exchange.word.house_package import Package, damaged
from gesprekshulp.exchange.word.package import CONTENT_TYPES, DOCUMENT
from gesprekshulp.exchange.word.tree import w

MAX_BYTES = 20 * 1024 * 1024
_MAX_UNPACKED = 10 * MAX_BYTES
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"

# Numbers of the sittings in which somebody worked on the template.
_SITTINGS = re.compile(rb'<w:rsid\s[^>]*/>|\s+w:rsid\w*="[0-9A-Fa-f]{1,8}"')


def opened(data: bytes) -> Package:
    """The template as a package of a plain document. Raises TemplateRefused with the reason.

    What would tell about a laptop (revision numbers, the path of an attached template, a thumbnail)
    is left behind.
    """
    package = Package(_unpacked(data))
    _refuse_macros(package)
    if DOCUMENT not in package.parts or CONTENT_TYPES not in package.parts:
        raise _no_word_file()
    refuse_outside(package)
    types = package.parts[CONTENT_TYPES].decode("utf-8", "replace")
    package.parts[CONTENT_TYPES] = types.replace(_TEMPLATE, _MAIN).encode()
    package.drop("thumbnail")
    # Word 2010's second copy of the styles would contradict the styles that are added.
    package.drop("stylesWithEffects", DOCUMENT)
    settings = package.related("settings")
    if settings:
        _without_traces(package, settings)
    for name, part in package.parts.items():
        if name.startswith("word/") and name.endswith(".xml"):
            package.parts[name] = _SITTINGS.sub(b"", part)
    return package


def _unpacked(data: bytes) -> dict[str, bytes]:
    if len(data) > MAX_BYTES:
        raise TemplateRefused(
            "Het sjabloon is groter dan 20 MB; verklein de afbeeldingen erin en kies het opnieuw."
        )
    if data.startswith(_OLD_WORD):
        raise TemplateRefused(
            "Het sjabloon is een oud .doc-bestand of heeft een wachtwoord; bewaar het in Word als"
            " .docx of .dotx zonder wachtwoord en kies het opnieuw."
        )
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MAX_UNPACKED:
                raise TemplateRefused(
                    "Het sjabloon is uitgepakt groter dan 200 MB; kies een kleiner bestand."
                )
            return {name: archive.read(name) for name in archive.namelist() if name[-1:] != "/"}
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError):
        raise _no_word_file() from None
    except (OSError, ValueError):
        raise damaged() from None


def _refuse_macros(package: Package) -> None:
    types = package.parts.get(CONTENT_TYPES, b"").lower()
    has_code = any(
        name.lower().endswith(("vbaproject.bin", "vbadata.xml")) for name in package.parts
    )
    if has_code or b"macroenabled" in types:
        raise TemplateRefused(
            "Het sjabloon bevat macro's; bewaar het in Word als .docx of .dotx zonder macro's en"
            " kies het opnieuw."
        )


def _without_traces(package: Package, settings: str) -> None:
    tree = package.tree(settings)
    for name in ("rsids", "attachedTemplate", "documentProtection", "proofState"):
        for found in tree.findall(w(name)):
            tree.remove(found)
    package.put(settings, tree)
    package.drop("attachedTemplate", settings)


def _no_word_file() -> TemplateRefused:
    return TemplateRefused(
        "Het sjabloon is geen Word-bestand; kies een bestand dat in Word als .docx of .dotx is"
        " bewaard."
    )

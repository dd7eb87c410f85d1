"""Changing the office's settings, with the logo and the house style kept in the archive."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from gesprekshulp.domain.adviser import Adviser
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AdviserId, new_id
from gesprekshulp.domain.settings import Settings
from gesprekshulp.storage.archive import Archive, Work

_LOGO_BYTES = 5 * 1024 * 1024
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_MAIL = re.compile(r"[^\s@]+@[^\s@]+")
_LEAST_CONTRAST = 4.5  # for text of ordinary size (WCAG 2.1)
_TIME = re.compile(r"([01]?\d|2[0-3]):[0-5]\d")


def mail_problem(text: str) -> str:
    """What is wrong with a mail address that was typed, in one sentence; "" when nothing is."""
    if not text.strip() or _MAIL.fullmatch(text.strip()):
        return ""
    return "Dit is geen e-mailadres. Schrijf het zoals naam@kantoor.nl; nu wordt het niet bewaard."


def colour_problem(colour: str) -> str:
    """Why a colour cannot be used in documents, in one sentence; "" when it can."""
    if not _COLOUR.fullmatch(colour):
        return "De kleur is een # met zes tekens, bijvoorbeeld #0E6470."
    found = contrast_with_white(colour)
    if found >= _LEAST_CONTRAST:
        return ""
    times = f"{found:.1f}".replace(".", ",")
    return (
        f"De kleur {colour.upper()} is te licht om op wit papier te lezen: het contrast is {times}"
        " en moet 4,5 zijn. Kies een donkerder kleur."
    )


def load(archive: Archive) -> Settings:
    """The settings as they are."""
    with archive.reading() as work:
        return work.settings.load()


def save(archive: Archive, settings: Settings) -> Settings:
    """Keep the settings; the user's own name also becomes that of the adviser at the table."""
    for colour in (settings.accent, settings.second):
        if problem := colour_problem(colour):
            raise UserError(problem)
    for moment in (settings.quiet_from, settings.quiet_until):
        if moment and not _TIME.fullmatch(moment):
            raise UserError(f"“{moment}” is geen tijd; schrijf de stille uren als 18:00.")
    with archive.transaction() as work:
        work.settings.save(settings)
        _keep_own_adviser(work, settings)
    return settings


def set_logo(archive: Archive, path: Path, drawn: bytes | None = None) -> Settings:
    """Keep a picture (png or jpg) as the logo on documents.

    Of an svg, which Word does not show everywhere, `drawn` is the same picture as a png.
    """
    content = _read(path, _LOGO_BYTES, "Het logo") if drawn is None else drawn
    if not content.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        raise UserError(
            f"“{path.name}” is geen png, jpg of svg. Kies een logo in een van die vormen."
        )
    with archive.transaction() as work:
        sha = work.attachments.keep_bytes(content)
        settings = replace(work.settings.load(), logo=sha, logo_name=path.name)
        work.settings.save(settings)
    return settings


def contrast_with_white(colour: str) -> float:
    """The contrast of a colour ("#0E6470") with white paper, 1 to 21.

    After the definition of contrast ratio in WCAG 2.1; text needs 4.5.
    """

    def linear(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[place : place + 2], 16)) for place in (1, 3, 5))
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return 1.05 / (luminance + 0.05)


def _read(path: Path, limit: int, what: str) -> bytes:
    try:
        if path.stat().st_size > limit:
            raise UserError(f"{what} mag hoogstens {limit // 1024 // 1024} MB groot zijn.")
        return path.read_bytes()
    except OSError as error:
        raise UserError(f"“{path.name}” is niet te lezen. Kies een ander bestand.") from error


def _keep_own_adviser(work: Work, settings: Settings) -> None:
    own = work.advisers.own() or Adviser(AdviserId(new_id()), "", is_self=True)
    if settings.own_name:
        work.advisers.save(
            replace(
                own,
                name=settings.own_name,
                role=settings.own_role,
                email=settings.own_email,
                phone=settings.own_phone,
            )
        )

"""The firm's own template and the look of documents without one: tried before a report goes out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.house_style import StyleCheck
from gesprekshulp.domain.paper import Paper
from gesprekshulp.domain.papers.report import report_paper
from gesprekshulp.domain.papers.sample import sample_report
from gesprekshulp.domain.settings import Settings
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.files import write_file
from gesprekshulp.services.identity import firm_identity
from gesprekshulp.services.word_files import document_path, template_bytes
from gesprekshulp.storage.archive import Archive

_LARGEST = 20 * 1024 * 1024


def check(archive: Archive, clock: Clock, path: Path | None = None) -> StyleCheck:
    """Look a template through: the given file, or the one in the settings.

    Raises TemplateRefused for a file that may not be used at all, such as one with macros, and
    UserError when there is none.
    """
    from gesprekshulp.exchange.word.house_check import check_template  # Word when it is used

    with archive.reading() as work:
        firm = firm_identity(work)
        kept = work.settings.load().template
        content = work.attachments.content(kept) if kept and path is None else b""
    if path is not None:
        content = _read(path)
    elif not content:
        raise UserError("Er is nog geen huisstijl gekozen; kies eerst een Word-bestand.")
    return check_template(content, sample_report(firm, clock.today()))


def take(archive: Archive, clock: Clock, path: Path) -> tuple[Settings, StyleCheck]:
    """Keep a firm's own Word file as the house style, when a report can be made with it.

    The settings are as they were when the check found something wrong. Raises TemplateRefused.
    """
    found = check(archive, clock, path)
    with archive.transaction() as work:
        settings = work.settings.load()
        if found.is_usable:
            sha = work.attachments.keep_bytes(_read(path))
            settings = replace(settings, template=sha, template_name=path.name)
            work.settings.save(settings)
    return settings, found


def write_example(archive: Archive, path: Path, *, with_placeholders: bool) -> Path:
    """Write a template to start from, of one of the two ways; explained in resources/hulp."""
    from gesprekshulp.exchange.word.house_example import example_template  # Word when it is used

    target = document_path(path)
    with archive.reading() as work:
        firm = firm_identity(work)
    return write_file(target, example_template(firm, with_placeholders=with_placeholders))


def sample_paper(archive: Archive, clock: Clock) -> Paper:
    """An invented report in the look of the settings, to show what they do."""
    with archive.reading() as work:
        firm = firm_identity(work)
    known = replace(firm, name=firm.name or "Uw kantoor", adviser=firm.adviser or "Uw naam")
    return report_paper(sample_report(known, clock.today()))


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise UserError(
                "Het sjabloon is groter dan 20 MB; verklein de afbeeldingen erin en kies het"
                " opnieuw."
            )
    except OSError:
        return template_bytes(path)
    return template_bytes(path)

"""What the page shows, out to a table, a document or a calendar."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from gesprekshulp.domain.dutch_dates import day_and_year
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import CommitmentId
from gesprekshulp.services.commitment_filter import Names
from gesprekshulp.services.commitment_list import Group, Wanted
from gesprekshulp.ui.background import Job
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.outside import ask_target, tell_written
from gesprekshulp.ui.widgets.progress import BusyStrip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gesprekshulp.services.clock import Clock
    from gesprekshulp.storage.archive import Archive

Report = Callable[[int, int], None]


class Exporter:
    """Writes files in the background; `strip` shows how far it is and stops it."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk = desk
        self._parent = parent
        self._job: Job | None = None
        self.strip = BusyStrip()
        self.strip.cancelled.connect(self.cancel)

    def ask(
        self, end: str, title: str, wanted: Wanted, names: Names, span: Group | None = None
    ) -> None:
        """Ask where the file goes and write what is shown there; `span` are the days of a board."""
        today = day_and_year(self._desk.today())
        if end == ".ics":
            title = "Toezeggingen voor de agenda"
        target = ask_target(self._parent, "Exporteren", f"{title} {today}", end)
        if target is None:
            return
        self.cancel()
        self.strip.start(f"{target.name} wordt gemaakt …")
        run, archive, clock = self._desk.background.run, self._desk.archive, self._desk.clock
        args: tuple[object, ...]
        if end == ".ics":
            args = (_calendar, archive, clock, target)
        else:
            args = (_export, archive, clock, wanted, names, span, target, title)
        self._job = run(
            *args,  # type: ignore[arg-type]
            done=self._done,
            failed=self._failed,
            progress=self.strip.set_progress,
            owner=self._parent,
        )

    def one(self, id: CommitmentId, name: str, *, withdraw: bool = False) -> None:
        """Ask where the .ics of one promise goes, and write it."""
        from gesprekshulp.services import calendar_out

        title = "Uit de agenda halen" if withdraw else "In agenda zetten"
        target = ask_target(self._parent, title, name, ".ics")
        if target is None:
            return
        act = calendar_out.withdraw if withdraw else calendar_out.export_one
        self._desk.background.run(
            act, self._desk.archive, self._desk.clock, id, target,
            done=self._written_one, owner=self._parent,
        )  # fmt: skip

    def cancel(self) -> None:
        """Break off what is being written; nothing is left of it."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.strip.stop()

    def _written_one(self, path: Path) -> None:
        self._desk.wrote()
        tell_written(self._desk, path)

    def _done(self, path: Path) -> None:
        self._job = None
        self.strip.stop()
        tell_written(self._desk, path)

    def _failed(self, error: UserError) -> None:
        self._job = None
        self.strip.stop()
        self._desk.error(error.sentence)


def _export(
    archive: Archive,
    clock: Clock,
    wanted: Wanted,
    names: Names,
    span: Group | None,
    target: Path,
    title: str,
    *,
    report: Report,
) -> Path:
    from gesprekshulp.services import commitment_export, commitment_filter
    from gesprekshulp.services.commitment_groups import whole

    if span is None:
        shown = whole(archive, clock, wanted, names, report)
    elif wanted.text.strip():
        shown = commitment_filter.find(
            archive, clock, wanted, names, (span,), whole=True, report=report
        ).groups
    else:
        shown = (span,)
    return commitment_export.export(archive, clock, shown, target, title, report)


def _calendar(archive: Archive, clock: Clock, target: Path, *, report: Report) -> Path:
    from gesprekshulp.services import calendar_out

    report(0, 1)
    return calendar_out.export_open(archive, clock, target)

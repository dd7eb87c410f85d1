"""Inlezen: first what a file will do, then all of it or nothing, and back with one undo."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.errors import UserError
from gesprekshulp.services import import_tables, imports
from gesprekshulp.services.imports import (
    Entity,
    ImportPlan,
    ImportResult,
    Outcome,
    PlannedChange,
    PlanOutdatedError,
)
from gesprekshulp.ui.background import Job
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.imports.dropped import ENDINGS
from gesprekshulp.ui.imports.mapping_card import MappingCard
from gesprekshulp.ui.shell.page import Page
from gesprekshulp.ui.undo_toast import did
from gesprekshulp.ui.widgets.buttons import PrimaryButton, SecondaryButton
from gesprekshulp.ui.widgets.cards import Scroll, clear_layout
from gesprekshulp.ui.widgets.empty_page import EmptyPage, WayOn
from gesprekshulp.ui.widgets.labels import Muted, Text, Title
from gesprekshulp.ui.widgets.list_view import ListRowModel, RowView
from gesprekshulp.ui.widgets.progress import BusyStrip
from gesprekshulp.ui.widgets.row import Columns, Row
from gesprekshulp.ui.widgets.tabs import Tabs

_FILTER = f"Agenda, visitekaartjes, tabellen en mail ({' '.join(f'*{end}' for end in ENDINGS)})"
_LIST = Columns(
    left=32, right=32, check=False, badge=0, icon=32, client=0, date=220, date_right=True
)
_MAPPING_PART = 0.5
_ICONS = {
    Entity.CLIENT: "klanten",
    Entity.PERSON: "persoon",
    Entity.APPOINTMENT: "agenda",
    Entity.CONTACT: "telefoon",
    Entity.FILE: "bijlage",
}
_WORDS = {
    Outcome.NEW: "Nieuw",
    Outcome.CHANGED: "Gewijzigd",
    Outcome.SAME: "Gelijk",
    Outcome.REFUSED: "Geweigerd",
}


class ImportPage(Page):
    """Shows the plan of an import and carries it out."""

    title = "Inlezen"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._paths: tuple[Path, ...] = ()
        self._client_id: str | None = None
        self._plan: ImportPlan | None = None
        self._job: Job | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(32, 24, 32, 0)
        head.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Title("Inlezen"))
        self._about = Muted(size=14, wrap=True)
        words.addWidget(self._about)
        head.addLayout(words, 1)
        self.other = SecondaryButton("Andere bestanden")
        self.other.clicked.connect(self.choose)
        self.apply_button = PrimaryButton("Inlezen")
        self.apply_button.clicked.connect(self._apply)
        head.addWidget(self.other, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.apply_button, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(head)
        self._busy = BusyStrip()
        self._busy.cancelled.connect(self._stop)
        outer.addWidget(self._busy)
        self._mappings = QWidget()
        self._mapping_column = QVBoxLayout(self._mappings)
        self._mapping_column.setContentsMargins(32, 16, 32, 0)
        self._mapping_scroll = Scroll(margins=(0, 0, 0, 0))
        self._mapping_scroll.column.addWidget(self._mappings)
        self._mapping_scroll.column.addStretch(1)
        outer.addWidget(self._mapping_scroll)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(32, 16, 32, 0)
        self.tabs = Tabs(tuple((kind.value, _WORDS[kind]) for kind in Outcome))
        self.tabs.changed.connect(lambda _: self._show_rows())
        tabs.addWidget(self.tabs)
        self._tab_row = QWidget()
        self._tab_row.setLayout(tabs)
        outer.addWidget(self._tab_row)
        self._model = ListRowModel()
        self.list = RowView(_LIST, name="Wat er wordt ingelezen", row_height=52)
        self.list.setModel(self._model)
        outer.addWidget(self.list, 3)
        self._none = Text("Niets in dit rijtje.", role="muted")
        self._none.setContentsMargins(32, 16, 32, 16)
        outer.addWidget(self._none, 3, Qt.AlignmentFlag.AlignTop)
        self.empty = EmptyPage(
            "Haal binnen wat u al hebt",
            "Sleep bestanden naar dit venster, of kies ze. U ziet eerst wat er gebeurt;"
            " daarna kunt u het in één keer weer ongedaan maken.",
            (
                WayOn("klanten", "Klanten en contactpersonen",
                      "Uit Excel, Outlook of uw telefoon: .xlsx, .csv of .vcf.",
                      "Bestand kiezen", self.choose),
                WayOn("agenda", "Afspraken", "Een uitnodiging of een hele agenda: .ics.",
                      "Bestand kiezen", self.choose),
                WayOn("mail", "Eerdere contacten", "Mails (.eml) of een lijst (.csv).",
                      "Bestand kiezen", self.choose),
            ),
        )  # fmt: skip
        outer.addWidget(self.empty, 4)
        # Keeps the head in its place while there is nothing under it yet.
        self._blank = QWidget()
        outer.addWidget(self._blank, 4)
        self._show_plan(None)

    def open(self, **where: object) -> None:
        files = where.get("files")
        client_id = where.get("client_id")
        self._client_id = client_id if isinstance(client_id, str) else None
        if isinstance(files, Sequence) and not isinstance(files, str):
            self.look_at([Path(str(path)) for path in files])
        elif self._job is None:
            self._show_plan(self._plan)

    def choose(self) -> None:
        """Ask for files and look at them."""
        names, _ = QFileDialog.getOpenFileNames(self, "Bestanden kiezen", "", _FILTER)
        if names:
            self.look_at([Path(name) for name in names])

    def look_at(self, paths: Sequence[Path]) -> None:
        """Show what taking in these files would do; reading them happens in the background."""
        self._desk.forget_error()
        self._paths = tuple(paths)
        clear_layout(self._mapping_column)
        self._show_plan(None)
        self.empty.hide()
        self._blank.show()
        self._read(with_tables=True)

    def _read(self, *, with_tables: bool) -> None:
        if self._job is not None:
            self._job.cancel()
        self._busy.cancel.show()
        self._busy.start("Bestanden worden bekeken")
        self.apply_button.setEnabled(False)
        archive, clock = self._desk.archive, self._desk.clock
        paths, client_id = self._paths, self._client_id

        def work() -> tuple[ImportPlan, tuple[import_tables.MappedTable, ...]]:
            plan = imports.plan(archive, clock, paths, client_id=client_id)
            tables: list[import_tables.MappedTable] = []
            for path in paths if with_tables else ():
                # The plan says already what is wrong with a file that cannot be read.
                with suppress(UserError):
                    tables += import_tables.tables_of(archive, [path])
            return plan, tuple(tables)

        self._job = job = self._desk.background.run(
            work, done=self._looked, failed=self._refuse, owner=self
        )
        job.over.connect(lambda: self._over(job))

    def _over(self, job: Job) -> None:
        """Nothing is being done any more, whatever came of it: also after a bug of ours."""
        if job is self._job:
            self._job = None
            self._show_plan(self._plan)

    def _stop(self) -> None:
        """Drop what is being looked at; nothing has been written."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        clear_layout(self._mapping_column)
        self._show_plan(None)

    def _looked(self, found: tuple[ImportPlan, tuple[import_tables.MappedTable, ...]]) -> None:
        plan, tables = found
        for item in tables:
            card = MappingCard(item.table, item.mapping)
            card.changed.connect(
                lambda mapping, item=item: self._map(item.table.fingerprint, mapping)
            )
            self._mapping_column.addWidget(card)
        self._show_plan(plan)

    def _refuse(self, error: UserError) -> None:
        self._desk.error(error.sentence)
        if isinstance(error, PlanOutdatedError):
            self._read(with_tables=False)
            return
        clear_layout(self._mapping_column)
        self._show_plan(None)

    def _map(self, fingerprint: str, mapping: import_tables.Mapping) -> None:
        imports.remember_mapping(self._desk.archive, fingerprint, mapping)
        self._read(with_tables=False)

    def _show_plan(self, plan: ImportPlan | None) -> None:
        self._busy.stop()
        self._plan = plan
        has_plan = plan is not None
        has_tables = has_plan and self._mapping_column.count() > 0
        self.empty.setVisible(not has_plan)
        self._blank.hide()
        self.other.setVisible(has_plan)
        self.apply_button.setVisible(has_plan)
        self._tab_row.setVisible(has_plan)
        self._mapping_scroll.setVisible(has_tables)
        self._fit_mapping()
        self.list.setVisible(has_plan)
        self._none.setVisible(False)
        if plan is None:
            self._about.setText("Agenda’s, visitekaartjes, klantenlijsten en mails.")
            return
        names = ", ".join(path.name for path in self._paths[:3])
        more = f" en nog {len(self._paths) - 3}" if len(self._paths) > 3 else ""
        self._about.setText(f"{names}{more}: {plan.summary}. Er is nog niets gewijzigd.")
        total = plan.count(Outcome.NEW) + plan.count(Outcome.CHANGED)
        self.apply_button.set_label(f"{total} inlezen" if total else "Niets nieuws")
        self.apply_button.setEnabled(plan.has_work)
        for kind in Outcome:
            self.tabs.set_count(kind.value, plan.count(kind))
        first = next((kind for kind in Outcome if plan.count(kind)), Outcome.NEW)
        self.tabs.set_value(first.value)
        self._show_rows()

    def _fit_mapping(self) -> None:
        """As high as its columns, and at most half of the page."""
        wanted = self._mapping_scroll.holder.sizeHint().height()
        self._mapping_scroll.setFixedHeight(min(wanted, round(self.height() * _MAPPING_PART)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_mapping()

    def _show_rows(self) -> None:
        if self._plan is None:
            return
        kind = Outcome(self.tabs.value())
        rows = [_row(change) for change in self._plan.changes if change.kind is kind]
        self._model.set_rows(rows)
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)

    def _apply(self) -> None:
        plan = self._plan
        if plan is None:
            return
        self.apply_button.setEnabled(False)
        self._busy.start("Wordt ingelezen")
        # Writing is all or nothing, and taken back afterwards if need be.
        self._busy.cancel.hide()
        self._job = job = self._desk.background.run(
            imports.apply,
            self._desk.archive,
            self._desk.clock,
            plan,
            done=self._applied,
            failed=self._refuse,
            owner=self,
        )
        job.over.connect(lambda: self._over(job))

    def _applied(self, result: ImportResult) -> None:
        self._plan = None
        clear_layout(self._mapping_column)
        self._show_plan(None)
        self._desk.go(*_afterwards(result))
        did(self._desk, f"{result.label}.", result.batch_id)


def _afterwards(result: ImportResult) -> tuple[str]:
    """The page where what was taken in is seen."""
    done = (Outcome.NEW, Outcome.CHANGED)
    kinds = {change.entity for change in result.plan.changes if change.kind in done}
    return ("agenda",) if kinds == {Entity.APPOINTMENT} else ("klanten",)


def _in_one(details: Sequence[str]) -> str:
    """Several remarks as one sentence, so with one capital: "Bij De Halm; als stuk bewaard: …"."""
    first, *others = details or ("",)
    # What begins with two capitals is a name by itself, as "KvK" or "BTW".
    lowered = [
        word if word[1:2].isupper() or word[2:3].isupper() else word[:1].lower() + word[1:]
        for word in others
    ]
    return "; ".join((first, *lowered))


def _row(change: PlannedChange) -> Row:
    about = change.reason or _in_one(change.details)
    # A message is one whole; only lists and agendas have lines.
    is_mail = change.file.lower().endswith(".eml")
    where = f"regel {change.line}" if change.line is not None and not is_mail else ""
    second = " · ".join(part for part in (about, change.file if not about else "") if part)
    return Row(
        change.title or change.entity.value,
        second=second or change.entity.value,
        icon="mail" if is_mail else _ICONS[change.entity],
        day=" · ".join(part for part in (change.entity.value, where) if part),
    )

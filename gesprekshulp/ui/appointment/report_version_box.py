"""Where a version of the report stands: its states, the client's answer, and the other versions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.dutch_dates import clock, local_day, short_day
from gesprekshulp.domain.report import Report, ReportState
from gesprekshulp.domain.report_answer import AnswerKind, Correction
from gesprekshulp.services.report_answers import Answered
from gesprekshulp.services.report_corrections import made_elsewhere
from gesprekshulp.services.reports import ReportView, state_words
from gesprekshulp.ui.appointment.report_compare import spans
from gesprekshulp.ui.widgets.buttons import LinkButton, SecondaryButton
from gesprekshulp.ui.widgets.cards import ClickRow, Separator, clear_layout
from gesprekshulp.ui.widgets.labels import IconLabel, Label, Muted, SpanLabel, Text

_LONGEST_QUOTE = 160


class VersionBox(QWidget):
    """The version that is shown, what the client said to it, and the versions beside it.

    The signals ask for what stands on the links; `version_picked` gives the number of a version,
    `take_over`, `was_made` (by hand, elsewhere) and `set_aside` a correction.
    """

    new_version = Signal()
    answer = Signal()
    remind = Signal()
    silence = Signal()
    compare = Signal()
    dispute = Signal()
    open_file = Signal()
    open_folder = Signal()
    version_picked = Signal(int)
    take_over = Signal(object)
    was_made = Signal(object)
    set_aside = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 0, 20, 0)
        self._column.setSpacing(6)

    def show_report(
        self,
        view: ReportView,
        today: date,
        file: str,
        answers: Sequence[Answered],
        corrections: Sequence[Correction],
    ) -> None:
        """Show this version; `file` is the name of the Word file made just now."""
        clear_layout(self._column)
        report = view.report
        self._column.addWidget(Label(f"Versie {report.version}"))
        self._column.addSpacing(4)
        self._states(view, today, file)
        self._answers(report, answers, today)
        newest = view.versions[0].version if view.versions else report.version
        is_newest = report.version == newest
        if report.state is ReportState.SENT:
            self._links(("Antwoord noteren", self.answer.emit))
            self._column.addWidget(
                _indented(Muted("of sleep de mail van de klant hierheen", wrap=True))
            )
        if is_newest and report.state is not ReportState.DRAFT:
            corrected = report.state is ReportState.CORRECTED
            words = "Nieuwe versie met de correcties" if corrected else "Nieuwe versie"
            self._links((words, self.new_version.emit))
        if view.since is not None:
            before = view.since.content.document.version
            self._links((f"Gewijzigd sinds versie {before}", self.compare.emit))
        if view.report.state is ReportState.DRAFT and corrections:
            self._corrections(corrections)
        self._versions(view, today)

    def _states(self, view: ReportView, today: date, file: str) -> None:
        report = view.report
        written = "vandaag" if report.written_on == today else _day(report.written_on, today)
        last = "Bevestigd door de klant"
        if report.state is ReportState.CORRECTED:
            last = "Gecorrigeerd door de klant"
        now = {ReportState.DRAFT: 0, ReportState.SENT: 1}.get(report.state, 2)
        rows = (
            ("potlood", "Concept", written),
            ("versturen", "Verstuurd", when(report.sent_at, today)),
            ("vink-cirkel", last, when(report.confirmed_at, today) if now < 2 or report.confirmed_at
             else ""),
        )  # fmt: skip
        for place, (icon, word, moment) in enumerate(rows):
            self._column.addWidget(_StateRow(icon, word, moment, active=place == now))
            if place == 1 and report.sent_at is not None:
                self._sent(report, today)
        if report.exported_at is not None:
            self._column.addWidget(
                _StateRow("verslag", "Word-bestand", when(report.exported_at, today), active=False)
            )
        if file:
            self._links(("Openen", self.open_file.emit), ("Map tonen", self.open_folder.emit))

    def _sent(self, report: Report, today: date) -> None:
        how = report.sent_how.words if report.sent_how else ""
        to = f"aan {report.sent_to}" if report.sent_to else ""
        if words := " ".join(part for part in (how, to) if part):
            self._column.addWidget(_indented(Muted(words, wrap=True)))
        if report.state is ReportState.SENT and report.reply_by is not None:
            by = short_day(report.reply_by, today)
            waits = report.reply_by < today
            said = (
                f"Wacht op antwoord sinds {by}" if waits else f"Antwoord gevraagd, uiterlijk {by}"
            )
            self._column.addWidget(_indented(Muted(said, wrap=True)))
            if waits:
                self._links(("Herinnering", self.remind.emit), ("Geen antwoord", self.silence.emit))

    def _answers(self, report: Report, answers: Sequence[Answered], today: date) -> None:
        if not answers and report.confirmed_by:
            self._column.addWidget(_indented(Muted(f"door {report.confirmed_by}", wrap=True)))
        for one in answers:
            answer = one.answer
            day = short_day(answer.answered_on, today)
            if answer.kind is AnswerKind.SILENT:
                by = f" na {short_day(report.reply_by, today)}" if report.reply_by else ""
                said = f"Geen antwoord{by}, genoteerd op {day}"
            else:
                how = f" ({answer.how.value})" if answer.how else ""
                said = f"door {answer.answered_by}{how}, {day}"
            self._column.addWidget(_indented(Muted(said, wrap=True)))
            if answer.text:
                quote = " ".join(answer.text.split())
                if len(quote) > _LONGEST_QUOTE:
                    quote = f"{quote[:_LONGEST_QUOTE].rstrip()}…"
                self._column.addWidget(_indented(Text(f"“{quote}”", size=12, wrap=True)))
            number = len(one.corrections)
            if number:
                words = "1 correctie" if number == 1 else f"{number} correcties"
                self._column.addWidget(_indented(Muted(words)))

    def _corrections(self, corrections: Sequence[Correction]) -> None:
        self._column.addSpacing(8)
        self._column.addWidget(Separator())
        self._column.addSpacing(4)
        self._column.addWidget(Label("Correcties van de klant"))
        for one in corrections:
            self._column.addWidget(Muted(one.label))
            self._column.addWidget(SpanLabel(spans(one.before, one.after), wrap=True))
            row = QHBoxLayout()
            row.setSpacing(16)
            elsewhere = made_elsewhere(one)
            words = "Aanpassen" if elsewhere else "Overnemen"
            take = SecondaryButton(words, size="small")
            take.setAccessibleName(f"{words}: {one.after}")
            take.clicked.connect(lambda _=False, one=one: self.take_over.emit(one))
            row.addWidget(take)
            if elsewhere:
                made = LinkButton("Is aangepast")
                made.clicked.connect(lambda _=False, one=one: self.was_made.emit(one))
                row.addWidget(made)
                row.addStretch(1)
                self._column.addLayout(row)
                row = QHBoxLayout()
            leave = LinkButton("Niet overnemen")
            leave.clicked.connect(lambda _=False, one=one: self.set_aside.emit(one))
            row.addWidget(leave)
            row.addStretch(1)
            self._column.addLayout(row)
            self._column.addSpacing(4)

    def _versions(self, view: ReportView, today: date) -> None:
        sent = any(one.state is not ReportState.DRAFT for one in view.versions)
        if len(view.versions) < 2 and not sent:
            return
        self._column.addSpacing(8)
        self._column.addWidget(Separator())
        self._column.addSpacing(4)
        if len(view.versions) > 1:
            self._column.addWidget(Label("Alle versies"))
            for one in view.versions:
                self._column.addWidget(self._version_row(one, view, today))
        if sent:
            self._links(("Geschildossier maken", self.dispute.emit))

    def _version_row(self, one: Report, view: ReportView, today: date) -> ClickRow:
        shown = one.version == view.report.version
        words = state_words(one, today)
        row = ClickRow(f"Versie {one.version} tonen, {words}", radius=6)
        row.row.setContentsMargins(8, 4, 8, 4)
        row.row.addWidget(Text(f"Versie {one.version}", weight=600 if shown else 400))
        row.row.addStretch(1)
        row.row.addWidget(Muted(words))
        row.clicked.connect(lambda number=one.version: self.version_picked.emit(number))
        return row

    def _links(self, *links: tuple[str, Callable[[], object]]) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(28, 0, 0, 0)
        row.setSpacing(16)
        for words, act in links:
            link = LinkButton(words)
            link.clicked.connect(lambda _=False, act=act: act())
            row.addWidget(link)
        row.addStretch(1)
        self._column.addLayout(row)


class _StateRow(QWidget):
    def __init__(self, icon: str, word: str, moment: str, *, active: bool) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(icon, role="accent" if active else "muted"))
        row.addWidget(
            Text(word, weight=600 if active else 400, role="text" if active else "muted"), 1
        )
        row.addWidget(Text(moment, size=12, role="text" if active else "muted"))


def _indented(widget: QWidget) -> QWidget:
    """Under the words of a state, which stand right of its icon."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(28, 0, 0, 0)
    row.addWidget(widget)
    return holder


def when(moment: datetime | None, today: date) -> str:
    """ "vandaag 11:48", "di 10 mrt", "nog niet"."""
    if moment is None:
        return "nog niet"
    day = local_day(moment)
    return f"vandaag {clock(moment)}" if day == today else short_day(day, today)


def _day(day: date | None, today: date) -> str:
    return short_day(day, today) if day else ""

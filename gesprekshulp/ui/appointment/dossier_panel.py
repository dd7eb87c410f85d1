"""The dossier beside the preparation: what was said, promised and decided before this talk."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.contact import Contact, ContactKind
from gesprekshulp.domain.decision import Decision, Wish, WishAnswer
from gesprekshulp.domain.dossier import Dossier, PreviousReport, by_urgency
from gesprekshulp.domain.dutch_dates import echo, lateness, local_day, short_day
from gesprekshulp.domain.note import LineKind
from gesprekshulp.services import preparation
from gesprekshulp.ui.appointment import dossier_out
from gesprekshulp.ui.appointment.prepare_rows import steady_margin
from gesprekshulp.ui.appointment.sixty_seconds import SixtyBox, SixtyView
from gesprekshulp.ui.commitments.rows import SIDE_WORDS
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.widgets.after_paint import after_paint
from gesprekshulp.ui.widgets.badges import Badge, KindMark
from gesprekshulp.ui.widgets.buttons import LinkButton
from gesprekshulp.ui.widgets.cards import ClickRow, HeadingRow, Scroll, clear_layout
from gesprekshulp.ui.widgets.check import Check
from gesprekshulp.ui.widgets.labels import (
    ElidedLabel,
    IconLabel,
    Muted,
    Section,
    Span,
    SpanLabel,
    Text,
)

CONTACT_ICONS = {
    ContactKind.VISIT: "bezoek",
    ContactKind.PHONE: "telefoon",
    ContactKind.LETTER: "verslag",
    ContactKind.MAIL: "mail",
    ContactKind.VIDEO: "beeld",
    ContactKind.OTHER: "gesprek",
}
_SHOWN = {"contacts": 4, "promises": 8, "decisions": 5, "wishes": 4, "reports": 3, "files": 6}
_TOP = Qt.AlignmentFlag.AlignTop


class DossierPanel(QWidget):
    """A scrolling column. `report_read` is emitted when the previous report is (un)marked read."""

    report_read = Signal(bool)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._found: Dossier | None = None
        self.late_rows: list[ClickRow] = []
        self.promise_rows: list[ClickRow] = []
        self.read_check: Check | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = Scroll("surface", margins=(24, 20, 24, 24))
        self._scroll.setAccessibleName("Dossier")
        steady_margin(self._scroll)
        outer.addWidget(self._scroll)
        head = QHBoxLayout()
        head.addWidget(Section("Dossier"))
        head.addStretch(1)
        self.word_button = LinkButton("Als Word")
        self.word_button.setToolTip("Bewaren als Word-bestand van hoogstens twee bladzijden")
        self.word_button.clicked.connect(self.export)
        self.pdf_button = LinkButton("Als PDF")
        self.pdf_button.setToolTip("Bewaren als PDF van hoogstens twee bladzijden")
        self.pdf_button.clicked.connect(self.export_pdf)
        head.addWidget(self.word_button)
        head.addSpacing(16)
        head.addWidget(self.pdf_button)
        column = self._scroll.column
        column.addLayout(head)
        column.addSpacing(10)
        self.sixty = SixtyBox()
        self.sixty.open_asked.connect(self.open_sixty_seconds)
        column.addWidget(self.sixty)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(0)
        column.addLayout(self._parts)
        column.addStretch(1)

    def show_dossier(self, found: Dossier) -> None:
        """Show this dossier; what did not change is not built again."""
        before, self._found = self._found, found
        self.sixty.show_dossier(found, self._desk.today())
        if before is not None and _shown(before) == _shown(found):
            return
        clear_layout(self._parts)
        self.late_rows, self.promise_rows, self.read_check = [], [], None
        if before is not None and before.appointment.id == found.appointment.id:
            self._fill()
        else:
            # Another appointment: its page is painted first, the dossier right after it.
            after_paint(self, self._fill)

    def _fill(self) -> None:
        found = self._found
        if found is None or self._parts.count():
            return
        self._contacts(found)
        self._promises(found)
        self._decisions(found)
        self._wishes(found)
        self._table(found)
        self._reports(found)
        self._files(found)

    def focus_on(self, need: str) -> bool:
        """Go to what a readiness button asks for; False when it is not here."""
        self._fill()
        target: QWidget | None = None
        if need == "vorig verslag":
            target = self.read_check
        elif need == "toezeggingen" and self.late_rows:
            target = self.late_rows[0]
        if target is None:
            return False
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        # A panel that was filled just now is laid out first.
        QTimer.singleShot(0, target, lambda: self._scroll.ensureWidgetVisible(target, 0, 80))
        return True

    def open_sixty_seconds(self) -> None:
        """The summary in large letters."""
        if self._found is not None:
            view = SixtyView(self._found, self._desk.today(), self)
            view.exec()
            view.deleteLater()

    def export_pdf(self) -> None:
        """Keep the dossier as a PDF."""
        if self._found is not None:
            dossier_out.export_pdf(self._desk, self, self._found.appointment.id)

    def export(self) -> None:
        """Keep the dossier as a Word file."""
        if self._found is not None:
            dossier_out.export_dossier(self._desk, self, self._found.appointment.id)

    # The parts

    def _heading(self, text: str, link: str = "") -> HeadingRow:
        heading = HeadingRow(text, link, small=True)
        self._parts.addSpacing(18)
        self._parts.addWidget(heading)
        self._parts.addSpacing(4)
        return heading

    def _more(self, count: int, one: str, more: str) -> None:
        if count > 0:
            self._parts.addWidget(Muted(f"en nog {count} {one if count == 1 else more}"))

    def _contacts(self, found: Dossier) -> None:
        if not found.contacts:
            return
        heading = self._heading("Eerdere contacten", f"Alle {found.contact_count}")
        heading.link_clicked.connect(self._open_client)
        for contact in found.contacts[: _SHOWN["contacts"]]:
            self._parts.addWidget(self._contact(contact))

    def _contact(self, contact: Contact) -> QWidget:
        today = self._desk.today()
        day = short_day(local_day(contact.at), today)
        row = _row(f"{contact.kind.value} {day}: {contact.subject}. {contact.outcome}")
        row.row.addWidget(IconLabel(CONTACT_ICONS[contact.kind]), 0, _TOP)
        words = QVBoxLayout()
        words.setSpacing(0)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(ElidedLabel(contact.subject or contact.kind.value.capitalize()), 1)
        top.addWidget(Muted(day))
        words.addLayout(top)
        if contact.outcome:
            words.addWidget(ElidedLabel(contact.outcome, size=12, role="muted"))
        row.row.addLayout(words, 1)
        row.clicked.connect(self._open_client)
        return row

    def _promises(self, found: Dossier) -> None:
        items = by_urgency(found.commitments, self._desk.today())
        if not items:
            return
        self._heading("Open toezeggingen")
        for item in items[: _SHOWN["promises"]]:
            row = self._promise(item)
            self.promise_rows.append(row)
            if item.is_late(self._desk.today()):
                self.late_rows.append(row)
            self._parts.addWidget(row)
        self._more(len(items) - _SHOWN["promises"], "toezegging", "toezeggingen")

    def _promise(self, item: Commitment) -> ClickRow:
        today = self._desk.today()
        late = item.is_late(today)
        what = item.what[:1].upper() + item.what[1:]
        who = f" ({item.who})" if item.who and item.side.value != "wij" else ""
        row = _row(f"{SIDE_WORDS[item.side]}: {what}{who}")
        # "Derde" is a little wider than "Wij" and "Klant"; the words line up all the same.
        place = QWidget()
        place.setFixedWidth(52)
        badge = QHBoxLayout(place)
        badge.setContentsMargins(0, 0, 0, 0)
        badge.addWidget(Badge.party(SIDE_WORDS[item.side]))
        badge.addStretch(1)
        row.row.setSpacing(8)
        row.row.addWidget(place, 0, _TOP)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(f"{what}{who}", wrap=True))
        moved = f" · {item.moves} keer verzet" if item.moves else ""
        if item.due is None:
            when = [Span((item.event or "nog geen dag") + moved, "muted")]
        else:
            role = "late" if late else "muted"
            when = [
                Span(f"{short_day(item.due, today)} · ", role),
                Span(lateness(item.due, today), role, bold=late),
                Span(moved, role),
            ]
        words.addWidget(SpanLabel(when, size=12, wrap=True))
        row.row.addLayout(words, 1)
        row.clicked.connect(lambda: self._desk.go("toezeggingen", commitment_id=item.id))
        return row

    def _decisions(self, found: Dossier) -> None:
        if not found.decisions:
            return
        self._heading("Wat al besloten is")
        for item in found.decisions[: _SHOWN["decisions"]]:
            icon = IconLabel("besluit")
            self._parts.addWidget(self._two_lines(icon, item.text, self._about(item)))
        self._more(len(found.decisions) - _SHOWN["decisions"], "besluit", "besluiten")

    def _about(self, item: Decision) -> str:
        today = self._desk.today()
        against = " · wijkt af van ons advies" if item.is_against_advice else ""
        if item.confirmed_on:
            by = f" door {item.confirmed_by}" if item.confirmed_by else ""
            confirmed = f"bevestigd {short_day(item.confirmed_on, today)}{by}"
            return f"{item.scope.value} · {confirmed}{against}"
        decided = f"{short_day(item.decided_on, today)}, nog niet bevestigd"
        return f"{item.scope.value} · {decided}{against}"

    def _wishes(self, found: Dossier) -> None:
        if not found.wishes:
            return
        self._heading("Wensen")
        for item in found.wishes[: _SHOWN["wishes"]]:
            mark = KindMark(LineKind.WISH.mark)
            self._parts.addWidget(self._two_lines(mark, item.text, self._answer(item)))
        self._more(len(found.wishes) - _SHOWN["wishes"], "wens", "wensen")

    def _answer(self, item: Wish) -> str:
        said = short_day(item.said_on, self._desk.today())
        if item.answer is WishAnswer.OPEN:
            return f"{said} · nog geen antwoord"
        reason = f": {item.reason}" if item.reason else ""
        return f"{said} · {item.answer.value}{reason}"

    def _table(self, found: Dossier) -> None:
        people = {person.id: person for person in found.people}
        rows: list[tuple[str, str]] = []
        for participant in found.participants:
            if participant.side.value == "wij":
                continue
            person = people.get(participant.person_id) if participant.person_id else None
            role = participant.role or (person.role if person else "")
            decides = "beslist" if person and person.decides else ""
            rows.append((participant.name, ", ".join(filter(None, (role, decides)))))
        if not rows:
            return
        self._heading("Aan tafel")
        for name, about in rows:
            row = QHBoxLayout()
            row.setContentsMargins(0, 2, 0, 2)
            row.setSpacing(12)
            row.addWidget(IconLabel("persoon"), 0, _TOP)
            spans = [Span(name, bold=True), Span(f" {about}", "muted")]
            row.addWidget(SpanLabel(spans, wrap=True), 1)
            self._parts.addLayout(row)

    def _reports(self, found: Dossier) -> None:
        if not found.reports:
            return
        self._heading("Vorige verslagen")
        for number, item in enumerate(found.reports[: _SHOWN["reports"]]):
            self._parts.addWidget(self._report(item))
            if number == 0:
                self._parts.addWidget(self._read(found))
        self._more(len(found.reports) - _SHOWN["reports"], "verslag", "verslagen")

    def _report(self, item: PreviousReport) -> QWidget:
        day = short_day(local_day(item.held_at), self._desk.today())
        about = f"{day} · versie {item.version}, {item.state}"
        row = _row(f"Verslag openen: {item.title}, {about}")
        row.row.addWidget(IconLabel("verslag"), 0, _TOP)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(item.title, wrap=True))
        words.addWidget(Muted(about))
        row.row.addLayout(words, 1)
        row.clicked.connect(
            lambda: self._desk.go("afspraak", appointment_id=item.appointment_id, step="verslag")
        )
        return row

    def _read(self, found: Dossier) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(29, 0, 0, 4)
        row.setSpacing(8)
        read_at = found.appointment.previous_report_read_at
        self.read_check = Check("Gelezen", checked=read_at is not None)
        self.read_check.toggled.connect(self._mark_read)
        row.addWidget(self.read_check)
        if read_at is not None:
            row.addWidget(Muted(echo(local_day(read_at), self._desk.today())))
        row.addStretch(1)
        return holder

    def _mark_read(self, read: bool) -> None:
        if self._found is not None:
            id = self._found.appointment.id
            preparation.set_report_read(self._desk.archive, self._desk.clock, id, read=read)
            self.report_read.emit(read)

    def _files(self, found: Dossier) -> None:
        if not found.attachments:
            return
        heading = self._heading("Stukken van de klant", "Alle stukken")
        heading.link_clicked.connect(self._open_client)
        today = self._desk.today()
        for item in found.attachments[: _SHOWN["files"]]:
            row = QHBoxLayout()
            row.setContentsMargins(0, 2, 0, 2)
            row.setSpacing(12)
            row.addWidget(IconLabel("bijlage"), 0, _TOP)
            row.addWidget(ElidedLabel(item.name), 1)
            row.addWidget(Muted(short_day(local_day(item.added_at), today)))
            self._parts.addLayout(row)

    def _two_lines(self, mark: QWidget, first: str, second: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(12)
        row.addWidget(mark, 0, _TOP)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(first, wrap=True))
        words.addWidget(Muted(second, wrap=True))
        row.addLayout(words, 1)
        return holder

    def _open_client(self) -> None:
        if self._found is not None and self._found.client is not None:
            self._desk.go("klant", client_id=self._found.client.id)


def _shown(found: Dossier) -> tuple[object, ...]:
    """What the parts are built from; goal and agenda change with every few keys."""
    return (
        found.appointment.id,
        found.appointment.previous_report_read_at,
        found.client,
        found.participants,
        found.people,
        found.contacts,
        found.contact_count,
        found.commitments,
        found.decisions,
        found.wishes,
        found.reports,
        found.attachments,
    )


def _row(name: str) -> ClickRow:
    """A row that can be clicked, flush with the text around it."""
    row = ClickRow(name, radius=4)
    row.row.setContentsMargins(0, 4, 0, 4)
    row.row.setSpacing(12)
    return row

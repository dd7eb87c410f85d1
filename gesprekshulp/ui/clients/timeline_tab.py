"""The first tab of a client: what happened, newest first, with the cards beside it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from gesprekshulp.domain.appointment import Appointment
from gesprekshulp.domain.contact import Contact, ContactNature
from gesprekshulp.domain.decision import Decision, Scope
from gesprekshulp.domain.dutch_dates import clock, distance, local_day, short_day
from gesprekshulp.domain.report import Report, ReportState
from gesprekshulp.services.appointments import AppointmentCard
from gesprekshulp.services.client_card import Happened, History, Shown
from gesprekshulp.ui.appointment_words import people_words
from gesprekshulp.ui.clients.words import CONTACT_ICONS, NATURE_ICONS, NATURE_WORDS, capital
from gesprekshulp.ui.widgets.buttons import SecondaryButton
from gesprekshulp.ui.widgets.labels import Muted, Span, SpanLabel
from gesprekshulp.ui.widgets.timeline import Moment, Timeline

AT_ONCE = 20
_ON_SCREEN = 8
_REST_AFTER_MS = 120
_TALK_ICONS = {"bezoek": "bezoek", "kantoor": "kantoor", "telefoon": "telefoon", "video": "beeld"}
_NEXT = "volgende"


class TimelineTab(QWidget):
    """`asked` gives what a moment is about; `menu_asked` that and where to show its menu.

    `narrowed` gives what the user wants to see, `earlier_asked` that older moments are wanted.
    """

    asked = Signal(object)
    menu_asked = Signal(object, QPoint)
    narrowed = Signal()
    earlier_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown = Shown.ALL
        self.limit = AT_ONCE
        self._about: dict[str, object] = {}
        self._later: tuple[list[Moment], bool] = ([], False)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_AFTER_MS)
        self._rest.timeout.connect(self._show_rest)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        self._year = SpanLabel(size=14)
        head.addWidget(self._year, 1)
        self.filter = SecondaryButton("Alles", icon="filter")
        self.filter.setAccessibleName("Tijdlijn filteren: alles")
        self.filter.clicked.connect(self._choose)
        head.addWidget(self.filter)
        column.addLayout(head)
        self.line = Timeline()
        self.line.opened.connect(lambda key: self.asked.emit(self._about[key]))
        self.line.menu_asked.connect(lambda key, at: self.menu_asked.emit(self._about[key], at))
        self.line.earlier_asked.connect(self._earlier)
        column.addWidget(self.line)
        self._none = Muted(size=14, wrap=True)
        column.addWidget(self._none)
        column.addStretch(1)

    def start(self) -> None:
        """Forget how far was looked back, for another client."""
        self.limit = AT_ONCE
        self.narrow(Shown.ALL)

    def narrow(self, shown: Shown) -> None:
        """Show only some moments, without telling so with `narrowed`."""
        self.shown = shown
        self.filter.set_label(shown.value)
        self.filter.setAccessibleName(f"Tijdlijn filteren: {shown.value.lower()}")

    def show_history(
        self,
        history: History,
        following: AppointmentCard | None,
        today: date,
        *,
        in_two: bool = False,
    ) -> None:
        """Show what happened, with the next talk at the top.

        With `in_two` only what fits on a screen is shown at once and the rest straight after: the
        page is there sooner.
        """
        self._about = {}
        moments: list[Moment] = []
        if following is not None and self.shown is Shown.ALL:
            self._about[_NEXT] = following.appointment
            moments.append(_next_moment(following, today))
        for happened in history.moments:
            key = str(len(self._about))
            self._about[key] = happened.about
            moments.append(moment(key, happened, today))
        self._rest.stop()
        if in_two and len(moments) > _ON_SCREEN:
            first, self._later = moments[:_ON_SCREEN], (moments[_ON_SCREEN:], history.more)
            self.line.set_moments(first)
            self._rest.start()
        else:
            self.line.set_moments(moments, earlier=history.more, at_once=len(moments))
        self.line.setVisible(bool(moments))
        self._none.setVisible(not history.moments)
        self._none.setText(
            "Nog geen contact genoteerd. Kies “Contact” om het eerste op te schrijven."
            if self.shown is Shown.ALL
            else f"Geen {self.shown.value.lower()} in de tijdlijn."
        )

    def show_year(self, this_year: dict[ContactNature, int], held: int) -> None:
        """Show how often we were in touch this year, and why."""
        self._year.set_spans(year_spans(this_year, held))

    def _show_rest(self) -> None:
        moments, more = self._later
        self.line.add_moments(moments, earlier=more)

    def _earlier(self) -> None:
        self.limit += AT_ONCE
        self.earlier_asked.emit()

    def _choose(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for shown in Shown:
            action = menu.addAction(shown.value, lambda shown=shown: self._chosen(shown))
            action.setCheckable(True)
            action.setChecked(shown is self.shown)
        menu.popup(self.filter.mapToGlobal(QPoint(0, self.filter.height() + 4)))

    def _chosen(self, shown: Shown) -> None:
        self.limit = AT_ONCE
        self.narrow(shown)
        self.narrowed.emit()


def year_spans(this_year: dict[ContactNature, int], held: int = 0) -> tuple[Span, ...]:
    """ "9 contacten dit jaar: **4 aandacht, 5 probleem**"."""
    total = sum(this_year.values())
    if not total and held:
        talks = "1 gesprek" if held == 1 else f"{held} gesprekken"
        return (Span(f"{talks} dit jaar", "muted"),)
    if not total:
        return (Span("Dit jaar nog geen contact", "muted"),)
    counted = [
        f"{this_year[nature]} {nature.value}"
        for nature in (ContactNature.ATTENTION, ContactNature.PROBLEM)
        if this_year.get(nature)
    ]
    what = "1 contact" if total == 1 else f"{total} contacten"
    if not counted:
        return (Span(f"{what} dit jaar", "muted"),)
    return (Span(f"{what} dit jaar: ", "muted"), Span(", ".join(counted), bold=True))


def _next_moment(following: AppointmentCard, today: date) -> Moment:
    appointment = following.appointment
    day = local_day(appointment.starts_at)
    near = (day - today).days in (0, 1)
    words = distance(day, today) if near else short_day(day, today)
    at = "hele dag" if appointment.all_day else clock(appointment.starts_at)
    people = people_words(following.participants, with_role=False)
    title = f"{appointment.title} met {people}" if people else appointment.title
    ready = following.readiness.is_ready
    return Moment(
        _NEXT,
        f"{words}\n{at}",
        "agenda",
        title,
        planned=True,
        link="Openen",
        missing="" if ready else following.readiness.words,
        text="Voorbereid" if ready else "",
    )


def moment(key: str, happened: Happened, today: date) -> Moment:
    """One thing that happened, as it stands on the timeline."""
    about = happened.about
    on = local_day(happened.at)
    # There is no room for a year beside the day.
    day = short_day(on) if on.year == today.year else f"{short_day(on)}\n{on.year}"
    decided = _decided(happened.decided)
    match about:
        case Contact():
            text = ". ".join(
                part.strip().rstrip(".") for part in (about.text, about.outcome) if part.strip()
            )
            text = f"{text}." if text else ""
            return Moment(
                key,
                day,
                CONTACT_ICONS[about.kind],
                about.subject,
                _limited(text) if text else decided,
                NATURE_WORDS[about.nature] if about.nature in NATURE_ICONS else "",
                NATURE_ICONS.get(about.nature, ""),
            )
        case Appointment():
            reached = {None: "", "ja": "Doel bereikt.", "deels": "Doel deels bereikt.",
                       "nee": "Doel niet bereikt."}[about.goal_reached]  # fmt: skip
            text = " ".join(part for part in (decided, reached) if part)
            icon = _TALK_ICONS[about.kind.value]
            return Moment(key, day, icon, about.title, text, "Gesprek", "gesprek")
        case Report():
            return Moment(
                key, day, "verslag", about.title, _report_words(about), "Verslag", "verslag"
            )
        case Decision():
            outside = about.scope is Scope.OUTSIDE
            state = "" if about.stands else "Later vervangen."
            scope = "Buiten de opdracht." if outside else ""
            text = " ".join(part for part in (scope, state) if part)
            return Moment(key, day, "besluit", about.text, text, "Besluit", "besluit")


def _decided(decisions: tuple[Decision, ...]) -> str:
    if not decisions:
        return ""
    texts = "; ".join(decision.text.rstrip(". ") for decision in decisions)
    return _limited(f"Besloten: {texts}.")


def _report_words(report: Report) -> str:
    version = f"Versie {report.version}, {report.state.value}"
    if report.state is ReportState.CONFIRMED and report.confirmed_by:
        return f"{version} door {report.confirmed_by}."
    return f"{version}."


def _limited(text: str, most: int = 180) -> str:
    text = capital(" ".join(text.split()))
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"

"""Week afsluiten: in ten minutes through what is late, coming, waited for, vague and silent."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gesprekshulp.domain.dutch_dates import short_day
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.week_round import ClientDraft, SilentClient, WeekRound
from gesprekshulp.services import week_closed, week_round
from gesprekshulp.services.undo import undo
from gesprekshulp.ui.background import Job
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.shell.page import Page
from gesprekshulp.ui.week_round import actions
from gesprekshulp.ui.week_round.memory import RoundMemory
from gesprekshulp.ui.week_round.sending import Sending
from gesprekshulp.ui.week_round.step_view import StepView
from gesprekshulp.ui.week_round.steps import ALL_KEYS, SENDING, STEPS, Item, RoundStep, key_of
from gesprekshulp.ui.widgets.buttons import QuietButton
from gesprekshulp.ui.widgets.cards import Scroll
from gesprekshulp.ui.widgets.labels import Muted, Title
from gesprekshulp.ui.widgets.progress import ProgressLine
from gesprekshulp.ui.widgets.stepper import Stepper

_AFTER_MS = 200
_WIDEST = 984


class WeekRoundPage(Page):
    """The round; it begins where it was left this week."""

    title = "Week afsluiten"
    entry = "toezeggingen"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._memory = RoundMemory(desk.shell.state)
        self._found: WeekRound | None = None
        self._left: dict[RoundStep, list[Item]] = {}
        self._item: Item | None = None
        self._job: Job | None = None
        self._writing: Job | None = None
        self._everyone = False
        self._build()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_MS)
        self._soon.timeout.connect(self._look_if_seen)
        desk.changed.connect(self._soon.start)

    def open(self, **where: object) -> None:
        self._memory.open(self._desk.today())
        self._everyone = False
        last = week_closed.last_finished(self._desk.archive)
        day = self._desk.today()
        before = f" · vorige keer {short_day(last, day)}" if last else ""
        self._about.setText(f"Week {day.isocalendar().week} · in tien minuten{before}")
        self._look()
        self._place.setFocus()

    # Building

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 24, 0, 0)
        outer.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(32, 0, 32, 0)
        head.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Title("Week afsluiten"))
        self._about = Muted(size=14)
        words.addWidget(self._about)
        head.addLayout(words, 1)
        self.again = QuietButton("Opnieuw beginnen", icon="ongedaan")
        self.again.clicked.connect(self.begin_again)
        self.again.hide()
        head.addWidget(self.again, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(head)
        outer.addSpacing(16)
        holder = QWidget()
        holder.setMaximumWidth(_WIDEST + 64)
        steps = QVBoxLayout(holder)
        steps.setContentsMargins(32, 0, 32, 0)
        steps.setSpacing(12)
        self.stepper = Stepper((*(step.words for step in STEPS), "Versturen"))
        self.stepper.setAccessibleName("Stappen van de weekafsluiting")
        self.stepper.clicked.connect(self.go_step)
        steps.addWidget(self.stepper)
        line = QHBoxLayout()
        line.setSpacing(12)
        self.progress = ProgressLine(name="Weekafsluiting")
        self.done = Muted()
        line.addWidget(self.progress, 1)
        line.addWidget(self.done)
        steps.addLayout(line)
        outer.addWidget(holder)
        self._scroll = Scroll(margins=(32, 20, 32, 24))
        # A place for the focus, so that one key is enough; Tab has nothing to do there.
        self._place = self._scroll.holder
        self._place.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._stack = QStackedWidget()
        self._scroll.column.addWidget(self._stack)
        self._stack.setMaximumWidth(_WIDEST)
        self._stack.hide()
        outer.addWidget(self._scroll, 1)
        self.step = StepView()
        self.heading, self.card = self.step.heading, self.step.card
        self.card.asked.connect(self.act)
        self.card.client_asked.connect(self._open_client)
        self.card.promise_asked.connect(self._open_promise)
        self.step.chosen.connect(self.choose)
        self.step.next_asked.connect(lambda: self.go_step(self._memory.step + 1))
        self.step.all_asked.connect(lambda: self._desk.go("toezeggingen"))
        self._stack.addWidget(self.step)
        self.sending = Sending(self._desk)
        self.sending.finished.connect(self._finished)
        self.sending.all_asked.connect(self._send_to_all)
        self._stack.addWidget(self.sending)
        for letter in {action.key: action for action in ALL_KEYS}:
            shortcut = QShortcut(QKeySequence(letter), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda letter=letter: self._press(letter))

    # Looking

    def _look_if_seen(self) -> None:
        if self.isVisible():
            self._look()

    def _look(self) -> None:
        if self._job is not None:
            self._job.cancel()
        archive, clock = self._desk.archive, self._desk.clock
        self._job = self._desk.background.run(
            lambda: week_round.week_round(archive, clock), done=self._show, owner=self
        )

    def _show(self, found: WeekRound) -> None:
        self._job = None
        self._found = found
        self._stack.show()
        self._sort_out()
        self._show_step()

    def _sort_out(self) -> None:
        """What is still to be looked at, by step."""
        assert self._found is not None
        for step in STEPS:
            items = step.items(self._found)
            self._left[step] = [item for item in items if not self._memory.was_seen(key_of(item))]

    def left(self, step: RoundStep) -> list[Item]:
        """What is still to be looked at in a step."""
        return self._left.get(step, [])

    @property
    def item(self) -> Item | None:
        """What is being looked at."""
        return self._item

    def _show_step(self) -> None:
        step_number = self._memory.step
        left = sum(len(items) for items in self._left.values())
        total = left + self._memory.seen
        self.progress.set_part(self._memory.seen / total if total else 1.0)
        self.done.setText(f"{self._memory.seen} van {total} bekeken" if total else "niets te doen")
        self.stepper.set_steps(
            step_number, [n for n, step in enumerate(STEPS) if not self._left[step]]
        )
        self.again.setVisible(self._memory.seen > 0)
        if step_number >= SENDING:
            self._item = None
            self._show_sending()
            return
        self._stack.setCurrentWidget(self.step)
        step = STEPS[step_number]
        items = self._left[step]
        before = key_of(self._item) if self._item is not None else ""
        self._item = next((i for i in items if key_of(i) == before), items[0] if items else None)
        assert self._found is not None
        self.step.show_step(step, items, self._item, self._found, self._desk.today())

    def choose(self, item: Item) -> None:
        """Look at another item of this step first."""
        self._item = item
        self._show_step()
        self._place.setFocus()

    def go_step(self, number: int) -> None:
        """Open a step; the last one is sending."""
        self._memory.go(min(max(0, number), SENDING))
        self._item = None
        if self._found is not None:
            self._show_step()
        self._scroll.verticalScrollBar().setValue(0)
        self._place.setFocus()

    def begin_again(self) -> None:
        """Go through everything of this week once more."""
        self._memory.again()
        self._everyone = False
        self._item = None
        self._look()

    # Doing

    def _press(self, key: Qt.Key) -> None:
        step = self._memory.step
        if self._item is None or step >= SENDING:
            return
        for action in STEPS[step].actions:
            if action.key == key:
                self.act(action.name)

    def act(self, name: str) -> None:
        """Do something with the item that is being looked at, and go on to the next."""
        item = self._item
        if item is None:
            return
        if isinstance(item, SilentClient):
            self._act_on_client(item, name)
            return
        promise, desk = item.commitment, self._desk
        send = name == "send"
        said: str | None = ""
        try:
            match name:
                case "keep":
                    said = actions.keep(desk, promise)
                case "move":
                    moved = actions.move(desk, self, promise)
                    said, send = moved if moved is not None else (None, False)
                case "day":
                    said = actions.choose_day(desk, self, promise)
                case "drop":
                    said = actions.drop(desk, self, promise)
                case _:
                    pass
        except UserError as error:
            desk.error(error.sentence)
            return
        if said is None:
            return
        self._seen(item, said, send=send)
        if name == "call":
            desk.go("klant", client_id=promise.client_id, call="ja")

    def _act_on_client(self, item: SilentClient, name: str) -> None:
        self._seen(item, "", send=name == "send")
        if name == "call":
            self._desk.go("klant", client_id=item.client_id, call="ja")

    def _seen(self, item: Item, said: str, *, send: bool) -> None:
        """An item is dealt with; what was written can be taken back."""
        key, desk = key_of(item), self._desk
        batch = desk.archive.last_batch if said else None
        step = self._memory.step
        self._memory.see(key, send=send)
        self._item = None
        self._sort_out()
        self._go_on()

        def back() -> None:
            if batch is not None:
                undo(desk.archive, batch)
            self._memory.forget(key)
            self._memory.go(step)
            self._item = item
            desk.wrote()
            self._look()

        if said:
            desk.wrote()
            desk.toast(said, back)
        elif send:
            desk.toast("Komt in het bericht aan de klant.", back)
        self._place.setFocus()

    def _go_on(self) -> None:
        """To the next item; when the step is done, to the next step with something left."""
        step = self._memory.step
        if not self._left[STEPS[step]]:
            later = (n for n in range(step + 1, SENDING) if self._left[STEPS[n]])
            earlier = (n for n in range(step) if self._left[STEPS[n]])
            self._memory.go(next(later, next(earlier, SENDING)))
        self._show_step()

    def _open_client(self) -> None:
        item = self._item
        if isinstance(item, SilentClient):
            self._desk.go("klant", client_id=item.client_id)
        elif item is not None:
            self._desk.go("klant", client_id=item.commitment.client_id)

    def _open_promise(self) -> None:
        if self._item is not None and not isinstance(self._item, SilentClient):
            self._desk.go("toezeggingen", commitment_id=self._item.commitment.id)

    # Sending

    def _show_sending(self) -> None:
        archive, clock = self._desk.archive, self._desk.clock
        self._stack.setCurrentWidget(self.sending)
        if self._writing is not None:
            self._writing.cancel()
            self._writing = None
        if self._everyone:
            # Gathers the whole round once more; what was chosen on the way is a few at most.
            self._writing = self._desk.background.run(
                week_round.drafts, archive, clock, done=self._show_drafts, owner=self
            )
            return
        some = (self._memory.promises_to_send, self._memory.clients_to_write)
        self._show_drafts(week_round.drafts(archive, clock, *some))

    def _show_drafts(self, made: tuple[ClientDraft, ...]) -> None:
        self._writing = None
        more = not self._everyone and self._found is not None and not self._found.is_empty
        self.sending.show_drafts(made, more=more)

    def _send_to_all(self) -> None:
        self._everyone = True
        self._show_sending()

    def _finished(self) -> None:
        self._desk.wrote()
        self._desk.toast("De week is afgesloten.")
        self._desk.go("vandaag")

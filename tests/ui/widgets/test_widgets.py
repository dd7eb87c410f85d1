import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from gesprekshulp.ui.widgets.badges import Badge, KindMark
from gesprekshulp.ui.widgets.buttons import IconButton, LinkButton, PrimaryButton
from gesprekshulp.ui.widgets.cards import Card, ClickRow, Separator
from gesprekshulp.ui.widgets.check import Check
from gesprekshulp.ui.widgets.empty_page import EmptyPage, WayOn
from gesprekshulp.ui.widgets.fields import (
    ComboField,
    GoalField,
    LabelledField,
    SearchField,
    TextArea,
    TextField,
)
from gesprekshulp.ui.widgets.flow import FlowLayout
from gesprekshulp.ui.widgets.labels import ElidedLabel, Muted, Span, SpanLabel, Text
from gesprekshulp.ui.widgets.progress import BusyStrip, ProgressLine
from gesprekshulp.ui.widgets.readiness_bar import ReadinessBar
from gesprekshulp.ui.widgets.segments import Segments
from gesprekshulp.ui.widgets.side_panel import Event, SidePanel
from gesprekshulp.ui.widgets.stepper import Stepper, StepState
from gesprekshulp.ui.widgets.tabs import Tabs
from gesprekshulp.ui.widgets.talk_bar import TalkBar
from gesprekshulp.ui.widgets.timeline import Moment, Timeline
from gesprekshulp.ui.widgets.toast import Toast


@pytest.fixture
def shown(qtbot):
    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        if widget.sizeHint().isEmpty():
            widget.resize(600, 400)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        return widget

    return show


@pytest.mark.parametrize(
    "make",
    [
        lambda: PrimaryButton("Gesprek starten", icon="vink"),
        lambda: LinkButton("Alle 12 bekijken", small=True),
        lambda: IconButton("meer", "Meer"),
        lambda: Badge.party("Wij"),
        Badge.late,
        lambda: KindMark("!", vague=True),
        lambda: Check("Gevraagd"),
        lambda: Check(name="Nagekomen", round_=True, checked=True),
        lambda: ProgressLine(name="Inlezen"),
    ],
)
def test_every_widget_draws_itself_and_has_a_name(qtbot, make):
    widget = make()
    qtbot.addWidget(widget)
    assert not widget.grab().isNull()
    assert widget.accessibleName()


def test_an_ampersand_in_a_name_is_shown_and_is_no_key(qtbot):
    button = PrimaryButton("Vos & Zonen")
    qtbot.addWidget(button)
    assert button.label() == "Vos & Zonen"
    assert button.shortcut().isEmpty()


def test_a_disabled_button_says_why(qtbot):
    button = PrimaryButton("Samen bevestigen")
    qtbot.addWidget(button)
    button.set_enabled_or_why(False, "nog 2 te gaan")
    assert not button.isEnabled()
    assert button.toolTip() == "nog 2 te gaan"


def test_what_a_client_typed_is_never_html(qtbot):
    for wrap in (False, True):
        label = Text("<b>Vos</b> & <img src=x>", wrap=wrap)
        qtbot.addWidget(label)
        assert label.text() == "<b>Vos</b> & <img src=x>"
    spans = SpanLabel([Span("<b>x</b>"), Span(" te laat", "late", bold=True)])
    qtbot.addWidget(spans)
    assert spans.text() == "<b>x</b> te laat"
    assert spans.accessibleName() == "<b>x</b> te laat"


def test_a_text_that_does_not_fit_has_a_tooltip(shown):
    label = shown(ElidedLabel("Een naam die hier beslist niet op past"))
    label.resize(60, 20)
    assert label.toolTip() == label.text()
    label.resize(900, 20)
    assert label.toolTip() == ""


def test_a_text_area_grows_with_what_is_typed(shown):
    area = shown(TextArea(least=2, most=4))
    low = area.height()
    area.setPlainText("een\ntwee\ndrie")
    assert area.height() > low
    area.setPlainText("\n".join("abcdefghij"))
    assert area.height() == low + 2 * (area.height() - low) // 2


def test_the_goal_is_given_without_its_opening(shown, qtbot):
    goal = shown(GoalField("heeft Annet gekozen."))
    assert goal.text() == "heeft Annet gekozen."
    with qtbot.waitSignal(goal.changed):
        goal.setText("weten we wie de overstap doet.")
    assert goal.opening.text().startswith("Aan het einde van dit gesprek")


def test_setting_the_same_text_leaves_the_cursor_where_it_is(shown):
    area = shown(TextArea("een twee"))
    cursor = area.textCursor()
    cursor.setPosition(3)
    area.setTextCursor(cursor)
    area.setText("een twee")
    assert area.textCursor().position() == 3


def test_a_sentence_stands_under_the_field_that_is_wrong(shown):
    field = TextField()
    holder = shown(LabelledField("Naam", field))
    holder.set_problem("Vul een naam in.")
    assert holder.problem() == "Vul een naam in."
    assert field.accessibleDescription() == "Vul een naam in."
    assert field.property("wrong") is True
    holder.set_problem("")
    assert field.property("wrong") is False


def test_a_choice_stays_when_the_choices_are_given_again(qtbot):
    combo = ComboField([(1, "een"), (2, "twee")])
    qtbot.addWidget(combo)
    combo.set_value(2)
    combo.set_options([(3, "drie"), (2, "twee")])
    assert combo.value() == 2


def test_escape_empties_a_search_field_and_down_asks_for_the_list(shown, qtbot):
    field = shown(SearchField("Zoeken"))
    field.setText("vos")
    qtbot.keyClick(field.edit, Qt.Key.Key_Escape)
    assert field.text() == ""
    with qtbot.waitSignal(field.down):
        qtbot.keyClick(field.edit, Qt.Key.Key_Down)


def test_segments_change_by_click_and_by_arrow(shown, qtbot):
    segments = shown(Segments([("a", "Allebei"), ("w", "Wij"), ("k", "Klant")], name="Wie"))
    told: list[str] = []
    segments.changed.connect(told.append)
    segments.set_value("w")
    assert told == []
    qtbot.keyClick(segments, Qt.Key.Key_Right)
    assert (segments.value(), told) == ("k", ["k"])
    segments._segments[0].click()
    segments._segments[0].click()
    assert told == ["k", "a"]
    assert segments._segments[0].isChecked()


def test_tabs_have_counts_and_move_by_arrow(shown, qtbot):
    tabs = shown(Tabs([("l", "Te laat"), ("a", "Alles")]))
    tabs.set_count("a", 400_000)
    assert tabs._tabs["a"].accessibleName() == "Alles, 400.000"
    with qtbot.waitSignal(tabs.changed) as told:
        qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert told.args == ["a"]


def test_every_step_can_be_clicked_and_says_where_it_is(shown, qtbot):
    stepper = shown(Stepper())
    stepper.set_steps(1, [0])
    assert stepper.states()[:3] == (StepState.DONE, StepState.ACTIVE, StepState.TO_COME)
    assert stepper._steps[1].accessibleName() == "Stap 2, Voorbereiden, nu"
    with qtbot.waitSignal(stepper.clicked) as told:
        stepper._steps[4].click()
    assert told.args == [4]


def test_readiness_and_talk_time_are_said_in_words(shown):
    bar = shown(ReadinessBar())
    bar.set_ready(4, 6)
    assert bar.accessibleName() == "4 van 6 klaar"
    talk = TalkBar()
    talk.set_minutes(15, 30, 25)
    assert "25 minuten luisteren" in talk.accessibleName()
    for minutes in ((0, 0, 0), (10, 0, 0), (0, 0, 10), (1, 1, 200)):
        talk.set_minutes(*minutes)
        talk.resize(300, 28)
        assert not talk.grab().isNull()


def test_a_card_draws_lines_between_its_rows(shown):
    card = Card()
    for word in ("een", "twee", "drie"):
        card.body().addWidget(Muted(word))
    shown(card)
    assert len(card.findChildren(Separator)) == 2
    card.clear()
    assert not [s for s in card.findChildren(Separator) if s.isVisible()]


def test_a_row_that_can_be_clicked_works_from_the_keyboard(shown, qtbot):
    row = shown(ClickRow("Openen"))
    with qtbot.waitSignal(row.clicked):
        qtbot.keyClick(row, Qt.Key.Key_Return)


def test_an_empty_page_offers_ways_on(shown):
    done: list[str] = []
    page = shown(
        EmptyPage(
            "Uw bureau is nog leeg",
            "Zet eerst uw klanten erin.",
            [
                WayOn(
                    "inlezen", "Klanten", "Uit Excel.", "Bestand kiezen", lambda: done.append("a")
                ),
                WayOn("agenda", "Plan", "Of sleep.", "Afspraak plannen", lambda: done.append("b")),
            ],
        )
    )
    page.buttons[1].click()
    assert done == ["b"]
    assert isinstance(page.buttons[0], PrimaryButton)


def test_escape_closes_the_side_panel(shown, qtbot):
    panel = shown(SidePanel())
    panel.set_title("Kosten")
    panel.set_facts([("Wie", "Steven"), ("Aan", Muted("Annet"))])
    panel.set_history([Event("gesprek", "Toegezegd", "do 12 feb", "“Ja.”")])
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.isHidden()


def test_a_message_can_be_undone_by_button_once(shown):
    window = shown(QWidget())
    toast, undone = Toast(window), []
    toast.tell("Klant verwijderd.", lambda: undone.append(1))
    assert toast.isVisible()
    assert window.rect().contains(toast.geometry().center())
    toast.undo_button.click()
    toast.undo()
    assert undone == [1]
    assert toast.isHidden()


def test_a_message_can_be_undone_with_ctrl_z(shown, qtbot):
    window = shown(QWidget())
    toast, undone = Toast(window), []
    toast.tell("Klant verwijderd.", lambda: undone.append(1))
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [1]


def test_an_error_offers_no_undo_and_a_next_message_replaces_it(shown):
    toast = Toast(shown(QWidget()))
    toast.fail("Het bestand is leeg.")
    assert not toast.undo_button.isVisible()
    toast.tell("Bewaard.")
    assert toast.words.text() == "Bewaard."


def test_a_reminder_waits_until_undoing_is_no_longer_offered(shown):
    toast, opened = Toast(shown(QWidget())), []
    toast.tell("Klant verwijderd.", lambda: toast.tell("Klant is terug."))
    toast.remind("Te laat: offerte sturen.", lambda: opened.append(1), action="Bekijken")
    assert toast.words.text() == "Klant verwijderd."
    toast.undo()
    assert toast.words.text() == "Klant is terug."
    toast.dismiss()
    assert toast.words.text() == "Te laat: offerte sturen."
    toast.undo_button.click()
    assert opened == [1]
    assert toast.isHidden()


def test_a_long_timeline_is_shown_in_parts(shown, qtbot):
    line = shown(Timeline())
    line.set_moments([Moment(str(n), "ma 9 mrt", "telefoon", f"Contact {n}") for n in range(70)])
    assert line.shown() == 30
    more = [b for b in line.findChildren(LinkButton) if b.label() == "Nog 30 tonen"]
    more[-1].click()
    assert line.shown() == 60


def test_a_timeline_shows_another_client_in_the_rows_it_has(shown, qtbot):
    line = shown(Timeline())
    told: list[str] = []
    line.opened.connect(told.append)
    planned = Moment("a1", "morgen\n9:00", "agenda", "Jaargesprek", planned=True, missing="2 open")
    past = [
        Moment(f"c{n}", "ma 9 mrt", "telefoon", f"Gebeld {n}", "Over de prijs", "Klacht", "let-op")
        for n in range(3)
    ]
    line.set_moments([planned, *past], earlier=True)
    before = line.findChildren(QWidget)
    line.set_moments([Moment("x1", "di 10 mrt", "mail", "Alleen een titel")])
    assert set(line.findChildren(QWidget)) == set(before)
    seen = [w for w in line.findChildren(QWidget) if w.isVisible()]
    words = [w.text() for w in seen if isinstance(w, ElidedLabel | Muted | Badge)]
    assert words == ["Alleen een titel"]
    assert not [w for w in seen if isinstance(w, LinkButton)]
    row = next(w for w in seen if w.accessibleName() == "di 10 mrt: Alleen een titel. ")
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert told == ["x1"]


def test_tab_goes_along_the_moments_from_new_to_old(shown, qtbot):
    line = shown(Timeline())
    line.set_moments([Moment("c1", "ma 9 mrt", "telefoon", "Gebeld")])
    line.set_moments(
        [
            Moment("a1", "morgen\n9:00", "agenda", "Jaargesprek", planned=True),
            Moment("c1", "ma 9 mrt", "telefoon", "Gebeld"),
            Moment("c2", "vr 6 mrt", "mail", "Gemaild"),
        ],
        earlier=True,
    )
    stop = next(w for w in line.findChildren(QWidget) if "Jaargesprek" in w.accessibleName()
                and w.focusPolicy() is Qt.FocusPolicy.TabFocus)  # fmt: skip
    stop.setFocus()
    names = []
    for _ in range(5):
        focused = QApplication.focusWidget()
        names.append(focused.accessibleName() or focused.label())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert [name.split(".")[0] for name in names] == [
        "morgen 9:00: Jaargesprek", "Openen", "ma 9 mrt: Gebeld", "vr 6 mrt: Gemaild",
        "Eerdere laten zien",
    ]  # fmt: skip


def test_a_moment_is_opened_by_its_link_by_a_click_or_by_enter(shown, qtbot):
    line = shown(Timeline())
    told: list[str] = []
    line.opened.connect(told.append)
    line.set_moments(
        [
            Moment("a1", "vandaag\n15:30", "agenda", "Jaargesprek", planned=True),
            Moment("c1", "ma 9 mrt", "telefoon", "Scanners vallen weg"),
        ]
    )
    next(b for b in line.findChildren(LinkButton) if b.label() == "Openen").click()
    row = next(w for w in line.findChildren(QWidget) if "Scanners" in w.accessibleName())
    row = row if row.focusPolicy() != Qt.FocusPolicy.NoFocus else row.parentWidget()
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert told == ["a1", "c1", "c1"]


def test_quick_work_shows_no_strip_and_slow_work_can_be_cancelled(shown, qtbot):
    window = shown(QWidget())
    strip = BusyStrip(window)
    strip.start("Inlezen")
    strip.stop()
    assert strip.isHidden()
    strip.start("Inlezen")
    qtbot.waitUntil(strip.isVisible, timeout=2000)
    strip.set_progress(1, 4)
    assert strip.line.part() == 0.25
    with qtbot.waitSignal(strip.cancelled):
        strip.cancel.click()


def test_a_choice_that_does_not_fit_ends_with_dots_and_says_it_all_in_a_tooltip(shown):
    field = ComboField(((1, "Wij, Steven van Dalen-Oosterhout"), (2, "Klant")), name="Wie")
    field.setFixedWidth(110)
    shown(field)
    field.grab()
    assert field.toolTip() == "Wij, Steven van Dalen-Oosterhout"
    field.set_value(2)
    field.grab()
    assert field.toolTip() == ""


def test_the_badges_of_parties_are_equally_wide(qtbot):
    wide = {Badge.party(word).sizeHint().width() for word in ("Wij", "Klant", "Derde")}
    assert len(wide) == 1


def test_a_flow_is_as_high_as_its_lines_also_after_one_comes_or_changes(shown, qtbot):
    holder = QWidget()
    flow = FlowLayout(holder, gap=8)
    links = [LinkButton("Verbeteren"), LinkButton("Overslaan")]
    for link in links:
        flow.addWidget(link)
    shown(holder)
    wide = sum(link.sizeHint().width() for link in links) + 8
    one = links[0].sizeHint().height()
    assert flow.heightForWidth(wide) == one
    assert flow.heightForWidth(wide - 1) == 2 * one + 8
    links[1].set_label("Overslaan in alle versies")
    assert flow.heightForWidth(wide) == 2 * one + 8
    more = LinkButton("Toevoegen")
    flow.addWidget(more)
    more.show()
    assert flow.heightForWidth(wide) == 3 * one + 16

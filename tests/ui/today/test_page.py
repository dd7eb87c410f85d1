"""Vandaag, as an adviser uses it in the morning."""

from __future__ import annotations

from datetime import date, time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from gesprekshulp.domain.commitment import CommitmentState
from gesprekshulp.services import commitments, week_closed
from gesprekshulp.services.appointments import local_moment
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.appointment.page import AppointmentPage
from gesprekshulp.ui.today.page import TodayPage
from gesprekshulp.ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from gesprekshulp.ui.widgets.cards import ClickRow
from gesprekshulp.ui.widgets.form_dialog import FormDialog
from tests.office import a_client, a_commitment, a_contact, a_participant, an_appointment
from tests.ui.windows import Opened, a_window, begun, press, words_in

TEN = local_moment(date(2026, 3, 12), time(10))


def a_day(work) -> None:
    """A bakery at ten, a farm in the afternoon, one promise too late and one for tomorrow."""
    begun(work)
    bakery, farm, silent = a_client(), a_client("Melkveebedrijf Hoekstra"), a_client("Lindehof")
    work.clients.save_all([bakery, farm, silent])
    first = an_appointment(bakery, place="Molenstraat 18, Heerdam", starts_at=TEN)
    work.appointments.save(first)
    work.participants.save(a_participant(first, role="eigenaar"))
    later = an_appointment(farm, title="Overname", starts_at=TEN + timedelta(hours=4))
    work.appointments.save(later)
    work.commitments.save(a_commitment(bakery, "kosten vergelijken", due=date(2026, 3, 10)))
    work.commitments.save(a_commitment(farm, "taxatie aanvragen", due=date(2026, 3, 13)))
    work.contacts.save(a_contact(silent, "Rondje", at=TEN - timedelta(days=300)))


def page(window: Opened) -> TodayPage:
    found = window.shell.page("vandaag")
    assert isinstance(found, TodayPage)
    return found


def button(widget, kind: type[QPushButton], words: str) -> QPushButton:
    return next(b for b in widget.findChildren(kind) if words in b.text() and b.isVisible())


def test_the_first_talk_stands_on_a_card_with_when_who_where_and_what_is_missing(tmp_path, clock):
    with a_window(tmp_path, clock, a_day) as window:
        said = words_in(page(window).next_card)
    assert "Bakkerij De Halm" in said
    assert "Keuze van het kassasysteem" in said
    assert "Nu eerst" in said
    assert "over 48 minuten" in said
    assert any("Molenstraat 18" in words for words in said)
    assert any("Doel" in words or "doel" in words for words in said)


def test_what_is_missing_jumps_to_preparing_with_the_need(tmp_path, clock, monkeypatch):
    with a_window(tmp_path, clock, a_day) as window:
        asked: list[dict[str, object]] = []
        monkeypatch.setattr(
            window.desk, "go", lambda name, **where: asked.append({"page": name, **where})
        )
        missing = page(window).next_card.findChildren(SecondaryButton)
        missing[0].click()
    assert asked[0]["page"] == "afspraak"
    assert asked[0]["step"] == "voorbereiden"
    assert asked[0]["focus"] == "doel"


def test_a_missing_goal_puts_the_cursor_in_the_goal(tmp_path, clock, qtbot):
    with a_window(tmp_path, clock, a_day) as window:
        window.frame.activateWindow()
        page(window).next_card.findChildren(SecondaryButton)[0].click()
        window.settle()
        assert window.shell.current() == "afspraak"
        appointment = window.shell.page("afspraak")
        assert isinstance(appointment, AppointmentPage)
        qtbot.wait(30)
        focus = appointment.focusWidget()
        assert focus is not None
        assert "doel" in focus.accessibleName().lower()


def test_the_button_opens_preparing(tmp_path, clock):
    with a_window(tmp_path, clock, a_day) as window:
        page(window).next_card.findChildren(PrimaryButton)[0].click()
        window.settle()
        assert window.shell.current() == "afspraak"
        assert window.shell.page("afspraak").place()["step"] == "voorbereiden"


def test_the_rest_of_the_day_opens_its_appointment(tmp_path, clock):
    with a_window(tmp_path, clock, a_day) as window:
        assert "Melkveebedrijf Hoekstra" in words_in(page(window).side.rest)
        page(window).side.rest.findChildren(ClickRow)[0].clicked.emit()
        window.settle()
        assert window.shell.current() == "afspraak"
        assert window.frame.windowTitle().startswith("Overname")


def test_a_promise_is_kept_with_one_click_and_taken_back_with_another(tmp_path, clock):
    with a_window(tmp_path, clock, a_day) as window:
        promises = page(window).promises
        rows = [promises.model().row_at(n) for n in range(promises.model().rowCount())]
        place = next(n for n, row in enumerate(rows) if row.text == "Kosten vergelijken")
        promises.checked.emit(place)
        window.settle()
        with window.archive.reading() as work:
            state = next(c.state for c in work.commitments.all() if "kosten" in c.what)
        assert state is CommitmentState.KEPT_LATE
        assert window.said == "Toezegging nagekomen."
        texts = [promises.model().row_at(n).text for n in range(promises.model().rowCount())]
        assert "Kosten vergelijken" not in texts
        window.shell.toast.undo()
        window.settle()
        texts = [promises.model().row_at(n).text for n in range(promises.model().rowCount())]
        assert "Kosten vergelijken" in texts


def test_a_promise_that_another_window_closed_is_said_so_and_leaves_the_list(tmp_path, clock):
    with a_window(tmp_path, clock, a_day) as window:
        promises = page(window).promises
        rows = [promises.model().row_at(n) for n in range(promises.model().rowCount())]
        place = next(n for n, row in enumerate(rows) if row.text == "Kosten vergelijken")
        other = Archive.open(tmp_path, clock.now)
        with other.reading() as work:
            promise = next(c for c in work.commitments.all() if "kosten" in c.what)
        commitments.keep(other, clock, promise.id)
        other.close()
        promises.checked.emit(place)
        window.settle()
        assert window.said == (
            "“kosten vergelijken” is al te laat nagekomen; heropen de toezegging eerst."
        )
        texts = [promises.model().row_at(n).text for n in range(promises.model().rowCount())]
        assert "Kosten vergelijken" not in texts


def test_on_a_narrow_screen_the_client_stands_under_the_promise(tmp_path, clock):
    with a_window(tmp_path, clock, a_day) as window:
        window.frame.resize(1280, 800)
        window.settle()
        view = page(window).promises
        narrow = [view.model().row_at(n) for n in range(view.model().rowCount())]
        clients = {"Bakkerij De Halm", "Melkveebedrijf Hoekstra"}
        assert {row.second for row in narrow if not row.heading} == clients
        assert view.rows.columns.client == 0
        assert view.height() == view.content_height()
        low = view.height()
        window.frame.resize(1920, 1080)
        window.settle()
        wide = [view.model().row_at(n) for n in range(view.model().rowCount())]
        assert {row.client for row in wide if not row.heading} == clients
        assert view.height() < low


def test_the_heading_says_so_when_more_are_too_late_than_are_shown(tmp_path, clock, qtbot):
    def many_late(work) -> None:
        begun(work)
        client = a_client()
        work.clients.save(client)
        for day in range(2, 9):
            work.commitments.save(a_commitment(client, f"werk {day}", due=date(2026, 3, day)))

    with a_window(tmp_path, clock, many_late) as window:
        model = page(window).promises.model()
        qtbot.waitUntil(lambda: model.row_at(0).text == "Te laat: de laatste 4 van 7")
        rows = [model.row_at(n) for n in range(model.rowCount())]
    assert rows[0].heading
    assert sum(row.late for row in rows[1:]) == 4


def test_a_promise_is_opened_in_the_register(tmp_path, clock, monkeypatch):
    with a_window(tmp_path, clock, a_day) as window:
        asked: list[tuple[str, dict[str, object]]] = []
        monkeypatch.setattr(window.desk, "go", lambda name, **where: asked.append((name, where)))
        promises = page(window).promises
        promises.select(1)
        press(promises, Qt.Key.Key_Return)
    assert asked[0][0] == "toezeggingen"
    assert asked[0][1]["commitment_id"]


def test_who_needs_attention_can_be_called_or_put_off_for_a_week(tmp_path, clock, monkeypatch):
    asked: list[object] = []
    monkeypatch.setattr(FormDialog, "ask", lambda *given, **_: asked.append(given))
    with a_window(tmp_path, clock, a_day) as window:
        today = page(window)
        window.until(lambda: "Lindehof" in words_in(today.side.attention))
        button(today.side.attention, LinkButton, "Later").click()
        window.until(lambda: not today.side._attention_shown)
        assert window.said == "Lindehof komt over een week terug."
        window.shell.toast.undo()
        window.until(lambda: "Lindehof" in words_in(today.side.attention))
        button(today.side.attention, LinkButton, "Bellen").click()
        window.settle()
        assert window.shell.current() == "klant"
        assert window.frame.windowTitle().startswith("Lindehof")
        # What was said on the telephone is asked for at once.
        assert len(asked) == 1


def test_an_empty_desk_says_what_to_do(tmp_path, clock):
    with a_window(tmp_path, clock) as window:
        assert "Uw bureau is nog leeg" in words_in(page(window))
        assert not page(window).new_button.isVisible()
        page(window).findChildren(PrimaryButton)[0].click()
        window.settle()
        assert window.shell.current() == "inlezen"


def test_the_empty_desk_goes_when_the_first_client_comes(tmp_path, clock):
    with a_window(tmp_path, clock) as window:
        with window.archive.transaction("proef") as work:
            work.clients.save(a_client())
        window.desk.wrote()
        window.settle()
        said = words_in(page(window))
        assert "Uw bureau is nog leeg" not in said
        assert "Er staat geen gesprek gepland." in said


def test_a_minute_later_the_card_says_so_and_the_keyboard_stays_where_it_was(tmp_path, clock):
    with a_window(tmp_path, clock, a_day) as window:
        window.frame.activateWindow()
        start = page(window).next_card.findChildren(PrimaryButton)[0]
        start.setFocus()
        page(window)._refresh_if_seen()
        window.settle()
        assert page(window).next_card.findChildren(PrimaryButton)[0] is start
        window.desk.clock = Clock(clock.today(), clock.fixed_time.replace(minute=30))
        page(window)._refresh_if_seen()
        window.settle()
        shown = [b for b in page(window).next_card.findChildren(PrimaryButton) if b.isVisible()]
        assert shown != [start]
        assert "over 30 minuten" in words_in(page(window).next_card)


def test_long_names_do_not_make_the_page_wider_than_the_window(tmp_path, clock):
    def long(work) -> None:
        begun(work)
        name = "Coöperatieve Vereniging tot Instandhouding van de Landbouwkundige Werken " * 2
        client = a_client(name.strip())
        work.clients.save(client)
        meeting = an_appointment(
            client, title="Vergadering " * 20, place="Straat " * 20, starts_at=TEN
        )
        work.appointments.save(meeting)
        work.appointments.save(
            an_appointment(client, title="x" * 200, starts_at=TEN + timedelta(hours=3))
        )
        work.commitments.save(a_commitment(client, "een heel lange toezegging " * 10))

    with a_window(tmp_path, clock, long) as window:
        assert window.frame.width() == 1280
        shown = page(window)._scroll
        assert shown.holder.minimumSizeHint().width() <= shown.viewport().width()


def test_on_fridays_the_week_is_rounded_off_from_here_once(tmp_path):
    friday = Clock(date(2026, 3, 13))
    with a_window(tmp_path, friday, a_day) as window:
        link = page(window).week_link
        assert link.isVisible()
        link.click()
        window.settle()
        assert window.shell.current() == "weekafsluiting"
        week_closed.finish(window.archive, window.desk.clock)
        window.go("vandaag")
        assert not page(window).week_link.isVisible()


def test_on_other_days_nothing_is_said_of_rounding_off(tmp_path, clock):
    with a_window(tmp_path, clock, a_day) as window:
        assert not page(window).week_link.isVisible()


def test_in_a_small_window_the_right_side_is_whole(tmp_path, clock):
    with a_window(tmp_path, clock, a_day, size=(1000, 640)) as window:
        right = page(window).side.rest
        end = right.mapTo(page(window), right.rect().topRight()).x()
        assert end < page(window).width()

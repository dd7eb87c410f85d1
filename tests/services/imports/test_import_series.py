"""Series of calendar events against what the archive has of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gesprekshulp.services.clock import Clock
from gesprekshulp.services.imports import plan
from gesprekshulp.storage.archive import Archive
from tests.exchange.samples import calendar

from .taking_in import appointments, counts, take_in

SERIES = "UID:reeks\nSUMMARY:Overleg\nSEQUENCE:{0}\nDTSTART:{1}T090000Z\nRRULE:FREQ=WEEKLY;COUNT=3"


def test_a_moved_series_takes_its_preparation_along(office: Archive, clock: Clock) -> None:
    take_in(office, clock, ("a.ics", calendar(SERIES.format(0, "20261201"))))
    before = appointments(office)
    result = take_in(office, clock, ("a.ics", calendar(SERIES.format(1, "20261202"))))
    assert counts(result) == (0, 3, 0, 0)
    assert [one.id for one in appointments(office)] == [one.id for one in before]
    assert [one.starts_at.day for one in appointments(office)] == [2, 9, 16]
    again = plan(office, clock, [("a.ics", calendar(SERIES.format(1, "20261202")))])
    assert counts(again) == (0, 0, 3, 0)


def test_an_occurrence_that_leaves_its_series_is_called_off(office: Archive, clock: Clock) -> None:
    take_in(office, clock, ("a.ics", calendar(SERIES.format(0, "20261201"))))
    without = calendar(SERIES.format(0, "20261201") + "\nEXDATE:20261208T090000Z")
    result = take_in(office, clock, ("a.ics", without))
    assert counts(result) == (0, 1, 2, 0)
    states = [one.status.value for one in appointments(office)]
    assert states == ["gepland", "afgezegd", "gepland"]
    assert counts(plan(office, clock, [("a.ics", without)])) == (0, 0, 2, 0)


def test_a_series_called_off_as_a_whole_brings_nothing_that_was_not_there(
    office: Archive, clock: Clock
) -> None:
    without = SERIES.format(0, "20261201") + "\nEXDATE:20261208T090000Z"
    take_in(office, clock, ("a.ics", calendar(without)))
    # Outlook leaves the exceptions out of what it sends when a series is withdrawn.
    withdrawn = calendar(SERIES.format(1, "20261201"), method="CANCEL")
    assert counts(take_in(office, clock, ("b.ics", withdrawn))) == (0, 2, 1, 0)
    assert [one.starts_at.day for one in appointments(office)] == [1, 15]
    assert {one.status.value for one in appointments(office)} == {"afgezegd"}


def test_a_series_withdrawn_without_its_rule_is_called_off_from_now_on(
    office: Archive, clock: Clock
) -> None:
    take_in(office, clock, ("a.ics", calendar(SERIES.format(2, "20261117"))))
    rule = SERIES.partition("RRULE")[2].partition("\n")[0]
    single = SERIES.replace(f"\nRRULE{rule}", "")
    older = calendar(single.format(1, "20261117"), method="CANCEL")
    assert counts(take_in(office, clock, ("b.ics", older))) == (0, 0, 1, 0)
    # As Exchange and Google send it: one event with the identifier of the series.
    withdrawn = calendar(single.format(3, "20261117"), method="CANCEL")
    result = take_in(office, clock, ("b.ics", withdrawn))
    assert counts(result) == (0, 1, 0, 0)
    assert result.plan.changes[0].details[0] == "De reeks is afgezegd: 2 afspraken"
    states = [one.status.value for one in appointments(office)]
    assert states == ["gepland", "afgezegd", "afgezegd"]
    assert counts(plan(office, clock, [("b.ics", withdrawn)])) == (0, 0, 1, 0)


def test_a_series_that_becomes_a_single_talk_keeps_one_and_calls_off_the_rest(
    office: Archive, clock: Clock
) -> None:
    take_in(office, clock, ("a.ics", calendar(SERIES.format(0, "20261201"))))
    first = appointments(office)[0]
    rule = SERIES.partition("RRULE")[2].partition("\n")[0]
    single = calendar(SERIES.replace(f"\nRRULE{rule}", "").format(1, "20261202"))
    result = take_in(office, clock, ("b.ics", single))
    assert counts(result) == (0, 1, 0, 0)
    assert "De reeks is vervallen: 2 andere afspraken afgezegd" in result.plan.changes[0].details
    found = [(one.starts_at.day, one.status.value) for one in appointments(office)]
    assert found == [(2, "gepland"), (8, "afgezegd"), (15, "afgezegd")]
    assert appointments(office)[0].id == first.id
    assert counts(plan(office, clock, [("b.ics", single)])) == (0, 0, 1, 0)


def test_an_exception_that_comes_later_moves_one_occurrence(office: Archive, clock: Clock) -> None:
    take_in(office, clock, ("a.ics", calendar(SERIES.format(0, "20261201"))))
    one = "UID:reeks\nRECURRENCE-ID:20261208T090000Z\nDTSTART:20261210T090000Z\nSEQUENCE:1"
    assert counts(take_in(office, clock, ("b.ics", calendar(one)))) == (0, 1, 0, 0)
    assert [made.starts_at.day for made in appointments(office)] == [1, 10, 15]


@pytest.mark.parametrize("moved_to", ["14", "09"])
def test_a_series_that_comes_after_one_of_its_exceptions_is_taken_in_whole(
    office: Archive, clock: Clock, moved_to: str
) -> None:
    one = (
        "UID:r\nRECURRENCE-ID:20261210T090000Z\nSUMMARY:Verzet deel\nSEQUENCE:1\n"
        f"DTSTART:20261210T{moved_to}0000Z\nDTEND:20261210T{moved_to}3000Z"
    )
    whole = (
        "UID:r\nDTSTART:20261203T090000Z\nDTEND:20261203T100000Z\n"
        "RRULE:FREQ=WEEKLY;COUNT=3\nSUMMARY:Reeks"
    )
    take_in(office, clock, ("los.ics", calendar(one)))
    both = calendar(f"{whole}\nEND:VEVENT\nBEGIN:VEVENT\n{one}")
    assert counts(take_in(office, clock, ("reeks.ics", both))) == (2, 0, 1, 0)
    assert [made.title for made in appointments(office)] == ["Reeks", "Verzet deel", "Reeks"]


def test_a_series_at_another_hour_keeps_each_occurrence_on_its_own_day(
    office: Archive, clock: Clock
) -> None:
    def series(hour: int, sequence: int, more: str = "", count: int = 3) -> bytes:
        return calendar(
            f"UID:r\nDTSTART:202612{7:02}T{hour:02}0000Z\nDTEND:202612{7:02}T{hour:02}3000Z\n"
            f"RRULE:FREQ=WEEKLY;COUNT={count}\nSUMMARY:Reeks\nSEQUENCE:{sequence}{more}"
        )

    take_in(office, clock, ("r.ics", series(9, 0, "\nEXDATE:20261214T090000Z")))
    last = appointments(office)[-1]
    with office.transaction() as work:
        work.appointments.save(replace(last, goal="weten we wat de cijfers zeggen"))
    take_in(office, clock, ("r.ics", series(11, 1)))
    found = {one.starts_at.day: one for one in appointments(office)}
    assert sorted(found) == [7, 14, 21]
    assert (found[21].id, found[21].goal) == (last.id, "weten we wat de cijfers zeggen")


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("SEQUENCE:0", "SEQUENCE:1"),
        ("LAST-MODIFIED:20261101T090000Z", "LAST-MODIFIED:20261102T090000Z"),
    ],
)
def test_an_older_version_of_a_moved_series_puts_nothing_beside_it(
    office: Archive, clock: Clock, older: str, newer: str
) -> None:
    def series(hour: int, version: str) -> bytes:
        return calendar(
            f"UID:reeks\nDTSTART:20261117T{hour:02}0000Z\nDTEND:20261117T{hour + 1:02}0000Z\n"
            f"RRULE:FREQ=WEEKLY;COUNT=4\nSUMMARY:Reeks\n{version}"
        )

    take_in(office, clock, ("a.ics", series(8, older)))
    take_in(office, clock, ("b.ics", series(10, newer)))
    before = appointments(office)
    # What was held stays at the time at which it was.
    assert [one.starts_at.hour for one in before] == [8, 10, 10, 10]
    assert counts(take_in(office, clock, ("a.ics", series(8, older)))) == (0, 0, 4, 0)
    assert appointments(office) == before


def test_a_series_twice_a_day_at_other_hours_keeps_each_talk_in_its_place(
    office: Archive, clock: Clock
) -> None:
    def series(sequence: int, hours: str) -> bytes:
        first = hours.partition(",")[0]
        return calendar(
            f"UID:r\nDTSTART:20261207T{first:0>2}0000Z\nDURATION:PT30M\nSUMMARY:Ronde\n"
            f"RRULE:FREQ=DAILY;COUNT=4;BYHOUR={hours}\nSEQUENCE:{sequence}"
        )

    take_in(office, clock, ("r.ics", series(0, "9,15")))
    before = appointments(office)
    assert len(before) == 4
    assert counts(take_in(office, clock, ("r.ics", series(1, "10,16")))) == (0, 4, 0, 0)
    after = appointments(office)
    assert [one.id for one in after] == [one.id for one in before]
    assert [(one.starts_at.day, one.starts_at.hour) for one in after] == [
        (7, 10), (7, 16), (8, 10), (8, 16),
    ]  # fmt: skip

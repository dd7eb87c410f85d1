"""On which page a heading stands, and in how many lines a text comes."""

import pytest

from gesprekshulp.domain.page import Room
from gesprekshulp.domain.paper import Cell, Heading, Paragraph, Span, Table
from gesprekshulp.exchange.word.letter_widths import lines
from gesprekshulp.exchange.word.pages import page_numbers

ROOM = Room(width=9000, height=200.0)


def text(count: int) -> Paragraph:
    return Paragraph((Span("\n".join("regel" for _ in range(count))),))


@pytest.mark.parametrize(
    ("words", "width", "expected"),
    [
        ("", 10, 1),
        ("kassa", 10, 1),
        ("een twee drie vier vijf zes zeven acht", 10, 2),
        ("eerste regel\ntweede regel", 40, 2),
        ("W" * 30, 10, 3),
        ("漢" * 25, 10, 3),
        ("ééééé", 10, 1),
    ],
)
def test_text_is_wrapped_at_spaces(words: str, width: float, expected: int) -> None:
    assert lines(words, width) == expected


def test_a_heading_goes_along_with_the_first_lines_below_it() -> None:
    # Ten lines of 14.7 leave room for a heading, but not for two lines below that.
    assert page_numbers((text(10), Heading("Kop"), text(6)), ROOM) == [2]
    assert page_numbers((text(8), Heading("Kop"), text(6)), ROOM) == [1]


def test_a_table_starts_again_with_its_head_on_a_next_page() -> None:
    rows = tuple((Cell("a"), Cell("b")) for _ in range(18))
    table = Table(("A", "B"), (50, 50), rows, "")
    # Ten rows on a page, of which one is the head each time.
    assert page_numbers((table, Heading("Kop"), text(1)), ROOM) == [3]


def test_no_line_is_left_alone() -> None:
    # Two lines are left on the first page: three stay together, four are halved.
    below = (text(7), Heading("Kop"), text(1))
    assert page_numbers((text(11), text(3), *below), ROOM) == [3]
    assert page_numbers((text(11), text(4), *below), ROOM) == [2]

"""A text set in lines of one height, and the label that shows it."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gesprekshulp.ui.widgets.labels import Muted, Span, SpanLabel, Text
from gesprekshulp.ui.widgets.set_text import LINE_HEIGHT, SetText

WORDS = "een twee drie vier vijf zes zeven acht negen tien elf twaalf"


@pytest.fixture(autouse=True)
def app(qapp):
    return qapp


@pytest.mark.parametrize("size", LINE_HEIGHT)
def test_every_line_is_as_high_as_the_size_asks(size):
    text = SetText(WORDS, size)
    one = LINE_HEIGHT[size]
    assert text.height(text.width()) == one
    assert text.height(text.width() - 1) == 2 * one


def test_nothing_takes_no_room():
    assert (SetText("", 14).height(100), SetText("", 14).width()) == (0, 0)


def test_a_line_break_is_one_on_screen():
    text = SetText("Van Dalen Advies\nMolenstraat 18", 14)
    assert text.height(1_000) == 40
    assert text.width() == SetText("Van Dalen Advies", 14).width()


@pytest.mark.parametrize("words", ["De offerte gaat woensdag\nwij wachten op de afspraken", WORDS])
def test_at_its_own_width_no_line_is_broken(words):
    text = SetText(words, 14)
    assert text.height(text.width()) == 20 * (1 + words.count("\n"))
    assert text._lay_out(text.width()).lineCount() == 1 + words.count("\n")


def test_margins_that_come_later_count(qtbot):
    label = Text(WORDS, wrap=True)
    qtbot.addWidget(label)
    before = label.heightForWidth(120)
    label.setContentsMargins(0, 10, 0, 10)
    assert label.heightForWidth(120) == before + 20


def test_a_word_without_end_breaks_where_it_must():
    text = SetText("a" * 400, 14)
    assert text.least_width() == text.width()
    assert text.height(100) > 20 * 10


def test_bold_is_wider_than_plain():
    looks = SpanLabel([Span(WORDS, bold=True)])
    assert looks.sizeHint().width() > Text(WORDS).sizeHint().width()
    assert looks.sizeHint().height() == 20


def test_a_look_ends_where_its_span_does_also_behind_an_emoji(qtbot):
    label = SpanLabel([Span("🙂🙂 "), Span("te laat", "late"), Span(" en dan zwart")])
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    picture = label.grab().toImage()
    red = [
        x
        for x in range(picture.width())
        if any(_is_red(picture.pixelColor(x, y)) for y in range(picture.height()))
    ]
    # After the last red column stands the rest of the text, in the colour of text.
    assert red
    assert max(red) < picture.width() - 60


def _is_red(colour):
    return colour.red() > 150 and colour.green() < 120 and colour.blue() < 120


def test_a_label_in_a_narrow_column_gets_all_its_lines(qtbot):
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    label = Muted(WORDS, size=14, wrap=True)
    column.addWidget(label)
    column.addStretch(1)
    qtbot.addWidget(page)
    page.resize(150, 400)
    page.show()
    assert label.height() == SetText(WORDS, 14).height(150) >= 60
    page.resize(300, 400)
    assert label.height() == SetText(WORDS, 14).height(300)
    label.setText("kort")
    column.activate()
    assert label.height() == 20


def test_a_label_says_its_text_to_a_screen_reader():
    label = SpanLabel([Span("di 10 mrt · "), Span("2 dagen te laat", "late", bold=True)])
    assert label.accessibleName() == label.text() == "di 10 mrt · 2 dagen te laat"
    assert Text("vandaag", wrap=True).accessibleName() == "vandaag"


def test_a_link_without_spaces_asks_no_more_room_than_a_long_word(qtbot):
    link = Text("https://voorbeeld.example/" + "pad" * 90, wrap=True)
    word = Text("verzekeringstussenpersoon", wrap=True)
    qtbot.addWidget(link)
    qtbot.addWidget(word)
    assert link.minimumSizeHint().width() <= 270
    assert word.minimumSizeHint().width() == SetText(word.text(), 14).width()
    assert link.heightForWidth(240) > 5 * LINE_HEIGHT[14]

from lxml import etree

from gesprekshulp.domain.clean import clean, one_line
from gesprekshulp.exchange.word.fit import fitted
from gesprekshulp.exchange.word.styles import accent
from gesprekshulp.exchange.word.xml import W, columns, run


def texts(markup: str) -> list[str]:
    tree = etree.fromstring(f'<w:p xmlns:w="{W}">{markup}</w:p>')
    return [node.text or "" for node in tree.iter(f"{{{W}}}t")]


def test_what_xml_cannot_hold_is_left_out_and_the_rest_is_kept():
    assert clean("a\x00b\x1fc\ud800d\ufffee\U0001ffff👩‍👩‍👧 עברית ]]>") == "abcde👩‍👩‍👧 עברית ]]>"


def test_markup_in_a_text_stays_text():
    assert texts(run('<w:br/> & "x" ]]>')) == ['<w:br/> & "x" ]]>']


def test_every_kind_of_line_end_becomes_a_line_break():
    assert texts(run("een\r\ntwee\x0bdrie\u2028vier\nvijf")) == [
        "een",
        "twee",
        "drie",
        "vier",
        "vijf",
    ]


def test_spaces_at_the_edges_survive():
    assert texts(run("  naam ")) == ["  naam "]


def test_an_empty_text_has_no_run():
    assert run("\x00") == ""


def test_column_widths_add_up_to_the_whole():
    assert sum(columns(9412, 6, 42, 22, 30)) == 9412


def test_a_long_line_ends_with_an_ellipsis():
    assert one_line("een  twee\ndrie", 9) == "een twee…"


def test_a_firm_colour_is_kept_when_it_can_be_read_and_darkened_when_not():
    assert accent("#0e6470") == "0E6470"
    assert accent("geen kleur") == "0E6470"
    assert accent("#FFFF00") not in ("FFFF00", "0E6470")


def test_a_text_is_cut_to_the_lines_it_may_take():
    cut, lines = fitted("woord " * 200, width=40, lines=2)
    assert cut.endswith("…")
    assert lines == 2
    assert fitted(cut, 40, 5)[1] == 2
    assert fitted("kort", 40, 2) == ("kort", 1)


def test_a_word_of_ten_thousand_letters_is_cut_as_well():
    cut, lines = fitted("W" * 10_000, 40, 3)
    assert lines == fitted(cut, 40, 9)[1] == 3

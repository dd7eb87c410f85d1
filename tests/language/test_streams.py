import pytest

from gesprekshulp.domain.errors import UserError
from gesprekshulp.language.streams import term_line


@pytest.mark.parametrize(
    ("text", "day", "vague"),
    [
        ("uiterlijk vrijdag", "2026-03-13", False),
        ("zsm", None, True),
        ("zodra het contract getekend is", None, False),
        ("30 februari", None, True),
        ("gisteren", "2026-03-10", False),
        ("", None, True),
    ],
)
def test_a_line_gives_the_day_and_whether_it_binds(text: str, day: str | None, vague: bool):
    answer = term_line({"tekst": text, "peildatum": "2026-03-11"})
    assert answer == {"tekst": text, "termijn": day, "vrijblijvend": vague}


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"tekst": "morgen"},
        {"tekst": 3, "peildatum": "2026-03-11"},
        {"tekst": "", "peildatum": "x"},
    ],
)
def test_a_bad_line_is_refused_with_a_dutch_sentence(record: dict[str, object]):
    with pytest.raises(UserError, match="veld"):
        term_line(record)

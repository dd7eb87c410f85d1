"""What a client has already may be told again: the same words, and no others."""

from __future__ import annotations

import pytest

from gesprekshulp.domain.text import InternalText
from gesprekshulp.services.checking_leaks import LeakSearch
from gesprekshulp.services.leak_words import Whose, full_name

SECRET = "vindt de helpdesk eigenlijk waardeloos"
OTHER = "Veldkamp Transport"


def search(sent: list[str], others: tuple[str, ...] = (), secret: str = "") -> LeakSearch:
    whose = dict.fromkeys(others, Whose.CLIENT)
    made = LeakSearch((InternalText(secret),), (), ("Annet Vos",), whose, frozenset())
    return made.knowing(sent)


@pytest.mark.parametrize(
    ("sent", "name", "words"),
    [
        (["Wij komen naar de Molenaarsweg."], "Molenaar", "Ook Molenaar doet mee"),
        (["Elke molenaar maalt."], "Molenaar", "Ook Molenaar doet mee"),
        (["Dat zei Halm", "Bouw gaat door."], "Halm Bouw", "Ook Halm Bouw doet mee"),
        (["Molenaar komt."], "Molenaar Transport", "Ook Molenaar Transport doet mee"),
    ],
)
def test_a_name_was_sent_when_it_stood_there_as_that_name(
    sent: list[str], name: str, words: str
) -> None:
    assert [one.found for one in search(sent, (name,)).stopping([words])] == [name]


def test_a_name_that_was_sent_does_not_hide_a_longer_one_that_was_not() -> None:
    others = ("Molenaar", "Molenaar Transport")
    found = search(["Molenaar komt."], others).stopping(["Ook Molenaar Transport komt"])
    assert [one.found for one in found] == ["Molenaar Transport"]


def test_a_name_that_was_sent_can_be_told_again_however_it_is_written() -> None:
    known = search(["Voor Veldkamp Transport, per mail."], (OTHER,))
    assert known.stopping([f"Zoals {OTHER} al deed", "Veldkamp_Transport.pdf"]) == ()


@pytest.mark.parametrize(
    "sent", [["Annet vindt de helpdesk", "eigenlijk waardeloos"], [f"{SECRET}r dan ooit"]]
)
def test_internal_words_were_sent_when_they_stood_in_one_text_as_whole_words(
    sent: list[str],
) -> None:
    assert search(sent, secret=SECRET).stopping([f"Annet {SECRET}."])
    assert not search([f"Wie {SECRET.upper()},"], secret=SECRET).stopping([f"Annet {SECRET}."])


def test_internal_words_that_were_sent_do_not_hide_those_beside_them() -> None:
    secrets = (InternalText(SECRET), InternalText("de helpdesk eigenlijk waardeloos en duur"))
    made = LeakSearch(secrets, (), (), {}, frozenset()).knowing([f"Annet {SECRET}."])
    found = made.stopping([f"Annet {SECRET} en duur."])
    assert [one.found for one in found] == ["de helpdesk eigenlijk waardeloos en duur"]


@pytest.mark.parametrize(
    "public",
    [
        ("Annet vindt de helpdesk", "eigenlijk waardeloos was het niet"),
        (f"Zij {SECRET}r dan ooit",),
        (f"Ieder{SECRET}",),
    ],
)
def test_internal_words_were_said_at_the_table_when_they_stood_in_one_line_as_whole_words(
    public: tuple[str, ...],
) -> None:
    made = LeakSearch((InternalText(SECRET),), public, (), {}, frozenset())
    assert made.stopping([f"Annet {SECRET}."])


def test_what_was_said_at_the_table_is_no_secret_however_it_was_written() -> None:
    public = ("Er is koffie.", f"Zij {SECRET.upper()}: dat zei zij.")
    made = LeakSearch((InternalText(SECRET),), public, (), {}, frozenset())
    assert made.stopping([f"Annet {SECRET}."]) == ()


@pytest.mark.parametrize("form", ["VOF", "V.O.F.", "BV"])
def test_a_name_with_its_legal_form_in_front_is_found_without_it(form: str) -> None:
    found = search([], (f"{form} {OTHER}",)).stopping([f"Zoals {OTHER} al deed"])
    assert [one.found for one in found] == [OTHER]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Perspectief kiezen is nu nodig.", False),
        ("Ons advies: Perspectief houden.", False),
        ("Zo doet Perspectief het ook.", True),
        ("Coolbleu doet het ook.", True),
        ("De perspectief is anders.", False),
    ],
)
def test_a_word_that_was_a_name_once_is_one_where_its_capital_or_the_dictionary_says_so(
    text: str, found: bool
) -> None:
    once = {"Perspectief": Whose.RENAMED, "Coolbleu": Whose.REMOVED}
    known = LeakSearch((), (), (), once, frozenset())
    assert bool(known.stopping([text])) is found


def test_the_name_of_a_client_of_now_counts_with_any_capital() -> None:
    known = search([], ("Perspectief",))
    assert known.stopping(["Perspectief levert de kassa."])
    assert known.stopping(["Een nieuw perspectief."]) == ()


def test_a_name_of_one_small_word_is_looked_up() -> None:
    known = search([], ("kapper", "zonnix"))
    assert known.stopping(["De kapper komt om zes uur."]) == ()
    assert [one.found for one in known.stopping(["Net als bij zonnix."])] == ["zonnix"]


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Mevr. Anna de Kuiper", "Anna de Kuiper"),
        ("De heer P. Zandstra", "P. Zandstra"),
        ("Afdeling Inkoop", ""),
        ("Anna de Kuiper", "Anna de Kuiper"),
        ("Kuiper, Anna de", "Anna de Kuiper"),
        ("Zandstra,Piet", "Piet Zandstra"),
        ("Zandstra, drs. Piet", "Piet Zandstra"),
        ("Zandstra, Piet MSc", "Piet Zandstra"),
        ("Zandstra MBA, Piet", "Piet Zandstra"),
        ("Zandstra, Piet, RA", "Piet Zandstra"),
        ("mr. Piet Zandstra M.Sc., RB", "Piet Zandstra"),
        ("Piet Zandstra, inkoop", "Piet Zandstra"),
        ("Piet Zandstra, Afdeling Inkoop", "Piet Zandstra"),
        ("Wei Ma", "Wei Ma"),
    ],
)
def test_a_person_is_known_without_title_and_a_department_is_none(name: str, full: str) -> None:
    assert full_name(name) == full

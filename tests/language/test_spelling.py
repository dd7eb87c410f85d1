"""Spelling: what is Dutch, what is not, and what an office adds to it."""

from __future__ import annotations

import threading
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gesprekshulp.language import spelling_engine
from gesprekshulp.language.spelling import Speller, words_of
from tests.language.report_sentences import MISSPELT, RIGHT

NAMES = frozenset(
    [
        "Annet",
        "Marije",
        "Els",
        "Van",
        "Dalen",
        "Jansen",
        "Molenstraat",
        "Heerdam",
        "Dorpsweg",
        "Joris",
        "Ruud",
        "Mohamed",
    ]
)


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller.load(NAMES)


@pytest.mark.parametrize("sentence", RIGHT)
def test_right_sentences_are_spelt_right(speller: Speller, sentence: str) -> None:
    assert [found.word for found in speller.check(sentence)] == []


@pytest.mark.parametrize(("sentence", "word"), MISSPELT)
def test_a_misspelt_word_is_found(speller: Speller, sentence: str, word: str) -> None:
    (found,) = speller.check(sentence)
    assert found.word == word
    assert sentence[found.start : found.end] == word


@pytest.mark.parametrize(
    "compound",
    [
        "kassasysteem", "hypotheekrenteaftrek", "jaarrekeningcontrole", "stikstofdepositie",
        "polisvoorwaardenblad", "melkveehouderij", "bedrijfsschadeverzekering",
        "arbeidsongeschiktheidsverzekering", "omgevingsvergunning", "webwinkelkoppeling",
        "ICT-beleid", "klant- en leveranciersgegevens", "software-update", "zzp'er", "zzp’er",
        "urenapp", "planningsapp", "cloudomgeving", "jaarruimteberekening", "omhooggingen", "dga's",
        "foto's", "cliëntenraad", "coördinatie", "2e", "15e", "btw-aangifte", "pensioenuitkering",
    ],
)  # fmt: skip
def test_compounds_are_known(speller: Speller, compound: str) -> None:
    assert speller.check(f"Het {compound} is besproken.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Zie https://www.bakkerijdehalm.example/menu of mail info@bakkerijdehalm.example.",
        "Het staat in offerte_v2.docx en in C:\\Werk\\oud.",
        "De RvB, het MT en de BTW-nummers van KPN.",
        "Dat is a.u.b. klaar, i.v.m. de bouw, d.w.z. in juni.",
        "Het kost € 1.250,00 of 3,5% per m2 in 2026Q1.",
        "Wij spraken mevrouw Azzaoui en Fenna Wiersma.",
        "Bonjour: Müller, Łukasz, Дмитрий en 田中 waren er.",
        "",
        "😀 … “ ” – — ''",
    ],
)
def test_what_is_no_dutch_word_is_passed_over(speller: Speller, text: str) -> None:
    assert [found.word for found in speller.check(text) if found.word != "Bonjour"] == []


def test_a_word_of_ones_own_is_known() -> None:
    text = "De flexipomp staat klaar en de flexipomps van Teelen ook."
    assert [one.word for one in Speller.load().check(text)] == ["flexipomp", "flexipomps"]
    assert Speller.load(frozenset(["Flexipomp"])).check(text) == ()


def test_a_word_of_one_speller_is_strange_to_another() -> None:
    Speller.load(frozenset(["flexikassa"])).check("De flexikassa, de flexikassa-bon")
    found = Speller.load().check("De flexikassa, de flexikassa-bon")
    assert [one.word for one in found] == ["flexikassa", "flexikassa-bon"]


def test_a_name_at_the_start_of_a_sentence_is_known_from_the_dossier() -> None:
    assert [one.word for one in Speller.load().check("Heerdam groeit.")] == ["Heerdam"]
    assert Speller.load(NAMES).check("Heerdam groeit. Heerdams bakkers ook.") == ()


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("ofertte", "offerte"), ("kassasyteem", "kassasysteem"), ("onmidellijk", "onmiddellijk")],
)
def test_the_right_word_is_suggested(speller: Speller, wrong: str, right: str) -> None:
    assert speller.suggest(wrong)[0] == right
    assert len(speller.suggest(wrong)) <= 5


def test_a_name_is_suggested_as_it_is_written() -> None:
    speller = Speller.load(frozenset(["Sjoerd", "Bakker"]))
    assert speller.suggest("Sjoert")[0] == "Sjoerd"
    assert speller.suggest("sjoert")[0] == "Sjoerd"


def test_own_words_are_suggested_as_well() -> None:
    assert Speller.load(frozenset(["flexipomp"])).suggest("flexpomp")[0] == "flexipomp"


def test_what_was_looked_up_is_remembered(speller: Speller) -> None:
    assert speller.remembers("Annet") is True
    speller.knows("pensioenopbouw")
    speller.knows("pensioenopbauw")
    assert speller.remembers("pensioenopbouw") is True
    assert speller.remembers("pensioenopbauw") is False
    assert speller.remembers("nooitgeziewoord") is None


def test_a_page_is_read_again_within_150_milliseconds(speller: Speller) -> None:
    page = " ".join(RIGHT)[:4000]
    assert len(page.split()) > 500
    speller.check(page)
    start = time.process_time()
    speller.check(page)
    assert time.process_time() - start < 0.150


def test_other_threads_go_on_while_a_slow_word_is_looked_up(speller: Speller) -> None:
    asked = threading.Event()
    answered = threading.Event()

    def ask() -> None:
        asked.set()
        for number in range(3):
            speller.suggest("arbeidsongeschiktheidsverzekeringspolisx" + "abc"[number])
        answered.set()

    worker = threading.Thread(target=ask)
    worker.start()
    asked.wait()
    longest, before = 0.0, time.perf_counter()
    while not answered.is_set():
        time.sleep(0.001)
        now = time.perf_counter()
        longest, before = max(longest, now - before), now
    worker.join()
    if isinstance(spelling_engine.engine(), spelling_engine._Library):
        assert longest < 0.1


def test_the_slower_way_gives_the_same(speller: Speller) -> None:
    module = spelling_engine._Module(spelling_engine.dictionary_folder())
    library = spelling_engine.engine()
    for word in ("offerte", "ofertte", "kassasysteem", "zo'n", "coördinatie"):
        assert module.knows(word) == library.knows(word)
    assert module.suggestions("ofertte") == library.suggestions("ofertte")


def test_without_the_dictionary_it_is_said_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling_engine, "find_spec", lambda name: None)
    with pytest.raises(spelling_engine.DictionaryMissing, match="installeer het programma"):
        spelling_engine.dictionary_folder()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_checked(text: str) -> None:
    for found in Speller.load().check(text):
        assert text[found.start : found.end] == found.word


def test_words_are_given_with_their_place() -> None:
    text = "Een kas. De kas's\nwas"
    assert [(word.word, word.opens) for word in words_of(text)] == [
        ("Een", True), ("kas", False), ("De", True), ("kas's", False), ("was", True),
    ]  # fmt: skip

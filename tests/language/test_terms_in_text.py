"""Terms inside notes: what needs a cue, what is no date at all, and text of any sort."""

import subprocess
import sys
import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gesprekshulp.language.terms import TermKind, find_terms, read_term

WEDNESDAY = date(2026, 3, 11)


def days_in(text: str) -> list[str]:
    return [str(term.day) for term in find_terms(text, WEDNESDAY) if term.day]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Steven: offerte nasturen, vr", ["2026-03-13"]),
        ("offerte sturen vr", ["2026-03-13"]),
        ("vr: offerte sturen", ["2026-03-13"]),
        ("offerte sturen → ma 16 mrt", ["2026-03-16"]),
        ("contract nakijken (do)", ["2026-03-12"]),
        ("Acties: Noor - factuur, vr; Wim - inkoopnummer, ma.", ["2026-03-13", "2026-03-16"]),
        ("jaarcijfers kw2", ["2026-06-30"]),
        ("plan van aanpak, wk 14", ["2026-04-03"]),
        ("jaarrekening uiterlijk 15.3", ["2026-03-15"]),
        ("begroting, mei", ["2026-05-31"]),
        ("Henk levert 12/2 plattegronden aan", ["2027-02-12"]),
        ("offerte gaat 26-3 naar klant", ["2026-03-26"]),
        ("De 18e brengt meneer Wolters de machtiging.", ["2026-03-18"]),
        ("Ik bel morgen en Piet mailt overmorgen.", ["2026-03-12", "2026-03-13"]),
        ("Niemand pakt het op voor de kerst.", ["2026-12-24"]),
        ("De klant tekent uiterlijk eind deze week het contract.", ["2026-03-13"]),
        ("klant stuurt vrijdga fotos vd schade", ["2026-03-13"]),
        ("Voor Jan is het af op 1 april.", ["2026-04-01"]),
        ("actie 1\nvr\nactie 2", ["2026-03-13"]),
        ("Ze komt do of vr langs.", ["2026-03-13"]),
        ("ma bel ik Jan", ["2026-03-16"]),
        ("Piet / tekening / do 19-3", ["2026-03-19"]),
        ("Ma: bellen. Di: offerte.", ["2026-03-16", "2026-03-17"]),
        ("Zij betaalt de 25ste.", ["2026-03-25"]),
        ("Volgende week, maandag, bel ik.", ["2026-03-16"]),
        ("De monteur komt woensdagochtend tussen 9 en 12 uur.", ["2026-03-18"]),
        ("Wij leveren 2 weken na opdracht.", []),
        ("Begroting 2027 opstellen voor 1 okt", ["2026-09-30"]),
    ],
)
def test_terms_are_found_in_notes(text: str, days: list[str]):
    assert days_in(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "Ik do het zelf wel.",
        "Dat is nu eenmaal zo.",
        "Zo gaat dat, over en weer.",
        "Het gaat nu over de planning.",
        "We hadden het over drie varianten.",
        "ma is ziek, pa niet",
        "Stuur het door aan Jan.",
        "Voor Jan is dit belangrijk.",
        "Voor Mei Ling regel ik een account.",
        "April Jansen neemt contact op.",
        "Fr. Bakker heeft getekend.",
        "Wij draaien versie 3.2 van het pakket.",
        "Release 10.12.20 is live, daarna v3.2.",
        "De factuur bedraagt € 15,- en het project 15.000 euro.",
        "De korting is 3/4 deel van het bedrag.",
        "Tel. 06-12345678 of 06 12 34 56 78",
        "Artikel 3.2 en art. 5.1 lid 2",
        "Dorpsstraat 15, 3512 JE Utrecht",
        "Kerkweg 12/2",
        "Een rendement van 3.5 procent en 2,5%.",
        "De vergadering is om 15.30, wij beginnen om 14:00 uur.",
        "Wij zijn 24/7 bereikbaar.",
        "Met 5-10 mensen aan tafel.",
        "Wij zijn al tien jaar klant.",
        "Het duurt twee weken.",
        "De eerste schetsen liggen op de 3e verdieping.",
        "In de 19e eeuw was dat anders.",
        "Op zo korte termijn lukt dat niet, voor zover ik weet.",
        "De zon schijnt en hij is vrij direct.",
        "In het begin was het lastig.",
        "Aan het eind van het gesprek was hij tevreden.",
        "De factuur over maart klopt niet, de cijfers van april wel.",
        "Een werkend prototype van de kaart.",
        "Punt 3 - mei facturen",
        "BTW-nr NL001234567B01, IBAN NL91ABNA0417164300, ISO 9001:2015",
        "De score was 5-3 en stap 1/3 is klaar.",
        "Goedemorgen en goede morgen.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str):
    assert days_in(text) == []


def test_a_promise_after_an_event_keeps_both():
    text = "Zodra het contract getekend is, starten wij volgende week."
    kinds = [term.kind for term in find_terms(text, WEDNESDAY)]
    assert kinds == [TermKind.EVENT, TermKind.DAY]


def test_an_event_after_an_amount_of_time_gives_no_day():
    [term] = find_terms("Wij leveren binnen twee weken na ondertekening.", WEDNESDAY)
    assert (term.kind, term.day) == (TermKind.EVENT, None)


def test_the_deadline_is_the_term_of_a_line_with_a_past_day_in_it():
    term = read_term("Gisteren gesproken; ik stuur het uiterlijk vrijdag.", WEDNESDAY)
    assert term is not None
    assert term.day == date(2026, 3, 13)


PIECES = [
    "voor", "uiterlijk", "de", "15e", "31", "2,5", "12-3", "week", "53", "vrijdag", "do", "zo",
    "eind", "begin/", "half", "van", "maand", "Pasen", "na", "een", "en", "of", "t/m", "-", ",",
    "over", "weken", "zodra", "elke", "Q2", "99999999", "jaar", "geleden", "werkdagen", "februari",
    "2026", "'26", "om", "14.00", "uur", "laatste", "derde", "volgende", "vorige", "\n", "😀",
    "\u202e", "\x00", "e\u0301e\u0301n", "<b>", "mei", "kerst", "zomer", "jl.", "9999-12-31",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)
)
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2150, 12, 31))


@settings(max_examples=400, deadline=None)
@given(TEXTS, DAYS)
def test_no_text_breaks_the_reader(text: str, today: date):
    terms = find_terms(text, today)
    end = 0
    for term in terms:
        assert end <= term.start < term.end <= len(text)
        assert term.text == text[term.start : term.end]
        assert 0 < term.certainty <= 1
        assert term.day is None or term.kind in (TermKind.DAY, TermKind.PAST)
        assert term.kind is not TermKind.DAY or (term.day is not None and term.day >= today)
        end = term.end
    read_term(text, today)


@given(DAYS)
def test_a_plain_term_never_lies_in_the_past_or_too_far(today: date):
    for phrase in ("vrijdag", "volgende week", "de 15e", "eind april", "week 12", "Q2"):
        term = read_term(phrase, today)
        assert term is not None
        assert term.day is not None
        assert today <= term.day <= today + timedelta(days=372)


@pytest.mark.parametrize(
    "piece",
    [
        "vrijdag ",
        "een week na ",
        "begin/",
        "1-",
        "12 mei, ",
        "😀",
        "aaa",
        "week van 1 ",
        "\x00",
        "-",
    ],
)
def test_time_grows_with_the_length_of_the_text_only(piece: str):
    def seconds(size: int) -> float:
        text = (piece * size)[:size]
        start = time.process_time()
        find_terms(text, WEDNESDAY)
        return time.process_time() - start

    seconds(1_000)
    small = min(seconds(10_000) for _ in range(3))
    assert min(seconds(80_000) for _ in range(2)) < 40 * small + 0.1


def test_the_reader_is_loaded_without_the_slow_library_of_holidays():
    program = "import sys, gesprekshulp.language.terms; print('holidays' in sys.modules)"
    answer = subprocess.run(  # a fresh interpreter, because this one has it already
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "False"

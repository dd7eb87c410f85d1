import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gesprekshulp.domain.errors import UserError
from gesprekshulp.language.commitments import (
    Owner,
    Suggestion,
    Table,
    find_commitments,
    find_vague,
)
from gesprekshulp.language.commitments_stream import commitment_line
from gesprekshulp.language.wordlists import words
from tests.language.scoring import notes, score

WEDNESDAY = date(2026, 3, 4)
FRIDAY = date(2026, 3, 6)
TABLE = Table(("Anna Smit", "Bob de Wit"), ("Jan van den Bos", "Els Karsten"))


def read(note: str) -> tuple[Suggestion, ...]:
    return find_commitments(note, TABLE, WEDNESDAY)


def owners(note: str) -> list[Owner]:
    return [found.owner for found in read(note)]


def only(note: str) -> Suggestion:
    (found,) = read(note)
    return found


@pytest.mark.parametrize("name", ["voorbeeld.jsonl", "gezien.jsonl"])
def test_the_notes_we_look_at_are_read_above_the_bars(name):
    result = score(notes(name))
    assert result.precision >= 0.975
    assert result.recall >= 0.97
    assert result.door >= 0.99
    assert result.termijn >= 0.98
    assert result.vrijblijvend >= 0.975
    assert result.exact >= 0.95


@pytest.mark.parametrize(
    "part",
    [
        "",
        "_twee",
        "_drie",
        "_vier",
        "_vijf",
        "_zes",
        "_zeven",
        "_acht",
        "_negen",
        "_tien",
        "_elf",
        "_twaalf",
        "_veertien",
        "_vijftien",
        "_zestien",
        "_achttien",
    ],
)
def test_notes_of_other_writers_are_read_above_the_bars(part):
    result = score(notes(f"oefen{part}.jsonl"))
    assert result.precision >= 0.97
    assert result.recall >= 0.96
    assert result.door >= 0.97
    assert result.termijn >= 0.97
    assert result.vrijblijvend >= 0.97
    assert result.exact >= 0.95


def test_notes_full_of_abbreviations_are_read_above_the_bars():
    """Its writer counts "tekent en stuurt" as one promise, where all others count two."""
    result = score(notes("oefen_dertien.jsonl"))
    assert result.precision >= 0.95
    assert result.recall >= 0.97
    assert result.door >= 0.97
    assert result.termijn >= 0.97
    assert result.vrijblijvend >= 0.97
    assert result.exact >= 0.92


def test_notes_that_were_made_to_be_hard_are_read_above_the_bars():
    """Twisted sentences of three writers: the bars are those that hold for notes of any writer."""
    result = score(notes("oefen_zeventien.jsonl"))
    assert result.precision >= 0.95
    assert result.recall >= 0.94
    assert result.door >= 0.97
    assert result.termijn >= 0.95
    assert result.vrijblijvend >= 0.94
    assert result.exact >= 0.88


def test_the_notes_we_never_look_at_are_read_nearly_as_well():
    result = score(notes("ongezien.jsonl"))
    assert result.precision >= 0.97
    assert result.recall >= 0.92
    assert result.door >= 0.96
    assert result.termijn >= 0.97
    assert result.vrijblijvend >= 0.95
    assert result.exact >= 0.87


@pytest.mark.parametrize(
    ("note", "action"),
    [
        ("Ik stuur vrijdag de aangepaste offerte.", "aangepaste offerte sturen"),
        ("Vrijdag werk ik de drie scenario's nog uit.", "drie scenario's uitwerken"),
        ("Ik zal vrijdag de offerte nasturen.", "offerte nasturen"),
        ("Anna: offerte nasturen, vr", "offerte nasturen"),
        ("De offerte wordt vrijdag door mij nagestuurd.", "offerte nasturen"),
        (
            "Ik stuur vrijdag stuk nummer 15 over de begroting van de verbouwing van deel 3.",
            "stuk nummer 15 over de begroting van de verbouwing van deel 3 sturen",
        ),
        ("Ik neem vrijdag deel aan het overleg.", "aan het overleg deelnemen"),
    ],
)
def test_the_action_is_a_short_phrase_that_ends_in_the_infinitive(note, action):
    found = only(note)
    assert (found.owner, found.day, found.vague) == (Owner.ADVISER, FRIDAY, False)
    assert found.action == action


@pytest.mark.parametrize(
    ("note", "owner", "person"),
    [
        ("Meneer Van den Bos belt morgen.", Owner.CLIENT, "Jan van den Bos"),
        ("Mevr. Karsten belt morgen.", Owner.CLIENT, "Els Karsten"),
        ("Collega Bob belt morgen met de gemeente.", Owner.ADVISER, "Bob de Wit"),
        ("BdW: gemeente bellen, vr", Owner.ADVISER, "Bob de Wit"),
        ("Onze jurist kijkt morgen naar het contract.", Owner.ADVISER, None),
        ("De afdeling Inkoop van de klant levert morgen de cijfers.", Owner.CLIENT, None),
        ("Jans collega levert morgen de cijfers aan.", Owner.CLIENT, None),
        ("klnat levert morgen de cijfers aan", Owner.CLIENT, None),
        ("Jan en ik lopen vrijdag de cijfers door.", Owner.BOTH, None),
        ("Vrijdag lopen wij samen met de klant de cijfers door.", Owner.BOTH, None),
    ],
)
def test_it_knows_whose_promise_it_is(note, owner, person):
    found = only(note)
    assert (found.owner, found.person) == (owner, person)


@pytest.mark.parametrize(
    "note",
    [
        "De notaris passeert vrijdag de akte.",
        "Zijn accountant controleert vrijdag de lijst.",
        "De zzp'er van de gemeente keurt vrijdag de installatie.",
    ],
)
def test_whoever_is_not_at_the_table_is_a_third_party(note):
    assert owners(note) == [Owner.THIRD]


@pytest.mark.parametrize(
    "note",
    [
        "Jan heeft de cijfers gisteren gestuurd.",
        "Jan stuurt vrijdag geen cijfers.",
        "Kan Jan vrijdag de cijfers sturen?",
        "Ik heb gevraagd of Jan vrijdag de cijfers stuurt.",
        "Jan wil vrijdag beginnen.",
        "Ik raad Jan aan om vrijdag te beginnen.",
        "Als we zouden beginnen, zou Jan vrijdag de cijfers sturen.",
        "Jan stuurt elke vrijdag de cijfers.",
        "De oplevering is op vrijdag.",
        "Het contract loopt op 1 mei af.",
        "De rente stijgt in juli.",
        "Jan had beloofd de cijfers vrijdag te sturen.",
        "Agenda vrijdag: cijfers, planning, rondvraag.",
        "Advies: stuur de cijfers voor vrijdag.",
        "Jan is vrijdag jarig.",
    ],
)
def test_what_binds_nobody_is_no_promise(note):
    assert read(note) == ()


def test_a_request_becomes_a_promise_when_it_is_accepted():
    found = only("Gevraagd of Els de notulen vrijdag kan rondsturen. “Komt in orde”, zei ze.")
    assert (found.owner, found.day) == (Owner.CLIENT, FRIDAY)
    assert read("Gevraagd of Els de notulen vrijdag kan rondsturen. Nog geen antwoord.") == ()


def test_in_a_quote_i_is_the_one_who_speaks():
    assert only('Jan: "Ik stuur vrijdag de cijfers."').person == "Jan van den Bos"
    assert only('"Ik stuur vrijdag de cijfers", zei Els.').person == "Els Karsten"
    assert only("Jan zegt dat hij vrijdag de cijfers stuurt.").person == "Jan van den Bos"


def test_who_gets_something_from_us_is_promised_by_us():
    assert owners("U ontvangt vrijdag van ons het voorstel.") == [Owner.ADVISER]
    assert owners("Wij krijgen vrijdag van Jan de cijfers.") == [Owner.CLIENT]


def test_a_subject_goes_on_to_the_next_verb():
    assert owners("Bob pakt dit op en informeert Jan voor vrijdag.") == [Owner.ADVISER] * 2
    assert owners("Jan mailt morgen en Bob belt vrijdag.") == [Owner.CLIENT, Owner.ADVISER]


def test_a_promise_that_hangs_on_an_event_is_not_vague():
    found = only("Zodra Jan getekend heeft, beginnen wij met de bouw.")
    assert (found.day, found.vague, found.missing) == (None, False, ("wie",))


def test_a_promise_with_a_reserve_is_vague_even_with_a_day():
    found = only("Ik probeer vrijdag de offerte te sturen.")
    assert (found.day, found.vague) == (FRIDAY, True)


def test_it_says_what_a_vague_promise_lacks():
    assert only("Ik bel je nog.").missing == ("wanneer",)


def test_typing_errors_do_not_hide_a_promise():
    assert owners("ik sutur de offerte vrijdag na") == [Owner.ADVISER]
    assert owners("Jan vraagd vrijdag de cijfers op") == [Owner.CLIENT]


def test_a_suggestion_tells_where_it_stands_in_the_note():
    note = "Goed gesprek gehad. Ik bel Jan vrijdag. Verder niets."
    found = only(note)
    assert note[found.start : found.end] == "Ik bel Jan vrijdag"


@pytest.mark.parametrize(
    "text", ["ik bel je nog", "ik kom er op terug", "dat doen we zsm", "we houden contact"]
)
def test_vague_wording_is_marked(text):
    assert find_vague(f"Goed gesprek, {text}.")


def test_a_plain_promise_is_not_marked_as_vague():
    assert find_vague("Ik stuur vrijdag 6 maart de offerte.") == ()


@given(st.text(max_size=400))
@settings(max_examples=300, deadline=None)
def test_no_text_makes_it_fall(text):
    for found in read(text):
        assert 0 <= found.start <= found.end <= len(text)
    find_vague(text)


_PIECES = st.sampled_from(
    (
        *words(
            "ik Jan de klant stuurt sturen zal niet vrijdag . , ; : ? ( ) → dat als om te u van"
        ),
        *words("offerte door ons zijn heeft gestuurd beloofd en of actie <b> 1) 12/2 ' - zodra"),
        *("\n", '"', "\u200f", "\u0301", "😀", "\x00"),
    )
)


@given(st.lists(_PIECES, max_size=60).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_no_heap_of_dutch_words_makes_it_fall(text):
    for found in read(text):
        assert 0 <= found.start <= found.end <= len(text)


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "Jan stuurt vrijdag de cijfers. ",
            "en dat hij ",
            "Jan die belt ",
            "dat die man, ",
            "Jan zei van ik eh ",
            '"',
            "(",
            "a",
            "ik bel, ",
            "1) ",
            "één-",
        ),
        *("Jan: cijfers, vr; ", "Jan de cijfers, Els de planning, vrijdag. "),
        *(
            "komt dat ja zeg ",
            "vrijdag, dat ik ",
            "en Jan gritst ",
            "de rest vrijdag, ",
            "'ik stuur ",
            "en ",
            "Jan - vr - ",
        ),
    ],
)
def test_time_grows_with_the_length_and_no_faster(unit):
    def seconds(size: int) -> float:
        """The best of three: another program on the machine only ever adds time."""
        note = unit * (size // len(unit))
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            find_commitments(note, TABLE, WEDNESDAY)
            find_vague(note)
            best = min(best, time.process_time() - start)
        return best

    seconds(2_000)
    assert seconds(64_000) < 16 * max(seconds(16_000), 0.02)


def test_a_word_without_end_and_labels_without_end_are_read_in_time():
    start = time.process_time()
    assert read("c" * 300_000) == ()
    for label in ("a: ", "http://", "vrijdag: "):
        read(label * 3_000)
    assert time.process_time() - start < 20


def test_five_hundred_notes_take_less_than_a_second():
    records = notes("gezien.jsonl")
    commitment_line(records[0])
    start = time.process_time()
    for record in records:
        commitment_line(record)
    assert len(records) / (time.process_time() - start) > 500


def test_a_stream_record_becomes_one_answer():
    record = {
        "id": "x1",
        "tekst": "Ik stuur Jan vrijdag de offerte.",
        "datum": "2026-03-04",
        "adviseurs": ["Anna Smit"],
        "klanten": ["Jan van den Bos"],
    }
    assert commitment_line(record) == {
        "id": "x1",
        "toezeggingen": [
            {
                "door": "adviseur",
                "termijn": "2026-03-06",
                "vrijblijvend": False,
                "wie": "Anna Smit",
                "wat": "offerte sturen",
            }
        ],
    }


@pytest.mark.parametrize(
    "record", [{}, {"tekst": 3}, {"tekst": "x", "datum": "gisteren"}, {"tekst": "x", "datum": 2026}]
)
def test_a_record_that_cannot_be_read_is_refused_in_one_sentence(record):
    with pytest.raises(UserError, match="veld"):
        commitment_line(record)

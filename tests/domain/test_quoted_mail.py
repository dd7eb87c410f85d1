"""What somebody wrote himself in a mail, wherever he wrote it."""

from __future__ import annotations

import pytest

from gesprekshulp.domain.quoted_mail import own_words, written

INTRO = "Op do 26 nov 2026 om 14:00 schreef Jörgen van der Ploeg <jorgen@advies.example>:"
GMAIL = INTRO.replace("Ploeg <jorgen", "Ploeg <\njorgen")


@pytest.mark.parametrize(
    "mail",
    [
        f"Dat klopt.\n\n{INTRO}\n> Klopt dit verslag?",
        f"{INTRO}\n\n> Geachte Zoë,\n>\n> Klopt dit verslag?\n\nDat klopt.",
        f"{GMAIL}\n\n> Klopt dit verslag?\n\nDat klopt.\n",
        "Dat klopt.\n\nOn Thu, Nov 26, 2026 at 2:00 PM Jörgen <j@x.nl> wrote:\n\nKlopt het?",
        "Dat klopt.\n\n________________________________\nVan: Jörgen\nVerzonden: do 26 nov\n"
        "Aan: Zoë\nOnderwerp: Verslag\n\nKlopt dit verslag?",
        "Dat klopt.\n\n-----Original Message-----\nFrom: Jörgen\nSent: Thursday\n\nKlopt het?",
        "Dat klopt.\n\nFrom: Jörgen\nDate: Thursday\nTo: Zoë\n\nKlopt het?",
        "Dat klopt.\n\nVerstuurd vanaf mijn iPhone\n\n> Op 26 nov 2026 om 14:00 heeft Jörgen"
        " <j@x.nl> het volgende geschreven:\n> \n> Klopt dit verslag?",
        "Dat klopt.\n\n>>> Jörgen <j@x.nl> 26-11-2026 14:00 >>>\nKlopt dit verslag?",
    ],
)
def test_the_message_that_is_answered_falls_away_above_and_below(mail: str) -> None:
    assert own_words(mail) == "Dat klopt."


def test_words_among_quoted_lines_are_kept_with_what_they_are_about() -> None:
    mail = (
        "Zie hieronder.\n\n" + INTRO + "\n> Geachte Zoë,\n>\n> 1. Het dak hoort er niet bij.\n\n"
        "Jawel, dat hoort erbij.\n\n> 2. Anne levert de cijfers aan.\n>\n> Met vriendelijke groet\n"
        "Akkoord.\n"
    )
    assert own_words(mail) == (
        "Zie hieronder.\n\n> 1. Het dak hoort er niet bij.\n\nJawel, dat hoort erbij.\n\n"
        "> Met vriendelijke groet\n\nAkkoord."
    )
    assert written(mail) == "Zie hieronder.\n\nJawel, dat hoort erbij.\n\nAkkoord."


@pytest.mark.parametrize(
    "said",
    [
        "Klopt, op één punt na:\nOp 3 december 2026 heeft de aannemer geen tijd.\nLiever de 7e.",
        "Dit moet erbij:\nVan: de gemeente komt nog een brief.\nDe rest klopt.",
        "Eerst het dak.\n-----\nDan de keuken.",
        "Op de lijst schreef ik het volgende:\nde keuken gaat voor.",
    ],
)
def test_what_only_looks_like_a_quote_is_kept(said: str) -> None:
    assert own_words(said) == said
    assert own_words(f"{said}\n\n{INTRO}\n> Klopt dit?") == said


def test_a_mail_of_only_quoted_text_keeps_its_words() -> None:
    assert own_words("> alles\n> geciteerd") == "> alles\n> geciteerd"
    assert written("> alles\n> geciteerd") == ""

"""The fixed words of documents, in both languages and forms."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import date
from string import Formatter

import pytest

from gesprekshulp.domain.language import Form, Language
from gesprekshulp.domain.phrases import DUTCH, Phrases, phrases

DAY = date(2026, 11, 27)
ALL = (
    phrases(Language.DUTCH, Form.U),
    phrases(Language.DUTCH, Form.JE),
    phrases(Language.ENGLISH),
)


def words(say: Phrases) -> dict[str, str]:
    found: dict[str, str] = {}
    for field in fields(say):
        value = getattr(say, field.name)
        if isinstance(value, dict):
            found |= {f"{field.name}.{key}": text for key, text in value.items()}
        elif isinstance(value, str) and field.name not in ("language", "form"):
            found[field.name] = value
    return found


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("say", ALL[1:])
def test_every_phrase_is_there_with_the_same_places_to_fill(say: Phrases) -> None:
    dutch, other = words(DUTCH), words(say)
    assert dutch.keys() == other.keys()
    for name, text in other.items():
        assert text.strip(), name
        assert places(text) == places(dutch[name]), name


def test_nothing_says_u_to_who_is_je_and_the_other_way_round() -> None:
    for name, text in words(phrases(Language.DUTCH, Form.JE)).items():
        assert not re.search(r"\b(u|uw)\b", text, re.IGNORECASE), (name, text)
    for name, text in words(DUTCH).items():
        assert not re.search(r"\b(je|jij|jou|jouw)\b", text, re.IGNORECASE), (name, text)


def test_no_dutch_is_left_in_english() -> None:
    dutch = words(DUTCH)
    same = {name for name, text in words(phrases(Language.ENGLISH)).items() if text == dutch[name]}
    assert same <= {"kinds.dossier", "answers.open", "answers.later"}


@pytest.mark.parametrize(
    ("say", "said"),
    [
        (ALL[0], "Sluit het aan bij wat u verwachtte? Wilt u dit uiterlijk vrijdag 27 november"),
        (ALL[1], "Sluit het aan bij wat je verwachtte? Wil je dit uiterlijk vrijdag 27 november"),
        (ALL[2], "Does it match what you expected? Could you let us know by Friday 27 November"),
    ],
)
def test_the_closing_asks_both_questions_and_names_the_day(say: Phrases, said: str) -> None:
    assert said in say.closing(DAY)


def test_days_are_said_in_the_language() -> None:
    dutch, _, english = ALL
    assert (dutch.day_and_month(DAY), english.day_and_month(DAY)) == (
        "vrijdag 27 november",
        "Friday 27 November",
    )
    assert english.long_day(date(2027, 1, 4)) == "Monday 4 January 2027"


def test_a_reason_follows_as_it_was_typed() -> None:
    english = phrases(Language.ENGLISH)
    assert english.with_reason("moved", "Because he is ill.") == "moved, because he is ill"
    assert english.with_reason("moved", "illness") == "moved; reason: illness"

"""The first character of a line gives its kind; internal words have a field of their own."""

from __future__ import annotations

import pytest

from gesprekshulp.domain.ids import AppointmentId, LineId
from gesprekshulp.domain.note import LineKind, NoteLine, split_mark
from tests.office import an_appointment

MOMENT = an_appointment().starts_at
LINE = NoteLine(LineId("a"), AppointmentId("b"), 0, MOMENT)


@pytest.mark.parametrize(
    ("typed", "kind", "words"),
    [
        ("Rustige maand", LineKind.NOTE, "Rustige maand"),
        ("! Ik stuur de offerte", LineKind.COMMITMENT, "Ik stuur de offerte"),
        ("=Systeem B", LineKind.DECISION, "Systeem B"),
        ("  + Eén scherm", LineKind.WISH, "Eén scherm"),
        ("? Kan het?", LineKind.QUESTION, "Kan het?"),
        ("~ boos", LineKind.SIGNAL, "boos"),
        ("# marge", LineKind.INTERNAL, "marge"),
        ("10 + 5 is 15", LineKind.NOTE, "10 + 5 is 15"),
        ("", LineKind.NOTE, ""),
    ],
)
def test_the_first_character_gives_the_kind(typed, kind, words):
    assert split_mark(typed) == (kind, words)


@pytest.mark.parametrize("kind", [LineKind.SIGNAL, LineKind.INTERNAL])
def test_internal_words_leave_the_public_field(kind):
    line = LINE.saying("let op").as_kind(kind)
    assert line.text == ""
    assert line.internal.reveal() == "let op"
    assert line.as_kind(LineKind.NOTE).text == "let op"

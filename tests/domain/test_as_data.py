"""What is kept as data comes back the same, and nothing internal can be kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesprekshulp.domain.as_data import as_json, from_json
from gesprekshulp.domain.decision import Scope
from gesprekshulp.domain.report import DecisionRow, PartKind
from gesprekshulp.domain.text import InternalText
from tests.exchange.word.examples import REPORT


@dataclass(frozen=True)
class Kept:
    name: str
    day: date | None
    at: datetime
    pairs: tuple[tuple[PartKind, str], ...]
    rows: tuple[DecisionRow, ...]
    picture: bytes = b""
    number: int = 0


def test_a_whole_report_comes_back_the_same() -> None:
    assert from_json(type(REPORT), as_json(REPORT)) == REPORT


@given(
    st.builds(
        Kept,
        name=st.text(st.characters(exclude_categories=("Cs",))),
        day=st.none() | st.dates(),
        at=st.datetimes(timezones=st.just(UTC)),
        pairs=st.lists(st.tuples(st.sampled_from(PartKind), st.just("tekst"))).map(tuple),
        rows=st.lists(st.builds(DecisionRow, st.just("Besluit"), st.sampled_from(Scope))).map(
            tuple
        ),
        picture=st.binary(),
        number=st.integers(),
    )
)
def test_every_kind_of_field_comes_back_the_same(kept: Kept) -> None:
    text = as_json(kept)
    assert from_json(Kept, text) == kept
    assert as_json(from_json(Kept, text)) == text


def test_what_an_older_program_kept_gets_defaults_and_what_it_knew_more_is_left_out() -> None:
    text = (
        '{"name":"x","day":null,"at":"2026-03-12T09:00:00+00:00","pairs":[],"rows":[],"later":true}'
    )
    assert from_json(Kept, text) == Kept("x", None, datetime(2026, 3, 12, 9, tzinfo=UTC), (), ())


def test_internal_text_cannot_be_kept_as_data() -> None:
    with pytest.raises(TypeError):
        as_json((InternalText("geheim"),))

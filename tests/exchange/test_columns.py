"""What a table is with each column named."""

from __future__ import annotations

from gesprekshulp.exchange.columns import Field, Mapping, Target


def test_a_mapping_survives_being_remembered() -> None:
    mapping = Mapping(Target.PEOPLE, (Field.CLIENT, None, Field.EMAIL))
    assert Mapping.of_text(mapping.text()) == mapping
    assert Mapping.of_text("onzin\nklant") is None

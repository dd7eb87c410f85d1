"""A firm's template is tried before it is kept."""

from __future__ import annotations

import pytest

from gesprekshulp.domain.errors import UserError
from gesprekshulp.paths import resource
from gesprekshulp.services import house_style, settings


def test_what_is_no_word_file_is_not_kept(archive, clock, tmp_path):
    (tmp_path / "stijl.docx").write_bytes(b"geen word")
    with pytest.raises(UserError):
        house_style.take(archive, clock, tmp_path / "stijl.docx")
    assert settings.load(archive).template == ""


def test_a_template_with_which_a_report_can_be_made_is_kept(archive, clock):
    kept, found = house_style.take(archive, clock, resource("word", "verslag.docx"))
    assert found.is_usable
    assert kept.template_name == "verslag.docx"
    assert settings.load(archive) == kept


@pytest.mark.parametrize("with_placeholders", [False, True], ids=["zonder", "met"])
def test_the_example_of_either_way_is_a_template_without_a_fault(
    archive, clock, tmp_path, with_placeholders
):
    example = tmp_path / "voorbeeld.docx"
    house_style.write_example(archive, example, with_placeholders=with_placeholders)
    kept, found = house_style.take(archive, clock, example)
    assert found.is_usable
    assert kept.template


def test_looking_at_a_house_style_that_is_not_there_says_to_choose_one(archive, clock):
    with pytest.raises(UserError, match="kies eerst een Word-bestand"):
        house_style.check(archive, clock)

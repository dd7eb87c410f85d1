"""Settings are kept whole, and what would spoil a document is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.settings import Settings
from gesprekshulp.services import settings
from gesprekshulp.services.identity import firm_identity

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f"
    b"\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xfc\xcf\xc0P\x0f\x00\x04\x85\x01\x80\x84\xa9\x8c!\x00"
    b"\x00\x00\x00IEND\xaeB`\x82"
)


def test_they_come_back_as_they_were(archive):
    changed = Settings(own_name="Steven", firm_name="Van Dalen", reminder_days=3, started=True)
    settings.save(archive, changed)
    assert settings.load(archive) == changed


def test_the_own_name_is_the_adviser_at_the_table(archive):
    settings.save(archive, Settings(own_name="Steven"))
    settings.save(archive, Settings(own_name="Steven van Dalen"))
    with archive.reading() as work:
        assert [a.name for a in work.advisers.all()] == ["Steven van Dalen"]


@pytest.mark.parametrize(("colour", "about"), [("rood", "zes tekens"), ("#FFE680", "te licht")])
def test_a_colour_that_cannot_be_read_is_refused(archive, colour, about):
    with pytest.raises(UserError, match=about):
        settings.save(archive, replace(Settings(), accent=colour))


def test_a_logo_goes_into_documents(archive, tmp_path):
    (tmp_path / "logo.png").write_bytes(PNG)
    settings.set_logo(archive, tmp_path / "logo.png")
    with archive.reading() as work:
        assert firm_identity(work).logo == PNG


def test_what_is_no_picture_is_refused(archive, tmp_path):
    (tmp_path / "logo.png").write_bytes(b"GIF89a")
    with pytest.raises(UserError, match="geen png, jpg of svg"):
        settings.set_logo(archive, tmp_path / "logo.png")


def test_a_missing_file_is_said(archive, tmp_path):
    with pytest.raises(UserError, match="niet te lezen"):
        settings.set_logo(archive, tmp_path / "weg.png")

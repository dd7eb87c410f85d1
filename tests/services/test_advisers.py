"""Colleagues: made, changed, removed, and never the user."""

from __future__ import annotations

import pytest

from gesprekshulp.domain.adviser import Adviser
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AdviserId
from gesprekshulp.services import advisers, undo
from gesprekshulp.storage.archive import Archive

RUUD = Adviser(AdviserId("ruud"), "Ruud Pals", "fiscalist", "ruud@vandalen.example")


def test_a_colleague_is_made_changed_and_removed_and_each_can_be_undone(archive: Archive) -> None:
    advisers.save(archive, RUUD)
    assert advisers.colleagues(archive) == (RUUD,)
    advisers.save(archive, Adviser(RUUD.id, " Ruud  Pals-Smit "))
    assert [one.name for one in advisers.colleagues(archive)] == ["Ruud Pals-Smit"]
    undo.undo_last(archive)
    assert advisers.colleagues(archive) == (RUUD,)
    advisers.remove(archive, RUUD.id)
    assert advisers.colleagues(archive) == ()
    undo.undo_last(archive)
    assert advisers.colleagues(archive) == (RUUD,)


def test_the_user_is_no_colleague_and_cannot_be_removed(archive: Archive) -> None:
    with archive.transaction() as work:
        work.advisers.save(Adviser(AdviserId("zelf"), "Steven", is_self=True))
    assert advisers.colleagues(archive) == ()
    with pytest.raises(UserError, match="Dit bent u zelf"):
        advisers.remove(archive, AdviserId("zelf"))


@pytest.mark.parametrize(
    ("name", "email", "words"),
    [("  ", "", "Geef de collega een naam"), ("Ruud", "ruud", "is geen e-mailadres")],
)
def test_a_colleague_needs_a_name_and_a_right_address(
    archive: Archive, name: str, email: str, words: str
) -> None:
    with pytest.raises(UserError, match=words):
        advisers.save(archive, Adviser(RUUD.id, name, email=email))

"""Colleagues: who else of us sits at the table, promises things, or takes a dossier over."""

from __future__ import annotations

from dataclasses import replace

from gesprekshulp.domain.adviser import Adviser
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AdviserId
from gesprekshulp.services.named import tidied_name
from gesprekshulp.storage.archive import Archive


def colleagues(archive: Archive) -> tuple[Adviser, ...]:
    """All colleagues of the user, by name."""
    with archive.reading() as work:
        others = [one for one in work.advisers.all() if not one.is_self]
    return tuple(sorted(others, key=lambda one: one.name.casefold()))


def save(archive: Archive, colleague: Adviser) -> Adviser:
    """Keep a new or changed colleague."""
    name = tidied_name(colleague.name, colleague.email, "de collega")
    with archive.reading() as work:
        is_new = work.advisers.find(colleague.id) is None
    done = "toegevoegd" if is_new else "gewijzigd"
    with archive.transaction(f"Collega “{name}” {done}") as work:
        return work.advisers.save(replace(colleague, name=name))


def remove(archive: Archive, id: AdviserId) -> Adviser:
    """Take a colleague off the list; at a table and in promises the name stays. Can be undone."""
    with archive.transaction("Collega verwijderd") as work:
        colleague = work.advisers.get(id)
        if colleague.is_self:
            raise UserError("Dit bent u zelf; uw eigen gegevens staan bovenaan de instellingen.")
        work.advisers.remove(id)
    return colleague

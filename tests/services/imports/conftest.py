"""An office that files are taken into."""

from __future__ import annotations

from datetime import date

import pytest

from gesprekshulp.domain.adviser import Adviser
from gesprekshulp.domain.client import Client, ContactPerson
from gesprekshulp.domain.ids import AdviserId, ClientId, PersonId, new_id
from gesprekshulp.domain.settings import Settings
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive


@pytest.fixture(autouse=True)
def _dutch_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """The laptop stands in the Netherlands, whatever the machine that tests says."""
    for module in ("imports", "import_agenda", "import_contacts"):
        monkeypatch.setattr(
            f"gesprekshulp.services.{module}.local_zone", lambda: "Europe/Amsterdam"
        )


@pytest.fixture
def clock() -> Clock:
    return Clock(date(2026, 11, 22))


@pytest.fixture
def office(archive: Archive) -> Archive:
    """An archive that knows who we are, and one client with one person."""
    with archive.transaction() as work:
        work.settings.save(Settings(own_name="Bram de Wit", own_email="bram@advies.example"))
        work.advisers.save(
            Adviser(
                AdviserId(new_id()), "Bram de Wit", "Adviseur", "bram@advies.example", is_self=True
            )
        )
        work.clients.save(Client(ClientId("hoveniers"), "Veldkamp Hoveniers B.V.", city="Deventer"))
        work.people.save(
            ContactPerson(
                PersonId("annet"), ClientId("hoveniers"), "Annet Veldkamp", "Directeur",
                "annet@veldkamp-hoveniers.example",
            )
        )  # fmt: skip
    return archive

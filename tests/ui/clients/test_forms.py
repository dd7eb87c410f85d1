"""The form of a client, and the warning for one that is there already."""

from __future__ import annotations

from typing import Any

from gesprekshulp.domain.client import Client, ClientKind
from gesprekshulp.domain.language import Form, Language
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.clients.forms import edit_client, new_client
from gesprekshulp.ui.context import Desk
from tests.ui.answers import Answers
from tests.ui.desks import ToldWindow


def test_a_new_client_is_made_and_opened(
    archive: Archive, desk: Desk, window: ToldWindow, answers: Answers
) -> None:
    answers.then({"name": "Brinkhof Logistiek", "trade": "Transport"})
    id = new_client(desk, None)
    assert window.went == [("klant", {"client_id": id})]
    assert window.told == ["Klant “Brinkhof Logistiek” toegevoegd."]
    with archive.reading() as work:
        assert work.clients.get(str(id)).trade == "Transport"


def test_cancelling_makes_nothing(archive: Archive, desk: Desk, answers: Answers) -> None:
    answers.then(None)
    assert new_client(desk, None) is None
    with archive.reading() as work:
        assert not work.clients.any()


def test_a_name_that_is_there_already_is_noticed_and_can_be_opened(
    desk: Desk, client: Client, window: ToldWindow, answers: Answers
) -> None:
    def look(form: Any) -> None:
        assert not form.warning.isVisible()
        form.field("name").setText("bakkerij de halm")
        assert form.warning.isVisible()
        assert form.warning.words.text() == "Er is al een klant met deze naam in Heerdam."
        form.warning.link.click()

    answers.then(look)
    assert new_client(desk, None) is None
    assert window.went == [("klant", {"client_id": client.id})]


def test_the_warning_does_not_forbid(
    archive: Archive, desk: Desk, client: Client, answers: Answers
) -> None:
    answers.then({"name": client.name, "city": "Oostmeer"})
    assert new_client(desk, None) is not None
    with archive.reading() as work:
        assert work.clients.count() == 2


def test_a_client_is_no_twin_of_itself(desk: Desk, client: Client, answers: Answers) -> None:
    def look(form: Any) -> None:
        assert not form.warning.isVisible()

    answers.then(look)
    edit_client(desk, None, client)


def test_a_private_person_has_no_trade(desk: Desk, answers: Answers, archive: Archive) -> None:
    def look(form: Any) -> None:
        form.with_values({"name": "Familie Jansen", "trade": "Bouw", "kind": ClientKind.PRIVATE})
        assert not form.labelled("trade").isVisible()
        form.save_button.click()

    answers.then(look)
    id = new_client(desk, None)
    with archive.reading() as work:
        made = work.clients.get(str(id))
    assert (made.kind, made.trade) == (ClientKind.PRIVATE, "")


def test_a_wrong_address_and_year_keep_the_form_open(desk: Desk, answers: Answers) -> None:
    answers.then({"name": "X", "email": "geen adres", "since": 3000})
    assert new_client(desk, None) is None
    assert set(answers.refused) == {"email", "since"}


def test_documents_can_be_in_english_and_dutch_ones_can_say_je(
    archive: Archive, desk: Desk, client: Client, answers: Answers
) -> None:
    def look(form: Any) -> None:
        assert form.labelled("form").isVisible()
        form.with_values({"form": Form.JE, "language": Language.ENGLISH})
        assert not form.labelled("form").isVisible()
        form.save_button.click()

    answers.then(look)
    edit_client(desk, None, client)
    with archive.reading() as work:
        kept = work.clients.get(client.id)
    assert (kept.language, kept.form) == (Language.ENGLISH, Form.JE)

"""Title, place, people and description of an event as calendars write them."""

from __future__ import annotations

import pytest

from .reading import only
from .samples import OUTLOOK, calendar


def test_attendees_have_names_and_addresses_and_rooms_are_left_out() -> None:
    event = only(OUTLOOK)
    assert [(one.name, one.email, one.declined) for one in event.attendees] == [
        ("Bram de Wit", "bram@advies.example", False),
        ("joris@veldkamp-hoveniers.example", "joris@veldkamp-hoveniers.example", True),
    ]


@pytest.mark.parametrize(
    ("written", "called"),
    [
        ('"Kuipers, Anja"', "Anja Kuipers"),
        ('"Boer, Joris de"', "Joris de Boer"),
        ('"De Halm, Bakkerij, Heerdam"', "De Halm, Bakkerij, Heerdam"),
        ("Hanneke Smit", "Hanneke Smit"),
        ('"Kuipers, Anja (De Halm)"', "Anja Kuipers (De Halm)"),
    ],
)
def test_a_name_as_a_list_sorts_it_is_turned_round(written: str, called: str) -> None:
    event = only(
        calendar(f"UID:a\nDTSTART:20261201T090000Z\nATTENDEE;CN={written}:mailto:a@b.example")
    )
    assert [one.name for one in event.attendees] == [called]


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        ("LOCATION:Kerkstraat 4\\, Zwolle\nDESCRIPTION:https://teams.microsoft.com/x", "bezoek"),
        ("LOCATION:https://meet.google.com/abc", "video"),
        ("LOCATION:Vergaderzaal 2; Microsoft Teams-vergadering", "bezoek"),
        ("DESCRIPTION:Via https://us02web.zoom.us/j/1", "video"),
        ("LOCATION:+31 6 12345678", "telefoon"),
        ("LOCATION:Telefonisch", "telefoon"),
        ("LOCATION:Op kantoor", "kantoor"),
        ("SUMMARY:Bellen met Annet", "telefoon"),
        ("SUMMARY:Gesprek", "bezoek"),
    ],
)
def test_the_kind_of_talk_follows_from_place_and_link(lines: str, kind: str) -> None:
    assert only(calendar(f"UID:a\nDTSTART:20261201T090000Z\n{lines}")).kind == kind


def test_html_in_a_description_becomes_plain_text() -> None:
    event = only(
        calendar(
            "UID:a\nDTSTART:20261201T090000Z\n"
            "DESCRIPTION:<html><body><p>Beste&nbsp\\;Annet\\,</p><br><img src='http://x.example/p'>"
            "<ul><li>cijfers</li></ul></body></html>"
        )
    )
    assert event.description == "Beste Annet,\n\n- cijfers"

"""Messages become contacts."""

from __future__ import annotations

from gesprekshulp.domain.attachment import OwnerKind
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.imports import plan
from gesprekshulp.storage.archive import Archive
from tests.exchange.samples import MAIL

from .taking_in import counts, take_in


def test_a_message_becomes_a_contact_of_the_sender_with_its_attachments(
    office: Archive, clock: Clock
) -> None:
    take_in(
        office, clock, ("b.eml", MAIL.replace(b"veldkamp.example", b"veldkamp-hoveniers.example"))
    )
    with office.reading() as work:
        (contact,) = work.contacts.of_client("hoveniers")
        assert contact.person_id == "annet"
        kept = work.attachments.of(OwnerKind.CONTACT, contact.id)
        assert {one.name for one in kept} == {"offerte café.pdf", "Eerder bericht.eml"}
        offer = next(one for one in kept if one.name.endswith("pdf"))
        assert work.attachments.content(offer.sha256) == b"%PDF-1.4\n"


def test_a_message_without_anybody_in_it_belongs_to_no_client(
    office: Archive, clock: Clock
) -> None:
    letter = ("x.eml", b"Subject: x\nDate: Mon, 2 Nov 2026 09:00:00 +0100\n\nTekst")
    refused = plan(office, clock, [letter])
    assert counts(refused) == (0, 0, 0, 1)
    assert "sleep het bericht op de klant" in refused.changes[0].reason
    assert counts(plan(office, clock, [letter], client_id="hoveniers")) == (1, 0, 0, 0)

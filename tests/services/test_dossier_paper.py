from __future__ import annotations

from datetime import timedelta

from gesprekshulp.domain.text import InternalText
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.dossier_paper import dossier_html
from gesprekshulp.storage.archive import Archive
from tests.office import DAY, a_client, a_commitment, a_contact, an_appointment


def test_the_printed_dossier_has_what_was_promised_and_nothing_internal(
    archive: Archive, clock: Clock
) -> None:
    with archive.transaction() as work:
        client = work.clients.save(a_client(remarks=InternalText("lastige man")))
        made = work.appointments.save(an_appointment(client, goal="is <b>alles</b> & meer bekend"))
        work.commitments.save(
            a_commitment(client, "kosten < 5 & korting", due=DAY - timedelta(days=2))
        )
        work.contacts.save(a_contact(client))
    html = dossier_html(archive, clock, made.id)
    assert "<h1>Bakkerij De Halm</h1>" in html
    assert "is &lt;b&gt;alles&lt;/b&gt; &amp; meer bekend" in html
    assert "kosten &lt; 5 &amp; korting" in html
    assert "2 dagen te laat</b>" in html
    assert "Storing: zaterdag geen kassa" in html
    assert "lastige" not in html

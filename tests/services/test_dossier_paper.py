from __future__ import annotations

import io
from datetime import timedelta
from itertools import chain

import docx

from gesprekshulp.domain.paper import Facts, Heading, ItemList, Paper, Paragraph, Table
from gesprekshulp.domain.text import InternalText
from gesprekshulp.services import dossier
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.dossier_paper import dossier_paper
from gesprekshulp.storage.archive import Archive
from tests.office import DAY, a_client, a_commitment, a_contact, a_decision, an_appointment


def texts(paper: Paper) -> list[str]:
    """Every text of a paper in order."""
    found: list[str] = []
    for block in paper.blocks:
        match block:
            case Paragraph():
                found.append("".join(span.text for span in block.spans))
            case Heading():
                found.append(block.text)
            case ItemList():
                found += ["".join(span.text for span in item.spans) for item in block.items]
            case Table():
                found += [*block.heads, *(cell.text for cell in chain.from_iterable(block.rows))]
            case Facts():
                found += [text for label, cell in block.rows for text in (label, cell.text)]
            case _:
                raise AssertionError(block)
    return found


def test_the_dossier_has_what_was_promised_and_nothing_internal(
    archive: Archive, clock: Clock
) -> None:
    with archive.transaction() as work:
        client = work.clients.save(a_client(remarks=InternalText("lastige man")))
        made = work.appointments.save(an_appointment(client, goal="is <b>alles</b> & meer bekend"))
        work.commitments.save(
            a_commitment(client, "kosten < 5 & korting", due=DAY - timedelta(days=2))
        )
        work.contacts.save(a_contact(client))
    paper = dossier_paper(archive, clock, made.id)
    said = texts(paper)
    assert said[0] == "Bakkerij De Halm"
    assert "kosten < 5 & korting" in said
    late = [
        cell for block in paper.blocks if isinstance(block, Table)
        for cell in chain.from_iterable(block.rows) if cell.late
    ]  # fmt: skip
    assert "2 dagen te laat" in late[0].text
    assert not any("lastige" in text for text in said)


def test_it_says_what_its_word_file_says_in_the_same_order(
    archive: Archive, clock: Clock, tmp_path
) -> None:
    with archive.transaction() as work:
        client = work.clients.save(a_client())
        made = work.appointments.save(an_appointment(client, goal="is er een keuze"))
        work.commitments.save_all(a_commitment(client, f"stuk {n} sturen") for n in range(80))
        work.contacts.save(a_contact(client))
        work.decisions.save(a_decision(client))
    path = dossier.export(archive, clock, made.id, tmp_path / "d.docx")
    word = docx.Document(io.BytesIO(path.read_bytes()))
    in_word: list[str] = []
    for child in word.iter_inner_content():
        if hasattr(child, "rows"):
            in_word += [cell.text for row in child.rows for cell in row.cells]
        else:
            in_word.append(child.text)
    assert texts(dossier_paper(archive, clock, made.id)) == in_word

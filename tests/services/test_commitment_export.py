"""What a list shows goes to a file: all of it, in its order, and nothing that runs."""

from __future__ import annotations

import csv
import gc
import io
from datetime import datetime, timedelta

import docx
import openpyxl
import pytest

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.errors import UserError
from gesprekshulp.exchange.commitment_tables import HEADS
from gesprekshulp.services import commitment_export, commitment_list
from gesprekshulp.services.commitment_list import View, Wanted, Whose
from gesprekshulp.services.files import CannotWrite
from tests.exchange.word.examples import remarks
from tests.office import a_client, a_commitment


class Stopped(Exception):
    """The user broke it off."""


EVIL = '=HYPERLINK("http://x";"klik")'


@pytest.fixture
def promises(archive, today):
    client, other = a_client(), a_client("=1+1 Évident BV")
    made = [
        a_commitment(client, "offerte sturen", due=today - timedelta(days=2), hours=2.5),
        a_commitment(client, EVIL, side=Side.CLIENT, who="@Annet", due=today),
        a_commitment(other, 'plan; met "puntkomma\'s"\nen regels', due=None, event="+ na akkoord"),
        a_commitment(other, "al gedaan").kept(today),
    ]
    with archive.transaction() as work:
        work.clients.save_all((client, other))
        work.commitments.save_all(made)
    return made


def shown(archive, clock, view=View.ALL):
    return commitment_list.groups(archive, clock, Wanted(view, Whose.BOTH))


def rows_of(path):
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def test_csv_opens_in_a_dutch_spreadsheet(archive, clock, promises, tmp_path):
    path = commitment_export.export(archive, clock, shown(archive, clock), tmp_path / "t.csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbfKlant;Door;")
    head, *rows = rows_of(path)
    assert tuple(head) == HEADS
    assert [row[4] for row in rows] == ["2026-03-10", "2026-03-12", ""]
    assert rows[0][10] == "2,5"


def test_nothing_in_a_csv_is_a_formula(archive, clock, promises, tmp_path):
    path = commitment_export.export(archive, clock, shown(archive, clock), tmp_path / "t.csv")
    cells = [cell for row in rows_of(path) for cell in row]
    assert f"'{EVIL}" in cells
    assert not [cell for cell in cells if cell[:1] in "=+-@\t\r" and cell]


def test_words_on_two_lines_stay_two_words_whatever_ends_the_line(archive, clock, tmp_path):
    client = a_client()
    promise = a_commitment(client, "offerte\x0bsturen\u2028en bellen")
    with archive.transaction() as work:
        work.clients.save(client)
        work.commitments.save(promise)
    path = commitment_export.export(archive, clock, [promise.id], tmp_path / "lijst.csv")
    assert ";offerte sturen en bellen;" in path.read_text("utf-8-sig")


def test_xlsx_has_a_fixed_head_real_days_and_texts_that_stay_texts(
    archive, clock, promises, tmp_path
):
    path = commitment_export.export(archive, clock, shown(archive, clock), tmp_path / "t.xlsx")
    sheet = openpyxl.load_workbook(path)["Toezeggingen"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:K4"
    assert [cell.value for cell in sheet[1]] == list(HEADS)
    assert sheet["E2"].value == datetime(2026, 3, 10)
    assert sheet["E2"].number_format == "dd-mm-yyyy"
    assert (sheet["D3"].value, sheet["D3"].data_type) == (EVIL, "s")
    assert not [cell for row in sheet for cell in row if cell.data_type == "f"]


def test_word_lists_them_in_our_own_template(archive, clock, promises, tmp_path):
    path = commitment_export.export(
        archive, clock, shown(archive, clock), tmp_path / "t.docx", "Alle toezeggingen"
    )
    document = docx.Document(str(path))
    assert document.paragraphs[0].text == "Alle toezeggingen"
    (table,) = document.tables
    assert [cell.text for cell in table.rows[1].cells] == [
        "Bakkerij De Halm", "offerte sturen", "Steven", "te laat", "di 10 mrt",
    ]  # fmt: skip
    again = commitment_export.export(
        archive, clock, shown(archive, clock), tmp_path / "u.docx", "Alle toezeggingen"
    )
    assert again.read_bytes() == path.read_bytes()


def test_a_word_list_passes_the_audit_of_the_format(archive, clock, promises, tmp_path):
    path = commitment_export.export(archive, clock, shown(archive, clock), tmp_path / "t.docx")
    assert remarks(path.read_bytes(), tmp_path) == []


def test_what_is_asked_by_identifier_comes_in_that_order(archive, clock, promises, tmp_path):
    ids = [promises[3].id, promises[0].id]
    rows = rows_of(commitment_export.export(archive, clock, ids, tmp_path / "t.csv"))
    assert [row[3] for row in rows[1:]] == ["al gedaan", "offerte sturen"]


def test_an_empty_list_is_a_file_with_a_head(archive, clock, tmp_path):
    for end in ("csv", "xlsx", "docx"):
        assert commitment_export.export(archive, clock, (), tmp_path / f"leeg.{end}").exists()


def test_breaking_off_leaves_the_old_file(archive, clock, promises, tmp_path):
    target = tmp_path / "t.csv"
    target.write_text("oud")

    def stop(done: int, total: int) -> None:
        assert 0 < done <= total == 3
        raise Stopped

    with pytest.raises(Stopped):
        commitment_export.export(archive, clock, shown(archive, clock), target, report=stop)
    assert target.read_text() == "oud"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["t.csv"]


def test_another_end_or_a_missing_folder_is_refused_in_words(archive, clock, tmp_path):
    with pytest.raises(UserError, match=r"\.csv, \.xlsx of \.docx"):
        commitment_export.export(archive, clock, (), tmp_path / "t.pdf")
    with pytest.raises(CannotWrite):
        commitment_export.export(archive, clock, (), tmp_path / "weg" / "t.csv")


def test_breaking_off_a_workbook_leaves_nothing_open(archive, clock, promises, tmp_path):
    def stop(done: int, total: int) -> None:
        raise Stopped

    target = tmp_path / "t.xlsx"
    with pytest.raises(Stopped):
        commitment_export.export(archive, clock, shown(archive, clock), target, report=stop)
    gc.collect()
    assert not target.exists()

"""Promises in a Dutch note: who binds themselves to what, by when, and how firmly.

The reading is grammatical: sentences are cut into clauses (`clauses`), a clause has a verb in a
tense (`predicates`) and a subject who acts (`subjects`, `parties`), and the clause that governs it
says whether what follows is promised, reported, asked or merely wished (`clause_reader`).
"""

from datetime import date

from gesprekshulp.language.note_reader import NoteReader
from gesprekshulp.language.parties import Owner, Table
from gesprekshulp.language.suggestions import Suggestion
from gesprekshulp.language.text_units import has_letters
from gesprekshulp.language.vague import find_vague

__all__ = ["Owner", "Suggestion", "Table", "find_commitments", "find_vague", "warm_up"]


def find_commitments(note: str, table: Table, today: date) -> tuple[Suggestion, ...]:
    """The promises in a note, in reading order. Never raises; takes time linear in its length."""
    if not has_letters(note):
        return ()
    return NoteReader(note, table, today).read()


def warm_up() -> None:
    """Load what reading needs, some 50 ms: for the background, before anybody types a note."""
    table, today = Table(("Jan",), ("Els",)), date(2000, 1, 3)
    note = 'Els: "Ik bel u morgen." Voor 3-4 lvrt Jan niet het plan, maar wel de lijst. Wie?\nNee.'
    find_commitments(note, table, today)
    find_vague(note)

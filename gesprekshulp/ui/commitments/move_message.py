"""The message to the other side that a promise got another day: one key, then read over and send.

The program sends nothing: the draft opens in the mail program, or is copied when there is none.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from PySide6.QtCore import QTemporaryDir
from PySide6.QtGui import QGuiApplication

from gesprekshulp.domain.commitment import CommitmentEvent, EventKind
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import CommitmentId
from gesprekshulp.services import messages
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.outside import file_name, open_outside


@cache
def _folder() -> QTemporaryDir:
    """Where drafts stand until the program closes; for this user alone."""
    return QTemporaryDir()


def open_message(desk: Desk, id: CommitmentId, to: date, reason: str) -> str:
    """Open the draft, and give what became of it as the end of a sentence; "" when refused."""
    try:
        draft = messages.move_message(desk.archive, id, to, reason)
        path = Path(_folder().path()) / f"{file_name(draft.subject)}.eml"
        if open_outside(messages.save_draft(desk.clock, draft, path)):
            return "het bericht staat klaar in uw e-mailprogramma"
    except UserError as error:
        desk.error(error.sentence)
        return ""
    QGuiApplication.clipboard().setText(draft.as_text)
    return "de tekst van het bericht is gekopieerd"


def message_again(desk: Desk, id: CommitmentId, history: tuple[CommitmentEvent, ...]) -> bool:
    """Open the draft about the last move; `history` is newest first. False without a move."""
    last = next((event for event in history if event.kind is EventKind.MOVED), None)
    if last is None or last.to_day is None:
        return False
    if words := open_message(desk, id, last.to_day, last.text):
        desk.toast(f"{words[:1].upper()}{words[1:]}.")
    return True

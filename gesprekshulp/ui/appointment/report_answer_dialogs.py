"""What the client answered: who, how, when, and which lines are not right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from gesprekshulp.domain.report_answer import AnswerHow, AnswerKind
from gesprekshulp.domain.report_line import DAY, FILE, HOURS, PERSON, PROMISE, Line
from gesprekshulp.services.report_answers import MailAnswer
from gesprekshulp.services.report_corrections import unreadable
from gesprekshulp.ui.appointment.report_dialogs import Today
from gesprekshulp.ui.date_reader import read_date
from gesprekshulp.ui.widgets.form_dialog import CHOICE, DATE, LONG, TEXT, YES_NO, Field, FormDialog

REST = "rest"

_ONE_LINE = 60
"""As many characters of a line are seen at once in a field of one line."""

_MAY_GO = (PERSON, FILE)

_KINDS = (
    (AnswerKind.CONFIRMED, "Het verslag klopt"),
    (AnswerKind.CORRECTED, "Er klopt iets niet"),
)
_HOWS = tuple((how, how.value.capitalize()) for how in AnswerHow)


def ask_answer(
    parent: QWidget, today: Today, who: str, mail: MailAnswer | None = None
) -> dict[str, Any] | None:
    """Whether the client confirms or corrects, by whom, how and when; filled in from a mail."""
    help_ = ""
    if mail is not None and not mail.person:
        known = f"{mail.sender} <{mail.email}>".strip()
        help_ = f"{known} staat niet bij deze klant; kijk of het antwoord hier hoort."
    fields = (
        Field("kind", "Wat zei de klant?", CHOICE, options=_KINDS),
        Field("by", "Wie antwoordde?", TEXT, required="Zet erbij wie.", half=True, help=help_),
        Field("how", "Hoe", CHOICE, options=_HOWS, half=True),
        Field("on", "Op welke dag?", DATE, reader=read_date, today=today, required="Kies de dag."),
        Field("text", "Woorden van de klant", LONG, placeholder="mag leeg blijven"),
    )
    values: dict[str, Any] = {
        "kind": AnswerKind.CONFIRMED, "by": who, "how": AnswerHow.MAIL, "on": today(), "text": "",
    }  # fmt: skip
    if mail is not None:
        values |= {
            "kind": AnswerKind.CONFIRMED if mail.confirms else AnswerKind.CORRECTED,
            "by": mail.person or mail.sender,
            "on": mail.day,
            "text": mail.text,
        }

    def check(found: dict[str, Any]) -> dict[str, str]:
        day: date | None = found["on"]
        later = day is not None and day > today()
        return {"on": "Deze dag moet nog komen; kies vandaag of eerder."} if later else {}

    title = "Antwoord uit de mail" if mail else "Antwoord van de klant"
    return FormDialog.ask(parent, title, fields, values, check=check, width=520)


def ask_corrections(
    parent: QWidget, today: Today, lines: Sequence[Line]
) -> tuple[list[tuple[Line, str]], bool] | None:
    """The client's words for each line that is not right, and whether the rest is confirmed."""
    fields: list[Field] = []
    under = ""
    for number, line in enumerate(lines):
        section = line.under if line.under != under else ""
        under = line.under
        kind = LONG if len(line.text) > _ONE_LINE else TEXT
        may_go = line.place.startswith(_MAY_GO) and not line.is_lacking
        first = number == 0 or line.label != lines[number - 1].label
        fields.append(
            Field(
                str(number), "Tekst" if line.label == line.under else line.label, kind,
                section=section, placeholder=_lacking(line), half=line.place in (DAY, HOURS),
                hint="Hoort er niet bij? Maak de regel leeg." if may_go and first else "",
            )
        )  # fmt: skip
    fields.append(Field(REST, "De rest van het verslag is bevestigd", YES_NO, section="Verder"))
    values: dict[str, Any] = {str(number): line.text for number, line in enumerate(lines)}

    def check(found: dict[str, Any]) -> dict[str, str]:
        said = {str(n): unreadable(line, found[str(n)], today()) for n, line in enumerate(lines)}
        return {key: sentence for key, sentence in said.items() if sentence}

    found = FormDialog.ask(
        parent, "Wijzig wat niet klopt", fields, {**values, REST: False}, width=600, check=check,
        intro="Zet in elke regel hoe het volgens de klant moet zijn; de andere laat u staan.",
    )  # fmt: skip
    if found is None:
        return None
    said = [(line, str(found[str(number)])) for number, line in enumerate(lines)]
    return [(line, text) for line, text in said if text != line.text.strip()], bool(found[REST])


def _lacking(line: Line) -> str:
    if not line.is_lacking:
        return ""
    if line.place == PERSON:
        return "naam (functie)"
    return "wie, wat en wanneer" if line.place == PROMISE else "alleen invullen als er iets mist"

"""Versturen: in which way, to whom, with which words, and until when an answer is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from gesprekshulp.domain.draft import Draft, Reader
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.report import SentHow
from gesprekshulp.services.messages import require_addresses
from gesprekshulp.services.report_sending import Receiver
from gesprekshulp.ui.date_reader import read_date
from gesprekshulp.ui.widgets.form_dialog import CHOICE, DATE, LONG, TEXT, YES_NO, Field, FormDialog

AS_DRAFT, AS_MAILTO, BY_HAND = "concept", "mailto", "zelf"
WORD, PDF = "word", "pdf"
_LONGEST = 32

_WAYS = (
    (AS_DRAFT, "Concept-mail met het verslag als bijlage"),
    (AS_MAILTO, "Nieuw bericht in uw mailprogramma, zelf bijvoegen"),
    (BY_HAND, "Zelf verstuurd of afgegeven; alleen vastleggen"),
)
_HELP = {
    AS_DRAFT: "Uw mailprogramma opent het concept; u leest het na en verstuurt het zelf.",
    AS_MAILTO: "U bewaart eerst het Word-bestand en voegt het zelf bij het bericht.",
    BY_HAND: "Deze versie wordt bewaard zoals zij nu is.",
}
_HOWS = tuple((how, how.value.capitalize()) for how in SentHow)

MakeLetter = Callable[[list[Receiver], "date | None", bool], Draft]


class SendDialog(FormDialog):
    """Asks how a version goes to the client. The message follows what is chosen until it is edited.

    `letter` makes the message for receivers, a day to answer by, and whether the report tells what
    changed; `since` is the number of the version before this one, 0 when there is none.
    """

    def __init__(
        self,
        parent: QWidget | None,
        receivers: tuple[Receiver, ...],
        letter: MakeLetter,
        today: Callable[[], date],
        reply_by: date,
        *,
        since: int = 0,
        tells_changes: bool = False,
    ) -> None:
        self.people = receivers
        self._letter = letter
        self._made: Draft | None = None
        keys = [f"to{number}" for number in range(len(receivers))]
        fields = [
            Field("way", "Hoe gaat het verslag weg?", CHOICE, options=_WAYS, help=_HELP[AS_DRAFT]),
            *(
                Field(key, f"Aan {_words(one)}", YES_NO)
                for key, one in zip(keys, receivers, strict=True)
            ),
            Field("other", "Ook aan" if receivers else "Aan", TEXT, placeholder="mailadres"),
            Field("reply_by", "Graag antwoord uiterlijk", DATE, half=True, reader=read_date,
                  today=today, required="Kies de dag."),
            Field("attach", "Bijlage", CHOICE, half=True, options=((WORD, "Word"), (PDF, "PDF"))),
            Field("on", "Op welke dag ging het weg?", DATE, half=True, reader=read_date,
                  today=today, required="Kies de dag."),
            Field("how", "Hoe", CHOICE, half=True, options=_HOWS),
        ]  # fmt: skip
        if since:
            fields.append(Field("tells", f"In het verslag noemen wat er sinds versie {since} is"
                                " gewijzigd", YES_NO))  # fmt: skip
        fields += [Field("subject", "Onderwerp", TEXT), Field("body", "Bericht", LONG)]
        values: dict[str, Any] = {
            "way": AS_DRAFT,
            "reply_by": reply_by,
            "attach": WORD,
            "on": today(),
            "how": SentHow.MAIL,
            "tells": tells_changes,
            **{key: one.chosen for key, one in zip(keys, receivers, strict=True)},
        }
        self._today = today
        super().__init__(
            parent, "Verslag versturen", fields, values, check=self._wrong, save="Concept maken",
            width=640,
        )  # fmt: skip
        for key in (*keys, *(("tells",) if since else ())):
            self.field(key).toggled.connect(lambda _: self._write())
        self.field("reply_by").changed.connect(lambda _: self._write())
        self.field("way").currentIndexChanged.connect(lambda _: self._follow())
        self._write()
        self._follow()

    def ask_here(self) -> tuple[dict[str, Any], Draft] | None:
        """Show the form; what was chosen and the message, or None when it was cancelled."""
        accepted = self.exec() == QDialog.DialogCode.Accepted
        found = (self.values(), self.draft) if accepted else None
        self.deleteLater()
        return found

    @property
    def draft(self) -> Draft:
        """The message as it stands in the form."""
        values = self.values()
        readers = tuple(Reader(one.name, one.email) for one in self._chosen())
        others = tuple(Reader("", text) for text in str(values["other"]).replace(",", " ").split())
        first, *also = (*readers, *others) or (Reader(),)
        assert self._made is not None
        return replace(
            self._made, subject=values["subject"], body=f"{values['body']}\n", to=first.email,
            to_name=first.name, also=tuple(also),
        )  # fmt: skip

    def _chosen(self) -> list[Receiver]:
        return [
            one for number, one in enumerate(self.people) if self.field(f"to{number}").isChecked()
        ]

    def _write(self) -> None:
        """Make the message anew; subject and text stay where the adviser wrote in them."""
        before = self._made
        tells = "tells" in self._widgets and self.field("tells").isChecked()
        self._made = self._letter(self._chosen(), self.field("reply_by").day(), tells)
        for key in ("subject", "body"):
            field = self.field(key)
            is_own = before is not None and field.text().strip() != getattr(before, key).strip()
            if not is_own:
                field.setText(getattr(self._made, key).strip())

    def problems(self, values: dict[str, Any]) -> Mapping[str, str]:
        """As the form's own, with the message brought up to what was chosen last."""
        self._write()
        return super().problems(self.values())

    def _follow(self) -> None:
        """Show what belongs to the chosen way."""
        way = self.field("way").value()
        mails = way != BY_HAND
        self.labelled("way").set_help(_HELP[str(way)])
        for key in ("subject", "body", "other"):
            self.labelled(key).setVisible(mails)
        self.labelled("attach").setVisible(way == AS_DRAFT)
        for key in ("on", "how"):
            self.labelled(key).setVisible(not mails)
        words = {AS_DRAFT: "Concept maken", AS_MAILTO: "Bericht openen", BY_HAND: "Vastleggen"}
        self.save_button.set_label(words[str(way)])
        self._timer.start(0)

    def _wrong(self, values: dict[str, Any]) -> dict[str, str]:
        wrong: dict[str, str] = {}
        today = self._today()
        if values["reply_by"] is not None and values["reply_by"] <= today:
            wrong["reply_by"] = "Kies een dag na vandaag."
        if values["way"] == BY_HAND:
            if values["on"] is not None and values["on"] > today:
                wrong["on"] = "Deze dag moet nog komen; kies vandaag of een eerdere dag."
            return wrong
        chosen = self._chosen()
        missing = next((one.name for one in chosen if not one.email), "")
        if missing and not values["other"]:
            wrong["other"] = f"Van {missing} is geen mailadres bekend; vul het hier in."
        elif not chosen and not values["other"]:
            wrong["other"] = "Kies wie het verslag krijgt, of vul hier een mailadres in."
        elif values["other"] and any(
            "@" not in one for one in str(values["other"]).replace(",", " ").split()
        ):
            wrong["other"] = "Dit is geen mailadres; schrijf het als naam@bedrijf.nl."
        elif values["way"] == AS_DRAFT:
            try:
                require_addresses(self.draft)
            except UserError as error:
                wrong["other"] = error.sentence
        if not values["body"]:
            wrong["body"] = "Schrijf een bericht bij het verslag."
        return wrong


def _words(one: Receiver) -> str:
    """Who, with the address; no longer than the form is wide."""
    there = "" if one.was_there else ", niet aanwezig"
    name = one.name if len(one.name) <= _LONGEST else f"{one.name[: _LONGEST - 1]}…"
    email = one.email or "geen mailadres"
    if len(email) > _LONGEST:
        email = f"{email[: _LONGEST - 1]}…"
    return f"{name} ({email}{there})"

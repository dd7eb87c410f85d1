"""The forms for a client, a contact person and a rating, and what follows when they are saved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gesprekshulp.domain.client import Client, ClientKind, ClientStatus, ContactPerson
from gesprekshulp.domain.ids import ClientId, PersonId, new_id
from gesprekshulp.domain.language import Form, Language
from gesprekshulp.domain.rating import Rating
from gesprekshulp.domain.text import InternalText
from gesprekshulp.services import clients, people, ratings
from gesprekshulp.services.named import is_email
from gesprekshulp.ui.clients.words import FORMS, INTERNAL, KIND_WORDS, LANGUAGES, STATUS_WORDS
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.date_reader import read_date
from gesprekshulp.ui.undo_toast import did
from gesprekshulp.ui.widgets.buttons import LinkButton
from gesprekshulp.ui.widgets.form_dialog import (
    CHOICE,
    DATE,
    LONG,
    NUMBER,
    REMOVED,
    YES_NO,
    Field,
    FormDialog,
)
from gesprekshulp.ui.widgets.labels import IconLabel, Text

OPEN = "openen"
"""The one key of what ClientForm gives when the user went to the client that is there already."""

_WRONG_MAIL = "Dit is geen e-mailadres; een adres ziet eruit als naam@bedrijf.nl."

_FIELDS = (
    Field("name", "Naam", required="Vul de naam in.", placeholder="bedrijf, instelling of familie"),
    Field("kind", "Soort", CHOICE, options=tuple(KIND_WORDS.items()), half=True),
    Field("status", "Status", CHOICE, options=tuple(STATUS_WORDS.items()), half=True),
    Field("phone", "Telefoon", half=True),
    Field("email", "E-mail", half=True),
    Field("street", "Straat en nummer", more=True),
    Field("postal_code", "Postcode", half=True, more=True),
    Field("city", "Plaats", half=True, more=True),
    Field("trade", "Branche", half=True, placeholder="transport en opslag", more=True),
    Field("size", "Omvang", half=True, placeholder="aantal medewerkers", more=True),
    Field("website", "Website", half=True, more=True),
    Field("since", "Klant sinds (jaar)", NUMBER, half=True, more=True),
    Field("language", "Taal van documenten", CHOICE, options=LANGUAGES, half=True, more=True),
    Field("form", "Aanspreekvorm", CHOICE, options=FORMS, half=True, more=True),
    Field("remarks", "Eigen opmerkingen", LONG, help=INTERNAL, more=True),
)


class TwinWarning(QWidget):
    """One sentence about a client that may be the same one, with the way to it."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._id = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel("let-op", role="accent", size=16))
        self.words = Text(size=12, weight=500, wrap=True)
        row.addWidget(self.words, 1)
        self.link = LinkButton("Die openen", small=True)
        self.link.clicked.connect(lambda: self.asked.emit(self._id))
        row.addWidget(self.link)
        self.hide()

    def show_twin(self, twin: Client | None, name: str) -> None:
        """Show the sentence for this client, or nothing."""
        self.setVisible(twin is not None)
        if twin is not None:
            self._id = twin.id
            same = twin.name.casefold() == " ".join(name.split()).casefold()
            what = "deze naam" if same else f"dit e-mailadres: {twin.name}"
            where = f" in {twin.city}" if same and twin.city else ""
            self.words.setText(f"Er is al een klant met {what}{where}.")


class ClientForm(FormDialog):
    """A client, new or changed; warns when there is one with the same name or address."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        title: str,
        values: Mapping[str, Any],
        *,
        but: ClientId | None = None,
        remove: str = "",
    ) -> None:
        self._desk = desk
        self._but = but
        self._twin = ""
        super().__init__(
            parent, title, _FIELDS, values, remove=remove, width=560, unfold=but is not None
        )
        self.warning = TwinWarning()
        self.warning.asked.connect(self._open_twin)
        # Right under the name.
        self.column.insertWidget(2, self.warning)
        self.field("name").textChanged.connect(self._look_for_twin)
        self.field("email").textChanged.connect(self._look_for_twin)
        self.field("kind").currentIndexChanged.connect(self._fit_kind)
        self.field("language").currentIndexChanged.connect(self._fit_language)
        self._look_for_twin()
        self._fit_kind()
        self._fit_language()

    def problems(self, values: dict[str, Any]) -> Mapping[str, str]:
        wrong: dict[str, str] = {}
        if values["email"] and not is_email(values["email"]):
            wrong["email"] = _WRONG_MAIL
        since = values["since"]
        if since is not None and not 1800 <= since <= self._desk.today().year:
            wrong["since"] = "Geef een jaar van vier cijfers, niet later dan nu."
        return wrong

    def values(self) -> dict[str, Any]:
        return {OPEN: self._twin} if self._twin else super().values()

    def _look_for_twin(self) -> None:
        name, email = self.field("name").text(), self.field("email").text()
        twin = clients.alike(self._desk.archive, name, email, but=self._but)
        self.warning.show_twin(twin, name)

    def _open_twin(self, id: str) -> None:
        self._twin = id
        self.accept()

    def _fit_kind(self) -> None:
        company = self.field("kind").value() != ClientKind.PRIVATE
        for key in ("trade", "size", "website"):
            self.labelled(key).setVisible(company)

    def _fit_language(self) -> None:
        """English has one form of address."""
        self.labelled("form").setVisible(self.field("language").value() == Language.DUTCH)


def new_client(desk: Desk, parent: QWidget | None, name: str = "") -> ClientId | None:
    """Ask for a new client and open its page."""
    start = {
        "name": name,
        "kind": ClientKind.ORGANISATION,
        "status": ClientStatus.ACTIVE,
        "language": Language.DUTCH,
        "form": Form.U,
    }
    found = ClientForm.ask(desk, parent, "Nieuwe klant", start)
    if found is None:
        return None
    if OPEN in found:
        desk.go("klant", client_id=found[OPEN])
        return None
    made = clients.make(desk.archive, _client(ClientId(new_id()), found))
    desk.go("klant", client_id=made.id)
    did(desk, f"Klant “{made.name}” toegevoegd.")
    return made.id


def edit_client(desk: Desk, parent: QWidget | None, client: Client) -> None:
    """Ask for changes of a client."""
    values = {
        field.key: getattr(client, field.key) for field in _FIELDS if field.key != "remarks"
    } | {"remarks": client.remarks.reveal()}
    found = ClientForm.ask(
        desk, parent, "Klant wijzigen", values, but=client.id, remove="Klant verwijderen"
    )
    if found is None:
        return
    if OPEN in found:
        desk.go("klant", client_id=found[OPEN])
    elif REMOVED in found:
        remove_client(desk, client.id)
    else:
        clients.change(desk.archive, _client(client.id, found))
        did(desk, "Klant gewijzigd.")


def remove_client(desk: Desk, id: ClientId) -> None:
    """Remove a client with everything of it; the message offers the way back."""
    removed = clients.remove(desk.archive, id)
    did(desk, f"Klant “{removed.name}” verwijderd, met alles wat erbij hoort.")


def _client(id: ClientId, found: Mapping[str, Any]) -> Client:
    company = found["kind"] != ClientKind.PRIVATE
    return Client(
        id,
        found["name"],
        ClientKind(found["kind"]),
        ClientStatus(found["status"]),
        found["trade"] if company else "",
        found["size"] if company else "",
        found["street"],
        found["postal_code"],
        found["city"],
        found["phone"],
        found["email"],
        found["website"] if company else "",
        found["since"],
        InternalText(found["remarks"]),
        Language(found["language"]),
        Form(found["form"]),
    )


_PERSON_FIELDS = (
    Field("name", "Naam", required="Vul de naam in.", placeholder="voor- en achternaam"),
    Field("role", "Functie", placeholder="zoals eigenaar of directeur"),
    Field("phone", "Telefoon", half=True),
    Field("mobile", "Mobiel", half=True),
    Field("email", "E-mail"),
    Field("decides", "Kan zelf beslissen", YES_NO),
    Field("remarks", "Eigen opmerkingen", LONG, help=INTERNAL),
)


def _check_mail(values: dict[str, Any]) -> Mapping[str, str]:
    return {"email": _WRONG_MAIL} if values["email"] and not is_email(values["email"]) else {}


def ask_person(
    desk: Desk, parent: QWidget | None, client_id: ClientId, person: ContactPerson | None = None
) -> None:
    """Ask for a new contact person, or for changes of one."""
    values: dict[str, Any] = {}
    if person is not None:
        values = {field.key: getattr(person, field.key) for field in _PERSON_FIELDS}
        values["remarks"] = person.remarks.reveal()
    found = FormDialog.ask(
        parent,
        "Contactpersoon wijzigen" if person else "Nieuwe contactpersoon",
        _PERSON_FIELDS,
        values,
        check=_check_mail,
        remove="Verwijderen" if person else "",
    )
    if found is None:
        return
    if person is not None and REMOVED in found:
        remove_person(desk, person)
        return
    id = person.id if person else PersonId(new_id())
    remarks = InternalText(found.pop("remarks"))
    saved = people.save(desk.archive, ContactPerson(id, client_id, **found, remarks=remarks))
    did(desk, f"{saved.name} {'gewijzigd' if person else 'toegevoegd'}.")


def remove_person(desk: Desk, person: ContactPerson) -> None:
    """Take a contact person off the list."""
    people.remove(desk.archive, person.id)
    did(desk, f"Contactpersoon “{person.name}” verwijderd.")


def ask_rating(
    desk: Desk, parent: QWidget | None, client_id: ClientId, rating: Rating | None = None
) -> None:
    """Ask for a new rating, or for changes of one."""
    today = desk.today()
    marks = tuple((number, str(number)) for number in range(10, -1, -1))
    fields = (
        Field("score", "Cijfer, 0 tot en met 10", CHOICE, options=marks, half=True),
        Field("given_on", "Gegeven op", DATE, half=True, reader=read_date, today=desk.today,
              required="Kies de dag."),
        Field("person", "Door wie", placeholder="naam, mag leeg blijven"),
        Field("explanation", "Toelichting", LONG, help=INTERNAL),
    )  # fmt: skip
    values: dict[str, Any] = {"score": 8, "given_on": today}
    if rating is not None:
        values = {
            "score": rating.score,
            "given_on": rating.given_on,
            "person": rating.person,
            "explanation": rating.explanation.reveal(),
        }

    def check(typed: dict[str, Any]) -> Mapping[str, str]:
        day = typed["given_on"]
        return (
            {"given_on": "Kies vandaag of een dag die geweest is."} if day and day > today else {}
        )

    found = FormDialog.ask(
        parent, "Tevredenheid", fields, values, check=check,
        remove="Verwijderen" if rating else "",
    )  # fmt: skip
    if found is None:
        return
    if rating is not None and REMOVED in found:
        ratings.remove(desk.archive, rating.id)
        did(desk, "Tevredenheid verwijderd.")
        return
    ratings.save(
        desk.archive,
        desk.clock,
        Rating(
            rating.id if rating else new_id(),
            client_id,
            found["given_on"],
            int(found["score"]),
            InternalText(found["explanation"]),
            found["person"],
            rating.appointment_id if rating else None,
        ),
    )
    did(desk, "Tevredenheid genoteerd.")

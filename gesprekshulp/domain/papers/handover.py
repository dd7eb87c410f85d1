"""The handover (overdracht): all that a colleague needs to take over a client.

It is composed from public fields alone. Remarks, signals, ratings and reflections are of another
type and have no place here; what the colleague must know of those is said, not written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from gesprekshulp.domain.appointment import Appointment, Side
from gesprekshulp.domain.assignment import Assignment
from gesprekshulp.domain.attachment import Attachment
from gesprekshulp.domain.clean import one_line, trimmed
from gesprekshulp.domain.client import Client, ClientKind, ContactPerson
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.contact import Contact
from gesprekshulp.domain.decision import Decision, Scope, Wish, WishAnswer
from gesprekshulp.domain.dossier import PreviousReport, by_urgency
from gesprekshulp.domain.dutch_dates import (
    clock,
    day_and_year,
    lateness,
    local_day,
    long_day,
    short_day,
)
from gesprekshulp.domain.language import Form, Language
from gesprekshulp.domain.paper import (
    Block,
    Cell,
    Facts,
    ItemList,
    ListItem,
    Paper,
    PaperKind,
    Paragraph,
    ParagraphRole,
    Span,
)
from gesprekshulp.domain.papers.pieces import (
    address_of,
    linked,
    listed,
    said,
    table,
    under,
    with_contents,
)
from gesprekshulp.domain.phrases import DUTCH
from gesprekshulp.domain.report import FirmIdentity

CONTACTS = 25
"""So many of the last contacts are told."""

_US, _THEM = "Door ons", "Door de klant"


@dataclass(frozen=True, slots=True)
class HandoverContent:
    """What is known of a client, for who takes over.

    `contacts` are the last ones, newest first; `contact_count` is how many there are in all.
    """

    client: Client
    people: tuple[ContactPerson, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    decisions: tuple[Decision, ...] = ()
    wishes: tuple[Wish, ...] = ()
    contacts: tuple[Contact, ...] = ()
    contact_count: int = 0
    reports: tuple[PreviousReport, ...] = ()
    attachments: tuple[Attachment, ...] = ()


def handover_paper(content: HandoverContent, firm: FirmIdentity, today: date) -> Paper:
    """The handover of one client as a document, in Dutch: a colleague reads it."""
    name = one_line(content.client.name)
    kind = DUTCH.kinds[PaperKind.HANDOVER]
    paper = Paper(
        kind=PaperKind.HANDOVER,
        firm=firm,
        title=f"{kind} {name}".strip(),
        subject=f"{kind}, {day_and_year(today)}",
        client=name,
        day=today,
        label=f"{kind} · {day_and_year(today)}",
        blocks=tuple(_Handover(content, firm, today).blocks()),
    )
    return with_contents(paper, DUTCH.contents)


class _Handover:
    def __init__(self, content: HandoverContent, firm: FirmIdentity, today: date) -> None:
        self._content = content
        self._firm = firm
        self._today = today

    def blocks(self) -> list[Block]:
        content = self._content
        name = one_line(content.client.name)
        by = f"door {one_line(self._firm.adviser)}" if one_line(self._firm.adviser) else ""
        below = ", ".join(filter(None, (f"stand op {long_day(self._today)}", by)))
        return [
            Paragraph((Span(f"{DUTCH.kinds[PaperKind.HANDOVER]} {name}"),), ParagraphRole.TITLE),
            Paragraph((Span(below),), ParagraphRole.SUBTITLE),
            self._client(),
            *under("Mensen", self._people()),
            *under("Lopende opdrachten", self._assignments()),
            *under("Open toezeggingen", self._commitments()),
            *under("Afspraken die staan", self._appointments()),
            *under("Besluiten", self._decisions()),
            *under("Open wensen", self._wishes()),
            *under("Laatste contacten", self._contacts()),
            *under("Verslagen", self._reports()),
            *under("Stukken", self._attachments()),
        ]

    def _client(self) -> Facts:
        client = self._content.client
        company = client.kind is ClientKind.ORGANISATION
        english = client.language is Language.ENGLISH
        form = "in het Engels" if english else f"in het Nederlands, met {client.form.value}"
        default = not english and client.form is Form.U
        rows = (
            ("Klant", one_line(client.name), ""),
            ("Branche", one_line(client.trade) if company else "", ""),
            ("Omvang", one_line(client.size) if company else "", ""),
            ("Adres", one_line(client.address), ""),
            ("Telefoon", one_line(client.phone), ""),
            ("E-mail", one_line(client.email), address_of(client.email)),
            ("Website", one_line(client.website), _site(client.website)),
            ("Klant sinds", str(client.since) if client.since else "", ""),
            ("Status", client.status.value, ""),
            ("Documenten", "" if default else form, ""),
        )
        shown = tuple((label, Cell(text, link=link)) for label, text, link in rows if text)
        return Facts(shown, "Gegevens van de klant")

    def _people(self) -> list[Block]:
        rows = (
            (
                Cell(one_line(person.name), strong=person.decides),
                Cell(listed((person.role, "beslist" if person.decides else ""))),
                Cell(listed((person.phone, person.mobile))),
                Cell(one_line(person.email), link=address_of(person.email)),
            )
            for person in self._content.people
        )
        return table(("Naam", "Functie", "Telefoon", "E-mail"), (21, 22, 20, 37), rows, "Mensen")

    def _assignments(self) -> list[Block]:
        made: list[Block] = []
        for item in self._content.assignments:
            runs = _period(item)
            rows = (
                ("Looptijd", runs),
                ("Hoort erbij", trimmed(item.scope)),
                ("Hoort er niet bij", trimmed(item.excluded)),
            )
            shown = tuple((label, Cell(text)) for label, text in rows if text)
            title = one_line(item.title) or "Opdracht"
            inside: list[Block] = [Facts(shown, title)] if shown else []
            made += under(
                title, inside or list(said(("Er is geen omschrijving vastgelegd.",))), level=2
            )
        return made

    def _commitments(self) -> list[Block]:
        items = by_urgency(self._content.commitments, self._today)
        ours = [item for item in items if item.side in (Side.US, Side.BOTH)]
        theirs = [item for item in items if item.side not in (Side.US, Side.BOTH)]
        return [
            *under(_US, self._promises(ours, _US), level=2),
            *under(_THEM, self._promises(theirs, _THEM), level=2),
        ]

    def _promises(self, items: Sequence[Commitment], summary: str) -> list[Block]:
        rows = (
            (
                Cell(trimmed(item.what)),
                Cell(one_line(item.who) or item.side.value),
                Cell(day_and_year(item.made_on)),
                self._due(item),
            )
            for item in items
        )
        heads = ("Wat", "Wie", "Toegezegd op", "Uiterlijk")
        return table(heads, (36, 19, 21, 24), rows, summary)

    def _due(self, item: Commitment) -> Cell:
        if item.due is None:
            return Cell(one_line(item.event) or DUTCH.no_day)
        if item.due < self._today:
            words = f"{short_day(item.due, self._today)}, {lateness(item.due, self._today)}"
            return Cell(words, late=True)
        return Cell(day_and_year(item.due))

    def _appointments(self) -> list[Block]:
        rows = (
            (Cell(_moment(item)), Cell(one_line(item.title)), Cell(one_line(item.goal)))
            for item in self._content.appointments
        )
        return table(("Wanneer", "Waarover", "Doel"), (30, 32, 38), rows, "Afspraken die staan")

    def _decisions(self) -> list[Block]:
        decided = [item for item in self._content.decisions if item.stands]
        rows = (
            (
                Cell(day_and_year(item.decided_on)),
                Cell(_with_advice(item)),
                Cell(item.scope.value, strong=item.scope is Scope.OUTSIDE),
            )
            for item in decided
        )
        return table(("Wanneer", "Besluit", "Opdracht"), (22, 53, 25), rows, "Besluiten")

    def _wishes(self) -> list[Block]:
        rows = (
            (
                Cell(day_and_year(item.said_on)),
                Cell(trimmed(item.text)),
                Cell(trimmed(item.need)),
                Cell(_answer(item)),
            )
            for item in self._content.wishes
        )
        heads = ("Gezegd op", "Wens", "Wat erachter zit", "Antwoord")
        return table(heads, (22, 29, 27, 22), rows, "Open wensen")

    def _contacts(self) -> list[Block]:
        content = self._content
        shown = content.contacts[:CONTACTS]
        rows = (
            (
                Cell(f"{day_and_year(local_day(item.at))}, {item.kind.value}"),
                Cell(_subject(item)),
                Cell(one_line(item.outcome) or one_line(item.text, 280)),
            )
            for item in shown
        )
        heads = ("Wanneer", "Waarover", "Uitkomst")
        made = table(heads, (24, 32, 44), rows, "Laatste contacten")
        left = max(content.contact_count, len(content.contacts)) - len(shown)
        if made and left > 0:
            words = f"en nog {left} {'contact' if left == 1 else 'contacten'} in het archief"
            made.append(Paragraph((Span(words),), ParagraphRole.MORE))
        return made

    def _reports(self) -> list[Block]:
        return _bullets(
            f"{day_and_year(local_day(item.held_at))}: {one_line(item.title)},"
            f" versie {item.version} ({item.state})"
            for item in self._content.reports
        )

    def _attachments(self) -> list[Block]:
        return _bullets(
            f"{one_line(item.name)} ({day_and_year(local_day(item.added_at))})"
            for item in self._content.attachments
        )


def _bullets(texts: Iterable[str]) -> list[Block]:
    items = tuple(ListItem(linked(text)) for text in texts)
    return [ItemList(items)] if items else []


def _site(text: str) -> str:
    """A website is often typed without its beginning."""
    text = one_line(text)
    return address_of(text) or (address_of(f"https://{text}") if "." in text else "")


def _period(item: Assignment) -> str:
    start = f"vanaf {day_and_year(item.starts_on)}" if item.starts_on else ""
    end = f"tot {day_and_year(item.ends_on)}" if item.ends_on else ""
    return " ".join(filter(None, (start, end)))


def _moment(item: Appointment) -> str:
    day = long_day(local_day(item.starts_at))
    return day if item.all_day else f"{day}, {clock(item.starts_at)} uur"


def _with_advice(item: Decision) -> str:
    advice = trimmed(item.advice)
    if not advice:
        return trimmed(item.text)
    reason = one_line(item.advice_reason)
    why = f" Reden van de klant: {reason}" if reason else ""
    return f"{trimmed(item.text)}\nWijkt af van ons advies: {advice}{why}"


def _answer(item: Wish) -> str:
    if item.answer is WishAnswer.OPEN:
        return "nog geen antwoord"
    reason = one_line(item.reason)
    return f"{item.answer.value}: {reason}" if reason else item.answer.value


def _subject(item: Contact) -> str:
    subject, person = one_line(item.subject), one_line(item.person_name)
    return f"{subject} ({person})" if subject and person else subject or person

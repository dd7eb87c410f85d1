"""Who can be meant by what is said in a talk: our people, theirs, and their firm."""

from __future__ import annotations

from dataclasses import dataclass

from gesprekshulp.domain.appointment import Appointment, Side
from gesprekshulp.storage.archive import Work

_OUR_WORDS = ("ik", "wij", "we", "ons", "mij")
_THEIR_WORDS = ("u", "jullie", "klant", "jij", "je")


@dataclass(frozen=True, slots=True)
class Voices:
    """Who can be meant by the words of a line: our people, theirs, and their firm.

    `away` are the client's contact persons who are not at the table.
    """

    advisers: tuple[str, ...]
    clients: tuple[str, ...]
    client_name: str = ""
    away: tuple[str, ...] = ()

    @property
    def everybody(self) -> tuple[str, ...]:
        """All people who have a name here."""
        return (*self.advisers, *self.clients, *self.away)

    @property
    def own(self) -> str:
        """The one who types, "ik"."""
        return self.advisers[0] if self.advisers else ""

    def called(self, first: str) -> str:
        """The full name of somebody by one word of it, in small letters; empty for nobody's."""
        return next((name for name in self.everybody if first in name.lower().split()), "")

    def side_of(self, first: str) -> Side:
        """On whose side somebody is who is called so; ours when that says nothing."""
        if first in _OUR_WORDS:
            return Side.US
        if any(first in name.lower().split() for name in (*self.clients, *self.away)):
            return Side.CLIENT
        return Side.CLIENT if first in _THEIR_WORDS else Side.US

    def speaker_of(self, side: Side) -> str:
        """Who is meant on a side when nobody is named."""
        match side:
            case Side.US:
                return self.own or "Wij"
            case Side.CLIENT:
                one = len(self.clients) == 1
                return self.clients[0] if one else self.client_name or "Klant"
            case Side.BOTH:
                return ""
            case Side.THIRD:
                return "derde"


def voices(work: Work, appointment: Appointment) -> Voices:
    """The people at the table of an appointment, and who else belongs to either side."""
    people = work.participants.of_appointment(appointment.id)
    office = [adviser.name for adviser in work.advisers.all()]
    own = work.settings.load().own_name
    if not own and (adviser := work.advisers.own()):
        own = adviser.name
    ours = [person.name for person in people if person.side is Side.US]
    if not own and ours:
        own = ours[0]
    # "Steven" in the settings and "Steven van Dalen" at the table are one person.
    others = [name for name in (*ours, *office) if own not in (name, name.split(" ")[0])]
    client = work.clients.find(appointment.client_id)
    theirs = tuple(person.name for person in people if person.side is Side.CLIENT) or _who_expect(
        work, appointment
    )
    contacts = work.people.of_client(client.id) if client else ()
    return Voices(
        tuple(dict.fromkeys(name for name in (own, *others) if name)),
        theirs,
        client.name if client else "",
        tuple(person.name for person in contacts if person.name not in theirs),
    )


def _who_expect(work: Work, appointment: Appointment) -> tuple[str, ...]:
    """Who expects something of a talk, while nobody of the client was put at the table."""
    named = [one.person for one in work.expectations.of_appointment(appointment.id)]
    return tuple(dict.fromkeys(name for name in named if name))

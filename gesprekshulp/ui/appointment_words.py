"""How an appointment is said on a page: its place, people and times."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from gesprekshulp.domain.appointment import Appointment, AppointmentKind, Participant, Side
from gesprekshulp.domain.dutch_dates import clock, distance, enumeration, local_day, short_day

KIND_WORDS = {
    AppointmentKind.VISIT: "bij de klant",
    AppointmentKind.OFFICE: "op kantoor",
    AppointmentKind.PHONE: "telefonisch",
    AppointmentKind.VIDEO: "online",
}


def place_words(appointment: Appointment) -> str:
    """ "Bij de klant, Molenstraat 18, Heerdam"; the place once when it says the same."""
    kind = KIND_WORDS[appointment.kind]
    place = appointment.place.strip()
    if not place or place.casefold() == kind:
        return kind[:1].upper() + kind[1:]
    return f"{kind[:1].upper()}{kind[1:]}, {place}"


def people_words(participants: tuple[Participant, ...], *, with_role: bool = True) -> str:
    """ "Annet Vos (eigenaar) en Joris Vos (bedrijfsleider)": everybody who is not one of us."""
    names = [
        f"{person.name} ({person.role})" if person.role and with_role else person.name
        for person in participants
        if person.side is not Side.US
    ]
    return enumeration(names)


def last_day(appointment: Appointment) -> date:
    """The last day on which it goes on."""
    return local_day(max(appointment.starts_at, appointment.ends_at - timedelta(seconds=1)))


def time_words(appointment: Appointment) -> str:
    """ "10:00–11:15", "hele dag", or "tot en met za 12 dec" for more days."""
    if appointment.all_day:
        last = last_day(appointment)
        more = last > local_day(appointment.starts_at)
        return f"tot en met {short_day(last)}" if more else "hele dag"
    return f"{clock(appointment.starts_at)}–{clock(appointment.ends_at)}"


def day_words(appointment: Appointment, today: date) -> str:
    """ "do 12 mrt, vandaag"."""
    day = local_day(appointment.starts_at)
    return f"{short_day(day, today)}, {distance(day, today)}"


def until_words(appointment: Appointment, now: datetime, today: date) -> str:
    """How long until it starts: "over 48 minuten", "nu bezig", "morgen"."""
    seconds = (appointment.starts_at - now).total_seconds()
    if seconds <= 0:
        return "nu bezig"
    minutes = round(seconds / 60)
    if minutes < 60:
        return "over 1 minuut" if minutes <= 1 else f"over {minutes} minuten"
    day = local_day(appointment.starts_at)
    if day == today:
        return f"over {round(minutes / 60)} uur"
    return distance(day, today)

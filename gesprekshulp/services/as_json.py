"""What the command line gives as JSON: Dutch keys, ISO dates, nothing internal."""

from __future__ import annotations

from datetime import date, datetime

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.dossier import Dossier, by_urgency, sixty_seconds

_DOOR = {Side.US: "adviseur", Side.CLIENT: "klant", Side.BOTH: "beiden", Side.THIRD: "derde"}


def commitment_json(item: Commitment, client_name: str, today: date) -> dict[str, object]:
    """A promise. `door` has the same words as the recogniser's."""
    return {
        "id": item.id,
        "klant": client_name,
        "door": _DOOR[item.side],
        "wie": item.who,
        "wat": item.what,
        "termijn": _day(item.due),
        "gebeurtenis": item.event or None,
        "status": item.state.value,
        "te_laat": item.is_late(today),
        "toegezegd": item.made_on.isoformat(),
        "verzet": item.moves,
    }


def dossier_json(dossier: Dossier, today: date) -> dict[str, object]:
    """A dossier as one object."""
    appointment = dossier.appointment
    client = dossier.client
    name = client.name if client else ""
    summary = sixty_seconds(dossier, today)
    return {
        "afspraak": {
            "id": appointment.id,
            "titel": appointment.title,
            "begin": _moment(appointment.starts_at),
            "einde": _moment(appointment.ends_at),
            "soort": appointment.kind.value,
            "status": appointment.status.value,
            "plaats": appointment.place,
            "voorbereid": dossier.readiness.is_ready,
            "ontbreekt": [item.need.value for item in dossier.readiness.missing],
        },
        "klant": {
            "id": client.id,
            "naam": client.name,
            "soort": client.kind.value,
            "status": client.status.value,
            "adres": client.address,
        }
        if client
        else None,
        "doel": appointment.goal,
        "gewenste_uitkomst": appointment.wished_outcome,
        "samenvatting": {
            "doel": summary.goal,
            "toegezegd": list(summary.promised),
            "laatste_besluit": summary.last_decision,
            "let_op": summary.mind,
        },
        "deelnemers": [
            {"naam": p.name, "rol": p.role, "kant": p.side.value, "email": p.email}
            for p in dossier.participants
        ],
        "agenda": [
            {"titel": a.title, "minuten": a.minutes, "spreekt": a.speaker.value}
            for a in dossier.agenda
        ],
        "verwachtingen": [
            {"wie": e.person, "woorden": e.words, "nagevraagd": _day(e.asked_on)}
            for e in dossier.expectations
        ],
        "contacten": [
            {
                "id": c.id,
                "moment": _moment(c.at),
                "soort": c.kind.value,
                "aard": c.nature.value,
                "onderwerp": c.subject,
                "uitkomst": c.outcome,
                "tekst": c.text,
                "wie": c.person_name,
            }
            for c in dossier.contacts
        ],
        "aantal_contacten": dossier.contact_count,
        "toezeggingen": [
            commitment_json(item, name, today) for item in by_urgency(dossier.commitments, today)
        ],
        "besluiten": [
            {
                "id": d.id,
                "tekst": d.text,
                "dag": d.decided_on.isoformat(),
                "opdracht": d.scope.value,
                "bevestigd": _day(d.confirmed_on),
                "bevestigd_door": d.confirmed_by,
                "advies": d.advice,
                "reden_afwijking": d.advice_reason,
                "afwijking_bevestigd": _day(d.advice_confirmed_on),
            }
            for d in dossier.decisions
        ],
        "wensen": [
            {"id": w.id, "tekst": w.text, "behoefte": w.need, "antwoord": w.answer.value}
            for w in dossier.wishes
        ],
        "verslagen": [
            {
                "id": r.id,
                "titel": r.title,
                "versie": r.version,
                "status": r.state,
                "gesprek": _moment(r.held_at),
            }
            for r in dossier.reports
        ],
        "stukken": [{"naam": a.name, "bytes": a.size} for a in dossier.attachments],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _moment(moment: datetime) -> str:
    return moment.astimezone().isoformat()

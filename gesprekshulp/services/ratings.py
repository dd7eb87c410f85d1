"""Satisfaction (tevredenheid), noted by hand: 0 to 10, dated, internal."""

from __future__ import annotations

from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.rating import Rating
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive


def save(archive: Archive, clock: Clock, rating: Rating) -> Rating:
    """Keep a new or changed rating."""
    if not 0 <= rating.score <= 10:
        raise UserError("Geef een cijfer van 0 tot en met 10.")
    if rating.given_on > clock.today():
        raise UserError("De tevredenheid is vandaag of eerder gegeven; kies een andere dag.")
    with archive.transaction("Tevredenheid genoteerd") as work:
        work.clients.get(rating.client_id)
        return work.ratings.save(rating)


def remove(archive: Archive, id: str) -> Rating:
    """Take a rating away. Can be undone."""
    with archive.transaction("Tevredenheid verwijderd") as work:
        rating = work.ratings.get(id)
        work.ratings.remove(id)
    return rating

"""What an office tells the checks: its own words, the rules it does not want, its jargon list.

Kept among the settings: "woordenlijst" and "woordenlijst.<client>" hold one word a line,
"regels.uit" the identifiers of rules that are switched off, "vaktaal" the office's list of jargon.
"""

from __future__ import annotations

import re

from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import ClientId
from gesprekshulp.language.wording_lists import shipped
from gesprekshulp.services.checking_rules import CAN_BE_OFF
from gesprekshulp.storage.archive import Archive, Work

_OWN = "woordenlijst"
_OFF = "regels.uit"
_JARGON = "vaktaal"
_NAME_PART = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_LONGEST = 60


def own_words(archive: Archive, client_id: ClientId | None = None) -> tuple[str, ...]:
    """The words that were added, for every client or for one, in the order of the alphabet."""
    with archive.reading() as work:
        return _listed(work, _key(client_id))


def add_word(archive: Archive, word: str, client_id: ClientId | None = None) -> str:
    """Add a word to the list of the office, or to that of one client; gives it as it is kept."""
    word = word.strip(" .,;:!?“”\"'()[]").replace("’", "'")
    if not word or len(word) > _LONGEST or any(sign.isspace() for sign in word):
        raise UserError("Een woordenlijst bevat losse woorden; voeg ze een voor een toe.")
    with archive.transaction() as work:
        key = _key(client_id)
        words = _listed(work, key)
        if word.casefold() not in {one.casefold() for one in words}:
            _keep(work, key, (*words, word))
    return word


def remove_word(archive: Archive, word: str, client_id: ClientId | None = None) -> None:
    """Take a word out of a list again."""
    with archive.transaction() as work:
        key = _key(client_id)
        words = _listed(work, key)
        _keep(work, key, tuple(one for one in words if one.casefold() != word.casefold()))


def known_words(archive: Archive, client_id: ClientId | None = None) -> frozenset[str]:
    """Every word that is right besides the dictionary: the lists, and all names that we know."""
    with archive.reading() as work:
        return words_of(work, client_id)


def words_of(work: Work, client_id: ClientId | None) -> frozenset[str]:
    """As `known_words`, within a snapshot.

    Names of all advisers, and of this client with its people and places. Names of other clients
    are no secret here, but five thousand of them would hide errors.
    """
    settings = work.settings.load()
    names = [settings.own_name, settings.firm_name, settings.firm_street, settings.firm_town]
    names += [adviser.name for adviser in work.advisers.all()]
    client = work.clients.find(client_id)
    if client is not None:
        names += [client.name, client.street, client.city, client.trade]
        names += [person.name for person in work.people.of_client(client.id)]
        # Where a talk is held is an address: streets stand in no dictionary. They have a capital.
        places = [talk.place for talk in work.appointments.of_client(client.id)]
        names += [word for place in places for word in place.split() if word[0].isupper()]
    parts = {part for name in names for part in _NAME_PART.findall(name)}
    lists = (*_listed(work, _OWN), *(_listed(work, _key(client_id)) if client_id else ()))
    return frozenset(parts) | frozenset(lists)


def rules_off(archive: Archive) -> frozenset[str]:
    """The identifiers of the rules that are switched off."""
    with archive.reading() as work:
        return off_in(work)


def off_in(work: Work) -> frozenset[str]:
    """As `rules_off`, within a snapshot."""
    return frozenset((work.settings.value(_OFF) or "").split())


def switch_rule(archive: Archive, rule: str, on: bool) -> None:
    """Switch a rule on or off for the whole office."""
    if rule not in CAN_BE_OFF:
        raise UserError(f"De regel “{rule}” bestaat niet; kies er een uit de lijst.")
    with archive.transaction() as work:
        off = off_in(work)
        work.settings.put(_OFF, "\n".join(sorted(off - {rule} if on else off | {rule})))


def jargon(archive: Archive) -> str:
    """The list of jargon: the office's own, or the one that ships with the program."""
    with archive.reading() as work:
        own = work.settings.value(_JARGON)
    return own or shipped("jargon")


def own_jargon(work: Work) -> str | None:
    """The office's own list of jargon within a snapshot; None when it never changed the list."""
    return work.settings.value(_JARGON) or None


def set_jargon(archive: Archive, text: str | None) -> None:
    """Keep the office's list of jargon: one on a line, "vaktaal: gewoon woord".

    None, or the very list that ships with the program, goes back to that list: a later version of
    it then counts.
    """
    own = text is not None and text.strip() != shipped("jargon").strip()
    with archive.transaction() as work:
        work.settings.put(_JARGON, str(text) if own else "")


def _key(client_id: ClientId | None) -> str:
    return f"{_OWN}.{client_id}" if client_id else _OWN


def _listed(work: Work, key: str) -> tuple[str, ...]:
    words = (work.settings.value(key) or "").splitlines()
    return tuple(sorted((word for word in words if word.strip()), key=str.casefold))


def _keep(work: Work, key: str, words: tuple[str, ...]) -> None:
    work.settings.put(key, "\n".join(words))

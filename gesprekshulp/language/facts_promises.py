"""Promises and decisions that stand in a text and in no register, and the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from gesprekshulp.domain.remark import Remark, RemarkKind
from gesprekshulp.language.commitments import Owner, Suggestion, Table, find_commitments
from gesprekshulp.language.facts import name_words, remark
from gesprekshulp.language.facts_register import Entry, alike, gist
from gesprekshulp.language.patterns import pattern
from gesprekshulp.language.wording_model import LETTERED, Prose, Sentence
from gesprekshulp.language.wordlists import words


def unregistered(text: str, entries: Sequence[Entry], table: Table, near: date) -> Iterator[Remark]:
    """Promises in a text that no row of the register is about.

    One with a day or an event always counts. Without, it does when the words promise ("zal",
    "toegezegd") or when it is something that one does once, such as sending or finding out:
    "Ilse belt klanten nu pas" is how it goes, and not what will be done.
    """
    prose: Prose | None = None
    for found in _promised(text, table, near):
        if found.owner is Owner.THIRD or (found.day and found.day < near):
            continue
        prose = prose or Prose(text)
        sentence = prose.sentence_at(found.start)
        said = text[found.start : found.end]
        around = text[sentence.start : sentence.end] if sentence else said
        if found.term is None and not _will_be_done(found, around):
            continue
        if found.term is not None and (found.vague or _MEETS.search(said)):
            continue
        wanted = gist(found.action) or gist(said)
        if not wanted or not _has_actor(found, said, sentence, table):
            continue
        if any(_shares(wanted, entry.what) for entry in entries):
            continue
        shown = " ".join(said.split())
        yield remark(
            "belofte-niet-in-register", RemarkKind.PROMISE, text, (found.start, found.end),
            f"“{shown}” staat niet bij de toezeggingen; leg de toezegging vast of schrap de zin.",
        )  # fmt: skip


def promised_at(text: str, start: int, table: Table, near: date) -> Suggestion | None:
    """The promise that begins at a place in a text, read with the words around it."""
    return next((one for one in _promised(text, table, near) if one.start == start), None)


def asked_behind(text: str, end: int) -> str:
    """The question that goes on behind a promise: "of het kan" of "Marije zoekt uit of het kan"."""
    found = _QUESTION.match(text, end)
    return " ".join(found[1].split()) if found else ""


_QUESTION = pattern(
    r"[\s,]*((?:of|wat|hoe|waarom|welke?|hoeveel|wanneer|wie|waar)\b[^.?!\n]{2,120})", re.IGNORECASE
)


@lru_cache(maxsize=512)
def _promised(text: str, table: Table, near: date) -> tuple[Suggestion, ...]:
    # A line break keeps "systeem B. Joris belt" from being read as the name of a person.
    parted = text
    for match in LETTERED.finditer(text):
        parted = f"{parted[: match.end()]}\n{parted[match.end() + 1 :]}"
    return find_commitments(parted, table, near)


# --- without a day ---

_PROMISES = pattern(
    r"\b(?:zal|zult|zullen|gaa?t?|gaan|toegezegd|beloofd|zeg(?:t|gen)? toe|belooft|beloven"
    r"|(?:is|hebben|heeft) afgesproken|afgesproken (?:is|hebben|dat))\b",
    re.IGNORECASE,
)
# How it goes, what was, and what only happens if something else does.
_NO_PROMISE = pattern(
    r"\b(?:elke|iedere|altijd|meestal|vaak|soms|steeds|jaarlijks|maandelijks|wekelijks|dagelijks"
    r"|per (?:dag|week|maand|kwartaal|jaar)|nu (?:pas|al|nog)|als|indien|wanneer|bij een"
    r"|zou|zouden|wil|wilt|willen|kan|kunt|kunnen|had|hadden|vorige|vorig|eerder|destijds"
    r"|niet|nooit|geen)\b",
    re.IGNORECASE,
)
_ONCE = frozenset(
    words(
        """
        sturen toesturen opsturen doorsturen nasturen terugsturen mailen doormailen namailen
        aanleveren nabellen terugbellen terugkoppelen uitzoeken nazoeken navragen opvragen nagaan
        narekenen doorrekenen uitwerken klaarzetten toevoegen terugkomen inplannen doorgeven
        voorleggen nakijken bezorgen opstellen
        """
    )
)
# Of ours it is done for the client; a client does these as his daily work.
_ONCE_BY_US = _ONCE | frozenset(words("regelen bestellen geven aanpassen aanvragen plannen"))
_MEETS = pattern(r"\b(?:spreken|zien|ontmoeten|treffen) (?:wij |we )?elkaar\b", re.IGNORECASE)


# "Marije zoekt uit of het kan": what stands behind these is what is found out.
_INNER = pattern(r"\b(?:of|wat|hoe|waarom|welke?|hoeveel)\b", re.IGNORECASE)


def _will_be_done(found: Suggestion, around: str) -> bool:
    if _NO_PROMISE.search(_INNER.split(around)[0]):
        return False
    if _PROMISES.search(around):
        return True
    ours = found.owner in (Owner.ADVISER, Owner.BOTH)
    last = found.action.rsplit(" ", 1)[-1].lower()
    return any(word in (_ONCE_BY_US if ours else _ONCE) for word in (last, *_verbs(found.action)))


def _verbs(action: str) -> list[str]:
    """The infinitives in an action: "koppeling uitzoeken met de boekhouding" has one inside."""
    return [word for word in action.lower().split() if word in _ONCE_BY_US]


_ACTORS = pattern(r"\b(?:ik|wij|we|u|samen|beiden|jij|je)\b", re.IGNORECASE)
_COMES = pattern(r"\b(?:volgt|volgen|komt|komen)\b", re.IGNORECASE)


def _has_actor(found: Suggestion, said: str, sentence: Sentence | None, table: Table) -> bool:
    """Whether somebody at the table does it: "dan start de bouw in mei" is nobody's promise.

    "De begroting volgt uiterlijk woensdag" is ours; "en koppelt maandag terug" is done by who
    stands earlier in the sentence.
    """
    names = {word for name in (*table.advisers, *table.clients) for word in name_words(name)}
    if _ACTORS.search(said) or any(name in said for name in names):
        return True
    if found.owner is Owner.ADVISER and _COMES.search(said):
        return True
    if sentence is None or found.person is None:
        return False
    before = sentence.text[sentence.start : found.start]
    return any(name in before for name in name_words(found.person))


def _shares(wanted: frozenset[str], what: str) -> bool:
    there = gist(what)
    return len(wanted & there) * 2 >= min(len(wanted), len(there)) > 0


def is_told(entry: Entry, texts: Sequence[str]) -> bool:
    """Whether one of these texts says what a row of the register says."""
    return any(
        alike(entry.what, text[sentence.start : sentence.end], 0.5)
        for text in texts
        for sentence in Prose(text).sentences
    )


# --- decisions ---

_DECIDED = pattern(
    r"\b(?:(?:is|zijn|wordt|hebben|heeft|hebt) (?:\w+ ){0,4}?"
    r"(?:besloten|afgesproken|overeengekomen)"
    r"|(?:besloten|afgesproken|overeengekomen) (?:is|hebben|heeft|om|dat|werd)"
    r"|(?:besluit|besluiten|besloot|besloten) (?:wij|we|u|samen|om|dat|tot|het|de)"
    r"|(?:spreken|spraken) (?:wij |we )?(?:\w+ ){0,2}?af (?:dat|om)"
    r"|(?:gaat|gaan|ging|gingen) (?:\w+ ){0,3}?akkoord met)\b",
    re.IGNORECASE,
)
_UNDECIDED = pattern(
    r"\b(?:nog niet|niet|niets|niks|geen|nooit|of|als(?! (?:eerste|tweede|laatste|enige)\b)"
    r"|indien|wanneer|zodra|eerder|vorige?|destijds"
    r"|toen|had|hadden|moet|moeten|kan|kunt|kunnen|wil|wilt|willen|zou|zouden"
    r"|(?:in|sinds) (?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def undecided(text: str, decisions: Sequence[Entry], promises: Sequence[Entry]) -> Iterator[Remark]:
    """Sentences that tell a decision which no row of the registers is about."""
    for sentence in Prose(text).sentences:
        said = text[sentence.start : sentence.end]
        if not _DECIDED.search(said) or _UNDECIDED.search(said):
            continue
        wanted = gist(said)
        if any(alike(entry.what, said, 0.5) or _shares(wanted, entry.what)
               for entry in (*decisions, *promises)):  # fmt: skip
            continue
        yield remark(
            "besluit-niet-in-register", RemarkKind.PROMISE, text, (sentence.start, sentence.end),
            "Deze zin vertelt een besluit dat niet bij de besluiten staat; leg het vast of schrap"
            " de zin.",
        )  # fmt: skip

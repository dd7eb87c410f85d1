"""Checks how a report is worded: one list of rules, each of which can be switched off."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from gesprekshulp.domain.remark import Remark, RemarkKind
from gesprekshulp.language.wording_claims import brochure, claims, jargon
from gesprekshulp.language.wording_lists import style
from gesprekshulp.language.wording_model import Prose, Rule
from gesprekshulp.language.wording_passives import passives
from gesprekshulp.language.wording_promises import vague_promises
from gesprekshulp.language.wording_sentences import (
    address,
    double_words,
    long_sentences,
    mixed_address,
)
from gesprekshulp.language.wording_verbs import verb_endings

__all__ = ["RULES", "Rule", "check_wording"]

RULES: tuple[Rule, ...] = (
    Rule(
        "d-of-t", "d of t",
        "Dat is vorige week gebeurt.", "Dat is vorige week gebeurd.",
        "Een fout in een werkwoord valt elke lezer op.", verb_endings,
    ),
    Rule(
        "dubbel-woord", "Dubbel woord",
        "Wij sturen de de offerte.", "Wij sturen de offerte.",
        "Een woord dat twee keer achter elkaar staat, is een tikfout.", double_words,
    ),
    Rule(
        "u-en-je", "u en je door elkaar",
        "U houdt de cijfers bij en jij tekent.", "U houdt de cijfers bij en u tekent.",
        "Een verslag spreekt de klant overal op dezelfde manier aan.", mixed_address,
    ),
    Rule(
        "lange-zin", "Lange zin",
        "Wij bespraken dat de drie winkels op zaterdag geen kassa hadden en dat u daarom van de"
        " leverancier wilt weten wanneer de storing is opgelost en wie de schade betaalt.",
        "Wij bespraken dat de drie winkels op zaterdag geen kassa hadden. U wilt weten wanneer de"
        " storing is opgelost en wie de schade betaalt.",
        "Wie een zin twee keer moet lezen, leest er anders in dan u bedoelde.", long_sentences,
    ),
    Rule(
        "vage-belofte", "Vaag waar een belofte hoort",
        "Wij komen hier zo snel mogelijk op terug.",
        "Steven belt u hierover uiterlijk vrijdag 20 maart.",
        "Een belofte zonder dag kan niemand nakomen.", vague_promises,
    ),
    Rule(
        "lijdend", "Niemand die het doet",
        "Er is besloten te wachten. De offerte wordt aangepast.",
        "Annet besloot te wachten. Marije past de offerte aan.",
        "Als er niet staat wie iets doet, doet niemand het; en als er niet staat wie iets besloot,"
        " weet later niemand het meer.", passives,
    ),
    Rule(
        "superlatief", "Bewering zonder bewijs",
        "Dit is de beste oplossing.",
        "Dit systeem kost van de drie het minst: € 90 per winkel per maand.",
        "Een bewering zonder bewijs maakt de rest ook minder geloofwaardig.", claims,
    ),
    Rule(
        "foldertaal", "Foldertaal",
        "Wij ontzorgen u volledig.", "Wij doen uw aangifte en bewaken de termijnen.",
        "Een klant wil lezen wat u doet, niet hoe goed u bent.", brochure,
    ),
    Rule(
        "vaktaal", "Vaktaal",
        "Wij alignen dit met de stakeholders.",
        "Wij stemmen dit af met de belanghebbenden.",
        "Uw klant hoeft uw vak niet te kennen.", jargon,
    ),
)  # fmt: skip
"""All rules, in the order of the help."""


def check_wording(
    texts: Sequence[str],
    *,
    off: Collection[str] = (),
    jargon_list: str | None = None,
    familiar: bool | None = None,
    us: Sequence[str] = (),
    them: Sequence[str] = (),
) -> tuple[tuple[int, Remark], ...]:
    """What is to be worded otherwise, each remark with the number of its text, in order.

    The texts are read as one report: whether it says u or je counts over all of them, unless
    `familiar` says which it must be. `off` holds the identifiers of rules that are switched off.
    `jargon_list` is the office's own list, `us` the names of our own people and `them` those of the
    client's. Words in quotes are the client's, and left alone.
    """
    read = [Prose(text) for text in texts]
    by_rule = replace(
        style(jargon_list),
        familiar=_familiar(read) if familiar is None else familiar,
        us=tuple(us),
        first_names=frozenset(name.split()[0].casefold() for name in (*us, *them) if name.strip()),
    )
    found: list[tuple[int, Remark]] = []
    for number, prose in enumerate(read):
        here = [
            Remark(
                rule.id, RemarkKind.WORDING, "", hit.start, hit.end,
                prose.text[hit.start : hit.end], hit.reason, hit.fix,
            )
            for rule in RULES if rule.id not in off
            for hit in rule.find(prose, by_rule)
            if not prose.is_quoted(hit.start, hit.end)
        ]  # fmt: skip
        found += [(number, remark) for remark in sorted(here, key=lambda one: one.start)]
    return tuple(found)


def _familiar(read: Sequence[Prose]) -> bool | None:
    """What the report says most; u when both are said as often, None when only one is said."""
    polite = familiar = 0
    for prose in read:
        one, other = address(prose)
        polite, familiar = polite + one, familiar + other
    return familiar > polite if polite and familiar else None

"""Words that promise more than they prove: superlatives, brochure language and jargon."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gesprekshulp.language.patterns import pattern
from gesprekshulp.language.wording_model import Hit, Prose, Style

_GROUND = pattern(
    r"\b(?:omdat|want|doordat|aangezien|blijkt|bleek|volgens|op basis van|op grond van|gemeten"
    r"|vergeleken|vergelijking|berekend|berekening|getest|onderzoek|daarmee|namelijk|immers"
    r"|van de (?:twee|drie|vier|vijf|zes|\d+))\b|%|€|\d",
    re.IGNORECASE,
)
# Said by or about others, or denied: "geen uniek nummer", "u zoekt de beste prijs".
_NOT_OURS = pattern(
    r"\b(?:geen|niet|nooit|u (?:zoekt|wilt|vroeg|vraagt|wenst|verwacht)|gevraagd|vraag|wens)\b",
    re.IGNORECASE,
)


def claims(prose: Prose, style: Style) -> Iterable[Hit]:
    """Superlatives and certainties without a ground in the same sentence."""
    for start, end, advice in style.claims.find(prose):
        sentence = prose.sentence_at(start)
        said = prose.text[sentence.start : sentence.end] if sentence else ""
        rest = said.replace(prose.text[start:end], " ")
        if _GROUND.search(rest) or _NOT_OURS.search(rest):
            continue
        found = prose.text[start:end]
        more = f" ({advice})" if advice else ""
        yield Hit(
            start, end, f"“{found}” is hier niet onderbouwd; noem het bewijs{more} of laat het weg."
        )


def brochure(prose: Prose, style: Style) -> Iterable[Hit]:
    """Language of a brochure."""
    for start, end, advice in style.brochure.find(prose):
        found = prose.text[start:end]
        said = f"schrijf bijvoorbeeld “{advice}”" if advice else "zeg wat u precies doet"
        yield Hit(start, end, f"“{found}” klinkt als een folder; {said}.", None)


def jargon(prose: Prose, style: Style) -> Iterable[Hit]:
    """Jargon, with a plain word where the list has one."""
    for start, end, advice in style.jargon.find(prose):
        found = prose.text[start:end]
        said = f"schrijf “{advice}”" if advice else "leg het uit of kies een gewoon woord"
        fix = advice if advice and "," not in advice else None
        if fix and found[:1].isupper():
            fix = fix[0].upper() + fix[1:]
        yield Hit(
            start, end, f"“{found}” is vaktaal die uw klant misschien niet kent; {said}.", fix
        )

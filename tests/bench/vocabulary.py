"""Words for a large archive: as unevenly spread as in real Dutch, most of them made up.

The first hundred or so are ordinary words; after them come compounds of made-up parts. How often a
word comes follows Zipf's law, so that there are words in nearly every text and words in only one.
"""

from __future__ import annotations

from itertools import accumulate
from random import Random

_COMMON = """
    de van het een en in is dat op te met voor zijn niet aan er om ook als dan maar bij nog wordt
    naar of uit door wij over hij kan wel deze al dit geen zo moet tot heeft hebben had zou worden
    meer na ons kunnen was toe waar onze haar hun zal wat week maand jaar klant offerte factuur
    systeem afspraak vraag prijs dag planning levering overleg contract begroting rekening voorstel
    kosten advies winkel kantoor keuze uitleg verzekering subsidie stal kassa medewerker boekhouding
    storing termijn rapport bestelling gesprek bank hypotheek pensioen premie gebouw software server
    koppeling vergadering directeur verhuizing opleiding akkoord
"""
_MADE_OF = """
    bak dor hek lam ver ont schap werk kof laan mol sten ruit tap zon wind dak erf gors halm kade
    lind meer oord pols rijs sluis tuin veld wiel zaag bres dijk eng flok grond heuvel inkt jol klei
    lont mand nis oever plank reek schuur toren unster vlas warf zeil brug
"""
COMMON = tuple(_COMMON.split())
_PARTS = tuple(_MADE_OF.split())
_ENDS = ("en", "ing", "er", "sel", "heid", "je", "te", "", "s", "aar")
SIZE = 30_000

RARE = "zeldzaamwoord"
"""A word that stands in exactly one contact."""


class Words:
    """A vocabulary to draw texts from; the same seed gives the same texts."""

    def __init__(self, random: Random) -> None:
        self._random = random
        known = dict.fromkeys(COMMON)
        while len(known) < SIZE:
            parts = "".join(random.choice(_PARTS) for _ in range(random.choice((1, 2, 2, 3))))
            known[parts + random.choice(_ENDS)] = None
        self.known = list(known)
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(self.known))))

    def text(self, number: int) -> str:
        """So many words, with a capital and a full stop now and then."""
        words = self._random.choices(self.known, cum_weights=self._weights, k=number)
        for start in range(0, number, 12):
            words[start] = words[start].capitalize()
            if start:
                words[start - 1] += "."
        return " ".join(words) + "."

"""What is found when a firm's own template is looked through, before the first report goes out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Weight(StrEnum):
    """How much a finding matters. The value is the word on screen."""

    WRONG = "Fout"
    MIND = "Let op"
    ADDED = "Aangevuld"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing about a template. `place` says where ("koptekst", "bladzijde 1, alinea 3")."""

    weight: Weight
    place: str
    sentence: str


@dataclass(frozen=True, slots=True)
class StyleCheck:
    """All that was found. `uses_placeholders` tells which of the two ways the template goes."""

    uses_placeholders: bool
    findings: tuple[Finding, ...]

    @property
    def is_usable(self) -> bool:
        """Whether a document can be made with it."""
        return all(finding.weight is not Weight.WRONG for finding in self.findings)

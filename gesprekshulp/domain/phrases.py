"""The fixed words of documents: headings, labels and sentences, by language and form of address.

Everything that the program itself writes in what a client receives comes from here, so that a
document is in one language from head to foot, and says u or je throughout.
"""

from __future__ import annotations

from gesprekshulp.domain.language import Form, Language
from gesprekshulp.domain.phrase_set import Phrases
from gesprekshulp.domain.phrases_dutch import FORMAL, INFORMAL
from gesprekshulp.domain.phrases_english import ENGLISH

__all__ = ["DUTCH", "Phrases", "phrases"]

DUTCH = FORMAL
"""Dutch with u, as for the program's own screens."""


def phrases(language: Language = Language.DUTCH, form: Form = Form.U) -> Phrases:
    """The words for a client. English has one form of address, so `form` changes nothing there."""
    if language is Language.ENGLISH:
        return ENGLISH
    return FORMAL if form is Form.U else INFORMAL

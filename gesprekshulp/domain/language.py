"""How a client is addressed: in which language, and with u or je."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """In which language the labels, fixed sentences and dates of a document stand."""

    DUTCH = "nl"
    ENGLISH = "en"


class Form(StrEnum):
    """How the reader is addressed in Dutch fixed sentences; English knows one form."""

    U = "u"
    JE = "je"

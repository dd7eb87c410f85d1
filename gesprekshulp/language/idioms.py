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
# How somebody behaves or takes it, in fixed words: "houdt de hand op de knip", "doet moeilijk".
_STANCES = {
    "bijten": ("zich vast", "op houtje"),
    "brengen": ("lastig parket",),
    "doen": (
        "moeilijk", "moeilijk over", "lastig over", "lastig", "makkelijk", "vervelend",
        "geheimzinnig", "vaag", "stoer", "luchtig", "schamper", "afwachtend", "alsof",
        "er over lang", "er over weken", "er over maanden", "er over dagen", "er over jaren",
    ),
    "neerleggen": ("zich",),
    "opstellen": ("zich",),
    "afschuiven": ("zich",),
    "afmaken": ("zich",),
    "draaien": (
        "geldkraan", "geldkraan dicht", "duimschroeven aan", "eromheen", "er omheen", "rad ogen",
    ),
    "drukken": ("snor", "neus feiten"),
    "gaan": (
        "overstag", "lint", "mist in", "kopje", "onderuit", "tegenin", "op vooruit", "erop vooruit",
        "achteruit", "roeien ruiten", "schip in", "ten onder", "failliet", "kapot",
    ),
    "geven": ("brui", "brui aan", "krimp", "pijp maarten"),
    "gooien": (
        "kont krib", "roet eten", "handdoek ring", "olie vuur", "knuppel hoenderhok", "pet naar",
    ),
    "halen": ("bakzeil", "zijn schouders op", "haar schouders op", "neus op"),
    "houden": (
        "hand knip", "vinger knip", "hand kraan", "boot af", "voet stuk", "poot stijf",
        "been stijf", "rug recht", "kaarten borst", "zich domme", "zich vlakte", "zich afzijdig",
        "zich stil", "zich gedeisd", "zich doof", "zich groot", "zich koest", "hart vast",
        "hoofd koel", "hoofd water", "adem in", "moed erin", "slag arm",
    ),
    "kijken": ("kat boom",),
    "knijpen": ("oogje dicht", "oogje toe"),
    "komen": ("over zich heen",),
    "lachen": ("vuistje",),
    "leggen": ("lat hoog", "loodje", "bijltje", "zout slakken", "schuld"),
    "maken": (
        "potje van", "zooitje van", "rommeltje van", "stampij", "heisa", "stennis", "kabaal",
        "amok", "drukte", "zich vanaf", "punt van", "moeilijk", "makkelijk",
    ),
    "nemen": ("er tijd voor", "gas terug", "loopje", "blad mond"),
    "plukken": ("vruchten van",),
    "rekken": ("tijd",),
    "schudden": ("hoofd", "nee"),
    "schuiven": ("voor zich uit", "schuld"),
    "slaan": ("vuist tafel", "plank mis"),
    "spelen": ("met gedachte", "met idee", "hard", "vermoorde", "op zeker", "op safe"),
    "steken": ("kop zand", "spaak wiel", "spaken wielen", "stok wielen", "stokken wielen"),
    "strijken": ("eer",),
    "tonen": ("zich",),
    "trappen": ("rem", "lawaai"),
    "trekken": ("rem", "handen af", "handen vanaf", "wenkbrauwen", "been bij"),
    "vissen": ("net achter",),
    "wassen": ("handen onschuld",),
    "zaaien": ("twijfel", "onrust"),
    "zorgen": ("voor moeder", "voor vader", "voor ouders", "voor kinderen", "voor kleinkinderen"),
    "zetten": (
        "hakken zand", "hielen zand", "zich schrap", "voet dwars", "kwaad bloed",
        "vraagtekens", "rem op", "rem erop",
    ),
}  # fmt: skip
_STANCE_WORDS = {
    lemma: tuple(frozenset(phrase.split()) for phrase in phrases)
    for lemma, phrases in _STANCES.items()
}
# With "laten": "laat steken vallen", "laat op zich wachten", "laat hem bungelen".
_LEFT_TO = frozenset(
    ("vallen", "bungelen", "bengelen", "stikken", "zwemmen", "spartelen", "wachten", "afweten")
)
_ATTITUDES = frozenset(("vasthouden", "aanlopen", "achterstaan", "opkijken", "aankijken"))
_MORE_OR_LESS = frozenset(("meest", "erg", "zeer", "wel", "meer", "minder"))
_ATTITUDE_TO = frozenset(("aan", "op", "achter", "tegen", "eraan"))


def stance(lemma: str, particle: str, text: set[str], modal: str) -> bool:
    """Whether a clause says how somebody behaves, in words that promise nothing."""
    name = particle + lemma
    if modal == "laten" and name in _LEFT_TO:
        return True
    if any(phrase <= text for phrase in _STANCE_WORDS.get(lemma, ()) if _fits(phrase, particle)):
        return True
    whole = _STANCE_WORDS.get(name, ()) if particle else ()
    return any(phrase <= text for phrase in whole)


def _fits(phrase: frozenset[str], particle: str) -> bool:
    """Whether a wording goes with the verb as it stands: "trekt de rem na" checks the brake."""
    return not particle or particle in phrase


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

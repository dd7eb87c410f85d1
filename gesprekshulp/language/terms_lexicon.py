"""The words that terms are made of, as the tokeniser leaves them: lower case, no accents."""

from functools import lru_cache

from gesprekshulp.language.wordlists import words

WEEKDAYS = {
    "maandag": 0,
    "dinsdag": 1,
    "woensdag": 2,
    "donderdag": 3,
    "vrijdag": 4,
    "zaterdag": 5,
    "zondag": 6,
}
# Ordinary words too ("do", "za", "ma", "zo"), so that they need a cue in running text.
SHORT_WEEKDAYS = {
    "ma": 0,
    "maa": 0,
    "di": 1,
    "din": 1,
    "dins": 1,
    "wo": 2,
    "woe": 2,
    "do": 3,
    "don": 3,
    "dond": 3,
    "vr": 4,
    "vrij": 4,
    "vrd": 4,
    "za": 5,
    "zat": 5,
    "zo": 6,
    "zon": 6,
}
WEEKDAY_NAMES = tuple(WEEKDAYS)
MONTH_NAMES = words(
    "januari februari maart april mei juni juli augustus september oktober november december"
)
SHORT_MONTHS = {
    "jan": 1,
    "feb": 2,
    "febr": 2,
    "mrt": 3,
    "maa": 3,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "augs": 8,
    "sep": 9,
    "sept": 9,
    "okt": 10,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
MONTHS = {name: number for number, name in enumerate(MONTH_NAMES, 1)} | SHORT_MONTHS
# Names of people as well: after "voor" or "na" a capital makes them one.
NAME_MONTHS = frozenset(("jan", "mei", "april", "juni", "juli", "augustus", "maart", "jun", "jul"))

DAY, WEEK, MONTH, YEAR, WORKDAY, HOUR = "day", "week", "month", "year", "workday", "hour"
UNITS: dict[str, tuple[str, float]] = {}
for _words, _unit, _size in (
    ("dag dagen dgn dagje dagjes etmaal etmalen kalenderdag kalenderdagen", DAY, 1),
    ("week weken wk wkn weekje weekjes werkweek werkweken", WEEK, 1),
    ("maand maanden mnd mnden maandje maandjes mndn", MONTH, 1),
    ("kwartaal kwartalen kw", MONTH, 3),
    ("halfjaar", MONTH, 6),
    ("jaar jaren jr jrn jaartje jaartjes", YEAR, 1),
    ("lustrum", YEAR, 5),
    ("decennium decennia", YEAR, 10),
    ("eeuw eeuwen", YEAR, 100),
    (
        "werkdag werkdagen werkdgn wkd wkdn wd wrkdgn kantoordag kantoordagen bedrijfsdagen",
        WORKDAY,
        1,
    ),
    ("uur uren uurtje uurtjes u", HOUR, 1),
    ("kwartier kwartieren kwartiertje", HOUR, 0.25),
    ("minuut minuten min minuutje minuutjes", HOUR, 1 / 60),
    ("seconde seconden sec secondes", HOUR, 1 / 3600),
):
    for _word in _words.split():
        UNITS[_word] = (_unit, _size)

# Their full stop ends no sentence: "volg. week", "aanst. maandag".
STOPPED = frozenset(words("volg vlg volgd aanst kom eerstv uiterl overm komd vlgd"))
NEXT = frozenset(("volgende", "volgend", "vlg", "vlgd", "vlgnd", "volg", "opvolgende"))
COMING = frozenset(
    words(
        "komende komend aanstaande aankomende aankomend eerstvolgende eerstvolgend eerstkomende "
        "eerstkomend as ek kom aanst aanstaand"
    )
)
THIS = frozenset(("deze", "dit", "huidige", "lopende"))
LAST = frozenset(words("vorige vorig afgelopen verleden jongstleden laatstleden voorbije"))
ARTICLES = frozenset(("de", "het", "'t", "den", "'n"))
DAYPARTS = frozenset(
    words(
        "ochtend morgen voormiddag middag namiddag avond nacht ochtends morgens middags avonds "
        "nachts vroeg"
    )
)
# What fills up a term without changing it: "nog deze week", "ergens in mei".
FILLERS = frozenset(
    words(
        "nog al pas ergens liefst zeker ongeveer circa ca ruim krap hooguit maximaal max minimaal "
        "minstens uiterlijk waarschijnlijk precies exact zo'n pakweg reeds alvast"
    )
)
VAGUE_AMOUNTS = frozenset(words("paar enkele enige aantal wat diverse verschillende meerdere veel"))
PARTS = {
    "begin": 0,
    "aanvang": 0,
    "primo": 0,
    "half": 1,
    "medio": 1,
    "halverwege": 1,
    "midden": 1,
    "mid": 1,
    "eind": 2,
    "einde": 2,
    "ultimo": 2,
    "slot": 2,
}
SEASONS = {
    "lente": 3,
    "voorjaar": 3,
    "zomer": 6,
    "najaar": 9,
    "herfst": 9,
    "winter": 12,
}
_RELATIVE_DAYS = {
    "vandaag": 0,
    "heden": 0,
    "vanmiddag": 0,
    "vanavond": 0,
    "vanochtend": 0,
    "vanmorgen": 0,
    "vannamiddag": 0,
    "vanvoormiddag": 0,
    "vannacht": 0,
    "morgen": 1,
    "overmorgen": 2,
    "overovermorgen": 3,
    "gisteren": -1,
    "gister": -1,
    "eergisteren": -2,
    "eergister": -2,
    "eereergisteren": -3,
}
RELATIVE_DAYS = dict(_RELATIVE_DAYS)
# Days with a part of the day stuck to it: "vrijdagmiddag", "morgenochtend".
DAY_AND_PART: dict[str, str] = {}
for _part in ("ochtend", "morgen", "voormiddag", "middag", "namiddag", "avond", "nacht", "vroeg"):
    for _word in (
        *WEEKDAYS,
        *(day for day in RELATIVE_DAYS if day.endswith(("morgen", "gister", "en"))),
    ):
        DAY_AND_PART[_word + _part] = _word
DAY_AND_PART.pop("overmorgenmorgen")

SYNONYMS = {
    "t": "het",
    "january": "januari",
    "february": "februari",
    "march": "maart",
    "may": "mei",
    "june": "juni",
    "july": "juli",
    "august": "augustus",
    "mrgen": "morgen",
    "mrg": "morgen",
    "vnmddg": "vanmiddag",
    "vnmdg": "vanmiddag",
    "vanmid": "vanmiddag",
    "vanmi": "vanmiddag",
    "vmid": "vanmiddag",
    "vnvnd": "vanavond",
    "vnav": "vanavond",
    "vanav": "vanavond",
    "vnochtend": "vanochtend",
    "ovm": "overmorgen",
    "overmrgn": "overmorgen",
    "weekends": "weekenden",
    "halfweg": "halverwege",
    "vrijdga": "vrijdag",
    "vrijadg": "vrijdag",
    "vrydag": "vrijdag",
    "vrijd": "vrijdag",
    "morge": "morgen",
    "mogren": "morgen",
    "dienstdag": "dinsdag",
    "october": "oktober",
    "wkend": "weekend",
    "wknd": "weekend",
    "weekeind": "weekend",
    "weekeinde": "weekend",
    "eidn": "eind",
    "enid": "eind",
    "einden": "einde",
    "beign": "begin",
    "bgin": "begin",
    "vdaag": "vandaag",
    "vndg": "vandaag",
    "vandg": "vandaag",
    "va": "vanaf",
    "wknr": "weeknr",
    "vh": "vd",
    "1ste": "1e",
    "kwrtaal": "kwartaal",
    "kwrt": "kwartaal",
    "kwrtl": "kwartaal",
    "morgn": "morgen",
    "mrgn": "morgen",
    "uiterl": "uiterlijk",
    "uitlk": "uiterlijk",
    "uitrlijk": "uiterlijk",
    "uiterst": "uiterlijk",
    "vlgende": "volgende",
    "vlgnde": "volgende",
    "volgdene": "volgende",
    "volgnede": "volgende",
    "voglende": "volgende",
    "volende": "volgende",
    "ovr": "over",
    "jongsleden": "jongstleden",
    "weke": "weken",
    "maadn": "maand",
    "dgen": "dagen",
    "dgn": "dagen",
    "overm": "overmorgen",
    "eerstv": "eerstvolgende",
}

# Words that a typing error may have hit. The first group may also have one wrong letter.
_ANY_SLIP = (
    *WEEKDAYS,
    *(name for name in MONTH_NAMES if len(name) > 5),
    "overmorgen",
    "kwartaal",
    "gisteren",
    "uiterlijk",
    "aanstaande",
)
_SMALL_SLIP = words(
    "april morgen weekend vandaag volgende volgend komende binnen maanden werkdagen "
    "halverwege vanmiddag vanavond vanochtend afgelopen binnenkort"
)
_REAL_WORDS = frozenset(
    words(
        "manden mogen mogens borgen zorgen uiterlijke weekends weekenden komen komend "
        "vandaan volgen "
        "volgens volgden volgendes maan konden komenden kwartalen maandagen bine binne beneden "
        "vrijdags zondags maandags zaterdags dinsdags woensdags donderdags aprils volgend "
        "volgende"
    )
)


def _without_one(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))]


_SHORTER: dict[str, list[str]] = {}
for _key in (*_ANY_SLIP, *_SMALL_SLIP):
    for _less in _without_one(_key):
        _SHORTER.setdefault(_less, []).append(_key)
_KEYS = frozenset((*_ANY_SLIP, *_SMALL_SLIP))
_ANY = frozenset(_ANY_SLIP)


def _swapped(word: str, key: str) -> bool | None:
    """True for two neighbours in the wrong order, False for one wrong letter, else None."""
    wrong = [at for at, (a, b) in enumerate(zip(word, key, strict=True)) if a != b]
    if len(wrong) == 1:
        return False
    if len(wrong) == 2 and wrong[1] == wrong[0] + 1:
        first, second = wrong
        if word[first] == key[second] and word[second] == key[first]:
            return True
    return None


@lru_cache(maxsize=8192)
def mended(word: str) -> str:
    """The word that was meant, when exactly one slip of the finger explains it; else the word."""
    if not 5 <= len(word) <= 11 or word in _KEYS or word in _REAL_WORDS:
        return word
    for key in _SHORTER.get(word, ()):
        if key != "morgen" and word[0] == key[0]:
            return key
    for less in _without_one(word):
        if less in _KEYS and word[0] == less[0] and not word.startswith(less):
            return less
        for key in _SHORTER.get(less, ()):
            if len(key) != len(word):
                continue
            swapped = _swapped(word, key)
            if swapped or (swapped is False and key in _ANY and word[0] == key[0]):
                return key
    return word

"""Facts that can be checked in a text by itself: names, and places left open."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from gesprekshulp.domain.remark import Remark, RemarkKind
from gesprekshulp.language.patterns import pattern
from gesprekshulp.language.wordlists import words

_CAPITAL = pattern(r"[^\W\d_][^\W_]*(?:['’\-][^\W_]+)*")
_PARTICLES = frozenset(
    words("van de den der het 't te ten ter in op aan bij von vande vander vd v.d. en & i.o. a/d")
)
_LEGAL = frozenset(words("bv nv vof cv b.v. n.v. v.o.f. c.v. maatschap stichting vereniging"))


def name_words(name: str) -> list[str]:
    """The words of a name that tell people apart: no particles, titles or legal forms."""
    return [
        word
        for word in re.findall(r"[^\W\d_]+(?:['’\-.&][^\W\d_]+)*", name)
        if word.casefold().rstrip(".") not in _PARTICLES | _LEGAL and len(word) > 1
    ]


def remark(rule: str, kind: RemarkKind, text: str, span: tuple[int, int], reason: str,
           fix: str | None = None) -> Remark:  # fmt: skip
    """A remark on a stretch of a text; the caller says in which part that text stands."""
    start, end = span
    return Remark(rule, kind, "", start, end, text[start:end], reason, fix)


# --- names ---


@dataclass(frozen=True, slots=True)
class Names:
    """Names that the dossier knows, ready for comparing.

    `long` are their words of four letters or more, `short` those of three. `behind` are the words
    that stand behind a first name, by that name without capitals.
    """

    words: frozenset[str]
    long: tuple[str, ...]
    short: tuple[str, ...] = ()
    behind: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])

    @classmethod
    def of(cls, names: Iterable[str]) -> Names:
        """Of people and firms, as they stand in the dossier."""
        parts = [name_words(name) for name in names]
        known = {word for words in parts for word in words}
        capital = sorted(word for word in known if word[0].isupper())
        behind: dict[str, frozenset[str]] = {}
        for first, *rest in filter(None, parts):
            found = behind.get(first.casefold(), frozenset[str]())
            behind[first.casefold()] = found | frozenset(one for one in rest if one[0].isupper())
        return cls(
            frozenset(word.casefold() for word in known),
            tuple(word for word in capital if len(word) >= 4),
            tuple(word for word in capital if len(word) == 3),
            behind,
        )


def misspelt_names(
    text: str, names: Names, is_word: Callable[[str], bool] | None = None
) -> Iterator[Remark]:
    """Words with a capital that are one slip away from a name in the dossier.

    `is_word` says whether something is an ordinary word; such a word is never taken for a name
    with a slip in it. Without it the first word of a sentence is passed over.
    """
    if not names.words:
        return
    seen: dict[str, str | None] = {}
    # Zoe for Zoë: of three letters only an accent is told from a name of its own.
    bare_short = {without_accents(one) for one in names.short if not one.isascii()}
    for match in _CAPITAL.finditer(text):
        found = match.group()
        if len(found) < 3 or not found[0].isupper() or found.isupper():
            continue
        bare = _without_s(found, names)
        if bare.casefold() in names.words:
            continue
        if meant := _meant_behind(bare, text[: match.start()], names):
            yield _almost(text, match.start(), bare, meant)
            continue
        if len(found) < 4 and found.casefold() not in bare_short:
            continue
        if is_word is None and _opens(text, match.start()):
            continue
        if bare not in seen:
            meant = _meant(bare, names)
            ordinary = meant is not None and is_word is not None and is_word(bare.lower())
            seen[bare] = None if ordinary else meant
        meant = seen[bare]
        if meant is not None:
            yield _almost(text, match.start(), bare, meant)


def _almost(text: str, start: int, bare: str, meant: str) -> Remark:
    return remark(
        "naam-bijna-goed", RemarkKind.FACT, text, (start, start + len(bare)),
        f"“{bare}” heet in het dossier “{meant}”; kijk of hier dezelfde naam bedoeld is.",
        meant,
    )  # fmt: skip


_FIRST_NAME = pattern(r"([^\W\d_][\w'’\-]*)(?: (?:van|de|den|der|het|'t|te|ten|ter|in|op|la))* $")


def _meant_behind(found: str, before: str, names: Names) -> str | None:
    """The last name that was meant behind a first name of the dossier: "Annet Bos" for Vos.

    With the first name said, one other letter is a slip, also in a short name.
    """
    first = _FIRST_NAME.search(before[-60:])
    known = names.behind.get(first[1].casefold(), frozenset[str]()) if first else ()
    near = [name for name in known if _short_slip(found.casefold(), name.casefold())]
    return near[0] if len(near) == 1 else None


def _short_slip(a: str, b: str) -> bool:
    """As `one_slip`, for words from three letters and with any letter wrong."""
    if a == b or min(len(a), len(b)) < 3:
        return False
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1 or one_slip(a, b)
    return one_slip(a, b) or _single(a) == _single(b)


def _without_s(found: str, names: Names) -> str:
    """ "Annets" and "Anna's" are Annet and Anna."""
    for end in ("'s", "’s", "s"):
        # Of Vos it is Vos', not Voss.
        stem = found[: -len(end)]
        if found.endswith(end) and stem.casefold() in names.words and stem[-1:] not in "sxz":
            return found[: -len(end)]
    return found[:-2] if found.endswith(("'s", "’s")) else found


def _opens(text: str, place: int) -> bool:
    before = text[:place].rstrip(" “\"'(")
    return not before or before[-1] in ".!?:\n•-–"


def _meant(found: str, names: Names) -> str | None:
    plain = without_accents(found)
    same = [name for name in (*names.long, *names.short) if without_accents(name) == plain]
    if same:
        return same[0] if len(same) == 1 else None  # Cagla and Çağla
    near = [name for name in names.long if one_slip(found.casefold(), name.casefold())]
    # Of three letters only a doubled one is told from a name of its own: Voss and Vos.
    near += [name for name in names.short if _single(found.casefold()) == name.casefold()]
    # Two candidates: whichever is meant cannot be decided. A slip in the first letter is a name
    # of its own more often than not (Vos and Bos), unless the name is long.
    near = [n for n in near if n[0].casefold() == found[0].casefold() or len(n) >= 7]
    return near[0] if len(near) == 1 else None


@lru_cache(maxsize=4096)
def without_accents(word: str) -> str:
    """A word in small letters without accents: what a keyboard gives that has none."""
    parts = unicodedata.normalize("NFKD", word.casefold().replace("ı", "i"))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def one_slip(a: str, b: str) -> bool:
    """Whether two words differ by one letter missed, wrong, too many, or two swapped."""
    if a == b or abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < 4:
        return False
    if a.removesuffix("s") == b or b.removesuffix("s") == a or f"{a}en" == b:
        return False
    if a[:2] == b[:2] and _single(a) == _single(b):
        return True  # Anett and Annet
    at = 0
    while at < min(len(a), len(b)) and a[at] == b[at]:
        at += 1
    x, y = a[at:], b[at:]
    if x[1:] == y or x == y[1:]:
        return True
    if x[:2] == y[:2][::-1] and x[2:] == y[2:]:
        return True
    # One other letter in a short name makes another name (Anna, Anne).
    return x[1:] == y[1:] and len(a) >= 5 and len(y) > 1


@lru_cache(maxsize=4096)
def _single(word: str) -> str:
    """A word in which no letter stands twice in a row."""
    return re.sub(r"(.)\1", r"\1", word)


# --- places left open ---

_ASKED = (
    r"naam|namen|datum|data|bedrag|bedragen|klant|klantnaam|aantal|adres|plaats|tijd|functie"
    r"|bedrijf|invullen|in te vullen|nog invullen|aanvullen|nog aanvullen|nummer|telefoonnummer"
    r"|contactpersoon|adviseur|onderwerp|titel|tekst|link|dag|maand|jaar|product|prijs|percentage"
    r"|voornaam|achternaam|organisatie|bron|toelichting|handtekening"
)
_PLACEHOLDER = pattern(
    rf"\[[^\]\n]{{0,20}}\b(?:{_ASKED})\b[^\]\n]{{0,20}}\]"
    r"|\[\s*(?:[xX]+|\?+|_+)\s*\]|\[[A-Z][A-Z /]{2,30}\]"
    rf"|<\s*(?:{_ASKED})\s*>|<<[^>\n]{{1,40}}>>"
    r"|\{\{[^}\n]{0,60}\}\}|\{%[^%\n]{0,60}%\}|\{\{|\}\}|\$\{\w+\}"
    r"|\b[xX]{3,}\b|€\s?[xX]{1,3}\b|\bXX\b(?!-)|(?<=[:=] )PM\b"
    r"|\b[Dd](?:hr|e heer)\.?\s?/\s?(?:de )?(?:[Mm]evr|[Mm]evrouw|[Mm]w)\b\.?"
    r"|\?{3,}|_{3,}|\.{5,}|…{2,}"
    r"|\b(?:TODO|TO DO|FIXME|lorem ipsum|tekst volgt|hier tekst)\b"
)
_OPEN_WORD = pattern(
    r"\b(?:n\.t\.b|ntb|n\.n\.b|nnb|t\.b\.d|tbd|t\.b\.a|tba)\b\.?|\bn(?:ader|og) te bepalen\b"
    r"|\bnog in te vullen\b",
    re.IGNORECASE,
)
_SETTLES = pattern(
    r"\b(?:uiterlijk|voor|op|vóór|tijdens|bij) (?:de |het |ons |onze )?(?:volgende?|eerstvolgende"
    r"|maandag|dinsdag|woensdag|donderdag|vrijdag|\d{1,2}\b)",
    re.IGNORECASE,
)


def placeholders(text: str) -> Iterator[Remark]:
    """What was to be filled in and was not: "[naam]", "XXX", "{{ klant }}".

    "n.t.b." may stand when the same or the next sentence says by when it will be settled.
    """
    for match in _PLACEHOLDER.finditer(text):
        found = match.group()
        yield remark(
            "open-plek", RemarkKind.FACT, text, match.span(),
            f"“{found}” is nog niet ingevuld; vul het in of haal het weg.",
        )  # fmt: skip
    for match in _OPEN_WORD.finditer(text):
        if _is_settled(text, match.end()):
            continue
        found = match.group()
        yield remark(
            "open-plek", RemarkKind.FACT, text, match.span(),
            f"“{found}” zegt niet wie dit bepaalt en wanneer; zet dat erbij.",
        )  # fmt: skip


def _is_settled(text: str, place: int) -> bool:
    line_end = text.find("\n", place)
    rest = text[place : line_end if line_end >= 0 else len(text)]
    return bool(_SETTLES.search(". ".join(rest.split(". ")[:2])))


# --- who spoke ---

_SPOKE = (
    r"zei|zegt|vertelde|vertelt|vroeg|vraagt|merkte op|gaf aan|geeft aan|gaf toe|liet weten"
    r"|legde uit|lichtte toe|bevestigde|benadrukte|stelde voor|antwoordde|noemde|reageerde"
    r"|stemde in|ging akkoord|was het (?:\w+ )?eens|wees erop|vindt|vond|wilde|wil"
)
_SPOKE_BEFORE = (
    r"zei|zegt|vertelde|vertelt|vroeg|vraagt|merkte|merkt|gaf|geeft|legde|legt|lichtte|bevestigde"
    r"|benadrukte|stelde|antwoordde|noemde|reageerde|stemde|ging|wees|vond|vindt|wilde"
)
# When somebody stands before the verb, the name after it is spoken to: "wij vroegen Joris".
_SUBJECTS = frozenset(
    words("ik wij we u hij zij ze jij je men die wie deze dit dat het iedereen niemand")
)
_ELSEWHERE = pattern(
    r"\b(?:vooraf|eerder|telefonisch|per mail|mailde|schriftelijk|gisteren|vorige|afwezig"
    r"|volgens|via|later|achteraf|na afloop|belde|namens|destijds|toen)\b",
    re.IGNORECASE,
)


def _has_subject(before: str, here: set[str]) -> bool:
    """Whether somebody stands before the verb: a pronoun, or a name inside the sentence."""
    said = [match.group() for match in _CAPITAL.finditer(before)]
    named = any(word.casefold() in here or word[0].isupper() for word in said[1:])
    return named or any(word.casefold() in _SUBJECTS | here for word in said)


def absent_speakers(text: str, absent: Sequence[str], present: Sequence[str]) -> Iterator[Remark]:
    """People of the dossier who are said to have spoken, but were not at the table.

    `absent` and `present` are full names; a first name that somebody present bears too is passed
    over, as is a sentence that says it was said at another moment.
    """
    here = {word.casefold() for name in present for word in name_words(name)}
    for name in absent:
        parts = name_words(name)
        if not parts or parts[0] not in text or parts[0].casefold() in here:
            continue
        rest = re.escape(name[len(parts[0]) :]) if name.startswith(parts[0]) else ""
        pattern = rf"\b{re.escape(parts[0])}\b(?:{rest}\b)?\s+(?:\w+\s+)?(?:{_SPOKE})\b"
        behind = rf"\b(?:{_SPOKE_BEFORE})\s+{re.escape(parts[0])}\b(?:{rest}\b)?"
        for match in (*re.finditer(pattern, text), *re.finditer(behind, text)):
            start = max(text.rfind(sign, 0, match.start()) for sign in ".!?\n") + 1
            stops = [end for sign in ".!?\n" if (end := text.find(sign, match.end())) >= 0]
            if _ELSEWHERE.search(text[start : min(stops, default=len(text))]):
                continue
            if match.re.pattern == behind and _has_subject(text[start : match.start()], here):
                continue
            yield remark(
                "niet-aanwezig", RemarkKind.FACT, text, (match.start(), match.end()),
                f"{name} staat niet bij de aanwezigen; kijk wie dit zei of vul de aanwezigen aan.",
            )  # fmt: skip

"""Reads Dutch terms: "voor vrijdag", "eind volgende week", "binnen 5 werkdagen", "de 15e".

A term becomes the last day on which a promise with that term is kept in time. Everything here is a
pure function of the text and of today; nothing in a text makes it fail, and it takes time in
proportion to the length of the text.
"""

from datetime import date

from gesprekshulp.language.terms_grammar import STARTING_KINDS, STARTS, term_at
from gesprekshulp.language.terms_model import Span, Term, TermKind
from gesprekshulp.language.terms_points import point
from gesprekshulp.language.terms_reader import Reader
from gesprekshulp.language.terms_tokens import END, MARK, OTHER, WORD, tokenise
from gesprekshulp.language.wordlists import words

__all__ = ["Term", "TermKind", "find_terms", "read_term"]

_RANK = {
    TermKind.DAY: 0,
    TermKind.EVENT: 1,
    TermKind.IMPOSSIBLE: 2,
    TermKind.RECURRING: 3,
    TermKind.VAGUE: 4,
    TermKind.PAST: 5,
}
_SURE = 0.65
_DUE = frozenset(("binnen", "voor", "uiterlijk", "tegen", "per"))
_TELEGRAM = frozenset(("ma", "di", "wo", "do", "vr", "za", "dond", "woe", "dins", "maan"))
# After these "ma" is a mother and "do" a note.
_BEFORE_PERSONS = frozenset(
    words("mijn zijn haar je jouw uw onze ons hun de het een pa en & van met aan bij door m'n z'n")
)


def find_terms(text: str, today: date, *, country: str = "NL") -> tuple[Term, ...]:
    """All terms in running text, in reading order and without overlap.

    Words that are only sometimes a day ("do", "za", a bare month) need a cue around them.
    `country` decides which days are working days (NL or BE).
    """
    return _terms(text, today, country, loose=False)


def read_term(phrase: str, today: date, *, country: str = "NL") -> Term | None:
    """The best term in a phrase that is meant as one; None when there is none.

    Here "do", "15e" or "mei" need no cue.
    """
    strict = _terms(phrase, today, country, loose=False)
    best = _best(strict)
    if best and best.kind is TermKind.DAY and best.certainty >= _SURE and _fills(best, phrase):
        return best
    loose = _loosely(phrase, today, country)
    if loose is None or best is None:
        return loose or best
    if loose.kind is TermKind.PAST and _fills(loose, phrase):
        return loose  # "laatste vrijdag"
    if _RANK[best.kind] < _RANK[loose.kind]:
        return best
    long = len(phrase) - (loose.end - loose.start) > 25
    return best if long and best.kind is TermKind.DAY else loose


def _loosely(phrase: str, today: date, country: str) -> Term | None:
    """The best term where no cue is asked for; a doubtful one must be most of the phrase."""
    found = _terms(phrase, today, country, loose=True)
    rest = len(phrase.strip())
    return _best(tuple(t for t in found if t.certainty >= _SURE or 3 * (t.end - t.start) >= rest))


def _fills(term: Term, phrase: str) -> bool:
    return term.end - term.start >= len(phrase.strip(" .,;:!?")) - 1


def _best(terms: tuple[Term, ...]) -> Term | None:
    """Days before events before the rest; then the surer, then the earlier in the text."""
    if not terms:
        return None
    return min(terms, key=lambda term: (_RANK[term.kind], term.certainty < _SURE, term.start))


def _terms(text: str, today: date, country: str, *, loose: bool) -> tuple[Term, ...]:
    tokens = tokenise(text)
    reader = Reader(text, tokens, today, country, loose, point)
    found: list[Term] = []
    place = 0
    while place < reader.size:
        token = tokens[place]
        if token.word in STARTS or token.kind in STARTING_KINDS or (loose and place == 0):
            try:
                match = term_at(reader, place)
            except (OverflowError, ValueError):
                match = None  # beyond the calendar: "over 99999 jaar"
            if match and match[1] > place and _accepted(reader, place, *match):
                found.append(_term(reader, text, place, *match))
                place = match[1]
                continue
        place += 1
    return tuple(found)


def _accepted(reader: Reader, place: int, span: Span, after: int) -> bool:
    """Whether a weak reading ("do", "mei", "15.3") has the cue that it needs."""
    if reader.loose:
        return True
    if span.kind is TermKind.DAY and _is_about(reader, place, span):
        return False
    if not span.weak:
        return True
    before, behind = reader.at(place - 1), reader.at(after)
    opens = before.kind == END or before.word in (
        ",",
        ":",
        ";",
        "→",
        "-",
        "–",
        "\n",
        "(",
        "|",
        "•",
        ".",
    )
    closes = behind.kind == END or behind.word in (
        ",",
        ":",
        ";",
        ".",
        "\n",
        ")",
        "-",
        "–",
        "|",
        "→",
        "!",
    )
    if span.unit == "year":
        return False
    if span.unit in ("month", "season"):
        return opens and closes and before.kind == MARK
    short = reader.word(place)
    if short in _TELEGRAM and after - place == 1 and _in_telegram(reader, place, after):
        return True
    if opens and closes:
        return short != "zo" or before.kind == MARK
    if span.timed and after - place > 1:
        return short not in ("zo", "do", "za")
    if closes and behind.word != ",":  # the end of a telegram line: "offerte sturen vr"
        return short in ("vr", "wo", "di", "ma", "do", "za") and before.kind != OTHER
    if opens and reader.word(after + 1) in ("ik", "we", "wij", "ze", "hij"):  # "ma bel ik Jan"
        return short != "zo"
    return before.kind == END and short in ("vr", "wo", "di", "do") and reader.size < 12


def _in_telegram(reader: Reader, place: int, after: int) -> bool:
    """Whether "wo" or "ma" in the middle of a line is the day: "komt wo de ruit inzetten"."""
    before, behind = reader.at(place - 1), reader.at(after)
    if not reader.raw(place).islower():
        return False
    if before.word in _BEFORE_PERSONS:
        day = reader.word(place) in ("wo", "vr", "di") and before.word in ("ons", "hun", "je")
        return day and behind.kind == WORD  # "stuurt ons wo de stukken"
    if before.kind not in (WORD, MARK) or reader.raw(after)[:1].isupper():
        return False
    if reader.word(place) in ("vr", "wo", "di"):
        return True
    if reader.word(place) == "do" and before.word == "ik" and place == 1:
        return False  # "ik do het": a slip for "doe"
    return before.kind == WORD and behind.word not in ("en", "&", "re", "cv")


def _is_about(reader: Reader, place: int, span: Span) -> bool:
    """Whether a date says what something is about: "cijfers over het eerste kwartaal"."""
    before = reader.word(place - 1)
    if before == "over" and reader.word(place) in _DUE:
        return False  # "maakt het over binnen veertien dagen"
    if before == "over":
        return reader.word(place) not in _TELEGRAM  # "maakt het over ma" belongs to the verb
    return before == "van" and span.unit in ("month", "quarter", "half", "year")


def _term(reader: Reader, text: str, place: int, span: Span, after: int) -> Term:
    start, end = reader.at(place).start, reader.at(after - 1).end
    kind = span.kind
    if span.due is not None and kind is TermKind.DAY and span.due < reader.today:
        kind = TermKind.PAST
    other = span.other if span.other != span.due else None
    return Term(span.due, text[start:end], start, end, span.certainty, other, span.remark, kind)

"""Which full stops end a word and no sentence: "zsm.", "kapitaalrek.", "Cl. ontv. de polis"."""

from gesprekshulp.language.lexicon import FILLERS, NEGATIONS
from gesprekshulp.language.patterns import pattern
from gesprekshulp.language.verb_lists import NO_VERBS, PARTICLES
from gesprekshulp.language.wordlists import words

ABBREVIATIONS = frozenset(
    words(
        """
        a.s. z.s.m. zsm. o.a. m.b.t. i.v.m. t.a.v. t.b.v. d.w.z. i.p.v. n.a.v. t.z.t. e.d. enz.
        etc. bijv. bv. b.v. evt. ca. dhr. hr. mw. mevr. mej. dr. drs. ir. ing. mr. prof. afd.
        incl. excl. nr. tel. max. min. ong. resp. v.d. u.d. afspr. opm. art. jl. ll. dd. d.d.
        aub. a.u.b. s.v.p. svp. gem. akk. blz. pag. ref. wk. jan. feb. febr. mrt. apr. jun. jul.
        aug. sep. sept. okt. nov. dec. ma. di. do. vr. za. mld. mln. st. vlgs. volg. b.g.g. p.m.
        kl. lev. gevr. toegez. bespr. besl. w.s. wsch. cl. clt. uiterl. aanst. kom. eerstv. overm.
        n.v. t.o.v. v.v. vb. sr. jr. wnd. secr. ass. adm. org. verz. mij. div. i.s.m. i.o.m.
        ivm. mbt. tbv. tav. nav. bet. mss. wrsch. mog. ged. gec. def. fin. openst. bijbeh.
        """
    )
)
"""Words that end in a full stop without ending the sentence."""

TITLES = frozenset(words("dhr. hr. mw. mevr. mej. dr. drs. ir. ing. mr. prof. afd."))
_MADE_OF = (
    "rek",
    "adm",
    "verg",
    "verkl",
    "ovk",
    "ovkst",
    "opdr",
    "form",
    "spec",
    "fact",
    "decl",
    "corr",
)
# No Dutch word ends like this, so something was cut off: "ontv", "verz", "afschr", "contr".
_CUT_OFF = pattern(r"[aeiou][vz]$|[bcdfghkpstvwxz][lrnm]$|[lrnm][vz]$|[^aeiou\W]c$")
_WHOLE = pattern(r"(?:[aeiou]|en|er|ing|heid|tie|lijk|aar|oor|eer|ijk|ij|s)$")
_FULL_WORDS = FILLERS | NEGATIONS | NO_VERBS | PARTICLES | {"tijd"}  # "op tijd. complimenten"
_LETTER = pattern(r"[^\W\d_]")
_OPENS = pattern(r" (?:verder|overigens|overige?|[^\W\d_]+:)")  # "di. els: lijst"
_ACRONYM = pattern(r"[A-Z]{2,}\b|[A-Z][a-z]?[A-Z]\b")
_NO_OPENING = pattern(r"[QH]\d|[A-Z]{2,}\b|[A-Z][a-z]?[A-Z]\b")  # "bankafschr. Q4"
_GOES_ON = frozenset(",:;)")


def with_capitals(note: str) -> bool:
    """Whether a note opens its sentences with a capital, so that a small letter goes on."""
    first = _LETTER.search(note)
    return first is not None and first.group().isupper()


def keeps_stop(low: str, note: str, end: int, *, capitals: bool) -> bool:
    """Whether a word with the full stop that ends at `end` goes on: it ends no sentence.

    `capitals` is the answer of `with_capitals` for the whole note.
    """
    if low.count(".") > 1:
        return True
    rest = note[end : end + 40]
    if rest[:1] in _GOES_ON and rest[:1]:
        return True  # "Actie cl., vr"
    opening = note[max(0, end - len(low) - 2) : end - len(low)].strip() == ":"
    if opening and len(low) < 6 and rest[:1] == " " and rest[1:2].islower():
        return True  # "bob: off. aanpassen"
    initial = len(low) == 2 and low[0].isalpha()
    if initial and note[end - 3 : end - 2].isdigit():
        return False  # "14k.", "3m."
    if low not in TITLES and _OPENS.match(rest):
        return False
    listed = low.rpartition("-")[2] in ABBREVIATIONS or initial
    if not listed and not _shortened(low[:-1], rest, capitals=capitals):
        return False
    # "... wk. De klant" ends a sentence all the same, "dhr. De Boer" does not.
    rest = rest.lstrip(" ")
    if not rest or rest[0] == "\n":
        return False
    goes_on = not listed and _NO_OPENING.match(rest) is not None
    return low in TITLES or initial or not rest[0].isupper() or goes_on


def _shortened(word: str, rest: str, *, capitals: bool) -> bool:
    """Whether a word that no list has looks cut off, by its ending or by what follows."""
    if len(word) < 2 or not rest.startswith(" "):
        return False
    acronym = _ACRONYM.match(rest.lstrip(" ")) is not None
    if acronym and len(word) < 7 and _WHOLE.search(word) is None and word not in _FULL_WORDS:
        return True  # "Depon. KvK"
    if _CUT_OFF.search(word) is not None or word.endswith(_MADE_OF):
        return True
    follows = rest.lstrip(" ")[:1]
    return (
        capitals and follows.islower() and _WHOLE.search(word) is None and word not in _FULL_WORDS
    )

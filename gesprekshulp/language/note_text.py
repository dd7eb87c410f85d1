"""What the words of a clause say besides their grammar: terms, negation, reserve and habit."""

import re
from bisect import bisect_right
from dataclasses import replace
from datetime import date, timedelta

from gesprekshulp.language.clause import Clause
from gesprekshulp.language.lexicon import (
    DETERMINERS,
    HABIT_PHRASES,
    HABITS,
    HEDGE_PHRASES,
    HEDGES,
    HYPOTHETICAL_PHRASES,
    NEGATIONS,
    NOMINATIVE,
    PREPOSITIONS,
)
from gesprekshulp.language.patterns import pattern
from gesprekshulp.language.predicates import Predicate
from gesprekshulp.language.relative_terms import counted_from_before, with_relative
from gesprekshulp.language.terms import Term, TermKind, find_terms
from gesprekshulp.language.text_units import Token


def _phrases(*groups: tuple[str, ...]) -> re.Pattern[str]:
    return pattern(r"\b(?:" + "|".join(re.escape(p) for g in groups for p in g) + r")\b")


HEDGED = _phrases(HEDGE_PHRASES)
_HABITUAL = _phrases(HABIT_PHRASES)
_OF_LAST = pattern(r"\b(?:van|uit) (?:het |de )?vorige? (?:jaar|maand|week)\b")
_I_BEFORE = pattern(r"(?:\bik|'k) $")
_PROPOSED = pattern(r"(\bstel(?:t|de|den)?\b[^.;!?]{0,40}\bvoor) (?=dat\b)")
_LISTED = pattern(r"\n(?=\s*(?:\d{1,2}[.)]|[-*•]) )")
HOPED = pattern(r", hoop(?:t|te|ten)?(?: \w+){1,3}\W*$")
THOUGHT = pattern(r", (?:denkt|dacht|verwacht|verwachtte|schat|schatte)(?: \w+){1,3}\W*$")
_FOR_AGES = pattern(r"\bal (?:maanden|weken|jaren|tijden|jarenlang|maandenlang|een jaar)\b")
_THAT_DAY = pattern(
    r"\b(?:voor|vóór|op|tegen|uiterlijk|per)\s+(?:op\s+)?(?:diezelfde|dezelfde|die)\s+"
    r"(?:datum|dag|termijn|deadline)\b|\b(?:uiterlijk|tegen) dan\b"
)
_CLOCK = pattern(r"(?:(?:om|na|voor|vóór|tegen|rond|vanaf) )?[\w:.]+ uur$")
_BEFORE_IT = pattern(r"(?:voor|vóór) (?!de (?:zomer|kerst|vakantie))")
_BEFORE_THAT_DAY = pattern(r"\b(?:voor|vóór) (?:die|diezelfde|dezelfde) (?:datum|dag)\b")
_OF_YEAR = pattern(r"(?:voor|over|van) (?:het jaar )?20\d\d$")  # "de begroting voor 2027"
SAID_LONG_AGO = pattern(
    r"^(?:(?:bij|tijdens|in|op) (?:de|het|ons|onze) vorige? (?!week)\w+|vorig jaar)\b"
)
"""What opens a clause that tells of an earlier time: "Bij de vorige taxatie beloofde de bank"."""
_QUARTER = pattern(r"(?:[qQ][1-4]|[kK][wW] ?[1-4])(?: ?20\d\d)?$")
_NOT_THEN = pattern(r"\bmaar niet (?:meer )?$")
_NEAR = 6  # terms within which "diezelfde dag" looks back
_BUT_DOES = pattern(r",? maar wel\b")
_OR_THEN = frozenset(("of", "tot", "en", "/", "t/m", "maar", "maar pas"))
_MENDED = pattern(r"\b(?:nee|correctie|bedoel|althans)\b")
_EVERY = pattern(
    r"\b(?:elke?|iedere?)\s+(?:\w+\s+)?(?:dag|week|maand|kwartaal|jaar|nacht|ochtend|avond|keer|"
    r"maan\w*|dins\w*|woens\w*|donder\w*|vrij\w*|zater\w*|zon\w*|zomer|winter|voorjaar|najaar)\b"
)
HEDGE_CLAUSE = pattern(
    r"\b(?:als|indien|wanneer|mits|zo|voor zover|voorzover)\s+"
    r"(?:het|dat|dit|alles|'t|de tijd|de planning|de agenda|het weer|de drukte)\s+(?:\w+\s+){0,3}?"
    r"(?:mee\s?zit|mee\s?werkt|mee\s?valt|lukt|kan|goed is|goed gaat|uitkomt|toelaat|toestaat|"
    r"past)\b"
    r"|\bwie weet\b|\bmet (?:een beetje|wat|enig) geluk\b|\bals (?:ik|we|wij) geluk hebben\b"
    r"|\bbij leven en welzijn\b|\bdeo volente\b"
)
IMAGINED = pattern(
    _phrases(HYPOTHETICAL_PHRASES).pattern
    + r"|\b(?:als|zolang) het aan (?!(?:mij|ons) )(?:\w+ ){1,3}(?:ligt|lag|zou liggen)\b"
)
_AS_A_RULE = pattern(
    r"['’`]s (?:ochtends|morgens|middags|avonds|nachts|zomers|winters|maandags|dinsdags|woensdags|"
    r"donderdags|vrijdags|zaterdags|zondags)\b"
)
AFTERWARDS = pattern(
    r"^(?:en |maar )?(?:daarna|nadien) (?!jou\b|mij\b|hem\b|haar\b)\w+"
    r"|\b(?:direct|meteen|onmiddellijk|pas) (?:daarna|erna|nadien)\b"
)
"""What hangs on what was said before: "daarna tekent Els", but not "en belt hem daarna"."""
_MOMENTS = (
    "overleg|vergadering|gesprek|afspraak|bespreking|akkoord|akk|ondertekening|ontvangst|oplevering|"
    "goedkeuring|bezoek|sessie|training|controle|evaluatie|overdracht|betaling|opdracht|levering|"
    "keuring|bijeenkomst|presentatie|afloop|instemming|toestemming|besluit|review|call|meeting|"
    "inspectie|passeren|intake|schouw|zitting|taxatie|verhuizing|migratie|livegang|go-live|lancering|"
    "implementatie|begrafenis|uitvaart|bruiloft|fusie|overname|verbouwing|installatie|bevalling|"
    "operatie|nulmeting|heropening|ouderavond|mdo|alv|ava|bila|hercontrole|ingebruikname|heidag|"
    "start|toernooi|wedstrijd|voorstelling|première|uitreiking|publicatie|besluitvorming|stemming|aanbesteding|gunning|proefperiode|rondgang"
)
_NO_MOMENT = "zomer|winter|vakantie|feestdagen|jaar|maand|week|weken|dagen|tijd|tijdje|poos"
_MEETINGS = (
    "vergadering|bijeenkomst|overleg|avond|studiedag|beurs|conferentie|congres|sessie|kick-off|"
    "startdag|workshop|borrel|open dag|ceremonie|receptie|toetsmoment|spreekuur"
)
_HAPPENINGS = (
    f"{_MEETINGS}|start|seizoen|vlucht|reis|feest|ronde|ing|tie|opname|examen|toets|wedstrijd|"
    "festival|markt|oogst|bouw|vorst|kick-off|livegang|audit|demo|sprint|verlof|vakantie"
)
_BEFORE_MOMENT = "na|voor|vóór|bij|tijdens|direct na|meteen na|voorafgaand aan|vooraf aan"
_ATTRIBUTES = "de|het|een|ons|onze|uw|zijn|haar|hun|dit|deze|volgende|eerstvolgende|\\w+e"
_EVENT = pattern(
    rf"\b(?:{_BEFORE_MOMENT})\s+(?:(?:{_ATTRIBUTES})\s+){{0,3}}(?:[\w\-]*(?:{_MOMENTS}))\b"
    rf"|\b(?:tijdens|gedurende|na afloop van|vóór|voorafgaand aan|voorafgaande aan)\s+"
    rf"(?:(?:{_ATTRIBUTES})\s+){{1,3}}[^\W\d]{{4,}}"
    rf"|\bna\s+(?:de|het|onze|ons|zijn|haar|hun|dat|die|deze)\s+(?!(?:\w+\s+)?\w*(?:{_NO_MOMENT})\b)(?:\w+e\s+)?"
    rf"[^\W\d]{{4,}}"
    rf"|\bnog (?:voor|vóór|na)\s+(?:de|het|onze|ons|zijn|haar|hun)\s+(?!klant)[^\W\d]{{4,}}"
    rf"|^(?:en |maar |dus |nog |al )?(?:voor|bij)\s+(?:(?:{_ATTRIBUTES})\s+){{1,3}}[\w\-]*"
    rf"(?:{_HAPPENINGS})\b"
    rf"|\b(?:op|in|bij|aan het eind van)\s+(?:(?:{_ATTRIBUTES})\s+){{1,3}}[\w\-]*(?:{_MEETINGS})\b"
    r"|\b(?:in|bij|met|voor|tijdens|naar|op) (?:de|het|onze|ons) (?:eerst)?volgende \w+\b"
    r"|\bna (?!rekening|woning|verdieping)[a-z]{3,}ing\b"
    r"|\bbij (?:een |de )?(?:weigering|afwijzing|tekortkoming|storing|uitval|ziekte|twijfel|"
    r"schade)\b"
    r"|\bbij (?:vorst|regen|sneeuw|storm|harde wind|droogte|hitte|ijzel|vertraging|klachten|"
    r"problemen|vragen|nood|brand|calamiteiten|spoed|tegenvallers|afwijkingen|lekkage|inbraak|"
    r"overlijden|faillissement|geen gehoor|goed weer|slecht weer)\b"
    r"|\bop (?:zijn|haar|hun|de|mijn) (?:laatste|eerste) (?:werk|les|school)?dag\b"
    r"|\b(?:de )?(?:eerst)?volgende? (?:keer|afspraak|gesprek|bezoek|overleg|bespreking|"
    r"vergadering|ronde)\b|\bbinnen de \w*termijn\b"
    r"|\bin (?:dat|zo'n) geval\b|\b(?:voor|vóór) die (?:tijd|datum|dag)\b|\bzo (?:niet|ja)\b"
)
_NEARLY_NEGATION = pattern(
    r"\bniet (?:later|alleen|zozeer|langer) dan\b|\bniet alleen\b|\bniet te vergeten\b"
    r"|\bzo (?:niet|nee)\b"
    r"|\bgeen (?:probleem|punt,|bezwaar,|zorgen,|paniek,|stress,)|\bof niet\b"
    r"|\bniet (?:\w+ ){1,3}maar\b|\bniet,? maar (?:pas )?\w*"
)
_AT_MEETING = pattern(
    r"\b(?:tijdens|op|bij|naar|in|richting|na) (?:de|het|onze|ons) "
    r"(?!plan|advies|rapport|verslag|contract|polis|offerte|mail|brief|akte|notulen)\w+ van\s*$"
)
_DEADLINE = pattern(
    r"^(?:uiterlijk|voor|vóór|binnen|per|tegen|eind|begin|half|halverwege|medio|komende|volgende|"
    r"aanstaande|over|morgen|overmorgen|straks|de komende|nog|deze|dit|ultimo|a\.s)\b"
    r"|\bover (?:een|twee|drie|vier) we|^ten laatste\b|^op z(?:'n|ijn) laatst\b"
)


class NoteText:
    """A note with its terms; answers what stands in a clause of it."""

    def __init__(self, note: str, today: date, names: frozenset[str] = frozenset()) -> None:
        self._note = note
        lower = note.lower()
        # a few letters change length in lower case; places in the text must stay what they are
        self._lower = lower if len(lower) == len(note) else note
        self._today = today
        found = _same_days(find_terms(_LISTED.sub(";", _PROPOSED.sub(r"\1,", note)), today))
        found = tuple(t for t in found if not _is_name(t, names))
        self._terms = with_relative(found, self._lower, today)
        hedges = [m.span() for m in HEDGE_CLAUSE.finditer(self._lower)]
        self._fixed = sorted([self._place(t) for t in self._terms if _is_fixed(t)] + hedges)
        self._terms = counted_from_before(self._terms, self._lower)
        self._term_at = 0
        self._asides: list[tuple[int, int]] = []  # tags taken out of the present sentence
        self._inserted: list[int] = []  # where conditions were taken out of it

    def _place(self, term: Term) -> tuple[int, int]:
        """Where a term stands; in "ik kom vrijdag" the verb is no short form of "komende"."""
        before = self._lower[max(0, term.start - 4) : term.start]
        comes = _I_BEFORE.search(before) is not None and term.text.lower().startswith("kom ")
        ends = (
            term.text.lower().endswith(" kom")
            and "ik " in self._lower[max(0, term.start - 30) : term.start]
        )
        return (term.start + 4 if comes else term.start), term.end - 4 * ends

    def _text(self, clause: Clause) -> str:
        own = self._lower[clause.start : clause.end]
        if self._asides:
            own = self._without_asides(clause.start, clause.end)
        return " ".join([own, *(self._lower[a:b] for a, b in clause.also)]) if clause.also else own

    def _without_asides(self, start: int, end: int) -> str:
        """The note from `start` to `end` without what was taken out, but with its conditions."""
        out: list[str] = []
        for a, b in self._asides:
            if start < a and b <= end and a not in self._inserted:
                out.append(self._lower[start:a])
                start = b
        return " ".join([*out, self._lower[start:end]])

    def _in_term(self, token: Token) -> bool:
        """Whether a word belongs to a term, so is neither verb nor name."""
        k = bisect_right(self._fixed, (token.start, len(self._note))) - 1
        return k >= 0 and token.start < self._fixed[k][1]

    def _terms_in(self, parts: list[Clause]) -> list[Term]:
        """The terms inside some clauses; these come in order, so old terms are left behind."""
        out: list[Term] = []
        terms = self._terms
        first = min(p.start for p in parts)
        while self._term_at > 0 and terms[self._term_at - 1].start >= first:
            self._term_at -= 1
        while self._term_at < len(terms) and terms[self._term_at].start < first:
            self._term_at += 1
        last = max(end for p in parts for end in (p.end, *(b for _, b in p.also)))
        for t in (
            terms[self._term_at :] if len(terms) < 50 else terms[self._term_at : self._term_at + 50]
        ):
            if t.start >= last:
                break
            k = bisect_right(self._asides, (t.start, len(self._note))) - 1
            aside = k >= 0 and t.start < self._asides[k][1]
            if not aside and any(p.holds(t.start) for p in parts):
                out.append(t)
        return out

    def _pick(self, parts: list[Clause]) -> tuple[Term | None, bool]:
        """The term of a promise and whether it hangs on an event."""
        inside = self._terms_in(parts)
        days = [t for t in inside if t.day is not None and t.kind is TermKind.DAY]
        free = [
            t
            for t in days
            if not re.search(
                r"\b(?:van|sinds|dd|d\.d\.|gedateerd|naar)\s*$",
                self._lower[max(0, t.start - 10) : t.start],
            )
            or _AT_MEETING.search(self._lower[max(0, t.start - 40) : t.start])
        ]
        days = [t for t in free if not _OF_YEAR.match(t.text.lower())] or free
        days = [
            t for t in days if not _NOT_THEN.search(self._lower[max(0, t.start - 16) : t.start])
        ]
        event = any(t.kind is TermKind.EVENT for t in inside) or any(
            _EVENT.search(self._text(p)) or any(p.start < i < p.end for i in self._inserted)
            for p in parts
        )
        if days:
            chosen = days[0]
            if len(days) > 1:
                between = self._lower[chosen.end : days[1].start].strip()
                cued = [
                    t
                    for t in days
                    if re.match(r"uiterlijk|voor |vóór|binnen", t.text.lower())
                    or self._lower[max(0, t.start - 10) : t.start].rstrip().endswith("uiterlijk")
                ]
                of_what = _QUARTER.match(chosen.text) is not None and between == ","
                clock = _CLOCK.match(chosen.text.lower()) is not None
                if clock or of_what or self._replaced(chosen, between):
                    chosen = days[1]
                elif cued:
                    chosen = cued[0]
            return chosen, event
        if any(_THAT_DAY.search(self._text(p)) for p in parts):
            for term in reversed(self._terms[max(0, self._term_at - _NEAR) : self._term_at]):
                if term.kind is TermKind.DAY and term.day is not None:
                    if _BEFORE_IT.match(term.text.lower()) and not any(
                        _BEFORE_THAT_DAY.search(self._text(p)) for p in parts
                    ):
                        term = replace(term, day=term.day + timedelta(days=1))
                    return term, event  # "..., en voor diezelfde datum"
        vague = [
            t for t in inside if t.kind in (TermKind.VAGUE, TermKind.IMPOSSIBLE, TermKind.EVENT)
        ]
        return (vague[0] if vague else None), event

    def _opens_colon(self, clause: Clause) -> bool:
        """Whether what is said comes behind a colon: "De makelaar schrijft: ..."."""
        end = clause.items[-1].end
        return self._lower[end : end + 2].strip() == ":"

    def _replaced(self, first: Term, between: str) -> bool:
        """Whether the second of two days counts: "maandag of dinsdag", "niet de 4e maar de 7e"."""
        if (
            between in _OR_THEN
            or between.startswith("of ")
            or between.endswith(("niet maar", "maar wel"))
        ):
            return True
        denied = self._lower[max(0, first.start - 9) : first.start].split()[-1:] == ["niet"]
        if denied and between.split()[:1] == ["maar"]:
            return True
        return _MENDED.search(between) is not None

    def _dated(self, clause: Clause) -> bool:
        term, event = self._pick([clause])
        return event or (term is not None and term.day is not None)

    def _only_past(self, clause: Clause) -> bool:
        inside = self._terms_in([clause])
        past = any(
            t.kind is TermKind.PAST
            and self._lower[max(0, t.start - 4) : t.start] not in ("van ", "uit ")
            for t in inside
        )
        return past and not any(t.kind is TermKind.DAY for t in inside)

    def _near(self, term: Term) -> bool:
        return term.day is not None and (term.day - self._today).days < 60

    def _since_long(self, term: Term) -> bool:
        """Whether the day of "is per 1 januari verhoogd" must be the one that has been."""
        return term.text.lower().startswith("per ") and not self._near(term)

    @staticmethod
    def _deadline(term: Term) -> bool:
        return _DEADLINE.search(term.text.lower()) is not None

    def _negated(self, clause: Clause) -> bool:
        own = clause.own
        if not own or not any(t.low in NEGATIONS for t in own):
            return False
        text = self._lower[own[0].start : own[-1].end]
        behind = self._lower[own[-1].end : own[-1].end + 11]
        if _BUT_DOES.match(behind) and len(own) < len(clause.items):
            return False  # "levert niet voor juni aan, maar wel voor 1 juli"
        rest = _NEARLY_NEGATION.sub(" ", text)
        if rest == text:
            return True
        return any(w in NEGATIONS for w in re.findall(r"\w+", rest))

    def _hedged(self, parts: list[Clause]) -> bool:
        return any(
            any(t.low in HEDGES and not _of_noun(c, i) for i, t in enumerate(c.items))
            or HEDGED.search(text := self._text(c)) is not None
            or HEDGE_CLAUSE.search(text) is not None
            for c in parts
        )

    def _habit(self, clause: Clause, said: Predicate, *, speech: bool = False) -> bool:
        if any(t.low in HABITS and not _attributive(clause, i) for i, t in enumerate(clause.items)):
            return True
        text = self._text(clause)
        if speech:
            return _FOR_AGES.search(text) is not None
        if _HABITUAL.search(_OF_LAST.sub(" ", text)):
            return True
        if _AS_A_RULE.search(text) and not said.modal and not self._dated(clause):
            return True  # "melkt om zes uur 's ochtends"
        if said.modal in ("zullen", "gaan") or clause.has("voortaan"):
            return False
        return _EVERY.search(text) is not None or any(
            t.kind is TermKind.RECURRING
            and not (t.text.lower().startswith("per ") and self._dated(clause))
            and not any(
                token.start == t.start and _attributive(clause, i)
                for i, token in enumerate(clause.items)
            )
            for t in self._terms_in([clause])
        )


def _is_name(term: Term, names: frozenset[str]) -> bool:
    """Whether a month is somebody at the table: "Zaal: Jan."."""
    return term.text[:1].isupper() and term.text.rstrip(".").lower() in names


def _same_days(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """The terms, where "dezelfde dag" is the day named just before."""
    out: list[Term] = []
    for term in terms:
        before = out[-1] if out else None
        if before and before.kind is TermKind.DAY and "dezelfde dag" in term.text.lower():
            term = replace(term, day=before.day)
        out.append(term)
    return tuple(out)


def _attributive(clause: Clause, i: int) -> bool:
    """Whether "jaarlijks" goes with a noun, as in "het jaarlijks onderhoud"."""
    items = clause.items
    if i + 1 >= len(items) or not items[i].low.endswith(("lijks", "standaard")):
        return False
    before, after = items[i - 1].low if i else "", items[i + 1]
    opens = not i or before in DETERMINERS or before in PREPOSITIONS or not items[i - 1].is_word
    return (
        opens
        and after.is_word
        and i + 1 != clause.finite
        and i - 1 != clause.finite
        and not clause.fixed[i + 1]
        and after.low not in DETERMINERS
        and after.low not in PREPOSITIONS
        and after.low not in NOMINATIVE
    )


def _of_noun(clause: Clause, i: int) -> bool:
    """Whether a word of reserve goes with a noun: "ivm evt gedoe", "bij mogelijk verlies"."""
    items = clause.items
    if not 0 < i < len(items) - 1 or items[i - 1].low not in PREPOSITIONS:
        return False
    return items[i].start - items[i - 1].end <= 1 and not clause.fixed[i + 1]


def _is_fixed(term: Term) -> bool:
    """Whether the words of a term can be left out of the grammar; "zo gauw ..." cannot."""
    if term.kind is TermKind.EVENT:
        return False
    return term.kind is not TermKind.VAGUE or " " in term.text

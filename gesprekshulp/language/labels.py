"""The head of a telegram line: "Actie Jan:", "Steven:", "Advies:", "Noor - ..."."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

from gesprekshulp.language import verb_lists, verbs
from gesprekshulp.language.label_clauses import done_by, was_done
from gesprekshulp.language.lexicon import (
    ACTION_LABELS,
    ADVICE_LABELS,
    BLOCKING_LABELS,
    FILLERS,
    NEUTRAL_LABELS,
    NOMINATIVE,
    SPEECH_NOUNS,
    TOLD_LABELS,
)
from gesprekshulp.language.parties import Owner, Parties, Party
from gesprekshulp.language.roles import DEPARTMENTS
from gesprekshulp.language.text_units import Token
from gesprekshulp.language.verbs import Form, Sort
from gesprekshulp.language.wordlists import words

ARROWS = frozenset(("→", "->", "=>", "-->", ">", "–", "—", "-", "="))
"""What may stand between a name and what is for it."""
_LONGEST = 9


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before the colon: who must act, or that nothing here is promised.

    `action` is True when the line is announced as something to be done.
    """

    party: Party | None
    blocked: bool
    action: bool
    rest: list[Token]
    named: Party | None = None  # somebody in a head that says something else
    agreed: bool = False  # "Afgesproken:"


_TAKES_ON = frozenset(words("doe doen ga gaan regel regelen pak pakken neem nemen op mee te"))
_TO_GET = frozenset(words("ontvangen ontv krijgen verwachten verwacht"))
_AGREED = frozenset(words("aanvaard akkoord goedgekeurd aangenomen overgenomen geaccepteerd"))
_TO_DO = frozenset(
    words(
        "huiswerk bijdrage aandeel deel inbreng lijst lijstje lijstjes werk taak taken beurt "
        "actielijst bordje"
    )
)
_POINTS = frozenset(
    words("punten punt acties actie taken taak klussen huiswerk zaken dingen actiepunten")
)
WE_ALL = frozenset(words("samen sámen gezamenlijk beiden allebei"))
"""Words for both sides in a line without a verb."""
_AROUND_ADVICE = frozenset(words("om te doen het een heel erg nog ook wel is lijkt ons mij me"))
_GIVEN = frozenset(words("beloofd toegezegd belofte toezegging"))
_AGREEMENTS = frozenset(
    words("afgesproken afspraak afspraken afspr toezegging toezeggingen toegezegd beloofd besluit")
)
BARS = frozenset(("-", "–", "—", "|", "/", "→", "=>", "->"))
"""What parts the cells of a line."""


def told_by(following: list[Token], parties: Parties) -> Party | None:
    """Who said the sentence before, when this one begins with "vroeg Hennie" or "zei ik"."""
    if len(following) < 2 or following[0].capital:
        return None
    head = verbs.verb(following[0].low)
    if head is None or head.particle or verbs.speech(head.lemma) not in (Sort.SAY, Sort.ASK):
        return None
    return parties.at(following, 1) if following[0].low not in verb_lists.NOUN_LIKE else None


def signed(items: list[Token], following: list[list[Token]], parties: Parties) -> Label | None:
    """A line with initials behind it: "Folder wordt vrijdag gedrukt - JB", or "... . - JB"."""
    size = len(items)
    while size and items[size - 1].low in (".", ";"):
        size -= 1
    if size > 4 and items[size - 2].low in ("-", "–", "—") and spaced(items, size - 2):
        party = _initials(items[size - 1], parties)
        bars = sum(t.low in BARS for t in items[:size])
        if party is not None and bars == 1:
            return Label(party, False, True, items[: size - 2])
    if following and size > 3:
        bare = [t for t in following[0] if t.low not in (".", "-", "–", "—", "(", ")")]
        if len(bare) == 1 and (party := _initials(bare[0], parties)) is not None:
            return Label(party, False, True, items)
    return None


def _initials(token: Token, parties: Parties) -> Party | None:
    written = token.text.replace(".", "")
    if not 2 <= len(written) <= 4 or sum(c.isupper() for c in written) < 2:
        return None
    return parties.initials(token.low)


def label(items: list[Token], parties: Parties, fixed: Callable[[Token], bool]) -> Label | None:
    """The label of a line; None when it has none."""
    for i, token in enumerate(items[:_LONGEST]):
        if token.low == ":":
            return _read(*_day_behind(items[:i], items[i + 1 :], fixed), parties, fixed)
        if i and token.low in ARROWS and spaced(items, i):
            head = [t for t in items[:i] if t.low not in ACTION_LABELS] or items[:i]
            found = whole(head, parties)
            if found is None and all(t.low in WE_ALL for t in head):
                found = Party(Owner.BOTH, None, len(head), plural=True)
            if found is None and _advises([t.low for t in head]):
                return Label(None, True, False, items[i + 1 :])  # "Tip - meterkast laten keuren"
            if found is None and all(t.low in NEUTRAL_LABELS for t in items[:i]):
                return label(items[i + 1 :], parties, fixed)  # "Taakverdeling -> Ruud: ..."
            return Label(found, False, True, items[i + 1 :]) if found is not None else None
        if token.low in (",", "."):
            break
    return None


def spaced(items: list[Token], i: int) -> bool:
    """Whether a dash stands apart, or an arrow anywhere."""
    return (
        i + 1 < len(items)
        and items[i].start > items[i - 1].end
        and items[i + 1].start > items[i].end
    ) or items[i].low in ("→", "->", "=>")


def _read(
    head: list[Token], rest: list[Token], parties: Parties, fixed: Callable[[Token], bool]
) -> Label | None:
    if not head:
        return Label(None, False, False, rest)
    if len(head) > 3 and head[-1].low == ")" and (opens := _opening(head)):
        head = head[:opens]  # "notaris (toegezegd):"
    lows = [t.low for t in head]
    if _answered(lows, rest, parties, fixed):
        return Label(None, False, False, rest)
    asked = lows[0] in ("gevraagd", "vraag") and "of" in lows
    if asked:
        return None  # "Gevraagd of Jan kan meten: ja, doet hij"
    agreed = any(low in _AGREED for low in lows) and any(
        low in ("is", "zijn", "wordt") for low in lows
    )
    if agreed and any(low in BLOCKING_LABELS for low in lows):
        return Label(None, False, False, rest)  # "Mijn voorstel is aanvaard: ik ..."
    if any(low in BLOCKING_LABELS for low in lows) or _advises(lows):
        party = None
        for word in ("aan", "voor", "klant"):
            if word in lows and lows.index(word) + 1 < len(head):
                party = parties.at(head, lows.index(word) + 1)
        return Label(party, True, False, rest)
    if (announced := _announced(head, rest, parties)) is not None:
        return announced
    takes_on = head[0].low in _TAKES_ON and lows[1:2] in (["ik"], ["wij"], ["we"])
    if takes_on and all(low in FILLERS or low in _TAKES_ON for low in lows[2:]):
        return Label(replace(parties.voice.me, end=1), False, True, rest)  # "doe ik nog:"
    if "voor" in lows[1:-1] and (task := _listed_for(head, lows.index("voor"), parties)):
        return Label(task, False, True, rest)
    if "van" in lows[1:-1] and any(low in _TO_GET for low in lows):
        giver = parties.at(head, lows.index("van") + 1)
        if giver is not None and giver.end == len(head):
            return Label(giver, False, True, rest)  # "Nog te ontv. van cl.: loonstaten"
    if any(_finite(t) for t in head) or _first_person(head):
        return None
    if any(a == "te" and verbs.verb(b) is not None and b != "doen" for a, b in pairwise(lows)):
        return None  # "Nog uit te zoeken door Els: ..."
    action = any(low in ACTION_LABELS for low in lows)
    action = action or lows[:2] in (["to", "do"], ["te", "doen"])
    if lows[:2] == ["samen", "met"] and len(head) > 2:
        other = whole(head[2:], parties)
        if other is not None and other.owner is not parties.voice.me.owner:
            return Label(Party(Owner.BOTH, None, len(head), plural=True), False, True, rest)
    core = [
        t
        for t in head
        if t.low not in NEUTRAL_LABELS
        and t.low not in ACTION_LABELS
        and t.low not in ("-", "•", "*", "(", ")", "te")
    ]
    promised = any(low in SPEECH_NOUNS for low in lows)
    if promised and core and core[0].low in ("mijn", "onze", "uw", "jullie"):
        voice = parties.voice.me if core[0].low in ("mijn", "onze") else parties.voice.you
        return Label(replace(voice, end=1), False, True, rest)
    side = parties.possessor(core[1].low) if len(core) > 2 and core[0].low == "van" else None
    if side is not None and core[2].low in ("kant", "zijde") and len(core) == 3:
        me = parties.voice.me  # "Van mijn kant beloofd:"
        return Label(
            replace(me, end=1) if side is me.owner else Party(side, None, 1), False, True, rest
        )
    told = whole(core[1:], parties) if core and core[0].low == "aan" else None
    if told is not None and any(low in _GIVEN for low in lows):
        voice = parties.voice  # "Beloofd aan Els:"
        giver = voice.me if told.owner is not voice.me.owner else voice.you
        return Label(replace(giver, end=1), False, True, rest)
    while core and core[0].low in ("van", "aan", "door", "te", "bij", "vanuit"):
        core, action = core[1:], action or promised or "doen" in lows
    if not core:
        agreed = any(low in _AGREEMENTS for low in lows)
        return Label(None, False, action and "acties" not in lows, rest, agreed=agreed)
    while len(core) > 1 and core[-1].low in WE_ALL:
        core = core[:-1]  # "klant + adviseur samen:"
    party = whole(core, parties)
    if party is None and all(t.low in WE_ALL for t in core):
        party = Party(Owner.BOTH, None, len(core), plural=True)  # "Samen: keuze maken"
    if party is None and core[0].low == "op":
        core = core[1:]
    owned = party is None and 1 < len(core) <= 6 and core[1].low in _TO_DO
    if owned and core[0].low in ("mijn", "onze", "ons"):
        return Label(replace(parties.voice.me, end=1), False, True, rest)  # "Mijn huiswerk:"
    if owned and core[0].low in ("uw", "jouw", "jullie"):
        return Label(replace(parties.voice.you, end=1), False, True, rest)
    said = any(t.low in NOMINATIVE or t.low in ("dat", "dit") or not t.is_word for t in core)
    if party is None and action and len(core) <= 3 and not said:
        party = Party(Owner.THIRD, " ".join(t.text for t in core))
    named = next((p for i in range(len(core)) if (p := parties.at(core, i))), None)
    return Label(party, False, action, rest, named if party is None else None)


def _listed_for(head: list[Token], voor: int, parties: Parties) -> Party | None:
    """ "Twee punten voor mij:", "Huiswerk voor Els:": for whom the points are that follow."""
    points = head[:voor]
    if points[-1].low not in _POINTS or len(points) > 3:
        return None
    if any(t.low in BLOCKING_LABELS or verbs.verb(t.low) for t in points[:-1]):
        return None
    party = parties.at(head, voor + 1)
    if party is None or party.end != len(head):
        return None
    mine = party.pronoun and head[voor + 1].low in ("mij", "ons")
    return replace(party, pronoun=False) if mine or not party.pronoun else None


def _announced(head: list[Token], rest: list[Token], parties: Parties) -> Label | None:
    """ "Wat ik nog ga doen:", "Wordt door ons opgepakt:"; nothing is promised where it is done."""
    if was_done(head):
        return Label(None, True, False, rest)
    party = done_by(head, parties)
    return Label(replace(party, pronoun=False), False, True, rest) if party is not None else None


def _advises(lows: list[str]) -> bool:
    """Whether a head says no more than that something is wise: "Aan te raden", "Slim"."""
    if lows[:2] == ["aan", "te"] and lows[2:3] in (["raden"], ["bevelen"]):
        return True
    told = [low for low in lows if low not in _AROUND_ADVICE]
    return bool(told) and all(low in ADVICE_LABELS for low in told)


def _answered(
    lows: list[str], rest: list[Token], parties: Parties, fixed: Callable[[Token], bool]
) -> bool:
    """Whether a label that binds nobody names a matter, and what follows says who sees to it."""
    if any(t.low == "?" for t in rest) or not rest:
        return False
    me = [t.low in ("ik", "wij", "we") for t in rest]
    if any(low in TOLD_LABELS for low in lows):
        if any(me):
            return True  # "Klacht over het dak: wij smeren de lagers"
        verb = verbs.verb(rest[1].low) if len(rest) > 1 else None
        acts = verb is not None and bool(verb.form & Form.THIRD) and parties.named(rest, 0)
        return acts and any(fixed(t) for t in rest)  # "Stand van zaken: Els levert maandag"
    verb = verbs.verb(rest[0].low)
    acts = verb is not None and bool(verb.form & (Form.STEM | Form.PLURAL))
    matter = len(lows) > 1 or lows[0] in ("vraag", "verzoek", "klacht")
    return acts and matter and any(me[1:2])  # "Verzoek om uitstel: zal ik nakijken"


def _day_behind(
    head: list[Token], rest: list[Token], fixed: Callable[[Token], bool]
) -> tuple[list[Token], list[Token]]:
    """ "Bob (vr): concept sturen": the day between brackets is that of what follows."""
    opens = _opening(head) if head and head[-1].low == ")" else 0
    inner = head[opens + 1 : -1]
    dated = opens > 0 and bool(inner) and all(fixed(t) for t in inner)
    return (head[:opens], [*inner, *rest]) if dated else (head, rest)


def _opening(head: list[Token]) -> int:
    return next((i for i in range(len(head) - 1, 0, -1) if head[i].low == "("), 0)


def _first_person(head: list[Token]) -> bool:
    """Whether a head is a clause of its own: "Ik spreek het welkom in: half februari"."""
    for i, token in enumerate(head[:-1]):
        near = [verbs.verb(t.low) for t in (*head[i + 1 : i + 2], *head[max(0, i - 1) : i])]
        if token.low == "ik" and any(v is not None and v.form & Form.STEM for v in near):
            return True
    return False


def _finite(token: Token) -> bool:
    found = verbs.verb(token.low)
    if found is None or token.low in verb_lists.NOUN_LIKE or token.capital:
        return False
    return bool(found.form & (Form.PAST | Form.THIRD)) and verbs.sort(found.lemma) is not Sort.MODAL


def whole(core: list[Token], parties: Parties) -> Party | None:
    """The party that a label consists of, with nothing left over."""
    while core and core[0].low in ("-", "•", "*"):
        core = core[1:]
    if not core or len(core) > 7:
        return None
    found = parties.at(core, 0)
    if found is not None and found.end >= len(core) and not found.pronoun:
        return found
    if (
        found is not None
        and not found.pronoun
        and found.person == core[0].low
        and found.owner is Owner.THIRD
        and len(core) - found.end <= 2
        and all(t.is_word and verbs.verb(t.low) is None for t in core[found.end :])
    ):
        return found  # "Leverancier netten:"
    alone = (
        "ik",
        "wij",
        "hij",
        "zij",
        "jullie",
        "u",
        "jij",
        "we",
        "ons",
        "mij",
    )  # "Zij: cijfers, do"
    if found is not None and found.pronoun and len(core) == 1 and core[0].low in alone:
        return replace(found, pronoun=False)
    if len(core) == 1 and core[0].low in DEPARTMENTS:
        return Party(Owner.CLIENT, None, 1)
    if len(core) == 1:
        return (
            parties.initials(core[0].low)
            if core[0].text.isupper() or core[0].text[:1].isupper()
            else None
        )
    return None

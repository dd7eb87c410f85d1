"""Who gives, where the sentence says who gets: "u ontvangt van ons", "Els heeft het vrijdag"."""

from gesprekshulp.language.clause import Clause, Kind
from gesprekshulp.language.parties import Owner, Party
from gesprekshulp.language.predicates import Predicate
from gesprekshulp.language.promise_notes import PromiseNotes
from gesprekshulp.language.roles import EXTERNAL_ROLES
from gesprekshulp.language.subjects import Subject, after_word
from gesprekshulp.language.verbs import Sort

ARRIVED = (
    "binnen", "huis", "bus", "retour", "mail", "mailbox", "inbox", "bezit", "post", "bureau",
    "tafel", "mat", "deurmat", "balie", "brievenbus", "rekening",
)  # fmt: skip
_RECEIVED = (
    "hem", "haar", "hen", "werknemer", "werknemers", "medewerker", "medewerkers", "kandidaat",
    "kandidaten", "sollicitanten", "bezoekers", "gasten", "delegatie", "leerlingen", "ouders",
    "patiënt", "cliënt", "bewoners", "broers", "zussen", "erfgenamen", "aandeelhouders", "leden",
    "spreekuur",
)  # fmt: skip


class Receiving(PromiseNotes):
    """Finds the giver of what somebody gets."""

    def _giver(
        self, clause: Clause, said: Predicate, party: Party | None, receiver: set[int]
    ) -> Subject | None:
        """Who gives, where the subject gets: "u ontvangt van ons", "u hoort vrijdag"."""
        voice = self._parties.voice
        if said.sort is Sort.RECEIVE and (parted := self._parted(clause, receiver)) is not None:
            _, giver = parted
            if not said.past and not said.perfect and said.modal in ("", "zullen", "gaan"):
                return giver
        expects = (
            said.sort is not Sort.RECEIVE
            and (said.name in ("verwachten", "tegemoetzien") or self._counts_on_us(clause, said))
            and said.modal in ("mogen", "kunnen")
        )
        has = (
            said.lemma in ("hebben", "vinden")
            and not (said.lemma == "vinden" and not clause.has(*ARRIVED))
            and not said.perfect
            and not said.ready
            and party is not None
            and party.owner is voice.you.owner
            and (party.pronoun or clause.has(*ARRIVED) or self._from_us(clause))
            and (self._dated(clause) or (self._condition == "event" and self._time_asked()))
        )
        if (
            said.lemma == "hebben"
            and not said.perfect
            and party is not None
            and party.owner is voice.me.owner
            and clause.has(*ARRIVED)
            and self._dated(clause)
        ):
            source = after_word(clause, self._parties, ("van", "vanuit"))
            if source is not None and source[0].owner is not party.owner:
                return Subject(source[0], source[1] | receiver)  # "heb ik van hem binnen"
        if (
            not (said.sort is Sort.RECEIVE or expects or has)
            or party is None
            or said.past
            or said.perfect
        ):
            return None
        if said.modal and said.modal not in ("zullen", "gaan", "mogen", "kunnen"):
            return None
        if said.lemma == "ontvangen" and receives_somebody(clause):
            return None  # to receive somebody is to act
        if party.owner is voice.me.owner and clause.has("graag"):
            return None
        giver = after_word(clause, self._parties, ("van", "vanuit", "via"))
        if giver is not None and giver[0].owner is not party.owner:
            return Subject(giver[0], giver[1] | receiver)
        if said.lemma == "hebben" and not party.pronoun and not _has_it(clause):
            return None
        mine = (party.owner is Owner.CLIENT and voice is self._parties.writer) or (
            party.pronoun and party.owner is voice.you.owner
        )
        named = (party.pronoun and party.owner is voice.you.owner) or said.lemma in (
            "ontvangen",
            "horen",
            "vernemen",
        )
        if said.lemma == "krijgen" and not named and mine and giver is None:
            return Subject(voice.me, receiver) if self._hands_over(clause) else None
        dated = self._dated(clause) or clause.has("nog", "zsm", "spoedig", "snel", "binnenkort")
        dated = dated or self._condition == "event"  # "..., dan hoor je ja of nee"
        if giver is None and mine and (named or has or expects) and dated:
            return Subject(voice.me, receiver)
        return None

    def _parted(self, clause: Clause, receiver: set[int]) -> tuple[Party, Subject] | None:
        """ "Vrijdag krijgt de maatschap van ons een prognose": who gets it, and from whom."""
        items = clause.items
        first = clause.finite + 1
        if (
            clause.kind is not Kind.MAIN
            or first >= len(items)
            or items[first].start not in receiver
        ):
            return None
        cut = next((i for i in range(first + 1, len(items)) if items[i].low == "van"), len(items))
        if cut >= len(items) or items[cut].start not in receiver:
            return None
        gets = self._parties.at(items[:cut], first)
        gives = self._parties.at(items, cut + 1)
        if gets is None or gives is None or gets.pronoun or gets.end != cut:
            return None
        if gets.owner is gives.owner or (gives.owner is Owner.CLIENT and not gives.pronoun):
            return None  # "de dochter van Els"
        if gives.owner is Owner.THIRD and gets.owner is not Owner.CLIENT:
            return None
        return gets, Subject(gives, {t.start for t in items[first : gives.end]})

    @staticmethod
    def _counts_on_us(clause: Clause, said: Predicate) -> bool:
        """ "Els kan vrijdag op ons rapport rekenen"."""
        return said.name == "rekenen" and clause.has("op") and clause.has("ons", "onze", "mijn")

    def _from_us(self, clause: Clause) -> bool:
        """ "Begin mei heeft Els het rapport van ons", "heeft van ons vrijdag het rapport"."""
        source = after_word(clause, self._parties, ("van",))
        if source is None or source[0].owner is not self._parties.voice.me.owner:
            return False
        first = next(i for i, t in enumerate(clause.items) if t.start in source[1])
        before = clause.items[first - 1].low if first else ""
        opens = first == clause.finite + 1 or self._parties.at(clause.items, first - 1) is not None
        return clause.items[-1].start in source[1] or opens or clause.fixed[first - 1] or not before

    def _hands_over(self, clause: Clause) -> bool:
        """ "Dirk krijgt morgen de factuur": what a client gets soon, and is not already theirs."""
        term, _ = self._pick([clause])
        after = clause.items[clause.finite + 1 :]
        thing = any(t.low in ("de", "het", "een") for t in after)
        own = any(t.low in ("zijn", "haar", "hun", "geen", "nieuwe") for t in after)
        soon = term is not None and term.day is not None and (term.day - self._today).days <= 31
        return soon and thing and not own


def _has_it(clause: Clause) -> bool:
    """ "Vrijdag heeft Els hem in haar mailbox": what was spoken of, where it is delivered."""
    items = clause.items
    placed = any(
        t.low in ARRIVED and items[i - 1].low in ("haar", "zijn", "hun", "de")
        for i, t in enumerate(items)
        if i > 1
    )
    return placed and clause.has("hem", "het", "die", "ze", "'t")


def receives_somebody(clause: Clause) -> bool:
    """Whether "ontvangen" is done to people, so that it is an act: "ontvangt de kandidaten"."""
    return clause.has(*_RECEIVED) or any(
        t.low in EXTERNAL_ROLES and t.low.endswith(("eur", "or", "aar", "ler"))
        for t in clause.items[clause.finite + 1 :]
    )

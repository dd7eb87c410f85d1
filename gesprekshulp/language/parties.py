"""Who acts: the people at the table, their departments, and everybody else."""

from dataclasses import replace

from gesprekshulp.language import noun_signs, verbs
from gesprekshulp.language.employment import EXTERNAL_HEADS, EXTERNAL_ONLY, employed_as
from gesprekshulp.language.known_names import KnownNames
from gesprekshulp.language.lexicon import (
    DETERMINERS,
    FILLERS,
    POSSESSIVES,
    TOGETHER,
)
from gesprekshulp.language.party import (
    Owner,
    Party,
    Table,
    Voice,
    agentive,
    full_role,
    head_role,
    near_role,
    together,
)
from gesprekshulp.language.roles import (
    AGENT_ENDINGS,
    CIVIC_ROLES,
    CLIENT_NOUNS,
    DEPARTMENTS,
    EXTERNAL_ROLES,
    INANIMATE,
    INTERNAL_ROLES,
    OUR_NOUNS,
    TITLES,
)
from gesprekshulp.language.text_units import Token
from gesprekshulp.language.verbs import Form
from gesprekshulp.language.wordlists import words

__all__ = ["Owner", "Parties", "Party", "Table", "Voice"]


_ABBREVIATED_OF = frozenset(("van", "vd", "v.d.", "bij", "vh", "v"))
_STAFF = ("medewerker", "medewerkers", "medewerkster", "teamleider", "coördinator", "secretaresse")
_OUTSIDE = (
    "gemeente",
    "waterschap",
    "provincie",
    "bank",
    "rabobank",
    "kadaster",
    "uwv",
    "belasting",
)
_BOARDS = (["van", "toezicht"], ["van", "bestuur"], ["van", "commissarissen"])
_GROUPS = frozenset(words("afdeling afd team hr p&o ict it administratie inkoop receptie staf"))
_ALONE = frozenset(("mw", "mevr", "mevrouw", "meneer", "mijnheer", "dhr", "mvr"))


def _singular_beside(items: list[Token], i: int) -> bool:
    """Whether the verb beside a pronoun is in the singular."""
    beside = [verbs.verb(t.low) for t in (*items[max(0, i - 1) : i], *items[i + 1 : i + 2])]
    return any(v is not None and v.form & Form.THIRD and not v.form & Form.PLURAL for v in beside)


class Parties(KnownNames):
    """Reads who is meant, for one table."""

    # -- nouns -------------------------------------------------------------------------------

    def at(self, items: list[Token], i: int) -> Party | None:
        """The party whose name starts at token `i`, with what is coordinated with it."""
        party = self._single(items, i)
        if party is None:
            return None
        while (
            party.end + 1 < len(items)
            and items[party.end].low in ("en", "&", "plus", "+")
            and (other := self._single(items, party.end + 1)) is not None
        ):
            if party.pronoun and party.owner is Owner.THIRD and other.pronoun:
                party = self._at_table(items[i].low, party)  # "Zij en ik"
            party = together(party, other)
        return party

    def _at_table(self, pronoun: str, party: Party) -> Party:
        """Whom "zij" means beside "ik": somebody at the table rather than an outsider."""
        known = self._referents.at_table(pronoun)
        return replace(known, end=party.end) if known is not None else party

    def _single(self, items: list[Token], i: int) -> Party | None:
        if i >= len(items):
            return None
        token = items[i]
        low = token.low
        if not token.is_word:
            return None
        pronoun = self._pronoun(items, i)
        if pronoun is not None:
            return pronoun
        if low in TITLES or low == "de":
            titled = self._titled(items, i)
            if titled is not None:
                return titled
        if low in _ALONE and items[i + 1 : i + 2]:
            return replace(self.writer.you, end=i + 1)
        possessor = self._possessor(items, i)
        if possessor is not None:
            return possessor
        named = self._name(items, i)
        if named is not None:
            return self._with_department(items, named)
        return self._noun(items, i)

    def _pronoun(self, items: list[Token], i: int) -> Party | None:
        low = items[i].low
        if low in ("ik", "'k", "mij", "me", "ikzelf"):
            return replace(self.voice.me, end=i + 1, pronoun=True)
        if low in ("wij", "we"):
            return Party(self.voice.me.owner, None, i + 1, plural=True, pronoun=True)
        if low == "ons" and not self._noun_follows(items, i):
            return Party(self.voice.me.owner, None, i + 1, plural=True, pronoun=True)
        if low in ("u", "jij", "jullie", "jou", "je", "ge", "gij"):
            if low in ("je", "jullie") and self._noun_follows(items, i):
                return None
            return replace(self.voice.you, end=i + 1, pronoun=True, plural=low == "jullie")
        if low in ("hij", "zij", "ze", "ie", "hem", "hen"):
            one = _singular_beside(items, i)
            return replace(self._referents.meant(low, singular=one), end=i + 1, pronoun=True)
        return None

    def latest(self) -> Party:
        """Whom "die" points at: the last one in the clause before, rather than its subject."""
        for i in range(len(self.heard) - 1, max(-1, len(self.heard) - 12), -1):
            found = self._single(self.heard, i)
            if found is not None and not found.pronoun and found.owner is not Owner.BOTH:
                return found
        return self.last

    def her(self, items: list[Token], i: int) -> Party | None:
        """Whom "haar" or "hun" means where no noun follows: "door haar afgegeven"."""
        if items[i].low not in ("haar", "hun"):
            return None
        following = items[i + 1 : i + 2]
        alone = not following or not following[0].is_word or noun_signs.closes(following[0])
        return (
            replace(self._referents.meant(items[i].low), end=i + 1, pronoun=True) if alone else None
        )

    def _noun_follows(self, items: list[Token], i: int) -> bool:
        return i + 1 < len(items) and self._noun(items, i) is not None

    def _possessor(self, items: list[Token], i: int) -> Party | None:
        """ "Rachid's inkoper", "Elly's dochter"."""
        low = items[i].low
        for ending in ("'s", "’s", "s", "'", "’"):
            bare = low.removesuffix(ending)
            if bare != low and bare in self._first and i + 1 < len(items):
                noun = items[i + 1].low
                owner = self._first[bare].owner
                if noun in ("kant", "zijde"):
                    return replace(self._first[bare], end=i + 2)  # "van Els' kant"
                return employed_as(noun, owner, i + 2)
        return None

    def _with_department(self, items: list[Token], party: Party) -> Party:
        """ "Lotte haar boekhouder" is not Lotte; "Jan van de administratie" stays Jan."""
        j = party.end
        if j + 1 < len(items) and items[j].low in ("haar", "zijn", "z'n", "d'r", "hun"):
            owned = employed_as(items[j + 1].low, party.owner, j + 2)
            if owned is not None and items[j + 1].low != "man":
                return owned
        return party

    def _noun(self, items: list[Token], i: int) -> Party | None:
        start, low = i, items[i].low
        possessor = self.possessor(low)
        determined = low in DETERMINERS
        if determined:
            i += 1
        steps = 0
        while i < len(items) and steps < 3 and noun_signs.adjective(items, i):
            i, steps = i + 1, steps + 1
        if i >= len(items) or not items[i].is_word:
            return None
        noun = head_role(full_role(items[i].low) if items[i].shortened else items[i].low)
        if noun.endswith(_STAFF) and items[i].low.startswith(_OUTSIDE):
            noun = items[i].low
        many = items[i].low.endswith((f"{noun}s", f"{noun}en", f"{noun}'s"))
        if many and not determined:
            noun = items[i].low  # "pensioenfondsen indexeren": of all there are
        each = ("beide", "alle", "elke", "iedere", "elk")
        if noun == "partijen" or (noun == "partij" and items[start].low in each):
            return Party(Owner.BOTH, None, i + 1, plural=True)
        if noun in ("ieder", "iedereen", "allebei", "beiden") and not determined:
            return Party(Owner.BOTH, None, i + 1) if noun != "iedereen" else None
        if noun in ("collega", "collega's") and i + 1 < len(items):
            named = self._name(items, i + 1)
            if named is not None:
                return named
            if items[i + 1].capital and (not determined or possessor is Owner.ADVISER):
                return Party(Owner.ADVISER, items[i + 1].text, i + 2)  # "collega Hatice"
        sent = start > 0 and items[start - 1].low in ("van", "vanuit")
        if possessor is not None and sent and noun in ("kant", "zijde", "hand"):
            return Party(possessor, None, i + 1)  # "van mijn kant"
        if possessor is not None:
            party = employed_as(noun, possessor, i + 1)
            if party is not None and any(t.low == "eigen" for t in items[start + 1 : i]):
                party = Party(possessor, None, i + 1)  # "hun eigen chauffeur"
            if party is None and items[i].capital and i > start:
                return None
            if party is not None and party.owner is not Owner.THIRD and i + 1 < len(items):
                named = self._name(items, i + 1)
                if named is not None:
                    return named
            return self._extended(items, party, own=True) if party else None
        party: Party | None = None
        if noun in DEPARTMENTS and not determined and self._before_act(items, start, i):
            return Party(self.writer.you.owner, None, i + 1)
        if noun == "raad" and [t.low for t in items[i + 1 : i + 3]] in _BOARDS:
            return Party(Owner.CLIENT, None, i + 3)  # "de raad van toezicht"
        if self._civic and noun in CIVIC_ROLES and items[start].low in ("de", "het"):
            return Party(Owner.CLIENT, None, i + 1)
        if noun in self._houses and items[start].low in ("de", "het"):
            return replace(self._houses[noun], end=i + 1)
        if noun in CLIENT_NOUNS and noun_signs.goes_by_its_aim(items, i):
            return Party(Owner.THIRD, " ".join(t.text for t in items[i : i + 3]), i + 3)
        if noun in CLIENT_NOUNS:
            party = Party(Owner.CLIENT, None, i + 1)
        elif noun in OUR_NOUNS:
            party = Party(Owner.ADVISER, None, i + 1)
        elif noun in EXTERNAL_ROLES or (
            noun.endswith(EXTERNAL_HEADS) and noun not in INTERNAL_ROLES
        ):
            party = Party(Owner.THIRD, noun, i + 1)
        elif noun.endswith(_STAFF) and noun.startswith(_OUTSIDE):
            party = Party(Owner.THIRD, noun, i + 1)  # "de waterschapsmedewerker"
        elif noun in INTERNAL_ROLES or noun.endswith(_STAFF):
            party = Party(
                self.voice.you.owner if self.voice is self.writer else self.voice.me.owner,
                None,
                i + 1,
            )
        elif near_role(noun):
            party = Party(Owner.CLIENT, None, i + 1)
        elif noun_signs.qualifies(items, i):
            pass  # "een hoger rendement": a comparative
        elif (determined and agentive(noun)) or (
            not determined
            and agentive(noun)
            and len(noun) > 6
            and not noun.endswith("er")
            and verbs.verb(noun) is None
        ):
            party = Party(Owner.THIRD, items[i].text, i + 1)
        if party is not None and party.person in (items[i].text, noun) and i + 1 < len(items):
            named = self._name(items, i + 1)
            if named is not None:
                return named  # "pluimveehouder Wolbert", at the table
        if party is None and not determined and noun_signs.opens_clause(items, start, i):
            party = Party(Owner.THIRD, items[i].text, i + 1)  # "(Beëdigd) vertaler levert ..."
        if (
            party is None
            and not determined
            and len(noun) > 5
            and noun not in TOGETHER
            and noun not in FILLERS
            and noun.endswith((*AGENT_ENDINGS, "man", "vrouw"))
            and noun not in INANIMATE
            and i + 1 < len(items)
            and items[i + 1].capital
            and verbs.verb(noun) is None
        ):
            party = self._name(items, i + 1)  # "opzichter Maduro", at the table or not
            end = i + 2
            while end < len(items) and end < i + 4 and items[end].capital and items[end].is_word:
                end += 1
            called = " ".join(t.text for t in items[i:end])
            party = party or Party(Owner.THIRD, called, end)
        if party is not None and i + 1 < len(items) and items[i + 1].low in ("aldaar", "daar"):
            last = self.last if self.last.owner is Owner.THIRD else Party(Owner.THIRD, noun)
            return replace(last, end=i + 2)  # "minder over de bank. De accountmanager aldaar"
        acronym = items[i].text.isupper() and len(noun) <= 4
        named = items[i].capital and i > 0 and not acronym
        if party is None and named and not determined and steps == 0:
            end = i
            while end < len(items) and items[end].capital and items[end].is_word:
                end += 1
            party = Party(Owner.THIRD, " ".join(t.text for t in items[i:end]), end)
        return self._extended(items, party) if party else None

    def _before_act(self, items: list[Token], start: int, i: int) -> bool:
        """Whether a word opens a clause, right before a verb of doing: "Verkoop belt ..."."""
        if i > start or (start and items[start - 1].low not in (",", "en", "maar", ":")):
            return False
        verb = verbs.verb(items[i + 1].low) if i + 1 < len(items) else None
        if verb is None or not verb.form & Form.THIRD or verb.form & Form.STEM:
            return False
        if i + 2 < len(items) and (self._pronoun(items, i + 2) or self._name(items, i + 2)):
            return False  # "Facturatie pakt Twan op"
        return verbs.sort(verb.lemma, verb.particle) is verbs.Sort.ACT

    def _extended(self, items: list[Token], party: Party, *, own: bool = False) -> Party:
        """A noun with what belongs to it: "afdeling Inkoop vd klant"."""
        j = party.end
        while j < len(items) and items[j].capital and items[j].is_word and j - party.end < 3:
            named = self._name(items, j)
            if named is not None:
                # "afdeling HR bij Cor" is read below; "klant Jansen" is the person
                return replace(named, owner=named.owner)
            j += 1
        head = items[party.end - 1].low
        department = items[party.end].low in _GROUPS | DEPARTMENTS if j > party.end else False
        stranger = j > party.end and not own and party.person is None and not department
        if (
            stranger
            and (head in INTERNAL_ROLES - CLIENT_NOUNS - _GROUPS or head.endswith(_STAFF))
            and not head.endswith("afdeling")
        ):
            if j + 1 < len(items) and items[j].low in _ABBREVIATED_OF:
                house = self._single(items, j + 1)
                known = house is not None and house.owner is not Owner.THIRD and not house.pronoun
                if house is not None and known:
                    return Party(house.owner, None, house.end)  # "teamleider Wim van De Egel"
            return Party(Owner.THIRD, items[party.end].text, j)  # "trainer Wim", not at the table
        beside = j < len(items) and j == party.end and head in INTERNAL_ROLES and not own
        if beside and items[j].low in ("klant", "kl", "cl", "cliënt", "opdrachtgever"):
            return Party(Owner.CLIENT, None, j + 1)  # "Technische dienst klant"
        if (
            j < len(items)
            and j == party.end
            and items[j].low in EXTERNAL_ROLES
            and head in INTERNAL_ROLES
        ):
            return Party(Owner.THIRD, items[j].low, j + 1)
        if j + 1 < len(items) and items[j].low in _ABBREVIATED_OF:
            other = self._single(items, j + 1)
            pronoun = other is not None and other.pronoun and not own
            if other is not None and other.pronoun and noun_signs.comes_by(items, other.end):
                return replace(party, end=j)  # "met de installateur bij u langs"
            if other is not None and pronoun and items[j + 1].low in ("ons", "jullie", "u"):
                return Party(other.owner, None, noun_signs.at_office(items, other.end))
            if other is not None and not other.pronoun:
                owner = party.owner
                if (
                    not own
                    and head not in EXTERNAL_ONLY
                    and not (
                        head in EXTERNAL_ROLES
                        and party.owner is Owner.THIRD
                        and head not in INTERNAL_ROLES
                    )
                ):
                    owner = other.owner
                return Party(owner, party.person if owner is party.owner else None, other.end)
            k = j + 1
            while (
                k < len(items)
                and k - j < 5
                and (
                    items[k].low in DETERMINERS
                    or (items[k].low not in _STOPPERS and items[k].is_word and k == j + 1)
                    or (items[k - 1].low in DETERMINERS)
                )
            ):
                k += 1
            place = j + 1 + (items[j + 1].low in DETERMINERS)
            house = place < len(items) and items[place].text.isupper() and items[place].is_word
            if house and head in _OFFICIALS and not own and len(items[place].text) > 1:
                # "de adviseur van de RABO"
                return Party(Owner.THIRD, f"{head} {items[place].text}", place + 1)
            if k > j + 1 and items[j].low != "bij":
                return replace(party, end=k)
        return replace(party, end=j)


_OFFICIALS = OUR_NOUNS | frozenset(words("bestuurder voorzitter woordvoerder onderhandelaar"))
_STOPPERS = POSSESSIVES

"""The people at the table by name, initials and title, and who was named last."""

import unicodedata
from dataclasses import replace

from gesprekshulp.language import verbs
from gesprekshulp.language.party import (
    Owner,
    Party,
    Table,
    Voice,
    near,
)
from gesprekshulp.language.referents import Referents
from gesprekshulp.language.roles import (
    CIVIC_ROLES,
    CLIENT_NOUNS,
    EXTERNAL_ROLES,
    INTERNAL_ROLES,
    OUR_NOUNS,
    TITLES,
    TUSSENVOEGSELS,
)
from gesprekshulp.language.text_units import Token
from gesprekshulp.language.verbs import Form

_FIRST_NAMES = frozenset(("ben", "al"))  # that also stand inside a name: "Ben Zijp", "Ben Salah"
_BEHIND_VERB = frozenset(("ik", "'k", "je", "jij", "mij", "me", "u", "wij", "we"))


def _plain(low: str) -> str:
    """A name as it is looked up: without accents ("José", "Jose"), and "van" for "v. Loon"."""
    if low == "v":
        return "van"
    if low.isascii():
        return low
    return "".join(c for c in unicodedata.normalize("NFD", low) if not unicodedata.combining(c))


class KnownNames:
    """Knows the names of one table."""

    def __init__(self, table: Table) -> None:
        self._names: dict[str, list[tuple[tuple[str, ...], Party]]] = {}
        self._surnames: dict[str, Party] = {}
        self._initials: dict[str, Party] = {}
        self._first: dict[str, Party] = {}
        self._houses: dict[str, Party] = {}  # by their kind
        people = [(Owner.ADVISER, n) for n in table.advisers] + [
            (Owner.CLIENT, n) for n in (*table.clients, *table.away)
        ]
        for owner, name in people:
            self._learn(owner, name)
        me = table.advisers[0] if table.advisers else None
        you = table.clients[0] if len(table.clients) == 1 else None
        self.writer = Voice(Party(Owner.ADVISER, me), Party(Owner.CLIENT, you))
        self.voice = self.writer
        self._referents = Referents(self.writer.you)
        self._civic = False  # the client governs a municipality
        self.heard: list[Token] = []  # the clause before

    @property
    def last(self) -> Party:
        """Who was named last."""
        return self._referents.last

    @last.setter
    def last(self, party: Party) -> None:
        self._referents.name(party)

    def tells_of(self, party: Party) -> None:
        """Remembers the subject of a main clause, before whom an organisation stands back."""
        if not party.pronoun:
            self._referents.subject = party

    def _learn(self, owner: Owner, name: str) -> None:
        words = tuple(_plain(w.lower()) for w in name.split())
        bare = words
        while len(bare) > 1 and (bare[0].rstrip(".") in TITLES or bare[:2] == ("de", "heer")):
            bare = bare[1:]  # "De heer Lindeboom", "Mr. Van Haersolte"
        titled = bare is not words
        words = bare
        if not words:
            return
        party = Party(owner, name)
        rest = words[1:]
        if (
            len(words) > 1
            and words[0] in EXTERNAL_ROLES | CLIENT_NOUNS | OUR_NOUNS | INTERNAL_ROLES
        ):
            self._houses[words[0]] = party  # "Bouwbedrijf Terwisscha": "het bouwbedrijf"
        article = words[0] in TUSSENVOEGSELS - _FIRST_NAMES or words[0] in ("het", "een")
        opening = {words} if titled or article else {words, words[:1]}
        for form in {*opening, *({rest[-1:]} if rest else set[tuple[str, ...]]())}:
            self._names.setdefault(form[0], []).append((form, party))
        if rest:
            self._names.setdefault(rest[0], []).append((rest, party))
            self._surnames.setdefault(rest[-1], party)
        if titled:
            self._surnames.setdefault(words[-1], party)
        if titled and rest and words[0] not in TUSSENVOEGSELS and not words[0].endswith("."):
            self._names.setdefault(words[0], []).append((words[:1], party))  # "dr. Hugo Smit"
        if not titled or words[0] not in TUSSENVOEGSELS - _FIRST_NAMES:
            self._first.setdefault(words[0], party)
        parts = [p for w in name.split() for p in w.replace("-", " ").split()]
        if len(parts) > 1:
            self._initials.setdefault("".join(p[0] for p in parts).lower(), party)
            self._initials.setdefault("".join(p[0] for p in parts if p[0].isupper()).lower(), party)

    # -- names -------------------------------------------------------------------------------

    def _name(self, items: list[Token], i: int) -> Party | None:
        low = _plain(items[i].low)
        best: Party | None = None
        for name, party in self._names.get(low, ()):
            if i + len(name) <= len(items) and all(
                _plain(items[i + k].low) == w for k, w in enumerate(name)
            ):
                # a surname such as "Bos" or "de Boer" counts only when it is written as a name
                if not (
                    items[i].capital or items[i + len(name) - 1].capital or name[0] in self._first
                ):
                    continue
                if best is None or i + len(name) > best.end:
                    best = replace(party, end=i + len(name))
        if best is None and len(low) <= 2 and items[i].text.endswith(".") and items[i].capital:
            known = self._by_letter(low[0])
            following = verbs.verb(items[i + 1].low) if i + 1 < len(items) else None
            if known is not None and following is not None and following.form & Form.THIRD:
                return replace(known, end=i + 1)  # "M. probeert ..."
        if best is None and 2 <= len(low) <= 4 and items[i].text[:1].isupper():
            written = items[i].text
            if sum(c.isupper() for c in written) > 1 and (found := self._initials.get(low)):
                return replace(found, end=i + 1)
        if best is None and items[i].text[:1].isupper() and len(low) >= 5:
            for first, party in self._first.items():
                if len(first) >= 5 and near(low, first):
                    return replace(party, end=i + 1)
        return best

    def marked(self, items: list[Token]) -> list[Token]:
        """The tokens, with each name marked that looks like a verb: "Ben", "Leen", "Griet"."""
        out: list[Token] | None = None
        for i, token in enumerate(items):
            if not token.capital or token.low not in self._first:
                continue
            self._civic = self._civic or self._holds_office(items, i)
            if verbs.verb(token.low) is None:
                continue
            following = items[i + 1].low if i + 1 < len(items) else ""
            if following in _BEHIND_VERB:
                continue  # "Ben ik vergeten", "Leen mij dat boek"
            out = out if out is not None else list(items)
            out[i] = replace(token, is_name=True)
        return out if out is not None else items

    def _holds_office(self, items: list[Token], i: int) -> bool:
        """Whether a client is called "Peter, gemeentesecretaris," or "wethouder Peter"."""
        if self._first[items[i].low].owner is not Owner.CLIENT:
            return False
        beside = items[i + 1 : i + 4] if items[i + 1 : i + 2] and items[i + 1].low == "," else []
        return any(t.low in CIVIC_ROLES for t in (*beside, *items[max(0, i - 1) : i]))

    def named(self, items: list[Token], i: int) -> bool:
        """Whether the name of somebody at the table starts at token `i`."""
        return self._name(items, i) is not None

    def _titled(self, items: list[Token], i: int) -> Party | None:
        """ "meneer Postma", "de heer J. van Dam", "mevr. K"."""
        j = i
        if items[j].low == "de" and j + 1 < len(items) and items[j + 1].low == "heer":
            j += 1
        if items[j].low not in TITLES:
            return None
        while j < len(items) and items[j].low in TITLES:
            j += 1
        start = j
        while (
            j < len(items)
            and j - start < 6
            and (items[j].capital or items[j].low in TUSSENVOEGSELS)
        ):
            j += 1
        while j > start and not items[j - 1].capital:
            j -= 1  # "ir. Feenstra van het waterschap" is called Feenstra
        named = [t for t in items[start:j] if t.low not in TUSSENVOEGSELS]
        if not named:
            return None
        if len(named) == 1 and len(named[0].low.rstrip(".")) == 1:
            known = self._by_letter(named[0].low[0])
            if known is not None:
                self._referents.title(items[start - 1].low, known.person)
                return replace(known, end=j)
        for k, token in enumerate(items[start:j]):
            party = self._surnames.get(token.low) or self._first.get(token.low)
            if party is None and len(token.low) >= 5:
                party = next(
                    (p for s, p in self._surnames.items() if len(s) >= 5 and near(s, token.low)),
                    None,
                )
            if party is not None:
                self._referents.title(items[start - 1].low, party.person)
                return replace(party, end=start + k + 1)
        stranger = " ".join(t.text for t in items[start:j])
        self._referents.title(items[start - 1].low, stranger)
        return Party(Owner.THIRD, stranger, j)

    def _by_letter(self, letter: str) -> Party | None:
        """The one at the table whose surname starts with a letter, or else the first name."""
        for names in (self._surnames, self._first):
            found = {p.person: p for name, p in names.items() if name[0] == letter}
            if len(found) == 1:
                return next(iter(found.values()))
            clients = [p for p in found.values() if p.owner is Owner.CLIENT]
            if len(clients) == 1:
                return clients[0]
        return None

    def initials(self, low: str) -> Party | None:
        """The person whose initials these are ("JvB"), for the start of a telegram line."""
        return self._initials.get(low.replace(".", ""))

    def possessor(self, low: str) -> Owner | None:
        """Whose it is by a possessive: "onze", "uw", "hun"; None for another word."""
        if low in ("mijn", "m'n", "onze", "ons"):
            return self.voice.me.owner
        if low in ("uw", "jouw", "je", "jullie"):
            return self.voice.you.owner
        if low in ("zijn", "haar", "hun", "z'n", "d'r"):
            single = {"zijn": "hem", "z'n": "hem", "haar": "haar", "d'r": "haar"}.get(low)
            joined = self.last.owner is Owner.BOTH and single is not None
            return self._referents.meant(single).owner if joined and single else self.last.owner
        return None

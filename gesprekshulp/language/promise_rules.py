"""When a clause counts as a promise, whose it is, and what is noted of it."""

from dataclasses import dataclass

from gesprekshulp.language.answers import says_no, says_yes
from gesprekshulp.language.clause import Clause, Kind
from gesprekshulp.language.general_truths import general_truth
from gesprekshulp.language.idioms import stance
from gesprekshulp.language.lexicon import (
    ALREADY,
    DETERMINERS,
    PREPOSITIONS,
    SPEECH_NOUNS,
)
from gesprekshulp.language.parties import Owner, Party
from gesprekshulp.language.predicates import Predicate
from gesprekshulp.language.receiving import Receiving
from gesprekshulp.language.subjects import Subject, subject_of
from gesprekshulp.language.terms import Term, TermKind
from gesprekshulp.language.verbs import Sort
from gesprekshulp.language.wordlists import words


@dataclass(frozen=True, slots=True)
class Governor:
    """The clause on which the next ones hang: what it does to them, and who its subject is."""

    sort: Sort
    party: Party | None
    firm: bool = True  # False when it happened before ("had beloofd") or is asked
    accepts: bool = False  # "zei ja op de vraag of ..."
    proposes: bool = False  # "stelde voor dat ..."


_RESULT = frozenset(
    words(
        """
        uitwerken afronden invullen opstellen afmaken voltooien doorrekenen samenvatten
        klaarzetten klaarleggen afhandelen realiseren opleveren opschonen
        """
    )
)
_MIDDLE = frozenset(
    words(
        """
        openen sluiten starten stoppen veranderen wijzigen draaien lopen beginnen dekken
        vervallen volgen verschijnen livegaan ingaan doorgaan uitgaan
        """
    )
)
# What a thing does by itself, and somebody to a thing: "de drempel schuift op".
_CHANGES = frozenset(
    words(
        """
        opschuiven doorschuiven verschuiven aantrekken uitbreiden optrekken uitlopen inlopen
        doorlopen afvlakken omslaan overgaan
        """
    )
)
# What one party sends another: "het verslag volgt maandag" is a promise, "de uitslag volgt" is not.
_SENT = (
    "verslag", "offerte", "factuur", "rapport", "stukken", "planning", "brief", "contract",
    "voorstel", "notulen", "mail", "letter", "bevestiging", "uitnodiging", "reactie", "antwoord",
    "terugkoppeling", "concept", "document", "documenten", "overzicht", "update", "informatie",
    "tekening", "tekeningen", "cijfers", "details", "specificatie", "jaarrekening", "rapportage",
    "begroting", "betaling", "bericht", "bewijs", "polis", "certificaat", "handtekening",
    "advies", "opzet", "lijst", "gegevens", "link", "foto's",
)  # fmt: skip
_OPENS = frozenset(("dichtgaan", "opengaan", "sluiten", "openen"))
_GOES_ON = frozenset(
    words(
        """
        volgen bewaken monitoren begeleiden ondersteunen vertegenwoordigen onderhouden verhuren
        huren werken produceren begeleiden coachen trainen importeren exporteren verkopen fokken
        beheren runnen leiden
        """
    )
)
_ACTS_WHEN_DUE = frozenset(
    words("zoeken schatten draaien branden spelen passen bevriezen betekenen")
)
_SET_FOR = frozenset(
    words(
        "inplannen plannen boeken reserveren agenderen aankondigen uitnodigen oproepen uitstellen "
        "verzetten verschuiven vragen afspreken bespreken"
    )
)
_PASTIMES = frozenset(
    words(
        """
        koken zingen lezen schilderen bakken tuinieren fietsen wandelen hardlopen zwemmen voetballen
        tennissen hockeyen trainen roken schaken dansen vissen jagen klussen kamperen knutselen
        reizen paardrijden rijden schaatsen zeilen roeien musiceren boksen turnen
        """
    )
)
_GROWS = frozenset(("uitbreiden", "inkrimpen", "afslanken", "opschalen", "afschalen"))
_SWITCHES = frozenset(("overgaan", "overstappen", "overschakelen"))
_LIFE = frozenset(("afstuderen", "trouwen", "slagen", "promoveren"))
_AWAY = frozenset(words("verlof vakantie zwangerschapsverlof ziek ziekteverlof weg sabbatical"))
_IN_PLACE = frozenset(("staan", "liggen", "hangen", "draaien", "lopen"))
_APPEARS = 8  # words in "Wij staan er donderdag om 7 uur"
_ANSWER = 400  # characters: an answer is short
_FARTHEST = 3 * 366  # days: what lies further ahead is a plan, not a promise


class PromiseRules(Receiving):
    """Keeps what a note has said so far and judges each clause against it."""

    def _counts(
        self, clause: Clause, said: Predicate, subject: Subject, *, reported: bool = False
    ) -> bool:
        """Whether a clause in the indicative binds its subject to something still to be done."""
        if said.past or self._habit(clause, said):
            return False
        if clause.has("hierbij", "bijgaand", "bijgevoegd") and self._pick([clause])[0] is None:
            return False  # done by saying it
        if any(t.low in SPEECH_NOUNS for t in clause.items) and said.name in (
            "terugkomen",
            "nakomen",
            "breken",
        ):
            return False
        term, event = self._pick([clause])
        dated = (
            term is not None and (term.day is not None or term.kind is TermKind.VAGUE)
        ) or event
        if self._only_past(clause) or (
            term is not None and term.day is not None and (term.day - self._today).days > _FARTHEST
        ):
            return False
        party = subject.party
        if party is None and self._leaves(clause, said):
            return bool(dated)
        there = said.name in ("zijn", "liggen") and clause.has("er") and not said.perfect
        if party is None and there and not said.modal and subject.noun:
            due = term is not None and term.day is not None and self._deadline(term)
            return due and subject.noun.lower().endswith(_SENT)  # "het rapport is er voor 1 mei"
        if party is None and said.name == "volgen" and not said.modal and subject.noun:
            named = [t for t, f in zip(clause.items, clause.fixed, strict=True) if not f]
            sent = subject.noun.lower().endswith(_SENT) or named[0].low.endswith(_SENT)
            return bool(dated) and sent  # "het verslag (van vandaag) volgt maandag"
        if party is None:
            if (
                subject.noun is None
                or said.name in _MIDDLE
                or said.name in _OPENS
                or (said.name in _CHANGES and not has_object(clause))
                or said.sort is not Sort.ACT
                or said.perfect
                or said.modal
            ):
                return False
            return term is not None and term.day is not None and subject.acts
        if general_truth(clause, party) and not self._reported and not self._dates(term):
            return False
        present = clause.has("aanwezig", "erbij") or (clause.has("er") and clause.has("bij"))
        if said.lemma == "zijn" and present and party.pronoun:
            return party.owner is self._parties.voice.me.owner and self._dated(clause)
        if said.lemma in ("bereiken", "halen") and clause.items[-1].low.endswith("leeftijd"):
            return False  # "bereikt in mei haar AOW-leeftijd"
        own = _objects(clause) - subject.starts
        if said.name in _OPENS and party.owner is Owner.THIRD and not own:
            return False  # "de winkel sluit op maandag"
        if (
            said.name in _GOES_ON
            and not dated
            and not said.modal
            and not self._condition
            and not party.pronoun
            and not clause.has("nog", "dit", "dat", "even", "zelf", "verder", "nader")
        ):
            return False  # what somebody does all the time
        if said.name == "opzeggen" and not dated and not said.modal and not _with_object(clause):
            return False  # "de huurder zegt op": news
        if said.name in _LIFE and not said.modal and not _with_object(clause):
            return False  # "studeert in mei af": news
        if not dated and self._people_there(clause):
            return False  # "bij Wassink gaan ze over op een ander pakket": how it is there
        if said.name == "kiezen" and clause.has("voor") and not dated and not said.modal:
            return False  # "kiest voor het nieuwe pakket": a choice made
        switches = said.name in _SWITCHES and not party.pronoun and not said.modal
        if switches and not dated and not self._condition:
            return False  # "stapt over op een ander pakket": a choice made
        grows = said.name in _GROWS and not party.pronoun and not said.modal
        if grows and not dated and not own and not self._condition:
            return False  # "de kinderopvang breidt uit": news
        if said.name in ("wijzen", "verwijzen") and clause.has("naar") and not dated:
            return False
        if said.name in ("terugkomen", "terugkeren") and any(
            part.has(*_AWAY) for part in self._sentence_parts[max(0, self._index - 3) :][:5]
        ):
            return False  # "is met verlof en komt in maart terug"
        if said.name == "doorgaan" and term is None:
            return False  # "we gaan gewoon door": nothing new is taken on
        if said.lemma in ("kijken", "zien") and clause.has("verder") and not dated:
            return False  # "daarna kijken we verder"
        if said.lemma in ("kijken", "zien") and clause.has("wel") and not said.modal:
            return False  # "kijken we volgend jaar wel weer"
        if said.name == "rijden" and not dated and not _with_object(clause):
            return False  # "rijdt nu met een huurmachine"
        if said.modal == "laten" and said.name in ("rusten", "zitten", "liggen", "waaien"):
            return False
        if said.name in ("bijeenkomen", "samenkomen") and party.owner is Owner.THIRD:
            return False  # "de raad komt bijeen"
        if said.name == "ingaan" and not clause.has("op"):
            return bool(dated)  # "gaan we het ketelhuis in"
        behaves = stance(said.lemma, said.particle, {t.low for t in clause.items}, said.modal)
        if said.sort is Sort.STATE and behaves:
            return False  # "speelt met de gedachte in mei te stoppen"
        if said.sort is Sort.STATE and said.lemma in _ACTS_WHEN_DUE and not said.perfect:
            ours = party.owner is Owner.ADVISER and not party.pronoun
            looks = ours and said.name == "zoeken" and clause.has("in", "binnen", "via", "onder")
            return looks or self._works(clause, term)  # "onze recruiter zoekt in zijn netwerk"
        walks = said.lemma in ("lopen", "rijden", "trekken") and said.particle != ""
        if said.sort is Sort.STATE and walks and not said.modal and not said.perfect:
            return bool(dated) and has_object(clause)  # "lopen we de percelen af"
        if said.lemma in ("staan", "zijn") and clause.has("er") and not said.perfect:
            mine = party.owner is self._parties.voice.me.owner and party.pronoun
            short = len(clause.items) <= _APPEARS
            return bool(dated) and short and (mine or said.lemma == "staan")
        is_so = said.lemma == "zullen" and clause.items[-1].low in ("zijn", "hebben", "blijven")
        if is_so and not (dated or said.ready or present or clause.has("er")):
            return False  # "zal me nog dankbaar zijn"
        if said.lemma == "staan" and clause.has("stoep", "deur"):
            return bool(dated)  # "sta ik bij u op de stoep"
        if not dated and not said.modal and self._leisure(clause, said, party):
            return False
        if not dated and "naar eigen zeggen" in self._text(clause):
            return False
        if clause.has("liever", "liefst") and not (term is not None and self._deadline(term)):
            return False  # what somebody prefers
        if said.lemma == "hebben" and self._lies_ready(clause, term):
            return True
        if said.ready:
            due = event or (term is not None and term.day is not None)
            return due and not clause.has(*ALREADY)
        if said.moved:
            return False
        if said.perfect:
            if term is None or term.day is None or clause.has(*ALREADY):
                return False
            if said.name in _SET_FOR or (said.name == "maken" and clause.has("afspraak")):
                return False  # "heeft de rondleiding voor volgende week ingepland"
            if self._since_long(term):
                return False  # "is per 1 januari verhoogd": last January
            return self._deadline(term) or (said.name in _RESULT and self._near(term))
        if said.modal == "willen" and said.tries and said.governs is None:
            following = self._sentence_parts[self._index + 1 : self._index + 2]
            return not any(c.coordinated or c.mark for c in following)  # "..., maar ..."
        if said.modal == "moeten" and clause.has("nog") and said.sort is Sort.ACT:
            mine = party.pronoun and party.owner is self._parties.voice.me.owner
            return mine and clause.has("ik")  # "Ik moet nog uitzoeken of het mag"
        if said.modal:
            if said.modal in ("zullen", "gaan", "laten", "komen"):
                return said.sort is not Sort.STATE or said.name == "nadenken"
            return False
        if said.sort is Sort.TRY:
            return True
        if clause.has(*ALREADY) and not (term is not None and term.day is not None):
            return False
        if said.sort is Sort.MOVE:
            return bool(dated) or bool(said.particle) or self._condition == "event"
        if said.sort is Sort.ACT:
            if said.guessed:
                ours = party.owner is not Owner.THIRD
                return bool(dated) or (ours and has_object(clause))
            return not self._states_custom(clause, said)
        return said.sort is Sort.STATE and reported and said.ready

    def _people_there(self, clause: Clause) -> bool:
        """ "Bij de buren werken ze met gas": "ze" are the people of a place that was named."""
        items, f = clause.items, clause.finite
        if f < 2 or f + 1 >= len(items) or items[f + 1].low != "ze" or self._condition:
            return False
        place = items[0].low in ("bij", "in", "op")
        named = items[1].low in ("de", "het", "ons", "hun") or items[1].capital
        return place and named and not clause.has("nog", "wel")

    @staticmethod
    def _dates(term: Term | None) -> bool:
        return term is not None and term.day is not None

    @staticmethod
    def _leisure(clause: Clause, said: Predicate, party: Party) -> bool:
        """ "Leest graag", "kookt voor het gezin", "zingt in een koor": how somebody lives."""
        if party.pronoun and party.owner is Owner.ADVISER:
            return False
        pointed = clause.has("dat", "nog", "even", "u", "ons", "mij", "hem", "haar")
        if clause.has("graag") and not pointed:
            return True
        return said.name in _PASTIMES and not pointed and not has_object(clause)

    def _lies_ready(self, clause: Clause, term: Term | None) -> bool:
        """ "Eind oktober heeft Eva het geld op de rekening staan"."""
        last = clause.items[-1].low
        again = clause.has("weer", "helemaal", "volledig") and has_object(clause)
        return term is not None and term.day is not None and (last in _IN_PLACE or again)

    def _works(self, clause: Clause, term: Term | None) -> bool:
        """Whether "zoeken" and "draaien" are done once: by a day, or until something is found."""
        together = clause.has("bijeen", "contact") or (clause.has("bij") and clause.has("elkaar"))
        if clause.has("liefst", "liever"):
            return False  # what somebody would like to find
        due = (
            term is not None
            and (term.day is not None or term.kind is TermKind.VAGUE)
            and not term.text.lower().startswith("per ")
        )
        due = due or self._condition == "event"  # "Zegt hij op, dan zoeken wij een ander"
        seeks = clause.has("ik", "wij", "we") and clause.has("nog")
        return together or ((due or seeks) and has_object(clause))

    def _states_custom(self, clause: Clause, said: Predicate) -> bool:
        """Whether this is what somebody always does: "tekent alle contracten zelf"."""
        if said.name == "doen" and clause.has(
            "administratie", "boekhouding", "was", "inkoop", "zorg"
        ):
            return not any(clause.fixed)  # "zijn vrouw doet de administratie"
        parts = self._sentence_parts[self._index + 1 : self._index + 2]
        if clause.has("alle") and any(c.coordinated and self._dated(c) for c in parts):
            return False  # "verzamelt alle formulieren en levert ze vrijdag aan"
        return (
            clause.has("alle", "sinds", "zulke", "nooit", "vanaf")
            and not clause.has("voor", "aan")
            and said.particle == ""
            and not any(clause.fixed)
        )

    def _answer(self, clause: Clause) -> bool:
        """Whether this clause says yes or no to what was asked; a yes becomes a promise."""
        asked = self._asked
        if asked is None or clause in asked.parts:
            return False
        text = self._text(clause)[:_ANSWER].strip(" .,!;")
        own = zip(clause.items[:12], clause.fixed, strict=False)
        bare = " ".join(t.low for t, term in own if t.is_word and not term)  # who said it is out
        if not says_yes(text) and not says_yes(bare):
            within = any(part in self._sentence_parts for part in asked.parts)
            if says_no(text) and not within:
                self._asked = None
            return False
        after = self._sentence_parts[self._index + 1 : self._index + 2]
        goes_on = clause in self._sentence_parts and after and after[0].coordinated
        if goes_on and self._negated(after[0]):
            self._asked = None  # "Hij knikte maar zei er niets bij"
            return False
        term, event = self._pick([clause])
        if term is None and not event and clause in self._sentence_parts:
            term, event = self._pick(self._sentence_parts)  # "Doen we, zei ik, na het weekend"
        if term is None and not event:
            term, event = self._pick(asked.parts)
        owner, person = asked.owner, asked.person
        self._asked = None
        if asked.anybody:
            answers = self._who_answers(clause)
            if answers is None:
                return False
            owner, person = answers.owner, answers.person
        self._add(owner, person, [clause], asked.action, term, event, self._hedged([clause]))
        return True

    def _who_answers(self, clause: Clause) -> Party | None:
        """Who says yes to a question that was put to nobody by name."""
        voice = self._parties.voice
        if voice is not self._parties.writer:
            return voice.me
        return subject_of(clause, self._parties, None).party if clause.kind is Kind.MAIN else None


def _with_object(clause: Clause) -> bool:
    return has_object(clause) or clause.has("hem", "haar", "hen", "het", "dat", "die", "ons", "mij")


def has_object(clause: Clause) -> bool:
    """Whether a determiner stands after the verb outside a prepositional phrase."""
    return bool(_objects(clause))


def _objects(clause: Clause) -> set[int]:
    """Where the determiners after the verb stand that open no prepositional phrase."""
    items = clause.items
    return {
        items[i].start
        for i in range(1 if clause.kind is Kind.SUB else clause.finite + 1, len(items))
        if items[i].low in DETERMINERS
        and not clause.fixed[i]
        and items[i - 1].low not in PREPOSITIONS
    }

"""What a clause says: its verb with its particle, its tense, and what it does to what follows."""

from dataclasses import dataclass, field

from gesprekshulp.language import verb_lists, verbs
from gesprekshulp.language.clause import Clause, Kind
from gesprekshulp.language.idioms import stance, worded
from gesprekshulp.language.lexicon import DETERMINERS, PREPOSITIONS
from gesprekshulp.language.text_units import Token
from gesprekshulp.language.verb_chains import (
    binds_by,
    chain_of,
    lemma_at,
    moves_by,
    particle_of,
    with_to,
)
from gesprekshulp.language.verbs import Form, Sort
from gesprekshulp.language.wordlists import words

_ONESELF = frozenset(("zich", "me", "mij"))
_PRODUCTS = frozenset(
    words(
        "voorstel plan antwoord oplossing idee concept offerte reactie ontwerp advies opzet "
        "voorbeeld alternatief tegenvoorstel bod tegenbod"
    )
)
_NOT_WILLING = frozenset(("niet", "graag", "liever", "geen", "eens", "dat", "zelf", "ook", "wat"))
_LEAVES_BY = frozenset(("vertrekken", "stoppen", "emigreren", "scheiden", "aftreden"))
_AWAY = frozenset(
    words("verlof vakantie pensioen reis zwangerschapsverlof wintersport cursus training congres")
)
_BEFORE_NOUN = frozenset(("na", "bij", "tijdens", "door", "zonder", "wegens"))  # "na verschijnen"
_WRITTEN_DOWN = frozenset(("optekenen", "noteren", "vastleggen", "aantekenen", "doorgeven"))
_MAKES_READY = frozenset(("hebben", "krijgen", "zijn"))
_READY = frozenset(
    words(
        "klaar gereed af rond compleet paraat zover online live waterdicht winddicht operationeel"
    )
)
# Of a thing that is worked on: "hebben het dak dicht", "heeft de kelder leeg".
_DONE_TO = frozenset(("dicht", "leeg", "schoon", "droog", "open", "los", "vol", "heel"))
_OPENING = frozenset(("winkel", "zaak", "kantoor", "praktijk", "deur", "deuren"))
_READY_PHRASES = (
    {"op", "papier"}, {"op", "rij", "een"}, {"op", "rijtje", "een"}, {"op", "orde"}, {"in", "orde"},
    {"in", "kaart"}, {"in", "beeld"}, {"voor", "elkaar"}, {"onder", "dak"}, {"op", "schrift"},
    {"op", "poten"}, {"op", "de", "rit"}, {"aan", "de", "praat"},
    {"in", "kannen", "kruiken"},
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Predicate:
    """The verbs of one clause, taken together."""

    lemma: str
    particle: str
    sort: Sort
    past: bool = False  # the simple past, or the passive in it
    perfect: bool = False  # "heeft geleverd"
    pluperfect: bool = False
    passive: bool = False
    modal: str = ""  # zullen, gaan, kunnen ... with an infinitive
    moved: bool = False  # "is gestopt": perfect with "zijn" of what has happened
    modal_past: bool = False  # zou, wilde, moest
    governs: Sort | None = None
    speech_name: str = ""
    to_infinitive: int | None = None
    inner_name: str = ""
    infinitive_last: bool = False
    ready: bool = False  # "heeft het rapport gereed"
    tries: bool = False
    guessed: bool = False
    finite_plural: bool = False
    binds: bool = False  # "zegt te leveren", not "zegt te kunnen leveren"
    places: frozenset[int] = field(default_factory=frozenset[int])

    @property
    def name(self) -> str:
        """The infinitive of what is done."""
        return self.inner_name or self.particle + self.lemma


def predicate(clause: Clause) -> Predicate:
    """The predicate of a clause, from its finite verb and the verbs that go with it.

    It is kept with the clause, whose words no longer change once a sentence has been cut.
    """
    kept = clause.read_as
    if not isinstance(kept, Predicate):
        kept = clause.read_as = _predicate(clause)
    return kept


def _predicate(clause: Clause) -> Predicate:
    read, items = clause.read, clause.items
    finite = clause.verb
    chain = chain_of(clause)
    to = next((i for i in chain if i and items[i - 1].low == "te"), None)
    if to is not None and lemma_at(clause, to) == "zullen" and _infinitive_at(clause, to + 1):
        to += 1  # "zei vrijdag te zullen bellen"
    expects = finite is not None and finite.lemma in ("verwachten", "denken") and to is not None
    if expects and to is not None:
        able = lemma_at(clause, to) == "kunnen" and _infinitive_at(clause, to + 1)
        expects = able or (lemma_at(clause, to) == "zijn" and _is_ready({t.low for t in items}))
        to += able  # "verwacht vrijdag te kunnen leveren", "verwacht dan klaar te zijn"
    infinitives = [
        i for i in chain if (v := read[i]) is not None and v.form & Form.PLURAL and i != to
    ]
    participles = [
        i
        for i in chain
        if (v := read[i]) is not None and v.form & Form.PARTICIPLE and not v.form & Form.PLURAL
    ]
    text = {t.low for t in items}
    if finite is None:
        return _verbless(clause, chain, to, participles)
    places = {clause.finite, *chain}
    places |= {i - 1 for i in chain if i and items[i - 1].low == "te"}
    past = bool(finite.form & Form.PAST) and not finite.form & (Form.THIRD | Form.PLURAL)
    lemma, particle = finite.lemma, finite.particle
    modal, modal_past, perfect, pluperfect, passive = "", False, False, False, False
    main = clause.finite
    auxiliary = not particle and verbs.sort(lemma) in (Sort.AUX, Sort.MODAL)
    if lemma == "dienen":
        if to is not None:
            modal, main = "moeten", to
        else:
            auxiliary = False
    elif lemma in verb_lists.MODALS or (
        lemma in ("gaan", "laten", "komen", "blijven") and infinitives and not particle
    ):
        others = [
            i
            for i in infinitives
            if lemma_at(clause, i)
            not in ("worden", "kunnen", "gaan", "hebben", "zijn", "moeten", "mogen")
        ]
        if others or (lemma in verb_lists.MODALS and lemma != "dienen"):
            modal, modal_past = lemma, past
            past = False
            if any(lemma_at(clause, i) == "worden" for i in infinitives) and participles:
                passive, main = True, participles[-1]
            elif others:
                main = others[-1]
            elif to is not None and lemma in ("hoeven", "dienen"):
                main = to
            elif lemma == "zullen" and participles:
                main = participles[-1]
            else:
                main = clause.finite
    elif lemma in ("hebben", "zijn") and not particle:
        if participles:
            perfect, main = True, participles[-1]
            pluperfect = past
            passive = finite.lemma == "zijn" and not moves_by(clause, main)
        elif to is not None and "bereid" in text | set():
            main = clause.finite
    elif lemma == "worden" and not particle:
        passive = True
        done = participles or [
            i for i in chain if (v := read[i]) is not None and v.form & Form.PARTICIPLE
        ]  # "vervangen" is both
        if done:
            main = done[-1]
    if main != clause.finite:
        v = read[main]
        assert v is not None
        lemma, particle = v.lemma, v.particle
        if (
            not particle
            and main
            and items[main - 1].low in verb_lists.PARTICLES
            and not clause.fixed[main - 1]
            and clause.kind is not Kind.MAIN
        ):
            particle = items[main - 1].low
            places.add(main - 1)
    elif not particle and not auxiliary and clause.kind is Kind.MAIN:
        k = particle_of(clause, lemma)
        if k >= 0 and lemma != "zorgen":  # "zorgt er samen met Jan voor dat"
            particle = items[k].low
            places.add(k)
    sort = verbs.sort(lemma, particle)
    governs = verbs.speech(lemma, particle)
    inner_name = ""
    if to is not None and to != main:
        inner = read[to]
        if inner is not None:
            lead = (
                items[to - 2].low
                if to >= 2 and items[to - 2].low in verb_lists.PARTICLES and not inner.particle
                else ""
            )
            inner_name = (inner.particle or lead) + inner.lemma
            if lead:
                places.add(to - 2)
    tries = sort is Sort.TRY or any(verbs.sort(lemma_at(clause, i)) is Sort.TRY for i in chain)
    speech_name = particle + lemma if governs is not None else ""
    # Fixed wordings that promise, report or try without a verb that says so.
    kind = "zo" in text and to is not None and bool(text & {"vriendelijk", "goed", "aardig"})
    if finite.lemma == "zijn" and ("bereid" in text or kind):
        governs, speech_name = Sort.PROMISE, "bereid"
    elif lemma == "drukken" and {"op", "hart"} <= text:
        assures = finite.lemma == "drukken" and to is None  # "... op het hart dat hij komt"
        governs, speech_name = (Sort.PROMISE if assures else Sort.ADVISE), "verzekeren"
    elif finite.lemma in ("zijn", "hebben") and ("voornemens" in text or {"van", "plan"} <= text):
        governs, tries = Sort.TRY, True
    elif lemma in ("geven", "doen") and not particle and _gives_word(text):
        governs, lemma, speech_name = Sort.PROMISE, "beloven", "beloven"
    elif finite.lemma == "geven" and {"te", "kennen"} <= text:
        governs, lemma, to, inner_name = Sort.SAY, "zeggen", None, ""
        speech_name = lemma
    elif particle + lemma == "vastleggen" and {"zich", "op"} <= text and perfect:
        governs, speech_name = Sort.PROMISE, "toezeggen"
    elif lemma == "nemen" and "op" in text and text & _ONESELF:
        governs, speech_name = Sort.PROMISE, "op zich nemen"
    elif ("best" in text and lemma == "doen") or tries or expects:
        governs, tries = Sort.TRY, True
    elif (lemma == "doen" and text & {"verstandig", "goed"} and "aan" in text) or (
        modal == "willen" and not modal_past
    ):
        governs = Sort.ADVISE
        willing = sort is Sort.ACT and not text & _NOT_WILLING and bool(text & {"wel", "best"})
        if willing and items[clause.finite].start < items[main].start:
            governs, tries = None, True  # "wil de cijfers wel mailen"
    elif lemma_at(clause, main) == "weten" and modal == "laten" and not particle:
        lemma, particle, governs, sort = "laten weten", "", Sort.SAY, Sort.ACT
        speech_name = "laten weten"
        modal = ""
        past = modal_past
        modal_past = False
    elif modal in ("zullen", "gaan") and lemma == "weten" and "laten" in text:
        lemma, particle, governs, sort = "laten weten", "", None, Sort.ACT
    elif modal == "laten" and particle + lemma in _WRITTEN_DOWN:
        governs, sort, speech_name = Sort.SAY, Sort.ACT, "laten " + particle + lemma
        modal, past, modal_past = "", modal_past, False
    elif finite.lemma == "hebben" and {"laten", "weten"} <= text:
        lemma, particle, governs, sort = "laten weten", "", Sort.SAY, Sort.ACT
        speech_name, perfect, pluperfect = "laten weten", True, past
    elif governs in (Sort.SAY, Sort.ASK) and modal in ("zullen", "gaan") and not modal_past:
        governs = None
    if finite.lemma == "weten" and to is not None and verbs.speech(lemma_at(clause, to)):
        governs, lemma = Sort.SAY, lemma_at(clause, to)  # "wist te vertellen dat ..."
        to, inner_name = None, ""
    if lemma == "zeggen" and {"ja", "of", "nee"} <= text:
        sort = Sort.ACT  # "zegt volgende week ja of nee"
    if modal == "laten" and sort in (Sort.RECEIVE, Sort.STATE):
        sort, governs = Sort.ACT, None
    if finite.lemma in ("horen", "behoren", "plegen") and to is not None:
        governs, sort = Sort.ADVISE, Sort.STATE  # "hoort vrijdag te leveren"
    if lemma == "komen" and not particle and "met" in text and text & _PRODUCTS:
        sort = Sort.ACT  # "komt met een voorstel"
    if lemma == "zien" and "elkaar" in text and not particle:
        governs, sort = None, Sort.ACT  # "we zien elkaar vrijdag"
    if finite.lemma == "zijn" and lemma == "verplichten" and "zich" not in text:
        governs, sort = Sort.ADVISE, Sort.STATE  # a duty, not a promise
    ready = (
        not participles
        and finite.lemma in _MAKES_READY
        and (_is_ready(text) or (finite.lemma != "zijn" and _is_done_to(items)))
    )
    if ready and lemma == "krijgen":
        sort = Sort.ACT  # "krijgt het voor elkaar"
    if finite.lemma == "houden" and particle == "bij" and "het" in text and "voorlopig" in text:
        sort = Sort.STATE  # "houdt het voorlopig bij wat ze heeft"
    behind = [t.low for t in items[clause.finite + 1 :]]
    of = behind.index("van") if "van" in behind else -1
    fond = of >= 0 and (of + 1 == len(behind) or not DETERMINERS & set(behind[:of]))
    if finite.lemma == "houden" and fond and not particle:
        sort = Sort.STATE
    if finite.lemma == "gaan" and text & _AWAY and text & {"met", "op"}:
        sort = Sort.STATE  # "gaat met verlof" plans nothing for the other side
    ends_work = lemma == "stoppen" and not text & {"met", "ermee", "daarmee"}
    if lemma in _LEAVES_BY and not particle and not modal and ("per" in text or ends_work):
        sort = Sort.STATE  # "stopt per 1 mei": news, no promise
    if finite.lemma == "hebben" and not participles and text & {"liever", "liefst"}:
        sort, governs = Sort.STATE, Sort.ADVISE  # "heeft liever dat wij vrijdag bellen"
    if finite.lemma == "zijn" and {"aan", "gelegen"} <= text:
        sort, governs = Sort.STATE, Sort.ADVISE  # "er is haar veel aan gelegen dat wij"
    if "recht" in text and to is not None and finite.lemma in ("hebben", "behouden"):
        sort, governs = Sort.STATE, None
    sort = worded(lemma, particle, sort, text)
    if stance(lemma, particle, text, modal):
        sort, governs = Sort.STATE, None
    met = {"tafel", "om"} <= text or {"bij", "elkaar"} <= text
    if finite.lemma == "zitten" and met:
        sort = Sort.ACT
    if finite.lemma == "zitten" and "samen" in text and not particle:
        sort = Sort.MOVE  # "we zitten woensdag samen"
    insists = "erop" in text or {"er", "op"} <= text
    counted = clause.finite == 0 and finite.form & Form.STEM and "ik" not in text
    if finite.lemma == "rekenen" and insists and counted and not particle:
        governs, speech_name = Sort.PROMISE, "verzekeren"  # "Reken er maar op dat ..."
    if finite.lemma == "hebben" and not participles and {"weer", "contact"} <= text:
        sort = Sort.ACT  # "hebben wij weer contact"
    if lemma in ("excuseren", "verontschuldigen", "beklagen") and "zich" in text:
        sort = Sort.STATE
    if finite.lemma == "gaan" and "akkoord" in text:
        sort = Sort.STATE  # to agree is no act
    if finite.lemma == "staan" and insists and sort is Sort.STATE and not particle:
        governs = Sort.ADVISE  # "staat erop dat wij komen"
    if finite.lemma == "stellen" and {"op", "prijs"} <= text:
        sort = Sort.STATE
        governs = Sort.ADVISE
    if governs is Sort.SAY and not particle and lemma in ("geven", "laten"):
        governs = None
    return Predicate(
        lemma,
        particle,
        sort,
        past=past or (passive and pluperfect),
        perfect=perfect,
        pluperfect=pluperfect,
        passive=passive,
        modal=modal,
        moved=perfect and finite.lemma == "zijn" and not passive,
        modal_past=modal_past,
        governs=governs,
        speech_name=speech_name,
        to_infinitive=to,
        inner_name=inner_name,
        ready=ready,
        tries=tries,
        finite_plural=bool(finite.form & Form.PLURAL),
        guessed=not verbs.known(lemma) and not particle,
        binds=binds_by(clause, to),
        places=frozenset(places),
    )


def _infinitive_at(clause: Clause, i: int) -> bool:
    verb = clause.read[i] if i < len(clause.read) else None
    return verb is not None and bool(verb.form & Form.PLURAL)


def _is_ready(text: set[str]) -> bool:
    """Whether a clause says that something is done: "heeft het klaar", "heb ik op een rij"."""
    return bool(text & _READY) or any(phrase <= text for phrase in _READY_PHRASES)


def _gives_word(text: set[str]) -> bool:
    """Whether somebody "geeft zijn woord" or "doet de toezegging"."""
    own = text & {"haar", "zijn", "hun", "mijn", "ons"}
    return bool(text & {"toezegging", "belofte", "garantie"} or ("woord" in text and own))


def _is_done_to(items: list[Token]) -> bool:
    """Whether somebody has a thing in its new state: "hebben het dak dicht"."""
    ends = items[-1].low in _DONE_TO or any(
        t.low in _DONE_TO and items[i + 1].low in PREPOSITIONS for i, t in enumerate(items[:-1])
    )
    object_named = any(t.low in DETERMINERS and t.low != "alle" for t in items)
    return ends and object_named and not any(t.low in _OPENING for t in items)


def _verbless(
    clause: Clause, chain: list[int], to: int | None, participles: list[int]
) -> Predicate:
    read, items = clause.read, clause.items
    main = participles[0] if participles else (chain[-1] if chain else -1)
    v = read[main] if main >= 0 else None
    if v is None:
        return Predicate("", "", Sort.STATE, places=frozenset(chain))
    particle = v.particle
    if not particle and main and items[main - 1].low in verb_lists.PARTICLES and not participles:
        particle = items[main - 1].low
    inner_name = ""
    if to is not None and (inner := read[to]) is not None:
        lead = items[to - 2].low if to >= 2 and items[to - 2].low in verb_lists.PARTICLES else ""
        inner_name = (inner.particle or lead) + inner.lemma
    governs = verbs.speech(v.lemma, particle)
    infinitive = bool(v.form & Form.PLURAL) and not participles and to is None
    if infinitive:
        # nothing but a term or a few words of manner may follow the infinitive
        infinitive = all(
            clause.fixed[k]
            or items[k].start > items[main].end + 1
            or items[k].low in PREPOSITIONS
            or k - main < 6
            for k in range(main + 1, len(items))
        )
        infinitive = infinitive and not (main and items[main - 1].low in _BEFORE_NOUN)
        infinitive = infinitive and (
            items[main].low not in verb_lists.NOUN_LIKE
            or main == len(items) - 1
            or (clause.fixed[main + 1] and main > 0 and items[main - 1].low not in DETERMINERS)
        )
    text = {t.low for t in items}
    if v.lemma == "nemen" and not particle and "op" in text and text & _ONESELF:
        governs = Sort.PROMISE  # "Op me genomen om de zaal te regelen"
    told = governs if participles or clause.kind is Kind.INF else None
    return Predicate(
        v.lemma,
        particle,
        verbs.sort(v.lemma, particle),
        perfect=bool(participles),
        governs=told,
        speech_name=particle + v.lemma if governs else "",
        to_infinitive=to,
        inner_name=inner_name,
        infinitive_last=infinitive,
        places=frozenset(with_to(clause, chain)),
    )

"""The small words by which a promise is told from what only looks like one."""

from gesprekshulp.language.wordlists import words

DETERMINERS = frozenset(
    words(
        """
        de het een 't 'n mijn m'n zijn z'n haar hun ons onze uw jouw je jullie dit deze die elk elke
        ieder iedere geen welk welke alle beide enkele diverse twee drie vier vijf zes zeven acht
        negen tien
        """
    )
)

POSSESSIVES = frozenset(
    words(
        """
        mijn m'n zijn z'n haar hun ons onze uw jouw jullie je
        """
    )
)

PREPOSITIONS = frozenset(
    words(
        """
        aan achter bij binnen boven buiten conform door gedurende in inzake ivm i.v.m. langs mbt
    m.b.t. met middels na naar naast namens om omtrent onder op over per qua richting rond rondom
    sinds tbv t.b.v. tav t.a.v. namens vanwege dankzij behalve te tegen ten ter tijdens tot totdat
    tussen uit van vanaf vanuit vd
        v.d. vh via volgens voor vóór vooraf voorafgaand wegens zonder nav n.a.v. mits ondanks tgv
        inclusief incl excl exclusief
        """
    )
)

SUBORDINATORS = frozenset(
    words(
        """
    die dat omdat doordat zodat opdat tot als indien mits tenzij zodra nadat voordat voor vóór
    totdat
    terwijl hoewel wanneer sinds of wie wat waar hoe waarom welke welk hoeveel aangezien naarmate
        zolang gauw waarmee waarin waarvoor waarop waarvan waarbij waarna waardoor mocht zover
        alvorens toen sindsdien ofdat wiens wier
        """
    )
)

RELATIVES = frozenset(
    words(
        """
        die dat wie wat waarmee waarin waarvoor waarop waarvan waarbij waardoor
        """
    )
)

EVENT_MARKS = frozenset(
    words(
        """
    als indien mits zodra gauw nadat voordat voor vóór totdat wanneer tenzij zolang alvorens mocht
        tot
        """
    )
)
"""Joining words of a condition or a moment."""

COORDINATORS = frozenset(
    words(
        """
        en maar want dus of doch alsook
        """
    )
)

NOMINATIVE = frozenset(
    words(
        """
        ge gij ik 'k wij we hij zij ze u jij je jullie men ie
        """
    )
)
"""Subject pronouns that stand right after the verb when something else stands before it."""

NEGATIONS = frozenset(
    words(
        """
        niet geen nooit niets niks niemand nergens noch evenmin nauwelijks nimmer geenszins nie
        """
    )
)

HEDGES = frozenset(
    words(
        """
    misschien wellicht mogelijk mogelijkerwijs eventueel evt waarschijnlijk vermoedelijk hopelijk
        allicht wie-weet indicatief w.s. ws wsch
        """
    )
)

HEDGE_PHRASES = (
    "er alles aan", "alles op alles", "alles in het werk",
    "in zijn vermogen", "in haar vermogen", "in ons vermogen", "in mijn vermogen", "in mijn macht",
    "zijn best", "haar best", "hun best", "mijn best", "ons best", "uw best",
    "onder voorbehoud", "in principe", "naar verwachting", "als het lukt", "als dat lukt",
    "als het meezit", "zo mogelijk", "indien mogelijk", "als het kan", "als het even kan",
    "waar mogelijk", "als er tijd", "als ik tijd", "als ze tijd", "als zij tijd",
    "als hij tijd", "als we tijd", "als wij tijd", "als de tijd", "als de drukte",
    "ijs en weder", "van plan", "voornemens", "inspannen", "streven", "streeft",
    "streef ernaar", "beste beentje", "als het uitkomt", "als alles meezit",
    "als ik eraan toekom", "als het aan mij ligt", "als het aan ons ligt", "als er ruimte",
    "zo goed als kan", "wat ik kan doen", "wat we kunnen doen", "een poging", "als het meevalt",
    "als de gelegenheid", "naar alle waarschijnlijkheid", "als ik eraan denk",
    "onder enig voorbehoud", "intentie", "streefdatum", "als het goed is", "indien haalbaar",
    "als dat haalbaar", "indien de tijd", "wanneer het uitkomt", "als het hem lukt",
    "als het haar lukt", "als het ons lukt", "als het mij lukt", "als zijn agenda",
    "als haar agenda", "als mijn agenda",
)  # fmt: skip
"""Wordings by which a promise binds to nothing, even with a day."""

HABITS = frozenset(
    words(
        """
        normaal altijd meestal doorgaans gewoonlijk normaliter steeds vaak soms regelmatig telkens
        jaarlijks maandelijks wekelijks dagelijks zelden ooit steevast standaard gemiddeld
        traditiegetrouw nauwgezet plichtsgetrouw consequent meestentijds doordeweeks onverminderd
        """
    )
)
"""Words of what happens as a rule, which is no promise."""

HABIT_PHRASES = (
    "al maanden", "al weken", "al jaren", "al jarenlang", "al tijden",
    "als regel", "zo wil de wet", "volgens de wet", "bij goed weer", "in de regel",
    "normaal gesproken", "sinds jaar",
    "al sinds", "keer per", "over het algemeen", "van oudsher", "in het algemeen", "vorig jaar",
    "vorige maand", "vorige week", "tot nu toe",
)  # fmt: skip

ALREADY = frozenset(
    words(
        """
    afgelopen al destijds eergisteren gisteren inmiddels laatst momenteel onlangs reeds sindsdien
        tegenwoordig toen voorheen vroeger zojuist
        """
    )
)
"""Words of what has happened or is happening."""

TOGETHER = frozenset(
    words(
        """
        samen gezamenlijk elkaar onderling allebei beiden beide
        """
    )
)
"""Words by which both sides act together."""

HYPOTHETICAL = frozenset(
    words(
        """
        stel hypothetisch theoretisch zogenaamd gesteld
        """
    )
)

HYPOTHETICAL_PHRASES = (
    "moet en zal", "moeten en zullen", "morgen brengen", "in theorie", "ideale wereld",
    "ideale geval", "stel dat", "zou mooi zijn",
    "in het gunstigste geval", "wat mij betreft", "wat ons betreft",
    "grapte", "grapt", "grappend", "plagend", "schertste", "voor de grap", "gekscherend",
    "bij wijze van spreken",
    "als het aan hem ligt", "als het aan haar ligt", "als het aan hen ligt", "in het ergste geval",
)  # fmt: skip

BLOCKING_LABELS = frozenset(
    words(
        """
        advies adviezen wens wensen verzoek verzoeken agenda agendapunt agendapunten bespreken
        besproken bespreekpunt bespreekpunten hypothetisch idee ideeën ideeen optie opties vraag
        vragen scenario overweging overwegingen tip tips aanbeveling aanbevelingen voorstel
        voorstellen risico risico's stel discussie gesprekspunten achtergrond historie
        voorgeschiedenis feit feiten ter-info info signaal klacht droom suggestie suggesties
        verlanglijst thema onderwerp onderwerpen openstaand rondvraag mogelijkheid mogelijkheden
    alternatief alternatieven varianten variant verwachting stelling wenselijk gewenst brainstorm
        raad gevr gevraagd bespr afgerond afgehandeld afgevinkt voltooid
        overwogen aangeraden advisering zorg zorgen knelpunt knelpunten voorkeur voorkeuren doel
        doelen situatie stand standpunt mening reden oorzaak gedachte gedachten
        aanrader aanraders raadzaam aanbevolen geadviseerd voorgesteld waarschuwing waarschuwingen
        aandachtspunt aandachtspunten verbeterpunt verbeterpunten adviespunt adviespunten
        denktip spaartip belastingtip aandachtspuntje raadgeving
        """
    )
)
"""Labels before a colon under which nothing is promised."""

ADVICE_LABELS = frozenset(
    words(
        """
        advies adviezen aanrader aanraders tip tips suggestie suggesties aanbeveling aanbevelingen
        raad raadzaam verstandig slim wijs handig nuttig beter wenselijk gewenst
        """
    )
)
"""Words that by themselves say that what follows is advice, also before a dash or an arrow."""

TOLD_LABELS = frozenset(
    words(
        """
        klacht signaal situatie stand risico knelpunt zorg zorgen info reden oorzaak achtergrond
        onderwerp thema openstaand rondvraag feit feiten
        """
    )
)
"""Labels under which things are told: a promise in the first person counts all the same."""

NEUTRAL_LABELS = frozenset(
    words(
        """
        planning acties actie actielijst actiepunten actiepunt afspraak afspraken afgesproken afspr
    toezegging toezeggingen todo to-do to do doen nog vervolg vervolgstappen vervolgacties besluit
        besluiten conclusie resultaat taken taak taakverdeling werkafspraken p.s ps nb let op verder
        overig status terugkoppeling voor door ap next stap stappen volgende wie-doet-wat nazorg a.p
        toegezegd toegez besl
        beloofd belooft belofte beloftes samengevat samenvatting kortom besloten
        uitkomst concreet correctie rectificatie aanvulling
        """
    )
)
"""Labels that say nothing about who acts."""

ACTION_LABELS = frozenset(
    words(
        """
        actie actiepunt ap taak todo to-do doet doen door acties a.p act
        """
    )
)
"""Labels that announce something to be done."""

SPEECH_NOUNS = frozenset(
    words(
        """
        toezegging belofte afspraak beloftes toezeggingen
        """
    )
)
"""Nouns of a promise made before."""

FILLERS = frozenset(
    words(
        """
    nog wel even alvast zelf dan ook daarna daarnaast tevens vervolgens verder alsnog gewoon graag
        zeker uiterlijk hierbij hiervoor daarvoor hierover daarover snel zsm z.s.m. asap binnenkort
        spoedig wederom opnieuw eerst meteen direct zo straks later er hem haar mij me u jou je ons
        hen hun zich jullie het dat dit die ze definitief voorlopig weer toch mogelijk misschien
    wellicht waarschijnlijk proberen ondertussen persoonlijk eens intern samen gezamenlijk elkaar
        nou natuurlijk uiteraard ja nee prima ok oké goed akkoord oke jawel sowieso absoluut tijdig
        netjes aub svp evt eventueel hopelijk al voortaan
        """
    )
)
"""Adverbs and short objects that are neither subject nor action."""

"""The small words and nouns by which a promise is told from what only looks like one."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DETERMINERS = _words(
    "de het een 't 'n mijn m'n zijn z'n haar hun ons onze uw jouw je jullie dit deze die elk elke ieder "
    "iedere geen welk welke alle beide enkele diverse twee drie vier vijf zes zeven acht negen tien"
)
POSSESSIVES = _words("mijn m'n zijn z'n haar hun ons onze uw jouw jullie je")
PREPOSITIONS = _words(
    "aan achter bij binnen boven buiten conform door gedurende in inzake ivm i.v.m. langs mbt m.b.t. met "
    "middels na naar naast namens om omtrent onder op over per qua richting rond rondom sinds tbv t.b.v. "
    "tav t.a.v. te tegen ten ter tijdens tot totdat tussen uit van vanaf vanuit vd v.d. vh via volgens voor "
    "vóór vooraf voorafgaand wegens zonder nav n.a.v. mits ondanks tgv inclusief incl excl exclusief"
)
SUBORDINATORS = _words(
    "die dat omdat doordat zodat opdat als indien mits tenzij zodra nadat voordat voor vóór totdat terwijl "
    "hoewel wanneer sinds of wie wat waar hoe waarom welke welk hoeveel aangezien naarmate zolang "
    "gauw waarmee waarin waarvoor waarop waarvan waarbij waarna waardoor mocht zover alvorens toen sindsdien ofdat"
)
RELATIVES = _words("die dat wie wat waarmee waarin waarvoor waarop waarvan waarbij waardoor")
EVENT_MARKS = _words(
    "als indien mits zodra gauw nadat voordat voor vóór totdat wanneer tenzij zolang alvorens mocht tot"
)
COORDINATORS = _words("en maar want dus of doch alsook")

# Subject pronouns that stand right after the verb when something else stands before it.
NOMINATIVE = _words("ge gij ik 'k wij we hij zij ze u jij je jullie men ie")

NEGATIONS = _words(
    "niet geen nooit niets niks niemand nergens noch evenmin nauwelijks nimmer geenszins nie"
)
HEDGES = _words(
    "misschien wellicht mogelijk mogelijkerwijs eventueel evt waarschijnlijk vermoedelijk hopelijk "
    "allicht wie-weet indicatief"
)
HEDGE_PHRASES = (
    "zijn best", "haar best", "hun best", "mijn best", "ons best", "uw best", "onder voorbehoud",
    "in principe", "naar verwachting", "als het lukt", "als dat lukt", "als het meezit", "zo mogelijk",
    "indien mogelijk", "als het kan", "als het even kan", "waar mogelijk", "als er tijd", "als ik tijd",
    "als ze tijd", "als zij tijd", "als hij tijd", "als we tijd", "als wij tijd", "als de tijd",
    "als de drukte", "ijs en weder", "van plan", "voornemens", "inspannen", "streven", "streeft",
    "streef ernaar", "beste beentje", "als het uitkomt", "als alles meezit", "als ik eraan toekom",
    "als het aan mij ligt", "als het aan ons ligt", "als er ruimte", "zo goed als kan", "wat ik kan doen", "wat we kunnen doen", "een poging",
    "als het meevalt", "als de gelegenheid", "naar alle waarschijnlijkheid", "als ik eraan denk",
    "onder enig voorbehoud", "intentie", "streefdatum", "als het goed is", "indien haalbaar",
    "als dat haalbaar", "indien de tijd", "wanneer het uitkomt", "als het hem lukt", "als het haar lukt",
    "als het ons lukt", "als het mij lukt", "als zijn agenda", "als haar agenda", "als mijn agenda",
)  # fmt: skip
"""Wordings by which a promise binds to nothing, even with a day."""

HABITS = _words(
    "altijd meestal doorgaans gewoonlijk normaliter steeds vaak soms regelmatig telkens jaarlijks "
    "maandelijks wekelijks dagelijks zelden ooit steevast standaard gemiddeld traditiegetrouw meestentijds "
    "doordeweeks onverminderd"
)
HABIT_PHRASES = ("al jaren", "al jarenlang", "al tijden", "in de regel", "normaal gesproken", "sinds jaar",
                 "al sinds", "keer per", "over het algemeen", "van oudsher", "in het algemeen",
                 "vorig jaar", "vorige maand", "vorige week", "tot nu toe")  # fmt: skip
ALREADY = _words("al reeds inmiddels zojuist momenteel tegenwoordig gisteren eergisteren destijds sindsdien "
                 "onlangs afgelopen vroeger toen voorheen laatst")  # fmt: skip
TOGETHER = _words("samen gezamenlijk elkaar onderling allebei beiden beide")
HYPOTHETICAL = _words("stel hypothetisch theoretisch zogenaamd gesteld")
HYPOTHETICAL_PHRASES = ("in theorie", "ideale wereld", "ideale geval", "stel dat", "zou mooi zijn",
                        "in het gunstigste geval", "in het ergste geval")  # fmt: skip

BLOCKING_LABELS = _words(
    "advies adviezen wens wensen verzoek verzoeken agenda agendapunt agendapunten bespreken besproken "
    "bespreekpunt bespreekpunten hypothetisch idee ideeën ideeen optie opties vraag vragen scenario "
    "overweging overwegingen tip tips aanbeveling aanbevelingen voorstel voorstellen risico risico's "
    "stel discussie gesprekspunten achtergrond historie voorgeschiedenis feit feiten ter-info info "
    "signaal klacht droom suggestie suggesties verlanglijst thema onderwerp onderwerpen openstaand "
    "rondvraag mogelijkheid mogelijkheden alternatief alternatieven varianten variant verwachting stelling "
    "wenselijk gewenst brainstorm overwogen aangeraden advisering zorg zorgen knelpunt knelpunten "
    "voorkeur voorkeuren doel doelen situatie stand standpunt mening reden oorzaak gedachte gedachten"
)
NEUTRAL_LABELS = _words(
    "planning acties actie actielijst actiepunten actiepunt afspraak afspraken afgesproken afspr "
    "toezegging toezeggingen todo to-do to do doen nog vervolg vervolgstappen vervolgacties besluit "
    "besluiten conclusie resultaat taken taak taakverdeling werkafspraken p.s ps nb let op verder "
    "overig status terugkoppeling voor door ap next stap stappen volgende wie-doet-wat nazorg a.p "
    "belofte beloftes samengevat samenvatting kortom besloten uitkomst concreet"
)
ACTION_LABELS = _words("actie actiepunt ap taak todo to-do doet doen door acties a.p act")

# Who acts, by noun.
CLIENT_NOUNS = _words(
    "klant klanten cliënt client cliënte cliente opdrachtgever opdrachtgeefster opdrachtgevers directie "
    "bestuur schoolbestuur ondernemingsraad or mr medezeggenschapsraad management managementteam mt "
    "relatie kl klt ondernemer maatschap echtpaar familie "
    "stichting vereniging school organisatie bedrijf onderneming zorginstelling instelling "
    "verzekeringnemer verzekerde hypotheeknemer aanvrager afnemer vof cliënten"
)
OUR_NOUNS = _words(
    "ondergetekende adviseur adviseuse accountmanager kantoor backoffice back-office binnendienst "
    "secretariaat collega collega's ondergetekenden relatiebeheerder"
)
EXTERNAL_ROLES = _words(
    "notaris accountant accountantskantoor boekhouder leverancier advocaat verzekeraar werkgever makelaar "
    "huisarts arts bank drukker drukkerij onderaannemer aannemer installateur hostingpartij hoster "
    "maatschappij verhuurder huurder taxateur dierenarts veearts loonwerker curator architect fabrikant "
    "provider groothandel pensioenuitvoerder pensioenfonds geldverstrekker gemeente provincie waterschap "
    "belastingdienst fiscus uwv kvk rvo inspectie inspecteur arbodienst bedrijfsarts uitzendbureau "
    "deurwaarder rechtbank rechter tussenpersoon transporteur vervoerder softwareleverancier dakdekker "
    "schilder loodgieter elektricien stukadoor tegelzetter hovenier aannemersbedrijf zorgkantoor ziekenhuis "
    "apotheek apotheker fysiotherapeut ergotherapeut wijkverpleegkundige thuiszorg mantelzorger "
    "zorgverzekeraar fonds subsidieverstrekker rijk ministerie overheid netbeheerder energieleverancier "
    "wijkteam schoolarts leerplichtambtenaar vakbond bond buurman buurvrouw buren koper verkoper expert "
    "schade-expert keurmeester certificeerder certificeringsinstantie constructeur ingenieur landmeter "
    "adviesbureau ingenieursbureau wethouder college raad gemeenteraad burgemeester ambtenaar rijksdienst "
    "dienst instantie instelling corporatie woningcorporatie franchisegever brancheorganisatie "
    "belastingadviseur jurist fiscalist octrooigemachtigde vertaler tolk cateraar fotograaf "
    "koerier postnl chauffeur monteur koelmonteur servicemonteur beheerder hypotheekverstrekker "
    "verhuizer schoonmaakbedrijf beveiliger beveiligingsbedrijf politie brandweer ggd odra rdw cbr cak svb "
    "duo nvwa afm dnb rivm ciz csi slachterij zuivelcoöperatie coöperatie veiling veevoerleverancier "
    "syndicus rsz fod ocmw bouwheer steigerbouwer winkelbouwer webbouwer ontwikkelaar externe partij "
    "wederpartij tegenpartij bewindvoerder mediator psycholoog coach specialist orthopedagoog "
    "partij derden derde onderzoeker lab laboratorium uitgever uitgeverij universiteit hogeschool"
)
INTERNAL_ROLES = _words(
    "afdeling afd team collega collega's directeur directrice secretaresse secretariaat assistent "
    "assistente controller manager chef medewerker medewerkers medewerkster personeel administratie hr "
    "p&o bestuur partner vrouw man echtgenoot echtgenote dochter zoon zoons kinderen broer zus vader moeder "
    "vennoot vennoten compagnon bestuurslid voorzitter penningmeester secretaris teamleider "
    "afdelingshoofd hoofd projectleider inkoper inkoop planner stagiair stagiaire receptie facilitair ict it "
    "ict-afdeling helpdesk salarisadministratie boekhouding financiën kantoor backoffice staf leiding "
    "directie opvolger eigenaar werkvoorbereider uitvoerder voorman ploeg monteurs mensen werknemers kwaliteitsmanager "
    "bedrijfsleider filiaalleider vestigingsmanager leidinggevende locatiemanager coördinator zorgcoördinator "
    "docenten docent leraren mentor roosteraar conciërge decaan intern-begeleider ib'er schoolleider "
    "ict-beheerder systeembeheerder applicatiebeheerder beheerder magazijnmedewerkers magazijnchef "
    "verkoopteam verkoopafdeling marketing marketingafdeling logistiek productie magazijn jurist trainer fiscalist "
    "monteur adviseur specialist schoonzoon schoondochter bedrijfsopvolger familie ouders medevennoot"
)
INANIMATE = _words(
    "computer server kamer vloer nummer termijn papier rapport contract polis offerte factuur brief bestand "
    "dossier document systeem formulier rente huur prijs omzet wet regeling subsidie vergunning oplevering "
    "vergadering planning project budget begroting deur vloer kelder zolder winter zomer december november "
    "oktober september januari februari maart april mei juni juli augustus weer water vuur kwartier uur kwartaal "
    "probleem voorraad overleg materiaal portaal kanaal signaal totaal aantal aandeel onderdeel "
    "onderhoud afspraak werk verzuim machine ketel laptop koper zilver lever rooster register klooster beker "
    "dekker letter filter cursor motor sensor factor kantoor tractor sector monitor toner container manier "
    "vijver meer verder later eerder weer over onder achter hier daar papier dossier formulier kwartier plezier "
    "zekering dekking premie looptijd onderzoek artikel titel middel factuur procedure structuur literatuur "
    "temperatuur cultuur natuur apparatuur software hardware website webshop app portal koppeling"
)
AGENT_ENDINGS = (
    "aar", "eur", "ier", "ist", "icus", "kundige", "bureau", "dienst", "bedrijf", "maatschappij", "partij",
    "instantie", "therapeut", "meester", "adviseur", "leverancier", "verzekeraar", "bouwer", "beheerder",
    "leider", "manager", "trainer", "werker", "jurist", "notaris", "arts", "uitvoerder", "bank", "groep",
    "fonds", "corporatie", "vereniging", "stichting", "commissie", "raad", "kantoor", "handel", "drukkerij",
    "garage", "team", "chef", "hoofd", "ambtenaar", "consulent", "assistent", "docent", "agent", "gever",
    "nemer", "houder", "maker", "zetter", "dekker", "legger", "gieter", "coach", "verlener", "fabriek",
    "makelaar", "er", "inspectie", "winkel", "apotheek", "school",
)  # fmt: skip
GROUP_ENDINGS = (
    "commissie", "stichting", "vereniging", "inspectie", "directie", "organisatie", "instelling",
    "redactie", "delegatie", "administratie", "politie", "familie", "coöperatie", "corporatie",
    "afdeling", "instantie", "partij", "vergunningverlener", "medewerker",
)  # fmt: skip
THING_ENDINGS = (
    "ing", "heid", "tie", "sie", "ment", "aat", "iteit", "isme", "sel", "offerte", "rapport", "polis",
    "contract", "formulier", "overzicht", "plan", "voorstel", "verslag", "lijst", "brief", "akte", "premie",
    "nummer", "kosten", "cijfers", "papieren", "gegevens", "stukken", "systeem", "computer", "server",
)  # fmt: skip
TITLES = _words(
    "meneer mijnheer mevrouw mevr mw mej hr dhr heer juffrouw dr drs ir ing mr prof dame mevrw mvr"
)
TUSSENVOEGSELS = _words(
    "van de den der 't ter ten te la le du di da in op el al bin ben von 's vd v.d. d'"
)

SPEECH_NOUNS = _words("toezegging belofte afspraak beloftes toezeggingen")
FILLERS = _words(
    "nog wel even alvast zelf dan ook daarna daarnaast tevens vervolgens verder alsnog gewoon graag "
    "zeker uiterlijk hierbij hiervoor daarvoor hierover daarover snel zsm z.s.m. asap binnenkort spoedig "
    "wederom opnieuw eerst meteen direct zo straks later er hem haar mij me u jou je ons hen hun zich jullie "
    "het dat dit die ze definitief voorlopig weer toch ons mogelijk misschien wellicht waarschijnlijk "
    "proberen ondertussen persoonlijk eens intern samen gezamenlijk elkaar ook nou natuurlijk uiteraard "
    "ja nee prima ok oké goed akkoord oke jawel sowieso absoluut tijdig netjes namens aub svp evt eventueel hopelijk al voortaan"
)

"""Nouns and titles that name who acts: ours, the client's, or somebody else's."""

from gesprekshulp.language.wordlists import words

CLIENT_NOUNS = frozenset(
    words(
        """
        klant klanten cliënt client cliënte cliente opdrachtgever opdrachtgeefster opdrachtgevers
        directie bestuur schoolbestuur ondernemingsraad or mr medezeggenschapsraad management
        managementteam mt relatie kl klt cl clt ondernemer maatschap echtpaar familie stichting
        vereniging
        school organisatie bedrijf onderneming zorginstelling instelling verzekeringnemer verzekerde
        hypotheeknemer aanvrager afnemer vof cliënten vve cliëntenraad ouderraad bewonersraad
        verwantenraad deelnemersraad personeelsraad leerlingenraad rvt rvb rvc
        """
    )
)
"""The client, whoever it is."""

OUR_NOUNS = frozenset(
    words(
        """
        ondergetekende adviseur adviseuse accountmanager kantoor backoffice back-office binnendienst
        secretariaat collega collega's ondergetekenden relatiebeheerder
        """
    )
)
"""Our own side."""

EXTERNAL_ROLES = frozenset(
    words(
        """
    notaris accountant accountantskantoor boekhouder leverancier advocaat verzekeraar werkgever
    makelaar huisarts arts bank drukker drukkerij onderaannemer aannemer installateur
    hostingpartij hoster maatschappij verhuurder huurder taxateur dierenarts veearts loonwerker
    curator architect fabrikant provider groothandel pensioenuitvoerder pensioenfonds
    geldverstrekker gemeente provincie waterschap belastingdienst fiscus uwv kvk rvo inspectie
    inspecteur arbodienst bedrijfsarts uitzendbureau deurwaarder rechtbank rechter tussenpersoon
    transporteur vervoerder softwareleverancier dakdekker schilder loodgieter elektricien
    stukadoor tegelzetter hovenier aannemersbedrijf zorgkantoor ziekenhuis apotheek apotheker
    fysiotherapeut ergotherapeut wijkverpleegkundige thuiszorg mantelzorger zorgverzekeraar fonds
    subsidieverstrekker rijk ministerie overheid netbeheerder energieleverancier wijkteam
    schoolarts leerplichtambtenaar vakbond bond buurman buurvrouw buren koper verkoper expert
    schade-expert keurmeester certificeerder certificeringsinstantie constructeur ingenieur
    landmeter adviesbureau ingenieursbureau wethouder college raad gemeenteraad burgemeester
    ambtenaar rijksdienst dienst instantie instelling corporatie woningcorporatie franchisegever
    brancheorganisatie belastingadviseur jurist fiscalist octrooigemachtigde vertaler tolk
    cateraar fotograaf koerier postnl chauffeur monteur koelmonteur servicemonteur beheerder
    hypotheekadviseur hypotheekverstrekker verhuizer schoonmaakbedrijf beveiliger
    beveiligingsbedrijf politie vakbondsbestuurder
    brandweer ggd odra rdw cbr cak svb duo nvwa afm dnb rivm ciz csi slachterij zuivelcoöperatie
    coöperatie veiling veevoerleverancier syndicus rsz fod ocmw bouwheer steigerbouwer
    winkelbouwer webbouwer ontwikkelaar externe partij wederpartij tegenpartij bewindvoerder
    mediator psycholoog coach specialist orthopedagoog derden derde onderzoeker lab laboratorium
    uitgever uitgeverij universiteit hogeschool garagist gemachtigde tandarts psychiater
    verloskundige opticien garage garagehouder autobedrijf rijschool administratiekantoor
    boekhoudkantoor advocatenkantoor notariskantoor neef nicht oom tante schoonvader schoonmoeder
    zwager schoonzus opa oma erfgenaam erfgenamen executeur kinderopvang dealer autodealer
    importeur expediteur douane kandidaat kandidate inschrijver
    bouwbedrijf installatiebedrijf glasbedrijf glaszetter
    schildersbedrijf hoveniersbedrijf cultuurtechnisch loonbedrijf melkfabriek zuivelfabriek
    fokkerij accountantsdienst ggz huisartsenpost revalidatiearts kraamzorg poh
    praktijkondersteuner omgevingsdienst veiligheidsregio kadaster welstand welstandscommissie
    parkmanagement coöp vendor supplier broker consultant franchiser freelancer zzp'er uitgevers
    redacteur webbureau reclamebureau ontwerpbureau incassobureau headhunter

        """
    )
)
"""Third parties, unless somebody at the table owns them."""

INTERNAL_ROLES = frozenset(
    words(
        """
    afdeling afd team collega collega's directeur directrice secretaresse secretariaat assistent
    assistente controller manager chef medewerker medewerkers medewerkster personeel administratie
    hr p&o bestuur partner vrouw man echtgenoot echtgenote dochter zoon zoons kinderen broer zus
    vader moeder vennoot vennoten compagnon bestuurslid voorzitter penningmeester secretaris
    teamleider afdelingshoofd hoofd projectleider inkoper inkoop planner stagiair stagiaire
    receptie facilitair ict it ict-afdeling helpdesk salarisadministratie boekhouding financiën
    kantoor backoffice staf leiding directie opvolger eigenaar werkvoorbereider uitvoerder voorman
    ploeg monteurs mensen werknemers kwaliteitsmanager bedrijfsleider filiaalleider
    kantoorgenoot vakgenoot confrère pa ma
    vestigingsmanager leidinggevende locatiemanager coördinator zorgcoördinator docenten docent
    leraren mentor roosteraar conciërge decaan intern-begeleider ib'er schoolleider ict-beheerder
    systeembeheerder applicatiebeheerder beheerder magazijnmedewerkers magazijnchef verkoopteam
    verkoopafdeling marketing marketingafdeling logistiek productie magazijn jurist fiscalist
    monteur adviseur specialist schoonzoon schoondochter bedrijfsopvolger familie ouders
    rector conrector bestuurder functionaris fg ciso dpo gemeentesecretaris
    servicedesk balie backoffice medevennoot werknemer personeelsleden dienst buitendienst
    binnendienst zaak bedrijf

        """
    )
)
"""People and departments that belong to whoever is spoken of."""

SHORT_ROLES = {
    "adm": "administratie", "dir": "directie", "acc": "accountant", "not": "notaris",
    "lev": "leverancier", "adv": "adviseur", "gem": "gemeente", "bel": "belastingdienst",
}  # fmt: skip
"""Roles whose abbreviation keeps only three letters."""

DEPARTMENTS = frozenset(
    words(
        """
        communicatie verkoop sales kwaliteit expeditie klantenservice huisvesting burgerzaken
        werkplaats bedrijfsbureau debiteurenbeheer crediteurenadministratie control finance
        operations hrm zorgadministratie planbureau roosterbureau keuken bediening huishouding
        techniek service juridisch bedrijfsvoering facturatie opleidingen
        treasury legal compliance support kantine portiersloge td salaris
        """
    )
)
"""Departments that are named like things: who acts when they open a clause with its verb."""

CIVIC_ROLES = frozenset(
    words("wethouder college gemeenteraad burgemeester griffier gemeente gemeentesecretaris")
)
"""Who governs a municipality: the client's, where somebody of the client holds such an office."""

INANIMATE = frozenset(
    words(
        """
    computer server kamer vloer nummer termijn papier rapport contract polis offerte factuur brief
    bestand dossier document systeem formulier rente huur prijs omzet wet regeling subsidie
    vergunning oplevering vergadering planning project budget begroting deur kelder zolder winter
    zomer december november oktober september januari februari maart april mei juni juli augustus
    weer water vuur kwartier uur kwartaal probleem voorraad overleg materiaal portaal kanaal
    signaal totaal aantal aandeel onderdeel onderhoud afspraak werk verzuim machine ketel laptop
    koper zilver lever rooster register klooster beker dekker letter filter cursor motor sensor
    factor bezwaar gevaar exemplaar halfjaar boekjaar verkeer vervoer invoer
    kantoor tractor sector monitor toner container manier vijver meer verder later eerder
    over onder achter hier daar plezier zekering dekking premie looptijd onderzoek artikel titel
    middel procedure structuur literatuur temperatuur cultuur natuur apparatuur software hardware
    wijzer kalender scanner printer rekenmachine website site webshop patch versie app portal
    koppeling bezwaar gevaar

        """
    )
)
"""Nouns that end like somebody who acts, and are things."""

AGENT_ENDINGS = (
    "aar", "eur", "ier", "ist", "icus", "kundige", "bureau", "dienst", "bedrijf",
    "maatschappij", "partij", "instantie", "therapeut", "meester", "adviseur", "leverancier",
    "verzekeraar", "bouwer", "beheerder", "leider", "manager", "trainer", "werker", "jurist",
    "notaris", "arts", "uitvoerder", "bank", "groep", "fonds", "corporatie", "vereniging",
    "stichting", "commissie", "raad", "kantoor", "handel", "drukkerij", "garage", "team",
    "chef", "hoofd", "ambtenaar", "consulent", "assistent", "docent", "agent", "gever", "nemer",
    "houder", "maker", "zetter", "dekker", "legger", "gieter", "coach", "verlener", "fabriek",
    "makelaar", "er", "inspectie", "winkel", "apotheek", "school", "timmerman", "vakman",
    "koopman", "werkman", "smid", "boer", "kwekerij", "bakkerij", "makelaardij", "rederij",
)  # fmt: skip
"""How nouns for people and organisations that act end."""

GROUP_ENDINGS = (
    "commissie", "stichting", "vereniging", "inspectie", "directie", "organisatie",
    "instelling", "redactie", "delegatie", "administratie", "politie", "familie", "coöperatie",
    "corporatie", "afdeling", "club", "ploeg", "instantie", "partij",
    "vergunningverlener", "medewerker",
)  # fmt: skip
"""The same, for organisations whose name ends like a thing."""

THING_ENDINGS = (
    "ing", "heid", "tie", "sie", "ment", "aat", "iteit", "isme", "sel", "offerte", "rapport",
    "polis", "contract", "formulier", "overzicht", "plan", "voorstel", "verslag", "lijst",
    "brief", "akte", "premie", "nummer", "kosten", "cijfers", "papieren", "gegevens", "stukken",
    "verweer", "systeem", "computer", "server", "letter", "folder", "poster", "sticker",
)  # fmt: skip
"""How nouns for things end."""

TITLES = frozenset(
    words(
        """
    meneer mijnheer mevrouw mevr mw mej hr dhr heer juffrouw dr drs ir ing mr prof dame mevrw mvr
        """
    )
)

TUSSENVOEGSELS = frozenset(
    words(
        """
        van de den der 't ter ten te la le du di da in op el al bin ben von 's vd v.d. v d'
        """
    )
)

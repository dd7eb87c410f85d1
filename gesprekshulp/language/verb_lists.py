"""The verbs the recogniser knows, sorted by what they say about their subject."""

from gesprekshulp.language.wordlists import words

PARTICLES = frozenset(
    words(
        """
    aan achter achteraan achterna af bekend beschikbaar bij bijeen binnen bloot boven deel dicht
    door droog gelijk gereed goed heen in inzichtelijk klaar kwijt langs leeg live los mede mee
    mis na neer om onder online op open over overeen plaats proef recht retour rond samen schoon
    stil stop tegemoet tegen terecht terug thuis toe uit vast veilig vol voor voorbij voort
    vooruit vrij waar weg zeker

        """
    )
)
"""Words that can be split off from a verb; "deel" and the like only count with their own verbs."""

# infinitive, past singular, past plural, participle
STRONG_ROWS: str = """
geven gaf gaven gegeven|nemen nam namen genomen|komen kwam kwamen gekomen
gaan ging gingen gegaan|doen deed deden gedaan|zien zag zagen gezien
brengen bracht brachten gebracht|zoeken zocht zochten gezocht|kopen kocht kochten gekocht
denken dacht dachten gedacht|sluiten sloot sloten gesloten
schrijven schreef schreven geschreven|bieden bood boden geboden|kijken keek keken gekeken
lezen las lazen gelezen|houden hield hielden gehouden|laten liet lieten gelaten
lopen liep liepen gelopen|roepen riep riepen geroepen|vragen vroeg vroegen gevraagd
dragen droeg droegen gedragen|slaan sloeg sloegen geslagen|staan stond stonden gestaan
zitten zat zaten gezeten|liggen lag lagen gelegen|blijven bleef bleven gebleven
krijgen kreeg kregen gekregen|vinden vond vonden gevonden|beginnen begon begonnen begonnen
zenden zond zonden gezonden|spreken sprak spraken gesproken|treffen trof troffen getroffen
trekken trok trokken getrokken|werven wierf wierven geworven|helpen hielp hielpen geholpen
steken stak staken gestoken|breken brak braken gebroken|rijden reed reden gereden
kiezen koos kozen gekozen|verliezen verloor verloren verloren|wijzen wees wezen gewezen
snijden sneed sneden gesneden|verdwijnen verdween verdwenen verdwenen
blijken bleek bleken gebleken|lijken leek leken geleken|schijnen scheen schenen geschenen
stijgen steeg stegen gestegen|zwijgen zweeg zwegen gezwegen|vallen viel vielen gevallen
weten wist wisten geweten|zeggen zei zeiden gezegd|vliegen vloog vlogen gevlogen
schieten schoot schoten geschoten|genieten genoot genoten genoten|gieten goot goten gegoten
graven groef groeven gegraven|laden laadde laadden geladen|vangen ving vingen gevangen
hangen hing hingen gehangen|wegen woog wogen gewogen|zweren zwoer zwoeren gezworen
bevelen beval bevalen bevolen|eten at aten gegeten|vergeten vergat vergaten vergeten
meten mat maten gemeten|treden trad traden getreden|heffen hief hieven geheven
scheiden scheidde scheidden gescheiden|raden raadde raadden geraden|stelen stal stalen gestolen
grijpen greep grepen gegrepen|strijken streek streken gestreken
schuiven schoof schoven geschoven|begrijpen begreep begrepen begrepen|lijden leed leden geleden
binden bond bonden gebonden|winnen won wonnen gewonnen|klinken klonk klonken geklonken
springen sprong sprongen gesprongen|dwingen dwong dwongen gedwongen|zingen zong zongen gezongen
drinken dronk dronken gedronken|schelden schold scholden gescholden
smelten smolt smolten gesmolten|sterven stierf stierven gestorven|werpen wierp wierpen geworpen
jagen joeg joegen gejaagd|slapen sliep sliepen geslapen|bakken bakte bakten gebakken
wassen waste wasten gewassen|malen maalde maalden gemalen|scheppen schiep schiepen geschapen
drijven dreef dreven gedreven|blazen blies bliezen geblazen|rijzen rees rezen gerezen
prijzen prees prezen geprezen|bezwijken bezweek bezweken bezweken|wijken week weken geweken
kruipen kroop kropen gekropen|ruiken rook roken geroken|buigen boog bogen gebogen
zuigen zoog zogen gezogen|glijden gleed gleden gegleden|bijten beet beten gebeten
scheren schoor schoren geschoren|nadenken nadacht nadachten nagedacht
dringen drong drongen gedrongen|schenken schonk schonken geschonken
bewegen bewoog bewogen bewogen|schrikken schrok schrokken geschrokken
vechten vocht vochten gevochten|verzinnen verzon verzonnen verzonnen
"""

ACT = words(
    """
    pakken lukken bereiden ronden kaarten lichten vatten scherpen frissen rollen praten keren
    vinken turven wandelen kloppen stippelen sluizen duwen schorten schalen dikken haken passen
    lopen knippen plakken lijmen bundelen ruimen gommen vijlen klikken vegen loodsen gidsen leiden
    ronselen strijken produceren fabriceren vervaardigen assembleren monteren kitten voegen
    egaliseren vlakken tegelen betegelen plaveien beantwoorden steunen sponsoren ondervangen
    omschakelen spitten harken frezen eggen rooien pootten poten inkuilen kuilen hooien drenken
    keuren merken verjongen ontsmetten desinfecteren steriliseren begraven bevestigen verweren
    kalmeren motiveren activeren mediëren loten trekken blussen ontstoppen doorspoelen spoelen
    ontluchten bijvullen verhelpen fixen hertesten hermeten opmeten vernissen beitsen verlijmen
    lakken gronden betonneren heien versoberen kapitaliseren indexeren herwaarderen taxeren veilen
    bezichtigen overbruggen dekken uitkeren navorderen leggen pluizen dokteren snuffelen navragen
    roosteren schaduwen observeren oefenen herhalen trainen doceren lesgeven examineren cijferen
    surveilleren excuseren verontschuldigen bedanken feliciteren condoleren complimenteren
    troosten geruststellen herplaatsen herindelen delen roteren wisselen escaleren parkeren
    blokken blokkeren vrijwaren claimen verhalen schikken compenseren restitueren vergoeden
    betalen voorschieten contracteren engageren boeken chartern sleutelen tunen sturen zenden
    mailen bellen appen faxen posten leveren bezorgen brengen halen maken schrijven tekenen
    ondertekenen regelen zorgen verzorgen doen nemen geven verstrekken verschaffen overhandigen
    voldoen crediteren factureren declareren storten verrekenen aflossen overboeken controleren
    checken nakijken toetsen testen proeven inspecteren beoordelen evalueren analyseren
    onderzoeken zoeken bekijken kijken lezen bestuderen doornemen verifiëren valideren vergelijken
    berekenen rekenen becijferen calculeren waarderen meten tellen wegen scannen kopiëren printen
    drukken publiceren plaatsen zetten hangen bouwen verbouwen metselen stucen schilderen verven
    timmeren demonteren installeren configureren programmeren ontwikkelen ontwerpen schetsen
    implementeren migreren upgraden updaten patchen deployen resetten deblokkeren deactiveren
    koppelen ontkoppelen synchroniseren exporteren importeren uploaden downloaden converteren
    repareren herstellen oplossen fiksen vervangen verwisselen ruilen verwijderen wissen schrappen
    slopen saneren opruimen reinigen poetsen wassen dweilen organiseren plannen inplannen
    agenderen reserveren bestellen kopen verkopen huren verhuren leasen lenen aanbesteden offreren
    verlagen verhogen verlengen vernieuwen verbeteren corrigeren wijzigen veranderen herzien
    herschrijven herberekenen bewerken verwerken werken redigeren vertalen samenvatten formuleren
    specificeren uitwerken documenteren archiveren registreren inventariseren rubriceren sorteren
    ordenen rangschikken markeren voorzien vullen verspreiden distribueren verdelen communiceren
    informeren berichten melden rapporteren presenteren introduceren demonstreren tonen overleggen
    bespreken afstemmen sparren polsen raadplegen benaderen contacteren bereiken
    bezoeken spreken ontmoeten interviewen coachen begeleiden scholen instrueren onderwijzen
    opleiden werven selecteren aannemen benoemen ontslaan aanstellen vragen opvragen uitzoeken
    antwoorden reageren terugkoppelen accorderen autoriseren goedkeuren afkeuren fiatteren
    vaststellen besluiten beslissen kiezen bepalen stemmen verlenen toekennen subsidiëren
    financieren investeren beleggen verzekeren sluiten openen starten stoppen opzeggen annuleren
    beëindigen verbreken ontbinden verhuizen verplaatsen verzetten vervoeren transporteren laden
    lossen rijden ophalen afleveren ontruimen leegmaken inrichten meubileren isoleren renoveren
    onderhouden smeren spuiten zaaien planten oogsten maaien ploegen bemesten bemonsteren enten
    vaccineren behandelen opereren verwijzen voorschrijven verplegen onthouden deponeren indienen
    aanvragen procederen dagvaarden sommeren onderhandelen bemiddelen arbitreren adviseren
    ondersteunen helpen assisteren bijstaan vertegenwoordigen waarnemen bewaken volgen monitoren
    signaleren uitvoeren doorvoeren afronden voltooien completeren afmaken opleveren realiseren
    verwezenlijken ondernemen richten stellen houden slaan passeren notuleren noteren aanpassen
    actualiseren verwittigen fotograferen filmen opnemen opstellen opmaken optekenen voorbereiden
    voorleggen vernietigen versnipperen digitaliseren coderen verzamelen zamelen lanceren promoten
    adverteren etaleren prijzen afprijzen verpakken inpakken frankeren wijzen geleiden roepen
    schakelen vernauwen verbreden graven gieten bestraten asfalteren boren zagen lassen draaien
    solderen bedraden aarden stallen voeren melken scheren slachten fokken pachten verpachten
    oormerken bekostigen bijdragen bijspringen inspringen invallen overnemen overdragen delegeren
    uitbesteden inhuren schorsen mandateren machtigen legaliseren notariëren hertaxeren
    oversluiten royeren premievrijmaken afkopen schenken nalaten vererven inbrengen afstorten
    consolideren boekhouden salariëren loonheffen afdragen afschrijven amortiseren herfinancieren
    herstructureren reorganiseren outsourcen screenen kalibreren ijken certificeren auditen
    reviewen overzetten loggen tracken finetunen hosten pingen faciliteren modereren cateren
    uitnodigen verwelkomen ontvangsten rondleiden afvoeren verlonen detacheren re-integreren
    matchen kwijtschelden herinneren attenderen waarschuwen alarmeren opschalen afschalen normeren
    begroten ramen budgetteren prognosticeren modelleren simuleren doorrekenen finaliseren
    concretiseren aanscherpen inkorten opschonen ontdubbelen koelen invriezen ontdooien bakken
    koken serveren tappen picken orderen labelen spiegelen borgen waarborgen verzilveren innen
    incasseren vorderen betwisten aanvechten verdedigen pleiten bepleiten ondertitelen illustreren
    vormgeven lay-outen binden perforeren retourneren verzegelen ontzegelen beveiligen
    versleutelen vergrendelen ontgrendelen vrijgeven vrijmaken afgeven uitgeven uitreiken
    overmaken bijmaken schonen mengen gunnen snoeien beregenen drogen persen wikkelen hakselen
    fatsoeneren afgraven dempen verstevigen stutten ontvochtigen behangen stofferen ontwormen
    castreren chippen verdoven hechten verbinden verschonen douchen indiceren diagnosticeren
    bloedprikken prikken verwerven nalopen nabellen afbellen opbellen rondbellen doorbellen
    mobiliseren uitdelen bedenken ontlasten vrijroosteren toelichten verduidelijken verhelderen
    onderbouwen onderschrijven onderstrepen opvolgen afhandelen afwikkelen afwerken bijwerken
    wegwerken klaarzetten klaarleggen vastleggen opvangen opzoeken uittypen typen tikken
    kortsluiten uitwisselen verkennen verdiepen oriënteren inlezen aanmelden afmelden inschrijven
    uitschrijven omzetten omzeilen ombouwen overstappen deelnemen meedoen meewerken meebetalen
    bijbetalen nabetalen terugbetalen terugbellen terugsturen hervatten vervolgen voortzetten
    continueren bemannen bezetten bewaren opslaan opbergen vrijhouden intrekken herroepen wijden
    besteden taggen paraferen stempelen bekrachtigen ratificeren aanhaken aanhouden annoteren
    attesteren bijsturen doorlichten doorspreken omschrijven verslaan vertolken aanvangen
    verwoorden uitspreken gaatverder opfrissen opwaarderen opleuken aansluiten afsluiten invoeren
    inregelen uitrollen uitzetten aanzetten opzetten neerzetten rondsturen doorsturen verzenden
    versturen toesturen toezenden opsturen nasturen meesturen insturen nazenden fakturen
    bijschrijven ontsluiten oprichten stichten fuseren splitsen ontvlechten liquideren
    verantwoorden beargumenteren peilen enquêteren bevragen consulteren testeren accepteren
    verleggen verdichten verruimen versoepelen vereenvoudigen versnellen verkorten verminderen
    vissen duiken sporen belasten bekommeren ontfermen vergewissen herijken herwegen
    bedingen
    hoesten seinen
    verkleinen vergroten uitbreiden beperken inperken bezuinigen bijstellen slijpen smeden
    """
)
"""Does something."""

MOVE = words(
    """
    komen gaan beginnen aanvangen lopen stappen vertrekken reizen verschijnen stijgen rondlopen
    aansluiten aanschuiven langskomen langsgaan starten eindigen
    """
)
"""Comes, goes, begins: a promise when a person does it."""

STATE = words(
    """
    vergaderen zoeken kloppen passen zakken vinden kennen wonen geloven vrezen voelen merken zien
    staan liggen zitten blijven bestaan gelden kosten duren betekenen heten behoren lijken blijken
    schijnen twijfelen gebeuren ontstaan ontbreken mislukken lukken dalen groeien krimpen vallen
    verlopen klagen zeuren balen dromen slapen slikken lijden genieten begrijpen snappen herkennen
    missen verliezen winnen vergeten wachten leven sterven bezitten bevatten omvatten deugen
    dreigen durven overwegen aarzelen vermoeden schatten ergeren schrikken vereisen hangen ruiken
    smaken huilen lachen heersen toenemen afnemen verdienen horen bevallen mankeren ontgaan vergen
    volstaan zwijgen verdwijnen spelen bloeien rijpen roesten lekken piepen crashen werken draaien
    renderen lonen denken weigeren ontkennen dulden sputteren mopperen wantrouwen respecteren
    haten rusten verwaarlozen verzwijgen verbazen verwonderen tobben worstelen kampen streven
    neigen rekenen treden schommelen fluctueren stagneren haperen piekeren peinzen wankelen zweven
    profiteren prevaleren existeren resulteren ressorteren verkeren verblijven resideren
    overheersen domineren overtreffen overstijgen bewonderen koesteren begeren beogen verkiezen
    wanhopen schromen treuren rouwen mokken morren foeteren vloeken razen jammeren kermen zuchten
    zweten blozen trillen beven gloeien glanzen glimmen schitteren stralen stinken walmen hunkeren
    snakken wemelen krioelen talmen treuzelen dralen sluimeren ontwaken stranden falen slagen
    kwakkelen kwijnen verkommeren sukkelen stokken bezwijken vergaan rotten schimmelen verroesten
    verouderen slijten verslijten verzakken verzanden verslechteren verergeren kelderen klinken
    wringen knellen jeuken irriteren storen hinderen frustreren verontrusten verbijsteren
    verrassen ontroeren raken spijten berouwen verheugen vervelen interesseren boeien fascineren
    intrigeren deren schaden baten betreffen behelzen impliceren getuigen duiden symboliseren
    representeren vormen omspannen beslaan omgeven grenzen strekken reiken hellen leunen stoelen
    berusten ontberen derven schelen verschillen variëren afwijken contrasteren corresponderen
    rijmen botsen conflicteren knagen uitdijen zwellen slinken floreren gedijen tieren wennen
    lusten eten drinken luiden bedragen belopen overlijden trouwen verjaren verstrijken expireren
    aanbreken voortduren resten overblijven smeulen branden smelten bevriezen dooien regenen
    sneeuwen waaien vriezen hagelen stormen onweren varen tegenvallen onderkennen beseffen menen
    twisten ruziën roken snurken studeren pendelen forenzen vrezen behouden vergrijzen verarmen
    ploeteren zwoegen stoeien kibbelen modderen prakkiseren verzuimen ontsporen
    dwarsliggen volharden persisteren

    """
)
"""Is, knows, finds."""

SAY = words(
    """
    noteren zeggen vertellen verklaren mededelen berichten aankondigen schrijven melden stellen
    beweren
    noemen benadrukken herhalen mailen appen roepen antwoorden bellen opmerken toevoegen
    verzuchten bekennen toelichten geven laten

    """
)
"""What follows is reported."""

PROMISE = words(
    """
    beloven garanderen verzekeren bevestigen waarborgen overeenkomen zweren verbinden verplichten
    committeren besluiten
    """
)
"""What follows is promised."""

ASK = words(
    """
    vragen verzoeken eisen verlangen informeren smeken opperen
    """
)
"""What follows is asked."""

ADVISE = words(
    """
    adviseren raden aanbevelen suggereren wensen hopen menen denken vinden klagen vrezen twijfelen
    begrijpen uitleggen verwachten bedenken overwegen weigeren ontkennen dromen vermoeden bevelen
    waarschuwen betwijfelen voelen geloven zien snappen weten vergeten bespreken prefereren
    verlangen
    """
)
"""What follows is advised, wished, thought or doubted."""

RECEIVE = words(
    """
    krijgen ontvangen horen vernemen
    """
)
"""Gets: the promise is of the one who gives."""

TRY = words(
    """
    proberen pogen trachten streven
    """
)
"""Binds to nothing."""

AUXILIARY_ROWS = {
    "hebben": "heb:1 hebt:2 heeft:2 hebben:4 hebbe:1 had:8 hadden:8 gehad:16",
    "zijn": "ben:1 bent:2 is:2 zijn:4 was:8 waren:8 geweest:16",
    "worden": "word:1 wordt:2 worden:4 werd:8 werden:8 geworden:16",
    "zullen": "zal:3 zult:2 zullen:4 zou:8 zouden:8 zoudt:8",
    "kunnen": "kan:3 kunt:2 kun:1 kunnen:4 kon:8 konden:8 gekund:16",
    "willen": "wil:3 wilt:2 willen:4 wilde:8 wilden:8 wou:8 wouden:8 gewild:16",
    "moeten": "moet:3 moeten:4 moest:8 moesten:8 gemoeten:16",
    "mogen": "mag:3 mogen:4 mocht:8 mochten:8",
    "hoeven": "hoef:1 hoeft:2 hoeven:4 hoefde:8 hoefden:8",
    "dienen": "dien:1 dient:2 dienen:4 diende:8 dienden:8 gediend:16",
    "gaan": "ga:1 gaat:2 gaan:4 ging:8 gingen:8 gegaan:16",
    "komen": "kom:1 komt:2 komen:4 kwam:8 kwamen:8 gekomen:16",
    "doen": "doe:1 doet:2 doen:4 deed:8 deden:8 gedaan:16",
    "staan": "sta:1 staat:2 staan:4 stond:8 stonden:8 gestaan:16",
    "slaan": "sla:1 slaat:2 slaan:4 sloeg:8 sloegen:8 geslagen:16",
    "zien": "zie:1 ziet:2 zien:4 zag:8 zagen:8 gezien:16",
    "weten": "weet:3 weten:4 wist:8 wisten:8 geweten:16",
}
"""Each form with what it can be, as the sum of its Form values."""

MODALS = frozenset(("zullen", "kunnen", "willen", "moeten", "mogen", "hoeven", "dienen"))

WITH_INFINITIVE = MODALS | {"gaan", "laten"}
"""Verbs that an infinitive without "te" goes with."""

STATE_WITH_PARTICLE = words(
    """
    aansturen afhangen meevallen tegenvallen opvallen uitzien uitmaken aflopen ingaan doorgaan
    neerkomen aankomen afwachten opzien uitgaan voorkomen toenemen uitvallen opleven tegenwerken
    vastlopen misgaan goedgaan stilstaan openstaan afvragen voorstaan toezien meedenken aanvoelen
    goedlopen goeddraaien goedzitten goeddoen
    plaatsvinden uitkomen leeglopen weglopen oplopen teruglopen meespelen inhouden
    opkomen voorliggen vastzitten klaarstaan aanstaan achterblijven achterlopen voorbijgaan
    voorbehouden onderdoen uitkijken goedkomen thuiswerken doorwerken terechtkomen vrijkomen
    loskomen overlaten overhouden tegoedhouden terugtrekken klaarkomen rondkomen afzien
    uittrekken afhaken afvallen instorten doordraven dichtslibben omvallen wegvallen wegblijven
    uitblijven opraken vollopen droogvallen stilvallen doorslaan
    nadenken tegemoetzien voorgaan openlaten opletten tegenstribbelen tegensputteren
    terugkrabbelen inbinden bijdraaien afweten vooruitgaan

    """
)

ACT_WITH_PARTICLE = words(
    "bijstaan afstaan toestaan ophangen invallen nasporen opsporen uitvallen terughoren"
)

PROMISE_WITH_PARTICLE = words(
    """
    toezeggen instaan instemmen afspreken aanbieden voornemen toestemmen overeenkomen
    """
)

SAY_WITH_PARTICLE = words(
    """
    toegeven vastleggen doorgeven terugkoppelen doorbellen voorlezen aangeven meedelen mededelen
    toevoegen aanvoeren aankondigen

    """
)

ADVISE_WITH_PARTICLE = words(
    """
    aanraden aandringen aanbevelen afraden voorstellen uitleggen tegenwerpen
    """
)

RESTING = frozenset(
    words(
        """
        blijken blijven groeien hangen leven liggen lijken staan vallen wonen zijn zitten
        """
    )
)
"""Verbs of rest; with a particle they still say a state."""

WHOLE = frozenset(
    words(
        """
        aanbesteden aanbevelen afstorten doorkruisen implementeren importeren inboeken incasseren
        indiceren indienen informeren innen inspecteren installeren instrueren interviewen
    introduceren inventariseren investeren mededelen medetekenen melden melken menen mengen meten
        misleiden mislukken naderen omschrijven onderbouwen onderbreken onderhandelen onderhouden
        ondernemen onderschrijven ondersteunen onderstrepen ondertekenen onderwijzen onderzoeken
        openen operen opereren opperen optimaliseren opzeggen organiseren oriënteren overeenkomen
        overkomen overleggen overlijden overtuigen overwegen toepassen toetsen uitnodigen vasten
    vernieuwen voegen voeren voldoen volgen volstaan voltooien voorkomen voorzien weerleggen wegen
        """
    )
)
"""Infinitives that only look as if a particle could be split off."""

NOUN_LIKE = frozenset(
    words(
        """
        audit audits rooster roosters offerte kaart kaarten schets scan lijst druk steun hulp
        aan aanbod aandeel aanpak aanslag aanvraag af afdruk afslag afspraak akkoord antwoord bedrag
        bedragen begeleiding beheer bericht besluit best beste beter bewijs bezoek bij bijdrage boek
    boren bouw contact dagen deel delen dicht diensten door eerste eisen gebruik gedeelte gelegen
    gereed gesprek goede grote helder huur in inbreng ingang inhuur inkoop inval inzet jaren kant
    keus klaar koop kosten laatste namen lading leden leeg leiding lessen licht maanden mail mei
        mensen meter na nadeel nood offertes omzet onderdeel oogst onderzoek ontwerp oordeel op
        opdracht open opening opgave oplossing opmaak opname opslag opzet orders oude over overleg
        plaatsen plan planning planten post prijs prijzen punten raad recht rekening rest rond
        stand start stukken tafel teken tekst test toe toegang toegangspassen toezicht toon trek uit
        uitgang uitleg
        uitslag uitstel uitval uren vast verhuur verkoop verslagen vervolg verzoek voor voordeel
        voorkeur voorstel vragen week weken werk wijk wijzigingen zaal zagen zaken
        """
    )
)
"""Forms that are verbs only when a subject stands beside them ("ik bel", "wij plaatsen")."""

NO_VERBS = frozenset(
    words(
        """
        als dan toch maar juist pas steeds vandaag heel erg zeer zo hier daar nu slecht goed echt
        recht licht vast best laatst vlot direct correct exact perfect beschikbaar bereikbaar
        akkoord klacht recent compact bekend gezond kort zwart wit groot abrupt bewust gericht
        bericht contact budget project product contract traject concept rapport tekort markt
        kracht termijn status spoed agent docent patient student dat wat niet net met uit tot het
        kwijt beleefd
        laat nacht jacht lucht zicht plicht dienst winst kunst rest klant kant punt opdracht
        assistent cliënt overzicht inzicht gezicht gewicht recept respect effect object subject
        krediet internet intranet bestand district consument document moment percent procent
        build sprint boord ontvangst opbrengst komst aankomst toekomst overeenkomst uitkomst
        """
    )
)
"""Words in -t and the like that an unknown verb must not be taken for."""

SHORT_FORMS = {
    "ontv": ("ontvangen", 2), "verst": ("versturen", 2), "verw": ("verwerken", 2),
    "ber": ("berekenen", 2), "gecontr": ("controleren", 16), "gespr": ("spreken", 16),
    "bespr": ("bespreken", 16), "gevr": ("vragen", 16), "gez": ("zeggen", 16),
    "prob": ("proberen", 3),
}  # fmt: skip
"""Verbs as they are abbreviated, each with its infinitive and the sum of its Form values."""

"""Dutch verbs: which verb a word is a form of, and what that verb says about a promise.

The forms are made from the infinitives by rule; strong verbs bring their own past and participle.
A form that the rules make too much ("leveert") never occurs in text and does no harm.
"""

from dataclasses import dataclass
from enum import IntFlag, StrEnum
from functools import cache, lru_cache

from gesprekshulp.language.lexicon import (
    ALREADY,
    COORDINATORS,
    DETERMINERS,
    HABITS,
    NEGATIONS,
    PREPOSITIONS,
    SUBORDINATORS,
)


class Form(IntFlag):
    """What a word can be within its verb."""

    STEM = 1  # (ik) lever
    THIRD = 2  # (hij) levert
    PLURAL = 4  # (wij) leveren, and the infinitive
    PAST = 8  # leverde, leverden
    PARTICIPLE = 16  # geleverd


class Sort(StrEnum):
    """What a verb in the present tense says about its subject."""

    ACT = "act"  # does something: a promise
    MOVE = "move"  # comes, goes, begins: a promise when a person does it
    STATE = "state"  # is, knows, finds: never a promise
    RECEIVE = "receive"  # gets, hears: the promise is the giver's
    PROMISE = "promise"  # promises, guarantees: what follows is promised
    SAY = "say"  # says, reports: what follows is reported
    ASK = "ask"
    ADVISE = "advise"  # advises, wishes, thinks, complains: what follows is not promised
    TRY = "try"  # tries: a promise that binds to nothing
    MODAL = "modal"
    AUX = "aux"


@dataclass(frozen=True, slots=True)
class Verb:
    """A word read as a verb: `lemma` without its particle, the particle and the possible forms."""

    lemma: str
    particle: str
    form: Form

    @property
    def name(self) -> str:
        """The whole infinitive: "aanleveren"."""
        return self.particle + self.lemma


PARTICLES = frozenset(
    "aan achter achterna achteraan af bij bijeen binnen bekend beschikbaar bloot boven deel dicht "
    "door droog gelijk gereed goed heen in inzichtelijk klaar kwijt langs leeg live los mede mee "
    "mis na neer om onder online op open over plaats proef recht retour rond samen schoon stil stop "
    "tegemoet tegen terecht terug thuis toe uit vast veilig vol voor voorbij voort vooruit vrij "
    "waar weg zeker".split()
)
"""Words that can be split off from a verb; nouns such as "deel" only count with their own verbs."""

# infinitive, past singular, past plural, participle
_STRONG_ROWS = """
geven gaf gaven gegeven|nemen nam namen genomen|komen kwam kwamen gekomen|gaan ging gingen gegaan
doen deed deden gedaan|zien zag zagen gezien|brengen bracht brachten gebracht
zoeken zocht zochten gezocht|kopen kocht kochten gekocht|denken dacht dachten gedacht
sluiten sloot sloten gesloten|schrijven schreef schreven geschreven|bieden bood boden geboden
kijken keek keken gekeken|lezen las lazen gelezen|houden hield hielden gehouden
laten liet lieten gelaten|lopen liep liepen gelopen|roepen riep riepen geroepen
vragen vroeg vroegen gevraagd|dragen droeg droegen gedragen|slaan sloeg sloegen geslagen
staan stond stonden gestaan|zitten zat zaten gezeten|liggen lag lagen gelegen
blijven bleef bleven gebleven|krijgen kreeg kregen gekregen|vinden vond vonden gevonden
beginnen begon begonnen begonnen|zenden zond zonden gezonden|spreken sprak spraken gesproken
treffen trof troffen getroffen|trekken trok trokken getrokken|werven wierf wierven geworven
helpen hielp hielpen geholpen|steken stak staken gestoken|breken brak braken gebroken
rijden reed reden gereden|kiezen koos kozen gekozen|verliezen verloor verloren verloren
wijzen wees wezen gewezen|snijden sneed sneden gesneden|verdwijnen verdween verdwenen verdwenen
blijken bleek bleken gebleken|lijken leek leken geleken|schijnen scheen schenen geschenen
stijgen steeg stegen gestegen|zwijgen zweeg zwegen gezwegen|vallen viel vielen gevallen
weten wist wisten geweten|zeggen zei zeiden gezegd|vliegen vloog vlogen gevlogen
schieten schoot schoten geschoten|genieten genoot genoten genoten|gieten goot goten gegoten
graven groef groeven gegraven|laden laadde laadden geladen|vangen ving vingen gevangen
hangen hing hingen gehangen|wegen woog wogen gewogen|zweren zwoer zwoeren gezworen
bevelen beval bevalen bevolen|eten at aten gegeten|vergeten vergat vergaten vergeten
meten mat maten gemeten|treden trad traden getreden|heffen hief hieven geheven
scheiden scheidde scheidden gescheiden|raden raadde raadden geraden|stelen stal stalen gestolen
grijpen greep grepen gegrepen|strijken streek streken gestreken|schuiven schoof schoven geschoven
begrijpen begreep begrepen begrepen|lijden leed leden geleden|binden bond bonden gebonden
winnen won wonnen gewonnen|klinken klonk klonken geklonken|springen sprong sprongen gesprongen
dwingen dwong dwongen gedwongen|zingen zong zongen gezongen|drinken dronk dronken gedronken
schelden schold scholden gescholden|smelten smolt smolten gesmolten|sterven stierf stierven gestorven
werpen wierp wierpen geworpen|jagen joeg joegen gejaagd|slapen sliep sliepen geslapen
bakken bakte bakten gebakken|wassen waste wasten gewassen|malen maalde maalden gemalen
scheppen schiep schiepen geschapen|drijven dreef dreven gedreven|blazen blies bliezen geblazen
rijzen rees rezen gerezen|prijzen prees prezen geprezen|bezwijken bezweek bezweken bezweken
wijken week weken geweken|kruipen kroop kropen gekropen|ruiken rook roken geroken
buigen boog bogen gebogen|zuigen zoog zogen gezogen|glijden gleed gleden gegleden
bijten beet beten gebeten|scheren schoor schoren geschoren|nadenken nadacht nadachten nagedacht
"""

_ACT = """
pakken lukken bereiden ronden kaarten lichten vatten scherpen frissen rollen praten keren vinken turven wandelen kloppen
stippelen sluizen duwen schorten schalen dikken haken passen lopen knippen plakken lijmen bundelen
ruimen gommen vijlen klikken vegen loodsen gidsen leiden ronselen strijken produceren fabriceren
vervaardigen assembleren monteren kitten voegen egaliseren vlakken tegelen betegelen plaveien
beantwoorden steunen sponsoren ondervangen omschakelen spitten harken frezen eggen rooien pootten poten
inkuilen kuilen hooien drenken keuren merken verjongen ontsmetten desinfecteren steriliseren
begraven bevestigen verweren kalmeren motiveren activeren mediëren loten trekken
blussen ontstoppen doorspoelen spoelen ontluchten bijvullen kitten verhelpen fixen hertesten
hermeten opmeten vernissen beitsen verlijmen lakken gronden betonneren heien
versoberen kapitaliseren indexeren herwaarderen taxeren veilen bezichtigen overbruggen
dekken uitkeren navorderen
leggen pluizen dokteren snuffelen navragen
roosteren schaduwen observeren oefenen herhalen trainen doceren lesgeven examineren
cijferen surveilleren excuseren
verontschuldigen bedanken feliciteren condoleren complimenteren troosten geruststellen
herplaatsen herindelen delen roteren wisselen escaleren parkeren blokken blokkeren
vrijwaren claimen verhalen schikken compenseren restitueren vergoeden betalen voorschieten
contracteren engageren boeken chartern sleutelen tunen
sturen zenden mailen bellen appen faxen posten leveren bezorgen brengen halen maken schrijven tekenen
ondertekenen regelen zorgen verzorgen doen nemen geven verstrekken verschaffen overhandigen betalen
voldoen vergoeden crediteren factureren declareren storten boeken verrekenen aflossen overboeken
controleren checken nakijken toetsen testen proeven keuren inspecteren beoordelen evalueren
analyseren onderzoeken zoeken bekijken kijken lezen bestuderen doornemen verifiëren valideren
vergelijken berekenen rekenen becijferen calculeren taxeren waarderen meten tellen wegen scannen
kopiëren printen drukken publiceren plaatsen zetten leggen hangen bouwen verbouwen metselen stucen
schilderen verven timmeren monteren demonteren installeren configureren programmeren ontwikkelen
ontwerpen schetsen implementeren migreren upgraden updaten patchen deployen resetten blokkeren
deblokkeren activeren deactiveren koppelen ontkoppelen synchroniseren exporteren importeren uploaden
downloaden converteren repareren herstellen verhelpen oplossen fiksen vervangen verwisselen ruilen
verwijderen wissen schrappen slopen saneren ruimen opruimen reinigen poetsen wassen vegen dweilen
organiseren plannen inplannen agenderen reserveren boeken bestellen kopen verkopen huren verhuren
leasen lenen veilen aanbesteden offreren verlagen verhogen verlengen vernieuwen verbeteren
corrigeren wijzigen veranderen herzien herschrijven herberekenen bewerken verwerken werken redigeren
vertalen samenvatten formuleren specificeren uitwerken documenteren archiveren registreren
inventariseren rubriceren sorteren ordenen rangschikken markeren voorzien vullen bijvullen
verspreiden distribueren delen verdelen communiceren informeren berichten melden rapporteren
presenteren introduceren demonstreren tonen overleggen bespreken vergaderen afstemmen sparren polsen
raadplegen benaderen contacteren bereiken bezoeken spreken ontmoeten interviewen coachen begeleiden
trainen scholen instrueren onderwijzen opleiden werven selecteren aannemen benoemen ontslaan
aanstellen vragen opvragen uitzoeken navragen antwoorden beantwoorden reageren terugkoppelen
bevestigen accorderen autoriseren goedkeuren afkeuren fiatteren vaststellen besluiten beslissen
kiezen bepalen stemmen verlenen toekennen subsidiëren financieren sponsoren investeren beleggen
verzekeren sluiten openen starten stoppen opzeggen annuleren beëindigen verbreken ontbinden
verhuizen verplaatsen verzetten vervoeren transporteren laden lossen rijden ophalen afleveren
ontruimen leegmaken inrichten meubileren isoleren renoveren onderhouden smeren spuiten zaaien
planten oogsten maaien ploegen bemesten bemonsteren enten vaccineren behandelen opereren verwijzen
voorschrijven verplegen wegen onthouden deponeren indienen aanvragen procederen dagvaarden sommeren
onderhandelen bemiddelen arbitreren adviseren ondersteunen helpen assisteren bijstaan vertegenwoordigen
waarnemen bewaken volgen monitoren signaleren escaleren uitvoeren doorvoeren afronden voltooien
completeren afmaken opleveren realiseren verwezenlijken ondernemen richten stellen houden halen
trekken slaan passeren notuleren noteren aanpassen actualiseren verwittigen bezorgen fotograferen
filmen opnemen opstellen opmaken optekenen voorbereiden voorleggen vernietigen versnipperen
digitaliseren coderen bundelen verzamelen zamelen lanceren promoten adverteren etaleren prijzen
afprijzen verpakken inpakken frankeren wijzen geleiden roepen schakelen vernauwen verbreden graven
storten gieten egaliseren bestraten asfalteren boren zagen lassen frezen draaien solderen leiden
bedraden aarden stallen voeren melken scheren slachten fokken pachten verpachten oormerken
bekostigen bijdragen bijspringen inspringen invallen overnemen overdragen delegeren uitbesteden
inhuren schorsen mandateren machtigen legaliseren notariëren hertaxeren oversluiten royeren
premievrijmaken afkopen schenken nalaten vererven verdelen inbrengen afstorten deblokkeren
consolideren boekhouden salariëren loonheffen afdragen afschrijven activeren amortiseren
herfinancieren herstructureren saneren reorganiseren outsourcen screenen keuren kalibreren ijken
certificeren auditen reviewen overzetten loggen tracken finetunen hosten pingen faciliteren
modereren cateren uitnodigen verwelkomen ontvangsten rondleiden afvoeren storten verlonen
detacheren re-integreren matchen kwijtschelden herinneren attenderen waarschuwen alarmeren opschalen
afschalen normeren begroten ramen budgetteren prognosticeren modelleren simuleren doorrekenen
finaliseren concretiseren aanscherpen inkorten opschonen ontdubbelen koelen invriezen ontdooien
bakken koken serveren tappen schenken bezorgen picken orderen labelen scannen vullen spiegelen
borgen waarborgen verzilveren innen incasseren vorderen betwisten aanvechten verdedigen pleiten
bepleiten ondertitelen illustreren vormgeven opmaken lay-outen drukken binden perforeren
beantwoorden retourneren verzegelen ontzegelen beveiligen versleutelen vergrendelen ontgrendelen
vrijgeven vrijmaken afgeven uitgeven uitreiken overmaken bijmaken schonen mengen gunnen
snoeien beregenen drogen persen wikkelen hakselen fatsoeneren egaliseren afgraven dempen
verstevigen stutten ontvochtigen behangen stofferen ontwormen castreren chippen verdoven hechten
verbinden verschonen douchen indiceren observeren diagnosticeren bloedprikken prikken
verwerven nalopen nabellen afbellen opbellen rondbellen doorbellen mobiliseren bestuderen
uitdelen bedenken ontlasten vrijroosteren roosteren surveilleren corrigeren nakijken becijferen
toelichten verduidelijken verhelderen motiveren onderbouwen onderschrijven onderstrepen opvolgen
afhandelen afwikkelen afwerken bijwerken wegwerken klaarzetten klaarleggen vastleggen opvangen
opzoeken uittypen typen tikken kortsluiten uitwisselen wisselen verkennen inventariseren melden
verdiepen oriënteren inlezen aanmelden afmelden inschrijven uitschrijven omzetten omzeilen ombouwen
overstappen deelnemen meedoen meewerken meebetalen bijbetalen nabetalen terugbetalen terugbellen
terugsturen hervatten vervolgen voortzetten continueren verhuren bemannen bezetten bewaren
opslaan opbergen opruimen stallen vrijhouden intrekken herroepen wijden besteden reserveren
labelen taggen tekenen ondertekenen paraferen stempelen bekrachtigen ratificeren aanhaken aanhouden
annoteren attesteren bijsturen doorlichten doorspreken omschrijven verslaan vertolken aanvangen
verwoorden uitspreken gaatverder opfrissen opwaarderen opleuken aansluiten afsluiten invoeren
inventariseren inregelen uitrollen uitzetten aanzetten opzetten neerzetten rondsturen doorsturen
verzenden versturen toesturen toezenden opsturen nasturen meesturen insturen nazenden fakturen
bijschrijven ontsluiten oprichten stichten fuseren splitsen ontvlechten liquideren
verantwoorden beargumenteren peilen enquêteren bevragen consulteren testeren accepteren
verleggen verdichten verruimen versoepelen vereenvoudigen versnellen verkorten verminderen
verkleinen vergroten uitbreiden beperken inperken bezuinigen bijstellen vaccineren slijpen smeden
""".split()

_MOVE = """
komen gaan beginnen aanvangen lopen stappen vertrekken reizen verschijnen stijgen rondlopen
aansluiten aanschuiven langskomen langsgaan starten eindigen
""".split()

_STATE = """
vinden kennen wonen geloven vrezen voelen merken zien staan liggen zitten blijven bestaan gelden
kosten duren betekenen heten behoren lijken blijken schijnen twijfelen gebeuren ontstaan ontbreken
mislukken lukken dalen groeien krimpen vallen verlopen klagen zeuren balen dromen slapen slikken
lijden genieten begrijpen snappen herkennen missen verliezen winnen vergeten wachten leven sterven
bezitten bevatten omvatten deugen dreigen durven overwegen aarzelen vermoeden
schatten ergeren schrikken vereisen hangen ruiken smaken huilen lachen heersen
toenemen afnemen verdienen horen bevallen mankeren ontgaan vrezen vergen volstaan zwijgen verdwijnen
spelen bloeien rijpen roesten lekken piepen crashen werken draaien renderen lonen
denken weigeren ontkennen dulden sputteren mopperen wantrouwen respecteren haten rusten
verwaarlozen verzwijgen verbazen verwonderen tobben worstelen kampen streven neigen rekenen
""".split()

_SAY = """
zeggen vertellen verklaren mededelen berichten aankondigen schrijven melden stellen noemen
benadrukken herhalen mailen appen roepen antwoorden bellen opmerken toevoegen verzuchten bekennen
toelichten geven laten
""".split()

_PROMISE = """
beloven garanderen verzekeren bevestigen waarborgen overeenkomen zweren verbinden verplichten
committeren besluiten
""".split()

_ASK = "vragen verzoeken eisen verlangen informeren smeken opperen".split()
_ADVISE = """
adviseren raden aanbevelen suggereren wensen hopen menen denken vinden klagen vrezen twijfelen
begrijpen uitleggen verwachten bedenken overwegen weigeren ontkennen dromen vermoeden bevelen
waarschuwen betwijfelen voelen geloven zien snappen weten vergeten bespreken prefereren verlangen
""".split()

_RECEIVE = "krijgen ontvangen horen vernemen".split()
_TRY = "proberen pogen trachten streven".split()

_AUX_ROWS = {
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
MODALS = frozenset(("zullen", "kunnen", "willen", "moeten", "mogen", "hoeven", "dienen"))

_PARTICLE_SORTS: dict[str, Sort] = {
    **dict.fromkeys(
        "aansturen afhangen meevallen tegenvallen opvallen uitzien uitmaken aflopen ingaan doorgaan "
        "neerkomen aankomen afwachten opzien uitgaan voorkomen toenemen afnemen uitvallen opleven "
        "tegenwerken vastlopen misgaan goedgaan stilstaan openstaan afvragen voorstaan toezien "
        "meedenken aanvoelen inzien aandringen plaatsvinden uitkomen leeglopen weglopen oplopen "
        "teruglopen meespelen inhouden opkomen voorliggen vastzitten klaarstaan aanstaan "
        "terugzien achterblijven achterlopen voorbijgaan onderdoen".split(),
        Sort.STATE,
    ),
    **dict.fromkeys(
        "toezeggen afspreken aanbieden voornemen toestemmen overeenkomen".split(), Sort.PROMISE
    ),
    **dict.fromkeys(
        "aangeven meedelen mededelen toevoegen aanvoeren aankondigen".split(), Sort.SAY
    ),
    **dict.fromkeys(
        "aanraden aanbevelen afraden voorstellen uitleggen tegenwerpen".split(), Sort.ADVISE
    ),
    **dict.fromkeys(
        "nagaan doorgeven langskomen langsgaan terugkomen bijeenkomen samenkomen opkomen "
        "achteraangaan meegaan meekomen nazien terugzien opzeggen onderbrengen nagaan aangaan "
        "overgaan tegemoetkomen nakomen waarnemen meenemen opnemen aannemen ophouden bijhouden "
        "aanhouden vasthouden vrijhouden openhouden bijstaan inzien opvolgen "
        "rondkijken nakijken uitkijken doorkijken meekijken inkijken klaarhebben terughoren "
        "invallen bijspringen afstaan toestaan openstellen vaststellen opstellen aanstellen "
        "samenstellen instellen bijstellen vrijstellen uitstellen terugdraaien meedraaien "
        "indraaien uitwerken bijwerken wegwerken afwerken meewerken samenwerken omwerken "
        "aanpassen toepassen oppassen inpassen nalopen doorlopen langslopen aflopen meelopen "
        "afdrukken doordrukken indrukken ophangen neerhangen afspelen uithoren toedienen indienen "
        "uitzitten achterhalen meedoen opdoen afdoen toedoen voldoen overdoen uitgaan".split(),
        Sort.ACT,
    ),
}
_PARTICLE_SORTS["aflopen"] = Sort.STATE
_PARTICLE_SORTS["uitgaan"] = Sort.STATE
_PARTICLE_SORTS["opkomen"] = Sort.STATE

_RESTING = frozenset(
    "staan liggen zitten hangen vallen blijven lijken zijn groeien wonen leven".split()
)
_PARTICLE_SORTS.update(
    dict.fromkeys(
        "goedkomen thuiswerken doorwerken terechtkomen uitkijken vrijkomen loskomen klaarkomen "
        "rondkomen afzien nadenken tegemoetzien".split(),
        Sort.STATE,
    )
)

_INSEPARABLE = (
    "be",
    "ge",
    "her",
    "ont",
    "ver",
    "er",
    "onder",
    "over",
    "mis",
    "vol",
    "door",
    "weer",
)
_VOWELS = "aeiouy"


def _stems(infinitive: str) -> tuple[str, ...]:
    """The stems an infinitive can have: "leveren" gives lever and leveer."""
    if infinitive.endswith("iëren"):
        return (infinitive[:-5] + "ieer",)
    body = infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]
    if len(body) >= 2 and body[-1] == body[-2] and body[-1] not in _VOWELS:
        return (body[:-1],)
    voiceless = body[:-1] + {"v": "f", "z": "s"}[body[-1]] if body[-1:] in ("v", "z") else body
    single = (
        len(body) >= 2
        and body[-1] not in _VOWELS + "w"
        and body[-2] in "aeou"
        and (len(body) < 3 or body[-3] not in _VOWELS)
    )
    if not single:
        return (voiceless,)
    long = body[:-1] + body[-2] + voiceless[-1]
    # unstressed -er, -el, -en keep one e: lever, regel, open
    unstressed = body[-2] == "e" and any(c in _VOWELS for c in body[:-3])
    return (long, voiceless) if unstressed else (long,)


_WHOLE = frozenset(
    "ondertekenen onderhandelen onderzoeken ondernemen onderhouden ondersteunen onderbouwen "
    "onderschrijven onderstrepen onderwijzen onderbreken overleggen overwegen overtuigen overkomen "
    "overeenkomen voltooien voldoen volstaan omschrijven voorzien aanbesteden aanbevelen vernieuwen "
    "weerleggen doorkruisen medetekenen mislukken inventariseren informeren instrueren interviewen "
    "investeren introduceren incasseren importeren implementeren indiceren installeren inspecteren "
    "openen operen opereren opperen organiseren oriënteren uitnodigen afstorten innen indienen "
    "mededelen overlijden misleiden voegen voeren volgen voorkomen toetsen toepassen naderen "
    "optimaliseren opzeggen meten melden melken mengen menen wegen vasten inboeken".split()
)


def _split_off(infinitive: str) -> bool:
    """Whether an infinitive is a particle with a verb of its own ("nasturen"), so not a verb apart."""
    return infinitive not in _WHOLE and any(
        infinitive.startswith(p) and infinitive[len(p) :] in _BASES for p in PARTICLES
    )


_BASES = frozenset(_ACT + _MOVE + _STATE) | frozenset(
    row.split()[0] for line in _STRONG_ROWS.strip().splitlines() for row in line.split("|")
)


class _Table:
    """Every known form with its verb and the sort of every verb."""

    def __init__(self) -> None:
        self.forms: dict[str, Verb] = {}
        self.sorts: dict[str, Sort] = {}
        self.speech: dict[str, Sort] = {}
        strong = {
            row.split()[0]: row.split()[1:]
            for line in _STRONG_ROWS.strip().splitlines()
            for row in line.split("|")
        }
        for lemma, row in _AUX_ROWS.items():
            for item in row.split():
                word, _, mask = item.partition(":")
                self._add(word, lemma, Form(int(mask)))
            self.sorts[lemma] = Sort.MODAL if lemma in MODALS else Sort.AUX
        for sort, verbs in (
            (Sort.RECEIVE, _RECEIVE), (Sort.TRY, _TRY), (Sort.STATE, _STATE), (Sort.MOVE, _MOVE),
            (Sort.ACT, _ACT), (Sort.PROMISE, _PROMISE), (Sort.ASK, _ASK), (Sort.ADVISE, _ADVISE),
            (Sort.SAY, _SAY), (Sort.ACT, list(strong)),
        ):  # fmt: skip
            for lemma in verbs:
                if sort in (Sort.PROMISE, Sort.ASK, Sort.ADVISE, Sort.SAY):
                    self.speech.setdefault(lemma, sort)
                known = lemma in self.sorts
                if _split_off(lemma):
                    continue
                self.sorts.setdefault(lemma, sort)
                if not known:
                    self._conjugate(lemma, strong)
        for word in _CLOSED:
            self.forms.pop(word, None)
        self._add("hou", "houden", Form.STEM)
        self._add("rij", "rijden", Form.STEM)
        self._add("moogt", "mogen", Form.THIRD)
        self._add("zegde", "zeggen", Form.PAST)
        self._add("zegden", "zeggen", Form.PAST)
        for lemma in ("komen", "gaan", "doen", "staan", "slaan", "zien", "weten"):
            self.sorts[lemma] = {"doen": Sort.ACT, "slaan": Sort.ACT, "komen": Sort.MOVE,
                                 "gaan": Sort.MOVE}.get(lemma, Sort.STATE)  # fmt: skip

    def _add(self, word: str, lemma: str, form: Form) -> None:
        known = self.forms.get(word)
        if known is None:
            self.forms[word] = Verb(lemma, "", form)
        elif known.lemma == lemma:
            self.forms[word] = Verb(lemma, "", known.form | form)

    def _conjugate(self, lemma: str, strong: dict[str, list[str]]) -> None:
        self._add(lemma, lemma, Form.PLURAL)
        self._add(lemma.replace("ë", "e"), lemma, Form.PLURAL)
        prefix = next(
            (p for p in _INSEPARABLE if lemma.startswith(p) and lemma[len(p) :] in strong), ""
        )
        past = strong.get(lemma) or (strong[lemma[len(prefix) :]] if prefix else None)
        head = "" if lemma in strong else prefix
        for stem in _stems(lemma):
            self._add(stem, lemma, Form.STEM)
            self._add(stem if stem.endswith("t") else stem + "t", lemma, Form.THIRD)
            if not stem.endswith(("d", "t")):
                # "vraagd", "draagd": the commonest spelling error in a hurried note
                if not self._bare(lemma):
                    self._add(stem + "d", lemma, Form.THIRD)
            if past is None:
                for ending in ("te", "ten", "de", "den"):
                    self._add(stem + ending, lemma, Form.PAST)
                bare = "" if self._bare(lemma) else "ge"
                closed = stem.endswith(("t", "d"))
                for ending in ("",) if closed else ("t", "d"):
                    self._add(bare + stem + ending, lemma, Form.PARTICIPLE)
        if past is not None:
            self._add(head + past[0], lemma, Form.PAST)
            self._add(head + past[1], lemma, Form.PAST)
            done = past[2].removeprefix("ge") if head else past[2]
            self._add(head + done, lemma, Form.PARTICIPLE)

    @staticmethod
    def _bare(lemma: str) -> bool:
        """Whether the participle goes without "ge": besteld, but gebeld."""
        return any(
            lemma.startswith(p) and any(c in _VOWELS for c in lemma[len(p) : -2])
            for p in ("be", "her", "ont", "ver", "er", "onder", "over", "vol", "mis")
        )


_CLOSED = (
    PREPOSITIONS | DETERMINERS | NEGATIONS | SUBORDINATORS | COORDINATORS | HABITS | ALREADY
) - {"zijn"}


@cache
def _table() -> _Table:
    """Made at the first use: it takes some tens of milliseconds that starting up need not pay."""
    return _Table()


# Words that look like a verb with a particle or a stem, and nearly never are one in a note.
_NOT_VERBS = frozenset(
    "over aan in op uit door na voor bij af toe aanvraag voorstel uitstel aanbod overleg inkoop "
    "verkoop opdracht opgave aanpak afspraak uitleg inzet opzet toezicht aanslag oplossing opname "
    "inbreng inhuur omzet aandeel onderdeel voordeel nadeel oordeel opening toegang ingang uitgang "
    "gedeelte beste grote weken dagen maanden jaren uren kosten zaken stukken punten vragen mensen "
    "eisen rekening mei zaal deel best test week plan post werk mail prijs huur lading rest raad "
    "boek bedrag stand staat oude goede eerste laatste beter helder open toon wijk tafel recht "
    "opmaak afdruk opslag afslag uitslag bijdrage kant planten plaatsen prijzen "
    "bericht besluit ontwerp onderzoek verzoek bezoek bewijs gebruik beheer verhuur bouw koop keus "
    "contact gesprek akkoord klaar gereed rond vast planning delen tekst trek leden orders leiding "
    "wijzigingen offertes bedragen diensten begeleiding leeg dicht start vervolg nood inval uitval "
    "toegangspassen voorkeur teken antwoord meter gelegen verslagen lessen zagen boren".split()
)
# ... of which these still are verbs when a subject stands beside them ("ik bel", "wij plaatsen").
NOUN_LIKE = _NOT_VERBS


@lru_cache(maxsize=20_000)
def verb(word: str) -> Verb | None:
    """The verb that a lower-case word can be a form of; None when it is none that is known."""
    if len(word) > 28 or len(word) < 2:
        return None
    found = _table().forms.get(word)
    if found is not None:
        return found
    for length in range(min(len(word) - 2, 11), 1, -1):
        particle = word[:length]
        if particle in PARTICLES:
            rest = word[length:]
            base = _table().forms.get(rest)
            if base is not None and base.lemma not in MODALS:
                return Verb(base.lemma, particle, base.form)
            if rest.startswith("te") and (base := _table().forms.get(rest[2:])) is not None:
                return Verb(base.lemma, particle, base.form)  # "aanteleveren"
    return None


@lru_cache(maxsize=20_000)
def guess(word: str) -> Verb | None:
    """What an unknown word would be if it were a verb: "faseert" of "faseren"."""
    if len(word) < 4 or len(word) > 24 or not word.isalpha():
        return None
    if word.endswith("t") and word[-2] not in "aeiou":
        return Verb(word[:-1] + "en", "", Form.THIRD)
    return None


def sort(lemma: str, particle: str = "") -> Sort:
    """What kind of verb this is in a plain sentence; a verb with a particle mostly acts."""
    if not particle:
        return _table().sorts.get(lemma, Sort.ACT)
    name = particle + lemma
    known = _PARTICLE_SORTS.get(name)
    if known is not None:
        return known
    return Sort.STATE if lemma in _RESTING else Sort.ACT


def speech(lemma: str, particle: str = "") -> Sort | None:
    """What a verb says about the clause that hangs on it ("zegt dat", "vraagt of"); None if nothing."""
    if particle:
        known = _PARTICLE_SORTS.get(particle + lemma)
        return known if known in (Sort.PROMISE, Sort.SAY, Sort.ADVISE, Sort.ASK) else None
    return _table().speech.get(lemma)


def neighbours(word: str) -> set[str]:
    """The known forms one slip of the keys away: letters swapped, doubled, missed or wrong."""
    found: set[str] = set()
    forms = _table().forms
    letters = "abcdefghijklmnopqrstuvwxyz"
    for i in range(len(word)):
        candidates = [word[:i] + word[i + 1 :]]
        if i + 1 < len(word):
            candidates.append(word[:i] + word[i + 1] + word[i] + word[i + 2 :])
        found.update(c for c in candidates if c in forms)
    for i in range(1, len(word) + 1):
        found.update(c for x in letters if (c := word[:i] + x + word[i:]) in forms)
    return found


@lru_cache(maxsize=5_000)
def mistyped(word: str) -> Verb | None:
    """The verb that a misspelt word was meant to be, when there is one clear candidate."""
    if not 4 <= len(word) <= 18 or not word.isalpha():
        return None
    found = neighbours(word)
    lemmas = {_table().forms[w].lemma for w in found}
    if not found:
        for length in range(2, min(6, len(word) - 3)):
            if word[:length] in PARTICLES:
                rest = neighbours(word[length:])
                if rest:
                    best = _table().forms[min(rest)]
                    return Verb(best.lemma, word[:length], best.form)
        return None
    if len(lemmas) > 1:
        swapped = [w for w in found if sorted(w) == sorted(word)]
        if not swapped:
            return None
        found = set(swapped)
    mask = Form(0)
    best = _table().forms[min(found)]
    for w in found:
        if _table().forms[w].lemma == best.lemma:
            mask |= _table().forms[w].form
    return Verb(best.lemma, "", mask)


def known(lemma: str) -> bool:
    """Whether a verb is in the list; False for one that was guessed from its ending."""
    return lemma in _table().sorts or lemma == "laten weten"

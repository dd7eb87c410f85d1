"""Whom "hij" and "zij" point at: the last one named who can be meant by that word."""

from gesprekshulp.language.party import Owner, Party
from gesprekshulp.language.wordlists import words

_HER_TITLES = frozenset(words("mevrouw mevr mw mej mvr mevrw juffrouw"))
_HIS_TITLES = frozenset(words("meneer mijnheer dhr heer hr"))
_HER_NOUNS = (
    "vrouw", "moeder", "dochter", "zus", "echtgenote", "tante", "oma", "nicht", "schoonzus",
    "secretaresse", "directrice", "adviseuse", "assistente", "stagiaire", "cliënte", "ster",
    "medewerkster", "weduwe", "docente", "lerares", "consulente", "notuliste", "receptioniste",
)  # fmt: skip
# An organisation is no "hij" while somebody else can be.
_HOUSES = (
    "bank", "gemeente", "provincie", "waterschap", "belastingdienst", "uwv", "kvk", "rvo",
    "kadaster", "rechtbank", "ministerie", "verzekering", "fonds", "corporatie", "bureau",
)  # fmt: skip
_HIS_NOUNS = (
    "vader", "zoon", "broer", "echtgenoot", "oom", "opa", "neef", "zwager", "man", "weduwnaar",
)  # fmt: skip
_HERS = frozenset(
    words(
        """
    aafke adriana agnes aisha albertine alie alice aleida amber amy anita anja anke anna
    annelies annemarie annemiek annet annette annie anouk antje antonia astrid aukje barbara
    beatrix bea belinda bente bernadette bertha betty bianca birgit brechtje brenda britt
    brigitte bregje carina carla carlijn carmen carolien caroline chantal charlotte christel
    christina christine cindy claudia connie conny corine corrie daisy daniëlle daphne debby
    debora demi denise desiree desirée diana dieuwertje dionne dorien doris eefje elise
    elisabeth ellen ellie elly els elsbeth elske emma emmy erica erna esmee esmée esther eva
    eveline evelien famke fatima femke fenna fenne fien fleur floor floortje fokje franka
    frederieke froukje gea geertje geertruida gerda gerdien gerrie gertie gertrude gina gonnie
    greet greetje griet grietje guusje hanna hannah hanneke hannie harriët heidi heleen helen
    helena helga hendrika hendrikje henny henriëtte hermien hester hetty hilda hilde hillie ida
    ilona ilse ina ineke inge ingeborg ingrid irene iris irma isa isabel isabelle ivonne
    jacqueline janine janneke jannie jantien jasmijn jeanette jeanine jennifer jenny jet jetske
    jetty joanne johanna joke jolanda jolande jolien joly josien josephine joyce judith julia
    juliette karin karen karlijn katinka katja khadija kim klaartje klaske kirsten laila lara
    laura leonie leontien lia lianne lies liesbeth lieke lien lieve lilian linda lisa lisanne
    lisette lise lize loes loekie lot lotte louise lucia lucie lucienne lydia maaike maartje
    machteld madelon mandy manon marga margot margreet margriet maria marian mariana marianne
    marieke mariëlle mariëtte marije marijke marit marja marjan marjolein marleen marlies
    marloes marlou martha martine maryam maud meike melanie melissa merel mia michelle mieke
    miep mies minke miranda miriam mirjam mirthe moniek monique myra myrthe nadia nadine naima
    natalie natasja nathalie neeltje nel nelleke nellie nelly nena nicole nicolette nienke nina
    noëlle noor noortje nora olga patricia paula paulien pauline petra pien pietje pleuni
    priscilla priya quirine ramona rebecca regina renate renée ria rianne rita rixt roelie roos
    rosa rosalie rosanne roxanne ruth sabine sabrina samira sandra sanne sara sarah saskia selma
    sharon sien sigrid silke silvia simone sjoukje sofie sonja sophie stefanie stella susan
    susanne suzan suzanne sylvia tamara tanja tara tatjana teuntje thea thera therese tessa
    tilly tina tineke tine tjitske toos tooske trees trijntje trudy truus ursula valerie vanessa
    vera veronica veronique vicky victoria wanda welmoed wendela wendy wieke wietske wilhelmina
    willemien willemijn wilma winnie xandra yara yasmin yasmina yolanda yvette yvon yvonne
    zeynep zohra zoë
        """
    )
)
_HIS = frozenset(
    words(
        """
    aad aart abdel abel ad adam adriaan adrie ahmed albert aldert alex alexander ali allard
    alwin anco andré andries anton antoine antoon arend ari arie arjan arjen arnoud arno arnold
    arthur auke bart barend bas bastiaan ben benjamin bennie bernard bernd bert bob bo berend boris
    bouke bram brian carel casper cees cedric chris christiaan christian coen cor cornelis daan
    damian daniël dave david dennis derk dick diederik dirk dirk-jan dolf douwe eddy edgar edo
    edward edwin eelco eelke egbert ehsan elmer emiel emile emre engel eric erik ernst erwin
    eugène evert fabian ferdi ferdinand ferry fons frank frans fred frederik freek frits fritz
    gait geert geert-jan gerard gerben gerhard gerrit gerrit-jan gert gert-jan gido gijs
    gijsbert giel gilles govert guido guus gustaaf haico hakim hamid hans harald hari harm
    harold harrie harry hassan hein heinz hendrik hendrik-jan henk henri henry herbert herman
    hessel hidde hielke hubert hugo huib huub ibrahim igor iwan ivo jaap jaap-jan jack jacco
    jacob jacques jan jan-willem jannes jarno jasper jean jelle jelmer jeroen jeffrey jesse jim
    jimmy job joep johan johannes john joop joost jordy jorn jorrit joris jos josef jozef jules
    julian jurgen jurjen jurriaan justin kai karel karim karl karst kasper kees kevin klaas koen
    koert koos kor lars laurens lei lennart leo leon leonard levi lex lieuwe loek lou lourens
    louis lucas ludo luit lukas luuk maarten maikel manfred marc marcel marco marinus mario mark
    marnix martijn martin marten mathijs matthijs maurice maurits max mehmet meindert melle
    melvin menno mervin michael michel michiel mike milan mohamed mohammed murat mustafa nanne
    nathan nico nicolaas niek niels noud okke olaf olivier onno oscar otto patrick paul peer
    peter philip piet pieter pieter-bas pieter-jan pim quinten quinn rachid ralf ralph ramon
    rashid rein reinier reinout reint remco remi remko rené rens rienk rik rinus rinze rob
    robbert robert roberto roel roeland roelof roger roland rolf ronald ron ronnie rudi rudolf
    rudy ruben ruud salim sander sebastiaan sef siebe siebren siem sietse sijmen simon sjaak
    sjef sjoerd sjors stan steef stefan sten stephan steven stijn sven sybren sytse teun thijs
    theo theodoor thierry thomas thom tiemen tijmen tijn tim timo tjalling tjeerd tjerk tobias
    tom ton toon twan ulrich valentijn victor vincent walter ward werner wesley wessel wiebe
    wiebren wijnand willem willem-jan wim winfried wilfred wout wouter yannick yusuf youssef
    zeger
        """
    )
)
_WORDS_TOO = frozenset(words("bas floor lot roos merel mark stan ward pim ton wil rein fleur ad"))
"""First names that open a sentence as words just as well."""
_HER_ENDINGS = ("a", "ine", "ette", "elle", "ique", "tje", "ske")
_HIS_TOO = frozenset(words("luca joshua elia jona juda noa sasha misha nikita ilja mika andrea"))
_SURNAMES = ("stra", "sma", "inga", "ema", "nga", "tsma")  # no first names, though in -a
_MANY = 6  # who was named longer ago is not meant


def first_name(word: str) -> bool:
    """Whether a lower-case word is a first name of the lists, and no other common word."""
    return word in _HERS | _HIS and word not in _WORDS_TOO


class Referents:
    """Who was named, the last one first."""

    def __init__(self, first: Party) -> None:
        self._first = first  # who is meant when nobody was named
        self._named = [first]
        self._titled: dict[str, str] = {}
        self.subject: Party | None = None  # of the last main clause, where it has a name

    @property
    def last(self) -> Party:
        """The last one named."""
        return self._named[0]

    def name(self, party: Party) -> None:
        """Remembers that somebody was named."""
        kept = [p for p in self._named if (p.owner, p.person) != (party.owner, party.person)]
        self._named = [party, *kept[: _MANY - 1]]

    def title(self, title: str, person: str | None) -> None:
        """Remembers whether somebody was called "meneer" or "mevrouw"."""
        if person and title in _HER_TITLES | _HIS_TITLES:
            self._titled[person] = "v" if title in _HER_TITLES else "m"

    def meant(self, pronoun: str, *, singular: bool = False) -> Party:
        """Whom a pronoun points at; the last one named when nobody fits better.

        `singular` when the verb beside "zij" says that it is one.
        """
        sex = {"hij": "m", "ie": "m", "hem": "m", "haar": "v"}.get(pronoun, "")
        if pronoun in ("zij", "ze"):
            sex = "v"
            role = self._sex(self.last) == "" and (self.last.person or "").islower()
            other = self._named[1] if role and len(self._named) > 1 else self._first
            if other is not self._first and self._sex(other) == "v":
                return other  # "De arts roept Els op; zij ..."
            if singular and role and (person := self._told_of()) is not None:
                return person
        if sex:
            for party in self._named:
                house = sex == "m" and (party.person or "").endswith(_HOUSES)
                if self._sex(party) in ("", sex) and not house:
                    return party
        return self.last

    def _told_of(self) -> Party | None:
        """Who "begrijpt dat de bank daar niet aan wil": a person goes before an organisation."""
        told = self.subject
        if told is None or not told.person or told.person.islower() or told.plural:
            return None
        known = any((p.owner, p.person) == (told.owner, told.person) for p in self._named)
        return told if known and self._sex(told) != "m" else None

    def at_table(self, pronoun: str) -> Party | None:
        """The client that a pronoun fits, the last one named first."""
        sex = "m" if pronoun == "hij" else "v"
        for party in self._named:
            if party.owner is Owner.CLIENT and self._sex(party) in ("", sex):
                return party
        return None

    def _sex(self, party: Party) -> str:
        """ "m", "v" or nothing when it cannot be told."""
        person = party.person
        if not person or party.plural:
            return ""
        if party.owner is Owner.THIRD and person.islower():
            if person.endswith(_HER_NOUNS):
                return "v"
            return "m" if person.endswith(_HIS_NOUNS) else ""
        if person in self._titled:
            return self._titled[person]
        first = person.lower().split()[0].strip(".")
        if first in _HER_TITLES or first in _HERS:
            return "v"
        if first in _HIS_TITLES or first in _HIS or person.lower().startswith("de heer"):
            return "m"
        hers = first.endswith(_HER_ENDINGS) and not first.endswith(_SURNAMES)
        return "v" if hers and first not in _HIS_TOO else ""

"""Every rule of Nakijken with its example: for the settings, the help and the tests alike."""

from __future__ import annotations

from dataclasses import dataclass

from gesprekshulp.domain.remark import RemarkKind
from gesprekshulp.language.wording import RULES as WORDING
from gesprekshulp.services.checking_leaks import INTERNAL, OTHER_CLIENT


@dataclass(frozen=True, slots=True)
class CheckRule:
    """A rule as it is explained. `wrong` and `right` are an example, `reason` says why it is there.

    The examples go with the dossier of the help: a talk with Annet Vos of Bakkerij De Halm on
    12 March 2026, where Joris Vos was absent, and one promise: the adapted offer by 20 March.
    `can_be_off` is False for what always stops a report.
    """

    id: str
    kind: RemarkKind
    name: str
    wrong: str
    right: str
    reason: str
    can_be_off: bool = True


RULES: tuple[CheckRule, ...] = (
    CheckRule(
        INTERNAL, RemarkKind.LEAK, "Wat intern is",
        "Wij willen niet verder zakken met de prijs van B.",
        "De prijs is € 90 per winkel per maand.",
        "Wat u als intern noteerde, een signaal, een terugblik of een opmerking bij de klant, hoort"
        " nergens anders. Het houdt elk bestand en elk bericht tegen.",
        can_be_off=False,
    ),
    CheckRule(
        OTHER_CLIENT, RemarkKind.LEAK, "Een andere klant",
        "Bij Gemeente Zuiderwolde werkt dit systeem goed.",
        "Bij een gemeente in de buurt werkt dit systeem goed.",
        "De naam van een andere klant houdt elk bestand en elk bericht tegen, tot u haar weghaalt"
        " of de opmerking overslaat.",
        can_be_off=False,
    ),
    CheckRule(
        "spelling", RemarkKind.SPELLING, "Spelling",
        "De ofertte ligt klaar.", "De offerte ligt klaar.",
        "Een woord dat niet in de woordenlijst staat, is vaak een tikfout. Eigen woorden voegt u"
        " toe: voor alles, of voor één klant.",
    ),
    CheckRule(
        "naam-bijna-goed", RemarkKind.FACT, "Naam die bijna klopt",
        "Anet Vos koos systeem B.", "Annet Vos koos systeem B.",
        "Niets valt een klant zo op als de eigen naam, verkeerd geschreven.",
    ),
    CheckRule(
        "dag-klopt-niet", RemarkKind.FACT, "Weekdag en datum",
        "De monteur komt op woensdag 19 maart 2026.", "De monteur komt op donderdag 19 maart 2026.",
        "Als dag en datum elkaar tegenspreken, komt er iemand voor niets.",
    ),
    CheckRule(
        "anders-dan-register", RemarkKind.FACT, "Anders dan het register",
        "Steven stuurt de aangepaste offerte op vrijdag 27 maart.",
        "Steven stuurt de aangepaste offerte op vrijdag 20 maart.",
        "Een dag of bedrag hoort in de tekst en in het register hetzelfde te zijn.",
    ),
    CheckRule(
        "niet-aanwezig", RemarkKind.FACT, "Wie er niet bij was",
        "Joris vertelde over de storing.", "Annet vertelde over de storing.",
        "Wie niet aan tafel zat, kan het daar niet gezegd hebben.",
    ),
    CheckRule(
        "open-plek", RemarkKind.FACT, "Niet ingevuld",
        "De prijs is [bedrag] per maand.", "De prijs is € 90 per maand.",
        "Een plek die open bleef, laat zien dat niemand het verslag heeft gelezen.",
    ),
    CheckRule(
        "belofte-niet-in-register", RemarkKind.PROMISE, "Belofte niet vastgelegd",
        "Wij sturen u uiterlijk vrijdag 20 maart de prijslijst.",
        "Steven stuurt de aangepaste offerte op vrijdag 20 maart.",
        "Een belofte die alleen in de tekst staat, wordt door niemand bewaakt.",
    ),
    CheckRule(
        "besluit-niet-in-register", RemarkKind.PROMISE, "Besluit niet vastgelegd",
        "Besloten is om de kassa in Oostmeer als eerste te vervangen.",
        "De kassa in Oostmeer is de oudste.",
        "Een besluit dat alleen in de tekst staat, wordt niet bevestigd en niet teruggevonden.",
    ),
    CheckRule(
        "belofte-niet-in-verslag", RemarkKind.PROMISE, "Toezegging niet in het verslag",
        "De toezeggingen staan uit, en de aangepaste offerte wordt nergens genoemd.",
        "De toezeggingen staan in het verslag.",
        "Wat is toegezegd, leest de klant terug.",
    ),
    CheckRule(
        "besluit-niet-in-verslag", RemarkKind.PROMISE, "Besluit niet in het verslag",
        "De besluiten staan uit, en de keuze van het systeem wordt nergens genoemd.",
        "De besluiten staan in het verslag.",
        "Wat is besloten, leest de klant terug en kan hij bevestigen.",
    ),
    *(
        CheckRule(
            rule.id, RemarkKind.WORDING, rule.name, rule.wrong, rule.right, rule.reason
        )
        for rule in WORDING
    ),
)  # fmt: skip
"""All rules, in the order of the help."""

CAN_BE_OFF = frozenset(rule.id for rule in RULES if rule.can_be_off)
"""The identifiers of the rules that can be switched off; leaks cannot."""

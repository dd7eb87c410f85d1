"""The headings that programs and people write above a column, and which field each means."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from hashlib import sha256

from gesprekshulp.exchange.columns import Field

# Headings as programs and people write them, tidied as `plain` does; the first found wins.
_HEADINGS: dict[Field, str] = {
    Field.CLIENT: "klant|klantnaam|naam klant|klant naam|bedrijf|bedrijfsnaam|naam bedrijf"
    "|organisatie|organisatienaam|naam organisatie|relatie|relatienaam|firma|firmanaam"
    "|onderneming|werkgever"
    "|company|company name|organization|organisation|organization name|organization 1 name"
    "|account|account name|client|client name|customer|customer name",
    Field.NAME: "contactpersoon|contact persoon|naam contactpersoon|contactpersoon naam|persoon"
    "|gesprekspartner|contact|contact name|contact person|volledige naam|display name|full name"
    "|weergavenaam|person|naam persoon|gesproken met|met|t a v|ter attentie van|attn",
    Field.FIRST_NAME: "voornaam|voornamen|roepnaam|first name|given name|firstname"
    "|contactpersoon voornaam|voornaam contactpersoon|voorletters|initialen|initials",
    Field.MIDDLE_NAME: "tussenvoegsel|tussenvoegsels|voorvoegsel|middelste naam|tweede voornaam"
    "|middle name|additional name|tussen voegsel|tussenv|tv",
    Field.LAST_NAME: "achternaam|familienaam|last name|surname|family name|lastname"
    "|contactpersoon achternaam|achternaam contactpersoon",
    Field.ROLE: "functie|functietitel|functienaam|rol|functie contactpersoon|job title|jobtitle"
    "|title|position|role|organization title|organization 1 title",
    # Google numbers its columns; Outlook names its own by place.
    Field.EMAIL: "e mail|email|mail|e mailadres|emailadres|mailadres|e mail adres|email adres"
    "|e mail address|email address|e mail 1 value|email 1 value|e mail 2 value|e mail 1"
    "|e mail contactpersoon|email contactpersoon"
    "|mail contactpersoon|e mailadres contactpersoon",
    Field.PHONE: "telefoon|telefoonnummer|tel|telnr|tel nr|telefoon werk|telefoon zakelijk"
    "|zakelijke telefoon|telefoon op werk|business phone|phone|phone number|work phone|telephone"
    "|phone 1 value|telefoon contactpersoon|vaste telefoon|telefoon vast|primary phone"
    "|company main phone|home phone|telefoon thuis|hoofdtelefoon",
    Field.MOBILE: "mobiel|mobiele telefoon|mobiel nummer|mobielnummer|06|gsm|mobile|mobile phone"
    "|cell|cell phone|mobiel contactpersoon|telefoon mobiel|phone 2 value|mobiel nr|mob"
    "|mobile number",
    Field.CLIENT_EMAIL: "e mail klant|email klant|e mail bedrijf|email bedrijf|algemeen e mailadres"
    "|algemeen mailadres|e mail algemeen|email algemeen|e mail organisatie|company email",
    Field.CLIENT_PHONE: "telefoon klant|telefoon bedrijf|telefoon algemeen|algemeen telefoonnummer"
    "|telefoon organisatie|company phone|hoofdnummer",
    Field.STREET: "straat|straat en huisnummer|straatnaam|adres|bezoekadres|adresregel 1|adres 1"
    "|werkadres straat|werk straat|adres werk straat|straat werk|straat werkadres"
    "|business street|street|address|street address|address 1 street|address 1 formatted"
    "|postadres|home street|adres straat|mailing street|billing street",
    Field.HOUSE_NUMBER: "huisnummer|huisnr|nr huis|house number",
    Field.POSTAL_CODE: "postcode|pc|post code|postcode werk|werkadres postcode|werk postcode"
    "|adres werk postcode|business postal code|postal code|zip|zip code|zip postal code"
    "|address 1 postal code|home postal code|mailing zip postal code|billing zip postal code",
    Field.CITY: "plaats|woonplaats|vestigingsplaats|plaatsnaam|stad|plaats werk|werkadres plaats"
    "|werk plaats|adres werk plaats|business city|city|town|address 1 city|home city"
    "|mailing city|billing city",
    Field.WEBSITE: "website|webadres|site|www|url|webpagina|web page|website 1 value|homepage|web",
    Field.TRADE: "branche|sector|bedrijfstak|industry|trade",
    Field.SIZE: "omvang|aantal medewerkers|medewerkers|fte|grootte|employees|size|company size",
    Field.KIND: "soort|type|soort klant|klantsoort|soort contact|contactsoort|wijze|kanaal"
    "|contactvorm|vorm|kind|channel|contacttype|type contact|type klant",
    Field.STATUS: "status|klantstatus|status klant|relatiestatus",
    Field.SINCE: "klant sinds|sinds|relatie sinds|since|customer since|startjaar",
    Field.REMARKS: "opmerking|opmerkingen|notitie|notities|notes|note|remarks|memo|bijzonderheden"
    "|toelichting|comments|comment|interne opmerking",
    Field.DATE: "datum|contactdatum|datum contact|dag|date|datum en tijd|datum tijd|datumtijd"
    "|gespreksdatum|wanneer|begindatum|datum gesprek|contact date|verzonden|ontvangen|sent"
    "|received",
    Field.TIME: "tijd|tijdstip|time|begintijd|uur",
    Field.SUBJECT: "onderwerp|subject|titel|betreft|omschrijving kort|topic",
    Field.TEXT: "tekst|inhoud|verslag|besproken|omschrijving|beschrijving|gespreksverslag|text|body"
    "|description|inhoud gesprek|bericht|samenvatting|summary",
    Field.OUTCOME: "uitkomst|resultaat|conclusie|afspraken|outcome|result|vervolg|vervolgactie",
    Field.NATURE: "aanleiding|aard|reden|nature|reason",
}
# Never what they seem to hold: a picture's address is no website, a branch office no person.
_NOT_OURS = frozenset(("photo", "foto", "image", "avatar", "afbeelding", "picture", "vestiging",
                       "filiaal", "regio", "land", "taal", "segment", "bron", "accountmanager",
                       "relatiebeheerder", "beheerder", "adviseur"))  # fmt: skip
# Says whose name it is only by the columns beside it.
PLAIN_NAME = ("naam", "name", "file as", "naam relatie")


def plain(text: str) -> str:
    """A heading or a name in small letters and digits, without accents, signs and brackets."""
    text = unicodedata.normalize("NFKD", text.casefold())
    text = "".join(letter for letter in text if not unicodedata.combining(letter))
    text = re.sub(r"\(.*?\)", " ", text)
    return " ".join(re.findall(r"[a-z0-9]+", text))


_BY_HEADING: dict[str, tuple[Field, int]] = {
    words: (one, place)
    for one, list_of in _HEADINGS.items()
    for place, words in enumerate(list_of.split("|"))
}
# The same without spaces: people write "e mail", "e-mail" and "email" for one thing.
_BY_LETTERS = {words.replace(" ", ""): words for words in (*PLAIN_NAME, *reversed(_BY_HEADING))}


def fingerprint(headings: Sequence[str]) -> str:
    """The same for every table with these headings, to remember how a user mapped them."""
    text = "|".join(plain(heading) for heading in headings)
    return sha256(text.encode()).hexdigest()[:24]


def as_known(heading: str) -> str:
    """A heading as our lists have it: "Bedrijfs-naam" is "bedrijfsnaam", "Mail 1" is "mail"."""
    words = plain(heading)
    if words in _BY_HEADING or words in PLAIN_NAME:
        return words
    for tried in (words.replace(" ", ""), re.sub(r" ?1$", "", words).replace(" ", "")):
        if tried in _BY_LETTERS:
            return _BY_LETTERS[tried]
    return words


def recognised(headings: Sequence[str]) -> int:
    """How many of these are headings that we know."""
    return sum(
        1 for words in map(as_known, headings) if words in _BY_HEADING or words in PLAIN_NAME
    )


def field_of(known: str) -> Field | None:
    """The field that a heading, as our lists have it, always means."""
    found = _BY_HEADING.get(known)
    return found[0] if found else None


def unlikeliness(known: str) -> int:
    """Of headings for one field, the lowest is the likeliest: its place among what is written."""
    return _BY_HEADING.get(known, (None, 0))[1]


def leaves_open(known: str) -> bool:
    """Whether only the cells can tell what a column is: its heading is none that we know."""
    return known not in _BY_HEADING and known not in _NOT_OURS

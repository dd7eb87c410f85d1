"""Each table is phrase and day; today is Wednesday 11 March 2026 unless a table says otherwise."""

from datetime import date

import pytest

from gesprekshulp.language.terms import TermKind, find_terms, read_term

WEDNESDAY = date(2026, 3, 11)
BELOW_NOTHING = "Een termijn telt vanaf vandaag vooruit; een aantal onder nul kan niet."


def table(text: str) -> list[tuple[str, date | None]]:
    """Lines "phrase | day"; the day is "-" when the phrase gives none."""
    rows: list[tuple[str, date | None]] = []
    for line in text.strip().splitlines():
        phrase, _, day = line.rpartition("|")
        day = day.strip()
        rows.append((phrase.strip(), None if day == "-" else date.fromisoformat(day)))
    return rows


def day_of(phrase: str, today: date = WEDNESDAY, country: str = "NL") -> date | None:
    term = read_term(phrase, today, country=country)
    return term.day if term else None


NEAR = table("""
vandaag | 2026-03-11
vanmiddag | 2026-03-11
Vandaag nog | 2026-03-11
heden | 2026-03-11
vanavond om acht uur | 2026-03-11
einde dag | 2026-03-11
voor het eind van de dag | 2026-03-11
in de loop van de dag | 2026-03-11
per direct | 2026-03-11
morgen | 2026-03-12
morgenochtend | 2026-03-12
morgen vroeg | 2026-03-12
morgen om 10 uur | 2026-03-12
voor morgenavond | 2026-03-12
mrogen | 2026-03-12
overmorgen | 2026-03-13
overmorgenavond | 2026-03-13
de dag na morgen | 2026-03-13
vandaag over een week | 2026-03-18
morgen over een week | 2026-03-19
vandaag over veertien dagen | 2026-03-25
voor morgen | 2026-03-11
""")

WEEKDAYS = table("""
vrijdag | 2026-03-13
Vrijdag | 2026-03-13
vrijdg | 2026-03-13
vrijdga | 2026-03-13
donderag | 2026-03-12
woensdag | 2026-03-18
aanstaande vrijdag | 2026-03-13
a.s. vrijdag | 2026-03-13
vrijdag a.s. | 2026-03-13
komende vrijdag | 2026-03-13
eerstvolgende vrijdag | 2026-03-13
deze vrijdag | 2026-03-13
op vrijdag | 2026-03-13
uiterlijk vrijdag | 2026-03-13
vrijdagmiddag | 2026-03-13
vrijdag voor 12 uur | 2026-03-13
voor vrijdag 12.00 uur | 2026-03-13
voor vrijdagmiddag | 2026-03-13
voor vrijdag | 2026-03-12
vóór vrijdag | 2026-03-12
voor vrijdg | 2026-03-12
voor maandag | 2026-03-15
vr | 2026-03-13
do | 2026-03-12
za | 2026-03-14
vr 14:00 | 2026-03-13
volgende week vrijdag | 2026-03-20
volgende wk vr | 2026-03-20
vlg. week vrijdag | 2026-03-20
vrijdag volgende week | 2026-03-20
vrijdag van volgende week | 2026-03-20
volgende vrijdag | 2026-03-20
volgende maandag | 2026-03-16
maandag over een week | 2026-03-23
vrijdag over een week | 2026-03-20
vrijdag over twee weken | 2026-03-27
vrijdag over 14 dagen | 2026-03-27
vrijdag 14 dagen | 2026-03-27
vrijdag veertien dagen | 2026-03-27
maandag 8 dagen | 2026-03-23
over twee weken op vrijdag | 2026-03-27
maandag week 14 | 2026-03-30
woensdag in week 14 | 2026-04-01
vrijdag voor kerst | 2026-12-18
maandag na Pasen | 2026-04-13
eerste maandag na Pasen | 2026-04-13
derde dinsdag van mei | 2026-05-19
laatste vrijdag van de maand | 2026-03-27
eerste maandag van volgende maand | 2026-04-06
1e maandag van april 2027 | 2027-04-05
de een na laatste vrijdag van mei | 2026-05-22
laatste werkdag van de maand | 2026-03-31
eerste werkdag van mei | 2026-05-01
volgende werkdag | 2026-03-12
""")

WEEKS = table("""
deze week | 2026-03-13
nog deze week | 2026-03-13
eind van de week | 2026-03-13
eind vd week | 2026-03-13
einde week | 2026-03-13
uiterlijk eind deze week | 2026-03-13
voor het eind van de week | 2026-03-13
voor het weekend | 2026-03-13
in de loop van de week | 2026-03-13
later deze week | 2026-03-13
tegen het weekend | 2026-03-13
dit weekend | 2026-03-15
in het weekend | 2026-03-15
komend weekend | 2026-03-15
volgend weekend | 2026-03-22
na het weekend | 2026-03-16
begin volgende week | 2026-03-17
begin van de week | 2026-03-17
halverwege volgende week | 2026-03-18
midden volgende week | 2026-03-18
volgende week | 2026-03-20
volgende wk | 2026-03-20
vlg week | 2026-03-20
eind volgende week | 2026-03-20
voor eind volgende week | 2026-03-20
in de loop van volgende week | 2026-03-20
ergens volgende week | 2026-03-20
komende week | 2026-03-20
voor volgende week | 2026-03-13
week 11 | 2026-03-13
week 12 | 2026-03-20
wk 14 | 2026-04-03
wk14 | 2026-04-03
in week 14 | 2026-04-03
begin week 14 | 2026-03-31
halverwege week 14 | 2026-04-01
eind week 14 | 2026-04-03
week 12 of 13 | 2026-03-27
week 12 t/m 14 | 2026-04-03
week 12 2027 | 2027-03-26
week 10 | 2027-03-12
week 53 | 2027-01-01
2026-W14 | 2026-04-03
voor week 14 | 2026-03-27
de week van 9 april | 2026-04-10
de week na Pasen | 2026-04-17
eerste week van mei | 2026-05-08
1e week van mei | 2026-05-08
laatste week van mei | 2026-05-29
""")

DATES = table("""
15-3 | 2026-03-15
15/3 | 2026-03-15
15.3 | 2026-03-15
15-03-2027 | 2027-03-15
15.03.27 | 2027-03-15
2027-03-15 | 2027-03-15
15 mrt | 2026-03-15
15 mrt. | 2026-03-15
15 maart | 2026-03-15
15 maart 2027 | 2027-03-15
15 maart '27 | 2027-03-15
15mrt | 2026-03-15
11 maart | 2027-03-11
10 maart | 2027-03-10
de 15e | 2026-03-15
15e | 2026-03-15
de 15de | 2026-03-15
de vijftiende | 2026-03-15
de 5e | 2026-04-05
de 15e van de maand | 2026-03-15
de 1e van volgende maand | 2026-04-01
volgende maand de 15e | 2026-04-15
twintig april | 2026-04-20
eenentwintigste juni | 2026-06-21
tweeëntwintig mei | 2026-05-22
1 febuari | 2027-02-01
12 sept | 2026-09-12
1 april a.s. | 2026-04-01
1 april volgend jaar | 2027-04-01
vr 27 mrt | 2026-03-27
vr 27/3 | 2026-03-27
→ ma 16 mrt | 2026-03-16
vrijdag 27 november 2026 om 14.00 uur | 2026-11-27
vrijdag de 20e | 2026-03-20
vrijdag de 13e | 2026-03-13
voor 1 april | 2026-03-31
voor de 15e | 2026-03-14
uiterlijk 1 april | 2026-04-01
uiterlijk op 1 april | 2026-04-01
per 1 april | 2026-04-01
op 1 april | 2026-04-01
tot en met 1 april | 2026-04-01
t/m 1 april | 2026-04-01
op of voor 1 april | 2026-04-01
niet later dan 1 april | 2026-04-01
m.i.v. 1 april | 2026-04-01
maandag of dinsdag | 2026-03-17
maandag 16 of dinsdag 17 maart | 2026-03-17
5 of 6 mei | 2026-05-06
10 t/m 22 augustus | 2026-08-22
10-22 augustus | 2026-08-22
van 10 tot 22 augustus | 2026-08-22
tussen 1 en 5 april | 2026-04-05
tussen 1 april en 5 mei | 2026-05-05
ma-wo | 2026-03-18
""")

MONTHS_AND_LONGER = table("""
begin april | 2026-04-10
half april | 2026-04-15
medio april | 2026-04-15
mid-april | 2026-04-15
eind april | 2026-04-30
ultimo mei | 2026-05-31
in april | 2026-04-30
in maart | 2026-03-31
begin maart | 2027-03-10
april | 2026-04-30
april 2027 | 2027-04-30
deze maand | 2026-03-31
volgende maand | 2026-04-30
medio volgende maand | 2026-04-15
eind van de maand | 2026-03-31
eind vd maand | 2026-03-31
maandeinde | 2026-03-31
voor eind april | 2026-04-30
voor half april | 2026-04-14
voor april | 2026-03-31
in de loop van april | 2026-04-30
begin/half april | 2026-04-15
eind april of begin mei | 2026-05-10
eerste helft april | 2026-04-15
tweede helft van mei | 2026-05-31
Q2 | 2026-06-30
Q3 2027 | 2027-09-30
kw2 | 2026-06-30
tweede kwartaal | 2026-06-30
2e kwartaal 2027 | 2027-06-30
Q1 | 2026-03-31
dit kwartaal | 2026-03-31
volgend kwartaal | 2026-06-30
eind Q2 | 2026-06-30
voor Q3 | 2026-06-30
eerste halfjaar | 2026-06-30
dit jaar | 2026-12-31
eind van het jaar | 2026-12-31
volgend jaar | 2027-12-31
volgend jaar maart | 2027-03-31
in 2027 | 2027-12-31
voor 2027 | 2026-12-31
begin van het nieuwe jaar | 2027-01-31
voor de zomer | 2026-06-20
""")

AMOUNTS = table("""
over drie dagen | 2026-03-14
over een week | 2026-03-18
over 3 weken | 2026-04-01
binnen een maand | 2026-04-11
binnen één maand | 2026-04-11
over 2 mnd | 2026-05-11
over een half jaar | 2026-09-11
over anderhalf jaar | 2027-09-11
over anderhalve week | 2026-03-21
over 2,5 week | 2026-03-28
over een week of twee | 2026-03-25
over 2-3 weken | 2026-04-01
twee à drie weken | 2026-04-01
binnen veertien dagen | 2026-03-25
binnen nu en twee weken | 2026-03-25
uiterlijk over twee weken | 2026-03-25
in de komende twee weken | 2026-03-25
na drie weken | 2026-04-01
binnen 24 uur | 2026-03-12
over 2 uur | 2026-03-11
over een kwartier | 2026-03-11
binnen vijf werkdagen | 2026-03-18
binnen 10 wkd | 2026-03-25
twee weken na morgen | 2026-03-26
drie weken vanaf 1 mei | 2026-05-22
een week voor Pasen | 2026-03-29
1 maand en 10 dagen | 2026-04-21
vijf werkdagen voor 1 mei | 2026-04-23
twee dagen voor kerst | 2026-12-23
2 weken | 2026-03-25
""")

HOLIDAYS = table("""
Pasen | 2026-04-05
tweede paasdag | 2026-04-06
Goede Vrijdag | 2026-04-03
Hemelvaart | 2026-05-14
Pinksteren | 2026-05-24
Koningsdag | 2026-04-27
Koningsdag 2025 | 2025-04-26
Bevrijdingsdag | 2026-05-05
moederdag | 2026-05-10
vaderdag | 2026-06-21
Prinsjesdag | 2026-09-15
Sinterklaas | 2026-12-05
voor sinterklaas | 2026-12-04
voor de kerst | 2026-12-24
kerst | 2026-12-25
tweede kerstdag | 2026-12-26
oudjaar | 2026-12-31
nieuwjaar | 2027-01-01
voor de jaarwisseling | 2026-12-31
voor Pasen | 2026-04-04
na Pasen | 2026-04-07
Pasen 2027 | 2027-03-28
""")

PAST = table("""
gisteren | 2026-03-10
gisteravond | 2026-03-10
eergisteren | 2026-03-09
drie dagen geleden | 2026-03-08
3 weken terug | 2026-02-18
een maand geleden | 2026-02-11
vorige week | 2026-03-06
vorige week vrijdag | 2026-03-06
afgelopen maandag | 2026-03-09
maandag jl. | 2026-03-09
12 februari jl. | 2026-02-12
vorige maand | 2026-02-28
eind vorige maand | 2026-02-28
vorig jaar | 2025-12-31
vorig jaar maart | 2025-03-31
afgelopen weekend | 2026-03-08
afgelopen kerst | 2025-12-25
10 augustus 2012 | 2012-08-10
vrijdag 10 augustus 2012 | 2012-08-10
vr jan 24, 2014 12:49 | 2014-01-24
vrijdag augustus 10 2012 | 2012-08-10
10/8/12 | 2012-08-10
augustus 2012 | 2012-08-31
ma 9 mrt | 2026-03-09
sinds 1 maart | 2026-03-01
""")

NO_DAY = table("""
over een paar weken | -
binnen enkele dagen | -
binnenkort | -
zsm | -
z.s.m. | -
zo snel mogelijk | -
snel | -
een dezer dagen | -
na de zomer | -
na de vakantie | -
komende weken | -
op korte termijn | -
voor het volgende overleg | -
zodra het contract getekend is | -
na ontvangst van de factuur | -
binnen 14 dagen na ondertekening | -
voor de bouwvak | -
elke maandag | -
maandelijks | -
30 februari | -
31 april | -
maandag 3 maart | -
week 54 | -
 | -
geen idee | -
""")

AS_PEOPLE_TYPE = table("""
begin wk 15 | 2026-04-07
wk. 15 | 2026-04-10
wknr 15 | 2026-04-10
v.a. 1 april | 2026-04-01
uiterl. 1 april | 2026-04-01
uiterlijk: 1 april | 2026-04-01
voor vr 12u | 2026-03-13
a.s. ma | 2026-03-16
volgende do | 2026-03-19
ma 16 | 2026-03-16
15-04-'26 | 2026-04-15
1-apr-2026 | 2026-04-01
20-mrt | 2026-03-20
1/apr | 2026-04-01
20 03 2026 | 2026-03-20
2026-03-20T10:00:00 | 2026-03-20
20120810 | 2012-08-10
mrt 2026 | 2026-03-31
03-2026 | 2026-03-31
Q2'26 | 2026-06-30
2026-Q2 | 2026-06-30
kw. 2 | 2026-06-30
2e kw. 2026 | 2026-06-30
binnen 'n week | 2026-03-18
binnen 't uur | 2026-03-11
over dag of drie | 2026-03-14
over max. 2 weken | 2026-03-25
binnen ca. drie weken | 2026-04-01
binnen 3-5 werkdagen | 2026-03-18
begin vlg mnd | 2026-04-10
1e vd maand | 2026-04-01
31/12 | 2026-12-31
+2 weken | 2026-03-25
-3 dagen | 2026-03-08
half jaar | 2026-09-11
om 14.00 uur | 2026-03-11
's middags | 2026-03-11
AS VRIJDAG | 2026-03-13
""")

LONGER = table("""
maandag in de week van 6 april | 2026-04-06
maandag 16 tot vrijdag 20 maart | 2026-03-20
20/3-25/3 | 2026-03-25
2026-03-20/2026-03-25 | 2026-03-25
vanaf 20 maart tot en met 25 maart | 2026-03-25
afgelopen 5 februari | 2026-02-05
vorig jaar 5 februari | 2025-02-05
maandag, dinsdag of woensdag | 2026-03-18
volgende week woensdag of donderdag | 2026-03-19
overmorgen of donderdag | 2026-03-13
deze of volgende week | 2026-03-20
eind maart, begin april | 2026-04-10
liefst vrijdag, uiterlijk maandag | 2026-03-16
tussen nu en twee weken | 2026-03-25
tussen nu en vrijdag | 2026-03-13
tussen kerst en oud en nieuw | 2026-12-31
het weekend van 14 maart | 2026-03-15
tweede week na Pasen | 2026-04-24
week 3 van april | 2026-04-17
eerste maandag van het nieuwe jaar | 2027-01-04
eerste kwartaal van volgend jaar | 2027-03-31
eerste dinsdag na 1 mei | 2026-05-05
de dag na Hemelvaart | 2026-05-15
in de maand mei | 2026-05-31
later in het jaar | 2026-12-31
later deze week | 2026-03-13
binnen een termijn van 14 dagen | 2026-03-25
vandaag over een jaar | 2027-03-11
over twee jaar en drie maanden | 2028-06-11
over vijf en een half jaar | 2031-09-11
niet voor 1 april | 2026-04-01
op zijn vroegst vrijdag | 2026-03-13
twee werkdagen na vrijdag | 2026-03-17
een week voor het eind van de maand | 2026-03-24
tweeëntwintig mei tweeduizend zevenentwintig | 2027-05-22
afgelopen nacht | 2026-03-10
vrijdag een week geleden | 2026-02-27
""")


@pytest.mark.parametrize(
    ("phrase", "day"),
    [*AS_PEOPLE_TYPE, *LONGER],
)
def test_a_typed_phrase_means_a_day(phrase: str, day: date | None):
    assert day_of(phrase) == day


@pytest.mark.parametrize(
    ("phrase", "day"),
    [*NEAR, *WEEKDAYS, *WEEKS, *DATES, *MONTHS_AND_LONGER, *AMOUNTS, *HOLIDAYS, *PAST, *NO_DAY],
)
def test_a_phrase_means_a_day(phrase: str, day: date | None):
    assert day_of(phrase) == day


EDGES = [
    ("2026-03-13", "vrijdag | 2026-03-20"),
    ("2026-03-13", "voor vrijdag | 2026-03-19"),
    ("2026-03-13", "deze week | 2026-03-13"),
    ("2026-03-13", "voor het weekend | 2026-03-13"),
    ("2026-03-13", "vrijdag over een week | 2026-03-27"),
    ("2026-03-13", "volgende vrijdag | 2026-03-20"),
    ("2026-03-14", "na het weekend | 2026-03-16"),
    ("2026-03-14", "deze week | 2026-03-15"),
    ("2026-03-14", "voor het weekend | 2026-03-20"),
    ("2026-03-14", "begin volgende week | 2026-03-17"),
    ("2026-03-15", "volgende week maandag | 2026-03-16"),
    ("2026-12-21", "15-1 | 2027-01-15"),
    ("2026-12-21", "week 2 | 2027-01-15"),
    ("2026-12-21", "week 53 | 2027-01-01"),
    ("2026-12-21", "week 1 | 2027-01-08"),
    ("2026-12-21", "volgende week | 2027-01-01"),
    ("2026-12-21", "volgende maand | 2027-01-31"),
    ("2026-12-21", "binnen 5 werkdagen | 2026-12-29"),
    ("2026-12-31", "eind van het jaar | 2026-12-31"),
    ("2026-12-31", "31 december | 2027-12-31"),
    ("2027-01-01", "week 53 | 2027-01-01"),
    ("2027-01-04", "week 53 | -"),
    ("2027-12-31", "29/2 | 2028-02-29"),
    ("2027-12-31", "over twee maanden | 2028-02-29"),
    ("2028-02-29", "over een jaar | 2029-02-28"),
    ("2026-03-31", "over een maand | 2026-04-30"),
    ("2026-03-31", "eind maart | 2026-03-31"),
    ("2026-03-31", "eind van de maand | 2026-03-31"),
    ("2026-01-31", "over een maand | 2026-02-28"),
    ("2026-04-01", "binnen 2 werkdagen | 2026-04-03"),
    ("2026-04-01", "binnen 5 werkdagen | 2026-04-09"),
    ("2025-05-02", "binnen 1 werkdag | 2025-05-06"),
    ("2026-05-04", "binnen 1 werkdag | 2026-05-05"),
    ("2026-06-20", "voor de zomer | 2026-06-20"),
    ("2026-06-21", "voor de zomer | 2027-06-20"),
    ("2026-12-25", "voor de kerst | 2027-12-24"),
    ("2026-03-27", "laatste vrijdag van de maand | 2026-04-24"),
]


@pytest.mark.parametrize(("today", "row"), EDGES)
def test_the_edges_of_weeks_months_and_years(today: str, row: str):
    [(phrase, day)] = table(row)
    assert day_of(phrase, date.fromisoformat(today)) == day


def test_belgium_has_its_own_days_off():
    tuesday = date(2026, 7, 20)
    assert day_of("binnen 1 werkdag", tuesday) == date(2026, 7, 21)
    assert day_of("binnen 1 werkdag", tuesday, country="BE") == date(2026, 7, 22)


@pytest.mark.parametrize(
    ("phrase", "remark"),
    [
        ("30 februari", "30 februari bestaat niet."),
        ("31-4-2027", "31 april 2027 bestaat niet."),
        ("maandag 17 maart 2026", "17 maart 2026 is een dinsdag, geen maandag."),
        ("week 54", "Week 54 bestaat niet."),
        ("week 53 van 2027", "2027 heeft geen week 53."),
        ("vijfde maandag van april", "April 2026 heeft geen 5e maandag."),
        ("over -1 dag", BELOW_NOTHING),
        ("over - 3 weken", BELOW_NOTHING),
        ("binnen -1 maand", BELOW_NOTHING),
        ("over minus twee dagen", BELOW_NOTHING),
    ],
)
def test_what_does_not_exist_is_said_in_a_remark(phrase: str, remark: str):
    term = read_term(phrase, WEDNESDAY)
    assert term is not None
    assert (term.day, term.kind, term.remark) == (None, TermKind.IMPOSSIBLE, remark)


def test_a_leap_day_far_away_is_given_with_a_remark():
    term = read_term("29 februari", WEDNESDAY)
    assert term is not None
    assert term.day == date(2028, 2, 29)
    assert term.remark == "29 februari bestaat pas weer in 2028."


@pytest.mark.parametrize(
    ("phrase", "day", "other"),
    [
        ("maandag of dinsdag", "2026-03-17", "2026-03-16"),
        ("dinsdag of maandag", "2026-03-17", "2026-03-16"),
        ("ma/di", "2026-03-17", "2026-03-16"),
        ("vandaag of morgen", "2026-03-12", "2026-03-11"),
        ("5 of 6 mei", "2026-05-06", "2026-05-05"),
        ("volgende vrijdag", "2026-03-20", "2026-03-13"),
        ("twee à drie weken", "2026-04-01", "2026-03-25"),
        ("tot 1 april", "2026-03-31", "2026-04-01"),
        ("over anderhalve week", "2026-03-21", "2026-03-22"),
        ("kerst", "2026-12-25", "2026-12-26"),
    ],
)
def test_two_readings_give_two_days(phrase: str, day: str, other: str):
    term = read_term(phrase, WEDNESDAY)
    assert term is not None
    assert (str(term.day), str(term.other)) == (day, other)


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("zsm", TermKind.VAGUE),
        ("over een paar weken", TermKind.VAGUE),
        ("na de zomer", TermKind.VAGUE),
        ("voor het volgende overleg", TermKind.EVENT),
        ("zodra de vergunning binnen is", TermKind.EVENT),
        ("binnen een week na ondertekening", TermKind.EVENT),
        ("als de klant akkoord is", TermKind.EVENT),
        ("elke eerste maandag van de maand", TermKind.RECURRING),
        ("'s maandags", TermKind.RECURRING),
        ("gisteren", TermKind.PAST),
        ("12 februari 2026", TermKind.PAST),
        ("vrijdag", TermKind.DAY),
    ],
)
def test_a_phrase_is_of_a_kind(phrase: str, kind: TermKind):
    term = read_term(phrase, WEDNESDAY)
    assert term is not None
    assert term.kind is kind


def test_a_sure_date_is_surer_than_a_short_weekday():
    sure, unsure = read_term("15 maart 2027", WEDNESDAY), read_term("do", WEDNESDAY)
    assert sure is not None
    assert unsure is not None
    assert 0 < unsure.certainty < 0.6 < sure.certainty <= 1


def test_the_terms_of_a_text_come_in_order_with_their_place():
    text = "Jan belt vóór vrijdag, ik mail uiterlijk 1 april; zsm daarna de rest."
    terms = find_terms(text, WEDNESDAY)
    assert [term.text for term in terms] == ["vóór vrijdag", "uiterlijk 1 april", "zsm"]
    assert all(text[term.start : term.end] == term.text for term in terms)

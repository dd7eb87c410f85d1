# ruff: noqa: E501 - lines of files stand as programs write them
"""Invented files in the dialects of the programs that write them."""

from __future__ import annotations

from datetime import date

TODAY = date(2026, 11, 22)

WESTERN_EUROPE = """BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""

NEW_YORK = """BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T020000
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""


def calendar(*events: str, method: str = "", zones: str = "") -> bytes:
    """A calendar with these events; each is the lines between BEGIN and END."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Proef//NL"]
    if method:
        lines.append(f"METHOD:{method}")
    lines += zones.strip().splitlines()
    for event in events:
        lines += ["BEGIN:VEVENT", *event.strip().splitlines(), "END:VEVENT"]
    lines.append("END:VCALENDAR")
    return ("\r\n".join(lines) + "\r\n").encode()


OUTLOOK = calendar(
    """CLASS:PUBLIC
CREATED:20261101T090000Z
DESCRIPTION:Graag de jaarcijfers meenemen.\\nTot dan\\, Annet\\n\\n_____________
 ___________________________________________________________________\\nMicrosoft
  Teams-vergadering\\nhttps://teams.microsoft.com/l/meetup-join/19%3ameeting\\n
DTEND;TZID="W. Europe Standard Time":20261130T110000
DTSTAMP:20261101T090000Z
DTSTART;TZID="W. Europe Standard Time":20261130T100000
LAST-MODIFIED:20261101T090000Z
LOCATION:Microsoft Teams-vergadering
ORGANIZER;CN="Annet Veldkamp":mailto:annet@veldkamp-hoveniers.example
ATTENDEE;CN="Bram de Wit";RSVP=TRUE;ROLE=REQ-PARTICIPANT:mailto:Bram@Advies.example
ATTENDEE;CN="'joris@veldkamp-hoveniers.example'";ROLE=OPT-PARTICIPANT;PARTSTAT=DECLINED:mailto:joris@veldkamp-hoveniers.example
ATTENDEE;CUTYPE=RESOURCE;CN="Zaal 2";ROLE=NON-PARTICIPANT:mailto:zaal2@advies.example
PRIORITY:5
SEQUENCE:2
SUMMARY;LANGUAGE=nl:Bespreking jaarcijfers\\; eerste ronde
TRANSP:OPAQUE
UID:040000008200E00074C5B7101A82E008
X-ALT-DESC;FMTTYPE=text/html:<html><body><p>Graag de jaarcijfers</p></body></html>
X-MICROSOFT-CDO-BUSYSTATUS:BUSY
BEGIN:VALARM
TRIGGER:-PT15M
ACTION:DISPLAY
DESCRIPTION:Reminder
END:VALARM""",
    method="REQUEST",
    zones=WESTERN_EUROPE.format(name="W. Europe Standard Time"),
)

GOOGLE = calendar(
    """DTSTART;TZID=Europe/Amsterdam:20260907T090000
DTEND;TZID=Europe/Amsterdam:20260907T100000
RRULE:FREQ=WEEKLY;UNTIL=20261012T215959Z;BYDAY=MO
EXDATE;TZID=Europe/Amsterdam:20260914T090000
DTSTAMP:20261101T120000Z
ORGANIZER;CN=Sanne Kuiper:mailto:sanne@kuiperbouw.example
UID:weekstart@google.com
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Sanne Kuiper;X-NUM-GUESTS=0:mailto:sanne@kuiperbouw.example
X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij
CREATED:20260901T080000Z
LAST-MODIFIED:20261001T080000Z
SEQUENCE:0
STATUS:CONFIRMED
SUMMARY:Weekstart bouwplaats
TRANSP:OPAQUE""",
    """DTSTART;TZID=Europe/Amsterdam:20260922T130000
DTEND;TZID=Europe/Amsterdam:20260922T140000
DTSTAMP:20261101T120000Z
UID:weekstart@google.com
RECURRENCE-ID;TZID=Europe/Amsterdam:20260921T090000
SEQUENCE:1
STATUS:CONFIRMED
LOCATION:Bouwkeet Dorpsstraat 4
SUMMARY:Weekstart bouwplaats (verzet)""",
    """DTSTART;VALUE=DATE:20261224
DTEND;VALUE=DATE:20261226
DTSTAMP:20261101T120000Z
UID:kerst@google.com
STATUS:CONFIRMED
SUMMARY:Kantoor gesloten""",
)

CARD_21 = (
    b"BEGIN:VCARD\r\nVERSION:2.1\r\n"
    b"N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;Ren=C3=A9;van;;\r\n"
    b"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Ren=C3=A9 van M=C3=BCller\r\n"
    b"ORG:Kwekerij De Linde B.V.;Verkoop\r\nTITLE:Bedrijfsleider\r\n"
    b"TEL;WORK;VOICE:010-1234567\r\nTEL;CELL;VOICE:06-12345678\r\nTEL;WORK;FAX:010-7654321\r\n"
    b"ADR;WORK;PREF;ENCODING=QUOTED-PRINTABLE:;;Lindelaan 4;Zwolle;;8011 AB;Nede=\r\nrland\r\n"
    b"EMAIL;PREF;INTERNET:rene@delinde.example\r\n"
    b"NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=windows-1252:Houdt van koffie=0D=0A=\r\n"
    b"belt liever dan hij mailt, caf=E9\r\n"
    b"PHOTO;JPEG;ENCODING=BASE64:\r\n /9j/4AAQSkZJRgABAQAAAQABAAD\r\n\r\nEND:VCARD\r\n"
)
CARD_30 = (
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Sanne Kuiper\r\nN:Kuiper;Sanne;;;\r\n"
    b"ORG:Kuiper Bouw\\, Renovatie;\r\nitem1.EMAIL;type=INTERNET;type=pref:Sanne@KuiperBouw.example\r\n"
    b"item1.X-ABLabel:_$!<Work>!$_\r\nTEL;TYPE=CELL,VOICE:+31 6 87654321\r\n"
    b"ADR;TYPE=HOME:;;Thuisweg 1;Ommen;;7731 AA;\r\nADR;TYPE=WORK:;;Dorpsstraat 4;Raalte;;8102 CC;\r\n"
    b"NOTE:Regel een\\nregel twee\r\nURL:https://kuiperbouw.example\r\n"
    b"PHOTO;VALUE=uri:https://beeld.example/sanne.jpg\r\nEND:VCARD\r\n"
)
CARD_40 = (
    b"BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:individual\r\nN:Bakker;Joris;;;\r\nFN:Joris Bakker\r\n"
    b'TEL;VALUE=uri;TYPE="cell,voice";PREF=1:tel:+31-6-11112222\r\n'
    b"EMAIL;PREF=2:joris@prive.example\r\nEMAIL;PREF=1:joris@bakkerzoon.example\r\n"
    b"ORG:Bakker & Zoon\r\nROLE:Eigenaar\r\nEND:VCARD\r\n"
    b"BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\nFN:Stichting Het Lokaal\r\n"
    b"TEL;VALUE=uri:tel:+31-38-1234567\r\nEMAIL:info@hetlokaal.example\r\nEND:VCARD\r\n"
)

OUTLOOK_EN = (
    '"Title","First Name","Middle Name","Last Name","Suffix","Company","Department","Job Title",'
    '"Business Street","Business City","Business Postal Code","Business Phone","Mobile Phone",'
    '"E-mail Address","E-mail Type","Notes","Web Page"\r\n'
    '"","Annet","","Veldkamp","","Veldkamp Hoveniers B.V.","","Directeur","Tuinweg 8","Deventer",'
    '"7411 AA","0570-123456","06-10101010","annet@veldkamp.example","SMTP",'
    '"Twee regels,\r\nmet ""aanhaling""","www.veldkamp.example"\r\n'
    '"","Joris","de","Boer","","Veldkamp Hoveniers B.V.","","","","","","","",'
    '"joris@veldkamp.example","SMTP","",""\r\n'
)
OUTLOOK_NL = (
    "Titel;Voornaam;Middelste naam;Achternaam;Bedrijf;Functie;Adres werk, straat;"
    "Adres werk, plaats;Adres werk, postcode;Telefoon op werk;Mobiele telefoon;E-mailadres;Notities\r\n"
    ";Annet;;Veldkamp;Veldkamp Hoveniers;Directeur;Tuinweg 8;Deventer;7411 AA;0570-123456;"
    "06-10101010;annet@veldkamp.example;\r\n"
)
GOOGLE_PEOPLE = (
    "Name,Given Name,Family Name,Organization 1 - Name,Organization 1 - Title,E-mail 1 - Type,"
    "E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Address 1 - Street,Address 1 - City\r\n"
    "Annet Veldkamp,Annet,Veldkamp,Veldkamp Hoveniers,Directeur,* Work,annet@veldkamp.example,"
    "Work,0570-123456,Tuinweg 8,Deventer\r\n"
)

MAIL = (
    b"Return-Path: <annet@veldkamp.example>\r\nReceived: from x by y; Mon, 2 Nov 2026 09:00:05 +0100\r\n"
    b"From: =?UTF-8?Q?Annet_Veldk=C3=A1mp?= <Annet@veldkamp.example>\r\n"
    b'To: Bram de Wit <bram@advies.example>, "Boer, Joris de" <joris@veldkamp.example>\r\n'
    b"Subject: =?iso-8859-1?Q?Offerte_en_caf=E9?=\r\n =?iso-8859-1?Q?_volgende_week?=\r\n"
    b"Date: Mon, 2 Nov 2026 09:00:00 +0100\r\nMessage-ID: <abc.1@veldkamp.example>\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/mixed; boundary="grens"\r\n\r\n'
    b'--grens\r\nContent-Type: multipart/alternative; boundary="binnen"\r\n\r\n'
    b"--binnen\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    b"Beste Bram,\r\nDe caf=E9-offerte volgt.\r\n"
    b"--binnen\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    b'<html><body><img src="https://volg.example/p.gif"><p>Beste <b>Bram</b></p></body></html>\r\n--binnen--\r\n'
    b'--grens\r\nContent-Type: application/pdf; name="offerte.pdf"\r\nContent-Transfer-Encoding: base64\r\n'
    b"Content-Disposition: attachment; filename*=UTF-8''..%2F..%2Fofferte%20caf%C3%A9.pdf\r\n\r\nJVBERi0xLjQK\r\n"
    b"--grens\r\nContent-Type: message/rfc822\r\n\r\nSubject: Eerder bericht\r\nFrom: a@b.example\r\n\r\nOud.\r\n"
    b"--grens--\r\n"
)


def workbook(
    *rows: tuple[object, ...],
    above: tuple[tuple[object, ...], ...] = (),
    sheets: dict[str, tuple[tuple[object, ...], ...]] | None = None,
) -> bytes:
    """An .xlsx file with these rows on its first sheet, and others on further sheets."""
    from io import BytesIO

    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (*above, *rows):
        sheet.append(row)
    for title, others in (sheets or {}).items():
        further = book.create_sheet(title)
        for row in others:
            further.append(row)
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()

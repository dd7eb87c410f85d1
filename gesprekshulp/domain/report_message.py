"""The messages that go with a report: here it is, and a reminder when no answer came.

They are in the client's language and form, and ask the two questions of every report.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from gesprekshulp.domain.draft import Draft, Reader, Sender
from gesprekshulp.domain.language import Form, Language
from gesprekshulp.domain.phrases import phrases
from gesprekshulp.domain.report import ReportDocument


@dataclass(frozen=True, slots=True)
class _Words:
    greeting: str
    nobody: str
    join: str
    first_names: bool
    subject: str
    subject_again: str
    opening: str
    version: str
    changes: str
    deviation: str
    deviations: str
    sent_on: str
    no_answer: str
    closing: str


_U = _Words(
    greeting="Geachte {names},",
    nobody="Geachte heer, mevrouw,",
    join=" en ",
    first_names=False,
    subject="Verslag van ons gesprek van {day}: {title}",
    subject_again="Herinnering: verslag van ons gesprek van {day}",
    opening="Bij dit bericht vindt u het verslag van ons gesprek van {day} over “{title}”.",
    version="Dit is versie {version}; zij vervangt de vorige.",
    changes="Wat er veranderd is, staat in het verslag onder “{heading}”.",
    deviation="Eén besluit wijkt af van ons advies. Wilt u ook dat besluit bevestigen?",
    deviations="Enkele besluiten wijken af van ons advies. Wilt u ook die besluiten bevestigen?",
    sent_on="Op {sent} hebben wij u het verslag gestuurd van ons gesprek van {day} over “{title}”.",
    no_answer="Wij hebben daarop nog geen antwoord van u ontvangen.",
    closing="Met vriendelijke groet,",
)
_JE = replace(
    _U,
    greeting="Beste {names},",
    nobody="Beste,",
    first_names=True,
    opening="Bij dit bericht vind je het verslag van ons gesprek van {day} over “{title}”.",
    deviation="Eén besluit wijkt af van ons advies. Wil je ook dat besluit bevestigen?",
    deviations="Enkele besluiten wijken af van ons advies. Wil je ook die besluiten bevestigen?",
    sent_on=(
        "Op {sent} hebben wij je het verslag gestuurd van ons gesprek van {day} over “{title}”."
    ),
    no_answer="Wij hebben daarop nog geen antwoord van je ontvangen.",
)
_ENGLISH = _Words(
    greeting="Dear {names},",
    nobody="Dear Sir or Madam,",
    join=" and ",
    first_names=False,
    subject="Report of our meeting of {day}: {title}",
    subject_again="Reminder: report of our meeting of {day}",
    opening="Please find attached the report of our meeting of {day} about “{title}”.",
    version="This is version {version}; it replaces the previous one.",
    changes="What has changed is listed in the report under “{heading}”.",
    deviation="One decision differs from our advice. Could you confirm that decision as well?",
    deviations="Some decisions differ from our advice. Could you confirm those decisions as well?",
    sent_on="On {sent} we sent you the report of our meeting of {day} about “{title}”.",
    no_answer="We have not received your answer yet.",
    closing="Kind regards,",
)


def report_message(
    document: ReportDocument,
    readers: tuple[Reader, ...],
    sender: Sender,
    reply_by: date,
    *,
    changed_since: int = 0,
    sent_on: date | None = None,
) -> Draft:
    """The message that the report goes with; it says so when the report tells what changed.

    With `sent_on`, the day on which it went before, it reminds of the answer that did not come.
    """
    words = _words(document)
    say = phrases(document.language, document.form)
    parts = {"day": say.day_and_year(document.day), "title": document.title}
    ask = [say.closing(reply_by)]
    if sent_on is not None:
        subject = words.subject_again
        said = [words.sent_on.format(sent=say.day_and_year(sent_on), **parts), words.no_answer]
    else:
        subject = words.subject
        said = [words.opening.format(**parts)]
        if document.version > 1:
            said.append(words.version.format(version=document.version))
        if changed_since:
            heading = say.changes.format(version=changed_since)
            said.append(words.changes.format(heading=heading))
        if number := sum(one.confirmed_on is None for one in document.deviations):
            ask.append(words.deviation if number == 1 else words.deviations)
    return _draft(words, subject.format(**parts), readers, sender, " ".join(said), *ask)


def _words(document: ReportDocument) -> _Words:
    if document.language is Language.ENGLISH:
        return _ENGLISH
    return _JE if document.form is Form.JE else _U


def _draft(
    words: _Words, subject: str, readers: tuple[Reader, ...], sender: Sender, *paragraphs: str
) -> Draft:
    names = [" ".join(reader.name.split()) for reader in readers if reader.name.strip()]
    if words.first_names:
        names = [name.split()[0] for name in names]
    said = words.join.join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""
    greeting = words.greeting.format(names=said) if said else words.nobody
    signed = [line for line in (sender.name, sender.firm, sender.phone) if line.strip()]
    closing = "\n".join((words.closing, *signed))
    first = readers[0] if readers else Reader()
    return Draft(
        subject=" ".join(subject.split()),
        body="\n\n".join((greeting, *paragraphs, closing)) + "\n",
        to=first.email.strip(),
        to_name=first.name.strip(),
        sender=sender.email.strip(),
        sender_name=sender.name.strip() or sender.firm.strip(),
        also=readers[1:],
    )

"""What may not stand in a client's document: internal words, and other clients."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gesprekshulp.domain.appointment import Appointment
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import ClientId, ReportId
from gesprekshulp.domain.remark import Passage, Remark, RemarkKind
from gesprekshulp.domain.report import Report, ReportPart
from gesprekshulp.domain.report_document import document_of
from gesprekshulp.domain.report_passages import passages_of, strings_of
from gesprekshulp.domain.report_rules import ReportSources, items, paragraphs
from gesprekshulp.domain.text import InternalText
from gesprekshulp.language.facts import name_words
from gesprekshulp.storage.archive import Work

INTERNAL = "lek-intern"
OTHER_CLIENT = "lek-andere-klant"
_IGNORED = "nakijken.genegeerd."

# Names of files divide their words with underscores, and end in a kind of file.
_WORD = re.compile(
    r"[^\W_]+(?:(?:[’'\-&]|\.(?!(?:pdf|docx?|xlsx?|pptx?|csv|txt|png|jpe?g|eml|zip)\b))[^\W_]+)*"
)


class ReportLeaks(UserError):
    """A document that was about to leave with something in it that is internal or about others."""


@dataclass(frozen=True, slots=True)
class LeakSearch:
    """What may not stand in the documents of one talk, ready for finding.

    `public` is what was said at the table, `own` the names of this dossier, `others` those of the
    other clients, `ignored` the keys of remarks that are left out in this version.
    """

    secrets: tuple[InternalText, ...]
    public: str
    own: tuple[str, ...]
    others: tuple[str, ...]
    ignored: frozenset[str]

    def find(self, passages: Sequence[Passage]) -> tuple[Remark, ...]:
        """Every leak in these texts, those that were ignored as well."""
        said = {word for passage in passages for word in _WORD.findall(passage.text)}
        others = OtherClients(
            # Of five thousand names most are out after their first word.
            (name for name in self.others if not said.isdisjoint(_WORD.findall(name[:40])[:1])),
            self.own,
        )
        return (
            *internal_leaks(passages, self.secrets, self.public),
            *client_leaks(passages, others),
        )

    def stops(self, remark: Remark) -> bool:
        """Whether a leak keeps a document inside; internal words always do."""
        return remark.rule == INTERNAL or remark.key not in self.ignored

    def require_clean(self, texts: Iterable[Passage | str], where: str = "") -> None:
        """Raise ReportLeaks when one of these texts holds a leak; `where` is what they stand in."""
        passages = [Passage("", "", one) if isinstance(one, str) else one for one in texts]
        found = [one for one in self.find(passages) if self.stops(one)]
        distinct = {one.key: one for one in found}
        for first in distinct.values():
            others = len(distinct) - 1
            more = f" Bij Nakijken staan er nog {others}." if others else ""
            place = f" Het staat in {where}." if where else ""
            raise ReportLeaks(f"Het verslag kan zo niet weg: {first.reason}{place}{more}")

    def require_clean_message(self, texts: Iterable[str]) -> None:
        """As `require_clean`, for a message that is about no report."""
        for first in self.find([Passage("", "", text) for text in texts]):
            of_whom = "intern" if first.rule == INTERNAL else "een andere klant van u"
            raise ReportLeaks(
                f"Het bericht kan zo niet weg: “{first.found}” is {of_whom}; haal het eruit."
            )

    def require_clean_file(self, path: Path) -> None:
        """As `require_clean`, for the name of the file that the client gets."""
        self.require_clean([path.name], "de naam van het bestand")

    def require_clean_word(self, content: bytes) -> None:
        """As `require_clean`, for a finished Word file: the house style has words of its own."""
        from gesprekshulp.exchange.word.texts import texts_of  # Word comes when it is used

        self.require_clean(texts_of(content), "het sjabloon van de huisstijl")


def search_for(work: Work, report: Report, sources: ReportSources) -> LeakSearch:
    """What may not stand in the documents of the talk of this report."""
    talk = sources.appointment
    said = [line.text for line in sources.lines]
    said += [item.text for item in sources.decisions] + [w.text for w in sources.wishes]
    said += [item.what for item in sources.commitments]
    return LeakSearch(
        internal_texts(work, talk),
        " ".join(" ".join(said).split()).casefold(),
        names_around(work, sources),
        tuple(name for id, name in work.clients.names().items() if id != talk.client_id),
        ignored_in(work, report.id),
    )


def require_clean_report(
    work: Work,
    report: Report,
    parts: tuple[ReportPart, ...],
    sources: ReportSources,
    file: Path | None = None,
) -> LeakSearch:
    """Raise ReportLeaks when a report, or the name of its file, holds something that may not go.

    Gives the search, for what is made of the report after this.
    """
    search = search_for(work, report, sources)
    search.require_clean(all_passages(report, parts, sources))
    if file is not None:
        search.require_clean_file(file)
    return search


def all_passages(
    report: Report, parts: tuple[ReportPart, ...], sources: ReportSources
) -> tuple[Passage, ...]:
    """The texts that are read for remarks, and after those whatever else stands on the paper."""
    read = tuple(passages_of(report.title, parts, sources))
    known = {text for one in read for text in (one.text, *paragraphs(one.text), *items(one.text))}
    rest = dict.fromkeys(strings_of(document_of(report, parts, sources)))
    return (*read, *(Passage("", "", text, told=False) for text in rest if text not in known))


def names_around(work: Work, sources: ReportSources) -> tuple[str, ...]:
    """The names of people and firms that belong to a talk."""
    talk = sources.appointment
    people = work.people.of_client(talk.client_id) if talk.client_id else ()
    found = (
        *(one.name for one in sources.participants), *(person.name for person in people),
        *(adviser.name for adviser in work.advisers.all()),
        sources.client_name, sources.firm.name, sources.firm.adviser,
        *(item.who for item in sources.commitments),
    )  # fmt: skip
    return tuple(dict.fromkeys(name for name in found if name.strip()))


def ignored_in(work: Work, report_id: ReportId) -> frozenset[str]:
    """The keys of the remarks that are left out in this version of a report."""
    return frozenset((work.settings.value(_IGNORED + report_id) or "").split())


def keep_ignored(work: Work, report_id: ReportId, keys: Iterable[str]) -> None:
    """Remember which remarks are left out in this version of a report."""
    work.settings.put(_IGNORED + report_id, "\n".join(sorted(keys)))


def search_of_client(work: Work, client_id: ClientId, public: Iterable[str]) -> LeakSearch:
    """What may not stand in a message to a client that is about no single talk.

    `public` is what the client knows: the words of the promise that the message is about.
    """
    secrets = [*_of_client(work, client_id)]
    for talk in work.appointments.of_client(client_id):
        secrets += _of_talk(work, talk)
    people = [person.name for person in work.people.of_client(client_id)]
    names = work.clients.names()
    return LeakSearch(
        tuple(secrets),
        " ".join(" ".join(public).split()).casefold(),
        (*people, *(adviser.name for adviser in work.advisers.all()), names.get(client_id, ""),
         work.settings.load().firm_name),
        tuple(name for id, name in names.items() if id != client_id),
        frozenset(),
    )  # fmt: skip


def internal_texts(work: Work, talk: Appointment) -> tuple[InternalText, ...]:
    """Everything internal of one talk and its client."""
    return (*_of_talk(work, talk), *(_of_client(work, talk.client_id) if talk.client_id else ()))


def _of_talk(work: Work, talk: Appointment) -> Iterator[InternalText]:
    for line in work.note_lines.of_appointment(talk.id):
        if line.kind.is_internal and line.internal:
            yield line.internal
    for reflection in work.reflections.of_appointment(talk.id):
        yield from (text for text in (reflection.went_well, reflection.next_time) if text)


def _of_client(work: Work, client_id: ClientId) -> Iterator[InternalText]:
    client = work.clients.find(client_id)
    if client is None:
        return
    found = [client.remarks]
    found += [person.remarks for person in work.people.of_client(client_id)]
    found += [rating.explanation for rating in work.ratings.of_client(client_id)]
    yield from (text for text in found if text)


def internal_leaks(
    passages: Iterable[Passage], secrets: Sequence[InternalText], public: str
) -> Iterator[Remark]:
    """Four words in a row or more that also stand in something internal.

    `public` is what was said at the table: words that were noted there as well are no secret.
    """
    for passage in passages:
        spans = sorted({span for secret in secrets for span in secret.repeated_in(passage.text)})
        reached = 0
        for start, end in spans:
            found = passage.text[start:end]
            if start < reached or _said(found, public):
                continue
            reached = end
            yield Remark(
                INTERNAL, RemarkKind.LEAK, passage.part, start, end, found,
                f"“{found}” staat ook in iets wat intern is; haal het uit het verslag.",
                row=passage.row,
            )  # fmt: skip


def _said(found: str, public: str) -> bool:
    return " ".join(found.split()).casefold() in public


class OtherClients:
    """The names of other clients, ready for finding in a text.

    A name of one word is told from other words only when it is long, so it counts from six
    letters; names that share themselves with a name of this dossier do not count.
    """

    def __init__(self, names: Iterable[str], own: Iterable[str]) -> None:
        known = [_plain(name) for name in own]
        by_first: dict[str, list[tuple[str, ...]]] = {}
        for name in names:
            words = _plain(name)
            told_apart = name_words(" ".join(words))
            one = len(told_apart) < 2
            if not words or (one and (len("".join(told_apart)) < 6 or len(words) != 1)):
                continue
            if any(_within(words, other) or _within(other, words) for other in known if other):
                continue
            by_first.setdefault(next(iter(words)), []).append(words)
        self._by_first = by_first

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where one of the names stands, as it is written."""
        matches = list(_WORD.finditer(text))
        said = [match.group().rstrip(".") for match in matches]
        for place, word in enumerate(said):
            for words in self._by_first.get(word, ()):
                last = place + len(words)
                if tuple(said[place:last]) == words:
                    yield matches[place].start(), matches[last - 1].end()
                    break


def client_leaks(passages: Iterable[Passage], others: OtherClients) -> Iterator[Remark]:
    """Names of other clients."""
    for passage in passages:
        for start, end in others.find(passage.text):
            found = passage.text[start:end]
            yield Remark(
                OTHER_CLIENT, RemarkKind.LEAK, passage.part, start, end, found,
                f"“{found}” is een andere klant van u; haal de naam uit het verslag.",
                row=passage.row,
            )  # fmt: skip


_LEGAL = frozenset(("bv", "nv", "vof", "cv", "b.v", "n.v", "v.o.f", "c.v"))


def _plain(name: str) -> tuple[str, ...]:
    words = [match.group().rstrip(".") for match in _WORD.finditer(name)]
    return tuple(word for word in words if word.casefold() not in _LEGAL)


def _within(small: tuple[str, ...], large: tuple[str, ...]) -> bool:
    size = len(small)
    return any(large[place : place + size] == small for place in range(len(large) - size + 1))

"""What may not stand in a client's document: internal words, and other clients."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from gesprekshulp.domain.appointment import Appointment
from gesprekshulp.domain.client import NamedClient
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.ids import ClientId, ReportId
from gesprekshulp.domain.remark import Passage, Remark, RemarkKind
from gesprekshulp.domain.report import Report, ReportPart
from gesprekshulp.domain.report_document import document_of
from gesprekshulp.domain.report_passages import passages_of, strings_of
from gesprekshulp.domain.report_rules import ReportSources, items, paragraphs, public_lines
from gesprekshulp.domain.text import InternalText
from gesprekshulp.services.leak_words import (
    NOTHING_KNOWN,
    KnownWords,
    OtherClients,
    Whose,
    first_word,
    full_name,
    name_as_found,
    words_in,
)
from gesprekshulp.storage.archive import Work

INTERNAL = "lek-intern"
OTHER_CLIENT = "lek-andere-klant"
_IGNORED = "nakijken.genegeerd."


@dataclass(frozen=True, slots=True)
class LeakSearch:
    """What may not stand in the documents of one talk, ready for finding.

    `public` are the texts of what was said at the table, `own` the names of this dossier, `others`
    those of the other clients and of their people, also of clients that were removed or got another
    name since, `ignored` the keys of remarks that are left out in this version. `sent` is what the
    client has already, word for word: it can be told again, though who is named in it has become a
    client since.
    """

    secrets: tuple[InternalText, ...]
    public: tuple[str, ...]
    own: tuple[str, ...]
    others: Mapping[str, Whose]
    ignored: frozenset[str]
    sent: KnownWords = NOTHING_KNOWN

    def find(self, passages: Sequence[Passage]) -> tuple[Remark, ...]:
        """Every leak in these texts, those that were ignored as well."""
        said = {word for passage in passages for word in words_in(passage.text)}
        # Of five thousand names most are out after their first word.
        named = [name for name in self.others if first_word(name) in said]
        others = OtherClients(
            {name: self.others[name] for name in named if not self.sent.names(name)}, self.own
        )
        return (
            *internal_leaks(passages, self.secrets, self.public, self.sent),
            *client_leaks(passages, others),
        )

    def stops(self, remark: Remark) -> bool:
        """Whether a leak keeps a document inside; internal words always do."""
        return remark.rule == INTERNAL or remark.key not in self.ignored

    def knowing(self, sent: Iterable[str]) -> LeakSearch:
        """The same search for something to a client that has these texts already."""
        return replace(self, sent=KnownWords.of(sent))

    def stopping(self, texts: Iterable[Passage | str]) -> tuple[Remark, ...]:
        """What in these texts keeps them inside, each name or stretch of words once."""
        passages = [Passage("", "", one) if isinstance(one, str) else one for one in texts]
        found = {one.key: one for one in self.find(passages) if self.stops(one)}
        return tuple(found.values())


def search_for(work: Work, report: Report, sources: ReportSources) -> LeakSearch:
    """What may not stand in the documents of the talk of this report."""
    talk = sources.appointment
    around = AroundClient.of(work, talk.client_id, talk)
    said = [item.text for item in sources.decisions] + [w.text for w in sources.wishes]
    said += [item.what for item in sources.commitments]
    known = work.clients.names_ever()
    return LeakSearch(
        around.secrets,
        (*around.said, *said),
        (*names_around(work, sources), *_own_former(known, talk.client_id)),
        _others(known, talk.client_id),
        ignored_in(work, report.id),
    )


def _others(known: Mapping[ClientId, NamedClient], client_id: ClientId | None) -> dict[str, Whose]:
    """The names of the other clients, with those that they had before.

    A client that was in the archive twice and of which one was removed, is itself.
    """
    this = known.get(client_id) if client_id else None
    others = [
        one
        for id, one in known.items()
        if id != client_id and not (one.is_removed and this is not None and one.is_twin_of(this))
    ]
    found = _people([one for one in others if one.is_removed], Whose.WAS_PERSON)
    found |= _people([one for one in others if not one.is_removed], Whose.PERSON)
    found |= {name: Whose.REMOVED for one in others for name in (one.name, *one.former)}
    found |= {name: Whose.RENAMED for one in others if not one.is_removed for name in one.former}
    return found | {one.name: Whose.CLIENT for one in others if not one.is_removed}


def _people(clients: Iterable[NamedClient], whose: Whose) -> dict[str, Whose]:
    names = (full_name(name) for one in clients for name in one.people)
    return {name: whose for name in names if name}


def _own_former(known: Mapping[ClientId, NamedClient], client_id: ClientId | None) -> list[str]:
    """The names that a client had itself, without those that another client has now."""
    this = known.get(client_id) if client_id else None
    if this is None or not this.former:
        return []
    firsts = {first_word(name) for name in this.former}
    taken = {
        name_as_found(one.name)
        for id, one in known.items()
        if id != client_id and not one.is_removed and first_word(one.name) in firsts
    }
    return [name for name in this.former if name_as_found(name) not in taken]


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
    people = work.people.known_as(talk.client_id) if talk.client_id else ()
    found = (
        *(one.name for one in sources.participants), *people,
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


def search_of_client(
    work: Work,
    client_id: ClientId | None,
    promises: Iterable[Commitment] = (),
    names: Mapping[ClientId, NamedClient] | None = None,
) -> LeakSearch:
    """What may not stand in a message or file to a client that is about no single talk.

    `promises` are what it tells of; of those that were noted during a talk the client heard the
    words. `names` are those of all clients ever, for who searches often. A name that was passed
    over in a report of this client may stand here too.
    """
    if names is None:
        names = work.clients.names_ever()
    promises = tuple(promises)
    around = AroundClient.of(work, client_id)
    heard = [words for one in promises if one.said.strip() for words in (one.what, one.said)]
    own = (
        *(work.people.known_as(client_id) if client_id else ()),
        *(adviser.name for adviser in work.advisers.all()),
        *dict.fromkeys(one.who for one in promises),
        *(one.name for id, one in names.items() if id == client_id),
        *_own_former(names, client_id),
        work.settings.load().firm_name,
    )  # fmt: skip
    return LeakSearch(
        around.secrets,
        (*around.said, *heard),
        tuple(name for name in own if name.strip()),
        _others(names, client_id),
        frozenset[str]().union(*(ignored_in(work, id) for id in around.reports)),
    )


@dataclass(frozen=True, slots=True)
class AroundClient:
    """What the archive holds around one client: what is internal, and what was said at the table.

    `reports` are all versions of the reports about it.
    """

    secrets: tuple[InternalText, ...]
    said: tuple[str, ...]
    reports: tuple[ReportId, ...]

    @classmethod
    def of(
        cls, work: Work, client_id: ClientId | None, talk: Appointment | None = None
    ) -> AroundClient:
        """All of a client's talks; `talk` is the one that counts when it has no client."""
        talks = work.appointments.of_client(client_id) if client_id else ()
        ids = [one.id for one in talks] or [one.id for one in (talk,) if one]
        lines = [one for some in work.note_lines.of_appointments(ids).values() for one in some]
        secrets = [one.internal for one in lines if one.kind.is_internal]
        for some in work.reflections.of_appointments(ids).values():
            secrets += [text for one in some for text in (one.went_well, one.next_time)]
        if client_id:
            secrets += _of_client(work, client_id)
        reports = work.reports.of_appointments(ids).values()
        return cls(
            tuple(text for text in secrets if text),
            tuple(one.text for one in public_lines(lines)),
            tuple(one.id for some in reports for one in some),
        )


def _of_client(work: Work, client_id: ClientId) -> Iterator[InternalText]:
    client = work.clients.find(client_id)
    if client is None:
        return
    yield client.remarks
    yield from (person.remarks for person in work.people.of_client(client_id))
    yield from (rating.explanation for rating in work.ratings.of_client(client_id))


def internal_leaks(
    passages: Iterable[Passage], secrets: Sequence[InternalText], public: Iterable[str],
    sent: KnownWords = NOTHING_KNOWN,
) -> Iterator[Remark]:  # fmt: skip
    """Four words in a row or more that also stand in something internal.

    `public` are the texts of what was said at the table, `sent` is what the client has already:
    words that stand in a row in one of those are no secret.
    """
    # Taken apart when there is something to look for, which is seldom.
    heard = cache(lambda: KnownWords.of(public))
    for passage in passages:
        spans = sorted({span for secret in secrets for span in secret.repeated_in(passage.text)})
        reached = 0
        for start, end in spans:
            found = passage.text[start:end]
            if start < reached or heard().says(found) or sent.says(found):
                continue
            reached = end
            yield Remark(
                INTERNAL, RemarkKind.LEAK, passage.part, start, end, found,
                f"“{found}” staat ook in iets wat intern is; haal het uit het verslag.",
                row=passage.row,
            )  # fmt: skip


def client_leaks(passages: Iterable[Passage], others: OtherClients) -> Iterator[Remark]:
    """Names of other clients."""
    for passage in passages:
        for start, end, whose in others.find(passage.text):
            found = passage.text[start:end]
            yield Remark(
                OTHER_CLIENT, RemarkKind.LEAK, passage.part, start, end, found,
                f"“{found}” {whose}; haal de naam uit het verslag.",
                row=passage.row,
            )  # fmt: skip

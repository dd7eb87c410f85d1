"""What may not stand in a client's document: internal words, and other clients."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from gesprekshulp.domain.appointment import Appointment
from gesprekshulp.domain.ids import ClientId
from gesprekshulp.domain.remark import Passage, Remark, RemarkKind
from gesprekshulp.domain.text import InternalText
from gesprekshulp.language.facts import name_words
from gesprekshulp.storage.archive import Work

INTERNAL = "lek-intern"
OTHER_CLIENT = "lek-andere-klant"

_WORD = re.compile(r"\w+(?:[’'\-.&]\w+)*")


def internal_texts(work: Work, talk: Appointment) -> tuple[InternalText, ...]:
    """Everything internal of one talk and its client."""
    lines = work.note_lines.of_appointment(talk.id)
    found = [line.internal for line in lines if line.kind.is_internal]
    for reflection in work.reflections.of_appointment(talk.id):
        found += [reflection.went_well, reflection.next_time]
    client = work.clients.find(talk.client_id)
    if client is not None:
        found.append(client.remarks)
        found += [person.remarks for person in work.people.of_client(client.id)]
    return tuple(text for text in found if text)


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


def other_clients(
    work: Work, client_id: ClientId | None, own: Iterable[str], passages: Iterable[Passage]
) -> OtherClients:
    """The names of the clients but this one that can stand in these texts."""
    said = {word for passage in passages for word in _WORD.findall(passage.text)}
    return OtherClients(
        (
            name
            for id, name in work.clients.names().items()
            # Five thousand names: most are out after their first word.
            if id != client_id and not said.isdisjoint(_WORD.findall(name[:40])[:1])
        ),
        own,
    )


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

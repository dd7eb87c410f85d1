"""Finding anything by its words, newest first, while typing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gesprekshulp.storage.driver import Row
from gesprekshulp.storage.repository import Source

_WORD = re.compile(r"\w+", re.UNICODE)

_TALK = "coalesce(appointment_id, '')"
# kind -> table, title, fields of the body, the appointment it belongs to (or empty), internal
_SOURCES: dict[str, tuple[str, str, tuple[str, ...], str, str]] = {
    "klant": ("clients", "name", ("trade", "city"), "''", "0"),
    "contactpersoon": ("contact_persons", "name", ("role", "email"), "''", "0"),
    "afspraak": ("appointments", "title", ("place", "goal"), "id", "0"),
    "contact": ("contacts", "subject", ("outcome", "text"), _TALK, "0"),
    "notitie": ("note_lines", "text || internal", (), "appointment_id", "internal <> ''"),
    "toezegging": ("commitments", "what", ("who", "said"), _TALK, "0"),
    "besluit": ("decisions", "text", (), _TALK, "0"),
    "stuk": ("attachments", "name", (), "owner_id", "0"),
}


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found. `internal` marks what must not be shown with the client watching."""

    kind: str
    id: str
    title: str
    fragment: str
    client_id: str | None
    appointment_id: str
    internal: bool = False


def match_expression(text: str, kind: str | None = None) -> str:
    """What is typed as an FTS5 expression: all words, each as a beginning; or empty."""
    words = [f'words : "{word}" *' for word in _WORD.findall(text)[:8]]
    if not words:
        return ""
    if kind:
        words.insert(0, f'kind : "{kind}"')
    return " AND ".join(words)


class Search:
    """The full-text index over everything that is not deleted."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def find(self, text: str, limit: int = 20, kind: str | None = None) -> tuple[Hit, ...]:
        """What has all typed words (as beginnings of words), last added first."""
        return self._hits("search_index", text, limit, kind)

    def named(self, text: str, limit: int, kind: str) -> tuple[Hit, ...]:
        """As `find`, among the clients ("klant") or their people ("contactpersoon") alone."""
        return self._hits("search_index_names", text, limit, kind)

    def clients_beginning(self, text: str, limit: int) -> tuple[Hit, ...]:
        """The clients whose name begins with what is typed, in the order of the alphabet."""
        begin = text.strip()
        if not begin:
            return ()
        # A range instead of LIKE: that goes by the index on names.
        rows = self._source.rows(
            "SELECT 'klant', id, id FROM clients WHERE deleted_at IS NULL"
            f" AND name >= ? AND name < ? ORDER BY name LIMIT {int(limit)}",
            (begin, f"{begin}\U0010ffff"),
        )
        return self._shown(text, rows)

    def _hits(self, index: str, text: str, limit: int, kind: str | None) -> tuple[Hit, ...]:
        expression = match_expression(text, kind)
        if not expression:
            return ()
        rows = self._source.rows(
            f"SELECT d.kind, d.entity_id, d.client_id FROM {index} i"
            f" JOIN search_docs d ON d.id = i.rowid WHERE {index} MATCH ?"
            f" ORDER BY i.rowid DESC LIMIT {int(limit)}",
            (expression,),
        )
        return self._shown(text, rows)

    def _shown(self, text: str, rows: Sequence[Row]) -> tuple[Hit, ...]:
        """What was found as it is shown: rows of kind, identifier and client."""
        words = _WORD.findall(text)
        contents = self._contents([(found_kind, id) for found_kind, id, _ in rows])
        return tuple(
            Hit(found_kind, id, name, fragment(about, words), client_id, talk, bool(inside))
            for found_kind, id, client_id in rows
            for name, about, talk, inside in contents.get(id, ())
        )

    def _contents(self, found: list[tuple[str, str]]) -> dict[str, list[Row]]:
        """Title, body, appointment and whether it is internal, with one statement a kind."""
        of_kind: dict[str, list[str]] = {}
        for kind, id in found:
            of_kind.setdefault(kind, []).append(id)
        contents: dict[str, list[Row]] = {}
        for kind, ids in of_kind.items():
            table, title, body, appointment, internal = _SOURCES[kind]
            columns = ", ".join(("id", title, appointment, internal, *body))
            for id, name, talk, inside, *parts in self._source.rows(
                f"SELECT {columns} FROM {table} WHERE id IN ({', '.join('?' * len(ids))})",
                ids,
            ):
                about = " · ".join(part for part in parts if part.strip())
                contents[id] = [(name, about, talk, inside)]
        return contents


def fragment(body: str, words: list[str], width: int = 90) -> str:
    """The piece of a text around the first word looked for, on one line, from a whole word on."""
    flat = " ".join(body.split())
    lowered = flat.casefold()
    places = [place for word in words if (place := lowered.find(word.casefold())) >= 0]
    first = min(places, default=0)
    start = max(0, first - width // 3)
    if start:
        start = max(start, flat.find(" ", start - 1, first) + 1)
    piece = flat[start : start + width]
    return f"{'…' if start else ''}{piece}{'…' if start + width < len(flat) else ''}"

"""Finding anything by its words, newest first, while typing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gesprekshulp.storage.repository import Source

_WORD = re.compile(r"\w+", re.UNICODE)

# kind -> table, title, body, the appointment it belongs to (or an empty text), internal
_SOURCES: dict[str, tuple[str, str, str, str, str]] = {
    "klant": ("clients", "name", "trade || ' ' || city", "''", "0"),
    "contactpersoon": ("contact_persons", "name", "role || ' ' || email", "''", "0"),
    "afspraak": ("appointments", "title", "place || ' ' || goal", "id", "0"),
    "contact": (
        "contacts",
        "subject",
        "outcome || ' ' || text",
        "coalesce(appointment_id, '')",
        "0",
    ),
    "notitie": ("note_lines", "text || internal", "''", "appointment_id", "internal <> ''"),
    "toezegging": (
        "commitments",
        "what",
        "who || ' ' || said",
        "coalesce(appointment_id, '')",
        "0",
    ),
    "besluit": ("decisions", "text", "''", "coalesce(appointment_id, '')", "0"),
    "stuk": ("attachments", "name", "''", "owner_id", "0"),
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
        expression = match_expression(text, kind)
        if not expression:
            return ()
        rows = self._source.rows(
            "SELECT d.kind, d.entity_id, d.client_id FROM search_index i"
            " JOIN search_docs d ON d.id = i.rowid WHERE search_index MATCH ?"
            f" ORDER BY i.rowid DESC LIMIT {int(limit)}",
            (expression,),
        )
        words = _WORD.findall(text)
        hits: list[Hit] = []
        for found_kind, id, client_id in rows:
            table, title, body, appointment, internal = _SOURCES[found_kind]
            content = self._source.rows(
                f"SELECT {title}, {body}, {appointment}, {internal} FROM {table} WHERE id = ?",
                (id,),
            )
            if content:
                name, about, talk, inside = content[0]
                hits.append(
                    Hit(found_kind, id, name, fragment(about, words), client_id, talk, bool(inside))
                )
        return tuple(hits)


def fragment(body: str, words: list[str], width: int = 90) -> str:
    """The piece of a text around the first word looked for, on one line."""
    flat = " ".join(body.split())
    lowered = flat.casefold()
    places = [place for word in words if (place := lowered.find(word.casefold())) >= 0]
    start = max(0, min(places, default=0) - width // 3)
    piece = flat[start : start + width]
    return f"{'…' if start else ''}{piece}{'…' if start + width < len(flat) else ''}"

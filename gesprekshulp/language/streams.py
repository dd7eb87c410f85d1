"""One JSON line in, one out, for the commands that read terms from a stream."""

from collections.abc import Mapping
from datetime import date

from gesprekshulp.domain.errors import UserError
from gesprekshulp.language.terms import Term, TermKind, read_term


class BadLine(UserError):
    """A line of a stream that cannot be read."""


def term_line(record: Mapping[str, object]) -> dict[str, object]:
    """The term in `tekst`, seen from `peildatum`.

    `termijn` is an ISO day or None; `vrijblijvend` is true when there is neither a day nor an
    event. Raises BadLine when a field is missing or no date.
    """
    text, day = record.get("tekst"), record.get("peildatum")
    if not isinstance(text, str):
        raise BadLine("Deze regel heeft geen veld “tekst” met een tekst; voeg het toe.")
    term = read_term(text, _day(day))
    return {
        "tekst": text,
        "termijn": term.day.isoformat() if term and term.day else None,
        "vrijblijvend": not _binds(term),
    }


def _binds(term: Term | None) -> bool:
    return term is not None and (term.day is not None or term.kind is TermKind.EVENT)


def _day(value: object) -> date:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise BadLine(
        "Het veld “peildatum” is geen datum; schrijf het als jaar-maand-dag, zoals 2026-03-09."
    )

"""The commands that read JSON lines: one line in, one line out, until the input ends."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any, cast

from gesprekshulp.cli import output
from gesprekshulp.domain.errors import UserError

_Answer = Callable[[dict[str, Any]], dict[str, Any]]
_SHOWN = 10


def answer_lines(command: str) -> None:
    """Answer every line of standard input with a line.

    A line that cannot be read is answered with the same keys and `geweigerd`, the reason, so that
    answers stay beside their questions; at the end UserError names the lines that were refused.
    """
    answer: _Answer
    if command == "termijn":
        from gesprekshulp.language.streams import term_line as answer
    else:
        from gesprekshulp.language.commitments_stream import commitment_line as answer

    source = output.as_utf8(sys.stdin)
    refused: dict[int, str] = {}
    for number, line in enumerate(source, start=1):
        # Some editors write a mark before the first line of a file in UTF-8.
        line = line.removeprefix("\ufeff")
        if not line.strip():
            continue
        record: dict[str, Any] = {}
        try:
            record = _record(line, command)
            answered = answer(record)
        except UserError as error:
            refused[number] = error.sentence
            answered = _refusal(command, record, error.sentence)
        output.write(output.json_text(answered) + "\n")
        output.flush()
    if refused:
        raise UserError(_in_one_line(refused))


def _record(line: str, command: str) -> dict[str, Any]:
    try:
        # Nested a thousand deep, JSON breaks off as a RecursionError.
        record: object = json.loads(line, parse_constant=_no_number)
    except (ValueError, RecursionError):
        record = None
    told = cast("dict[str, Any]", record).get("id") if isinstance(record, dict) else None
    if not isinstance(record, dict) or isinstance(told, dict | list | float):
        needed = "“tekst” en “peildatum”" if command == "termijn" else "“id”, “tekst” en “datum”"
        raise UserError(f"Dit is geen JSON-object met {needed}; herstel die regel.")
    return cast("dict[str, Any]", record)


def _no_number(word: str) -> object:
    """NaN and Infinity, which Python takes for JSON and nobody else does."""
    raise ValueError(word)


def _refusal(command: str, record: dict[str, Any], reason: str) -> dict[str, Any]:
    if command == "termijn":
        said = record.get("tekst")
        said = said if isinstance(said, str) else None
        return {"tekst": said, "termijn": None, "vrijblijvend": None, "geweigerd": reason}
    return {"id": record.get("id"), "toezeggingen": [], "geweigerd": reason}


def _in_one_line(refused: dict[int, str]) -> str:
    first, reason = next(iter(refused.items()))
    if len(refused) == 1:
        return f"Regel {first} is geweigerd: {reason}"
    named = ", ".join(str(number) for number in list(refused)[:_SHOWN])
    more = " en verder" if len(refused) > _SHOWN else ""
    return f"{len(refused)} regels zijn geweigerd ({named}{more}); regel {first}: {reason}"

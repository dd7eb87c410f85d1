"""What an import will do: one outcome for each record, in words, and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from gesprekshulp.domain.dutch_dates import enumeration
from gesprekshulp.domain.errors import UserError
from gesprekshulp.exchange.records import FileRecords


class Outcome(StrEnum):
    """What happens to a record."""

    NEW = "nieuw"
    CHANGED = "gewijzigd"
    SAME = "gelijk"
    REFUSED = "geweigerd"


class Entity(StrEnum):
    """What a record becomes."""

    CLIENT = "klant"
    PERSON = "contactpersoon"
    APPOINTMENT = "afspraak"
    CONTACT = "contact"
    FILE = "bestand"


_PLURALS = {
    Entity.CLIENT: "klanten",
    Entity.PERSON: "contactpersonen",
    Entity.APPOINTMENT: "afspraken",
    Entity.CONTACT: "contacten",
    Entity.FILE: "bestanden",
}


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """What happens to one record of a file.

    `details` are sentences on what changes and what comes along; `reason` says why a record is
    refused or left as it is. `line` is counted from 1, None when the whole file is meant.
    """

    kind: Outcome
    entity: Entity
    title: str
    details: tuple[str, ...] = ()
    reason: str = ""
    line: int | None = None
    file: str = ""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import will do. Nothing is written before it is applied.

    `files` is what was read and `client_id` the client that the user chose for it: with these the
    plan is computed again when it is applied.
    """

    changes: tuple[PlannedChange, ...]
    files: tuple[FileRecords, ...]
    client_id: str | None = None

    def count(self, kind: Outcome) -> int:
        """How many records have this outcome."""
        return sum(1 for change in self.changes if change.kind is kind)

    @property
    def has_work(self) -> bool:
        """Whether applying it would change anything."""
        return any(change.kind in (Outcome.NEW, Outcome.CHANGED) for change in self.changes)

    @property
    def label(self) -> str:
        """What it does in words, for beside "Ongedaan maken"."""
        counts: dict[Entity, int] = {}
        for change in self.changes:
            if change.kind in (Outcome.NEW, Outcome.CHANGED):
                counts[change.entity] = counts.get(change.entity, 0) + 1
        parts = [
            f"{number} {entity.value if number == 1 else _PLURALS[entity]}"
            for entity, number in counts.items()
        ]
        read = list(dict.fromkeys(one.file_name for one in self.files if one.records))
        names = read or list(dict.fromkeys(one.file_name for one in self.files))
        where = names[0] if len(names) == 1 else f"{len(names)} bestanden"
        return f"{enumeration(parts) or 'Niets'} ingelezen uit {where}"

    @property
    def refusal(self) -> str:
        """One line on the files of which nothing can be used; empty when there are none."""
        read = {one.file for one in self.files if one.records}
        broken = [
            one for one in self.files
            if one.refused and not one.records and not (one.file and one.file in read)
        ]  # fmt: skip
        if not broken:
            return ""
        first = broken[0]
        reason = first.refused[0].reason
        if first.file_name not in reason:
            reason = f"Uit “{first.file_name}” is niets te gebruiken. {reason}"
        others = list(dict.fromkeys(one.file_name for one in broken[1:]))
        return f"{reason}{also_refused(others)}"

    @property
    def summary(self) -> str:
        """The four counts in words: "12 nieuw, 3 gewijzigd, 0 gelijk, 1 geweigerd"."""
        return ", ".join(f"{self.count(kind)} {kind.value}" for kind in Outcome)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did. `batch_id` takes it back as a whole; None when nothing was written."""

    plan: ImportPlan
    batch_id: str | None

    @property
    def label(self) -> str:
        """What was done, in words."""
        return self.plan.label


class PlanOutdatedError(UserError):
    """The archive changed between looking at a plan and applying it."""

    def __init__(self) -> None:
        super().__init__(
            "Het archief is intussen veranderd; bekijk opnieuw wat er wordt ingelezen."
            " Er is nog niets gewijzigd."
        )


def as_json(made: ImportPlan | ImportResult) -> dict[str, object]:
    """The counts and every record's outcome, with the keys of the command line."""
    plan = made.plan if isinstance(made, ImportResult) else made
    found: dict[str, object] = {kind.value: plan.count(kind) for kind in Outcome}
    found["regels"] = [
        {
            "uitkomst": change.kind.value,
            "soort": change.entity.value,
            "titel": change.title,
            "details": list(change.details),
            "reden": change.reason,
            "bestand": change.file,
            "regel": change.line,
        }
        for change in plan.changes
    ]
    return found


def difference(what: str, before: str, after: str) -> str:
    """How a field changes, in a sentence for the overview."""
    if not before:
        return f"{what}: {after}"
    return f"{what}: van “{before}” naar {f'“{after}”' if after else 'leeg'}"


def also_refused(names: Sequence[str]) -> str:
    """The files that are refused beside the one a sentence is about; empty for none."""
    if not names:
        return ""
    files = in_words([f"“{name}”" for name in names])
    return f" Ook {files} {'is' if len(names) == 1 else 'zijn'} geweigerd."


def in_words(names: Sequence[str]) -> str:
    """Names as a list in a sentence, no more than six of them."""
    shown = list(names[:6])
    return enumeration(shown) + (f" en nog {len(names) - 6}" if len(names) > 6 else "")

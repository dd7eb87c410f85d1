"""Makes a large encrypted archive, the same for the same seed, and keeps it for the next time.

5,000 clients, 200,000 contacts of about 120 words, 400,000 promises and 50,000 appointments over
twenty years, with people, participants, agendas, reports, decisions and wishes. Rows go in with
`executemany` in the order of time; the program's own triggers fill the search index.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from gesprekshulp.domain.appointment import (  # noqa: E402
    AgendaItem,
    Appointment,
    AppointmentStatus,
    Expectation,
    Participant,
    Sending,
    Side,
)
from gesprekshulp.domain.client import Client, ClientStatus, ContactPerson  # noqa: E402
from gesprekshulp.domain.commitment import Commitment, CommitmentState  # noqa: E402
from gesprekshulp.domain.contact import Contact, ContactKind, ContactNature  # noqa: E402
from gesprekshulp.domain.decision import Decision, Wish  # noqa: E402
from gesprekshulp.domain.note import LineKind, NoteLine  # noqa: E402
from gesprekshulp.domain.rating import Rating  # noqa: E402
from gesprekshulp.domain.report import PartKind, Report, ReportPart, ReportState  # noqa: E402
from gesprekshulp.domain.settings import Settings  # noqa: E402
from gesprekshulp.services.clock import Clock  # noqa: E402
from gesprekshulp.storage import migrations  # noqa: E402
from gesprekshulp.storage.archive import FILE_NAME, Archive  # noqa: E402
from gesprekshulp.storage.driver import DriverConnection, Key, connect  # noqa: E402
from gesprekshulp.storage.mapping import Mapper, moment_text, stamp_text  # noqa: E402
from tests.bench.vocabulary import COMMON, RARE, Words  # noqa: E402

VERSION = 1
"""Counted up when the generator makes something else, so that no old archive is reused."""

DAY = date(2026, 3, 12)
"""The day that counts as today in every figure: a Thursday."""

_INDEXES = ("search_index", "search_index_names")
_YEARS = 20
_AHEAD = timedelta(days=60)
_TOWNS = ("Leerdam", "Heerdam", "Buren", "Culemborg", "Tiel", "Zaltbommel", "Gorinchem", "Vianen")
_TRADES = ("bakkerij", "installateur", "melkveehouder", "tandarts", "drukkerij", "transport")
_FIRST = ("Annet", "Joris", "Karin", "Steven", "Fatima", "Piet", "Loes", "Henk", "Marieke", "Ömer")
_LAST = ("Vos", "Smit", "de Wit", "Jansen", "van Dalen", "Bakker", "Müller", "Yilmaz", "Hendriks")


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is of everything."""

    clients: int
    contacts: int
    promises: int
    appointments: int


LARGE = Size(5_000, 200_000, 400_000, 50_000)
TENTH = Size(500, 20_000, 40_000, 5_000)
TINY = Size(50, 2_000, 4_000, 500)


def cached(name: str, size: Size, *, seed: int = 1) -> Path:
    """The folder of an archive of this size; made when no earlier run left it."""
    folder = Path(tempfile.gettempdir()) / "gesprekshulp-bench"
    ready = folder / f"{name}-v{VERSION}-{_schema()}-{seed}"
    if not ready.exists():
        making = ready.with_name(f"{ready.name}.half")
        shutil.rmtree(making, ignore_errors=True)
        make(making, size, seed=seed)
        making.rename(ready)
    return ready


def _schema() -> str:
    """Something else for other tables or another index, so that a kept archive always fits."""
    code = "".join(map(Path.read_text, sorted(Path(migrations.__file__).parent.rglob("v*.py"))))
    return hashlib.sha256(code.encode()).hexdigest()[:8]


def make(folder: Path, size: Size, *, seed: int = 1) -> None:
    """Make an archive in a folder that is not there yet."""
    began = time.perf_counter()
    Archive.open(folder, Clock(DAY).now).close()
    connection = connect(folder / FILE_NAME, Key.of_folder(folder))
    # Nothing is lost when this is cut off: a half archive is made anew.
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA cache_size = -800000")
    for index in _INDEXES:
        connection.execute(f"INSERT INTO {index}({index}, rank) VALUES('hashsize', 33554432)")
    connection.execute("BEGIN IMMEDIATE")
    _Filler(connection, size, seed).fill()
    connection.execute("COMMIT")
    # The setting is kept in the file; give it back its default, as a real archive has.
    for index in _INDEXES:
        connection.execute(f"INSERT INTO {index}({index}, rank) VALUES('hashsize', 1048576)")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    seconds = time.perf_counter() - began
    sys.stderr.write(f"{size.contacts:,} contacts made in {seconds:.0f} s in {folder}\n")


class _Filler:
    """Fills one archive; everything random comes from one seed."""

    def __init__(self, connection: DriverConnection, size: Size, seed: int) -> None:
        self._connection = connection
        self._size = size
        # Not for secrets: the same archive must come out each time.
        self._random = Random(seed)
        self._words = Words(Random(seed + 1))
        self._first = datetime.combine(DAY, datetime.min.time(), UTC) - timedelta(days=365 * _YEARS)
        self._clients: list[str] = []
        self._statements: dict[str, tuple[str, tuple[str, ...]]] = {}

    def fill(self) -> None:
        """Everything, in the order of time where that matters to the search index."""
        self._settings()
        self._make_clients()
        steps = max(10, self._size.contacts // 2_000)
        length = timedelta(days=365 * _YEARS) / steps
        for step in range(steps):
            start = self._first + step * length
            self._make_appointments(
                start, length, self._share(self._size.appointments, step, steps)
            )
            self._make_contacts(start, length, self._share(self._size.contacts, step, steps))
            self._make_promises(start, length, self._share(self._size.promises, step, steps))

    @staticmethod
    def _share(total: int, step: int, steps: int) -> int:
        return total * (step + 1) // steps - total * step // steps

    # Rows

    def _id(self) -> str:
        bits = f"{self._random.getrandbits(128):032x}"
        return f"{bits[:8]}-{bits[8:12]}-4{bits[13:16]}-{bits[16:20]}-{bits[20:]}"

    def _insert(self, table: str, rows: Iterable[dict[str, Any]], at: datetime) -> None:
        rows = list(rows)
        if not rows:
            return
        if table not in self._statements:
            names = (*rows[0], "created_at", "changed_at", "deleted_at")
            marks = ", ".join("?" * len(names))
            sql = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"
            self._statements[table] = (sql, tuple(rows[0]))
        sql, names = self._statements[table]
        stamp = stamp_text(at)
        many = [(*(row[name] for name in names), stamp, stamp, None) for row in rows]
        self._connection.executemany(sql, many)  # type: ignore[attr-defined]

    def _settings(self) -> None:
        mine = Settings(own_name="Steven van Dalen", firm_name="Van Dalen Advies", started=True)
        rows = [
            (f"kantoor.{name}", "1" if value is True else str(value))
            for name, value in (
                ("own_name", mine.own_name),
                ("firm_name", mine.firm_name),
                ("started", mine.started),
            )
        ]
        self._connection.executemany(  # type: ignore[attr-defined]
            "INSERT INTO settings(key, value) VALUES (?, ?)", rows
        )

    def _name(self) -> str:
        return f"{self._random.choice(_FIRST)} {self._random.choice(_LAST)}"

    def _make_clients(self) -> None:
        random = self._random
        statuses = (ClientStatus.ACTIVE,) * 7 + tuple(ClientStatus)
        clients: list[Client] = []
        people: list[ContactPerson] = []
        for number in range(self._size.clients):
            id = self._id()
            self._clients.append(id)
            trade = random.choice(_TRADES)
            own = self._words.known[len(COMMON) + number].capitalize()
            clients.append(
                Client(
                    id,  # type: ignore[arg-type]
                    f"{trade.capitalize()} {own}",
                    status=random.choice(statuses),
                    trade=trade,
                    city=random.choice(_TOWNS),
                    email=f"info@klant{number}.example",
                    since=random.randrange(1990, 2026),
                )
            )
            people += [
                ContactPerson(self._id(), id, self._name(), "eigenaar", decides=True),  # type: ignore[arg-type]
                ContactPerson(self._id(), id, self._name(), "boekhouder"),  # type: ignore[arg-type]
            ]
        self._insert("clients", map(Mapper(Client).write, clients), self._first)
        self._insert("contact_persons", map(Mapper(ContactPerson).write, people), self._first)
        wishes = [
            Wish(self._id(), id, self._words.text(9), DAY - timedelta(days=random.randrange(300)))  # type: ignore[arg-type]
            for id in self._clients
        ]
        self._insert("wishes", map(Mapper(Wish).write, wishes), self._first)
        ratings = [
            Rating(
                self._id(), id, DAY - timedelta(days=random.randrange(600)), random.randrange(11)
            )  # type: ignore[arg-type]
            for id in self._clients
        ]
        self._insert("ratings", map(Mapper(Rating).write, ratings), self._first)

    def _make_contacts(self, start: datetime, length: timedelta, number: int) -> None:
        random, words = self._random, self._words
        template = Mapper(Contact).write(Contact("", "", start, ""))  # type: ignore[arg-type]
        kinds = [kind.value for kind in ContactKind]
        natures = [nature.value for nature in ContactNature]
        rows = [
            template
            | {
                "id": self._id(),
                "client_id": random.choice(self._clients),
                "at": moment_text(start + length * (place / number)),
                "subject": words.text(5),
                "kind": random.choice(kinds),
                "nature": random.choice(natures),
                "text": words.text(random.randrange(90, 130)),
                "outcome": words.text(9),
                "person_name": self._name(),
            }
            for place in range(number)
        ]
        if start == self._first:
            rows[number // 2]["text"] += f" {RARE}"
        self._insert("contacts", rows, start)

    def _make_promises(self, start: datetime, length: timedelta, number: int) -> None:
        random, words = self._random, self._words
        template = Mapper(Commitment).write(
            Commitment("", "", Side.US, "", "", DAY)  # type: ignore[arg-type]
        )
        closed = [state.value for state in CommitmentState if state is not CommitmentState.OPEN]
        rows = []
        for place in range(number):
            made = (start + length * (place / number)).date()
            due = made + timedelta(days=random.randrange(1, 45))
            # What was promised long ago is nearly always done; what is due later never is.
            still_open = due >= DAY or random.random() < (0.4 if due.year >= DAY.year else 0.01)
            without_day = random.random() < 0.05
            rows.append(
                template
                | {
                    "id": self._id(),
                    "client_id": random.choice(self._clients),
                    "side": "wij" if random.random() < 0.6 else "klant",
                    "who": self._name(),
                    "what": words.text(6)[:-1].lower(),
                    "made_on": made.isoformat(),
                    "due": None if without_day else due.isoformat(),
                    "state": "open" if still_open else random.choice(closed),
                    "said": words.text(10),
                    "closed_on": None if still_open else due.isoformat(),
                }
            )
        self._insert("commitments", rows, start)

    def _make_appointments(self, start: datetime, length: timedelta, number: int) -> None:
        """Talks over the same years, the last of them up to sixty days ahead."""
        random, words = self._random, self._words
        whole = timedelta(days=365 * _YEARS)
        start = self._first + (start - self._first) * ((whole + _AHEAD) / whole)
        made: dict[str, list[Any]] = {}
        for place in range(number):
            # Whole quarters of an hour between eight and five, on any day of the week.
            moment = start + length * (place / number)
            moment = moment.replace(
                hour=random.randrange(8, 17), minute=15 * random.randrange(4), second=0
            ).replace(microsecond=0)
            held = moment.date() < DAY
            id: Any = self._id()
            client: Any = random.choice(self._clients)
            made.setdefault("appointments", []).append(
                Appointment(
                    id,
                    words.text(4)[:-1],
                    moment,
                    moment + timedelta(minutes=random.choice((30, 60, 75, 90))),
                    client,
                    status=AppointmentStatus.DONE if held else AppointmentStatus.PLANNED,
                    place=random.choice(_TOWNS),
                    goal=f"is er een keuze: {words.text(8)}" if random.random() < 0.8 else "",
                )
            )
            made.setdefault("participants", []).extend(
                (
                    Participant(self._id(), id, self._name(), Side.CLIENT, "eigenaar"),
                    Participant(self._id(), id, "Steven van Dalen", Side.US, "adviseur"),
                )
            )
            for position in range(4):
                made.setdefault("agenda_items", []).append(
                    AgendaItem(self._id(), id, position, words.text(3)[:-1], 15)  # type: ignore[arg-type]
                )
            if held:
                self._held(made, id, client, moment)
            else:
                made.setdefault("expectations", []).append(
                    Expectation(self._id(), id, 0, "Annet Vos", words.text(9))
                )
                made.setdefault("sendings", []).append(Sending(self._id(), id, 0, words.text(4)))
        for table, items in made.items():
            write = Mapper(type(items[0])).write
            self._insert(table, map(write, items), start)

    def _held(self, made: dict[str, list[Any]], id: Any, client: Any, moment: datetime) -> None:
        """What a held talk leaves: a report, a decision, and the lines of the last year."""
        words = self._words
        if self._random.random() < 0.4:
            report: Any = self._id()
            made.setdefault("reports", []).append(
                Report(report, id, words.text(4), state=ReportState.SENT, written_on=moment.date())
            )
            made.setdefault("report_parts", []).append(
                ReportPart(self._id(), report, 0, PartKind.DISCUSSED, "Besproken", words.text(40))
            )
            made.setdefault("decisions", []).append(
                Decision(self._id(), client, words.text(8), moment.date(), appointment_id=id)  # type: ignore[arg-type]
            )
        if (DAY - moment.date()).days < 365:
            made.setdefault("note_lines", []).extend(
                NoteLine(self._id(), id, position, moment, LineKind.NOTE, words.text(10))  # type: ignore[arg-type]
                for position in range(8)
            )


def main() -> None:
    """Make an archive and say where it is."""
    parser = argparse.ArgumentParser(description="Make a large archive to measure with.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", choices=("large", "tenth", "tiny"), default="large")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    make(
        chosen.folder,
        {"large": LARGE, "tenth": TENTH, "tiny": TINY}[chosen.size],
        seed=chosen.seed,
    )


if __name__ == "__main__":
    main()

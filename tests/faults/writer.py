"""A process that saves lines of a talk until it is killed, and tells what it has saved.

`python writer.py FOLDER APPOINTMENT NAME [NUMBER]`: each line that is in the archive is printed
when the archive has said so, not before.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AppointmentId, LineId, new_id
from gesprekshulp.domain.note import NoteLine
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.notes import keep_lines
from gesprekshulp.storage.archive import Archive


def main() -> int:
    folder, appointment, name = Path(sys.argv[1]), AppointmentId(sys.argv[2]), sys.argv[3]
    number = int(sys.argv[4]) if len(sys.argv) > 4 else sys.maxsize
    clock = Clock()
    archive = Archive.open(folder, clock.now)
    for place in range(number):
        id = LineId(new_id())
        line = NoteLine(id, appointment, place, clock.now(), text=f"{name} regel {place}")
        try:
            keep_lines(archive, clock, line.appointment_id, [line])
        except UserError as error:
            sys.stderr.write(f"{type(error).__name__}: {error.sentence}\n")
            return 1
        sys.stdout.write(f"{id}\n")
        sys.stdout.flush()
    archive.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())

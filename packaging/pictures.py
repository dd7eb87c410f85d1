"""Make the pictures of the screens, from the example office on a day that stands still.

    .venv/bin/python packaging/pictures.py                the five pictures of the README
    .venv/bin/python packaging/pictures.py --alle MAP     every page, light and dark, in two sizes

Runs without a screen. With the typeface Inter installed (Debian: fonts-inter) the pictures look
like the designs; otherwise the typeface of this computer is used.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time as seconds
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from gesprekshulp.domain.appointment import Appointment
from gesprekshulp.domain.ids import LineId, new_id
from gesprekshulp.domain.note import LineKind, NoteLine
from gesprekshulp.domain.read_back import Verdict
from gesprekshulp.services import example_office, notes, read_back, settings
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.appointment.page import AppointmentPage
from gesprekshulp.ui.appointment.talk import TalkStep
from gesprekshulp.ui.palette.palette import Palette, open_palette
from gesprekshulp.ui.read_back.page import ReadBackPage
from gesprekshulp.ui.shell.frame import Frame
from gesprekshulp.ui.start import Start
from gesprekshulp.ui.theme.theme import DARK_ONLY, LIGHT_ONLY

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 3, 12)
MORNING, IN_THE_TALK, AFTER = time(9, 12), time(10, 32), time(11, 20)
SMALL, LARGE = (1280, 800), (1920, 1080)
_TYPED = "!Ik stuur vrijdag de aangepaste offerte"
_LINES: tuple[tuple[int, LineKind, str], ...] = (
    (2, LineKind.NOTE, "Rustige maand, wel twee zaterdagen zonder kassa."),
    (6, LineKind.SIGNAL, "Annet geërgerd: drie kwartier in de wacht bij de helpdesk."),
    (11, LineKind.QUESTION, "Kan de oude bonprinter blijven?"),
    (14, LineKind.WISH, "Bestellingen van de webwinkel meteen op de kassa zien."),
    (19, LineKind.DECISION, "We kiezen systeem B voor alle drie de winkels."),
    (22, LineKind.INTERNAL, "Niet verder zakken met de prijs van B."),
    (26, LineKind.COMMITMENT, "Joris vraagt de storingslijst woensdag op bij de leverancier."),
    (29, LineKind.COMMITMENT, "We komen nog terug op de koppeling met de boekhouding."),
)
_NEW_CLIENTS = """Bedrijf;Contactpersoon;Functie;E-mail;Telefoon;Plaats
Bakkerij De Halm;Annet Vos;eigenaar;annet@bakkerijdehalm.example;06 10 20 30 41;Heerdam
Molenaar Installatietechniek;Farid Molenaar;directeur;farid@molenaar.example;0511 55 31 02;Nijega
Sierteelt Van Wijk-Oosterbaan;Ineke van Wijk;eigenaar;ineke@vanwijk.example;0511 55 88 20;Oostmeer
Adviesbureau Zonder Achternaam;;;geen-adres;;Duinswolde
"""


def main(arguments: list[str]) -> int:
    """Make the pictures; returns the exit status."""
    parser = argparse.ArgumentParser(prog="pictures.py", description="Make pictures.")
    parser.add_argument("--alle", type=Path, metavar="MAP", help="every page, in this folder")
    chosen = parser.parse_args(arguments)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Gesprekshulp")
    if chosen.alle is None:
        readme = ("vandaag", "voorbereiden", "gesprek", "verslag", "toezeggingen")
        made = take(ROOT / "resources" / "beelden", SMALL, LIGHT_ONLY, readme)
    else:
        made = 0
        for look in (LIGHT_ONLY, DARK_ONLY):
            for size in (SMALL, LARGE):
                made += take(chosen.alle / f"{look}-{size[0]}x{size[1]}", size, look)
    print(f"{made} beelden gemaakt")
    return 0


def take(
    folder: Path, size: tuple[int, int], look: str, only: tuple[str, ...] | None = None
) -> int:
    """Make the pictures of one size and look in a folder; gives how many."""
    folder.mkdir(parents=True, exist_ok=True)
    camera = Camera(folder, only)
    with office(size, look) as room:
        _of_the_morning(camera, room)
        _of_the_talk(camera, room)
        _of_the_rest(camera, room)
    if only is None:
        with office(size, look, empty=True) as room:
            _of_an_empty_desk(camera, room)
    return camera.made


@dataclass(slots=True)
class Room:
    """A window on an archive."""

    frame: Frame
    start: Start
    talk: Appointment | None

    @property
    def archive(self) -> Archive:
        """The archive behind the window."""
        assert self.start.archive is not None
        return self.start.archive

    def at(self, moment: time) -> None:
        """Set the clock."""
        assert self.start._desk is not None
        self.start.clock = self.start._desk.clock = Clock(DAY, moment)

    def go(self, page: str, **where: object) -> QWidget:
        """Open a page and wait until it has been filled; gives the page."""
        self.start.shell.go(page, **where)
        settle(self)
        return self.start.shell.page(page)


class Camera:
    """Takes pictures of a window."""

    def __init__(self, folder: Path, only: tuple[str, ...] | None) -> None:
        self._folder = folder
        self._only = only
        self.made = 0

    def wants(self, *names: str) -> bool:
        """Whether any of these pictures is to be made."""
        return self._only is None or any(name in self._only for name in names)

    def shoot(self, name: str, room: Room) -> None:
        """Take a picture of the window, with the dialogs over it."""
        if not self.wants(name):
            return
        settle(room)
        picture = room.frame.grab()
        for dialog in room.frame.findChildren(QDialog):
            if dialog.isVisible():
                _lay_over(picture, dialog, room.frame.mapToGlobal(QPoint(0, 0)))
        _packed(picture.toImage()).save(str(self._folder / f"{name}.png"))
        self.made += 1


def _packed(image: QImage) -> QImage:
    """The same picture in 256 colours: a third of the size in the repository.

    Half of them are the most used; the others are spread, so that a rare red stays red.
    """
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    used = [colour for colour, _ in Counter(memoryview(plain.constBits()).cast("I")).most_common()]
    spread: dict[int, int] = {}
    for colour in used[128:]:
        spread.setdefault(colour & 0xE0E0E0, colour)
    table = [colour | 0xFF000000 for colour in (*used[:128], *spread.values())][:256]
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, flags)


def _lay_over(picture: QPixmap, dialog: QDialog, corner: QPoint) -> None:
    over = dialog.grab()
    painter = QPainter(picture)
    painter.drawPixmap(dialog.pos() - corner, over)
    painter.end()


@contextmanager
def office(size: tuple[int, int], look: str, *, empty: bool = False) -> Iterator[Room]:
    """The window on the example office, or on an empty archive."""
    with tempfile.TemporaryDirectory(prefix="gesprekshulp-beelden-") as temporary:
        folder = Path(temporary)
        clock = Clock(DAY, MORNING)
        talk = None
        if not empty:
            archive = Archive.open(folder, clock.now)
            example_office.fill(archive, clock)
            with archive.reading() as work:
                talk = work.appointments.upcoming(clock.now(), 1)[0]
            archive.close()
        frame = Frame(folder)
        frame.resize(*size)
        start = Start(frame, folder, DAY)
        start.clock = clock
        start.theme.choose(look)
        start.shell.state.put("weergave", look)
        room = Room(frame, start, talk)
        frame.show()
        start.begin()
        settle(room)
        yield room
        frame.close()
        start.close()
        frame.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settle(room: Room) -> None:
    """Wait until background work and short timers are over."""
    until = seconds.monotonic() + 0.5
    while seconds.monotonic() < until:
        room.start.background.wait()
        QApplication.processEvents()
        seconds.sleep(0.02)
    room.start.shell.toast.dismiss()
    QApplication.processEvents()


def _of_the_morning(camera: Camera, room: Room) -> None:
    talk = room.talk
    assert talk is not None
    room.go("vandaag")
    camera.shoot("vandaag", room)
    if camera.wants("agenda", "agenda-lijst"):
        agenda = room.go("agenda")
        camera.shoot("agenda", room)
        agenda.view.set_value("lijst")  # type: ignore[attr-defined]
        agenda._refresh()  # type: ignore[attr-defined]
        camera.shoot("agenda-lijst", room)
        agenda.view.set_value("week")  # type: ignore[attr-defined]
    for step in ("plannen", "voorbereiden"):
        if camera.wants(step):
            room.go("afspraak", appointment_id=talk.id, step=step)
            camera.shoot(step, room)
    if camera.wants("klanten"):
        room.go("klanten")
        camera.shoot("klanten", room)
    for tab in ("", "contactpersonen", "besluiten", "stukken"):
        name = f"klant-{tab}" if tab else "klant"
        if camera.wants(name):
            room.go("klant", client_id=talk.client_id, **({"tab": tab} if tab else {}))
            camera.shoot(name, room)
    for name in ("toezeggingen", "aandacht", "inzicht"):
        if camera.wants(name) and name in room.start.shell._known:
            room.go(name)
            camera.shoot(name, room)


def _of_the_talk(camera: Camera, room: Room) -> None:
    talk = room.talk
    assert talk is not None
    if not camera.wants("gesprek", "teruglezen", "verslag", "nazorg"):
        return
    _hold_first_half(room, talk)
    room.at(IN_THE_TALK)
    page = room.go("afspraak", appointment_id=talk.id, step="gesprek")
    assert isinstance(page, AppointmentPage)
    step = page.step("gesprek")
    assert isinstance(step, TalkStep)
    write(step.lines.editor, _TYPED)
    settle(room)
    camera.shoot("gesprek", room)
    press(step.lines.editor, Qt.Key.Key_Tab)
    settle(room)
    back = room.go("teruglezen", appointment_id=talk.id)
    assert isinstance(back, ReadBackPage)
    for row in back.rows[:3]:
        press(row, Qt.Key.Key_K, "k")
    camera.shoot("teruglezen", room)
    room.at(AFTER)
    _confirm_all(room, talk)
    for step_name in ("verslag", "nazorg"):
        if camera.wants(step_name):
            room.go("afspraak", appointment_id=talk.id, step=step_name)
            camera.shoot(step_name, room)


def _hold_first_half(room: Room, talk: Appointment) -> None:
    """What was said until the moment of the picture, agenda items ticked with their times."""
    archive = room.archive
    began = datetime.combine(DAY, time(10)).astimezone().astimezone(UTC)
    room.at(time(10))
    notes.start_talk(archive, room.start.clock, talk.id)
    with archive.reading() as work:
        items = work.agenda_items.of_appointment(talk.id)
        expectation = work.expectations.of_appointment(talk.id)[0]
    item_of = (0, 1, 1, 1, 2, 2, 2, 2)
    for position, (minute, kind, words) in enumerate(_LINES):
        at = began + timedelta(minutes=minute)
        line = NoteLine(
            LineId(new_id()), talk.id, position, at, kind,
            agenda_item_id=items[item_of[position]].id,
        ).saying(words)  # fmt: skip
        notes.keep_lines(archive, Clock(DAY, time(10, minute)), talk.id, [line])
    for item, spent in ((items[0], 9), (items[1], 12)):
        notes.tick_item(archive, item.id, True, spent * 60)
    notes.keep_time(archive, {items[2].id: 11 * 60})
    notes.tick_expectation(archive, expectation.id, True)


def _confirm_all(room: Room, talk: Appointment) -> None:
    card = read_back.open_read_back(room.archive, room.start.clock, talk.id)
    items = tuple(replace(item, verdict=Verdict.RIGHT) for item in card.items)
    read_back.confirm(room.archive, room.start.clock, talk.id, items, "Annet Vos, Joris Vos")


def _of_the_rest(camera: Camera, room: Room) -> None:
    if camera.wants("zoeken"):
        room.go("vandaag")
        assert room.start._desk is not None
        open_palette(room.start._desk, room.start.shell)
        palette = room.frame.findChild(Palette)
        assert palette is not None
        camera.shoot("zoeken-leeg", room)
        write(palette.field.edit, "kass")
        camera.shoot("zoeken", room)
        palette.close()
    if camera.wants("inlezen"):
        file = room.archive.path.parent / "relaties 2026.csv"
        file.write_text(_NEW_CLIENTS, "utf-8")
        room.go("inlezen", files=[file])
        camera.shoot("inlezen", room)
    if camera.wants("instellingen"):
        room.go("instellingen")
        camera.shoot("instellingen", room)


def _of_an_empty_desk(camera: Camera, room: Room) -> None:
    room.go("welkom")
    camera.shoot("welkom", room)
    settings.save(room.archive, replace(settings.load(room.archive), started=True))
    for page in ("vandaag", "agenda", "klanten", "toezeggingen", "inlezen"):
        room.go(page)
        camera.shoot(f"leeg-{page}", room)


def write(widget: QWidget, text: str) -> None:
    """Type a text, key by key."""
    for letter in text:
        press(widget, 0, letter)


def press(widget: QWidget, key: int, text: str = "") -> None:
    """Press one key and let it go."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(widget, event)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""What one row of a list shows, and where on the row each part stands."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import Qt

RowRole = int(Qt.ItemDataRole.UserRole) + 1


class CheckState(IntEnum):
    """Whether a row has a check, and whether it is done."""

    NONE = 0
    OPEN = 1
    DONE = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One row with every text ready made; a heading has only `text` and `late`.

    `badge` is "Wij", "Klant" or a third party's name. `day` and `distance` are the two halves of
    the date echo ("vr 13 mrt", "morgen"); `date_link` is shown instead when there is no day
    ("Dag kiezen"). `moved` is how often the day was moved. `second` makes it a row of two lines.
    `struck` is for what is done or dropped, `vague` for a promise that nothing holds (a dashed
    mark). `time` and `icon` come before the text.
    """

    text: str
    heading: bool = False
    late: bool = False
    check: CheckState = CheckState.NONE
    badge: str = ""
    client: str = ""
    day: str = ""
    distance: str = ""
    date_link: str = ""
    moved: int = 0
    second: str = ""
    icon: str = ""
    time: str = ""
    bold: bool = False
    struck: bool = False
    tag: str = ""
    vague: bool = False

    def spoken(self) -> str:
        """The row as one sentence, for a screen reader."""
        parts = [self.time, self.badge, self.text, self.second, self.tag, self.client]
        parts.append(" ".join(part for part in (self.day, self.distance) if part))
        if self.moved:
            parts.append(f"{self.moved} keer verzet")
        if self.vague:
            parts.append("vaag: geen dag en geen gebeurtenis")
        if self.check is CheckState.DONE:
            parts.append("nagekomen")
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the parts of a row stand, in pixels; a width of 0 leaves a part out.

    The text column takes what is left. `date_right` puts dates against the right edge, as in a
    card; otherwise they start at the column, as in a table.
    """

    left: int = 32
    right: int = 16
    check: bool = True
    badge: int = 64
    time: int = 0
    icon: int = 0
    client: int = 148
    date: int = 160
    date_right: bool = False
    round_check: bool = True
    bar: bool = True
    rounded: bool = False


TABLE = Columns()
CARD = Columns(left=12, right=12, client=132, date=168, date_right=True, bar=False, rounded=True)

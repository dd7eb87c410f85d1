"""The look in numbers: colours by role, sizes and radii. Everything else refers to these names.

They are made at every start, and a named tuple is made in a tenth of the time of a dataclass.
"""

from typing import NamedTuple


class Colours(NamedTuple):
    """One colour for each role, as #RRGGBB; there is one set for light and one for dark."""

    window: str
    page: str
    surface: str
    sunken: str
    hover: str
    line: str
    line_strong: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    accent_soft: str
    accent_line: str
    on_accent: str
    late: str
    late_soft: str
    desk: str


LIGHT = Colours(
    window="#EEF1F1",
    page="#F8F9F9",
    surface="#FFFFFF",
    sunken="#F2F4F4",
    hover="#E9EDED",
    line="#DCE1E1",
    line_strong="#7F898A",
    text="#192122",
    muted="#556062",
    accent="#0E6470",
    accent_hover="#0A525C",
    accent_soft="#E0EEEF",
    accent_line="#96C2C7",
    on_accent="#FFFFFF",
    late="#B3261E",
    late_soft="#FBECEA",
    desk="#E4E8E8",
)

DARK = Colours(
    window="#15191A",
    page="#1A2021",
    surface="#222929",
    sunken="#1E2425",
    hover="#2B3334",
    line="#343D3E",
    line_strong="#7D898B",
    text="#E7ECEC",
    muted="#A6B1B2",
    accent="#63C2CC",
    accent_hover="#80D0D8",
    accent_soft="#1C383C",
    accent_line="#346268",
    on_accent="#06282D",
    late="#FF9C91",
    late_soft="#3D2624",
    desk="#121617",
)


class Space(NamedTuple):
    """Distances on the grid of four, in logical pixels."""

    page_top: int = 24
    page_side: int = 32
    card_side: int = 16
    card_top: int = 12
    gap: int = 8
    section: int = 24


class Size(NamedTuple):
    """Fixed widths and heights, in logical pixels."""

    sidebar: int = 232
    rail: int = 56
    rail_below: int = 1120
    panel_least: int = 320
    panel_most: int = 368
    text_column: int = 720
    field: int = 32
    button_small: int = 28
    button: int = 32
    button_large: int = 44
    sidebar_row: int = 36
    row: int = 36
    row_two_lines: int = 56
    table_head: int = 32
    group_heading: int = 32
    bar: int = 56
    tab: int = 36
    badge: int = 20
    badge_party: int = 52
    check: int = 18
    fact_label: int = 88


class Radius(NamedTuple):
    """Rounded corners, in logical pixels."""

    badge: int = 4
    control: int = 6
    card: int = 8


class Type(NamedTuple):
    """The four letter sizes, in pixels."""

    small: int = 12
    body: int = 14
    section: int = 18
    title: int = 24


SPACE = Space()
SIZE = Size()
RADIUS = Radius()
TYPE = Type()

"""What Toezeggingen shows before the first promise: where they come from."""

from __future__ import annotations

from collections.abc import Callable

from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.widgets.empty_page import EmptyPage, WayOn


def no_promises(desk: Desk, make_new: Callable[[], object]) -> EmptyPage:
    """The page with the two ways to a first promise."""
    return EmptyPage(
        "Nog geen toezeggingen",
        "Wat u of de klant in een gesprek toezegt, komt hier vanzelf te staan, met de dag waarop"
        " het klaar moet zijn.",
        (
            WayOn(
                "gesprek",
                "Neem ze mee uit een gesprek",
                "Begin een regel met een uitroepteken, of neem over wat Gesprekshulp herkent.",
                "Naar de agenda",
                lambda: desk.go("agenda"),
            ),
            WayOn(
                "toezeggingen",
                "Zet er een in met de hand",
                "Wie doet wat, en wanneer is het klaar?",
                "Nieuwe toezegging",
                make_new,
            ),
        ),
    )

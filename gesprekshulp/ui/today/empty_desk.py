"""Vandaag before there is anything to show: three ways on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.widgets.empty_page import EmptyPage, WayOn
from gesprekshulp.ui.widgets.labels import IconLabel, Muted


class EmptyDesk(EmptyPage):
    """Says what to do first; `plan` asks for an appointment."""

    def __init__(self, desk: Desk, plan: Callable[[], object]) -> None:
        def open_example() -> None:
            from gesprekshulp.ui.welcome.example import open_example

            open_example(desk)

        footer = QWidget()
        row = QHBoxLayout(footer)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(IconLabel("slot", size=16))
        row.addWidget(Muted("Alles blijft op deze laptop. U hebt geen internet nodig."))
        row.addStretch(1)
        super().__init__(
            "Uw bureau is nog leeg",
            "Zet eerst uw klanten erin en plan een gesprek. Daarna ziet u hier elke ochtend"
            " wie u spreekt, wat u hebt beloofd en wie aandacht verdient.",
            (
                WayOn(
                    "inlezen",
                    "Haal uw klanten binnen",
                    "Uit Excel, Outlook of uw telefoon: .csv, .xlsx of .vcf.",
                    "Bestand kiezen",
                    lambda: desk.go("inlezen"),
                ),
                WayOn(
                    "agenda",
                    "Plan uw eerste afspraak",
                    "Of sleep een uitnodiging (.ics) naar dit venster.",
                    "Afspraak plannen",
                    plan,
                ),
                WayOn(
                    "kantoor",
                    "Kijk eerst rond",
                    "Een voorbeeldkantoor, los van uw eigen gegevens.",
                    "Voorbeeld openen",
                    open_example,
                ),
            ),
            footer=footer,
        )

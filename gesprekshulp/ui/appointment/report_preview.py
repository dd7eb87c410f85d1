"""The preview: the report as it goes on paper; a click on a part opens its editor in place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gesprekshulp.domain.papers.kinds import compose
from gesprekshulp.services.reports import ReportView
from gesprekshulp.ui.paper.view import PaperView


class ReportPreview(PaperView):
    """The pages of a report. `picked` gives the identifier of the part that was clicked."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Voorbeeld van het verslag", parent)
        self.part_picked.connect(self.picked)

    def show_report(
        self,
        view: ReportView,
        active: str,
        editor: QWidget | None,
        *,
        open_: bool,
        opening: bool = False,
    ) -> None:
        """Set the pages. `editor` stands in place of the active part; `open_` lets parts click."""
        names = {part.id: part.heading or part.kind.value for part in view.parts}
        self.show_paper(compose(view.document), names, open_=open_, opening=opening)
        if editor is not None:
            order = [part.id for part in view.parts]
            self.open_part(active, editor, order[: order.index(active)][::-1])

"""The list of names that drops down under a field while one is typed."""

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView, QStyledItemDelegate

from gesprekshulp.ui.theme.fonts import font


class NameCompleter(QCompleter):
    """Finds names by any piece of them. Enter takes the first one when none was chosen yet."""

    def __init__(self, names: QStringListModel, parent: QObject | None = None) -> None:
        super().__init__(names, parent)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(8)
        self._popup = popup = QListView()
        popup.setProperty("names", True)
        popup.setFont(font())
        popup.setUniformItemSizes(True)
        self.setPopup(popup)
        # Only this delegate lets the stylesheet draw the rows; Qt sets its own with the popup.
        popup.setItemDelegate(QStyledItemDelegate(popup))
        popup.installEventFilter(self)

    def eventFilter(self, o: QObject, e: QEvent) -> bool:
        if o is self._popup and e.type() in (QEvent.Type.Show, QEvent.Type.Resize):
            self._show_whole_rows()
        if (
            isinstance(e, QKeyEvent)
            and e.type() is QEvent.Type.KeyPress
            and e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and o is self._popup
            and not self._popup.currentIndex().isValid()
            and self.completionCount()
        ):
            first = str(self.completionModel().index(0, 0).data())
            self._popup.hide()
            self.activated.emit(first)
            return True
        return super().eventFilter(o, e)

    def _show_whole_rows(self) -> None:
        """Qt does not count the room around the rows, and would cut off the last one."""
        rows = min(self.completionCount(), self.maxVisibleItems())
        around = self._popup.height() - self._popup.viewport().height()
        needed = rows * self._popup.sizeHintForRow(0) + around
        if self._popup.height() < needed:
            self._popup.resize(self._popup.width(), needed)

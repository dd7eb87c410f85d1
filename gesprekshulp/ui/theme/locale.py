"""Dutch for what Qt itself says: day names in calendars, Annuleren in dialogs."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

_MISSING = {
    "&Look in:": "&Zoeken in:",
    "Files of &type:": "Bestands&type:",
    "Double Sided Printing": "Dubbelzijdig afdrukken",
    "Off": "Uit",
    "Long side binding": "Over de lange zijde",
    "Short side binding": "Over de korte zijde",
    "Page &Set:": "&Welke pagina’s:",
}


class _Rest(QTranslator):
    """What Qt's own Dutch texts leave in English, in the dialogs for files and printing."""

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803  Qt's name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        # An empty text would count as a translation.
        return _MISSING.get(sourceText, sourceText)

    def isEmpty(self) -> bool:
        return False


def install_dutch(app: QApplication) -> None:
    """Make nl_NL the locale of every widget and load Qt's own Dutch texts."""
    dutch = QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands)
    QLocale.setDefault(dutch)
    # Asked last, as it is installed first.
    app.installTranslator(_Rest(app))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(dutch, "qtbase", "_", folder):
        app.installTranslator(translator)

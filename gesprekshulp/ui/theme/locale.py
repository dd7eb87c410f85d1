"""Dutch for what Qt itself says: day names in calendars, Annuleren in dialogs."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication


def install_dutch(app: QApplication) -> None:
    """Make nl_NL the locale of every widget and load Qt's own Dutch texts."""
    dutch = QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands)
    QLocale.setDefault(dutch)
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(dutch, "qtbase", "_", folder):
        app.installTranslator(translator)

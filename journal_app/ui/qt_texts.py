"""Qt's own words and numbers, on the buttons of its dialogs and in its fields, in the window's language."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from journal_app.language import Language


def speak(application: QApplication, language: Language) -> None:
    """Let Qt speak a language from now on, instead of the one before."""
    for before in application.findChildren(QTranslator):
        application.removeTranslator(before)
        before.deleteLater()
    spoken = QLocale(str(language.locale))
    QLocale.setDefault(spoken)
    words = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if words.load(spoken, "qtbase", "_", folder):
        application.installTranslator(words)

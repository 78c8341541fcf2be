"""Every dialog of the window, made as the window makes it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QDialog

from benchmarks.gallery_looks import EVENING, MORNING, new_journal
from journal_app.app import Program
from journal_app.journal.visit import Visit
from journal_app.knowledge.warnings import answer_to
from journal_app.store.backup_folders import BackupFolders
from journal_app.store.faults import DamagedJournal
from journal_app.store.rescue import look_for_rescue
from journal_app.ui.deleted_nights import DeletedNights
from journal_app.ui.entry_reader import EntryReader
from journal_app.ui.fault_dialog import FaultDialog
from journal_app.ui.help_dialog import HelpDialog
from journal_app.ui.look_alike_questions import LookAlikeDialog
from journal_app.ui.main_window import MainWindow
from journal_app.ui.medicine_dialog import MedicineDialog
from journal_app.ui.page import Page
from journal_app.ui.password_dialog import PasswordDialog
from journal_app.ui.recent_changes import RecentChanges
from journal_app.ui.rescue_dialog import RescueDialog
from journal_app.ui.restore_dialog import RestoreDialog
from journal_app.ui.surroundings import Surroundings
from journal_app.ui.trial_planning import TrialPlanning
from journal_app.ui.visit_dialog import VisitDialog
from journal_app.ui.warning_questions import WarningQuestions

FAULT = "Night Cramp Journal\n\nKeyError\n  journal_app/ui/a_page.py, line 12, in show_night"
VISIT = Visit("v1", date(2026, 10, 20), tests="ferritin")
JOURNAL = Path("Documents/Night Cramp Journal/journal.db")
EMERGENCY, LOOK_ALIKE, REMEDY = "cauda-equina", "restless-legs", "heating-pad"


@dataclass(frozen=True)
class Scene:
    """An open program, and what dialogs are made of."""

    program: Program

    @property
    def window(self) -> MainWindow:
        """Return the main window."""
        return self.program.window

    @property
    def surroundings(self) -> Surroundings:
        """Return what the page that is shown was given."""
        page = self.window.stack.currentWidget()
        assert isinstance(page, Page)
        return page.surroundings


def _warnings(scene: Scene) -> QDialog:
    return WarningQuestions(scene.program.journal, scene.surroundings, scene.window)


def _emergency(scene: Scene) -> QDialog:
    knowledge, tr = scene.surroundings.knowledge, scene.surroundings.tr
    answer = answer_to(knowledge.entries[EMERGENCY], True, knowledge, MORNING.date())
    scene.program.journal.save_warning_answer(answer, tr("Warning question answered"))
    return _warnings(scene)


def _reader(scene: Scene) -> QDialog:
    reader = EntryReader(scene.surroundings, scene.window, scene.program.journal)
    reader.show_entry(REMEDY)
    return reader


def _medicine(scene: Scene) -> QDialog:
    medicine = scene.program.journal.medicines()[0]
    return MedicineDialog(medicine, False, MORNING.date(), scene.surroundings, scene.window)


def _visit(scene: Scene) -> QDialog:
    return VisitDialog(VISIT, "", True, scene.surroundings, scene.window)


def _planning(scene: Scene) -> QDialog:
    entry, journal = scene.surroundings.knowledge.entries[REMEDY], scene.program.journal
    background = scene.program.background
    return TrialPlanning(
        entry, journal.records(), MORNING.date(), background, scene.surroundings, scene.window
    )


def _look_alike(scene: Scene) -> QDialog:
    entry = scene.surroundings.knowledge.entries[LOOK_ALIKE]
    return LookAlikeDialog(entry, EVENING, scene.program.journal, scene.surroundings, scene.window)


def _help(scene: Scene) -> QDialog:
    return HelpDialog(scene.window.actions(), JOURNAL, scene.surroundings, scene.window)


def _fault(scene: Scene) -> QDialog:
    return FaultDialog(FAULT, scene.program.log_folder, scene.surroundings, scene.window)


def _changes(scene: Scene) -> QDialog:
    return RecentChanges(scene.program.journal, scene.surroundings, scene.window)


def _deleted(scene: Scene) -> QDialog:
    return DeletedNights(scene.program.journal, scene.surroundings, scene.window)


def _restore(scene: Scene) -> QDialog:
    held = _backed_up(scene).held()[0]
    return RestoreDialog(held, held.nights.count + 1, scene.surroundings, scene.window)


def _rescue(scene: Scene) -> QDialog:
    folders = _backed_up(scene)
    content = bytearray(folders.journal.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = bytes(4096)
    folders.journal.write_bytes(content)
    found, error = look_for_rescue(folders), DamagedJournal(folders.journal.name)
    return RescueDialog(error, found, MORNING, scene.surroundings, scene.window)


def _backed_up(scene: Scene) -> BackupFolders:
    return BackupFolders(new_journal(scene.surroundings.language.locale.language))


def _password(scene: Scene) -> QDialog:
    return PasswordDialog(scene.surroundings, parent=scene.window)


DIALOGS: dict[str, Callable[[Scene], QDialog]] = {
    "warning-questions": _warnings,
    "reader": _reader,
    "medicine": _medicine,
    "visit": _visit,
    "planning": _planning,
    "look-alike": _look_alike,
    "help": _help,
    "fault": _fault,
    "changes": _changes,
    "deleted": _deleted,
    "restore": _restore,
    "rescue": _rescue,
    "password": _password,
    "warning-card": _emergency,  # the last: its card stands from then on
}

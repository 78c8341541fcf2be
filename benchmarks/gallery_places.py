"""The places beside the pages: the first run, an empty journal, every dialog, the lock, the notices."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.gallery_dialogs import DIALOGS, Scene
from benchmarks.gallery_looks import EVENING, MORNING, Look, Start, let_go, new_journal, opened, settle
from journal_app.app import Program
from journal_app.journal.visit import Appointment
from journal_app.language import language_for
from journal_app.store.faults import WriteProtected
from journal_app.store.vault import Vault
from journal_app.ui.habit_panel import HabitPanel
from journal_app.ui.password_dialog import PasswordDialog
from journal_app.ui.password_panel import PasswordPanel
from journal_app.wording.errors import error_sentence

PASSWORD = "rhubarb 1951"
Shown = Iterator[tuple[str, QWidget]]


def photograph_places(application: QApplication, look: Look, pictures: Path) -> None:
    """Take a picture of every place in one look."""
    for places in (_without_nights, _as_example, _in_journal, _locked):
        for name, shown in places(application, look):
            shown.grab().save(str(pictures / f"{name}-{look.name}.png"))


def _without_nights(application: QApplication, look: Look) -> Shown:
    journal = new_journal(filled=False)
    with opened(application, look, Start(journal, welcomed=False)) as program:
        settle(application, program)
        yield "first-run", program.window
    with opened(application, look, Start(journal)) as program:
        for page in ("night", "calendar", "trends", "patterns", "remedy", "report"):
            program.window.show_page(page)
            settle(application, program)
            yield f"empty-{page}", program.window


def _as_example(application: QApplication, look: Look) -> Shown:
    with opened(application, look, Start(new_journal(look.language), example=True)) as program:
        settle(application, program)
        yield "example", program.window


def _in_journal(application: QApplication, look: Look) -> Shown:
    journal = new_journal(look.language)
    with opened(application, look, Start(journal)) as program:
        _live_a_little(program, look)
        for name, make in DIALOGS.items():
            dialog = make(Scene(program))
            dialog.show()
            settle(application, program)
            yield name, dialog
            dialog.close()
            let_go(dialog)
        for name, part in (("own-habits", HabitPanel), ("password-panel", PasswordPanel)):
            _show_panel(program, part)
            settle(application, program)
            yield name, program.window
        for name, tell in (("notice", _tell_fault), ("reminder", _tell_reminder)):
            tell(program, look)
            settle(application, program)
            yield name, program.window


def _locked(application: QApplication, look: Look) -> Shown:
    journal = new_journal(look.language)
    Vault(journal).change(PASSWORD, MORNING, lambda _done, _all: None)
    with opened(application, look, Start(journal)) as program:
        settle(application, program)
        yield "lock", program.window
        program.locks.unlock("not this one")
        settle(application, program)
        yield "lock-refused", program.window
        program.locks.unlock(PASSWORD)
        settle(application, program)
        _show_panel(program, PasswordPanel)
        settle(application, program)
        yield "password-panel-set", program.window
        change = PasswordDialog(Scene(program).surroundings, lambda _typed: None, parent=program.window)
        change.show()
        settle(application, program)
        yield "password-change", change
        change.close()
        let_go(change)


def _live_a_little(program: Program, look: Look) -> None:
    """Delete a night and tell of an appointment, so that there is something in every list."""
    tr = language_for(look.language).tr
    program.journal.delete_night(EVENING - timedelta(days=5), tr("Night deleted"))
    program.journal.save_appointment(Appointment(EVENING + timedelta(days=9)), tr("Appointment changed"))


def _show_panel(program: Program, kind: type[HabitPanel | PasswordPanel]) -> None:
    page = program.window.show_page("settings")
    QApplication.processEvents()
    for panel in page.findChildren(kind):
        page.show_part(panel)


def _tell_fault(program: Program, look: Look) -> None:
    program.window.show_page("night")
    program.window.tell(error_sentence(WriteProtected("journal.db"), language_for(look.language)))


def _tell_reminder(program: Program, _look: Look) -> None:
    program.window.lock_wanted.emit()

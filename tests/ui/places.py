"""Every place of the window, filled with what makes it hardest to lay out, for tests that walk over all."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from journal_app.analysis.trial_plan import NIGHTLY, draw_schedule
from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.journal.night import Episode, Helped, Leg, Night
from journal_app.journal.profile import WarningAnswer
from journal_app.journal.records import Records
from journal_app.journal.trial import RemedyTrial
from journal_app.journal.visit import Appointment, Visit
from journal_app.paths import default_journal
from journal_app.store.journal_store import JournalStore
from journal_app.ui.fault_dialog import FaultDialog
from journal_app.ui.look_alike_questions import LookAlikeDialog
from journal_app.ui.trial_planning import TrialPlanning
from journal_app.ui.visit_dialog import VisitDialog
from tests.builders import TODAY, day, evening, quiet_night
from tests.ui.hands import click, press

PAGES = ("night", "calendar", "trends", "patterns", "remedy", "report", "about", "settings")
DIALOGS = ("warning questions", "medicine", "entry", "help", "fault", "visit", "planning", "look-alike")
FAULT = "Night Cramp Journal\n\nKeyError\n  journal_app/ui/a_page.py, line 12, in show_night"
PLACES = (*PAGES, *DIALOGS)
LEADS_THERE = {"entry": "patterns"}
TABLET = Medicine(
    "m1",
    "Bendroflumethiazide",
    (
        DosePeriod(date(2025, 3, 1), date(2026, 9, 14), "2.5 mg in the morning"),
        DosePeriod(date(2026, 9, 15), None, "5 mg in the morning"),
    ),
)

APPOINTMENT = Appointment(
    TODAY + timedelta(days=1), ("Could it be the tablet, or the long walks along the river?",)
)
VISIT = Visit(
    "v1", date(2026, 10, 20), "cramps without a found reason " * 4, "ferritin", "half the tablet", ("", "no")
)
STRETCHING = "Stretching calf and hamstring before bed"


def _trial(name, first_back):
    blocks = draw_schedule(NIGHTLY[0], evening(first_back), 1)
    return RemedyTrial(name, "stretch-calf-hamstring", STRETCHING, NIGHTLY[0].design, blocks, 1).begun()


TRIALS = (
    _trial("t0", 40).kept_on(evening(40), used=True).ended(evening(9)),
    _trial("t1", 8),
)


def write_journal(path):
    """Write forty nights with every kind of answer, a medicine and a standing warning sign."""
    evenings = [evening(back) for back in range(40, 0, -1)]
    nights = (*(_night(on) for on in evenings), _cramps())
    days = tuple(day(on, water=1500, exercise=30, alcohol=on.day % 3, magnesium=1) for on in evenings)
    warnings = (WarningAnswer("dvt", True, TODAY),)
    with JournalStore.create(path) as store:
        store.apply(
            Records(
                nights,
                days,
                (TABLET,),
                warnings=warnings,
                trials=TRIALS,
                visits=(VISIT,),
                appointment=APPOINTMENT,
            ),
            "a test",
        )


def open_place(open_program, name, **chosen):
    """Open a page or a dialog; return its widget once everything is drawn."""
    program = open_program(page=name if name in PAGES else LEADS_THERE.get(name, "about"), **chosen)
    open_program.settle()
    shown = program.window.stack.currentWidget()
    if name == "night":
        click(shown, shown.surroundings.tr("More about this cramp"))
        click(shown, shown.surroundings.tr("More about the night"))
    if name in PAGES:
        return shown
    dialog = _dialog(name, program, shown.surroundings)
    open_program.settle()
    return dialog


def _dialog(name, program, surroundings):
    """Open a dialog as the person does; one that takes a file, a trial or a fault of ours is made here."""
    window, tr = program.window, surroundings.tr
    gestures = {
        "warning questions": lambda: press(window, Qt.Key.Key_F8),
        "help": lambda: press(window, Qt.Key.Key_F1),
        "medicine": lambda: click(window, tr("Change {medicine}", medicine=TABLET.name)),
        "entry": lambda: click(window, tr("Read all that is known …")),
    }
    dialog = opened_by(gestures[name]) if name in gestures else _made(name, program, surroundings)
    if name == "entry":
        dialog.show_entry("dvt")
    dialog.show()
    return dialog


def opened_by(gesture):
    """Return the dialog that a gesture opens; the gesture does not wait for its end."""
    opened = []
    with pytest.MonkeyPatch.context() as while_it_opens:
        while_it_opens.setattr(QDialog, "exec", lambda dialog: bool(opened.append(dialog)))
        gesture()
    return opened[0]


def _made(name, program, surroundings):
    window, journal = program.window, program.journal
    if name == "visit":
        return VisitDialog(VISIT, "This was read from “page.pdf”.", True, surroundings, window)
    if name == "fault":
        return FaultDialog(FAULT, default_journal().parent, surroundings, window)
    if name == "look-alike":
        entry = surroundings.knowledge.entries["restless-legs"]
        return LookAlikeDialog(entry, evening(), journal, surroundings, window)
    entry = surroundings.knowledge.entries["heating-pad"]
    return TrialPlanning(entry, journal.records(), TODAY, program.background, surroundings, window, "t0")


def _night(on):
    if on.day % 3:
        return quiet_night(on)
    episode = Episode(Leg.LEFT, "calf", 6, minutes=3, relief=("stretched",), helped=Helped.MUCH)
    return Night(on, (episode,), note="a long walk along the river, and a glass of wine with friends " * 2)


def _cramps():
    long_ago = Episode(Leg.RIGHT, "hollow_of_knee", 8, minutes=25, minutes_exact=True, note="<b>hard</b>")
    return Night(evening(), (long_ago, Episode()), note="woken twice")

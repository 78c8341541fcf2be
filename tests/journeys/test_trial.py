"""A trial of a remedy: planned from one's own nights, drawn by lot, followed, ended, and read as a range."""

from datetime import timedelta

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QRadioButton

from journal_app.analysis.trial_plan import NIGHTLY, draw_schedule
from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.journal.records import Records
from journal_app.journal.trial import RemedyTrial, TrialDesign, TrialStatus
from journal_app.store.journal_store import JournalStore
from journal_app.ui.day_field import DayField
from journal_app.ui.trial_planning import TrialPlanning
from tests.builders import TODAY, cramp_night, evening, quiet_night, records_of
from tests.journeys.test_report_to_pdf import Desktop
from tests.ui.conftest import MORNING, PATIENCE_MS
from tests.ui.hands import click, enabled, in_dialog, named, press, says, texts

CTRL = Qt.KeyboardModifier.ControlModifier
PLAN = "Plan a trial of Heating pad before bed"
ASKED = "Heating pad before bed: did you, last night?"
OUTCOMES = ("Clear", "Leaning", "No difference seen", "Cannot tell", "cramps a week")


@pytest.fixture
def journal(journal_path):
    """Write nights, a row of marks with the newest last, and what else is to be in the journal."""

    def write(marks="#oo#oo" * 15, **more):
        with JournalStore.create(journal_path) as store:
            store.apply(records_of(marks, **more), "a test")

    return write


@pytest.fixture
def trials(journal_path):
    def read():
        with JournalStore.open(journal_path, read_only=True) as store:
            return store.trials()

    return read


@pytest.fixture
def page(open_program):
    """Open Try a remedy, by default this morning."""

    def show(day=TODAY):
        program = open_program(page="remedy", clock=on(day))
        open_program.settle()
        return program.window.stack.currentWidget()

    return show


@pytest.fixture
def begun(qtbot, open_program):
    """Plan the suggested trial and start it."""

    def start(page, opened_by=PLAN):
        def choose(dialog):
            worked_out(qtbot, dialog)
            click(dialog, "Start the trial")

        with in_dialog(choose, TrialPlanning):
            click(page, opened_by)
        open_program.settle()

    return start


def on(day):
    return lambda: MORNING.replace(year=day.year, month=day.month, day=day.day)


def worked_out(qtbot, dialog):
    """Wait until the designs are there to be chosen."""
    qtbot.waitUntil(lambda: says(dialog, "(suggested)"), timeout=PATIENCE_MS)


def running(first_back=9, **more):
    """Return a nightly trial with the heating pad that began some nights ago."""
    blocks = draw_schedule(NIGHTLY[0], evening(first_back), 5)
    name = "Heating pad before bed"
    return RemedyTrial("t", "heating-pad", name, TrialDesign.PAIRS, blocks, seed=5, **more).begun()


def live(path, trial):
    """Record the nights of a trial: each cramp comes on a night without the remedy."""
    nights = [quiet_night(n.evening) if n.on else cramp_night(n.evening) for n in trial.nights]
    with JournalStore.open(path) as store:
        store.apply(Records(tuple(nights)), "a test")


def test_a_trial_is_planned_run_and_read(journal, journal_path, page, begun, open_program, trials):
    journal()
    begun(page())
    (trial,) = trials()
    assert (trial.remedy, trial.status) == ("heating-pad", TrialStatus.RUNNING)
    assert (trial.first_evening, trial.design) == (TODAY, TrialDesign.PAIRS)

    open_program(clock=on(TODAY + timedelta(days=1)))
    window = open_program._program.window
    assert says(window, "Tonight: ")
    click(window, f"{ASKED} Yes")
    assert [(kept.evening, kept.used) for kept in trials()[0].kept] == [(TODAY, True)]

    live(journal_path, trial)
    assert not any(says(page(trial.agreed_end), words) for words in OUTCOMES)

    shown = page(trial.agreed_end + timedelta(days=1))

    assert says(shown, "Clear: with Heating pad before bed, cramp nights were fewer.")
    assert says(shown, "With it 0 cramps a week")
    assert says(shown, "The schedule was kept on")
    assert sum("people given a dummy pill had 28 % fewer cramps" in text for text in texts(shown)) == 1


def test_every_design_is_told_with_its_chance_and_the_usual_comes_first(journal, page, qtbot):
    journal()

    def look(dialog):
        assert named(dialog, "Working out from your nights what each kind of trial could show …")
        worked_out(qtbot, dialog)
        choices = dialog.findChildren(QRadioButton)
        assert choices[0].isChecked()
        assert "(suggested)" in choices[0].accessibleName()
        told = [text for text in texts(dialog) if "if your cramp nights were halved" in text]
        assert len(told) == len(choices) == 9
        click(dialog, "Cancel")

    shown = page()
    with in_dialog(look, TrialPlanning):
        click(shown, PLAN)


def test_a_baseline_of_the_worst_spell_is_refused_with_its_reason(journal, page, qtbot):
    journal("ooooo#" * 12 + "##o#" * 7)

    def look(dialog):
        worked_out(qtbot, dialog)
        assert not named(dialog, "4 weeks without, then 4 weeks with").isEnabled()
        assert says(dialog, "the last four weeks were your worst spell")
        click(dialog, "Cancel")

    shown = page()
    with in_dialog(look, TrialPlanning):
        click(shown, PLAN)


def test_too_few_nights_let_nothing_be_begun(journal, page, qtbot):
    journal("o#o")

    def look(dialog):
        qtbot.waitUntil(
            lambda: says(dialog, "Record about three weeks of nights first."), timeout=PATIENCE_MS
        )
        assert not enabled(dialog, "Start the trial")
        click(dialog, "Cancel")

    shown = page()
    with in_dialog(look, TrialPlanning):
        click(shown, PLAN)


def test_a_person_with_few_cramps_is_told_that_nothing_can_mostly_answer(journal, page, qtbot):
    journal("oooooooooo#oooo" * 6)

    def look(dialog):
        worked_out(qtbot, dialog)
        assert says(dialog, "no trial of this length can mostly tell")
        click(dialog, "Cancel")

    shown = page()
    with in_dialog(look, TrialPlanning):
        click(shown, PLAN)


def test_the_first_evening_can_be_chosen_and_the_trial_called_off_before_it(journal, page, qtbot, trials):
    journal()

    def choose(dialog):
        worked_out(qtbot, dialog)
        first = named(dialog, "First evening", DayField)
        QTest.mouseClick(first, Qt.MouseButton.LeftButton, pos=QPoint(15, first.height() // 2))
        for _ in range(5):
            QTest.keyClick(first, Qt.Key.Key_Up)
        click(dialog, "Start the trial")

    shown = page()
    with in_dialog(choose, TrialPlanning):
        click(shown, PLAN)
    assert trials()[0].first_evening == TODAY + timedelta(days=5)
    assert says(shown, "begins on 9 November 2026")

    click(shown, "End it early …")
    assert says(shown, "It has not begun yet.")
    click(shown, "End it now")

    assert trials() == ()


def test_beginning_is_undone(journal, page, begun, trials):
    journal()
    shown = page()
    begun(shown)

    press(shown.window(), Qt.Key.Key_Z, CTRL)

    assert trials() == ()
    assert not says(shown, "Nothing is worked out before.")


def test_one_trial_at_a_time(journal, page):
    journal(trials=(running(),))

    shown = page()

    assert not enabled(shown, "Plan a trial of Loose bedding")
    assert says(shown, "One trial at a time")


def test_nothing_of_ones_own_nights_is_shown_while_it_runs(journal, page):
    journal(trials=(running(),))

    shown = page()

    assert says(shown, "Told when its trial has ended.")
    assert says(shown, "10 of 84 nights are over.")


def test_a_pause_moves_the_end_and_nothing_is_asked_meanwhile(journal, page, open_program, trials):
    journal(trials=(running(),))
    click(page(), "Pause")
    assert trials()[0].status is TrialStatus.PAUSED

    later = TODAY + timedelta(days=7)
    window = open_program(clock=on(later)).window
    assert says(window, "The trial of Heating pad before bed stands still.")
    assert not says(window, "did you, last night?")
    click(page(later), "Go on")

    assert trials()[0].agreed_end == running().agreed_end + timedelta(days=7)


def test_ending_early_says_what_that_means_and_answers_with_less(journal, page, open_program, trials):
    journal(trials=(running(),))
    shown = page()

    click(shown, "End it early …")
    assert says(shown, "That makes it less sure")
    click(shown, "Let it run")
    assert not says(shown, "That makes it less sure")
    click(shown, "End it early …")
    click(shown, "End it now")
    open_program.settle()

    assert trials()[0].ended_on == TODAY
    assert says(shown, "Cannot tell whether Heating pad before bed made a difference.")
    assert says(shown, "It was ended before the agreed end")


def test_ending_is_undone(journal, page, trials):
    journal(trials=(running(),))
    shown = page()
    click(shown, "End it early …")
    click(shown, "End it now")

    press(shown.window(), Qt.Key.Key_Z, CTRL)

    assert trials() == (running(),)


def test_an_answer_about_last_night_is_undone(journal, open_program, trials):
    journal(trials=(running(),))
    window = open_program().window

    click(window, f"{ASKED} No")
    assert [kept.used for kept in trials()[0].kept] == [False]
    press(window, Qt.Key.Key_Z, CTRL)

    assert trials()[0].kept == ()


def test_an_earlier_night_can_still_be_answered(journal, open_program, trials):
    journal(trials=(running(),))
    window = open_program().window
    click(window, "The night before")

    click(window, "Heating pad before bed: did you, on 2 Nov? Yes")

    assert [kept.evening for kept in trials()[0].kept] == [evening(1)]


def test_a_second_run_is_judged_with_the_first(journal, page, begun, trials):
    journal("#oo" * 50, trials=(running(83),))
    shown = page()

    begun(shown, "Run the trial of Heating pad before bed again")

    first, second = trials()
    assert second.repeats == first.id
    assert first.status is TrialStatus.ENDED


def test_the_schedule_can_be_taken_on_paper(journal, page, monkeypatch, tmp_path):
    journal(trials=(running(),))
    path = tmp_path / "schedule.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    desktop = Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "open")

    click(page(), "Schedule as PDF …")
    QDesktopServices.unsetUrlHandler("file")

    words = " ".join(PdfReader(path).pages[0].extract_text().replace("\b", " ").split())
    assert "Heating pad before bed" in words
    assert words.count("without") >= 42
    assert desktop.opened == [str(path)]


def test_a_place_that_cannot_be_written_is_told(journal, page, monkeypatch, tmp_path):
    journal(trials=(running(),))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "a.pdf"), ""))
    shown = page()

    click(shown, "Schedule as PDF …")

    assert says(shown, "could not be written")


def test_a_medicine_with_dates_is_followed(journal, page):
    pill = Medicine("m", "Bendroflumethiazide", (DosePeriod(TODAY - timedelta(days=40), None, "5 mg"),))
    journal("#oo" * 30, medicines=(pill,))

    shown = page()

    assert says(shown, "Medicines, followed from their dates")
    assert says(shown, "No difference seen with Bendroflumethiazide")
    assert says(shown, "never more than a hint")


def test_quinine_has_its_warnings_first_and_the_days_to_review_it(journal, page):
    pill = Medicine("q", "Quinine sulfate", (DosePeriod(TODAY - timedelta(days=10), None, "200 mg"),))
    journal("#oo" * 30, medicines=(pill,))

    told = texts(page())

    warning = next(k for k, text in enumerate(told) if "do you bleed or did you collapse?" in text)
    review = next(k for k, text in enumerate(told) if "after four weeks, on 22 November 2026" in text)
    assert warning < review


def test_the_month_tells_the_evenings_of_a_trial(journal, open_program):
    journal(trials=(running(),))
    window = open_program(page="calendar").window

    assert says(window, "(trial: with)" if running().arm_on(evening()) else "(trial: without)")

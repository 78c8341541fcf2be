from datetime import date

from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.wording.medicines import dose_label, medicine_line

ON = date(2026, 11, 2)
HALVED = Medicine(
    "m1",
    "bendroflumethiazide",
    (
        DosePeriod(date(2026, 6, 1), date(2026, 9, 20), "2.5 mg"),
        DosePeriod(date(2026, 9, 21), None, "1.25 mg"),
    ),
)


def one(name, start=None, end=None, dose=""):
    return Medicine("m", name, (DosePeriod(start, end, dose),))


def test_a_medicine_tells_its_dose_start_and_last_change(language):
    line = medicine_line(HALVED, ON, language)

    assert line == "bendroflumethiazide 1.25 mg, since June 2026, halved on 21 September 2026"


def test_doses_in_other_units_tell_the_former_dose(language):
    changed = Medicine(
        "m", "salbutamol", (DosePeriod(None, ON, "2 puffs"), DosePeriod(date(2026, 11, 3), None, "4 mg"))
    )

    line = medicine_line(changed, date(2026, 11, 4), language)
    assert line == "salbutamol 4 mg, 2 puffs until 2 November 2026"


def test_a_stopped_medicine_tells_its_end(language):
    line = medicine_line(one("quinine", date(2019, 3, 1), date(2026, 10, 1)), ON, language)

    assert line == "quinine, since 2019, ended on 1 October 2026"


def test_a_medicine_without_dates_is_only_named(language):
    assert medicine_line(one("magnesium"), ON, language) == "magnesium"


def test_a_planned_medicine_tells_when_it_begins(language):
    line = medicine_line(one("magnesium", date(2026, 11, 20)), ON, language)

    assert line == "magnesium, from 20 November 2026"


def test_stretches_on_a_time_axis_name_the_change(language):
    labels = [dose_label(HALVED, period, language) for period in HALVED.periods]

    assert labels == ["bendroflumethiazide 2.5 mg", "1.25 mg since 21 Sept"]

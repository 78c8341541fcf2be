"""`check-knowledge` names every fault of meaning: file, key and reason."""

import pytest

from journal_app.knowledge.checks import check_knowledge
from journal_app.knowledge.reviewed import renew

HEAT = "remedies/heating-pad.toml"
ADVICE = '"Turn the pad off before you sleep."'


def faults_after(spoil, file, old, new):
    base = spoil(file, old, new)
    renew(base)
    return check_knowledge(base)


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("This is safe.", "safe"),
        ("Heat causes cramps to go.", "causes"),
        ("That is normal.", "normal"),
        ("There is no need to see a doctor.", "no need to see"),
        ("You have a clot.", "You have a clot"),
    ],
)
def test_what_must_not_be_said_is_named(spoil, said, word):
    assert faults_after(spoil, HEAT, ADVICE, f'"{said}"') == [
        f'{HEAT}: do: "{word}" must not be said to a person'
    ]


@pytest.mark.parametrize("dose", ["200 mg", "2 tablets", "180 µg", "1.5 grams"])
def test_a_dose_in_advice_is_named(spoil, dose):
    (fault,) = faults_after(spoil, HEAT, ADVICE, f'"Take {dose} at night."')

    assert fault == f'{HEAT}: do: "{dose}" reads like a dose; advice names none'


def test_advice_to_stop_a_medicine_is_named(spoil):
    (fault,) = faults_after(spoil, HEAT, ADVICE, '"Stop taking your statin."')

    assert fault == f"{HEAT}: do: reads like advice to stop a medicine"


def test_advice_not_to_stop_it_is_not(spoil):
    assert faults_after(spoil, HEAT, ADVICE, '"Do not stop taking your statin."') == []


def test_a_source_that_is_nowhere_is_named(spoil):
    found = faults_after(spoil, HEAT, '"search-2026"', '"nobody-1900"')

    assert f"{HEAT}: sources: nobody-1900 is not in sources.toml" in found


def test_a_source_that_nobody_uses_is_named(spoil):
    extra = '[extra-2026]\nauthors = "A"\ntitle = "T"\ntype = "review"\n\n[abrams-1996]'

    assert faults_after(spoil, "sources.toml", "[abrams-1996]", extra) == [
        "sources.toml: extra-2026: no entry uses this source"
    ]


def test_a_factor_that_is_nowhere_is_named(spoil):
    assert faults_after(spoil, HEAT, 'factor = "heat"', 'factor = "warmth"') == [
        f"{HEAT}: factor: warmth is not in factors.toml"
    ]


def test_a_fact_that_is_nowhere_is_named(spoil):
    found = faults_after(spoil, HEAT, '{ fact = "cramp_nights",', '{ fact = "cramp_evenings",')

    assert any("cramp_evenings is not a fact" in fault for fault in found)


def test_an_example_that_behaves_otherwise_is_named(spoil):
    (fault,) = faults_after(spoil, HEAT, "facts = { cramp_nights = 2 }", "facts = { cramp_nights = 0 }")

    assert fault.endswith("it says that the entry matches; it is the other way round")


def test_an_alternative_that_can_never_hold_is_named(spoil):
    never = '[{ fact = "cramp_nights", at_least = 9 }, { fact = "cramp_nights", at_most = 1 }]'
    found = faults_after(spoil, HEAT, '[{ fact = "tracked", equals = true }]', never)

    assert f"{HEAT}: when 2: its comparisons contradict each other, so it never matches" in found


def test_an_interval_the_wrong_way_round_is_named(spoil):
    (fault,) = faults_after(spoil, "remedies/stretch-calf-hamstring.toml", "high = -0.6", "high = -6.6")

    assert fault.endswith("low (-1.8) is above high (-6.6)")


def test_offering_a_dangerous_remedy_is_named(spoil):
    file = "remedies/potassium-supplement.toml"

    assert any(
        "only a remedy without serious harm" in fault
        for fault in faults_after(spoil, file, "testable =", "fit_to_try = true\ntestable =")
    )


def test_an_unknown_placeholder_is_named(spoil):
    assert faults_after(spoil, HEAT, ADVICE, '"Call {police}."') == [
        f"{HEAT}: do: only {{emergency}} and {{urgent}} can be filled in"
    ]


def test_a_fault_of_form_is_listed_beside_faults_of_meaning(spoil):
    spoil("factors/alcohol.toml", "title =", "tittle =")
    found = faults_after(spoil, HEAT, ADVICE, '"This is safe."')

    assert len(found) == 3

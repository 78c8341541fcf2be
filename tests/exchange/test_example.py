from datetime import date, timedelta

import pytest

from journal_app.exchange.example import example_recipe, example_records
from journal_app.exchange.recipe import recipe_texts
from journal_app.journal.period import last_nights
from journal_app.knowledge.loader import load_knowledge
from journal_app.knowledge.translated import spoken
from journal_app.language import language_for
from journal_app.paths import bundled
from journal_app.review import review
from tests.builders import TODAY, evening


@pytest.fixture(scope="module")
def knowledge():
    return load_knowledge(bundled("knowledge_base"))


@pytest.fixture(scope="module")
def found(knowledge):
    """Return what the review finds for each factor of the example."""
    reviewed = review(example_records(evening()), knowledge, last_nights(180, evening()), TODAY)
    return {each.factor: each for each in reviewed.associations if each.leading}


@pytest.fixture(scope="module")
def example():
    return example_records(evening())


def test_the_example_is_the_same_every_time(example):
    assert example_records(evening()) == example


def test_the_same_nights_are_only_moved_when_it_ends_on_another_day(example):
    moved = example_records(evening() + timedelta(days=100))

    assert [night.episodes for night in moved.nights] == [night.episodes for night in example.nights]
    assert moved.period.first - example.period.first == timedelta(days=100)


def test_about_eight_percent_of_180_nights_are_not_recorded(example):
    assert len(example.period) in range(177, 181)
    assert 1 - len(example.nights) / 180 == pytest.approx(0.08, abs=0.035)


def test_no_day_lies_outside_the_nights(example):
    assert {day.on for day in example.days} <= {night.evening for night in example.nights}


def test_muscles_hours_and_pains_are_several(example):
    cramps = [episode for night in example.nights for episode in night.episodes]

    assert len({episode.muscle for episode in cramps}) >= 4
    assert len({episode.began.hour for episode in cramps}) >= 6
    assert len({episode.pain for episode in cramps}) >= 5


def test_every_word_of_the_example_is_known_to_the_knowledge_base(example, knowledge):
    cramps = [episode for night in example.nights for episode in night.episodes]
    habits = {habit.id: habit for habit in knowledge.habits}

    assert {episode.muscle for episode in cramps} <= {muscle.id for muscle in knowledge.muscles}
    assert {relief for episode in cramps for relief in episode.relief} <= knowledge.reliefs.keys()
    assert {
        *example.profile.conditions,
        *(each.warning for each in example.warnings),
    } <= knowledge.entries.keys()
    for day in example.days:
        for entry in day.entries:
            habits[entry.habit].check(entry)


def test_the_thiazide_was_started_within_the_example(example):
    thiazide = next(each for each in example.medicines if each.name == "Bendroflumethiazide")

    assert thiazide.start in example.period


def test_the_planted_alcohol_comes_out(found):
    assert found["alcohol"].verdict in ("likely", "strong")
    assert found["alcohol"].ratio == pytest.approx(2.5, abs=0.4)


def test_stretching_and_the_bike_cannot_be_told_apart(found):
    assert found["stretching_bed"].inseparable_from == ("cycling_bed",)
    assert found["cycling_bed"].inseparable_from == ("stretching_bed",)
    assert found["stretching_bed"].verdict.seen


def test_what_print_says_of_warm_days_is_not_seen(found, knowledge):
    assert knowledge.entries["season-summer"].grade == "moderate"
    assert found["warm_day"].verdict == "none"


def test_the_heating_pad_looks_guilty_by_its_counts_and_is_not(found):
    heat = found["heat"]
    crude = (heat.cramps_with / heat.nights_with) / (heat.cramps_without / heat.nights_without)

    assert crude > 1.45
    assert heat.verdict == "none"


def test_nothing_else_is_made_of_it(found):
    seen = {name for name, each in found.items() if each.verdict.seen}

    assert seen == {"alcohol", "stretching_bed", "cycling_bed"}


def test_the_patterns_do_not_depend_on_the_day_it_ends(found, knowledge):
    last = date(2026, 7, 1)
    reviewed = review(example_records(last), knowledge, last_nights(180, last), last + timedelta(days=1))

    assert {each.factor: each.verdict for each in reviewed.associations if each.leading} == {
        name: each.verdict for name, each in found.items()
    }


def test_in_german_it_holds_no_english_word(example):
    german = language_for("de")
    translated = set(map(german.tr, recipe_texts(example_recipe())))
    told = example_records(evening(), german)

    assert typed(told) <= translated
    assert typed(told) & typed(example) == {"Simvastatin"}


def test_in_german_the_nights_and_what_is_found_in_them_are_the_same(example, knowledge):
    german = language_for("de")
    told = example_records(evening(), german)
    reviewed = review(told, spoken(knowledge, german), last_nights(180, evening()), TODAY)
    english = review(example, knowledge, last_nights(180, evening()), TODAY)

    assert [night.episodes for night in told.nights] == [night.episodes for night in example.nights]
    assert entries_of(reviewed) == entries_of(english)


def entries_of(reviewed):
    """Return the ids of the entries on the cards, in their order."""
    return [card.entry and card.entry.id for card in reviewed.findings]


def typed(records):
    """Return all that somebody typed, or that reads so."""
    doses = {period.dose for medicine in records.medicines for period in medicine.periods}
    names = {medicine.name for medicine in records.medicines} | {records.profile.name}
    return (doses | names | {night.note for night in records.nights}) - {""}

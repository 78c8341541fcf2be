"""Amounts with their units, in the units the person likes to read."""

import re
from dataclasses import dataclass

from journal_app.journal.habit import Habit, HabitKind
from journal_app.language import Language, later, later_counted

ML_PER_FL_OZ = 29.5735  # US fluid ounce
SMALLEST_ML = 10  # a smaller number typed for a drink is meant in litres


@dataclass(frozen=True, slots=True)
class Units:
    """What drinks and temperatures are read and typed in; stored are always ml and °C."""

    volume: str = "ml"  # or "fl oz"
    temperature: str = "°C"  # or "°F"


METRIC = Units()
US = Units("fl oz", "°F")

_TEMPLATES = {
    "ml": later("{amount} ml"),
    "L": later("{amount} L"),
    "fl oz": later("{amount} fl oz"),
    "min": later("{amount} min"),
    "h": later("{amount} h"),
    "mg": later("{amount} mg"),
    "°C": later("{amount} °C"),
    "°F": later("{amount} °F"),
}
_COUNTED = {
    "drinks": later_counted("{n} drink", "{n} drinks"),
    "cups": later_counted("{n} cup", "{n} cups"),
    "glasses": later_counted("{n} glass", "{n} glasses"),
}
_SCALE = (later("none"), later("a little"), later("quite a lot"), later("very much"))


def shown_unit(unit: str, units: Units = METRIC) -> str:
    """Return the unit that a stored unit is shown in."""
    return {"ml": units.volume, "°C": units.temperature}.get(unit, unit)


def shown_value(value: float, unit: str, units: Units = METRIC) -> float:
    """Return a stored value in the unit it is shown in."""
    shown = shown_unit(unit, units)
    if shown == unit:
        return value
    return value / ML_PER_FL_OZ if shown == "fl oz" else value * 9 / 5 + 32


def stored_value(value: float, unit: str, units: Units = METRIC) -> float:
    """Return a value typed in the shown unit in the unit it is stored in."""
    shown = shown_unit(unit, units)
    if shown == unit:
        return value
    return value * ML_PER_FL_OZ if shown == "fl oz" else (value - 32) * 5 / 9


def amount(value: float, unit: str, language: Language, units: Units = METRIC) -> str:
    """Write an amount: 1.4 L, 250 ml, 8 fl oz, 40 min, 2 drinks."""
    shown, number = shown_unit(unit, units), shown_value(value, unit, units)
    if shown == "ml" and number >= 1000:
        return language.tr(_TEMPLATES["L"], amount=language.number(number / 1000, 2))
    digits = 0 if shown in ("ml", "min", "°F", "fl oz") else 2
    return _with_unit(number, shown, digits, language)


def typed_amount(text: str, unit: str, units: Units = METRIC) -> float | None:
    """Read an amount as people type it, in the shown unit: 1.4 L, 250 ml, 8, 1,5; `None` if it is none."""
    found = re.match(r"\s*(\d+(?:[.,]\d+)?)\s*(\w*)", text)
    if found is None:
        return None
    number = float(found[1].replace(",", "."))
    litres = shown_unit(unit, units) == "ml" and (found[2].lower() == "l" or number < SMALLEST_ML)
    return stored_value(number * 1000 if litres else number, unit, units)


def answer(habit: Habit, value: float | None, language: Language, units: Units = METRIC) -> str:
    """Write the answer to a habit: 1.4 L, yes, loose, a little, or that it was not answered."""
    if value is None:
        return language.tr("not answered")
    if habit.kind is HabitKind.YES_NO:
        return language.tr((habit.yes or later("yes")) if value else (habit.no or later("no")))
    if habit.kind is HabitKind.SCALE and habit.high == len(_SCALE) - 1:
        return language.tr(_SCALE[min(round(value), len(_SCALE) - 1)])
    return amount(value, habit.unit, language, units)


def amount_range(low: float, high: float, unit: str, language: Language, units: Units = METRIC) -> str:
    """Write a range of amounts: 250 ml to 1.4 L."""
    ends = (amount(value, unit, language, units) for value in (low, high))
    return language.tr("{start} to {end}", start=next(ends), end=next(ends))


def _with_unit(number: float, unit: str, digits: int, language: Language) -> str:
    if unit in _COUNTED:
        return language.trn(*_COUNTED[unit], number)
    written = language.number(number, digits)
    if unit in _TEMPLATES:
        return language.tr(_TEMPLATES[unit], amount=written)
    return f"{written} {unit}" if unit else written

"""Units of foreign tables, and how much of ours one of them is."""

from dataclasses import dataclass

from journal_app.journal.errors import JournalError
from journal_app.language import later


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as `times` of the unit its dimension is kept in, counted from `zero`."""

    kept_in: str
    times: float = 1.0
    zero: float = 0.0


UNITS: dict[str, Unit] = {
    "ms": Unit("min", 1 / 60_000),
    "s": Unit("min", 1 / 60),
    "sec": Unit("min", 1 / 60),
    "min": Unit("min"),
    "minutes": Unit("min"),
    "h": Unit("min", 60),
    "hours": Unit("min", 60),
    "ml": Unit("ml"),
    "cl": Unit("ml", 10),
    "dl": Unit("ml", 100),
    "l": Unit("ml", 1000),
    "fl oz": Unit("ml", 29.5735295625),  # US customary; 128 to the gallon of 231 cubic inches
    "floz": Unit("ml", 29.5735295625),
    "cup": Unit("ml", 236.5882365),  # US customary
    "cups": Unit("ml", 236.5882365),
    "pint": Unit("ml", 473.176473),
    "°C": Unit("°C"),
    "C": Unit("°C"),
    "°F": Unit("°C", 5 / 9, 32),
    "F": Unit("°C", 5 / 9, 32),
    "mg": Unit("mg"),
    "g": Unit("mg", 1000),
    "mcg": Unit("mg", 1 / 1000),
}


def kept_unit(unit: str) -> str:
    """Return the unit in which amounts of a unit are kept; one we do not know is kept as it is."""
    return UNITS[unit].kept_in if unit in UNITS else unit


def converted(amount: float, unit: str, into: str) -> float:
    """Return an amount in another unit; units of different things are refused."""
    if unit == into:
        return amount
    found, wanted = UNITS.get(unit), UNITS.get(into)
    if found is None or wanted is None or found.kept_in != wanted.kept_in:
        template = later("{unit} cannot be turned into {into}.")
        raise JournalError(template, unit=unit or repr(unit), into=into or repr(into))
    return (amount - found.zero) * found.times / wanted.times + wanted.zero

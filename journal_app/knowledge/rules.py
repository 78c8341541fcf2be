"""Whether an entry's rule holds: comparisons of facts with values, and nothing else.

Facts are plain values by name. A fact that is not known makes its comparison fail.
"""

from collections.abc import Mapping

from journal_app.knowledge.entries import Comparison, Entry, FactValue

Facts = Mapping[str, FactValue]


def matches(entry: Entry, facts: Facts) -> bool:
    """Tell whether at least one of the entry's alternatives holds; without any, it never does."""
    return any_holds(entry.when, facts)


def any_holds(alternatives: tuple[tuple[Comparison, ...], ...], facts: Facts) -> bool:
    """Tell whether at least one alternative holds; within one, all comparisons must."""
    return any(all(holds(one, facts) for one in together) for together in alternatives)


def met_comparisons(entry: Entry, facts: Facts) -> tuple[Comparison, ...]:
    """Return the comparisons of the alternatives that hold, each fact once, in the order written."""
    met: dict[str, Comparison] = {}
    for together in entry.when:
        if all(holds(one, facts) for one in together):
            for one in together:
                met.setdefault(one.fact, one)
    return tuple(met.values())


def holds(comparison: Comparison, facts: Facts) -> bool:
    """Tell whether one comparison holds."""
    value = facts.get(comparison.fact)
    if value is None:
        return False
    if comparison.one_of:
        return str(value) in comparison.one_of
    if comparison.equals is not None:
        return value == comparison.equals and isinstance(value, bool) is isinstance(comparison.equals, bool)
    if isinstance(value, str):
        return False
    if comparison.at_least is not None:
        return value >= comparison.at_least
    return comparison.at_most is not None and value <= comparison.at_most


def asks_condition(entry: Entry) -> bool:
    """Tell whether an entry's rule asks for its own tick in "About me"."""
    return any(one.fact == "condition" for together in entry.when for one in together)

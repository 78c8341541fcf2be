"""Which habits are something done against cramps, not something that may go together with them."""

from journal_app.knowledge.entries import Kind, Knowledge


def remedy_factors(knowledge: Knowledge) -> frozenset[str]:
    """Return the factors that only remedies speak of: stretching, not the drinks one may leave out."""
    remedies = {entry.factor for entry in knowledge.of_kind(Kind.REMEDY) if entry.factor}
    return frozenset(remedies - {entry.factor for entry in knowledge.of_kind(Kind.FACTOR)})

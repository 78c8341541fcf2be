"""Factors: columns made from habits, to be compared with nights. They follow from data, not code."""

from dataclasses import dataclass
from enum import StrEnum

from journal_app.journal.checks import not_empty, within


class Take(StrEnum):
    """How the days of a factor's window become one number."""

    SUM = "sum"
    ANY = "any"
    MOST = "most"


@dataclass(frozen=True, slots=True)
class Factor:
    """A habit read as a column: `cut` makes it yes/no (amount > cut), without it thirds are compared.

    `within` is the window in days, the night's own day last. `days_before` are the lags looked at.
    `with_words` and `without_words` finish "cramps after ...": "evenings with a drink".
    """

    id: str
    label: str
    habit: str
    unit: str = ""
    take: Take = Take.SUM
    within: int = 1
    days_before: tuple[int, ...] = (0, 1, 2)
    cut: float | None = None
    with_words: str = ""
    without_words: str = ""

    def __post_init__(self) -> None:
        not_empty("id", self.id)
        not_empty("habit", self.habit)
        within("within", self.within, 1, 14)

    @property
    def binary(self) -> bool:
        """Whether the factor is read as yes or no."""
        return self.cut is not None

"""Ratios and shares as a person says them: half, twice, 1.3 times."""

from journal_app.language import Language


def times(ratio: float, language: Language) -> str:
    """Write a ratio: half, just, twice, 1.3 times. It finishes "... as often"."""
    if abs(ratio - 0.5) < 0.025:
        return language.tr("half")
    if abs(ratio - 2) < 0.05:
        return language.tr("twice")
    return language.tr("{ratio} times", ratio=ratio_number(ratio, language))


def ratio_number(ratio: float, language: Language) -> str:
    """Write a ratio as a number, with two decimals where one would hide on which side of 1 it lies."""
    exact = ratio < 0.2 or abs(ratio - 1) < 0.05
    return language.number(min(ratio, 99), 2 if exact else 1)


def share_of_ten(share: float, language: Language) -> str:
    """Write a share as people count: 8 of 10."""
    return language.tr("{k} of 10", k=language.number(share * 10, 0))


def per_week(rate: float, language: Language) -> str:
    """Write a weekly rate as roughly as it is known: 4, 1.7, under 0.1."""
    if 0 < rate < 0.1:
        return language.tr("under {n}", n=language.number(0.1))
    return language.number(rate, 0 if rate >= 3 else 1)

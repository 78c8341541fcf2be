"""The journal as columns: one row a night of a period, recorded or not."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class DayTable:
    """One row an evening, without gaps; NaN where a night or an answer was not recorded.

    Attributes:
        evenings: (n,) datetime64[D], consecutive.
        cramps: (n,) number of cramps in the night, 0 for a quiet one.
        worst_pain: (n,) 0-10, NaN on quiet nights.
        minutes: (n,) minutes of the longest cramp, NaN on quiet nights.
        factors: name -> (n,) the factor's value for the day of that row.
        binary: the names of the factors that hold only 0, 1 and NaN.

    """

    evenings: NDArray[np.datetime64]
    cramps: Column
    worst_pain: Column
    minutes: Column
    factors: Mapping[str, Column]
    binary: frozenset[str]

"""What is measured of a place as a whole: five measures of distribution, and the totals of its accounts."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.measures.distribution import DISTRIBUTION_MEASURES, distribution_measures
from poverty_nodes.model.rule import making_rule

WHOLE_PLACE = (
    *DISTRIBUTION_MEASURES,
    "firms",
    "employment",
    "value_added",
    "exports",
    "mean_wage",
    "services",
    "output_per_worker",
)
"""What each position of a place's row holds after `measure_places`."""


@making_rule
def measure_distribution(households, line, out):
    """Fill `out` (places, 5 or more): the measures of distribution of each place, a household by its persons.

    `line` is in dollars a person and month.
    """
    for place in range(len(out)):
        n = 0
        for h in range(len(households)):
            n += households[h].place == place
        welfare, persons = np.empty(n), np.empty(n)
        i = 0
        for h in range(len(households)):
            household = households[h]
            if household.place == place:
                # By its name in brackets: a record of NumPy has a `size` of its own, which is 1.
                persons[i] = household["size"]
                welfare[i] = household.consumption / persons[i]
                i += 1
        distribution_measures(welfare, persons, line, out[place])


@making_rule
def measure_places(households, places, line, scale, out: NDArray[np.float64]) -> None:
    """Fill `out` (places, measures) in the order of `WHOLE_PLACE`; counts and dollars at the real scale."""
    measure_distribution(households, line, out)
    for i in range(len(places)):
        place = places[i]
        at_work = max(place.employment, 1e-9)
        out[i, 5] = place.firms / scale
        out[i, 6] = place.employment / scale
        out[i, 7] = place.value_added / scale
        out[i, 8] = place.exports / scale
        out[i, 9] = place.wage_bill / at_work
        out[i, 10] = place.services / scale
        out[i, 11] = place.value_added / at_work

"""The sampling design of a survey: strata, and sampling units nested in them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.scenarios.survey.design import Sample
from poverty_nodes.scenarios.survey.survey import Survey

Names = Sequence[str]


def sample_of_firms(survey: Survey, weights: NDArray[np.float64]) -> Sample:
    """Return the firms as a sample: each is a sampling unit unless units are named."""
    units, strata = _of_firms(survey, "psu"), _of_firms(survey, "stratum")
    return _sample(weights, units, strata, survey.firms.units_without)


def sample_of_workers(survey: Survey, weights: NDArray[np.float64]) -> Sample:
    """Return the workers as a sample: those of one firm, or of one named unit, are a sampling unit."""
    units = _of_workers(survey, "psu")
    if units is None and survey.map.firms is None:
        units = survey.workers.texts.get("firm")
    elif units is None:
        units = [str(at) for at in survey.employer]
    return _sample(weights, units, _of_workers(survey, "stratum"), survey.workers.units_without)


def units_that_start_again(survey: Survey) -> tuple[int, int]:
    """Return how many names of sampling units occur in several strata, and how many names there are."""
    units, strata = (_of_workers(survey, name) for name in ("psu", "stratum"))
    if units is None or strata is None:
        return 0, 0
    homes: dict[str, set[str]] = {}
    for unit, stratum in zip(units, strata, strict=True):
        homes.setdefault(unit, set()).add(stratum)
    return sum(len(each) > 1 for each in homes.values()), len(homes)


def _sample(
    weights: NDArray[np.float64],
    units: Names | None,
    strata: Names | None,
    without: Sequence[tuple[str, str]],
) -> Sample:
    """Return the rows as a sample; units without any of them still count in strata that have some."""
    rows = len(weights)
    stratum = np.zeros(rows, dtype=np.int64)
    homes = {"": 0}
    if strata is not None and rows:
        names, at = np.unique(strata, return_inverse=True)
        stratum = at.astype(np.int64)
        homes = {str(name): number for number, name in enumerate(names)}
    silent = [homes[home] for home, _ in without if home in homes]
    return Sample(weights, _nested(units, stratum), stratum, np.array(silent, dtype=np.int64))


def _nested(names: Names | None, stratum: NDArray[np.int64]) -> NDArray[np.int64]:
    """Number the sampling units within strata (n,); a row that names none is a unit of its own.

    Units are drawn within a stratum: unit 1 of the north and unit 1 of the south are two units.
    """
    if names is None or not len(names):
        return np.arange(len(stratum))
    own = [
        f"{home}\0{name or f'{at}'}\0{not name}"
        for at, (name, home) in enumerate(zip(names, stratum, strict=True))
    ]
    return np.unique(own, return_inverse=True)[1].astype(np.int64)


def _of_firms(survey: Survey, answer: str) -> Names | None:
    return survey.firms.texts.get(answer)


def _of_workers(survey: Survey, answer: str) -> Names | None:
    """Return the workers' own answers, else those of their firm."""
    own = survey.workers.texts.get(answer)
    if own is None and answer in survey.firms.texts and len(survey.workers):
        return [survey.firms.texts[answer][at] for at in survey.employer]
    return own

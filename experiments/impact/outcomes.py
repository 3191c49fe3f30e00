"""Every measure of every group in every month of every run: one array, which can be had as a tidy table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from poverty_nodes.experiments.impact.interval import Spread, by_population, over_seeds
from poverty_nodes.model.measures.groups_at_base import Numbers

if TYPE_CHECKING:
    import pyarrow as pa

    from poverty_nodes.model.result import RunResult

ARMS = ("without", "with")


@dataclass(frozen=True)
class Outcomes:
    """Monthly measures: `values` has shape (seeds, scenarios, months, measures, groups), with the labels of a run.

    NaN where a measure is not defined for a group. A comparison has the two scenarios of `ARMS`.
    """

    seeds: tuple[int, ...]
    months: NDArray[np.int32]
    measures: tuple[str, ...]
    groups: tuple[str, ...]
    values: Numbers
    units: Mapping[str, str]
    scenarios: tuple[str, ...] = ARMS

    def path(self, measure: str, group: str = "all") -> Numbers:
        """A measure by seed, scenario and month (seeds, scenarios, months); all NaN if it was not measured."""
        if measure not in self.measures or group not in self.groups:
            return np.full((len(self.seeds), len(self.scenarios), self.months.size), np.nan)
        return self.values[:, :, :, self.measures.index(measure), self.groups.index(group)]

    def of_populations(self, measure: str, group: str = "all") -> Numbers:
        """A measure as in `path`, the mean over the lives of each population (populations, scenarios, months)."""
        return by_population(self.path(measure, group), self.seeds)

    def spread(self, measure: str, group: str = "all") -> tuple[Spread, Spread, Spread]:
        """Over populations, by month: without, with, and with less without."""
        paths = self.of_populations(measure, group)
        difference = paths[:, 1] - paths[:, 0]
        return over_seeds(paths[:, 0]), over_seeds(paths[:, 1]), over_seeds(difference)

    def table(self) -> pa.Table:
        """The tidy table: scenario, draw, seed, month, measure, group, value, unit; undefined values left out.

        `draw` is 0: all inputs are at their own values, only chance differs.
        """
        import pyarrow as pa

        known = np.flatnonzero(np.isfinite(self.values))
        seed, arm, month, measure, group = np.unravel_index(known, self.values.shape)
        units = [self.units.get(name, "") for name in self.measures]
        return pa.table(
            {
                "scenario": _labels(arm, self.scenarios),
                "draw": pa.array(np.zeros(known.size, dtype=np.int32)),
                "seed": pa.array(np.asarray(self.seeds, dtype=np.int64)[seed]),
                "month": pa.array(self.months[month]),
                "measure": _labels(measure, self.measures),
                "group": _labels(group, self.groups),
                "value": pa.array(self.values.ravel()[known]),
                "unit": _labels(measure, units),
            }
        )

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The tidy table as a DataFrame, its labels as categories; made when first asked for."""
        return self.table().to_pandas()


def _labels(codes: NDArray[np.intp], labels: tuple[str, ...] | list[str]) -> pa.DictionaryArray:
    import pyarrow as pa

    # A dictionary must hold each label once: measures share their units.
    distinct = list(dict.fromkeys(labels))
    position = np.array([distinct.index(label) for label in labels], dtype=np.int16)
    return pa.DictionaryArray.from_arrays(pa.array(position[codes]), pa.array(distinct))


def outcomes_of(found: Sequence[tuple[int, int, RunResult]], label: str) -> Outcomes:
    """The outcomes of one scenario, from draw, seed and result of its runs, without a comparison."""
    first = found[0][2]
    return Outcomes(
        seeds=tuple(seed for _, seed, _ in found),
        months=first.months,
        measures=first.measures,
        groups=first.groups,
        values=np.stack([result.values for _, _, result in found])[:, None],
        units=first.units,
        scenarios=(label,),
    )

"""The answer to a paired question: tables and one headline, with nothing left to compute."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from poverty_nodes.experiments.impact.exports import (
    Ema,
    Salib,
    experiments_table,
    known_to_workbench,
    problem_of,
)
from poverty_nodes.experiments.impact.not_known import NotKnown
from poverty_nodes.experiments.impact.outcomes import Outcomes
from poverty_nodes.experiments.impact.over_draws import over_draws
from poverty_nodes.experiments.impact.terms import Terms
from poverty_nodes.model.lives import population_of
from poverty_nodes.model.measures.groups_at_base import Numbers

if TYPE_CHECKING:
    from poverty_nodes.experiments.runs.batch import Runs
    from poverty_nodes.experiments.runs.failure import FailedRun


@dataclass(frozen=True)
class Headline:
    """The change of one measure in the cluster that answers the question, in percentage points.

    `base`, `without` and `enacted` are the levels in per cent at the base month and at the end of each world.
    `agreeing` counts the populations, out of `populations`, that have the sign of the change; 0 if it has none.
    """

    measure: str
    base: float
    without: float
    enacted: float
    change: float
    low: float
    high: float
    agreeing: int
    populations: int

    @property
    def certain(self) -> bool:
        """Whether 0 lies outside the 95 % interval; false with one seed, which has none."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True)
class Comparison:
    """With the policies against without them, paired at the level of the person within each seed.

    `winners`, `ex_post` (of single lives, luck included), `cells` (node by decile), `transitions`, `cost`, `payers`,
    `acceptability`, `nodes`, `by_month` and `incidence` are the tables of the files of the same names; `monthly` holds
    all monthly measures of all runs.
    `attribution` (by component) and `channels` are empty unless `why` asked for them; `unexplained` are runs made for
    them that failed. `unmatched` is the mean number of simulated adults a seed who exist in one world only and so
    have no change of their own; `moved` is the share of the cluster's persons whose consumption differs at all
    between the worlds, however little; `conservation` is the largest money error.
    """

    question: str
    terms: Terms
    seeds: tuple[int, ...]
    headline: Headline
    winners: pd.DataFrame
    ex_post: pd.DataFrame
    transitions: pd.DataFrame
    cost: pd.DataFrame
    nodes: pd.DataFrame
    payers: pd.DataFrame
    acceptability: pd.DataFrame
    cells: pd.DataFrame
    by_month: pd.DataFrame
    incidence: pd.DataFrame
    monthly: Outcomes
    adults: float
    unmatched: float
    moved: float
    conservation: float
    attribution: pd.DataFrame = field(default_factory=pd.DataFrame)
    channels: pd.DataFrame = field(default_factory=pd.DataFrame)
    shock: pd.DataFrame = field(default_factory=pd.DataFrame)
    """What the shock itself does to persons, with the policies and without; empty unless it was asked for."""
    unexplained: tuple[FailedRun, ...] = ()
    not_known: NotKnown | None = None
    """What is not known beside the answer; None if that was not tried."""

    def with_draws(self, drawn: Runs) -> Comparison:
        """The same with acceptability over draws of the inputs beside that over seeds."""
        names = [policy.name for policy in self.terms.policies]
        rows = over_draws(drawn, names, self.terms.line.monthly, "with")
        both = [each for each in (self.acceptability, rows) if len(each)]
        return replace(self, acceptability=pd.concat(both, ignore_index=True)) if both else self

    @property
    def populations(self) -> int:
        """How many base populations the seeds are lives of: the samples that intervals are over."""
        return len({population_of(seed) for seed in self.seeds})

    @property
    def lives(self) -> int:
        """The most lives of a population; with one, luck cannot be told from the policy person by person."""
        return max(Counter(map(population_of, self.seeds)).values())

    @property
    def untouched(self) -> bool:
        """Whether the policies change nothing at all: no person's consumption and no monthly measure of any group."""
        paths = self.monthly.values
        return self.moved == 0.0 and np.array_equal(paths[:, 0], paths[:, 1], equal_nan=True)

    @property
    def outcomes(self) -> pd.DataFrame:
        """The tidy table of outcomes.parquet: scenario, draw, seed, month, measure, group, value, unit."""
        return self.monthly.frame

    def winners_of(self, dimension: str) -> pd.DataFrame:
        """The rows of one dimension ("gender", "decile"), with enough adults to report."""
        rows = self.winners[(self.winners["dimension"] == dimension) & ~self.winners["thin"]]
        return rows.reset_index(drop=True)

    def to_salib(self) -> Salib:
        """SALib's problem with the package (0 or 1) as its one factor, a row a seed and arm, last month's measures."""
        design, found = self._rows()
        return problem_of(["package"], [[0.0], [1.0]]), design[:, :1], found

    def to_ema(self) -> Ema:
        """Experiments and outcomes as the EMA Workbench has them: a row a seed and arm, each measure month by month."""
        design, _ = self._rows()
        values = [{"package": bool(row[0])} for row in design]
        paths = {name: self.monthly.path(name) for name in self.monthly.measures}
        outcomes = {name: path.reshape(-1, path.shape[-1]) for name, path in paths.items()}
        names = [policy.name for policy in self.terms.policies]
        table = experiments_table(values, design[:, 1].astype(int), names)
        return table, known_to_workbench(outcomes)

    def _rows(self) -> tuple[Numbers, dict[str, Numbers]]:
        """Package and seed by row (rows, 2), and the last month's measures of the whole cluster (rows,) by name."""
        arms = range(len(self.monthly.scenarios))
        design = np.array([[arm, seed] for seed in self.seeds for arm in arms], dtype=np.float64)
        last = {name: self.monthly.path(name)[:, :, -1].ravel() for name in self.monthly.measures}
        return design, last

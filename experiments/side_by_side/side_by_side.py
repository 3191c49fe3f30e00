"""Several packages set beside each other: the comparison of each with the baseline, and of each two with each other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import pandas as pd

from poverty_nodes.experiments.impact.assess import assess
from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.impact.outcomes import Outcomes, outcomes_of
from poverty_nodes.experiments.impact.terms import Terms
from poverty_nodes.experiments.question.packages import BASELINE
from poverty_nodes.experiments.runs.batch import Runs
from poverty_nodes.experiments.runs.store.digest import digest
from poverty_nodes.experiments.side_by_side.table import against_table, packages_table
from poverty_nodes.scenarios.scenario import Scenario

Pair = tuple[str, str]
"""A package, and what it is set against: the baseline, or a package that stands before it."""
OF_WORLDS = ("winners", "ex_post", "transitions", "by_month")
"""Tables that a pair of any two worlds has."""
OF_PACKAGES = ("cost", "payers", "acceptability", "nodes", "cells")
"""Tables that are of a package against the baseline alone: what is spent is spent in both worlds of another pair."""


@dataclass(frozen=True)
class SideBySide:
    """Packages beside each other: `comparisons` has each against the baseline and against those before it.

    `worlds` are the monthly measures of each world by its label, the baseline first; `digests` those of all runs.
    """

    comparisons: Mapping[Pair, Comparison]
    worlds: Mapping[str, Outcomes]
    digests: Mapping[tuple[str, int, int], str]

    @property
    def names(self) -> tuple[str, ...]:
        """The packages, in the order in which they were asked for."""
        return tuple(name for name, against in self.comparisons if against == BASELINE)

    @property
    def alone(self) -> dict[str, Comparison]:
        """Each package against the baseline."""
        return {name: self.comparisons[name, BASELINE] for name in self.names}

    @property
    def against_each_other(self) -> dict[Pair, Comparison]:
        """Each package against each that stands before it."""
        return {pair: each for pair, each in self.comparisons.items() if pair[1] != BASELINE}

    @property
    def terms(self) -> Terms:
        """What all share: the line, the months, the window, the shocks; policies are those of the first package."""
        return next(iter(self.comparisons.values())).terms

    @cached_property
    def packages(self) -> pd.DataFrame:
        """packages.csv: package, against, group, measure, unit, effect, low, high."""
        return packages_table(self.comparisons)

    def table(self, name: str) -> pd.DataFrame:
        """A table of a comparison for all pairs, with the columns `package` and `against` first."""
        chosen = self.comparisons if name in OF_WORLDS else _alone(self.comparisons)
        return against_table({pair: getattr(each, name) for pair, each in chosen.items()})


def _alone(comparisons: Mapping[Pair, Comparison]) -> dict[Pair, Comparison]:
    return {pair: each for pair, each in comparisons.items() if pair[1] == BASELINE}


def pairs_of(names: Sequence[str]) -> list[Pair]:
    """Each package against the baseline, then each two, the later against the earlier.

    >>> pairs_of(["slow", "fast"])
    [('slow', 'without'), ('fast', 'without'), ('fast', 'slow')]
    """
    each = [(name, BASELINE) for name in names]
    return each + [(later, earlier) for earlier, later in combinations(names, 2)]


def side_by_side(
    runs: Runs,
    scenarios: Mapping[str, Scenario] | Mapping[str, Terms],
    groups: Collection[str],
    told: Callable[[int, int], None] = lambda done, of: None,
) -> SideBySide:
    """Compare the runs of the baseline and of packages by label; `told` hears how many pairs are done, of how many.

    ValueError if two worlds have no seed in common that was finished in both.
    """
    names = [label for label in scenarios if label != BASELINE]
    pairs, comparisons = pairs_of(names), {}
    for number, (name, against) in enumerate(pairs):
        told(number, len(pairs))
        found = runs.pairs(against, name)
        comparisons[name, against] = assess(
            found, scenarios[name], groups=tuple(groups), label=name
        )
    worlds: dict[str, Outcomes] = {}
    digests: dict[tuple[str, int, int], str] = {}
    for label in scenarios:
        results = list(runs.results(label))
        worlds[label] = outcomes_of(results, label)
        digests |= {(label, draw, seed): digest(result) for draw, seed, result in results}
    return SideBySide(comparisons, worlds, digests)

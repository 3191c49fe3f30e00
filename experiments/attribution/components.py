"""Shapley shares: how much of the change of outcomes, and of the cost, is due to each component of a package."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from poverty_nodes.experiments.attribution import shapley
from poverty_nodes.experiments.attribution.base_groups import MEASURES, UNITS
from poverty_nodes.experiments.attribution.base_groups_run import Frozen, cut_down, run_frozen
from poverty_nodes.experiments.attribution.explained import Explained, named_failures
from poverty_nodes.experiments.attribution.orders import orders_of
from poverty_nodes.experiments.impact.cost import delivery
from poverty_nodes.experiments.impact.interval import by_population, over_seeds
from poverty_nodes.experiments.impact.winners import reportable
from poverty_nodes.experiments.runs.runner import Planned, execute_plan
from poverty_nodes.model.measures.crossing import dimension_of
from poverty_nodes.model.measures.groups_at_base import Numbers
from poverty_nodes.model.result import RunResult

if TYPE_CHECKING:
    from pathlib import Path

    from poverty_nodes.experiments.runs.batch import Runs
    from poverty_nodes.experiments.runs.progress import Progress
    from poverty_nodes.experiments.runs.store.store import AbstractStore
    from poverty_nodes.scenarios.scenario import Scenario

OUTCOMES = MEASURES[1:]
COSTS = ("spent", "all_payers")
"""Dollars over the whole run at the real scale: of the programmes, and with what firms and households bear."""

COLUMNS = (
    *("scenario", "outcome", "dimension", "group", "component", "shapley", "low", "high"),
    *("sign_certain", "alone", "alone_low", "alone_high", "last", "last_low", "last_high"),
    *(
        "total",
        "total_low",
        "total_high",
        "synergy",
        "synergy_low",
        "synergy_high",
        "unit",
        "seeds",
    ),
)


@dataclass(frozen=True)
class _Seed:
    """The parts (`shapley`, `alone`, `last`; components, numbers) of one seed, and what the whole package does."""

    shapley: Numbers
    alone: Numbers
    last: Numbers
    total: Numbers


def attribute(
    runs: Runs,
    scenario: Scenario,
    store: AbstractStore | str | Path | None,
    workers: int | None = None,
    progress: Progress | None = None,
    groups: Sequence[str] = (),
) -> Explained:
    """The table of attribution.csv for the package of `scenario`, whose full runs with and without are in `runs`.

    Makes a run for each set of components and seed that is still missing. Columns are `COLUMNS`: `alone` is what a
    component does without the others, `last` what it adds to them, `total` what the package does and `synergy` the
    total less the sum of what each does alone. A seed with a failed run is left out; an empty table if none is left.
    """
    components = [policy.name for policy in scenario.policies]
    if not components:
        return Explained(pd.DataFrame(columns=list(COLUMNS)))
    orders = {seed: orders_of(len(components), seed) for _, _, seed in runs.keys}
    plan = list(_plan(scenario, orders))
    made = execute_plan(plan, store, run_frozen, workers, progress)
    failures = named_failures(made, "components")
    found: dict[int, _Seed] = {}
    labels: tuple[str, ...] = ()
    adults: Numbers = np.zeros(0)
    for seed, without, enacted in runs.pairs():
        names = [(label(part), 0, seed) for part in _partial(len(components), orders[seed])]
        if any(name in made.failed for name in names):
            continue
        bare = cut_down(without, scenario)
        results = {0: bare, (1 << len(components)) - 1: cut_down(enacted, scenario)}
        results |= {int(name[0], 2): made.result(name[0], seed) for name in names}
        labels, adults = bare.groups, bare.values[0, 0]
        found[seed] = _one_seed(results, components, orders[seed])
    if not found:
        return Explained(pd.DataFrame(columns=list(COLUMNS)), failures)
    shown = [
        each and (not groups or dimension_of(name) in {"all", "decile", "place", *groups})
        for name, each in zip(labels, reportable(adults), strict=True)
    ]
    return Explained(_table(found, components, labels, np.asarray(shown), "with"), failures)


def runs_needed(components: int, seeds: Sequence[int]) -> int:
    """How many runs an attribution asks for besides those with and without the whole package."""
    return sum(len(_partial(components, orders_of(components, seed))) for seed in seeds)


def label(part: int) -> str:
    """The name of a set of components in a plan: its bits."""
    return f"{part:b}"


def _partial(components: int, orders: Sequence[shapley.Order] | None) -> list[int]:
    """The sets that are neither none nor all: those two are the full runs of the comparison."""
    whole = (1 << components) - 1
    return [each for each in shapley.sets_needed(components, orders) if each not in (0, whole)]


def _plan(
    scenario: Scenario, orders: Mapping[int, Sequence[shapley.Order] | None]
) -> Iterator[Planned[Frozen]]:
    """All sets under the first seed, then the second: they share a base month, which is drawn once."""
    policies = scenario.policies
    made: dict[int, Frozen] = {}
    for seed, chosen in orders.items():
        for part in _partial(len(policies), chosen):
            if part not in made:
                kept = tuple(each for bit, each in enumerate(policies) if part >> bit & 1)
                made[part] = Frozen(replace(scenario, policies=kept))
            yield Planned(label(part), 0, seed, made[part])


def _one_seed(
    results: Mapping[int, RunResult],
    components: Sequence[str],
    orders: Sequence[shapley.Order] | None,
) -> _Seed:
    value = {part: _numbers(result, components) for part, result in results.items()}
    parts = len(components)
    return _Seed(
        shapley=shapley.shares(value, parts, orders),
        alone=shapley.alone(value, parts),
        last=shapley.last(value, parts),
        total=value[(1 << parts) - 1] - value[0],
    )


def _numbers(result: RunResult, components: Sequence[str]) -> Numbers:
    """Outcomes of all groups, one after another, then the costs of the package."""
    books = delivery(result.programme, components)
    costs = [books[:, 0].sum(), books[:, :3].sum()]
    return np.concatenate([result.values[0, 1:].ravel(), costs])


def _table(
    found: Mapping[int, _Seed],
    components: Sequence[str],
    labels: Sequence[str],
    shown: Numbers,
    scenario: str,
) -> pd.DataFrame:
    spreads = {
        name: over_seeds(by_population(np.stack([read(each) for each in found.values()]), [*found]))
        for name, read in _PARTS.items()
    }
    rows: list[dict[str, object]] = []
    for number, (outcome, group) in enumerate(_places(labels)):
        if group != "all" and (outcome == "poor_households" or not shown[labels.index(group)]):
            continue
        for position, component in enumerate(components):
            row: dict[str, object] = {"scenario": scenario, "outcome": outcome}
            row |= {"dimension": dimension_of(group), "group": group, "component": component}
            for name, spread in spreads.items():
                at = (position, number) if spread.mean.ndim == 2 else (number,)
                prefix = "" if name == "shapley" else f"{name}_"
                row |= {name: spread.mean[at], f"{prefix}low": spread.low[at]}
                row |= {f"{prefix}high": spread.high[at]}
            row["sign_certain"] = spreads["shapley"].sign_certain[position, number]
            row |= {"unit": UNITS.get(outcome, "dollars over the run"), "seeds": len(found)}
            rows.append(row)
    return pd.DataFrame(rows, columns=list(COLUMNS))


_PARTS: dict[str, Callable[[_Seed], Numbers]] = {
    "shapley": lambda each: each.shapley,
    "alone": lambda each: each.alone,
    "last": lambda each: each.last,
    "total": lambda each: each.total,
    "synergy": lambda each: each.total - each.alone.sum(axis=0),
}


def _places(labels: Sequence[str]) -> list[tuple[str, str]]:
    """Outcome and group of each number of `_numbers`."""
    found = [(outcome, group) for outcome in OUTCOMES for group in labels]
    return [*found, *((cost, "all") for cost in COSTS)]

"""What the package of each point spends, what it cannot spend of its budget, and what it brings for that money.

Everything is counted as in `cost.csv` of a comparison: in the cluster, over the whole run, at the real scale. Intervals
are of chance over seeds, with every input at its own value (draw 0).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from poverty_nodes.experiments.impact.cost import (
    AMOUNTS,
    PACKAGE,
    Programme,
    delivery,
    of_the_budget,
    with_ends,
)
from poverty_nodes.experiments.impact.interval import (
    Numbers,
    over_seeds,
    seeds_to_decide,
    yield_ratio,
)
from poverty_nodes.experiments.sweeps.doses import dose
from poverty_nodes.experiments.sweeps.sweep import Point, Sweep
from poverty_nodes.model.result import RunResult

EFFECTS = ("gap_closed", "consumption_gained")
"""Dollars of poverty gap closed and of consumption gained in the cluster over all months."""

PAYERS = {"dollar": 1, "dollar_of_all_payers": 3}
"""How many of the first `AMOUNTS` a dollar is of: the programme's, or also what firms and households bear."""


@dataclass
class Books:
    """What is kept of each run with the inputs at their own values, by point, arm and seed."""

    totals: dict[tuple[int, str, int], tuple[float, float]] = field(default_factory=dict)
    """Dollars of poverty gap and of consumption over all months after the base month."""
    programmes: dict[tuple[int, int], Programme] = field(default_factory=dict)
    gaps: dict[tuple[int, str, int], dict[str, float]] = field(default_factory=dict)
    """Dollars of poverty gap by group, of the groups that are kept besides all."""
    lines: dict[int, float] = field(default_factory=dict)
    """The poverty line of each point, dollars a person a month."""

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups besides all whose gaps are kept of every run."""
        kept = [set(each) for each in self.gaps.values()]
        return tuple(sorted(set.intersection(*kept))) if kept else ()

    def see(self, point: Point, arm: str, seed: int, result: RunResult) -> None:
        """Keep what is needed of a run."""
        if point.number not in self.lines:
            scenario = next(iter(point.question.to_scenarios().values()))
            self.lines[point.number] = scenario.line_monthly()
        self.totals[point.number, arm, seed] = totals(result, self.lines[point.number])
        self.gaps[point.number, arm, seed] = {
            group: totals(result, self.lines[point.number], group)[0]
            for group in result.groups
            if group != "all"
        }
        if arm == "with":
            self.programmes[point.number, seed] = result.programme


def totals(result: RunResult, line: float, group: str = "all") -> tuple[float, float]:
    """Dollars of poverty gap below a line (dollars a person a month), and of consumption, over all months."""
    people = result.series("people", group)
    weight = np.diff(result.months, prepend=result.months[:1])
    gap = np.nan_to_num(people * result.series("P1", group) * line)
    consumed = np.nan_to_num(people * result.series("mean_welfare", group))
    return float(gap @ weight), float(consumed @ weight)


def packages_table(
    sweep: Sweep, books: Books, names: Mapping[int, Mapping[str, object]]
) -> pd.DataFrame:
    """packages.csv: a row for the whole package of each point, below it one for each of several policies.

    `names` has the cells of the swept keys by point. Points without a policy are left out.
    """
    rows: list[dict[str, object]] = []
    closed: dict[int, dict[int, float]] = {}
    for point in sweep.points:
        policies = point.question.package
        seeds = sorted(
            seed
            for number, seed in books.programmes
            if number == point.number and (number, "without", seed) in books.totals
        )
        if not policies or not seeds:
            continue
        effects = _effects(books, point.number, seeds)
        closed[point.number] = dict(zip(seeds, effects["gap_closed"].tolist(), strict=True))
        programmes = [books.programmes[point.number, seed] for seed in seeds]
        paid = np.stack(
            [delivery(each, [policy.name for policy in policies]) for each in programmes]
        )
        budgets = [_number(policy.budget) for policy in policies]
        head: dict[str, object] = {"point": point.number, **names[point.number]}
        head |= {"dose": point.question.dose}
        whole = _money(paid.sum(axis=1), float(np.sum(budgets)))
        whole |= _for_the_budget(effects["gap_closed"], float(np.sum(budgets)))
        whole |= dose(policies[0], paid[:, 0, 0]) if len(policies) == 1 else {}
        rows.append(head | {"part": PACKAGE} | whole | _brought(effects, paid.sum(axis=1)))
        if len(policies) > 1:
            rows += [
                head
                | {"part": policy.name}
                | _money(paid[:, at], budgets[at])
                | dose(policy, paid[:, at, 0])
                for at, policy in enumerate(policies)
            ]
    return _ranked(pd.DataFrame(rows), closed) if rows else pd.DataFrame(rows)


def whole_packages(table: pd.DataFrame) -> pd.DataFrame:
    """The rows of whole packages, from the largest part of the gap closed down."""
    return table[table["part"] == PACKAGE].sort_values(["rank", "point"]) if len(table) else table


def _effects(books: Books, number: int, seeds: list[int]) -> dict[str, Numbers]:
    without, enacted = (
        np.array([books.totals[number, arm, seed] for seed in seeds]) for arm in ("without", "with")
    )
    return {
        "gap_closed": without[:, 0] - enacted[:, 0],
        "consumption_gained": enacted[:, 1] - without[:, 1],
    }


def _money(paid: Numbers, budget: float) -> dict[str, object]:
    """Spending of (seeds, FIELDS), the budget and what is left of it."""
    assert AMOUNTS[0] == "spent"
    row = with_ends("spent", paid[:, 0]) | of_the_budget(budget, paid[:, 0])
    return row | with_ends("all_payers", paid[:, :3].sum(axis=1))


def _for_the_budget(closed: Numbers, budget: float) -> dict[str, object]:
    """The gap closed for each dollar of the budget, spent or not."""
    over = budget if budget > 0 else np.nan
    return with_ends("gap_closed_per_budget_dollar", closed / over)


def _brought(effects: Mapping[str, Numbers], paid: Numbers) -> dict[str, object]:
    row: dict[str, object] = {}
    for name in EFFECTS:
        row |= with_ends(name, effects[name])
        for unit, parties in PAYERS.items():
            ratio, column = (
                yield_ratio(effects[name], paid[:, :parties].sum(axis=1)),
                f"{name}_per_{unit}",
            )
            row |= {column: ratio.value, f"{column}_low": ratio.low, f"{column}_high": ratio.high}
    return row | with_ends("net_gain", effects["consumption_gained"] - paid[:, 0])


def _ranked(table: pd.DataFrame, closed: Mapping[int, Mapping[int, float]]) -> pd.DataFrame:
    """Add rank, verdict, distance to the first over the seeds that both have, and how many seeds would decide it."""
    return ranked(table, table[table["part"] == PACKAGE], closed)


def ranked(
    table: pd.DataFrame, whole: pd.DataFrame, closed: Mapping[int, Mapping[int, float]]
) -> pd.DataFrame:
    """The table with the order of the rows `whole` by gap closed, from the gap closed by point and seed.

    One statistic has rank, interval and verdict: how much less of the gap a package closes than the first, seed by
    seed. It is `behind` if the interval leaves out 0, else `undecided`.
    """
    first = int(whole.loc[whole["gap_closed"].idxmax(), "point"])
    table["rank"] = whole["gap_closed"].rank(ascending=False, method="min")
    for at, number in whole["point"].items():
        mine = closed[int(number)]
        both = [seed for seed in closed[first] if seed in mine]
        found = over_seeds([closed[first][seed] - mine[seed] for seed in both])
        for name, value in (("", found.mean), ("_low", found.low), ("_high", found.high)):
            table.loc[at, f"behind_first{name}"] = float(value) if both else np.nan
        needed = seeds_to_decide([closed[first][seed] - mine[seed] for seed in both])
        table.loc[at, "seeds_to_decide"] = np.nan if number == first else needed
        behind = "behind" if found.low > 0 else "undecided"
        table.loc[at, "verdict"] = "first" if number == first else behind
    return table


def _number(budget: float | None) -> float:
    return np.nan if budget is None else float(budget)

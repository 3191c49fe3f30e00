"""What each policy spends, how many it reaches, and what the package pays for a household lifted out of poverty.

Effects belong to the package: with several policies only the row of the whole package has a cost for each unit of
effect. Effects are counted in the cluster; spending wherever the policy acts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from poverty_nodes.experiments.impact.interval import cost_ratio, over_seeds
from poverty_nodes.experiments.impact.outcomes import Outcomes
from poverty_nodes.experiments.impact.paired import Pair
from poverty_nodes.model.measures.groups_at_base import Numbers

PACKAGE = "whole package"
NO_REDUCTION = "no reduction"
"""Stands where the effect is not positive with certainty, so that a cost for each unit of it has no meaning."""

AMOUNTS = ("spent", "spent_firms", "spent_households", "repaid", "defaulted")
COUNTS = ("eligible", "reached", "reached_nonpoor", "poor_eligible", "poor_unreached")
FIELDS = (*AMOUNTS, *COUNTS)
"""The numbers of a policy's row in a result: dollars over the whole run and units reached, at the real scale."""

Programme = Sequence[Mapping[str, float | str]]


def delivery(programme: Programme, policies: Sequence[str]) -> Numbers:
    """A run's programme as numbers (policies, FIELDS); 0 for a policy that never began."""
    rows = {str(row["policy"]): row for row in programme}
    return np.array(
        [[float(rows.get(name, {}).get(field, 0.0)) for field in FIELDS] for name in policies]
    ).reshape(len(policies), len(FIELDS))


def mean_programme(lives: Sequence[Programme]) -> Programme:
    """The programme of a population: of each number of each policy the mean over lives, 0 where it never began."""
    if len(lives) == 1:
        return lives[0]
    found: dict[str, list[Mapping[str, float | str]]] = {}
    for programme in lives:
        for row in programme:
            found.setdefault(str(row["policy"]), []).append(row)
    return [
        {
            key: _mean_over_lives(key, [row[key] for row in rows if key in row], len(lives))
            for key in rows[0]
        }
        for rows in found.values()
    ]


def _mean_over_lives(key: str, values: Sequence[float | str], lives: int) -> float | str:
    if isinstance(values[0], str):
        return values[0]
    return sum(map(float, values)) / (lives if key in FIELDS else len(values))


def households_lifted(pair: Pair, scale: float) -> float:
    """Real households of the cluster that are poor without and not with, less those the other way round.

    Counted month by month and averaged over the last months: a household poor in half of them is half a household.
    """
    rows = np.flatnonzero(pair.in_cluster)
    _, first = np.unique(pair.household[rows], return_index=True)
    one_each = rows[first]
    return float((pair.poverty_without - pair.poverty_with)[one_each, 0].sum()) / scale


def households_of(pair: Pair, scale: float) -> float:
    """Real households of the cluster at the base month."""
    return float(np.unique(pair.household[pair.in_cluster]).size) / scale


def gap_closed(outcomes: Outcomes, line: float) -> Numbers:
    """Dollars of poverty gap closed in the cluster over all months after the base month, by seed (seeds,)."""
    people, gap = outcomes.path("people"), outcomes.path("P1")
    shortfall = np.nan_to_num(people * gap * line)
    weight = np.diff(outcomes.months, prepend=outcomes.months[:1])
    return ((shortfall[:, 0] - shortfall[:, 1]) * weight).sum(axis=1)


def cost_table(
    programme: Sequence[Programme],
    policies: Sequence[str],
    lifted: Numbers,
    closed: Numbers,
    scenario: str,
    gained: Numbers | None = None,
) -> pd.DataFrame:
    """A row a policy and one for the package, from each seed's programme, households lifted and gap closed.

    `gained` (seeds,) are dollars of consumption gained in the cluster over the run: `net_gain` is what is left of
    them when the programme's spending is taken off.
    """
    if not policies:
        return pd.DataFrame(columns=["scenario", "policy", "payer", "spent"])
    numbers = np.stack([delivery(each, policies) for each in programme])
    parties = {str(row["policy"]): row for each in programme for row in each}
    rows = []
    for position, name in enumerate(policies):
        found = parties.get(name, {})
        row: dict[str, object] = {"scenario": scenario, "policy": name}
        row |= {
            "payer": str(found.get("payer", "")),
            "reaches": str(found.get("reaches", "people")),
        }
        row |= {"first_month": found.get("first_month", np.nan)}
        row |= _amounts(numbers[:, position]) | _reach(numbers[:, position])
        row |= of_the_budget(float(found.get("budget", np.nan)), numbers[:, position, 0])
        alone = len(policies) == 1
        effects = _effects(numbers[:, position], lifted, closed, gained)
        rows.append(row | (effects if alone else {}))
    if len(policies) > 1:
        row = {"scenario": scenario, "policy": PACKAGE, "payer": _joined(rows, "payer")}
        row["first_month"] = min(float(str(each["first_month"])) for each in rows)
        together = numbers.sum(axis=1)
        budget = sum(float(str(each["budget"])) for each in rows)
        row |= _amounts(together) | of_the_budget(budget, together[:, 0])
        rows.append(row | _effects(together, lifted, closed, gained))
    return pd.DataFrame(rows)


def of_the_budget(budget: float, spent: Numbers) -> dict[str, object]:
    """The budget and the part of it that could not be spent, as a mean over seeds; empty without a budget.

    Losses on loans are not known beforehand, so that a policy can spend more than its budget.
    """
    return {"budget": budget, "unspent": float(np.maximum(budget - spent, 0.0).mean())}


def _joined(rows: Sequence[Mapping[str, object]], key: str) -> str:
    return " and ".join(dict.fromkeys(str(row[key]) for row in rows if row[key]))


def _amounts(numbers: Numbers) -> dict[str, object]:
    row: dict[str, object] = {}
    for position, name in enumerate(AMOUNTS):
        row |= with_ends(name, numbers[:, position])
    return row | with_ends("all_payers", numbers[:, :3].sum(axis=1))


def _reach(numbers: Numbers) -> dict[str, object]:
    eligible, reached, nonpoor, poor, missed = numbers[:, len(AMOUNTS) :].T
    row: dict[str, object] = {"eligible": eligible.mean(), "reached": reached.mean()}
    row |= with_ends("inclusion_error", _share(nonpoor, reached))
    return row | with_ends("exclusion_error", _share(missed, poor))


def _effects(
    numbers: Numbers, lifted: Numbers, closed: Numbers, gained: Numbers | None
) -> dict[str, object]:
    payers = {"cost": numbers[:, 0], "all_payers_cost": numbers[:, :3].sum(axis=1)}
    row: dict[str, object] = {}
    for effect, samples, unit in (
        ("households_lifted", lifted, "household_lifted"),
        ("gap_closed", closed, "gap_dollar_closed"),
    ):
        row |= with_ends(effect, samples)
        for cost, paid in payers.items():
            ratio, name = cost_ratio(paid, samples), f"{cost}_per_{unit}"
            row |= {name: ratio.value, f"{name}_low": ratio.low, f"{name}_high": ratio.high}
        row[f"{effect}_verdict"] = "reduction" if over_seeds(samples).low > 0 else NO_REDUCTION
    if gained is not None:
        row |= with_ends("consumption_gained", gained)
        row |= with_ends("net_gain", gained - numbers[:, 0])
    return row


def with_ends(name: str, samples: Numbers) -> dict[str, object]:
    """The columns `name`, `name_low` and `name_high` of a number over seeds (seeds,)."""
    found = over_seeds(samples)
    return {
        name: float(found.mean),
        f"{name}_low": float(found.low),
        f"{name}_high": float(found.high),
    }


def _share(part: Numbers, whole: Numbers) -> Numbers:
    return np.divide(part, whole, out=np.full(part.shape, np.nan), where=whole > 0)

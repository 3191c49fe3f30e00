"""From pairs of runs to the answer, one pair at a time, so that persons of one seed only are in memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from poverty_nodes.experiments.impact.acceptability import acceptability_table
from poverty_nodes.experiments.impact.by_month import by_month_table, consumption_gained
from poverty_nodes.experiments.impact.cells import cell_sums, cells_table
from poverty_nodes.experiments.impact.comparison import Comparison, Headline
from poverty_nodes.experiments.impact.cost import (
    Programme,
    cost_table,
    delivery,
    gap_closed,
    households_lifted,
    households_of,
)
from poverty_nodes.experiments.impact.incidence import incidence_curves, incidence_table
from poverty_nodes.experiments.impact.nodes import nodes_table
from poverty_nodes.experiments.impact.outcomes import Outcomes
from poverty_nodes.experiments.impact.paired import pair_up, share_moved
from poverty_nodes.experiments.impact.payers import payers_table
from poverty_nodes.experiments.impact.terms import Terms
from poverty_nodes.experiments.impact.transitions import group_moves, transitions_table
from poverty_nodes.experiments.impact.winners import COLUMNS, group_sums, winners_table
from poverty_nodes.model.measures.groups_at_base import ALL_DIMENSIONS, Numbers
from poverty_nodes.model.result import RunResult

if TYPE_CHECKING:
    from poverty_nodes.scenarios.scenario import Scenario

Runs = Iterable[tuple[int, RunResult, RunResult]]


@dataclass(frozen=True)
class _Seed:
    """What is kept of one seed."""

    labels: tuple[str, ...]
    sums: Numbers
    moves: Numbers
    curves: Numbers
    cells: tuple[tuple[str, ...], Numbers]
    lifted: float
    households: float
    unmatched: int
    moved: float
    values: Numbers
    programme: Programme
    conservation: float


def assess(
    runs: Runs,
    scenario: Scenario | Terms,
    question: str = "",
    groups: Sequence[str] = ALL_DIMENSIONS,
    label: str = "with",
) -> Comparison:
    """Compare (seed, without, with) triples, in any order of seeds, under the scenario with the policies.

    `groups` are the dimensions (of `ALL_DIMENSIONS`) of the tables of persons; all, place and the deciles of
    base welfare always are there. `label` names the scenario in the tables. ValueError if there is no pair at
    all, a seed stands twice, or two results do not measure the same.
    """
    terms = scenario if isinstance(scenario, Terms) else Terms.of(scenario)
    unknown = [name for name in groups if name not in ALL_DIMENSIONS]
    if unknown:
        raise ValueError(f"no such dimension: {', '.join(unknown)}; {', '.join(ALL_DIMENSIONS)}")
    shown = {"all", "decile", "place", *groups}
    found: dict[int, _Seed] = {}
    frame: RunResult | None = None
    for seed, without, enacted in runs:
        if seed in found:
            raise ValueError(f"seed {seed} stands twice")
        frame = frame or without
        _same_frame(frame, without, seed)
        _same_frame(frame, enacted, seed)
        found[seed] = _one_seed(seed, without, enacted, terms)
    if frame is None:
        raise ValueError("there is no finished pair of runs to compare")
    seeds = tuple(sorted(found))
    return _compared(question, terms, seeds, [found[seed] for seed in seeds], frame, label, shown)


def _one_seed(seed: int, without: RunResult, enacted: RunResult, terms: Terms) -> _Seed:
    pair, line = pair_up(seed, without, enacted), terms.line.monthly
    return _Seed(
        labels=tuple(pair.members),
        sums=group_sums(pair, line),
        moves=group_moves(pair, line),
        curves=incidence_curves(pair),
        cells=cell_sums(pair, line),
        lifted=households_lifted(pair, line, terms.scale),
        households=households_of(pair, terms.scale),
        unmatched=pair.unmatched,
        moved=share_moved(pair),
        values=np.stack([without.values, enacted.values]),
        programme=enacted.programme,
        conservation=max(without.conservation, enacted.conservation),
    )


def _same_frame(first: RunResult, other: RunResult, seed: int) -> None:
    same = np.array_equal(first.months, other.months)
    if not (same and first.measures == other.measures and first.groups == other.groups):
        raise ValueError(f"seed {seed}: its months, measures or groups are not those of the first")


def _compared(
    question: str,
    terms: Terms,
    seeds: tuple[int, ...],
    found: Sequence[_Seed],
    frame: RunResult,
    label: str,
    shown: set[str],
) -> Comparison:
    sums = np.stack([each.sums for each in found])
    moves = np.stack([each.moves for each in found])
    persons = sums[:, :, COLUMNS.index("persons")]
    # A group that nobody is in, in any seed, would be a row of blanks.
    kept = np.flatnonzero(persons.sum(axis=0) > 0)
    labels = [found[0].labels[position] for position in kept]
    everyone = winners_table(labels, sums[:, kept], label)
    crossing = transitions_table(labels, moves[:, :, kept], persons[:, kept], label)
    thick = everyone.loc[~everyone["thin"], "group"]
    values = np.stack([each.values for each in found])
    monthly = Outcomes(seeds, frame.months, frame.measures, frame.groups, values, frame.units)
    lifted = np.array([each.lifted for each in found])
    closed = gap_closed(monthly, terms.line.monthly)
    policies = [policy.name for policy in terms.policies]
    programmes = [each.programme for each in found]
    books = np.stack([delivery(each, policies).sum(axis=0) for each in programmes])
    costs = {"spent": books[:, 0], "all_payers": books[:, :3].sum(axis=1)}
    effects = {"household_lifted": lifted, "gap_dollar_closed": closed}
    return Comparison(
        question=question,
        terms=terms,
        seeds=seeds,
        headline=_headline(everyone, len(seeds)),
        winners=_shown(everyone, shown),
        transitions=_shown(crossing, shown),
        cost=cost_table(
            programmes, policies, lifted, closed, label, consumption_gained(monthly)[:, -1]
        ),
        nodes=nodes_table(monthly, terms.window, label, set(thick)),
        payers=payers_table(
            programmes,
            policies,
            float(np.mean([each.households for each in found])),
            terms.months,
            label,
        ),
        acceptability=acceptability_table(costs if policies else {}, effects, "seeds", label),
        cells=cells_table(found[0].cells[0], np.stack([each.cells[1] for each in found]), label),
        by_month=by_month_table(monthly, label, set(thick)),
        incidence=incidence_table(np.stack([each.curves for each in found]), label),
        monthly=monthly,
        adults=float(sums[:, 0, COLUMNS.index("adults")].mean()),
        unmatched=float(np.mean([each.unmatched for each in found])),
        moved=float(np.mean([each.moved for each in found])),
        conservation=max(each.conservation for each in found),
    )


def _shown(table: pd.DataFrame, dimensions: set[str]) -> pd.DataFrame:
    return table[table["dimension"].isin(dimensions)].reset_index(drop=True)


def _headline(winners: pd.DataFrame, seeds: int) -> Headline:
    row = winners.iloc[0]
    return Headline(
        measure="P0",
        base=float(row["P0_base"]),
        without=float(row["P0_without"]),
        enacted=float(row["P0_with"]),
        change=float(row["P0_change"]),
        low=float(row["P0_change_low"]),
        high=float(row["P0_change_high"]),
        agreeing=round(float(np.nan_to_num(row["P0_sign_certain"])) * seeds),
        seeds=seeds,
    )

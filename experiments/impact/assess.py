"""From pairs of runs to the answer, one pair at a time; of each person only consumption is kept until the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from poverty_nodes.experiments.impact.acceptability import acceptability_table
from poverty_nodes.experiments.impact.by_month import by_month_table, consumption_gained
from poverty_nodes.experiments.impact.cells import cells_table
from poverty_nodes.experiments.impact.collected import Collected
from poverty_nodes.experiments.impact.comparison import Comparison, Headline
from poverty_nodes.experiments.impact.cost import cost_table, delivery, gap_closed
from poverty_nodes.experiments.impact.ex_post import ex_post_table
from poverty_nodes.experiments.impact.incidence import incidence_floor, incidence_table
from poverty_nodes.experiments.impact.interval import by_population
from poverty_nodes.experiments.impact.nodes import nodes_table
from poverty_nodes.experiments.impact.outcomes import Outcomes
from poverty_nodes.experiments.impact.payers import payers_table
from poverty_nodes.experiments.impact.shares import shares_of
from poverty_nodes.experiments.impact.terms import Terms
from poverty_nodes.experiments.impact.transitions import transitions_table
from poverty_nodes.experiments.impact.winners import COLUMNS, winners_table
from poverty_nodes.model.measures.crossing import ALL_DIMENSIONS, Crossing, is_crossing
from poverty_nodes.model.result import RunResult

if TYPE_CHECKING:
    from poverty_nodes.scenarios.scenario import Scenario

Runs = Iterable[tuple[int, RunResult, RunResult]]


def assess(
    runs: Runs,
    scenario: Scenario | Terms,
    question: str = "",
    groups: Sequence[str] = ALL_DIMENSIONS,
    label: str = "with",
) -> Comparison:
    """Compare (seed, without, with) triples, in any order of seeds, under the scenario with the policies.

    `groups` are the dimensions (of `ALL_DIMENSIONS`, or crossings that the runs have measured) of the tables of
    persons; all, place and the deciles of base welfare always are there. `label` names the scenario in the tables.
    ValueError if there is no pair at all, a seed stands twice, or two results do not measure the same.
    """
    terms = scenario if isinstance(scenario, Terms) else Terms.of(scenario)
    unknown = [name for name in groups if name not in ALL_DIMENSIONS and not is_crossing(name)]
    if unknown:
        raise ValueError(f"no such dimension: {', '.join(unknown)}; {', '.join(ALL_DIMENSIONS)}")
    crossed = (Crossing.read(name).dimension if is_crossing(name) else name for name in groups)
    shown = {"all", "decile", "place", *crossed}
    found, frame = Collected(terms), None
    for seed, without, enacted in runs:
        frame = frame or without
        _same_frame(frame, without, seed)
        _same_frame(frame, enacted, seed)
        found.add(seed, without, enacted)
    if frame is None:
        raise ValueError("there is no finished pair of runs to compare")
    return _compared(question, terms, found, frame, label, shown)


def _same_frame(first: RunResult, other: RunResult, seed: int) -> None:
    same = np.array_equal(first.months, other.months)
    if not (same and first.measures == other.measures and first.groups == other.groups):
        raise ValueError(f"seed {seed}: its months, measures or groups are not those of the first")


def _compared(
    question: str,
    terms: Terms,
    found: Collected,
    frame: RunResult,
    label: str,
    shown: set[str],
) -> Comparison:
    sums, moves = found.mean(lambda each: each.sums), found.mean(lambda each: each.moves)
    people = found.people()
    shares = shares_of(people)
    persons = sums[:, :, COLUMNS.index("persons")]
    # A group that nobody is in, in any seed, would be a row of blanks.
    kept = np.flatnonzero(persons.sum(axis=0) > 0)
    labels, groups = [found.labels[position] for position in kept], len(found.labels)
    of_groups = None if shares is None else shares.of_groups(kept)
    of_cells = (
        None if shares is None else shares.of_groups(np.arange(groups, groups + len(found.cells)))
    )
    everyone = winners_table(labels, sums[:, kept], label, of_groups)
    crossing = transitions_table(labels, moves[:, :, kept], persons[:, kept], label, of_groups)
    reportable = everyone.loc[~everyone["thin"], "group"]
    monthly = Outcomes(
        found.seeds, frame.months, frame.measures, frame.groups, found.each(lambda each: each.values),
        frame.units,
    )  # fmt: skip
    floor = None if shares is None else np.stack([incidence_floor(each) for each in people])
    return Comparison(
        question=question,
        terms=terms,
        seeds=found.seeds,
        headline=_headline(everyone, len(people)),
        winners=_shown(everyone, shown),
        ex_post=_shown(
            ex_post_table(labels, sums[:, kept], moves[:, :, kept], label, of_groups), shown
        ),
        transitions=_shown(crossing, shown),
        **_costs(terms, found, monthly, label),
        nodes=nodes_table(monthly, terms.window, label, set(reportable)),
        cells=cells_table(found.cells, found.mean(lambda each: each.cells), label, of_cells),
        by_month=by_month_table(monthly, label, set(reportable)),
        incidence=incidence_table(found.mean(lambda each: each.curves), label, floor),
        monthly=monthly,
        adults=float(sums[:, 0, COLUMNS.index("adults")].mean()),
        unmatched=float(found.mean(lambda each: each.unmatched).mean()),
        moved=float(found.mean(lambda each: each.moved).mean()),
        conservation=max(each.conservation for each in found.found.values()),
    )


def _costs(
    terms: Terms, found: Collected, monthly: Outcomes, label: str
) -> dict[str, pd.DataFrame]:
    """The tables of what the package costs, by the field of a comparison."""
    policies = [policy.name for policy in terms.policies]
    programmes = found.programmes()
    lifted = found.mean(lambda each: each.lifted)
    closed = by_population(gap_closed(monthly, terms.line.monthly), found.seeds)
    gained = by_population(consumption_gained(monthly)[:, -1], found.seeds)
    books = np.stack([delivery(each, policies).sum(axis=0) for each in programmes])
    costs = {"spent": books[:, 0], "all_payers": books[:, :3].sum(axis=1)}
    effects = {"household_lifted": lifted, "gap_dollar_closed": closed}
    households = float(found.mean(lambda each: each.households).mean())
    return {
        "cost": cost_table(programmes, policies, lifted, closed, label, gained),
        "payers": payers_table(programmes, policies, households, terms.months, label),
        "acceptability": acceptability_table(costs if policies else {}, effects, "seeds", label),
    }


def _shown(table: pd.DataFrame, dimensions: set[str]) -> pd.DataFrame:
    return table[table["dimension"].isin(dimensions)].reset_index(drop=True)


def _headline(winners: pd.DataFrame, populations: int) -> Headline:
    row = winners.iloc[0]
    return Headline(
        measure="P0",
        base=float(row["P0_base"]),
        without=float(row["P0_without"]),
        enacted=float(row["P0_with"]),
        change=float(row["P0_change"]),
        low=float(row["P0_change_low"]),
        high=float(row["P0_change_high"]),
        agreeing=round(float(np.nan_to_num(row["P0_sign_certain"])) * populations),
        populations=populations,
    )

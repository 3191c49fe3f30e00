"""The measures of a set over seeds: the tables of deprivation.csv, and the column of nodes.csv."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from poverty_nodes.experiments.capabilities.deprivation_set import DeprivationSet
from poverty_nodes.experiments.capabilities.measures import FLOWS, MOMENTS, measured, rows_of
from poverty_nodes.experiments.capabilities.profile import Numbers, profile
from poverty_nodes.experiments.capabilities.tally import Tally, bits
from poverty_nodes.experiments.impact.interval import Spread, by_population, over_seeds
from poverty_nodes.experiments.impact.winners import LEAST_REPORTABLE
from poverty_nodes.model.measures.crossing import dimension_of

COLUMNS = (
    *("scenario", "set", "dimension", "group", "n", "simulated", "thin", "measure", "indicator"),
    *("base", "without", "with", "change", "low", "high", "sign_certain"),
)
"""Of deprivation.csv. All measures are shares; a flow (`FLOWS`) has its size under `change`."""


def own_weights(chosen: DeprivationSet) -> Numbers:
    """The weights of a set's indicators of the model, in their order (indicators,)."""
    return np.array(list(chosen.weights.values()))


def over_tallies(samples: Numbers, tallies: Sequence[Tally]) -> Spread:
    """The mean over the first axis of `samples`, one of each tally, with its interval over base populations."""
    return over_seeds(by_population(samples, [each.seed for each in tallies]))


def deprivation_table(
    tallies: Sequence[Tally], chosen: DeprivationSet, dimensions: set[str], scenario: str
) -> pd.DataFrame:
    """A row a group, measure and indicator, over the seeds; groups that nobody is in are left out."""
    rows = rows_of(tuple(chosen.of_the_model))
    weights = own_weights(chosen)
    values = np.stack([measured(each, weights, chosen.k) for each in tallies])
    change = values[:, :, MOMENTS.index("with")] - values[:, :, MOMENTS.index("without")]
    is_flow = np.array([measure in FLOWS for measure, _ in rows])
    change[:, is_flow] = values[:, is_flow, MOMENTS.index("with")]
    spread, levels = over_tallies(change, tallies), over_tallies(values, tallies).mean
    levels[is_flow] = np.nan
    persons = np.stack([each.both.persons.sum(axis=1) for each in tallies]).mean(axis=0)
    adults = np.stack([each.adults for each in tallies]).mean(axis=0)
    labels = tallies[0].labels
    shown = [
        group
        for group, label in enumerate(labels)
        if persons[group] > 0 and dimension_of(label) in dimensions
    ]
    frames = [
        _of_group(labels[group], group, rows, levels, spread, (persons[group], adults[group]))
        for group in shown
    ]
    table = pd.concat(frames, ignore_index=True)
    table.insert(0, "set", chosen.id)
    table.insert(0, "scenario", scenario)
    return table[list(COLUMNS)]


def _of_group(
    label: str,
    group: int,
    rows: Sequence[tuple[str, str]],
    levels: Numbers,
    spread: Spread,
    size: tuple[float, float],
) -> pd.DataFrame:
    table = pd.DataFrame(
        {"measure": [row[0] for row in rows], "indicator": [row[1] for row in rows]}
    )
    table["dimension"], table["group"] = dimension_of(label), label
    table["n"], table["simulated"] = size
    table["thin"] = size[1] < LEAST_REPORTABLE
    for moment, name in enumerate(MOMENTS):
        table[name] = levels[:, moment, group]
    table["change"] = spread.mean[:, group]
    table["low"], table["high"] = spread.low[:, group], spread.high[:, group]
    table["sign_certain"] = spread.sign_certain[:, group]
    return table


def nodes_column(tallies: Sequence[Tally], chosen: DeprivationSet) -> pd.DataFrame:
    """Node, moment, `deprivation` (M0 in per cent of whoever works there then) and its interval, for nodes.csv."""
    names = tallies[0].nodes["base"][0]
    levels = np.stack([_nodes(each, chosen) for each in tallies])
    moved = levels[:, 2] - levels[:, 1]
    spread = over_tallies(np.concatenate([levels, moved[:, None]], axis=1), tallies)
    frames = []
    for position, moment in enumerate(("base", "end_without", "end_with", "difference")):
        frame = pd.DataFrame({"node": [name.removeprefix("node=") for name in names]})
        frame["moment"] = moment
        frame["deprivation"] = spread.mean[position]
        frame["deprivation_low"] = spread.low[position]
        frame["deprivation_high"] = spread.high[position]
        frames.append(frame)
    return pd.concat(frames, ignore_index=True)


def _nodes(tally: Tally, chosen: DeprivationSet) -> Numbers:
    """M0 in per cent (MOMENTS, nodes)."""
    found = []
    for moment in MOMENTS:
        _, counts = tally.nodes[moment]
        flags = bits(counts.patterns, tally.indicators)
        found.append(100 * profile(flags, own_weights(chosen), chosen.k, counts.persons).M0)
    return np.stack(found)

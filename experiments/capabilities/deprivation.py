"""What a question's sets of deprivations say: the runs for them are made, persons paired, and tables formed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from poverty_nodes.experiments.capabilities.by_weights import by_weights_table, weights_table
from poverty_nodes.experiments.capabilities.deprivation_set import DeprivationSet
from poverty_nodes.experiments.capabilities.elicited.elicited import Elicited
from poverty_nodes.experiments.capabilities.fields import kept_of
from poverty_nodes.experiments.capabilities.groups import TOLD
from poverty_nodes.experiments.capabilities.kept_run import Lived, run_lived
from poverty_nodes.experiments.capabilities.robustness import robustness_table
from poverty_nodes.experiments.capabilities.tables import deprivation_table, nodes_column
from poverty_nodes.experiments.capabilities.tally import Tally, tally_of
from poverty_nodes.experiments.impact.winners import LEAST_REPORTABLE
from poverty_nodes.experiments.output.csv_table import write_table
from poverty_nodes.experiments.runs.runner import execute
from poverty_nodes.model.measures.crossing import dimension_of

if TYPE_CHECKING:
    from poverty_nodes.experiments.runs.failure import FailedRun
    from poverty_nodes.experiments.runs.progress import Progress
    from poverty_nodes.experiments.runs.store.store import AbstractStore
    from poverty_nodes.scenarios.scenario import Scenario


@dataclass(frozen=True)
class Counted:
    """One set: its table by group and indicator, its robustness by group, and its change under whose weights."""

    chosen: DeprivationSet
    table: pd.DataFrame
    robustness: pd.DataFrame
    by_weights: pd.DataFrame
    weights: pd.DataFrame
    elicited: Elicited | None = None


@dataclass(frozen=True)
class Deprivation:
    """All sets of a question; `nodes` has the column of nodes.csv, of the first set."""

    sets: tuple[Counted, ...]
    nodes: pd.DataFrame
    seeds: int
    window: int
    failures: tuple[FailedRun, ...] = ()

    def beside(self, nodes: pd.DataFrame) -> pd.DataFrame:
        """The table of nodes with `deprivation` and its interval, of whoever works at a node then."""
        return nodes.merge(self.nodes, on=["node", "moment"], how="left", validate="one_to_one")

    def write(self, folder: Path) -> None:
        """deprivation.csv and what is beside it, into a folder that exists."""
        for name, tables in (
            ("deprivation", [each.table for each in self.sets]),
            ("deprivation_robustness", [each.robustness for each in self.sets]),
            ("deprivation_by_weights", [each.by_weights for each in self.sets]),
            ("deprivation_weights", [each.weights for each in self.sets]),
        ):
            write_table(pd.concat(tables, ignore_index=True), folder / f"{name}.csv")


def deprivation_of(
    sets: Sequence[DeprivationSet],
    elicited: Elicited | None,
    scenarios: Mapping[str, Scenario],
    seeds: Sequence[int],
    store: AbstractStore | str | Path | None,
    workers: int | None,
    progress: Progress,
    groups: Sequence[str],
) -> Deprivation | None:
    """Make the runs that are missing and count; `elicited` weights are of the first set.

    `scenarios` are those of the comparison, "without" and "with"; `groups` the dimensions of the tables. None if not
    one pair of runs was made.
    """
    fields = frozenset(
        each.field for one in sets for each in one.of_the_model.values() if each.field is not None
    )
    lived = {label: Lived(each, kept_of(fields)) for label, each in scenarios.items()}
    runs = execute(lived, seeds, store, run_lived, workers, progress)
    enacted = scenarios["with"]
    counts: list[list[Tally]] = [[] for _ in sets]
    for seed, without, world in runs.pairs():
        for each, mine in zip(sets, counts, strict=True):
            line, scale = enacted.line_monthly(), enacted.scale
            mine.append(tally_of(seed, without, world, each, line, scale))
    if not counts[0]:
        return None
    failed = tuple(
        replace(each, scenario=f"capabilities {each.scenario}") for each in runs.failures
    )
    found = [
        _counted(one, tallies, elicited if one is sets[0] else None, groups)
        for one, tallies in zip(sets, counts, strict=True)
    ]
    window = min(enacted.window, enacted.months)
    nodes = nodes_column(counts[0], sets[0])
    return Deprivation(tuple(found), nodes, len(counts[0]), window, failed)


def _counted(
    chosen: DeprivationSet,
    tallies: Sequence[Tally],
    elicited: Elicited | None,
    groups: Sequence[str],
) -> Counted:
    table = deprivation_table(
        tallies, chosen, {"all", "decile", "place", "contract", "gender", "work", *groups}, "with"
    )
    told = reportable_groups(table)
    robust = robustness_table(tallies, told)
    robust.insert(0, "set", chosen.id)
    robust.insert(0, "scenario", "with")
    by_weights = by_weights_table(tallies, chosen, elicited, told, "with")
    return Counted(chosen, table, robust, by_weights, weights_table(chosen, elicited), elicited)


def reportable_groups(table: pd.DataFrame) -> list[str]:
    """The groups that are told of in sentences and have enough simulated adults; all persons always are among them."""
    rows = table.drop_duplicates("group")
    kept = (rows["simulated"] >= LEAST_REPORTABLE) | (rows["group"] == "all")
    return [name for name in rows.loc[kept, "group"] if dimension_of(name) in TOLD]

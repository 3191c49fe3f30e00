"""What a store holds: a row a scenario, and the files by what they are."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from poverty_nodes.experiments.output.terminal_table import Row
from poverty_nodes.experiments.runs.failure import ABORTED, FAILED, SUCCEEDED
from poverty_nodes.experiments.runs.kinds_of_run.kinds import KINDS, MEASURED
from poverty_nodes.experiments.runs.outcome import Outcome
from poverty_nodes.experiments.runs.store.disk import Store
from poverty_nodes.experiments.runs.store.recipe import Clusters, Recipe
from poverty_nodes.experiments.runs.store.store_error import StoreWarning


@dataclass(frozen=True)
class Contents:
    """A row for each scenario, and what else there is to say."""

    rows: list[Row]
    scenarios: int
    runs: int
    failed: int
    megabytes: float
    of_other_versions: float
    """Megabytes of runs that another version of the model made: this one does not look at them."""

    def __str__(self) -> str:
        """One line."""
        failed = f", {self.failed:,} failed" if self.failed else ""
        other = f"; {self.of_other_versions:,.1f} MB of other versions of the model"
        return (
            f"{self.runs:,} runs of {self.scenarios:,} scenarios{failed}, {self.megabytes:,.1f} MB"
            + (other if self.of_other_versions else "")
        )


def contents(folder: Path, most: int | None = None) -> Contents:
    """Look through a store; `most` scenarios with the most runs get a row each (all if None)."""
    store = Store(folder)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", StoreWarning)  # `gc` is the one to name what is damaged
        outcomes = store.everything().values()
    counts: dict[str, Counter[str]] = {}
    for each in outcomes:
        counts.setdefault(each.scenario, Counter())[each.status] += 1
    recipes, clusters = store.recipes()
    chosen = sorted(counts, key=lambda name: (-counts[name].total(), name))[:most]
    rows = [_row(name, counts[name], recipes.get(name), clusters) for name in chosen]
    mine = sum(size(path) for path in folder.glob(f"*-{store.version[:12]}-*.parquet"))
    rest = sum(size(path) for path in folder.glob("*-*-*.parquet")) - mine
    return Contents(rows, len(counts), len(outcomes), _failed(outcomes), mine / 1e6, rest / 1e6)


def size(path: Path) -> int:
    """Bytes of a file; none if another program has just removed it."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _failed(outcomes: Iterable[Outcome]) -> int:
    return sum(each.failure is not None for each in outcomes)


def _row(name: str, counts: Counter[str], recipe: Recipe | None, clusters: Clusters) -> Row:
    about: Row = {"cluster": None, "policies": None, "shocks": None, "months": None, "kept": None}
    if recipe is not None and recipe["kind"] in MEASURED:
        about = {**about, "kept": import_module(MEASURED[recipe["kind"]]).words(recipe)}
    elif recipe is not None:
        about = {
            "cluster": clusters.get(recipe["now"]).cluster.id,
            "policies": " ".join(each for each, _ in recipe["policies"]),
            "shocks": " ".join(each for each, _ in recipe["shocks"]),
            "months": recipe["months"],
            "kept": KINDS[recipe["kind"]].kept,
        }
    return {
        "id": name[:10],
        **about,
        "succeeded": counts[SUCCEEDED],
        "failed": counts[FAILED],
        "aborted": counts[ABORTED],
    }

"""Draws the sample survey: a two-stage sample of a simulated town, with the faults that surveys have.

`python -m poverty_nodes.scenarios.samples.draw` writes scenarios/samples/town/{workers,firms}.csv and prints the
totals that map.yaml gives as known. Nobody in it is real: the town is a fifth of the simulated surgical cluster of
Sialkot, and no number of it must be quoted as a finding on any place.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.state import State
from poverty_nodes.scenarios.catalogue import load_cluster
from poverty_nodes.scenarios.scenario import Scenario

FOLDER = Path(__file__).parent / "town"
CLUSTER, SCALE, SEED = "sialkot_surgical", 0.2, 1994
FIRMS_ASKED = {1: 40, 2: 110, 3: 30}
"""Firms by tier; exporters are asked more often than their number would have it."""
WORKERS_ASKED = 12
"""At most so many workers of a firm."""
RUPEES = 43.5 / 1.506
"""Rupees of 2015 for a dollar of 2021, by the cluster's own money.yaml."""
KINDS = {1: "E", 2: "V", 3: "S"}
JOBS = {1: "craft", 2: "payroll", 3: "piece", 4: "home"}
NO_ANSWER = "-99"
Row = dict[str, object]


def town() -> State:
    """Return the base month of the town from which the sample is drawn."""
    return Scenario(cluster=load_cluster(CLUSTER), scale=SCALE).start(SEED)


def draw(state: State) -> tuple[list[Row], list[Row], dict[str, dict[str, int]]]:
    """Return rows of workers, rows of firms, and the town's totals by sex and by job."""
    generator = np.random.default_rng(SEED)
    holders = _holders(state)
    firms: list[Row] = []
    workers: list[Row] = []
    for tier, asked in FIRMS_ASKED.items():
        frame = np.flatnonzero((state.firms["tier"] == tier) & (_staff(state, holders) > 0))
        chosen = np.sort(generator.choice(frame, min(asked, len(frame)), replace=False))
        for firm in chosen:
            firms.append(_firm(state, holders, int(firm), len(frame) / len(chosen), generator))
            staff = holders[state.workers["employer"][holders] == firm]
            met = np.sort(generator.choice(staff, min(WORKERS_ASKED, len(staff)), replace=False))
            workers += _workers(state, met, firms[-1], generator)
    return workers, firms, _totals(state, holders)


def _holders(state: State) -> NDArray[np.int64]:
    """Rows of those who work in the cluster for a firm, owners not."""
    post = state.workers["post"]
    return np.flatnonzero((state.workers["place"] == 0) & (post > 0) & (post < 5))


def _staff(state: State, holders: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.bincount(state.workers["employer"][holders], minlength=len(state.firms))


def _firm(
    state: State,
    holders: NDArray[np.int64],
    row: int,
    weight: float,
    generator: np.random.Generator,
) -> Row:
    firm = state.firms[row]
    owner = state.workers[firm["owner"]]
    sales = 12 * float(firm["base_revenue"]) * RUPEES * generator.lognormal(0.0, 0.15)
    inputs = sales * float(
        np.clip(generator.normal(state.setting["input_share"][0], 0.08), 0.1, 0.9)
    )
    export = round(100 * float(firm["export_share"]) * generator.uniform(0.9, 1.0))
    silent = generator.uniform() < 0.08
    return {
        "unit": f"F{row:04d}",
        "kind": KINDS[int(firm["tier"])],
        "staff": int((state.workers["employer"][holders] == row).sum()),
        "registered": "Y" if firm["formal"] else "N",
        "owner_sex": 2 if owner["gender"] else 1,
        "sales_rs": NO_ANSWER if silent else round(sales),
        "materials_rs": NO_ANSWER if silent else round(inputs),
        "exported_pct": export,
        "loan_rate_pct": round(100 * float(firm["own_rate"]), 1)
        if generator.uniform() < 0.7
        else NO_ANSWER,
        "wt": round(weight, 4),
    }


def _workers(
    state: State, met: NDArray[np.int64], firm: Row, generator: np.random.Generator
) -> Iterator[Row]:
    staff = int(str(firm["staff"]))
    weight = float(str(firm["wt"])) * staff / max(len(met), 1)
    for row in met:
        worker = state.workers[row]
        home = state.households[worker["household"]]
        week = float(worker["wage"]) * RUPEES * 12 / 52 * generator.lognormal(0.0, 0.05)
        yield {
            "person": f"P{row:05d}",
            "unit": firm["unit"],
            "sex": 2 if worker["gender"] else 1,
            "job": JOBS[int(worker["post"])],
            "rs_week": NO_ANSWER if generator.uniform() < 0.05 else round(week / 10) * 10,
            "age": NO_ANSWER if generator.uniform() < 0.02 else int(worker["age"] / 12),
            "minority": "Y" if worker["social_group"] else "N",
            "born_elsewhere": "Y" if worker["migrant"] else "N",
            "hh_members": int(home["size"]),
            "hh_adults": int(home["adults"]),
            "wt": round(weight * generator.uniform(0.8, 1.25), 4),
        }


def _totals(state: State, holders: NDArray[np.int64]) -> dict[str, dict[str, int]]:
    """The town's own count, to the nearest ten: what a census would know."""
    people = state.workers[holders]
    sexes = {code: int(round((people["gender"] == code - 1).sum(), -1)) for code in (1, 2)}
    jobs = {name: int(round((people["post"] == code).sum(), -1)) for code, name in JOBS.items()}
    return {"gender": {str(code): n for code, n in sexes.items()}, "post": jobs}


def main() -> None:
    """Write both files and print the totals."""
    workers, firms, totals = draw(town())
    for name, rows in (("workers", workers), ("firms", firms)):
        with (FOLDER / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    print(len(workers), "workers,", len(firms), "firms; totals:", totals)


if __name__ == "__main__":
    main()

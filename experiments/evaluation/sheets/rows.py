"""What firms and their workers answer: rows under the names of the survey's own fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.population.codes import OWNER, PLACE, TIER
from poverty_nodes.model.state import State
from poverty_nodes.scenarios.survey.fields import GENDERS, POSTS, YES_NO

Row = Mapping[str, object]
FEWEST = 15
"""Firms that are asked of each tier, if it has so many (judged: a tier of a few firms says nothing)."""
PEOPLE = 12
"""Workers asked in a firm, if the study does not say."""


@dataclass(frozen=True)
class Asked:
    """How a survey is held: `firms` in all, at most `people` in each; the part that keeps pay or sales to itself, the
    noise in log points, and how much of the country's money (`local`) is a dollar.
    """

    firms: int
    people: int
    refusal: float
    noise: float
    local: float


def holders(state: State) -> NDArray[np.int64]:
    """Rows of those who work for a firm of the cluster; owners do not."""
    w = state.workers
    return np.flatnonzero(
        (w["place"] == PLACE.index("cluster")) & (w["post"] > 0) & (w["post"] < OWNER)
    )


def sheets(state: State, asked: Asked, seed: int) -> tuple[list[Row], list[Row]]:
    """Rows of firms and of workers. Firms are drawn by tier, in proportion and at least `FEWEST`; workers in them.

    Weights are for the real place: a firm's, and a worker's chance in hers besides.
    """
    luck = np.random.default_rng((seed, state.month))
    people = holders(state)
    staff = np.bincount(state.workers["employer"][people], minlength=len(state.firms))
    firms: list[Row] = []
    workers: list[Row] = []
    all_firms = int(((state.firms["alive"] == 1) & (staff > 0)).sum())
    for tier in range(1, len(TIER)):
        frame = np.flatnonzero(
            (state.firms["tier"] == tier) & (state.firms["alive"] == 1) & (staff > 0)
        )
        share = round(asked.firms * len(frame) / max(all_firms, 1))
        number = min(len(frame), max(share, FEWEST))
        for firm in np.sort(luck.choice(frame, number, replace=False)):
            weight = len(frame) / number / state.scale
            firms.append(_firm(state, int(firm), int(staff[firm]), weight, asked, luck))
            here = people[state.workers["employer"][people] == firm]
            met = np.sort(luck.choice(here, min(asked.people, len(here)), replace=False))
            each = weight * len(here) / len(met)
            workers += _workers(state, met, int(firm), each, asked, luck)
    return firms, workers


def _firm(
    state: State, row: int, staff: int, weight: float, asked: Asked, luck: np.random.Generator
) -> Row:
    firm = state.firms[row]
    owner = state.workers[firm["owner"]]
    sales = 12 * float(firm["base_revenue"] * firm["experience"]) * asked.local
    sales *= luck.lognormal(0.0, asked.noise)
    share = float(state.setting["input_share"][0]) * luck.normal(1.0, asked.noise)
    inputs = sales * float(np.clip(share, 0.02, 0.95))
    silent = luck.random() < asked.refusal
    return {
        "id": f"F{row:05d}",
        "tier": TIER[int(firm["tier"])],
        "workers": staff,
        "weight": round(weight, 6),
        "stratum": TIER[int(firm["tier"])],
        "formal": _yes(firm["formal"]),
        "owner_gender": GENDERS[int(owner["gender"])],
        "owner_minority": _yes(owner["social_group"]),
        "revenue": "" if silent else round(sales),
        "inputs": "" if silent else round(inputs),
        "export_share": round(float(firm["export_share"]), 4),
        "monthly_rate": round(float(firm["own_rate"]), 5),
    }


def _workers(
    state: State,
    met: NDArray[np.int64],
    firm: int,
    weight: float,
    asked: Asked,
    luck: np.random.Generator,
) -> Iterator[Row]:
    for row in met:
        worker = state.workers[row]
        home = state.households[worker["household"]]
        pay = float(worker["wage"]) * asked.local * luck.lognormal(0.0, asked.noise)
        yield {
            "id": f"P{int(worker['id']):07d}",
            "firm": f"F{firm:05d}",
            "gender": GENDERS[int(worker["gender"])],
            "post": POSTS[int(worker["post"]) - 1],
            "pay": "" if luck.random() < asked.refusal or pay < 1.0 else round(pay),
            "weight": round(weight, 6),
            "minority": _yes(worker["social_group"]),
            "migrant": _yes(worker["migrant"]),
            "age": int(worker["age"] // 12),
            "household_size": int(home["size"]),
            "household_adults": int(home["adults"]),
        }


def _yes(flag: object) -> str:
    return YES_NO[0] if flag else YES_NO[1]

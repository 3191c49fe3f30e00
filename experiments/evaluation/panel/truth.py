"""The true effects of the programme, from the two worlds of each seed: with it and without it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from poverty_nodes.experiments.evaluation.panel.outcomes import OUTCOMES
from poverty_nodes.experiments.evaluation.panel.world import CLUSTER, DISPERSED, World
from poverty_nodes.experiments.impact.interval import over_seeds

Mask = NDArray[np.bool_]
TARGETS = {
    "place": "all of the place",
    "reached": "those whom it reached",
    "neighbours": "those beside them (spillover)",
    "comparator": "the comparator (contamination)",
}
"""Whose lives the effect is on, in the sense of Hudgens and Halloran (2008): total, direct with its surroundings,
indirect."""
GROUPS = (
    "all",
    "gender=female",
    "gender=male",
    "contract=regular",
    "contract=casual",
    "contract=homework",
    "contract=own_account",
    "contract=none",
)
"""Groups that are always told of, besides the one that was asked for."""


def target(world: World, name: str) -> Mask:
    """The people of one of `TARGETS` (people,)."""
    place = world.column("place")
    if name == "comparator":
        return place == DISPERSED
    here = place == CLUSTER
    return {"place": here, "reached": here & world.reached, "neighbours": here & ~world.reached}[
        name
    ]


def truths(
    worlds: Iterable[World], line: float, outcome: str, months: Sequence[int], who: str
) -> pd.DataFrame:
    """A row for each month after month 0, target and group: mean over worlds, interval, people it is of.

    Where the programme is none, every effect is exactly 0.
    """
    groups = tuple(dict.fromkeys((who, *GROUPS)))
    later = [month for month in months if month > 0]
    found: dict[tuple[int, str, str], list[tuple[float, float]]] = {}
    for world in worlds:
        members = {label: world.members(label) for label in groups}
        for name in TARGETS:
            people = target(world, name)
            for label in groups:
                mask = people & members[label]
                number = float(world.weight[mask].sum())
                for month in later:
                    effect = world.effect(OUTCOMES[outcome], line, month, mask)
                    found.setdefault((month, name, label), []).append((effect, number))
    rows = []
    for (month, name, label), values in found.items():
        table = np.array(values)
        spread = over_seeds(table[:, 0])
        known = table[np.isfinite(table[:, 0]), 0]
        rows.append(
            {
                "month": month,
                "on": name,
                "group": label,
                "effect": float(spread.mean),
                "low": float(spread.low),
                "high": float(spread.high),
                "sd_over_worlds": float(known.std(ddof=1)) if len(known) > 1 else np.nan,
                "people": float(table[:, 1].mean()),
                "worlds": int(spread.seeds),
                "unit": OUTCOMES[outcome].unit,
            }
        )
    return pd.DataFrame(rows)

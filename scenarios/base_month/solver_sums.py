"""What the stationary solver observes in a month of a population, by place, and how far that is from the
description."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.rules.upgrading import new_machines
from poverty_nodes.model.state import State
from poverty_nodes.scenarios.base_month.access import holders, slack_of
from poverty_nodes.scenarios.base_month.by_tier import ratio_by_tier
from poverty_nodes.scenarios.base_month.calibration import LEVELS
from poverty_nodes.scenarios.synthesis.figures import Figures

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Sums:
    """A month, or the mean of several, by place; `posts` and `holders` by kind, `desired`, `pace`, `lifted` by tier.

    `posts` (places, 4) people; `holders` (places, 4, 2, 2) the same by gender and group; `desired` (places, 3) posts
    that firms ask for over their base; `output` volume over base; `slack` share of adults without a post; `levels`
    (places, 7) see `Calibration`; `pace` (places, 3, 3) chance to upgrade, by tier and kind of step, over that of a
    firm with cash at its target that replaces its machines; `lifted` (places, 3) see
    `WatchedMonth`; `closed` (places,) firms that closed; `hires` as `holders`, people hired in a month.
    """

    posts: Floats
    holders: Floats
    desired: Floats
    output: Floats
    slack: Floats
    levels: Floats
    pace: Floats
    lifted: Floats
    closed: Floats
    hires: Floats

    @classmethod
    def mean(cls, each: Sequence[Sums]) -> Sums:
        """The mean of several."""
        return cls(
            **{f.name: np.mean([getattr(one, f.name) for one in each], axis=0) for f in fields(cls)}
        )


def sums_of(state: State, lifted: Floats) -> Sums:
    """What the stationary solver looks at, of the month just lived through."""
    held = holders(state)
    desired, pace = by_tier(state)
    return Sums(
        posts=held.sum(axis=(2, 3)),
        holders=held,
        desired=desired,
        output=state.places["output"].copy(),
        slack=slack_of(state),
        levels=np.column_stack([state.places[name] for name in LEVELS]),
        pace=pace,
        lifted=lifted,
        closed=state.places["exits"].copy(),
        hires=_hired(state),
    )


def _hired(state: State) -> Floats:
    """Hires since the last look."""
    hired = state.workspace.hires.astype(np.float64)
    state.workspace.hires[:] = 0
    return hired


def by_tier(state: State) -> tuple[Floats, Floats]:
    """Posts asked for over their base (places, 3), and pace of steps (places, 3, 3); 1 where a tier has no firm."""
    p, places = state.parameters[0], len(state.places)
    f = state.firms[state.firms["alive"] == 1]
    sales = f["base_revenue"]
    able = f["cash"] > p.step_cost_months * sales
    means = np.minimum(f["cash"] / (p.cash_target * sales), 2.0) * able * sales
    worn = p.depreciation * f["capital"]
    # New processes come in new machines, and firms with cash buy them.
    machines = [new_machines(*each, p.embodied) for each in zip(f["investment"], worn, strict=True)]
    paces = [
        ratio_by_tier(f, places, each, sales, empty=1.0)
        for each in (means * np.array(machines), means, means)
    ]
    asked = ratio_by_tier(f, places, f["desired_heads"], f["base_heads"], empty=1.0)
    return asked, np.stack(paces, axis=2)


def gaps_of(sums: Sums, figures: Figures) -> dict[str, float]:
    """How far posts, output and demand for labour (posts asked for, all tiers) are from the description, as shares."""
    found = {}
    for place in figures.places:
        i = place.code
        wanted = place.heads(figures.posts)
        base = place.firms * place.mean_workers
        found[f"posts_{i}"] = float(sums.posts[i].sum() / wanted.sum() - 1.0)
        found[f"output_{i}"] = float(sums.output[i] - 1.0)
        found[f"demand_{i}"] = float(sums.desired[i] @ base / base.sum() - 1.0)
    return found

"""The two worlds of a trial and the estimates that a trial or a comparison makes of them.

A randomised trial compares treated with untreated units of one world. By chance the two groups differ before it, and
the model can take that out: the same units live in the world without the programme under the same luck. So the
estimate is the mean gain of the treated over themselves without it, less that of the untreated: what the field's
difference in means converges to, spillovers on the untreated included, without the imbalance of one draw.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.world import Act, Frame, Life, World
from poverty_nodes.model.policies.base import Policy
from poverty_nodes.model.shocks.base import Shock

Values = NDArray[np.float64]
Mask = NDArray[np.bool_]
Outcome = Callable[[Frame], Values]
"""One number for each unit of a frame's table."""


@dataclass(frozen=True)
class Arms:
    """A world with a programme and the same world without it; units are rows of `table`.

    `measured` are the months of the run whose frames are averaged. The programme begins in month `start`.
    """

    policies: tuple[Policy, ...] = ()
    table: str = "workers"
    start: int = 2
    measured: tuple[int, ...] = (24,)
    acts: tuple[Act, ...] = ()
    shocks: tuple[Shock, ...] = ()
    base: tuple[Policy, ...] = ()
    """Policies of the world without the programme; those of the other are `policies` alone."""
    cluster: str = "sialkot_surgical"
    agents: int = 0
    """Workers simulated at least, where fewer leave too few of the units that are compared."""
    switched: tuple[tuple[str, float], ...] = ()
    """Parameters that are others than usual from the start on, in both worlds."""

    def worlds(self) -> tuple[World, World]:
        """The world with the programme and the one without."""
        bare = World(
            self.cluster,
            max(self.measured),
            keep=(self.start - 1, *self.measured),
            policies=self.base,
            switched=self.switched,
            agents=self.agents,
        )
        return replace(bare, policies=self.policies, guide=self.acts, shocks=self.shocks), bare

    def lives(self, laboratory: Laboratory) -> list[tuple[Life, Life]]:
        """Lives with and without, a pair a seed."""
        treated, bare = self.worlds()
        return list(zip(laboratory.lives(treated), laboratory.lives(bare), strict=True))

    def kept(self, pair: tuple[Life, Life]) -> Mask:
        """Units that are there at the start and still, as the same, in every month measured, in both lives."""
        before = getattr(pair[1].frames[self.start - 1], self.table)
        alive = before["alive"] == 1 if self.table == "firms" else np.ones(len(before), np.bool_)
        for life in pair:
            for month in self.measured:
                now = getattr(life.frames[month], self.table)
                alive = alive & (now["id"] == before["id"])
                if self.table == "firms":
                    alive = alive & (now["alive"] == 1)
        found: Mask = alive
        return found

    def mean(self, life: Life, outcome: Outcome) -> Values:
        """An outcome of each unit, averaged over the months measured."""
        found: Values = np.mean([outcome(life.frames[m]) for m in self.measured], axis=0)
        return found


Groups = Callable[[tuple[Life, Life]], tuple[Mask, Mask]]
"""Which units were treated and which are their controls, from the two lives of a seed."""


def trial_effect(
    arms: Arms, laboratory: Laboratory, groups: Groups, outcome: Outcome, relative: bool = True
) -> Values:
    """Gain of the treated less gain of the controls, a number a seed; in per cent of the controls if relative.

    The controls are those of the field: who lives beside the programme and is not in it.
    """
    found = []
    for pair in arms.lives(laboratory):
        chosen, others = groups(pair)
        kept = arms.kept(pair)
        with_it, without = (arms.mean(life, outcome) for life in pair)
        treated, control = chosen & kept, others & kept
        if treated.sum() < 10 or control.sum() < 10:
            found.append(np.nan)
            continue
        gain = float((with_it - without)[treated].mean() - (with_it - without)[control].mean())
        found.append(100.0 * gain / float(with_it[control].mean()) if relative else gain)
    return np.array(found)


def assigned(policy: str) -> Groups:
    """Units that took part in a policy's first month against those who were eligible then and did not."""

    def groups(pair: tuple[Life, Life]) -> tuple[Mask, Mask]:
        served, eligible = pair[0].first_served[policy], pair[0].first_eligible[policy]
        return served, eligible & ~served

    return groups


def with_and_without(
    arms: Arms, laboratory: Laboratory, reading: Callable[[Life, tuple[int, ...]], float]
) -> tuple[Values, Values]:
    """A figure of the whole place with the programme and without, one a seed each."""
    pairs = arms.lives(laboratory)
    return (
        np.array([reading(one, arms.measured) for one, _ in pairs]),
        np.array([reading(other, arms.measured) for _, other in pairs]),
    )


def per_cent(
    arms: Arms, laboratory: Laboratory, reading: Callable[[Life, tuple[int, ...]], float]
) -> Values:
    """The change of such a figure, in per cent of the world without."""
    with_it, without = with_and_without(arms, laboratory, reading)
    found: Values = 100.0 * (with_it / without - 1.0)
    return found

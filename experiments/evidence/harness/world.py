"""An arm of an experiment: a cluster with its circumstances, and what is kept of its run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.policies.base import Policy
from poverty_nodes.model.shocks.base import Shock
from poverty_nodes.model.state import State

Table = NDArray[np.void]
Act = Callable[[State], None]
"""Something done to a state; a frozen dataclass with `__call__`, so that equal acts are one."""


class NotTestableError(Exception):
    """A pattern needs something that does not exist, such as a cluster that is not described yet."""


@dataclass(frozen=True)
class World:
    """What is simulated, apart from the seed; equal worlds are run once.

    `changes` are numbers of the description by dotted key; `parameters` those of the model, which the base month is
    solved for; `switched` parameters change at month 0 only. `prepare` acts on month 0 and `guide` at the start of each
    month, after shocks and policies have pulled their instruments. Tables of agents are kept of the months in `keep`.
    `agents` are workers simulated at least, where the laboratory leaves too few of those of whom a pattern speaks.
    `arranged` names what is otherwise that should not matter (experiments/evidence/artefacts).
    """

    cluster: str
    months: int
    keep: tuple[int, ...] = ()
    changes: tuple[tuple[str, float], ...] = ()
    parameters: tuple[tuple[str, float], ...] = ()
    switched: tuple[tuple[str, float], ...] = ()
    shocks: tuple[Shock, ...] = ()
    policies: tuple[Policy, ...] = ()
    prepare: tuple[Act, ...] = ()
    guide: tuple[Act, ...] = ()
    agents: int = 0
    arranged: tuple[str, ...] = ()


EXPORTERS = 20_000
"""Workers that a pattern about exporters, or about closings, needs: 5,000 workers of Sialkot leave thirty exporters and
sixteen firms that close in a year, these four times as many."""
EPISODE = (("process_hazard", 0.03), ("product_hazard", 0.024))
"""An upgrading episode, switched on at month 0: three times as many chances of steps as the world's pace asks for."""


@dataclass(frozen=True)
class Frame:
    """The tables of agents at the end of a month; `staff` (firms, 4) are workers by kind of post."""

    month: int
    firms: Table
    workers: Table
    households: Table
    staff: NDArray[np.int32]

    @classmethod
    def of(cls, state: State) -> Frame:
        """Return a copy of the current tables."""
        return cls(
            state.month,
            state.firms.copy(),
            state.workers.copy(),
            state.households.copy(),
            state.workspace.staff.copy(),
        )

    def heads(self) -> NDArray[np.int64]:
        """Workers of each firm, the owner not counted (firms,)."""
        return self.staff.sum(axis=1).astype(np.int64)

    def living(self, place: int = 0, tier: int = 0) -> NDArray[np.bool_]:
        """Which firms are in business in a place, of one tier or (0) of all."""
        found = (self.firms["alive"] == 1) & (self.firms["place"] == place)
        return found & (self.firms["tier"] == tier) if tier else found


@dataclass(frozen=True)
class Life:
    """One run: the places each month (months + 1, places), what was watched, and frames of some months.

    `ties`, `giving` and `trust` (months + 1,) are means over the cluster's exporters, members for the last two.
    `first_eligible` and `first_served` flag, by policy, the units of its first month; `benefits` are dollars that it
    paid out. `luck` (months + 1, places, 3) is that of firms and buyers
    (experiments/evidence/harness/control_variates.py).
    """

    seed: int
    places: Table
    ties: NDArray[np.float64]
    giving: NDArray[np.float64]
    trust: NDArray[np.float64]
    frames: dict[int, Frame]
    first_eligible: dict[str, NDArray[np.bool_]] = field(default_factory=dict)
    first_served: dict[str, NDArray[np.bool_]] = field(default_factory=dict)
    benefits: dict[str, float] = field(default_factory=dict)
    luck: NDArray[np.float64] = field(default_factory=lambda: np.zeros((0, 2, 3)))

    def path(self, name: str, place: int = 0) -> NDArray[np.float64]:
        """One field of a place, month by month (months + 1,)."""
        return self.places[name][:, place].astype(np.float64)

    def ratio(self, name: str, months: int = 6, place: int = 0) -> float:
        """A field's mean over the last months as a multiple of the base month."""
        path = self.path(name, place)
        return float(path[-months:].mean() / path[0])

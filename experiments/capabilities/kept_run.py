"""A run of which only what deprivations are read off is kept of each adult, at month 0 and at the end."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.capabilities.fields import KEPT
from poverty_nodes.experiments.runs.simulate import Observer, simulate
from poverty_nodes.experiments.runs.sound import sound
from poverty_nodes.model.population.standing import contracts_of, tiers_of
from poverty_nodes.model.result import RunResult
from poverty_nodes.model.state import State
from poverty_nodes.scenarios.scenario import Scenario

CODES = ("gender", "skill", "social_group", "migrant", "place")


@dataclass(frozen=True)
class Lived:
    """A scenario of which some columns of `KEPT` are kept; it has addresses of its own in the store."""

    scenario: Scenario
    columns: tuple[str, ...]

    def fingerprint(self) -> str:
        """The hash of the scenario and of what is kept."""
        text = f"lived {self.columns} {self.scenario.fingerprint()}"
        return hashlib.sha256(text.encode()).hexdigest()


def run_lived(lived: Lived, seed: int) -> RunResult:
    """The run, with a row an adult: who she is at month 0, and each column as `NAME_at_base` and `NAME_at_end`.

    Means are over the last months (`window`), states are those of the last month; at month 0 both are of that month.
    """
    keeper = Keeper(lived.scenario, lived.columns)
    simulate(lived.scenario, seed, [keeper])
    return keeper.result()


class Keeper(Observer[RunResult]):
    """Adds up the last months of each person, and keeps what she is at both ends."""

    def __init__(self, scenario: Scenario, columns: tuple[str, ...]) -> None:
        last, window = scenario.months, min(scenario.window, scenario.months)
        self.months = range(max(last - window + 1, 1), last + 1)
        self._columns, self._last, self._months = columns, last, len(self.months)

    def begin(self, state: State) -> None:
        """Look at month 0."""
        households = state.households
        each = households["size"] / households["adults"] / state.scale
        self._base = standing(state) | {
            "id": state.workers["id"].copy(),
            "household": state.workers["household"].copy(),
            "weight": each[state.workers["household"]].astype(np.float32),
            "welfare_base": KEPT["consumption"].read(state).astype(np.float32),
        }
        self._base |= {name: state.workers[name].copy() for name in CODES}
        start = {name: KEPT[name].read(state) for name in self._columns}
        self._base |= {f"{name}_at_base": kept(values) for name, values in start.items()}
        self._final = {name: np.zeros(len(state.workers)) for name in self._columns}
        self._state = state

    def observe(self, state: State) -> None:
        """Add a month of the window, and note what holds in the last."""
        for name in self._columns:
            if KEPT[name].is_mean:
                self._final[name] += KEPT[name].read(state) / self._months
            elif state.month == self._last:
                self._final[name] = KEPT[name].read(state)

    def result(self) -> RunResult:
        """The result: people and nothing by month."""
        end = {f"{name}_final": column for name, column in standing(self._state).items()}
        people = self._base | end
        people |= {f"{name}_at_end": kept(values) for name, values in self._final.items()}
        found = RunResult(
            months=np.array([self._last], dtype=np.int32),
            measures=(),
            groups=(),
            values=np.zeros((1, 0, 0)),
            people=people,
            conservation=self._state.conservation,
        )
        return sound(found)


def standing(state: State) -> dict[str, NDArray[np.generic]]:
    """The tier and contract of each adult, as the groups of the model have them."""
    w = state.workers
    return {"tier": tiers_of(w, state.firms), "contract": contracts_of(w)}


def kept(values: NDArray[np.float64]) -> NDArray[np.float32]:
    """A column as it is kept; ArithmeticError if somebody's is no finite number."""
    if not np.isfinite(values).all():
        raise ArithmeticError("what somebody lacks cannot be reckoned: some amount is too large")
    return values.astype(np.float32)

"""Runs of worlds over seeds, in threads, each world once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.ablation import Ablation
from poverty_nodes.experiments.evidence.harness.measurement import Measurement
from poverty_nodes.experiments.evidence.harness.observed_run import AGENTS, live, scenario_of
from poverty_nodes.experiments.evidence.harness.setting import Setting
from poverty_nodes.experiments.evidence.harness.world import Life, World
from poverty_nodes.experiments.runs.store.store import AbstractStore, MemoryStore

KEPT = 3
"""How many worlds' runs are kept for the next statistic; the least recently used are dropped first."""

NOTHING = Ablation("nothing is taken away")


def quiet(doing: str) -> None:
    """Report nothing."""


@dataclass
class Laboratory:
    """Runs worlds over seeds. With an ablation every world has the imposing parameters at their neutral values.

    Compiled rules release the interpreter, so that threads run side by side.
    """

    seeds: Sequence[int]
    workers: int = 2
    agents: int = AGENTS
    ablation: Ablation | None = None
    settings: tuple[Setting, ...] = ()
    """Numbers that are otherwise in every world that has them."""
    told: Callable[[str], None] = quiet
    """Called with what is being done whenever a run is finished."""
    store: AbstractStore = field(default_factory=MemoryStore)
    """Where it is kept what measures come to."""
    _lives: OrderedDict[tuple[World, int, int], Life] = field(
        default_factory=OrderedDict, repr=False
    )

    def ablated(self, ablation: Ablation) -> Laboratory:
        """Return the same laboratory with the imposing parameters neutral; runs are shared with this one."""
        return replace(self, ablation=ablation)

    def at(self, *settings: Setting) -> Laboratory:
        """Return the same laboratory with some numbers changed; runs are shared with this one."""
        return replace(self, settings=settings)

    def lives(self, world: World) -> list[Life]:
        """The lives of a world, one a seed in their order. NotTestableError if the world cannot be made."""
        world = self._as_set(world)
        keys = {seed: (world, seed, self.agents) for seed in self.seeds}
        missing = [seed for seed, key in keys.items() if key not in self._lives]
        if missing:
            self._ready(world)
            with ThreadPoolExecutor(self.workers, thread_name_prefix="life") as pool:
                for life in pool.map(lambda seed: self._one(world, seed), missing):
                    self._lives[keys[life.seed]] = life
        found = [self._lives[key] for key in keys.values()]
        for key in keys.values():
            self._lives.move_to_end(key)
        while len(self._lives) > KEPT * len(self.seeds):
            self._lives.popitem(last=False)
        return found

    def read(self, world: World, reading: Callable[[Life], float]) -> NDArray[np.float64]:
        """Return one number for each seed, read off the runs of a world."""
        return np.array([reading(life) for life in self.lives(world)], dtype=np.float64)

    def values(
        self,
        name: str,
        measure: Callable[[Laboratory], NDArray[np.float64]],
        together: bool = False,
    ) -> NDArray[np.float64]:
        """What a measure of that name comes to over these seeds; not measured again for seeds that the store has.

        `together`: the measure uses all seeds at once, so that other seeds would change each of its numbers.
        """
        among = tuple(self.seeds) if together else ()
        measurement = Measurement(name, measure, self.agents, self.ablation, among, self.settings)
        return measurement.values(
            self.seeds, self.store, lambda seeds: self._measured(measure, seeds)
        )

    def scale(self, world: World) -> float:
        """Return how many simulated persons stand for a real one in a world."""
        return scenario_of(world, self.agents).scale

    def households(self, world: World, place: int = 0) -> NDArray[np.float64]:
        """Return how many simulated households a place has, for each seed."""
        scenario = scenario_of(world, self.agents)
        return np.array(
            [float((scenario.start(s).households["place"] == place).sum()) for s in self.seeds]
        )

    def _measured(
        self, measure: Callable[[Laboratory], NDArray[np.float64]], seeds: Sequence[int]
    ) -> NDArray[np.float64]:
        return measure(replace(self, seeds=seeds))

    def _ready(self, world: World) -> None:
        """Solve the base month of a world, once for all seeds."""
        scenario_of(world, self.agents).calibration()

    def _one(self, world: World, seed: int) -> Life:
        life = live(world, seed, self.agents)
        self.told(world.cluster)
        return life

    def _as_set(self, world: World) -> World:
        """Return the world with all changed numbers, and then with what could impose a pattern neutral."""
        ablation = self.ablation or NOTHING
        for setting in (*self.settings, *ablation.settings):
            world = setting.within(world)
        neutral = tuple(sorted(ablation.parameters.items()))
        if ablation.at_base:
            kept = tuple(each for each in world.parameters if each[0] not in ablation.parameters)
            return replace(world, parameters=kept + neutral)
        kept = tuple(each for each in world.switched if each[0] not in ablation.parameters)
        return replace(world, switched=kept + neutral)

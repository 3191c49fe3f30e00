"""A scenario: a cluster, policies, shocks and a horizon, frozen; it can start an economy for any seed."""

from __future__ import annotations

import hashlib
import json
import os
import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.lives import population_of
from poverty_nodes.model.measures.catalogue import INSTALLED
from poverty_nodes.model.measures.crossing import ACCEPTED, Crossing
from poverty_nodes.model.measures.lines import (
    INTERNATIONAL_LINES,
    LINES_ACCEPTED,
    NATIONAL,
    PovertyLine,
    dollar_line,
    line_name,
    monthly_line,
)
from poverty_nodes.model.measures.local_line import local_line
from poverty_nodes.model.month import Month
from poverty_nodes.model.policies.base import Policy
from poverty_nodes.model.shocks.base import Shock
from poverty_nodes.model.state import State
from poverty_nodes.scenarios.base_month.burn_in import start
from poverty_nodes.scenarios.base_month.calibration import Calibration
from poverty_nodes.scenarios.base_month.calibration_cache import calibrated
from poverty_nodes.scenarios.base_month.compiled_process import by_compiled_code
from poverty_nodes.scenarios.base_month.nearby import Centre
from poverty_nodes.scenarios.base_month.population import enact
from poverty_nodes.scenarios.base_month.stationary_solver import Progress
from poverty_nodes.scenarios.code.closure import reached_here
from poverty_nodes.scenarios.code.own import own_code
from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.errors import Problem, QuestionError
from poverty_nodes.scenarios.inputs.coherent import parameters_in, with_inputs
from poverty_nodes.scenarios.prices import line_in_dollars, line_problem, national_line
from poverty_nodes.scenarios.shocks import described, settle

KEPT_STARTS = max(6, 2 + (os.cpu_count() or 1))
"""Base months kept in memory at least: one for each worker, which has the next scenario of its seed to run."""
KEPT_BYTES = 256_000_000
"""More are kept as long as all together take no more than this: whoever asks again about the same seeds waits less."""
_starts: OrderedDict[tuple[str, int], State] = OrderedDict()
_locks: dict[tuple[str, int], threading.Lock] = {}
_guard = threading.Lock()


@dataclass(frozen=True)
class Scenario:
    """What is simulated. `months` after the base month; `scale` is simulated persons a real one.

    `line` is "3.00", "4.20", "8.30" or any other number (2021 dollars a person a day), "national", or local currency
    of a year ("43 INR 2012 a day"); `parameters`
    changes numbers of model/parameters/all_parameters.py by name; `window` is how many last months the person-level
    tables average.
    `shocks` belong to the world: both arms of a comparison have them. `centre` and `drawn` stand for numbers that
    were drawn: the base month is then found from that of the centre (see `with_inputs`). `model` is an order of the
    month of one's own, from month 1 on: a subclass of `Month` or `ClusterModel`. `crossings` are groups that a run
    measures besides the model's own, such as "gender*contract" (model/measures/crossing.py).
    """

    cluster: ClusterDescription
    policies: tuple[Policy, ...] = ()
    months: int = 60
    scale: float = 0.1
    line: str = "4.20"
    parameters: Mapping[str, float] = field(default_factory=dict)
    window: int = 12
    shocks: tuple[Shock, ...] = ()
    centre: Centre | None = None
    drawn: Mapping[str, float] = field(default_factory=dict)
    model: type[Month] | None = None
    crossings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Give the line and the crossings their names; QuestionError for what is none."""
        problems = []
        try:
            object.__setattr__(self, "line", line_name(self.line))
        except ValueError as error:
            problems.append(Problem("line", str(error), LINES_ACCEPTED))
        else:
            problem = line_problem(self.line, self.cluster.money)
            problems += [] if problem is None else [problem]
        try:
            named = tuple(Crossing.read(each).text for each in self.crossings)
            object.__setattr__(self, "crossings", named)
        except ValueError as error:
            problems.append(Problem("crossings", str(error), ACCEPTED))
        if problems:
            raise QuestionError(problems)

    def with_inputs(self, inputs: Mapping[str, float], centre: Centre | None = None) -> Scenario:
        """The same scenario with some numbers of the cluster or the model others (scenarios/inputs/).

        Without a centre the base month is solved in full, as for a cluster described with these numbers. QuestionError
        if a number is not accepted or they do not hold together.
        """
        return replace(
            self,
            cluster=with_inputs(self.cluster, inputs),
            parameters={**self.parameters, **parameters_in(inputs)},
            centre=centre,
            drawn=dict(inputs) if centre else {},
        )

    @property
    def order_of_month(self) -> type[Month]:
        """The order of events after the base month: that of the model, or one's own."""
        return Month if self.model is None else self.model

    def lines(self) -> NDArray[np.float64]:
        """The poverty lines 3.00, 4.20, 8.30 and national, dollars a person a month."""
        world = [monthly_line(INTERNATIONAL_LINES[name], 2021) for name in ("3.00", "4.20", "8.30")]
        return np.array([*world, national_line(self.cluster.money)])

    @property
    def poverty_line(self) -> PovertyLine:
        """The question's line, with its name and the year of its prices."""
        if (local := local_line(self.line)) is not None:
            return line_in_dollars(local, self.cluster.money)
        if self.line != NATIONAL:
            return dollar_line(self.line)
        monthly = national_line(self.cluster.money)
        return PovertyLine(NATIONAL, monthly * 12 / 365, self.cluster.money.line_year)

    def line_monthly(self) -> float:
        """The question's line, dollars a person a month; an error if its prices are not those of welfare."""
        return monthly_line(self.poverty_line, self.cluster.money.line_year)

    def calibration(self, progress: Progress = lambda *_: None) -> Calibration:
        """The solved base month of this cluster at this scale; from the cache when it was solved before."""
        if self.centre is not None:
            return self.centre.solve(self.drawn, self.scale, progress)
        return calibrated(self.cluster, self.parameters, self.scale, progress)

    def start(self, seed: int) -> State:
        """Month 0 for a seed: the same economy whatever shocks and policies are to come, set on a copy.

        All lives of a population (model/lives.py) share it and differ by what happens from then on.
        """
        state = deepcopy(self._base(population_of(seed)))
        state.seed = seed
        state.shocks = self.settled_shocks
        enact(state, self.policies, self.line_monthly())
        return state

    def _base(self, population: int) -> State:
        """The untouched month 0 of a population, kept for the other scenarios of a comparison."""
        key = (self.base_fingerprint(), population)
        with _guard:
            lock = _locks.setdefault(key, threading.Lock())
        with lock:
            if key in _starts:
                return _starts[key]
            state = by_compiled_code(
                start, self.cluster, self.calibration(), self.scale, self.parameters, population
            )
            with _guard:
                _starts[key] = state
                while len(_starts) > KEPT_STARTS and len(_starts) * state.nbytes > KEPT_BYTES:
                    _locks.pop(_starts.popitem(last=False)[0], None)
            return state

    @property
    def settled_shocks(self) -> tuple[Shock, ...]:
        """The shocks with their buyers' numbers; QuestionError if they do not fit the cluster or each other."""
        return settle(self.shocks, self.cluster) if self.shocks else ()

    def base_fingerprint(self) -> str:
        """Sixty-four digits of what decides the base month: the cluster's numbers, parameters and scale."""
        parts: list[object] = [
            self.cluster.numbers(),
            sorted(self.parameters.items()),
            self.scale,
        ]
        if self.centre is not None:
            near = [self.centre.cluster.numbers(), sorted(self.centre.parameters.items())]
            ends = self.centre.ends and sorted(self.centre.ends.items())
            parts += [near, ends, sorted(self.drawn.items()) if ends else None]
        return _digest([*parts, *_own((type(self), type(self.cluster)))])

    @property
    def made_of(self) -> list[object]:
        """Objects that may be somebody's own and act in a run: policies, shocks, the order of the month, measures."""
        model = [self.model] if self.model else []
        measures = [INSTALLED[name].of for name in INSTALLED]
        return [*self.policies, *self.shocks, *model, *measures]

    def fingerprint(self) -> str:
        """Sixty-four digits of everything that decides the result of a run, labels and notes left out."""
        policies = sorted(
            (policy.name, json.dumps(policy.model_dump(mode="json"), sort_keys=True))
            for policy in self.policies
        )
        shocks = [described(shock) for shock in self.settled_shocks]
        decided = [policies, shocks, self.months, self.line, self.window]
        installed = [f"measures {' '.join(INSTALLED)}"] if INSTALLED else []
        own = _own(self.made_of)
        model = [f"{self.model.__module__}.{self.model.__qualname__}"] if self.model else []
        crossed = [f"crossings {' '.join(self.crossings)}"] if self.crossings else []
        return _digest([self.base_fingerprint(), *decided, *own, *model, *installed, *crossed])


def _own(things: Iterable[object]) -> list[str]:
    """The hash of code from outside this project that the things are made of, if there is any."""
    found = own_code(things, reached_here("poverty_nodes.scenarios.scenario"))
    return [found] if found else []


def _digest(parts: list[object]) -> str:
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()

"""Makes the runs of a design and reads the outcomes: a table of rows by outcomes, NaN where a run failed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.question.question import Measured, Question, measured
from poverty_nodes.experiments.runs.batch import Runs
from poverty_nodes.experiments.runs.failure import FailedRun, Failure
from poverty_nodes.experiments.runs.kinds_of_run.lean_run import Lean
from poverty_nodes.experiments.runs.progress import Progress
from poverty_nodes.experiments.runs.runner import Planned
from poverty_nodes.experiments.sensitivities.designs_and_seeds import Design
from poverty_nodes.experiments.sensitivities.factors import Factors
from poverty_nodes.experiments.sensitivities.rows import Rows
from poverty_nodes.experiments.uncertainty.readings import groups_kept
from poverty_nodes.experiments.uncertainty.runs import make as make_runs
from poverty_nodes.experiments.uncertainty.runs import solve_all, solve_base_months
from poverty_nodes.scenarios.base_month.calibration_cache import is_solved
from poverty_nodes.scenarios.errors import QuestionError
from poverty_nodes.scenarios.inputs import with_inputs
from poverty_nodes.scenarios.inputs.coherent import parameters_in

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Target:
    """An outcome of the analysis: the level in a world, or the effect of the package on it."""

    outcome: Measured
    is_effect: bool

    @property
    def name(self) -> str:
        """As tables call it."""
        return f"effect on {self.outcome.name}" if self.is_effect else self.outcome.name


@dataclass
class Laboratory:
    """Runs designs for one question; `failures` and `asked` count over all of them."""

    question: Question
    factors: Factors
    progress: Progress
    failures: list[FailedRun] = field(default_factory=list)
    asked: int = 0

    def __post_init__(self) -> None:
        """Read off the question what is measured."""
        self.rows = Rows(self.question, self.factors)
        self.outcomes = measured(self.question.outcomes)
        paired = bool(self.question.policies)
        kinds = (False, True) if paired else (False,)
        self.targets = tuple(Target(each, effect) for effect in kinds for each in self.outcomes)
        self.arms = ("without", "with") if paired else ("without",)

    def prepare(self) -> None:
        """Solve the base months that all rows are put together from: the centre and both ends of each axis."""
        centre, scale = self.rows.centre, self.question.share
        solve_base_months(self.question.to_scenarios().values(), self.progress)
        missing = [point for point in centre.axes() if not self._is_solved(point)]
        solve_all([partial(centre.solve_axis, point, scale) for point in missing], self.progress)

    def to_solve(self) -> int:
        """How many base months `prepare` would solve now."""
        return sum(not self._is_solved(point) for point in self.rows.centre.axes())

    def _is_solved(self, drawn: Mapping[str, float]) -> bool:
        centre, scale = self.rows.centre, self.question.share
        cluster = with_inputs(centre.cluster, drawn)
        parameters = {**centre.parameters, **parameters_in(drawn)}
        return is_solved(cluster, parameters, scale, centre.place(scale))

    def measure(self, design: Design, stage: str) -> Numbers:
        """Every target at every row (rows, targets); `stage` names the rows in the table of failures."""
        plan = list(self._plan(design, stage))
        found = np.full((len(design), len(self.targets)), np.nan)
        if not plan:
            return found
        runs = make_runs(self.question, plan, self.progress)
        self.asked += len(runs.keys)
        self.failures += runs.failures
        values = self._read(runs, design, stage)
        for column, target in enumerate(self.targets):
            at = self.outcomes.index(target.outcome)
            last = values[self.arms[-1]][:, at]
            found[:, column] = last - values["without"][:, at] if target.is_effect else last
        return found

    def _plan(self, design: Design, stage: str) -> Iterator[Planned[Lean]]:
        """The runs in the order of rows, so that a stopped batch has whole blocks; equal ones share an object."""
        groups = groups_kept(self.outcomes)
        for row in range(len(design)):
            seed, name = int(design.seeds[row]), f"{stage} {row}"
            try:
                arms = self.rows.arms(self.factors.values(design.places[row]))
            except QuestionError as error:
                message = error.problems[0].message
                why = Failure("FAILED", "inputs that hold together", None, message, "")
                self.failures.append(FailedRun(name, 0, seed, why))
                self.asked += 1
                continue
            for arm, scenario in arms.items():
                yield Planned(f"{name}/{arm}", 0, seed, Lean(scenario, groups))

    def _read(self, runs: Runs, design: Design, stage: str) -> dict[str, Numbers]:
        window = min(self.question.window, self.question.months)
        shape = len(design), len(self.outcomes)
        values = {arm: np.full(shape, np.nan) for arm in self.arms}
        labels: dict[str, list[tuple[str, int]]] = {}
        for name in runs.keys:
            if name not in runs.failed:
                label, arm = name[0].rsplit("/", 1)
                labels.setdefault(runs.keys[name], []).append((arm, int(label.rsplit(" ", 1)[1])))
        for key, result in runs.store.iterate(labels):
            read = [each.of(result, window) for each in self.outcomes]
            for arm, row in labels[key]:
                values[arm][row] = read
        return values


def joined(first: tuple[Design, Numbers], second: tuple[Design, Numbers]) -> tuple[Design, Numbers]:
    """Two parts of one design, one after the other."""
    (before, y), (after, z) = first, second
    design = Design(
        np.concatenate([before.places, after.places]),
        np.concatenate([before.seeds, after.seeds]),
        np.concatenate([before.blocks, after.blocks]),
    )
    return design, np.concatenate([y, z])

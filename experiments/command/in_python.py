"""The verbs as Python functions: they return tables, and write nothing to disk but runs if a store is given."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypedDict, Unpack

from poverty_nodes.experiments.attribution.explain import explain
from poverty_nodes.experiments.impact import Comparison, assess
from poverty_nodes.experiments.question.grammar import literal
from poverty_nodes.experiments.runs.kinds_of_run.whole_run import run_one
from poverty_nodes.experiments.runs.progress import Progress
from poverty_nodes.experiments.runs.runner import execute
from poverty_nodes.experiments.sensitivities.about_scenario import sensitivity_of
from poverty_nodes.experiments.sensitivities.order import ask_sensitivity
from poverty_nodes.experiments.shock.against_no_shock import against_no_shock
from poverty_nodes.experiments.sweeps.doses import dosed
from poverty_nodes.experiments.sweeps.points import ask_sweep
from poverty_nodes.experiments.sweeps.scenarios import sweep_of
from poverty_nodes.model.lives import seeds_of
from poverty_nodes.model.month import Month
from poverty_nodes.model.months import MONTHS
from poverty_nodes.scenarios.errors import Problem, QuestionError
from poverty_nodes.scenarios.scenario import Scenario

if TYPE_CHECKING:
    from poverty_nodes.experiments.sensitivities.analysis import Sensitivity
    from poverty_nodes.experiments.sweeps.study import Study

Scenarios = Mapping[object, Scenario] | Iterable[Scenario]
"""Scenarios by what they are called in tables, or in a row."""


class HowRun(TypedDict, total=False):
    """How the runs of a comparison are made; what is left out has the default of the command line."""

    first_seed: int
    lives: int
    workers: int | None
    store: str | Path | None
    against: Literal["no_shock"] | None


def compare(
    scenario: Scenario,
    seeds: int = 20,
    why: Collection[str] = (),
    model: type[Month] | str | None = None,
    quiet: bool = True,
    **runs: Unpack[HowRun],
) -> Comparison:
    """Compare a scenario's policies with the same cluster without them, person by person.

    How the runs are made (`HowRun`): `first_seed`, `lives`, `workers`, and `store`, a folder in which they are kept and
    found again; None keeps them in memory. TypeError if there is another key, QuestionError if every run fails. The
    result has the tables `winners`, `transitions`, `cost`, `nodes` and `outcomes` as DataFrames, and a `headline`. With
    "components" in `why` it has `attribution`, with "channels" `channels`; with `against="no_shock"` it has `shock`,
    who loses by the shock itself. `model` is a subclass of `Month` or
    `ClusterModel` by which the months go in both worlds, or the name of one that an installed package offers. `seeds`
    counts runs, of which up to `lives` begin with the same people, so that luck can be told from policy
    (model/lives.py).
    """
    if model is not None:
        scenario = replace(scenario, model=MONTHS[model] if isinstance(model, str) else model)
    if unknown := set(runs) - set(HowRun.__annotations__):
        raise TypeError(f"compare() takes no {', '.join(sorted(unknown))}")
    arms = {"without": replace(scenario, policies=()), "with": scenario}
    numbers = seeds_of(runs.get("first_seed", 1), seeds, runs.get("lives", 4))
    workers = runs.get("workers")
    made = execute(arms, numbers, runs.get("store"), run_one, workers, Progress(quiet=quiet))
    made.need_results()
    comparison = assess(made.pairs(), scenario)
    if runs.get("against") is not None:
        comparison = against_no_shock(
            comparison, arms, numbers, made.store, workers, Progress(quiet=quiet)
        )
    return explain(comparison, why, made, scenario, made.store, workers, Progress(quiet=quiet))


def sweep(*asked: str | Scenarios, quiet: bool = True, **keys: object) -> Study:
    """Ask the same of several scenarios, or at many points in the words of the command line.

    `sweep({0.1: few, 0.3: many}, seeds=20)` takes scenarios by name, or a list of them, and keys of a question (seeds,
    first_seed, outcomes, draws, uncertain, groups, store, workers); `sweep("policy.micro_credit.take_up=[0.1,0.3]")`
    takes words. The result has the table `summary`, `to_salib()` and `to_ema()`. QuestionError if anything is wrong.
    """
    from poverty_nodes.experiments.sweeps.study import read, study

    words = tuple(each for each in asked if isinstance(each, str))
    objects = tuple(each for each in asked if not isinstance(each, str))
    if objects and (words or len(objects) > 1):
        raise QuestionError([Problem("Python", "takes one set of scenarios, or words", _SCENARIOS)])
    design = sweep_of(objects[0], keys) if objects else ask_sweep([*words, *_as_words(keys)])
    design = dosed(design, Progress(quiet=quiet))
    runs, left_out = study(design, Progress(quiet=quiet))
    return read(design, runs, left_out, lambda *_: None)


def sensitivity(
    *asked: str | Scenario,
    quiet: bool = True,
    between: Mapping[str, Sequence[object]] = MappingProxyType({}),
    **keys: object,
) -> Sensitivity:
    """Find what drives the outcomes of a scenario, or of a question in the words of the command line.

    `sensitivity(scenario, method="morris", n=8, between={"policy.micro_credit.amount": (200, 1000)})` takes keys of
    the analysis and of a question (outcomes, first_seed, store, workers); `between` are ends of terms and inputs.
    `sensitivity("method=morris", "n=8")` takes words. The result has the tables `indices`, `screening` and
    `convergence`, `to_salib()` and `to_ema()`. QuestionError if anything is wrong.
    """
    from poverty_nodes.experiments.sensitivities.analysis import analysis

    words = [each for each in asked if isinstance(each, str)]
    objects = [each for each in asked if not isinstance(each, str)]
    if objects and (words or len(objects) > 1):
        raise QuestionError([Problem("Python", "takes one scenario, or words", _SCENARIOS)])
    if objects:
        order = sensitivity_of(objects[0], between, keys)
    else:
        order = ask_sensitivity([*words, *_as_words({**between, **keys})])
    return analysis(order, Progress(quiet=quiet))


_SCENARIOS = "sweep({0.1: few, 0.3: many}, seeds=20), sensitivity(scenario, n=8), or words alone"


def _as_words(keys: Mapping[str, object]) -> list[str]:
    """Keys and values as they would be typed."""

    def plain(value: object) -> object:
        if isinstance(value, tuple):
            return [plain(each) for each in value]
        return str(value) if isinstance(value, Path) else value

    return [f"{key}={literal(plain(value))}" for key, value in keys.items()]

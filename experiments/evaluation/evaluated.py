"""A finished evaluation: makes the runs, surveys their worlds, and sums up what the study is worth."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from poverty_nodes.experiments.answer.first_time import prepare
from poverty_nodes.experiments.evaluation.data.real_answers import (
    as_large,
    checked_files,
    read_answers,
)
from poverty_nodes.experiments.evaluation.data.real_estimates import all_estimates
from poverty_nodes.experiments.evaluation.diagnosis.comparators import comparators_table
from poverty_nodes.experiments.evaluation.diagnosis.designs import (
    Design,
    at_follow_up,
    design_table,
    designs_of,
    follow_ups,
)
from poverty_nodes.experiments.evaluation.diagnosis.tables import errors_table, inference_table
from poverty_nodes.experiments.evaluation.diagnosis.trials import Effort, Trials, do_trials
from poverty_nodes.experiments.evaluation.feasible import refuse_impossible, take_up_of
from poverty_nodes.experiments.evaluation.order import Order
from poverty_nodes.experiments.evaluation.panel.panel_run import run_panel
from poverty_nodes.experiments.evaluation.panel.truth import truths
from poverty_nodes.experiments.evaluation.panel.world import World, lottery_of
from poverty_nodes.experiments.evaluation.study.study import Study
from poverty_nodes.experiments.evaluation.worlds import opening_of, panels_of, worlds_of
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.runs.batch import Runs
from poverty_nodes.experiments.runs.progress import Progress
from poverty_nodes.experiments.runs.runner import execute
from poverty_nodes.experiments.runs.store.store_error import StoreError
from poverty_nodes.scenarios.errors import Problem, QuestionError
from poverty_nodes.scenarios.scenario import Scenario

FEWEST = 3
"""Worlds below which there is no spread to speak of."""


@dataclass(frozen=True, repr=False)
class Evaluated:
    """What was found: `truth` what the programme does, `errors` and `inference` what the study makes of it, `designs`
    what other studies would.
    """

    order: Order
    runs: Runs
    seeds: tuple[int, ...]
    truth: pd.DataFrame
    trials: Trials
    errors: pd.DataFrame
    inference: pd.DataFrame
    designs: pd.DataFrame
    comparators: pd.DataFrame
    """How near each place without the programme, alone, comes to the truth that there is nothing to find."""
    data: pd.DataFrame
    """What the answers of a survey that was held say; no rows if there are none."""
    doubts: tuple[str, ...] = ()
    """What looks wrong in the files of these answers, a sentence each."""

    @property
    def first(self) -> str:
        """The estimator that counts."""
        return self.order.study.methods[0]

    def error(self, estimator: str | None = None) -> pd.Series:
        """The row of `errors` of an estimator."""
        chosen = self.errors[self.errors["estimator"] == (estimator or self.first)]
        return chosen.iloc[0]

    def by(self, method: str, estimator: str | None = None) -> pd.Series | None:
        """The row of `inference` of an estimator and a way of being sure; None if it has none."""
        table = self.inference
        chosen = table[(table["estimator"] == (estimator or self.first)) & (table["by"] == method)]
        return None if chosen.empty else chosen.iloc[0]


def evaluate(order: Order, progress: Progress) -> Evaluated:
    """Make the runs that are missing and survey their worlds; QuestionError if the study cannot be."""
    question = order.question
    scenarios = question.to_scenarios()
    line, take_up = scenarios["with"].line_monthly(), take_up_of(question)
    doubts = checked_files(order.study)
    answers = read_answers(order.study, line) if order.study.data else None
    order = order if answers is None else replace(order, study=as_large(order.study, answers))
    study = order.study
    for cluster in _clusters(order):
        prepare(cluster, progress)
    refuse_impossible(order)
    runs = _runs(order, progress)
    worlds = list(worlds_of(order, runs))
    if len(worlds) < FEWEST:
        message = f"{len(worlds)} worlds have both their runs, too few to know any chance"
        raise QuestionError([Problem("seeds", message, f"at least {FEWEST}")])
    with progress.stage("what the programme truly does"):
        truth = truths(worlds, line, study.outcome, study.waves, study.who)
    with progress.parts("surveying every world") as told:
        trials = do_trials(worlds, study, line, take_up, told=told)
    ranked = comparators_table(worlds, study, line, take_up)
    with progress.parts("trying other studies") as told:
        others = design_table(_designs(order, worlds, ranked), worlds, line, take_up, told)

    def again(other: Study, effort: Effort) -> Trials:
        return do_trials(worlds, other, line, take_up, effort)

    return Evaluated(
        order,
        runs,
        tuple(world.seed for world in worlds),
        truth,
        trials,
        errors_table(trials),
        inference_table(trials),
        others,
        ranked,
        all_estimates(answers, trials, again) if answers is not None else pd.DataFrame(),
        doubts,
    )


def _clusters(order: Order) -> list[Scenario]:
    """A scenario of each cluster that is asked, the cluster itself first."""
    panels = panels_of(order, order.study.waves).items()
    return [each.scenario for label, each in panels if label.startswith("without")]


def _designs(order: Order, worlds: list[World], ranked: pd.DataFrame) -> list[Design]:
    """Other studies of the same question, and the study itself at other months of its last wave."""
    study, names = order.study, [] if ranked.empty else list(ranked["comparator"])
    found = designs_of(study, _can_draw_lots(order.question, worlds), names)
    if study.assignment == "waves":
        return found
    months = follow_ups(study, opening_of(order.question))
    return [*found, *(at_follow_up(study, month) for month in months)]


def _runs(order: Order, progress: Progress) -> Runs:
    question = order.question
    later = follow_ups(order.study, opening_of(question))
    panels = panels_of(order, tuple(sorted({*order.study.waves, *later})))
    try:
        return execute(
            panels, question.seed_numbers, question.store, run_panel, question.workers, progress
        )
    except StoreError as error:
        raise QuestionError([Problem("store", str(error))]) from error


def _can_draw_lots(question: Question, worlds: list[World]) -> bool:
    """Whether the programme's own draw can be studied: one programme, and winners as well as losers in every world."""
    if len(question.policies) != 1 or question.policies[0].serves == "rule":
        return False
    drawn = [lottery_of(world, take_up_of(question)) for world in worlds]
    return all(each.won.any() and (each.inside & ~each.won).any() for each in drawn)

"""Does what `validate` was asked for, says how far it is, and sums up."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from poverty_nodes.experiments.evidence.harness.dry_laboratory import Counted
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.moments import Measured, measure_all
from poverty_nodes.experiments.evidence.harness.pattern import Pattern
from poverty_nodes.experiments.evidence.harness.stationarity import Drift, drifts
from poverty_nodes.experiments.evidence.ledger.leave_one_out import Alone, judge_leave_one_out
from poverty_nodes.experiments.evidence.ledger.ledger import Entry, judge_all
from poverty_nodes.experiments.evidence.ledger.order import Order
from poverty_nodes.experiments.evidence.ledger.plan import plan_of, series_of
from poverty_nodes.experiments.evidence.ledger.publish import publish
from poverty_nodes.experiments.evidence.ledger.series import Point
from poverty_nodes.experiments.evidence.ledger.totals import totals_of
from poverty_nodes.experiments.evidence.trials.trial import Result, Trial, headline, run_trial
from poverty_nodes.experiments.evidence.trials.untested import UNTESTED
from poverty_nodes.experiments.record.record import Record
from poverty_nodes.experiments.runs.progress import Progress
from poverty_nodes.experiments.runs.store.disk import Store
from poverty_nodes.experiments.uncertainty.runs import solve_all


@dataclass(frozen=True)
class Ledger:
    """A finished validation: what was found, and where it was written."""

    entries: tuple[Entry, ...]
    moments: tuple[Measured, ...]
    drifts: tuple[Drift, ...]
    series: tuple[Point, ...]
    outputs: tuple[Path, ...]
    seconds: float
    trials: tuple[Result, ...] = ()
    leave_one_out: tuple[Alone, ...] = ()

    @property
    def on_trials(self) -> str:
        """How many published effects overlap."""
        return headline(self.trials, UNTESTED)

    @property
    def headline(self) -> str:
        """The honest totals."""
        return totals_of(self.entries).words()


def validate(
    order: Order, patterns: Sequence[Pattern], progress: Progress, trials: Sequence[Trial] = ()
) -> Ledger:
    """Run the experiments, write the ledger, return it. QuestionError if the folder cannot be written."""
    began = time.monotonic()
    record = Record.of("validate", order.as_mapping(how=False))
    laboratory = Laboratory(
        range(1, order.seeds + 1), order.workers, store=Store(Path(order.store))
    )
    chosen = [each for each in patterns if each.id in order.patterns]
    entries: tuple[Entry, ...] = ()
    moments: tuple[Measured, ...] = ()
    quiet: tuple[Drift, ...] = ()
    series: tuple[Point, ...] = ()
    tried = [each for each in trials if each.id in order.trials and "trials" in order.parts]
    results: list[Result] = []
    leave_one_out: tuple[Alone, ...] = ()
    plan = plan_of(order, chosen, tried, laboratory)
    plan.refuse_without_memory()
    solve_all([each.calibration for each in plan.dry.unsolved.values()], progress)
    ahead = iter(plan.ahead)
    with progress.steps(len(plan.dry.lived)) as steps:
        laboratory = Counted.of(laboratory, plan.dry, steps)
        if "patterns" in order.parts:
            entries = judge_all(chosen, laboratory, lambda _: steps.left(next(ahead)))
            series = series_of(chosen, laboratory)
            if order.leave_one_out:
                leave_one_out = tuple(judge_leave_one_out(entries, laboratory, _nothing))
        for trial in tried:
            results += run_trial(trial, laboratory)
        if "moments" in order.parts:
            moments = measure_all(laboratory, _nothing)
        if "quiet" in order.parts:
            quiet = tuple(drifts(laboratory, order.clusters, _nothing))
    outputs = publish(order, record, entries, moments, quiet, series, results, leave_one_out)
    spent = time.monotonic() - began
    return Ledger(entries, moments, quiet, series, outputs, spent, tuple(results), leave_one_out)


def _nothing(*_: object) -> None:
    """What is finished is counted by its runs."""

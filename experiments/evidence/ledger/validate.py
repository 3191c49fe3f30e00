"""Does what `validate` was asked for, says how far it is, and sums up."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.moments import MOMENTS, Measured, measure_all
from poverty_nodes.experiments.evidence.harness.pattern import Pattern
from poverty_nodes.experiments.evidence.harness.stationarity import Drift, drifts
from poverty_nodes.experiments.evidence.harness.world import NotTestableError
from poverty_nodes.experiments.evidence.ledger.leave_one_out import Alone, judge_leave_one_out
from poverty_nodes.experiments.evidence.ledger.ledger import Entry, judge_all
from poverty_nodes.experiments.evidence.ledger.order import Order
from poverty_nodes.experiments.evidence.ledger.publish import publish
from poverty_nodes.experiments.evidence.ledger.series import Point, points
from poverty_nodes.experiments.evidence.ledger.totals import totals_of
from poverty_nodes.experiments.evidence.trials.trial import Result, Trial, headline, run_trial
from poverty_nodes.experiments.evidence.trials.untested import UNTESTED
from poverty_nodes.experiments.record.record import Record
from poverty_nodes.experiments.runs.progress import Progress
from poverty_nodes.experiments.runs.store.disk import Store


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
    store = Store(Path(order.output) / "store")
    laboratory = Laboratory(range(1, order.seeds + 1), order.workers, store=store)
    chosen = [each for each in patterns if each.id in order.patterns]
    entries: tuple[Entry, ...] = ()
    moments: tuple[Measured, ...] = ()
    quiet: tuple[Drift, ...] = ()
    series: tuple[Point, ...] = ()
    tried = [each for each in trials if each.id in order.trials and "trials" in order.parts]
    results: list[Result] = []
    leave_one_out: tuple[Alone, ...] = ()
    steps = len(chosen) * ("patterns" in order.parts) * (1 + order.leave_one_out) + len(tried)
    steps += len(MOMENTS) * ("moments" in order.parts)
    steps += len(order.clusters) * ("quiet" in order.parts)
    with progress.steps(steps, "patterns, trials and measures") as told:
        count = told.done
        laboratory.told = lambda _: told.run()
        if "patterns" in order.parts:
            entries = judge_all(chosen, laboratory, lambda _: count(False))
            series = _series(chosen, laboratory)
            if order.leave_one_out:
                leave_one_out = tuple(
                    judge_leave_one_out(entries, laboratory, lambda: count(False))
                )
        for trial in tried:
            results += run_trial(trial, laboratory)
            count(False)
        if "moments" in order.parts:
            moments = measure_all(laboratory, lambda: count(False))
        if "quiet" in order.parts:
            quiet = tuple(drifts(laboratory, order.clusters, lambda: count(False)))
    outputs = publish(order, record, entries, moments, quiet, series, results, leave_one_out)
    spent = time.monotonic() - began
    return Ledger(entries, moments, quiet, series, outputs, spent, tuple(results), leave_one_out)


def _series(chosen: Sequence[Pattern], laboratory: Laboratory) -> tuple[Point, ...]:
    """The series of Torreon when its pattern is in the ledger."""
    if not any(each.id == "p01" for each in chosen):
        return ()
    try:
        return points(laboratory)
    except NotTestableError:
        return ()

"""Does what `validate` was asked for, says how far it is, and sums up."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from poverty_nodes.experiments.evidence.harness.dry_laboratory import Counted
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.moments import measure_all
from poverty_nodes.experiments.evidence.harness.stationarity import drifts
from poverty_nodes.experiments.evidence.ledger.asked import Asked
from poverty_nodes.experiments.evidence.ledger.found import Found
from poverty_nodes.experiments.evidence.ledger.leave_one_out import judge_leave_one_out
from poverty_nodes.experiments.evidence.ledger.ledger import judge_all
from poverty_nodes.experiments.evidence.ledger.order import Order
from poverty_nodes.experiments.evidence.ledger.plan import Plan, plan_of, series_of
from poverty_nodes.experiments.evidence.ledger.publish import publish
from poverty_nodes.experiments.evidence.propositions.inertness import all_moved
from poverty_nodes.experiments.evidence.trials.trial import Result, Trial, run_trial
from poverty_nodes.experiments.record.record import Record
from poverty_nodes.experiments.runs.progress import Progress, Steps
from poverty_nodes.experiments.runs.store.disk import Store
from poverty_nodes.experiments.uncertainty.runs import solve_all


@dataclass(frozen=True)
class Ledger:
    """A finished validation: what was found, and where it was written."""

    found: Found
    outputs: tuple[Path, ...]
    seconds: float


def validate(order: Order, all_there_is: Asked, progress: Progress) -> Ledger:
    """Run the experiments, write the ledger, return it. QuestionError if the folder cannot be written."""
    began = time.monotonic()
    record = Record.of("validate", order.as_mapping(how=False))
    store = Store(Path(order.store))
    laboratory = Laboratory(range(1, order.seeds + 1), order.workers, store=store)
    asked = all_there_is.chosen(order)
    plan = plan_of(order, asked, laboratory)
    plan.refuse_without_memory()
    solve_all([each.calibration for each in plan.dry.unsolved.values()], progress)
    with progress.steps(len(plan.dry.lived)) as steps:
        counted = Counted.of(laboratory, plan.dry, steps)
        found = _found(order, asked, counted, plan, steps)
    outputs = publish(order, record, found)
    return Ledger(found, outputs, time.monotonic() - began)


def _found(order: Order, asked: Asked, laboratory: Laboratory, plan: Plan, steps: Steps) -> Found:
    ahead = iter(plan.ahead)

    def judged(_: object) -> None:
        steps.left(next(ahead))

    entries = judge_all(asked.patterns, laboratory, judged)
    alone = judge_leave_one_out(entries, laboratory, _nothing) if order.leave_one_out else ()
    return Found(
        entries=entries,
        leave_one_out=tuple(alone),
        series=series_of(asked.patterns, laboratory),
        paper=judge_all(asked.propositions, laboratory, judged),
        moved=tuple(all_moved(laboratory, _nothing)) if order.has("paper") else (),
        trials=tuple(_trials(asked.trials, laboratory)),
        moments=measure_all(laboratory, _nothing) if order.has("moments") else (),
        drifts=tuple(drifts(laboratory, order.clusters, _nothing)) if order.has("quiet") else (),
    )


def _trials(trials: Sequence[Trial], laboratory: Laboratory) -> Iterator[Result]:
    for trial in trials:
        yield from run_trial(trial, laboratory)


def _nothing(*_: object) -> None:
    """What is finished is counted by its runs."""

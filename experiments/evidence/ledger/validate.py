"""Runs a validation, reports progress, and sums up."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from poverty_nodes.experiments.evidence.artefacts.audit import audit
from poverty_nodes.experiments.evidence.harness.dry_laboratory import Counted
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.moments import measure_all
from poverty_nodes.experiments.evidence.harness.stationarity import drifts
from poverty_nodes.experiments.evidence.ledger.asked import Asked
from poverty_nodes.experiments.evidence.ledger.found import Found
from poverty_nodes.experiments.evidence.ledger.leave_one_out import judge_leave_one_out
from poverty_nodes.experiments.evidence.ledger.ledger import Entry, judge_all
from poverty_nodes.experiments.evidence.ledger.order import Order
from poverty_nodes.experiments.evidence.ledger.plan import (
    Plan,
    cheapest_first,
    plan_of,
    series_of,
)
from poverty_nodes.experiments.evidence.ledger.publish import publish
from poverty_nodes.experiments.evidence.ledger.terminal_lines import entry_line
from poverty_nodes.experiments.evidence.propositions.inertness import all_moved
from poverty_nodes.experiments.evidence.trials.trial import Result, Trial, run_trial
from poverty_nodes.experiments.record.record import Record
from poverty_nodes.experiments.runs.progress import Pace, Progress
from poverty_nodes.experiments.runs.store.disk import Store


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
    asked = cheapest_first(all_there_is.chosen(order), laboratory)
    plan = plan_of(order, asked, laboratory)
    plan.refuse_without_memory()
    with progress.steps(len(plan.dry.lived)) as steps:
        counted = Counted.of(laboratory, plan.dry, steps)
        found = _found(order, asked, counted, plan, Said(steps, progress))
    outputs = publish(order, record, found)
    return Ledger(found, outputs, time.monotonic() - began)


@dataclass(frozen=True)
class Said:
    """Reports results as they come, and how much is left."""

    steps: Pace
    progress: Progress

    def judged(self, ahead: Iterator[int]) -> Callable[[Entry], None]:
        """Return the function to be called with each entry."""

        def say(entry: Entry) -> None:
            self.steps.left(next(ahead))
            self.progress.note(entry_line(entry))

        return say


def _found(order: Order, asked: Asked, laboratory: Laboratory, plan: Plan, said: Said) -> Found:
    judged, look = said.judged(iter(plan.ahead)), bool(order.quick)
    entries = in_order(judge_all(asked.patterns, laboratory, judged, look))
    claims = [each.pattern for each in entries if each.status == "reproduced"]
    alone = judge_leave_one_out(entries, laboratory, _nothing) if order.leave_one_out else ()
    return Found(
        entries=entries,
        leave_one_out=tuple(alone),
        series=series_of(asked.patterns, laboratory),
        paper=in_order(judge_all(asked.propositions, laboratory, judged, look)),
        moved=tuple(all_moved(laboratory, _nothing)) if order.has("paper") else (),
        trials=tuple(_trials(asked.trials, laboratory)),
        moments=measure_all(laboratory, _nothing) if order.has("moments") else (),
        audited=tuple(audit(claims, laboratory)) if order.has("artefacts") else (),
        drifts=tuple(drifts(laboratory, order.clusters, _nothing)) if order.has("quiet") else (),
    )


def _trials(trials: Sequence[Trial], laboratory: Laboratory) -> Iterator[Result]:
    for trial in trials:
        yield from run_trial(trial, laboratory)


def in_order(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return entries by their numbers, in whatever order they were judged."""
    return tuple(sorted(entries, key=lambda each: each.pattern.id))


def _nothing(*_: object) -> None:
    """Count what is finished by its runs."""

"""A finished batch: the results of a question by its own names, read when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from poverty_nodes.experiments.runs.failure import FailedRun, Failure
from poverty_nodes.experiments.runs.store.store import AbstractStore
from poverty_nodes.model.result import RunResult
from poverty_nodes.scenarios.errors import Problem, QuestionError

Name = tuple[str, int, int]
"""Label of the scenario, draw, seed."""


@dataclass(frozen=True)
class Runs:
    """The runs of one question; they stay in the store, and one or two at a time are in memory.

    `keys` and `failed` are in the order of the plan, so that nothing depends on which run finished
    first. `computed` runs were made now; `reused` were in the store or are the same as another of
    this question.
    """

    store: AbstractStore
    keys: Mapping[Name, str]
    failed: Mapping[Name, Failure]
    computed: int
    reused: int

    @property
    def failures(self) -> tuple[FailedRun, ...]:
        """The runs without a result, ready for `write_failures`."""
        return tuple(FailedRun(*name, failure) for name, failure in self.failed.items())

    @property
    def labels(self) -> tuple[str, ...]:
        """The scenarios, in the order of the plan."""
        return tuple(dict.fromkeys(label for label, _, _ in self.keys))

    def need_results(self) -> None:
        """QuestionError, with the first failure, if all runs of a scenario failed: nothing can be said of it then."""
        lost = [
            label
            for label in self.labels
            if all(name in self.failed for name in self.keys if name[0] == label)
        ]
        if lost:
            which = "every run" if len(lost) == len(self.labels) else f"every run '{lost[0]}'"
            first = next(each for each in self.failures if each.scenario == lost[0])
            message = f"{which} failed; the first: {first.failure.message}"
            raise QuestionError([Problem("runs", message, remedy="mend what it says")])

    def result(self, label: str, seed: int, draw: int = 0) -> RunResult:
        """The result of one run; KeyError if it was not asked for, or says why it failed."""
        name = (label, draw, seed)
        if name in self.failed:
            raise KeyError(f"{_words(name)} failed: {self.failed[name].message}")
        if name not in self.keys:
            raise KeyError(f"{_words(name)} was not asked for")
        for _, result in self.store.iterate([self.keys[name]]):
            return result
        raise KeyError(f"{_words(name)} is no longer in the store")

    def results(self, label: str) -> Iterator[tuple[int, int, RunResult]]:
        """Walk through draw, seed and result of a scenario; failed runs are left out."""
        names = [name for name in self.keys if name[0] == label and name not in self.failed]
        found = self.store.iterate([self.keys[name] for name in names])
        for name in names:
            key, result = next(found, ("", None))
            if result is None or key != self.keys[name]:
                raise KeyError(f"{_words(name)} is no longer in the store")
            yield name[1], name[2], result

    def pairs(
        self, first: str = "without", second: str = "with", draw: int = 0
    ) -> Iterator[tuple[int, RunResult, RunResult]]:
        """Walk through seed and both results; a seed for which one of them failed is left out."""
        complete = self.keys.keys() - self.failed.keys()
        for name in self.keys:
            other = (second, *name[1:])
            if name[:2] == (first, draw) and {name, other} <= complete:
                yield name[2], self.result(*_by_seed(name)), self.result(*_by_seed(other))


def _by_seed(name: Name) -> tuple[str, int, int]:
    label, draw, seed = name
    return label, seed, draw


def _words(name: Name) -> str:
    label, draw, seed = name
    return f"the run of '{label}' with seed {seed}" + (f" and draw {draw}" if draw else "")

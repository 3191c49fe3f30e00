"""Where runs are kept: what every store offers, and the one that forgets when the program ends."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext

from poverty_nodes.experiments.runs.failure import ABORTED
from poverty_nodes.experiments.runs.key import Fingerprinted, model_version
from poverty_nodes.experiments.runs.outcome import Outcome
from poverty_nodes.model.result import RunResult

Keep = Callable[[Outcome], None]


class AbstractStore(ABC):
    """Outcomes by key. A key that has a result keeps it, whatever is added later.

    A store is for one version of the model, this one unless another is named: it is part of keys.
    """

    version: str

    @abstractmethod
    def known(self, keys: Iterable[str]) -> dict[str, Outcome]:
        """What became of each run that the store has, without the results."""

    @abstractmethod
    def iterate(self, keys: Iterable[str]) -> Iterator[tuple[str, RunResult]]:
        """The results in the order asked, read one by one; keys without a result are left out."""

    @abstractmethod
    def keeping(self) -> AbstractContextManager[Keep]:
        """Give the function that keeps an outcome; at the end, however it comes, all are safe."""

    def describe(self, scenarios: Mapping[str, Fingerprinted]) -> None:  # noqa: B027
        """Take note of what is run, by fingerprint, so that `store verify` can run it again."""

    def find(self, keys: Iterable[str]) -> dict[str, RunResult]:
        """All the results asked for at once; for many, `iterate` spares memory."""
        return dict(self.iterate(keys))


class MemoryStore(AbstractStore):
    """A store for small questions asked from Python: nothing is written."""

    def __init__(self, version: str | None = None) -> None:
        """Start empty."""
        self.version = version or model_version()
        self._outcomes: dict[str, Outcome] = {}

    def known(self, keys: Iterable[str]) -> dict[str, Outcome]:
        """What became of each run that the store has."""
        return {key: self._outcomes[key] for key in keys if key in self._outcomes}

    def iterate(self, keys: Iterable[str]) -> Iterator[tuple[str, RunResult]]:
        """The results in the order asked."""
        for key in keys:
            outcome = self._outcomes.get(key)
            if outcome and outcome.result:
                yield key, outcome.result

    def keeping(self) -> AbstractContextManager[Keep]:
        """Give the function that keeps an outcome."""
        return nullcontext(self._keep)

    def _keep(self, outcome: Outcome) -> None:
        if supersedes(outcome, self._outcomes.get(outcome.key)):
            self._outcomes[outcome.key] = outcome


def supersedes(new: Outcome, old: Outcome | None) -> bool:
    """Whether of two outcomes of the same run the later one counts.

    Only a success is final. An aborted run says nothing about a run that failed by itself.
    """
    if old is None:
        return True
    return old.failure is not None and (new.status != ABORTED or old.status == ABORTED)

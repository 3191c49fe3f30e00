"""The run store on disk: a folder of shards that many programs may write and read at once."""

from __future__ import annotations

import os
import time
import warnings
from collections import OrderedDict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from poverty_nodes.experiments.runs.key import Fingerprinted, model_version
from poverty_nodes.experiments.runs.outcome import Outcome
from poverty_nodes.experiments.runs.store.batching import ShardBatch
from poverty_nodes.experiments.runs.store.descriptions import Descriptions
from poverty_nodes.experiments.runs.store.durable_file import UNFINISHED, interrupt_afterwards
from poverty_nodes.experiments.runs.store.shard import NotAShardError, Shard
from poverty_nodes.experiments.runs.store.store import AbstractStore, Keep, supersedes
from poverty_nodes.experiments.runs.store.store_error import StoreError, StoreWarning
from poverty_nodes.model.result import RunResult

if TYPE_CHECKING:
    from poverty_nodes.experiments.runs.store.recipe import Clusters, Recipe

_OPEN_SHARDS = 8
_BYTES_TOGETHER = 4_000_000
"""Small runs that lie beside each other are read in one go up to this size: opening each takes longer than reading."""
DAMAGED = "damaged-"
"""How the name of a shard begins after a result in it could not be read."""
ABANDONED = 24 * 3600.0
"""Seconds after which an unfinished file is nobody's: a writer finishes its own within minutes."""


class _Place(NamedTuple):
    shard: Path
    row: int


_NOWHERE = _Place(Path(), 0)


class Store(AbstractStore):
    """Runs of one version of the model in a folder; those of other versions lie untouched.

    The shards themselves are the ledger: there is no index that could disagree with them. A file
    that is cut short or foreign is named in a `StoreWarning` and left aside.
    """

    def __init__(
        self,
        folder: str | Path,
        version: str | None = None,
        runs_per_shard: int = 100,
        seconds_at_risk: float = 5.0,
        sets_aside: bool = True,
    ) -> None:
        """Look at `folder`, which need not exist yet.

        A shard is finished after `runs_per_shard` runs or `seconds_at_risk` seconds, whichever
        comes first; in a long batch the seconds grow to a fiftieth of its duration, a minute at
        most, so that shards stay few. A shard of which a result turns out to be damaged is given another
        name unless `sets_aside` is False, so that its runs are made again by whoever asks for them.
        """
        self.version = version or model_version()
        self.folder = Path(folder)
        self._prefix = f"part-{self.version[:12]}-"
        self._limits = runs_per_shard, seconds_at_risk
        self._sets_aside = sets_aside
        self.left_aside: dict[Path, str] = {}
        """Files that could not be read, with the reason."""
        self._forget()
        self._open: OrderedDict[Path, Shard] = OrderedDict()

    def known(self, keys: Iterable[str]) -> dict[str, Outcome]:
        """What became of each run that the store has by now, without the results."""
        self.refresh()
        return {key: self._outcomes[key] for key in keys if key in self._outcomes}

    def iterate(self, keys: Iterable[str]) -> Iterator[tuple[str, RunResult]]:
        """The results in the order asked, few in memory at a time. StoreError if one is damaged."""
        asked = list(keys)
        if not self._places.keys() >= set(asked):
            self.refresh()
        waiting = deque(key for key in asked if key in self._places)
        while waiting:
            together = self._together(waiting)
            yield from zip(together, self._found(together), strict=True)

    @contextmanager
    def keeping(self) -> Iterator[Keep]:
        """Give the function that keeps an outcome. StoreError if the disk is full or read-only."""
        self._remove_abandoned()
        batch = ShardBatch(self.folder, self._prefix, *self._limits)

        def keep(outcome: Outcome) -> None:
            with self._writing(batch):
                batch.add(outcome)

        try:
            yield keep
        finally:
            with self._writing(batch):
                batch.finish()

    def describe(self, scenarios: Mapping[str, Fingerprinted]) -> None:
        """Write down what is run, each scenario once. StoreError if the disk is full or read-only."""
        with self._writing():
            self._descriptions.add(scenarios)

    @cached_property
    def _descriptions(self) -> Descriptions:
        return Descriptions(self.folder, self.version)

    def recipes(self) -> tuple[dict[str, Recipe], Clusters]:
        """What was run, by fingerprint; files of it that cannot be read are put to `left_aside`."""
        found = self._descriptions.read()
        self.left_aside |= dict.fromkeys(
            self._descriptions.unreadable, "it is cut short or damaged"
        )
        return found

    def everything(self) -> dict[str, Outcome]:
        """What became of every run of this version, by key, without the results."""
        self.refresh()
        return dict(self._outcomes)

    def refresh(self) -> None:
        """Take notice of shards that were finished since the last look."""
        for path in sorted(set(self.folder.glob(f"{self._prefix}*.parquet")) - self._seen):
            self._seen.add(path)
            try:
                self._enter(path)
            except NotAShardError as error:
                self.left_aside[path] = str(error)
                message = f"'{path}' is left aside: {error}; the runs in it are made again"
                warnings.warn(message, StoreWarning, stacklevel=2)

    def close(self) -> None:
        """Let go of the files that are open for reading; the store can be used again."""
        while self._open:
            self._open.popitem()[1].close()

    def _forget(self) -> None:
        self._seen: set[Path] = set()
        self._places: dict[str, _Place] = {}
        self._outcomes: dict[str, Outcome] = {}

    def _enter(self, path: Path) -> None:
        shard = Shard(path)
        for row, outcome in enumerate(shard.ledger()):
            if supersedes(outcome, self._outcomes.get(outcome.key)):
                self._outcomes[outcome.key] = outcome
                if outcome.failure is None:
                    self._places[outcome.key] = _Place(path, row)
        shard.close()

    def _together(self, waiting: deque[str]) -> list[str]:
        """Take from the left the keys that are read in one go: of one shard, and of few bytes in all."""
        found = [waiting.popleft()]
        path, row = self._place(found[0])
        if not path.exists():
            return found
        with self._reading(path) as shard:
            size = shard.size(row)
            while waiting and self._places.get(waiting[0], _NOWHERE).shard == path:
                size += shard.size(self._places[waiting[0]].row)
                if size > _BYTES_TOGETHER:
                    break
                found.append(waiting.popleft())
        return found

    def _found(self, keys: Sequence[str]) -> Iterator[RunResult]:
        """The results of keys that stood in one shard."""
        if self._places[keys[0]].shard.exists():
            yield from self._read(self._places[keys[0]].shard, keys)
            return
        self._forget()  # `store gc` has put its runs elsewhere
        self.refresh()
        for key in keys:
            yield from self._read(self._place(key).shard, [key])

    def _place(self, key: str) -> _Place:
        if key not in self._places:
            raise StoreError(f"a run is gone from '{self.folder}'; type the same command again")
        return self._places[key]

    def _read(self, path: Path, keys: Sequence[str]) -> list[RunResult]:
        with self._reading(path) as shard:
            return shard.results([self._places[key].row for key in keys])

    @contextmanager
    def _reading(self, path: Path) -> Iterator[Shard]:
        """A shard open for reading; it is set aside if it turns out to be damaged."""
        try:
            yield self._shard(path)
        except NotAShardError as error:
            remedy = self._set_aside(path) if error.is_lasting else "type the same command again"
            raise StoreError(f"'{path}' cannot be read: {error}; {remedy}") from error

    def _set_aside(self, path: Path) -> str:
        """Take a damaged shard out of the way, and say how it goes on."""
        runs = sum(place.shard == path for place in self._places.values())
        self.left_aside[path] = "a result in it is damaged"
        if not self._sets_aside:
            return "`poverty-nodes store gc` removes what is damaged"
        self.close()
        aside = path.with_name(DAMAGED + path.name)
        try:
            path.rename(aside)
        except OSError:
            return "the folder cannot be written either: choose another store=FOLDER"
        self._forget()
        return (
            f"it is called '{aside.name}' now: type the same command again, and the {runs} run{'s' * (runs != 1)} in "
            "it are made anew"
        )

    def _shard(self, path: Path) -> Shard:
        if path not in self._open:
            if len(self._open) >= _OPEN_SHARDS:
                self._open.popitem(last=False)[1].close()
            self._open[path] = Shard(path)
        self._open.move_to_end(path)
        return self._open[path]

    def _remove_abandoned(self) -> None:
        for path in self.folder.glob(f"{UNFINISHED}*.parquet"):
            with suppress(OSError):  # another program may have removed it first
                if time.time() - path.stat().st_mtime > ABANDONED:
                    path.unlink()

    @contextmanager
    def _writing(self, batch: ShardBatch | None = None) -> Iterator[None]:
        try:
            with interrupt_afterwards():
                yield
        except OSError as error:
            if batch is not None:
                batch.discard()
            # What pyarrow raises has a number only.
            reason = os.strerror(error.errno).lower() if error.errno else str(error)
            raise StoreError(
                f"runs cannot be kept in '{self.folder}': {reason}; what was kept is safe; "
                "make room or choose another store=FOLDER, then type the same command again"
            ) from error

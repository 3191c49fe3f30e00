"""When a shard is full: few files, yet never many seconds of work at risk."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from poverty_nodes.experiments.runs.outcome import Outcome
from poverty_nodes.experiments.runs.store.columns import schema_for
from poverty_nodes.experiments.runs.store.shard import ShardWriter

_SHARE_AT_RISK = 1 / 50
_MOST_SECONDS_AT_RISK = 60.0


@dataclass
class ShardBatch:
    """Spreads outcomes over shards; results with other columns go to another shard. It begins with none written."""

    folder: Path
    prefix: str
    runs_per_shard: int
    seconds: float
    _writers: dict[pa.Schema, ShardWriter] = field(default_factory=dict)
    _began: float = field(default_factory=time.monotonic)
    _last_finish: float = field(default_factory=time.monotonic)

    def add(self, outcome: Outcome) -> None:
        """Write an outcome; now and then finish the shards."""
        writer = self._writer(outcome)
        writer.add(outcome)
        if writer.rows >= self.runs_per_shard or self._is_late():
            self.finish()

    def finish(self) -> None:
        """Make everything added so far durable and visible."""
        while self._writers:
            schema = next(iter(self._writers))
            self._writers[schema].finish()
            del self._writers[schema]
        self._last_finish = time.monotonic()

    def discard(self) -> None:
        """Give up what is not finished."""
        while self._writers:
            self._writers.popitem()[1].discard()

    def _writer(self, outcome: Outcome) -> ShardWriter:
        if outcome.failure and self._writers:
            return next(iter(self._writers.values()))  # a failure has no columns of its own
        schema = schema_for(outcome.result)
        if schema not in self._writers:
            self._writers[schema] = ShardWriter(self.folder, self.prefix, schema)
        return self._writers[schema]

    def _is_late(self) -> bool:
        now = time.monotonic()
        grown = min((now - self._began) * _SHARE_AT_RISK, _MOST_SECONDS_AT_RISK)
        return now - self._last_finish >= max(self.seconds, grown)

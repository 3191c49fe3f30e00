"""Forgets runs that failed, so that whoever asks for them has them made again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from poverty_nodes.experiments.output.terminal_table import Row
from poverty_nodes.experiments.runs.key import model_version
from poverty_nodes.experiments.runs.outcome import Outcome
from poverty_nodes.experiments.runs.store.garbage_collection import Piece
from poverty_nodes.experiments.runs.store.shard import NotAShardError, Shard

FORGOTTEN = "failed runs"


@dataclass(frozen=True)
class Failed:
    """The files in which there are failed runs, and those runs."""

    pieces: list[Piece]
    outcomes: list[Outcome]

    def rows(self) -> list[Row]:
        """A row for each thing that went wrong, the most frequent first."""
        counts = Counter(_what(each) for each in self.outcomes)
        return [
            {"id": message, "stage": stage, "status": status, "runs": number}
            for (message, stage, status), number in counts.most_common()
        ]


def find_failed(folder: Path, version: str | None = None) -> Failed:
    """Look for failed runs of this version of the model; nothing is touched."""
    pieces, outcomes = [], []
    for path in sorted(folder.glob(f"part-{(version or model_version())[:12]}-*.parquet")):
        ledger = list(_ledger(path))
        failed = [each for each in ledger if each.failure is not None]
        if failed:
            stay = tuple(row for row, each in enumerate(ledger) if each.failure is None)
            pieces.append(Piece(path, FORGOTTEN, 0, stay))
            outcomes += failed
    return Failed(pieces, outcomes)


def _ledger(path: Path) -> Iterator[Outcome]:
    """What a shard says of its runs; nothing if it cannot be read, which `gc` tells."""
    try:
        shard = Shard(path)
        try:
            yield from shard.ledger()
        finally:
            shard.close()
    except NotAShardError:
        return


def _what(failed: Outcome) -> tuple[str, str, str]:
    why = failed.failure
    return (why.message.split("\n")[0], why.stage, why.status) if why else ("", "", "")

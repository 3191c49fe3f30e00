"""What can go from a store without any loss: found first, removed only when asked."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from experiments.runs.disk import ABANDONED
from experiments.runs.durable import UNFINISHED
from experiments.runs.key import model_version
from experiments.runs.outcome import Outcome
from experiments.runs.shard import NotAShardError, Shard, ShardWriter
from experiments.runs.store import supersedes
from experiments.upkeep.contents import size

OTHER_VERSION = "of another version of the model"
OTHER_FORMAT = "damaged, or of an earlier layout"
LEFT_OVER = "left unfinished over a day ago"
SUPERSEDED = "failed or doubled runs that a later one has replaced"


@dataclass(frozen=True)
class Piece:
    """A file that can go, or of which `rows` can."""

    path: Path
    reason: str
    bytes: int
    rows: tuple[int, ...] | None = None
    """Rows that stay; None: the whole file goes."""


def find_rubbish(folder: Path, version: str | None = None) -> list[Piece]:
    """Look through a store; nothing is touched. What any reader of this version counts is not in it."""
    version = version or model_version()
    return [*_left_over(folder), *_of_others(folder, version), *_replaced(folder, version)]


def remove(pieces: list[Piece]) -> int:
    """Remove them and return the bytes that are free now; what stays of a shard is written before it goes."""
    freed = 0
    for piece in pieces:
        with suppress(FileNotFoundError):  # another program may have removed it first
            kept = _rewrite(piece) if piece.rows else 0
            before = size(piece.path)
            piece.path.unlink()
            freed += before - kept
    return freed


def _left_over(folder: Path) -> Iterator[Piece]:
    for path in sorted(folder.glob(f"{UNFINISHED}*.parquet")):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > ABANDONED:
                yield Piece(path, LEFT_OVER, size(path))


def _of_others(folder: Path, version: str) -> Iterator[Piece]:
    for path in sorted([*folder.glob("part-*.parquet"), *folder.glob("scenarios-*.parquet")]):
        if path.name.split("-")[1] != version[:12]:
            yield Piece(path, OTHER_VERSION, size(path))


def _replaced(folder: Path, version: str) -> Iterator[Piece]:
    """Shards that cannot be read, and rows that do not count; read in the order in which the store reads."""
    counts: dict[str, tuple[Path, int]] = {}
    standing: dict[str, Outcome] = {}
    rows: dict[Path, int] = {}
    for path in sorted(folder.glob(f"part-{version[:12]}-*.parquet")):
        try:
            ledger = list(_ledger(path))
        except NotAShardError:
            yield Piece(path, OTHER_FORMAT, size(path))
            continue
        rows[path] = len(ledger)
        for row, outcome in enumerate(ledger):
            if supersedes(outcome, standing.get(outcome.key)):
                standing[outcome.key] = outcome
                counts[outcome.key] = path, row
    staying: dict[Path, list[int]] = {path: [] for path in rows}
    for path, row in counts.values():
        staying[path].append(row)
    for path, kept in staying.items():
        if len(kept) < rows[path]:
            share = 1 - len(kept) / rows[path]
            yield Piece(path, SUPERSEDED, round(size(path) * share), tuple(sorted(kept)))


def _ledger(path: Path) -> Iterator[Outcome]:
    shard = Shard(path)
    try:
        yield from shard.ledger()
    finally:
        shard.close()


def _rewrite(piece: Piece) -> int:
    """Write the rows that stay to a shard of their own; returns its bytes."""
    shard = Shard(piece.path)
    try:
        version = "-".join(piece.path.name.split("-")[:2])
        return shard.copy(
            piece.rows or (), ShardWriter(piece.path.parent, f"{version}-", shard.schema)
        )
    finally:
        shard.close()

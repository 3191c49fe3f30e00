"""What can go from a store without any loss: found first, removed only when asked."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from poverty_nodes.experiments.runs.key import model_version
from poverty_nodes.experiments.runs.outcome import Outcome
from poverty_nodes.experiments.runs.store.contents import size
from poverty_nodes.experiments.runs.store.descriptions import rows_of
from poverty_nodes.experiments.runs.store.disk import ABANDONED, DAMAGED
from poverty_nodes.experiments.runs.store.durable_file import UNFINISHED
from poverty_nodes.experiments.runs.store.shard import NotAShardError, Shard, ShardWriter
from poverty_nodes.experiments.runs.store.store import supersedes

OTHER_VERSION = "of another version of the model"
OTHER_FORMAT = "damaged, or of an earlier layout"
PARTLY_DAMAGED = "damaged runs among others, which stay"
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


def find_garbage(folder: Path, version: str | None = None) -> list[Piece]:
    """Look through a store; nothing is touched. What any reader of this version counts is not in it."""
    version = version or model_version()
    found = [*_left_over(folder), *_of_others(folder, version), *_replaced(folder, version)]
    return [*found, *_damaged(folder, version)]


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
    damaged: dict[Path, set[int]] = {}
    for path in sorted(folder.glob(f"part-{version[:12]}-*.parquet")):
        try:
            ledger, damaged[path] = _read(path)
        except NotAShardError:
            yield Piece(path, OTHER_FORMAT, size(path))
            continue
        rows[path] = len(ledger)
        for row, outcome in enumerate(ledger):
            if row not in damaged[path] and supersedes(outcome, standing.get(outcome.key)):
                standing[outcome.key] = outcome
                counts[outcome.key] = path, row
    staying: dict[Path, list[int]] = {path: [] for path in rows}
    for path, row in counts.values():
        staying[path].append(row)
    for path, kept in staying.items():
        if len(kept) < rows[path]:
            share = 1 - len(kept) / rows[path]
            reason = PARTLY_DAMAGED if damaged[path] else SUPERSEDED
            yield Piece(path, reason, round(size(path) * share), tuple(sorted(kept)))


def _damaged(folder: Path, version: str) -> Iterator[Piece]:
    """Shards that were set aside when a result in them could not be read, and descriptions that cannot be."""
    for path in sorted(folder.glob(f"{DAMAGED}*.parquet")):
        yield Piece(path, OTHER_FORMAT, size(path))
    for path in sorted(folder.glob(f"scenarios-{version[:12]}-*.parquet")):
        try:
            rows_of(path)
        except (OSError, pa.ArrowException):
            yield Piece(path, OTHER_FORMAT, size(path))


def _read(path: Path) -> tuple[list[Outcome], set[int]]:
    """What a shard says of its runs, and the rows of which the result cannot be read; NotAShardError if none can."""
    shard = Shard(path)
    damaged = set()
    try:
        ledger = list(shard.ledger())
        for row, outcome in enumerate(ledger):
            try:
                if outcome.failure is None:
                    shard.result(row)
            except NotAShardError:
                damaged.add(row)
        if len(damaged) == len(ledger):
            raise NotAShardError("no result in it can be read")
        return ledger, damaged
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

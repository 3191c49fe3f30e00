"""A shard: one Parquet file of finished runs, a row group each; it appears whole or not at all."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypedDict

import pyarrow as pa
import pyarrow.parquet as pq

from poverty_nodes.experiments.runs.failure import SUCCEEDED, Failure
from poverty_nodes.experiments.runs.outcome import Outcome
from poverty_nodes.experiments.runs.store.columns import FORMAT, LEDGER, to_batch, to_result
from poverty_nodes.experiments.runs.store.durable_file import UNFINISHED, publish
from poverty_nodes.model.result import RunResult

_TEXT = ("status", "stage", "scenario", "measures.list.element", "groups.list.element")
"""Columns kept by dictionary. Not numbers: it takes all NaN, and 0 and -0, for one value."""


_DAMAGE = (OSError, pa.ArrowException, ValueError, TypeError, LookupError, OverflowError)
"""What reading raises when bytes are not what they were."""


class _Row(TypedDict):
    key: str
    seed: int
    status: str
    stage: str
    month: int | None
    message: str
    traceback: str
    seconds: float
    scenario: str


class NotAShardError(Exception):
    """The file is damaged, or holds something else than runs."""

    @property
    def is_lasting(self) -> bool:
        """Whether it will be so next time: not if the machine would not let it be read."""
        return getattr(self.__cause__, "errno", None) is None


class ShardWriter:
    """Writes rows as they come into a file that readers do not see before `finish`."""

    def __init__(self, folder: Path, prefix: str, schema: pa.Schema) -> None:
        """Open a new file in `folder`; no other writer, here or elsewhere, ever has its name."""
        # The time makes shards sort by age, the rest keeps two drivers of the same moment apart.
        name = f"{prefix}{time.time_ns():020d}-{uuid.uuid4().hex[:12]}.parquet"
        self._final = folder / name
        self._unfinished = folder / (UNFINISHED + name)
        self._schema = schema
        self.rows = 0
        folder.mkdir(parents=True, exist_ok=True)
        self._file = pq.ParquetWriter(
            self._unfinished,
            schema,
            compression="zstd",
            compression_level=1,
            use_dictionary=[*_TEXT],
            write_statistics=False,
            write_page_checksum=True,
        )

    def add(self, outcome: Outcome) -> None:
        """Write one row; a row group of its own, so that reading one run reads one run."""
        self._file.write_batch(to_batch(outcome, self._schema))
        self.rows += 1

    def add_row(self, row: pa.Table) -> None:
        """Write a row of another shard of the same columns."""
        self._file.write_table(row)
        self.rows += 1

    def finish(self) -> int:
        """Make the shard durable, then visible: a power cut leaves all of it or none; returns its bytes."""
        self._file.close()
        publish(self._unfinished, self._final)
        return self._final.stat().st_size

    def discard(self) -> None:
        """Give the shard up and leave nothing behind."""
        try:
            self._file.close()
        except (OSError, pa.ArrowException):
            pass  # what cannot be written cannot be closed either; the file goes anyway
        finally:
            self._unfinished.unlink(missing_ok=True)


class Shard:
    """A finished shard, open for reading. NotAShardError, with the reason, if it cannot be read."""

    def __init__(self, path: Path) -> None:
        """Read the footer only."""
        try:
            self._file = pq.ParquetFile(path, page_checksum_verification=True)
            metadata = self._file.schema_arrow.metadata or {}
        except _DAMAGE as error:
            raise NotAShardError("it is cut short or damaged") from error
        if not FORMAT.items() <= metadata.items():
            raise NotAShardError("it was not written by this version of the run store")

    def ledger(self) -> Iterator[Outcome]:
        """What became of each run, row by row, without the results."""
        try:
            rows = self._file.read(columns=LEDGER.names, use_threads=False).to_pylist()
        except _DAMAGE as error:
            raise NotAShardError("its ledger is damaged") from error
        return (_outcome(row) for row in rows)

    def result(self, row: int) -> RunResult:
        """The result in one row; reads no other."""
        return self.results([row])[0]

    def results(self, rows: Sequence[int]) -> list[RunResult]:
        """The results in some rows, read in one go."""
        try:
            table = self._file.read_row_groups(list(rows), use_threads=False)
            return [to_result(table.slice(place, 1)) for place in range(len(rows))]
        except _DAMAGE as error:
            raise NotAShardError("a result in it is damaged") from error

    def size(self, row: int) -> int:
        """Bytes of a row in memory."""
        return int(self._file.metadata.row_group(row).total_byte_size)

    @property
    def schema(self) -> pa.Schema:
        """The columns."""
        return self._file.schema_arrow

    def copy(self, rows: Iterable[int], writer: ShardWriter) -> int:
        """Write some rows to another shard as they are, and finish it; returns its bytes."""
        try:
            for row in rows:
                writer.add_row(self._file.read_row_group(row, use_threads=False))
            return writer.finish()
        except BaseException:
            writer.discard()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def _outcome(row: _Row) -> Outcome:
    why = None
    if row["status"] != SUCCEEDED:
        why = Failure(row["status"], row["stage"], row["month"], row["message"], row["traceback"])
    seconds, scenario = row["seconds"], row["scenario"]
    return Outcome(row["key"], row["seed"], seconds, failure=why, scenario=scenario)

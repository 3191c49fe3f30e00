"""outcomes.parquet: every measure of every group, month, seed and world of an answer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa


def write_outcomes(tables: Sequence[pa.Table], folder: Path) -> None:
    """Write tables of the same columns, one behind the other, into a folder."""
    import pyarrow as pa
    import pyarrow.parquet as parquet

    parquet.write_table(
        pa.concat_tables(tables).unify_dictionaries() if len(tables) > 1 else tables[0],
        folder / "outcomes.parquet",
        compression="zstd",
        use_dictionary=["scenario", "measure", "group", "unit"],
        column_encoding={"value": "BYTE_STREAM_SPLIT"},
    )

"""Beside the shards: what the scenarios of the runs were, each written once."""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from poverty_nodes.experiments.runs.key import Fingerprinted
from poverty_nodes.experiments.runs.kinds_of_run.kinds import KINDS, MEASURED
from poverty_nodes.experiments.runs.store.durable_file import durable

if TYPE_CHECKING:
    from poverty_nodes.experiments.runs.store.recipe import Clusters, Recipe

_SCHEMA = pa.schema([("kind", pa.string()), ("name", pa.string()), ("content", pa.string())])
CLUSTER, SCENARIO = "cluster", "scenario"


class Descriptions:
    """The recipes of one version's runs, in files `scenarios-*.parquet` that never change once written."""

    def __init__(self, folder: Path, version: str) -> None:
        """Read nothing yet."""
        self._folder, self._prefix = folder, f"scenarios-{version[:12]}-"
        self._seen: set[Path] = set()
        self.unreadable: set[Path] = set()
        """Files that were met and could not be read."""
        self._names: set[str] = set()

    def add(self, scenarios: Mapping[str, Fingerprinted]) -> None:
        """Describe scenarios, given by fingerprint, that are not described yet. OSError if that cannot be written."""
        named = {*KINDS, *MEASURED}
        known = {name: each for name, each in scenarios.items() if type(each).__name__ in named}
        if not known:
            return
        self._look()
        missing = {name: each for name, each in known.items() if name not in self._names}
        if not missing:
            return
        from poverty_nodes.experiments.runs.store.recipe import Clusters, recipe_of

        clusters = Clusters()
        recipes = {name: recipe_of(each, clusters) for name, each in missing.items()}
        rows = [(SCENARIO, name, json.dumps(each)) for name, each in recipes.items() if each]
        self._names |= missing.keys()
        if rows:
            self._write([*((CLUSTER, *each) for each in clusters.texts.items()), *rows])

    def read(self) -> tuple[dict[str, Recipe], Clusters]:
        """The recipes by fingerprint, and the clusters that they name; damaged files are passed over."""
        from poverty_nodes.experiments.runs.store.recipe import Clusters

        rows = [row for path in self._files() for row in self._rows(path, None)]
        clusters = Clusters(
            {each["name"]: each["content"] for each in rows if each["kind"] == CLUSTER}
        )
        recipes = {
            each["name"]: json.loads(each["content"]) for each in rows if each["kind"] == SCENARIO
        }
        return recipes, clusters

    def _look(self) -> None:
        for path in set(self._files()) - self._seen:
            self._seen.add(path)
            self._names |= {row["name"] for row in self._rows(path, ["kind", "name"])}

    def _files(self) -> Iterator[Path]:
        yield from sorted(self._folder.glob(f"{self._prefix}*.parquet"))

    def _write(self, rows: Iterable[tuple[str, str, str]]) -> None:
        columns = [pa.array(each, pa.string()) for each in zip(*rows, strict=True)]
        name = f"{self._prefix}{time.time_ns():020d}-{uuid.uuid4().hex[:12]}.parquet"
        self._folder.mkdir(parents=True, exist_ok=True)
        with durable(self._folder / name) as unfinished:
            table = pa.table(columns, schema=_SCHEMA)
            pq.write_table(table, unfinished, compression="zstd", write_page_checksum=True)

    def _rows(self, path: Path, columns: list[str] | None) -> list[dict[str, str]]:
        """The rows of a file; none if it is damaged."""
        try:
            return rows_of(path, columns)
        except (OSError, pa.ArrowException):
            self.unreadable.add(path)
            return []


def rows_of(path: Path, columns: list[str] | None = None) -> list[dict[str, str]]:
    """The rows of a file of descriptions; OSError or ArrowException if it is damaged."""
    found: list[dict[str, str]] = pq.read_table(
        path, columns=columns, page_checksum_verification=True
    ).to_pylist()
    return found

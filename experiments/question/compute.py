"""How the runs are made: on threads, processes or a Dask cluster, and which slice of them here."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from poverty_nodes.experiments.runs.slices import Slice
from poverty_nodes.model.policies.base import StrictRecord


def _part(text: str) -> str:
    Slice.parse(text)
    return text


Part = Annotated[str, AfterValidator(_part)]
"""A slice of the runs, as it is typed."""


class Compute(StrictRecord):
    """The terms of a file in conf/compute/; none of them can change a number of the answer."""

    kind: Literal["threads", "processes", "serial", "dask"] = Field(
        default="threads", description="who makes the runs"
    )
    address: str | None = Field(
        default=None,
        description="a Dask scheduler, tcp://HOST:PORT; null: a cluster on this machine",
    )
    workers: int | None = Field(
        default=None, ge=1, le=1024, description="how many; null: what `workers` says"
    )
    slice: Part | None = Field(
        default=None,
        description="N/M: make the N-th of M parts of the runs, for array jobs",
        json_schema_extra={"accepted": "N/M, such as 3/16, or null"},
    )

"""How the runs are made: on threads, processes or a Dask cluster, and which slice of them here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field, field_validator

from poverty_nodes.experiments.runs.slices import Slice
from poverty_nodes.model.policies.base import StrictRecord

if TYPE_CHECKING:
    from poverty_nodes.experiments.runs.executors.computing import Means


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
    slice: str | None = Field(
        default=None,
        description="N/M: make the N-th of M parts of the runs, for array jobs",
        json_schema_extra={"accepted": "N/M, such as 3/16, or null"},
    )

    @field_validator("slice")
    @classmethod
    def _slice_is_a_part(cls, text: str | None) -> str | None:
        if text is not None:
            Slice.parse(text)
        return text

    def means(self) -> Means:
        """The same in the form that the executors take; ExecutorError if a library is not installed."""
        from poverty_nodes.experiments.runs.executors.computing import Means

        part = None if self.slice is None else Slice.parse(self.slice)
        return Means(self.kind, self.workers, self.address, part)

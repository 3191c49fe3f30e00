"""What `report verify` is asked to do, checked."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from poverty_nodes.experiments.question.asked import Asked


class Order(Asked):
    """A checked request; the first word is `verify`, the second the folder of an answer."""

    VERB: ClassVar[str] = "report"
    WORDS: ClassVar[tuple[str, ...]] = ("folder",)

    folder: str = Field(min_length=1, description="the folder of an answer: outputs/compare/NAME")
    sample: int = Field(
        default=5, ge=0, le=100_000, description="how many runs are made again, chosen at random"
    )
    seed: int = Field(default=0, ge=0, description="which ones; another number, another choice")
    workers: int | None = Field(default=None, ge=1, description="cores to use; null: all")

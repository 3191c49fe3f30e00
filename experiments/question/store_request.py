"""What `store` is asked to do, checked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar, Literal

from pydantic import Field

from poverty_nodes.experiments.question.asked import Asked
from poverty_nodes.experiments.question.checked_values import Origin
from poverty_nodes.experiments.question.composition import default_question
from poverty_nodes.scenarios.errors import Problem
from poverty_nodes.scenarios.strict_yaml.paths import is_there


class Order(Asked):
    """A checked request; the folder is that of config.yaml unless another is named."""

    VERB: ClassVar[str] = "store"
    WORDS: ClassVar[tuple[str, ...]] = ("act",)

    act: Literal["list", "verify", "retry", "gc"] = Field(
        default="list", description="what is done with it"
    )
    store: str = Field(
        default_factory=lambda: str(default_question()["store"]), description="the folder"
    )
    sample: int = Field(
        default=20, ge=1, description="verify: how many runs are made again, chosen at random"
    )
    seed: int = Field(
        default=0, ge=0, description="verify: which ones; another number, another choice"
    )
    workers: int | None = Field(default=None, ge=1, description="verify: cores to use; null: all")
    yes: bool = Field(
        default=False, description="gc: remove what it lists; without it nothing is touched"
    )

    @property
    def folder(self) -> Path:
        """Where the store is."""
        return Path(self.store)

    @classmethod
    def of_the_world(cls, values: Mapping[str, object], origin: Origin) -> list[Problem]:
        """A store that is named must be there."""
        folder = values.get("store")
        if not isinstance(folder, str) or is_there(Path(folder) / "."):
            return []
        message = f"there is no folder '{folder}'"
        return [Problem(f"{origin('store')}: store", message, remedy="store=FOLDER")]

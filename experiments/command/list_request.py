"""What `list` is asked for, checked."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from poverty_nodes.experiments.command import inventory
from poverty_nodes.experiments.question.asked import Asked, one_of
from poverty_nodes.experiments.question.grammar import renewed

KINDS = tuple(inventory.KINDS)


def _today(word: object) -> object:
    """The word of today for what is listed."""
    return renewed("list", word)[1]


class Order(Asked):
    """A checked request: what is listed, and of which cluster where it is a cluster's."""

    VERB: ClassVar[str] = "list"
    WORDS: ClassVar[tuple[str, ...]] = ("what",)

    what: Annotated[str, BeforeValidator(_today), one_of(lambda: KINDS)] | None = Field(
        default=None,
        description="what is listed; not given: what can be",
        json_schema_extra={"accepted": ", ".join(KINDS)},
    )
    cluster: str = Field(
        default="", description="of which cluster; not given: that of the default question"
    )

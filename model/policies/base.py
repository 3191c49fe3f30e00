"""What every policy has in common: when it runs, whom it is for, what it may spend and who pays.

A policy holds choices and terms of delivery, never an effect: effects come from the rules of the
model. Instances are frozen and strict: a text where a number belongs, a number out of range, an
infinite number and a key that does not exist are all refused.

Money is international dollars of 2021.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

if TYPE_CHECKING:
    import numpy as np  # a tenth of a second: the command does without

LAST_MONTH = 600
"""The longest horizon of a run, and so the latest month a policy can name."""

Share = Annotated[float, Field(ge=0, le=1, json_schema_extra={"unit": "share"})]
Month = Annotated[int, Field(ge=1, le=LAST_MONTH, json_schema_extra={"unit": "month number"})]
Duration = Annotated[int, Field(ge=0, le=LAST_MONTH, json_schema_extra={"unit": "months"})]
Money = Annotated[float, Field(ge=0, json_schema_extra={"unit": "international dollars of 2021"})]
Count = Annotated[int, Field(ge=0, le=10_000_000, json_schema_extra={"unit": "number"})]

Payer = Literal["government", "donor", "buyers", "firms"]


class StrictRecord(BaseModel):
    """A frozen record that refuses unknown keys, wrong types, and numbers that are not finite."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)


class Target(StrictRecord):
    """Whom a policy is meant for; what is null does not restrict.

    Where a policy reaches a firm, gender and social group are its owner's.
    """

    place: Literal["cluster", "dispersed"] | None = Field(
        default="cluster",
        description="where: the cluster, the dispersed comparator, or both (null)",
    )
    gender: Literal["male", "female"] | None = Field(
        default=None, description="gender of the person"
    )
    social_group: Literal["majority", "minority"] | None = Field(
        default=None, description="social group of the person (caste, ethnic or religious)"
    )
    tier: Literal["exporter", "subcontractor", "specialist"] | None = Field(
        default=None, description="tier of the firm in the value chain"
    )
    formal: bool | None = Field(
        default=None, description="registered firms only (true) or informal only"
    )
    min_workers: Count | None = Field(
        default=None, description="smallest firm admitted, in workers"
    )
    max_workers: Count | None = Field(default=None, description="largest firm admitted, in workers")

    @model_validator(mode="after")
    def _sizes_in_order(self) -> Self:
        least, most = self.min_workers, self.max_workers
        if least is not None and most is not None and least > most:
            raise ValueError(f"min_workers {least} is above max_workers {most}: nobody is left")
        return self


class Policy(StrictRecord):
    """What each policy is made of, whatever it does; a subclass adds its own terms."""

    name: ClassVar[str] = ""
    """The name under which the policy is chosen; equal to its file's name."""
    source: ClassVar[str] = ""
    """The evidence behind its default values."""
    reaches: ClassVar[str] = "owners"
    """Whose lives it touches first: "owners" of firms or "workers" in them."""
    unit: ClassVar[str] = ""
    """What `unit_cost` pays for and `capacity` counts."""

    start: Month = Field(default=12, description="first month in which the policy acts")
    end: Month | None = Field(
        default=None, description="last month in which it acts; null: to the end"
    )
    ramp: Duration = Field(default=0, description="months from the start to full strength")
    budget: Money | None = Field(
        default=None,
        description="most it may spend in all, at the cluster's real scale; null: no cap",
    )
    unit_cost: Money = Field(
        default=0.0, description="cost of delivery a unit reached, besides the benefit"
    )
    fixed_cost: Money = Field(
        default=0.0, description="cost a month while it runs, whoever is reached"
    )
    payer: Payer = Field(default="government", description="who pays for what the policy spends")
    target: Target = Field(default=Target(), description="whom it is meant for")
    take_up: Share = Field(
        default=1.0, description="share of those eligible who take part when offered"
    )
    capacity: Count | None = Field(
        default=None, description="most units reached a month, at the real scale; null: no limit"
    )
    leakage: Share = Field(
        default=0.0, description="share of the spending that reaches nobody intended"
    )

    def pull(self, lever: np.record, regular_wage: float, strength: float) -> None:
        """Set this policy's levers of the month, at a strength from 0 (not running) to 1.

        `lever` is the row of model/levers.py, already neutral; `regular_wage` is the reference wage
        of unskilled regular posts in the base month, dollars a month. Does nothing here.
        """

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.end is not None and self.end < self.start:
            raise ValueError(f"end {self.end} comes before start {self.start}")
        return self

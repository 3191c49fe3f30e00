"""Whom a policy is meant for: short keys, conditions over any field, and a proxy-means test."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import (
    BeforeValidator,
    Field,
    SerializerFunctionWrapHandler,
    model_serializer,
    model_validator,
)

from poverty_nodes.model.policies.delivery.condition import Condition, as_tuple
from poverty_nodes.model.policies.terms.record import Count, StrictRecord, Sum

NEW_KEYS = ("all", "any", "none", "proxy_means")
Conditions = Annotated[tuple[Condition, ...] | None, BeforeValidator(as_tuple)]
Correlation = Annotated[float, Field(gt=0, le=1, json_schema_extra={"unit": "correlation"})]
Part = Annotated[float, Field(gt=0, le=1, json_schema_extra={"unit": "share"})]
Noise = Annotated[float, Field(ge=0, le=5, json_schema_extra={"unit": "log points"})]


class ProxyMeans(StrictRecord):
    """A means test by a score with errors: log income a member plus noise.

    The noise is drawn once for each household and is the same in every policy. `correlation` is that of score and log
    income; `noise` gives it as a standard deviation of the noise instead. Households are admitted if their score is
    among the lowest `share` of the households of their place, or below the log of `line`.
    """

    correlation: Correlation | None = Field(
        default=None, description="correlation of the score with log income a member"
    )
    noise: Noise | None = Field(
        default=None, description="standard deviation of the score's error instead"
    )
    share: Part | None = Field(default=None, description="poorest share admitted by the score")
    line: Sum | None = Field(
        default=None, description="or: income a member and month under which a score admits"
    )

    @model_validator(mode="after")
    def _one_of_each(self) -> Self:
        if (self.correlation is None) == (self.noise is None):
            raise ValueError("a proxy-means test needs one of correlation and noise")
        if (self.share is None) == (self.line is None):
            raise ValueError("a proxy-means test cuts at one of share and line")
        return self


class Target(StrictRecord):
    """Whom a policy is meant for; what is null does not restrict.

    Where a policy reaches a firm, gender and social group are its owner's; where it reaches people, tier, formality
    and size are those of the firm that they work for. Where it reaches households, one adult must meet all of it.
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
    all: Conditions = Field(default=None, description="conditions that must all hold")
    any: Conditions = Field(default=None, description="conditions of which one must hold")
    none: Conditions = Field(default=None, description="conditions of which none may hold")
    proxy_means: ProxyMeans | None = Field(
        default=None, description="a test of the household's means, with its errors"
    )

    @model_validator(mode="after")
    def _sizes_in_order(self) -> Self:
        least, most = self.min_workers, self.max_workers
        if least is not None and most is not None and least > most:
            raise ValueError(f"min_workers {least} is above max_workers {most}: nobody is left")
        return self

    @model_serializer(mode="wrap")
    def _new_keys_only_if_said(self, handler: SerializerFunctionWrapHandler) -> dict[str, object]:
        found = handler(self)
        return {
            key: value for key, value in found.items() if key not in NEW_KEYS or value is not None
        }

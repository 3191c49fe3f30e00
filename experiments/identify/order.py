"""What `identify` is asked: which clusters, how many draws, which line, which weights, and where the files go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field, field_validator

from poverty_nodes.experiments.identify.components import KEYS as COMPONENT_KEYS
from poverty_nodes.experiments.question.asked import one_of
from poverty_nodes.experiments.question.checked_files_and_folders import of_line
from poverty_nodes.experiments.question.checked_values import Origin, as_tuple
from poverty_nodes.experiments.question.named_clusters import AskedOfClusters
from poverty_nodes.model.measures.lines import LINES_ACCEPTED, line_name
from poverty_nodes.scenarios.catalogue import cluster_ids, load_cluster
from poverty_nodes.scenarios.errors import Problem

Component = Annotated[str, one_of(lambda: COMPONENT_KEYS)]


class Order(AskedOfClusters):
    """A checked request; `weights` are by component where they are set."""

    VERB: ClassVar[str] = "identify"

    draws: int = Field(
        default=60,
        ge=10,
        le=10_000,
        description="draws of each cluster's numbers from their ranges",
    )
    line: Annotated[str, BeforeValidator(line_name)] = Field(
        default="4.20",
        description="poverty line: dollars of 2021 (PPP) a person a day, national, or local currency of a year",
        json_schema_extra={"accepted": LINES_ACCEPTED},
    )
    weights: Mapping[Component, Annotated[float, Field(ge=0, le=1e6)]] = Field(
        default_factory=dict,
        description="how much a component counts; 0 leaves it out",
        json_schema_extra={"accepted": "weights.COMPONENT=NUMBER"},
    )
    name: str = Field(default="ranking", min_length=1, description="name of the folder of results")

    @field_validator("weights")
    @classmethod
    def _something_counts(cls, weights: Mapping[str, float]) -> Mapping[str, float]:
        if not any({**dict.fromkeys(COMPONENT_KEYS, 1.0), **weights}.values()):
            raise ValueError("no component counts: all weights are 0")
        return weights

    @classmethod
    def of_the_world(cls, values: Mapping[str, object], origin: Origin) -> list[Problem]:
        """What is wrong with the clusters, and whether a line of local currency is of the money of each."""
        problems = super().of_the_world(values, origin)
        if problems:
            return problems
        named = values.get("clusters")
        clusters = cluster_ids() if named is None else as_tuple(named)
        return [
            replace(problem, message=f"{each}: {problem.message}")
            for each in (clusters if isinstance(clusters, Sequence) else ())
            for problem in of_line(
                values.get("line"), load_cluster(str(each)), f"{origin('line')}: line"
            )
        ]

    def decides(self, clusters: object) -> list[object]:
        """Clusters, draws, line and weights."""
        return [clusters, self.draws, self.line, sorted(self.weights.items())]

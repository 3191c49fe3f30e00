"""What a verb is asked of a list of clusters: ids of the catalogue, or paths to one's own."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field, field_validator

from poverty_nodes.experiments.output.whole_folder import replacing_problem
from poverty_nodes.experiments.question.asked import Asked
from poverty_nodes.experiments.question.checked_values import (
    Origin,
    YesOrNo,
    as_tuple,
    yes_or_no,
)
from poverty_nodes.scenarios.catalogue import cluster_ids, load_cluster
from poverty_nodes.scenarios.errors import Problem, QuestionError


def _all_if_none(value: object) -> object:
    return tuple(cluster_ids()) if value is None else as_tuple(value)


class AskedOfClusters(Asked):
    """A request about clusters whose answer is a folder of its own name and digits."""

    clusters: Annotated[tuple[str, ...], BeforeValidator(_all_if_none)] = Field(
        default_factory=lambda: tuple(cluster_ids()),
        min_length=1,
        description="which clusters, by id or path; all of the catalogue if not given",
        json_schema_extra={"accepted": "ids of `list clusters`, or paths"},
    )
    png: Annotated[YesOrNo, BeforeValidator(yes_or_no)] = Field(
        default="no", description="write each picture as PNG too: yes, no"
    )
    name: str = Field(min_length=1, description="name of the folder of results")
    output: str = Field(default="outputs", min_length=1, description="folder for the files")

    @field_validator("clusters")
    @classmethod
    def _each_once(cls, clusters: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(clusters))

    def decides(self, clusters: object) -> list[object]:
        """What decides the numbers, in a fixed order; `clusters` is what decides those of the clusters."""
        raise NotImplementedError

    def fingerprint(self) -> str:
        """Ten digits of what decides the numbers."""
        decided = self.decides([content_of(each) for each in self.clusters])
        return hashlib.sha256(json.dumps(decided).encode()).hexdigest()[:10]

    def folder(self) -> Path:
        """Where the files go: <output>/<verb>/<name>-<fingerprint>."""
        return Path(self.output) / self.VERB / f"{self.name}-{self.fingerprint()}"

    @classmethod
    def of_the_world(cls, values: Mapping[str, object], origin: Origin) -> list[Problem]:
        """What is wrong with the files of the clusters, each read once, and with the folder of results."""
        problems = super().of_the_world(values, origin)
        where = f"{origin('clusters')}: clusters"
        named = as_tuple(values.get("clusters"))
        for each in named if isinstance(named, tuple) else ():
            try:
                load_cluster(str(each))
            except QuestionError as error:
                problems += [
                    replace(problem, where=where) if problem.where == "cluster" else problem
                    for problem in error.problems
                ]
        return problems

    def in_the_way(self) -> Problem | None:
        """A folder of somebody else that has the name of this answer."""
        return replacing_problem(self.folder())


def content_of(name: str) -> list[str]:
    """What decides an answer about a cluster: its id and digits of its numbers, wherever it lies."""
    found = load_cluster(name)
    digest = hashlib.sha256(json.dumps(found.numbers(), default=str).encode())
    return [found.cluster.id, digest.hexdigest()[:16]]

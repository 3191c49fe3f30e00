"""Chains that can take the place of a cluster's buyers: `chain=ID` (scenarios/chains/*.yaml).

A chain says who buys and on what terms. How much is exported, put out and bought in stays the cluster's own. The
base month is solved again with these buyers, so that levels are those of the cluster; what a chain changes is how
the place answers what happens to it (docs/clusters.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from poverty_nodes.scenarios.description.cluster import BuyerDescription, ClusterDescription
from poverty_nodes.scenarios.description.groups import Part, refuse_unless_one
from poverty_nodes.scenarios.errors import Problem, QuestionError, nearest_name
from poverty_nodes.scenarios.sources.bibliography import project_sources, uncited
from poverty_nodes.scenarios.strict_yaml.schema_messages import from_pydantic
from poverty_nodes.scenarios.strict_yaml.yaml_file import read_yaml

FOLDER = Path(__file__).resolve().parent / "chains"


class BuyersChain(Part):
    """Who buys in one chain; the buyers' shares sum to one."""

    id: str = Field(pattern=r"^[a-z]+(_[a-z]+)*$", description="the name of the file")
    title: str = Field(min_length=2)
    kind: Literal["type", "mixed"] = Field(description="one of the five types, or a real mixture")
    source: str = Field(description="keys of sources.bib")
    where: str = Field(min_length=2, description="what the source says")
    buyers: tuple[BuyerDescription, ...] = Field(min_length=1, strict=False)

    @model_validator(mode="after")
    def _buyers_are_told_apart_and_complete(self) -> BuyersChain:
        refuse_unless_one("the buyers' shares", [buyer.share for buyer in self.buyers])
        if len({buyer.id for buyer in self.buyers}) < len(self.buyers):
            context = {"accepted": "an id for each buyer, each one once"}
            raise PydanticCustomError("buyers", "two buyers have the same id", context)
        return self

    @property
    def governance(self) -> str:
        """The types of governance in it with their shares of orders, the largest first."""
        held: dict[str, float] = {}
        for buyer in self.buyers:
            held[buyer.governance] = held.get(buyer.governance, 0.0) + buyer.share.value
        ranked = sorted(held.items(), key=lambda each: -each[1])
        return ", ".join(f"{name} {share:.0%}" for name, share in ranked)


@lru_cache(maxsize=1)
def chains() -> dict[str, BuyersChain]:
    """Return the chains by id; QuestionError with every problem of their files."""
    problems: list[Problem] = []
    found = {each.id: each for each in _read_all(problems)}
    if problems:
        raise QuestionError(problems)
    return found


def load_chain(name: str) -> BuyersChain:
    """Return a chain by its id; QuestionError with the nearest name if there is none."""
    known = chains()
    if name in known:
        return known[name]
    nearest, remedy = nearest_name(name, known), "poverty-nodes list chains"
    message = f"there is no chain '{name}'"
    raise QuestionError([Problem("chain", message, ", ".join(known), nearest, remedy)])


def with_chain(cluster: ClusterDescription, name: str | None) -> ClusterDescription:
    """Return the cluster with the buyers of a chain in place of its own; itself for None."""
    if name is None:
        return cluster
    part = cluster.chain.model_copy(update={"buyers": load_chain(name).buyers})
    return cluster.model_copy(update={"chain": part})


def _read_all(problems: list[Problem]) -> Iterator[BuyersChain]:
    for path in sorted(FOLDER.glob("*.yaml")):
        file = read_yaml(path, f"chains/{path.name}")
        problems += file.problems or uncited(file, path.stem, project_sources())
        if file.problems:
            continue
        try:
            chain = BuyersChain.model_validate(file.data)
        except ValidationError as error:
            problems += from_pydantic(error, file.name, BuyersChain, file.lines)
            continue
        if chain.id != path.stem:
            problems.append(Problem(f"{file.name}: id", "is not the file's name", path.stem))
        yield chain

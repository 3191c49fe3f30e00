"""The keys of a question: what each is, what it accepts, and what no value of it may be by itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    SerializeAsAny,
    ValidationInfo,
    field_validator,
)
from pydantic_core import PydanticCustomError

from poverty_nodes.experiments.question.checked_values import YesOrNo, as_tuple, flat, yes_or_no
from poverty_nodes.experiments.question.compute import Compute
from poverty_nodes.model.measures.crossing import ACCEPTED, Crossing, is_crossing
from poverty_nodes.model.measures.crossing import ALL_DIMENSIONS as DIMENSIONS
from poverty_nodes.model.measures.lines import LINES_ACCEPTED, line_name
from poverty_nodes.model.nearest import nearest_name
from poverty_nodes.model.policies import Policy
from poverty_nodes.model.policies.base import LAST_MONTH, StrictRecord, Sum
from poverty_nodes.model.policies.delivery.package_budget import divided
from poverty_nodes.model.policies.terms.composition import clashes
from poverty_nodes.model.shocks import Shock

Why = Literal["components", "channels"]


TAKEN = f"a list of {' or '.join(DIMENSIONS)}, or of crossings: {ACCEPTED}"

EXAMPLE = "in quotes, such as 'groups=[gender*contract,gender*age:25|60]'"
"""A sign such as * or | would be read by the shell."""


def group_name(name: str) -> str:
    """A dimension or the text of a crossing; PydanticCustomError for what is neither."""
    if name in DIMENSIONS:
        return name
    if not is_crossing(name):
        told = {"name": name, "accepted": TAKEN, "nearest": nearest_name(name, DIMENSIONS)}
        raise PydanticCustomError("unknown", "'{name}' is not accepted", told)
    try:
        return Crossing.read(name).text
    except ValueError as error:
        told = {"problem": str(error), "accepted": ACCEPTED, "remedy": EXAMPLE}
        raise PydanticCustomError("unknown", "{problem}", told) from error


Dimension = Annotated[
    str, AfterValidator(group_name), Field(json_schema_extra={"accepted": "a group"})
]


class QuestionKeys(StrictRecord):
    """What is asked; every key is needed, since the defaults stand in conf/config.yaml."""

    verb: Literal["compare", "run", "sweep", "sensitivity", "evaluate"] = Field(
        default="compare", exclude=True, description="what is done with the scenarios"
    )
    cluster: str = Field(
        description="an id from `list clusters`, or the path of a folder or YAML file"
    )
    chain: str | None = Field(
        default=None,
        description="an id from `list chains`, whose buyers take the place of the cluster's; null: its own",
    )
    model: str | None = Field(
        default=None,
        description="an order of the month that an installed package offers; null: the model's own",
    )
    policies: Annotated[tuple[SerializeAsAny[Policy], ...], BeforeValidator(as_tuple)] = Field(
        description="the package: the policies that are enacted together"
    )
    budget: Sum | None = Field(
        default=None,
        description="most that the package may spend, in equal parts over policies without a budget",
    )
    dose: Literal["as_set", "spend"] = Field(
        default="as_set",
        description="of sweep: take-up as it is set, or raised until each policy spends its part of the budget",
    )
    shocks: Mapping[str, SerializeAsAny[Shock]] = Field(
        default_factory=dict, description="what happens in both worlds, by name"
    )
    inputs: Annotated[Mapping[str, float], BeforeValidator(flat)] = Field(
        default_factory=dict,
        description="numbers of the cluster or the model set to others, by the names of `list inputs`",
    )
    draws: int = Field(
        default=0,
        ge=0,
        le=10_000,
        description="how many times the uncertain inputs are drawn, besides their own values",
    )
    uncertain: Annotated[tuple[str, ...], BeforeValidator(as_tuple)] = Field(
        default=("*",), description="which inputs are drawn: names, or patterns such as workers.*"
    )
    outcomes: Annotated[tuple[str, ...], BeforeValidator(as_tuple)] = Field(
        default=("P0", "P1", "mean_welfare", "earnings", "employment"),
        min_length=1,
        description="measures of sweeps, draws and sensitivity: P0, or P0:gender=female for a group",
    )
    months: int = Field(ge=1, le=LAST_MONTH, description="months after the base month")
    seeds: int = Field(ge=1, le=10_000, description="how many runs of each scenario, a seed each")
    lives: int = Field(
        4, ge=1, le=100, description="of compare: most runs that begin with the same people"
    )
    first_seed: int = Field(ge=0, le=2**31 - 1, description="the first of the consecutive seeds")
    scale: float | None = Field(
        ge=0.001,
        le=1,
        description="share of the real head-count simulated; null: at most 5,000 workers",
    )
    line: Annotated[str, BeforeValidator(line_name)] = Field(
        description="poverty line: 2021 dollars (PPP) a person a day, the national line, or local currency of a year",
        json_schema_extra={"accepted": LINES_ACCEPTED},
    )
    money: Literal["dollars", "local"] = Field(
        default="dollars",
        description="of compare: money of the page in dollars alone, or in local currency beside them",
    )
    money_year: int | None = Field(
        default=None,
        ge=1950,
        le=2100,
        description="of money=local: whose prices, a year of the cluster's price index; null: that of its pays",
    )
    window: int = Field(ge=1, le=120, description="last months averaged in person-level tables")
    groups: Annotated[tuple[Dimension, ...], BeforeValidator(as_tuple)] = Field(
        description="what the tables are broken down by",
        json_schema_extra={"accepted": TAKEN},
    )
    why: Annotated[tuple[Why, ...], BeforeValidator(as_tuple)] = Field(
        default=(),
        description="explain the change: by components (Shapley shares), by channels, or both; [] neither",
    )
    against: Literal["no_shock"] | None = Field(
        default=None,
        description="of compare: also who loses by the shock itself, against the same town without it; null: not asked",
        json_schema_extra={"accepted": "no_shock, null"},
    )
    capabilities: Annotated[tuple[str, ...], BeforeValidator(as_tuple)] = Field(
        default=(),
        max_length=8,
        description="count deprivations together, by sets of conf/capabilities, own (the cluster's) or YAML files",
    )
    capabilities_weights: str | None = Field(
        default=None,
        description="CSV file of the weights that people give to the first of these sets; null: its own",
    )
    hangs_on: Annotated[YesOrNo | None, BeforeValidator(yes_or_no)] = Field(
        default=None,
        description="try the numbers that nobody knows at other values; null: unless the question is small",
        json_schema_extra={"accepted": "yes, no, null"},
    )
    persons: Annotated[YesOrNo, BeforeValidator(yes_or_no)] = Field(
        default="no",
        description="write persons.parquet too, a row a person, seed and world: yes, no",
    )
    png: Annotated[YesOrNo, BeforeValidator(yes_or_no)] = Field(
        default="no", description="write each picture as PNG too: yes, no"
    )
    name: str | None = Field(
        description="name of the folder of results",
        json_schema_extra={"accepted": "up to 60 letters, digits, dots, dashes, or null"},
    )
    output: str = Field(min_length=1, description="folder for the files of questions")
    store: str = Field(min_length=1, description="folder in which runs are kept")
    workers: int | None = Field(ge=1, le=1024, description="cores to use; null: all there are")
    compute: Compute = Field(
        default_factory=Compute,
        description="with what the runs are made",
        json_schema_extra={"accepted": "local, processes, serial, dask"},
    )

    @field_validator("name")
    @classmethod
    def _name_is_plain(cls, name: str | None) -> str | None:
        if name is not None and not re.fullmatch(r"[A-Za-z0-9][\w.-]{0,59}", name, re.ASCII):
            raise ValueError(f"'{name}' cannot be the name of a folder here")
        return name

    @field_validator("groups")
    @classmethod
    def _groups_once(cls, groups: tuple[str, ...]) -> tuple[str, ...]:
        names = [Crossing.read(each).dimension if is_crossing(each) else each for each in groups]
        if len(set(names)) < len(names):
            raise ValueError(f"a group stands twice: {', '.join(names)}")
        return groups

    @field_validator("policies")
    @classmethod
    def _policies_once(cls, policies: tuple[Policy, ...]) -> tuple[Policy, ...]:
        names = [policy.name for policy in policies]
        if len(set(names)) < len(names):
            raise ValueError(f"a policy stands twice: {', '.join(names)}")
        return policies

    @field_validator("policies")
    @classmethod
    def _policies_compose(cls, policies: tuple[Policy, ...]) -> tuple[Policy, ...]:
        for one, other, shared in clashes(policies):
            raise ValueError(
                f"{one} and {other} both set {', '.join(shared)}, and no rule says how the two compose"
            )
        return policies

    @field_validator("budget")
    @classmethod
    def _budget_suffices(cls, budget: float | None, info: ValidationInfo) -> float | None:
        divided(info.data.get("policies", ()), budget)
        return budget

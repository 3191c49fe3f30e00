"""The question that a verb answers: a frozen, checked record."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import BeforeValidator, Field, SerializeAsAny, ValidationInfo, field_validator

from poverty_nodes.experiments.question.asked import AskedAgain
from poverty_nodes.experiments.question.checked_values import YesOrNo, as_tuple, flat, yes_or_no
from poverty_nodes.experiments.question.compute import Compute
from poverty_nodes.experiments.question.counted import counted_digest
from poverty_nodes.experiments.question.hanging import is_large
from poverty_nodes.model.lives import seeds_of
from poverty_nodes.model.measures.lines import LINES_ACCEPTED, line_name
from poverty_nodes.model.months import MONTHS
from poverty_nodes.model.policies import Policy
from poverty_nodes.model.policies.base import LAST_MONTH, StrictRecord, Sum
from poverty_nodes.model.policies.delivery.package_budget import divided
from poverty_nodes.model.policies.terms.composition import clashes
from poverty_nodes.model.shocks import Shock
from poverty_nodes.scenarios.base_month.scale import automatic_scale
from poverty_nodes.scenarios.catalogue import load_cluster
from poverty_nodes.scenarios.chains import with_chain

if TYPE_CHECKING:
    from poverty_nodes.model.month import Month
    from poverty_nodes.scenarios.description.cluster import ClusterDescription
    from poverty_nodes.scenarios.scenario import Scenario

Dimension = Literal[
    "gender", "skill", "contract", "social_group", "migrant", "tier", "node", "decile", "place"
]

Why = Literal["components", "channels"]

HOW = ("output", "store", "workers", "compute")
"""The keys that say where and with what the question is answered: they cannot change the answer."""


class Question(AskedAgain, StrictRecord):
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
        description="poverty line: 2021 dollars (PPP) a person a day, or the cluster's national line",
        json_schema_extra={"accepted": LINES_ACCEPTED},
    )
    window: int = Field(ge=1, le=120, description="last months averaged in person-level tables")
    groups: Annotated[tuple[Dimension, ...], BeforeValidator(as_tuple)] = Field(
        description="what the tables are broken down by"
    )
    why: Annotated[tuple[Why, ...], BeforeValidator(as_tuple)] = Field(
        default=(),
        description="explain the change: by components (Shapley shares), by channels, or both; [] neither",
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
        if len(set(groups)) < len(groups):
            raise ValueError(f"a group stands twice: {', '.join(groups)}")
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

    @property
    def package(self) -> tuple[Policy, ...]:
        """The policies with the package's budget shared out."""
        return divided(self.policies, self.budget)

    @property
    def says_what_it_hangs_on(self) -> bool:
        """Whether unknown numbers are tried; a slice of a batch does not try them."""
        if self.verb != "compare" or not self.policies or self.hangs_on == "no":
            return False
        workers = self.share * self.as_filed.workers.total.value
        large = self.compute.slice is None and is_large(self.seeds, self.months, workers)
        return self.hangs_on == "yes" or large

    @property
    def seed_numbers(self) -> tuple[int, ...]:
        """The seeds themselves, in order; those of a comparison are lives of fewer populations."""
        lives = self.lives if self.verb == "compare" and self.policies else 1
        return seeds_of(self.first_seed, self.seeds, lives)

    @cached_property
    def as_filed(self) -> ClusterDescription:
        """The cluster, read and checked; QuestionError if there is none or its files are wrong."""
        cluster = load_cluster(self.cluster)
        return cluster if self.chain is None else with_chain(cluster, self.chain)

    @cached_property
    def order_of_month(self) -> type[Month] | None:
        """The order of the month that `model` names; None for the model's own."""
        return None if self.model is None else MONTHS[self.model]

    def with_objects(self, cluster: ClusterDescription, model: type[Month] | None) -> Self:
        """The same question about the given cluster and order of the month instead of those of its names."""
        found = self.model_copy()
        found.__dict__.update(as_filed=cluster, order_of_month=model)
        return found

    @cached_property
    def description(self) -> ClusterDescription:
        """The cluster with the inputs of the question; QuestionError if they do not hold together."""
        if not self.inputs:
            return self.as_filed
        from poverty_nodes.scenarios.inputs import with_inputs

        return with_inputs(self.as_filed, self.inputs)

    @property
    def share(self) -> float:
        """The scale, or the one that null means for this cluster as its files have it."""
        return automatic_scale(self.as_filed) if self.scale is None else self.scale

    def resolved(self) -> Self:
        """The same question with its scale in figures."""
        return self.model_copy(update={"scale": self.share})

    def to_scenarios(self) -> dict[str, Scenario]:
        """The scenarios by label: "without" and "with" for compare, one of the two for run.

        Shocks are part of the world: they strike in both.
        """
        from poverty_nodes.scenarios.scenario import (
            Scenario,  # brings the compiled model: only what needs it pays for it
        )

        def scenario(policies: tuple[Policy, ...]) -> Scenario:
            found = Scenario(
                cluster=self.as_filed,
                policies=policies,
                shocks=tuple(self.shocks.values()),
                months=self.months,
                scale=self.share,
                line=self.line,
                window=min(self.window, self.months),
                model=self.order_of_month,
            )
            return found.with_inputs(self.inputs) if self.inputs else found

        enacted = (
            {"with": scenario(self.package)}
            if self.policies or self.verb in ("compare", "evaluate")
            else {}
        )
        if self.verb == "run" and enacted:
            return enacted
        return {"without": scenario(()), **enacted}

    @property
    def asked_by(self) -> str:
        """The verb: a question is asked by several."""
        return self.verb

    def as_mapping(self, how: bool = True) -> dict[str, object]:
        """Every key as conf/config.yaml spells it; `how=False` drops the `HOW` keys."""
        found = self.resolved().model_dump(mode="json", exclude={"policies", "shocks"})
        policy = {each.name: each.model_dump(mode="json") for each in self.policies}
        shock = {
            name: {"kind": each.name, **each.model_dump(mode="json")}
            for name, each in self.shocks.items()
        }
        world = {"cluster": found.pop("cluster"), "chain": found.pop("chain")}
        world |= {"model": found.pop("model")}
        first = {**world, "policy": policy, "shock": shock}
        return {**first, **{key: value for key, value in found.items() if how or key not in HOW}}

    def fingerprint(self) -> str:
        """Sixteen digits of all that decides the answer: scenarios, seeds and tables."""
        scenarios = {label: each.fingerprint() for label, each in self.to_scenarios().items()}
        parts: list[object] = [self.verb, scenarios, self.seed_numbers, self.groups]
        parts += [self.draws, self.uncertain, self.outcomes] if self.draws else []
        parts += [sorted(self.why)] if self.why else []
        if self.capabilities:
            told = (self.capabilities, self.capabilities_weights, self.cluster)
            parts.append(counted_digest(*told))
        parts += ["what it hangs on"] if self.says_what_it_hangs_on else []
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]

    def folder(self) -> Path:
        """Where its files go: <output>/<verb>/<name>-<fingerprint>."""
        name = self.name or "-".join(
            each for each in (self.description.cluster.id, self.chain) if each is not None
        )
        return Path(self.output) / self.verb / f"{name}-{self.fingerprint()[:10]}"

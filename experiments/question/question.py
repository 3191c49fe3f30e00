"""The question that a verb answers: a frozen, checked record, and the outcomes that it names."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from poverty_nodes.experiments.question.asked import AskedAgain
from poverty_nodes.experiments.question.checked_values import Origin
from poverty_nodes.experiments.question.counted import counted_digest
from poverty_nodes.experiments.question.hanging import is_large
from poverty_nodes.experiments.question.question_keys import QuestionKeys
from poverty_nodes.model.lives import seeds_of
from poverty_nodes.model.measures.catalogue import measures
from poverty_nodes.model.measures.crossing import is_crossing
from poverty_nodes.model.months import MONTHS
from poverty_nodes.model.policies import Policy
from poverty_nodes.model.policies.delivery.package_budget import divided
from poverty_nodes.scenarios.base_month.scale import automatic_scale
from poverty_nodes.scenarios.catalogue import load_cluster
from poverty_nodes.scenarios.chains import with_chain

if TYPE_CHECKING:
    from poverty_nodes.model.month import Month
    from poverty_nodes.model.result import RunResult
    from poverty_nodes.scenarios.description.cluster import ClusterDescription
    from poverty_nodes.scenarios.scenario import Scenario

HOW = ("png", "output", "store", "workers", "compute")
"""The keys that say where and with what the question is answered: they cannot change the answer."""


@dataclass(frozen=True)
class Measured:
    """A measure of a group of the cluster, averaged over the last months of a run."""

    measure: str
    group: str = "all"

    @classmethod
    def read(cls, text: str) -> Measured:
        """Read `P0` or `P0:gender=female`."""
        measure, _, group = text.partition(":")
        return cls(measure, group or "all")

    @property
    def name(self) -> str:
        """As it is typed."""
        return self.measure if self.group == "all" else f"{self.measure}:{self.group}"

    @property
    def unit(self) -> str:
        """The unit of the measure."""
        return measures()[self.measure].unit

    def of(self, result: RunResult, window: int) -> float:
        """The mean over the last `window` months; NaN where the group is empty throughout."""
        import numpy as np  # a tenth of a second: checking a question does without

        last = result.series(self.measure, self.group)[-min(window, result.months[-1]) :]
        known = last[np.isfinite(last)]
        return float(known.mean()) if known.size else float("nan")


def measured(texts: Sequence[str]) -> tuple[Measured, ...]:
    """The outcomes by their texts, which have been checked."""
    return tuple(Measured.read(each) for each in texts)


class Question(AskedAgain, QuestionKeys):
    """What is asked (the keys stand in question_keys.py), and what follows from it."""

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
    def money_beside(self) -> tuple[str, int] | None:
        """The currency, and the year of its prices, that the page has beside dollars; None for dollars alone."""
        if self.money == "dollars":
            return None
        found = self.as_filed
        return found.money.currency, self.money_year or found.workers.regular_wage.year

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

    def resolved(self, origin: Origin | None = None) -> Self:
        """The same question with its scale in figures; it knows who set its keys if `origin` tells it."""
        found = self.model_copy(update={"scale": self.share})
        found.__dict__.update({} if origin is None else {"origin": origin})
        return found

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
                crossings=tuple(each for each in self.groups if is_crossing(each)),
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
        parts += [f"against {self.against}"] if self.against else []
        parts += [f"dose {self.dose}"] if self.dose != "as_set" else []
        if self.capabilities:
            told = (self.capabilities, self.capabilities_weights, self.cluster)
            parts.append(counted_digest(*told))
        parts += ["persons"] if self.persons == "yes" else []
        parts += [] if self.money_beside is None else [list(self.money_beside)]
        parts += ["what it hangs on"] if self.says_what_it_hangs_on else []
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]

    def folder(self) -> Path:
        """Where its files go: <output>/<verb>/<name>-<fingerprint>."""
        name = self.name or "-".join(
            each for each in (self.description.cluster.id, self.chain) if each is not None
        )
        return Path(self.output) / self.verb / f"{name}-{self.fingerprint()[:10]}"

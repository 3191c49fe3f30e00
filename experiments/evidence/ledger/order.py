"""What `validate` is asked to do: which patterns, over how many seeds, and where the ledger goes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, field_validator, model_validator

from poverty_nodes.experiments.evidence.registered.files import rules
from poverty_nodes.experiments.question.asked import one_of
from poverty_nodes.experiments.question.checked_files_and_folders import folder_problem
from poverty_nodes.experiments.question.checked_values import Origin, as_tuple
from poverty_nodes.experiments.question.composition import default_question
from poverty_nodes.experiments.question.named_clusters import AskedOfClusters
from poverty_nodes.experiments.runs.executors.executors import available_cores
from poverty_nodes.scenarios.errors import Problem

Part = Literal["patterns", "paper", "trials", "moments", "artefacts", "quiet"]
PARTS: tuple[Part, ...] = ("patterns", "paper", "trials", "moments", "artefacts", "quiet")
"""The ledger itself; the paper's propositions; published trials run again; figures beside their published ranges; what
claims hang on that should not matter; runs in which nothing should move."""
QUICK: tuple[Part, ...] = ("patterns", "paper", "trials")
QUICK_SEEDS = 3
"""What a quick look does, and over how many seeds, if nothing else is asked for."""
NAMED = {"patterns": "patterns", "trials": "trials", "clusters": "quiet"}
"""Keys of which each, when it is named, asks for its part alone."""


def pattern_ids() -> tuple[str, ...]:
    """The ids of all patterns there are."""
    from poverty_nodes.experiments.evidence.patterns import (
        PATTERNS,  # imports all rules, which is slow: only if a pattern is named
    )

    return tuple(each.id for each in PATTERNS)


def trial_ids() -> tuple[str, ...]:
    """The ids of all trials there are."""
    from poverty_nodes.experiments.evidence.trials.studies import TRIALS

    return tuple(each.id for each in TRIALS)


def registered_seeds() -> int:
    """The number of seeds that was laid down for all experiments."""
    return int(rules()["seeds"])


PatternId = Annotated[str, one_of(pattern_ids)]
TrialId = Annotated[str, one_of(trial_ids)]


class Order(AskedOfClusters):
    """A checked request; `patterns` and `trials` are ids in their own order, all of them when none was named.

    `clusters` are run for ten years without policy or shock.
    """

    VERB: ClassVar[str] = "validate"
    HOW: ClassVar[tuple[str, ...]] = (*AskedOfClusters.HOW, "store")

    patterns: Annotated[tuple[PatternId, ...], BeforeValidator(as_tuple)] = Field(
        default_factory=pattern_ids, description="which patterns are judged"
    )
    trials: Annotated[tuple[TrialId, ...], BeforeValidator(as_tuple)] = Field(
        default_factory=trial_ids, description="which trials are run again"
    )
    parts: Annotated[tuple[Part, ...], BeforeValidator(as_tuple)] = Field(
        default=PARTS,
        description="what to do; that of the patterns, trials or clusters alone that are named",
    )
    seeds: int = Field(
        default_factory=registered_seeds,
        ge=3,
        le=500,
        description="how many seeds; with others than registered there are looks and no verdicts",
    )
    leave_one_out: int = Field(
        default=0,
        ge=0,
        le=1,
        description="1: measure what several things could put in together without each of them alone too",
    )
    quick: int = Field(
        default=0,
        ge=0,
        le=1,
        description="1: a look over few seeds at the described values; no ends of ranges, no ablation",
    )
    workers: int = Field(
        default_factory=available_cores,
        ge=1,
        le=256,
        description="threads; as many as there are cores",
    )
    store: str = Field(
        default_factory=lambda: str(default_question()["store"]),
        min_length=1,
        description="where it is kept what measures come to",
    )
    name: str = Field(default="ledger", min_length=1, description="name of the folder of results")

    @model_validator(mode="before")
    @classmethod
    def _what_is_named_alone(cls, values: object) -> object:
        if not isinstance(values, Mapping):
            return values
        named = [part for key, part in NAMED.items() if key in values]
        usual: dict[str, object] = {"parts": named} if named else {}
        if str(values.get("quick")) == "1":
            usual = {"parts": QUICK, "seeds": QUICK_SEEDS} | usual
        return usual | {**values}

    @field_validator("patterns")
    @classmethod
    def _in_their_order(cls, named: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(each for each in pattern_ids() if each in named)

    @field_validator("trials")
    @classmethod
    def _trials_in_their_order(cls, named: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(each for each in trial_ids() if each in named)

    @field_validator("parts")
    @classmethod
    def _parts_in_their_order(cls, named: tuple[Part, ...]) -> tuple[Part, ...]:
        return tuple(each for each in PARTS if each in named)

    @classmethod
    def of_the_world(cls, values: Mapping[str, object], origin: Origin) -> list[Problem]:
        """The store must be a folder that can be written, as that of results."""
        problems = super().of_the_world(values, origin)
        folder = values.get("store")
        if isinstance(folder, str) and folder:
            problem = folder_problem(f"{origin('store')}: store", folder)
            problems += [] if problem is None else [problem]
        return problems

    def has(self, part: Part) -> bool:
        """Whether a part is asked for."""
        return part in self.parts

    def decides(self, clusters: object) -> list[object]:
        """Patterns, trials, parts, clusters and seeds; not the workers."""
        what = [self.patterns, self.trials, self.parts, clusters]
        return [*what, self.seeds, self.leave_one_out, self.quick]

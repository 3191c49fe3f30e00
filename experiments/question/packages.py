"""Packages that are set beside each other: a question each, which share all but their policies and budget."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from poverty_nodes.experiments.question.asked import AskedAgain
from poverty_nodes.experiments.question.question import Question

if TYPE_CHECKING:
    from poverty_nodes.scenarios.scenario import Scenario

KEY = "packages"
"""The key of a question below which stand packages by name."""
BASELINE = "without"
"""The town without any of them, against which each is set."""
OF_A_PACKAGE = ("policy", "budget")
"""What a package says: the same keys as a question says of its one package."""


@dataclass(frozen=True)
class Packages(AskedAgain):
    """A checked question about several packages: by name, in the order in which they were asked for."""

    VERB: ClassVar[str] = "compare"

    questions: Mapping[str, Question]

    @property
    def first(self) -> Question:
        """A question that has what all share: the town, shocks, months, seeds, folders."""
        return next(iter(self.questions.values()))

    def to_scenarios(self) -> dict[str, Scenario]:
        """The scenarios by label: the baseline, then each package; those of `compare` about one package."""
        enacted = {name: each.to_scenarios() for name, each in self.questions.items()}
        baseline = next(iter(enacted.values()))["without"]
        return {BASELINE: baseline, **{name: each["with"] for name, each in enacted.items()}}

    def as_mapping(self, how: bool = True) -> dict[str, object]:
        """Every key that all share, and below `packages` the policies and the budget of each."""
        shared = self.first.as_mapping(how)
        world = {key: shared.pop(key) for key in ("cluster", "chain", "model")}
        packages = {name: _of_one(each.as_mapping(how)) for name, each in self.questions.items()}
        rest = {key: value for key, value in shared.items() if key not in OF_A_PACKAGE}
        return {**world, KEY: packages, **rest}

    def fingerprint(self) -> str:
        """Sixteen digits of all that decides the answer: names, scenarios, seeds and tables."""
        scenarios = {label: each.fingerprint() for label, each in self.to_scenarios().items()}
        parts: list[object] = [
            KEY,
            list(scenarios.items()),
            self.first.seed_numbers,
            self.first.groups,
        ]
        if self.first.draws:
            parts += [self.first.draws, self.first.uncertain, self.first.outcomes]
        parts += ["persons"] if self.first.persons == "yes" else []
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]

    def folder(self) -> Path:
        """Where its files go: <output>/compare/<name>-<fingerprint>."""
        alone = self.first.folder()
        name = alone.name.rpartition("-")[0]
        return alone.with_name(f"{name}-{self.fingerprint()[:10]}")


def _of_one(asked: Mapping[str, object]) -> dict[str, object]:
    return {key: asked[key] for key in OF_A_PACKAGE}

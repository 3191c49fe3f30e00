"""What a question is made of by name: the policies, the shocks, and the experiment it starts from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from poverty_nodes.experiments.question.chosen_files import POLICY, SHOCK, Choice, choose, file_ids
from poverty_nodes.experiments.question.settings import Setting
from poverty_nodes.scenarios.errors import Problem, nearest_name


@dataclass(frozen=True)
class Package:
    """The policies, shocks and experiment that are there, and what is wrong with the rest."""

    policies: Choice
    shocks: Choice
    experiment: str | None
    compute: str | None
    problems: tuple[Problem, ...]

    @property
    def choices(self) -> tuple[Choice, Choice]:
        """Both groups of which several can be chosen."""
        return (self.policies, self.shocks)

    @property
    def overrides(self) -> list[str]:
        """The choices in the grammar of Hydra."""
        groups = [f"{each.group.key}=[{','.join(each.filed)}]" for each in self.choices]
        one = {"experiment": self.experiment, "compute": self.compute}
        return [*groups, *(f"{key}={name}" for key, name in one.items() if name)]


def choose_package(settings: Sequence[Setting], conf: Path) -> Package:
    """Look up all names of policies, shocks and the experiment at once."""
    experiment, problems = _one_of("experiment", settings, conf, "poverty-nodes list experiments")
    compute, more = _one_of("compute", settings, conf)
    policies, shocks = (choose(group, settings, experiment, conf) for group in (POLICY, SHOCK))
    problems += [*more, *policies.problems, *shocks.problems]
    return Package(policies, shocks, experiment, compute, tuple(problems))


def experiment_ids(conf: Path) -> tuple[str, ...]:
    """The experiments there are, in alphabetical order."""
    return file_ids("experiment", conf)


def _one_of(
    group: str, settings: Sequence[Setting], conf: Path, remedy: str = ""
) -> tuple[str | None, list[Problem]]:
    """The file of a group of which a question takes one."""
    chosen = [each for each in settings if each.key == group]
    if not chosen or chosen[-1].value is None:
        return None, []
    name, known = str(chosen[-1].value), file_ids(group, conf)
    if name in known:
        return name, []
    nearest = nearest_name(name, known)
    message = f"there is no {group} '{name}'"
    return None, [Problem(chosen[-1].where, message, ", ".join(known), nearest, remedy)]

"""Which policies make up the package, and which experiment it starts from.

Hydra stops at the first file that it does not find and says little of what there is. So the names
are looked up here, all of them, before it is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from experiments.mapping import read_mapping
from experiments.settings import COMMAND_LINE, Setting
from model.policies import REGISTRY
from scenarios.errors import Problem, nearest_name


@dataclass(frozen=True)
class Package:
    """The policies and the experiment that are there, and what is wrong with the rest."""

    policies: tuple[str, ...]
    experiment: str | None
    problems: tuple[Problem, ...]
    unknown: tuple[str, ...] = ()
    """Names of policies that do not exist and have been reported."""

    @property
    def overrides(self) -> list[str]:
        """The choices in the grammar of Hydra."""
        experiment = [f"experiment={self.experiment}"] if self.experiment else []
        return [f"policy=[{','.join(self.policies)}]", *experiment]


def choose_package(settings: Sequence[Setting], conf: Path) -> Package:
    """Find the package: on the command line, else in a question file, the experiment, conf/."""
    experiment, problems = _experiment(settings, conf)
    asked, origin = _asked(settings, experiment, conf)
    twice = sorted({name for name in asked if asked.count(name) > 1})
    unknown = tuple(dict.fromkeys(name for name in asked if name not in REGISTRY))
    problems += [Problem(f"{origin}: policy", f"names '{name}' twice") for name in twice]
    problems += [unknown_policy(f"{origin}: policy", name) for name in unknown]
    meant = [
        *asked,
        *(nearest_name(name, REGISTRY) for name in unknown),
    ]  # so that terms are checked
    known = tuple(name for name in REGISTRY if name in meant)
    return Package(known, experiment, tuple(problems), unknown)


def experiment_ids(conf: Path) -> list[str]:
    """The experiments there are, in alphabetical order."""
    return sorted(path.stem for path in (conf / "experiment").glob("*.yaml"))


def unknown_policy(where: str, name: str) -> Problem:
    """Say that there is no such policy, and which there are."""
    nearest, remedy = nearest_name(name, REGISTRY), "poverty-nodes list policies"
    return Problem(where, f"there is no policy '{name}'", ", ".join(REGISTRY), nearest, remedy)


def _experiment(settings: Sequence[Setting], conf: Path) -> tuple[str | None, list[Problem]]:
    chosen = [each for each in settings if each.key == "experiment"]
    if not chosen or chosen[-1].value is None:
        return None, []
    name, known = str(chosen[-1].value), experiment_ids(conf)
    if name in known:
        return name, []
    nearest, remedy = nearest_name(name, known), "poverty-nodes list experiments"
    message = f"there is no experiment '{name}'"
    return None, [Problem(chosen[-1].where, message, ", ".join(known), nearest, remedy)]


def _asked(
    settings: Sequence[Setting], experiment: str | None, conf: Path
) -> tuple[list[str], str]:
    """Return the names asked for, right or wrong, and who asks for them."""
    typed = [each for each in settings if each.origin == COMMAND_LINE]
    filed = [each for each in settings if each.origin != COMMAND_LINE]
    whole = [each for each in typed if each.key == "policy"]
    dropped = [each.key for each in typed if each.override.startswith("~policy.")]
    if whole:
        names, origin = _names(whole[-1].value), COMMAND_LINE
    elif of_file := [each for each in filed if each.key.split(".")[0] == "policy"]:
        below = dict.fromkeys(each.key.split(".")[1] for each in of_file if "." in each.key)
        names = [
            *below,
            *(name for each in of_file if each.key == "policy" for name in _names(each.value)),
        ]
        origin = of_file[0].origin
    else:
        names, origin = _default(experiment, conf)
    return [name for name in names if f"policy.{name}" not in dropped], origin


def _names(value: object) -> list[str]:
    if value is None or value == {}:
        return []
    return [str(name) for name in value] if isinstance(value, list) else [str(value)]


def _default(experiment: str | None, conf: Path) -> tuple[list[str], str]:
    """Read the package off the defaults lists: the experiment's, else the main one."""
    files = [*([f"experiment/{experiment}.yaml"] if experiment else []), "config.yaml"]
    for file in files:
        name = f"{conf.name}/{file}"
        entries = read_mapping(conf / file, name).get("defaults")
        for entry in entries if isinstance(entries, list) else ():
            for group, value in entry.items() if isinstance(entry, dict) else ():
                if str(group).removeprefix("override ").removeprefix("/") == "policy":
                    return _names(value), name
    return [], f"{conf.name}/config.yaml"

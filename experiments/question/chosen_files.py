"""Which files of conf/ a question takes: the policies of its package, the shocks of its world, the experiment.

Hydra stops at the first file that it does not find and says little of what there is. So all names are looked up here
before Hydra composes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from poverty_nodes.experiments.question.settings import COMMAND_LINE, Setting
from poverty_nodes.model.policies import REGISTRY
from poverty_nodes.model.registry import Registry
from poverty_nodes.scenarios.errors import Problem, nearest_name
from poverty_nodes.scenarios.strict_yaml.yaml_file import read_mapping

REMEDY = "docs/policies.md says how a package offers it; reinstall or remove the package"


@dataclass(frozen=True)
class Group:
    """A folder of conf/ of which a question may take several files, with the words for it."""

    key: str
    listed: str
    """What `list` calls them."""
    left_out: str
    """What is wrong with a term of one that the question does not take."""

    def unknown(self, where: str, name: str, known: Sequence[str]) -> Problem:
        """Say that there is none of this name, and which there are."""
        nearest, remedy = nearest_name(name, known), f"poverty-nodes list {self.listed}"
        return Problem(where, f"there is no {self.key} '{name}'", ", ".join(known), nearest, remedy)


POLICY = Group("policy", "policies", "is not in the package of this question")
SHOCK = Group("shock", "shocks", "is not among the shocks of this question")


@dataclass(frozen=True)
class Choice:
    """The names of a group that a question takes, and what is wrong with the rest."""

    group: Group
    names: tuple[str, ...]
    """Those that are there, in the order of the group, whatever the order asked for."""
    known: tuple[str, ...]
    files: tuple[str, ...]
    """Which of the known ones have a file; a shock may be made up on the spot by its kind."""
    origin: str
    """Who asks for them: the command line or a file."""
    problems: tuple[Problem, ...] = ()
    unknown: tuple[str, ...] = ()
    """Names that do not exist and have been reported."""

    @property
    def filed(self) -> tuple[str, ...]:
        """The chosen ones that have a file, which Hydra composes."""
        return tuple(name for name in self.names if name in self.files)


def choose(group: Group, settings: Sequence[Setting], experiment: str | None, conf: Path) -> Choice:
    """Find which names are asked for: on the command line, else in a question file, the experiment, conf/."""
    files = file_ids(group.key, conf)
    known = tuple(REGISTRY) if group == POLICY else tuple(sorted({*files, *_made_up(settings)}))
    asked, origin = _asked(group.key, settings, experiment, conf)
    where = f"{origin}: {group.key}"
    twice = sorted({name for name in asked if asked.count(name) > 1})
    unknown = tuple(dict.fromkeys(name for name in asked if name not in known))
    problems = [Problem(where, f"names '{name}' twice") for name in twice]
    problems += [group.unknown(where, name, known) for name in unknown]
    problems += unusable(REGISTRY, asked, where) if group == POLICY else []
    # The nearest name is taken for what was meant, so that its terms are checked too.
    meant = [*asked, *(nearest_name(name, known) for name in unknown)]
    faulty = {name for name in meant if group == POLICY and REGISTRY.fault(str(name))}
    names = tuple(name for name in known if name in meant and name not in faulty)
    return Choice(group, names, known, files, origin, tuple(problems), (*unknown, *faulty))


def file_ids(folder: str, conf: Path) -> tuple[str, ...]:
    """The files of a folder of conf/, without their ending, in alphabetical order."""
    return tuple(sorted(path.stem for path in (conf / folder).glob("*.yaml")))


def _made_up(settings: Sequence[Setting]) -> list[str]:
    """Names of shocks whose kind a setting says, so that they need no file."""
    parts = [each.key.split(".") for each in settings]
    return [key[1] for key in parts if len(key) == 3 and key[0] == "shock" and key[2] == "kind"]


def _asked(
    key: str, settings: Sequence[Setting], experiment: str | None, conf: Path
) -> tuple[list[str], str]:
    """Return the names asked for, right or wrong, and who asks for them."""
    typed = [each for each in settings if each.origin == COMMAND_LINE]
    filed = [each for each in settings if each.origin != COMMAND_LINE]
    whole = [each for each in typed if each.key == key]
    dropped = [each.key for each in typed if each.taken_back and each.key.startswith(f"{key}.")]
    if whole:
        names, origin = _names(whole[-1].value), COMMAND_LINE
    elif of_file := [each for each in filed if each.key.split(".")[0] == key]:
        below = dict.fromkeys(each.key.split(".")[1] for each in of_file if "." in each.key)
        names = [
            *below,
            *(name for each in of_file if each.key == key for name in _names(each.value)),
        ]
        origin = of_file[0].origin
    else:
        names, origin = _default(key, experiment, conf)
    return [name for name in names if f"{key}.{name}" not in dropped], origin


def _names(value: object) -> list[str]:
    if value is None or value == {}:
        return []
    return [str(name) for name in value] if isinstance(value, list) else [str(value)]


def _default(key: str, experiment: str | None, conf: Path) -> tuple[list[str], str]:
    """Read the names off the defaults lists: the experiment's, else the main one."""
    files = [*([f"experiment/{experiment}.yaml"] if experiment else []), "config.yaml"]
    for file in files:
        name = f"{conf.name}/{file}"
        entries = read_mapping(conf / file, name).get("defaults")
        for entry in entries if isinstance(entries, list) else ():
            for group, value in entry.items() if isinstance(entry, dict) else ():
                if str(group).removeprefix("override ").removeprefix("/") == key:
                    return _names(value), name
    return [], f"{conf.name}/config.yaml"


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


def unusable(registry: Registry[Any], names: Sequence[str], where: str) -> list[Problem]:
    """Those of some names whose package cannot be used, with the reason of each."""
    faults = [registry.fault(name) for name in names if name in registry]
    return [Problem(where, fault, remedy=REMEDY) for fault in faults if fault]

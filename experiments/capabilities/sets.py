"""Which sets of deprivations there are, and one of them read and checked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pydantic import ValidationError

from poverty_nodes.experiments.capabilities.deprivation_set import DeprivationSet
from poverty_nodes.scenarios.catalogue import folder_of, is_path
from poverty_nodes.scenarios.errors import Problem, QuestionError, nearest_name
from poverty_nodes.scenarios.strict_yaml.paths import existing
from poverty_nodes.scenarios.strict_yaml.schema_messages import from_pydantic
from poverty_nodes.scenarios.strict_yaml.yaml_file import read_yaml

SHIPPED = Path(__file__).resolve().parents[2] / "conf" / "capabilities"
OWN = "own"
"""The name of the set that lies in the cluster's own folder, as `FILE`."""
FILE = "capabilities.yaml"


def set_names() -> tuple[str, ...]:
    """The sets that come with the project."""
    return tuple(sorted(path.stem for path in SHIPPED.glob("*.yaml")))


def read_sets(names: tuple[str, ...], cluster: str) -> tuple[DeprivationSet, ...]:
    """The sets by their names or paths; `cluster` is named as in a question, for its own set.

    QuestionError with all that is wrong with all of them.
    """
    found: list[DeprivationSet] = []
    problems: list[Problem] = []
    for name in names:
        try:
            found.append(_read(_path(name, cluster)))
        except QuestionError as error:
            problems += error.problems
    ids = [each.id for each in found]
    twice = sorted({each for each in ids if ids.count(each) > 1})
    problems += [Problem("capabilities", f"two sets have the id '{each}'") for each in twice]
    if problems:
        raise QuestionError(problems)
    return tuple(found)


def _path(name: str, cluster: str) -> Path:
    if name == OWN:
        return _own(cluster)
    if is_path(name):
        try:
            return existing(name)
        except QuestionError as error:
            remedy = "capabilities=[NAME] or the path of your own YAML file"
            raise QuestionError(
                [replace(each, where="capabilities", remedy=remedy) for each in error.problems]
            ) from error
    known = set_names()
    if name not in known:
        accepted = f"{', '.join(known)}, {OWN} (the cluster's {FILE}), or the path of a YAML file"
        nearest = nearest_name(name, (*known, OWN))
        message = f"there is no set of deprivations '{name}'"
        raise QuestionError([Problem("capabilities", message, accepted, nearest)])
    return SHIPPED / f"{name}.yaml"


def _own(cluster: str) -> Path:
    path = folder_of(cluster) / FILE
    if not path.is_file():
        message = f"the cluster has no {FILE} in its folder"
        remedy = f"cp {SHIPPED / 'household.yaml'} {path}, and change it"
        raise QuestionError([Problem("capabilities", message, ", ".join(set_names()), "", remedy)])
    return path


def _read(path: Path) -> DeprivationSet:
    file = read_yaml(path, f"{path.parent.name}/{path.name}")
    problems = list(file.problems)
    try:
        if not problems:
            return DeprivationSet.model_validate(file.data)
    except ValidationError as error:
        problems += from_pydantic(error, file.name, DeprivationSet, file.lines)
    raise QuestionError(problems)

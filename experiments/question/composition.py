"""The YAML of conf/, composed by Hydra into one plain mapping, and the keys that the user sets laid over it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from typing import cast

from poverty_nodes.experiments.question.chosen_files import Package
from poverty_nodes.experiments.question.settings import Setting
from poverty_nodes.scenarios.errors import Problem, QuestionError
from poverty_nodes.scenarios.strict_yaml.yaml_file import read_mapping

CONF = Path(__file__).resolve().parents[2] / "conf"

Content = dict[str, object]
"""Nested keys and values, of which one is set or taken out by its dotted name."""


def compose_content(
    conf: Path, package: Package, settings: Sequence[Setting]
) -> tuple[Content, list[Problem]]:
    """Compose config.yaml, the files of the package and the shocks, the experiment; then set what the user set.

    A setting is not refused here: whether a key exists and what it takes is for the schemas to say, which know the
    keys of all policies and shocks and say all that is wrong at once. Nothing is looked up: a ${...} stays a text.
    """
    from hydra import compose, initialize_config_dir  # a tenth of a second: not for --help
    from hydra.errors import HydraException
    from omegaconf import OmegaConf
    from omegaconf.errors import OmegaConfBaseException
    from yaml import YAMLError

    try:
        with initialize_config_dir(str(conf), version_base="1.3"):
            composed = compose("config", package.overrides)
        content = cast(Content, OmegaConf.to_container(composed, resolve=False))
    except (HydraException, OmegaConfBaseException, YAMLError) as error:
        message = " ".join(str(error).split())
        return {}, [Problem(conf.name, f"the configuration does not compose: {message}")]
    return content, lay_over(content, settings)


def lay_over(content: Content, settings: Sequence[Setting]) -> list[Problem]:
    """Set each setting in the content, or remove what is taken back; returns what could not be."""
    problems = []
    for each in settings:
        parts = each.key.split(".")
        if not each.taken_back:
            merge_key(content, parts, each.value)
        elif not take_out(content, parts):
            problems.append(Problem(each.where, "is not there to be taken back"))
    return problems


def filed_twice(package: Package, conf: Path) -> list[Problem]:
    """Keys that two files of one group set, each with both files and both values."""
    problems = []
    for choice in package.choices:
        seen: dict[str, tuple[str, object]] = {}
        for name in choice.filed:
            file = f"{choice.group.key}/{name}.yaml"
            where = f"{conf.name}/{file}"
            try:
                content = read_mapping(conf / file, where)
            except QuestionError:
                continue  # said by whoever composes the file
            for key, value in _leaves(content, f"{choice.group.key}."):
                if key in seen:
                    first, before = seen[key]
                    message = f"both set {key}: to {before} and to {value}"
                    remedy = "keep the key in one of the two files"
                    problems.append(Problem(f"{first} and {where}", message, remedy=remedy))
                seen.setdefault(key, (where, value))
    return problems


def _leaves(content: Mapping[str, object], above: str) -> Iterator[tuple[str, object]]:
    for name, value in content.items():
        if isinstance(value, Mapping) and value:
            yield from _leaves(value, f"{above}{name}.")
        elif name != "defaults":
            yield f"{above}{name}", value


def default_question(conf: Path = CONF) -> Mapping[str, object]:
    """The keys of config.yaml: the defaults."""
    return read_mapping(conf / "config.yaml", f"{conf.name}/config.yaml")


def default_terms(name: str, folder: str = "policy", conf: Path = CONF) -> Mapping[str, object]:
    """The terms of a policy or shock that its file sets; for the rest its schema has defaults."""
    file = f"{folder}/{name}.yaml"
    if not (conf / file).exists():
        return {}  # of an installed package: its class has all defaults
    terms = read_mapping(conf / file, f"{conf.name}/{file}").get(name)
    return terms if isinstance(terms, Mapping) else {}


def origin_of(key: str, conf: Path, package: Package, settings: Sequence[Setting]) -> str:
    """Say who set a dotted key: the command line, a question file or a file of conf/."""
    if setter := who_set(key, settings):
        return setter
    files = [("", f"experiment/{package.experiment}.yaml")] if package.experiment else []
    files += [
        (f"{each.group.key}.", f"{each.group.key}/{name}.yaml")
        for each in package.choices
        for name in each.filed
    ]
    holding = [file for above, file in files if _holds(conf / file, key, above)]
    own = [
        file
        for above, file in files
        if above and f"{key}.".startswith(f"{file[:-5]}.".replace("/", "."))
    ]
    return f"{conf.name}/{[*holding, *own, 'config.yaml'][0]}"


def who_set(key: str, settings: Sequence[Setting]) -> str:
    """The origin of the last setting of a key, or of one above or below it; "" if there is none."""
    related = (
        each
        for each in reversed(settings)
        if f"{key}.".startswith(f"{each.key}.") or f"{each.key}.".startswith(f"{key}.")
    )
    return next((each.origin for each in related), "")


def _holds(file: Path, key: str, above: str) -> bool:
    """Whether a file of conf/, whose keys stand below `above`, sets a key."""
    here: object = read_mapping(file, file.name) if key.startswith(above) else {}
    for part in key.removeprefix(above).split("."):
        if not isinstance(here, Mapping) or part not in here:
            return False
        here = here[part]
    return True


def set_key(content: Content, parts: Sequence[str], value: object) -> None:
    """Set the key whose names are `parts`; a value on its way that holds no keys is replaced."""
    here = content
    for part in parts[:-1]:
        name = _name_in(here, part)
        below = here.get(name)
        if not isinstance(below, dict):
            below = here[name] = {}
        here = cast(Content, below)
    here[_name_in(here, parts[-1])] = deepcopy(value)


def merge_key(content: Content, parts: Sequence[str], value: object) -> None:
    """Set a key, or merge its keys if both the old and the new value have keys."""
    before = key_of(content, parts)
    if isinstance(value, dict) and isinstance(before, dict):
        for name, each in value.items():
            merge_key(content, [*parts, str(name)], each)
    else:
        set_key(content, parts, value)


def take_out(content: Content, parts: Sequence[str]) -> bool:
    """Take a key out; whether it was there."""
    above = key_of(content, parts[:-1]) if len(parts) > 1 else content
    if not isinstance(above, dict) or _name_in(above, parts[-1]) not in above:
        return False
    del above[_name_in(above, parts[-1])]
    return True


def key_of(content: Content, parts: Sequence[str]) -> object:
    """The value of a key; None if there is none."""
    here: object = content
    for part in parts:
        if not isinstance(here, dict):
            return None
        here = here.get(_name_in(here, part))
    return here


def _name_in(here: Content, part: str) -> str:
    """The name as it stands among some keys: that of a month in a path over time may be a number there."""
    if part.isdecimal() and part not in here and int(part) in cast(dict[object, object], here):
        return cast(str, int(part))
    return part

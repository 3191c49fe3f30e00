"""The YAML of conf/ and the user's settings, composed by Hydra into one plain mapping."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

from poverty_nodes.experiments.question.nested_keys import Content
from poverty_nodes.experiments.question.package import Package
from poverty_nodes.experiments.question.question_file import read_mapping
from poverty_nodes.experiments.question.settings import Setting, lay_over, who_set
from poverty_nodes.scenarios.errors import Problem

CONF = Path(__file__).resolve().parents[2] / "conf"


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


def default_question(conf: Path = CONF) -> Mapping[str, object]:
    """The keys of config.yaml as they stand there: what is meant when nothing is said."""
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


def _holds(file: Path, key: str, above: str) -> bool:
    """Whether a file of conf/, whose keys stand below `above`, sets a key."""
    here: object = read_mapping(file, file.name) if key.startswith(above) else {}
    for part in key.removeprefix(above).split("."):
        if not isinstance(here, Mapping) or part not in here:
            return False
        here = here[part]
    return True


__all__ = ["CONF", "Content", "compose_content", "default_question", "default_terms", "origin_of"]

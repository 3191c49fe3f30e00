"""A YAML file as a plain mapping, read as Hydra reads its own: a doubled key is refused."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import cast

from scenarios.errors import Problem, QuestionError


def read_mapping(path: Path, name: str, unreadable: str = "") -> Mapping[str, object]:
    """Return what the file says; raises QuestionError if it is no mapping.

    `name` is the file in messages; `unreadable` is the place to blame if it cannot be opened.
    """
    from omegaconf import OmegaConf  # slow to import
    from omegaconf.errors import OmegaConfBaseException
    from yaml import YAMLError

    try:
        content = OmegaConf.to_container(OmegaConf.load(path), resolve=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        problem = Problem(unreadable or name, f"'{path}' cannot be read: {reason}")
    except (YAMLError, UnicodeDecodeError, OmegaConfBaseException) as error:
        problem = Problem(name, f"is not YAML as it should be: {' '.join(str(error).split())}")
    else:
        if isinstance(content, Mapping):
            return cast(Mapping[str, object], content)
        problem = Problem(name, "holds no keys", "keys and values")
    raise QuestionError([problem])

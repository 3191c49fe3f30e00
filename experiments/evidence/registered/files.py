"""The files of what is registered: a name, its versions beside each other, and the newest that is run."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from poverty_nodes.scenarios.strict_yaml.yaml_file import read_mapping

FOLDER = Path(__file__).parent
Kind = Literal["patterns", "trials", "propositions"]
KINDS: tuple[Kind, ...] = ("patterns", "trials", "propositions")


def versions(name: str, folder: Path = FOLDER) -> list[Path]:
    """The files of `patterns/p01` or `rules`, oldest first: NAME.1.yaml, NAME.2.yaml and so on.

    A registration is never edited: what is asked otherwise is a new version, and the old one stays.
    """
    found = folder.glob(f"{name}.*.yaml")
    return sorted(found, key=lambda path: int(path.suffixes[-2].removeprefix(".")))


def names(folder: Path = FOLDER) -> list[str]:
    """All that is registered: `rules`, and then by kind such as `patterns/p01`."""
    found = {
        path.relative_to(folder).as_posix().split(".")[0] for path in folder.rglob("*.[0-9]*.yaml")
    }
    return sorted(found)


@cache
def content(name: str, folder: Path = FOLDER) -> Mapping[str, Any]:
    """What the newest version says, within the bounds of every other file.

    FileNotFoundError if nothing of that name is registered; QuestionError with all that is wrong with its form.
    """
    files = versions(name, folder)
    if not files:
        raise FileNotFoundError(f"{name} is not registered: {folder / name}.1.yaml is not there")
    return read_mapping(files[-1], files[-1].relative_to(folder).as_posix())


def content_hash(path: Path) -> str:
    """Sixty-four digits of all that a registration says."""
    return sha256(path.read_bytes()).hexdigest()


def rules() -> Mapping[str, Any]:
    """The rules that all experiments share: seeds, shares, thresholds."""
    return content("rules")

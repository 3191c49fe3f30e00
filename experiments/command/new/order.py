"""What `new` is asked to begin: kind, name, files of a survey, and the folder, all checked before anything is read."""

from __future__ import annotations

import keyword
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from poverty_nodes.experiments.question.asked import Asked
from poverty_nodes.experiments.question.checked_values import Origin, as_tuple
from poverty_nodes.scenarios.description.groups import ACCEPTED_IDS, id_like, is_id
from poverty_nodes.scenarios.errors import Problem
from poverty_nodes.scenarios.strict_yaml.paths import is_there

OF_A_SURVEY = "--from WORKERS.csv FIRMS.csv --map MAP.yaml, or one of the two files"


def _files(value: object) -> object:
    """A list of files, or several in one text, between commas, unless that is the name of one."""
    if isinstance(value, str) and "," in value and not is_there(Path(value).expanduser()):
        value = [part.strip() for part in value.split(",")]
    return as_tuple(value)


def _id(name: str) -> str:
    if not is_id(name):
        told = {"name": name, "accepted": ACCEPTED_IDS, "nearest": id_like(name)}
        raise PydanticCustomError("id", "'{name}' is not an id", told)
    return name


class Order(Asked):
    """What is to be begun: its kind and name, the files it is made of, and the folder to put it in."""

    VERB: ClassVar[str] = "new"
    WORDS: ClassVar[tuple[str, ...]] = ("kind", "name")

    kind: Literal["cluster", "policy"] = Field(description="new cluster NAME or new policy NAME")
    name: Annotated[str, AfterValidator(_id)] = Field(
        description="what it is to be called",
        json_schema_extra={"accepted": f"{ACCEPTED_IDS}: new cluster NAME"},
    )
    sheets: Annotated[tuple[str, ...], BeforeValidator(_files)] = Field(
        default=(),
        alias="from",
        max_length=2,
        description="files of a survey (CSV, SPSS, Stata), of workers, of firms, or both; also --from WORKERS FIRMS",
    )
    map: str | None = Field(
        default=None,
        min_length=1,
        description="a YAML file that says what their columns are; also --map MAP",
    )
    like: str | None = Field(
        default=None,
        min_length=1,
        description="the cluster whose numbers a stub begins with; null: that of conf/config.yaml",
    )
    output: str = Field(default=".", min_length=1, description="where the folder NAME is made")

    @property
    def files(self) -> tuple[Path, ...]:
        """The files of a survey."""
        return tuple(Path(each).expanduser() for each in self.sheets)

    @property
    def mapping(self) -> Path:
        """The file that says what their columns are."""
        return Path(self.map or "").expanduser()

    @property
    def folder(self) -> Path:
        """Return the folder that is written."""
        return Path(self.output) / self.name

    @classmethod
    def of_the_world(cls, values: Mapping[str, object], origin: Origin) -> list[Problem]:
        """What is wrong between keys, and with the folder, of which nothing is touched if it is there."""
        problems = [*_of_kind(values, origin), *_of_survey(values, origin)]
        of_output = super().of_the_world(values, origin)
        name, output = values.get("name"), values.get("output", ".")
        if isinstance(name, str) and isinstance(output, str) and is_id(name) and not of_output:
            folder = Path(output) / name
            if is_there(folder) or folder.is_symlink():
                message = f"'{folder}' is there already; nothing of it is touched"
                remedy = "another name, or output=DIR"
                problems.append(
                    Problem(
                        f"{origin('name')}: name", message, "a name that is free", remedy=remedy
                    )
                )
        return problems + of_output


@dataclass(frozen=True)
class Begun:
    """What was written, what is to be done next, and what looks wrong in the data, a sentence each."""

    folder: Path
    files: tuple[str, ...]
    headline: str
    next: tuple[str, ...]
    doubts: tuple[str, ...] = ()


def _of_kind(values: Mapping[str, object], origin: Origin) -> Iterator[Problem]:
    if values.get("kind") != "policy":
        return
    name = values.get("name")
    if isinstance(name, str) and keyword.iskeyword(name):
        message = f"'{name}' is a word of Python, and a policy is a class"
        yield Problem(f"{origin('name')}: name", message, "another name")
    for key in ("from", "map", "like"):
        if values.get(key):
            yield Problem(f"{origin(key)}: {key}", "is for a cluster", "new policy NAME")


def _of_survey(values: Mapping[str, object], origin: Origin) -> Iterator[Problem]:
    files, mapping = values.get("from"), values.get("map")
    if bool(files) != bool(mapping):
        key = "from" if files else "map"
        message = "a survey is a file of workers, one of firms, or both, and a map of their columns"
        yield Problem(f"{origin(key)}: {key}", message, OF_A_SURVEY, remedy="docs/survey.md")
    if files and values.get("like"):
        yield Problem(
            f"{origin('like')}: like", "stands in the map of a survey", "like: in the map"
        )

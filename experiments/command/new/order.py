"""What `new` is asked to begin: kind, name, files of a survey, and the folder, all checked before anything is read."""

from __future__ import annotations

import keyword
from dataclasses import dataclass, field
from pathlib import Path

from experiments.command.verb import Request
from experiments.question.writable_folder import folder_problem
from scenarios.description.groups import ACCEPTED_IDS, id_like, is_id
from scenarios.errors import Problem, QuestionError, nearest_name
from scenarios.strict_yaml.paths import is_there

KINDS = ("cluster", "policy")
KEYS = ("from", "map", "like", "output")
LINE = "command line"


@dataclass(frozen=True)
class Order:
    """What is to be begun: its kind and name, the files it is made of, and the folder to put it in."""

    kind: str
    name: str
    files: tuple[Path, ...] = ()
    map: Path | None = None
    like: str = ""
    output: Path = field(default_factory=Path)

    @property
    def folder(self) -> Path:
        """Return the folder that is written."""
        return self.output / self.name


@dataclass(frozen=True)
class Begun:
    """What was written, what is to be done next, and what looks wrong in the data, a sentence each."""

    folder: Path
    files: tuple[str, ...]
    headline: str
    next: tuple[str, ...]
    doubts: tuple[str, ...] = ()


def read_order(request: Request) -> Order:
    """Read the words and settings of a request; raises QuestionError with all that is wrong with them."""
    values, problems = _values(request.settings)
    kind, name, more = _words(request.words)
    problems += more
    files = tuple(Path(each).expanduser() for each in _listed(values.get("from", "")))
    mapping = Path(values["map"]).expanduser() if values.get("map") else None
    if kind == "policy" and (files or mapping or values.get("like")):
        problems.append(Problem(LINE, "from, map and like are for a cluster", "new policy NAME"))
    if bool(files) != bool(mapping) or len(files) > 2:
        accepted = "--from WORKERS.csv FIRMS.csv --map MAP.yaml, or one of the two files"
        message = "a survey is a file of workers, one of firms, or both, and a map of their columns"
        problems.append(Problem(LINE, message, accepted, remedy="docs/survey.md"))
    if files and values.get("like"):
        problems.append(
            Problem(f"{LINE}: like", "stands in the map of a survey", "like: in the map")
        )
    order = Order(
        kind, name, files, mapping, values.get("like", ""), Path(values.get("output", "."))
    )
    problems += _of_folder(order) if name else []
    if problems:
        raise QuestionError(problems)
    return order


def _values(settings: tuple[str, ...]) -> tuple[dict[str, str], list[Problem]]:
    values: dict[str, str] = {}
    problems = []
    for token in settings:
        key, _, text = token.partition("=")
        if key in KEYS:
            values[key] = text
        else:
            accepted = ", ".join(f"{each}=" for each in KEYS)
            message = "is not a key of new"
            nearest = nearest_name(key, KEYS)
            problems.append(Problem(f"{LINE}: {token}", message, accepted, nearest))
    return values, problems


def _words(words: tuple[str, ...]) -> tuple[str, str, list[Problem]]:
    kind, name, *rest = (*words, "", "")[: max(len(words), 2)]
    problems = []
    if kind not in KINDS:
        message = f"there is no new '{kind}'" if kind else "what is to be begun?"
        nearest, remedy = nearest_name(kind, KINDS), "poverty-nodes new cluster my_town"
        problems.append(Problem(LINE, message, " or ".join(KINDS), nearest, remedy))
    if not name:
        problems.append(Problem(LINE, "no name is given", f"new {kind or 'cluster'} NAME"))
    elif not is_id(name):
        problems.append(Problem(LINE, f"'{name}' is not an id", ACCEPTED_IDS, id_like(name)))
    elif kind == "policy" and keyword.iskeyword(name):
        message = f"'{name}' is a word of Python, and a policy is a class"
        problems.append(Problem(LINE, message, "another name"))
    for word in rest:
        problems.append(Problem(LINE, f"'{word}' is one word too many", f"new {kind} {name}"))
    return kind, name, problems


def _of_folder(order: Order) -> list[Problem]:
    folder = order.folder
    problem = folder_problem(f"{LINE}: output", str(order.output))
    if problem is None and (is_there(folder) or folder.is_symlink()):
        message = f"'{folder}' is there already; nothing of it is touched"
        return [Problem(LINE, message, "a name that is free", remedy="another name, or output=DIR")]
    return [] if problem is None else [problem]


def _listed(text: str) -> list[str]:
    inside = text[1:-1] if text.startswith("[") and text.endswith("]") else text
    return [part.strip() for part in inside.split(",") if part.strip()]

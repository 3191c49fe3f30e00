"""What `identify` is asked: which clusters, how many draws, which line, which weights, and where the files go."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from experiments.identify.components import KEYS as COMPONENT_KEYS
from experiments.output.whole_folder import replacing_problem
from experiments.question.asked_again import for_verb
from experiments.question.named_clusters import content_of, named_clusters
from experiments.question.settings import COMMAND_LINE, Setting, read_settings
from experiments.question.writable_folder import folder_problem
from model.measures.lines import LINES_ACCEPTED, NATIONAL, line_name
from scenarios.errors import Problem, QuestionError, nearest_name

KEYS = ("clusters", "draws", "line", "weights", "output", "name")
FEWEST, MOST = 10, 10_000
LARGEST_WEIGHT = 1e6


@dataclass(frozen=True)
class Order:
    """A checked request; `clusters` are ids of the catalogue or paths, `weights` by component where they are set."""

    clusters: tuple[str, ...]
    draws: int = 60
    line: str = "4.20"
    weights: Mapping[str, float] = field(default_factory=dict)
    output: str = "outputs"
    name: str = "ranking"

    def fingerprint(self) -> str:
        """Digits of what decides the numbers."""
        clusters = [content_of(each) for each in self.clusters]
        decided = [clusters, self.draws, self.line, sorted(self.weights.items())]
        return hashlib.sha256(json.dumps(decided).encode()).hexdigest()[:10]

    def folder(self) -> Path:
        """Where the files go."""
        return Path(self.output) / "identify" / f"{self.name}-{self.fingerprint()}"

    def as_mapping(self, how: bool = True) -> dict[str, object]:
        """Keys and values that ask for the same again; `how=False` drops where the files go."""
        asked = {
            "clusters": list(self.clusters),
            "draws": self.draws,
            "line": self.line,
            "weights": dict(self.weights),
            "name": self.name,
        }
        return asked | ({"output": self.output} if how else {})


def read_order(tokens: tuple[str, ...]) -> Order:
    """Check what was typed after the verb; QuestionError with everything that is wrong at once."""
    settings, problems = read_settings(tokens)
    settings, of_verb = for_verb(settings, "identify")
    problems += of_verb
    given: dict[str, object] = {}
    weights: dict[str, float] = {}
    for each in settings:
        if each.key == "weights" or each.key.startswith("weights."):
            weights |= _weights(each, problems)
        elif each.key in KEYS:
            given[each.key] = each.value
        else:
            nearest = nearest_name(each.key, KEYS)
            message = "is not a key of identify"
            problems.append(Problem(each.where, message, ", ".join(KEYS), nearest))
    clusters = named_clusters(given.get("clusters"), problems)
    draws = given.get("draws", 60)
    if not isinstance(draws, int) or isinstance(draws, bool) or not FEWEST <= draws <= MOST:
        accepted = f"a whole number from {FEWEST} to {MOST:,}"
        problems.append(Problem(f"{COMMAND_LINE}: draws", f"{draws!r} is not accepted", accepted))
        draws = FEWEST
    line = _line(given.get("line", "4.20"), problems)
    output = str(given.get("output") or "outputs")
    order = Order(clusters, draws, line, weights, output, str(given.get("name") or "ranking"))
    of_folder = folder_problem(f"{COMMAND_LINE}: output", output)
    problems += [of_folder] if of_folder else []
    if not any({**dict.fromkeys(COMPONENT_KEYS, 1.0), **weights}.values()):
        problems.append(Problem(f"{COMMAND_LINE}: weights", "are all 0", "one above 0"))
    in_the_way = (
        None if problems else replacing_problem(order.folder())
    )  # its name hangs on all that is asked
    problems += [in_the_way] if in_the_way else []
    if problems:
        raise QuestionError(problems)
    return order


def _line(value: object, problems: list[Problem]) -> str:
    try:
        return line_name(value)
    except ValueError as error:
        where, nearest = f"{COMMAND_LINE}: line", nearest_name(str(value), (NATIONAL,))
        problems.append(Problem(where, str(error), LINES_ACCEPTED, nearest))
        return NATIONAL


def _weights(setting: Setting, problems: list[Problem]) -> dict[str, float]:
    name = setting.key.partition(".")[2]
    given = {name: setting.value} if name else setting.value
    if not isinstance(given, Mapping):
        message = "is no set of weights"
        problems.append(Problem(setting.where, message, "weights.COMPONENT=NUMBER"))
        return {}
    found = {}
    for key, weight in given.items():
        where = f"{setting.origin}: weights.{key}"
        is_number = isinstance(weight, int | float) and not isinstance(weight, bool)
        if key not in COMPONENT_KEYS:
            nearest = nearest_name(str(key), COMPONENT_KEYS)
            accepted = ", ".join(COMPONENT_KEYS)
            problems.append(Problem(where, "is no component", accepted, nearest))
        elif not is_number or not 0 <= float(str(weight)) <= LARGEST_WEIGHT:
            problems.append(Problem(where, f"{weight!r} is no weight", "0 to 1,000,000"))
        else:
            found[str(key)] = float(str(weight))
    return found

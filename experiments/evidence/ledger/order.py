"""What `validate` is asked to do: which patterns, over how many seeds, and where the ledger goes."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from experiments.output.whole_folder import replacing_problem
from experiments.question.asked_again import for_verb
from experiments.question.named_clusters import content_of, named_clusters
from experiments.question.settings import COMMAND_LINE, read_settings
from experiments.question.writable_folder import folder_problem
from scenarios.errors import Problem, QuestionError, nearest_name

PARTS = ("patterns", "trials", "moments", "quiet")
"""The ledger itself; published trials run again; figures beside their published ranges; runs in which nothing should
move."""
KEYS = (
    *("patterns", "trials", "parts", "clusters", "seeds", "precise", "singly"),
    *("workers", "output", "name"),
)
FEWEST_SEEDS, MOST_SEEDS = 3, 500


@dataclass(frozen=True)
class Order:
    """A checked request; `patterns` and `trials` are identifiers, all of them when none was named.

    `clusters` live ten quiet years: ids of the catalogue, or paths of one's own.
    """

    patterns: tuple[str, ...]
    trials: tuple[str, ...] = ()
    parts: tuple[str, ...] = PARTS
    clusters: tuple[str, ...] = ()
    seeds: int = 6
    precise: int = 24
    """Seeds over which a pattern, or its kind, is judged again when means are inside and intervals are not; 0 never."""
    singly: int = 0
    """1: what several parameters put in together is judged again without each of them alone."""
    workers: int = 2
    output: str = "outputs"
    name: str = "ledger"

    def fingerprint(self) -> str:
        """Digits of what decides the numbers: patterns, parts, clusters and seeds; not the workers."""
        clusters = [content_of(each) for each in self.clusters]
        what = [self.patterns, self.trials, self.parts, clusters]
        decided = json.dumps([*what, self.seeds, self.precise, self.singly])
        return hashlib.sha256(decided.encode()).hexdigest()[:10]

    def folder(self) -> Path:
        """Where the files go."""
        return Path(self.output) / "validate" / f"{self.name}-{self.fingerprint()}"

    def as_mapping(self, how: bool = True) -> dict[str, object]:
        """Keys and values that ask for the same again; `how=False` drops with what and where it is done."""
        asked = {
            "patterns": list(self.patterns),
            "trials": list(self.trials),
            "parts": list(self.parts),
            "clusters": list(self.clusters),
            "seeds": self.seeds,
            "precise": self.precise,
            "singly": self.singly,
            "name": self.name,
        }
        return asked | ({"workers": self.workers, "output": self.output} if how else {})


def read_order(
    tokens: tuple[str, ...],
    known: tuple[str, ...],
    workers: int,
    trials: tuple[str, ...] = (),
) -> Order:
    """Check what was typed after the verb; QuestionError with everything that is wrong at once.

    `known` and `trials` are those that there are, `workers` how many threads to use when nothing is said.
    """
    settings, problems = read_settings(tokens)
    settings, of_verb = for_verb(settings, "validate")
    problems += of_verb
    given: dict[str, object] = {}
    for each in settings:
        if each.key in KEYS:
            given[each.key] = each.value
        else:
            nearest = nearest_name(each.key, KEYS)
            problems.append(
                Problem(each.where, "is not a key of validate", ", ".join(KEYS), nearest)
            )
    patterns = _names("patterns", given.get("patterns"), known, problems)
    chosen = _names("trials", given.get("trials"), trials, problems)
    parts = _names("parts", given.get("parts"), PARTS, problems)
    clusters = named_clusters(given.get("clusters"), problems)
    asked = {"patterns": "patterns", "trials": "trials", "clusters": "quiet"}
    named = tuple(part for key, part in asked.items() if key in given)
    if "parts" not in given and named:
        parts = named
    seeds = _number("seeds", given.get("seeds", 6), FEWEST_SEEDS, MOST_SEEDS, problems)
    precise = _number("precise", given.get("precise", 24), 0, MOST_SEEDS, problems)
    singly = _number("singly", given.get("singly", 0), 0, 1, problems)
    threads = _number("workers", given.get("workers", workers), 1, 256, problems)
    output = str(given.get("output") or "outputs")
    unwritable = folder_problem(f"{COMMAND_LINE}: output", output)
    order = Order(
        patterns,
        chosen,
        parts,
        clusters,
        seeds,
        precise,
        singly,
        threads,
        output,
        str(given.get("name") or "ledger"),
    )
    problems += [unwritable] if unwritable else []
    in_the_way = (
        None if problems else replacing_problem(order.folder())
    )  # its name hangs on all that is asked
    problems += [in_the_way] if in_the_way else []
    if problems:
        raise QuestionError(problems)
    return order


def _names(
    key: str, value: object, known: tuple[str, ...], problems: list[Problem]
) -> tuple[str, ...]:
    """The names asked for, in the order of `known`; all of them if none."""
    if value is None:
        return known
    asked = [str(each) for each in (value if isinstance(value, list) else [value])]
    for each in asked:
        if each not in known:
            where, nearest = f"{COMMAND_LINE}: {key}", nearest_name(each, known)
            problems.append(Problem(where, f"there is no '{each}'", ", ".join(known), nearest))
    return tuple(each for each in known if each in asked)


def _number(key: str, value: object, least: int, most: int, problems: list[Problem]) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
        return value
    where, accepted = f"{COMMAND_LINE}: {key}", f"a whole number from {least} to {most}"
    problems.append(Problem(where, f"{value!r} is not accepted", accepted))
    return least
